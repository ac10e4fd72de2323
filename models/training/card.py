"""The tables of the model card from the figures that ``ship`` measured.

    python -m models.training.card --report RUN/tag_report.json

Prints Markdown; the words around the tables are written by hand in ``models/README.md``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

_FIGURES = ("precision", "recall", "f1", "char_recall_direct", "leak_direct", "leak_any")
_TRIED = ("precision", "recall", "f1", "char_recall_direct", "leak_any")
_HEADS = {"char_recall_direct": "char. recall, direct", "leak_direct": "leak direct"} | {
    "leak_any": "leak any",
    "precision": "P",
    "recall": "R",
    "f1": "F1",
}


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; fractions with three digits."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def figures(sets: dict[str, Any]) -> str:
    heads = ["set", "mails", *(_HEADS[key] for key in _FIGURES)]
    return table(
        heads, ([name, f["mails"], *(f[key] for key in _FIGURES)] for name, f in sets.items())
    )


def labels(sets: dict[str, Any]) -> str:
    """F1 a label and set, with the number of marks in the gold data."""

    def cell(name: str, label: str) -> str:
        found = sets[name]["labels"].get(label)
        return f"{found['f1']:.2f} ({found['n']})" if found and found["n"] else "–"

    order = list(dict.fromkeys(label for one in sets.values() for label in one["labels"]))
    return table(["label", *sets], ([label, *(cell(n, label) for n in sets)] for label in order))


def reliability(sets: dict[str, Any]) -> str:
    """Spans, stated score and share right, by stated score."""
    steps = sorted({row["from"] for one in sets.values() for row in one["reliability"]})

    def cell(name: str, step: float) -> str:
        rows = [row for row in sets[name]["reliability"] if row["from"] == step]
        return "; ".join(f"{r['spans']} / {r['stated']:.2f} / {r['right']:.2f}" for r in rows)

    heads = ["score from", *(f"{name}: spans / stated / right" for name in sets)]
    return table(heads, ([f"{step:.1f}", *(cell(n, step) for n in sets)] for step in steps))


def biases(report: dict[str, Any]) -> str:
    """What each recall bias would give, for each kind of text on the set it is chosen on."""
    heads = ["kind chosen on", "bias", *(_HEADS[key] for key in _TRIED), "worth"]
    rows = []
    for tried in report["biases"]:
        mark = " (chosen)" if tried["chosen"] else ""
        values = [tried[key] for key in _TRIED]
        rows.append([tried["set"], f"{tried['bias']}{mark}", *values, f"{tried['worth']:.4f}"])
    return table(heads, rows)


def quantisation(report: dict[str, Any]) -> str:
    """F1 and character recall of each kind, set by set."""
    names = list(next(iter(report["files"].values()))["figures"])
    rows = []
    for kind, facts in report["files"].items():
        found = [facts["figures"][name] for name in names]
        values = [f"{f['f1']:.3f} / {f['char_recall_direct']:.3f}" for f in found]
        rows.append([kind.upper(), facts["bytes"], facts["worst_difference"], *values])
    return table(["kind", "bytes", "difference", *names], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, required=True)
    report = json.loads(parser.parse_args().report.read_text("utf-8"))
    sets = next(iter(report["files"].values()))["figures"]
    parts = [figures(sets), labels(sets), reliability(sets), biases(report), quantisation(report)]
    sys.stdout.write("\n".join(parts))


if __name__ == "__main__":
    main()
