"""The audit log: appended only, each entry chained to the one before, its head signed and kept
outside the store, so that change and truncation are noticed.

What it cannot prove alone: whoever may write to the disk can put back an older copy of the whole
workspace. The head in a backup or a printed report shows that.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.vault import audit_words
from desktop.vault.checkpoints import Checkpoint
from desktop.vault.stores import Row, Store

if TYPE_CHECKING:
    from desktop.vault.opened import Vault

_ALL = (
    "SELECT seq, at, user_id, action, case_id, package_id, details, mac FROM main.entries"
    " ORDER BY seq"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. ``details`` holds codes and numbers only (``audit_words``)."""

    seq: int
    at: datetime
    user_id: str
    action: str
    case_id: str
    package_id: str
    details: Mapping[str, str | int]


class AuditState(StrEnum):
    COMPLETE = "complete"  # every entry is in the chain, and the last one is signed for
    ALTERED = "altered"  # an entry was changed, inserted, removed or rewritten
    TRUNCATED = "truncated"  # entries that a checkpoint signed for are gone from the end
    GOOD_UP_TO = "good_up_to"  # what follows cannot be read, or no checkpoint vouches for it


@dataclass(frozen=True, slots=True)
class AuditReport:
    """``count`` entries are there; the first ``good_up_to`` of them are proved."""

    state: AuditState
    count: int
    good_up_to: int


def append(
    vault: Vault,
    action: str,
    *,
    case_id: str = "",
    package_id: str = "",
    details: Mapping[str, str | int] | None = None,
) -> int:
    """Add an entry within the running transaction (or one of its own); its number.

    Raises ValueError for a word that ``audit_words`` does not list, UserError disk_full, locked.
    """
    audit_words.check_ids(case_id, package_id)
    text = audit_words.canonical(action, details or {})
    with vault.transaction():
        last, mac = head(vault)
        at = vault.clock().isoformat()
        row = (last + 1, at, vault.user.id, action, case_id, package_id, text)
        vault.run(
            Store.AUDIT,
            "INSERT INTO main.entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, chain(vault.audit_key, mac, row)),
        )
        vault.note_audit()
    return last + 1


def head(vault: Vault) -> tuple[int, bytes]:
    """Number and chain value of the last entry; of an empty log 0 and the genesis value."""
    rows = vault.rows(Store.AUDIT, "SELECT seq, mac FROM main.entries ORDER BY seq DESC LIMIT 1")
    return (rows[0][0], rows[0][1]) if rows else (0, genesis(vault))


def genesis(vault: Vault) -> bytes:
    """The chain value before the first entry; it ties the log to its workspace."""
    return hmac.digest(vault.audit_key, b"trennwerk audit v1|" + vault.id.encode(), "sha256")


def chain(key: bytes, previous: bytes, row: Row) -> bytes:
    """The chain value of an entry: HMAC-SHA256 over the previous one and all its columns."""
    return hmac.digest(key, previous + json.dumps(row).encode(), "sha256")


def entries(vault: Vault, *, case_id: str = "", after: int = 0, limit: int = 500) -> list[Entry]:
    """Entries with numbers above ``after``, oldest first; of one case if it is named."""
    rows = vault.rows(
        Store.AUDIT,
        "SELECT seq, at, user_id, action, case_id, package_id, details FROM main.entries"
        " WHERE seq > ? AND (? = '' OR case_id = ?) ORDER BY seq LIMIT ?",
        (after, case_id, case_id, limit),
    )
    return [
        Entry(seq, datetime.fromisoformat(at), user, action, case, package, json.loads(details))
        for seq, at, user, action, case, package, details in rows
    ]


def verify(vault: Vault) -> AuditReport:
    """Check every entry against the chain, and the chain against the signed checkpoints.

    Not within a transaction that appends: its entries are signed for when it ends.
    """
    with vault.held():  # nobody appends between the two readings
        checkpoints = vault.checkpoints()
        walk = _walk(vault, {mark.count for mark in checkpoints})
    fits = [mark.count for mark in checkpoints if walk.heads.get(mark.count) == mark.head]
    against = [mark.count for mark in checkpoints if walk.heads.get(mark.count) != mark.head]
    proved = min(max(fits, default=0), walk.good)
    if walk.broken:
        return AuditReport(AuditState.ALTERED, walk.count, walk.good)
    if any(count <= walk.good for count in against):
        undisputed = [count for count in fits if count < min(against)]
        return AuditReport(AuditState.ALTERED, walk.count, max(undisputed, default=0))
    if walk.unreadable:
        return AuditReport(AuditState.GOOD_UP_TO, walk.count, walk.good)
    if any(count > walk.count for count in against):
        return AuditReport(AuditState.TRUNCATED, walk.count, walk.good)
    if proved < walk.count:
        return AuditReport(AuditState.GOOD_UP_TO, walk.count, proved)
    return AuditReport(AuditState.COMPLETE, walk.count, walk.count)


@dataclass(frozen=True, slots=True)
class _Walked:
    count: int
    good: int
    broken: bool
    unreadable: bool
    heads: Mapping[int, bytes]


def _walk(vault: Vault, wanted: set[int]) -> _Walked:
    """Follow the chain as far as it holds; the chain values at the numbers ``wanted``."""
    mac = genesis(vault)
    heads = {0: mac}
    count = good = 0
    broken = unreadable = False
    try:
        for *row, stored in vault.stream(Store.AUDIT, _ALL):
            count += 1
            mac = chain(vault.audit_key, mac, tuple(row))
            broken = broken or row[0] != count or not hmac.compare_digest(mac, stored)
            if not broken:
                good = count
                if good in wanted:
                    heads[good] = mac
    except UserError as error:
        if error.code == "locked":
            raise
        unreadable = True
    if unreadable:  # how many there were is known from the checkpoints at best
        count = max(count, *wanted, 0)
    return _Walked(count, good, broken, unreadable, heads)


def checkpoint(vault: Vault) -> Checkpoint:
    """A signed statement that the log now has this many entries and this head."""
    count, mac = head(vault)
    return Checkpoint.sign(
        vault.signer(),
        workspace_id=vault.id,
        count=count,
        head=mac,
        at=vault.clock(),
        user_id=vault.user.id,
    )
