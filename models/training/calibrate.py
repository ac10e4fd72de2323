"""The recall bias and the calibration of scores, both from development mails.

Each kind of text has its own bias, chosen on texts of that kind (never the hard sample): the
held-out mails of our own labelling for support mails, codealltag_dev for private letters, held-out
sentences of GermEval for running text. The rule of choice: a bias is worth the mean of F1 and
character recall of direct identifiers, and mails take the weakest in ``BIASES`` that is worth as
much as the best but for ``TIE``. In running text a name too many costs less than one missed: there
it is the strongest bias that keeps ``LEAST_PRECISION``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from desktop.detect.genre import Genre
from desktop.detect.pieces import Encoded
from desktop.detect.viterbi import OUTSIDE, TagSpan, best_path, log_softmax, spans_of
from desktop.domain import Label, Span
from models.training.measure import scores, trim
from models.training.policy import LABELS
from models.training.sources import Example

Floats = npt.NDArray[np.float32]
Scored = tuple[Encoded, Floats]
Biases = dict[Genre, float]

CHOSEN_ON = {"held_out": Genre.SUPPORT, "codealltag_dev": Genre.PRIVATE, "germeval": Genre.PROSE}
BIASES = (0.0, -0.1, -0.2, -0.3, -0.4, -0.8, -1.2, -1.6, -2.0, -2.5, -3.0)
TIE = 0.0005  # less is chance
LEAST_PRECISION = 0.6  # of names in running text; other labels do not count there
_SHOWN = ("precision", "recall", "f1", "char_recall_direct", "leak_any")
_PULL = 8.0  # spans' worth of belief that a label behaves like all labels together


def decode(encoded: Encoded, out: Floats, bias: float) -> list[tuple[Span, TagSpan]]:
    moved = out.copy()
    moved[:, OUTSIDE] += bias
    found = spans_of(best_path(moved, len(LABELS)), log_softmax(moved))
    return [
        (Span(int(encoded.starts[s.first]), int(encoded.ends[s.last]), LABELS[s.label]), s)
        for s in found
    ]


def choose_bias(
    sets: dict[str, list[Example]], outs: dict[str, list[Scored]]
) -> tuple[Biases, list[dict[str, Any]]]:
    """A bias for each kind by the rule above, and the figures of all that were tried."""
    chosen: Biases = dict.fromkeys(Genre, 0.0)
    tried: list[dict[str, Any]] = []
    for name, scored in outs.items():
        genre, rows = CHOSEN_ON[name], []
        for bias in BIASES:
            found = [[span for span, _ in decode(e, o, bias)] for e, o in scored]
            if genre is Genre.PROSE:  # names are all that is taught and judged there
                found = [[span for span in one if span.label is Label.PERSON] for one in found]
            figures = scores(sets[name], found)
            worth = round((figures["f1"] + figures["char_recall_direct"]) / 2, 4)
            rows.append(
                {"set": name, "bias": bias, "worth": worth, **{k: figures[k] for k in _SHOWN}}
            )
        if genre is Genre.PROSE:
            good = [row["bias"] for row in rows if row["precision"] >= LEAST_PRECISION]
            chosen[genre] = min(good, default=0.0)
        else:
            best = max(row["worth"] for row in rows)
            chosen[genre] = max(row["bias"] for row in rows if row["worth"] >= best - TIE)
        tried += [row | {"chosen": row["bias"] == chosen[genre]} for row in rows]
    return chosen, tried


def judged(
    gold: list[Example], outs: list[Scored], biases: Biases
) -> list[tuple[int, float, bool]]:
    """Each found span as (label, raw confidence, was it right)."""
    result = []
    for example, (encoded, out) in zip(gold, outs, strict=True):
        text = example["text"]
        want = {(*trim(text, s["start"], s["end"]), s["label"]) for s in example["spans"]}
        for span, raw in decode(encoded, out, biases[encoded.genre]):
            right = (*trim(text, span.start, span.end), str(span.label)) in want
            result.append((raw.label, raw.confidence, right))
    return result


def fit(found: list[tuple[int, float, bool]]) -> tuple[Floats, Floats]:
    """Slope and offset a label: odds of being right = slope * confidence + offset (Platt 1999).

    One slope for all, an offset for each label, drawn towards the common one when spans are few.
    """
    labels = np.array([f[0] for f in found], dtype=np.int64)
    x = np.array([f[1] for f in found])
    y = np.array([f[2] for f in found], dtype=np.float64)
    weights = np.zeros(2 + len(LABELS))  # slope, common offset, offsets of the labels
    design = np.zeros((len(found), len(weights)))
    design[:, 0], design[:, 1] = x, 1.0
    design[np.arange(len(found)), 2 + labels] = 1.0
    prior = np.array([0.01, 0.01] + [_PULL / 4] * len(LABELS))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        gradient = design.T @ (chance - y) + prior * weights
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(prior)
        change = np.linalg.solve(curvature, gradient)
        weights -= change
        if np.abs(change).max() < 1e-6:
            break
    slope = np.full(len(LABELS), max(0.05, weights[0]), np.float32)
    return slope, (weights[1] + weights[2:]).astype(np.float32)


def reliability(spans: list[tuple[float, bool]], steps: int = 10) -> list[dict[str, float]]:
    """Stated score against share right, in bins of a tenth."""
    rows = []
    for step in range(steps):
        inside = [
            (p, r)
            for p, r in spans
            if step / steps <= p < (step + 1) / steps or (p == 1.0 and step == steps - 1)
        ]
        if inside:
            rows.append(
                {
                    "from": step / steps,
                    "spans": len(inside),
                    "stated": round(float(np.mean([p for p, _ in inside])), 3),
                    "right": round(float(np.mean([r for _, r in inside])), 3),
                }
            )
    return rows


_SIZE, _EDGE = 320, 40  # of the plot, in pixels


def plot(rows: list[dict[str, float]], title: str) -> str:
    """The reliability rows as an SVG: points on the diagonal are stated as they are."""
    span = _SIZE - 2 * _EDGE

    def at(stated: float, right: float) -> tuple[float, float]:
        return _EDGE + stated * span, _SIZE - _EDGE - right * span

    points = [(*at(row["stated"], row["right"]), row["spans"]) for row in rows]
    circles = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + np.log10(count):.1f}" fill="#0072b2"/>'
        for x, y, count in points
    )
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    style = 'font-family="sans-serif" font-size="11" text-anchor="middle"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIZE}" height="{_SIZE}">'
        f'<rect width="100%" height="100%" fill="white"/>'
        f'<path d="M{x0} {y1}V{y0}H{x1}M{x0} {y0}L{x1} {y1}" fill="none" stroke="#888"/>'
        f'{circles}<text x="{_SIZE / 2}" y="20" {style}>{title}</text>'
        f'<text x="{_SIZE / 2}" y="{_SIZE - 10}" {style}>stated score</text>'
        f'<text x="12" y="{_SIZE / 2}" {style} transform="rotate(-90 12 {_SIZE / 2})">'
        "share right</text></svg>\n"
    )
