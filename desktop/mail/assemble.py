"""The last step of every reader: one working text, its segments, and the problems sorted out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop.domain import Attachment, Mail, Problem
from desktop.mail.charset import tidy
from desktop.mail.limits import MAX_SUBJECT, MAX_TEXT
from desktop.mail.segments import segment

# An attached file by name, media type, bytes, declared charset and how many messages are around
# it; a message file gives itself and its own attachments.
OpenFile = Callable[[str, str, bytes, str | None, int], list[Attachment]]

_MAX_PROBLEMS = 100


def assemble(envelope: Mail, body: str, problems: Iterable[Problem] = ()) -> Mail:
    """``envelope`` with ``text`` (subject, blank line, body), segments and all problems.

    ``envelope.text`` and ``envelope.segments`` are ignored.
    """
    found = [*envelope.problems, *problems]
    subject, more = tidy(" ".join(envelope.subject.split("\n")).strip())
    found.extend(more)
    if len(subject) > MAX_SUBJECT:
        found.append(Problem("subject_cut", f"{MAX_SUBJECT}/{len(subject)}"))
        subject = subject[:MAX_SUBJECT]
    body, more = tidy(body)
    found.extend(more)
    body = body.strip("\n")
    if len(body) > MAX_TEXT:
        found.append(Problem("text_cut", f"{MAX_TEXT}/{len(body)}"))
        body = body[:MAX_TEXT]
    if not body.strip():
        found.append(Problem("no_text"))
    text = f"{subject}\n\n{body}" if subject else body
    return replace(
        envelope,
        text=text,
        subject=subject,
        segments=segment(text, subject_length=len(subject)),
        problems=distinct(found),
    )


def distinct(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in order of appearance, and a bounded number of them."""
    seen = list(dict.fromkeys(problems))
    if len(seen) > _MAX_PROBLEMS:
        return (*seen[:_MAX_PROBLEMS], Problem("more_problems", str(len(seen) - _MAX_PROBLEMS)))
    return tuple(seen)


def as_text(mail: Mail) -> str:
    """A message within a message as one text, with the header lines a reader would see."""
    lines = [
        f"{name}: {value}"
        for name, value in mail.headers
        if name.lower() in ("from", "to", "cc", "date", "subject")
    ]
    body = mail.text[len(mail.subject) :].lstrip("\n") if mail.subject else mail.text
    return "\n".join([*lines, "", body]).strip("\n")


def inner(mail: Mail, name: str) -> list[Attachment]:
    """The attachments of an attached message, named after the message they lie in."""
    return [replace(each, name=f"{name}/{each.name}"[:255]) for each in mail.attachments]
