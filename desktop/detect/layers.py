"""Run one layer over a text of any length, part by part, and say what it did not check."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from desktop.detect import rules
from desktop.detect.chunks import Chunk, chunks
from desktop.domain import Cancel, Detection, Gap, Span

_LOG = logging.getLogger(__name__)
RULES_SECONDS = 2.0  # for any text, and per 1,000 code points on top:
RULES_SECONDS_PER_1000 = 0.25


class ModelLayer(Protocol):
    """What the detector needs of ``worker.ModelWorker``."""

    def find(
        self, text: str, *, timeout: float | None = None, cancel: Cancel | None = None
    ) -> Detection: ...

    def close(self) -> None: ...


def run_rules(
    text: str,
    *,
    cancel: Cancel | None = None,
    find: Callable[[str], Iterable[Span]] = rules.find,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[list[Span], list[Gap]]:
    """All raw rule hits, and a gap for each part where the rules failed or had no time left.

    The time allowed grows with the text; it ends only a run that is far out of the ordinary.
    """
    spans: list[Span] = []
    gaps: list[Gap] = []
    deadline = clock() + RULES_SECONDS + RULES_SECONDS_PER_1000 * len(text) / 1000
    for chunk in chunks(text):
        if cancel:
            cancel.check()
        if clock() > deadline:
            gaps.append(Gap("rules", chunk.first, chunk.last, "timeout"))
            continue
        try:
            spans += counted(find(text[chunk.start : chunk.end]), chunk)
        except Exception as error:  # noqa: BLE001 - a broken rule must not hide the other layers
            # The message may hold mail text: only its kind is logged.
            _LOG.error("rules failed: %s", type(error).__name__)
            gaps.append(Gap("rules", chunk.first, chunk.last, "failed"))
    return spans, gaps


def run_model(
    model: ModelLayer, text: str, *, seconds_per_1000: float, cancel: Cancel | None = None
) -> tuple[list[Span], list[Gap]]:
    """All spans of the model, and a gap for each part that it did not check."""
    spans: list[Span] = []
    gaps: list[Gap] = []
    for chunk in chunks(text):
        if cancel:
            cancel.check()
        part = text[chunk.start : chunk.end]
        try:
            found = model.find(
                part, timeout=seconds_per_1000 * max(1.0, len(part) / 1000), cancel=cancel
            )
        except (OSError, EOFError, RuntimeError) as error:
            _LOG.error("model failed: %s", type(error).__name__)
            gaps.append(Gap("model", chunk.first, chunk.last, "failed"))
            continue
        spans += counted(found.spans, chunk)
        gaps += gaps_within(found.gaps, chunk)
    return spans, gaps


def counted(spans: Iterable[Span], chunk: Chunk) -> list[Span]:
    """The spans of a part that count, with offsets of the whole text."""
    return [
        replace(span, start=span.start + chunk.start, end=span.end + chunk.start)
        for span in spans
        if chunk.first <= span.start + chunk.start < chunk.last
    ]


def gaps_within(gaps: Iterable[Gap], chunk: Chunk) -> list[Gap]:
    """The gaps of a part, cut to its core, with offsets of the whole text."""
    out = []
    for gap in gaps:
        start = max(chunk.first, gap.start + chunk.start)
        end = min(chunk.last, gap.end + chunk.start)
        if start < end:
            out.append(replace(gap, start=start, end=end))
    return out


def joined_gaps(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Gaps in text order; touching ones of one layer and reason as one."""
    out: list[Gap] = []
    for gap in sorted(gaps, key=lambda gap: (gap.layer, gap.reason, gap.start, gap.end)):
        last = out[-1] if out else None
        if last and (last.layer, last.reason) == (gap.layer, gap.reason) and gap.start <= last.end:
            out[-1] = replace(last, end=max(last.end, gap.end))
        else:
            out.append(gap)
    return tuple(sorted(out, key=lambda gap: (gap.start, gap.end, gap.layer, gap.reason)))
