"""The profile of a vendor as a form: short for the export panel, whole for the administration."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import QUASI_IDENTIFIERS, Label
from desktop.exchange.vendors import Vendor
from desktop.ui import labels
from desktop.ui.look import column, label, restyle
from desktop.ui.passwords import captioned
from desktop.ui.theme import UNIT
from desktop.ui.translations import LANGUAGES


class VendorForm(QWidget):
    """Shows and reads a ``Vendor``; ``changed`` on every edit."""

    changed = Signal()

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self._whole = whole
        self._vendor = Vendor(id="", name="")
        layout = column(self, spacing=UNIT + UNIT // 2)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("z. B. Werkstatt Nord"))
        self.email = QLineEdit()
        self.email.setMaxLength(320)
        self.email.setPlaceholderText("technik@werkstatt.example")
        self.language = QComboBox()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        layout.addWidget(captioned(self.tr("Name"), self.name))
        layout.addWidget(captioned(self.tr("E-Mail-Adresse (freiwillig)"), self.email))
        layout.addWidget(captioned(self.tr("Sprache der Anschreiben"), self.language))
        self.instructions = QPlainTextEdit()
        self.boxes: dict[Label, QCheckBox] = {}
        if whole:
            self._add_rest(layout)
        for field in (self.name, self.email):
            field.textChanged.connect(self.changed)
        self.language.currentIndexChanged.connect(self.changed)

    def _add_rest(self, layout: QVBoxLayout) -> None:
        self.instructions.setProperty("role", "field")
        self.instructions.setTabChangesFocus(True)
        self.instructions.setFixedHeight(12 * UNIT)
        self.instructions.setPlaceholderText(
            self.tr("Was der Dienstleister bei jedem Paket lesen soll")
        )
        self.instructions.textChanged.connect(self.changed)
        layout.addWidget(captioned(self.tr("Hinweise im Paket"), self.instructions))
        holder = QWidget()
        inner = column(holder, spacing=UNIT // 2)
        inner.addWidget(label(self.tr("Diese Angaben darf er im Klartext sehen")))
        inner.addWidget(
            label(
                self.tr(
                    "Ohne Haken geht nur ein Platzhalter hinaus. Lassen Sie im Zweifel alles leer."
                ),
                "small",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setContentsMargins(0, UNIT // 2, 0, 0)
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        ordered = sorted(Label, key=lambda item: (item not in QUASI_IDENTIFIERS,))
        for number, item in enumerate(ordered):
            box = QCheckBox(labels.name(item))
            box.setToolTip(labels.hint(item))
            box.toggled.connect(self.changed)
            self.boxes[item] = box
            grid.addWidget(box, number // 3, number % 3, Qt.AlignmentFlag.AlignLeft)
        inner.addLayout(grid)
        layout.addWidget(holder)

    def show_vendor(self, vendor: Vendor) -> None:
        self._vendor = vendor
        self.blockSignals(True)
        self.name.setText(vendor.name)
        self.email.setText(vendor.email)
        self.language.setCurrentIndex(max(0, self.language.findData(vendor.language)))
        self.instructions.setPlainText(vendor.instructions)
        for item, box in self.boxes.items():
            box.setChecked(item in vendor.allowed)
        self.mark_field("")
        self.blockSignals(False)

    def vendor(self) -> Vendor:
        """The profile as it stands in the form; what the form does not show stays as it was."""
        vendor = replace(
            self._vendor,
            name=self.name.text().strip(),
            email=self.email.text().strip(),
            language=str(self.language.currentData()),
        )
        if not self._whole:
            return vendor
        return replace(
            vendor,
            instructions=self.instructions.toPlainText().strip(),
            allowed=frozenset(item for item, box in self.boxes.items() if box.isChecked()),
        )

    def mark_field(self, field: str) -> None:
        """Frame the field that the service found invalid; empty for none."""
        for name, widget in (("name", self.name), ("email", self.email)):
            widget.setProperty("invalid", "true" if name == field else None)
            restyle(widget)
            if name == field:
                widget.setFocus()
