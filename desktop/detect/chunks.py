"""Cut a text of any length into parts that a layer can read in bounded memory and time.

Every part has a core and some text around it. The cores tile the text; a layer reads the whole
part and only what begins in the core counts, so nothing is skipped and nothing counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CORE = 8_000  # code points of a core, about two printed pages
AROUND = 600  # code points of context on either side, more than any address block


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a text: ``[start, end)`` is read, what begins in ``[first, last)`` counts."""

    start: int
    first: int
    last: int
    end: int


def chunks(text: str, *, core: int = CORE, around: int = AROUND) -> Iterator[Chunk]:
    """Parts of the text, cut at an empty line, else at a line end, else at a blank."""
    first = 0
    while first < len(text):
        last = _border(text, first + core // 2, first + core)
        start = 0 if first == 0 else _line_start(text, first, around)
        end = len(text) if last == len(text) else _line_end(text, last, around)
        yield Chunk(start, first, last, end)
        first = last


def _border(text: str, low: int, high: int) -> int:
    if high >= len(text):
        return len(text)
    for border in ("\n\n", "\n", " "):
        at = text.rfind(border, low, high)
        if at > 0:
            return at + len(border)
    return high


def _line_start(text: str, position: int, around: int) -> int:
    """Up to ``around`` before the position, not in the middle of a line if one ends there."""
    far = max(0, position - around)
    at = text.find("\n", far, position - 1) if far else -1
    return at + 1 if at >= 0 else far


def _line_end(text: str, position: int, around: int) -> int:
    far = min(len(text), position + around)
    at = text.rfind("\n", position + 1, far) if far < len(text) else -1
    return at if at > 0 else far
