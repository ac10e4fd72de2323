"""The review of one case: open, detect, correct, approve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.access import Right
from desktop.detect.persons import link
from desktop.detect.thread import Known, combine, known_from_mail, known_from_spans
from desktop.domain import HUMAN, Cancel, CaseState, Detection, Mail, Person, Span
from desktop.errors import UserError
from desktop.exchange.leakcheck import leaks
from desktop.services.context import Context
from desktop.split.check import package_key
from desktop.split.rehydrate import to_original
from desktop.split.split import Split, split
from desktop.vault import audit, cases, mails, reviews

UNCERTAIN_BELOW = 0.8
SAME_VALUE = "rule:same_value"  # a mark on a value that is marked elsewhere in the text
PREVIEW = "preview"  # stands for a package id in the check characters that the desk shows
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that the desk shows of a case; ``detection`` None means not yet run."""

    case_id: str
    mail: Mail
    spans: tuple[Span, ...]
    persons: tuple[Person, ...]
    detection: Detection | None
    split: Split
    state: CaseState
    approved_by: str
    approved_at: datetime | None
    override_reason: str

    @property
    def complete(self) -> bool:
        """Whether every layer checked all of the text."""
        return self.detection is not None and self.detection.complete


def is_uncertain(span: Span) -> bool:
    return span.source != HUMAN and span.score < UNCERTAIN_BELOW


def open_case(ctx: Context, *, case_id: str) -> Review:
    """The case as it stands; raises UserError unknown_case."""
    ctx.require(Right.REVIEW)
    with ctx.vault.transaction():
        review = _load(ctx, case_id)
        if cases.get(ctx.vault, case_id).unread:
            cases.update(ctx.vault, case_id, touch=False, unread=False)
        audit.append(ctx.vault, "case_opened", case_id=case_id)
    return review


def detect(ctx: Context, *, case_id: str, cancel: Cancel | None = None) -> Review:
    """Run the detector and store what it says; marks that a human set or removed stay so.

    Raises Cancelled (nothing changed), UserError unknown_case.
    """
    ctx.require(Right.REVIEW)
    mail = mails.get(ctx.vault, case_id)
    row = reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id)
    human = tuple(span for span in row.spans if span.source == HUMAN)
    known = combine(known_from_mail(mail), _known_from_thread(ctx, mail, case_id))
    removed = removed_by_human(row)
    found = ctx.detector.detect(mail.text, known=known, human=human, removed=removed, cancel=cancel)
    spans = consistent(mail.text, found.spans, removed=removed)
    # What a human took away stays on record as once detected, or the run after this one forgets it.
    found = replace(found, spans=tuple(sorted((*spans, *removed))))
    persons = _link(mail, spans)
    with ctx.vault.transaction():
        current = reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id)
        if current.spans != row.spans:
            # Somebody edited meanwhile: their marks win, this run is not stored over them.
            return _load(ctx, case_id)
        _store(ctx, mail, replace(row, detection=found, spans=spans, persons=persons))
        _advance(ctx, case_id, CaseState.NEW, CaseState.DETECTED)
        audit.append(
            ctx.vault,
            "detected",
            case_id=case_id,
            details={"marks": len(spans), "gaps": len(found.gaps), "persons": len(persons)},
        )
        return _load(ctx, case_id)


def save(
    ctx: Context,
    *,
    case_id: str,
    spans: Sequence[Span],
    persons: Sequence[Person] | None = None,
) -> Review:
    """Store the marks as the human left them; an approval of other marks lapses.

    ``persons`` None links them anew. Raises ValueError for marks that overlap or leave the text.
    """
    ctx.require(Right.REVIEW)
    mail = mails.get(ctx.vault, case_id)
    ordered = tuple(sorted(spans))
    linked = _link(mail, ordered) if persons is None else tuple(persons)
    with ctx.vault.transaction():
        row = reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id)
        changed = row.spans != ordered
        row = replace(row, spans=ordered, persons=linked)
        if changed and row.approved_at is not None:
            row = replace(row, approved_by="", approved_at=None, override_reason="")
            cases.update(ctx.vault, case_id, state=CaseState.DETECTED, overridden=False)
            audit.append(ctx.vault, "reopened", case_id=case_id)
        _store(ctx, mail, row)
        audit.append(ctx.vault, "marks_saved", case_id=case_id, details={"marks": len(ordered)})
        return _load(ctx, case_id)


def preview(
    ctx: Context,
    *,
    case_id: str,
    text: str,
    spans: Sequence[Span],
    persons: Sequence[Person] = (),
) -> Split:
    """The split as the desk shows it while marks are edited; nothing is stored."""
    return _shown(cases.get(ctx.vault, case_id), text, spans, persons)


def approve(ctx: Context, *, case_id: str, override_reason: str | None = None) -> Review:
    """A human stands for the split.

    Raises UserError incomplete_detection when the detector has not run or a layer left something
    unchecked, and no reason is given to go on all the same.
    """
    ctx.require(Right.APPROVE)
    reason = (override_reason or "").strip()
    with ctx.vault.transaction():
        row = reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id)
        case = cases.get(ctx.vault, case_id)
        complete = row.detection is not None and row.detection.complete
        if not complete and not reason:
            raise UserError("incomplete_detection", case=case_id)
        row = replace(
            row,
            approved_by=ctx.vault.user.name,
            approved_at=ctx.clock(),
            override_reason="" if complete else reason,
        )
        reviews.save(ctx.vault, row, text=mails.get(ctx.vault, case_id).text)
        if case.state in (CaseState.NEW, CaseState.DETECTED):
            cases.update(ctx.vault, case_id, state=CaseState.APPROVED)
        cases.update(ctx.vault, case_id, overridden=not complete)
        audit.append(
            ctx.vault,
            "approved",
            case_id=case_id,
            details={"marks": len(row.spans), "overridden": int(not complete)},
        )
        return _load(ctx, case_id)


def reopen(ctx: Context, *, case_id: str) -> Review:
    """Take the approval back, so that the marks can be worked on again."""
    ctx.require(Right.REVIEW)
    with ctx.vault.transaction():
        row = reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id)
        row = replace(row, approved_by="", approved_at=None, override_reason="")
        reviews.save(ctx.vault, row, text=mails.get(ctx.vault, case_id).text)
        cases.update(ctx.vault, case_id, state=CaseState.DETECTED, overridden=False)
        audit.append(ctx.vault, "reopened", case_id=case_id)
        return _load(ctx, case_id)


def approved_review(ctx: Context, *, case_id: str) -> Review:
    """The review of an approved case; raises UserError not_approved, unknown_case."""
    review = _load(ctx, case_id)
    if review.approved_at is None:
        raise UserError("not_approved", case=case_id)
    return review


# --- inside -----------------------------------------------------------------------------------


def _shown(
    case: cases.CaseRow, text: str, spans: Sequence[Span], persons: Sequence[Person]
) -> Split:
    """The split with the check characters of the desk, which no vendor ever sees."""
    key = package_key(case.key, PREVIEW)
    return split(text, spans, key=key, language=case.language, persons=persons)


def _load(ctx: Context, case_id: str) -> Review:
    case = cases.get(ctx.vault, case_id)
    mail = mails.get(ctx.vault, case_id)
    row = reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id)
    shown = _shown(case, mail.text, row.spans, row.persons)
    return Review(
        case_id,
        mail,
        row.spans,
        row.persons,
        row.detection,
        shown,
        case.state,
        row.approved_by,
        row.approved_at,
        row.override_reason,
    )


def _store(ctx: Context, mail: Mail, row: reviews.ReviewRow) -> None:
    """The marks, and what the list of cases shows of them without any personal data."""
    reviews.save(ctx.vault, row, text=mail.text)
    case = cases.get(ctx.vault, row.case_id)
    shown = _shown(case, mail.text, row.spans, row.persons)
    title = shown.description.split("\n", 1)[0] if mail.subject and row.detection else ""
    cases.update(
        ctx.vault,
        row.case_id,
        title=title[:_LONGEST_TITLE],
        complete=row.detection is not None and row.detection.complete,
        uncertain=sum(map(is_uncertain, row.spans)),
    )


def _advance(ctx: Context, case_id: str, before: CaseState, after: CaseState) -> None:
    if cases.get(ctx.vault, case_id).state is before:
        cases.update(ctx.vault, case_id, state=after)


def consistent(text: str, spans: tuple[Span, ...], *, removed: Sequence[Span]) -> tuple[Span, ...]:
    """The marks, and marks on whatever the leak check would still find of their values.

    A value that is marked here and left standing there helps nobody: the export would refuse it.
    What a human took away stays away.
    """
    shown = split(text, spans, key=bytes(32))
    values = [(entry.label, entry.value) for entry in shown.entries]
    marked = list(spans)
    for leak in leaks(shown.description, values, tokens=shown.tokens):
        start = to_original(shown, leak.start)
        end = start + leak.end - leak.start
        free = not any(old.start < end and start < old.end for old in (*marked, *removed))
        if leak.certain and free:
            same = [s for s in spans if s.label is leak.label]
            alike = [s for s in same if _bare(text, s.start, s.end) == _bare(text, start, end)]
            score = max(s.score for s in alike or same)
            marked.append(Span(start, end, leak.label, score, SAME_VALUE))
    return tuple(sorted(marked))


def _bare(text: str, start: int, end: int) -> str:
    return "".join(filter(str.isalnum, text[start:end])).casefold()


def _link(mail: Mail, spans: Sequence[Span]) -> tuple[Person, ...]:
    return link(mail.text, spans, sender=mail.sender, recipients=(*mail.to, *mail.cc))


def removed_by_human(row: reviews.ReviewRow) -> tuple[Span, ...]:
    """What the detector had marked and a human took away."""
    if row.detection is None:
        return ()
    return tuple(
        old
        for old in row.detection.spans
        if not any(span.start < old.end and old.start < span.end for span in row.spans)
    )


def _known_from_thread(ctx: Context, mail: Mail, case_id: str) -> Known:
    """What the marks of the earlier mails that this one answers let us know."""
    knowns = []
    for message_id in dict.fromkeys((mail.in_reply_to, *mail.references)):
        earlier = mails.find_message(ctx.vault, message_id) if message_id else None
        row = reviews.get(ctx.vault, earlier) if earlier and earlier != case_id else None
        if earlier and row is not None:
            text = mails.get(ctx.vault, earlier).text
            knowns.append(known_from_spans(text, row.spans, sure=UNCERTAIN_BELOW))
    return combine(*knowns)
