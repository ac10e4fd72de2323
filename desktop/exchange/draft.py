"""E-mail drafts (.eml) that mail programs open for sending (``X-Unsent: 1``).

RFC 5322 with RFC 2047 words and a quoted-printable UTF-8 body (RFC 2045). The header lines are
written here, folded and stripped of every control character, so no value can add a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from desktop.domain import Mailbox
from desktop.errors import UserError

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_LINE_END: Final = re.compile(r"\r\n?")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LOCAL_PART: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_DOMAIN: Final = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*|\[[0-9A-Fa-f.:]{3,60}\]")
_MESSAGE_ID: Final = re.compile(r"[!-;=?-~]{1,900}")
_LONGEST_SUBJECT: Final = 500
_LONGEST_NAME: Final = 120
_MOST_REFERENCES: Final = 40


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A JSON file that goes with a draft."""

    name: str
    text: str


def draft(
    *,
    text: str,
    to: Iterable[Mailbox],
    subject: str,
    sender: Mailbox | None = None,
    message_id: str = "",
    in_reply_to: str = "",
    references: Iterable[str] = (),
    extra: Iterable[tuple[str, str]] = (),
    enclosures: Iterable[Enclosure] = (),
) -> bytes:
    """The bytes of a draft. An address that cannot stand in a header: UserError
    ``address_invalid``; message ids that cannot are left out."""
    lines = ["X-Unsent: 1"]
    if sender is not None:
        lines.append("From: " + _address(sender))
    recipients = [_address(mailbox) for mailbox in to]
    if recipients:
        lines.append("To: " + ",\r\n ".join(recipients))
    lines.append("Subject: " + _words(subject[:_LONGEST_SUBJECT], len("Subject: ")))
    for name, ids in (
        ("Message-ID", [message_id]),
        ("In-Reply-To", [in_reply_to]),
        ("References", _shortened(list(references))),
    ):
        good = [f"<{bare}>" for bare in map(bare_message_id, ids) if bare]
        if good:
            lines.append(f"{name}: " + "\r\n ".join(good))
    lines += [f"{name}: {_CONTROL.sub(' ', value)}" for name, value in extra]
    return "\r\n".join(lines).encode("ascii") + b"\r\n" + _body(text, enclosures)


def bare_message_id(raw: str) -> str:
    """A message id without its angle brackets, "" if it is none that may stand in a header."""
    bare = raw.strip().removeprefix("<").removesuffix(">").strip()
    return bare if _MESSAGE_ID.fullmatch(bare) else ""


def _shortened(references: list[str]) -> list[str]:
    """RFC 5322 threads need the first reference and the latest ones; the middle may go."""
    if len(references) <= _MOST_REFERENCES:
        return references
    return [references[0], *references[1 - _MOST_REFERENCES :]]


def check_address(address: str) -> str:
    """The address as a header holds it (an international domain in its ASCII form).

    UserError ``address_invalid`` when it cannot stand in a header.
    """
    local, at, domain = address.strip().rpartition("@")
    try:
        domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise UserError("address_invalid") from None
    if not at or not _LOCAL_PART.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise UserError("address_invalid")
    return f"{local}@{domain}"


def _address(mailbox: Mailbox) -> str:
    address = check_address(mailbox.address)
    name = _CONTROL.sub(" ", mailbox.name).strip()[:_LONGEST_NAME]
    if not name:
        return f"<{address}>"
    if re.fullmatch(r"[A-Za-z0-9 ]+", name):
        return f"{name}\r\n <{address}>" if len(name) > 30 else f"{name} <{address}>"
    return f"{_encoded(name, len('Reply-To: '))}\r\n <{address}>"


def _words(value: str, indent: int) -> str:
    """A text as header value: plain when it is harmless ASCII, else RFC 2047 words."""
    clean = " ".join(_CONTROL.sub(" ", value).split())
    plain = clean.isascii() and "=?" not in clean and len(clean) + indent <= 76
    return clean if plain else _encoded(clean, indent)


def _encoded(value: str, indent: int) -> str:
    header = Header(value, "utf-8", maxlinelen=74, header_name=" " * max(indent - 2, 0))
    return header.encode(linesep="\r\n")


def _body(text: str, enclosures: Iterable[Enclosure]) -> bytes:
    message = EmailMessage(policy=SMTP)
    message.set_content(_safe(text), subtype="plain", charset="utf-8", cte="quoted-printable")
    for enclosure in enclosures:
        message.add_attachment(
            enclosure.text.encode("utf-8"),
            maintype="application",
            subtype="json",
            filename=enclosure.name,
        )
    return message.as_bytes()


def _safe(text: str) -> str:
    """Line ends as ``\\n``, and lone surrogates, which no charset holds, replaced."""
    return _LONE_SURROGATE.sub("\ufffd", _LINE_END.sub("\n", text))
