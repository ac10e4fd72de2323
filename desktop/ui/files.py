"""Choosing files and handing them to the system's programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> Path:
    """The user's folder for documents, else their home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def save_path(parent: QWidget, *, title: str, name: str, kinds: str, suffix: str) -> Path | None:
    """Ask where to save; the system's dialog asks before it overwrites. None when cancelled."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(documents() / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(path.name + suffix)


def open_path(parent: QWidget, *, title: str, kinds: str) -> Path | None:
    """Ask for a file to open; None when cancelled."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
    return Path(chosen) if chosen else None


def open_folder(parent: QWidget, *, title: str) -> Path | None:
    """Ask for a folder; None when cancelled."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(documents()))
    return Path(chosen) if chosen else None


def open_with_program(path: Path) -> bool:
    """Open a file with the program the system has for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
