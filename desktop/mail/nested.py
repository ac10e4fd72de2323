"""Attached files of every kind; the one place where a message reader may meet another one."""

from __future__ import annotations

from pathlib import PurePosixPath

from desktop.domain import Attachment, Problem
from desktop.errors import UserError
from desktop.mail import attachments, eml, msg
from desktop.mail.assemble import as_text, inner
from desktop.mail.limits import MAX_MESSAGE_DEPTH
from desktop.mail.pdf import PdfReader


class Opener(PdfReader):
    """Turns attached files into attachments; holds the PDF reader of one reading session."""

    def open_file(
        self, name: str, media_type: str, data: bytes, declared: str | None, depth: int
    ) -> list[Attachment]:
        """``data`` as an attachment; a message file is followed by those that it holds itself."""
        suffix = PurePosixPath(name.lower()).suffix
        is_msg = msg.is_msg(data)
        if not is_msg and suffix != ".eml" and media_type != "message/rfc822":
            return [attachments.attachment(name, media_type, data, self, declared=declared)]
        media_type = "application/vnd.ms-outlook" if is_msg else "message/rfc822"
        if depth >= MAX_MESSAGE_DEPTH:
            problem = Problem("nesting_cut", str(MAX_MESSAGE_DEPTH))
            return [Attachment(name, media_type, len(data), None, problem)]
        try:
            read = msg.read if is_msg else eml.read
            mail = read(data, self.open_file, depth=depth)
        except UserError as error:
            problem = Problem("message_damaged", str(error.values.get("reason", "")))
            return [Attachment(name, media_type, len(data), None, problem)]
        problems = [each for each in mail.problems if each.code != "no_text"]
        file = Attachment(name, media_type, len(data), as_text(mail), next(iter(problems), None))
        return [file, *inner(mail, name)]
