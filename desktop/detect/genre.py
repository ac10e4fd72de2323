"""What kind of text a mail is, told from the pieces that occur in it.

What counts as personal data depends on the kind of text: a town in a private letter is where its
writer lives, in a support mail it is often only the topic, and running text (news, encyclopaedias)
is full of names that no mail would leave unexplained. The local model reads each kind by its own
habits; which one a text is, a softmax regression over its pieces says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Genre(IntEnum):
    """Kinds of text that the local model tells apart; the value is the row of the table."""

    SUPPORT = 0  # mails to and from a service desk; also everything that is hard to tell
    PRIVATE = 1  # letters among private people
    PROSE = 2  # running text: news, encyclopaedias


@dataclass(frozen=True)
class GenreModel:
    """``weight`` (pieces, genres) and ``offset`` (genres) of the regression."""

    weight: Floats
    offset: Floats

    @classmethod
    def none(cls, pieces: int) -> GenreModel:
        """The model of files that know no kinds: every text is SUPPORT."""
        offset = np.array([1.0 if genre is Genre.SUPPORT else 0.0 for genre in Genre], np.float32)
        return cls(np.zeros((pieces, len(Genre)), np.float32), offset)

    def of(self, pieces: npt.NDArray[np.int32]) -> Genre:
        """The likeliest kind of a text with these pieces; SUPPORT for an empty one."""
        if not len(pieces):
            return Genre.SUPPORT
        found = occurring(pieces)
        scores = self.weight[found].sum(axis=0) / scale(len(found)) + self.offset
        return Genre(int(scores.argmax()))


def occurring(pieces: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Each piece once: how often one occurs says more about the length than about the kind."""
    return np.unique(pieces)


def scale(count: int) -> float:
    """What the sum of ``count`` weights is divided by, so that long mails are no surer by length
    alone than their words are."""
    return math.sqrt(count)
