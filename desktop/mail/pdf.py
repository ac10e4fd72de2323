"""Text of PDF attachments, in a child process that can be stopped.

pypdf runs on whatever a stranger sent; a page can keep it busy for minutes or fill the memory,
and nothing in the same process could stop it. So it works in a process of its own, with a time
limit from outside and, where the system has it, a memory limit.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from desktop.domain import Problem
from desktop.mail.charset import tidy
from desktop.mail.limits import MAX_PDF_BYTES, PDF_SECONDS
from desktop.mail.pdf_child import Answer, serve


class PdfReader:
    """A child process that is started with the first PDF and lives as long as the ``with``."""

    def __init__(self, *, seconds: float = PDF_SECONDS) -> None:
        self.seconds = seconds
        self._child: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def text(self, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
        """The text of a PDF, None with a Problem when none could be read in time."""
        if len(data) > MAX_PDF_BYTES:
            return None, (Problem("document_too_large", str(MAX_PDF_BYTES)),)
        text, code, detail = self._ask(data)
        problems = (Problem(code, detail),) if code else ()
        if text is None:
            return None, problems
        text, found = tidy(text)
        return text.strip(), (*problems, *found)

    def close(self) -> None:
        """Stop the child if there is one; the next PDF starts another."""
        if self._pipe is not None:
            self._pipe.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child.close()
        self._child = self._pipe = None

    def _ask(self, data: bytes) -> Answer:
        pipe = self._pipe or self._start()
        try:
            pipe.send(self.seconds)
            pipe.send_bytes(data)
            # The child keeps the time itself; this is for when it cannot.
            if pipe.poll(self.seconds * 1.25 + 2):
                text, code, detail = pipe.recv()
                return text, code, detail
            answer: Answer = None, "document_timeout", f"{self.seconds:g}"
        except (EOFError, OSError):
            answer = None, "document_damaged", ""
        self.close()
        return answer

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        child = context.Process(target=serve, args=(theirs,), daemon=True, name="pdf")
        child.start()
        theirs.close()
        self._child, self._pipe = child, ours
        return ours
