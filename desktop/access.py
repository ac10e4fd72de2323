"""Who may do what: the table of rights that services ask before they work.

The table is only the polite half; the strict half is that a role without a store's key cannot open
that store at all (DESIGN.md section 6).
"""

from __future__ import annotations

from enum import StrEnum

from desktop.domain import Role
from desktop.errors import UserError


class Right(StrEnum):
    READ_PII = "read_pii"
    REVIEW = "review"
    APPROVE = "approve"
    EXPORT = "export"
    IMPORT = "import"
    ANSWER = "answer"
    MANAGE_VENDORS = "manage_vendors"
    READ_AUDIT = "read_audit"
    BACKUP = "backup"
    MANAGE_USERS = "manage_users"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.AGENT: frozenset(
        {
            Right.READ_PII,
            Right.REVIEW,
            Right.APPROVE,
            Right.EXPORT,
            Right.IMPORT,
            Right.ANSWER,
            Right.MANAGE_VENDORS,
            Right.READ_AUDIT,
            Right.BACKUP,
        }
    ),
    Role.COORDINATOR: frozenset({Right.EXPORT, Right.MANAGE_VENDORS}),
    Role.LEAD: frozenset(Right) - {Right.MANAGE_USERS},
    Role.DPO: frozenset({Right.READ_PII, Right.READ_AUDIT}),
    Role.ADMIN: frozenset({Right.MANAGE_USERS, Right.MANAGE_VENDORS, Right.BACKUP}),
}


def require(role: Role, right: Right) -> None:
    """Raise ``UserError("not_permitted")`` unless ``role`` holds ``right``."""
    if right not in RIGHTS[role]:
        raise UserError("not_permitted", right=right.value)
