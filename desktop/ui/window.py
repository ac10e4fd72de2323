"""Where the window stood: remembered between runs, and never off every screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.preferences import Preferences

PREFERRED = QSize(1440, 900)
MARGIN = 48  # pixels of the title bar that must stay reachable


def restore_geometry(window: QWidget, preferences: Preferences, name: str) -> None:
    """Put ``window`` where it was; a place that no screen shows any more falls back to centred."""
    state = preferences.layout(name)
    if not state.isEmpty() and window.restoreGeometry(state) and _reachable(window.geometry()):
        return
    screen = QGuiApplication.primaryScreen().availableGeometry()
    size = PREFERRED.boundedTo(screen.size())
    window.resize(size)
    window.move(screen.center() - QRect(screen.topLeft(), size).center() + screen.topLeft())


def save_geometry(window: QWidget, preferences: Preferences, name: str) -> None:
    preferences.set_layout(name, window.saveGeometry())


def restore_splitter(splitter: QSplitter, preferences: Preferences, name: str) -> bool:
    """Put the panels back as they were; False when there is nothing remembered."""
    state = preferences.layout(name)
    return not state.isEmpty() and splitter.restoreState(state)


def save_splitter(splitter: QSplitter, preferences: Preferences, name: str) -> None:
    preferences.set_layout(name, splitter.saveState())


def _reachable(geometry: QRect) -> bool:
    return any(
        screen.availableGeometry().intersected(geometry).width() >= MARGIN
        and screen.availableGeometry().intersected(geometry).height() >= MARGIN
        for screen in QGuiApplication.screens()
    )
