"""Cases in ``cases.db``: the work and its state; a title is tokenised or empty, never personal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack

from desktop.domain import CaseState
from desktop.errors import UserError
from desktop.vault.keys import KEY_BYTES
from desktop.vault.opened import Vault
from desktop.vault.stores import Row, Store

_COLUMNS = (
    "id, state, created, updated, title, language, complete, overridden, uncertain, unread, key"
)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """``complete``: detection checked everything. ``overridden``: approved although it had not
    (the typed reason is in ``identities.db``, see ``reviews``). ``key`` makes the token checks.
    """

    id: str
    state: CaseState
    created: datetime
    updated: datetime
    title: str
    language: str
    complete: bool
    overridden: bool
    uncertain: int
    unread: bool
    key: bytes


class Changes(TypedDict, total=False):
    state: CaseState
    title: str
    language: str
    complete: bool
    overridden: bool
    uncertain: int
    unread: bool


def add(vault: Vault, *, title: str = "", language: str = "de") -> CaseRow:
    """A new case with the next number of the year, such as C-2026-0007."""
    now = vault.clock()
    with vault.transaction():
        number = vault.rows(
            Store.CASES,
            "INSERT INTO cases.counters VALUES (?, 1)"
            " ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
            (now.year,),
        )[0][0]
        row = CaseRow(
            id=f"C-{now.year:04d}-{number:04d}",
            state=CaseState.NEW,
            created=now,
            updated=now,
            title=title,
            language=language,
            complete=False,
            overridden=False,
            uncertain=0,
            unread=True,
            key=vault.random(KEY_BYTES),
        )
        vault.run(
            Store.CASES,
            f"INSERT INTO cases.cases ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row.id,
                row.state.value,
                now.isoformat(),
                now.isoformat(),
                title,
                language,
                0,
                0,
                0,
                1,
                row.key,
            ),
        )
    return row


def get(vault: Vault, case_id: str) -> CaseRow:
    """Raises UserError unknown_case."""
    rows = vault.rows(Store.CASES, f"SELECT {_COLUMNS} FROM cases.cases WHERE id = ?", (case_id,))
    if not rows:
        raise UserError("unknown_case", case=case_id)
    return _case(rows[0])


def listing(vault: Vault, *, states: Collection[CaseState] = ()) -> list[CaseRow]:
    """Cases in these states (none named: in any), the last changed first."""
    wanted = sorted(state.value for state in states)
    where = f" WHERE state IN ({', '.join('?' * len(wanted))})" if wanted else ""
    rows = vault.rows(
        Store.CASES,
        f"SELECT {_COLUMNS} FROM cases.cases{where} ORDER BY updated DESC, id DESC",
        wanted,
    )
    return [_case(row) for row in rows]


def update(
    vault: Vault, case_id: str, *, touch: bool = True, **changes: Unpack[Changes]
) -> CaseRow:
    """Change the named fields, and ``updated`` unless ``touch`` is off; raises unknown_case."""
    columns = [f"{name} = ?" for name in changes]  # names are checked by the type, not by callers
    unknown = changes.keys() - Changes.__annotations__.keys()
    if unknown:
        raise TypeError("not a field of a case")
    values: list[object] = [
        int(value) if isinstance(value, bool) else value for value in changes.values()
    ]
    if touch:
        columns.append("updated = ?")
        values.append(vault.clock().isoformat())
    with vault.transaction():
        if columns:
            vault.run(
                Store.CASES,
                f"UPDATE cases.cases SET {', '.join(columns)} WHERE id = ?",
                (*values, case_id),
            )
        return get(vault, case_id)


def remove(vault: Vault, case_id: str) -> None:
    """Remove the case with its packages and replies; its number is never given again."""
    with vault.transaction():
        get(vault, case_id)
        vault.run(Store.CASES, "DELETE FROM cases.cases WHERE id = ?", (case_id,))


def _case(row: Row) -> CaseRow:
    return CaseRow(
        id=row[0],
        state=CaseState(row[1]),
        created=datetime.fromisoformat(row[2]),
        updated=datetime.fromisoformat(row[3]),
        title=row[4],
        language=row[5],
        complete=bool(row[6]),
        overridden=bool(row[7]),
        uncertain=row[8],
        unread=bool(row[9]),
        key=row[10],
    )
