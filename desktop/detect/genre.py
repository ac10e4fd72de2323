"""What kind of text a mail is, told from the pieces that occur in it.

What counts as personal data depends on the kind of text: a town in a private letter is where its
writer lives, in a support mail it is often only the topic, and running text (news, encyclopaedias)
is full of names that no mail would leave unexplained. The local model reads each kind by its own
habits; which one a text is, a softmax regression over its pieces and pairs of neighbouring pieces
says. Pairs are hashed into a table (Weinberger et al. 2009, arXiv:0902.2206): "ich schreibe" and
"schreibe ich" tell more than their words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int32]
_LEFT, _RIGHT = np.uint64(0x9E3779B1), np.uint64(0x85EBCA77)  # odd, of 32 bits: products fit in 64


class Genre(IntEnum):
    """Kinds of text that the local model tells apart; the value is the row of the table."""

    SUPPORT = 0  # mails to and from a service desk; also everything that is hard to tell
    PRIVATE = 1  # letters among private people
    PROSE = 2  # running text: news, encyclopaedias


@dataclass(frozen=True)
class GenreModel:
    """``weight`` (pieces, genres), ``offset`` (genres) and ``pairs`` (buckets, genres) of the
    regression; files before format 5 know no pairs: no buckets."""

    weight: Floats
    offset: Floats
    pairs: Floats = field(default_factory=lambda: np.zeros((0, len(Genre)), np.float32))

    @classmethod
    def none(cls, pieces: int) -> GenreModel:
        """The model of files that know no kinds: every text is SUPPORT."""
        offset = np.array([1.0 if genre is Genre.SUPPORT else 0.0 for genre in Genre], np.float32)
        return cls(np.zeros((pieces, len(Genre)), np.float32), offset)

    def of(self, pieces: Places) -> Genre:
        """The likeliest kind of a text with these pieces; SUPPORT for an empty one."""
        if not len(pieces):
            return Genre.SUPPORT
        found, paired = occurring(pieces), neighbours(pieces, len(self.pairs))
        scores = self.weight[found].sum(axis=0) / scale(len(found)) + self.offset
        scores += self.pairs[paired].sum(axis=0) / scale(len(paired))
        return Genre(int(scores.argmax()))


def occurring(pieces: Places) -> Places:
    """Each piece once: how often one occurs says more about the length than about the kind."""
    return np.unique(pieces)


def neighbours(pieces: Places, buckets: int) -> Places:
    """The bucket of each pair of pieces that stand next to each other, each bucket once."""
    if not buckets or len(pieces) < 2:
        return np.zeros(0, np.int32)
    left, right = pieces[:-1].astype(np.uint64), pieces[1:].astype(np.uint64)
    mixed = (left * _LEFT ^ right * _RIGHT) >> np.uint64(7)  # the low bits of a product are poor
    return np.unique(mixed % np.uint64(buckets)).astype(np.int32)


def scale(count: int) -> float:
    """What the sum of ``count`` weights is divided by, so that long mails are no surer by length
    alone than their words are."""
    return math.sqrt(max(1, count))
