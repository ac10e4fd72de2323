"""Columns side by side of which the last one makes room for the others in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class FoldingColumns(QSplitter):
    """Folds its last column away where not all fit, and brings back what it folded itself.

    What the user folds or pulls open with the handle stays as it is. ``width`` is that of the last
    column when it comes back, in pixels.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._width = width
        self._folded = False
        self._before = QByteArray()  # the state that the fold changed
        self.splitterMoved.connect(self._moved)

    @property
    def room(self) -> int:
        """The width in pixels from which on all columns fit."""
        return self.minimumSizeHint().width() + self._least(self.count() - 1)

    def minimumSizeHint(self) -> QSize:
        """Without the last column: with it no window could become narrow enough to fold it."""
        hint = super().minimumSizeHint()
        hint.setWidth(sum(self._least(at) for at in range(self.count() - 1)))
        return hint

    def _least(self, at: int) -> int:
        """The least width of a column in pixels, with the handle before it."""
        column = self.widget(at)
        if column is None:
            return 0
        handle = self.handleWidth() if at else 0
        return handle + max(column.minimumSizeHint().width(), column.minimumWidth())

    def saveState(self) -> QByteArray:
        """As the user left the columns: a narrow window is no wish to be without the last one."""
        return self._before if self._folded else super().saveState()

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_open, room, state = self._open(), self.room, super().saveState()
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        sizes = self.sizes()
        if was_open and now < room and not 0 < before < room:
            self._folded, self._before = True, state
            self.setSizes([*sizes[:-1], 0])
        elif self._folded and now >= room:
            self._folded = False
            self.setSizes([*([now] * (self.count() - 1)), self._width])

    def _open(self) -> bool:
        return self.sizes()[-1] > 0 if self.count() else False

    def _moved(self) -> None:
        self._folded = False
