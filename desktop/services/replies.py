"""Vendors' replies: taken in, matched with what was sent, merged with the personal data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from desktop.access import Right
from desktop.domain import CaseState, TokenState
from desktop.errors import UserError
from desktop.exchange.reply import quoted_ranges
from desktop.services.context import Context
from desktop.services.incoming import Incoming, read_reply
from desktop.split.merge import Merge, Piece, merge_reply
from desktop.split.tokens import Sighting
from desktop.vault import audit, cases, packages, replies


@dataclass(frozen=True, slots=True)
class ReplyResult:
    """A reply that was taken in, with the one state of every token."""

    case_id: str
    reply_id: str
    package_id: str
    states: tuple[tuple[str, TokenState], ...]


@dataclass(frozen=True, slots=True)
class MergeView:
    """A reply beside what was sent, and the text with the personal data back in place."""

    case_id: str
    reply_id: str
    package_id: str
    reply_text: str
    merged_text: str
    pieces: tuple[Piece, ...]
    sightings: tuple[Sighting, ...]
    sent_description: str
    needs_human: bool


def import_reply(
    ctx: Context,
    *,
    data: bytes | None = None,
    path: Path | None = None,
    text: str | None = None,
    name: str = "",
) -> ReplyResult:
    """Take in a vendor's reply from bytes, a file or text.

    Raises UserError unknown_package, reply_is_package, duplicate_reply, unreadable_file.
    """
    ctx.require(Right.IMPORT)
    shown = name or (path.name if path else "")
    incoming = read_reply(ctx, _bytes_of(data, path, text), name=shown)
    with ctx.vault.transaction():
        if replies.find_duplicate(ctx.vault, incoming.package.id, incoming.original):
            raise UserError("duplicate_reply", package=incoming.package.id)
        merge = _merge(ctx, incoming.package, incoming.text)
        row = _store(ctx, incoming, merge)
        cases.update(ctx.vault, row.case_id, state=CaseState.REPLIED, unread=True)
        states = merge.states
        audit.append(
            ctx.vault,
            "reply_imported",
            case_id=row.case_id,
            package_id=row.package_id,
            details={state.value: list(states.values()).count(state) for state in TokenState},
        )
    return ReplyResult(row.case_id, row.id, row.package_id, tuple(states.items()))


def merge_view(ctx: Context, *, case_id: str, reply_id: str | None = None) -> MergeView:
    """The named reply of a case, or its newest one, merged; raises UserError unknown_reply."""
    ctx.require(Right.READ_PII)
    found = replies.of_case(ctx.vault, case_id)
    chosen = [row for row in found if reply_id in (None, row.id)]
    if not chosen:
        raise UserError("unknown_reply", reply=reply_id or "")
    row = chosen[-1]
    package = packages.get(ctx.vault, row.package_id)
    merge = _merge(ctx, package, row.text)
    audit.append(
        ctx.vault,
        "merged",
        case_id=case_id,
        package_id=package.id,
        details={"reply_id": row.id},
    )
    return MergeView(
        case_id,
        row.id,
        package.id,
        row.text,
        merge.text,
        merge.pieces,
        merge.sightings,
        package.description,
        merge.needs_human,
    )


def list_replies(ctx: Context, *, case_id: str) -> list[replies.ReplyRow]:
    """The replies of a case, oldest first."""
    return replies.of_case(ctx.vault, case_id)


def _bytes_of(data: bytes | None, path: Path | None, text: str | None) -> bytes:
    if data is not None:
        return data
    if text is not None:
        return text.encode("utf-8", "surrogatepass")
    if path is None:
        raise TypeError("one of data, path, text is needed")
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError("unreadable_file", file=path.name, reason="io") from error


def _merge(ctx: Context, package: packages.PackageRow, text: str) -> Merge:
    values = {item.token: item.value for item in packages.values(ctx.vault, package.id)}
    kept = json.loads(packages.split(ctx.vault, package.id))
    return merge_reply(
        text,
        tuple(values),
        values,
        key=package.key,
        literals=kept["literals"],
        quoted=quoted_ranges(text),
    )


def _store(ctx: Context, incoming: Incoming, merge: Merge) -> replies.ReplyRow:
    sightings = tuple(
        replies.SightingRow(seen.token, seen.state, seen.start, seen.end)
        for seen in merge.sightings
    )
    return replies.add(
        ctx.vault,
        incoming.package.id,
        text=incoming.text,
        sightings=sightings,
        original=incoming.original,
        kind=incoming.kind,
    )
