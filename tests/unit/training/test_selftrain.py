"""What trained taggers may teach: marks of which they are sure; of doubtful ones nothing."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="the training road needs the 'train' extra")

from desktop.detect.genre import Genre
from desktop.detect.lexicon import Lexicon
from desktop.detect.pieces import SPECIAL, Pieces
from desktop.detect.viterbi import BEGIN, END, OUTSIDE, SINGLE, Floats, tag
from desktop.domain import Label
from models.training.policy import LABELS, POLICIES, TAGS, allowed_tags
from models.training.selftrain import marks_of

TEXT = "Anna wohnt in Testhausen bei Jo Falk"
PIECES = Pieces(
    (*SPECIAL, *(word.lower() for word in TEXT.split())),
    Lexicon.build({}),
)
PERSON, PLACE = LABELS.index(Label.PERSON), LABELS.index(Label.LOCATION)


def chances(*told: tuple[int, float]) -> Floats:
    """One (tag, its chance) a piece; what is left goes to "outside", or away from it."""
    table = np.full((len(told), TAGS), 1e-6, np.float32)
    for row, (number, chance) in zip(table, told, strict=True):
        row[OUTSIDE if number != OUTSIDE else tag(PLACE, SINGLE)] = 1 - chance
        row[number] = chance
    return table


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ((tag(PLACE, SINGLE), 0.97), ("Testhausen", "LOCATION", False)),  # sure
        (
            (tag(PLACE, SINGLE), 0.70),
            ("Testhausen", "LOCATION", True),
        ),  # a mark, but a doubtful one
        ((OUTSIDE, 0.70), ("Testhausen", "LOCATION", True)),  # none, but a doubtful one
        ((OUTSIDE, 0.97), None),  # surely none
    ],
)
def test_what_is_doubtful_is_left_open(
    place: tuple[int, float], wanted: tuple[str, str, bool] | None
) -> None:
    encoded = PIECES.encode(TEXT, Genre.PRIVATE)
    none = (OUTSIDE, 0.999)
    found = marks_of(
        encoded,
        chances(
            (tag(PERSON, SINGLE), 0.99),
            none,
            none,
            place,
            none,
            (tag(PERSON, BEGIN), 0.99),
            (tag(PERSON, END), 0.85),  # a mark is as sure as its least sure piece
        ),
    )
    told = [(TEXT[m["start"] : m["end"]], m["label"], m.get("open", False)) for m in found]
    middle = [wanted] if wanted else []
    assert told == [("Anna", "PERSON", False), *middle, ("Jo Falk", "PERSON", True)]
    example = {"text": TEXT, "spans": found}
    outside = allowed_tags(encoded, example, POLICIES["selftrained"])[:, OUTSIDE]
    assert outside.tolist() == [False, True, True, wanted is None or wanted[2], True, True, True]
