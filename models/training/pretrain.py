"""Pretraining on packed mails: guess hidden words (the default), replaced words or the next piece.

    python -m models.training.pretrain --run RUN [--minutes 60] [--preset cpu] [--threads 2]
        [--objective masked|replaced|causal] [--name pretrain]

Runs for a given time, or for a number of steps: the learning rate falls along a cosine over it.
Stopped and started again, it goes on from the last checkpoint, ``RUN/NAME.pt``; ``--start FILE``
begins a new cosine with the weights (and the sizes) of an earlier run. Every figure goes to
``RUN/NAME.jsonl``. What is asked of the network stands in ``models.training.objectives``.
"""

from __future__ import annotations

import argparse
import math
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from desktop.detect.pieces import FACTOR_ROWS
from models.training import vocabulary
from models.training.figures import Figures
from models.training.marker import save
from models.training.network import PRESETS, Network, Shape, load_network, parameters
from models.training.objectives import OBJECTIVES, Objective

WARMUP = 0.03  # share of the time
DEFAULT = "masked"
SIZES = ("width", "layers", "hidden")  # that may be given beside the preset


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


def share_done(options: Namespace, steps: int, seconds: float) -> float:
    """The share of a run that is over, by steps where they are given, by time otherwise."""
    if options.steps:
        return steps / float(options.steps)
    return seconds / (float(options.minutes) * 60.0)


class Run:
    """Everything that a checkpoint holds."""

    def __init__(self, network: Network, objective: Objective, options: Namespace) -> None:
        self.network, self.objective, self.options = network, objective, options
        self.weights = [*network.parameters(), *objective.parameters()]
        plain = [p for p in self.weights if p.dim() < 2]
        heavy = [p for p in self.weights if p.dim() >= 2]
        groups = [{"params": heavy, "weight_decay": 0.05}, {"params": plain, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=options.rate, betas=(0.9, 0.98), fused=True)
        self.seconds, self.steps = 0.0, 0

    @property
    def done(self) -> float:
        return share_done(self.options, self.steps, self.seconds)

    @property
    def rate(self) -> float:
        return rate(self.done, self.options.rate)

    def save(self, path: Path) -> None:
        """Write a checkpoint; what an objective holds beside the network lies under own keys."""
        state = {
            "shape": self.network.shape.to_dict(),
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "seconds": self.seconds,
            "steps": self.steps,
        }
        if self.options.objective != DEFAULT:
            state["objective"] = self.options.objective
        if beside := self.objective.state_dict():
            state[self.options.objective] = beside
        save(path, state)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint; raises ValueError if it is another objective's."""
        state, wanted = torch.load(path, weights_only=True), self.options.objective
        if (found := state.get("objective", DEFAULT)) != wanted:
            raise ValueError(f"{path} belongs to the objective {found}, not {wanted}: see --name")
        self.network.load_state_dict(state["network"])
        self.objective.load_state_dict(state.get(wanted, {}))
        self.optimiser.load_state_dict(state["optimiser"])
        self.seconds, self.steps = state["seconds"], state["steps"]

    def learn(self, step: Any, arrays: Iterable[npt.NDArray[Any]], device: str) -> list[float]:
        """One step; returns the loss and its parts."""
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate
        inputs = [torch.from_numpy(array).to(device) for array in arrays]
        with torch.autocast(device, torch.bfloat16):
            loss, *parts = step(self.network, *inputs)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.steps += 1
        return [float(value.detach()) for value in (loss, *parts)]


def starting_network(options: Namespace, pieces: int) -> Network:
    """A new network of the preset's sizes or those given, or one with the sizes and weights of
    ``--start``."""
    if options.start is None:
        given = {name: getattr(options, name) for name in SIZES}
        sizes = PRESETS[options.preset] | {name: size for name, size in given.items() if size}
        return Network(Shape(pieces, FACTOR_ROWS, **sizes))
    return load_network(options.start)


def starting_run(run: Path, options: Namespace, device: str) -> Run:
    """The run from its checkpoint, or a new one. The network is drawn before what the objective
    holds beside it, so that all objectives start from the same weights."""
    network = starting_network(options, len(vocabulary.load(run).vocabulary)).to(device)
    objective = OBJECTIVES[options.objective](network.shape).to(device)
    state = Run(network, objective, options)
    if (checkpoint := run / f"{options.name}.pt").exists():
        state.load(checkpoint)
    print(f"{parameters(network) / 1e6:.2f} M parameters, {device}, step {state.steps}", flush=True)
    return state


def train(run: Path, options: Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    state = starting_run(run, options, device)
    objective, window = state.objective, state.network.shape.window
    step = torch.compile(objective) if options.compile and objective.compiles else objective
    rng = np.random.default_rng(options.seed + state.steps)
    log, names = Figures(run / f"{options.name}.jsonl"), ("loss", *objective.parts)
    last_saved, losses = time.monotonic(), []
    for batch in batches(run / "corpus", options.batch, window, options.seed + state.steps):
        began = time.monotonic()
        losses.append(state.learn(step, objective.draw(batch, rng), device))
        # the first step compiles: its time says nothing about the budget
        state.seconds += 0.0 if len(losses) == 1 and state.steps == 1 else time.monotonic() - began
        done = state.done >= 1
        if done or state.steps % 50 == 0:
            means = np.mean(losses[-50:], axis=0)
            log(
                step=state.steps,
                pieces=state.steps * options.batch * window,
                **{name: round(float(mean), 4) for name, mean in zip(names, means, strict=True)},
                seconds=round(state.seconds, 1),
                rate=round(state.rate, 6),
            )
        if done or time.monotonic() - last_saved > options.save_every:
            state.save(run / f"{options.name}.pt")
            last_saved = time.monotonic()
        if done:
            break


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    result.add_argument("--run", type=Path, required=True)
    result.add_argument("--preset", choices=sorted(PRESETS), default="cpu")
    for size in SIZES:
        result.add_argument(f"--{size}", type=int, help="instead of the preset's")
    result.add_argument("--start", type=Path, help="file with the weights of an earlier run")
    result.add_argument("--objective", choices=sorted(OBJECTIVES), default=DEFAULT)
    result.add_argument("--name", default="pretrain", help="of the checkpoint and the figures")
    result.add_argument("--minutes", type=float, default=60)
    result.add_argument("--steps", type=int, default=0, help="instead of minutes: repeatable")
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
