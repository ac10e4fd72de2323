"""What a vendor changed of what was sent: a list of stretches for the merge view.

Compared word by word; long texts line by line first, and words only within changed lines. The
work is bounded, also for texts made to be slow: what is too long is one changed stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

# Words with the blanks after them: blanks alone would be so frequent that they anchor nothing.
_WORD: Final = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
# Most comparisons (pieces times pieces); difflib then takes well under a second.
_MOST_WORDS: Final = 1_000_000
_MOST_LINES: Final = 1_000_000


class ChangeKind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """``sent[s]`` became ``received[r]`` for the code-point ranges ``s`` and ``r``."""

    kind: ChangeKind
    sent: tuple[int, int]
    received: tuple[int, int]


_KINDS: Final = {
    "equal": ChangeKind.SAME,
    "insert": ChangeKind.ADDED,
    "delete": ChangeKind.REMOVED,
    "replace": ChangeKind.CHANGED,
}


def difference(sent: str, received: str) -> tuple[Change, ...]:
    """The changes in order; their ranges tile both texts, neighbours differ in kind."""
    head = _common_prefix(sent, received)
    tail = _common_prefix(sent[head:][::-1], received[head:][::-1])
    middle = _compare(sent[head : len(sent) - tail], received[head : len(received) - tail])
    ends = (len(sent) - tail, len(received) - tail)
    changes = [
        Change(ChangeKind.SAME, (0, head), (0, head)),
        *(_shifted(change, head, head) for change in middle),
        Change(ChangeKind.SAME, (ends[0], len(sent)), (ends[1], len(received))),
    ]
    return tuple(_joined(changes))


def _common_prefix(one: str, other: str) -> int:
    """The length of the common beginning, back to where a word begins."""
    length = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    if length == len(one) == len(other):
        return length
    while length and (one[length - 1].isalnum() or one[length - 1] == "_"):
        length -= 1
    return length


def _compare(sent: str, received: str) -> Iterator[Change]:
    words = _WORD.findall(sent), _WORD.findall(received)
    if len(words[0]) * len(words[1]) <= _MOST_WORDS:
        yield from _matched(*words)
        return
    lines = _LINE.findall(sent), _LINE.findall(received)
    if 1 < len(lines[0]) * len(lines[1]) <= _MOST_LINES:
        for change in _matched(*lines):
            yield from _refined(sent, received, change)
        return
    yield Change(ChangeKind.CHANGED, (0, len(sent)), (0, len(received)))


def _refined(sent: str, received: str, change: Change) -> Iterator[Change]:
    """A changed stretch of lines word by word, if it is short enough."""
    old, new = sent[slice(*change.sent)], received[slice(*change.received)]
    words = _WORD.findall(old), _WORD.findall(new)
    small = len(words[0]) * len(words[1]) <= _MOST_WORDS // 25
    if change.kind is not ChangeKind.CHANGED or not small:
        yield change
        return
    for inner in _matched(*words):
        yield _shifted(inner, change.sent[0], change.received[0])


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    # difflib's heuristic against very frequent pieces stays on: it bounds the worst case.
    old_at, new_at = _offsets(old), _offsets(new)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        yield Change(_KINDS[tag], (old_at[i1], old_at[i2]), (new_at[j1], new_at[j2]))


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _shifted(change: Change, sent: int, received: int) -> Change:
    (a, b), (c, d) = change.sent, change.received
    return Change(change.kind, (a + sent, b + sent), (c + received, d + received))


def _joined(changes: Sequence[Change]) -> Iterator[Change]:
    """Without empty stretches, neighbours of one kind as one."""
    last: Change | None = None
    for change in changes:
        if change.sent[0] == change.sent[1] and change.received[0] == change.received[1]:
            continue
        if last is not None and last.kind is change.kind:
            last = Change(
                last.kind,
                (last.sent[0], change.sent[1]),
                (last.received[0], change.received[1]),
            )
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last
