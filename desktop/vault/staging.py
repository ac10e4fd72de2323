"""Putting a set of files into a workspace as one step, also when the program is killed meanwhile.

The files are written into ``.staged``; a marker, written last, makes them count. From then on
``finish`` moves them into place, as often as it takes: at once, or at the next opening. Files that
they replace are kept in a folder of their own. Without the marker, ``finish`` throws the rest away.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from desktop.vault.files import disk_errors, sync_folder, write_durably

FOLDER: Final = ".staged"
_READY: Final = "READY"


def begin(workspace: Path) -> Path:
    """An empty staging folder. The caller holds the workspace lock."""
    folder = workspace / FOLDER
    with disk_errors(FOLDER):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
    return folder


def commit(workspace: Path, *, keep_replaced_in: str) -> None:
    """Make the staged, already durable files count, and move them into place."""
    folder = workspace / FOLDER
    with disk_errors(FOLDER):
        sync_folder(folder)
        write_durably(folder / _READY, [keep_replaced_in.encode()])
        sync_folder(folder)
        sync_folder(workspace)
    finish(workspace)


def is_ready(workspace: Path) -> bool:
    """Whether files that count are waiting: then the workspace exists, whatever else is there."""
    return (workspace / FOLDER / _READY).is_file()


def finish(workspace: Path) -> None:
    """Roll a committed set of files forward, or discard an uncommitted one."""
    folder = workspace / FOLDER
    if not folder.exists():
        return
    with disk_errors(FOLDER):
        if is_ready(workspace):
            _move_all(workspace, folder)
        shutil.rmtree(folder)
        sync_folder(workspace)


def _move_all(workspace: Path, folder: Path) -> None:
    kept = workspace / (folder / _READY).read_text().strip()
    for staged in sorted(folder.iterdir()):
        if staged.name == _READY:
            continue
        target = workspace / staged.name
        if target.exists() and not (kept / staged.name).exists():
            kept.mkdir(mode=0o700, exist_ok=True)
            target.replace(kept / staged.name)
            sync_folder(kept)
        staged.replace(target)
    sync_folder(workspace)
    (folder / _READY).unlink()
    sync_folder(folder)
