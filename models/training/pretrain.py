"""Pretraining: guess hidden words (masked language model, whole words) in packed mails.

    python -m models.training.pretrain --run RUN [--minutes 60] [--preset cpu] [--threads 2]

Runs for a given time, not a number of steps: the learning rate falls along a cosine over the
minutes. Stopped and started again, it goes on from the last checkpoint; ``--start FILE`` begins a
new cosine with the weights (and the sizes) of an earlier run. Every figure goes to
``RUN/pretrain.jsonl``.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from desktop.detect.lexicon import unpack
from desktop.detect.pieces import FACTOR_ROWS, FIELDS
from models.training import vocabulary
from models.training.figures import Figures
from models.training.network import PRESETS, Network, Shape, load_network, parameters

HIDDEN_SHARE = 0.2
WARMUP = 0.03  # share of the time
_ORDER = [name for name, _ in FIELDS]


def factor_table() -> tuple[npt.NDArray[np.float32], ...]:
    """Multi-hot rows for each packed value: gaps (36), shape (24), lexicon code (4096)."""
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
        for name, value in zip(_ORDER[4:], unpack(code), strict=True):
            lexical[code, starts[name] + value] = 1
    return gaps, shapes, lexical


_TABLES = factor_table()


def factors_of(packed: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Multi-hot factors (…, F) of packed pieces (…, 4)."""
    gaps, shapes, lexical = _TABLES
    found: npt.NDArray[np.float32]
    found = gaps[packed[..., 1]] + shapes[packed[..., 2]] + lexical[packed[..., 3] & 4095]
    return found


def hide(
    packed: npt.NDArray[np.uint16], pieces: int, rng: np.random.Generator
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
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


def batches(folder: Path, size: int, window: int, seed: int) -> Iterator[npt.NDArray[np.uint16]]:
    """Endless batches (size, window, 4); shards that appear later are taken up."""
    rng = np.random.default_rng(seed)
    turn = 0
    while True:
        shards = sorted(folder.glob("shard_*.npy"))
        if not shards:
            raise FileNotFoundError(f"no shards in {folder}")
        rows: npt.NDArray[np.uint16] = np.load(shards[turn % len(shards)])
        rows = rows[int(rng.integers(0, window)) :]
        usable = rows[: len(rows) // window * window].reshape(-1, window, 4)
        order = rng.permutation(len(usable))
        for at in range(0, len(order) - size + 1, size):
            yield usable[order[at : at + size]]
        turn += 1


def rate(done: float, peak: float) -> float:
    """Learning rate after a share ``done`` of the time: warm-up, then a cosine to a twentieth."""
    if done < WARMUP:
        return peak * max(done, 1e-4) / WARMUP
    return peak * (
        0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - WARMUP) / (1 - WARMUP))))
    )


class Run:
    """Everything that a checkpoint holds."""

    def __init__(self, network: Network, peak: float) -> None:
        self.network = network
        plain = [p for p in network.parameters() if p.dim() < 2]
        heavy = [p for p in network.parameters() if p.dim() >= 2]
        groups = [{"params": heavy, "weight_decay": 0.05}, {"params": plain, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=peak, betas=(0.9, 0.98), fused=True)
        self.seconds, self.steps = 0.0, 0

    def save(self, path: Path) -> None:
        state = {
            "shape": self.network.shape.to_dict(),
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "seconds": self.seconds,
            "steps": self.steps,
        }
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)

    def load(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.seconds, self.steps = state["seconds"], state["steps"]


def loss_of(
    network: torch.nn.Module,
    table: Tensor,
    pieces: Tensor,
    factors: Tensor,
    places: Tensor,
    target: Tensor,
) -> Tensor:
    hidden = network(pieces, factors).flatten(0, 1)[places]
    return F.cross_entropy((hidden @ table.T.to(hidden.dtype)).float(), target)


def starting_network(options: argparse.Namespace, pieces: int) -> Network:
    """A new network, or one with the sizes and weights of ``--start``."""
    if options.start is None:
        return Network(Shape(pieces, FACTOR_ROWS, **PRESETS[options.preset]))
    return load_network(options.start)


def train(run: Path, options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    pieces = vocabulary.load(run)
    state = Run(starting_network(options, len(pieces.vocabulary)).to(device), options.rate)
    shape, checkpoint = state.network.shape, run / "pretrain.pt"
    if checkpoint.exists():
        state.load(checkpoint)
    print(
        f"{parameters(state.network) / 1e6:.2f} M parameters, {device}, step {state.steps}",
        flush=True,
    )
    step = torch.compile(loss_of) if options.compile else loss_of
    rng = np.random.default_rng(options.seed + state.steps)
    log = Figures(run / "pretrain.jsonl")
    budget, last_saved, losses = options.minutes * 60.0, time.monotonic(), []
    for batch in batches(run / "corpus", options.batch, shape.window, options.seed + state.steps):
        began = time.monotonic()
        for group in state.optimiser.param_groups:
            group["lr"] = rate(state.seconds / budget, options.rate)
        hidden, places, target = hide(batch, shape.pieces, rng)
        inputs = (
            torch.from_numpy(hidden[..., 0].astype(np.int64)),
            torch.from_numpy(factors_of(hidden)),
            torch.from_numpy(places),
            torch.from_numpy(target),
        )
        with torch.autocast(device, torch.bfloat16):
            loss = step(
                state.network, state.network.table[: shape.pieces], *(x.to(device) for x in inputs)
            )
        loss.backward()
        torch.nn.utils.clip_grad_norm_(state.network.parameters(), 1.0)
        state.optimiser.step()
        state.optimiser.zero_grad()
        losses.append(float(loss.detach()))
        state.steps += 1
        # the first step compiles: its time says nothing about the budget
        state.seconds += 0.0 if len(losses) == 1 and state.steps == 1 else time.monotonic() - began
        done = state.seconds >= budget
        if done or state.steps % 50 == 0:
            log(
                step=state.steps,
                pieces=state.steps * options.batch * shape.window,
                loss=round(float(np.mean(losses[-50:])), 4),
                seconds=round(state.seconds, 1),
                rate=round(rate(state.seconds / budget, options.rate), 6),
            )
        if done or time.monotonic() - last_saved > options.save_every:
            state.save(checkpoint)
            last_saved = time.monotonic()
        if done:
            break


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    result.add_argument("--run", type=Path, required=True)
    result.add_argument("--preset", choices=sorted(PRESETS), default="cpu")
    result.add_argument("--start", type=Path, help="file with the weights of an earlier run")
    result.add_argument("--minutes", type=float, default=60)
    result.add_argument("--batch", type=int, default=16, help="windows in a step")
    result.add_argument("--rate", type=float, default=2e-3)
    result.add_argument("--threads", type=int, default=2)
    result.add_argument("--seed", type=int, default=1)
    result.add_argument("--save-every", type=float, default=180, help="seconds")
    result.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    return result


def main() -> None:
    options = parser().parse_args()
    train(options.run, options)


if __name__ == "__main__":
    main()
