"""The answer to the customer as an e-mail draft in the thread of the customer's mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from typing import Final

from desktop.domain import Mail, Mailbox
from desktop.errors import UserError
from desktop.exchange.draft import bare_message_id, check_address, draft
from desktop.exchange.wording import wording

# Reply and forward marks of German and English mail programs, repeated, with counters: Re[2]:
_REPLY_MARK: Final = re.compile(
    r"^(?:\s*(?:re|aw|antw|antwort|wg|fwd?|sv)\s*(?:\[\d{1,3}\])?\s*:)+\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Original:
    """What an answer needs of the mail it answers."""

    subject: str = ""
    sender: Mailbox | None = None
    date: datetime | None = None
    message_id: str = ""
    references: tuple[str, ...] = ()
    text: str = ""

    @classmethod
    def of(cls, mail: Mail) -> Original:
        """Of a mail: as sender who wants the answer, as text that without the subject."""
        text = mail.text
        if mail.subject and text.startswith(mail.subject + "\n\n"):
            text = text[len(mail.subject) + 2 :]
        sender = _reply_to(mail) or mail.sender
        references = mail.references or ((mail.in_reply_to,) if mail.in_reply_to else ())
        return cls(mail.subject, sender, mail.date, mail.message_id, references, text)


def _reply_to(mail: Mail) -> Mailbox | None:
    """Where the writer wants answers (RFC 5322 section 3.6.2), if it is one usable address."""
    for header, value in mail.headers:
        if header.lower() == "reply-to":
            name, address = parseaddr(value)
            try:
                return Mailbox(name, check_address(address))
            except UserError:
                return None
    return None


def reply_subject(subject: str) -> str:
    """``Re:`` once, whatever marks the subject had."""
    return ("Re: " + _REPLY_MARK.sub("", subject.strip()[:2000])).strip()


def quote(original: Original, *, language: str = "de") -> str:
    """The original as a quotation with its line of introduction."""
    words = wording(language)
    sender = original.sender or Mailbox("", "")
    name = " ".join((sender.name or sender.address or "?").split())
    if original.date is None:
        intro = words.wrote_undated.format(name=name)
    else:
        intro = words.wrote.format(date=original.date.strftime(words.date), name=name)
    lines = original.text.rstrip().split("\n")
    # A line that is a quotation already gets no blank between the marks (RFC 3676 section 4.5).
    quoted = (">" + line if line.startswith(">") else ("> " + line).rstrip() for line in lines)
    return "\n".join([intro, *quoted])


def answer_eml(
    text: str,
    original: Original,
    *,
    to: Iterable[Mailbox] = (),
    sender: Mailbox | None = None,
    with_quote: bool = False,
    language: str = "de",
) -> bytes:
    """The draft's bytes: to the sender of ``original`` unless ``to`` names others, ``Re:`` its
    subject, threaded by In-Reply-To and References (RFC 5322 section 3.6.4).

    UserError ``address_invalid`` for an address that cannot stand in a header; without any
    recipient the draft has no To line and the mail program asks.
    """
    recipients = tuple(to)
    if not recipients and original.sender is not None and original.sender.address:
        recipients = (original.sender,)
    parent = bare_message_id(original.message_id)
    body = text if text.endswith("\n") else text + "\n"
    if with_quote and original.text.strip():
        body += "\n" + quote(original, language=language) + "\n"
    return draft(
        text=body,
        to=recipients,
        sender=sender,
        subject=reply_subject(original.subject),
        in_reply_to=parent,
        references=(*original.references, parent) if parent else original.references,
    )
