"""The optional second opinion of a chat model that the user put into the models folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.access import Right
from desktop.detect.instruct import InstructModel, Opinion, instruct_models, with_opinion
from desktop.domain import Cancel
from desktop.errors import UserError
from desktop.services import review
from desktop.services.context import Context
from desktop.vault import mails, reviews


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What the chat model changed: ``added`` marks, ``agreed`` with others, ``dropped`` proposals
    that do not stand in the text, and whether every part of the text was answered.
    """

    review: review.Review
    added: int
    agreed: int
    dropped: int
    complete: bool


def available() -> tuple[Path, ...]:
    """The chat models in the user's models folder, by name."""
    return instruct_models()


def ask(ctx: Context, *, case_id: str, model: Path, cancel: Cancel | None = None) -> SecondOpinion:
    """Ask a chat model about a case and store what it adds; it takes no mark away.

    Takes minutes on a laptop. Raises Cancelled (nothing changed), UserError unknown_case,
    opinion_failed (reason) when the model answered no part of the text.
    """
    ctx.require(Right.REVIEW)
    mail = mails.get(ctx.vault, case_id)
    asked = InstructModel(model)
    try:
        opinion = asked.find(mail.text, cancel=cancel)
    finally:
        asked.close()
    _refuse_silence(opinion, len(mail.text))
    row = reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id)
    spans = with_opinion(mail.text, row.spans, opinion, removed=review.removed_by_human(row))
    saved = review.save(ctx, case_id=case_id, spans=spans)
    places = {(span.start, span.end) for span in row.spans}
    added = sum((span.start, span.end) not in places for span in spans)
    agreed = sum(asked.source in span.agreed for span in spans)
    return SecondOpinion(saved, added, agreed, opinion.dropped, opinion.detection.complete)


def _refuse_silence(opinion: Opinion, length: int) -> None:
    gaps = opinion.detection.gaps
    if gaps and sum(gap.end - gap.start for gap in gaps) >= length:
        raise UserError("opinion_failed", reason=gaps[0].reason)
