"""From trained weights to the file that ships: recall bias, calibration, GGUF, and its figures.

    python -m models.training.ship --run RUN [--name tag ...] --out models/trennwerk.gguf
        [--expert PRIVATE private ...] [--blocks PRIVATE=q8_0]

``--expert`` names the runs (``tag --expert``) whose mean reads texts of one kind; the other kinds
are read by the mean of ``--name``, whose embedding table all use.
The first of ``--kinds`` is written to ``--out`` (``--blocks``: an expert's blocks in another number
format), the others beside the run; all are measured. The rule of choice stands in ``calibrate.py``.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from desktop.detect.denormals import flush_denormals
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
from models.training.policy import LABELS
from models.training.sources import Example, examples
from models.training.tag import add_sources, load_sources

Floats = npt.NDArray[np.float32]
Markers = dict[Genre, Marker]  # who reads each kind of text


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


def head_of(marker: Marker, biases: Biases, calibration: tuple[Floats, Floats]) -> export.Head:
    weight = marker.head.weight.detach().float().cpu().numpy()
    offset = np.tile(marker.head.bias.detach().float().cpu().numpy(), (len(Genre), 1))
    offset[:, OUTSIDE] += [biases[genre] for genre in Genre]
    return export.Head(weight, offset, *calibration)


def scored(markers: Markers, pieces: Pieces, text: str) -> Scored:
    """The scores of the marker that reads texts of this kind."""
    encoded = pieces.encode(text)
    return encoded, tag_scores(markers[encoded.genre], encoded)


def agreement(
    markers: Markers, pieces: Pieces, path: Path, texts: list[str], biases: Biases
) -> float:
    """The greatest difference of any tag's score between PyTorch and llama.cpp."""
    tagger = Tagger(path, 1)
    worst = 0.0
    for text in texts:
        encoded, out = scored(markers, pieces, text)
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


def chosen_heads(
    markers: Markers, pieces: Pieces, sets: dict[str, list[Example]]
) -> tuple[Biases, list[dict[str, Any]], dict[Genre, export.Head]]:
    """The recall biases with what was tried, and the heads with their calibration.

    Scores are calibrated on mails alone, each marker's on those that it reads: what counts as a
    name in running text is another's rule, so an expert for it takes over what was found for
    SUPPORT. Kinds that one marker reads share its calibration, that of the first in ``Genre``.
    """
    outs: dict[str, list[Scored]] = {
        name: [scored(markers, pieces, example["text"]) for example in sets[name]]
        for name in CHOSEN_ON
        if name in sets
    }
    biases, tried = choose_bias(sets, outs)
    found: dict[Marker, list[tuple[int, float, bool]]] = defaultdict(list)
    for name, out in outs.items():
        if CHOSEN_ON[name] is not Genre.PROSE:
            for example, one in zip(sets[name], out, strict=True):
                found[markers[one[0].genre]] += judged([example], [one], biases)
    support = markers[Genre.SUPPORT]
    fitted = {marker: fit(found[marker]) for marker in {support, *found}}
    heads = {}
    for genre, marker in markers.items():
        judge = support if genre is Genre.PROSE or marker not in found else marker
        heads[genre] = head_of(marker, biases, fitted[judge])
    return biases, tried, heads


def read_markers(run: Path, options: argparse.Namespace) -> tuple[Markers, dict[str, list[Any]]]:
    """Who reads each kind of text, and the facts of their training."""
    names = dict.fromkeys(Genre, options.name)
    names |= {Genre[kind]: rest for kind, *rest in options.expert}
    files = {kind: [run / f"{name}.pt" for name in ones] for kind, ones in names.items()}
    own = load_marker(*(run / f"{name}.pt" for name in options.name))
    markers = {
        kind: own if names[kind] == options.name else load_marker(*ones)
        for kind, ones in files.items()
    }
    for kind, marker in markers.items():
        if not torch.allclose(marker.network.table, own.network.table, atol=1e-5):
            raise SystemExit(f"the expert for {kind.name} was trained with another table")
    if own not in markers.values():
        raise SystemExit("no kind of text is left to the runs of --name")
    facts = {
        kind.name: [torch.load(file, weights_only=True)["facts"] for file in ones]
        for kind, ones in files.items()
    }
    return markers, facts


def ship(options: argparse.Namespace) -> dict[str, Any]:
    """Choose, write and measure; returns the report."""
    run: Path = options.run
    pieces, (markers, facts) = vocabulary.load(run), read_markers(run, options)
    _, kept = load_sources(options.data, options.written, options.corrected)
    choose, sets = kept["held_out"], development_sets(options.data, kept)
    biases, tried, heads = chosen_heads(markers, pieces, sets)
    experts = {
        Genre[kind]: (markers[Genre[kind]].network, heads[Genre[kind]])
        for kind, *_ in options.expert
    }
    own = next(kind for kind in Genre if kind not in experts)
    main = markers[own]
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
            main.network,
            pieces,
            labels=tuple(map(str, LABELS)),
            head=heads[own],
            experts=experts,
            overlap=overlap_of(main.network.shape),
            kind=kind,
            kinds_of_experts=dict(options.blocks) if number == 0 else {},
            version=options.version,
            provenance=provenance,
        )
        worst = agreement(markers, pieces, path, [e["text"] for e in choose[:8]], biases)
        report["files"][kind] = {
            "bytes": path.stat().st_size,
            "worst_difference": round(worst, 4),
            "figures": evaluate_file(path, sets),
        }
    return report


def _blocks(written: str) -> tuple[Genre, str]:
    name, _, kind = written.partition("=")
    if name not in Genre.__members__ or kind not in export.KINDS:
        raise argparse.ArgumentTypeError(f"{written!r} is not KIND=FORMAT")
    return Genre[name], kind


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    add_sources(result)
    help_name = "runs of tagging; the mean of their weights is taken"
    result.add_argument("--name", nargs="+", default=["tag"], help=help_name)
    result.add_argument(
        "--expert", nargs="+", action="append", default=[], help="KIND RUN ...: see above"
    )
    help_blocks = "KIND=FORMAT: number format of an expert's blocks in --out, for another"
    result.add_argument("--blocks", type=_blocks, action="append", default=[], help=help_blocks)
    result.add_argument("--out", type=Path, required=True)
    result.add_argument("--version", default="1")
    result.add_argument("--kinds", nargs="+", default=["q8_0"], choices=sorted(export.KINDS))
    return result


def main() -> None:
    options = parser().parse_args()
    torch.set_num_threads(2)
    flush_denormals()  # as the program's own process for the model does
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
