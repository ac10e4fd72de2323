"""Antworten: a vendor's reply with the personal data back in place, to be edited and sent.

Left what became of every token, in the middle the reply and its difference to what was sent,
right the answer to the customer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import TokenState
from desktop.exchange.difference import Change, difference
from desktop.ui import files
from desktop.ui.bars import Bars, Tone
from desktop.ui.clipboard import SecretClipboard
from desktop.ui.icons import Icons
from desktop.ui.look import Elided, button, column, frame, label, restyle, row
from desktop.ui.merge_changes import readable, shared
from desktop.ui.merge_texts import ColouredText
from desktop.ui.printing import print_document
from desktop.ui.shell import Shell, plain
from desktop.ui.theme import UNIT, icon_size
from desktop.ui.token_list import TokenList, count_text, rows_of
from desktop.ui.window import restore_splitter, save_splitter

if TYPE_CHECKING:
    from desktop.services.context import Context
    from desktop.services.replies import MergeView

T = TypeVar("T")
SAVE_AFTER_MS = 600


class Merge(QWidget):
    """One case's newest reply and the answer made of it. ``answered(case_id)`` when it left."""

    answered = Signal(str)

    def __init__(
        self,
        shell: Shell,
        ctx: Context,
        icons: Icons,
        bars: Bars,
        clipboard: SecretClipboard,
    ) -> None:
        super().__init__()
        self._shell, self._ctx, self._bars, self._clipboard = shell, ctx, bars, clipboard
        self.case_id = ""
        self.view: MergeView | None = None
        self._changes: tuple[Change, ...] = ()
        self._saved = ""
        self._choose_path: Callable[..., Path | None] = files.save_path
        self.stack = QStackedWidget()
        self.empty = label("", "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(8 * UNIT, 0, 8 * UNIT, 0)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._work(icons))
        column(self).addWidget(self.stack)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self.flush)
        self.answer.textChanged.connect(self._edited)
        shell.theme.changed.connect(self._repaint)
        clipboard.cleared.connect(lambda: self.copy_button.setText(self.tr("Kopieren")))
        self.show_empty()

    # --- building ---------------------------------------------------------------------------

    def _work(self, icons: Icons) -> QWidget:
        work = QWidget()
        layout = column(work, spacing=0)
        layout.addWidget(self._head())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.setChildrenCollapsible(False)
        self.left.addWidget(self._reply())
        self.left.addWidget(self._tokens(icons))
        self.left.setSizes([48 * UNIT, 36 * UNIT])
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self._answer(icons))
        self.splitter.setSizes([60 * UNIT, 60 * UNIT])
        for number in range(2):
            self.splitter.setStretchFactor(number, 1)
        for name, splitter in (("merge", self.splitter), ("merge-left", self.left)):
            restore_splitter(splitter, self._shell.preferences, name)
            splitter.splitterMoved.connect(self._remember_widths)
        layout.addWidget(self.splitter, 1)
        return work

    def _remember_widths(self) -> None:
        for name, splitter in (("merge", self.splitter), ("merge-left", self.left)):
            save_splitter(splitter, self._shell.preferences, name)

    def _head(self) -> QWidget:
        self.notice = frame("notice")
        layout = row(self.notice)
        layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.summary = label("", "heading")
        self.counts = Elided("", "muted")
        layout.addWidget(self.summary)
        layout.addWidget(self.counts, 1)
        self.package = label("", "muted")
        layout.addWidget(self.package)
        return self.notice

    def _tokens(self, icons: Icons) -> QWidget:
        panel, layout = _panel(self.tr("Platzhalter"))
        self.tokens = TokenList(self._shell.theme, icons)
        self.tokens.token_chosen.connect(self._show_token)
        layout.addWidget(self.tokens, 1)
        panel.setMinimumWidth(28 * UNIT)
        return panel

    def _reply(self) -> QWidget:
        panel = frame("panel")
        layout = column(panel, spacing=0)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.reply = ColouredText(self._shell.theme)
        self.reply.setAccessibleName(self.tr("Antwort des Dienstleisters"))
        self.difference = ColouredText(self._shell.theme)
        self.difference.setAccessibleName(self.tr("Unterschied zum Gesendeten"))
        self.sent = ColouredText(self._shell.theme)
        self.sent.setAccessibleName(self.tr("Gesendete Problembeschreibung"))
        self.tabs.addTab(self.reply, self.tr("Antwort"))
        self.tabs.addTab(self.difference, self.tr("Unterschied"))
        self.tabs.addTab(self.sent, self.tr("Gesendet"))
        self.tabs.setTabToolTip(1, self.tr("Unterschied zwischen Gesendetem und Antwort"))
        layout.addWidget(self.tabs)
        panel.setMinimumWidth(32 * UNIT)
        return panel

    def _answer(self, icons: Icons) -> QWidget:
        panel, layout = _panel(self.tr("Ihre Antwort an den Kunden"))
        self.answer = ColouredText(self._shell.theme, editable=True)
        self.answer.setAccessibleName(self.tr("Ihre Antwort an den Kunden"))
        layout.addWidget(self.answer, 1)
        foot = frame("footer")
        buttons = row(foot)
        buttons.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.copy_button = _sign_button(icons, "copy", self.tr("Kopieren"), self.copy)
        self.print_button = _sign_button(icons, "print", self.tr("Drucken …"), self.print_answer)
        self.draft_button = button(
            self.tr("Als E-Mail öffnen …"), kind="primary", clicked=self.draft
        )
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        buttons.addWidget(self.draft_button)
        layout.addWidget(foot)
        panel.setMinimumWidth(44 * UNIT)
        for keys, slot in (("Ctrl+Return", self.draft), ("Ctrl+Shift+C", self.copy)):
            shortcut = QShortcut(QKeySequence(keys), panel)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        return panel

    # --- showing ----------------------------------------------------------------------------

    def show_empty(self) -> None:
        self.flush()
        self.case_id, self.view = "", None
        self.empty.setText(
            self.tr(
                "Noch keine Antwort gewählt.\n\nZiehen Sie die Antwort eines Dienstleisters ins "
                "Fenster: Sie findet ihren Vorgang über die Paketnummer."
            )
        )
        self.stack.setCurrentIndex(0)

    def open_case(self, case_id: str, reply_id: str | None = None) -> None:
        """Load the newest (or the named) reply of a case and the answer as last edited."""
        self.flush()
        self.case_id, self.view = case_id, None
        ctx = self._ctx

        def work() -> tuple[MergeView, str, tuple[Change, ...]]:
            from desktop.services import answers, replies

            view = replies.merge_view(ctx, case_id=case_id, reply_id=reply_id)
            saved = answers.saved_answer(ctx, case_id=case_id)
            text = view.merged_text if saved is None else saved
            sent, received = view.sent_description, view.reply_text
            changes = readable(difference(sent, received), received)
            return view, text, changes

        def done(loaded: tuple[MergeView, str, tuple[Change, ...]]) -> None:
            if loaded[0].case_id == self.case_id:
                self._show(*loaded)

        self._run(work, done)

    def _show(self, view: MergeView, answer: str, changes: tuple[Change, ...]) -> None:
        self.view, self._changes = view, changes
        self.tokens.show_rows(rows_of(view))
        self._show_reply()
        self.answer.blockSignals(True)
        if answer == view.merged_text:
            self.answer.show_pieces([(piece.text, piece) for piece in view.pieces])
        else:
            self.answer.setPlainText(answer)
        self.answer.blockSignals(False)
        self._saved = self.answer.plain()
        self._show_head(view)
        self.stack.setCurrentIndex(1)

    def _show_reply(self) -> None:
        if self.view is None:
            return
        reply = self.view.reply_text
        self.reply.show_pieces(
            [(reply[piece.start : piece.end], piece) for piece in self.view.pieces]
        )
        self.difference.show_changes(self.view.sent_description, reply, self._changes)
        self.sent.setPlainText(self.view.sent_description)
        share = round(100 * shared(self._changes))
        self.tabs.setTabText(1, self.tr("Unterschied ({n} % gleich)").format(n=share))

    def _show_head(self, view: MergeView) -> None:
        states = Counter(seen.state for seen in {s.token: s for s in view.sightings}.values())
        total = sum(number for state, number in states.items() if state is not TokenState.FOREIGN)
        placed = states[TokenState.RESTORED] + states[TokenState.REPEATED]
        self.summary.setText(
            self.tr("{n} von {all} Platzhaltern eingesetzt").format(n=placed, all=total)
        )
        words = " · ".join(
            count_text(state, number)
            for state, number in states.items()
            if state is not TokenState.RESTORED
        )
        if view.needs_human:
            words += " · " + self.tr("bitte prüfen") if words else self.tr("bitte prüfen")
        self.counts.show_text(words)
        self.package.setText(f"{view.case_id} · {view.package_id}")
        tone = Tone.WARNING if view.needs_human else Tone.SUCCESS
        self.notice.setProperty("tone", tone.value)
        restyle(self.notice)

    def _repaint(self) -> None:
        """Colours of the new theme; the answer keeps what was typed."""
        if self.view is None:
            return
        self._show_reply()
        if self.answer.plain() == self.view.merged_text:
            self.answer.blockSignals(True)
            self.answer.show_pieces([(piece.text, piece) for piece in self.view.pieces])
            self.answer.blockSignals(False)

    def _show_token(self, token: str) -> None:
        self.reply.find_token(token)
        self.answer.find_token(token)

    # --- keeping ----------------------------------------------------------------------------

    def _edited(self) -> None:
        self._save_timer.start()

    def flush(self) -> None:
        """Store the answer now if it was edited."""
        self._save_timer.stop()
        text = self.answer.plain()
        if self.view is None or not self.case_id or text == self._saved:
            return
        self._saved = text
        ctx, case_id, reply_id = self._ctx, self.case_id, self.view.reply_id

        def work() -> None:
            from desktop.services import answers

            answers.save_answer(ctx, case_id=case_id, text=text, reply_id=reply_id)

        self._run(work, lambda _nothing: None)

    # --- leaving ----------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the answer; the clipboard forgets it after some seconds."""
        if self.view is None:
            return
        self.flush()
        self._clipboard.copy(self.answer.plain())
        self._mark("answer_copied")
        self._bars.say(
            self.tr("Antwort kopiert."),
            self.tr("Die Zwischenablage wird in {n} Sekunden geleert.").format(
                n=self._clipboard.seconds
            ),
            tone=Tone.SUCCESS,
            seconds=self._clipboard.seconds,
        )

    def print_answer(self) -> None:
        if self.view is None:
            return
        self.flush()
        document = QTextDocument()
        document.setPlainText(self.answer.plain())
        if print_document(document, self):
            self._mark("answer_printed")

    def draft(self) -> None:
        """Save the answer as a mail draft and open it in the mail program."""
        if self.view is None:
            return
        self.flush()
        out = self._choose_path(
            self,
            title=self.tr("Entwurf speichern"),
            name=f"{self.case_id}.eml",
            kinds=self.tr("E-Mail-Entwurf (*.eml)"),
            suffix=".eml",
        )
        if out is None:
            return
        ctx, case_id, text = self._ctx, self.case_id, self.answer.plain()
        quote = self._shell.preferences.quote_original

        def work() -> Path:
            from desktop.services import answers

            return answers.write_eml(ctx, case_id=case_id, out=out, text=text, with_quote=quote)

        self._run(work, self._drafted)

    def _drafted(self, path: Path) -> None:
        if files.open_with_program(path):
            self._bars.say(
                self.tr("Entwurf gespeichert und im Mailprogramm geöffnet."),
                self.tr(
                    "Die Datei enthält personenbezogene Daten. Löschen Sie sie nach dem Senden."
                ),
                tone=Tone.SUCCESS,
            )
        else:
            self._bars.problem("mail_program_missing", file=path.name)
        self.answered.emit(self.case_id)

    def _mark(self, action: str) -> None:
        ctx, case_id = self._ctx, self.case_id

        def work() -> None:
            from desktop.services import answers

            answers.mark_answered(ctx, case_id=case_id, action=action)

        self._run(work, lambda _nothing: self.answered.emit(case_id))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._shell.tasks.run(
            plain(work), owner=self, done=done, failed=self._bars.error, lane="vault"
        )


def _panel(title: str) -> tuple[QFrame, QVBoxLayout]:
    panel = frame("panel")
    layout = column(panel, spacing=0)
    head = frame("bar")
    inner = row(head)
    inner.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
    inner.addWidget(label(title, "heading"))
    inner.addStretch(1)
    layout.addWidget(head)
    return panel, layout


def _sign_button(icons: Icons, name: str, text: str, clicked: Callable[[], object]) -> QPushButton:
    result = button(text, clicked=clicked)
    icons.put(result, name)
    result.setIconSize(icon_size())
    return result
