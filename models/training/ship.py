"""From trained weights to the file that ships: recall bias, calibration, GGUF, and its figures.

    python -m models.training.ship --run RUN [--name tag ...] --out models/trennwerk.gguf

The first of ``--kinds`` is written to ``--out``, the others beside the run; all are measured. The
rule of choice stands in ``calibrate.py``.
"""

from __future__ import annotations

import argparse
import json
import platform
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from desktop.detect.genre import Genre
from desktop.detect.pieces import Pieces
from desktop.detect.tagger import Tagger
from desktop.detect.viterbi import OUTSIDE
from models.training import export, vocabulary
from models.training.calibrate import (
    CHOSEN_ON,
    Biases,
    Scored,
    choose_bias,
    fit,
    judged,
    plot,
    reliability,
)
from models.training.marker import Marker, load_marker, overlap_of, tag_scores
from models.training.measure import scores, trim
from models.training.policy import LABELS, TAGS
from models.training.sources import Example, examples
from models.training.tag import add_sources, load_sources

Floats = npt.NDArray[np.float32]


def evaluate_file(path: Path, sets: dict[str, list[Example]], threads: int = 1) -> dict[str, Any]:
    """Figures of the file as llama.cpp runs it, and its reliability."""
    tagger = Tagger(path, threads)
    result: dict[str, Any] = {}
    for name, gold in sets.items():
        found = [tagger.find(example["text"]).spans for example in gold]
        result[name] = scores(gold, found)
        sure = []
        for example, spans in zip(gold, found, strict=True):
            want = {
                (*trim(example["text"], s["start"], s["end"]), s["label"]) for s in example["spans"]
            }
            sure += [
                (s.score, (*trim(example["text"], s.start, s.end), str(s.label)) in want)
                for s in spans
            ]
        result[name]["reliability"] = reliability(sure)
    tagger.close()
    return result


def head_of(marker: Marker, biases: Biases) -> dict[str, Floats]:
    weight = marker.head.weight.detach().float().cpu().numpy()
    offset = np.tile(marker.head.bias.detach().float().cpu().numpy(), (len(Genre), 1))
    offset[:, OUTSIDE] += [biases[genre] for genre in Genre]
    return {"weight": weight, "bias": offset, "transitions": np.zeros((TAGS, TAGS), np.float32)}


def agreement(
    marker: Marker, pieces: Pieces, path: Path, texts: list[str], biases: Biases
) -> float:
    """The greatest difference of any tag's score between PyTorch and llama.cpp."""
    tagger = Tagger(path, 1)
    worst = 0.0
    for text in texts:
        encoded, out = tag_scores(marker, pieces, text)
        out[:, OUTSIDE] += biases[encoded.genre]
        worst = max(worst, float(np.abs(tagger.scores(encoded) - out).max()))
    tagger.close()
    return worst


def development_sets(data: Path, kept: dict[str, list[Example]]) -> dict[str, list[Example]]:
    """What was held out, and the sets of ``dev/``; of the names' set only PERSON is meant."""
    only = [
        {**one, "spans": [s for s in one["spans"] if s["label"] == "PERSON"]}
        for one in kept["germeval"]
    ]
    sets = {"held_out": kept["held_out"]} | ({"germeval": only} if only else {})
    for name in ("codealltag_dev", "insurance_mails_silver", "support_hard_sample"):
        path = data / "dev" / f"{name}.jsonl.xz"
        if path.exists():
            sets[name] = examples(path)
    return sets


def chosen_head(
    marker: Marker, pieces: Pieces, sets: dict[str, list[Example]]
) -> tuple[Biases, list[dict[str, Any]], tuple[Floats, Floats]]:
    """The recall biases with what was tried, and the calibration (slopes, offsets).

    Scores are calibrated on mails alone: what counts as a name in running text is another's rule.
    """
    outs: dict[str, list[Scored]] = {
        name: [tag_scores(marker, pieces, example["text"]) for example in sets[name]]
        for name in CHOSEN_ON
        if name in sets
    }
    biases, tried = choose_bias(sets, outs)
    found = [
        one
        for name, out in outs.items()
        if CHOSEN_ON[name] is not Genre.PROSE
        for one in judged(sets[name], out, biases)
    ]
    return biases, tried, fit(found)


def ship(options: argparse.Namespace) -> dict[str, Any]:
    """Choose, write and measure; returns the report."""
    run: Path = options.run
    files = [run / f"{name}.pt" for name in options.name]
    pieces, marker = vocabulary.load(run), load_marker(*files)
    _, kept = load_sources(options.data, options.written, options.corrected)
    choose, sets = kept["held_out"], development_sets(options.data, kept)
    biases, tried, calibration = chosen_head(marker, pieces, sets)
    facts = [torch.load(file, weights_only=True)["facts"] for file in files]
    named = {genre.name: bias for genre, bias in biases.items()}
    provenance = {
        "training": facts,
        "recall_bias": named,
        "machine": platform.machine(),
        "sources": ["see models/README.md"],
        "made_with": "models/training",
    }
    report: dict[str, Any] = {"bias": named, "biases": tried, "files": {}}
    for number, kind in enumerate(options.kinds):
        path = run / f"{options.name[-1]}_{kind}.gguf" if number else options.out
        export.write(
            path,
            marker.network,
            pieces,
            labels=tuple(map(str, LABELS)),
            head=head_of(marker, biases),
            calibration=calibration,
            overlap=overlap_of(marker.network.shape),
            kind=kind,
            version=options.version,
            provenance=provenance,
        )
        worst = agreement(marker, pieces, path, [e["text"] for e in choose[:8]], biases)
        report["files"][kind] = {
            "bytes": path.stat().st_size,
            "worst_difference": round(worst, 4),
            "figures": evaluate_file(path, sets),
        }
    return report


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    add_sources(result)
    help_name = "runs of tagging; the mean of their weights is taken"
    result.add_argument("--name", nargs="+", default=["tag"], help=help_name)
    result.add_argument("--out", type=Path, required=True)
    result.add_argument("--version", default="1")
    result.add_argument("--kinds", nargs="+", default=["q8_0"], choices=sorted(export.KINDS))
    return result


def main() -> None:
    options = parser().parse_args()
    torch.set_num_threads(1)
    report = ship(options)
    (options.run / f"{options.name[-1]}_report.json").write_text(
        json.dumps(report, indent=1), "utf-8"
    )
    first = report["files"][options.kinds[0]]["figures"]
    shown = "insurance_mails_silver" if "insurance_mails_silver" in first else "held_out"
    drawing = plot(first[shown]["reliability"], f"reliability on {shown}")
    (options.run / "reliability.svg").write_text(drawing, "utf-8")
    for kind, facts in report["files"].items():
        brief = {
            n: (f["f1"], f["char_recall_direct"], f["leak_any"])
            for n, f in facts["figures"].items()
        }
        print(kind, facts["bytes"], facts["worst_difference"], brief)


if __name__ == "__main__":
    main()
