"""The list of cases: what the inbox and the board show."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from desktop.access import Right
from desktop.domain import CaseState
from desktop.services.context import Context
from desktop.vault import audit, cases, mails


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the inbox; ``title`` is the mail's subject, so it may be personal."""

    id: str
    state: CaseState
    title: str
    sender: str
    received: datetime | None
    updated: datetime
    complete: bool
    uncertain: int
    attachments: int
    unread: bool


def list_cases(
    ctx: Context, *, query: str = "", states: Collection[CaseState] = ()
) -> list[CaseRow]:
    """The cases in these states (none named: all), last changed first.

    ``query`` words must all be in the mail or its sender, or be part of the case id.
    """
    ctx.require(Right.READ_PII)
    with ctx.vault.transaction():
        rows = cases.listing(ctx.vault, states=states)
        heads = mails.heads(ctx.vault)
        hits = mails.search(ctx.vault, query) if query.strip() else None
    wanted = query.strip().casefold()
    listed = []
    for row in rows:
        if hits is not None and row.id not in hits and wanted not in row.id.casefold():
            continue
        head = heads.get(row.id)
        sender = head.sender if head is not None else None
        listed.append(
            CaseRow(
                id=row.id,
                state=row.state,
                title=head.subject if head is not None and head.subject else row.title,
                sender=(sender.name or sender.address) if sender is not None else "",
                received=(head.date or head.received) if head is not None else None,
                updated=row.updated,
                complete=row.complete,
                uncertain=row.uncertain,
                attachments=head.attachments if head is not None else 0,
                unread=row.unread,
            )
        )
    return listed


def close_case(ctx: Context, *, case_id: str) -> None:
    """Put a case away; it stays in the stores. Raises UserError unknown_case."""
    ctx.require(Right.REVIEW)
    with ctx.vault.transaction():
        cases.update(ctx.vault, case_id, state=CaseState.CLOSED)
        audit.append(ctx.vault, "case_closed", case_id=case_id)
