"""Text of PDF attachments, in a child process that can be stopped.

pypdf runs on whatever a stranger sent; a page can keep it busy for minutes or fill the memory,
and nothing in the same process could stop it. So it works in a process of its own, with a time
limit from outside and, where the system has it, a memory limit.
"""

from __future__ import annotations

import contextlib
import io
import logging
import multiprocessing
import time
import warnings
from multiprocessing.connection import Connection

from desktop.domain import Problem
from desktop.mail.charset import tidy
from desktop.mail.limits import (
    MAX_ATTACHMENT_TEXT,
    MAX_PDF_BYTES,
    MAX_PDF_PAGES,
    PDF_MEMORY,
    PDF_SECONDS,
)

Answer = tuple[str | None, str, str]  # text, problem code, detail


def pdf_text(
    data: bytes, *, seconds: float = PDF_SECONDS
) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a PDF, None with a Problem when none could be read in ``seconds``."""
    if len(data) > MAX_PDF_BYTES:
        return None, (Problem("document_too_large", str(MAX_PDF_BYTES)),)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=serve, args=(theirs, seconds), daemon=True)
    child.start()
    theirs.close()
    try:
        answer = _ask(ours, data, seconds)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    text, code, detail = answer
    problems = [Problem(code, detail)] if code else []
    if text is None:
        return None, tuple(problems)
    text, found = tidy(text)
    return text.strip(), (*problems, *found)


def _ask(pipe: Connection, data: bytes, seconds: float) -> Answer:
    try:
        pipe.send_bytes(data)
        # The child keeps the time itself and answers with what it has; this is for when it cannot.
        if pipe.poll(seconds * 1.25 + 2):
            text, code, detail = pipe.recv()
            return text, code, detail
    except (EOFError, OSError):
        return None, "document_damaged", ""
    return None, "document_timeout", f"{seconds:g}"


def serve(pipe: Connection, seconds: float) -> None:
    """The child: reads one PDF from ``pipe`` and answers once."""
    _limit_memory()
    logging.disable(logging.CRITICAL)  # pypdf's messages quote the document
    warnings.simplefilter("ignore")
    with contextlib.suppress(OSError):
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
    except Exception:  # noqa: BLE001 - pypdf raises anything on damaged files; this process ends here
        code, detail = "document_damaged", str(len(pages))
    text = "\n\n".join(pages)
    return (text if text.strip() or not code else None), code, detail
