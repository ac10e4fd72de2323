"""Bringing a store file to the tables that this program knows: ordered, atomic, backed up first."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.errors import UserError
from desktop.vault.files import disk_errors, sync_file, sync_folder
from desktop.vault.schema import STEPS, Step
from desktop.vault.stores import Store, open_alone, store_errors


def create_store(file: Path, key: bytes, *, store: Store) -> None:
    """A new, empty, durable store file; raises UserError disk_full, workspace_not_writable."""
    connection = open_alone(file, key, store=store, create=True)
    try:
        _apply(connection, store, STEPS[store], from_version=0)
    finally:
        connection.close()
    with disk_errors(file.name):
        file.chmod(0o600)
        sync_file(file)


def migrate(
    file: Path, key: bytes, *, store: Store, steps: Sequence[Step] | None = None
) -> int | None:
    """Apply the missing steps; the version that was found if it was an old one, else None.

    The untouched file is kept as ``<name>.before-migration`` until the new one has passed its
    checks; a failure leaves the old version in place. Raises UserError workspace_newer,
    workspace_damaged, store_damaged, disk_full.
    """
    known = STEPS[store] if steps is None else tuple(steps)
    copy = file.with_name(f"{file.name}.before-migration")
    connection = open_alone(file, key, store=store)
    try:
        found = version_of(connection)
        if found > len(known):
            raise UserError("workspace_newer", found=found, known=len(known))
        if found < 1:  # a store is created with its tables; without them it is not ours
            raise UserError("store_damaged", store=store.value)
        if found == len(known):
            migrated = None
        else:
            _keep(file, copy)
            _apply(connection, store, known, from_version=found)
            migrated = found
        if copy.exists():  # made just now, or by a program that was killed before this line
            _check(connection, store)
            with disk_errors(copy.name):
                copy.unlink()
    finally:
        connection.close()
    return migrated


def version_of(connection: Any, schema: str = "main") -> int:
    return int(connection.execute(f"PRAGMA {schema}.user_version").fetchone()[0])


def _keep(file: Path, copy: Path) -> None:
    with disk_errors(copy.name):
        shutil.copyfile(file, copy)
        copy.chmod(0o600)
        sync_file(copy)
        sync_folder(copy.parent)


def _apply(connection: Any, store: Store, steps: Sequence[Step], *, from_version: int) -> None:
    with store_errors(store.value):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for step in steps[from_version:]:
                for statement in step:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(steps)}")
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                raise UserError("store_damaged", store=store.value)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _check(connection: Any, store: Store) -> None:
    with store_errors(store.value):
        whole = connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        sealed = not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if not (whole and sealed):
        raise UserError("store_damaged", store=store.value)
