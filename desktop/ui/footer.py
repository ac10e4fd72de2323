"""The strip at the bottom: what is left to do, whether all was checked, and *Freigeben*."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton

from desktop.domain import CaseState
from desktop.ui.desk_status import DeskStatus
from desktop.ui.icons import Icons
from desktop.ui.look import Elided, label, restyle, row
from desktop.ui.theme import UNIT, icon_size


class Footer(QFrame):
    """Shows a ``DeskStatus``. The button's meaning follows the state of the case."""

    def __init__(self, icons: Icons, *, approve: QAction, export: QAction) -> None:
        super().__init__()
        self.setProperty("role", "footer")
        self._icons = icons
        self._actions = {True: approve, False: export}
        layout = row(self)
        layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.left = Elided("")
        layout.addWidget(self.left, 3)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(12 * UNIT)
        layout.addWidget(self.progress)
        self.check = label("", "muted")
        layout.addWidget(self.check, 0)
        layout.addSpacing(2 * UNIT)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.setIconSize(icon_size())
        self.button.clicked.connect(self._clicked)
        layout.addWidget(self.button)
        self._approving = True
        for action in self._actions.values():
            action.changed.connect(self._show_button)
        self.show_status(DeskStatus())

    def show_status(self, status: DeskStatus) -> None:
        empty = not status.case_id
        self.button.setVisible(not empty)
        self.check.setVisible(not empty)
        self.progress.setVisible(status.detecting)
        self.left.show_text("" if empty else self._left_text(status))
        self._show_check(status)
        if status.detecting:
            self.progress.setRange(0, status.progress[1])
            self.progress.setValue(status.progress[0])
        self._approving = status.editable
        self._show_button()

    def _left_text(self, status: DeskStatus) -> str:
        if status.state is None:
            return self.tr("Wird geöffnet …")
        if not status.editable:
            return {
                CaseState.APPROVED: self.tr("Freigegeben. Bereit für den Dienstleister."),
                CaseState.EXPORTED: self.tr("Beim Dienstleister. Wartet auf Antwort."),
                CaseState.REPLIED: self.tr("Eine Antwort ist da."),
                CaseState.ANSWERED: self.tr("Beantwortet."),
                CaseState.CLOSED: self.tr("Abgeschlossen."),
            }.get(status.state, "")
        if not status.marks:
            return "" if status.detecting else self.tr("Keine Funde.")
        if not status.uncertain:
            if status.marks == 1:
                return self.tr("1 Fund, sicher")
            return self.tr("{n} Funde, alle sicher").format(n=status.marks)
        return self.tr("{n} von {all} unsicher · F8 nächste").format(
            n=status.uncertain, all=status.marks
        )

    def _show_check(self, status: DeskStatus) -> None:
        if status.detecting:
            text, role = self.tr("Wird geprüft …"), "muted"
        elif status.asking:
            text, role = self.tr("Zweite Meinung läuft …"), "muted"
        elif not status.checked:
            text, role = self.tr("Noch nicht geprüft"), "muted"
        elif status.complete:
            text, role = self.tr("✓ Vollständig geprüft"), "success"
        else:
            reasons = ", ".join(self._reason(reason) for reason in status.gaps)
            text, role = (
                self.tr("⚠ Nicht vollständig geprüft: {why}").format(why=reasons),
                "warning",
            )
        self.check.setText(text)
        if self.check.property("role") != role:
            self.check.setProperty("role", role)
            restyle(self.check)

    def _reason(self, reason: str) -> str:
        return {
            "missing": self.tr("Modell fehlt"),
            "off": self.tr("Modell aus"),
            "timeout": self.tr("Zeit überschritten"),
            "died": self.tr("Modell abgestürzt"),
            "broken": self.tr("Modell beschädigt"),
            "loading": self.tr("Modell lädt noch"),
            "wrong_kind": self.tr("falsches Modell"),
            "too_new": self.tr("Modell zu neu"),
            "cancelled": self.tr("abgebrochen"),
        }.get(reason, reason)

    def _show_button(self) -> None:
        action = self._actions[self._approving]
        self.button.setText(
            self.tr("Freigeben") if self._approving else self.tr("An Dienstleister …")
        )
        keys = action.shortcut().toString()
        self.button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
        self.button.setEnabled(action.isEnabled())

    def _clicked(self) -> None:
        self._actions[self._approving].trigger()
