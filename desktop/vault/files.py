"""Whole-file writing that survives a crash, and the operating system's errors as user errors."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import UserError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def disk_errors(file: str) -> Iterator[None]:
    """Turn ``OSError`` into disk_full, workspace_not_writable or disk_failed, naming ``file``."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UserError("disk_full", file=file) from error
        if error.errno in _REFUSED:
            raise UserError("workspace_not_writable", file=file) from error
        raise UserError("disk_failed", file=file) from error


def sync_folder(folder: Path) -> None:
    """Make renames and removals in ``folder`` durable (Windows does so by itself)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_durably(file: Path, parts: Iterable[bytes]) -> None:
    """Create ``file`` for its owner's eyes only, with its bytes on the disk at return."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.writelines(parts)
        stream.flush()
        os.fsync(stream.fileno())


SCRATCH = ".scratch-"  # beginning of the names of folders that mean nothing once the program ends


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed program left half-written; the caller holds the workspace lock."""
    with disk_errors(folder.name):
        for path in folder.glob(".*.part"):
            path.unlink(missing_ok=True)
        for path in folder.glob(f"{SCRATCH}*"):
            shutil.rmtree(path, ignore_errors=True)


def replace_durably(file: Path, data: bytes) -> None:
    """Replace ``file`` so that a crash leaves the old or the new content, never a part.

    Raises UserError disk_full, workspace_not_writable, disk_failed; the old file then stays.
    """
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    with disk_errors(file.name):
        try:
            write_durably(part, [data])
            part.replace(file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(file.parent)
