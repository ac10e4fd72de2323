"""The cases as a Qt list model, and the words and signs of their states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.domain import CaseState, Clock
from desktop.services.inbox import CaseRow
from desktop.ui.ages import age_text, moment_text
from desktop.ui.noop import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex

STATE_NAMES: dict[CaseState, str] = {
    CaseState.NEW: QT_TRANSLATE_NOOP("CaseState", "Neu"),
    CaseState.DETECTED: QT_TRANSLATE_NOOP("CaseState", "Zu prüfen"),
    CaseState.APPROVED: QT_TRANSLATE_NOOP("CaseState", "Freigegeben"),
    CaseState.EXPORTED: QT_TRANSLATE_NOOP("CaseState", "Verschickt"),
    CaseState.REPLIED: QT_TRANSLATE_NOOP("CaseState", "Antwort da"),
    CaseState.ANSWERED: QT_TRANSLATE_NOOP("CaseState", "Beantwortet"),
    CaseState.CLOSED: QT_TRANSLATE_NOOP("CaseState", "Abgeschlossen"),
}


def state_name(state: CaseState) -> str:
    return QCoreApplication.translate("CaseState", STATE_NAMES[state])


class CaseRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3
    AGE = Qt.ItemDataRole.UserRole + 4


class CaseModel(QAbstractListModel):
    """Rows as the service sorted them; a refresh keeps unchanged rows and selections in place."""

    def __init__(self, *, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: list[CaseRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title or row.id
            case CaseRole.ROW:
                return row
            case CaseRole.ID:
                return row.id
            case CaseRole.STATE:
                return row.state.value
            case CaseRole.AGE:
                return self.age(row)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.id} · {state_name(row.state)} · {moment_text(_moment(row))}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}, {row.sender}, {state_name(row.state)}, {self.age(row)}"
        return None

    def age(self, row: CaseRow) -> str:
        return age_text(_moment(row), now=self._clock())

    def rows(self) -> Sequence[CaseRow]:
        return tuple(self._rows)

    def position(self, case_id: str) -> QModelIndex:
        """The index of a case, invalid when the list does not show it."""
        for number, row in enumerate(self._rows):
            if row.id == case_id:
                return self.index(number)
        return QModelIndex()

    def show(self, rows: Sequence[CaseRow]) -> None:
        """Take a new list; only what changed is told to the views."""
        new = list(rows)
        if [row.id for row in new] == [row.id for row in self._rows]:
            for number, (old, row) in enumerate(zip(self._rows, new, strict=True)):
                if old != row:
                    self._rows[number] = row
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        wanted = [self._rows[index.row()].id for index in before]
        self._rows = new
        places = {row.id: number for number, row in enumerate(new)}
        after = [
            self.index(places[case_id]) if case_id in places else QModelIndex()
            for case_id in wanted
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


class StateFilter(QSortFilterProxyModel):
    """The cases of some states out of a shared model: a column of the board."""

    def __init__(self, states: frozenset[CaseState], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states = frozenset(state.value for state in states)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        return index.data(CaseRole.STATE) in self._states


def _moment(row: CaseRow) -> datetime:
    return row.received or row.updated
