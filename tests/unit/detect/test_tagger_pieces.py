"""Offsets of pieces are exact for every text; factors say what the writing looks like."""

from __future__ import annotations

import unicodedata

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.detect.lexicon import Lexicon, key, pack, unpack
from desktop.detect.pieces import ROWS_PER_PIECE, RUN, SPECIAL, Pieces, case_of, gap, lower, words

_LEXICON = Lexicon.build({"anna": (3, 0, 0, 0, 0, 5, 0), "haus": (0, 0, 1, 0, 0, 6, 1)})
_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß0123456789.,@-"
_VOCABULARY = (*SPECIAL, *_LETTERS, "---", "nn", "haus", "ann")
PIECES = Pieces(_VOCABULARY, _LEXICON)


@given(st.text())
def test_pieces_cover_everything_but_white_space(text: str) -> None:
    encoded = PIECES.encode(text)
    assert encoded.rows.shape == (len(encoded), ROWS_PER_PIECE)
    seen = bytearray(len(text))
    last = 0
    for start, end in zip(encoded.starts, encoded.ends, strict=True):
        assert last <= start < end <= len(text)
        seen[start:end] = b"\1" * int(end - start)
        last = int(end)
    assert all(seen[i] or c.isspace() for i, c in enumerate(text))
    assert not len(encoded) or 0 <= encoded.rows.min() <= encoded.rows.max() < PIECES.table_rows


@given(st.text())
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@given(st.text(alphabet="ABCabcäÖß ", max_size=40))
def test_capitals_change_only_the_case_factor(text: str) -> None:
    small, large = PIECES.encode(text.lower()), PIECES.encode(text)
    other = np.arange(ROWS_PER_PIECE) != 3
    assert np.array_equal(small.rows[:, other], large.rows[:, other])


def test_digits_stand_alone_and_runs_of_symbols_are_one_piece() -> None:
    assert [m.group() for m in words("ab12 ----- x_y")] == ["ab", "1", "2", "-----", "x", "_", "y"]
    run = PIECES.encode("=====").rows[0, 0]
    assert PIECES.vocabulary[run] == RUN


def test_longest_piece_first() -> None:
    ids = PIECES.encode("hausanna").rows[:, 0]
    assert [PIECES.vocabulary[i] for i in ids] == ["haus", "ann", "a"]


@given(st.text(alphabet="aouAOU\u0308\u0301n ", max_size=30))
def test_letters_with_combining_marks_count_as_one(text: str) -> None:
    encoded = PIECES.encode(text)
    whole = PIECES.encode(unicodedata.normalize("NFC", "Mu\u0308nn"))
    apart = PIECES.encode("Mu\u0308nn")
    assert np.array_equal(whole.rows, apart.rows)
    assert list(apart.ends) == [1, 3, 5]
    assert all(a < b for a, b in zip(encoded.starts, encoded.ends, strict=True))


def test_values_of_gap_and_case() -> None:
    assert [gap(blank) for blank in ("", " ", "  ", "\t", "\n", " \n\n")] == [0, 1, 2, 2, 3, 4]
    assert [case_of(word) for word in ("7", "ab", "Ab", "AB", "A", "aB")] == [0, 1, 2, 3, 4, 5]


def test_a_genitive_keeps_the_name_fields() -> None:
    assert _LEXICON.look_up("annas")[0] == 3
    assert _LEXICON.look_up("unbekannt") == unpack(0)


@given(st.tuples(*(st.integers(0, n) for n in (3, 1, 2, 1, 1, 7, 3))))
def test_lexicon_codes_round_trip(values: tuple[int, ...]) -> None:
    assert unpack(pack(values)) == values


_WORDS = st.dictionaries(st.text(min_size=1), st.tuples(*(st.integers(0, 1) for _ in range(7))))


@given(_WORDS)
def test_a_lexicon_survives_its_bytes(words_: dict[str, tuple[int, ...]]) -> None:
    made = Lexicon.build(words_)
    read = Lexicon.from_bytes(made.to_bytes())
    assert read.to_bytes() == made.to_bytes()
    assert len(read) <= len(words_)


@given(_WORDS, _WORDS)
def test_a_lexicon_takes_new_words(
    old: dict[str, tuple[int, ...]], new: dict[str, tuple[int, ...]]
) -> None:
    keys = {key(word) for word in (*old, *new)}
    assume(len(keys) == len({*old, *new}))
    made = Lexicon.build(old).with_words(new)
    assert made.to_bytes() == Lexicon.build(old | new).to_bytes()


def test_a_very_long_word_is_cut() -> None:
    assert max(len(m.group()) for m in words("x" * 10_000)) == 32
