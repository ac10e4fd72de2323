"""What the window leaves on and takes from the system: folders visited, requests to end."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import files
from desktop.ui.stop_signals import StopSignals

VISITED = "FileDialog/lastVisited"


def qt_project() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")


@pytest.fixture
def own_settings(tmp_path: Path) -> Iterator[Path]:
    """Qt's file for all programs in a folder of this test's own."""
    place, form = QSettings.Scope.UserScope, QSettings.Format.NativeFormat
    before = Path(qt_project().fileName()).parent
    QSettings.setPath(form, place, str(tmp_path))
    yield tmp_path
    QSettings.setPath(form, place, str(before))


@pytest.mark.skipif(os.name == "nt", reason="the registry holds these settings there")
@pytest.mark.parametrize("earlier", [None, "file:///earlier"])
def test_file_dialogs_leave_no_trace(
    own_settings: Path, tmp_path: Path, earlier: str | None
) -> None:
    if earlier is not None:
        qt_project().setValue(VISITED, earlier)
    with files.no_trace():
        qt_project().setValue(VISITED, f"file://{tmp_path}/Brömmelkamp")
    settings = qt_project()
    assert settings.value(VISITED) == earlier
    settings.sync()
    for path in own_settings.rglob("*.conf"):
        assert "mmelkamp" not in path.read_text("utf-8")


def test_files_are_chosen_without_a_trace(
    qtbot: QtBot, own_settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(*_: object) -> tuple[list[str], str]:
        qt_project().setValue(VISITED, "file:///kunde")
        return [str(tmp_path / "a.eml")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert files.open_paths(parent, title="", kinds="") == (tmp_path / "a.eml",)
    assert qt_project().value(VISITED) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process at once")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_request_to_end_reaches_the_window(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    signals = StopSignals()
    try:
        with qtbot.waitSignal(signals.asked, timeout=5_000):
            os.kill(os.getpid(), number)
    finally:
        signals.release()
    assert signal.getsignal(number) is before
