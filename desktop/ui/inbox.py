"""The inbox: all cases that are not closed, with a filter by state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QMenu, QStackedWidget, QWidget

from desktop.domain import CaseState
from desktop.services.inbox import CaseRow
from desktop.ui.case_delegate import CaseDelegate
from desktop.ui.case_model import CaseModel, CaseRole, state_name
from desktop.ui.icons import Icons
from desktop.ui.look import column, frame, label, row
from desktop.ui.shell import Shell
from desktop.ui.theme import UNIT

OPEN_STATES = frozenset(CaseState) - {CaseState.CLOSED}
REFRESH_AGES_MS = 60_000


class CaseList(QListView):
    """A list of cases; Enter opens, arrows choose, the context menu closes a case."""

    opened = Signal(str)  # case id
    close_wanted = Signal(str)  # case id

    def __init__(self, shell: Shell, icons: Icons, *, narrow: bool = False) -> None:
        super().__init__()
        self.setItemDelegate(CaseDelegate(shell.theme, icons, self, narrow=narrow))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        case_id = str(index.data(CaseRole.ID))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Öffnen"), lambda: self._open(index))
        if index.data(CaseRole.STATE) != CaseState.CLOSED.value:
            menu.addAction(self.tr("Vorgang abschließen"), lambda: self.close_wanted.emit(case_id))
        menu.popup(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(str(index.data(CaseRole.ID)))


class Inbox(QFrame):
    """The list with its filter. It shows what it is given and asks to be filled anew.

    ``case_chosen`` follows the current row; ``wanted_changed`` says that other cases are wanted.
    """

    case_chosen = Signal(str)
    wanted_changed = Signal()

    def __init__(self, shell: Shell, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setMinimumWidth(26 * UNIT)
        self.model = CaseModel(clock=shell.clock, parent=self)
        self._query = ""
        self._ready = False
        self._if_empty: QWidget | None = None
        layout = column(self, spacing=0)
        layout.addWidget(self._head())
        self.list = CaseList(shell, icons)
        self.list.setAccessibleName(self.tr("Vorgänge"))
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.empty = label("", "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(3 * UNIT, 6 * UNIT, 3 * UNIT, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        layout.addWidget(self.stack, 1)
        self._ages = QTimer(self)
        self._ages.setInterval(REFRESH_AGES_MS)
        self._ages.timeout.connect(self.list.viewport().update)
        self._ages.start()

    def _head(self) -> QWidget:
        head = frame("bar")
        layout = row(head)
        layout.setContentsMargins(UNIT + UNIT // 2, UNIT // 2, UNIT, UNIT // 2)
        self.count = label("", "muted")
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Nach Stand filtern"))
        self.filter.addItem(self.tr("Alle offenen"), None)
        for state in CaseState:
            self.filter.addItem(state_name(state), state.value)
        self.filter.currentIndexChanged.connect(self.wanted_changed)
        layout.addWidget(self.filter, 1)
        layout.addWidget(self.count)
        return head

    # --- what is wanted ---------------------------------------------------------------------

    def states(self) -> frozenset[CaseState]:
        value = self.filter.currentData()
        return OPEN_STATES if value is None else frozenset({CaseState(value)})

    # --- showing ----------------------------------------------------------------------------

    def begin(self, if_empty: QWidget) -> None:
        """Take the keyboard focus; if there turn out to be no cases, ``if_empty`` has it."""
        self.list.setFocus()
        self._if_empty = if_empty

    def show_cases(self, rows: Sequence[CaseRow], *, query: str = "") -> None:
        """Show these cases (found by ``query``); the chosen one stays chosen if it is there."""
        self._query = query
        self._ready = False
        self.model.show(rows)
        self._ready = True
        self.count.setText(str(len(rows)))
        self.count.setVisible(bool(rows))
        self.empty.setText(self._empty_text())
        if self._if_empty is not None and self.window().focusWidget() is self.list:
            self._place_keyboard(self._if_empty)
        self._if_empty = None
        self.stack.setCurrentWidget(self.list if rows else self.empty)

    def _place_keyboard(self, if_empty: QWidget) -> None:
        first = self.model.index(0)
        if first.isValid():
            nothing = QItemSelectionModel.SelectionFlag.NoUpdate
            self.list.selectionModel().setCurrentIndex(first, nothing)
        else:
            if_empty.setFocus()

    def _empty_text(self) -> str:
        if self._query:
            return self.tr("Kein Vorgang passt zur Suche „{query}“.").format(query=self._query)
        if self.filter.currentData() is not None:
            return self.tr("Kein Vorgang mit diesem Stand.")
        return self.tr(
            "Noch keine Nachrichten.\n\nZiehen Sie eine Nachricht hierher oder wählen Sie oben "
            "„Importieren“."
        )

    def current_case(self) -> str:
        index = self.list.currentIndex()
        return str(index.data(CaseRole.ID)) if index.isValid() else ""

    def choose(self, case_id: str) -> bool:
        """Make a case the current one without telling anybody; False when it is not shown."""
        index = self.model.position(case_id)
        if not index.isValid():
            self.list.clearSelection()  # the keyboard keeps its place in the list
            return False
        self._ready = False
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._ready = True
        self.list.scrollTo(index)
        return True

    def neighbour(self, step: int) -> str:
        """The case above (-1) or below (1) the current one; empty at the ends."""
        index = self.model.index(self.list.currentIndex().row() + step)
        return str(index.data(CaseRole.ID)) if index.isValid() else ""

    def _current_changed(self, current: QModelIndex) -> None:
        # A list that gets the focus makes its first row the current one, but does not select it.
        if self._ready and self.list.selectionModel().isSelected(current):
            self.case_chosen.emit(str(current.data(CaseRole.ID)))
