"""Vendors in ``cases.db``."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain import Label
from desktop.errors import UserError
from desktop.vault.codec import dump, load
from desktop.vault.ids import new_id
from desktop.vault.opened import Vault
from desktop.vault.stores import Row, Store

_COLUMNS = "id, name, email, language, allowed, instructions, public_key, removed"


@dataclass(frozen=True, slots=True)
class VendorRow:
    """``allowed``: labels that this vendor gets in clear. A removed one stays for its packages."""

    id: str
    name: str
    email: str = ""
    language: str = "de"
    allowed: frozenset[Label] = frozenset()
    instructions: str = ""
    public_key: str = ""
    removed: bool = False


def fresh_id(vault: Vault) -> str:
    """An id for a new vendor, such as V-7KQ2M9XA (the audit log takes vendors in this form)."""
    return new_id("V", vault.random)


def add(vault: Vault, vendor: VendorRow) -> None:
    """Raises UserError vendor_exists when a vendor has this name or id."""
    with vault.transaction():
        _refuse_double(vault, vendor)
        if _find(vault, "id", vendor.id):
            raise UserError("vendor_exists", vendor=vendor.name)
        vault.run(
            Store.CASES,
            f"INSERT INTO cases.vendors ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (vendor.id, *_values(vendor)),
        )


def update(vault: Vault, vendor: VendorRow) -> None:
    """Raises UserError unknown_vendor, vendor_exists."""
    with vault.transaction():
        get(vault, vendor.id)
        _refuse_double(vault, vendor)
        vault.run(
            Store.CASES,
            "UPDATE cases.vendors SET name = ?, email = ?, language = ?, allowed = ?,"
            " instructions = ?, public_key = ?, removed = ? WHERE id = ?",
            (*_values(vendor), vendor.id),
        )


def remove(vault: Vault, vendor_id: str) -> None:
    """Take a vendor off the list; raises UserError unknown_vendor."""
    with vault.transaction():
        get(vault, vendor_id)
        vault.run(Store.CASES, "UPDATE cases.vendors SET removed = 1 WHERE id = ?", (vendor_id,))


def get(vault: Vault, vendor_id: str) -> VendorRow:
    """Also a removed one; raises UserError unknown_vendor."""
    rows = _find(vault, "id", vendor_id)
    if not rows:
        raise UserError("unknown_vendor", vendor=vendor_id)
    return _vendor(rows[0])


def by_name(vault: Vault, name: str) -> VendorRow:
    """The vendor on the list with this name; raises UserError unknown_vendor."""
    rows = [row for row in _find(vault, "name", name) if not row[7]]
    if not rows:
        raise UserError("unknown_vendor", vendor=name)
    return _vendor(rows[0])


def listing(vault: Vault) -> list[VendorRow]:
    """The vendors on the list, by name."""
    rows = vault.rows(Store.CASES, f"SELECT {_COLUMNS} FROM cases.vendors WHERE removed = 0")
    return sorted((_vendor(row) for row in rows), key=lambda vendor: vendor.name.casefold())


def _find(vault: Vault, column: str, value: str) -> list[Row]:
    return vault.rows(
        Store.CASES, f"SELECT {_COLUMNS} FROM cases.vendors WHERE {column} = ?", (value,)
    )


def _refuse_double(vault: Vault, vendor: VendorRow) -> None:
    same = [row for row in _find(vault, "name", vendor.name) if not row[7] and row[0] != vendor.id]
    if same and not vendor.removed:
        raise UserError("vendor_exists", vendor=vendor.name)


def _values(vendor: VendorRow) -> tuple[object, ...]:
    return (
        vendor.name,
        vendor.email,
        vendor.language,
        dump(sorted(vendor.allowed)),
        vendor.instructions,
        vendor.public_key,
        int(vendor.removed),
    )


def _vendor(row: Row) -> VendorRow:
    allowed = load(row[4], lambda labels: frozenset(Label(label) for label in labels))
    return VendorRow(row[0], row[1], row[2], row[3], allowed, row[5], row[6], bool(row[7]))
