"""The answer to the customer: kept, edited, written as a draft that the mail program opens."""

from __future__ import annotations

from pathlib import Path

from desktop.access import Right
from desktop.domain import CaseState
from desktop.errors import UserError
from desktop.exchange.answer import Original, answer_eml
from desktop.services.context import Context
from desktop.services.exporting import write_whole
from desktop.services.replies import merge_view
from desktop.vault import answers, audit, cases, mails, replies


def answer_text(ctx: Context, *, case_id: str) -> str:
    """The answer as last saved, else the newest reply merged.

    Raises UserError no_reply when there is neither.
    """
    saved = saved_answer(ctx, case_id=case_id)
    if saved is not None:
        return saved
    if not replies.of_case(ctx.vault, case_id):
        raise UserError("no_reply", case=case_id)
    return merge_view(ctx, case_id=case_id).merged_text


def saved_answer(ctx: Context, *, case_id: str) -> str | None:
    """The answer as last saved for the newest reply; None when there is none."""
    ctx.require(Right.ANSWER)
    saved = answers.get(ctx.vault, case_id)
    newest = replies.of_case(ctx.vault, case_id)
    if saved is None or (newest and saved.reply_id not in ("", newest[-1].id)):
        return None
    return saved.text


def save_answer(ctx: Context, *, case_id: str, text: str, reply_id: str = "") -> None:
    """Keep the answer as the human left it; raises UserError unknown_case."""
    ctx.require(Right.ANSWER)
    with ctx.vault.transaction():
        cases.get(ctx.vault, case_id)
        answers.save(ctx.vault, case_id, text=text, reply_id=reply_id)
        audit.append(ctx.vault, "answer_saved", case_id=case_id)


def write_eml(
    ctx: Context,
    *,
    case_id: str,
    out: Path,
    text: str | None = None,
    with_quote: bool = False,
) -> Path:
    """Write the answer as a mail draft (``X-Unsent``) in the customer's thread.

    Raises UserError no_reply, unknown_case, address_invalid, unwritable_file.
    """
    ctx.require(Right.ANSWER)
    case = cases.get(ctx.vault, case_id)
    words = answer_text(ctx, case_id=case_id) if text is None else text
    draft = answer_eml(
        words,
        Original.of(mails.get(ctx.vault, case_id)),
        with_quote=with_quote,
        language=case.language,
    )
    with ctx.vault.transaction():
        mark_answered(ctx, case_id=case_id, action="answer_exported")
        write_whole(out, draft)
    return out


def mark_answered(ctx: Context, *, case_id: str, action: str) -> None:
    """Note that the answer left the program: ``answer_exported``, ``_copied`` or ``_printed``."""
    ctx.require(Right.ANSWER)
    with ctx.vault.transaction():
        cases.update(ctx.vault, case_id, state=CaseState.ANSWERED)
        audit.append(ctx.vault, action, case_id=case_id)
