"""Vorgänge: all cases by state, one column a state, closed ones apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.domain import CaseState
from desktop.services.inbox import CaseRow
from desktop.ui.case_model import CaseModel, StateFilter, state_name
from desktop.ui.icons import Icons
from desktop.ui.inbox import CaseList
from desktop.ui.look import Elided, column, frame, label, row
from desktop.ui.shell import Shell
from desktop.ui.theme import UNIT

COLUMN_WIDTH = 23 * UNIT


class Column(QWidget):
    """The cases of one state, with their number in the head."""

    opened = Signal(str)

    def __init__(self, shell: Shell, icons: Icons, model: CaseModel, state: CaseState) -> None:
        super().__init__()
        self.state = state
        self.setMinimumWidth(COLUMN_WIDTH)
        self._filter = StateFilter(frozenset({state}), self)
        self._filter.setSourceModel(model)
        card = frame("card")
        inner = column(card, margin=1, spacing=0)
        head = row(margin=UNIT)
        head.addWidget(Elided(state_name(state), "heading"), 1)
        self.count = label("0", "chip")
        head.addWidget(self.count)
        inner.addLayout(head)
        self.list = CaseList(shell, icons, narrow=True)
        self.list.setAccessibleName(state_name(state))
        self.list.setModel(self._filter)
        self.list.opened.connect(self.opened)
        inner.addWidget(self.list, 1)
        column(self).addWidget(card)

    def show_count(self) -> None:
        self.count.setText(str(self._filter.rowCount()))

    def has_cases(self) -> bool:
        return self._filter.rowCount() > 0


class Board(QWidget):
    """Columns by state; a click opens the case at the desk or, with a reply, in the merge view."""

    opened = Signal(str)  # case id

    def __init__(self, shell: Shell, icons: Icons) -> None:
        super().__init__()
        self.model = CaseModel(clock=shell.clock, parent=self)
        holder = QWidget()
        columns = row(holder, margin=2 * UNIT, spacing=UNIT + UNIT // 2)
        self.columns: list[Column] = []
        for state in CaseState:
            made = Column(shell, icons, self.model, state)
            made.opened.connect(self.opened)
            self.columns.append(made)
            columns.addWidget(made, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        column(self).addWidget(area)

    def show_cases(self, rows: Sequence[CaseRow]) -> None:
        self.model.show(rows)
        for made in self.columns:
            made.show_count()
            if made.state is CaseState.CLOSED:
                made.setVisible(made.has_cases())
