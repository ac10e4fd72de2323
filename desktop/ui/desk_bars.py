"""Bars of the desk that ask for something: the search, and the reason for an override."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.ui.icons import Icons
from desktop.ui.look import button, column, label, row, tool
from desktop.ui.theme import UNIT

MIN_REASON = 5  # characters: less is no reason


class FindBar(QFrame):
    """Search in the text; Enter and Shift+Enter go on and back, Escape closes."""

    found = Signal(object, int)  # tuple of (start, end), current (-1: none)
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._text = ""
        self._ranges: tuple[tuple[int, int], ...] = ()
        self._at = -1
        layout = row(self)
        layout.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("In der Nachricht suchen"))
        self.field.setAccessibleName(self.tr("In der Nachricht suchen"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(45 * UNIT)
        self.field.textChanged.connect(self._search)
        layout.addWidget(self.field, 1)
        self.count = label("", "muted")
        layout.addWidget(self.count)
        layout.addStretch(1)
        back = tool(icons, "up", self.tr("Vorige Stelle (Umschalt+Eingabe)"))
        back.clicked.connect(lambda: self.step(-1))
        on = tool(icons, "down", self.tr("Nächste Stelle (Eingabe)"))
        on.clicked.connect(lambda: self.step(1))
        close = tool(icons, "close", self.tr("Suche schließen (Esc)"))
        close.clicked.connect(self.close_bar)
        for each in (back, on, close):
            layout.addWidget(each)
        self.hide()

    def open_bar(self, text: str, start_with: str = "") -> None:
        """Show the bar for ``text``; a short selection becomes the search."""
        self._text = text
        self.show()
        if start_with and "\n" not in start_with:
            self.field.setText(start_with)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def set_text(self, text: str) -> None:
        self._text = text
        if self.isVisible():
            self._search()

    def close_bar(self) -> None:
        if self.isVisible():
            self.hide()
            self.found.emit((), -1)
            self.closed.emit()

    def step(self, by: int) -> None:
        if self._ranges:
            self._at = (self._at + by) % len(self._ranges)
            self._tell()

    def _search(self) -> None:
        wanted = self.field.text()
        pattern = re.compile(re.escape(wanted), re.IGNORECASE)
        self._ranges = tuple(m.span() for m in pattern.finditer(self._text)) if wanted else ()
        self._at = 0 if self._ranges else -1
        self._tell()

    def _tell(self) -> None:
        if not self.field.text():
            self.count.setText("")
        elif not self._ranges:
            self.count.setText(self.tr("Nicht gefunden"))
        else:
            text = self.tr("{n} von {all}").format(n=self._at + 1, all=len(self._ranges))
            self.count.setText(text)
        self.found.emit(self._ranges, self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class ReasonBar(QFrame):
    """Asks why an incompletely checked mail may be approved all the same."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        layout = column(self, spacing=UNIT)
        layout.setContentsMargins(2 * UNIT, UNIT + UNIT // 2, 2 * UNIT, UNIT + UNIT // 2)
        self.headline = label("", "heading", wrap=True)
        layout.addWidget(self.headline)
        self.advice = label(
            self.tr(
                "Lesen Sie den Text selbst ganz durch. Wenn Sie ihn dennoch freigeben, "
                "nennen Sie den Grund; er wird im Protokoll vermerkt."
            ),
            wrap=True,
        )
        layout.addWidget(self.advice)
        line = row()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Grund, ohne Namen und Daten von Personen"))
        self.field.setAccessibleName(self.tr("Grund für die Freigabe"))
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self._check)
        self.field.returnPressed.connect(self._give)
        line.addWidget(self.field, 1)
        self.go = button(self.tr("Trotzdem freigeben"), clicked=self._give)
        line.addWidget(self.go)
        line.addWidget(button(self.tr("Abbrechen"), kind="quiet", clicked=self._drop))
        layout.addLayout(line)
        self.hide()

    def ask(self, headline: str) -> None:
        self.headline.setText(headline)
        self.setAccessibleName(headline)
        self.field.clear()
        self._check()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reason(self) -> str:
        return self.field.text().strip()

    def _check(self) -> None:
        self.go.setEnabled(len(self._reason()) >= MIN_REASON)

    def _give(self) -> None:
        if self.go.isEnabled():
            self.hide()
            self.given.emit(self._reason())

    def _drop(self) -> None:
        self.hide()
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        else:
            super().keyPressEvent(event)
