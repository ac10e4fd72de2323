"""Rehearsal: guessing hidden words goes on while a tagger learns from marked mails.

Labelled mails are few and soon known by heart; unlabelled ones are not, and what the blocks learn
from them about words in context keeps them from fitting the labels alone (as an auxiliary language
model, Rei 2017, arXiv:1704.07156; pretraining on the task's own kind of text, Gururangan et al.
2020, arXiv:2004.10964). Reads the shards of ``corpus``; works for experts of one kind of text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from desktop.detect.genre import Genre
from desktop.detect.pieces import FACTOR_ROWS
from models.training.network import Network
from models.training.objectives import Masked
from models.training.pretrain import batches


class Rehearsal:
    """``share`` times the loss of guessing hidden words, for ``size`` windows a step."""

    def __init__(
        self, corpus: Path, network: Network, kind: Genre, *, share: float, size: int, seed: int
    ) -> None:
        self.share, self._row = share, FACTOR_ROWS - len(Genre) + kind
        self.objective = Masked(network.shape)
        self._batches = batches(corpus, size, network.shape.window, seed)
        self._rng = np.random.default_rng(seed)

    def draw(self, device: str) -> list[torch.Tensor]:
        """The inputs of ``objective`` behind the network, shown as texts of the kind."""
        pieces, factors, places, target = self.objective.draw(next(self._batches), self._rng)
        factors[..., self._row] = 1
        arrays: tuple[np.ndarray[Any, Any], ...] = (pieces, factors, places, target)
        return [torch.from_numpy(array).to(device) for array in arrays]
