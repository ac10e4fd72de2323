"""One running program a workspace: a lock of the operating system, gone when the program is."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from desktop.errors import UserError
from desktop.vault.files import disk_errors

NAME: Final = ".lock"


class WorkspaceLock:
    """Holds the workspace from construction to ``release``.

    Raises UserError workspace_in_use at once when another program, or another vault in this one,
    holds it. The file stays behind: removing it would let two programs hold two different files.
    """

    def __init__(self, workspace: Path) -> None:
        with disk_errors(NAME):
            self._handle: int | None = os.open(workspace / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError as error:
            self.release()
            raise UserError("workspace_in_use") from error

    def release(self) -> None:
        """Let others in; safe to call again."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
