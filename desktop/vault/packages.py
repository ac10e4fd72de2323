"""Packages: what went out in ``cases.db``; what stands behind its tokens in ``identities.db``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain import Label
from desktop.errors import UserError
from desktop.vault.codec import dump, load, storable
from desktop.vault.opened import Vault
from desktop.vault.stores import Row, Store

_COLUMNS = "id, case_id, vendor_id, created, language, form, description, document, key"


@dataclass(frozen=True, slots=True)
class PackageRow:
    """``description`` is the text with tokens; ``document`` the whole export as it was written
    (``form``: json, text, eml); ``key`` the package key that the tokens' check characters need.
    """

    id: str
    case_id: str
    vendor_id: str
    created: datetime
    language: str
    form: str
    description: str
    document: str
    key: bytes


@dataclass(frozen=True, slots=True)
class TokenValue:
    """One token of a package and the value that it stands for."""

    token: str
    label: Label
    value: str


def add(
    vault: Vault, package: PackageRow, values: Sequence[TokenValue], *, split: str = ""
) -> None:
    """Store an exported package; one ``TokenValue`` a token, in the order of the text.

    ``split`` is whatever text form the caller needs to rehydrate it exactly; it is personal.
    """
    with vault.transaction():
        vault.run(
            Store.CASES,
            f"INSERT INTO cases.packages ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                package.id,
                package.case_id,
                package.vendor_id,
                package.created.isoformat(),
                package.language,
                package.form,
                storable(package.description),
                storable(package.document),
                package.key,
            ),
        )
        vault.run_many(
            Store.CASES,
            "INSERT INTO cases.package_tokens VALUES (?, ?, ?, ?)",
            [(package.id, at, item.token, item.label.value) for at, item in enumerate(values)],
        )
        vault.run(
            Store.IDENTITIES,
            "INSERT OR IGNORE INTO identities.dossiers VALUES (?)",
            (package.case_id,),
        )
        vault.run(
            Store.IDENTITIES,
            "INSERT INTO identities.package_splits VALUES (?, ?, ?)",
            (package.id, package.case_id, split),
        )
        vault.run_many(
            Store.IDENTITIES,
            "INSERT INTO identities.package_values VALUES (?, ?, ?, ?, ?)",
            [
                (package.id, at, item.token, item.label.value, dump(item.value))
                for at, item in enumerate(values)
            ],
        )


def get(vault: Vault, package_id: str) -> PackageRow:
    """Raises UserError unknown_package."""
    rows = vault.rows(
        Store.CASES, f"SELECT {_COLUMNS} FROM cases.packages WHERE id = ?", (package_id,)
    )
    if not rows:
        raise UserError("unknown_package", package=package_id)
    return _package(rows[0])


def known(vault: Vault, package_id: str) -> bool:
    return bool(vault.rows(Store.CASES, "SELECT 1 FROM cases.packages WHERE id = ?", (package_id,)))


def of_case(vault: Vault, case_id: str) -> list[PackageRow]:
    """The packages of a case, oldest first."""
    rows = vault.rows(
        Store.CASES,
        f"SELECT {_COLUMNS} FROM cases.packages WHERE case_id = ? ORDER BY created, rowid",
        (case_id,),
    )
    return [_package(row) for row in rows]


def tokens(vault: Vault, package_id: str) -> tuple[str, ...]:
    """The tokens of a package in the order of its text; needs no personal data."""
    rows = vault.rows(
        Store.CASES,
        "SELECT token FROM cases.package_tokens WHERE package_id = ? ORDER BY position",
        (package_id,),
    )
    return tuple(row[0] for row in rows)


def values(vault: Vault, package_id: str) -> list[TokenValue]:
    """What the tokens stand for, in the order of the text; empty after an erasure."""
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT token, label, value FROM identities.package_values"
        " WHERE package_id = ? ORDER BY position",
        (package_id,),
    )
    return [TokenValue(token, Label(label), load(value, str)) for token, label, value in rows]


def split(vault: Vault, package_id: str) -> str:
    """The text form of the split that ``add`` was given; raises UserError unknown_package."""
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT split FROM identities.package_splits WHERE package_id = ?",
        (package_id,),
    )
    if not rows:
        raise UserError("unknown_package", package=package_id)
    return str(rows[0][0])


def _package(row: Row) -> PackageRow:
    return PackageRow(row[0], row[1], row[2], datetime.fromisoformat(row[3]), *row[4:])
