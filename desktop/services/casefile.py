"""The structured record of a case (DESIGN.md section 8): sealed values beside the description."""

from __future__ import annotations

import base64
from pathlib import Path

from desktop.access import Right
from desktop.exchange.record import record_of, seal_record
from desktop.exchange.sealing import Enc, Password, SecretKey
from desktop.services.context import Context
from desktop.services.exporting import write_whole
from desktop.services.review import approved_review
from desktop.vault import audit

_KEY_BYTES = {Enc.A256GCM: 32, Enc.A256CBC_HS512: 64}


def export_record(
    ctx: Context,
    *,
    case_id: str,
    out: Path,
    enc: str = Enc.A256CBC_HS512.value,
    password: str = "",
) -> str:
    """Write the record of an approved case.

    With a ``password`` the values are sealed under it and the answer is empty; without one a fresh
    random key is made (32 bytes for A256GCM, 64 for A256CBC-HS512) and returned as base64url: it
    is stored nowhere. Raises UserError not_approved, unknown_case, unwritable_file.
    """
    ctx.require(Right.EXPORT)
    ctx.require(Right.READ_PII)
    chosen = Enc(enc)
    review = approved_review(ctx, case_id=case_id)
    record = record_of(review.split.description, review.split.entries)
    raw = b"" if password else ctx.random(_KEY_BYTES[chosen])
    sealed = seal_record(record, Password(password) if password else SecretKey(raw), chosen)
    with ctx.vault.transaction():
        audit.append(
            ctx.vault, "record_exported", case_id=case_id, details={"encryption": chosen.value}
        )
        write_whole(out, sealed.encode("utf-8"))
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
