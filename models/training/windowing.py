"""Packing annotated mails into windows of one size for training."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop.detect.pieces import FACTOR_ROWS, MASK, SPECIAL, Encoded, Pieces
from models.training.policy import TAGS, Allowed, Policy, allowed_tags
from models.training.sources import Example

LEXICAL_DROP = 0.05  # share of words whose lexicon entry is hidden: names outside all lists exist
PIECE_DROP = 0.04  # share of pieces that are hidden, as in pretraining: the context has to do
_LEXICAL = slice(5, 12)


@dataclass(frozen=True)
class Item:
    """A stretch of one mail: rows (n, 13) and the tags that are right (n, TAGS)."""

    rows: npt.NDArray[np.int32]
    allowed: Allowed


@dataclass(frozen=True)
class Batch:
    """``pieces`` (B, T), ``factors`` (B, T, F), ``mail`` (B, T; -1 is padding), ``allowed``."""

    pieces: npt.NDArray[np.int64]
    factors: npt.NDArray[np.float32]
    mail: npt.NDArray[np.int16]
    allowed: Allowed


def items(
    encoded: Encoded, example: Example, policy: Policy, window: int, rng: random.Random
) -> Iterator[Item]:
    """A short mail whole, a long one in stretches from a random first cut."""
    allowed = allowed_tags(encoded, example, policy)
    count = len(encoded)
    if count <= window:
        cuts = [0, count]
    else:
        first = rng.randrange(window // 2, window + 1)
        cuts = [0, *range(first, count, window), count]
    for start, end in itertools.pairwise(cuts):
        if end - start > 2:
            yield Item(encoded.rows[start:end], allowed[start:end])


def pack(found: list[Item], window: int, rng: random.Random) -> list[list[Item]]:
    """Fill windows with stretches, first fit over a few open ones; order is random."""
    rng.shuffle(found)
    whole: list[list[Item]] = []
    open_: list[tuple[int, list[Item]]] = []
    for item in found:
        size = len(item.rows)
        for place, (left, held) in enumerate(open_):
            if size <= left:
                held.append(item)
                open_[place] = (left - size, held)
                break
        else:
            open_.append((window - size, [item]))
        if len(open_) > 64:
            open_.sort(key=lambda entry: entry[0])
            whole += [held for _, held in open_[:32]]
            open_ = open_[32:]
    whole += [held for _, held in open_]
    rng.shuffle(whole)
    return whole


def hide_words(
    rows: npt.NDArray[np.int32], pieces: Pieces, rng: np.random.Generator
) -> npt.NDArray[np.int32]:
    """Some pieces without their lexicon entry (names outside all lists exist), some hidden."""
    draw = rng.random(len(rows))
    unlisted, hidden = draw < LEXICAL_DROP + PIECE_DROP, draw < PIECE_DROP
    rows = rows.copy()
    rows[np.ix_(unlisted, np.arange(_LEXICAL.start, _LEXICAL.stop))] = pieces.offsets[_LEXICAL]
    rows[hidden, 0] = SPECIAL.index(MASK)
    return rows


def batch(
    groups: list[list[Item]], window: int, pieces: Pieces, rng: np.random.Generator | None
) -> Batch:
    """One batch of packed windows; with ``rng`` some lexicon entries are hidden."""
    size, first = len(groups), len(pieces.vocabulary)
    result = Batch(
        np.zeros((size, window), np.int64),
        np.zeros((size, window, FACTOR_ROWS), np.float32),
        np.full((size, window), -1, np.int16),
        np.zeros((size, window, TAGS), np.bool_),
    )
    for row, group in enumerate(groups):
        at = 0
        for number, item in enumerate(group):
            count = len(item.rows)
            rows = item.rows if rng is None else hide_words(item.rows, pieces, rng)
            result.pieces[row, at : at + count] = rows[:, 0]
            lanes = np.arange(at, at + count)[:, None]
            result.factors[row][lanes, rows[:, 1:] - first] = 1
            result.mail[row, at : at + count] = number
            result.allowed[row, at : at + count] = item.allowed
            at += count
    return result
