"""Backups: the whole workspace in one encrypted file, proved to open before it counts.

The stores are copied as they lie on the disk, sealed by their own keys, so a user who may not open
a store can back it up all the same.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop import settings
from desktop.domain import Clock
from desktop.errors import UserError
from desktop.vault import audit, backup_file, checkpoints, keystore, migrations, staging
from desktop.vault.audit import AuditReport
from desktop.vault.backup_file import Header
from desktop.vault.files import SCRATCH, disk_errors, sync_folder
from desktop.vault.keyfile import read_key_file
from desktop.vault.keys import Random, UserSecret
from desktop.vault.keystore import Keystore, UserEntry
from desktop.vault.lockfile import WorkspaceLock
from desktop.vault.opened import Vault
from desktop.vault.stores import Store
from desktop.vault.verify import StoreReport, verify

SUFFIX: Final = ".twbackup"
_FILES: Final = (
    keystore.NAME,
    checkpoints.NAME,
    settings.NAME,
    *(store.file for store in Store),
)


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds, as found by opening it; ``size`` of the backup file in bytes."""

    workspace_id: str
    created: datetime
    size: int
    stores: tuple[StoreReport, ...]
    audit: AuditReport

    @property
    def ok(self) -> bool:
        return all(store.ok for store in self.stores)


@dataclass(frozen=True, slots=True)
class Restored:
    """``replaced``: the folder with the files that stood there before, None if there were none."""

    report: BackupReport
    replaced: Path | None


def utc_now() -> datetime:
    return datetime.now(UTC)


def backup(vault: Vault, file: Path) -> BackupReport:
    """Write the workspace as it now is to ``file``, replacing it only by a backup that opens.

    Others wait while the stores are copied. Raises UserError backup_failed, backup_in_workspace,
    store_needs_recovery, disk_full, workspace_not_writable, disk_failed.
    """
    if file.parent.resolve() == vault.workspace.resolve() and file.name in _FILES:
        raise UserError("backup_in_workspace", file=file.name)
    secret = vault.secret()
    part = file.with_name(f".{file.name}.part")
    try:
        _copy(vault, part, file.name)
        report = _prove(part, secret, file.name, scratch=vault.workspace)
        with disk_errors(file.name):
            part.replace(file)
            sync_folder(file.parent)
    finally:
        part.unlink(missing_ok=True)
    audit.append(vault, "backup_made", details={"bytes": report.size})
    return report


def _copy(vault: Vault, part: Path, name: str) -> None:
    with vault.still(), disk_errors(name):
        for store in Store:
            # No transaction of ours is open: a journal belongs to a store that we cannot open.
            journal = vault.workspace / f"{store.file}-journal"
            if journal.exists() and journal.stat().st_size:
                raise UserError("store_needs_recovery", store=store.value)
        present = [vault.workspace / name for name in _FILES]
        # Closing a file drops this process's locks on it; SQLite holds none outside transactions.
        backup_file.write(
            part,
            contents=[path for path in present if path.is_file()],
            users=vault.keystore,
            created=vault.clock(),
            random=vault.random,
        )


def _prove(part: Path, secret: UserSecret, name: str, *, scratch: Path) -> BackupReport:
    try:
        report = _inspect(part, backup_file.read_header(part), secret, scratch=scratch)
    except UserError as error:
        if error.code in ("backup_damaged", "backup_newer"):
            raise UserError("backup_failed", file=name) from error
        raise
    if not report.ok:
        raise UserError("backup_failed", file=name)
    return report


def verify_backup(
    file: Path,
    *,
    password: str = "",
    code: str = "",
    key_file: Path | None = None,
    scratch: Path | None = None,
) -> BackupReport:
    """Open a backup with a password or a recovery code, and check all that it holds.

    Its files are laid out, still encrypted, in a folder under ``scratch`` (default: the folder of
    temporary files) and removed again. Raises UserError backup_missing, backup_damaged,
    backup_newer, wrong_password, wrong_recovery_code, recovery_code_malformed, disk_full.
    """
    header = backup_file.read_header(file)
    secret = _secret(header, password, code, key_file)
    return _inspect(file, header, secret, scratch=scratch)


def restore(
    file: Path,
    workspace: Path,
    *,
    password: str = "",
    code: str = "",
    key_file: Path | None = None,
    clock: Clock = utc_now,
    random: Random = os.urandom,
) -> Restored:
    """Put the backup in the place of whatever is in ``workspace``, wholly or not at all.

    The password (or recovery code) is the one that held when the backup was made, and it holds
    afterwards. What stood there before is kept in a folder beside it (``replaced_folders``).
    Raises what ``verify_backup`` raises, and UserError workspace_in_use, workspace_not_writable.
    """
    header = backup_file.read_header(file)
    secret = _secret(header, password, code, key_file)
    with disk_errors(workspace.name):
        workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WorkspaceLock(workspace)
    try:
        staging.finish(workspace)  # of an earlier step that was interrupted
        replaced = workspace / f"replaced-{clock():%Y%m%dT%H%M%S%f}"
        try:
            folder = staging.begin(workspace)
            backup_file.lay_out(file, header, secret, folder, allowed=_FILES)
            report = _open_laid_out(
                file, header, secret, folder, clock=clock, random=random, restoring=True
            )
            if not report.ok:
                raise UserError("backup_damaged", file=file.name)
            staging.commit(workspace, keep_replaced_in=replaced.name)
        finally:
            staging.finish(workspace)
    finally:
        lock.release()
    return Restored(report, replaced if replaced.exists() else None)


def replaced_folders(workspace: Path) -> list[Path]:
    """What earlier restores kept, oldest first; encrypted as it was, under the password of then."""
    return sorted(path for path in workspace.glob("replaced-*") if path.is_dir())


def discard_replaced(workspace: Path) -> int:
    """Remove what earlier restores kept; how many folders."""
    folders = replaced_folders(workspace)
    with disk_errors(workspace.name):
        for folder in folders:
            shutil.rmtree(folder)
    return len(folders)


def _secret(header: Header, password: str, code: str, key_file: Path | None) -> UserSecret:
    return backup_file.open_secret(
        header, password=password, code=code, key_file=read_key_file(key_file)
    )


def _inspect(
    file: Path, header: Header, secret: UserSecret, *, scratch: Path | None
) -> BackupReport:
    with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=scratch) as name:
        folder = Path(name)
        backup_file.lay_out(file, header, secret, folder, allowed=_FILES)
        return _open_laid_out(file, header, secret, folder, clock=utc_now, random=os.urandom)


def _open_laid_out(
    file: Path,
    header: Header,
    secret: UserSecret,
    folder: Path,
    *,
    clock: Clock,
    random: Random,
    restoring: bool = False,
) -> BackupReport:
    """Open what was laid out with its owner's keys and check it; note a restoring in its log."""
    try:
        users = keystore.read(folder)
        return _open_stores(
            file, header, users, secret, folder, clock=clock, random=random, restoring=restoring
        )
    except UserError as error:
        if error.code in ("workspace_missing", "workspace_damaged", "store_damaged"):
            raise UserError("backup_damaged", file=file.name) from error
        if error.code == "workspace_newer":
            raise UserError("backup_newer", **error.values) from error
        raise


def _open_stores(
    file: Path,
    header: Header,
    users: Keystore,
    secret: UserSecret,
    folder: Path,
    *,
    clock: Clock,
    random: Random,
    restoring: bool,
) -> BackupReport:
    if not all((folder / store.file).is_file() for store in Store):
        raise UserError("backup_damaged", file=file.name)
    entry = _entry_of(users, secret)
    for store, key in keystore.store_keys(users, entry, secret).items():
        migrations.migrate(folder / store.file, key, store=store)
    vault = Vault(
        folder, lock=None, users=users, entry=entry, secret=secret, clock=clock, random=random
    )
    try:
        size = file.stat().st_size
        stores, log = verify(vault), audit.verify(vault)
        if restoring:
            vault.load_checkpoints()
            audit.append(vault, "workspace_restored", details={"bytes": size})
    finally:
        vault.shut()
    return BackupReport(users.workspace_id, header.created, size, stores, log)


def _entry_of(users: Keystore, secret: UserSecret) -> UserEntry:
    public = secret.exchange_public()
    for entry in users.users:
        if entry.exchange_key == public:
            return entry
    raise UserError("workspace_damaged", file=keystore.NAME)
