"""When is a file that appeared in a watched folder whole? Pure bookkeeping, no clock, no threads.

A file is whole when nothing happened to it for a while and two looks at it, that while apart, saw
the same size and time. What cannot be opened or is empty is looked at again until patience ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Look = tuple[int, int, int]  # size in bytes, time of change in ns, inode
Probe = Callable[[Path], Look | None]  # None: not there, not to be opened, or not a plain file


@dataclass(slots=True)
class _Waiting:
    since: float  # when it appeared
    changed: float  # when something last happened to it
    look: Look | None = None


@dataclass(slots=True)
class Settling:
    """Which files wait, and which were handed out already. Times are seconds of any clock."""

    settle: float
    patience: float
    _waiting: dict[Path, _Waiting] = field(default_factory=dict)
    _done: dict[Path, Look] = field(default_factory=dict)

    def touched(self, path: Path, now: float) -> None:
        """Something happened to ``path``: its time to settle begins anew."""
        waiting = self._waiting.get(path)
        if waiting is None:
            self._waiting[path] = _Waiting(now, now)
        else:
            waiting.changed, waiting.look = now, None

    def gone(self, path: Path) -> None:
        """``path`` was deleted or moved away; should it come again, it is a new file."""
        self._waiting.pop(path, None)
        self._done.pop(path, None)

    def listed(self, paths: set[Path], now: float) -> None:
        """A listing of the whole folder: finds what no event told."""
        for path in (self._done.keys() | self._waiting.keys()) - paths:
            self.gone(path)
        for path in paths - self._waiting.keys():
            self.touched(path, now)

    def due(self, now: float, probe: Probe) -> tuple[list[Path], list[Path]]:
        """(whole files, files given up) as of ``now``; each is handed out once per content."""
        whole: list[Path] = []
        given_up: list[Path] = []
        for path, waiting in list(self._waiting.items()):
            if now - waiting.changed < self.settle:
                continue
            look = probe(path)
            if look is not None and self._done.get(path) == look:
                del self._waiting[path]  # nothing new: it was only opened or listed again
            elif look is not None and look[0] > 0 and look == waiting.look:
                del self._waiting[path]
                self._done[path] = look
                whole.append(path)
            elif now - waiting.since >= self.patience and (look is None or look[0] == 0):
                del self._waiting[path]
                if look is not None:
                    self._done[path] = look
                given_up.append(path)
            else:
                waiting.changed, waiting.look = now, look
        return whole, given_up

    def next_due(self) -> float | None:
        """When ``due`` has something to look at next; None while nothing waits."""
        return min((w.changed + self.settle for w in self._waiting.values()), default=None)
