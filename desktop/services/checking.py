"""Proofs: are the stores whole, is the audit log complete; and the log itself for reading."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.access import Right
from desktop.services.context import Context
from desktop.vault import audit
from desktop.vault import verify as stores


@dataclass(frozen=True, slots=True)
class Verification:
    """``stores``: a verdict for each store (``ok`` or the codes of its problems)."""

    stores: tuple[tuple[str, str], ...]
    audit: audit.AuditReport

    @property
    def ok(self) -> bool:
        whole = all(verdict == "ok" for _, verdict in self.stores)
        return whole and self.audit.state is audit.AuditState.COMPLETE


def verify(ctx: Context) -> Verification:
    """Check all that this user may open; the check itself is noted after it."""
    ctx.require(Right.READ_AUDIT)
    reports = stores.verify(ctx.vault)
    chain = audit.verify(ctx.vault)
    verdicts = tuple(
        (report.store.value, "ok" if report.ok else ",".join(report.problems)) for report in reports
    )
    found = Verification(verdicts, chain)
    audit.append(
        ctx.vault,
        "stores_verified",
        details={"result": "ok" if found.ok else "failed", "entries": chain.count},
    )
    return found


def list_audit(
    ctx: Context, *, case_id: str = "", after: int = 0, limit: int = 500
) -> list[audit.Entry]:
    """Entries of the log with numbers above ``after``, oldest first; of one case if named."""
    ctx.require(Right.READ_AUDIT)
    return audit.entries(ctx.vault, case_id=case_id, after=after, limit=limit)
