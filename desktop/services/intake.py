"""Taking things in: mails become cases, a vendor's reply finds the case that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from desktop.access import Right
from desktop.domain import Cancel, Mail, Progress
from desktop.errors import UserError
from desktop.mail.read import read_bytes, read_html, read_path, read_text
from desktop.services import incoming
from desktop.services.context import Context
from desktop.services.replies import ReplyResult, import_reply
from desktop.vault import audit, cases, mails
from desktop.vault.codec import mail_to_json

_GERMAN = re.compile(r"\b(?:der|die|das|und|ich|nicht|ist|mit|für|bitte|sie|wir|ein|eine)\b")
_ENGLISH = re.compile(r"\b(?:the|and|is|not|with|for|please|you|we|a|an|my|to|of|it)\b")
_LANGUAGE_SAMPLE = 4000  # code points that decide on the language of a case's tokens


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that was not taken in: its file name, the error's code and values."""

    name: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of everything that was handed in, in order."""

    case_ids: tuple[str, ...] = ()
    replies: tuple[ReplyResult, ...] = ()
    failures: tuple[Failure, ...] = ()


def import_paths(
    ctx: Context,
    *,
    paths: Sequence[Path],
    cancel: Cancel | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Take in files, mailboxes and folders; one that fails does not stop the others.

    A mail that is there already is named as a failure ``duplicate`` with its case. Raises
    Cancelled between two messages; what was taken in until then stays.
    """
    ctx.require(Right.IMPORT)
    results = []
    for number, path in enumerate(paths):
        results.append(_guarded(ctx, path.name, partial(_one_path, ctx, path, cancel)))
        if progress is not None:
            progress(number + 1, len(paths))
        if cancel is not None:
            cancel.check()
    return _joined(results)


def import_bytes(ctx: Context, *, name: str, data: bytes) -> Imported:
    """Take in a file that exists only in memory, such as a mail dragged out of Outlook."""
    ctx.require(Right.IMPORT)
    return _guarded(ctx, name, lambda: _one_file(ctx, name, data, read_bytes(data, name=name)))


def import_text(ctx: Context, *, text: str, html: str = "") -> Imported:
    """Take in pasted or dropped text; ``html`` wins when both are there and it says anything."""
    ctx.require(Right.IMPORT)

    def work() -> Imported:
        if incoming.package_of(ctx, text.encode("utf-8", "replace"), text) is not None:
            return Imported(replies=(import_reply(ctx, text=text),))
        mail = read_html(html) if html.strip() else read_text(text)
        if not mail.text.strip():
            raise UserError("empty_message", file="")
        return _store(ctx, mail, original=(html or text).encode("utf-8", "surrogatepass"), name="")

    return _guarded(ctx, "", work)


def _guarded(ctx: Context, name: str, work: Callable[[], Imported]) -> Imported:
    """Run ``work``; what the user can mend becomes a named failure and a line in the log."""
    try:
        return work()
    except UserError as error:
        action = "duplicate_refused" if error.code == "duplicate" else "import_failed"
        audit.append(ctx.vault, action)
        return Imported(failures=(Failure(name, error.code, error.values),))


def _one_path(ctx: Context, path: Path, cancel: Cancel | None) -> Imported:
    read = read_path(path, cancel=cancel)
    if path.is_dir():
        return _many(ctx, read, path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError("unreadable_file", file=path.name, reason="io") from error
    return _one_file(ctx, path.name, data, read)


def _one_file(ctx: Context, name: str, data: bytes, read: Iterator[Mail]) -> Imported:
    first = next(read, None)
    if first is None:
        raise UserError("empty_message", file=name)
    if incoming.package_of(ctx, data, first.text) is not None:
        return Imported(replies=(import_reply(ctx, data=data, name=name),))
    second = next(read, None)
    if second is None:
        return _store(ctx, first, original=data, name=name)
    # A mailbox: its messages are stored as they were read, not the whole file with each of them.
    return _joined([_member(ctx, first), _member(ctx, second), _many(ctx, read, name)])


def _many(ctx: Context, read: Iterator[Mail], name: str) -> Imported:
    """Every message of a folder or mailbox; unreadable files in it are named at the end."""
    results = []
    try:
        for mail in read:
            results.append(_member(ctx, mail))
    except UserError as error:
        results.append(Imported(failures=(Failure(name, error.code, error.values),)))
    return _joined(results)


def _member(ctx: Context, mail: Mail) -> Imported:
    original = mail_to_json(mail).encode("ascii")
    return _guarded(ctx, "", lambda: _store(ctx, mail, original=original, name=""))


def _joined(results: Sequence[Imported]) -> Imported:
    return Imported(
        tuple(case for result in results for case in result.case_ids),
        tuple(reply for result in results for reply in result.replies),
        tuple(failure for result in results for failure in result.failures),
    )


def _store(ctx: Context, mail: Mail, *, original: bytes, name: str) -> Imported:
    with ctx.vault.transaction():
        known = mails.find_duplicate(ctx.vault, mail, original)
        if known is not None:
            raise UserError("duplicate", file=name, case=known)
        case = cases.add(ctx.vault, language=language_of(mail.text))
        mails.add(ctx.vault, case.id, mail, original=original, name=name)
        audit.append(
            ctx.vault,
            "mail_imported",
            case_id=case.id,
            details={"attachments": len(mail.attachments), "problems": len(mail.problems)},
        )
    return Imported(case_ids=(case.id,))


def language_of(text: str) -> str:
    """``en`` when English function words clearly outnumber German ones, else ``de``."""
    sample = text[:_LANGUAGE_SAMPLE].casefold()
    return "en" if len(_ENGLISH.findall(sample)) > 2 * len(_GERMAN.findall(sample)) else "de"
