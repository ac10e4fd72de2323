"""The product's nouns (DESIGN.md section 1): plain frozen values, no behaviour beyond themselves.

All text offsets in this project are code points of a Python ``str``, never bytes or UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.errors import Cancelled


class Label(StrEnum):
    """What kind of personal data a span holds."""

    PERSON = "PERSON"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    ADDRESS = "ADDRESS"
    LOCATION = "LOCATION"
    ORG = "ORG"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    DATE = "DATE"
    IBAN = "IBAN"
    CREDIT_CARD = "CREDIT_CARD"
    ID_NUMBER = "ID_NUMBER"
    USERNAME = "USERNAME"
    PASSWORD = "PASSWORD"
    IP = "IP"
    MAC = "MAC"
    URL = "URL"
    LICENSE_PLATE = "LICENSE_PLATE"
    OTHER = "OTHER"


QUASI_IDENTIFIERS = frozenset({Label.ORG, Label.DATE, Label.LOCATION})
DIRECT_IDENTIFIERS = frozenset(Label) - QUASI_IDENTIFIERS

HUMAN = "human"  # Span.source of a mark that a person set or confirmed


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One marked stretch of text: ``text[start:end]``.

    ``source`` says which layer set it: ``rule:<recogniser>``, ``model``, ``instruct:<model>`` or
    ``human``; ``score`` is a calibrated probability in [0, 1]; ``agreed`` lists the other sources
    that proposed an overlapping span of the same label.
    """

    start: int
    end: int
    label: Label
    score: float = 1.0
    source: str = HUMAN
    agreed: tuple[str, ...] = ()


class SegmentKind(StrEnum):
    SUBJECT = "subject"
    BODY = "body"
    QUOTE = "quote"  # quoted earlier message, with its header lines
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of ``Mail.text``; the segments of a mail tile its text without gap or overlap."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address as in a From or To header; either part may be empty."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or done in full: a code for the UI and harmless details.

    ``detail`` never holds mail content: a charset name, a part number, a size.
    """

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attached file: ``size`` in bytes; ``text`` is what detection may read, None if nothing."""

    name: str
    media_type: str
    size: int
    text: str | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """One incoming message from any channel.

    ``text`` is the working text for everything downstream: the subject (if any), a blank line, and
    the best body text with ``\\n`` line ends as read. ``segments`` tile it.
    """

    text: str
    segments: tuple[Segment, ...]
    kind: str  # "eml", "msg", "mbox", "maildir", "text", "html"
    subject: str = ""
    sender: Mailbox | None = None
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    date: datetime | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that a layer did not check, and why (``timeout``, ``died``, ``missing`` …)."""

    layer: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Detection:
    """What the detector says of one text: spans sorted, disjoint; gaps where not fully checked."""

    spans: tuple[Span, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def complete(self) -> bool:
        return not self.gaps


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """One span that belongs to a person, with the code of the reason why it was linked."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """A data subject and all the mentions of them; ``name`` is the fullest form found."""

    number: int
    name: str
    mentions: tuple[Mention, ...]
    gender: Gender = Gender.UNKNOWN
    role: str = ""  # "sender", "recipient", "" when the text does not say


class CaseState(StrEnum):
    """Where a case stands, in the order of the work."""

    NEW = "new"  # read, not yet detected
    DETECTED = "detected"  # marks wait for review
    APPROVED = "approved"  # a human approved the split
    EXPORTED = "exported"  # at least one package went out
    REPLIED = "replied"  # a reply came back
    ANSWERED = "answered"  # the merged answer was made
    CLOSED = "closed"


class TokenState(StrEnum):
    """The one state in which each token of a package ends after a reply was read."""

    RESTORED = "restored"
    MISSING = "missing"
    REPEATED = "repeated"
    ALTERED = "altered"
    FOREIGN = "foreign"


class Role(StrEnum):
    AGENT = "agent"
    COORDINATOR = "coordinator"
    LEAD = "lead"
    DPO = "dpo"
    ADMIN = "admin"


Progress = Callable[[int, int], None]  # (done, total); total 0 when unknown
Clock = Callable[[], datetime]  # timezone-aware UTC


@dataclass(slots=True)
class Cancel:
    """A flag that long work asks between its steps; ``check`` raises Cancelled once it is set."""

    requested: bool = field(default=False)

    def request(self) -> None:
        self.requested = True

    def check(self) -> None:
        if self.requested:
            raise Cancelled()
