"""The detector: all layers over a text, merged, with everything unchecked said plainly."""

from __future__ import annotations

import os
import re
import sys
import threading
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from desktop.detect import rules
from desktop.detect.layers import joined_gaps, run_model, run_rules
from desktop.detect.merge import merge
from desktop.detect.model_state import ModelState
from desktop.detect.second_look import seconded, sensible
from desktop.detect.thread import Known, find_known, known_from_spans
from desktop.detect.worker import ModelWorker
from desktop.domain import QUASI_IDENTIFIERS, Cancel, Detection, Gap, Label, Span
from desktop.paths import models

MODEL_FILE = "trennwerk.gguf"
# The model is made to miss little; of its lone marks under these scores most are wrong. Chosen on
# held-out mails: names, places, firms and dates from .3 on have the F1 of those from .4 on, and
# fewer mails leak.
_LEAST_DIRECT, _LEAST_WORDED = 0.25, 0.3
_WORDED = QUASI_IDENTIFIERS | {Label.PERSON}
SURE = 0.7  # marks from this score on are searched in the rest of the text
_AHEAD = 16  # texts of a batch that the model's processes may be ahead of the rules
_WORTH_WORKERS = 20_000  # code points in batches from which more model processes pay
_WORTH_PROCESSES = 200_000  # code points in batches from which starting processes pays,
_WORTH_FORKS = 100_000  # and from which copies of this process do


class Detector:
    """Rules, model and thread knowledge over texts of any length.

    ``model`` None means a detector of rules only: every text then has a gap ("off").
    ``timeout_per_1000`` is the time in seconds that the model gets for 1,000 code points.
    ``one_thread`` makes a worker of one thread for batches: one process a core does more than one
    process with a thread a core, whose threads wait for each other at every layer.
    """

    def __init__(
        self,
        model: ModelWorker | None,
        *,
        timeout_per_1000: float = 20.0,
        one_thread: Callable[[], ModelWorker] | None = None,
    ) -> None:
        self._model = model
        self._timeout_per_1000 = timeout_per_1000
        self._one_thread = one_thread
        self._crew: list[ModelWorker] = []
        self._pool: ProcessPoolExecutor | None = None
        self._seen = 0  # code points that batches brought so far

    @property
    def model_state(self) -> ModelState:
        return self._model.state if self._model else ModelState.MISSING

    def start(self) -> None:
        """Begin to load the model and read the rules' lists, so that the first mail need not wait.

        The lists take about a quarter of a second; the model loads in its own process meanwhile.
        """
        if self._model:
            self._model.start()
        rules.warm_up()

    def detect(
        self,
        text: str,
        *,
        known: Known = Known(),
        human: Sequence[Span] = (),
        removed: Sequence[Span] = (),
        cancel: Cancel | None = None,
    ) -> Detection:
        """Everything personal in ``text``, merged; gaps where a layer did not check.

        ``known`` comes from the case's other mails and headers. ``human`` marks stay as they are,
        ``removed`` ones stay away. Raises ``Cancelled`` between two parts once cancelled.
        """
        if self._model is None:
            found: list[Span] = []
            gaps = _all_unchecked(text)
        else:
            found, gaps = run_model(
                self._model, text, seconds_per_1000=self._timeout_per_1000, cancel=cancel
            )
        ruled = run_rules(text, cancel=cancel)
        return _together(text, ruled, (found, gaps), known=known, human=human, removed=removed)

    def detect_many(self, texts: Sequence[str]) -> Iterator[Detection]:
        """``detect`` for many texts in order, on all cores."""
        self._seen += sum(map(len, texts))
        if self._model is not None:
            yield from self._detect_shared(self._workers(self._model), texts)
        elif self._worth_processes(len(texts)):
            rules.warm_up()  # once, before the processes are forked
            yield from self._processes().map(_detect_by_rules, texts, chunksize=4)
        else:
            yield from map(_detect_by_rules, texts)

    def _detect_shared(
        self, workers: Sequence[ModelWorker], texts: Sequence[str]
    ) -> Iterator[Detection]:
        """The rules run here while the model's processes read ahead, each what comes next."""
        free: SimpleQueue[ModelWorker] = SimpleQueue()
        for worker in workers:
            free.put(worker)

        def ask(text: str) -> tuple[list[Span], list[Gap]]:
            worker = free.get()
            try:
                return run_model(worker, text, seconds_per_1000=self._timeout_per_1000)
            finally:
                free.put(worker)

        with ThreadPoolExecutor(len(workers)) as threads:
            coming = iter(texts)
            asked = deque((text, threads.submit(ask, text)) for text in islice(coming, _AHEAD))
            while asked:
                text, answer = asked.popleft()
                asked.extend((new, threads.submit(ask, new)) for new in islice(coming, 1))
                yield _together(text, run_rules(text), answer.result())

    def close(self) -> None:
        """End all processes. The detector can be used again; it then starts them anew."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        for worker in (*self._crew, self._model):
            if worker:
                worker.close()
        self._crew = []

    def __enter__(self) -> Detector:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _workers(self, model: ModelWorker) -> Sequence[ModelWorker]:
        """The one worker for a small batch, one a core for a big one."""
        if self._one_thread is None or self._seen < _WORTH_WORKERS:
            return (model,)
        while len(self._crew) < (os.cpu_count() or 2):
            self._crew.append(self._one_thread())
        return self._crew

    def _worth_processes(self, count: int) -> bool:
        if count < 2 or (os.cpu_count() or 1) < 2:
            return False
        worth = _WORTH_FORKS if _may_fork() else _WORTH_PROCESSES
        return self._pool is not None or self._seen >= worth

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = get_context("fork" if _may_fork() else "spawn")
            self._pool = ProcessPoolExecutor(os.cpu_count() or 2, mp_context=context)
        return self._pool


def open_detector(*, model: Path | None = None, with_model: bool = True) -> Detector:
    """The detector with the shipped model, or with the one at ``model``.

    A missing or broken model is no error here: the marks then come from the rules, the state says
    why (``model_state``), and each detection has a gap.
    """
    if not with_model:
        return Detector(None)
    file = model or models() / MODEL_FILE
    threads = min(os.cpu_count() or 2, 4)
    return Detector(
        ModelWorker(file, threads=threads), one_thread=lambda: ModelWorker(file, threads=1)
    )


def settle(
    text: str,
    proposals: Sequence[Span],
    *,
    known: Known = Known(),
    removed: Sequence[Span] = (),
) -> tuple[Span, ...]:
    """Merge proposals, and search what is known or surely marked in the rest of the text."""
    doubted = (_doubted(text, span) for span in proposals)
    believed = [span for span in doubted if _believed(span)]
    outside = find_known(text, known, taken=believed) if known else []
    first = merge(text, [*believed, *outside], removed=removed)
    again = find_known(text, known_from_spans(text, first, sure=SURE), taken=first)
    starts = [span.start for span in first]
    news = [span for span in again if not _marked(first, starts, span)]
    return merge(text, [*first, *news], removed=removed) if news else first


def _believed(span: Span) -> bool:
    if span.source != "model":
        return True
    return span.score >= (_LEAST_WORDED if span.label in _WORDED else _LEAST_DIRECT)


_FORMS = {
    Label.EMAIL: re.compile(r"@[^@]|\b(?:at|ät)\b|[(\[{]a", re.IGNORECASE),
    Label.IP: re.compile(r"\d+\.\d+\.|:[0-9a-f]*:", re.IGNORECASE),
    Label.MAC: re.compile(r"[0-9a-f]{2}[:-]?[0-9a-f]{2}", re.IGNORECASE),
    Label.PHONE: re.compile(r"\d.*\d"),
    Label.IBAN: re.compile(r"\d|[A-Z]{6}"),
    Label.CREDIT_CARD: re.compile(r"\d.*\d"),
    Label.DATE_OF_BIRTH: re.compile(r"\d"),
}


def _doubted(text: str, span: Span) -> Span:
    """The model's mark; with half its score where the label's form is plainly not there."""
    form = _FORMS.get(span.label)
    if span.source != "model" or form is None or form.search(text, span.start, span.end):
        return span
    return replace(span, score=span.score / 2)


def _marked(spans: Sequence[Span], starts: Sequence[int], new: Span) -> bool:
    """Whether a mark of this label holds the new one: finding itself again is no agreement."""
    at = bisect_right(starts, new.start) - 1
    return at >= 0 and spans[at].label is new.label and new.end <= spans[at].end


def _may_fork() -> bool:
    """Whether a copy of this process is a safe and cheap start: Linux, and no other thread."""
    return sys.platform == "linux" and threading.active_count() == 1


def _all_unchecked(text: str) -> list[Gap]:
    return [Gap("model", 0, len(text), "off")]


def _detect_by_rules(text: str) -> Detection:
    return _together(text, run_rules(text), ([], _all_unchecked(text)))


def _together(
    text: str,
    ruled: tuple[list[Span], list[Gap]],
    read: tuple[list[Span], list[Gap]],
    *,
    known: Known = Known(),
    human: Sequence[Span] = (),
    removed: Sequence[Span] = (),
) -> Detection:
    """What rules and model said of a text, each with what it did not check, as one detection."""
    by_rule, unruled = ruled
    found, gaps = sensible(text, read[0]), read[1]
    proposals = [*seconded(text, by_rule, found, gaps), *found, *human]
    spans = settle(text, proposals, known=known, removed=removed)
    return Detection(spans, joined_gaps([*gaps, *unruled]))
