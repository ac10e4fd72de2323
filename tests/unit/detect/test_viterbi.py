"""Best paths are allowed paths, and the best of them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.detect.viterbi import (
    allowed,
    best_path,
    log_softmax,
    spans_of,
    tag,
    tag_count,
)
from desktop.detect.windows import sections, windows


def _scores(seed: int, length: int, labels: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(length, tag_count(labels))).astype(np.float32)


def _opens(value: int) -> bool:
    return value == 0 or (value - 1) % 4 in (0, 3)


def _closes(value: int) -> bool:
    return value == 0 or (value - 1) % 4 in (2, 3)


@pytest.mark.parametrize("seed", range(8))
def test_the_path_is_the_best_of_all_allowed_ones(seed: int) -> None:
    scores, may = _scores(seed, 4, 1), allowed(1)

    def worth(path: tuple[int, ...]) -> float:
        steps = itertools.pairwise(path)
        if not (_opens(path[0]) and _closes(path[-1]) and all(may[a, b] for a, b in steps)):
            return -1e9
        return float(sum(scores[i, t] for i, t in enumerate(path)))

    best = max(itertools.product(range(5), repeat=4), key=worth)
    assert tuple(best_path(scores, 1)) == best


@given(st.integers(0, 10_000), st.integers(1, 40), st.floats(0.0, 6.0))
def test_the_short_way_finds_what_the_long_one_finds(
    seed: int, length: int, outside: float
) -> None:
    scores = _scores(seed, length, 2)
    scores[:, 0] += outside  # so that the best tags often make a path as they are
    none = np.zeros((9, 9), np.float32)
    none[tag(1, 3), tag(0, 1)] = 1.0  # a step that is never allowed: the path must not change
    assert list(best_path(scores, 2)) == list(best_path(scores, 2, none))


@given(st.integers(0, 10_000), st.integers(0, 60), st.integers(1, 4))
def test_every_path_is_a_list_of_spans(seed: int, length: int, labels: int) -> None:
    scores = _scores(seed, length, labels) * 5
    path, may = best_path(scores, labels), allowed(labels)
    assert len(path) == length
    assert all(may[a, b] for a, b in itertools.pairwise(path))
    found = spans_of(path, log_softmax(scores)) if length else []
    inside = sum(span.last - span.first + 1 for span in found)
    assert inside == int((path != 0).sum())


def test_learnt_transitions_move_the_path() -> None:
    scores = np.zeros((2, 5), np.float32)
    scores[:, tag(0, 3)] = 0.1
    assert list(best_path(scores, 1)) == [4, 4]
    steps = np.zeros((5, 5), np.float32)
    steps[tag(0, 0), tag(0, 2)] = 1.0
    assert list(best_path(scores, 1, steps)) == [tag(0, 0), tag(0, 2)]


@given(st.integers(0, 3000), st.integers(8, 300), st.integers(0, 3))
def test_windows_tile_the_pieces(count: int, size: int, share: int) -> None:
    overlap = size * share // 8
    found = windows(count, size, overlap)
    assert [p for w in found for p in range(w.keep_start, w.keep_end)] == list(range(count))
    for w in found:
        assert w.end - w.start <= size
        assert w.start <= w.keep_start < w.keep_end <= w.end
        assert w.start == 0 or w.keep_start - w.start >= overlap // 2


@given(st.text(alphabet="ab \n", max_size=400), st.integers(4, 50))
def test_sections_tile_the_text(text: str, size: int) -> None:
    found = sections(text, size)
    assert "".join(text[a:b] for a, b in found) == text
    assert all(0 < b - a <= size for a, b in found)
