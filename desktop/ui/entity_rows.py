"""How the panel's rows are painted: persons as headings, data with badge, value, score, source."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain import HUMAN, Label
from desktop.ui import labels
from desktop.ui.entity_groups import Entity, Group, number_text
from desktop.ui.theme import UNIT, TextSize, Theme, font

ROLE = Qt.ItemDataRole.UserRole  # holds an Entity or a Group; nothing on the expanded detail
_Index = QModelIndex | QPersistentModelIndex


def paint_badge(painter: QPainter, rect: QRectF, label: Label, theme: Theme, hollow: bool) -> None:
    """A label's letter in its colour; hollow while uncertain."""
    style = theme.label(label)
    ink, base = QColor(style.ink), QColor(theme.palette.base)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(base if hollow else ink)
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
    painter.setPen(ink if hollow else base)
    painter.setFont(font(TextSize.SMALL, bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, labels.LETTERS[label])


def badge_icon(label: Label, theme: Theme) -> QIcon:
    """The letter as an icon for menus, sharp on dense screens too."""
    side, density = 2.5 * UNIT, 3
    picture = QPixmap(round(side * density), round(side * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_badge(painter, QRectF(0, 0, side, side), label, theme, hollow=False)
    painter.end()
    return QIcon(picture)


class EntityDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if index.data(ROLE) is None:
            return super().sizeHint(option, index)
        metrics: QFontMetrics = option.fontMetrics
        return QSize(20 * UNIT, max(4 * UNIT, metrics.height() + 2 * UNIT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = index.data(ROLE)
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        palette = self._theme.palette
        if shown is not None and (selected or over):
            painter.fillRect(rect, QColor(palette.accent_soft if selected else palette.hover))
        if isinstance(shown, Group):
            opened = bool(state & QStyle.StateFlag.State_Open)
            self._paint_group(painter, rect, shown, opened)
        elif isinstance(shown, Entity):
            self._paint_entity(painter, rect, shown)
        if focused and shown is not None:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group, opened: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("muted"))
        x, y = rect.left() + 2.0 * UNIT, rect.center().y() + 0.5
        points = (
            [QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 3)]
            if opened
            else [QPointF(x - 2, y - 4), QPointF(x - 2, y + 4), QPointF(x + 3, y)]
        )
        painter.drawPolygon(QPolygonF(points))
        inner = rect.adjusted(3 * UNIT + 4, 0, -2 * UNIT, 0)
        right = _draw_right(painter, inner, self._role(group), font(TextSize.SMALL), "muted", self)
        painter.setPen(self._theme.color("text"))
        _draw_elided(painter, inner.adjusted(0, 0, -right, 0), group_name(group), font(bold=True))

    def _role(self, group: Group) -> str:
        role = group.person.role if group.person else ""
        return {"sender": self.tr("Absender"), "recipient": self.tr("Empfänger")}.get(role, "")

    def _paint_entity(self, painter: QPainter, rect: QRect, entity: Entity) -> None:
        side = 2.5 * UNIT
        badge = QRectF(rect.left() + 3.5 * UNIT, rect.center().y() - side / 2 + 0.5, side, side)
        paint_badge(painter, badge, entity.label, self._theme, entity.uncertain > 0)
        inner = rect.adjusted(int(3.5 * UNIT + side) + UNIT, 0, -2 * UNIT, 0)
        letters = "".join(dict.fromkeys(labels.source_letter(s) for s in entity.sources))
        small = font(TextSize.SMALL)
        colour = "warning" if entity.uncertain else "success" if entity.confirmed else "muted"
        score = "" if entity.confirmed else number_text(entity.score) + " "
        width = _draw_right(painter, inner, score + letters, small, colour, self)
        if len(entity.spans) > 1:
            count = inner.adjusted(0, 0, -width, 0)
            width += _draw_right(painter, count, f"×{len(entity.spans)}", small, "muted", self)
        painter.setPen(self._theme.color("text"))
        _draw_elided(painter, inner.adjusted(0, 0, -width, 0), entity.value, font())

    def colour(self, name: str) -> QColor:
        return self._theme.color(name)


def spoken(entity: Entity) -> str:
    """A row in words, for screen readers and as tool tip."""
    translate = QCoreApplication.translate
    words = [f"{labels.name(entity.label)}: {entity.value}"]
    if len(entity.spans) > 1:
        words.append(translate("EntityPanel", "{n} Stellen").format(n=len(entity.spans)))
    if entity.confirmed:
        words.append(labels.source_name(HUMAN))
    else:
        score = number_text(entity.score)
        words.append(translate("EntityPanel", "Sicherheit {score}").format(score=score))
    if entity.uncertain:
        words.append(translate("EntityPanel", "unsicher"))
    return ", ".join(words)


def group_name(group: Group) -> str:
    if group.person is None:
        return labels.nobody()
    return group.person.name or labels.unnamed(group.person.number)


def _draw_right(
    painter: QPainter, rect: QRect, text: str, used: QFont, colour: str, who: EntityDelegate
) -> int:
    """Draw small text at the right; the width it took, with a gap to the next."""
    if not text:
        return 0
    painter.setFont(used)
    painter.setPen(who.colour(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return painter.fontMetrics().horizontalAdvance(text) + UNIT


def _draw_elided(painter: QPainter, rect: QRect, text: str, used: QFont) -> None:
    painter.setFont(used)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
