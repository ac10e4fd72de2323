"""Exact-span figures of predictions against gold, as ``../shared/tools/score.py`` counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from desktop.domain import DIRECT_IDENTIFIERS, Span
from models.training.sources import Example

Key = tuple[int, int, str]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _keys(text: str, spans: Iterable[tuple[int, int, str]]) -> set[Key]:
    return {(*trim(text, start, end), label) for start, end, label in spans}


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def scores(gold: Sequence[Example], found: Sequence[Sequence[Span]]) -> dict[str, Any]:
    """Micro figures, character recall of direct identifiers, mails with a missed one, per label."""
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])  # gold, right, wrong
    chars = covered = leaks = leaks_any = 0
    for example, spans in zip(gold, found, strict=True):
        text = example["text"]
        want = _keys(text, ((s["start"], s["end"], s["label"]) for s in example["spans"]))
        got = _keys(text, ((s.start, s.end, str(s.label)) for s in spans))
        for key in want:
            hits[key[2]][0] += 1
            hits[key[2]][1] += key in got
        for key in got - want:
            hits[key[2]][2] += 1
        mask = bytearray(len(text))
        for s in spans:
            mask[s.start : s.end] = b"\1" * (s.end - s.start)
        missed = missed_any = False
        for start, end, label in want:
            places = [i for i in range(start, end) if text[i].isalnum()]
            seen = sum(mask[i] for i in places)
            missed_any |= seen < len(places)
            if label in DIRECT_IDENTIFIERS:
                chars += len(places)
                covered += seen
                missed |= seen < len(places)
        leaks += missed
        leaks_any += missed_any
    total, right, wrong = (sum(h[i] for h in hits.values()) for i in range(3))
    precision, recall = _ratio(right, right + wrong), _ratio(right, total)
    return {
        "mails": len(gold),
        "precision": precision,
        "recall": recall,
        "f1": _ratio(2 * right, total + right + wrong),
        "char_recall_direct": _ratio(covered, chars),
        "leak_direct": _ratio(leaks, len(gold)),
        "leak_any": _ratio(leaks_any, len(gold)),
        "labels": {
            label: {
                "n": h[0],
                "recall": _ratio(h[1], h[0]),
                "f1": _ratio(2 * h[1], h[0] + h[1] + h[2]),
            }
            for label, h in sorted(hits.items(), key=lambda item: -item[1][0])
        },
    }
