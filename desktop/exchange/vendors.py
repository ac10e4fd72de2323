"""Vendor profiles: who gets packages, what they may see in clear, how they are addressed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop.domain import Label, Span
from desktop.errors import UserError
from desktop.exchange.draft import check_address

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Vendor:
    """One external service provider.

    ``allowed`` are the labels that this vendor sees in clear (no token is made for them);
    ``public_key`` is a public JWK as JSON, to which packages are sealed, or "".
    """

    id: str
    name: str
    email: str = ""
    language: str = "de"
    allowed: frozenset[Label] = frozenset()
    instructions: str = ""
    public_key: str = ""


def check_vendor(vendor: Vendor) -> Vendor:
    """The vendor, if its profile can be used; UserError ``vendor_invalid`` with the ``field``.

    The public key is judged by ``sealing.check_public_key``.
    """
    broken = {
        "id": not vendor.id.strip() or _CONTROL.search(vendor.id) or len(vendor.id) > 100,
        "name": not vendor.name.strip() or _CONTROL.search(vendor.name) or len(vendor.name) > 200,
        "email": vendor.email and not _is_address(vendor.email),
        "language": not re.fullmatch(r"[a-z]{2}(-[A-Za-z]{2,8})?", vendor.language),
        "instructions": len(vendor.instructions) > 20_000,
    }
    for field, wrong in broken.items():
        if wrong:
            raise UserError("vendor_invalid", field=field)
    return vendor


def hidden_spans(spans: Iterable[Span], vendor: Vendor) -> tuple[Span, ...]:
    """The spans that become tokens for this vendor: all but those of its allowed labels."""
    return tuple(span for span in spans if span.label not in vendor.allowed)


def _is_address(address: str) -> bool:
    try:
        check_address(address)
    except UserError:
        return False
    return True
