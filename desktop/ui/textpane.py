"""A read-only text whose offsets are code points; Qt's UTF-16 offsets stay inside.

Shows a mail's segments, scrolls by paragraph, and tells where a range lies on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.domain import Segment, SegmentKind
from desktop.ui.markpaint import lines
from desktop.ui.textmap import TextMap, display
from desktop.ui.theme import UNIT, Theme

LONGEST_LINE = 110  # characters: longer lines are hard to read
LINE_HEIGHT = 160  # percent: room for the letters above and the shapes below
_DIM = (SegmentKind.QUOTE, SegmentKind.SIGNATURE, SegmentKind.DISCLAIMER)


def limit_lines(view: QTextEdit, width: int) -> None:
    """Wrap at a comfortable length in a view of ``width`` pixels, or at its edge when narrower."""
    longest = view.fontMetrics().averageCharWidth() * LONGEST_LINE + 4 * UNIT
    mode = QTextEdit.LineWrapMode
    if width > longest:
        view.setLineWrapMode(mode.FixedPixelWidth)
        view.setLineWrapColumnOrWidth(longest)
    else:
        view.setLineWrapMode(mode.WidgetWidth)


class TextPane(QTextEdit):
    """Plain text with a caret; ``_telling`` is off while the program itself moves the caret."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._map = TextMap("")
        self._segments: tuple[Segment, ...] = ()
        self._telling = True
        self.displayed: Callable[[str], str] = display  # keeps every offset
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2 * UNIT)
        theme.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        limit_lines(self, event.size().width())
        super().resizeEvent(event)

    def _forget(self) -> None:
        """Drop what belongs to the text that goes; subclasses add to it."""

    @property
    def text(self) -> str:
        return self._text

    def show_text(self, text: str, segments: Sequence[Segment] = ()) -> None:
        """Replace the text; the marks are gone until ``show_marks``. The view goes to the top."""
        self._telling = False
        self._forget()
        self._text, self._map = text, TextMap(text)
        self.document().clear()
        cursor = QTextCursor(self.document())
        form = QTextBlockFormat()
        form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(form)
        cursor.insertText(self.displayed(text), QTextCharFormat())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._telling = True
        self.show_segments(segments)

    def change_text(self, text: str) -> None:
        """Change only what differs, so that scrolling and caret stay where they are."""
        old, new = self._text, text
        if old == new:
            return
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.to_units(head))
        cursor.setPosition(self._map.to_units(len(old) - tail), QTextCursor.MoveMode.KeepAnchor)
        self._telling = False
        cursor.insertText(self.displayed(new)[head : len(new) - tail], QTextCharFormat())
        self._text, self._map = text, TextMap(text)
        self._telling = True

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Subject bold; quotes, signatures and disclaimers dim with a rule at the left."""
        self._segments = tuple(segments)
        extra = []
        for segment in self._segments:
            cursor = self._cursor(segment.start, segment.end)
            if segment.kind is SegmentKind.SUBJECT:
                form = QTextCharFormat()
                form.setFontWeight(QFont.Weight.DemiBold)
                cursor.mergeCharFormat(form)
            elif segment.kind in _DIM:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setForeground(self._theme.color("muted"))
                extra.append(selection)
        self.setExtraSelections(extra)

    def selection(self) -> tuple[int, int] | None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_point = self._map.to_point
        return to_point(cursor.selectionStart()), to_point(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        self.setTextCursor(self._cursor(start, end))

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    @property
    def caret(self) -> int:
        return self._map.to_point(self.textCursor().position())

    def place(self, start: int, end: int) -> QRectF:
        """Viewport rectangle of the last line of a range, for popups."""
        rects = list(self._rects(start, end))
        return rects[-1] if rects else QRectF(self.cursorRect(self._cursor(end, end)))

    # --- scrolling ------------------------------------------------------------------------

    def anchor(self) -> tuple[int, float]:
        """What stands at the top: a paragraph's start and how much of it is scrolled away."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        rect = self.document().documentLayout().blockBoundingRect(block)
        above = self.verticalScrollBar().value() - rect.top()
        return self._map.to_point(block.position()), above / max(1.0, rect.height())

    def scroll_to(self, point: int, part: float) -> None:
        block = self.document().findBlock(self._map.to_units(point))
        rect = self.document().documentLayout().blockBoundingRect(block)
        self.verticalScrollBar().setValue(round(rect.top() + part * rect.height()))

    # --- geometry -----------------------------------------------------------------------------

    def _line_rect(self, point: int) -> QRectF:
        return QRectF(self.cursorRect(self._cursor(point, point)))

    def _rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Viewport rectangles of a range, visible paragraphs only."""
        first, last = self._map.to_units(start), self._map.to_units(end)
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for block in self._blocks(first, last):
            for rect in lines(block, first, last):
                yield rect.translated(-left, -top)

    def _blocks(self, first: int, last: int) -> Iterator[QTextBlock]:
        low, high = self._visible_range()
        block = self.document().findBlock(max(first, self._map.to_units(low)))
        last = min(last, self._map.to_units(high) + 1)
        while block.isValid() and block.position() < last:
            yield block
            block = block.next()

    def _visible_range(self) -> tuple[int, int]:
        bottom = QPoint(self.viewport().width(), self.viewport().height())
        first = self.cursorForPosition(QPoint(0, 0)).block()
        last = self.cursorForPosition(bottom).block()
        to_point = self._map.to_point
        return to_point(first.position()), to_point(last.position() + last.length())

    def _paint_rules(self, painter: QPainter) -> None:
        first, last = self._visible_range()
        painter.setPen(QPen(self._theme.color("edge"), 2))
        for segment in self._segments:
            if segment.kind not in _DIM or segment.end <= first or segment.start >= last:
                continue
            top = self._line_rect(max(segment.start, first)).top()
            bottom = self._line_rect(min(segment.end - 1, last)).bottom()
            painter.drawLine(QPointF(UNIT, top), QPointF(UNIT, bottom))

    def _restyle(self) -> None:
        self.show_segments(self._segments)
        self.viewport().update()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.to_units(start))
        cursor.setPosition(self._map.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _common(first: str, second: str) -> int:
    """Length of the common beginning, by halving: slices compare at the speed of memory."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[:middle] == second[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
