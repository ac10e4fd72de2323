"""What word lists and plain counting know about a word, in some bytes a word.

The lexicon keeps no words, only a 32-bit hash and twelve bits each: how common a word is in mail,
how often it stands in lower case, and whether it is a given name, a surname, a town, a street or a
firm. A hash collision gives a rare word a wrong hint, never a wrong answer: the model weighs it.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

FIELDS: tuple[tuple[str, int], ...] = (
    ("given", 4),  # no; seen 1-4, 5-99, 100+ times in the lists of children's names
    ("surname", 2),
    ("town", 3),  # no; part of a name; a whole name
    ("street", 2),
    ("firm", 2),
    ("frequency", 8),  # log4 of the count in the pretraining mails; 0 = unseen
    ("lowered", 4),  # quarters of the share written in lower case
)
_BITS = tuple((size - 1).bit_length() for _, size in FIELDS)
_NAMES = 2  # the first fields, which a genitive -s must not hide
ENTRY = 6  # bytes: a 4-byte hash and a 2-byte code, little-endian


def pack(values: tuple[int, ...]) -> int:
    """The code of the field values, the first field in the lowest bits."""
    code = shift = 0
    for value, bits in zip(values, _BITS, strict=True):
        code |= value << shift
        shift += bits
    return code


def unpack(code: int) -> tuple[int, ...]:
    """The field values of a code; values out of range (a broken file) become 0."""
    values = []
    for bits, (_, size) in zip(_BITS, FIELDS, strict=True):
        value = code & ((1 << bits) - 1)
        values.append(value if value < size else 0)
        code >>= bits
    return tuple(values)


_UNKNOWN = unpack(0)


def key(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


class Lexicon:
    """A sorted table of word hashes; ``look_up`` costs a binary search."""

    def __init__(self, keys: npt.NDArray[np.uint32], codes: npt.NDArray[np.uint16]) -> None:
        self._keys, self._codes = keys, codes

    def __len__(self) -> int:
        return len(self._keys)

    @classmethod
    def build(cls, words: Mapping[str, tuple[int, ...]]) -> Lexicon:
        """From lower-case words and their field values; on a collision the first word stays."""
        table: dict[int, int] = {}
        for word, values in words.items():
            table.setdefault(key(word), pack(values))
        keys = np.array(sorted(table), dtype=np.uint32)
        return cls(keys, np.array([table[int(k)] for k in keys], dtype=np.uint16))

    def with_words(self, words: Mapping[str, tuple[int, ...]]) -> Lexicon:
        """A lexicon in which lower-case words have these field values, whatever they had."""
        keys = np.array([key(word) for word in words], np.uint32)
        codes = np.array([pack(values) for values in words.values()], np.uint16)
        # of several entries with one key the first stays: the new ones stand in front
        both = np.concatenate((keys, self._keys))
        found, first = np.unique(both, return_index=True)
        return Lexicon(found, np.concatenate((codes, self._codes))[first])

    def to_bytes(self) -> bytes:
        return self._keys.astype("<u4").tobytes() + self._codes.astype("<u2").tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Lexicon:
        """Raises ValueError when the bytes are no lexicon (length, order)."""
        count, rest = divmod(len(data), ENTRY)
        keys = np.frombuffer(data, "<u4", count)
        if rest or np.any(keys[1:] <= keys[:-1]):
            raise ValueError("not a lexicon")
        return cls(keys, np.frombuffer(data, "<u2", count, count * 4))

    def _code(self, word: str) -> int | None:
        wanted = key(word)
        at = int(np.searchsorted(self._keys, np.uint32(wanted)))
        found = at < len(self._keys) and int(self._keys[at]) == wanted
        return int(self._codes[at]) if found else None

    def look_up(self, word: str) -> tuple[int, ...]:
        """The field values of a lower-case word; "annas" also gets the name fields of "anna"."""
        code = self._code(word)
        values = _UNKNOWN if code is None else unpack(code)
        if any(values[:_NAMES]) or len(word) < 4 or word[-1] != "s":
            return values
        stem = self._code(word[:-1])
        return values if stem is None else (*unpack(stem)[:_NAMES], *values[_NAMES:])
