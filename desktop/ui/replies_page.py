"""Antworten: the cases that have a reply, beside the merge view of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.domain import CaseState
from desktop.services.inbox import CaseRow
from desktop.ui.bars import Bars
from desktop.ui.case_model import CaseModel, CaseRole
from desktop.ui.clipboard import SecretClipboard
from desktop.ui.icons import Icons
from desktop.ui.inbox import CaseList
from desktop.ui.look import column, frame, label, row
from desktop.ui.merge import Merge
from desktop.ui.shell import Shell
from desktop.ui.theme import UNIT

if TYPE_CHECKING:
    from desktop.services.context import Context

STATES = (CaseState.REPLIED, CaseState.ANSWERED)


class RepliesPage(QWidget):
    """Emits ``answered(case_id)`` when an answer left the program."""

    answered = Signal(str)

    def __init__(
        self, shell: Shell, ctx: Context, icons: Icons, bars: Bars, clipboard: SecretClipboard
    ) -> None:
        super().__init__()
        self.model = CaseModel(clock=shell.clock, parent=self)
        self.list = CaseList(shell, icons)
        self.list.setAccessibleName(self.tr("Vorgänge mit Antwort"))
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._ready = True
        panel = frame("panel")
        panel.setMinimumWidth(24 * UNIT)
        layout = column(panel, spacing=0)
        head = frame("bar")
        inner = row(head)
        inner.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        inner.addWidget(label(self.tr("Vorgänge mit Antwort"), "heading"))
        inner.addStretch(1)
        layout.addWidget(head)
        self.empty = label(self.tr("Noch keine Antworten."), "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(2 * UNIT, 6 * UNIT, 2 * UNIT, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        layout.addWidget(self.stack, 1)
        self.merge = Merge(shell, ctx, icons, bars, clipboard)
        self.merge.answered.connect(self.answered)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(panel)
        self.splitter.addWidget(self.merge)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([30 * UNIT, 100 * UNIT])
        column(self).addWidget(self.splitter)

    def show_cases(self, rows: Sequence[CaseRow]) -> None:
        """Show those of ``rows`` that have a reply."""
        replied = [row for row in rows if row.state in STATES]
        self._ready = False
        self.model.show(replied)
        self._choose(self.merge.case_id)
        self._ready = True
        self.stack.setCurrentIndex(1 if replied else 0)

    def open_case(self, case_id: str, reply_id: str | None = None) -> None:
        self._ready = False
        self._choose(case_id)
        self._ready = True
        self.merge.open_case(case_id, reply_id)

    def open_first(self) -> None:
        """Open the newest reply when nothing is open yet."""
        if not self.merge.case_id and self.model.rowCount():
            self.open_case(str(self.model.index(0).data(CaseRole.ID)))

    def _choose(self, case_id: str) -> None:
        index = self.model.position(case_id)
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _chosen(self, current: QModelIndex) -> None:
        if self._ready and current.isValid():
            case_id = str(current.data(CaseRole.ID))
            if case_id != self.merge.case_id:
                self.merge.open_case(case_id)
