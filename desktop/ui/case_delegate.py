"""How a case looks in a list: sign of its state, title, age; below it sender and what waits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain import CaseState
from desktop.services.inbox import CaseRow
from desktop.ui.case_model import CaseRole
from desktop.ui.icons import Icons
from desktop.ui.theme import UNIT, TextSize, Theme, font

Index = QModelIndex | QPersistentModelIndex

STATE_COLOURS: dict[CaseState, str] = {
    CaseState.NEW: "accent",
    CaseState.DETECTED: "warning",
    CaseState.APPROVED: "success",
    CaseState.EXPORTED: "muted",
    CaseState.REPLIED: "accent",
    CaseState.ANSWERED: "success",
    CaseState.CLOSED: "muted",
}
SIGN = 2 * UNIT
PAD = UNIT + UNIT // 2


class CaseDelegate(QStyledItemDelegate):
    """Paints two lines a case; the state is told by the sign's shape as well as its colour.

    ``narrow`` is for columns that are about one state: no sign, and the whole line for the title.
    """

    def __init__(
        self, theme: Theme, icons: Icons, parent: QObject | None = None, *, narrow: bool = False
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._theme = theme
        self._icons = icons

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        normal, small = QFontMetrics(font()), QFontMetrics(font(TextSize.SMALL))
        return QSize(20 * UNIT, normal.height() + small.height() + UNIT // 2 + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(CaseRole.ROW)
        if not isinstance(row, CaseRow):
            return
        painter.save()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._ground(painter, area, state)
        inner = area.adjusted(PAD, PAD, -PAD, -PAD)
        words = inner
        if not self._narrow:
            sign = QRect(inner.left(), inner.top() + 1, SIGN, SIGN)
            icon = self._icons.icon(f"state-{row.state.value}", STATE_COLOURS[row.state])
            icon.paint(painter, sign)
            words = inner.adjusted(SIGN + UNIT, 0, 0, 0)
        height = QFontMetrics(font(bold=True)).height()
        first = QRect(words.left(), words.top(), words.width(), height)
        height = QFontMetrics(font(TextSize.SMALL)).height()
        second = QRect(words.left(), words.bottom() - height + 1, words.width(), height)
        age_line = second if self._narrow else first
        age_line.setRight(self._age(painter, age_line, str(index.data(CaseRole.AGE))))
        painter.setFont(font(bold=row.unread))
        painter.setPen(self._theme.color("text"))
        self._elided(painter, first, row.title or row.id)
        self._second_line(painter, second, row)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(area, self._theme.color("accent_soft" if selected else "hover"))
        if selected:
            painter.fillRect(
                QRect(area.left(), area.top(), 3, area.height()), self._theme.color("accent")
            )
        painter.fillRect(
            QRect(area.left(), area.bottom(), area.width(), 1), self._theme.color("border")
        )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -2))

    def _age(self, painter: QPainter, line: QRect, age: str) -> int:
        """Paint the age at the line's end; returns where the rest of the line ends."""
        small = font(TextSize.SMALL)
        painter.setFont(small)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, age)
        return line.right() - QFontMetrics(small).horizontalAdvance(age) - UNIT

    def _second_line(self, painter: QPainter, line: QRect, row: CaseRow) -> None:
        height = line.height()
        painter.setFont(font(TextSize.SMALL))
        if row.attachments and not self._narrow:
            sign = QRect(line.right() - height + 2, line.top(), height - 2, height - 2)
            self._icons.icon("attachment", "muted").paint(painter, sign)
            line.setRight(sign.left() - UNIT // 2)
        waiting = row.state is CaseState.DETECTED and (row.uncertain or not row.complete)
        if waiting and not self._narrow:
            line.setRight(self._badge(painter, line, row) - UNIT)
        painter.setPen(self._theme.color("muted"))
        self._elided(painter, line, row.sender or row.id)

    def _badge(self, painter: QPainter, line: QRect, row: CaseRow) -> int:
        """What keeps the case from being approved; returns the badge's left edge."""
        text = (
            self.tr("{n} unsicher").format(n=row.uncertain)
            if row.complete
            else self.tr("nicht voll geprüft")
        )
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + 2 * UNIT
        badge = QRect(line.right() - width, line.top() - 1, width, line.height() + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("warning_soft"))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self._theme.color("warning"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return badge.left()

    def _elided(self, painter: QPainter, line: QRect, text: str) -> None:
        metrics = QFontMetrics(painter.font())
        single = " ".join(text.split())
        shown = metrics.elidedText(single, Qt.TextElideMode.ElideRight, line.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, left, shown)
