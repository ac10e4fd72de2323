"""Backups: made and proved in one step, restored wholly or not at all."""

from __future__ import annotations

import secrets
from pathlib import Path

from desktop.access import Right
from desktop.domain import Clock
from desktop.services.context import Context, Random
from desktop.vault import backup as store


def backup(ctx: Context, *, file: Path) -> store.BackupReport:
    """Write a backup to ``file``; see ``vault.backup`` for what it raises."""
    ctx.require(Right.BACKUP)
    return store.backup(ctx.vault, file)


def restore(
    file: Path,
    *,
    workspace: Path,
    password: str,
    clock: Clock,
    random: Random = secrets.token_bytes,
) -> store.Restored:
    """Put a backup in place of what is in ``workspace``; what was there is kept beside it."""
    return store.restore(file, workspace, password=password, clock=clock, random=random)
