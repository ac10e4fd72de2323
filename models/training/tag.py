"""Tagging: from the pretrained network to one that marks personal data.

    python -m models.training.tag --run RUN [--minutes 40] [--generated FILE.jsonl] [--name tag]

Reads ``RUN/pretrain.pt`` (``--start``: another file, or taggers whose mean is taken;
``--scratch``: none), writes ``RUN/NAME.pt`` with the averaged weights and every figure to
``RUN/NAME.jsonl``. Runs for a given time like pretraining does, or for a number of steps, and goes
on from ``RUN/NAME_checkpoint.pt`` when it was stopped.

``--expert KIND ...`` learns blocks and a head for some kinds of text, from their sources and the
strays of the others (``policy``); the embedding table, which all kinds share, is held still.
``--teachers FILE ...`` learns from other taggers' opinions as well (``distil``).
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from desktop.detect.genre import Genre
from desktop.detect.pieces import FACTOR_ROWS, Pieces
from models.training import corrections, vocabulary
from models.training.augment import Names, augment
from models.training.distil import Teachers, read_teachers
from models.training.figures import Figures
from models.training.handwritten import FOLDER, read_all
from models.training.marker import Average, Marker, develop, load_marker, loss_of, save
from models.training.network import PRESETS, Network, Shape
from models.training.policy import POLICIES, Policy, shown_as
from models.training.pretrain import rate, share_done
from models.training.sources import DATA, Example, examples
from models.training.windowing import Batch, Item, batch, items, pack

# one in so many is kept for choosing
HELD_OUT = {"mails_annotated": 12, "support_written": 12, "handwritten": 12}
HELD_OUT_NAMES = {"germeval2014_dev": 4}  # likewise, to measure PERSON on other people's labels
AVERAGED = 0.3  # the last share of the time, whose weights are averaged
_CHUNK = 1500  # examples that are changed and packed together


def held_out(example: Example, one_in: int) -> bool:
    return int(hashlib.sha256(example["text"].encode()).hexdigest(), 16) % one_in == 0


def load_sources(
    data: Path,
    written: Path,
    corrected: Path,
    generated: Sequence[Path] = (),
    leave_out: Container[str] = (),
    selftrained: Sequence[Path] = (),
) -> tuple[list[tuple[Example, str]], dict[str, list[Example]]]:
    """Training examples with the name of their source, and the sets held out for choosing."""
    train: list[tuple[Example, str]] = []
    kept: dict[str, list[Example]] = {"held_out": [], "germeval": []}
    found: list[tuple[str, list[Example]]] = [
        ("handwritten", read_all(written)),
        ("sentences", read_all(written / "sentences")),
        ("corrected", corrections.load(data, corrected)),
    ]
    for path in sorted((data / "ner").glob("*.jsonl.xz")):
        name = path.name.removesuffix(".jsonl.xz")
        if name in POLICIES:
            found.append((name, examples(path)))
    found += [("generated", examples(path)) for path in generated]
    found += [("selftrained", examples(path)) for path in selftrained]
    for name, ones in found:
        for example in ones if name not in leave_out else ():
            if name in HELD_OUT and held_out(example, HELD_OUT[name]):
                kept["held_out"].append(example)
            elif name in HELD_OUT_NAMES and held_out(example, HELD_OUT_NAMES[name]):
                kept["germeval"].append(example)
            else:
                train.append((example, name))
    return train, kept


def drawn(
    train: list[tuple[Example, str]], weights: Mapping[str, float], rng: random.Random
) -> Iterator[tuple[Example, Policy]]:
    """One pass: each example as often as its source's weight says, on average; ``weights`` stand
    before the policies'."""
    for example, name in train:
        policy = POLICIES[name]
        weight = weights.get(name, policy.weight)
        copies = int(weight) + (rng.random() < weight % 1)
        for _ in range(copies):
            yield example, policy


def passes(
    train: list[tuple[Example, str]],
    pieces: Pieces,
    names: Names,
    options: argparse.Namespace,
    window: int,
    seed: int,
) -> Iterator[Batch]:
    """Endless batches; every pass draws and changes the examples anew."""
    rng, numbers = random.Random(seed), np.random.default_rng(seed)
    while True:
        chosen = list(drawn(train, dict(options.weight), rng))
        rng.shuffle(chosen)
        for at in range(0, len(chosen), _CHUNK):
            held: list[Item] = []
            for example, policy in chosen[at : at + _CHUNK]:
                kind = shown_as(policy, rng)
                if options.expert and kind.name not in options.expert:
                    continue
                changed = augment(example, names, rng, options.mentions)
                encoded = pieces.encode(changed["text"], kind)
                held += items(encoded, changed, policy, window, rng)
            groups = pack(held, window, rng)
            for start in range(0, len(groups) - options.batch + 1, options.batch):
                yield batch(groups[start : start + options.batch], window, pieces, numbers)


def starting_marker(run: Path, options: argparse.Namespace, pieces: Pieces) -> Marker:
    """The pretrained network with a new head, a tagger to go on from, or a new network."""
    if options.scratch:
        shape = Shape(len(pieces.vocabulary), FACTOR_ROWS, **PRESETS[options.preset])
        return Marker(Network(shape, options.dropout), options.dropout)
    files = [run / name for name in options.start]
    state = torch.load(files[0], weights_only=True)
    marker = Marker(Network(Shape(**state["shape"]), options.dropout), options.dropout)
    if "marker" in state:
        marker.load_state_dict(load_marker(*files).state_dict())
    else:
        marker.network.load_state_dict(state["network"])
    marker.network.table.requires_grad_(not options.expert)
    return marker


class Tagging:
    """One run of the tagging training, from its checkpoint if there is one."""

    def __init__(self, run: Path, options: argparse.Namespace) -> None:
        self.run, self.options = run, options
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.pieces = vocabulary.load(run)
        self.marker = starting_marker(run, options, self.pieces).to(self.device).train()
        head = self.marker.head.parameters()
        body = [each for each in self.marker.network.parameters() if each.requires_grad]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "factor": 1.0}, {"params": list(head), "factor": 2.0}],
            lr=options.rate,
            betas=(0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )
        teachers = read_teachers(run, options.teachers)
        self.teachers = Teachers(teachers, self.device, compiled=options.compile)
        self.average, self.seconds, self.steps = Average(), 0.0, 0
        self.log = Figures(run / f"{options.name}.jsonl")
        self.checkpoint = run / f"{options.name}_checkpoint.pt"
        if self.checkpoint.exists():
            self.resume()

    @property
    def done(self) -> float:
        return share_done(self.options, self.steps, self.seconds)

    def resume(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True)
        self.marker.load_state_dict(state["marker"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average.mean, self.average.count = state["mean"], state["averaged"]
        self.seconds, self.steps = state["seconds"], state["steps"]

    def keep(self) -> None:
        state = {
            "marker": self.marker.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "mean": self.average.mean,
            "averaged": self.average.count,
            "seconds": self.seconds,
            "steps": self.steps,
        }
        save(self.checkpoint, state)

    def learn(self, step: Any, found: Batch) -> float:
        """One step; returns the loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate(self.done, self.options.rate) * group["factor"]
        arrays = (found.pieces, found.factors, found.mail, found.allowed)
        inputs = [torch.from_numpy(array).to(self.device) for array in arrays]
        told = (self.teachers(*inputs[:3]), self.options.taught) if self.options.teachers else ()
        with torch.autocast(self.device, torch.bfloat16):
            loss = step(self.marker, *inputs, self.options.outside, *told)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.marker.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.steps += 1
        if self.done > 1 - AVERAGED and self.steps % 10 == 0:
            self.average.add(self.marker)
        return float(loss.detach())

    def go(self, train: list[tuple[Example, str]], sets: dict[str, list[Example]]) -> None:
        """Learn until the time is over; measure, log and keep a checkpoint now and then."""
        options, window = self.options, self.marker.network.shape.window
        names = Names.load(options.data / "lists")
        step = torch.compile(loss_of) if options.compile else loss_of
        losses: list[float] = []
        kept = measured = self.seconds
        last = time.monotonic()
        seed = options.seed + self.steps
        for found in passes(train, self.pieces, names, options, window, seed):
            losses.append(self.learn(step, found))
            now = time.monotonic()
            # the first step compiles: its time says nothing about the budget
            self.seconds += 0.0 if len(losses) == 1 else now - last
            last = now
            if self.steps % 50 == 0:
                mean = round(float(np.mean(losses[-50:])), 4)
                self.log(step=self.steps, seconds=round(self.seconds, 1), loss=mean)
            if self.done >= 1:
                return
            if self.seconds - kept > options.save_every:
                kept = self.seconds
                self.keep()
            if self.seconds - measured > options.measure_every:
                measured = self.seconds
                self.log(step=self.steps, develop=develop(self.marker, self.pieces, sets))
                last = time.monotonic()

    def finish(self, sets: dict[str, list[Example]]) -> None:
        """Take the averaged weights, measure and save them."""
        if self.average.count:
            self.marker.load_state_dict(self.average.mean)
        if not bool(torch.isfinite(self.marker.head.weight.detach()).all()):
            raise RuntimeError("training diverged")
        figures, shape = develop(self.marker, self.pieces, sets), self.marker.network.shape
        self.log(final=figures, steps=self.steps, averaged=self.average.count)
        facts = {
            "steps": self.steps,
            "seconds": round(self.seconds),
            "averaged": self.average.count,
            "seed": self.options.seed,
            "pieces_seen": self.steps * self.options.batch * shape.window,
        }
        weights = self.marker.state_dict()
        save(
            self.run / f"{self.options.name}.pt",
            {"shape": shape.to_dict(), "marker": weights, "facts": facts},
        )
        self.checkpoint.unlink(missing_ok=True)


def train(run: Path, options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    found, kept = load_sources(
        options.data,
        options.written,
        options.corrected,
        options.generated,
        options.leave_out,
        options.selftrained,
    )
    sets = {"held_out": kept["held_out"][:: options.dev_step]}
    dev = options.data / "dev" / "codealltag_dev.jsonl.xz"
    if dev.exists():
        sets["codealltag_dev"] = examples(dev)[:: options.dev_step]
    tagging = Tagging(run, options)
    tagging.log(options={k: str(v) for k, v in vars(options).items()}, examples=len(found))
    tagging.go(found, sets)
    tagging.finish(sets)


def _weight(written: str) -> tuple[str, float]:
    name, _, value = written.partition("=")
    if name not in POLICIES:
        raise argparse.ArgumentTypeError(f"{name!r} is no source: {', '.join(sorted(POLICIES))}")
    return name, float(value)


def add_sources(result: argparse.ArgumentParser) -> None:
    """The options that say where the run and what ``load_sources`` reads lie."""
    result.add_argument("--run", type=Path, required=True)
    result.add_argument("--data", type=Path, default=DATA)
    result.add_argument("--written", type=Path, default=FOLDER, help="folder of handwritten mails")
    result.add_argument("--corrected", type=Path, default=corrections.FOLDER, help="of marks")


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    add_sources(result)
    result.add_argument("--name", default="tag")
    result.add_argument("--minutes", type=float, default=40)
    result.add_argument("--steps", type=int, default=0, help="instead of minutes: repeatable")
    result.add_argument("--generated", type=Path, action="append", default=[])
    result.add_argument("--selftrained", type=Path, action="append", default=[], help="selftrain's")
    result.add_argument("--leave-out", action="append", default=[], help="name of a source")
    result.add_argument(
        "--weight", type=_weight, action="append", default=[], help="SOURCE=COPIES, for another"
    )
    result.add_argument(
        "--start", nargs="+", default=["pretrain.pt"], help="files in RUN with the weights"
    )
    kinds = [kind.name for kind in Genre]
    result.add_argument("--expert", nargs="+", choices=kinds, help="for these kinds alone")
    help_teachers = "files in RUN (a.pt+b.pt: mean) whose opinions are learnt as well (distil)"
    result.add_argument("--teachers", nargs="+", default=[], help=help_teachers)
    result.add_argument("--taught", type=float, default=0.5, help="the opinions' share of the loss")
    result.add_argument("--scratch", action="store_true", help="without pretraining")
    result.add_argument("--preset", choices=sorted(PRESETS), default="cpu")
    result.add_argument("--mentions", type=float, default=0.6, help="share exchanged")
    result.add_argument("--outside", type=float, default=0.6, help="weight of 'outside'")
    result.add_argument("--dropout", type=float, default=0.1)
    result.add_argument("--batch", type=int, default=16, help="windows in a step")
    result.add_argument("--rate", type=float, default=1e-3)
    result.add_argument("--threads", type=int, default=2)
    result.add_argument("--seed", type=int, default=1)
    result.add_argument("--measure-every", type=float, default=600, help="seconds")
    result.add_argument("--save-every", type=float, default=240, help="seconds")
    result.add_argument("--dev-step", type=int, default=1, help="measure on every n-th mail")
    result.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    return result


def main() -> None:
    options = parser().parse_args()
    train(options.run, options)


if __name__ == "__main__":
    main()
