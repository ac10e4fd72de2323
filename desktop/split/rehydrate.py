"""The way back: description and entries give the original, and places in one map to the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from desktop.errors import UserError
from desktop.split.split import Split
from desktop.split.tokens import Range


def rehydrate(description: str, split: Split) -> str:
    """The original text, code point for code point.

    The description must be the one of the split: what was edited is merged, not rehydrated
    (UserError ``description_changed``).
    """
    if description != split.description:
        raise UserError("description_changed")
    pieces: list[str] = []
    cursor = 0
    for entry, (_, (start, end)) in zip(split.entries, describe_map(split), strict=True):
        pieces += (description[cursor:start], entry.value)
        cursor = end
    pieces.append(description[cursor:])
    return "".join(pieces)


def describe_map(split: Split) -> list[tuple[Range, Range]]:
    """For each entry its range in the original and its token's range in the description."""
    ranges = []
    shift = 0
    for entry in split.entries:
        start = entry.start + shift
        ranges.append(((entry.start, entry.end), (start, start + len(entry.token))))
        shift += len(entry.token) - (entry.end - entry.start)
    return ranges


def to_description(split: Split, offset: int) -> int:
    """The place in the description of ``offset`` in the original; inside a mark, its token."""
    return _mapped(describe_map(split), offset)


def to_original(split: Split, offset: int) -> int:
    """The place in the original of ``offset`` in the description; inside a token, its mark."""
    return _mapped([(there, here) for here, there in describe_map(split)], offset)


def _mapped(ranges: Iterable[tuple[Range, Range]], offset: int) -> int:
    pairs = list(ranges)
    at = bisect_right(pairs, offset, key=lambda pair: pair[0][0]) - 1
    if at < 0:
        return offset
    (_, end), (target_start, target_end) = pairs[at]
    return target_start if offset < end else target_end + offset - end
