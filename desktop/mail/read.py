"""The entry of the mail part: files, folders, bytes and pasted text become ``Mail``.

What something is, its content says first; a suffix only decides where the content leaves it open.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from desktop.domain import Cancel, Mail, Problem
from desktop.errors import UserError
from desktop.mail import charset, eml, mbox, msg, pasted
from desktop.mail.html import to_text
from desktop.mail.limits import MAX_FILE_BYTES
from desktop.mail.msg_store import MAGIC
from desktop.mail.nested import Opener
from desktop.mail.rtf import rtf_to_text
from desktop.mail.textparts import html_text

_FIELD = re.compile(rb"([!-9;-~]{1,76}):")
_MAIL_FIELDS = frozenset(
    b"received return-path delivered-to from to cc subject date mime-version message-id sender "
    b"content-type content-transfer-encoding content-disposition dkim-signature reply-to "
    b"x-mailer x-originating-ip authentication-results arc-seal x-unsent x-account-key "
    b"x-mozilla-status x-envelope-from references in-reply-to envelope-to x-received".split()
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p|span|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_EMLX = re.compile(rb"\d{1,12}[ \t]*\r?\n")
_NOT_TEXT = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 8192
_REASONS = ((FileNotFoundError, "missing"), (PermissionError, "permission"))


def read_path(path: Path, *, cancel: Cancel | None = None) -> Iterator[Mail]:
    """Every mail in a file, a Maildir or a folder of mails, one at a time.

    Raises UserError("unreadable_file", file, reason) for a file that holds no mail. In a folder
    the other files are still read; the error then comes last, with the ``count`` of such files
    and the first one's name, so that none is lost in silence.
    """
    try:
        with Opener() as opener:
            if path.is_dir():
                yield from _read_folder(path, opener, cancel)
            else:
                yield from _read_file(path, opener, cancel)
    except OSError as error:
        reason = next((word for kind, word in _REASONS if isinstance(error, kind)), "os")
        raise UserError("unreadable_file", file=path.name, reason=reason) from error


def read_bytes(data: bytes, *, name: str = "") -> Iterator[Mail]:
    """Every mail in ``data``, of whatever kind; ``name`` is the file's name, for its suffix."""
    try:
        if len(data) > MAX_FILE_BYTES and not mbox.is_mbox(data):
            raise UserError("unreadable_file", reason="too_large")
        with Opener() as opener:
            yield from _read(data, name, opener)
    except UserError as error:
        raise _naming(error, name) from None


def read_text(text: str) -> Mail:
    """Pasted or dropped plain text, with or without mail headers above it."""
    return pasted.read_text(text)


def read_html(html: str) -> Mail:
    """Dropped rich text."""
    text, problems = to_text(html)
    return pasted.read_text(text, kind="html", problems=problems)


def _naming(error: UserError, name: str) -> UserError:
    return UserError(error.code, **{**error.values, "file": name})


def _read_folder(folder: Path, opener: Opener, cancel: Cancel | None) -> Iterator[Mail]:
    kind = "maildir" if mbox.is_maildir(folder) else ""
    failed: list[UserError] = []
    count = 0
    for path in mbox.message_files(folder):
        try:
            for mail in _read_file(path, opener, cancel):
                count += 1
                yield replace(mail, kind=kind) if kind and mail.kind == "eml" else mail
        except UserError as error:
            failed.append(error)
    if failed:
        raise UserError(failed[0].code, **{**failed[0].values, "count": len(failed)})
    if not count:
        raise UserError("unreadable_file", file=folder.name, reason="no_mails")


def _read_file(path: Path, opener: Opener, cancel: Cancel | None) -> Iterator[Mail]:
    with path.open("rb") as stream:
        start = stream.read(_SAMPLE)
        stream.seek(0)
        try:
            if mbox.is_mbox(start):
                yield from _read_mbox(stream, opener, cancel)
                return
            if cancel:
                cancel.check()
            data = stream.read(MAX_FILE_BYTES + 1)
            if len(data) > MAX_FILE_BYTES:
                raise UserError("unreadable_file", reason="too_large")
            yield from _read(data, path.name, opener)
        except UserError as error:
            raise _naming(error, path.name) from None


def _read_mbox(
    stream: io.BufferedReader | io.BytesIO, opener: Opener, cancel: Cancel | None
) -> Iterator[Mail]:
    for data, cut in mbox.messages(stream):
        if cancel:
            cancel.check()
        mail = eml.read(data, opener.open_file, kind="mbox")
        if cut:
            problem = Problem("message_cut", str(MAX_FILE_BYTES))
            mail = replace(mail, problems=(*mail.problems, problem))
        yield mail


def _read(data: bytes, name: str, opener: Opener) -> Iterator[Mail]:
    suffix = PurePath(name.lower()).suffix
    if not data.strip(b"\0 \t\r\n"):
        raise UserError("unreadable_file", reason="empty")
    if data.startswith(MAGIC):
        yield msg.read(data, opener.open_file)
    elif mbox.is_mbox(data):
        yield from _read_mbox(io.BytesIO(data), opener, None)
    elif suffix == ".emlx" and (counted := _EMLX.match(data)):
        yield eml.read(data[counted.end() : counted.end() + int(counted.group())], opener.open_file)
    elif suffix in (".eml", ".mht", ".mhtml") or _has_mail_headers(data):
        yield eml.read(data, opener.open_file)
    else:
        yield _read_document(data, suffix)


def _has_mail_headers(data: bytes) -> bool:
    """Whether the first lines are header fields, at least one of them a mail's own."""
    known = 0
    for number, line in enumerate(data[:_SAMPLE].lstrip(b"\xef\xbb\xbf\r\n").splitlines()):
        if not line or number > 30:
            break
        field = _FIELD.match(line)
        if field:
            known += field.group(1).lower() in _MAIL_FIELDS
        elif not (number and line[:1] in b" \t"):
            break
    # One line "From: …" alone can begin a plain text; two known ones hardly do.
    return known >= 2


def _read_document(data: bytes, suffix: str) -> Mail:
    if data.startswith(_NOT_TEXT):
        raise UserError("unreadable_file", reason="not_a_message")
    if data.lstrip()[:5] == b"{\\rtf":
        text, problems = rtf_to_text(data)
        return pasted.read_text(text, problems=problems)
    if _HTML.match(data[:_SAMPLE]) or suffix in (".html", ".htm"):
        text, problems = html_text(data, None)
        return pasted.read_text(text, kind="html", problems=problems)
    text, problems = charset.decode(data)
    wide = any(each.detail.startswith("utf-16") for each in problems)
    sample = text[:_SAMPLE]
    if not wide and sum(char < " " and char not in "\t\n\f\x1b" for char in sample) * 50 > len(
        sample
    ):
        raise UserError("unreadable_file", reason="not_a_message")
    if not wide and sample.count("\ufffd") * 10 > len(sample):
        raise UserError("unreadable_file", reason="not_a_message")
    return pasted.read_text(text, problems=problems)
