"""The locked door: password, or the recovery sheet's code with a new password."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QStackedWidget, QWidget

from desktop.ui.look import Elided, button, column, label, restyle
from desktop.ui.messages import explain
from desktop.ui.passwords import NewPassword, PasswordField, captioned
from desktop.ui.shell import Shell, plain
from desktop.ui.stage import SIGN_SIZE, Stage, application_icon
from desktop.ui.theme import UNIT
from desktop.ui.wizard import problem_text
from desktop.ui.wizard_logic import Draft

if TYPE_CHECKING:
    from desktop.services.context import Context


class Unlock(Stage):
    """Emits ``unlocked(Context)``. It works before the detector is loaded and waits for it then."""

    unlocked = Signal(object)

    def __init__(self, shell: Shell, *, note: str = "") -> None:
        super().__init__(shell)
        self._shell = shell
        layout = column(self.card, margin=4 * UNIT, spacing=2 * UNIT)
        sign = label()
        sign.setPixmap(application_icon().pixmap(SIGN_SIZE, SIGN_SIZE))
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(sign)
        title = label("Trennwerk", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title)
        self.note = label(note, "muted", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.note.setVisible(bool(note))
        layout.addWidget(self.note)
        self.pages = QStackedWidget()
        self.door, self.sheet = self._door(), self._recovery()
        self.pages.addWidget(self.door)
        self.pages.addWidget(self.sheet)
        layout.addWidget(self.pages)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        kept = self.progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(kept)
        self.progress.hide()
        layout.addWidget(self.progress)
        where = Elided(str(shell.workspace), "small")
        where.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(where)
        self.go_to_door()

    # --- pages ------------------------------------------------------------------------------

    def _door(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=2 * UNIT)
        self.password = PasswordField()
        self.password.setAccessibleName(self.tr("Passwort"))
        self.password.returnPressed.connect(self.unlock)
        self.password.textChanged.connect(self._typed)
        layout.addWidget(captioned(self.tr("Passwort"), self.password))
        self.unlock_button = button(self.tr("Entsperren"), kind="primary", clicked=self.unlock)
        self.unlock_button.setDefault(True)
        layout.addWidget(self.unlock_button)
        self.forgotten_button = button(
            self.tr("Passwort vergessen?"), kind="quiet", clicked=self.go_to_recovery
        )
        layout.addWidget(self.forgotten_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return page

    def _recovery(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=2 * UNIT)
        layout.addWidget(
            label(
                self.tr(
                    "Mit dem Code Ihres Wiederherstellungsblatts setzen Sie ein neues Passwort. "
                    "Alle Vorgänge bleiben erhalten."
                ),
                "muted",
                wrap=True,
            )
        )
        self.code = QLineEdit()
        self.code.setMaxLength(200)
        self.code.textChanged.connect(self._typed)
        layout.addWidget(captioned(self.tr("Wiederherstellungscode"), self.code))
        self.new_password = NewPassword(self._shell.theme, self._shell.tasks, lambda: ())
        self.new_password.changed.connect(self._typed)
        layout.addWidget(self.new_password)
        self.hint = label("", "muted", wrap=True)
        layout.addWidget(self.hint)
        self.recover_button = button(
            self.tr("Neues Passwort setzen"), kind="primary", clicked=self.recover
        )
        layout.addWidget(self.recover_button)
        self.back_button = button(self.tr("Zurück"), kind="quiet", clicked=self.go_to_door)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignHCenter)
        return page

    def go_to_door(self) -> None:
        self._turn_to(0)
        self.password.setFocus()

    def go_to_recovery(self) -> None:
        self._turn_to(1)
        self.code.setFocus()

    def _turn_to(self, index: int) -> None:
        # A stacked widget is as high as its highest page unless the others stand back.
        for number, page in enumerate((self.door, self.sheet)):
            policy = page.sizePolicy()
            policy.setVerticalPolicy(
                policy.Policy.Preferred if number == index else policy.Policy.Ignored
            )
            page.setSizePolicy(policy)
        self.pages.setCurrentIndex(index)
        self.trouble.hide()
        self._typed()

    # --- what happens -----------------------------------------------------------------------

    def unlock(self) -> None:
        """Try the password; the field keeps the focus when it was wrong."""
        password, shell = self.password.text(), self._shell
        if not password or not self.unlock_button.isEnabled():
            return

        def open_vault() -> Context:
            from desktop.services import workspace

            return workspace.unlock(
                shell.workspace,
                password=password,
                detector=shell.detector(),
                clock=shell.clock,
                random=shell.random,
                language=shell.language,
            )

        self._run(open_vault)

    def recover(self) -> None:
        """Open with the sheet's code and set the new password."""
        code, password, shell = self.code.text(), self.new_password.password.text(), self._shell
        if not self.recover_button.isEnabled():
            return

        def open_vault() -> Context:
            from desktop.services import workspace

            return workspace.unlock_with_recovery(
                shell.workspace,
                code=code,
                new_password=password,
                detector=shell.detector(),
                clock=shell.clock,
                random=shell.random,
                language=shell.language,
            )

        self._run(open_vault)

    def _run(self, open_vault: Callable[[], Context]) -> None:
        self._busy(True)
        self._shell.tasks.run(
            plain(open_vault), owner=self, done=self._opened, failed=self._failed, lane="vault"
        )

    def _opened(self, ctx: Context) -> None:
        self.password.clear()
        self.new_password.clear()
        self.code.clear()
        self.unlocked.emit(ctx)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self.trouble.setText(explain(error).as_text())
        self.trouble.show()
        field = self.password if self.pages.currentIndex() == 0 else self.code
        field.setProperty("invalid", "true")
        restyle(field)
        field.selectAll()
        field.setFocus()

    def _busy(self, busy: bool) -> None:
        self.pages.setEnabled(not busy)
        self.progress.setVisible(busy)
        if busy:
            self.trouble.hide()
        else:
            self._typed()

    def _typed(self) -> None:
        for field in (self.password, self.code):
            if field.property("invalid"):
                field.setProperty("invalid", None)
                restyle(field)
        self.unlock_button.setEnabled(bool(self.password.text()))
        draft = Draft(
            name="-",
            password=self.new_password.password.text(),
            repeat=self.new_password.repeat.text(),
            score=self.new_password.score,
        )
        problem = draft.problem()
        self.hint.setText(problem_text(problem) if self.new_password.password.text() else "")
        self.recover_button.setEnabled(not problem and bool(self.code.text().strip()))
