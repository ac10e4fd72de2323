"""Opening a mail of 1,500 characters at the desk: text within 100 ms, marks within 300 ms.

Marks are those of an earlier detection: how long detection itself takes is measured elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.detect.detector import open_detector
from desktop.services import intake, review, workspace
from desktop.ui.desk import Desk
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.vault.keys import KdfParams

LINE = "Bitte rufen Sie Max Muster unter 0171 / 55 89 12 an oder schreiben Sie an a@b.example.\n"
TEXT = "Anlage steht\n\n" + LINE * 17  # about 1,500 characters, 51 marks


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    qapp.setFont(QFont("DejaVu Sans", 10))
    theme, tasks = Theme(), Tasks()
    theme.apply(qapp)
    path = tmp_path / "workspace"
    quick = KdfParams(memory_kib=8, iterations=1, lanes=1)

    def clock() -> datetime:
        return datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    workspace.create(path, password="Nur für Messungen", user_name="E", clock=clock, kdf=quick)
    with open_detector(with_model=False) as detector:
        context = workspace.unlock(
            path, password="Nur für Messungen", detector=detector, clock=clock
        )
        case = intake.import_text(context, text=TEXT).case_ids[0]
        review.detect(context, case_id=case)
        shown = Desk(ServiceReviews(lambda: context), tasks, theme)
        shown.resize(1280, 720)
        shown.show()
        yield shown, case
        shown.close_case()
        assert tasks.shutdown()
        shown.deleteLater()
        workspace.lock(context)


def _until(signalled: list[object]) -> None:
    while not signalled:
        QApplication.processEvents()


def test_text_is_shown(benchmark: BenchmarkFixture, desk: tuple[Desk, str]) -> None:
    shown, case = desk
    seen: list[object] = []
    shown.session.opened.connect(lambda: seen.append(1))

    def open_text() -> None:
        seen.clear()
        shown.open_case(case)
        _until(seen)
        shown.views.original.viewport().repaint()

    benchmark.pedantic(open_text, rounds=10, warmup_rounds=1)
    assert LINE.strip() in shown.views.original.text


def test_marks_are_shown(benchmark: BenchmarkFixture, desk: tuple[Desk, str]) -> None:
    shown, case = desk
    seen: list[object] = []
    shown.session.previewed.connect(lambda _: seen.append(1))

    def open_marks() -> None:
        seen.clear()
        shown.open_case(case)
        _until(seen)
        shown.repaint()

    benchmark.pedantic(open_marks, rounds=10, warmup_rounds=1)
    assert len(shown.views.description.marks) >= 34
