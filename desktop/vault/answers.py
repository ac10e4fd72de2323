"""The answers to customers, merged with their data, in ``identities.db``: one a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.vault.codec import storable
from desktop.vault.opened import Vault
from desktop.vault.stores import Store


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """``reply_id`` is the vendor's reply that it was made from, empty for none."""

    case_id: str
    reply_id: str
    updated: datetime
    text: str


def save(vault: Vault, case_id: str, *, text: str, reply_id: str = "") -> AnswerRow:
    answer = AnswerRow(case_id, reply_id, vault.clock(), storable(text))
    with vault.transaction():
        vault.run(
            Store.IDENTITIES, "INSERT OR IGNORE INTO identities.dossiers VALUES (?)", (case_id,)
        )
        vault.run(
            Store.IDENTITIES,
            "INSERT INTO identities.answers VALUES (?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE"
            " SET reply_id = excluded.reply_id, updated = excluded.updated, text = excluded.text",
            (case_id, reply_id, answer.updated.isoformat(), answer.text),
        )
    return answer


def get(vault: Vault, case_id: str) -> AnswerRow | None:
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT case_id, reply_id, updated, text FROM identities.answers WHERE case_id = ?",
        (case_id,),
    )
    if not rows:
        return None
    found, reply_id, updated, text = rows[0]
    return AnswerRow(found, reply_id, datetime.fromisoformat(updated), text)
