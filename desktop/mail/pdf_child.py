"""The child process behind ``pdf``: reads one PDF after the other until the pipe closes.

It imports as little as it can, since a mail waits for its start.
"""

from __future__ import annotations

import contextlib
import io
import logging
import time
import warnings
from multiprocessing.connection import Connection

from desktop.mail.limits import MAX_ATTACHMENT_TEXT, MAX_PDF_PAGES, PDF_MEMORY

Answer = tuple[str | None, str, str]  # text, problem code, detail


def serve(pipe: Connection) -> None:
    """Answer each ``(seconds, bytes)`` pair that comes through ``pipe``."""
    _limit_memory()
    logging.disable(logging.CRITICAL)  # pypdf's messages quote the document
    warnings.simplefilter("ignore")
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            seconds = float(pipe.recv())
            pipe.send(extract(pipe.recv_bytes(), seconds))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (PDF_MEMORY, PDF_MEMORY))


def extract(data: bytes, seconds: float) -> Answer:
    """Text, problem code and detail; stops between pages when the time is up."""
    import pypdf

    until = time.monotonic() + seconds
    pages: list[str] = []
    code, detail = "", ""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return None, "document_encrypted", ""
        total = len(reader.pages)
        size = 0
        for number, page in enumerate(reader.pages):
            if number >= MAX_PDF_PAGES or time.monotonic() > until or size > MAX_ATTACHMENT_TEXT:
                code, detail = "document_cut", f"{number}/{total}"
                break
            pages.append(page.extract_text())
            size += len(pages[-1])
    except Exception:  # noqa: BLE001 - pypdf raises anything on damaged files; it becomes a Problem
        code, detail = "document_damaged", str(len(pages))
    text = "\n\n".join(pages)
    return (text if text.strip() or not code else None), code, detail
