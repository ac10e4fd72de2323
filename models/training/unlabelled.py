"""Mails of ``../shared/data/lm`` that nobody labelled, for readers (``sheets``) and taggers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from models.training.sources import documents, examples

_SHORT, _LONG = 80, 1800  # letters of a mail
_SAME = 0.3  # share of common five-word runs from which on a mail is one that is labelled


def runs(text: str) -> set[int]:
    """Hashes of all runs of five words."""
    words = re.findall(r"[a-zäöüß]+", text.lower())
    return {hash(tuple(words[at : at + 5])) for at in range(len(words) - 4)}


def candidates(data: Path, rng: random.Random, share: float) -> Iterator[tuple[str, int, str]]:
    """Mails (file, number in it, text) of a length to read, none that is labelled already."""
    forbidden: set[int] = set()
    labelled = [*(data / "dev").glob("*.jsonl.xz"), data / "ner" / "mails_annotated.jsonl.xz"]
    for path in labelled:
        for example in examples(path):
            forbidden |= runs(example["text"])
    for path in sorted((data / "lm").glob("*.txt.xz")):
        for number, text in enumerate(documents(path)):
            if rng.random() > share or not _SHORT < len(text) < _LONG:
                continue
            found = runs(text)
            if found and len(found & forbidden) / len(found) < _SAME:
                yield path.name, number, text
