"""Messages in ``identities.db``: as they came in, byte for byte, and as they were read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from desktop.domain import Mail, Mailbox
from desktop.errors import UserError
from desktop.vault.codec import mail_from_json, mail_to_json, storable
from desktop.vault.opened import Vault
from desktop.vault.stores import Row, Store

_HEAD = (
    "case_id, position, received, date, message_id, kind, sender_name, sender_address,"
    " subject, attachments"
)


@dataclass(frozen=True, slots=True)
class MailHead:
    """What a list shows of a message, without reading it whole."""

    case_id: str
    position: int
    received: datetime
    date: datetime | None
    message_id: str
    kind: str
    sender: Mailbox | None
    subject: str
    attachments: int


def digest(original: bytes) -> bytes:
    return hashlib.sha256(original).digest()


def add(vault: Vault, case_id: str, mail: Mail, *, original: bytes, name: str = "") -> int:
    """Store a message of a case and the bytes it was read from; its position in the case.

    ``name`` is the name of the file that it came in.
    """
    date = mail.date.isoformat() if mail.date else None
    sender = mail.sender or Mailbox("", "")
    with vault.transaction():
        vault.run(
            Store.IDENTITIES, "INSERT OR IGNORE INTO identities.dossiers VALUES (?)", (case_id,)
        )
        position = vault.rows(
            Store.IDENTITIES,
            "SELECT coalesce(max(position), -1) + 1 FROM identities.mails WHERE case_id = ?",
            (case_id,),
        )[0][0]
        values = (
            case_id,
            position,
            vault.clock().isoformat(),
            date,
            storable(mail.message_id),
            mail.kind,
            storable(sender.name),
            storable(sender.address),
            storable(mail.subject),
            len(mail.attachments),
            digest(original),
            _folded(mail),
            mail_to_json(mail),
        )
        vault.run(
            Store.IDENTITIES,
            f"INSERT INTO identities.mails ({_HEAD}, digest, folded, mail)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        vault.run(
            Store.IDENTITIES,
            "INSERT INTO identities.originals VALUES (?, ?, ?, ?)",
            (case_id, position, storable(name), original),
        )
    return int(position)


def get(vault: Vault, case_id: str, position: int = 0) -> Mail:
    """Raises UserError unknown_case."""
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT mail FROM identities.mails WHERE case_id = ? AND position = ?",
        (case_id, position),
    )
    if not rows:
        raise UserError("unknown_case", case=case_id)
    return mail_from_json(rows[0][0])


def original(vault: Vault, case_id: str, position: int = 0) -> tuple[str, bytes]:
    """Name and bytes of the file that the message came in; raises UserError unknown_case."""
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT name, data FROM identities.originals WHERE case_id = ? AND position = ?",
        (case_id, position),
    )
    if not rows:
        raise UserError("unknown_case", case=case_id)
    return rows[0][0], rows[0][1]


def head(vault: Vault, case_id: str, position: int = 0) -> MailHead:
    """Raises UserError unknown_case."""
    rows = vault.rows(
        Store.IDENTITIES,
        f"SELECT {_HEAD} FROM identities.mails WHERE case_id = ? AND position = ?",
        (case_id, position),
    )
    if not rows:
        raise UserError("unknown_case", case=case_id)
    return _to_head(rows[0])


def heads(vault: Vault) -> dict[str, MailHead]:
    """The first message of every case, by case id: the inbox in one query."""
    rows = vault.rows(Store.IDENTITIES, f"SELECT {_HEAD} FROM identities.mails WHERE position = 0")
    return {row[0]: _to_head(row) for row in rows}


def search(vault: Vault, words: str) -> set[str]:
    """Ids of cases with a message that holds all the words, in whatever case of letters."""
    parts = _fold(words).split()
    where = " AND ".join(["instr(folded, ?) > 0"] * len(parts)) or "1"
    rows = vault.rows(
        Store.IDENTITIES, f"SELECT DISTINCT case_id FROM identities.mails WHERE {where}", parts
    )
    return {row[0] for row in rows}


def find_duplicate(vault: Vault, mail: Mail, original: bytes) -> str | None:
    """The case that already holds this very message, by its bytes or by its message id and text."""
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT case_id FROM identities.mails WHERE digest = ? ORDER BY case_id LIMIT 1",
        (digest(original),),
    )
    if not rows and mail.message_id:
        rows = vault.rows(
            Store.IDENTITIES,
            "SELECT case_id FROM identities.mails WHERE message_id = ? AND folded = ?"
            " ORDER BY case_id LIMIT 1",
            (storable(mail.message_id), _folded(mail)),
        )
    return rows[0][0] if rows else None


def find_message(vault: Vault, message_id: str) -> str | None:
    """The case that holds the message with this id: to find the case of a follow-up."""
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT case_id FROM identities.mails WHERE message_id = ? ORDER BY case_id LIMIT 1",
        (storable(message_id),),
    )
    return rows[0][0] if rows and message_id else None


def erase(vault: Vault, case_id: str) -> bool:
    """Erase everything personal of a case; whether there was anything. Freed pages are zeroed."""
    return bool(
        vault.run(Store.IDENTITIES, "DELETE FROM identities.dossiers WHERE case_id = ?", (case_id,))
    )


def _folded(mail: Mail) -> str:
    sender = mail.sender or Mailbox("", "")
    return _fold(f"{sender.name} {sender.address}\n{mail.text}")


def _fold(text: str) -> str:
    return storable(text).replace("\0", " ").casefold()  # SQLite's instr stops at a NUL


def _to_head(row: Row) -> MailHead:
    sender = Mailbox(row[6], row[7]) if row[6] or row[7] else None
    date = datetime.fromisoformat(row[3]) if row[3] else None
    received = datetime.fromisoformat(row[2])
    return MailHead(row[0], row[1], received, date, row[4], row[5], sender, row[8], row[9])
