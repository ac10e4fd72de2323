"""Self-training: unlabelled mails with the marks of which trained taggers are sure.

    python -m models.training.selftrain --run RUN --teachers FILE.pt ... [--count 5000]

Each teacher (a tagger, or ``a.pt+b.pt``: the mean of their weights) reads the mail as the kind of
text it is to teach; their probabilities are averaged. A mark of which the mean is sure is taught,
a doubtful one is *open* (``policy``), and so are words that might be marked: what the teachers do
not know they do not teach (Yarowsky 1995; Lee 2013, "Pseudo-Label").
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from desktop.detect.genre import Genre
from desktop.detect.pieces import Encoded, Pieces
from desktop.detect.viterbi import OUTSIDE, Floats, best_path, log_softmax, spans_of
from models.training import vocabulary
from models.training.corrections import Mark
from models.training.distil import read_teachers
from models.training.marker import Marker, tag_scores
from models.training.policy import LABELS
from models.training.sources import DATA, Example
from models.training.unlabelled import candidates

FILE = "selftrained.jsonl"
SURE = 0.9  # a mark's chance from which on it is taught
SURELY_NONE = 0.9  # the chance of "outside" from which on a word is taught to be none
_SURE_ODDS = math.log(SURE / (1 - SURE))
_PARTS = 4  # tags a label has


def mean_of(teachers: Sequence[Marker], encoded: Encoded) -> Floats:
    """The mean of the teachers' probabilities (pieces, tags)."""
    found = [np.exp(log_softmax(tag_scores(teacher, encoded))) for teacher in teachers]
    mean: Floats = np.mean(found, axis=0, dtype=np.float32)
    return mean


def marks_of(encoded: Encoded, chances: Floats) -> list[Mark]:
    """Sure marks, and open ones for what is doubtful."""
    logs = np.log(np.maximum(chances, 1e-9))
    spans = spans_of(best_path(logs, len(LABELS)), logs)
    marks: list[Mark] = []
    free = np.ones(len(encoded), np.bool_)
    for span in spans:
        free[span.first : span.last + 1] = False
        sure = span.confidence >= _SURE_ODDS  # of its least sure piece
        marks.append(_mark(encoded, span.first, span.last, span.label, sure=sure))
    doubtful = free & (chances[:, OUTSIDE] < SURELY_NONE)
    for first, last in _stretches(doubtful):
        label = int(chances[first : last + 1, 1:].sum(axis=0).argmax()) // _PARTS
        marks.append(_mark(encoded, first, last, label, sure=False))
    return sorted(marks, key=lambda mark: int(mark["start"]))


def _mark(encoded: Encoded, first: int, last: int, label: int, *, sure: bool) -> Mark:
    mark: Mark = {
        "start": int(encoded.starts[first]),
        "end": int(encoded.ends[last]),
        "label": LABELS[label].value,
    }
    return mark if sure else mark | {"open": True}


def _stretches(flags: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[tuple[int, int]]:
    """First and last place of every run of true values."""
    at = 0
    for value, run in itertools.groupby(flags):
        size = len(list(run))
        if value:
            yield at, at + size - 1
        at += size


def selftrained(
    teachers: Sequence[Marker], pieces: Pieces, texts: Iterator[tuple[str, int, str]], kind: Genre
) -> Iterator[Example]:
    """The mails with at least one sure mark, as the teachers mark them."""
    for file, number, text in texts:
        encoded = pieces.encode(text, kind)
        marks = marks_of(encoded, mean_of(teachers, encoded))
        if any(not mark.get("open") for mark in marks):
            source = f"selftrained_{file.partition('.')[0]}_{number}"
            yield {"text": text, "spans": marks, "lang": "de", "source": source}


def write(options: argparse.Namespace) -> None:
    """The mails as lines of JSON in ``RUN/selftrained.jsonl``, for ``tag --selftrained``."""
    torch.set_num_threads(options.threads)
    teachers = read_teachers(options.run, options.teachers)
    texts = candidates(options.data, random.Random(options.seed), options.share)
    found = selftrained(teachers, vocabulary.load(options.run), texts, Genre[options.kind])
    with (options.run / FILE).open("w", encoding="utf-8") as stream:
        for example in itertools.islice(found, options.count):
            stream.write(json.dumps(example, ensure_ascii=False) + "\n")


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    result.add_argument("--run", type=Path, required=True)
    result.add_argument("--data", type=Path, default=DATA)
    result.add_argument(
        "--teachers", nargs="+", required=True, help="files in RUN; a.pt+b.pt: mean"
    )
    result.add_argument("--kind", choices=[kind.name for kind in Genre], default="PRIVATE")
    result.add_argument("--count", type=int, default=5000, help="mails")
    result.add_argument("--share", type=float, default=0.05, help="of the mails that are looked at")
    result.add_argument("--threads", type=int, default=2)
    result.add_argument("--seed", type=int, default=1)
    return result


if __name__ == "__main__":
    write(parser().parse_args())
