"""Every message of the collected mail libraries' test data is read, in time, with nothing raised.

They lie beside the checkout; without them these tests are skipped. A busy machine counts several
times the processor time of a free one, so what is held here only tells a message that hangs; the
exact second is a benchmark (``tests/benchmarks/test_bench_corpora.py``).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from desktop.domain import Mail, SegmentKind
from desktop.errors import UserError
from desktop.mail.read import read_path
from desktop.mail.segments import segment

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "mail"
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data/mail is not there"),
]

FOLDERS = sorted(path.name for path in DATA.iterdir()) if DATA.is_dir() else []


def seconds() -> tuple[float, float]:
    """Processor time of this process, and of the children that read PDFs."""
    times = os.times()
    return times.user + times.system, times.children_user + times.children_system


def check(mail: Mail) -> None:
    mail.text.encode("utf-8")
    assert "".join(mail.text[each.start : each.end] for each in mail.segments) == mail.text
    for name, value in mail.headers:
        (name + value).encode("utf-8")
    for file in mail.attachments:
        (file.name + (file.text or "")).encode("utf-8")


def slow_messages(
    folder: str, most: float, most_of_children: float
) -> list[tuple[str, float, float]]:
    """Messages of a corpus that take more seconds, with those of this process and of children."""
    slow = []
    for path in sorted(each for each in (DATA / folder).rglob("*") if each.is_file()):
        begun = seconds()
        reason = ""
        try:
            for mail in read_path(path):
                check(mail)
        except UserError as error:
            reason = str(error.values["reason"])
        assert reason in ("", "empty", "not_a_message"), path
        own, children = (after - before for after, before in zip(seconds(), begun, strict=True))
        if own > most or children > most_of_children:
            slow.append((path.name, round(own, 2), round(children, 2)))
    return slow


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_message_is_read(folder: str) -> None:
    assert slow_messages(folder, 8, 16) == []


def lines(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s+", " ", line).strip() for line in text.split("\n") if line.strip())


def own(text: str) -> str:
    return "".join(
        text[each.start : each.end] for each in segment(text) if each.kind is SegmentKind.BODY
    )


def test_own_text_as_the_discourse_trimmer_expects_it() -> None:
    """At least 48 of 64 mails alike; of the others most differ in what counts as own text.

    That trimmer keeps closing formulas and mails that consist of a quote only.
    """
    folder = DATA / "discourse_email_reply_trimmer" / "test"
    alike = total = 0
    for path in sorted((folder / "trimmed").iterdir()):
        text = (folder / "emails" / path.name).read_text("utf-8", "replace")
        total += 1
        alike += lines(own(text)) == lines(path.read_text("utf-8"))
    assert total == 64
    assert alike >= 48


@pytest.mark.parametrize("kind", ["standard_replies/*.eml", "html_replies/*.html"])
def test_own_text_of_replies_from_many_mail_programs(kind: str) -> None:
    """The collections of talon: all of them say "Hello" or "Hi. I am fine." above a quote."""
    paths = sorted((DATA / "talon" / "tests" / "fixtures").glob(kind))
    assert len(paths) >= 9
    for path in paths:
        (mail,) = read_path(path)
        text = "".join(
            mail.text[each.start : each.end]
            for each in mail.segments
            if each.kind is SegmentKind.BODY
        )
        assert text.strip() in ("Hello", "Hi. I am fine."), path.name


def test_signatures_as_talon_expects_them() -> None:
    folder = DATA / "talon" / "tests" / "fixtures" / "signature" / "emails" / "stripped"
    alike = 0
    for path in sorted(folder.glob("*_body")):
        text = path.read_text("utf-8")
        wanted = path.with_name(path.name.replace("_body", "_signature"))
        found = "".join(
            text[each.start : each.end]
            for each in segment(text)
            if each.kind is SegmentKind.SIGNATURE
        )
        alike += lines(found) == lines(wanted.read_text("utf-8") if wanted.exists() else "")
    assert alike >= 5  # of six; the last is marked with "#sig#" and no mail looks so
