"""Measure the detector on a file of marked mails, start to end as a user would run it."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from desktop.detect.detector import Detector
from desktop.detect.evaluate import Scores, as_rows, evaluate
from desktop.errors import UserError


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The rows of a ``.jsonl`` or ``.jsonl.xz`` file.

    Raises ``UserError``: "unreadable_file" when it cannot be read, "bad_json_line" at the first
    line that is no object with a text.
    """
    rows = []
    try:
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    rows.append(_row(line, number))
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        reason = type(error).__name__
        raise UserError("unreadable_file", file=path.name, reason=reason) from error
    return rows


def measure(
    detector: Detector,
    gold: list[dict[str, Any]],
    *,
    clock: Callable[[], float],
    labels: Collection[str] = (),
) -> Scores:
    """``evaluate`` of the detector's own marks on ``gold``; ``clock`` gives seconds."""
    detector.start()  # start-up is paid once, however many mails follow
    started = clock()
    found = [as_rows(d.spans) for d in detector.detect_many([row["text"] for row in gold])]
    seconds = clock() - started
    predictions = [
        {"text": row["text"], "spans": spans} for row, spans in zip(gold, found, strict=True)
    ]
    return evaluate(gold, predictions, labels=labels, seconds=seconds)


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UserError("bad_json_line", line=number) from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UserError("bad_json_line", line=number)
    return row
