"""An unlocked workspace: its stores, transactions over them, and the locking of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain import Clock, Role
from desktop.errors import UserError
from desktop.log import Code, event
from desktop.vault import audit, checkpoints, keystore
from desktop.vault.checkpoints import Checkpoint
from desktop.vault.keys import Random, UserSecret, subkey
from desktop.vault.keystore import STORES_OF, Keystore, UserEntry
from desktop.vault.lockfile import WorkspaceLock
from desktop.vault.stores import Connection, Row, Store


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str
    role: Role


class Vault:
    """An unlocked workspace. All methods may be called from any thread.

    A transaction holds the vault for its thread; other threads wait, so keep it short: read, decide
    and detect before, write within. After ``lock`` everything raises UserError locked.
    """

    def __init__(
        self,
        workspace: Path,
        *,
        lock: WorkspaceLock | None,
        users: Keystore,
        entry: UserEntry,
        secret: UserSecret,
        clock: Clock,
        random: Random,
    ) -> None:
        self.workspace = workspace
        self.clock = clock
        self.random = random
        self.id = users.workspace_id
        self.keystore = users
        self.user = User(entry.id, entry.name, entry.role)
        self._guard = threading.RLock()
        self._lock_file = lock
        self._secret: UserSecret | None = secret
        self._store_keys = keystore.store_keys(users, entry, secret)
        self._audit_key = subkey(self._store_keys[Store.AUDIT], "trennwerk audit chain v1")
        self._depth = 0
        self._audited = False
        self._marks: list[Checkpoint] = []
        self._connection: Connection | None = Connection(workspace, self._store_keys)

    # -- what is open ------------------------------------------------------------------------------

    @property
    def locked(self) -> bool:
        return self._connection is None

    @property
    def stores(self) -> frozenset[Store]:
        """The stores that this user's role has keys for."""
        return STORES_OF[self.user.role]

    @property
    def audit_key(self) -> bytes:
        self._open()
        return self._audit_key

    def signer(self) -> Ed25519PrivateKey:
        """The user's signing key."""
        return self.secret().signer()

    def secret(self) -> UserSecret:
        """The user's own keys, for wrapping and signing inside the vault."""
        self._open()
        if self._secret is None:
            raise UserError("locked")
        return self._secret

    def store_keys(self) -> Mapping[Store, bytes]:
        self._open()
        return dict(self._store_keys)

    def _open(self, store: Store = Store.AUDIT) -> Connection:
        connection = self._connection
        if connection is None:
            raise UserError("locked")
        if store not in connection.stores:
            raise UserError("store_closed", store=store.value)
        return connection

    # -- work --------------------------------------------------------------------------------------

    def rows(self, store: Store, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query on one store (its tables named with ``store.schema``)."""
        with self._guard:
            return self._open(store).rows(store, sql, values)

    def stream(self, store: Store, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """As ``rows``, one by one; the vault is held until the last one was taken."""
        with self._guard:
            yield from self._open(store).stream(store, sql, values)

    def run(self, store: Store, sql: str, values: Sequence[Any] = ()) -> int:
        """Change rows, within the running transaction or one of its own; how many changed."""
        with self.transaction():
            return self._open(store).run(store, sql, values)

    def run_many(self, store: Store, sql: str, values: Sequence[Sequence[Any]]) -> None:
        with self.transaction():
            self._open(store).run_many(store, sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All stores or none: what is written within is durable once the outermost one ends.

        An exception undoes what was written within it and passes on. Transactions nest: an inner
        one that fails undoes its own part, if the outer one catches the exception. Raises UserError
        disk_full, disk_failed, store_damaged; then nothing was changed.
        """
        with self._guard:
            connection = self._open()
            if self._depth:
                with self._nested(connection):
                    yield
                return
            connection.begin()
            self._depth = 1
            self._audited = False
            try:
                yield
                self._open().commit()
            except BaseException:
                connection.rollback()
                raise
            finally:
                self._depth = 0
            if self._audited:
                self._write_checkpoint()

    @contextmanager
    def _nested(self, connection: Connection) -> Iterator[None]:
        name = f"level_{self._depth}"
        connection.savepoint(name)
        self._depth += 1
        try:
            yield
            connection.release(name)
        except BaseException:
            connection.rollback_to(name)
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else reads or writes within."""
        with self._guard:
            self._open()
            yield

    @contextmanager
    def still(self) -> Iterator[None]:
        """As ``held``, and no transaction is open: the files may be copied or replaced."""
        with self.held():
            if self._depth:
                raise RuntimeError("a transaction is open")
            yield

    def lock(self, reason: str = "user") -> None:
        """Close the stores and drop the keys; waits for a running transaction. Safe to repeat.

        Python cannot promise that no copy of a key stays in memory; SQLCipher wipes its own.
        """
        with self._guard:
            if self._connection is None:
                return
            if self._depth:
                raise RuntimeError("a transaction is open")
            try:
                audit.append(self, "locked", details={"reason": reason})
            except UserError:  # a full disk must not keep the vault open
                event(Code.AUDIT_NOT_WRITTEN)
            finally:
                self.shut()

    def shut(self) -> None:
        """Close without an audit entry (for the vault's own making and failing)."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
            self._secret = None
            self._store_keys = {}
            self._audit_key = b""
            if self._lock_file is not None:
                self._lock_file.release()

    # -- audit checkpoints -------------------------------------------------------------------------

    def note_audit(self) -> None:
        """The running transaction has appended to the audit log: sign its head afterwards."""
        self._audited = True

    def checkpoints(self) -> list[Checkpoint]:
        """The genuine checkpoints of the workspace, oldest first."""
        signers = {entry.id: entry.signing_key for entry in self.keystore.users}
        found = checkpoints.read(self.workspace)
        return [mark for mark in found if mark.genuine(self.id, signers)]

    def load_checkpoints(self) -> None:
        """Take over the checkpoints of earlier sessions; those that disagree stay as evidence."""
        self._marks = checkpoints.thinned(self.checkpoints(), self._agrees)

    def _agrees(self, mark: Checkpoint) -> bool:
        sql = "SELECT mac FROM main.entries WHERE seq = ?"
        return self.rows(Store.AUDIT, sql, (mark.count,)) == [(mark.head,)]

    def _write_checkpoint(self) -> None:
        try:
            checkpoints.write(self.workspace, [*self._marks, audit.checkpoint(self)])
        except UserError:  # the work itself is done and durable; the next entry signs for this too
            event(Code.CHECKPOINT_NOT_WRITTEN)
