"""The watched folder, from the window's side: what arrives is taken in and told here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import UserError
from desktop.exchange.watch import Watcher
from desktop.log import Code, event

if TYPE_CHECKING:
    from desktop.services.context import Context


class WatchedFolder(QObject):
    """Watches at most one folder. The signals come from the watcher's thread, so they are queued.

    ``imported(Imported)`` for every file that was taken in; ``troubled(name, code)`` for the rest.
    """

    imported = Signal(object)
    troubled = Signal(str, str)

    def __init__(self, ctx: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._watcher: Watcher | None = None

    @property
    def watching(self) -> bool:
        return self._watcher is not None

    def watch(self, folder: Path | None) -> None:
        """Watch ``folder`` instead of the one before; None for none."""
        self.stop()
        if folder is None:
            return
        watcher = Watcher(folder, self._take, on_problem=self._problem)
        try:
            watcher.start()
        except UserError as error:
            event(Code.WATCH_FAILED)
            self.troubled.emit(folder.name, error.code)
            return
        event(Code.WATCH_STARTED)
        self._watcher = watcher

    def stop(self) -> None:
        """Stop and wait for the watcher's threads."""
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            watcher.stop()

    def _take(self, path: Path) -> None:
        from desktop.services import intake

        self.imported.emit(intake.import_paths(self._ctx, paths=[path]))

    def _problem(self, path: Path, code: str) -> None:
        self.troubled.emit(path.name, code)
