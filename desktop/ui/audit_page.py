"""Protokoll: what happened, newest first, and the proof that nothing is missing or changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.ui.ages import moment_text
from desktop.ui.audit_words import action_name, details_text
from desktop.ui.bars import Bars, Tone
from desktop.ui.look import button, column, frame, label, restyle, row
from desktop.ui.shell import Shell, plain
from desktop.ui.theme import UNIT

if TYPE_CHECKING:
    from desktop.services.checking import Verification
    from desktop.services.context import Context
    from desktop.vault.audit import Entry

SHOWN = 2_000
_PAGE = 500
Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractTableModel):
    """Entries newest first: number, time, what happened, case, details."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = list(reversed(entries))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Nr."),
            self.tr("Zeit"),
            self.tr("Was"),
            self.tr("Vorgang"),
            self.tr("Einzelheiten"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        entry = self._entries[index.row()]
        details = details_text(entry.details)
        if entry.package_id:
            details = " · ".join(filter(None, (entry.package_id, details)))
        return (
            str(entry.seq),
            moment_text(entry.at),
            action_name(entry.action),
            entry.case_id,
            details,
        )[index.column()]


class AuditPage(QWidget):
    """The log and its check."""

    def __init__(self, shell: Shell, ctx: Context, bars: Bars) -> None:
        super().__init__()
        self._shell, self._ctx, self._bars = shell, ctx, bars
        layout = column(self, spacing=0)
        layout.addWidget(self._head())
        self.verdict = frame("notice")
        inner = column(self.verdict, spacing=2)
        inner.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.headline = label("", "heading", wrap=True)
        self.advice = label("", wrap=True)
        inner.addWidget(self.headline)
        inner.addWidget(self.advice)
        self.verdict.hide()
        layout.addWidget(self.verdict)
        self.model = EntryModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Protokoll"))
        self.table.setShowGrid(False)
        self.table.setProperty("role", "rows")
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(4 * UNIT)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        for number, width in enumerate((8, 18, 36, 16)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(number, width * UNIT)
        layout.addWidget(self.table, 1)

    def _head(self) -> QWidget:
        head = frame("bar")
        layout = row(head)
        layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        layout.addWidget(
            label(self.tr("Jeder Schritt steht hier, ohne personenbezogene Daten."), "muted")
        )
        layout.addStretch(1)
        self.check_button = button(self.tr("Tresor und Protokoll prüfen"), clicked=self.check)
        layout.addWidget(self.check_button)
        return head

    def refresh(self) -> None:
        ctx = self._ctx

        def work() -> list[Entry]:
            from desktop.services import checking

            kept: deque[Entry] = deque(maxlen=SHOWN)
            after = 0
            while found := checking.list_audit(ctx, after=after, limit=_PAGE):
                kept.extend(found)
                after = found[-1].seq
            return list(kept)

        self._shell.tasks.run(
            plain(work), owner=self, done=self.model.show, failed=self._bars.error, lane="vault"
        )

    def check(self) -> None:
        """Prove the stores and the chain, in the background."""
        ctx = self._ctx
        self.check_button.setEnabled(False)

        def work() -> Verification:
            from desktop.services import checking

            return checking.verify(ctx)

        task = self._shell.tasks.run(
            plain(work),
            owner=self,
            done=self._checked,
            failed=self._bars.error,
            finished=lambda: self.check_button.setEnabled(True),
            lane="vault",
        )
        self._bars.follow(task, self.tr("Tresor und Protokoll werden geprüft"))

    def _checked(self, found: Verification) -> None:
        report = found.audit
        broken = [store for store, verdict in found.stores if verdict != "ok"]
        self.headline.setText(self._audit_words(report.state.value, report.good_up_to))
        if broken:
            text = self.tr("Beschädigte Speicher: {names}. Spielen Sie die letzte Sicherung ein.")
            self.advice.setText(text.format(names=", ".join(broken)))
        else:
            self.advice.setText(
                self.tr("Alle Speicher sind unversehrt. {n} Einträge geprüft.").format(
                    n=report.count
                )
            )
        self.verdict.setProperty("tone", (Tone.SUCCESS if found.ok else Tone.DANGER).value)
        restyle(self.verdict)
        self.verdict.show()
        self.refresh()

    def _audit_words(self, state: str, good: int) -> str:
        return {
            "complete": self.tr("Das Protokoll ist vollständig und unverändert."),
            "altered": self.tr("Das Protokoll wurde verändert."),
            "truncated": self.tr("Am Ende des Protokolls fehlen Einträge."),
            "good_up_to": self.tr("Das Protokoll ist bis Eintrag {n} bewiesen.").format(n=good),
        }.get(state, state)
