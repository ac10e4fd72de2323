"""What is copied is cleared again, unless somebody else copied meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.ui.clipboard import HISTORY_HINTS, SecretClipboard


class FakeTimer(QObject):
    """A timer that only runs out when the test says so."""

    timeout = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.interval = 0
        self.active = False

    def setSingleShot(self, single: bool) -> None:
        assert single

    def start(self, milliseconds: int) -> None:
        self.interval, self.active = milliseconds, True

    def stop(self) -> None:
        self.active = False


class FakeClipboard:
    """The system clipboard's three methods that are used, without a system."""

    def __init__(self) -> None:
        self.data = QMimeData()

    def setMimeData(self, data: QMimeData) -> None:
        self.data = data

    def text(self) -> str:
        return self.data.text()

    def clear(self) -> None:
        self.data = QMimeData()


@pytest.fixture
def timer(qapp: QApplication) -> FakeTimer:
    return FakeTimer()


def test_text_is_cleared_after_ten_seconds(timer: FakeTimer) -> None:
    clipboard = FakeClipboard()
    secret = SecretClipboard(clipboard, timer=timer)
    secret.copy("Sehr geehrte Frau Brömmelkamp")
    assert clipboard.text() == "Sehr geehrte Frau Brömmelkamp"
    assert timer.interval == 10_000
    timer.timeout.emit()
    assert clipboard.text() == ""
    assert not secret.holding


def test_a_copy_made_meanwhile_stays(timer: FakeTimer) -> None:
    clipboard = FakeClipboard()
    secret = SecretClipboard(clipboard, timer=timer)
    secret.copy("geheim")
    other = QMimeData()
    other.setText("von woanders")
    clipboard.setMimeData(other)
    timer.timeout.emit()
    assert clipboard.text() == "von woanders"


def test_history_hints_go_with_the_text(timer: FakeTimer) -> None:
    clipboard = FakeClipboard()
    SecretClipboard(clipboard, timer=timer).copy("geheim")
    for name, value in HISTORY_HINTS.items():
        assert bytes(clipboard.data.data(name).data()) == value


def test_a_second_copy_starts_the_countdown_anew(timer: FakeTimer) -> None:
    clipboard = FakeClipboard()
    secret = SecretClipboard(clipboard, timer=timer, seconds=20)
    secret.copy("eins")
    timer.stop()
    secret.copy("zwei")
    assert timer.active
    assert timer.interval == 20_000
    secret.clear()
    assert not timer.active
    assert clipboard.text() == ""


def test_clearing_twice_or_nothing_is_harmless(timer: FakeTimer) -> None:
    clipboard = FakeClipboard()
    secret = SecretClipboard(clipboard, timer=timer)
    foreign = QMimeData()
    foreign.setText("fremd")
    clipboard.setMimeData(foreign)
    secret.clear()
    assert clipboard.text() == "fremd"


def test_the_real_clipboard_takes_and_loses_the_text(qapp: QApplication) -> None:
    clipboard = QApplication.clipboard()
    secret = SecretClipboard(clipboard)
    secret.copy("echt")
    assert clipboard.text() == "echt"
    secret.clear()
    assert clipboard.text() == ""
