"""Verwaltung, Dienstleister: the list of vendors and the profile of the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from desktop.errors import UserError
from desktop.exchange.vendors import Vendor
from desktop.ui.bars import Bars, Tone
from desktop.ui.look import button, column, frame, label, line, page, row
from desktop.ui.messages import explain
from desktop.ui.shell import Shell, plain
from desktop.ui.theme import UNIT
from desktop.ui.vendor_form import VendorForm

if TYPE_CHECKING:
    from desktop.services.context import Context

T = TypeVar("T")
_VENDOR = Qt.ItemDataRole.UserRole


class Vendors(QWidget):
    """Add, change and remove vendors; a removal can be taken back."""

    def __init__(self, shell: Shell, ctx: Context, bars: Bars) -> None:
        super().__init__()
        self._shell, self._ctx, self._bars = shell, ctx, bars
        layout = row(self, spacing=0)
        layout.addWidget(self._left())
        self.pages = QStackedWidget()
        self.empty = label(
            self.tr(
                "Noch kein Dienstleister.\n\nEin Dienstleister bekommt die Problembeschreibung "
                "ohne personenbezogene Daten: eine Werkstatt, eine Entwicklerin, ein Sprachmodell."
            ),
            "empty",
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(6 * UNIT, 0, 6 * UNIT, 0)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(page(self._right()))
        layout.addWidget(self.pages, 1)

    def _left(self) -> QWidget:
        left = frame("side")
        left.setFixedWidth(30 * UNIT)
        layout = column(left, spacing=0)
        self.list = QListWidget()
        self.list.setProperty("role", "rows")
        self.list.setAccessibleName(self.tr("Dienstleister"))
        self.list.currentItemChanged.connect(self._chosen)
        layout.addWidget(self.list, 1)
        foot = row(margin=UNIT)
        self.new_button = button(self.tr("Neuer Dienstleister"), clicked=self.begin_new)
        foot.addWidget(self.new_button)
        layout.addLayout(foot)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        layout = column(right, spacing=2 * UNIT)
        self.title = label("", "title")
        layout.addWidget(self.title)
        self.form = VendorForm(whole=True)
        self.form.changed.connect(self._edited)
        layout.addWidget(self.form)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addWidget(line())
        self.save_button = button(self.tr("Speichern"), kind="primary", clicked=self.save)
        self.remove_button = button(self.tr("Entfernen"), kind="danger", clicked=self.remove)
        buttons = row()
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove_button)
        layout.addLayout(buttons)
        layout.addStretch(1)
        return right

    # --- showing ----------------------------------------------------------------------------

    def refresh(self, choose: str = "") -> None:
        ctx = self._ctx

        def work() -> list[Vendor]:
            from desktop.services import vendors

            return vendors.list_vendors(ctx)

        self._run(work, lambda found: self._show_list(found, choose))

    def _show_list(self, found: list[Vendor], choose: str) -> None:
        current = self.current()
        wanted = choose or (current.id if current is not None else "")
        self.list.blockSignals(True)
        self.list.clear()
        chosen = 0
        for number, vendor in enumerate(found):
            item = QListWidgetItem(vendor.name)
            item.setData(_VENDOR, vendor)
            self.list.addItem(item)
            if vendor.id == wanted:
                chosen = number
        self.list.blockSignals(False)
        if found:
            self.list.setCurrentRow(chosen)
            self._chosen(self.list.currentItem())
        else:
            self.pages.setCurrentIndex(0)

    def current(self) -> Vendor | None:
        item = self.list.currentItem()
        data = item.data(_VENDOR) if item is not None else None
        return data if isinstance(data, Vendor) else None

    def _chosen(self, item: QListWidgetItem | None) -> None:
        vendor = item.data(_VENDOR) if item is not None else None
        if isinstance(vendor, Vendor):
            self._show(vendor)

    def _show(self, vendor: Vendor) -> None:
        self.title.setText(vendor.name or self.tr("Neuer Dienstleister"))
        self.form.show_vendor(vendor)
        self.remove_button.setVisible(bool(vendor.id))
        self.trouble.hide()
        self.save_button.setEnabled(False)
        self.pages.setCurrentIndex(1)

    def begin_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._show(Vendor(id="", name="", language=self._shell.language))
        self.form.name.setFocus()

    def _edited(self) -> None:
        self.save_button.setEnabled(bool(self.form.name.text().strip()))

    # --- doing ------------------------------------------------------------------------------

    def save(self) -> None:
        ctx, vendor = self._ctx, self.form.vendor()

        def work() -> Vendor:
            from desktop.services import vendors

            if vendor.id:
                return vendors.update_vendor(ctx, vendor=vendor)
            return vendors.add_vendor(ctx, vendor=vendor)

        self._run(work, self._saved, failed=self._not_saved)

    def _saved(self, vendor: Vendor) -> None:
        self._bars.say(
            self.tr("„{name}“ ist gespeichert.").format(name=vendor.name), tone=Tone.SUCCESS
        )
        self.refresh(vendor.id)

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "vendor_invalid":
            self.form.mark_field(str(error.values.get("field", "")))
        self.trouble.setText(explain(error).as_text())
        self.trouble.show()

    def remove(self) -> None:
        """Take the vendor off the list at once; the bar offers to put it back."""
        vendor = self.current()
        if vendor is None:
            return
        ctx, removed = self._ctx, vendor

        def work() -> None:
            from desktop.services import vendors

            vendors.remove_vendor(ctx, vendor_id=removed.id)

        def put_back() -> Vendor:
            from desktop.services import vendors

            return vendors.update_vendor(ctx, vendor=removed)

        def done(_nothing: None) -> None:
            self._bars.undoable(
                self.tr("„{name}“ ist entfernt.").format(name=removed.name),
                lambda: self._run(put_back, lambda back: self.refresh(back.id)),
            )
            self.refresh()

        self._run(work, done)

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
