"""The first run: name and password, then the recovery sheet. The decisions are wizard_logic's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import files
from desktop.ui.look import button, column, frame, label, row
from desktop.ui.messages import explain
from desktop.ui.passwords import NewPassword, beside, captioned
from desktop.ui.shell import Shell, plain
from desktop.ui.stage import SIGN_SIZE, Stage, StepList, application_icon
from desktop.ui.theme import UNIT
from desktop.ui.translations import LANGUAGES
from desktop.ui.wizard_logic import Draft, Step, Wizard, last_group

if TYPE_CHECKING:
    from desktop.services.workspace import RecoverySheet


class FirstRun(Stage):
    """Emits ``finished(password)`` when the vault is made and its sheet is safe."""

    finished = Signal(str, str)  # password, user name: to unlock at once
    language_chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, wide=True)
        self._shell = shell
        self.wizard = Wizard()
        self._sheet: RecoverySheet | None = None
        self._password = self._user = ""
        self.steps = StepList(
            shell.theme,
            (
                self.tr("Willkommen"),
                self.tr("Ihr Zugang"),
                self.tr("Wiederherstellung"),
                self.tr("Fertig"),
            ),
        )
        self.pages = QStackedWidget()
        for page in (self._welcome(), self._access(), self._recovery(), self._ready()):
            self.pages.addWidget(page)
        self._build()
        self._show()

    # --- pages ------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = row(self.card, spacing=0)
        layout.addWidget(self.steps)
        right = column(margin=4 * UNIT, spacing=2 * UNIT)
        right.addWidget(self.pages, 1)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        right.addWidget(self.trouble)
        self.back_button = button(self.tr("Zurück"), kind="quiet", clicked=self._back)
        self.next_button = button("", kind="primary", clicked=self._forward)
        self.next_button.setDefault(True)
        bottom = row()
        bottom.addWidget(self.back_button)
        bottom.addStretch(1)
        bottom.addWidget(self.next_button)
        right.addLayout(bottom)
        layout.addLayout(right, 1)

    def _welcome(self) -> QWidget:
        page, layout = _page(self.tr("Willkommen bei Trennwerk"))
        sign = label()
        sign.setPixmap(application_icon().pixmap(SIGN_SIZE, SIGN_SIZE))
        layout.insertWidget(0, sign)
        layout.insertSpacing(1, UNIT)
        for text in (
            self.tr(
                "Trennwerk trennt in Kundennachrichten die personenbezogenen Daten vom Problem. "
                "Das Problem geht an Ihren Dienstleister, die Daten bleiben hier."
            ),
            self.tr(
                "Alles liegt verschlüsselt in einem Tresor auf diesem Rechner. Es wird kein Netz "
                "gebraucht, und nichts verlässt den Rechner ohne Ihre Freigabe."
            ),
            self.tr("Die Einrichtung dauert etwa zwei Minuten."),
        ):
            layout.addWidget(label(text, wrap=True))
        layout.addSpacing(UNIT)
        self.language = QComboBox()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._shell.language))
        self.language.activated.connect(
            lambda: self.language_chosen.emit(str(self.language.currentData()))
        )
        layout.addWidget(beside(captioned(self.tr("Sprache · Language"), self.language)))
        layout.addStretch(1)
        return page

    def _access(self) -> QWidget:
        page, layout = _page(self.tr("Ihr Zugang"))
        layout.addWidget(
            label(
                self.tr(
                    "Das Passwort öffnet den Tresor. Es wird nirgends gespeichert und kann von "
                    "niemandem zurückgesetzt werden."
                ),
                wrap=True,
            )
        )
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(self.tr("Vor- und Nachname"))
        layout.addWidget(captioned(self.tr("Ihr Name"), self.name))
        self.password = NewPassword(
            self._shell.theme, self._shell.tasks, lambda: self._draft().user_inputs()
        )
        layout.addWidget(self.password)
        self.hint = label("", "muted", wrap=True)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        self.name.textChanged.connect(self._typed)
        self.password.changed.connect(self._typed)
        for field in (self.name, self.password.password, self.password.repeat):
            field.returnPressed.connect(self._forward)
        return page

    def _recovery(self) -> QWidget:
        page, layout = _page(self.tr("Ihr Wiederherstellungsblatt"))
        layout.addWidget(
            label(
                self.tr(
                    "Wenn Sie Ihr Passwort vergessen, öffnet nur dieser Code den Tresor. Drucken "
                    "oder speichern Sie das Blatt jetzt; es wird kein zweites Mal gezeigt."
                ),
                wrap=True,
            )
        )
        holder = frame("card")
        inner = column(holder, margin=2 * UNIT)
        self.code = label("")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(fixed.pointSizeF() * 1.25)
        self.code.setFont(fixed)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName(self.tr("Wiederherstellungscode"))
        inner.addWidget(self.code)
        layout.addWidget(holder)
        self.print_button = button(self.tr("Drucken …"), clicked=self._print)
        self.save_button = button(self.tr("Als PDF speichern …"), clicked=self._save)
        self.kept = label("", "success")
        layout.addWidget(beside(self.print_button, self.save_button, self.kept))
        layout.addSpacing(UNIT)
        self.typed = QLineEdit()
        self.typed.setMaximumWidth(24 * UNIT)
        self.typed.setPlaceholderText(self.tr("letzte Gruppe"))
        self.typed.textChanged.connect(self._typed_group)
        self.typed.returnPressed.connect(self._forward)
        layout.addWidget(
            captioned(
                self.tr("Zur Kontrolle: Wie lautet die letzte Gruppe auf Ihrem Blatt?"), self.typed
            )
        )
        layout.addStretch(1)
        return page

    def _ready(self) -> QWidget:
        page, layout = _page(self.tr("Alles bereit"))
        for text in (
            self.tr("Ihr Tresor ist angelegt. So geht es weiter:"),
            self.tr("1. Ziehen Sie eine Nachricht ins Fenster oder fügen Sie Text ein (Strg+V)."),
            self.tr("2. Prüfen Sie die Funde und geben Sie die Trennung frei (Strg+Eingabe)."),
            self.tr("3. Schicken Sie das Paket an Ihren Dienstleister."),
            self.tr("4. Ziehen Sie seine Antwort ins Fenster: Die Daten kommen wieder hinein."),
        ):
            layout.addWidget(label(text, wrap=True))
        layout.addStretch(1)
        return page

    # --- what happens -----------------------------------------------------------------------

    def _draft(self) -> Draft:
        return Draft(
            name=self.name.text(),
            password=self.password.password.text(),
            repeat=self.password.repeat.text(),
            score=self.password.score,
        )

    def _typed(self) -> None:
        self.wizard = replace(self.wizard, draft=self._draft())
        self._show()

    def _typed_group(self) -> None:
        self.wizard = replace(self.wizard, typed=self.typed.text())
        self._show()

    def _back(self) -> None:
        self.wizard = self.wizard.back()
        self._show()

    def _forward(self) -> None:
        if not self.wizard.may_go_on() or not self.next_button.isEnabled():
            return
        if self.wizard.step is Step.PASSWORD:
            self._create()
        elif self.wizard.step is Step.DONE:
            self.finished.emit(self._password, self._user)
        else:
            self.wizard = self.wizard.forward()
            self._show()

    def _create(self) -> None:
        draft, shell = self.wizard.draft, self._shell
        self._busy(True)

        def work() -> RecoverySheet:
            from desktop.services import workspace

            return workspace.create(
                shell.workspace,
                password=draft.password,
                user_name=draft.name.strip(),
                clock=shell.clock,
                random=shell.random,
            )

        def done(sheet: RecoverySheet) -> None:
            shell.preferences.store()
            self._sheet = sheet
            self._password, self._user = draft.password, draft.name.strip()
            self.password.clear()
            self.wizard = self.wizard.created(sheet.code)
            self._show()

        shell.tasks.run(
            plain(work),
            owner=self,
            done=done,
            failed=self._failed,
            finished=lambda: self._busy(False),
            lane="vault",
        )

    def _failed(self, error: Exception) -> None:
        self.trouble.setText(explain(error).as_text())
        self.trouble.show()

    def _busy(self, busy: bool) -> None:
        self.pages.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        if busy:
            self.trouble.hide()
            self.next_button.setEnabled(False)
            self.next_button.setText(self.tr("Tresor wird angelegt …"))
        else:
            self._show()
            self._focus(self.wizard.step)  # what is disabled takes no focus

    def _print(self) -> None:
        from desktop.ui.printing import print_document
        from desktop.ui.sheet import document

        if self._sheet is not None and print_document(document(self._sheet), self):
            self.kept.setText(self.tr("Gedruckt."))

    def _save(self) -> None:
        from desktop.ui.sheet import save_pdf

        path = files.save_path(
            self,
            title=self.tr("Wiederherstellungsblatt speichern"),
            name=self.tr("Trennwerk-Wiederherstellung.pdf"),
            kinds=self.tr("PDF-Dateien (*.pdf)"),
            suffix=".pdf",
        )
        if path is not None and self._sheet is not None:
            try:
                save_pdf(self._sheet, path)
            except Exception as error:  # noqa: BLE001 - shown in words
                self._failed(error)
                return
            self.kept.setText(self.tr("Gespeichert."))

    # --- showing ----------------------------------------------------------------------------

    def _show(self) -> None:
        step = self.wizard.step
        changed = self.pages.currentIndex() != step
        self.pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back_button.setVisible(self.wizard.may_go_back())
        self.next_button.setEnabled(self.wizard.may_go_on())
        self.next_button.setText(
            {
                Step.WELCOME: self.tr("Einrichten"),
                Step.PASSWORD: self.tr("Tresor anlegen"),
                Step.RECOVERY: self.tr("Weiter"),
                Step.DONE: self.tr("Posteingang öffnen"),
            }[step]
        )
        self.hint.setText(problem_text(self.wizard.draft.problem()))
        if step is Step.RECOVERY and self._sheet is not None and not self.code.text():
            from desktop.ui.sheet import code_lines

            self.code.setText("\n".join(code_lines(self._sheet.code)))
        if changed:
            self._focus(step)

    def _focus(self, step: Step) -> None:
        first = {Step.PASSWORD: self.name, Step.RECOVERY: self.typed}
        first.get(step, self.next_button).setFocus()

    def expected_group(self) -> str:
        """The group that the control question asks for; empty before the vault is made."""
        return last_group(self.wizard.recovery_code)


def _page(title: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    layout = column(page, spacing=UNIT + UNIT // 2)
    layout.addWidget(label(title, "title", wrap=True))
    layout.addSpacing(UNIT // 2)
    return page, layout


def problem_text(code: str) -> str:
    """What is still missing on the password page, said kindly; empty when nothing is."""
    translate = QCoreApplication.translate
    return {
        "": "",
        "name_missing": translate("FirstRun", "Tragen Sie Ihren Namen ein."),
        "password_short": translate("FirstRun", "Das Passwort ist noch zu kurz."),
        "password_weak": translate("FirstRun", "Das Passwort ist noch zu leicht zu erraten."),
        "repeat_missing": translate("FirstRun", "Wiederholen Sie das Passwort."),
        "passwords_differ": translate("FirstRun", "Die beiden Passwörter sind verschieden."),
    }[code]
