"""Creating and unlocking a workspace, and changing the password that unlocks it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from desktop.domain import Clock, Role
from desktop.errors import UserError
from desktop.vault import audit, failures, keystore, migrations, staging
from desktop.vault.files import disk_errors, remove_leftovers
from desktop.vault.ids import new_id
from desktop.vault.keyfile import read_key_file
from desktop.vault.keys import KEY_BYTES, KdfParams, Random, UserSecret, calibrate
from desktop.vault.keystore import STORES_OF, Keystore, UserEntry
from desktop.vault.lockfile import WorkspaceLock
from desktop.vault.opened import User, Vault
from desktop.vault.recovery import RecoverySheet, code_key, new_code
from desktop.vault.stores import Store

__all__ = [
    "RecoverySheet",
    "User",
    "Vault",
    "change_password",
    "create",
    "exists",
    "new_recovery_sheet",
    "unlock",
    "unlock_with_recovery",
    "user_names",
]


def exists(workspace: Path) -> bool:
    """Whether there is a workspace in this folder (also one whose making was interrupted late)."""
    return (workspace / keystore.NAME).is_file() or staging.is_ready(workspace)


def create(
    workspace: Path,
    *,
    password: str,
    user_name: str,
    kdf: KdfParams | None = None,
    role: Role = Role.AGENT,
    key_file: Path | None = None,
    clock: Clock,
    random: Random = os.urandom,
) -> RecoverySheet:
    """A new workspace with one user; it stays locked. The sheet's code is stored nowhere.

    ``kdf`` None measures this machine; the role decides which stores the user gets a key for.
    Whatever goes wrong, nothing is left that would count as a workspace. Raises UserError
    workspace_exists, workspace_not_empty, workspace_in_use, password_empty, key_file_unreadable,
    disk_full, workspace_not_writable.
    """
    if not password:
        raise UserError("password_empty")
    key_bytes = read_key_file(key_file)
    with disk_errors(workspace.name):
        workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WorkspaceLock(workspace)
    try:
        if exists(workspace):
            raise UserError("workspace_exists")
        if any((workspace / store.file).exists() for store in Store):
            raise UserError("workspace_not_empty")
        secret = UserSecret.new(random)
        code = new_code(random)
        users, keys = _new_keystore(
            secret,
            password=password,
            key_file=key_bytes,
            code=code,
            user=User(new_id("U", random), user_name, role),
            kdf=kdf or calibrate(),
            clock=clock,
            random=random,
        )
        _build(staging.begin(workspace), users, keys, secret, clock=clock, random=random)
        staging.commit(workspace, keep_replaced_in="replaced")
    finally:
        lock.release()
    return RecoverySheet(code, users.created, users.workspace_id)


def _new_keystore(
    secret: UserSecret,
    *,
    password: str,
    key_file: bytes | None,
    code: str,
    user: User,
    kdf: KdfParams,
    clock: Clock,
    random: Random,
) -> tuple[Keystore, dict[Store, bytes]]:
    keys = {store: random(KEY_BYTES) for store in Store}
    workspace_id = new_id("W", random, letters=16)
    owner = (workspace_id, user.id, user.role)
    public = secret.exchange_public()
    entry = UserEntry(
        id=user.id,
        name=user.name,
        role=user.role,
        exchange_key=public,
        signing_key=secret.signing_public(),
        password=keystore.seal_with_password(
            secret, password=password, key_file=key_file, kdf=kdf, random=random, owner=owner
        ),
        recovery=keystore.seal_for_recovery(secret, key=code_key(code), random=random, owner=owner),
        grants={
            store: keystore.grant(store, keys[store], public=public, random=random, owner=owner)
            for store in STORES_OF[user.role]
        },
    )
    return Keystore(workspace_id, clock(), (entry,)), keys


def _build(
    folder: Path,
    users: Keystore,
    keys: dict[Store, bytes],
    secret: UserSecret,
    *,
    clock: Clock,
    random: Random,
) -> None:
    """All files of a new workspace in ``folder``, with the first entry of the audit log."""
    for store, key in keys.items():
        migrations.create_store(folder / store.file, key, store=store)
    keystore.write(folder, users)
    entry = users.users[0]
    vault = Vault(
        folder, lock=None, users=users, entry=entry, secret=secret, clock=clock, random=random
    )
    try:
        audit.append(
            vault,
            "workspace_created",
            details={
                "user_id": entry.id,
                "role": entry.role.value,
                "signing_key": entry.signing_key.hex(),
            },
        )
    finally:
        vault.shut()


def user_names(workspace: Path) -> tuple[str, ...]:
    """Who may be asked for a password; raises UserError workspace_missing, workspace_damaged."""
    if staging.is_ready(workspace):
        _enter(workspace).release()
    return tuple(entry.name for entry in keystore.read(workspace).users)


def unlock(
    workspace: Path,
    *,
    password: str,
    user_name: str | None = None,
    key_file: Path | None = None,
    clock: Clock,
    random: Random = os.urandom,
) -> Vault:
    """Open the workspace for one user (None: the only one there is).

    Takes the half to full second that the password's derivation is made to cost. Raises UserError
    workspace_missing, workspace_in_use, workspace_newer, workspace_damaged, wrong_password,
    key_file_needed, key_file_unreadable, user_needed, unknown_user, store_damaged, disk_full.
    """
    key_bytes = read_key_file(key_file)
    lock = _enter(workspace)
    try:
        users = keystore.read(workspace)
        entry = users.user(user_name)
        with failures.noted(workspace):
            secret = keystore.open_with_password(users, entry, password, key_bytes)
        return _open(
            workspace, lock, users, entry, secret, clock=clock, random=random, action="unlocked"
        )
    except BaseException:
        lock.release()
        raise


def unlock_with_recovery(
    workspace: Path,
    *,
    code: str,
    new_password: str,
    user_name: str | None = None,
    kdf: KdfParams | None = None,
    clock: Clock,
    random: Random = os.urandom,
) -> Vault:
    """Open the workspace by the recovery sheet and set a new password (without a key file).

    The sheet stays valid. Raises UserError recovery_code_malformed, wrong_recovery_code,
    password_empty, and what ``unlock`` raises.
    """
    key = code_key(code)
    if not new_password:
        raise UserError("password_empty")
    lock = _enter(workspace)
    try:
        users = keystore.read(workspace)
        entry = users.user(user_name)
        with failures.noted(workspace):
            secret = keystore.open_with_recovery(users, entry, key)
        users = _with_password(users, entry, secret, new_password, None, kdf or calibrate(), random)
        _write_keystore(workspace, users)
        entry = users.user(entry.name)
        return _open(
            workspace,
            lock,
            users,
            entry,
            secret,
            clock=clock,
            random=random,
            action="unlocked_by_recovery",
        )
    except BaseException:
        lock.release()
        raise


def change_password(
    vault: Vault,
    *,
    old: str,
    new: str,
    old_key_file: Path | None = None,
    new_key_file: Path | None = None,
    kdf: KdfParams | None = None,
) -> None:
    """Seal the user's keys under a new password; what was written is opened again before it counts.

    Raises UserError wrong_password, key_file_needed, password_empty, disk_full; then the old
    password still holds.
    """
    old_bytes, new_bytes = read_key_file(old_key_file), read_key_file(new_key_file)
    entry = vault.keystore.user(vault.user.name)
    secret = keystore.open_with_password(vault.keystore, entry, old, old_bytes)
    costs = kdf or calibrate()
    users = _with_password(vault.keystore, entry, secret, new, new_bytes, costs, vault.random)
    _replace_keystore(vault, users, "password_changed")


def new_recovery_sheet(vault: Vault) -> RecoverySheet:
    """A new sheet; the code of the old one no longer opens anything but old backups."""
    entry = vault.keystore.user(vault.user.name)
    code = new_code(vault.random)
    owner = (vault.id, entry.id, entry.role)
    sealed = keystore.seal_for_recovery(
        vault.secret(), key=code_key(code), random=vault.random, owner=owner
    )
    users = vault.keystore.with_user(replace(entry, recovery=sealed))
    users = keystore.parse(keystore.serialise(users))
    keystore.open_with_recovery(users, users.user(entry.name), code_key(code))
    _replace_keystore(vault, users, "recovery_sheet_made")
    return RecoverySheet(code, vault.clock(), vault.id)


def _replace_keystore(vault: Vault, users: Keystore, action: str) -> None:
    """Write ``users`` and its audit entry, both or neither."""
    before = vault.keystore
    with vault.still():
        try:
            with vault.transaction():
                audit.append(vault, action)
                _write_keystore(vault.workspace, users)
        except BaseException:
            if keystore.read(vault.workspace) != before:
                keystore.write(vault.workspace, before)
            raise
        vault.keystore = users


def _write_keystore(workspace: Path, users: Keystore) -> None:
    """Write ``users`` and read it back; raises UserError disk_full, disk_failed."""
    keystore.write(workspace, users)
    if keystore.read(workspace) != users:
        raise UserError("disk_failed", file=keystore.NAME)


def _with_password(
    users: Keystore,
    entry: UserEntry,
    secret: UserSecret,
    password: str,
    key_file: bytes | None,
    kdf: KdfParams,
    random: Random,
) -> Keystore:
    """A keystore in which ``entry`` has the new password, proved to open."""
    sealed = keystore.seal_with_password(
        secret,
        password=password,
        key_file=key_file,
        kdf=kdf,
        random=random,
        owner=(users.workspace_id, entry.id, entry.role),
    )
    changed = keystore.parse(keystore.serialise(users.with_user(replace(entry, password=sealed))))
    opened = keystore.open_with_password(changed, changed.user(entry.name), password, key_file)
    if opened != secret:
        raise RuntimeError("the new password does not open the user's keys")
    return changed


def _enter(workspace: Path) -> WorkspaceLock:
    """Hold the workspace, with what an interrupted create or restore left put right."""
    if not exists(workspace):
        raise UserError("workspace_missing")
    lock = WorkspaceLock(workspace)
    try:
        staging.finish(workspace)
        remove_leftovers(workspace)
    except BaseException:
        lock.release()
        raise
    return lock


def _open(
    workspace: Path,
    lock: WorkspaceLock,
    users: Keystore,
    entry: UserEntry,
    secret: UserSecret,
    *,
    clock: Clock,
    random: Random,
    action: str,
) -> Vault:
    migrated = {
        store: found
        for store, key in keystore.store_keys(users, entry, secret).items()
        if (found := migrations.migrate(workspace / store.file, key, store=store)) is not None
    }
    vault = Vault(
        workspace, lock=lock, users=users, entry=entry, secret=secret, clock=clock, random=random
    )
    try:
        vault.load_checkpoints()
        with vault.transaction():
            for store, found in migrated.items():
                details: dict[str, str | int] = {"store": store.value, "from_version": found}
                audit.append(vault, "store_migrated", details=details)
            failed = failures.count(workspace)
            if failed:
                audit.append(vault, "unlock_failed", details={"failures": failed})
            audit.append(vault, action)
        failures.clear(workspace)
    except BaseException:
        vault.shut()
        raise
    return vault
