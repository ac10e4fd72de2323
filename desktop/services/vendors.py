"""Vendor profiles: who gets packages and what they may see in clear."""

from __future__ import annotations

from dataclasses import fields, replace

from desktop.access import Right
from desktop.exchange.sealing import check_public_key
from desktop.exchange.vendors import Vendor, check_vendor
from desktop.services.context import Context
from desktop.vault import audit
from desktop.vault import vendors as store


def list_vendors(ctx: Context) -> list[Vendor]:
    """All vendors by name."""
    return [_vendor(row) for row in store.listing(ctx.vault)]


def get_vendor(ctx: Context, *, vendor_id: str) -> Vendor:
    """Raises UserError unknown_vendor."""
    return _vendor(store.get(ctx.vault, vendor_id))


def find_vendor(ctx: Context, *, name: str) -> Vendor:
    """The vendor of this name; raises UserError unknown_vendor."""
    return _vendor(store.by_name(ctx.vault, name))


def add_vendor(ctx: Context, *, vendor: Vendor) -> Vendor:
    """Store a new profile under a fresh id, which the answer carries.

    Raises UserError vendor_invalid (field), vendor_exists, public_key_invalid,
    public_key_is_private.
    """
    ctx.require(Right.MANAGE_VENDORS)
    new = _checked(replace(vendor, id=store.fresh_id(ctx.vault), name=vendor.name.strip()))
    with ctx.vault.transaction():
        store.add(ctx.vault, _row(new))
        audit.append(ctx.vault, "vendor_added", details={"vendor_id": new.id})
    return new


def update_vendor(ctx: Context, *, vendor: Vendor) -> Vendor:
    """Raises UserError vendor_invalid, unknown_vendor, vendor_exists."""
    ctx.require(Right.MANAGE_VENDORS)
    checked = _checked(replace(vendor, name=vendor.name.strip()))
    with ctx.vault.transaction():
        store.update(ctx.vault, _row(checked))
        audit.append(ctx.vault, "vendor_updated", details={"vendor_id": vendor.id})
    return checked


def remove_vendor(ctx: Context, *, vendor_id: str) -> None:
    """Take it off the list; its packages and their replies stay. Raises unknown_vendor."""
    ctx.require(Right.MANAGE_VENDORS)
    with ctx.vault.transaction():
        store.remove(ctx.vault, vendor_id)
        audit.append(ctx.vault, "vendor_removed", details={"vendor_id": vendor_id})


def _checked(vendor: Vendor) -> Vendor:
    if not vendor.public_key.strip():
        return check_vendor(replace(vendor, public_key=""))
    return check_vendor(replace(vendor, public_key=check_public_key(vendor.public_key)))


def _vendor(row: store.VendorRow) -> Vendor:
    return Vendor(**{field.name: getattr(row, field.name) for field in fields(Vendor)})


def _row(vendor: Vendor) -> store.VendorRow:
    return store.VendorRow(**{field.name: getattr(vendor, field.name) for field in fields(Vendor)})
