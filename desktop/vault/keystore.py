"""``vault.json``: who may open what. It holds sealed keys only, no key in the clear.

A check sum over the whole file tells damage from a wrong password; the seals tell forgery.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from desktop.domain import Role
from desktop.errors import UserError
from desktop.vault.files import disk_errors, replace_durably
from desktop.vault.keys import (
    KdfParams,
    Random,
    UserSecret,
    WrongKey,
    from_text,
    password_key,
    seal,
    to_text,
    unseal,
    unwrap,
    wrap,
)
from desktop.vault.stores import Store

NAME: Final = "vault.json"
FORMAT: Final = "trennwerk.workspace"
VERSION: Final = 1
_MOST_BYTES = 4 * 2**20
_SALT_BYTES = 16

STORES_OF: Final[Mapping[Role, frozenset[Store]]] = {
    Role.AGENT: frozenset(Store),
    Role.LEAD: frozenset(Store),
    Role.DPO: frozenset(Store),
    Role.COORDINATOR: frozenset({Store.AUDIT, Store.CASES}),
    Role.ADMIN: frozenset({Store.AUDIT, Store.CASES}),
}


@dataclass(frozen=True, slots=True, repr=False)
class PasswordSeal:
    """The user's secret under the password key."""

    kdf: KdfParams
    salt: bytes
    key_file: bool
    sealed: bytes


@dataclass(frozen=True, slots=True, repr=False)
class UserEntry:
    """One user: public keys, the twice sealed secret, and the store keys wrapped to the user."""

    id: str
    name: str
    role: Role
    exchange_key: bytes
    signing_key: bytes
    password: PasswordSeal
    recovery: bytes
    grants: Mapping[Store, bytes]


@dataclass(frozen=True, slots=True, repr=False)
class Keystore:
    workspace_id: str
    created: datetime
    users: tuple[UserEntry, ...]

    def user(self, name: str | None) -> UserEntry:
        """The user of that name, or the only one; raises UserError user_needed, unknown_user."""
        if name is None:
            if len(self.users) != 1:
                raise UserError("user_needed")
            return self.users[0]
        for entry in self.users:
            if entry.name == name:
                return entry
        raise UserError("unknown_user")

    def with_user(self, changed: UserEntry) -> Keystore:
        users = tuple(changed if entry.id == changed.id else entry for entry in self.users)
        return Keystore(self.workspace_id, self.created, users)


# -- sealing for users -----------------------------------------------------------------------------


def _purpose(what: str, workspace_id: str, user_id: str, role: Role) -> bytes:
    return f"trennwerk {what} v1|{workspace_id}|{user_id}|{role.value}".encode()


def seal_with_password(
    secret: UserSecret,
    *,
    password: str,
    key_file: bytes | None,
    kdf: KdfParams,
    random: Random,
    owner: tuple[str, str, Role],
) -> PasswordSeal:
    """``owner`` is (workspace id, user id, role)."""
    if not password:
        raise UserError("password_empty")
    salt = random(_SALT_BYTES)
    key = password_key(password, salt, kdf, key_file)
    sealed = seal(key, secret.to_bytes(), purpose=_purpose("password", *owner), random=random)
    return PasswordSeal(kdf, salt, key_file is not None, sealed)


def open_with_password(
    keystore: Keystore, entry: UserEntry, password: str, key_file: bytes | None
) -> UserSecret:
    """Raises UserError wrong_password, key_file_needed."""
    stored = entry.password
    if stored.key_file and key_file is None:
        raise UserError("key_file_needed")
    used = key_file if stored.key_file else None
    key = password_key(password, stored.salt, stored.kdf, used)
    purpose = _purpose("password", keystore.workspace_id, entry.id, entry.role)
    try:
        return UserSecret.from_bytes(unseal(key, stored.sealed, purpose=purpose))
    except WrongKey as error:
        raise UserError("wrong_password") from error


def seal_for_recovery(
    secret: UserSecret, *, key: bytes, random: Random, owner: tuple[str, str, Role]
) -> bytes:
    return seal(key, secret.to_bytes(), purpose=_purpose("recovery", *owner), random=random)


def open_with_recovery(keystore: Keystore, entry: UserEntry, key: bytes) -> UserSecret:
    """Raises UserError wrong_recovery_code."""
    purpose = _purpose("recovery", keystore.workspace_id, entry.id, entry.role)
    try:
        return UserSecret.from_bytes(unseal(key, entry.recovery, purpose=purpose))
    except WrongKey as error:
        raise UserError("wrong_recovery_code") from error


def grant(
    store: Store,
    key: bytes,
    *,
    public: bytes,
    random: Random,
    owner: tuple[str, str, Role],
) -> bytes:
    purpose = _purpose(f"store {store.value}", *owner)
    return wrap(key, public, purpose=purpose, random=random)


def store_keys(keystore: Keystore, entry: UserEntry, secret: UserSecret) -> dict[Store, bytes]:
    """The keys of the stores that this user may open; raises UserError workspace_damaged."""
    keys: dict[Store, bytes] = {}
    for store, wrapped in entry.grants.items():
        owner = (keystore.workspace_id, entry.id, entry.role)
        try:
            keys[store] = unwrap(wrapped, secret, purpose=_purpose(f"store {store.value}", *owner))
        except WrongKey as error:
            raise UserError("workspace_damaged", file=NAME) from error
    return keys


# -- the file --------------------------------------------------------------------------------------


def read(workspace: Path) -> Keystore:
    """Raises UserError workspace_missing, workspace_newer, workspace_damaged, disk_failed."""
    file = workspace / NAME
    if not file.is_file():
        raise UserError("workspace_missing")
    with disk_errors(NAME):
        if file.stat().st_size > _MOST_BYTES:
            raise UserError("workspace_damaged", file=NAME)
        data = file.read_bytes()
    return parse(data)


def write(workspace: Path, keystore: Keystore) -> None:
    replace_durably(workspace / NAME, serialise(keystore))


def serialise(keystore: Keystore) -> bytes:
    body = {
        "format": FORMAT,
        "version": VERSION,
        "id": keystore.workspace_id,
        "created": keystore.created.isoformat(),
        "users": [_user_to_json(entry) for entry in keystore.users],
    }
    return json.dumps(body | {"checksum": _checksum(body)}, indent=1).encode()


def parse(data: bytes) -> Keystore:
    """The inverse of ``serialise``; raises UserError workspace_newer, workspace_damaged."""
    damaged = UserError("workspace_damaged", file=NAME)
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise damaged from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise damaged
    found = body.get("version")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise damaged
    if found > VERSION:
        raise UserError("workspace_newer", found=found, known=VERSION)
    if body.pop("checksum", None) != _checksum(body):
        raise damaged
    try:
        keystore = Keystore(
            str(body["id"]),
            datetime.fromisoformat(body["created"]),
            tuple(_user_from_json(user) for user in body["users"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged from error
    if not all(entry.password.kdf.sane() for entry in keystore.users):
        raise damaged
    return keystore


def _checksum(body: dict[str, Any]) -> str:
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _user_to_json(entry: UserEntry) -> dict[str, Any]:
    password = entry.password
    return {
        "id": entry.id,
        "name": entry.name,
        "role": entry.role.value,
        "exchange_key": to_text(entry.exchange_key),
        "signing_key": to_text(entry.signing_key),
        "password": {
            "kdf": "argon2id",
            "memory_kib": password.kdf.memory_kib,
            "iterations": password.kdf.iterations,
            "lanes": password.kdf.lanes,
            "salt": to_text(password.salt),
            "key_file": password.key_file,
            "sealed": to_text(password.sealed),
        },
        "recovery": to_text(entry.recovery),
        "grants": {store.value: to_text(key) for store, key in sorted(entry.grants.items())},
    }


def _user_from_json(user: dict[str, Any]) -> UserEntry:
    password = user["password"]
    if password["kdf"] != "argon2id":
        raise ValueError("unknown key derivation")
    costs = KdfParams(
        int(password["memory_kib"]), int(password["iterations"]), int(password["lanes"])
    )
    return UserEntry(
        id=str(user["id"]),
        name=str(user["name"]),
        role=Role(user["role"]),
        exchange_key=from_text(user["exchange_key"]),
        signing_key=from_text(user["signing_key"]),
        password=PasswordSeal(
            costs,
            from_text(password["salt"]),
            bool(password["key_file"]),
            from_text(password["sealed"]),
        ),
        recovery=from_text(user["recovery"]),
        grants={Store(name): from_text(key) for name, key in user["grants"].items()},
    )
