"""Verwaltung: vendors, the look, locking, the watched folder, backup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QTabWidget, QWidget

from desktop.ui import files
from desktop.ui.bars import Bars, Tone
from desktop.ui.look import Elided, button, column, label, line, page
from desktop.ui.passwords import beside, captioned
from desktop.ui.preferences import CLIPBOARD_SECONDS, LOCK_MINUTES, Look
from desktop.ui.shell import Shell, plain
from desktop.ui.theme import UNIT
from desktop.ui.translations import LANGUAGES
from desktop.ui.vendors import Vendors

if TYPE_CHECKING:
    from desktop.services.context import Context


class Administration(QWidget):
    """Two tabs: *Dienstleister* and *Einstellungen*."""

    def __init__(self, shell: Shell, ctx: Context, bars: Bars) -> None:
        super().__init__()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.vendors = Vendors(shell, ctx, bars)
        self.settings = SettingsPage(shell, ctx, bars)
        self.tabs.addTab(self.vendors, self.tr("Dienstleister"))
        self.tabs.addTab(page(self.settings), self.tr("Einstellungen"))
        column(self).addWidget(self.tabs)

    def refresh(self) -> None:
        self.vendors.refresh()


class SettingsPage(QWidget):
    """Every choice counts at once; ``language_chosen`` when the window must be made anew."""

    language_chosen = Signal(str)

    def __init__(self, shell: Shell, ctx: Context, bars: Bars) -> None:
        super().__init__()
        self._shell, self._ctx, self._bars = shell, ctx, bars
        self._layout = column(self, spacing=2 * UNIT)
        self._looks()
        self._layout.addWidget(line())
        self._safety()
        self._layout.addWidget(line())
        self._watching()
        self._layout.addWidget(line())
        self._backups()
        self._layout.addStretch(1)

    # --- groups -----------------------------------------------------------------------------

    def _looks(self) -> None:
        self._heading(self.tr("Darstellung"))
        preferences = self._shell.preferences
        self.theme = _choice(
            (
                (self.tr("Wie das System"), Look.SYSTEM),
                (self.tr("Hell"), Look.LIGHT),
                (self.tr("Dunkel"), Look.DARK),
                (self.tr("Hoher Kontrast"), Look.CONTRAST),
            ),
            preferences.theme,
        )
        self.theme.activated.connect(self._theme_chosen)
        self.language = _choice(
            tuple((name, code) for code, name in LANGUAGES.items()), self._shell.language
        )
        self.language.activated.connect(self._language_chosen)
        self._layout.addWidget(
            beside(
                captioned(self.tr("Farben"), self.theme),
                captioned(self.tr("Sprache · Language"), self.language),
            )
        )

    def _safety(self) -> None:
        self._heading(self.tr("Sperren und Zwischenablage"))
        preferences = self._shell.preferences
        minutes = [(self.tr("nach {n} Minuten").format(n=n), n) for n in LOCK_MINUTES if n > 1]
        self.lock = _choice(((self.tr("nach 1 Minute"), 1), *minutes), preferences.lock_minutes)
        self.lock.activated.connect(lambda: self._put("lock_minutes", self.lock.currentData()))
        seconds = [(self.tr("nach {n} Sekunden").format(n=n), n) for n in CLIPBOARD_SECONDS]
        self.clipboard = _choice(seconds, preferences.clipboard_seconds)
        self.clipboard.activated.connect(
            lambda: self._put("clipboard_seconds", self.clipboard.currentData())
        )
        self._layout.addWidget(
            beside(
                captioned(self.tr("Ohne Eingabe sperren"), self.lock),
                captioned(self.tr("Zwischenablage leeren"), self.clipboard),
            )
        )
        self.quote = QCheckBox(self.tr("Unter Antworten die Nachricht des Kunden anfügen"))
        self.quote.setChecked(preferences.quote_original)
        self.quote.toggled.connect(lambda checked: self._put("quote_original", checked))
        self._layout.addWidget(self.quote)

    def _watching(self) -> None:
        self._heading(self.tr("Überwachter Ordner"))
        self._layout.addWidget(
            label(
                self.tr(
                    "Nachrichten und Antworten, die in diesen Ordner gelegt werden, übernimmt "
                    "Trennwerk von selbst, solange es entsperrt ist. Die Dateien bleiben liegen."
                ),
                "muted",
                wrap=True,
            )
        )
        self.folder = Elided("")
        self.choose_button = button(self.tr("Ordner wählen …"), clicked=self.choose_folder)
        self.stop_button = button(
            self.tr("Nicht mehr überwachen"), kind="quiet", clicked=lambda: self._watch(None)
        )
        self._layout.addWidget(self.folder)
        self._layout.addWidget(beside(self.choose_button, self.stop_button))
        self._show_folder()

    def _backups(self) -> None:
        self._heading(self.tr("Sicherung"))
        self._layout.addWidget(
            label(
                self.tr(
                    "Eine Sicherung enthält den ganzen Tresor, verschlüsselt. Sie öffnet sich nur "
                    "mit Ihrem Passwort oder dem Wiederherstellungsblatt."
                ),
                "muted",
                wrap=True,
            )
        )
        self.backup_button = button(self.tr("Sicherung schreiben …"), clicked=self.backup)
        self._layout.addWidget(beside(self.backup_button))

    def _heading(self, text: str) -> None:
        self._layout.addWidget(label(text, "heading"))

    # --- doing ------------------------------------------------------------------------------

    def _put(self, name: str, value: object) -> None:
        setattr(self._shell.preferences, name, value)

    def _theme_chosen(self) -> None:
        self._shell.preferences.theme = Look(self.theme.currentData())

    def _language_chosen(self) -> None:
        language = str(self.language.currentData())
        if language != self._shell.language:
            self._shell.preferences.language = language

    def choose_folder(self) -> None:
        folder = files.open_folder(self, title=self.tr("Überwachter Ordner"))
        if folder is not None:
            self._watch(folder)

    def _watch(self, folder: Path | None) -> None:
        self._shell.preferences.watched_folder = folder
        self._show_folder()

    def _show_folder(self) -> None:
        folder = self._shell.preferences.watched_folder
        self.folder.show_text(str(folder) if folder else self.tr("Kein Ordner gewählt."))
        self.stop_button.setVisible(folder is not None)

    def backup(self) -> None:
        """Ask where, write the backup in the background, say that it was proved."""
        file = files.save_path(
            self,
            title=self.tr("Sicherung schreiben"),
            name=f"Trennwerk-{self._shell.clock():%Y-%m-%d}.twb",
            kinds=self.tr("Trennwerk-Sicherung (*.twb)"),
            suffix=".twb",
        )
        if file is None:
            return
        ctx = self._ctx

        def work() -> None:
            from desktop.services import backups

            backups.backup(ctx, file=file)

        task = self._shell.tasks.run(
            plain(work),
            owner=self,
            done=lambda _nothing: self._backed_up(),
            failed=self._bars.error,
            lane="vault",
        )
        self._bars.follow(task, self.tr("Sicherung wird geschrieben"))

    def _backed_up(self) -> None:
        text = self.tr("Die Sicherung ist geschrieben und geprüft.")
        self._bars.say(text, tone=Tone.SUCCESS)


def _choice(options: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    box = QComboBox()
    for text, value in options:
        box.addItem(text, value)
    values = [value for _, value in options]
    if chosen not in values:
        box.addItem(str(chosen), chosen)
        values.append(chosen)
    box.setCurrentIndex(values.index(chosen))
    box.setMinimumWidth(22 * UNIT)
    return box
