"""Learn to tell kinds of text (``desktop.detect.genre``) from the annotated texts.

    python -m models.training.genres --run RUN [--generated FILE.jsonl]

Reads the vocabulary in RUN, writes ``RUN/genres.npz`` beside it and prints which share of each
source's texts is told rightly. Runs before tagging.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from desktop.detect.genre import Genre, GenreModel, neighbours, occurring, scale
from desktop.detect.pieces import Pieces
from models.training import vocabulary
from models.training.policy import POLICIES
from models.training.sources import Example
from models.training.tag import add_sources, load_sources

_STEPS, _RATE, _DECAY = 160, 0.03, 1e-5
_BUCKETS = 1 << 15
# Added chances: private letters are many kinds of text, and mails under our rules resemble them; a
# single sentence says little. With these, development texts of each kind are told alike well.
_LEAN = {Genre.PRIVATE: 6.0, Genre.PROSE: 3.0}


Packed = tuple[Tensor, Tensor, Tensor]


def packed(texts: Sequence[npt.NDArray[np.int32]]) -> Packed:
    """Rows of all texts behind each other, where each text begins, and what its sum is divided
    by."""
    sizes = [len(text) for text in texts]
    starts = np.cumsum([0, *sizes[:-1]])
    scales = torch.tensor([scale(size) for size in sizes], dtype=torch.float32)[:, None]
    return torch.from_numpy(np.concatenate(texts).astype(np.int64)), torch.tensor(starts), scales


def summed(rows: Packed, table: Tensor) -> Tensor:
    """Each text's scores (texts, genres) from its rows of ``table``."""
    flat, starts, scales = rows
    return F.embedding_bag(flat, table, starts, mode="sum") / scales


def learn(pieces: Pieces, train: Sequence[tuple[Example, str]]) -> GenreModel:
    """Softmax regression; each kind weighs the same, each source in it as in tagging."""
    texts, pairs, kinds, weights = [], [], [], []
    for example, source in train:
        found = pieces.encode(example["text"], Genre.SUPPORT).rows[:, 0]
        if len(found):
            texts.append(occurring(found))
            pairs.append(neighbours(found, _BUCKETS))
            kinds.append(int(POLICIES[source].genre))
            weights.append(POLICIES[source].weight)
    right, worth = torch.tensor(kinds), torch.tensor(weights)
    for genre in Genre:
        worth[right == genre] /= max(1e-9, float(worth[right == genre].sum()))
    single, double = packed(texts), packed(pairs)
    table = torch.zeros(len(pieces.vocabulary), len(Genre), requires_grad=True)
    paired = torch.zeros(_BUCKETS, len(Genre), requires_grad=True)
    offset = torch.zeros(len(Genre), requires_grad=True)
    optimiser = torch.optim.Adam([table, paired, offset], lr=_RATE)
    for _ in range(_STEPS):
        optimiser.zero_grad()
        scores = summed(single, table) + summed(double, paired) + offset
        missed = F.cross_entropy(scores, right, reduction="none")
        large = table.square().sum() + paired.square().sum()
        loss = (missed * worth).sum() / len(Genre) + _DECAY * large
        loss.backward()
        optimiser.step()
    lean = offset.detach().numpy().copy()
    for genre, chance in _LEAN.items():
        lean[genre] += np.log(chance)
    return GenreModel(table.detach().numpy(), lean, paired.detach().numpy())


def told(pieces: Pieces, texts: Sequence[Example]) -> list[float]:
    """Which share of the texts is told to be of each kind."""
    counts = np.zeros(len(Genre))
    for example in texts:
        counts[pieces.encode(example["text"]).genre] += 1
    return [round(float(share), 3) for share in counts / max(1, len(texts))]


def save(run: Path, genres: GenreModel) -> None:
    """The file is whole or it is the old one."""
    part = run / "genres.part.npz"
    np.savez(part, weight=genres.weight, offset=genres.offset, pairs=genres.pairs)
    part.replace(run / vocabulary.GENRES)


def make(options: argparse.Namespace) -> None:
    train, kept = load_sources(options.data, options.written, options.corrected, options.generated)
    pieces = vocabulary.load(options.run)
    genres = learn(pieces, train)
    save(options.run, genres)
    pieces = Pieces(pieces.vocabulary, pieces.lexicon, genres)
    sets: dict[str, list[Example]] = defaultdict(list, kept)
    for example, source in train:
        if len(sets[source]) < 1000:
            sets[source].append(example)
    for name, texts in sets.items():
        shares = zip((genre.name for genre in Genre), told(pieces, texts), strict=True)
        print(name, len(texts), dict(shares))


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    add_sources(result)
    result.add_argument("--generated", type=Path, action="append", default=[])
    return result


if __name__ == "__main__":
    make(parser().parse_args())
