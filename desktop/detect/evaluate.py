"""How good a detector is, against marks that people made.

Spans are compared after trimming everything but letters and digits from both ends; character
recall counts letters and digits of direct identifiers; a mail leaks when at least one of these
characters is uncovered. The measures follow the shared task tradition of exact-span F1 (Tjong Kim
Sang and De Meulder 2003); the leak measures count mails, because one miss is enough.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.domain import DIRECT_IDENTIFIERS, Span
from desktop.errors import UserError

_Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Figures of one label: ``n`` marks in the gold data."""

    n: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of a whole run; shares are in [0, 1]."""

    docs: int
    precision: float
    recall: float
    f1: float
    char_recall_direct: float
    leak_direct: float  # share of mails with an uncovered character of a direct identifier
    leak_any: float
    untouched_mails: float  # share of mails that need no correction
    corrections_per_mail: float
    per_label: Mapping[str, LabelScore] = field(default_factory=dict)
    ms_per_1000_chars: float | None = None

    def as_dict(self) -> dict[str, Any]:
        """The figures for JSON, with the names and the rounding of the outside scorer."""
        out: dict[str, Any] = {
            "docs": self.docs,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "char_recall_direct": round(self.char_recall_direct, 4),
            "leak_direct": round(self.leak_direct, 4),
            "leak_any": round(self.leak_any, 4),
            "untouched_mails": round(self.untouched_mails, 4),
            "corrections_per_mail": round(self.corrections_per_mail, 3),
            "per_label": {
                label: {
                    "n": score.n,
                    "precision": round(score.precision, 3),
                    "recall": round(score.recall, 3),
                    "f1": round(score.f1, 3),
                }
                for label, score in self.per_label.items()
            },
        }
        if self.ms_per_1000_chars is not None:
            out["ms_per_1000_chars"] = round(self.ms_per_1000_chars, 2)
        return out

    def to_json(self) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False)

    def to_table(self) -> str:
        """The figures as plain text, one label a line, columns aligned."""
        rows = [("", "n", "precision", "recall", "f1")]
        rows += [
            (label, str(s.n), f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}")
            for label, s in self.per_label.items()
        ]
        total = sum(score.n for score in self.per_label.values())
        whole = (f"{self.precision:.3f}", f"{self.recall:.3f}", f"{self.f1:.3f}")
        rows.append(("*", str(total), *whole))
        lines = [f"{row[0]:<14}" + "".join(f"{cell:>11}" for cell in row[1:]) for row in rows]
        figures = {key: value for key, value in self.as_dict().items() if key != "per_label"}
        return "\n".join([*lines, "", *(f"{key:<22}{value:>10}" for key, value in figures.items())])


@dataclass
class _Counts:
    hits: int = 0
    false: int = 0
    missed: int = 0
    characters: int = 0
    covered: int = 0
    leaking: int = 0
    leaking_any: int = 0
    untouched: int = 0
    corrections: int = 0
    labels: dict[str, list[int]] = field(default_factory=dict)  # gold, hits, false

    def label(self, name: str) -> list[int]:
        return self.labels.setdefault(name, [0, 0, 0])


def evaluate(
    gold: Sequence[Mapping[str, Any]],
    predictions: Iterable[Mapping[str, Any]],
    *,
    labels: Collection[str] = (),
    seconds: float | None = None,
) -> Scores:
    """Compare rows ``{"text", "spans": [{"start", "end", "label"}]}`` in the same order.

    ``labels`` limits the comparison; ``seconds`` is the time that the predictions took. Raises
    ``UserError`` ("evaluate_order", row=…) when the texts differ, ("evaluate_count") when there
    are more or fewer predictions than gold rows, ("evaluate_unannotated") for gold without marks.
    """
    counts = _Counts()
    done = 0
    for row, prediction in zip(gold, predictions, strict=False):
        if row["text"] != prediction["text"]:
            raise UserError("evaluate_order", row=done + 1)
        if row.get("spans") is None:
            raise UserError("evaluate_unannotated", row=done + 1)
        _count(counts, row["text"], row["spans"], prediction["spans"], frozenset(labels))
        done += 1
    if done != len(gold):
        raise UserError("evaluate_count", gold=len(gold), predictions=done)
    return _scores(counts, done, seconds, sum(len(row["text"]) for row in gold))


def as_rows(spans: Iterable[Span]) -> list[dict[str, Any]]:
    """Spans as the JSON rows of the command line."""
    return [
        {
            "start": span.start,
            "end": span.end,
            "label": str(span.label),
            "score": round(span.score, 4),
            "source": span.source,
        }
        for span in spans
    ]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _keys(text: str, spans: Iterable[Mapping[str, Any]], labels: Collection[str]) -> set[_Key]:
    return {
        (*_trim(text, span["start"], span["end"]), str(span["label"]))
        for span in spans
        if not labels or span["label"] in labels
    }


def _count(
    counts: _Counts,
    text: str,
    gold_spans: Sequence[Mapping[str, Any]],
    predicted_spans: Sequence[Mapping[str, Any]],
    labels: Collection[str],
) -> None:
    gold, predicted = _keys(text, gold_spans, labels), _keys(text, predicted_spans, labels)
    counts.hits += len(gold & predicted)
    counts.false += len(predicted - gold)
    counts.missed += len(gold - predicted)
    for key in gold:
        counts.label(key[2])[0] += 1
        counts.label(key[2])[1] += key in predicted
    for key in predicted - gold:
        counts.label(key[2])[2] += 1
    places = {key[:2] for key in gold}
    # A wrong label on the right place is one correction, not two.
    corrections = len(gold - predicted) + len(
        {key for key in predicted - gold if key[:2] not in places}
    )
    counts.corrections += corrections
    counts.untouched += corrections == 0
    _count_characters(counts, text, gold, predicted_spans)


def _count_characters(
    counts: _Counts, text: str, gold: set[_Key], predicted: Iterable[Mapping[str, Any]]
) -> None:
    covered = bytearray(len(text) + 1)
    for span in predicted:
        covered[span["start"] : span["end"]] = b"\1" * (span["end"] - span["start"])
    leaks = leaks_any = False
    for start, end, label in gold:
        marks = [covered[at] for at in range(start, end) if text[at].isalnum()]
        missing = sum(marks) < len(marks)
        leaks_any |= missing
        if label in DIRECT_IDENTIFIERS:
            counts.covered += sum(marks)
            counts.characters += len(marks)
            leaks |= missing
    counts.leaking += leaks
    counts.leaking_any += leaks_any


def _scores(counts: _Counts, docs: int, seconds: float | None, characters: int) -> Scores:
    precision = counts.hits / max(1, counts.hits + counts.false)
    recall = counts.hits / max(1, counts.hits + counts.missed)
    shares = max(1, docs)
    by_size = sorted(counts.labels.items(), key=lambda item: -item[1][0])
    return Scores(
        docs=docs,
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / max(1e-9, precision + recall),
        char_recall_direct=counts.covered / max(1, counts.characters),
        leak_direct=counts.leaking / shares,
        leak_any=counts.leaking_any / shares,
        untouched_mails=counts.untouched / shares,
        corrections_per_mail=counts.corrections / shares,
        per_label={label: _label_score(*figures) for label, figures in by_size},
        ms_per_1000_chars=None if seconds is None else 1e6 * seconds / max(1, characters),
    )


def _label_score(n: int, hits: int, false: int) -> LabelScore:
    return LabelScore(
        n=n,
        precision=hits / max(1, hits + false),
        recall=hits / max(1, n),
        f1=2 * hits / max(1, n + hits + false),
    )
