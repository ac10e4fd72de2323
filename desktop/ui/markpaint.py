"""How marks look: ground, underline shape, and the letter that hangs at the mark's upper end.

Drawn straight onto the viewport from the text layout's own lines, for what is visible only, so a
long text costs no more than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextBlock,
)

from desktop.domain import Label
from desktop.ui import labels
from desktop.ui.theme import LabelStyle, Shape, Theme

Ident = tuple[int, int]  # a mark is known by its place in the original, in both views


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark as a view shows it; ``start``/``end`` are code points of the view's own text."""

    start: int
    end: int
    label: Label
    ident: Ident
    uncertain: bool = False
    human: bool = False

    @property
    def letter(self) -> str:
        sign = "?" if self.uncertain else "✓" if self.human else ""
        return labels.LETTERS[self.label] + sign


def lines(block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
    """Document rectangles of the UTF-16 range ``first:last`` inside ``block``, a line each."""
    layout = block.layout()
    base = block.position()
    origin = layout.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(first - base, line.textStart())
        end = min(last - base, line.textStart() + line.textLength())
        if start >= end:
            continue
        left, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
        yield QRectF(
            origin.x() + min(left, right),
            origin.y() + line.y(),
            abs(right - left),
            line.ascent() + line.descent(),
        )


def _x(position: object) -> float:
    # The binding returns (x, cursor position).
    return float(position[0] if isinstance(position, tuple) else position)  # type: ignore[arg-type]


class MarkPainter:
    """Draws the marks of one view; rectangles are in viewport coordinates."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def ground(self, painter: QPainter, rect: QRectF, mark: Mark, *, current: bool) -> None:
        style = self._theme.label(mark.label)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.strong if current else style.tint))
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 2), 2, 2)

    def outline(self, painter: QPainter, rect: QRectF, mark: Mark, *, current: bool) -> None:
        pen = QPen(QColor(self._theme.label(mark.label).ink), 1.5 if current else 1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1.5, -0.5, 1.5, 2.5), 3, 3)

    def underline(self, painter: QPainter, rect: QRectF, mark: Mark) -> None:
        style = self._theme.label(mark.label)
        draw_shape(painter, rect.left(), rect.right(), rect.bottom() + 1.5, style)

    def letter(self, painter: QPainter, rect: QRectF, mark: Mark, font: QFont) -> None:
        """The badge above the right end of the mark's last line: full when sure, else hollow."""
        style = self._theme.label(mark.label)
        base = QColor(self._theme.palette.base)
        ink = QColor(style.ink)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(mark.letter) + 5
        height = metrics.capHeight() + 3
        left = max(rect.left() - 2, rect.right() - width + 3)  # on a short end of line, over it
        badge = QRectF(left, rect.top() - height + 1.5, width, height)
        painter.setPen(QPen(ink, 1) if mark.uncertain else Qt.PenStyle.NoPen)
        painter.setBrush(base if mark.uncertain else ink)
        painter.drawRoundedRect(badge, 2, 2)
        painter.setPen(ink if mark.uncertain else base)
        painter.setFont(font)
        baseline = badge.bottom() - (height - metrics.capHeight()) / 2
        painter.drawText(QPointF(badge.left() + 2.5, baseline), mark.letter)

    def handles(self, painter: QPainter, rects: list[QRectF], mark: Mark) -> None:
        ink = QColor(self._theme.label(mark.label).ink)
        painter.setBrush(ink)
        painter.setPen(QPen(ink, 2))
        first, last = rects[0], rects[-1]
        for x, rect in ((first.left() - 1, first), (last.right() + 1, last)):
            painter.drawLine(QLineF(x, rect.top(), x, rect.bottom() + 3))
            painter.drawEllipse(QPointF(x, rect.bottom() + 4), 2, 2)

    def found(self, painter: QPainter, rect: QRectF, *, current: bool) -> None:
        """A place that the search found."""
        palette = self._theme.palette
        painter.setPen(QPen(QColor(palette.warning), 2 if current else 1))
        painter.setBrush(QColor(palette.warning_soft))
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 1), 2, 2)


def draw_shape(painter: QPainter, left: float, right: float, y: float, style: LabelStyle) -> None:
    """The family's underline from ``left`` to ``right`` around height ``y``."""
    ink = QColor(style.ink)
    pen = QPen(ink, 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    shape = style.shape
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape is Shape.WAVE:
        painter.setPen(QPen(ink, 1.4))
        painter.drawPath(_wave(left, right, y))
        return
    if shape is Shape.DOUBLE:
        painter.setPen(QPen(ink, 1))
        painter.drawLine(QLineF(left, y - 1, right, y - 1))
        painter.drawLine(QLineF(left, y + 1.5, right, y + 1.5))
        return
    if shape is Shape.BRACKET:
        painter.setPen(QPen(ink, 1.5))
        corner = QPainterPath(QPointF(left, y - 4))
        corner.lineTo(left, y)
        corner.lineTo(right, y)
        corner.lineTo(right, y - 4)
        painter.drawPath(corner)
        return
    pen.setWidthF(3.5 if shape is Shape.THICK else 2)
    pattern = {Shape.DASH: [3.0, 1.5], Shape.DOT: [1.0, 1.0], Shape.DASH_DOT: [4, 1.2, 1, 1.2]}
    if shape in pattern:
        pen.setDashPattern(pattern[shape])
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, right, y))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(3.0, right - x)
        path.quadTo(x + step / 2, y - 2.5 if up else y + 2.5, x + step, y)
        x, up = x + step, not up
    return path
