"""Mails written and labelled by hand for this project: ``models/training/written/*.txt``.

Sentences as they stand in newspapers and encyclopaedias, in which every person is marked and
nothing else, are in its folder ``sentences``; mails that only tested a version, never to be trained
on, are in ``models/training/probes``.

    python -m models.training.handwritten --check FILE ...
    python -m models.training.handwritten --out FILE.jsonl

A file holds mails one after the other; each begins with a line ``=== LANGUAGE`` (``de``, ``de-AT``,
``de-CH``, ``en``, ``mixed``). Personal data stand in the text as ``⟦LABEL|value⟧``. The label rules
are those of ``support_written`` (``../shared/data/README.md``).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from desktop.domain import Label
from models.training.sources import Example

FOLDER = Path(__file__).parent / "written"
PROBES = Path(__file__).parent / "probes"
LANGUAGES = frozenset({"de", "de-AT", "de-CH", "en", "mixed"})

_HEAD = re.compile(r"^=== (\S+)\n", re.MULTILINE)
_MARK = re.compile(r"⟦([A-Z_]+)\|([^⟦⟧|]+)⟧")
_EDGES = " \t\n.,;:!?\"'()[]<>„“"
_LABELS = frozenset(label.value for label in Label)
_FREE = frozenset({"PASSWORD", "USERNAME", "PERSON", "OTHER", "URL"})  # may end in a sign


class Unreadable(ValueError):
    """A mail whose marks cannot be read; says where."""


def read_marked(marked: str, language: str, source: str) -> Example:
    """One mail with inline marks as text and spans (offsets in code points).

    Raises ``Unreadable`` for an unknown label, a broken mark, or blanks at a mark's edge.
    """
    parts: list[str] = []
    spans: list[dict[str, object]] = []
    at = size = 0
    for mark in _MARK.finditer(marked):
        label, value = mark.groups()
        if label not in _LABELS:
            raise Unreadable(f"{source}: unknown label {label}")
        edges = " \t\n" if label in _FREE else _EDGES
        closed = value[-1] == ")" and "(" in value  # Halle (Westf.)
        leading = edges.replace("(", "") if label == "PHONE" else edges  # "(0911) 36 95 09"
        if value.lstrip(leading) != value or (value.rstrip(edges) != value and not closed):
            raise Unreadable(f"{source}: {label} has blanks or punctuation at its edge: {value!r}")
        before = marked[at : mark.start()]
        parts += [before, value]
        size += len(before)
        spans.append({"start": size, "end": size + len(value), "label": label})
        size += len(value)
        at = mark.end()
    parts.append(marked[at:])
    text = "".join(parts)
    if "⟦" in text or "⟧" in text:
        raise Unreadable(f"{source}: a broken mark near {text[max(0, text.find('⟦')) :][:60]!r}")
    return {"text": text, "spans": spans, "lang": language, "source": source}


def read_file(path: Path) -> list[Example]:
    """The mails of one file, in their order. Raises ``Unreadable``."""
    whole = path.read_text("utf-8")
    heads = list(_HEAD.finditer(whole))
    if not heads or whole[: heads[0].start()].strip():
        raise Unreadable(f"{path.name}: must begin with a line '=== LANGUAGE'")
    ends = [head.start() for head in heads[1:]] + [len(whole)]
    found: list[Example] = []
    for number, (head, end) in enumerate(zip(heads, ends, strict=True)):
        source = f"{path.stem}_{number:03}"
        if head[1] not in LANGUAGES:
            raise Unreadable(f"{source}: unknown language {head[1]}")
        found.append(read_marked(whole[head.end() : end].strip("\n") + "\n", head[1], source))
    return found


def read_all(folder: Path = FOLDER) -> list[Example]:
    """All mails of all files. Raises ``Unreadable``."""
    return [example for path in sorted(folder.glob("*.txt")) for example in read_file(path)]


def overlooked(example: Example) -> list[str]:
    """Marked values that stand somewhere else in the mail without a mark: most are slips."""
    text: str = example["text"]
    inside = [(span["start"], span["end"]) for span in example["spans"]]
    found: list[str] = []
    for value in sorted({text[start:end] for start, end in inside if end - start > 3}):
        for match in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text):
            if not any(s <= match.start() and match.end() <= e for s, e in inside):
                found.append(value)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", type=Path, nargs="+", help="files to read and report on")
    parser.add_argument("--out", type=Path, help="write all mails as lines of JSON")
    options = parser.parse_args()
    for path in options.check or []:
        found = read_file(path)
        for example in found:
            for value in overlooked(example):
                sys.stdout.write(f"{example['source']}: unmarked elsewhere: {value}\n")
        marks = sum(len(example["spans"]) for example in found)
        sys.stdout.write(f"{path.name}: {len(found)} mails, {marks} marks\n")
    if options.out:
        with options.out.open("w", encoding="utf-8") as stream:
            for example in read_all():
                stream.write(json.dumps(example, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
