"""Streets that stand right before a postcode and its place, whatever their name looks like."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.address_context import no_name, past_lead
from desktop.detect.rules.address_tails import whole
from desktop.detect.rules.addresses import NUMBER, first_word, strip
from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import common_words, everyday, given_names, words
from desktop.domain import Label, Span

_ANY_LINE = compiled(rf"((?:[{LETTER}][{LETTER}.'-]* ?){{1,6}} (?:(?i:{NUMBER})|1/2))", before=None)
_CODE_HERE = compiled(
    rf"((?:(?:DE?|AT?|CH|L|FL|F|I|N|NL|PL|CZ)[ -])?(?:[0-9]{{4,5}}|[0-9]{{3}} [0-9]{{2}})) "
    rf"[{UPPER}]",
    after=None,
)
_SMALL_CODE = compiled(rf"\n([0-9]{{5}}) [{LETTER}]", before=None, after=None)
_NO_BLOCK = words("rule_words")["addresses.no_block"]
_CUT_WORDS = words("rule_words")["addresses.cut_words"]
_BARE_STREETS = words("rule_words")["addresses.bare_streets"]
_PREPOSITIONS = words("rule_words")["addresses.prepositions"]
_ENDS = ("straße", "strasse", "str.", "str", "weg", "gasse", "allee", "ring", "quai", "kai", "damm")


def find_block_streets(view: View) -> Iterator[Span]:
    """Words and a number right before a postcode and place, on its line or the line above."""
    seen = -1
    for regex in (_CODE_HERE, _SMALL_CODE):
        for start, _ in matches(regex, view.folded):
            stop = start
            while stop > seen + 1 and view.plain[stop - 1] in " ,|\n\t>\xb7*/-(":
                stop -= 1
            if start - stop > 40 or start == stop or view.plain.count("\n", stop, start) > 1:
                continue
            if (span := _street_to(view, stop)) is not None:
                yield span


def _street_to(view: View, stop: int) -> Span | None:
    """The street whose last sign stands before ``stop``."""
    line = max(view.plain.rfind(sign, max(0, stop - 90), stop) for sign in '\n|\xb7;(:"')
    if view.plain[stop - 5 : stop].lower() == " bei":
        stop -= 4
    begin = max(line + 1, stop - 90, 0)
    for start in _starts(view, begin, stop):
        match = _ANY_LINE.match(view.folded, start, min(stop + 1, len(view.plain)))
        if match is None:
            continue
        end = match.span(1)[1]
        first = _cut(view, start, end)
        if first < 0:
            continue
        begin, last = whole(view, first, end)
        if last >= stop - 1:
            begin = past_lead(view, begin, last)
            return Span(begin, strip(view, last), Label.ADDRESS, 0.85, "rule:street_in_block")
    return None


def _starts(view: View, begin: int, stop: int) -> Iterator[int]:
    """The line's begin and the begin of each part behind ", ", " - ", ". " (8 at most)."""
    position = begin
    for _ in range(8):
        while position < stop and view.plain[position] in " >|*\t-=.":
            position += 1
        yield position
        places = [
            found + len(sign)
            for sign in (", ", " - ", ". ", " / ", "  ")
            if (found := view.plain.find(sign, position, stop)) >= 0
        ]
        if not places:
            return
        position = min(places)


def _cut(view: View, start: int, end: int) -> int:
    """Where the street starts among the words before the number; -1 if they are no street's."""
    digit = next((i for i in range(start, end) if view.plain[i].isdigit()), end)
    name = view.plain[start:digit].rstrip(" ")
    names = name.split(" ")
    if "@" in name or names[0].lower().rstrip(".,:") in _NO_BLOCK or no_name(names[-1]):
        return -1
    if names[0].lower() in ("haus", "hof", "nr.", "nr") and len(names) <= 2 and names[-1] in (
        "Nr.", "Nr", "nr.", "Haus", "Hof", "nr", "HAUS"
    ):  # fmt: skip
        return start
    position = start
    while len(names) > 1 and _superfluous(names):
        position += len(names[0]) + 1
        names = names[1:]
    if len(names) > 3 or _knows_its_begin(names):
        return first_word(view, position, digit)
    return position


def _knows_its_begin(names: list[str]) -> bool:
    """A whole street name ("Bernstrasse", "Beim Kirschbaum") behind a word of the sentence."""
    last = names[-1].lower()
    if any(name[:1].isupper() and name.lower() in _PREPOSITIONS for name in names[1:]):
        return True
    whole_name = last.endswith(_ENDS) and last not in _BARE_STREETS
    old = len(names) == 2 and names[0].endswith("e") and not everyday(names[0])  # "Lütge"
    return whole_name and not old


def _superfluous(names: list[str]) -> bool:
    """A word of the sentence or a person's name before the street."""
    low = names[0].lower().rstrip(",:")
    if names[0][:1].islower() and names[-1][:1].isupper():
        return True
    if given_names().get(low) and len(names) > 2:
        return True
    if names[0][:1].isupper() and names[1][:1].islower() and low not in _CUT_WORDS:
        return low in common_words() and len(names) > 3
    return (low in _CUT_WORDS and names[0][:1].isupper() is False) or low in _KEYS


_KEYS = words("rule_words")["addresses.keys"]
