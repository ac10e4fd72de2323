"""Labelling by correction: mails with the model's marks, for a reader (``corrections``).

    python -m models.training.sheets --out FOLDER [--count 2000]

Takes unlabelled mails of ``../shared/data/lm``, preferring those of which the model is not sure,
and writes sheets of 50: ``NNN.txt`` to read, ``NNN.json`` with where each mail comes from.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

from desktop.detect.detector import MODEL_FILE
from desktop.detect.layers import run_model, run_rules
from desktop.detect.merge import merge
from desktop.detect.worker import ModelWorker
from desktop.paths import models
from models.training.corrections import Mark
from models.training.sources import DATA
from models.training.unlabelled import candidates

_SHEET = 50  # mails
_UNSURE = 0.85  # scores below are shown with a question mark


def shown(text: str, marks: list[Mark]) -> str:
    """The mail with numbered marks."""
    parts, at = [], 0
    for number, mark in enumerate(marks, 1):
        unsure = "?" if mark["score"] < _UNSURE else ""
        value = text[mark["start"] : mark["end"]]
        parts += [text[at : mark["start"]], f"⟦{number}{unsure} {mark['label']}|{value}⟧"]
        at = mark["end"]
    return "".join(parts) + text[at:]


def make(out: Path, data: Path, count: int, seed: int, share: float) -> None:
    """Write sheets of mails, one in ten at random, the others because a mark is doubtful."""
    rng = random.Random(seed)
    out.mkdir(parents=True, exist_ok=True)
    model = ModelWorker(models() / MODEL_FILE, threads=2)
    held: list[dict[str, Any]] = []
    written = 0
    for file, number, text in candidates(data, rng, share):
        proposals = [*run_rules(text)[0], *run_model(model, text, seconds_per_1000=60)[0]]
        spans = merge(text, proposals)
        marks: list[Mark] = [
            {"start": s.start, "end": s.end, "label": s.label.value, "score": s.score}
            for s in sorted(spans, key=lambda s: s.start)
        ]
        doubtful = any(mark["score"] < _UNSURE for mark in marks)
        if not doubtful and rng.random() > 0.1:
            continue
        held.append({"file": file, "number": number, "text": text, "marks": marks})
        if len(held) == _SHEET:
            write_sheet(out / f"{written // _SHEET:03}", held)
            written, held = written + _SHEET, []
        if written >= count:
            break
    model.close()


def write_sheet(stem: Path, held: list[dict[str, Any]]) -> None:
    blocks = [f"##### {n}\n{shown(m['text'], m['marks'])}" for n, m in enumerate(held, 1)]
    stem.with_suffix(".json").write_text(json.dumps(held, ensure_ascii=False), "utf-8")
    stem.with_suffix(".txt").write_text("\n".join(blocks) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--count", type=int, default=2000, help="mails")
    parser.add_argument("--share", type=float, default=0.05, help="of the mails that are looked at")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    make(options.out, options.data, options.count, options.seed, options.share)


if __name__ == "__main__":
    main()
