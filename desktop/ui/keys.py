"""F1: every key of the window in one list that stays open beside the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from desktop.ui.desk_actions import DeskActions
from desktop.ui.look import column, label, page
from desktop.ui.theme import UNIT

Group = tuple[str, Sequence[tuple[str, str]]]
WIDTH, HEIGHT = 72 * UNIT, 84 * UNIT


class Keys(QDialog):
    """Not modal: the user tries the keys while reading."""

    def __init__(self, commands: DeskActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tasten"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        content = QWidget()
        layout = column(content, spacing=2 * UNIT)
        for title, keys in (
            (self.tr("Im ganzen Fenster"), window_keys()),
            (self.tr("Am Vorgang"), _of(commands.everywhere())),
            (self.tr("Am gewählten Fund"), _of(commands.on_marks())),
        ):
            layout.addWidget(label(title, "heading"))
            layout.addLayout(_grid(keys))
        layout.addStretch(1)
        column(self).addWidget(page(content))


def window_keys() -> list[tuple[str, str]]:
    """The keys of the window around the desk."""
    translate = QCoreApplication.translate
    return [
        (translate("Keys", "Bereich wechseln"), f"{native('Alt+1')} … {native('Alt+5')}"),
        (translate("Keys", "Dateien importieren"), native("Ctrl+O")),
        (translate("Keys", "Ordner importieren"), native("Ctrl+Shift+O")),
        (translate("Keys", "Aus der Zwischenablage importieren"), native("Ctrl+V")),
        (translate("Keys", "Vorgänge durchsuchen"), native("Ctrl+K")),
        (translate("Keys", "Nächster Vorgang"), native("Ctrl+PgDown")),
        (translate("Keys", "Voriger Vorgang"), native("Ctrl+PgUp")),
        (translate("Keys", "Antwort als E-Mail öffnen"), native("Ctrl+Return")),
        (translate("Keys", "Antwort kopieren"), native("Ctrl+Shift+C")),
        (translate("Keys", "Sperren"), native("Ctrl+L")),
        (translate("Keys", "Diese Liste"), native("F1")),
    ]


def native(keys: str) -> str:
    """The keys as they are named on this system and in this language."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    return [
        (
            action.text(),
            ", ".join(
                keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()
            ),
        )
        for action in actions
        if action.shortcuts()
    ]


def _grid(keys: Iterable[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * UNIT)
    grid.setVerticalSpacing(UNIT // 2)
    grid.setColumnStretch(0, 1)
    for number, (text, key) in enumerate(keys):
        grid.addWidget(label(text), number, 0)
        grid.addWidget(label(key, "chip"), number, 1, Qt.AlignmentFlag.AlignRight)
    return grid
