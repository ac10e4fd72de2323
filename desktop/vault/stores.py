"""The three SQLCipher files and the one connection that joins them.

Why one connection with attached files, and why no write-ahead log: SQLite commits a transaction
over attached files atomically, by a super-journal, as long as each uses a rollback journal (never
WAL). So after a crash or a kill, every store has the transaction or none has, and no recovery code
of ours is needed: the next opening rolls back. ``synchronous=EXTRA`` makes a commit durable before
it returns, so the audit checkpoint that is written afterwards is never ahead of the store.
(https://www.sqlite.org/atomiccommit.html, section 5; https://www.sqlite.org/lang_attach.html)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desktop.errors import UserError

Row = tuple[Any, ...]

_CIPHER_COMPATIBILITY = 4  # AES-256-CBC and HMAC-SHA512 for each page of 4,096 bytes

# Primary result codes (https://www.sqlite.org/rescode.html).
_ERROR, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 1, 8, 10, 11, 13, 14, 26


class Store(StrEnum):
    """In the order of opening; audit comes first because every role has it."""

    AUDIT = "audit"
    CASES = "cases"
    IDENTITIES = "identities"

    @property
    def file(self) -> str:
        return f"{self.value}.db"

    @property
    def schema(self) -> str:
        """What the store is called in SQL on the joint connection."""
        return "main" if self is Store.AUDIT else self.value


@contextmanager
def store_errors(store: str) -> Iterator[None]:
    """Turn SQLite's complaints about disk and damage into user errors; the rest are bugs.

    ``store`` is empty where it could be any of them.
    """
    try:
        yield
    except dbapi2.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) or 0
        primary = code & 0xFF
        file = Store(store).file if store else "workspace"
        if primary == _FULL:
            raise UserError("disk_full", file=file) from error
        if primary in (_IOERR, _CANTOPEN):
            raise UserError("disk_failed", file=file) from error
        if primary == _READONLY:
            raise UserError("workspace_not_writable", file=file) from error
        if primary in (_CORRUPT, _NOTADB):
            raise UserError("store_damaged", store=store) from error
        raise


def _pragma_key(key: bytes) -> str:
    return f"x'{key.hex()}'"


def open_alone(file: Path, key: bytes, *, store: Store, create: bool = False) -> Any:
    """A connection to one store file as ``main``, in autocommit.

    cipher_memory_security (wiping every freed page) stays off: it made writing four times as slow,
    and whoever can read this process's memory has the keys anyway. Keys are wiped without it.

    Raises UserError workspace_damaged (the file is not there), store_damaged, disk_failed.
    """
    if not create and not file.is_file():
        raise UserError("workspace_damaged", file=file.name)
    mode = "rwc" if create else "rw"
    with store_errors(store.value):
        connection = dbapi2.connect(
            f"{file.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            # SQLCipher writes its own log to stderr otherwise, with paths in it.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA cipher_default_compatibility = {_CIPHER_COMPATIBILITY}")
            connection.execute(f'PRAGMA key = "{_pragma_key(key)}"')
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            _harden(connection, "main")
        except BaseException:
            connection.close()
            raise
    return connection


def _harden(connection: Any, schema: str) -> None:
    connection.execute(f"SELECT count(*) FROM {schema}.sqlite_schema").fetchall()  # the key fits
    connection.execute(f"PRAGMA {schema}.journal_mode = DELETE").fetchall()
    connection.execute(f"PRAGMA {schema}.synchronous = EXTRA")
    connection.execute(f"PRAGMA {schema}.secure_delete = ON").fetchall()


class Connection:
    """The stores that one user may open, joined. Not for several threads at once: Vault sees to it.

    Raises UserError workspace_damaged, store_damaged, disk_failed on opening.
    """

    def __init__(self, folder: Path, keys: Mapping[Store, bytes]) -> None:
        self.stores = frozenset(keys)
        main = folder / Store.AUDIT.file
        self._connection = open_alone(main, keys[Store.AUDIT], store=Store.AUDIT)
        try:
            for store in Store:
                if store in keys and store is not Store.AUDIT:
                    self._attach(folder / store.file, store, keys[store])
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA recursive_triggers = ON")
        except BaseException:
            self._connection.close()
            raise

    def _attach(self, file: Path, store: Store, key: bytes) -> None:
        if not file.is_file():
            raise UserError("workspace_damaged", file=file.name)
        with store_errors(store.value):
            self._connection.execute(
                f"ATTACH DATABASE ? AS {store.schema} KEY ?",
                (f"{file.absolute().as_uri()}?mode=rw", _pragma_key(key)),
            )
            _harden(self._connection, store.schema)

    def rows(self, store: Store, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query; ``sql`` names its tables with their store's schema."""
        with store_errors(store.value):
            rows: list[Row] = self._connection.execute(sql, values).fetchall()
        return rows

    def stream(self, store: Store, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """As ``rows``, one by one: of a damaged store, those before the damage."""
        with store_errors(store.value):
            cursor = self._connection.execute(sql, values)
            try:
                yield from cursor
            finally:
                cursor.close()

    def run(self, store: Store, sql: str, values: Sequence[Any] = ()) -> int:
        """Change rows; how many."""
        with store_errors(store.value):
            return int(self._connection.execute(sql, values).rowcount)

    def run_many(self, store: Store, sql: str, values: Sequence[Sequence[Any]]) -> None:
        with store_errors(store.value):
            self._connection.executemany(sql, values)

    @property
    def in_transaction(self) -> bool:
        return bool(self._connection.in_transaction)

    def begin(self) -> None:
        self._connection.execute("BEGIN")

    def commit(self) -> None:
        with store_errors(""):
            self._connection.execute("COMMIT")

    def rollback(self) -> None:
        """SQLite rolls back by itself after some errors; then there is nothing to do."""
        if self.in_transaction:
            self._connection.execute("ROLLBACK")

    def savepoint(self, name: str) -> None:
        self._connection.execute(f"SAVEPOINT {name}")

    def release(self, name: str) -> None:
        self._connection.execute(f"RELEASE {name}")

    def rollback_to(self, name: str) -> None:
        if self.in_transaction:
            self._connection.execute(f"ROLLBACK TO {name}")
            self._connection.execute(f"RELEASE {name}")

    def close(self) -> None:
        self._connection.close()
