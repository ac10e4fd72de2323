"""The best sequence of BIOES tags, and how sure the model is of each span in it.

Tags: 0 is "outside", then for each label four in the order begin, inside, end, single. A path may
only run B I* E, S or O; the constraint removes all others, so every path is a list of spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

OUTSIDE = 0
BEGIN, INSIDE, END, SINGLE = range(4)
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class TagSpan:
    """Positions ``first..last`` (inclusive) with the number of the label and the raw confidence.

    ``confidence`` is the least log-odds of the path's tags in the span against all others.
    """

    first: int
    last: int
    label: int
    confidence: float


def tag(label: int, part: int) -> int:
    return 1 + 4 * label + part


def tag_count(labels: int) -> int:
    return 1 + 4 * labels


def allowed(labels: int) -> npt.NDArray[np.bool_]:
    """``allowed[left, right]``: may ``right`` follow ``left``?"""
    count = tag_count(labels)
    table = np.zeros((count, count), dtype=np.bool_)
    closed = [OUTSIDE] + [tag(n, part) for n in range(labels) for part in (END, SINGLE)]
    opening = [OUTSIDE] + [tag(n, part) for n in range(labels) for part in (BEGIN, SINGLE)]
    table[np.ix_(closed, opening)] = True
    for n in range(labels):
        for left in (BEGIN, INSIDE):
            table[tag(n, left), [tag(n, INSIDE), tag(n, END)]] = True
    return table


def best_path(
    scores: Floats, labels: int, transitions: Floats | None = None
) -> npt.NDArray[np.intp]:
    """The highest-scoring allowed path through ``scores`` (positions, tags).

    ``transitions`` (tags, tags) adds a learnt weight to each allowed step. Viterbi 1967; linear in
    the positions.
    """
    length, count = scores.shape
    if not length:
        return np.zeros(0, dtype=np.intp)
    may = allowed(labels)
    closing = [OUTSIDE] + [tag(n, part) for n in range(labels) for part in (END, SINGLE)]
    opening = [OUTSIDE] + [tag(n, part) for n in range(labels) for part in (BEGIN, SINGLE)]
    if transitions is None or not transitions.any():
        # where the best tags of all positions make a path, no path is better
        best: npt.NDArray[np.intp] = scores.argmax(1)
        if best[0] in opening and best[-1] in closing and may[best[:-1], best[1:]].all():
            return best
    steps = np.where(may, 0 if transitions is None else transitions, _NEVER).astype(np.float32).T
    last = np.full(count, _NEVER, np.float32)
    last[opening] = scores[0][opening]
    came = np.zeros((length, count), dtype=np.int16)
    lanes = np.arange(count)
    for at in range(1, length):
        ways = steps + last  # ways[right, left]
        came[at] = ways.argmax(1)
        last = ways[lanes, came[at]] + scores[at]
    end = np.full(count, _NEVER, np.float32)
    end[closing] = last[closing]
    path = np.zeros(length, dtype=np.intp)
    path[-1] = int(end.argmax())
    for at in range(length - 1, 0, -1):
        path[at - 1] = came[at, path[at]]
    return path


def log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def spans_of(path: Sequence[int] | npt.NDArray[np.intp], chances: Floats) -> list[TagSpan]:
    """The spans of an allowed path; ``chances`` are the log-probabilities (positions, tags)."""
    found: list[TagSpan] = []
    first = 0
    for at, value in enumerate(path):
        if value == OUTSIDE:
            continue
        label, part = divmod(int(value) - 1, 4)
        if part in (BEGIN, SINGLE):
            first = at
        if part in (END, SINGLE):
            taken = [float(chances[i, path[i]]) for i in range(first, at + 1)]
            found.append(TagSpan(first, at, label, _odds(min(taken))))
    return found


def _odds(log_chance: float) -> float:
    chance = min(max(float(np.exp(log_chance)), 1e-6), 1 - 1e-6)
    return float(np.log(chance) - np.log1p(-chance))
