"""What a reader said about the model's marks (``sheets``), and the mails that come of it.

    python -m models.training.corrections FOLDER/012.txt ...

Beside a sheet ``NNN.txt`` lies the reader's ``NNN.fix``, a line for each mail that needs one::

    17: 2 n; 3 t; 4 ORG; 5 "Theo Maier"; + PERSON "Willy"; +t LOCATION "Obernhof"
    18: skip

(no mark; open, a topic; another label; another border; a mark that is missing, everywhere; an open
one). Both become ``models/training/corrected/NNN.jsonl``: places in the mails, not their words,
which stay in ``../shared``. ``load`` puts them together again for training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop.domain import Label
from models.training.sources import Example, documents

FOLDER = Path(__file__).parent / "corrected"
VERSION = 1
_LABELS = "|".join(label.value for label in Label)
_FIX = re.compile(
    r"(?P<plus>\+t?)\s*(?P<new>" + _LABELS + r')\s*"(?P<value>[^"]+)"'
    r"|(?P<number>\d+)\s*(?:(?P<verdict>[nt])\b|(?P<label>" + _LABELS + r')|"(?P<border>[^"]+)")'
)
_BETWEEN = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')  # a semicolon outside of quotes

Mark = dict[str, Any]  # {"start", "end", "label"} and "open" where it is one


class Unreadable(ValueError):
    """A correction that cannot be read; says where."""


def _border(text: str, mark: Mark, value: str, where: str) -> Mark:
    """The place of ``value`` nearest to the mark."""
    places = [m.start() for m in re.finditer(re.escape(value), text)]
    if not places:
        raise Unreadable(f"{where}: {value!r} is not in the mail")
    start = min(places, key=lambda place: abs(place - mark["start"]))
    return {**mark, "start": start, "end": start + len(value)}


def _everywhere(text: str, value: str, where: str) -> list[tuple[int, int]]:
    places = [
        (m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text)
    ] or [(m.start(), m.end()) for m in re.finditer(re.escape(value), text)]
    if not places:
        raise Unreadable(f"{where}: {value!r} is not in the mail")
    return places


def corrected(text: str, marks: list[Mark], fixes: str, where: str) -> list[Mark]:
    """The marks after a reader's corrections. Raises ``Unreadable``."""
    kept: dict[int, Mark] = {
        number: {key: mark[key] for key in ("start", "end", "label")}
        for number, mark in enumerate(marks, 1)
    }
    added: list[Mark] = []
    for part in filter(None, map(str.strip, _BETWEEN.split(fixes))):
        match = _FIX.fullmatch(part)
        if match is None:
            raise Unreadable(f"{where}: {part!r}")
        if match["plus"]:
            open_ = {"open": True} if match["plus"] == "+t" else {}
            added += [
                {"start": start, "end": end, "label": match["new"], **open_}
                for start, end in _everywhere(text, match["value"], where)
            ]
            continue
        number = int(match["number"])
        if number not in kept:
            raise Unreadable(f"{where}: no mark {number}")
        if match["verdict"] == "n":
            del kept[number]
        elif match["verdict"] == "t":
            kept[number]["open"] = True
        elif match["label"]:
            kept[number]["label"] = match["label"]
        else:
            kept[number] = _border(text, kept[number], match["border"], where)
    return disjoint([*added, *kept.values()])


def disjoint(marks: list[Mark]) -> list[Mark]:
    """Where marks overlap the reader's own (the first ones) stay, then the longer."""
    found: list[Mark] = []
    for mark in marks:
        if all(mark["end"] <= other["start"] or other["end"] <= mark["start"] for other in found):
            found.append(mark)
    return sorted(found, key=lambda mark: int(mark["start"]))


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_sheet(path: Path) -> list[dict[str, Any]]:
    """The corrected marks of one sheet, without the words. Raises ``Unreadable``."""
    held = json.loads(path.with_suffix(".json").read_text("utf-8"))
    fixes: dict[int, str] = {}
    for line in path.with_suffix(".fix").read_text("utf-8").splitlines():
        if line.strip():
            number, separator, rest = line.partition(":")
            if not separator or not number.strip().isdigit() or int(number) > len(held):
                raise Unreadable(f"{path.stem}: {line[:60]!r}")
            fixes[int(number)] = f"{fixes[int(number)]}; {rest}" if int(number) in fixes else rest
    found = []
    for place, mail in enumerate(held, 1):
        said = fixes.get(place, "").strip()
        if said == "skip":
            continue
        marks = corrected(mail["text"], mail["marks"], said, f"{path.stem} mail {place}")
        found.append(
            {
                "version": VERSION,
                "file": mail["file"],
                "number": mail["number"],
                "sha256": fingerprint(mail["text"]),
                "spans": marks,
            }
        )
    return found


def load(data: Path, folder: Path = FOLDER) -> list[Example]:
    """The corrected mails, put together with their words. Raises ValueError for another text."""
    wanted: dict[str, dict[int, dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["version"] > VERSION:
                raise ValueError(f"{path.name}: version {row['version']} is newer than {VERSION}")
            wanted.setdefault(row["file"], {})[row["number"]] = row
    found: list[Example] = []
    for name, rows in sorted(wanted.items()):
        for number, text in enumerate(documents(data / "lm" / name)):
            row = rows.get(number)
            if row is None:
                continue
            if fingerprint(text) != row["sha256"]:
                raise ValueError(f"{name}, mail {number}: not the text that was labelled")
            source = f"corrected_{name.partition('.')[0]}_{number}"
            found.append({"text": text, "spans": row["spans"], "lang": "de", "source": source})
    return found


def read(paths: Iterable[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        rows = read_sheet(path)
        lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
        (folder / f"{path.stem}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        sys.stdout.write(f"{path.stem}: {len(rows)} mails\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", type=Path, nargs="+")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    read(options.sheets, options.folder)


if __name__ == "__main__":
    main()
