"""What only the command line needs: plain values for printing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from desktop.detect.detector import Detector
from desktop.detect.evaluate import Scores
from desktop.detect.goldfile import measure, read_gold
from desktop.domain import Mail
from desktop.errors import UserError
from desktop.exchange.vendors import Vendor
from desktop.mail.read import read_bytes, read_path
from desktop.services import (
    answers,
    backups,
    casefile,
    checking,
    exporting,
    inbox,
    opinions,
    review,
    vendors,
)
from desktop.services.context import Context
from desktop.services.replies import import_reply, list_replies
from desktop.vault import packages


def read_mails(path: str, stdin: TextIO) -> Iterator[tuple[str, Mail]]:
    """The mails of a file, folder or mailbox, or (``-``) of standard input, with their path."""
    if path != "-":
        if not Path(path).exists():
            raise UserError("unreadable_file", file=Path(path).name, reason="missing")
        return ((path, mail) for mail in read_path(Path(path)))
    return (("-", mail) for mail in read_bytes(stdin.buffer.read(), name="-"))


def evaluate_file(gold: Path, detector: Detector) -> Scores:
    """Measure ``detector`` on a file of marked mails; raises UserError for a bad file."""
    return measure(detector, read_gold(gold), clock=time.perf_counter)


def case_lines(ctx: Context) -> Iterator[str]:
    """One line a case: id, state, received, uncertain marks, subject; tab-separated."""
    for row in inbox.list_cases(ctx):
        received = row.received.date().isoformat() if row.received else "-"
        yield "\t".join((row.id, row.state.value, received, str(row.uncertain), row.title))


def describe_case(ctx: Context, *, case_id: str) -> dict[str, Any]:
    """Everything of a case that a script may want, as plain JSON values."""
    opened = review.open_case(ctx, case_id=case_id)
    text = opened.mail.text
    return {
        "case": case_id,
        "state": opened.state.value,
        "complete": opened.complete,
        "text": text,
        "problems": [[problem.code, problem.detail] for problem in opened.mail.problems],
        "attachments": [
            {"name": item.name, "type": item.media_type, "size": item.size}
            for item in opened.mail.attachments
        ],
        "spans": [
            {
                "start": span.start,
                "end": span.end,
                "label": span.label.value,
                "score": round(span.score, 4),
                "source": span.source,
                "value": text[span.start : span.end],
            }
            for span in opened.spans
        ],
        "persons": [
            {"number": person.number, "name": person.name, "mentions": len(person.mentions)}
            for person in opened.persons
        ],
        "description": opened.split.description,
        "packages": [row.id for row in packages.of_case(ctx.vault, case_id)],
        "replies": [row.id for row in list_replies(ctx, case_id=case_id)],
    }


def vendor_named(ctx: Context, *, name: str) -> Vendor:
    """The vendor of this name; one that is not known yet gets a profile that allows nothing."""
    try:
        return vendors.find_vendor(ctx, name=name)
    except UserError as error:
        if error.code != "unknown_vendor":
            raise
    return vendors.add_vendor(ctx, vendor=Vendor(id="", name=name))


def verify(ctx: Context) -> dict[str, Any]:
    """The verdict on stores and audit chain as plain values."""
    found = checking.verify(ctx)
    return {
        "ok": found.ok,
        "stores": dict(found.stores),
        "audit": {
            "state": found.audit.state.value,
            "entries": found.audit.count,
            "good_up_to": found.audit.good_up_to,
        },
    }


def approve(ctx: Context, *, case_id: str, reason: str | None) -> dict[str, Any]:
    done = review.approve(ctx, case_id=case_id, override_reason=reason)
    return {"case": done.case_id, "state": done.state.value}


def opinion(ctx: Context, *, case_id: str, model: Path) -> dict[str, Any]:
    said = opinions.ask(ctx, case_id=case_id, model=model)
    return {
        "case": case_id,
        "added": said.added,
        "agreed": said.agreed,
        "dropped": said.dropped,
        "complete": said.complete,
    }


def export(
    ctx: Context, *, case_id: str, vendor: str, out: Path, accept_uncertain: bool
) -> dict[str, Any]:
    """Export to the vendor of this name; one that is not known yet is made."""
    result = exporting.export(
        ctx,
        case_id=case_id,
        vendor_id=vendor_named(ctx, name=vendor).id,
        out=out,
        accept_uncertain=accept_uncertain,
    )
    return {"package": result.package_id, "file": str(out)}


def reply(ctx: Context, *, file: Path) -> dict[str, Any]:
    taken = import_reply(ctx, path=file)
    states = {token: state.value for token, state in taken.states}
    return {"case": taken.case_id, "package": taken.package_id, "tokens": states}


def answer(ctx: Context, *, case_id: str, out: Path) -> dict[str, Any]:
    return {"case": case_id, "file": str(answers.write_eml(ctx, case_id=case_id, out=out))}


def record(ctx: Context, *, case_id: str, out: Path, enc: str) -> dict[str, Any]:
    key = casefile.export_record(ctx, case_id=case_id, out=out, enc=enc)
    return {"case": case_id, "file": str(out), "key": key}


def backup(ctx: Context, *, file: Path) -> dict[str, Any]:
    backups.backup(ctx, file=file)
    return {"backup": str(file)}
