"""Small makers for the widgets that every screen is put together from.

Roles and kinds are those of ``stylesheet.py``; distances are multiples of ``UNIT``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import UNIT, icon_size

if TYPE_CHECKING:  # the icon font loads too slowly for the unlock screen, which needs none
    from desktop.ui.icons import Icons

READING_WIDTH = 640  # pixels: forms and prose wider than this are hard to read


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A plain-text label; nothing a mail contains is ever taken for markup."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
    if role:
        result.setProperty("role", role)
    return result


def button(
    text: str, *, kind: str = "", clicked: Callable[[], object] | None = None
) -> QPushButton:
    result = QPushButton(text)
    result.setAutoDefault(False)
    if kind:
        result.setProperty("kind", kind)
    if clicked is not None:
        # The signal's "checked" must not become the callback's first argument.
        result.clicked.connect(lambda: clicked())
    return result


def tool(icons: Icons, name: str, tip: str, *, colour: str = "text") -> QToolButton:
    """A square button that shows only a sign; ``tip`` is also its name for screen readers."""
    result = QToolButton()
    icons.put(result, name, colour)
    result.setIconSize(icon_size())
    result.setToolTip(tip)
    result.setAccessibleName(tip)
    return result


def icon_tool(action: QAction) -> QToolButton:
    """A square button for ``action`` that shows only its sign."""
    result = QToolButton()
    result.setDefaultAction(action)
    result.setIconSize(icon_size())
    result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return result


def frame(role: str) -> QFrame:
    result = QFrame()
    result.setProperty("role", role)
    return result


def line() -> QFrame:
    return frame("line")


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = UNIT) -> QVBoxLayout:
    result = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    result.setContentsMargins(margin, margin, margin, margin)
    result.setSpacing(spacing)
    return result


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = UNIT) -> QHBoxLayout:
    result = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    result.setContentsMargins(margin, margin, margin, margin)
    result.setSpacing(spacing)
    return result


def page(content: QWidget, *, width: int = READING_WIDTH) -> QScrollArea:
    """``content`` at reading width, left-aligned, scrolling when the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    layout = row(holder, margin=3 * UNIT)
    content.setMaximumWidth(width)
    layout.addWidget(content, 1)
    layout.addStretch(0)
    area.setWidget(holder)
    return area


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let Qt delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def restyle(widget: QWidget) -> None:
    """Apply the style sheet anew after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Elided(QLabel):
    """A label of one line that cuts its text with an ellipsis and tells the rest by tool tip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._full = ""
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._elide()

    def full_text(self) -> str:
        return self._full

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * UNIT, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._full)
        return QSize(width + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")
