"""Cutting a long text into windows that overlap, so that each piece sees its neighbours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start..end`` go through the model; of its answers ``keep_start..keep_end`` count."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(count: int, size: int, overlap: int) -> list[Window]:
    """Windows of at most ``size`` pieces whose kept parts tile ``0..count``.

    Each kept piece has ``overlap // 2`` neighbours or more on either side, where the text has.
    """
    if count <= size:
        return [Window(0, count, 0, count)] if count else []
    number = -((overlap - count) // (size - overlap))  # fewest windows that fit, rounded up
    found: list[Window] = []
    kept = 0
    for index in range(number):
        # windows of like length: a short rest would cost a whole window otherwise
        start = (count - overlap) * index // number
        end = (count - overlap) * (index + 1) // number + overlap
        keep_end = count if end == count else end - overlap // 2
        found.append(Window(start, end, kept, keep_end))
        kept = keep_end
    return found


def sections(text: str, size: int) -> list[tuple[int, int]]:
    """Stretches of at most ``size`` characters that tile the text, cut at line ends or blanks.

    They bound the memory that one very long text takes.
    """
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > size:
        half, end = start + size // 2, start + size
        cut = max(text.rfind("\n\n", half, end), text.rfind("\n", half, end)) + 1
        if not cut:
            cut = text.rfind(" ", half, end) + 1
        end = cut or end
        found.append((start, end))
        start = end
    if start < len(text):
        found.append((start, len(text)))
    return found
