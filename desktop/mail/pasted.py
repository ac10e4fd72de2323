"""Text that was pasted or dropped, or saved by a mail program: with header lines, or without."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from desktop.domain import Mail, Mailbox, Problem
from desktop.mail import headers
from desktop.mail.assemble import assemble
from desktop.mail.charset import tidy

_NAMES = {
    "from": ("von", "from", "absender", "de", "sender"),
    "to": ("an", "to", "empfänger", "à"),
    "cc": ("cc", "kopie", "kopie an"),
    "date": ("datum", "date", "gesendet", "sent", "gesendet am", "erhalten", "received"),
    "subject": ("betreff", "subject", "objet", "betr", "thema"),
    "other": (
        *("antwort an", "reply-to", "bcc", "blindkopie", "wichtigkeit", "importance", "priorität"),
        *("priority", "anlagen", "attachments", "anhänge", "anhang", "message-id", "in-reply-to"),
        *("references", "kategorien", "categories", "x-mailer", "mime-version", "content-type"),
        *("content-transfer-encoding", "user-agent", "organisation", "vertraulichkeit"),
    ),
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names}
_LINE = re.compile(r"[ \t>*]{0,4}\*?([A-Za-zÀ-ÿ][\w -]{0,30}?)\*?[ \t]?:\*?(?:[ \t]+(.*)|)\Z")
_GERMAN_DATE = re.compile(
    r"(\d{1,2})\.\s?(\d{1,2}\.|[A-Za-zä]{3,9}\.?)\s?(\d{4}|\d{2})\b(?:\D{1,8}(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_MAX_HEADER_LINES = 60
_MAX_LOOK = 4_000


def read_text(text: str, *, kind: str = "text", problems: tuple[Problem, ...] = ()) -> Mail:
    """Plain text as a Mail; header lines at its top (German or English) are taken as headers.

    Only a block with a sender or a subject and one more known line counts; otherwise every line
    stays text. The lines of the block are kept in ``Mail.headers``.
    """
    text, found = tidy(text)
    fields, body = _split(text)
    if not fields:
        return assemble(Mail(text="", segments=(), kind=kind), text, (*problems, *found))
    more: list[Problem] = []
    values = {_KEYS.get(name.lower(), "other"): value for name, value in reversed(fields)}

    def boxes(key: str) -> tuple[Mailbox, ...]:
        return headers.addresses(values.get(key, "").encode("utf-8"), more)

    sender = boxes("from")
    envelope = Mail(
        text="",
        segments=(),
        kind=kind,
        subject=headers.words(values.get("subject", ""), more),
        sender=sender[0] if sender else None,
        to=boxes("to"),
        cc=boxes("cc"),
        date=_date(values.get("date", "")),
        headers=tuple((name, headers.words(value, more)) for name, value in fields),
    )
    return assemble(envelope, body, (*problems, *found, *more))


def _split(text: str) -> tuple[list[tuple[str, str]], str]:
    """The header lines at the top and the text below, no fields when there is no such block."""
    fields: list[tuple[str, str]] = []
    position = start = len(text) - len(text.lstrip("\n"))
    for _ in range(_MAX_HEADER_LINES):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position : min(end, position + _MAX_LOOK)]
        match = _LINE.match(line)
        if match and match.group(1).lower().strip() in _KEYS and end - position < _MAX_LOOK:
            fields.append((match.group(1).strip(), (match.group(2) or "").strip()))
        elif fields and line[:1] in (" ", "\t") and line.strip():
            name, value = fields[-1]
            fields[-1] = (name, f"{value} {line.strip()}".strip())
        else:
            break
        position = min(end + 1, len(text))
        if position == len(text):
            break
    keys = {_KEYS[name.lower()] for name, _ in fields}
    if len(keys) < 2 or not keys & {"from", "subject"} or keys == {"subject", "other"}:
        return [], text[start:]
    return fields, text[position:]


def _date(text: str) -> datetime | None:
    """A date as mail programs print it; local times are kept as if they were UTC."""
    parsed = headers.date(text)
    match = None if parsed else _GERMAN_DATE.search(text[:200])
    if not match:
        return parsed
    day, month, year, hour, minute, second = match.groups()
    number = month.rstrip(".")
    if not number.isdigit():
        names = [each for each in _MONTHS if number.lower().replace("ae", "ä").startswith(each)]
        number = str(_MONTHS.index(names[0]) + 1) if names else "0"
    try:
        return datetime(
            int(year) + (2000 if len(year) == 2 else 0),
            int(number),
            int(day),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            tzinfo=UTC,
        )
    except ValueError:
        return None
