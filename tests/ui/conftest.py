"""Fixtures shared by all tests of the user interface."""

import os
from collections.abc import Iterator

import pytest

# Screen-less by default; set QT_QPA_PLATFORM=xcb to watch a test or to run under Xvfb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.ui.tasks import Tasks
from desktop.ui.theme import Mode, Theme


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
