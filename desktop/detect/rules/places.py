"""Postcode with place, and places that are somebody's: residence, workplace, birthplace.

A place that is only the topic of a mail is not personal; so a place without postcode counts only
behind a word of living or coming from, beside a name in a signature, or under its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, SMALL, UPPER, Recogniser, View, compiled, matches
from desktop.detect.rules.lexicon import common_words, either, given_names, postcodes, towns, words
from desktop.domain import Label, Span

_CODE = compiled(
    rf"(?:(?:DE?|AT?|CH|L|FL|LI)[ -]{{1,3}}|[IF]-)?(?:[0-9]{{5}}|[0-9]{{4}}),? {{1,3}}[{LETTER}]",
    after=None,
)
_TOWN_WORD = compiled(
    rf"[{LETTER}](?:[{LETTER}'.]|[-/][{LETTER}]){{0,40}}(?:\([A-Za-z]{{2,10}}\))?",
    before=None,
    after=None,
)
_JOINERS = words("rule_words")["places.joiners"]
_TAIL_NAMES = either(words("rule_words")["places.tails"])
_CANTONS = either(words("rule_words")["places.cantons"]).upper()
_STATES = either(words("rule_words")["places.states"]).upper()
_TOWN_TAIL = re.compile(
    rf" ?\((?i:{_TAIL_NAMES})\.?\)| (?:in|i\.) (?i:{_TAIL_NAMES})\b| (?:{_CANTONS})\b"
    r"| [ai]\. ?[A-Z]\b(?![a-z])"
)


def find_postal_places(view: View) -> Iterator[Span]:
    """Like "38118 Braunschweig", "A-4400 Steyr", "17212 Templin OT Röddelin": one span each."""
    for start, letter in matches(_CODE, view.folded):
        begin = letter - 1
        code = "".join(filter(str.isdigit, view.plain[start:begin]))
        end, known = _read_town(view, begin, code)
        if end < 0 or not _is_code_place(view, start, code, known):
            continue
        end = _with_tail(view, end)
        yield Span(start, end, Label.LOCATION, 0.95 if known else 0.8, "rule:postcode_place")


def _with_tail(view: View, end: int) -> int:
    """With what tells places of one name apart: "(Oder)", "in Westfalen", "SG", "a. N"."""
    match = _TOWN_TAIL.match(view.plain, end)
    return match.end() if match else end


def _places_of(code: str) -> tuple[str, ...]:
    table = postcodes()
    if len(code) == 5:
        return tuple(table.get("d" + code, "").split("|"))
    return tuple(f"{table.get('a' + code, '')}|{table.get('c' + code, '')}".split("|"))


def _is_code_place(view: View, start: int, code: str, known: bool) -> bool:
    head = view.before(start, 12)
    if known or view.plain.startswith("FL-", start):
        return True
    if len(code) == 4 or head.endswith(
        ("nr. ", "nr.: ", "fehler ", "code ", "version ", "um ", "ca. ")
    ):
        line_start = view.line_start(start)
        alone = not view.plain[line_start:start].strip(" >|")
        return alone and _starts_code(code)
    return _starts_code(code) and not head.rstrip().endswith(
        (":", "€", "eur", "id", "nr", "nummer")
    )


def _starts_code(code: str) -> bool:
    table = postcodes()
    if len(code) == 5:
        return any("d" + code[:4] + digit in table for digit in "0123456789")
    return any(land + code[:3] + digit in table for land in "ac" for digit in "0123456789")


def _read_town(view: View, begin: int, code: str) -> tuple[int, bool]:
    """End of the place name that starts at ``begin`` and whether the lists know it; -1 if none."""
    words: list[tuple[int, int]] = []
    position = begin
    while len(words) < 6 and (match := _TOWN_WORD.match(view.folded, position)):
        words.append(match.span())
        position = match.span()[1]
        if view.plain[position : position + 1] != " ":
            break
        position += 1
    if not words:
        return -1, False
    names = _places_of(code)
    all_towns = towns()
    for count in range(len(words), 0, -1):
        last = _strip_end(view, words[count - 1])
        name = view.low[begin:last].replace("st. ", "sankt ")
        base = name.partition("-")[0].partition(" ot ")[0]
        if name in names or (count == 1 and base in names) or name in all_towns:
            return _longer(view, words, count, last), True
        if count > 1 and " ot " in name and base in all_towns:
            return last, True
    return _unknown_town(view, words)


def _longer(view: View, words: list[tuple[int, int]], count: int, last: int) -> int:
    """Like "Lichtenberg bei Linz": the list may have the short form only."""
    rest = words[count:]
    if len(rest) >= 2 and view.low[rest[0][0] : rest[0][1]] in (
        "bei",
        "a.",
        "a.d.",
        "am",
        "an",
        "im",
        "ob",
        "i.",
        "b.",
    ):
        stop = next((w for w in rest[1:] if view.plain[w[0]].isupper()), None)
        if stop:
            return _strip_end(view, stop)
    return last


def _strip_end(view: View, word: tuple[int, int]) -> int:
    end = word[1]
    while view.plain[end - 1] in ".'-/":
        end -= 1
    return end


def _unknown_town(view: View, words: list[tuple[int, int]]) -> tuple[int, bool]:
    first = view.plain[words[0][0] : words[0][1]]
    if not first[0].isupper() or first.lower().strip(".") in common_words() or len(first) < 3:
        return -1, False
    end = _strip_end(view, words[0])
    for start, stop in words[1:]:
        word = view.plain[start:stop]
        if word.lower() in _JOINERS:
            continue
        if (
            word[0].isupper()
            and view.low[words[0][0] : stop].count(" ") <= 3
            and _joined(view, start)
        ):
            end = _strip_end(view, (start, stop))
        break
    return end, False


def _joined(view: View, start: int) -> bool:
    return view.before(start, 60).rstrip().rpartition(" ")[2] in _JOINERS


_LIVING = (
    r"(?:wohn(?:e|en|t|haft|hafte|st)(?: \w+){0,3} in|lebe(?:n|t)? (?:\w+ ){0,2}in|aus dem "
    r"(?:schönen|sonnigen) |"
    r"(?:grüße?n?|gruß|grüsse|gruss|gruess|gruesse|greetings|cheers|saluti)(?: \w+){0,3} "
    r"(?:aus|from)(?: dem| der| rainy| sunny| schönen| sonnigen)?|"
    r"geboren(?: [a-z0-9.]+){0,4} in|geb\. in|gebürtig aus|born in|geburtsort:?|umgezogen "
    r"nach|gezogen nach|zieh(?:e|en|t)?(?: \w+){0,4} nach|"
    r"umzug nach|anschrift in|wohnung in|haus in|zuhause in|daheim in|heim nach|komm(?:e)? aus|"
    r"wohnort:?|wohnhaft in|hauptwohnsitz|wohnsitz(?: in)?|gemeldet in|in \w+ gemeldet|"
    r"filiale in meiner stadt|"
    r"arbeite(?:n|t)?(?: \w+){0,3} in|büro in|praxis in|sitz:|firmensitz|standort:?|ortsteil|"
    r"ort:|stadt:|"
    r"plz/ort:?|ort / plz:?|gemeinde:|bezirk:|ort und plz:?|live in|living in|we're in|we "
    r"are in|wir sind in|sitze in|based in|house is in)"
)
_TOWN = (
    rf"(?:St\. )?[{UPPER}][{LETTER}'-]{{2,30}}(?: (?:am|an der|im|in der|bei|ob der|a\. ?d\.|"
    rf"v\. ?d\.) [{UPPER}][{LETTER}-]{{2,20}})?"
    rf"(?: [{UPPER}][{SMALL}-]{{3,20}})?"
)
_LIVING_PLACE = compiled(rf"{_LIVING} {{0,2}}", after=None)
_BORN_BEHIND = compiled(
    rf"(?:in|aus) ({_TOWN}) (?i:geboren|gemeldet|wohnhaft|wohne|wohnt|lebe|wegziehe|umgezogen|weg)",
    after=None,
)
_COURT = compiled(
    rf"(?i:amtsgericht|registergericht|grundbuch|ag|sitz der gesellschaft:?) ({_TOWN})(?:,? "
    rf"(?:HR|Blatt|FN|VR|GnR))",
    after=None,
)
_TOWN_HERE = compiled(_TOWN, before=None)


def find_living_places(view: View) -> Iterator[Span]:
    """A town right behind a word of living, working or being born."""
    for _, begin in matches(_LIVING_PLACE, view.small):
        place = read_place(view, begin)
        if place and view.plain[place[0]].isupper():
            yield Span(*place, Label.LOCATION, 0.85, "rule:living_place")


def find_places_before(view: View) -> Iterator[Span]:
    """Like "in Bielefeld gemeldet", "Amtsgericht Münster HRB"."""
    for regex in (_BORN_BEHIND, _COURT):
        for start, _ in matches(regex, view.folded):
            if place := read_place(view, start):
                yield Span(*place, Label.LOCATION, 0.84, "rule:place_with_word")


_IN_TOWN = compiled(rf"([{LETTER}]+) (?:in|aus) ([{UPPER}])", before=LETTER, after=None)
_TOPIC_WORDS = words("rule_words")["places.topic_words"]


def find_in_towns(view: View) -> Iterator[Span]:
    """Like "mein Bruder in Preetz": a town behind "in", unless the word before is a topic's."""
    for match in _IN_TOWN.finditer(view.folded):
        start, end = match.span(2)
        if view.low[start:end] in _TOPIC_WORDS:
            continue
        if place := read_place(view, match.span(3)[0]):
            yield Span(*place, Label.LOCATION, 0.6, "rule:place_in")


def read_place(view: View, begin: int) -> tuple[int, int] | None:
    """The known place that starts here, longest first."""
    match = _TOWN_HERE.match(view.folded, begin)
    if match is None:
        return None
    end = match.span(1)[1]
    while end > begin:
        name = view.low[begin:end]
        if is_town(name):
            return begin, end
        cut = max(name.rfind(" "), name.rfind("-"))
        if cut <= 0:
            return None
        if name[cut] == "-" and is_town(name[:cut]):
            return begin, end
        end = begin + cut
    return None


def is_town(name: str) -> bool:
    """A place by the lists, and no everyday word."""
    name = name.replace("st. ", "sankt ")
    return (name in towns() and name not in common_words()) or name in _BIG_TOWNS


_BIG_TOWNS = words("rule_words")["places.big_towns"]

_SIGNATURE_PLACE = compiled(
    rf"(?:[{UPPER}][{LETTER}'.-]{{0,24}} ){{1,3}}(?:[{UPPER}][{LETTER}'-]{{1,30}}), ({_TOWN})"
    rf"[ \t]*\.?",
    before=None,
    after=None,
)


def find_line_places(view: View) -> Iterator[Span]:
    """A line that is a place alone in an address block, or "Name, Place" as a signature."""
    lines = view.lines
    for number, (start, end) in enumerate(lines):
        if not 3 <= end - start <= 60:
            continue
        first = start + len(view.plain[start:end]) - len(view.plain[start:end].lstrip(" >|"))
        if (whole := _whole_line(view, first, end)) and _in_block(view, number):
            yield Span(*whole, Label.LOCATION, 0.85, "rule:line_place")
        elif match := _SIGNATURE_PLACE.match(view.folded, first, end):
            begin, stop = match.span(2)
            place = read_place(view, begin)
            name = view.low[first : begin - 2].split()
            if place and place[1] == stop and stop >= end - 1 and _has_given(name):
                yield Span(*place, Label.LOCATION, 0.85, "rule:signature_place")


def _has_given(words: list[str]) -> bool:
    return bool(words) and (words[0] in given_names() or words[0].endswith("."))


def _whole_line(view: View, start: int, end: int) -> tuple[int, int] | None:
    while end > start and view.plain[end - 1] in " .,":
        end -= 1
    place = read_place(view, start)
    return place if place and place[1] == end else None


def _in_block(view: View, number: int) -> bool:
    """The line above or below holds a house number, or is a short name line after a closing."""
    around = [n for n in (number - 1, number - 2) if n >= 0]
    for other in around:
        start, end = view.lines[other]
        line = view.plain[start:end].strip()
        if line and len(line) < 60 and line[-1:].isdigit() and line[:1].isalpha():
            return True
    return False


def _is_place_value(view: View, start: int, end: int) -> bool:
    """A known place, or one word alone on its line ("Geburtsort: Conakry"): no ward, no street."""
    if read_place(view, start):
        return True
    value = view.low[start:end].strip()
    alone = not view.plain[end : view.line_end(end)].strip()
    return alone and " " not in value and value not in common_words()


PLACE = Label.LOCATION
RECOGNISERS = (
    Recogniser(
        "postcode_keyed",
        PLACE,
        r"(?:plz|postleitzahl|zip(?: code)?|postcode) ?[:=]?[ "
        r".]{0,20}((?:[a-z]{1,2}-)?[0-9]{4,5})",
        0.93,
        small=True,
    ),
    Recogniser(
        "place_keyed",
        PLACE,
        rf"(?m:^)[> \t|]*(?:(?i:wohnort|ort|stadt|city|town|place|gemeinde|standort|"
        rf"geburtsort)) ?[:=.][ .]{{0,20}}\n?([{UPPER}][{LETTER}' ()/.-]{{2,40}})",
        0.9,
        before=None,
        accept=lambda view, start, end: _is_place_value(view, start, end),
    ),
    Recogniser(
        "place_us",
        PLACE,
        rf"[A-Z][A-Za-z]{{2,20}}(?: [A-Z][a-z]{{2,20}}){{0,2}}, ?(?:{_STATES}) "
        r"(?:[0-9]{5}(?:-[0-9]{4})?|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])",
        0.9,
        needs=",",
    ),
    Recogniser("place_dutch", PLACE, r"[1-9][0-9]{3} [A-Z]{2} [A-Z][a-z]{2,24}", 0.9),
    Recogniser(
        "place_date_line",
        PLACE,
        rf"(?m:^)[> \t]*([{UPPER}][{LETTER}.-]{{2,24}}), (?:den |am |im )?[0-9]{{1,2}}\.",
        0.85,
        before=None,
        after=None,
        accept=lambda v, s, e: is_town(v.low[s:e]),
    ),
)
