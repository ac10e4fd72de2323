"""A read-only text with marks: the original or the problem description.

Everything a user does to marks leaves as a signal; the view itself changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.ui.markpaint import Ident, Mark, MarkPainter
from desktop.ui.textpane import TextPane
from desktop.ui.theme import UNIT, TextSize, Theme, font

_GRIP = 5  # pixels around a mark's end where it can be dragged


class MarkText(TextPane):
    """Signals carry code points; ``Ident`` is a mark's place in the original."""

    range_selected = Signal(int, int)  # by mouse, as selected, not snapped
    mark_chosen = Signal(object)  # Ident | None: the caret or a click went there
    mark_hovered = Signal(object)  # Ident | None
    mark_resized = Signal(object, int, int)  # Ident, new start, new end
    menu_wanted = Signal(QPoint, int)  # global position, code point
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._painter = MarkPainter(theme)
        self._marks: tuple[Mark, ...] = ()
        self._starts: list[int] = []
        self._current: Ident | None = None
        self._hover: Ident | None = None
        self._drag: tuple[Mark, bool, int] | None = None  # mark, its start?, new place
        self._found: tuple[tuple[int, int], ...] = ()
        self._found_current = -1
        self.resizable = False
        self.describe_mark: Callable[[Ident], str] = lambda _ident: ""
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._caret_moved)

    def _forget(self) -> None:
        self._marks, self._starts, self._found = (), [], ()
        self._current = self._hover = self._drag = None

    # --- marks ----------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """The marks to draw: sorted by start and disjoint."""
        self._marks = tuple(marks)
        self._starts = [mark.start for mark in self._marks]
        self.viewport().update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def show_current(self, ident: Ident | None, *, reveal: bool = False) -> None:
        """Emphasise a mark; with ``reveal`` scroll there and put the caret on it."""
        self._current = ident
        mark = self._by_ident(ident)
        if reveal and mark is not None:
            self._telling = False
            self.setTextCursor(self._cursor(mark.start, mark.start))
            self._telling = True
            self._scroll_into_view(mark)
        self.viewport().update()

    def show_hover(self, ident: Ident | None) -> None:
        if ident != self._hover:
            self._hover = ident
            self.viewport().update()

    def show_found(self, ranges: Sequence[tuple[int, int]], current: int) -> None:
        """Places that a search found; ``current`` is scrolled into view (-1: none)."""
        self._found, self._found_current = tuple(ranges), current
        if 0 <= current < len(self._found):
            self._telling = False
            self.setTextCursor(self._cursor(self._found[current][0], self._found[current][0]))
            self._telling = True
            self.ensureCursorVisible()
        self.viewport().update()

    def _scroll_into_view(self, mark: Mark) -> None:
        """Keep the mark away from the edges: its surroundings help to judge it."""
        self.ensureCursorVisible()
        rect = self.place(mark.start, mark.end)
        margin = min(6 * UNIT, self.viewport().height() / 4)
        bar = self.verticalScrollBar()
        if rect.top() < margin:
            bar.setValue(round(bar.value() + rect.top() - margin))
        elif rect.bottom() > self.viewport().height() - margin:
            bar.setValue(round(bar.value() + rect.bottom() - self.viewport().height() + margin))

    # --- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        below = QPainter(self.viewport())
        below.setRenderHint(QPainter.RenderHint.Antialiasing)
        visible = [(mark, list(self._rects(mark.start, mark.end))) for mark in self._visible()]
        for mark, rects in visible:
            for rect in rects:
                self._painter.ground(below, rect, mark, current=mark.ident == self._current)
        for number, (start, end) in enumerate(self._found):
            for rect in self._rects(start, end):
                self._painter.found(below, rect, current=number == self._found_current)
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        above.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rules(above)
        letters = font(TextSize.SMALL, bold=True)
        letters.setPointSizeF(letters.pointSizeF() * 0.78)
        for mark, rects in visible:
            self._paint_above(above, mark, rects, letters)
        if self.hasFocus():
            above.fillRect(0, 0, self.viewport().width(), 2, self._theme.color("focus"))
        above.end()

    def _paint_above(
        self, painter: QPainter, mark: Mark, rects: list[QRectF], letters: QFont
    ) -> None:
        if not rects:
            return
        current, hover = mark.ident == self._current, mark.ident == self._hover
        for rect in rects:
            self._painter.underline(painter, rect, mark)
            if current or hover:
                self._painter.outline(painter, rect, mark, current=current)
        self._painter.letter(painter, rects[-1], mark, letters)
        if current and self.resizable:
            self._painter.handles(painter, rects, mark)

    def _visible(self) -> Sequence[Mark]:
        low, high = self._visible_range()
        first = max(0, bisect_left(self._starts, low) - 1)
        shown = self._marks[first : bisect_left(self._starts, high)]
        if self._drag is None:
            return shown
        mark, at_start, to = self._drag
        moved = _moved(mark, at_start, to)
        return [moved if other == mark else other for other in shown]

    # --- mouse and keys -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grip = self._grip(event.position())
        if event.button() is Qt.MouseButton.LeftButton and grip is not None:
            mark, at_start = grip
            self._drag = (mark, at_start, mark.start if at_start else mark.end)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            cursor = self.cursorForPosition(event.position().toPoint())
            self._drag = (*self._drag[:2], self._map.to_point(cursor.position()))
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            grip = self._grip(event.position())
            mark = self.mark_under(event.position())
            shape = Qt.CursorShape.SizeHorCursor if grip else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.mark_hovered.emit(mark.ident if mark else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            mark, at_start, to = self._drag
            self._drag = None
            moved = _moved(mark, at_start, to)
            self.viewport().update()
            if moved != mark:
                self.mark_resized.emit(mark.ident, moved.start, moved.end)
            return
        super().mouseReleaseEvent(event)
        selection = self.selection()
        if selection is not None and event.button() is Qt.MouseButton.LeftButton:
            self.range_selected.emit(*selection)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.describe_mark(mark.ident) if mark else "")
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mark_hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            selection = self.selection()
            if selection is not None:
                self.copy_wanted.emit(self._text[slice(*selection)])
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        cursor = self.cursorForPosition(event.pos())
        self.menu_wanted.emit(event.globalPos(), self._map.to_point(cursor.position()))

    def _caret_moved(self) -> None:
        if not self._telling or self.textCursor().hasSelection():
            return
        mark = self._mark_at(self.caret)
        self.mark_chosen.emit(mark.ident if mark else None)

    # --- finding marks --------------------------------------------------------------------

    def _by_ident(self, ident: Ident | None) -> Mark | None:
        return next((mark for mark in self._marks if mark.ident == ident), None)

    def _mark_at(self, point: int) -> Mark | None:
        at = bisect_left(self._starts, point + 1) - 1
        if at >= 0 and self._marks[at].start <= point <= self._marks[at].end:
            return self._marks[at]
        return None

    def mark_under(self, position: QPointF) -> Mark | None:
        point = self._map.to_point(self.cursorForPosition(position.toPoint()).position())
        mark = self._mark_at(point)
        if mark is None:
            return None
        near = (rect.adjusted(-2, -2, 2, 4) for rect in self._rects(mark.start, mark.end))
        return mark if any(rect.contains(position) for rect in near) else None

    def _grip(self, position: QPointF) -> tuple[Mark, bool] | None:
        mark = self._by_ident(self._current) if self.resizable else None
        rects = list(self._rects(mark.start, mark.end)) if mark else []
        if mark is None or not rects:
            return None
        for rect, x, at_start in (
            (rects[0], rects[0].left(), True),
            (rects[-1], rects[-1].right(), False),
        ):
            if abs(position.x() - x) <= _GRIP and rect.top() <= position.y() <= rect.bottom() + 7:
                return mark, at_start
        return None


def _moved(mark: Mark, at_start: bool, to: int) -> Mark:
    start, end = (
        (min(to, mark.end - 1), mark.end) if at_start else (mark.start, max(to, mark.start + 1))
    )
    return Mark(start, end, mark.label, mark.ident, mark.uncertain, mark.human)
