"""The optional second opinion: any chat model in GGUF form that the user has put into a folder.

A chat model invents. So it may only propose: its answer is held to a grammar, every proposed value
must stand in the text letter for letter, and what does not is dropped and counted. A mail that
tries to talk the model into something can therefore add or miss marks, nothing else. The model
lives in a child process that is started on demand and ended when it hangs.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from desktop.detect.chunks import Chunk, chunks
from desktop.detect.instruct_child import serve
from desktop.detect.layers import joined_gaps
from desktop.detect.merge import merge
from desktop.domain import Cancel, Detection, Gap, Label, Span
from desktop.paths import user_models

SCORE = 0.5  # a chat model gives no probability; a human looks at each of its marks
_CORE, _AROUND = 2_400, 200  # code points that leave room for question and answer in the context
_SMALLEST = 200  # a part this short that does not fit has no smaller question
_POLL = 0.2  # seconds between two looks at the cancel flag
_LOAD_SECONDS = 120.0
_MAX_PROPOSALS = 500  # of one answer


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that the model says is personal; not yet believed."""

    value: str
    label: Label


@dataclass(frozen=True, slots=True)
class Opinion:
    """What stands verified, and how much was dropped.

    ``dropped`` counts proposals that are not in the text, ``unreadable`` answers that were no
    complete list (what could be read of them is used).
    """

    detection: Detection
    dropped: int = 0
    unreadable: int = 0


def instruct_models(folder: Path | None = None) -> tuple[Path, ...]:
    """The chat models in the user's models folder, by name."""
    place = folder or user_models()
    return tuple(sorted(path for path in place.glob("*.gguf") if path.is_file()))


def read_answer(answer: str) -> tuple[list[Proposal], bool]:
    """The proposals of an answer, and whether it was complete. Reads what it can, never raises."""
    try:
        rows = json.loads(answer)
        complete = isinstance(rows, list)
    except (ValueError, RecursionError):
        rows, complete = _salvaged(answer), False
    labels = {str(label): label for label in Label}
    found = []
    for row in rows[:_MAX_PROPOSALS] if isinstance(rows, list) else ():
        if isinstance(row, dict) and row.get("label") in labels:
            value = row.get("text")
            if isinstance(value, str):
                found.append(Proposal(value, labels[row["label"]]))
    return found, complete


_ITEM = re.compile(r'\{[^{}"]*"text"\s*:\s*"(?:[^"\\]|\\.)*"[^{}"]*"label"\s*:\s*"[A-Z_]+"\s*\}')


def _salvaged(answer: str) -> list[object]:
    rows: list[object] = []
    for match in _ITEM.finditer(answer):
        try:
            rows.append(json.loads(match.group()))
        except ValueError:
            continue  # an escape that is none: the item is as good as not there
    return rows


def verified(text: str, proposals: Sequence[Proposal], source: str) -> tuple[list[Span], int]:
    """All occurrences of each proposal in ``text``, and how many proposals have none."""
    spans: set[Span] = set()
    dropped = 0
    for proposal in dict.fromkeys(proposals):
        value = proposal.value.strip()
        places = list(_occurrences(text, value)) if _worth(value) else []
        dropped += not places
        spans |= {Span(start, end, proposal.label, SCORE, source) for start, end in places}
    return sorted(spans), dropped


def _worth(value: str) -> bool:
    return sum(ch.isalnum() for ch in value) >= 2


def _occurrences(text: str, value: str) -> Iterator[tuple[int, int]]:
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        inside_word = text[at].isalnum() and text[at - 1 : at].isalnum()
        inside_word |= text[end - 1].isalnum() and text[end : end + 1].isalnum()
        if not inside_word:
            yield at, end
        at = text.find(value, end)


def _halves(text: str, chunk: Chunk) -> list[Chunk]:
    """A part in two, for a model that needs more pieces for it than its context holds."""
    half = (chunk.last - chunk.first + 1) // 2
    first, last = chunk.first, chunk.last
    return [
        Chunk(first + part.start, first + part.first, first + part.last, first + part.end)
        for part in chunks(text[first:last], core=half, around=_AROUND // 2)
    ]


def with_opinion(
    text: str, marks: Sequence[Span], opinion: Opinion, *, removed: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """The marks of a text with a second opinion: it adds marks and agreement, it takes none away.

    Everything that stands in ``marks`` outranks it; ``removed`` marks stay away.
    """
    return merge(text, [*marks, *opinion.detection.spans], removed=removed)


class InstructModel:
    """A chat model behind a pipe; loaded at the first question, freed by ``close``."""

    def __init__(self, path: Path, *, threads: int = 2, context: int = 4096) -> None:
        self.path = path
        self.source = f"instruct:{path.stem}"
        self._threads, self._context = threads, context
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None

    def find(self, text: str, *, timeout: float = 120.0, cancel: Cancel | None = None) -> Opinion:
        """Ask about every part of ``text``; each part may take ``timeout`` seconds.

        A part without an answer is a gap ("missing", "broken", "timeout", "died", "too_long",
        "failed"). Raises ``Cancelled``; the child has then been ended.
        """
        proposals: list[Proposal] = []
        gaps: list[Gap] = []
        unreadable = 0
        waiting = list(chunks(text, core=_CORE, around=_AROUND))
        while waiting:
            chunk = waiting.pop(0)
            kind, answer = self._ask(text, chunk, timeout, cancel)
            if kind == "too_long" and chunk.last - chunk.first > _SMALLEST:
                waiting[:0] = _halves(text, chunk)
            elif kind != "answer":
                gaps.append(Gap(self.source, chunk.first, chunk.last, kind))
            else:
                read, complete = read_answer(answer)
                proposals += read
                unreadable += not complete
        spans, dropped = verified(text, proposals, self.source)
        return Opinion(Detection(tuple(spans), joined_gaps(gaps)), dropped, unreadable)

    def close(self) -> None:
        """End the child process. Asking again starts a new one."""
        if self._pipe:
            self._pipe.close()
        if self._child:
            self._child.kill()
            self._child.join()
            self._child.close()
        self._pipe = self._child = None

    def _ask(
        self, text: str, chunk: Chunk, timeout: float, cancel: Cancel | None
    ) -> tuple[str, str]:
        if cancel:
            cancel.check()
        if not self.path.is_file():
            return "missing", ""
        if self._pipe is None:
            self._start()
            kind, _ = self._wait(_LOAD_SECONDS, cancel)
            if kind != "ready":
                self.close()
                return kind, ""
        assert self._pipe
        try:
            self._pipe.send(text[chunk.start : chunk.end])
        except OSError:
            self.close()
            return "died", ""
        kind, answer = self._wait(timeout, cancel)
        if kind in ("timeout", "died"):
            self.close()
        return kind, answer

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(
            target=serve,
            args=(theirs, str(self.path), self._threads, self._context),
            daemon=True,
        )
        self._child.start()
        theirs.close()  # so that the pipe ends when the child does

    def _wait(self, seconds: float, cancel: Cancel | None) -> tuple[str, str]:
        assert self._pipe
        deadline = time.monotonic() + seconds
        try:
            while not self._pipe.poll(max(0.0, min(_POLL, deadline - time.monotonic()))):
                if cancel and cancel.requested:
                    self.close()
                    cancel.check()
                if time.monotonic() >= deadline:
                    return "timeout", ""
            kind, answer = self._pipe.recv()
        except (EOFError, OSError):
            return "died", ""
        return str(kind), str(answer)
