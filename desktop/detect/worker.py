"""The local model in a process of its own, so that its end is never the program's end.

A broken file can abort llama.cpp, a hostile text can take long: the program only waits, and starts
the process again when it died. What was not looked at is said to be so: a Detection with a gap.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from desktop.detect import frames, worker_child
from desktop.detect.model_state import ModelState
from desktop.domain import Cancel, Detection, Gap
from desktop.errors import Cancelled
from desktop.log import Code, event

SOURCE = "model"
START_LIMIT = 60.0  # seconds until the process must have said hello
_SLICE = 0.05  # seconds between two looks at the cancel flag
_ATTEMPTS = 2
_FINAL = {ModelState.BROKEN, ModelState.WRONG_KIND, ModelState.TOO_NEW}


class _Died(Exception):
    """The process ended or went silent."""


class _TimedOut(Exception):
    """The text took longer than it may."""


@contextmanager
def _interrupts_kept_out() -> Iterator[None]:
    """What starts meanwhile never sees Ctrl+C in the terminal: that is the program's to answer."""
    if sys.platform == "win32":  # Windows: the child ignores it a little later
        yield
        return
    from multiprocessing import resource_tracker  # not on Windows

    resource_tracker.ensure_running()  # its start would let interrupts in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ModelWorker:
    """Child process around ``tagger.Tagger``; one text at a time, callable from any thread."""

    def __init__(self, model: Path, *, threads: int = 2) -> None:
        self._model, self._threads = model, threads
        self._lock = threading.RLock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._state = ModelState.LOADING
        self._seen: tuple[int, int] | None = None  # size and time of the file that was refused
        self._asked = self._falls = 0  # texts sent; ends before the hello, one after the other
        self._closed = False

    @property
    def state(self) -> ModelState:
        """Where the model stands now; never waits for a text that is being looked at."""
        if not self._lock.acquire(blocking=False):
            return self._state
        try:
            if self._state is ModelState.LOADING and self._connection is not None:
                self._listen(0.0)
            return self._state
        finally:
            self._lock.release()

    def start(self) -> None:
        """Begin to load; returns at once. Does nothing when the process runs."""
        with self._lock:
            if self._closed or (self._process is not None and self._process.is_alive()):
                return
            self._drop()
            mark = self._file_mark()
            if mark is None:
                self._state = ModelState.MISSING
                return
            if self._state in _FINAL and self._seen == mark:
                return  # the same file would be refused again
            self._falls = self._falls if self._seen == mark else 0
            self._seen = mark
            self._spawn()

    def _file_mark(self) -> tuple[int, int] | None:
        try:
            facts = self._model.stat()
        except OSError:
            return None
        return facts.st_size, facts.st_mtime_ns

    def _spawn(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=worker_child.serve,
            args=(theirs, str(self._model), self._threads),
            name="trennwerk-model",
            daemon=True,
        )
        with _interrupts_kept_out():
            process.start()
        theirs.close()
        self._process, self._connection, self._state = process, ours, ModelState.LOADING

    def _listen(self, seconds: float) -> None:
        """Wait for the hello at most so long and set the state by it."""
        assert self._connection is not None
        try:
            if not self._connection.poll(seconds):
                return
            self._state = ModelState(frames.receive(self._connection).get("hello", ""))
            self._falls = 0
            event(Code.MODEL_STARTED, ready=int(self._state is ModelState.READY))
        except (EOFError, OSError, ValueError):
            # llama.cpp aborts on some broken files; once may also be the system's doing
            self._falls += 1
            self._state = ModelState.BROKEN if self._falls >= _ATTEMPTS else ModelState.DIED
        if self._state is not ModelState.READY:
            self._drop()

    def _ready(self, cancel: Cancel | None, deadline: float) -> bool:
        """Have a process that said hello; False when the model cannot be used."""
        self.start()
        limit = min(deadline, time.monotonic() + START_LIMIT)
        while self._state is ModelState.LOADING and self._connection is not None:
            if cancel is not None:
                cancel.check()
            if time.monotonic() >= limit:
                if limit == deadline:
                    raise _TimedOut
                raise _Died
            self._listen(_SLICE)
        if self._state is ModelState.DIED:
            raise _Died
        return self._state is ModelState.READY

    def find(
        self, text: str, *, timeout: float | None = None, cancel: Cancel | None = None
    ) -> Detection:
        """Spans of the text, or a gap over all of it with the reason.

        ``timeout`` in seconds, loading included. Raises Cancelled, soon after ``cancel`` is set.
        """
        deadline = float("inf") if timeout is None else time.monotonic() + timeout
        with self._lock:
            for _ in range(_ATTEMPTS):
                try:
                    if self._closed or not self._ready(cancel, deadline):
                        return self._gap(text, "missing" if self._closed else str(self._state))
                    return self._ask(text, deadline, cancel)
                except _TimedOut:
                    self._stop_text()
                    return self._gap(text, "timeout")
                except _Died:
                    event(Code.MODEL_DIED)
                    self._drop()
                    if self._state is not ModelState.BROKEN:
                        self._state = ModelState.DIED
            return self._gap(text, str(self._state))

    def _gap(self, text: str, reason: str) -> Detection:
        return Detection((), (Gap(SOURCE, 0, len(text), reason),))

    def _ask(self, text: str, deadline: float, cancel: Cancel | None) -> Detection:
        self._asked += 1
        self._tell({"id": self._asked, "find": text})
        while True:
            if cancel is not None and cancel.requested:
                self._stop_text()
                raise Cancelled
            left = deadline - time.monotonic()
            if left <= 0:
                raise _TimedOut
            if self._closed:
                raise _Died  # by another thread, which waits for us
            answer = self._answer(min(left, _SLICE))
            if answer is not None and answer.get("id") == self._asked and "spans" in answer:
                return Detection(frames.unpack_spans(answer["spans"], SOURCE))

    def _tell(self, message: dict[str, Any]) -> None:
        if self._connection is None:
            raise _Died
        try:
            frames.send(self._connection, message)
        except OSError as error:
            raise _Died from error

    def _answer(self, seconds: float) -> dict[str, Any] | None:
        assert self._connection is not None
        try:
            return frames.receive(self._connection) if self._connection.poll(seconds) else None
        except (EOFError, OSError, ValueError) as error:
            raise _Died from error

    def _stop_text(self) -> None:
        """Tell a ready process to leave its text; its late answer is known by its number."""
        if self._state is ModelState.READY:
            try:
                self._tell({"stop": self._asked})
            except _Died:
                self._drop()

    def _drop(self) -> None:
        """End the process and forget it."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()  # the child ends by itself when its side reads the end
        if process is not None:
            process.join(0.5 if connection is not None else 0)
            if process.is_alive():
                process.kill()
                process.join()
            process.close()

    def close(self) -> None:
        """End the process for good; a text that is being looked at and later ones get a gap."""
        self._closed = True
        with self._lock:
            self._drop()
            self._state = ModelState.MISSING
