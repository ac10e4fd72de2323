"""Tagging: from the pretrained network to one that marks personal data.

    python -m models.training.tag --run RUN [--minutes 40] [--generated FILE.jsonl] [--name tag]

Reads ``RUN/pretrain.pt`` (``--scratch``: does without), writes ``RUN/NAME.pt`` with the averaged
weights and every figure to ``RUN/NAME.jsonl``. Runs for a given time like pretraining does.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from desktop.detect.pieces import FACTOR_ROWS, Pieces
from desktop.detect.viterbi import OUTSIDE, best_path, spans_of
from desktop.detect.windows import windows
from desktop.domain import Span
from models.training import vocabulary
from models.training.augment import Names, augment
from models.training.measure import scores
from models.training.network import PRESETS, Network, Shape
from models.training.policy import LABELS, POLICIES, TAGS, Policy
from models.training.pretrain import rate
from models.training.sources import DATA, Example, examples
from models.training.windowing import Batch, Item, batch, items, pack

HELD_OUT = {"mails_annotated": 12, "support_written": 12}  # one in so many is kept for choosing
OVERLAP = 64


class Marker(nn.Module):
    """The network and a linear head over the tags."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(network.shape.width, TAGS)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, pieces: Tensor, factors: Tensor, mask: Tensor | None = None) -> Tensor:
        scores_: Tensor = self.head(self.drop(self.network(pieces, factors, mask))).float()
        return scores_


def loss_of(
    marker: nn.Module,
    pieces: Tensor,
    factors: Tensor,
    mail: Tensor,
    allowed: Tensor,
    outside: float,
) -> Tensor:
    """Minus the log of the chance that a right tag gets; "outside" weighs ``outside``."""
    same = (mail[:, :, None] == mail[:, None, :])[:, None]
    out = marker(pieces, factors, same)
    right = torch.logsumexp(out.masked_fill(~allowed, -1e4), -1)
    loss = torch.logsumexp(out, -1) - right
    weight = torch.where(allowed[..., OUTSIDE], outside, 1.0) * (mail >= 0)
    return (loss * weight).sum() / weight.sum()


def held_out(example: Example, one_in: int) -> bool:
    return int(hashlib.sha256(example["text"].encode()).hexdigest(), 16) % one_in == 0


def load_sources(
    data: Path, generated: list[Path], leave_out: set[str]
) -> tuple[list[tuple[Example, str]], list[Example]]:
    """Training examples with the name of their source, and those held out for choosing."""
    train: list[tuple[Example, str]] = []
    choose: list[Example] = []
    for path in sorted((data / "ner").glob("*.jsonl.xz")):
        name = path.name.removesuffix(".jsonl.xz")
        if name not in POLICIES or name in leave_out:
            continue
        for example in examples(path):
            if name in HELD_OUT and held_out(example, HELD_OUT[name]):
                choose.append(example)
            else:
                train.append((example, name))
    for path in generated:
        train += [(example, "generated") for example in examples(path)]
    return train, choose


def drawn(train: list[tuple[Example, str]], rng: random.Random) -> Iterator[tuple[Example, Policy]]:
    """One pass: each example as often as its source's weight says, on average."""
    for example, name in train:
        policy = POLICIES[name]
        copies = int(policy.weight) + (rng.random() < policy.weight % 1)
        for _ in range(copies):
            yield example, policy


def passes(
    train: list[tuple[Example, str]],
    pieces: Pieces,
    names: Names,
    options: argparse.Namespace,
    window: int,
) -> Iterator[Batch]:
    """Endless batches; every pass draws and changes the examples anew."""
    rng, numbers = random.Random(options.seed), np.random.default_rng(options.seed)
    while True:
        chosen = list(drawn(train, rng))
        rng.shuffle(chosen)
        for at in range(0, len(chosen), 1500):
            held: list[Item] = []
            for example, policy in chosen[at : at + 1500]:
                changed = augment(example, names, rng, options.mentions)
                held += items(pieces.encode(changed["text"]), changed, policy, window, rng)
            groups = pack(held, window, rng)
            for start in range(0, len(groups) - options.batch + 1, options.batch):
                yield batch(groups[start : start + options.batch], window, pieces, numbers)


@torch.no_grad()
def tag_scores(marker: Marker, pieces: Pieces, text: str) -> tuple[Any, np.ndarray[Any, Any]]:
    """Encoded text and the head's scores (pieces, tags), cut into windows as at run time."""
    encoded, shape = pieces.encode(text), marker.network.shape
    result = np.zeros((len(encoded), TAGS), np.float32)
    for part in windows(len(encoded), shape.window, OVERLAP if shape.window > 2 * OVERLAP else 16):
        rows = torch.from_numpy(encoded.rows[part.start : part.end].astype(np.int64))
        factors = torch.zeros(len(rows), FACTOR_ROWS)
        factors.scatter_(1, rows[:, 1:] - shape.pieces, 1.0)
        device = marker.head.weight.device
        out = marker(rows[None, :, 0].to(device), factors[None].to(device))[0].cpu().numpy()
        result[part.keep_start : part.keep_end] = out[
            part.keep_start - part.start : part.keep_end - part.start
        ]
    return encoded, result


def find(marker: Marker, pieces: Pieces, text: str, outside: float = 0.0) -> list[Span]:
    """Spans by the same decoding as at run time; ``outside`` is added to that tag's score."""
    encoded, out = tag_scores(marker, pieces, text)
    out[:, OUTSIDE] += outside
    return [
        Span(int(encoded.starts[s.first]), int(encoded.ends[s.last]), LABELS[s.label])
        for s in spans_of(best_path(out, len(LABELS)), out)
    ]


def develop(marker: Marker, pieces: Pieces, sets: dict[str, list[Example]]) -> dict[str, Any]:
    marker.eval()
    result = {}
    for name, gold in sets.items():
        found = scores(gold, [find(marker, pieces, example["text"]) for example in gold])
        result[name] = {
            key: found[key] for key in ("f1", "recall", "char_recall_direct", "leak_any")
        }
    marker.train()
    return result


class Average:
    """Running mean of the weights over the last part of training."""

    def __init__(self, marker: Marker) -> None:
        self.marker, self.count = marker, 0
        self.sum: dict[str, Tensor] = {}

    def add(self) -> None:
        self.count += 1
        for name, value in self.marker.state_dict().items():
            if name in self.sum:
                self.sum[name] += (value - self.sum[name]) / self.count
            else:
                self.sum[name] = value.detach().clone()


def load_marker(path: Path, dropout: float = 0.0) -> Marker:
    state = torch.load(path, weights_only=True)
    marker = Marker(Network(Shape(**state["shape"]), dropout))
    marker.load_state_dict(state["marker"])
    return marker.eval()


def save_marker(
    path: Path, shape: Shape, weights: dict[str, Tensor], facts: dict[str, Any]
) -> None:
    part = path.with_suffix(".part")
    torch.save({"shape": shape.to_dict(), "marker": weights, "facts": facts}, part)
    part.replace(path)


def start(run: Path, options: argparse.Namespace, pieces: Pieces) -> Marker:
    if options.scratch:
        shape = Shape(len(pieces.vocabulary), FACTOR_ROWS, **PRESETS[options.preset])
        return Marker(Network(shape, options.dropout))
    state = torch.load(run / "pretrain.pt", weights_only=True)
    network = Network(Shape(**state["shape"]), options.dropout)
    network.load_state_dict(state["network"])
    return Marker(network)


def optimiser_of(marker: Marker, options: argparse.Namespace) -> torch.optim.Optimizer:
    head = list(marker.head.parameters())
    body = list(marker.network.parameters())
    return torch.optim.AdamW(
        [{"params": body, "factor": 1.0}, {"params": head, "factor": 2.0}],
        lr=options.rate,
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )


def train(run: Path, options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    pieces, names = vocabulary.load(run), Names.load(options.data / "lists")
    examples_, choose = load_sources(options.data, options.generated, set(options.leave_out))
    sets = {"held_out": choose}
    if (options.data / "dev").exists():
        sets["codealltag_dev"] = examples(options.data / "dev" / "codealltag_dev.jsonl.xz")[
            :: options.dev_step
        ]
    marker = start(run, options, pieces).to(device)
    marker.train()
    window = marker.network.shape.window
    optimiser, average = optimiser_of(marker, options), Average(marker)
    step = torch.compile(loss_of) if options.compile else loss_of
    log = (run / f"{options.name}.jsonl").open("a", encoding="utf-8")
    print(
        json.dumps(
            {"options": {k: str(v) for k, v in vars(options).items()}, "examples": len(examples_)}
        ),
        file=log,
        flush=True,
    )
    budget, seconds, steps, losses, measured = options.minutes * 60.0, 0.0, 0, [], 0.0
    last = time.monotonic()
    for found in passes(examples_, pieces, names, options, window):
        for group in optimiser.param_groups:
            group["lr"] = rate(seconds / budget, options.rate) * group["factor"]
        inputs = [
            torch.from_numpy(x).to(device)
            for x in (found.pieces, found.factors, found.mail, found.allowed)
        ]
        with torch.autocast(device, torch.bfloat16):
            loss = step(marker, *inputs, options.outside)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(marker.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        losses.append(float(loss.detach()))
        steps += 1
        now = time.monotonic()
        seconds += 0.0 if steps == 1 else now - last
        last = now
        if seconds > 0.7 * budget and steps % 10 == 0:
            average.add()
        done = seconds >= budget
        if steps % 50 == 0:
            line = {
                "step": steps,
                "seconds": round(seconds, 1),
                "loss": round(float(np.mean(losses[-50:])), 4),
            }
            print(json.dumps(line), file=log, flush=True)
        if not done and seconds - measured > options.measure_every:
            measured = seconds
            print(
                json.dumps({"step": steps, "develop": develop(marker, pieces, sets)}),
                file=log,
                flush=True,
            )
            save_marker(
                run / f"{options.name}.pt",
                marker.network.shape,
                marker.state_dict(),
                {"steps": steps},
            )
            last = time.monotonic()
        if done:
            break
    finish(run, options, marker, average, pieces, sets, steps, seconds, log)


def finish(
    run: Path,
    options: argparse.Namespace,
    marker: Marker,
    average: Average,
    pieces: Pieces,
    sets: dict[str, list[Example]],
    steps: int,
    seconds: float,
    log: Any,
) -> None:
    """Take the averaged weights, measure and save them."""
    if average.count:
        marker.load_state_dict(average.sum)
    figures = develop(marker, pieces, sets)
    print(
        json.dumps({"final": figures, "steps": steps, "averaged": average.count}),
        file=log,
        flush=True,
    )
    facts = {
        "steps": steps,
        "seconds": round(seconds),
        "averaged": average.count,
        "seed": options.seed,
        "pieces_seen": steps * options.batch * marker.network.shape.window,
    }
    save_marker(run / f"{options.name}.pt", marker.network.shape, marker.state_dict(), facts)
    if math.isnan(float(marker.head.weight.sum())):
        raise RuntimeError("training diverged")


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    result.add_argument("--run", type=Path, required=True)
    result.add_argument("--data", type=Path, default=DATA)
    result.add_argument("--name", default="tag")
    result.add_argument("--minutes", type=float, default=40)
    result.add_argument("--generated", type=Path, action="append", default=[])
    result.add_argument("--leave-out", action="append", default=[], help="name of a source")
    result.add_argument("--scratch", action="store_true", help="without pretraining")
    result.add_argument("--preset", choices=sorted(PRESETS), default="cpu")
    result.add_argument("--mentions", type=float, default=0.6, help="share with exchanged mentions")
    result.add_argument(
        "--outside", type=float, default=0.6, help="weight of 'outside' in the loss"
    )
    result.add_argument("--dropout", type=float, default=0.1)
    result.add_argument("--batch", type=int, default=16)
    result.add_argument("--rate", type=float, default=1e-3)
    result.add_argument("--threads", type=int, default=2)
    result.add_argument("--seed", type=int, default=1)
    result.add_argument("--measure-every", type=float, default=600, help="seconds")
    result.add_argument("--dev-step", type=int, default=1, help="measure on every n-th mail only")
    result.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    return result


def main() -> None:
    options = parser().parse_args()
    train(options.run, options)


if __name__ == "__main__":
    main()
