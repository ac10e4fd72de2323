"""Where a span begins and ends: the stated rules of the label policy, applied to every proposal.

1. Nothing blank or punctuated at either end, but for what belongs to the value: the plus and the
   bracket of a phone number, the at sign of a handle, the stars of a masked card, the tail of a
   secret or of a web address, and a closing bracket whose opening one lies inside.
2. Salutations, titles and degrees are no part of a name; a genitive -s is, an English 's is not.
   The letters of "i. A.", "i. V." are no initials.
3. A date ends before the hour ("10.7. 17 h", "3.8. 10:12").
4. Neighbouring parts of one value are one span: postcode and place, street and number, given name
   and surname.
Trimming is idempotent: a trimmed span is left as it is.
"""

from __future__ import annotations

import re

from desktop.detect.rules.folding import fold, lower
from desktop.detect.rules.names import is_given, is_surname
from desktop.domain import Label

_LEADING = {
    Label.PHONE: "+(",
    Label.USERNAME: "@",
    Label.CREDIT_CARD: "*#",
    Label.PASSWORD: "!#$%&*+-/=?@^_~(<[{",
}
_TRAILING = {
    Label.PASSWORD: "!#$%&*+-/=?@^_~",
    Label.URL: "/=-_#&",
    Label.CREDIT_CARD: "*#",
    Label.USERNAME: "_",
}
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_TITLE = (
    r"herrn?|frau|fräulein|familie|fam|hr|hrn|fr|frl|eheleute|sr|sra|mr|mrs|ms|miss|sir|madame|monsieur|mme|mlle"
    r"|dr|prof|professor|professorin|doktor|dipl|ing|mag|med|rer|nat|phil|jur|habil|univ|dent|vet|oec|pol|priv|doz|pd"
    r"|mmag|dkfm|kfm|kffr|inf|phys|psych|mba|bsc|msc|(?-i:DI)|ddr|h\.c|ra|rain|stb"
)
_TITLES_BEFORE = re.compile(rf"(?:(?:{_TITLE})(?:\.-?[ \t]*|-|[ \t]+))+(?=\S)", re.IGNORECASE)
# Ranks in capitals: "POK Behr", "StR Behr", "POM'in Behr", but no "KH Behr" and no "McKay".
_RANKS_BEFORE = re.compile(
    r"(?:[A-ZÄÖÜ]{2}[A-Za-z]{1,2}|[A-Z][a-z]{1,2}[A-Z])(?:['’]?in)?[ \t]+"
    r"(?=([A-ZÄÖÜ][a-zäöüß]+))"
)
_ONLY_TITLES = re.compile(rf"(?:(?:{_TITLE})\.?[- \t]*)+", re.IGNORECASE)
_DEGREES_AFTER = re.compile(
    r",?[ \t]+\(?(?:[MB]\.? ?Sc|[MB]\.? ?A|[MB]\.? ?Eng|MBA|Ph\.? ?D|LL\. ?M|FH|DI)\.?\)?$"
)
# A degree behind a comma that was taken for a name ("Ellen Faber, M. A."), and a school class.
_ONE_DEGREE = r"(?:[BM]\. ?(?:A|Sc|Ed|Eng)|LL\. ?M|MBA)"
_DEGREE = re.compile(rf"{_ONE_DEGREE}(?:\.?, ?{_ONE_DEGREE})?")
_CLASS_AFTER = re.compile(r"[ \t]+\d{1,2}[a-f]$")
# Greetings of other languages, some of which are given names too ("Cara"): at the start of a line
# before a name that a comma ends.
_GREETED = re.compile(
    r"(?:ch[eè]re?s?|car[oa]|gentile|egregi[oa]|salut|selam|merhaba|say[ıi]n|xin chào)[ \t]+(?=\S)",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"(?<!\w)i\. ?[AV]\.[ \t]+(?=\S)")
_DAY_AND_HOUR = re.compile(r"(\d{1,2}\.\d{1,2})\.? +\d{1,2}")
_HOUR_GOES_ON = re.compile(r"[:.,]\d\d|[:.]?\d?\d? ?(?:h|Uhr|uhr)\b")
_MAX_NAME = 200  # a longer "name" is not searched for titles


def trim(text: str, start: int, end: int, label: Label) -> tuple[int, int]:
    """Borders of a proposal by the stated rules; ``start == end`` when nothing is left."""
    start, end = _edges(text, max(0, start), min(end, len(text)), label)
    if label is Label.DATE:
        return _without_hour(text, start, end)
    if label is not Label.PERSON or end - start > _MAX_NAME:
        return start, end
    while True:
        inner = _edges(text, *_without_titles(text, start, end), label)
        if inner == (start, end):
            return start, end
        start, end = inner


def _without_titles(text: str, start: int, end: int) -> tuple[int, int]:
    name = text[start:end]
    if _ONLY_TITLES.fullmatch(name):
        return start, start
    if name.endswith(("'s", "’s")):
        return start, end - 2
    if (len(name) == 1 and name.islower()) or (
        _DEGREE.fullmatch(name) and text[max(0, start - 2) : start] == ", "
    ):
        return start, start  # "Ott, w, 1961": a letter of a form
    if match := _DEGREES_AFTER.search(name) or _CLASS_AFTER.search(name):
        end = start + match.start()
    if (match := _GREETED.match(text, start, end)) and _is_greeted(text, match, end):
        start = match.end()
    if match := _TITLES_BEFORE.match(text, start, end):
        start = match.end()
    if (match := _RANKS_BEFORE.match(text, start, end)) and not _is_name(match):
        start = match.end()
    if match := _ON_BEHALF.match(text, max(0, start - 3), end):
        start = max(start, match.end())
    return start, end


def _is_greeted(text: str, greeting: re.Match[str], end: int) -> bool:
    start = greeting.start()
    line = text.rfind("\n", max(0, start - 20), start) + 1
    if text[line:start].strip(" \t>|") or text[end : end + 1] not in (",", "!"):
        return False
    if not is_given(greeting.group().strip().lower()):
        return True
    # "Cara Lindner, Ulm" is somebody, "Cara Ludovica," is greeted
    return is_given(lower(fold(text[greeting.end() : end])).decode("latin-1"))


def _is_name(rank: re.Match[str]) -> bool:
    """Whether it is a name in capitals: "MAX Behr", "BECK Anna"."""
    low = rank.group().strip().lower()
    return is_given(low) or (is_surname(low) and is_given(rank.group(1).lower()))


def _without_hour(text: str, start: int, end: int) -> tuple[int, int]:
    match = _DAY_AND_HOUR.fullmatch(text, start, end)
    return (start, match.end(1)) if match and _HOUR_GOES_ON.match(text, end) else (start, end)


def _edges(text: str, start: int, end: int, label: Label) -> tuple[int, int]:
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return start, end
    leading, trailing = _LEADING.get(label, ""), _TRAILING.get(label, "")
    while start < end and not (text[start].isalnum() or text[start] in leading):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in trailing):
        opening = _BRACKETS.get(text[end - 1])
        if opening and opening in text[start : end - 1]:
            inside = text[start : end - 1]
            if inside.count(opening) > inside.count(text[end - 1]):
                break
        end -= 1
    if not any(ch.isalnum() for ch in text[start:end]):
        return start, start
    return _unopened(text, start, end, leading)


def _unopened(text: str, start: int, end: int, leading: str) -> tuple[int, int]:
    """Drop a leading bracket that nothing closes ("(0171 1234567" cut out of a sentence)."""
    pairs = {opening: closing for closing, opening in _BRACKETS.items()}
    while start < end and text[start] in pairs and text[start] in leading:
        if pairs[text[start]] in text[start + 1 : end]:
            break
        start += 1
        while start < end and not (text[start].isalnum() or text[start] in leading):
            start += 1
    return start, end


_JOINTS = {
    Label.PERSON: re.compile(r" "),
    Label.LOCATION: re.compile(r"[ \t]{1,3}"),
    Label.ADDRESS: re.compile(r",? {1,2}"),
}
_POSTCODE_END = re.compile(r"(?:\b(?:D|A|CH|DE|AT|GER)[- ]{0,2})?\b\d{4,5}")
_HOUSE_NUMBER = re.compile(r"\d{1,4}(?: ?[a-zA-Z])?(?: ?[-/–] ?\d{1,4}(?: ?[a-zA-Z])?)*\b")


def one_value(text: str, label: Label, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether two neighbouring spans of a label are parts of one value (rule 4)."""
    joint = _JOINTS.get(label)
    if joint is None or not joint.fullmatch(text, left[1], right[0]):
        return False
    if label is Label.LOCATION:
        return bool(_POSTCODE_END.fullmatch(text, *left)) and text[right[0]].isalpha()
    if label is Label.ADDRESS:
        return bool(_HOUSE_NUMBER.fullmatch(text, *right)) and not text[left[1] - 1].isdigit()
    return text[left[1] - 1].isalpha() and text[right[0]].isalpha()
