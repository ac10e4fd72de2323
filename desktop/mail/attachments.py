"""What an attached file is, and its text where detection can read one.

The kind is told by content first, then by media type and suffix. Every reader is bounded in
size and time; a damaged or too large file gives an Attachment with a Problem, never an exception.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from desktop.domain import Attachment, Problem
from desktop.mail import charset, documents
from desktop.mail.html import to_text
from desktop.mail.limits import MAX_ATTACHMENT_TEXT, MAX_TEXT_BYTES
from desktop.mail.pdf import PdfReader
from desktop.mail.rtf import rtf_to_text

_TEXT_SUFFIXES = ".txt .csv .tsv .log .md .json .xml .yaml .yml .ini .conf .ics .vcf .sql .asc .tex"
_TEXT_TYPES = frozenset(
    {
        "application/json",
        "application/xml",
        "application/csv",
        "application/ics",
        "application/x-yaml",
        "message/delivery-status",
        "message/disposition-notification",
        "message/feedback-report",
    }
)
_BY_SUFFIX = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".html": "text/html",
    ".htm": "text/html",
    ".rtf": "application/rtf",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".zip": "application/zip",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}
_UNKNOWN = "application/octet-stream"
_OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def attachment(
    name: str,
    media_type: str,
    data: bytes,
    pdf: PdfReader,
    *,
    declared: str | None = None,
) -> Attachment:
    """The file ``data`` as an Attachment; ``declared`` is the charset its part named."""
    suffix = PurePosixPath(name.lower()).suffix
    media_type = media_type or _BY_SUFFIX.get(suffix, _UNKNOWN)
    text, problems = _text(data, suffix, media_type, declared, pdf)
    if text is not None and len(text) > MAX_ATTACHMENT_TEXT:
        cut = Problem("attachment_text_cut", f"{MAX_ATTACHMENT_TEXT}/{len(text)}")
        text, problems = text[:MAX_ATTACHMENT_TEXT], (cut, *problems)
    return Attachment(name, media_type, len(data), text, problems[0] if problems else None)


def _text(
    data: bytes, suffix: str, media_type: str, declared: str | None, pdf: PdfReader
) -> tuple[str | None, tuple[Problem, ...]]:
    if not data:
        return None, ()
    if b"%PDF-" in data[:1024]:
        return pdf.text(data)
    if documents.is_document(data):
        return documents.document_text(data)
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return None, (Problem("document_encrypted"),) if locked else ()
    if data.lstrip()[:5] == b"{\\rtf":
        return rtf_to_text(data)
    if suffix in _OFFICE or suffix == ".pdf":
        return None, (Problem("document_damaged"),)
    return _plain(data, suffix, media_type, declared)


def _plain(
    data: bytes, suffix: str, media_type: str, declared: str | None
) -> tuple[str | None, tuple[Problem, ...]]:
    is_html = media_type == "text/html" or suffix in (".html", ".htm")
    named_text = suffix in _TEXT_SUFFIXES.split() or media_type in _TEXT_TYPES
    if not (is_html or named_text or media_type.startswith("text/") or _is_text(data, media_type)):
        return None, ()
    cut: tuple[Problem, ...] = ()
    if len(data) > MAX_TEXT_BYTES:
        cut = (Problem("attachment_text_cut", f"{MAX_TEXT_BYTES}/{len(data)}"),)
        data = data[:MAX_TEXT_BYTES]
    text, problems = charset.decode(data, declared)
    if is_html:
        text, more = to_text(text)
        problems += more
    return text, cut + problems


def _is_text(data: bytes, media_type: str) -> bool:
    """Files of no named kind are read when nothing in them looks binary."""
    if media_type != _UNKNOWN:
        return False
    return not _BINARY.search(data[:8192])
