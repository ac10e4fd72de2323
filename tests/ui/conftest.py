"""Fixtures shared by all tests of the user interface."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

# Screen-less by default; set QT_QPA_PLATFORM=xcb to watch a test or to run under Xvfb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.detect.detector import open_detector
from desktop.services import workspace
from desktop.services.context import Context
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Mode, Theme
from desktop.vault.keys import KdfParams


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """One application with a fixed font, so that sizes do not depend on the machine."""
    qapp.setFont(QFont("DejaVu Sans", 10))
    qapp.setApplicationName("Trennwerk")
    return qapp


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    result = Theme(Mode.LIGHT)
    result.apply(qapp)
    return result


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """A task runner that must have ended all its threads when the test is over."""
    result = Tasks()
    yield result
    assert result.shutdown(), "a background thread was still running at the end of the test"


PASSWORD = "Nur für Prüfungen 17"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An unlocked real workspace in a temporary folder; the rules are its only detector."""
    path = tmp_path / "workspace"

    def clock() -> datetime:
        return datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    quick = KdfParams(memory_kib=8, iterations=1, lanes=1)
    workspace.create(path, password=PASSWORD, user_name="Erika Beck", clock=clock, kdf=quick)
    with open_detector(with_model=False) as detector:
        opened = workspace.unlock(path, password=PASSWORD, detector=detector, clock=clock)
        yield opened
        workspace.lock(opened)
