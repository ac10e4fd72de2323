"""The format of a backup file.

A magic line, the length of a JSON header (4 bytes), the header, then one sealed stream. The header
holds what a password or a recovery sheet needs to open the stream, and no name. The stream holds a
list of files (JSON, its length before it) and their bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from desktop.errors import UserError
from desktop.vault import keystore, sealed_stream
from desktop.vault.files import disk_errors, write_durably
from desktop.vault.keys import (
    KEY_BYTES,
    Random,
    UserSecret,
    WrongKey,
    from_text,
    to_text,
    unwrap,
    wrap,
)
from desktop.vault.keystore import Keystore, UserEntry
from desktop.vault.recovery import code_key

MAGIC: Final = b"TRENNWERK BACKUP\n"
FORMAT: Final = "trennwerk.backup"
VERSION: Final = 1
_LENGTH_BYTES = 4
_MOST_HEADER = 8 * 2**20
_MOST_MANIFEST = 2**16


@dataclass(frozen=True, slots=True)
class Header:
    """``users`` have no names here; ``keys`` are the stream's key, wrapped to each user id."""

    created: datetime
    users: Keystore
    keys: Mapping[str, bytes]
    digest: bytes
    length: int  # of all that precedes the stream


def write(
    file: Path, *, contents: Sequence[Path], users: Keystore, created: datetime, random: Random
) -> None:
    """Write ``contents``, which nobody changes meanwhile, durably into ``file``.

    Raises OSError, and UserError disk_failed for a file that shrank.
    """
    key = random(KEY_BYTES)
    header = _header(users, key, created, random)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o600), "wb") as stream:
        stream.write(MAGIC + len(header).to_bytes(_LENGTH_BYTES) + header)
        bound_to = hashlib.sha256(header).digest()
        sealed_stream.write(stream, _plain(contents), key=key, bound_to=bound_to)
        stream.flush()
        os.fsync(stream.fileno())


def _header(users: Keystore, key: bytes, created: datetime, random: Random) -> bytes:
    nameless = tuple(replace(entry, name="", grants={}) for entry in users.users)
    wrapped = {
        entry.id: to_text(wrap(key, entry.exchange_key, purpose=_purpose(entry), random=random))
        for entry in users.users
    }
    body = {
        "format": FORMAT,
        "version": VERSION,
        "created": created.isoformat(),
        "users": keystore.serialise(replace(users, users=nameless)).decode(),
        "keys": wrapped,
    }
    return json.dumps(body).encode()


def _purpose(entry: UserEntry) -> bytes:
    return f"trennwerk backup v1|{entry.id}".encode()


def _plain(contents: Sequence[Path]) -> Iterator[bytes]:
    sizes = [file.stat().st_size for file in contents]
    names = [file.name for file in contents]
    manifest = json.dumps({"files": list(zip(names, sizes, strict=True))}).encode()
    yield len(manifest).to_bytes(_LENGTH_BYTES) + manifest
    for file, size in zip(contents, sizes, strict=True):
        left = size
        with file.open("rb") as stream:
            while left and (data := stream.read(min(left, sealed_stream.CHUNK))):
                left -= len(data)
                yield data
        if left:
            raise UserError("disk_failed", file=file.name)


def read_header(file: Path) -> Header:
    """Raises UserError backup_missing, backup_damaged, backup_newer, disk_failed."""
    if not file.is_file():
        raise UserError("backup_missing", file=file.name)
    damaged = UserError("backup_damaged", file=file.name)
    with disk_errors(file.name), file.open("rb") as stream:
        if stream.read(len(MAGIC)) != MAGIC:
            raise damaged
        length = int.from_bytes(stream.read(_LENGTH_BYTES))
        data = stream.read(length) if length <= _MOST_HEADER else b""
    if len(data) != length:
        raise damaged
    try:
        return _parse(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged from error
    except UserError as error:
        if error.code == "workspace_damaged":
            raise damaged from error
        raise


def _parse(data: bytes) -> Header:
    body = json.loads(data)
    version = body["version"]
    if body["format"] != FORMAT or not isinstance(version, int):
        raise ValueError("not a backup header")
    if version > VERSION:
        raise UserError("backup_newer", found=version, known=VERSION)
    return Header(
        datetime.fromisoformat(body["created"]),
        keystore.parse(body["users"].encode()),
        {user: from_text(key) for user, key in body["keys"].items()},
        hashlib.sha256(data).digest(),
        len(MAGIC) + _LENGTH_BYTES + len(data),
    )


def open_secret(
    header: Header, *, password: str = "", code: str = "", key_file: bytes | None = None
) -> UserSecret:
    """The secret of the user whose password or recovery code this is.

    Users have no names in a backup, so each is tried. Raises UserError wrong_password,
    wrong_recovery_code, recovery_code_malformed, key_file_needed.
    """
    refused = UserError("wrong_password")
    for entry in header.users.users:
        try:
            if code:
                return keystore.open_with_recovery(header.users, entry, code_key(code))
            return keystore.open_with_password(header.users, entry, password, key_file)
        except UserError as error:
            if error.code == "recovery_code_malformed":
                raise
            refused = error
    raise refused


def lay_out(
    file: Path, header: Header, secret: UserSecret, folder: Path, *, allowed: Iterable[str]
) -> None:
    """Write the backup's files, durably, into the empty ``folder``.

    Raises UserError backup_damaged (cut, altered, or a file that is not ``allowed``), disk_full.
    """
    damaged = UserError("backup_damaged", file=file.name)
    try:
        with file.open("rb") as stream:
            stream.seek(header.length)
            chunks = sealed_stream.read(
                stream, key=_stream_key(header, secret), bound_to=header.digest
            )
            _unpack(_Reader(chunks), folder, frozenset(allowed))
    except (WrongKey, ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged from error


def _stream_key(header: Header, secret: UserSecret) -> bytes:
    public = secret.exchange_public()
    for entry in header.users.users:
        if entry.exchange_key == public:
            return unwrap(header.keys[entry.id], secret, purpose=_purpose(entry))
    raise WrongKey


class _Reader:
    """Reads exact lengths from a run of chunks."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._waiting = b""

    def some(self, most: int) -> bytes:
        """1 to ``most`` bytes; none at the end."""
        while not self._waiting:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._waiting = chunk
        data, self._waiting = self._waiting[:most], self._waiting[most:]
        return data

    def exactly(self, length: int) -> Iterator[bytes]:
        left = length
        while left:
            data = self.some(left)
            if not data:
                raise ValueError("the stream is too short")
            left -= len(data)
            yield data


def _unpack(reader: _Reader, folder: Path, allowed: frozenset[str]) -> None:
    length = int.from_bytes(b"".join(reader.exactly(_LENGTH_BYTES)))
    if length > _MOST_MANIFEST:
        raise ValueError("the list of files is too long")
    files: list[Any] = json.loads(b"".join(reader.exactly(length)))["files"]
    names = [name for name, _ in files]
    if len(set(names)) != len(names) or not allowed.issuperset(names):
        raise ValueError("a file that does not belong in a workspace")
    for name, size in files:
        with disk_errors(name):
            write_durably(folder / name, reader.exactly(size))
    if reader.some(1):
        raise ValueError("the stream is too long")
