"""What stands before a British postcode: "9 Northgate, Leith, Edinburgh EH6 6QR".

Streets there often go without a street word; the house number in front and the postcode behind
give them away. The places between them go with the postcode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.address_context import opens
from desktop.detect.rules.address_tails import whole
from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import words
from desktop.domain import Label, Span

# British Standard BS 7666: area and district, sector and unit.
_CODE = compiled(r"([A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})")
_WORD = rf"[{UPPER}][{LETTER}'-]{{1,20}}"
_PART_END = r"(?:, ?| ?\||,? ?\n)[ \t>]{0,8}"
_STREET = rf"[0-9]{{1,4}}[a-zA-Z]? (?:{_WORD} ){{0,2}}{_WORD}"
_PLACE = rf"{_WORD}(?: (?:upon|on|under|in|le|the|of) {_WORD}| {_WORD})?"
# The window is short, and one anchored look from each number is made.
_WITH_STREET = re.compile(
    rf"(?<![{LETTER}0-9.,/-])(?P<street>{_STREET}){_PART_END}"
    rf"(?P<place>(?:{_PLACE}{_PART_END}){{0,2}}(?:{_PLACE}(?:{_PART_END}| ))?)$"
)
_PLACE_ALONE = re.compile(rf"(?<![{LETTER}0-9])(?:{_WORD},? ){{0,2}}$")
_WINDOW = 110
_LEADING = words("rule_words")["addresses.english_leading"]


def find_british(view: View) -> Iterator[Span]:
    """The street, and the places with their postcode."""
    for start, end in matches(_CODE, view.folded):
        begin = max(0, start - _WINDOW)
        near = view.plain[begin:start]
        match = _WITH_STREET.search(near)
        if match and _starts(view, begin + match.start()):
            first, last = whole(view, begin + match.start(), begin + match.end("street"))
            yield Span(first, last, Label.ADDRESS, 0.86, "rule:street_british")
            place = max(last, begin + match.start("place"))  # "14 Iron Gate, First Floor, Derby"
            yield from _places(view, place, end)
        elif alone := _PLACE_ALONE.search(near):
            yield Span(begin + alone.start(), end, Label.LOCATION, 0.8, "rule:place_british")


def _places(view: View, start: int, end: int) -> Iterator[Span]:
    """One span a line."""
    for line in view.plain[start:end].split("\n"):
        name = line.lstrip(" \t>,|")
        first = start + len(line) - len(name)
        if name := name.rstrip(" ,|"):
            yield Span(first, first + len(name), Label.LOCATION, 0.9, "rule:place_british")
        start += len(line) + 1


def _starts(view: View, start: int) -> bool:
    """A line, a part of a list or a word that leads to an address is before the house number."""
    before = view.before(start, 16).rstrip()
    return opens(view, start) or before.rpartition(" ")[2].rpartition("\n")[2] in _LEADING
