"""Dates of a person's events and dates of birth, in every usual way of writing them."""

from __future__ import annotations

import re

from desktop.detect.rules.engine import SMALL, UPPER, Recogniser, View, has_word
from desktop.detect.rules.lexicon import either, words
from desktop.domain import Label

_MONTH = (
    r"(?:januar|jänner|jaenner|jan|februar|feber|feb|märz|maerz|mrz|mär|april|apr|mai|juni|"
    r"jun|juno|juli|"
    r"jul|august|aug|september|sept|sep|oktober|okt|november|nov|dezember|dez|january|february|"
    r"march|mar|may|june|july|october|oct|december|dec)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MON = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})"
_NUMERIC = rf"{_DAY}\. ?{_MON}\. ?{_YEAR}|{_DAY}/{_MON}/{_YEAR}|{_DAY}-{_MON}-(?:19|20)[0-9]{{2}}"
_ISO = r"(?:19|20)[0-9]{2}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12][0-9]|3[01])"
# Of French and Italian, which count behind a day only: "mars" alone is a planet.
_ROMANCE = either(words("rule_words")["dates.romance_months"])
_WORDED = (
    rf"(?:{_DAY}\.? ?{_MONTH}\.?(?: ?,? (?:19|20)[0-9]{{2}}| '?[0-9]{{2}})?|"
    rf"(?:1(?:er|o|\xa4)|{_DAY}) (?:{_ROMANCE})(?: (?:19|20)[0-9]{{2}})?)"
)
_ENGLISH = rf"{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?(?:,? (?:19|20)[0-9]{{2}})?"
_ORDINAL = rf"{_DAY}(?:st|nd|rd|th) (?:of )?{_MONTH}(?:,? (?:19|20)[0-9]{{2}})?"
_AMERICAN = rf"{_MON}/{_DAY}/(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
_FULL = rf"{_NUMERIC}|{_ISO}|{_WORDED}|{_ENGLISH}|{_ORDINAL}|{_AMERICAN}"
_BORN_WAYS = (  # written so for births only
    rf"{_DAY}\. ?{_MONTH} 18[0-9]{{2}}|{_DAY}\.{_MON}\.18[0-9]{{2}}|{_DAY}-{_MON}-[0-9]{{2}}|"
    rf"{_DAY}-{_MONTH}-(?:19|20)[0-9]{{2}}|{_DAY}\. ?[ivx]{{1,4}}\. ?(?:19|20)[0-9]{{2}}|"
    rf"[a-zß-ÿ]{{4,20}}(?:ter|ten|te) {_MONTH} (?:19|20)[0-9]{{2}}"
)
_SHORT = rf"{_DAY}\. ?{_MON}\.?"

_BIRTH_WORDS = words("id_keys")["birth"]


def _birth_word(word: str) -> str:
    """Longer words may go on ("Geburtstag"), short ones may not ("gebucht")."""
    whole = len(word) < 5 and word.isalpha()
    return re.escape(word) + (r"\b" if whole else "")


_BIRTH = re.compile(
    rf"\b(?:{'|'.join(sorted(map(_birth_word, _BIRTH_WORDS), reverse=True))})|\*(?=.?.?\Z)"
)
# Between the word and the date, these say that the date is another one's.
_OTHER_DATE = re.compile(
    r"(?<![a-z])(?:seit|vom|bis|ausgestellt|issued|gültig|valid|eintritt|verheiratet|karte|party|geschenk|"
    r"termin|heute|ab|expires?|exp|von|wann|kaufvertrag|antrag|rechnung|name)(?![a-z])|geschenk|feier|urkunde|[?!]"
)
_INSTEAD = re.compile(r"\b(?:statt|nicht|sondern|anstatt|instead of|not)\b[^0-9]*\Z")
_UNITS = (
    " €",
    " eur",
    "€",
    " %",
    "%",
    " kwh",
    " kg",
    " cm",
    " mm",
    " m ",
    " km",
    " v ",
    " bar",
    " mb",
    " gb",
    " stunden",
    " liter",
    " grad",
    " prozent",
    " chf",
    " mio",
    " ghz",
    "kw",
    " uhr",
    " h",
    " mbit",
    " stück",
    " zoll",
    " meter",
    " t ",
    " l ",
)


def is_birth(view: View, start: int, end: int) -> bool:
    """A birth word before the date with no other date between, or right behind it."""
    head = view.before(start, 40)
    for separator in ("\n\n", ";"):
        head = head.rpartition(separator)[2]
    last = max((match.start() for match in _BIRTH.finditer(head)), default=-1)
    if last < 0:
        return _birth_behind(view, start, end) or _asked_for_birth(view, start)
    between = head[last:]
    if _OTHER_DATE.search(between):
        return _asked_for_birth(view, start)
    if sum(map(str.isdigit, between)) < 4 or ("," in between and "geburts" in between):
        return True
    return bool(_INSTEAD.search(between)) or _asked_for_birth(view, start)


# "12.9.2020, geb. Huber" tells the name at birth, not the day.
_BORN = re.compile(
    rf"[ ,(]*(?:(?i:geboren|geb |born)|[Gg]eb\.(?! ?[{UPPER}][{SMALL}]))(?![^\n]{{0,6}}[0-9])"
)
_BORN_IN = re.compile(
    r"(?: um [0-9]{1,2}[:.][0-9]{2}(?: uhr)?)?(?:(?: in [^\n0-9.;]{2,30})? geboren|"
    r" (?:zur|auf die) welt)|"
    r"(?: hat| habe| ist|,)?[^\n0-9.,;]{0,20} geburtstag\b"
)
_BIRTHDAY = re.compile(r" (?:(?:ihre|seine|meine|deine)n )?[0-9]{1,3}\. geburtstag\b")
_HAS_ON = (" hat am ", " habe am ", " hab am ", " hatte am ")
_TURNS = re.compile(
    r" (?:[0-9]{1,2}(?: jahre)?(?: alt)?[.! ]|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|"
    r"elf|zwölf|[a-zß-ÿ]{3,9}zehn|[a-zß-ÿ]{0,12}zig)\b"
)


def _birth_behind(view: View, start: int, end: int) -> bool:
    tail = view.after(end, 44).partition("\n")[0]
    if tail.startswith(". ") and not view.low[end - 4 : end].isdigit():
        tail, end = tail[1:], end + 1  # "3.4. geboren": the last dot is the day's
    if _BORN.match(view.plain[end : end + len(tail)]) or _BIRTHDAY.match(tail):
        return True
    if tail.startswith(" geburtstag") and view.before(start, 10).endswith(_HAS_ON):
        return True
    if _BORN_IN.match(tail):
        return view.low[end - 4 : end].isdigit()
    return view.before(start, 8).endswith("wird am ") and bool(_TURNS.match(tail))


def _asked_for_birth(view: View, start: int) -> bool:
    """The short answer to a question for it: "Geburtsdatum? / [19:04] Kunde: 11/06/1977"."""
    line = view.line_start(start)
    if start - line > 40 or line == 0 or "202" in view.low[start : start + 12]:
        return False
    above = view.line_start(line - 1)
    asked = view.low[max(above, line - 160) : line]
    again = view.low[max(0, above - 200) : above] if "format" in asked or "?" not in asked else ""
    return has_word(asked + again, ("geburtsdatum", "geburtstag", "date of birth", "geboren"))


def _is_event(view: View, start: int, end: int) -> bool:
    if is_birth(view, start, end):
        return False
    return _no_law_or_version(view, start, end)


def _no_law_or_version(view: View, start: int, end: int) -> bool:
    head = view.before(start, 14).rstrip(" (")
    if head.endswith(
        ("stand", "version", "firmware", "build", "fassung vom", "release", "agb vom")
    ):
        return False
    if _of_software(view, start, end):
        return False
    if view.plain[end : end + 1] == "-" and view.plain[end + 1 : end + 2].isupper():
        return False  # a file reference: "24.05.01-OL-0447"
    return (
        not view.after(end, 3).startswith((".", "-", "/")) or not view.after(end, 2)[1:].isdigit()
    )


_SHORT_PARTS = re.compile(r"[1-9]\d?\.[1-9]\d?\.\d\d")
_LAST_WORD = re.compile(r"([\w-]+),? \Z")
_PRODUCT = re.compile(r"[A-Za-z]+[a-z][A-Z]|[a-z][A-Z]|[A-Za-z]+\d+\Z")  # "SteamOS", "iDRAC9"
_VERSIONED = words("rule_words")["dates.versioned"]


def _of_software(view: View, start: int, end: int) -> bool:
    """Three short numbers right behind a program's name: "PHP 8.2.25", "SteamOS 3.6.20"."""
    if not _SHORT_PARTS.fullmatch(view.plain, start, end):
        return False
    near = _LAST_WORD.search(view.plain, max(0, start - 24), start)
    if near is None:
        return False
    word = near.group(1)
    parts = word.lower().split("-")
    return bool(_PRODUCT.match(word)) or parts[0] in _VERSIONED or parts[-1] in _VERSIONED


def _short_is_date(view: View, start: int, end: int) -> bool:
    """Whether a short form is a date: behind a word of time, not before a unit."""
    tail = view.low[end : end + 10]
    if tail.startswith(_UNITS) and not tail.startswith((" uhr", " h")):
        return False
    if tail[:1].isdigit() or (tail[:1] in ",-/" and tail[1:2].isdigit()):
        return False
    if tail.startswith(".") and tail[1:2].isdigit():
        return False
    return not is_birth(view, start, end)


_TIME_WORDS = (
    r"(?:am|vom|bis|zum|seit|ab|den|der|dem|zwischen|und|oder|gegen|auf den|bis zum|mo|di|mi|"
    r"do|fr|sa|so|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|spätestens|komme|vor|nach|"
    r"datum|termin|"
    r"fällig|einschl\.|einschließlich|inkl\.|kurzfristig|hattest g'sagt|du|backup von|"
    r"stichtag|wars|war)"
)
_LAST_DAY = rf"{_DAY}\. ?{_MONTH}(?: (?:19|20)[0-9]{{2}})?"
# "14.-21. Juni", "2.-9.3." are one date, "4. bis 22. August" two.
_RANGE = rf"{_DAY}\. ?[/+-] ?(?:{_LAST_DAY}|{_DAY}\.{_MON}\.(?:{_YEAR})?)"
_WHOLE_DAY = rf"{_DAY}\.{_MON}\.(?:{_YEAR})?"  # "28.6.-5.7." are two
_FIRST_DAY = rf"({_DAY})\.,? (?:oder|und|bis|u\.)(?: zum| am)? {_LAST_DAY}"


def _range_end(rule: str, pattern: str) -> Recogniser:
    return Recogniser(
        rule,
        Label.DATE,
        pattern,
        0.93,
        accept=lambda view, start, end: not is_birth(view, start, end),
        before="0-9a-zA-Z_./-",
        after="0-9",
    )


RECOGNISERS = (
    Recogniser(
        "birth_date",
        Label.DATE_OF_BIRTH,
        rf"{_BORN_WAYS}|{_FULL}|{_MON}/(?:19|20)[0-9]{{2}}|[0-3][0-9][01][0-9](?:19|20)[0-9]{{2}}|"
        rf"{_DAY} {_MON} (?:19|20)[0-9]{{2}}",
        0.97,
        small=True,
        accept=is_birth,
        before="0-9a-z_./-",
        after="0-9a-z_\xdf-\xff",
    ),
    Recogniser(
        "birth_day",  # without a year: "Geburtstag: 3.4.", "hat am 3.4. Geburtstag"
        Label.DATE_OF_BIRTH,
        rf"{_DAY}\.{_MON}\.",
        0.9,
        small=True,
        accept=is_birth,
        before="0-9a-z_./-",
        after="0-9a-z_\xdf-\xff",
    ),
    Recogniser(
        "date",
        Label.DATE,
        rf"{_NUMERIC}|{_ISO}|{_AMERICAN}",
        0.9,
        small=True,
        accept=_is_event,
        before="0-9a-z_./\\-",
        after="0-9_",
    ),
    Recogniser(
        "date_worded",
        Label.DATE,
        rf"{_WORDED}|{_ENGLISH}|{_ORDINAL}",
        0.9,
        small=True,
        accept=_is_event,
        before="0-9a-z_./\xdf-\xff-",
        after="0-9a-z_\xdf-\xff",
    ),
    Recogniser(
        "date_range",
        Label.DATE,
        _RANGE,
        0.93,
        small=True,
        accept=_is_event,
        before="0-9a-z_./\xdf-\xff-",
    ),
    _range_end("date_range_from", rf"({_WHOLE_DAY})-{_WHOLE_DAY}"),
    _range_end("date_range_to", rf"{_WHOLE_DAY}-({_WHOLE_DAY})"),
    Recogniser(
        "date_range_first",
        Label.DATE,
        _FIRST_DAY,
        0.93,
        small=True,
        after=None,
    ),
    Recogniser(
        "date_short",
        Label.DATE,
        rf"{_TIME_WORDS},?(?: ?,? ?)({_SHORT})",
        0.82,
        small=True,
        accept=_short_is_date,
        after="0-9a-z_\xdf-\xff",
    ),
    Recogniser(
        "date_short_dotted",
        Label.DATE,
        r"(?:0[1-9]|[12][0-9]|3[01])\.(?:0[1-9]|1[0-2])\.",
        0.75,
        accept=_short_is_date,
        before="0-9a-zA-Z_./,-",
        after="0-9A-Za-z_",
    ),
)
