"""A watched folder that takes in mails and replies: each file once, and only when it is whole.

Events come from the operating system (watchdog) and, for network drives that send none, from a
listing every now and then. One thread of its own looks at the files and calls back.
"""

from __future__ import annotations

import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from watchdog.events import (
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MOVED,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from desktop.errors import UserError
from desktop.exchange.settling import Look, Settling

# What programs name files while they write or download them; they rename them when done.
_UNFINISHED: Final = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", ".swp")
_IGNORED_EVENTS: Final = frozenset({EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE})

FileCallback = Callable[[Path], None]
ProblemCallback = Callable[[Path, str], None]


def wanted(path: Path) -> bool:
    """Whether a file's name says that it is meant to be taken in."""
    name = path.name.lower()
    return not name.startswith((".", "~")) and not name.endswith(("~", *_UNFINISHED))


def look_at(path: Path) -> Look | None:
    """What a plain file looks like now; None when it is none or cannot be opened for reading."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return None
        with path.open("rb"):
            return (found.st_size, found.st_mtime_ns, found.st_ino)
    except OSError:
        return None


class Watcher:
    """Watches ``folder`` (not its subfolders) between ``start`` and ``stop``.

    ``callback`` gets each whole file, also those that were there before, on the watcher's thread.
    ``on_problem`` gets a path and a code: ``watch_unreadable`` (empty or not to be opened),
    ``watch_folder_missing`` (it went away; watching goes on should it return), or the code of a
    UserError that the callback raised. Other errors of the callback are bugs and end the thread.
    """

    def __init__(
        self,
        folder: Path,
        callback: FileCallback,
        *,
        on_problem: ProblemCallback | None = None,
        settle: float = 0.5,
        patience: float = 30.0,
        relist: float = 15.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._callback = callback
        self._on_problem = on_problem
        self._relist = relist
        self._clock = clock
        self._settling = Settling(settle, patience)
        self._changed = threading.Condition()
        self._stopping = False
        self._missing = False
        self._thread: threading.Thread | None = None
        self._observer: BaseObserver | None = None

    def start(self) -> None:
        """UserError ``watch_folder_missing``; RuntimeError if it was started before."""
        if self._thread is not None:
            raise RuntimeError("a watcher starts once")
        if not self._folder.is_dir():
            raise UserError("watch_folder_missing")
        self._observe()
        self._thread = threading.Thread(target=self._run, name="watched-folder", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop and wait until both threads have ended; may be called again."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._observer is not None:
            self._observer.stop()  # also when its start failed: it has threads from the beginning
            if self._observer.ident is not None:
                self._observer.join()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def touched(self, path: Path) -> None:
        """An event told of ``path``."""
        if wanted(path) and path.parent == self._folder:
            with self._changed:
                self._settling.touched(path, self._clock())
                self._changed.notify_all()

    def gone(self, path: Path) -> None:
        with self._changed:
            self._settling.gone(path)

    def _observe(self) -> None:
        try:
            self._observer = Observer()
            self._observer.schedule(_Events(self), str(self._folder), recursive=False)
            self._observer.start()
        except OSError:
            pass  # no events to be had (the system's limit is reached): the listings still find all

    def _stopped(self) -> bool:
        with self._changed:
            return self._stopping

    def _run(self) -> None:
        listed = float("-inf")
        while not self._stopped():
            now = self._clock()
            if now - listed >= self._relist:
                self._list(now)
                listed = now
            with self._changed:
                whole, given_up = self._settling.due(now, look_at)
            for path in given_up:
                self._problem(path, "watch_unreadable")
            for path in whole:
                self._hand_out(path)
            self._wait(listed + self._relist)

    def _wait(self, latest: float) -> None:
        """Until there is something to look at, a file was touched, or it is time to list again."""
        with self._changed:
            due = self._settling.next_due()
            wake = latest if due is None else min(latest, due)
            if not self._stopping:
                self._changed.wait(max(0.0, wake - self._clock()))

    def _list(self, now: float) -> None:
        try:
            paths = {path for path in self._folder.iterdir() if wanted(path)}
        except OSError:
            if not self._missing:
                self._problem(self._folder, "watch_folder_missing")
            self._missing = True
            return
        self._missing = False
        plain = {path for path in paths if not path.is_dir()}
        with self._changed:
            self._settling.listed(plain, now)

    def _hand_out(self, path: Path) -> None:
        if self._stopped():
            return
        try:
            self._callback(path)
        except UserError as error:
            self._problem(path, error.code)

    def _problem(self, path: Path, code: str) -> None:
        if self._on_problem is not None:
            self._on_problem(path, code)


class _Events(FileSystemEventHandler):
    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Opening and reading, ours too, changes nothing.
        if event.is_directory or event.event_type in _IGNORED_EVENTS:
            return
        source = Path(_text(event.src_path))
        if event.event_type == EVENT_TYPE_DELETED:
            self._watcher.gone(source)
        elif event.event_type == EVENT_TYPE_MOVED:
            self._watcher.gone(source)
            self._watcher.touched(Path(_text(event.dest_path)))
        else:
            self._watcher.touched(source)


def _text(path: bytes | str) -> str:
    return path if isinstance(path, str) else path.decode("utf-8", "surrogateescape")
