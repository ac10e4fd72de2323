"""How long a new mail of 1,500 characters takes on the desk: until its text, until its marks.

Everything is real: the vault, the services, the shipped model (loaded before), the painted widget.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from desktop.detect.detector import open_detector
from desktop.services import intake, review, workspace
from desktop.services.context import Context
from desktop.ui.desk import Desk
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Mode, Theme
from desktop.vault.keys import KdfParams

ROUNDS = 15
TARGETS = {"text": 0.1, "marks": 0.3}  # seconds
PASSWORD = "Nur zum Messen 17"
LINES = (
    "seit dem letzten Update meldet der Wechselrichter E04 und schaltet gegen Mittag ab.",
    "Ich habe ihn dreimal neu gestartet, die Sicherungen geprüft und das Kabel getauscht.",
    "Sie erreichen mich unter 05931 80 44 217 oder annegret.quast@post.example.",
    "Die Anlage steht im Musterweg 3, 12345 Musterstadt, Kundennummer KD-4471908.",
    "Bitte melden Sie sich noch diese Woche.",
)


def mail(number: int) -> bytes:
    """A mail of about 1,500 characters; each number is another mail."""
    made = EmailMessage()
    made["From"] = "Annegret Quast <annegret.quast@post.example>"
    made["Subject"] = f"Störung {number}"
    made["Message-ID"] = f"<{number}@post.example>"
    body = "Guten Tag,\n\n" + "\n\n".join(" ".join(LINES) for _ in range(4))
    made.set_content(body + "\n\nMit freundlichen Grüßen\nAnnegret Quast\n")
    return bytes(made)


def now() -> datetime:
    return datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    quick = KdfParams(memory_kib=8, iterations=1, lanes=1)
    workspace.create(tmp_path / "w", password=PASSWORD, user_name="E", clock=now, kdf=quick)
    with open_detector() as detector:
        detector.detect("Guten Tag, ich bin Annegret Quast.")  # the model and all patterns
        opened = workspace.unlock(tmp_path / "w", password=PASSWORD, detector=detector, clock=now)
        yield opened
        workspace.lock(opened)


@pytest.fixture
def desk(qapp: QApplication, context: Context) -> Iterator[Desk]:
    tasks, theme = Tasks(), Theme(Mode.LIGHT)
    theme.apply(qapp)
    made = Desk(ServiceReviews(lambda: context), tasks, theme)
    made.resize(1280, 720)
    made.show()
    yield made
    made.close_case()
    assert tasks.shutdown()
    made.deleteLater()


def until(condition: Callable[[], bool]) -> None:
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 1_000)


def measure(benchmark: Any, context: Context, desk: Desk, done: Callable[[], bool]) -> None:
    """Open a new case in each round until ``done``; the painting counts too."""
    number = 0

    def fresh() -> tuple[tuple[str], dict[str, Any]]:
        nonlocal number
        number += 1
        until(lambda: not desk.case_id or desk.status.checked)
        desk.close_case()
        (case_id,) = intake.import_bytes(context, name="a.eml", data=mail(number)).case_ids
        assert 1_400 < len(review.open_case(context, case_id=case_id).mail.text) < 1_600
        return (case_id,), {}

    def open_it(case_id: str) -> None:
        desk.open_case(case_id)
        until(done)
        desk.repaint()

    benchmark.pedantic(open_it, setup=fresh, rounds=ROUNDS, warmup_rounds=2)
    until(lambda: desk.status.checked)


def test_until_the_text_is_there(benchmark: Any, context: Context, desk: Desk) -> None:
    measure(benchmark, context, desk, lambda: bool(desk.views.original.text))
    benchmark.extra_info["target"] = TARGETS["text"]


def test_until_the_marks_are_there(benchmark: Any, context: Context, desk: Desk) -> None:
    measure(benchmark, context, desk, lambda: desk.status.checked and desk.status.marks > 0)
    assert desk.status.complete
    benchmark.extra_info["target"] = TARGETS["marks"]
