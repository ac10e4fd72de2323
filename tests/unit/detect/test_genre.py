"""Kinds of text: told from the pieces, the same for all of a text, harmless when unknown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.detect import model_file
from desktop.detect.genre import Genre, GenreModel, neighbours
from desktop.detect.lexicon import Lexicon
from desktop.detect.pieces import FIELDS, SPECIAL, Pieces
from desktop.paths import models

_VOCABULARY = (*SPECIAL, *"abcdefghijklmnopqrstuvwxyz", "rechnung", "liebe", "geboren")
_TELLING = {"rechnung": Genre.SUPPORT, "liebe": Genre.PRIVATE, "geboren": Genre.PROSE}


def _pieces() -> Pieces:
    weight = np.zeros((len(_VOCABULARY), len(Genre)), np.float32)
    for word, genre in _TELLING.items():
        weight[_VOCABULARY.index(word), genre] = 4.0
    return Pieces(_VOCABULARY, Lexicon.build({}), GenreModel(weight, np.zeros(3, np.float32)))


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Ihre Rechnung", Genre.SUPPORT),
        ("Liebe a", Genre.PRIVATE),
        ("geboren in b", Genre.PROSE),
        ("", Genre.SUPPORT),  # nothing to tell from
        (" \n", Genre.SUPPORT),
        ("liebe rechnung, rechnung " * 9, Genre.SUPPORT),  # a tie: once is as good as often
    ],
)
def test_the_pieces_tell(text: str, genre: Genre) -> None:
    assert _pieces().encode(text).genre is genre


def test_a_pair_of_neighbours_tells_more_than_its_pieces() -> None:
    a, b = (_VOCABULARY.index(letter) for letter in "ab")
    pairs = np.zeros((64, len(Genre)), np.float32)
    (bucket,) = neighbours(np.array([a, b], np.int32), 64)
    pairs[bucket, Genre.PRIVATE] = 4.0
    plain = np.zeros((len(_VOCABULARY), len(Genre)), np.float32)
    told = Pieces(_VOCABULARY, Lexicon.build({}), GenreModel(plain, np.zeros(3, np.float32), pairs))
    assert told.encode("c a b c").genre is Genre.PRIVATE
    assert told.encode("b a").genre is Genre.SUPPORT


@given(st.lists(st.integers(0, 11_935), max_size=50), st.sampled_from([0, 1, 7, 1 << 15]))
def test_neighbours_are_buckets_of_the_table(pieces: list[int], buckets: int) -> None:
    found = neighbours(np.array(pieces, np.int32), buckets)
    assert len(found) <= min(buckets, max(0, len(pieces) - 1))
    assert all(0 <= bucket < buckets for bucket in found)
    assert sorted(set(found.tolist())) == found.tolist()


@given(st.text(), st.sampled_from(Genre))
def test_a_known_kind_is_the_last_factor_of_every_piece(text: str, genre: Genre) -> None:
    pieces = _pieces()
    told, known = pieces.encode(text), pieces.encode(text, genre)
    first = pieces.table_rows - len(Genre)
    assert known.genre is genre
    assert set(known.rows[:, -1].tolist()) <= {first + genre}
    assert np.array_equal(told.rows[:, :-1], known.rows[:, :-1])


@given(st.text())
def test_without_a_model_every_text_is_a_support_mail(text: str) -> None:
    assert Pieces(_VOCABULARY, Lexicon.build({})).encode(text).genre is Genre.SUPPORT


def test_the_kind_is_the_last_field() -> None:
    assert FIELDS[-1] == ("genre", len(Genre))


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (
            "Guten Tag,\n\nmeine Kundennummer ist 4471-20. Die Rechnung vom März stimmt nicht, "
            "bitte prüfen und Rückmeldung an mich.\n\nMit freundlichen Grüßen",
            Genre.SUPPORT,
        ),
        (
            "Hallo Willy,\n\nna klar, das Posting in der Newsgroup war doch Unsinn, oder? ;-)\n"
            "Schreib halt mal, wie es dir so geht.\n\nGruss",
            Genre.PRIVATE,
        ),
        (
            "Der Komponist wurde 1826 als Sohn eines Organisten geboren und starb im Exil; "
            "sein Werk geriet in Vergessenheit.",
            Genre.PROSE,
        ),
    ],
)
def test_the_shipped_model_tells_kinds_of_text(text: str, genre: Genre) -> None:
    shipped = model_file.load(models() / "trennwerk.gguf")
    assert shipped.pieces.encode(text).genre is genre
