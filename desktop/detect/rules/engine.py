"""The small core of the rule layer: a recogniser is a table row, applied in linear time.

Patterns are RE2 patterns over the folded text (``folding``), so every offset is a code point
offset. A pattern may mark its value with one group; without a group all of it is the value.
Boundaries are part of the compiled pattern: the match's neighbours are no letters or digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import re2

from desktop.detect.rules.folding import fold, lower
from desktop.domain import Label, Span

UPPER = "A-Z\xc0-\xd6\xd8-\xde"
SMALL = "a-z\xdf-\xf6\xf8-\xff"
LETTER = UPPER + SMALL
WORD = LETTER + "0-9_"

_OPTIONS = re2.Options()
_OPTIONS.encoding = re2.Options.Encoding.LATIN1
_OPTIONS.log_errors = False
_OPTIONS.max_mem = 32 << 20
_TOGETHER = 8  # patterns in a set; automata of more grow large before they are warm


def compiled(pattern: str, *, before: str | None = WORD, after: str | None = WORD) -> re2._Regexp:
    """The RE2 pattern over folded bytes, not touching signs of ``before`` and ``after``."""
    left = f"(?:\\A|[^{before}])" if before else ""
    right = f"(?:\\z|[^{after}])" if after else ""
    return re2.compile(f"{left}({pattern}){right}".encode("latin-1"), _OPTIONS)


@dataclass(frozen=True)
class View:
    """A text as the recognisers see it; all four views have the same offsets."""

    text: str

    @cached_property
    def folded(self) -> bytes:
        return fold(self.text)

    @cached_property
    def small(self) -> bytes:
        return lower(self.folded)

    @cached_property
    def plain(self) -> str:
        """The folded text as a string, for cheap looks at single signs and slices."""
        return self.folded.decode("latin-1")

    @cached_property
    def low(self) -> str:
        return self.small.decode("latin-1")

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each line, without its line end."""
        found = []
        start = 0
        for line in self.plain.split("\n"):
            found.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(found)

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each word that begins with a capital letter, inner "-" and "'" kept."""
        return tuple(match.span() for match in _CAPITAL_WORDS.finditer(self.plain))

    def line_start(self, position: int, reach: int = 400) -> int:
        """Where the line of ``position`` starts, at most ``reach`` signs back."""
        found = self.plain.rfind("\n", max(0, position - reach), position)
        return found + 1 if found >= 0 else max(0, position - reach)

    def line_end(self, position: int, reach: int = 400) -> int:
        """Where the line of ``position`` ends, at most ``reach`` signs on."""
        found = self.plain.find("\n", position, position + reach)
        return found if found >= 0 else min(len(self.plain), position + reach)

    def before(self, position: int, width: int) -> str:
        return self.low[max(0, position - width) : position]

    def after(self, position: int, width: int) -> str:
        return self.low[position : position + width]


# Linear: its parts share no sign.
_CAPITAL_WORDS = re.compile(rf"(?<![{WORD}])[{UPPER}][{LETTER}]*(?:['-][{LETTER}]+)*")

Check = Callable[[str], bool]
Accept = Callable[[View, int, int], bool]


@dataclass(frozen=True)
class Recogniser:
    """One row of a rule table.

    ``pattern`` runs on the folded text, or on its small letters if ``small``. ``context`` are words
    (small letters) of which one must stand within ``reach`` signs before the value; ``check`` is a
    checksum over the value; ``accept`` a look at the surroundings. ``before`` and ``after`` are the
    sign classes that must not touch the match. ``needs`` is a piece, in small letters, without
    which the pattern cannot match; looking for it first is cheap.
    """

    name: str
    label: Label
    pattern: str
    score: float
    small: bool = False
    context: tuple[str, ...] = ()
    reach: int = 60
    check: Check | None = None
    accept: Accept | None = None
    before: str | None = WORD
    after: str | None = WORD
    needs: str = ""
    trim: str = " \t\n.,;:!?\"'<>"
    regex: re2._Regexp = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        regex = compiled(self.pattern, before=self.before, after=self.after)
        object.__setattr__(self, "regex", regex)

    def find(self, view: View) -> Iterator[Span]:
        """The recogniser's spans in the text, from left to right."""
        if self.needs and self.needs not in view.low:
            return
        data = view.small if self.small else view.folded
        position = 0
        while position <= len(data):
            match = self.regex.search(data, position)
            if match is None:
                return
            first, last = value_of(match, self.regex.groups)
            start, end = trimmed(view.plain, first, last, self.trim)
            if start < end and self._holds(view, start, end):
                yield Span(start, end, self.label, self.score, f"rule:{self.name}")
                position = max(last, position + 1)
            else:  # what looked like the value may be the next key
                keyed = first > match.start() + 2
                position = max(first - 1 if keyed else last, position + 1, match.start() + 1)

    def _holds(self, view: View, start: int, end: int) -> bool:
        if self.context and not has_word(view.before(start, self.reach), self.context):
            return False
        if self.check and not self.check(view.plain[start:end]):
            return False
        return not self.accept or self.accept(view, start, end)


def matches(regex: re2._Regexp, data: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each value; the search goes on right after the value, not after its right
    neighbour, so that one blank may part two values."""
    position = 0
    while position <= len(data):
        match = regex.search(data, position)
        if match is None:
            return
        start, end = value_of(match, regex.groups)
        yield start, end
        position = max(end, position + 1, match.start() + 1)


def value_of(match: re2._Match, groups: int) -> tuple[int, int]:
    """The value's group, or the whole match where an optional value is not there."""
    start, end = match.span(groups)
    return (start, end) if start >= 0 else match.span(1)


def has_word(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def trimmed(text: str, start: int, end: int, signs: str) -> tuple[int, int]:
    """The stretch without leading and trailing ``signs``."""
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return start, end


class Table:
    """Recognisers that are asked together: one look at the text tells which of them can match.

    A search costs some microseconds even where nothing is found, and most of two hundred
    recognisers find nothing in a mail. RE2 sets run ``_TOGETHER`` patterns in one pass.
    """

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        self.recognisers = tuple(recognisers)

    @cached_property
    def _groups(self) -> list[tuple[bool, tuple[int, ...], re2.Set]]:
        """Built with the first text: the program's start does not pay for it."""
        found = []
        for small in (False, True):
            places = [i for i, one in enumerate(self.recognisers) if one.small is small]
            for first in range(0, len(places), _TOGETHER):
                group = tuple(places[first : first + _TOGETHER])
                found.append((small, group, self._set(group)))
        return found

    def _set(self, group: Sequence[int]) -> re2.Set:
        found = re2.Set.SearchSet(_OPTIONS)
        for place in group:
            found.Add(self.recognisers[place].regex.pattern)
        found.Add(b"")  # matches always: without it a failed search would look like an empty one
        found.Compile()
        return found

    def find(self, view: View) -> Iterator[Span]:
        """What each recogniser finds, in the order of the table."""
        possible: set[int] = set()
        for small, group, patterns in self._groups:
            hits = patterns.Match(view.small if small else view.folded)
            searched = len(group) in hits
            possible.update([group[hit] for hit in hits if hit < len(group)] if searched else group)
        for place in sorted(possible):
            yield from self.recognisers[place].find(view)
