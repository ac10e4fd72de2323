"""From trained weights to the file that ships: recall bias, calibration, GGUF, and its figures.

    python -m models.training.ship --run RUN [--name tag] --out models/trennwerk.gguf --version 1

The rule of choice: among the biases in ``BIASES`` the one with the highest mean of F1 and character
recall of direct identifiers on the held-out mails of our own labelling (never the hard sample).
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

from desktop.detect.pieces import Pieces
from desktop.detect.tagger import Tagger
from desktop.detect.viterbi import OUTSIDE, TagSpan, best_path, log_softmax, spans_of
from desktop.domain import Span
from models.training import export, vocabulary
from models.training.marker import Marker, load_marker, overlap_of, tag_scores
from models.training.measure import scores, trim
from models.training.policy import LABELS, TAGS
from models.training.sources import DATA, Example, examples
from models.training.tag import load_sources

Floats = npt.NDArray[np.float32]

BIASES = (0.0, -0.4, -0.8, -1.2, -1.6, -2.0)
_PULL = 8.0  # spans' worth of belief that a label behaves like all labels together


def decode(encoded: Any, out: Floats, bias: float) -> list[tuple[Span, TagSpan]]:
    moved = out.copy()
    moved[:, OUTSIDE] += bias
    found = spans_of(best_path(moved, len(LABELS)), log_softmax(moved))
    return [
        (Span(int(encoded.starts[s.first]), int(encoded.ends[s.last]), LABELS[s.label]), s)
        for s in found
    ]


def choose_bias(
    gold: list[Example], outs: list[tuple[Any, Floats]]
) -> tuple[float, list[dict[str, Any]]]:
    """The bias by the rule above, and the figures of all that were tried."""
    tried = []
    for bias in BIASES:
        figures = scores(gold, [[span for span, _ in decode(e, o, bias)] for e, o in outs])
        tried.append(
            {
                "bias": bias,
                **{
                    k: figures[k]
                    for k in ("precision", "recall", "f1", "char_recall_direct", "leak_any")
                },
            }
        )
    best = max(
        tried, key=lambda figures: (figures["f1"] + figures["char_recall_direct"], figures["bias"])
    )
    return float(best["bias"]), tried


def judged(
    gold: list[Example], outs: list[tuple[Any, Floats]], bias: float
) -> list[tuple[int, float, bool]]:
    """Each found span as (label, raw confidence, was it right)."""
    result = []
    for example, (encoded, out) in zip(gold, outs, strict=True):
        text = example["text"]
        want = {(*trim(text, s["start"], s["end"]), s["label"]) for s in example["spans"]}
        for span, raw in decode(encoded, out, bias):
            right = (*trim(text, span.start, span.end), str(span.label)) in want
            result.append((raw.label, raw.confidence, right))
    return result


def fit(found: list[tuple[int, float, bool]]) -> tuple[Floats, Floats]:
    """Slope and offset a label: odds of being right = slope * confidence + offset (Platt 1999).

    One slope for all, an offset for each label, drawn towards the common one when spans are few.
    """
    labels = np.array([f[0] for f in found], dtype=np.int64)
    x = np.array([f[1] for f in found])
    y = np.array([f[2] for f in found], dtype=np.float64)
    weights = np.zeros(2 + len(LABELS))  # slope, common offset, offsets of the labels
    design = np.zeros((len(found), len(weights)))
    design[:, 0], design[:, 1] = x, 1.0
    design[np.arange(len(found)), 2 + labels] = 1.0
    prior = np.array([0.01, 0.01] + [_PULL / 4] * len(LABELS))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        gradient = design.T @ (chance - y) + prior * weights
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(prior)
        change = np.linalg.solve(curvature, gradient)
        weights -= change
        if np.abs(change).max() < 1e-6:
            break
    slope = np.full(len(LABELS), max(0.05, weights[0]), np.float32)
    return slope, (weights[1] + weights[2:]).astype(np.float32)


def reliability(spans: list[tuple[float, bool]], steps: int = 10) -> list[dict[str, float]]:
    """Stated score against share right, in bins of a tenth."""
    rows = []
    for step in range(steps):
        inside = [
            (p, r)
            for p, r in spans
            if step / steps <= p < (step + 1) / steps or (p == 1.0 and step == steps - 1)
        ]
        if inside:
            rows.append(
                {
                    "from": step / steps,
                    "spans": len(inside),
                    "stated": round(float(np.mean([p for p, _ in inside])), 3),
                    "right": round(float(np.mean([r for _, r in inside])), 3),
                }
            )
    return rows


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


def head_of(marker: Marker, bias: float) -> dict[str, Floats]:
    weight = marker.head.weight.detach().float().cpu().numpy()
    offset = marker.head.bias.detach().float().cpu().numpy().copy()
    offset[OUTSIDE] += bias
    return {"weight": weight, "bias": offset, "transitions": np.zeros((TAGS, TAGS), np.float32)}


def agreement(marker: Marker, pieces: Pieces, path: Path, texts: list[str], bias: float) -> float:
    """The greatest difference of any tag's score between PyTorch and llama.cpp."""
    tagger = Tagger(path, 1)
    worst = 0.0
    for text in texts:
        encoded, out = tag_scores(marker, pieces, text)
        out[:, OUTSIDE] += bias
        worst = max(worst, float(np.abs(tagger.scores(encoded) - out).max()))
    tagger.close()
    return worst


def development_sets(data: Path, choose: list[Example]) -> dict[str, list[Example]]:
    sets = {"held_out": choose}
    for name in ("codealltag_dev", "insurance_mails_silver", "support_hard_sample"):
        path = data / "dev" / f"{name}.jsonl.xz"
        if path.exists():
            sets[name] = examples(path)
    return sets


def ship(options: argparse.Namespace) -> dict[str, Any]:
    run: Path = options.run
    pieces, marker = vocabulary.load(run), load_marker(run / f"{options.name}.pt")
    _, choose = load_sources(options.data, [], set())
    outs = [tag_scores(marker, pieces, example["text"]) for example in choose]
    bias, tried = choose_bias(choose, outs)
    slope, offset = fit(judged(choose, outs, bias))
    facts = torch.load(run / f"{options.name}.pt", weights_only=True)["facts"]
    provenance = {
        "training": facts,
        "recall_bias": bias,
        "machine": platform.machine(),
        "sources": ["see models/README.md"],
        "made_with": "models/training",
    }
    report: dict[str, Any] = {"bias": bias, "biases": tried, "files": {}}
    sets = development_sets(options.data, choose)
    for kind in options.kinds:
        path = options.out if kind == options.kinds[0] else run / f"{options.name}_{kind}.gguf"
        export.write(
            path,
            marker.network,
            pieces,
            labels=tuple(map(str, LABELS)),
            head=head_of(marker, bias),
            calibration=(slope, offset),
            overlap=overlap_of(marker.network.shape),
            kind=kind,
            version=options.version,
            provenance=provenance,
        )
        worst = agreement(marker, pieces, path, [e["text"] for e in choose[:8]], bias)
        report["files"][kind] = {
            "bytes": path.stat().st_size,
            "worst_difference": round(worst, 4),
            "figures": evaluate_file(path, sets),
        }
    return report


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    result.add_argument("--run", type=Path, required=True)
    result.add_argument("--data", type=Path, default=DATA)
    result.add_argument("--name", default="tag")
    result.add_argument("--out", type=Path, required=True)
    result.add_argument("--version", default="1")
    result.add_argument("--kinds", nargs="+", default=["q8_0"], choices=sorted(export.KINDS))
    return result


def main() -> None:
    options = parser().parse_args()
    torch.set_num_threads(1)
    report = ship(options)
    (options.run / f"{options.name}_report.json").write_text(json.dumps(report, indent=1), "utf-8")
    for kind, facts in report["files"].items():
        brief = {
            n: (f["f1"], f["char_recall_direct"], f["leak_any"])
            for n, f in facts["figures"].items()
        }
        print(kind, facts["bytes"], facts["worst_difference"], brief)


if __name__ == "__main__":
    main()
