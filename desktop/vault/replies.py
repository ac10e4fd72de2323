"""Vendors' replies in ``cases.db``, as they came: with tokens, never merged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.domain import TokenState
from desktop.errors import UserError
from desktop.vault.codec import dump, load, storable
from desktop.vault.ids import new_id
from desktop.vault.opened import Vault
from desktop.vault.stores import Row, Store

_COLUMNS = "replies.id, package_id, packages.case_id, received, kind, text, sightings"
_JOIN = "cases.replies JOIN cases.packages ON packages.id = replies.package_id"


@dataclass(frozen=True, slots=True)
class SightingRow:
    """Where a token stands in the reply's text (-1, -1: nowhere), and its state."""

    token: str
    state: TokenState
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReplyRow:
    id: str
    package_id: str
    case_id: str
    received: datetime
    kind: str
    text: str
    sightings: tuple[SightingRow, ...]


def add(
    vault: Vault,
    package_id: str,
    *,
    text: str,
    sightings: tuple[SightingRow, ...],
    original: bytes,
    kind: str = "text",
) -> ReplyRow:
    """Store a reply to a package; raises UserError unknown_package."""
    with vault.transaction():
        rows = vault.rows(
            Store.CASES, "SELECT case_id FROM cases.packages WHERE id = ?", (package_id,)
        )
        if not rows:
            raise UserError("unknown_package", package=package_id)
        reply = ReplyRow(
            new_id("R", vault.random),
            package_id,
            rows[0][0],
            vault.clock(),
            kind,
            storable(text),
            sightings,
        )
        vault.run(
            Store.CASES,
            "INSERT INTO cases.replies"
            " (id, package_id, received, kind, text, digest, sightings, original)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                reply.id,
                package_id,
                reply.received.isoformat(),
                kind,
                reply.text,
                hashlib.sha256(original).digest(),
                dump([[seen.token, seen.state, seen.start, seen.end] for seen in sightings]),
                original,
            ),
        )
    return reply


def get(vault: Vault, reply_id: str) -> ReplyRow:
    """Raises UserError unknown_reply."""
    rows = vault.rows(
        Store.CASES, f"SELECT {_COLUMNS} FROM {_JOIN} WHERE replies.id = ?", (reply_id,)
    )
    if not rows:
        raise UserError("unknown_reply", reply=reply_id)
    return _reply(rows[0])


def of_case(vault: Vault, case_id: str) -> list[ReplyRow]:
    """The replies to all packages of a case, oldest first."""
    rows = vault.rows(
        Store.CASES,
        f"SELECT {_COLUMNS} FROM {_JOIN} WHERE packages.case_id = ?"
        " ORDER BY received, replies.rowid",
        (case_id,),
    )
    return [_reply(row) for row in rows]


def original(vault: Vault, reply_id: str) -> bytes:
    """The bytes that came in; raises UserError unknown_reply."""
    rows = vault.rows(Store.CASES, "SELECT original FROM cases.replies WHERE id = ?", (reply_id,))
    if not rows:
        raise UserError("unknown_reply", reply=reply_id)
    return bytes(rows[0][0])


def find_duplicate(vault: Vault, package_id: str, original: bytes) -> str | None:
    """The id of the reply with the very same bytes, if there is one."""
    rows = vault.rows(
        Store.CASES,
        "SELECT id FROM cases.replies WHERE package_id = ? AND digest = ? LIMIT 1",
        (package_id, hashlib.sha256(original).digest()),
    )
    return rows[0][0] if rows else None


def _reply(row: Row) -> ReplyRow:
    seen = load(row[6], _sightings)
    return ReplyRow(row[0], row[1], row[2], datetime.fromisoformat(row[3]), row[4], row[5], seen)


def _sightings(data: Any) -> tuple[SightingRow, ...]:
    return tuple(SightingRow(token, TokenState(state), *at) for token, state, *at in data)
