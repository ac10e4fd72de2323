"""The strip at the top: section, import, undo and redo, search, who is at work, lock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QToolButton

from desktop.domain import Role
from desktop.ui.icons import Icons
from desktop.ui.look import Elided, label, row, tool
from desktop.ui.theme import UNIT, icon_size

SEARCH_AFTER_MS = 200
SEARCH_WIDTH = 40 * UNIT
TITLE_WIDTH = 18 * UNIT


class SearchField(QLineEdit):
    """Says what is searched for once the typing pauses; Escape empties it."""

    searched = Signal(str)
    left = Signal()  # the user is done and wants back to the list

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setPlaceholderText(self.tr("Vorgänge durchsuchen"))
        self.setAccessibleName(self.tr("Vorgänge durchsuchen"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        sign = QAction(self)
        sign.setEnabled(False)
        icons.put(sign, "search", "muted")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SEARCH_AFTER_MS)
        self._delay.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda: self._delay.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Header(QFrame):
    """Emits what the user asks for; the workbench decides what happens."""

    menu_clicked = Signal()
    lock_clicked = Signal()

    def __init__(self, icons: Icons, *, user_name: str, role: Role) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._icons = icons
        layout = row(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self.menu_button = tool(icons, "menu", self.tr("Seitenleiste schmal oder breit"))
        self.menu_button.clicked.connect(self.menu_clicked)
        layout.addWidget(self.menu_button)
        self.title = label("", "title")
        self.title.setMinimumWidth(TITLE_WIDTH)
        layout.addWidget(self.title)
        self.import_button = QToolButton()
        self.import_button.setText(self.tr("Importieren"))
        self.import_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.import_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.import_button.setIconSize(icon_size())
        icons.put(self.import_button, "import", "accent")
        layout.addWidget(self.import_button)
        self._steps = row(spacing=0)
        layout.addLayout(self._steps)
        layout.addStretch(1)
        self.search = SearchField(icons)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.search.setMinimumWidth(20 * UNIT)
        layout.addWidget(self.search, 2)
        layout.addStretch(1)
        self.user = Elided(f"{user_name} · {role_name(role)}", "muted")
        self.user.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.user, 1)
        self.lock_button = tool(icons, "lock", self.tr("Sperren (Strg+L)"))
        self.lock_button.clicked.connect(self.lock_clicked)
        layout.addWidget(self.lock_button)

    def set_menu(self, menu: QMenu) -> None:
        self.import_button.setMenu(menu)

    def add_step(self, action: QAction, icon: str) -> None:
        """Show undo or redo of the desk as a button."""
        self._icons.put(action, icon)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(icon_size())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
        self._steps.addWidget(button)


def role_name(role: Role) -> str:
    """The role in the user's language."""
    translate = QCoreApplication.translate
    return {
        Role.AGENT: translate("Role", "Sachbearbeitung"),
        Role.COORDINATOR: translate("Role", "Koordination"),
        Role.LEAD: translate("Role", "Leitung"),
        Role.DPO: translate("Role", "Datenschutz"),
        Role.ADMIN: translate("Role", "Verwaltung"),
    }[role]
