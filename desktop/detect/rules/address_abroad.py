"""Places abroad as the lines under a street name them, and the country as the last line.

The lists know few towns abroad. Behind a street, or above a line that is a country's name, the
postcode's shape is enough: "Dayton OH 45402", "110 00 Praha 1", "25083 Gardone sul Garda (BS)".
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import either, phrases, words
from desktop.domain import Label, Span

_LISTS = words("rule_words")
_COUNTRIES = either(
    name for line in phrases("rule_words")["places.countries"] for name in line.split("|")
)
_COUNTRY = compiled(
    rf"(?: \([^()\n]{{2,30}}\))?(?:,| ?\n| \xb7| \|) ?\n?[> ]{{0,4}}({_COUNTRIES})", before=None
)
_COUNTRY_LINE = compiled(
    rf"\n[> \t]{{0,8}}({_COUNTRIES})[ \t.]{{0,4}}(?:\n|\z)", before=None, after=None
)
_STATE = f"(?:{either(_LISTS['places.states']).upper()})"
_JOINED = f"(?: (?:{either(_LISTS['places.foreign_joiners'])})){{0,2}}"
_WORD = rf"(?:St\.|[{UPPER}][{LETTER}'-]{{1,24}})"
_NAME = rf"(?:{_WORD}(?:{_JOINED} {_WORD}){{0,2}})"
_SHORT = rf"(?:{_WORD}(?:{_JOINED} {_WORD})?)"  # behind a code, where a sentence may go on
_CODE = (
    r"(?:(?:[A-Z]{1,3}-)?(?:[0-9]{4,5}-[0-9]{3}|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2}|[0-9]{4,6}))"
)
_BEHIND_TOWN = compiled(
    rf"({_NAME}(?:,? \(?{_STATE}\)?,? (?:[0-9]{{5}}(?:-[0-9]{{4}})?|[A-Z][0-9][A-Z] ?"
    r"[0-9][A-Z][0-9])|,? [A-Z][0-9][A-Z] [0-9][A-Z][0-9]))",
    before=None,
)
_BEFORE_TOWN = compiled(rf"{_CODE} ({_SHORT})", before=None)
# "Praha 1", but not "Praha 2 Pakete"
_NUMBERED = compiled(r"( [0-9]{1,2})(?:[,;|)\n]|\.(?:[ \n]|\z)|\z)", before=None, after=None)
_REGION = compiled(rf"(?: \((?:[A-Z]{{2}}|{_SHORT})\)| [A-Z]{{2}}\b)", before=None, after=None)
_ROAD = compiled(
    rf"[0-9]{{1,6}} (?:{_WORD} ){{1,2}}(?i:{either(_LISTS['addresses.english_roads'])})",
    before=None,
)


def read_place_abroad(view: View, begin: int) -> tuple[int, int] | None:
    """Town and code that start here, by the shape of the code."""
    if match := _BEHIND_TOWN.match(view.folded, begin):
        return begin, match.span(1)[1]
    match = _BEFORE_TOWN.match(view.folded, begin)
    if match is None or _ROAD.match(view.folded, begin):
        return None
    end = match.span(2)[1]
    while view.plain[end - 1] in ".'-":
        end -= 1
    if view.plain.startswith("-\n", end):  # a word broken at the line's end
        return None
    for tail in (_NUMBERED, _REGION):
        if found := tail.match(view.folded, end):
            end = found.span(min(2, tail.groups))[1]
    return begin, end


def country_behind(view: View, start: int, end: int) -> Iterator[Span]:
    """The country behind a place; without a code the place may be a topic of the mail."""
    if match := _COUNTRY.match(view.small, end):
        coded = any(sign.isdigit() for sign in view.plain[start:end])
        first, last = match.span(2)
        score = 0.92 if coded else 0.85
        yield Span(first, last, Label.LOCATION, score, "rule:country_behind")


def find_country_lines(view: View) -> Iterator[Span]:
    """A country alone on its line, below a line that is a code and its town."""
    for start, end in matches(_COUNTRY_LINE, view.small):
        above = view.plain.rfind("\n", 0, start) if start else -1
        if above < 0:
            continue
        line = view.line_start(above, 80)
        while line < above and view.plain[line] in " >|\t":
            line += 1
        place = read_place_abroad(view, line)
        if place and not view.plain[place[1] : above].strip(" ,"):
            yield Span(*place, Label.LOCATION, 0.92, "rule:place_abroad")
            yield Span(start, end, Label.LOCATION, 0.92, "rule:country_line")
