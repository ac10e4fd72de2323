"""Reading what lies in ``../shared/data``: documents for pretraining, annotated texts, lists."""

from __future__ import annotations

import csv
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

Example = dict[str, Any]  # {"text", "spans": [{"start", "end", "label"}], "lang", "source"}


def documents(path: Path) -> Iterator[str]:
    """The documents of a pretraining file, which separates them by NUL."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as stream:
        rest = ""
        while block := stream.read(1 << 22):
            *whole, rest = (rest + block).split("\0")
            yield from (document for document in whole if document.strip())
        if rest.strip():
            yield rest


def examples(path: Path) -> list[Example]:
    """The annotated texts of a ``.jsonl`` or ``.jsonl.xz`` file, without the unannotated."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        lines = [json.loads(line) for line in stream if line.strip()]
    return [line for line in lines if line.get("spans") is not None]


def lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]


def table(path: Path, delimiter: str = "\t") -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter=delimiter))
