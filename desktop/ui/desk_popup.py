"""The small palette of labels that appears at a selection. It never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from desktop.domain import Label
from desktop.ui import labels
from desktop.ui.entity_card import LabelButton, label_menu
from desktop.ui.theme import UNIT, Theme


class LabelPopup(QFrame):
    """Nine labels with their digits, the others in a menu; a click triggers the action."""

    def __init__(self, theme: Theme, actions: dict[Label, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("Art der Angabe"))
        layout = QGridLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT // 2)
        self.buttons: dict[Label, LabelButton] = {}
        for at, kind in enumerate(labels.KEYED):
            button = LabelButton(kind, theme)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoExclusive(False)
            button.setCheckable(False)
            button.clicked.connect(actions[kind].trigger)
            layout.addWidget(button, at // 3, at % 3)
            self.buttons[kind] = button
        more = QPushButton(self.tr("Weitere …"))
        more.setProperty("kind", "label")
        more.setFixedHeight(button.sizeHint().height())
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rest = [kind for kind in Label if kind not in labels.KEYED]
        menu = label_menu(self, rest, actions)
        more.clicked.connect(lambda: menu.popup(more.mapToGlobal(more.rect().bottomLeft())))
        layout.addWidget(more, 3, 0, 1, 3)
        self.hide()

    def show_at(self, below: QPoint, above: QPoint) -> None:
        """Show under ``below``, or over ``above`` when there is no room (parent coordinates)."""
        self.adjustSize()
        area = self._area.rect().adjusted(UNIT, UNIT, -UNIT, -UNIT)
        place = QPoint(below.x(), below.y() + UNIT)
        if place.y() + self.height() > area.bottom():
            place.setY(above.y() - self.height() - UNIT)
        place.setX(max(area.left(), min(place.x(), area.right() - self.width())))
        place.setY(max(area.top(), place.y()))
        self.move(place)
        self.show()
        self.raise_()
