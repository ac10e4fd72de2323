"""The marks of one mail as they are edited: pure functions on frozen values, and undo/redo.

No Qt here. All offsets are code points. Every function takes ``Marks`` and returns new ``Marks``;
``History`` keeps the steps. What a human sets, moves or confirms becomes a ``human`` span.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain import HUMAN, Label, Span
from desktop.ui.mark_owners import Marks, fold, relink

JOINERS = "-'’@_.+/"  # inside a word when letters or digits stand on both sides

_EXACT_CASE = frozenset({Label.PERSON, Label.ORG, Label.LOCATION, Label.PASSWORD})


def uncertain(span: Span, below: float) -> bool:
    """A mark that no human confirmed and no layer is sure of."""
    return span.source != HUMAN and span.score < below


def snap(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Grow a selection to whole words and drop punctuation and blanks at both ends.

    None when it holds no letter or digit at all.
    """
    start, end = max(0, min(start, end)), min(len(text), max(start, end))
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if start >= end:
        return None
    return _word_start(text, start), _word_end(text, end)


def _word_start(text: str, at: int) -> int:
    while at > 0:
        if _inside(text[at - 1]):
            at -= 1
        elif at > 1 and text[at - 1] in JOINERS and text[at - 2].isalnum():
            at -= 2
        else:
            break
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text):
        if _inside(text[at]):
            at += 1
        elif at + 1 < len(text) and text[at] in JOINERS and text[at + 1].isalnum():
            at += 2
        else:
            break
    return at


def _inside(char: str) -> bool:
    # Combining marks (NFD umlauts) and joiners are parts of the letter before them.
    return char.isalnum() or char == "\u200d" or "\u0300" <= char <= "\u036f"


def add(text: str, marks: Marks, start: int, end: int, label: Label) -> Marks:
    """Mark ``text[start:end]`` by hand. What a covered mark held beyond it stays marked."""
    new = Span(start, end, label)
    spans = [new]
    for old in marks.spans:
        spans.extend(_leftovers(text, old, start, end))
    return relink(text, marks, spans)


def _leftovers(text: str, old: Span, start: int, end: int) -> Iterator[Span]:
    """The parts of ``old`` outside ``start:end``, trimmed to letters and digits."""
    if old.end <= start or end <= old.start:
        yield old
        return
    for left, right in ((old.start, min(old.end, start)), (max(old.start, end), old.end)):
        while left < right and not text[left].isalnum():
            left += 1
        while right > left and not text[right - 1].isalnum():
            right -= 1
        if left < right:
            yield replace(old, start=left, end=right)


def remove(text: str, marks: Marks, spans: Collection[Span]) -> Marks:
    return relink(text, marks, [span for span in marks.spans if span not in spans])


def relabel(text: str, marks: Marks, spans: Collection[Span], label: Label) -> Marks:
    """Give marks another label; that is a human's decision."""
    return relink(
        text,
        marks,
        [_confirmed(span, label) if span in spans else span for span in marks.spans],
    )


def accept(text: str, marks: Marks, spans: Collection[Span]) -> Marks:
    """Confirm marks as they are."""
    return relink(
        text,
        marks,
        [_confirmed(span, span.label) if span in spans else span for span in marks.spans],
    )


def _confirmed(span: Span, label: Label) -> Span:
    if span.source == HUMAN and span.label is label:
        return span
    # The layers that found it stay on record as long as they said the same label.
    sources = (*(() if span.source == HUMAN else (span.source,)), *span.agreed)
    agreed = tuple(dict.fromkeys(sources)) if span.label is label else ()
    return replace(span, label=label, score=1.0, source=HUMAN, agreed=agreed)


def resize(text: str, marks: Marks, span: Span, start: int, end: int) -> Marks:
    """Move a mark's ends; it stops at its neighbours and never becomes empty."""
    others = [other for other in marks.spans if other != span]
    low = max((other.end for other in others if other.end <= span.start), default=0)
    high = min((other.start for other in others if other.start >= span.end), default=len(text))
    start, end = max(low, start), min(high, end)
    if start >= end or not any(char.isalnum() for char in text[start:end]):
        return marks
    if (start, end) == (span.start, span.end):
        return marks
    moved = Span(start, end, span.label)
    return relink(text, marks, [moved if other == span else other for other in marks.spans])


def same_value(text: str, marks: Marks, span: Span) -> tuple[Span, ...]:
    """All marks with the same label and text as ``span``, itself included."""
    value = fold(text[span.start : span.end])
    return tuple(
        other
        for other in marks.spans
        if other.label is span.label and fold(text[other.start : other.end]) == value
    )


def occurrences(text: str, span: Span) -> tuple[tuple[int, int], ...]:
    """Every place where the marked words stand as words of their own, in text order."""
    words = text[span.start : span.end].split()
    if not words:
        return ()
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words) + r"(?!\w)"
    flags = re.NOFLAG if span.label in _EXACT_CASE else re.IGNORECASE
    return tuple(match.span() for match in re.finditer(pattern, text, flags))


def apply_to_all(text: str, marks: Marks, span: Span) -> tuple[Marks, int]:
    """Mark every occurrence of the span's words like it; returns also how many places changed.

    A place that another human mark or a longer mark covers stays as it is.
    """
    result = list(marks.spans)
    changed = 0
    for start, end in occurrences(text, span):
        touching = [other for other in result if other.start < end and start < other.end]
        if any(_stands(other, start, end) for other in touching):
            continue
        result = [other for other in result if other not in touching]
        result.append(Span(start, end, span.label))
        changed += 1
    return (relink(text, marks, result), changed) if changed else (marks, 0)


def _stands(other: Span, start: int, end: int) -> bool:
    if other.source == HUMAN:
        return True
    return other.start <= start and end <= other.end and other.end - other.start > end - start


# --- a second detection -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Difference:
    """What a second detection says otherwise than the marks on the desk; human marks stay."""

    found: tuple[Span, ...]  # new places
    lost: tuple[Span, ...]  # marks that no human confirmed and that are no longer found

    def __bool__(self) -> bool:
        return bool(self.found or self.lost)


def difference(marks: Marks, proposed: Collection[Span]) -> Difference:
    human = [span for span in marks.spans if span.source == HUMAN]
    places = {(span.start, span.end, span.label) for span in marks.spans}
    again = {(span.start, span.end, span.label) for span in proposed}
    found = tuple(
        span
        for span in sorted(proposed)
        if (span.start, span.end, span.label) not in places
        and not any(other.start < span.end and span.start < other.end for other in human)
    )
    lost = tuple(
        span
        for span in marks.spans
        if span.source != HUMAN and (span.start, span.end, span.label) not in again
    )
    return Difference(found, lost)


def take_over(text: str, marks: Marks, change: Difference) -> Marks:
    """Apply a difference: lost marks go, found ones come."""
    kept = [
        span
        for span in marks.spans
        if span not in change.lost
        and not any(new.start < span.end and span.start < new.end for new in change.found)
    ]
    return relink(text, marks, [*kept, *change.found])


def with_opinion(marks: Marks, proposed: Collection[Span]) -> tuple[Span, ...]:
    """The marks with those that a chat model added to the stored ones; it takes none away.

    ``proposed`` are the stored marks with its opinion. Edits made since then outrank it.
    """
    stored = {(span.start, span.end, span.label): span for span in proposed}
    kept = [
        span if span.source == HUMAN else stored.get((span.start, span.end, span.label), span)
        for span in marks.spans
    ]
    new = [
        span
        for span in proposed
        if span.source.startswith("instruct:")
        and not any(other.start < span.end and span.start < other.end for other in kept)
    ]
    return tuple(sorted([*kept, *new]))


# --- undo and redo ----------------------------------------------------------------------------


class StepKind(StrEnum):
    ADD = "add"
    REMOVE = "remove"
    RELABEL = "relabel"
    RESIZE = "resize"
    ACCEPT = "accept"
    APPLY_ALL = "apply_all"
    MERGE = "merge"
    MOVE = "move"
    DETECT = "detect"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step: what it was, how many marks it touched, where it happened."""

    kind: StepKind
    before: Marks
    after: Marks
    count: int = 1
    place: int = 0


class History:
    """The marks now and the way here. Steps that change nothing are not kept."""

    def __init__(self, marks: Marks = Marks()) -> None:
        self.marks = marks
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def do(self, kind: StepKind, marks: Marks, *, count: int = 1, place: int = 0) -> bool:
        """Make ``marks`` the current ones; False when they already are."""
        if marks == self.marks:
            return False
        self._done.append(Step(kind, self.marks, marks, count, place))
        self._undone.clear()
        self.marks = marks
        return True

    def undo(self) -> Step | None:
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.marks = step.before
        return step

    def redo(self) -> Step | None:
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self.marks = step.after
        return step

    @property
    def next_undo(self) -> Step | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        return self._undone[-1] if self._undone else None
