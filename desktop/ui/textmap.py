"""Between the offsets of ``Span`` (code points) and those of Qt (UTF-16 code units).

``display`` makes text that Qt keeps one to one: Qt would swallow carriage returns, cut at NUL and
take some code points for its own frame marks; and direction overrides could make a text read
differently from what is marked. Each such character is shown as one visible stand-in, so every
offset stays what it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

_TOKEN_LIKE = re.compile(r"\[[A-ZÄÖÜ]{2,20}-\d{1,6}-[0-9A-Z]{1,8}\]")
_STAND_INS = {
    0x00: "␀",
    0x0B: "␋",
    0x0C: "␌",
    0x0D: " ",
    0x2028: " ",
    0x2029: " ",
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
    0xFFFC: "\ufffd",
    0xFEFF: "·",
    **dict.fromkeys((*range(8234, 8239), *range(8294, 8298)), "·"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def display(text: str) -> str:
    """``text`` as Qt may show it: same length in code points, same line ends ``\\n``."""
    return text.translate(_STAND_INS)


def display_description(text: str) -> str:
    """Like ``display``; hyphens in tokens do not break, so a token stays on one line."""
    return _TOKEN_LIKE.sub(lambda match: match[0].replace("-", "\u2011"), display(text))


class TextMap:
    """Exact offsets both ways for one text; O(log n) in the number of astral characters."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        # Position of each character beyond the BMP, in code points and in UTF-16 units.
        self._astral: list[int] = (
            [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]
        )
        self._units = [at + count for count, at in enumerate(self._astral)]

    @property
    def units(self) -> int:
        """The text's length in UTF-16 code units."""
        return self.length + len(self._astral)

    def to_units(self, point: int) -> int:
        """UTF-16 offset of code point offset ``point`` (clamped to the text)."""
        point = min(max(point, 0), self.length)
        return point + bisect_left(self._astral, point)

    def to_point(self, unit: int) -> int:
        """Code point offset of UTF-16 offset ``unit``; inside a surrogate pair: its start."""
        unit = min(max(unit, 0), self.units)
        before = bisect_right(self._units, unit)
        if before and self._units[before - 1] in (unit, unit - 1):
            return self._astral[before - 1]
        return unit - before


class Ranges:
    """Offsets in the original against offsets in the problem description (both code points).

    ``pairs`` are the replaced stretches in order: ``((start, end), (start, end))`` in the one and
    in the other; between them both texts are the same.
    """

    def __init__(self, pairs: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        self._left: list[tuple[int, int]] = []
        self._right: list[tuple[int, int]] = []
        for left, right in pairs:
            self._left.append(left)
            self._right.append(right)

    def to_description(self, point: int) -> int:
        return _carry(point, self._left, self._right)

    def to_original(self, point: int) -> int:
        return _carry(point, self._right, self._left)


def _carry(point: int, source: list[tuple[int, int]], target: list[tuple[int, int]]) -> int:
    """A point inside a replaced stretch goes to the other stretch's start."""
    at = bisect_right(source, point, key=lambda span: span[0]) - 1
    if at < 0:
        return point
    if point < source[at][1]:
        return target[at][0]
    return target[at][1] + point - source[at][1]
