"""``Mail``, marks and persons as JSON, losslessly: what was read is what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from desktop.domain import (
    Attachment,
    Detection,
    Gap,
    Gender,
    Label,
    Mail,
    Mailbox,
    Mention,
    Person,
    Problem,
    Segment,
    SegmentKind,
    Span,
)
from desktop.errors import UserError

T = TypeVar("T")

_VERSION = 1


def dump(value: Any) -> str:
    """ASCII JSON, so that even lone surrogates of a broken mail survive the store."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def load(text: str, build: Callable[[Any], T]) -> T:
    """Raises UserError store_damaged when ``text`` is not what ``dump`` wrote."""
    try:
        return build(json.loads(text))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UserError("store_damaged", store="identities") from error


def mail_to_json(mail: Mail) -> str:
    return dump(
        {
            "version": _VERSION,
            "text": mail.text,
            "segments": [[part.kind, part.start, part.end] for part in mail.segments],
            "kind": mail.kind,
            "subject": mail.subject,
            "sender": _mailbox(mail.sender) if mail.sender else None,
            "to": [_mailbox(box) for box in mail.to],
            "cc": [_mailbox(box) for box in mail.cc],
            "date": mail.date.isoformat() if mail.date else None,
            "message_id": mail.message_id,
            "in_reply_to": mail.in_reply_to,
            "references": list(mail.references),
            "headers": [list(header) for header in mail.headers],
            "attachments": [_attachment(item) for item in mail.attachments],
            "problems": [_problem(problem) for problem in mail.problems],
        }
    )


def mail_from_json(text: str) -> Mail:
    return load(text, _mail)


def _mail(data: Any) -> Mail:
    return Mail(
        text=data["text"],
        segments=tuple(Segment(SegmentKind(kind), *at) for kind, *at in data["segments"]),
        kind=data["kind"],
        subject=data["subject"],
        sender=Mailbox(*data["sender"]) if data["sender"] else None,
        to=tuple(Mailbox(*box) for box in data["to"]),
        cc=tuple(Mailbox(*box) for box in data["cc"]),
        date=datetime.fromisoformat(data["date"]) if data["date"] else None,
        message_id=data["message_id"],
        in_reply_to=data["in_reply_to"],
        references=tuple(data["references"]),
        headers=tuple((name, value) for name, value in data["headers"]),
        attachments=tuple(_to_attachment(item) for item in data["attachments"]),
        problems=tuple(Problem(*problem) for problem in data["problems"]),
    )


def _mailbox(box: Mailbox) -> list[str]:
    return [box.name, box.address]


def _problem(problem: Problem) -> list[str]:
    return [problem.code, problem.detail]


def _attachment(item: Attachment) -> list[Any]:
    problem = _problem(item.problem) if item.problem else None
    return [item.name, item.media_type, item.size, item.text, problem]


def _to_attachment(data: list[Any]) -> Attachment:
    name, media_type, size, text, problem = data
    return Attachment(name, media_type, size, text, Problem(*problem) if problem else None)


def span_to_list(span: Span) -> list[Any]:
    return [span.start, span.end, span.label, span.score, span.source, list(span.agreed)]


def span_from_list(data: Any) -> Span:
    start, end, label, score, source, agreed = data
    return Span(start, end, Label(label), score, source, tuple(agreed))


def detection_to_json(detection: Detection) -> str:
    return dump(
        {
            "version": _VERSION,
            "spans": [span_to_list(span) for span in detection.spans],
            "gaps": [[gap.layer, gap.start, gap.end, gap.reason] for gap in detection.gaps],
        }
    )


def detection_from_json(text: str) -> Detection:
    return load(text, _detection)


def _detection(data: Any) -> Detection:
    spans = tuple(span_from_list(span) for span in data["spans"])
    return Detection(spans, tuple(Gap(*gap) for gap in data["gaps"]))


def mentions_to_json(mentions: Iterable[Mention]) -> str:
    return dump([[mention.reason, span_to_list(mention.span)] for mention in mentions])


def person_from_row(number: int, name: str, gender: str, role: str, mentions: str) -> Person:
    found = load(mentions, _mentions)
    return Person(number, name, found, Gender(gender), role)


def _mentions(data: Any) -> tuple[Mention, ...]:
    return tuple(Mention(span_from_list(span), reason) for reason, span in data)


def storable(text: str) -> str:
    """``text`` as SQLite can hold it: lone surrogates become question marks, offsets stay."""
    return text.encode("utf-8", "replace").decode("utf-8")
