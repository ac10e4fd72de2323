"""Choosing files and handing them to the system's programs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_VISITED = ("FileDialog/history", "FileDialog/lastVisited")


@contextmanager
def no_trace() -> Iterator[None]:
    """Around a file dialog: Qt's own writes the folders visited to a file in clear, for good."""
    before = {key: _all_programs().value(key) for key in _VISITED}
    try:
        yield
    finally:
        settings = _all_programs()
        for key, value in before.items():
            if value is not None:
                settings.setValue(key, value)
            elif settings.contains(key):
                settings.remove(key)


def _all_programs() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")


def documents() -> Path:
    """The user's folder for documents, else their home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def save_path(parent: QWidget, *, title: str, name: str, kinds: str, suffix: str) -> Path | None:
    """Ask where to save; the system's dialog asks before it overwrites. None when cancelled."""
    with no_trace():
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(documents() / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(path.name + suffix)


def open_path(parent: QWidget, *, title: str, kinds: str) -> Path | None:
    """Ask for a file to open; None when cancelled."""
    with no_trace():
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
    return Path(chosen) if chosen else None


def open_paths(parent: QWidget | None, *, title: str, kinds: str) -> tuple[Path, ...]:
    """Ask for files to open; empty when cancelled."""
    with no_trace():
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), kinds)
    return tuple(Path(name) for name in chosen)


def open_folder(parent: QWidget | None, *, title: str) -> Path | None:
    """Ask for a folder; None when cancelled."""
    with no_trace():
        chosen = QFileDialog.getExistingDirectory(parent, title, str(documents()))
    return Path(chosen) if chosen else None


def open_with_program(path: Path) -> bool:
    """Open a file with the program the system has for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
