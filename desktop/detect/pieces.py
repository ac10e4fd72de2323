"""Text to the rows of the embedding table that the local model reads.

The model does not read plain token ids. A piece of a word stands for its lower-case letters alone;
what a plain token would fold into its identity - capitals, the blanks around it, its place in the
word, whether name lists know the word - are *factors* with a few rows each, added to the piece's
row. So "MÜLLER", "Müller" and "müller" share what was learnt about them, white space costs no
pieces at all, and offsets are exact for every text because no text is ever decoded back.

Digits stand one by one: a number's meaning for us lies in its length and grouping. The last factor
is the same for all pieces of a text: what kind of text it is (``genre``).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop.detect.genre import Genre, GenreModel
from desktop.detect.lexicon import FIELDS as LEXICON_FIELDS
from desktop.detect.lexicon import Lexicon

Rows = npt.NDArray[np.int32]

MASK = "<mask>"  # stands for a hidden piece in training, never met afterwards
LETTERS = "<letters>"  # a letter outside the vocabulary
SYMBOL = "<symbol>"  # any other character outside the vocabulary
RUN = "<run>"  # three or more of the same symbol ("-----")
SPECIAL = (MASK, LETTERS, SYMBOL, RUN)

FIELDS: tuple[tuple[str, int], ...] = (
    ("before", 6),
    ("after", 6),
    ("case", 6),
    ("part", 4),
    *LEXICON_FIELDS,
    ("genre", len(Genre)),
)
FACTOR_ROWS = sum(size for _, size in FIELDS)
ROWS_PER_PIECE = 1 + len(FIELDS)
MAX_WORD = 32  # longer runs of letters are cut: bounds the work on hostile text

_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*){1,32}|\d|([^\w\s]|_)\1{2,}|\S")
_MARKED = re.compile(r"[\u0300-\u036f]")
_LETTER = re.compile(r"[^\W\d_][\u0300-\u036f]*")
_CASES = 4096  # words kept in the cache; a mail has a few hundred

GLUED, SPACE, WIDE, LINE, BLANK, EDGE = range(6)  # values of "before" and "after"
NO_LETTERS, LOWER, TITLE, UPPER, INITIAL, MIXED = range(6)  # values of "case"
WHOLE, FIRST, INSIDE, LAST = range(4)  # values of "part"


@dataclass(frozen=True, slots=True)
class Encoded:
    """The pieces of one text: offsets in code points, and ``rows`` of shape (pieces, 13)."""

    starts: Rows
    ends: Rows
    rows: Rows
    genre: Genre

    def __len__(self) -> int:
        return len(self.starts)


def lower(word: str) -> str:
    """``word`` in lower case, at the same length in code points for every input."""
    lowered = word.lower()
    if len(lowered) == len(word):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


def composed(word: str) -> tuple[str, tuple[int, ...]]:
    """``word`` with letters and their combining marks made one, and each letter's old length.

    Some mail programs write "u" and a mark for "ü"; the model knows only the one-character form.
    """
    parts = _LETTER.findall(word)
    joined = [unicodedata.normalize("NFC", part) for part in parts]
    return "".join(part[0] for part in joined), tuple(len(part) for part in parts)


def words(text: str) -> Iterable[re.Match[str]]:
    """The runs of letters, single digits and symbols of ``text``; white space lies between."""
    return _WORD.finditer(text)


def gap(blank: str) -> int:
    """The value of ``before``/``after`` for the white space between two words."""
    if not blank:
        return GLUED
    lines = blank.count("\n")
    if lines:
        return BLANK if lines > 1 else LINE
    return SPACE if len(blank) == 1 and blank != "\t" else WIDE


def case_of(word: str) -> int:
    """The value of ``case``: how a run of letters is capitalised."""
    if not word[0].isalpha():
        return NO_LETTERS
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else INITIAL
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED


class Pieces:
    """Vocabulary, lexicon and kinds of text; turns text into rows of the embedding table."""

    def __init__(
        self, vocabulary: Sequence[str], lexicon: Lexicon, genres: GenreModel | None = None
    ) -> None:
        self.vocabulary = tuple(vocabulary)
        self.lexicon = lexicon
        self.genres = genres or GenreModel.none(len(vocabulary))
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(len(piece) for piece in vocabulary if piece not in SPECIAL)
        self._letters, self._symbol = self._ids[LETTERS], self._ids[SYMBOL]
        self._run = self._ids[RUN]
        self._cache: dict[str, tuple[tuple[tuple[int, int], ...], tuple[int, ...]]] = {}
        offsets = np.cumsum([len(vocabulary), *(size for _, size in FIELDS)])
        self.offsets: Rows = np.concatenate(([0], offsets[:-1])).astype(np.int32)

    @property
    def table_rows(self) -> int:
        """Rows of the embedding table: the pieces, then the factors."""
        return len(self.vocabulary) + FACTOR_ROWS

    def split(self, word: str) -> tuple[tuple[int, int], ...]:
        """The pieces of one lower-case word as (id, length), by longest match from the left."""
        if len(word) > 2 and not word[0].isalpha():
            return ((self._ids.get(word[:3], self._run), len(word)),)
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(word):
            for size in range(min(self._longest, len(word) - at), 0, -1):
                number = self._ids.get(word[at : at + size])
                if number is not None:
                    break
            else:
                size = 1
                number = self._letters if word[at].isalpha() else self._symbol
            found.append((number, size))
            at += size
        return tuple(found)

    def word(self, word: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
        """Pieces of a word as written, and its word-level factors (case, then the lexicon's)."""
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) >= _CASES:
                self._cache.clear()
            lowered = lower(word)
            known = (self.split(lowered), (case_of(word), *self.lexicon.look_up(lowered)))
            self._cache[word] = known
        return known

    def encode(self, text: str, genre: Genre | None = None) -> Encoded:
        """All pieces of ``text`` in order; they cover every character but white space.

        ``genre``: what kind of text it is known to be; without it the pieces tell.
        """
        starts: list[int] = []
        ends: list[int] = []
        rows: list[tuple[int, ...]] = []
        matches = list(words(text))
        edges = [EDGE]
        edges += [
            gap(text[left.end() : right.start()]) for left, right in itertools.pairwise(matches)
        ]
        edges.append(EDGE)
        for number, match in enumerate(matches):
            word, widths = match.group(), None
            if _MARKED.search(word) and word[0].isalpha():
                word, widths = composed(word)
            found, (case, *lexical) = self.word(word)
            at, last, letter = match.start(), len(found) - 1, 0
            for index, (piece, size) in enumerate(found):
                before = edges[number] if index == 0 else GLUED
                after = edges[number + 1] if index == last else GLUED
                part = (
                    WHOLE if not last else FIRST if not index else LAST if index == last else INSIDE
                )
                starts.append(at)
                at += size if widths is None else sum(widths[letter : letter + size])
                letter += size
                ends.append(at)
                rows.append((piece, before, after, case, part, *lexical, 0))
        table = np.array(rows, dtype=np.int32).reshape(len(rows), ROWS_PER_PIECE)
        kind = self.genres.of(table[:, 0]) if genre is None else genre
        table[:, -1] = kind
        table += self.offsets
        return Encoded(np.array(starts, np.int32), np.array(ends, np.int32), table, kind)
