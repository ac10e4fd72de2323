"""What pretraining asks of the network: hidden words, replaced words, or the next piece.

An objective is a module that holds what it needs beside the network (nothing, or a generator and a
head). ``draw`` turns a packed batch (B, T, 4) into the arrays of a step; ``forward`` takes the
network and these arrays as tensors and returns the loss and its ``parts``, each of shape (). The
number of places that are guessed is the same for every batch, so that a compiled step fits all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from desktop.detect.lexicon import FIELDS as LEXICON_FIELDS
from desktop.detect.lexicon import unpack
from desktop.detect.pieces import FACTOR_ROWS, FIELDS, FIRST, INSIDE
from models.training.network import Network, Shape

Packed = npt.NDArray[np.uint16]
Places = npt.NDArray[np.int64]

HIDDEN_SHARE = 0.2
GUESSED_SHARE = 0.25  # of the next pieces: guessing all of them costs more than the network itself
DETECTION_WEIGHT = 50.0  # as in Clark et al. 2020
GENERATOR = {"width": 64, "layers": 2, "heads": 2, "hidden": 128}
_ORDER = [name for name, _ in FIELDS]
_LEXICAL = [name for name, _ in LEXICON_FIELDS]


def factor_table() -> tuple[npt.NDArray[np.float32], ...]:
    """Multi-hot rows for each packed value: gaps (36), shape (24), lexicon code (4096).

    The kind of text is left out: it is taught in tagging alone."""
    starts = dict(zip(_ORDER, np.cumsum([0, *(size for _, size in FIELDS)]), strict=False))
    gaps = np.zeros((36, FACTOR_ROWS), np.float32)
    shapes = np.zeros((24, FACTOR_ROWS), np.float32)
    lexical = np.zeros((4096, FACTOR_ROWS), np.float32)
    for value in range(36):
        gaps[value, starts["before"] + value // 6] = 1
        gaps[value, starts["after"] + value % 6] = 1
    for value in range(24):
        shapes[value, starts["case"] + value // 4] = 1
        shapes[value, starts["part"] + value % 4] = 1
    for code in range(4096):
        for name, value in zip(_LEXICAL, unpack(code), strict=True):
            lexical[code, starts[name] + value] = 1
    return gaps, shapes, lexical


_TABLES = factor_table()


def factors_of(packed: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Multi-hot factors (…, F) of packed pieces (…, 4)."""
    gaps, shapes, lexical = _TABLES
    found: npt.NDArray[np.float32]
    found = gaps[packed[..., 1]] + shapes[packed[..., 2]] + lexical[packed[..., 3] & 4095]
    return found


def pieces_of(packed: npt.NDArray[Any]) -> Places:
    """The pieces (…) of packed pieces (…, 4), as the network takes them."""
    found: Places = packed[..., 0].astype(np.int64)
    return found


def hide(packed: Packed, pieces: int, rng: np.random.Generator) -> tuple[Packed, Places, Places]:
    """Hide whole words of a batch (B, T, 4); returns it with the flat places and their pieces.

    Of the hidden ones four fifths show the mask, a tenth another piece, a tenth themselves; none
    shows what the lexicon knows. The number of places is the same for every batch.
    """
    flat = packed.reshape(-1, 4).copy()
    starts = (flat[:, 2] % 4) <= 1  # whole word or first piece
    word = np.cumsum(starts)
    draw = rng.random(word[-1] + 1)[word]
    count = int(len(flat) * HIDDEN_SHARE)
    places = np.sort(np.argpartition(draw, count)[:count])
    target = flat[places, 0].astype(np.int64)
    fate = rng.random(count)
    flat[places[fate < 0.8], 0] = 0
    swapped = places[(fate >= 0.8) & (fate < 0.9)]
    flat[swapped, 0] = rng.integers(4, pieces, len(swapped))
    flat[places, 3] = 0
    return flat.reshape(packed.shape), places, target


def upcoming(packed: Packed, rng: np.random.Generator) -> tuple[Packed, Places, Places]:
    """Choose places of a batch (B, T, 4) whose next piece is guessed; no window's last is chosen.

    Returns the batch, the flat places and the pieces that follow them. The lexicon knows whole
    words, so what it says is blanked until a word's last piece: it would tell the others. Capitals
    and gaps stay, as they do at hidden places.
    """
    shown = packed.copy()
    part = packed[..., 2] % 4
    shown[(part == FIRST) | (part == INSIDE), 3] = 0
    windows, length = packed.shape[:2]
    free = windows * (length - 1)
    chosen = np.sort(rng.choice(free, int(free * GUESSED_SHARE), replace=False))
    places = chosen + chosen // (length - 1)
    return shown, places, packed.reshape(-1, 4)[places + 1, 0].astype(np.int64)


def past(length: int, device: torch.device | None = None) -> Tensor:
    """The mask (T, T) under which every position sees itself and what stands before it."""
    return torch.ones(length, length, dtype=torch.bool, device=device).tril()


def guesses(
    network: nn.Module,
    pieces: Tensor,
    factors: Tensor,
    places: Tensor,
    mask: Tensor | None = None,
) -> Tensor:
    """Logits (places, pieces) at flat ``places``; the output is tied to the embedding table."""
    hidden = network(pieces, factors, mask).flatten(0, 1)[places]
    table = network.table[: network.shape.pieces]
    return (hidden @ table.T.to(hidden.dtype)).float()


def sample(logits: Tensor, draws: Tensor) -> Tensor:
    """One piece for each row of ``logits`` (N, pieces), by ``draws`` (N,) from [0, 1).

    The inverse of the cumulated distribution takes one random number a row; noise on every logit
    (as Gumbel's) takes ten million a step, which on a processor costs more than the generator.
    """
    heights = logits.softmax(-1).cumsum(-1)
    reached = torch.searchsorted(heights, draws[:, None] * heights[:, -1:], right=True)
    return reached.squeeze(-1).clamp(max=logits.shape[-1] - 1)


def exchange(pieces: Tensor, places: Tensor, samples: Tensor) -> tuple[Tensor, Tensor]:
    """``pieces`` (B, T) with ``samples`` at flat ``places``, and where they differ now (B, T).

    A sample that happens to be the original counts as original, as in Clark et al. 2020.
    """
    shown = pieces.flatten().scatter(0, places, samples).view_as(pieces)
    return shown, shown != pieces


class Masked(nn.Module):
    """Guess the pieces of hidden words from both sides (Devlin et al. 2019, arXiv:1810.04805)."""

    parts: tuple[str, ...] = ()
    compiles = True

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.pieces = shape.pieces

    def draw(self, packed: Packed, rng: np.random.Generator) -> tuple[npt.NDArray[Any], ...]:
        """Pieces (B, T), factors (B, T, F), flat places (N,) and their pieces (N,)."""
        hidden, places, target = hide(packed, self.pieces, rng)
        return pieces_of(hidden), factors_of(hidden), places, target

    def forward(
        self, network: nn.Module, pieces: Tensor, factors: Tensor, places: Tensor, target: Tensor
    ) -> tuple[Tensor, ...]:
        return (F.cross_entropy(guesses(network, pieces, factors, places), target),)


class Causal(nn.Module):
    """Guess the next piece from what stands before (Radford et al. 2018): the same network under a
    triangular mask, the loss over a random share of the places."""

    parts: tuple[str, ...] = ()
    compiles = True

    def __init__(self, _shape: Shape) -> None:
        super().__init__()

    def draw(self, packed: Packed, rng: np.random.Generator) -> tuple[npt.NDArray[Any], ...]:
        """Pieces (B, T), factors (B, T, F), flat places (N,) and the pieces after them (N,)."""
        shown, places, target = upcoming(packed, rng)
        return pieces_of(shown), factors_of(shown), places, target

    def forward(
        self, network: nn.Module, pieces: Tensor, factors: Tensor, places: Tensor, target: Tensor
    ) -> tuple[Tensor, ...]:
        mask = past(pieces.shape[1], pieces.device)
        return (F.cross_entropy(guesses(network, pieces, factors, places, mask), target),)


class Replaced(nn.Module):
    """Tell replaced pieces from original ones (ELECTRA, Clark et al. 2020, arXiv:2003.10555).

    A small generator learns to guess hidden pieces; what it guesses takes their places, and the
    network says of every place whether it is the original. The two share no table, so the weight
    only balances them where gradients are clipped. The network never sees what the lexicon knows:
    only the hidden places lack it when the generator guesses, and its guesses have none.
    """

    parts: tuple[str, ...] = ("generator", "detector")
    compiles = False  # both networks in one step were not compiled after minutes on a busy machine

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.generator = Network(replace(shape, **GENERATOR))
        self.head = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, 1))

    def draw(self, packed: Packed, rng: np.random.Generator) -> tuple[npt.NDArray[Any], ...]:
        """As for hidden words, then a draw for each place (N,), the original pieces (B, T), and
        their factors without the lexicon (B, T, F)."""
        hidden, places, target = hide(packed, self.generator.shape.pieces, rng)
        draws = rng.random(len(places), np.float32)
        plain = packed.copy()
        plain[..., 3] = 0
        masked = pieces_of(hidden), factors_of(hidden), places, target
        return *masked, draws, pieces_of(plain), factors_of(plain)

    def forward(
        self,
        network: nn.Module,
        pieces: Tensor,
        factors: Tensor,
        places: Tensor,
        target: Tensor,
        draws: Tensor,
        original: Tensor,
        plain: Tensor,
    ) -> tuple[Tensor, ...]:
        logits = guesses(self.generator, pieces, factors, places)
        guessed = F.cross_entropy(logits, target)
        shown, differs = exchange(original, places, sample(logits.detach(), draws))
        told = self.head(network(shown, plain)).squeeze(-1)
        detected = F.binary_cross_entropy_with_logits(told.float(), differs.float())
        loss = guessed + DETECTION_WEIGHT * detected
        return loss, guessed.detach(), detected.detach()


Objective = Masked | Causal | Replaced
OBJECTIVES: dict[str, type[Masked] | type[Causal] | type[Replaced]] = {
    "masked": Masked,
    "causal": Causal,
    "replaced": Replaced,
}
