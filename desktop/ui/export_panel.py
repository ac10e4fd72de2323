"""Sending a case out: choose the vendor, see the last check, save, copy or mail the package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from desktop.errors import UserError
from desktop.exchange.vendors import Vendor
from desktop.ui import files, labels
from desktop.ui.bars import Bars, Tone
from desktop.ui.icons import Icons
from desktop.ui.look import button, clear_layout, column, frame, label, line, restyle, row, tool
from desktop.ui.messages import explain
from desktop.ui.passwords import captioned
from desktop.ui.shell import Shell, plain
from desktop.ui.theme import UNIT
from desktop.ui.vendor_form import VendorForm

if TYPE_CHECKING:
    from desktop.exchange.leakcheck import Leak
    from desktop.services.context import Context
    from desktop.services.exporting import ExportResult, PackagePreview

T = TypeVar("T")
WIDTH = 48 * UNIT
LEAKS_SHOWN = 6
CONTEXT = 24  # characters on each side of a leak


class ExportPanel(QFrame):
    """Beside the desk. ``exported(ExportResult)`` when a package went out."""

    exported = Signal(object)
    closed = Signal()
    reopen_wanted = Signal()  # to mark what the last check found

    def __init__(self, shell: Shell, ctx: Context, icons: Icons, bars: Bars) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFixedWidth(WIDTH)
        self._shell, self._ctx, self._bars = shell, ctx, bars
        self.case_id = ""
        self.preview: PackagePreview | None = None
        self._choose_path: Callable[..., Path | None] = files.save_path
        layout = column(self, spacing=0)
        layout.addWidget(self._head(icons))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body(icons))
        layout.addWidget(area, 1)
        layout.addWidget(self._foot(icons))

    # --- building ---------------------------------------------------------------------------

    def _head(self, icons: Icons) -> QWidget:
        head = frame("bar")
        layout = row(head)
        layout.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        layout.addWidget(label(self.tr("An Dienstleister"), "heading"))
        layout.addStretch(1)
        close = tool(icons, "close", self.tr("Schließen"), colour="muted")
        close.clicked.connect(self.closed)
        layout.addWidget(close)
        return head

    def _body(self, icons: Icons) -> QWidget:
        body = QWidget()
        layout = column(body, margin=2 * UNIT, spacing=2 * UNIT)
        self.vendors = QComboBox()
        self.vendors.currentIndexChanged.connect(self._vendor_changed)
        self.new_button = button(self.tr("Neu …"), clicked=self.open_form)
        choice = QWidget()
        choices = row(choice)
        choices.addWidget(self.vendors, 1)
        choices.addWidget(self.new_button)
        layout.addWidget(captioned(self.tr("Dienstleister"), choice))
        layout.addWidget(self._form(icons))
        self.verdict = frame("notice")
        inner = row(self.verdict)
        inner.setContentsMargins(UNIT + UNIT // 2, UNIT, UNIT, UNIT)
        self.verdict_text = label("", wrap=True)
        inner.addWidget(self.verdict_text, 1)
        layout.addWidget(self.verdict)
        self.leaks = column(spacing=UNIT // 2)
        layout.addLayout(self.leaks)
        self.reopen_button = button(
            self.tr("Freigabe zurücknehmen und markieren"), clicked=self.reopen_wanted.emit
        )
        layout.addWidget(self.reopen_button)
        self.accept = QCheckBox(self.tr("Geprüft: Das sind keine personenbezogenen Angaben"))
        self.accept.toggled.connect(self._show_buttons)
        layout.addWidget(self.accept)
        self.description = QPlainTextEdit()
        self.description.setReadOnly(True)
        self.description.setProperty("role", "field")
        self.description.setAcceptDrops(False)
        self.description.setTabChangesFocus(True)
        self.description.setMinimumHeight(18 * UNIT)
        layout.addWidget(captioned(self.tr("Das geht hinaus"), self.description), 1)
        return body

    def _form(self, _icons: Icons) -> QWidget:
        self.form = frame("card")
        layout = column(self.form, margin=2 * UNIT, spacing=UNIT + UNIT // 2)
        layout.addWidget(label(self.tr("Neuer Dienstleister"), "heading"))
        self.fields = VendorForm(whole=False)
        layout.addWidget(self.fields)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.add_button = button(self.tr("Anlegen"), clicked=self.add_vendor)
        self.cancel_button = button(self.tr("Abbrechen"), kind="quiet", clicked=self.close_form)
        buttons = row()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.fields.changed.connect(
            lambda: self.add_button.setEnabled(bool(self.fields.name.text().strip()))
        )
        for field in (self.fields.name, self.fields.email):
            field.returnPressed.connect(self.add_vendor)
        self.form.hide()
        return self.form

    def _foot(self, _icons: Icons) -> QWidget:
        foot = frame("footer")
        layout = column(foot, margin=2 * UNIT)
        self.mail_button = button(self.tr("Als E-Mail öffnen …"), clicked=lambda: self.send("eml"))
        self.file_button = button(
            self.tr("Als Datei speichern …"), clicked=lambda: self.send("json")
        )
        self.copy_button = button(self.tr("Text kopieren"), clicked=lambda: self.send("text"))
        for made in (self.mail_button, self.file_button, self.copy_button):
            layout.addWidget(made)
        return foot

    # --- opening ----------------------------------------------------------------------------

    def open_case(self, case_id: str) -> None:
        """Show the panel for an approved case."""
        self.case_id = case_id
        self.preview = None
        self.show()
        self._say_checking()
        self._load_vendors()

    def _load_vendors(self, choose: str = "") -> None:
        ctx = self._ctx

        def work() -> list[Vendor]:
            from desktop.services import vendors

            return vendors.list_vendors(ctx)

        self._run(work, lambda found: self._show_vendors(found, choose))

    def _show_vendors(self, found: Sequence[Vendor], choose: str) -> None:
        wanted = choose or self.vendor_id()
        self.vendors.blockSignals(True)
        self.vendors.clear()
        for vendor in found:
            self.vendors.addItem(vendor.name, vendor)
        ids = [vendor.id for vendor in found]
        self.vendors.setCurrentIndex(ids.index(wanted) if wanted in ids else 0 if found else -1)
        self.vendors.blockSignals(False)
        if found:
            self.close_form()
        else:
            self.open_form()
        self._vendor_changed()

    def vendor(self) -> Vendor | None:
        data = self.vendors.currentData()
        return data if isinstance(data, Vendor) else None

    def vendor_id(self) -> str:
        vendor = self.vendor()
        return vendor.id if vendor is not None else ""

    # --- a new vendor -----------------------------------------------------------------------

    def open_form(self) -> None:
        self.fields.show_vendor(Vendor(id="", name="", language=self._shell.language))
        self.add_button.setEnabled(False)
        self.cancel_button.setVisible(self.vendors.count() > 0)
        self.trouble.hide()
        self.form.show()
        self.new_button.hide()
        self.fields.name.setFocus()

    def close_form(self) -> None:
        self.form.hide()
        self.new_button.show()

    def add_vendor(self) -> None:
        if not self.add_button.isEnabled():
            return
        ctx, vendor = self._ctx, self.fields.vendor()

        def work() -> Vendor:
            from desktop.services import vendors

            return vendors.add_vendor(ctx, vendor=vendor)

        self._run(work, lambda added: self._load_vendors(added.id), failed=self._not_added)

    def _not_added(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "vendor_invalid":
            self.fields.mark_field(str(error.values.get("field", "")))
        self.trouble.setText(explain(error).as_text())
        self.trouble.show()

    # --- the last check ---------------------------------------------------------------------

    def _vendor_changed(self) -> None:
        self.preview = None
        self._say_checking()
        ctx, case_id, vendor_id = self._ctx, self.case_id, self.vendor_id()
        if not vendor_id or not case_id:
            return

        def work() -> PackagePreview:
            from desktop.services import exporting

            return exporting.preview_package(ctx, case_id=case_id, vendor_id=vendor_id)

        def done(preview: PackagePreview) -> None:
            if (case_id, vendor_id) == (self.case_id, self.vendor_id()):
                self._show_preview(preview)

        self._run(work, done)

    def _say_checking(self) -> None:
        clear_layout(self.leaks)
        self.accept.setChecked(False)
        self.accept.hide()
        self.reopen_button.hide()
        waiting = self.vendors.count() > 0
        self.verdict.setVisible(waiting)
        self._tone(Tone.INFO, self.tr("Letzte Prüfung läuft …"))
        self.description.setPlainText("")
        self._show_buttons()

    def _show_preview(self, preview: PackagePreview) -> None:
        self.preview = preview
        self.description.setPlainText(preview.description)
        certain = sum(leak.certain for leak in preview.leaks)
        possible = len(preview.leaks) - certain
        if certain:
            self._tone(Tone.DANGER, self._certain_text(certain))
        elif possible:
            self._tone(Tone.WARNING, self._possible_text(possible))
        else:
            text = self.tr("Letzte Prüfung bestanden: Kein Fund steht mehr im Text.")
            if preview.shown_labels:
                names = ", ".join(labels.name(item) for item in preview.shown_labels)
                text += "\n" + self.tr("Im Klartext laut Profil: {names}").format(names=names)
            self._tone(Tone.SUCCESS, text)
        self._list_leaks(preview)
        self.accept.setVisible(bool(possible) and not certain)
        self.reopen_button.setVisible(bool(preview.leaks))
        self._show_buttons()

    def _certain_text(self, number: int) -> str:
        if number == 1:
            return self.tr(
                "Eine personenbezogene Angabe steht noch im Text. Es geht nichts hinaus."
            )
        return self.tr(
            "{n} personenbezogene Angaben stehen noch im Text. Es geht nichts hinaus."
        ).format(n=number)

    def _possible_text(self, number: int) -> str:
        if number == 1:
            return self.tr("Eine Stelle könnte noch personenbezogen sein. Bitte ansehen.")
        return self.tr("{n} Stellen könnten noch personenbezogen sein. Bitte ansehen.").format(
            n=number
        )

    def _list_leaks(self, preview: PackagePreview) -> None:
        clear_layout(self.leaks)
        for leak in preview.leaks[:LEAKS_SHOWN]:
            self.leaks.addWidget(label(leak_line(preview.description, leak), wrap=True))
        left = len(preview.leaks) - LEAKS_SHOWN
        if left > 0:
            self.leaks.addWidget(label(self.tr("… und {n} weitere").format(n=left), "muted"))
        if preview.leaks:
            self.leaks.addWidget(line())

    def _tone(self, tone: Tone, text: str) -> None:
        self.verdict.setProperty("tone", tone.value)
        restyle(self.verdict)
        self.verdict_text.setText(text)

    def may_send(self) -> bool:
        """Whether the last check allows it, with the human's word where that is enough."""
        if self.preview is None:
            return False
        if any(leak.certain for leak in self.preview.leaks):
            return False
        return not self.preview.leaks or self.accept.isChecked()

    def _show_buttons(self) -> None:
        may = self.may_send()
        vendor = self.vendor()
        by_mail = vendor is not None and bool(vendor.email)
        for made, primary in ((self.mail_button, by_mail), (self.file_button, not by_mail)):
            made.setProperty("kind", "primary" if primary else "")
            restyle(made)
        for made in (self.mail_button, self.file_button, self.copy_button):
            made.setEnabled(may)

    # --- sending ----------------------------------------------------------------------------

    def send(self, form: str) -> None:
        """Make the package: ``json`` and ``eml`` as a file, ``text`` onto the clipboard."""
        if not self.may_send():
            return
        out: Path | None = None
        if form != "text":
            out = self._ask_path(form)
            if out is None:
                return
        ctx, case_id, vendor_id = self._ctx, self.case_id, self.vendor_id()
        accepted = self.accept.isChecked()

        def work() -> ExportResult:
            from desktop.services import exporting

            return exporting.export(
                ctx,
                case_id=case_id,
                vendor_id=vendor_id,
                out=out,
                form=form,
                accept_uncertain=accepted,
            )

        self._run(work, lambda result: self._sent(result, form))

    def _ask_path(self, form: str) -> Path | None:
        kinds, suffix = self.tr("Trennwerk-Paket (*.twp.json)"), ".twp.json"
        if form == "eml":
            kinds, suffix = self.tr("E-Mail-Entwurf (*.eml)"), ".eml"
        return self._choose_path(
            self,
            title=self.tr("Paket speichern"),
            name=f"{self.case_id}{suffix}",
            kinds=kinds,
            suffix=suffix,
        )

    def _sent(self, result: ExportResult, form: str) -> None:
        headline = self.tr("Paket {id} ist bereit.").format(id=result.package_id)
        advice = self.tr("Ziehen Sie die Antwort hierher, sobald sie da ist.")
        if form == "text":
            QApplication.clipboard().setText(result.text)
            headline = self.tr("Paket {id} liegt als Text in der Zwischenablage.").format(
                id=result.package_id
            )
        elif form == "eml" and result.path is not None and not files.open_with_program(result.path):
            self._bars.problem("mail_program_missing", file=result.path.name)
        self._bars.say(headline, advice, tone=Tone.SUCCESS)
        self.exported.emit(result)
        self.closed.emit()

    def _run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._shell.tasks.run(
            plain(work), owner=self, done=done, failed=failed or self._bars.error, lane="vault"
        )


def leak_line(description: str, leak: Leak) -> str:
    """The place in its sentence, with its kind: ``Name: … hat Frau ›Klein‹ gestern …``."""
    before = description[max(0, leak.start - CONTEXT) : leak.start].split("\n")[-1]
    after = description[leak.end : leak.end + CONTEXT].split("\n")[0]
    found = description[leak.start : leak.end]
    return f"{labels.name(leak.label)}: …{before}›{found}‹{after}…"
