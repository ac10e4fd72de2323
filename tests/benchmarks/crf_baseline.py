"""A conditional random field over hand-made features, the classic answer to the same question.

Lafferty et al. 2001; features as is usual for German named entities (word, shape, affixes, line
position, a window of two tokens). Trained with python-crfsuite, which only the ``bench`` extra has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

TOKEN = re.compile(r"\w+|[^\w\s]|\n", re.UNICODE)
Row = dict[str, Any]


def tokens(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in TOKEN.finditer(text)]


def shape(word: str) -> str:
    signs = [
        "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word
    ]
    return re.sub(r"(.)\1{2,}", r"\1\1", "".join(signs))[:12]


def word_features(word: str) -> list[str]:
    low = word.lower()
    return [f"w={low}", f"s={shape(word)}", f"p2={low[:2]}", f"p3={low[:3]}", f"e2={low[-2:]}",
            f"e3={low[-3:]}", f"e5={low[-5:]}", f"n={min(len(word), 12)}"]  # fmt: skip


def features(text: str, places: Sequence[tuple[int, int]]) -> list[list[str]]:
    words = [text[start:end] for start, end in places]
    own = [word_features(word) for word in words]
    out = []
    line = 0
    for at, (start, _) in enumerate(places):
        line = 0 if at == 0 or words[at - 1] == "\n" else line + 1
        row = [*own[at], f"line={min(line, 5)}"]
        if at and places[at - 1][1] == start:
            row.append("glued")
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(words):
                word = words[at + step]
                row += [f"{step}w={word.lower()}", f"{step}s={shape(word)}"]
            else:
                row.append(f"{step}none")
        if 0 < at < len(words) - 1:
            row.append(f"-1|1={words[at - 1].lower()}|{words[at + 1].lower()}")
        out.append(row)
    return out


def tags(places: Sequence[tuple[int, int]], spans: Iterable[Row]) -> list[str]:
    out = ["O"] * len(places)
    for span in spans:
        begun = False
        for at, (start, end) in enumerate(places):
            if start < span["end"] and span["start"] < end:
                out[at] = ("I-" if begun else "B-") + span["label"]
                begun = True
    return out


def train(rows: Iterable[Row], model: Path, *, iterations: int = 80) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for row in rows:
        places = tokens(row["text"])
        if places and row["spans"] is not None:
            trainer.append(features(row["text"], places), tags(places, row["spans"]))
    trainer.select("lbfgs")
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": iterations, "feature.minfreq": 2})
    trainer.train(str(model))


class CrfTagger:
    def __init__(self, model: Path) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(model))

    def find(self, text: str) -> list[Row]:
        places = tokens(text)
        spans: list[Row] = []
        for (start, end), tag in zip(places, self._tagger.tag(features(text, places)), strict=True):
            label = tag[2:]
            if (
                tag.startswith("I-")
                and spans
                and spans[-1]["label"] == label
                and not spans[-1]["done"]
            ):
                spans[-1]["end"] = end
                continue
            if spans:
                spans[-1]["done"] = True
            if tag != "O":
                spans.append({"start": start, "end": end, "label": label, "done": False})
        return [{key: span[key] for key in ("start", "end", "label")} for span in spans]
