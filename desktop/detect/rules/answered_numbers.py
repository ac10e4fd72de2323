"""Numbers whose announcing word does not stand right before them: words between ("Steuer-ID habe
ich 61 508 …"), behind ("BS61011847 = Seriennummer"), or in the question above the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import SMALL, View, compiled
from desktop.detect.rules.keyed_numbers import OTHER_VALUE, Strength, strength_of
from desktop.detect.rules.number_values import read_value
from desktop.domain import Label, Span

_NUMBER_WORD = re.compile(
    rf"(?<![0-9{SMALL}])[{SMALL}][{SMALL}./-]{{0,30}}?"
    rf"(?:nummern?|nr|-id|kennung|zeichen|referenz|number)(?![0-9{SMALL}])"
)
_BETWEEN = 46
_DIGIT = re.compile(r"[0-9]")


def find_distant_numbers(view: View) -> Iterator[Span]:
    """The code that follows a number word within its clause, whatever words stand between."""
    for match in _NUMBER_WORD.finditer(view.low):
        word, end = match.group(), match.end()
        if strength_of(word) is not Strength.STRONG:
            continue
        digit = _DIGIT.search(view.plain, end + 1, end + _BETWEEN)
        if digit is None:
            yield from _answer(view, end)
            continue
        begin = _token_start(view, digit.start(), end)
        between = view.low[end:begin]
        if re.search(r"[!?;\n]|\. |,", between) or OTHER_VALUE.search(between):
            if "?" in between or "\n" in between:
                yield from _answer(view, end)
            continue
        if value := _code(view, begin):
            yield Span(*value, Label.ID_NUMBER, 0.8, "rule:distant_number")


def _token_start(view: View, position: int, floor: int) -> int:
    """Where the code around a digit starts, a prefix in capitals ("HP-776", "LS 90") included."""
    while position > floor and not view.plain[position - 1].isspace():
        if view.plain[position - 1] in "(\"'[=:":
            break
        position -= 1
    prefix = re.search(r"(?<![\w])[A-Z]{1,5} $", view.plain[max(floor, position - 8) : position])
    return position - len(prefix.group()) if prefix else position


def _code(view: View, begin: int) -> tuple[int, int] | None:
    """A value that looks like a code by itself: long, or digits with letters or signs between."""
    value = read_value(view, begin)
    if value is None:
        return None
    text = view.plain[value[0] : value[1]]
    digits = sum(map(str.isdigit, text))
    if digits < 3 or len(text) < 5 or (text[:1] in "+0" and "/" in text[:6]):
        return None
    if view.plain[value[1] : value[1] + 1] == "@" or "://" in text:
        return None
    mixed = any(s.isupper() for s in text) or any(s in "-/." for s in text)
    return value if digits >= 6 or mixed else None


_SPEAKER = compiled(
    r"[^\n]{0,60}\n(?:[ \t>|*]*\n){0,2}[ \t>|*-]{0,6}"
    r"(?:\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\]?[ ,-]*)?(?:[^\n:?.]{1,28}: ?)?"
    r"(?:(?:ja|die|das ist|ist|hier|yes|sure|it'?s|also|moment)[ ,:]{1,2}){0,2}",
    before=None,
    after=None,
)


def _answer(view: View, end: int) -> Iterator[Span]:
    """The code that starts the next line, under a question for it: "Kundennummer? / S-50 71 22"."""
    line = view.line_end(end)
    asked = view.low[end:line]
    if line - end > 60 or not asked.rstrip(" *>").endswith(("?", ".", ":", "!")):
        return
    match = _SPEAKER.match(view.small, end)
    if match and (value := _code(view, match.span()[1])):
        yield Span(*value, Label.ID_NUMBER, 0.85, "rule:answered_number")


_BEHIND = re.compile(
    r" ?(?:=|\(|,? ?(?:ist|war|waren|lautet|wäre|is|was) )(?: ?(?:die|das|meine?|unsere?|ihre?|"
    r"eine?|nicht|the|my|your|our|old|alte|neue|richtige|falsche)){0,3} ?"
    rf"([{SMALL}][{SMALL}./-]{{1,30}})"
)
_CODES = re.compile(r"(?<![\w@./+-])(?:[A-Z]{1,5}[ -]?)?[0-9][0-9A-Za-z./-]{3,24}")


def find_named_behind(view: View) -> Iterator[Span]:
    """A code before its word: "BS61011847 = Seriennummer", "66 4410 Z war die Nummer vom …"."""
    taken = 0
    for match in _CODES.finditer(view.plain):
        if match.start() < taken:
            continue
        value = _code(view, match.start())
        if value is None:
            continue
        taken = value[1]
        named = _BEHIND.match(view.low, value[1], value[1] + 60)
        if named and _names_a_number(named.group(1)):
            yield Span(*value, Label.ID_NUMBER, 0.84, "rule:named_behind")


def _names_a_number(word: str) -> bool:
    flat = word.rstrip(".-/")
    return flat in ("nummer", "number", "nr") or strength_of(flat) is Strength.STRONG
