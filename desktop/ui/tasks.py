"""Background work: the only module of the program's user interface that touches threads.

``Tasks.run`` takes a plain function, runs it on a pool thread and brings its result back to the
user interface's thread. Results whose owner is gone are dropped, long work is asked to stop
through ``Cancel``, and ``shutdown`` returns only when no thread is left (or says that one is).

The threads are Python's own. Qt's pool deletes a runnable on its thread while ``start`` may still
hold it on this one; with PySide6 that loses references (a quarter of quick jobs were never freed)
and has ended a process in the garbage collector.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import count
from threading import Lock
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.domain import Cancel, Progress
from desktop.errors import Cancelled, UserError

log = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[Cancel, Progress], T]

SHUTDOWN_MS = 5_000


def plain(work: Callable[[], T]) -> Work[T]:
    """Work that neither reports progress nor can be stopped half way."""

    def run(_cancel: Cancel, _progress: Progress) -> T:
        return work()

    return run


class TaskState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Task(QObject):
    """A handle on one piece of work; it lives on the user interface's thread.

    Signals: ``progressed(done, total)``, ``succeeded(result)``, ``failed(exception)``,
    ``cancelled()``, and ``finished()`` after any of the last three.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, owner: QObject | None, *, must_run: bool = False) -> None:
        super().__init__()
        self.must_run = must_run
        self.state = TaskState.WAITING
        self.token = Cancel()
        self._owner = owner
        self._owned = owner is not None

    @property
    def running(self) -> bool:
        return self.state in (TaskState.WAITING, TaskState.RUNNING)

    @property
    def wanted(self) -> bool:
        """False once the owner was destroyed: then nobody is told the result."""
        return not self._owned or (self._owner is not None and shiboken6.isValid(self._owner))

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; a result that arrives all the same counts as cancelled."""
        self.token.request()


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: Any = None
    error: BaseException | None = None


@dataclass(slots=True)
class _News:
    """What the pool thread has to tell about one task and the window has not yet heard."""

    progress: tuple[int, int] | None = None
    outcome: _Outcome | None = None
    told: bool = False


class _Post(QObject):
    """Carries news across threads; one long-lived object, so that no thread emits on a dead one."""

    arrived = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._news: dict[int, _News] = {}

    def report(self, number: int, done: int, total: int) -> None:
        """Keep only the newest progress: fast work must not flood the event queue."""
        with self._lock:
            news = self._news.setdefault(number, _News())
            news.progress = (done, total)
            if news.told:
                return
            news.told = True
        self.arrived.emit(number)

    def finish(self, number: int, outcome: _Outcome) -> None:
        with self._lock:
            self._news.setdefault(number, _News()).outcome = outcome
        self.arrived.emit(number)

    def take(self, number: int) -> _News:
        with self._lock:
            return self._news.pop(number, _News())


def _carry_out(work: Work[Any], token: Cancel, post: _Post, number: int) -> None:
    """On a pool thread: the work, and what became of it."""
    try:
        token.check()
        outcome = _Outcome(work(token, partial(post.report, number)))
    except BaseException as error:  # noqa: BLE001 - handed on whole to the task's owner
        outcome = _Outcome(error=error)
    post.finish(number, outcome)


class Tasks(QObject):
    """Runs work off the user interface's thread. One instance a window, ``shutdown`` at its end.

    Work in the same named ``lane`` runs one after the other in the order it was given (saves must
    not overtake each other); work without a lane shares a small pool.
    """

    busy_changed = Signal(int)  # how many tasks are waiting or running
    unhandled = Signal(object)  # an exception that no caller took

    def __init__(self, parent: QObject | None = None, *, threads: int = 3) -> None:
        super().__init__(parent)
        self._threads = threads
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._jobs: set[Future[None]] = set()
        self._tasks: dict[int, Task] = {}
        self._numbers = count(1)
        self._post = _Post()
        self._post.arrived.connect(self._collect, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    @property
    def busy(self) -> int:
        return len(self._tasks)

    def run(
        self,
        work: Work[T],
        *,
        owner: QObject | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[UserError | Exception], None] | None = None,
        progress: Progress | None = None,
        finished: Callable[[], None] | None = None,
        lane: str = "",
        must_run: bool = False,
    ) -> Task:
        """Run ``work(cancel, progress)`` on a pool thread; the callbacks run on this thread.

        ``done`` gets the result, ``failed`` the exception (never ``Cancelled``), ``finished``
        follows both and also a cancellation. Nothing is called once ``owner`` is destroyed; the
        work is then asked to stop, but not when it ``must_run`` (a save): that runs also when its
        owner or the window goes. Without ``failed`` an error goes to ``unhandled``.
        """
        task = Task(owner, must_run=must_run)
        _connect(task, done, progress, finished)
        if failed is not None:
            task.failed.connect(failed)
        else:
            task.failed.connect(self.unhandled)
        if self._closed:
            task.token.request()
            task.state = TaskState.CANCELLED
            return task
        number = next(self._numbers)
        self._tasks[number] = task
        if owner is not None and not must_run:
            owner.destroyed.connect(task.cancel)
        self.busy_changed.emit(self.busy)
        job = self._pool(lane).submit(_carry_out, work, task.token, self._post, number)
        self._jobs = {job, *(other for other in self._jobs if not other.done())}
        return task

    def cancel_all(self) -> None:
        """Ask all work to stop but that which must run."""
        for task in self._tasks.values():
            if not task.must_run:
                task.cancel()

    def shutdown(self, timeout_ms: int = SHUTDOWN_MS) -> bool:
        """Refuse new work, ask all work to stop, wait for the threads; True when none is left."""
        self._closed = True
        self.cancel_all()
        # Queues are not cleared: cancelled work ends at its first step, saves still run.
        ended = not wait(self._jobs, timeout_ms / 1000).not_done
        if not ended:
            log.warning("background work did not stop in time")
        for pool in self._pools.values():
            pool.shutdown(wait=ended)
        self._pools.clear()
        self._jobs.clear()
        self._tasks.clear()
        return ended

    def _pool(self, lane: str) -> ThreadPoolExecutor:
        if lane not in self._pools:
            self._pools[lane] = ThreadPoolExecutor(1 if lane else self._threads)
        return self._pools[lane]

    @Slot(int)
    def _collect(self, number: int) -> None:
        news = self._post.take(number)
        task = self._tasks.get(number)
        if task is None:
            return
        task.state = TaskState.RUNNING
        if news.progress is not None and task.wanted and not task.token.requested:
            task.progressed.emit(*news.progress)
        if news.outcome is not None:
            del self._tasks[number]
            self._settle(task, news.outcome)
            self.busy_changed.emit(self.busy)

    def _settle(self, task: Task, outcome: _Outcome) -> None:
        error = outcome.error
        if isinstance(error, Cancelled) or (error is None and task.token.requested):
            task.state = TaskState.CANCELLED
        elif error is not None:
            task.state = TaskState.FAILED
        else:
            task.state = TaskState.DONE
        if not task.wanted:
            _note_loss(error)
            return
        if task.state is TaskState.DONE:
            task.succeeded.emit(outcome.result)
        elif task.state is TaskState.FAILED:
            task.failed.emit(error)
        else:
            task.cancelled.emit()
        task.finished.emit()


def _connect(
    task: Task,
    done: Callable[[Any], None] | None,
    progress: Progress | None,
    finished: Callable[[], None] | None,
) -> None:
    if done is not None:
        task.succeeded.connect(done)
    if progress is not None:
        task.progressed.connect(progress)
    if finished is not None:
        task.finished.connect(finished)


def _note_loss(error: BaseException | None) -> None:
    """An error whose owner is gone still leaves a trace, by kind only: texts may be personal."""
    if error is not None and not isinstance(error, UserError | Cancelled):
        log.error("dropped task failed: %s", type(error).__name__)
