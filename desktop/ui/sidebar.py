"""The side bar: the program's sections, as signs with their names, or signs alone when narrow."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget

from desktop.ui.icons import Icons
from desktop.ui.look import column
from desktop.ui.theme import UNIT, TextSize, font

NARROW = 7 * UNIT
WIDE = 12 * UNIT


class Section(StrEnum):
    INBOX = "inbox"
    BOARD = "board"
    REPLIES = "replies"
    AUDIT = "audit"
    SETTINGS = "settings"


class SectionButton(QToolButton):
    """A section's button with a count of what waits there."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.count = 0
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFont(font(TextSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self.count = count
        self._dress()

    def set_wide(self, wide: bool) -> None:
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextUnderIcon if wide else style.ToolButtonIconOnly)
        self._dress()

    def _dress(self) -> None:
        counted = f"{self.name} ({self.count})" if self.count else self.name
        self.setText(self.name)
        self.setToolTip(counted)
        self.setAccessibleName(counted)


class SideBar(QFrame):
    """Emits ``chosen`` when the user goes to another section (mouse, keyboard, Strg+1 …)."""

    chosen = Signal(Section)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAccessibleName(self.tr("Bereiche"))
        self._layout = column(self, margin=UNIT // 2, spacing=UNIT // 2)
        self._layout.setContentsMargins(UNIT // 2, UNIT, UNIT // 2, UNIT)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[Section, SectionButton] = {}
        names = {
            Section.INBOX: self.tr("Posteingang"),
            Section.BOARD: self.tr("Vorgänge"),
            Section.REPLIES: self.tr("Antworten"),
            Section.AUDIT: self.tr("Protokoll"),
            Section.SETTINGS: self.tr("Verwaltung"),
        }
        for number, (section, name) in enumerate(names.items(), start=1):
            if section is Section.SETTINGS:
                self._layout.addStretch(1)
            self._add(icons, section, name, number)
        self.set_wide(True)

    def _add(self, icons: Icons, section: Section, name: str, number: int) -> None:
        button = SectionButton(name)
        icons.put(button, section.value)
        button.setIconSize(QSize(3 * UNIT, 3 * UNIT))
        button.clicked.connect(lambda: self.chosen.emit(section))
        self._group.addButton(button)
        self._layout.addWidget(button)
        self.buttons[section] = button
        shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
        shortcut.activated.connect(lambda: self.chosen.emit(section))

    def _longest_name(self) -> int:
        """Room for every name in the user's language and font."""
        metrics = QFontMetrics(font(TextSize.SMALL))
        names = (button.name for button in self.buttons.values())
        return max(metrics.horizontalAdvance(name) for name in names) + 3 * UNIT

    def show_section(self, section: Section) -> None:
        self.buttons[section].setChecked(True)

    def set_wide(self, wide: bool) -> None:
        self.setFixedWidth(max(WIDE, self._longest_name()) if wide else NARROW)
        for button in self.buttons.values():
            button.set_wide(wide)
