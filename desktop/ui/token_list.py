"""The tokens of a package and what became of each in the reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.domain import TokenState
from desktop.ui.icons import Icons
from desktop.ui.theme import UNIT, Theme

if TYPE_CHECKING:
    from desktop.services.replies import MergeView

STATE_COLOURS: dict[TokenState, str] = {
    TokenState.RESTORED: "success",
    TokenState.REPEATED: "warning",
    TokenState.MISSING: "warning",
    TokenState.ALTERED: "danger",
    TokenState.FOREIGN: "danger",
}
# What needs a human stands first.
_ORDER = (
    TokenState.FOREIGN,
    TokenState.ALTERED,
    TokenState.MISSING,
    TokenState.REPEATED,
    TokenState.RESTORED,
)


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One token: its state, how often it stands in the reply, and the value put in."""

    token: str
    state: TokenState
    count: int
    value: str


def state_name(state: TokenState) -> str:
    translate = QCoreApplication.translate
    return {
        TokenState.RESTORED: translate("TokenState", "eingesetzt"),
        TokenState.MISSING: translate("TokenState", "fehlt"),
        TokenState.REPEATED: translate("TokenState", "mehrfach"),
        TokenState.ALTERED: translate("TokenState", "verändert"),
        TokenState.FOREIGN: translate("TokenState", "fremd"),
    }[state]


def count_text(state: TokenState, number: int) -> str:
    """How many tokens are in a state, as a part of a sentence."""
    translate = QCoreApplication.translate
    if state is TokenState.MISSING and number > 1:
        return translate("TokenState", "{n} fehlen").format(n=number)
    return f"{number} {state_name(state)}"


def state_hint(state: TokenState) -> str:
    """What the state means and what to do about it."""
    translate = QCoreApplication.translate
    return {
        TokenState.RESTORED: translate("TokenState", "Der Wert steht wieder an seiner Stelle."),
        TokenState.MISSING: translate(
            "TokenState", "Der Platzhalter kommt in der Antwort nicht vor. Wird er gebraucht?"
        ),
        TokenState.REPEATED: translate(
            "TokenState", "Der Platzhalter kommt mehrfach vor, der Wert steht an jeder Stelle."
        ),
        TokenState.ALTERED: translate(
            "TokenState", "Der Platzhalter wurde verändert und nicht ersetzt. Bitte von Hand."
        ),
        TokenState.FOREIGN: translate(
            "TokenState", "Dieser Platzhalter gehört nicht zu diesem Paket. Er bleibt stehen."
        ),
    }[state]


def rows_of(view: MergeView) -> tuple[TokenRow, ...]:
    """One row a token, those that need a human first, then in the order of the reply."""
    counts: dict[str, int] = {}
    values: dict[str, str] = {}
    for piece in view.pieces:
        if piece.token is None or piece.state is None:
            continue
        counts[piece.token] = counts.get(piece.token, 0) + 1
        if piece.state in (TokenState.RESTORED, TokenState.REPEATED):
            values[piece.token] = piece.text
    states: dict[str, TokenState] = {}
    for seen in view.sightings:
        states[seen.token] = seen.state
    rows = [
        TokenRow(token, state, counts.get(token, 0), values.get(token, ""))
        for token, state in states.items()
    ]
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.state)))


class TokenList(QTreeWidget):
    """Emits ``token_chosen`` when a row becomes the current one."""

    token_chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._rows: tuple[TokenRow, ...] = ()
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Platzhalter"), self.tr("Zustand"), self.tr("Wert")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setProperty("role", "rows")
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(self.tr("Platzhalter der Antwort"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(8 * UNIT)
        header.setSectionsMovable(False)
        self.currentItemChanged.connect(self._chosen)
        theme.changed.connect(lambda: self.show_rows(self._rows))

    def show_rows(self, rows: Sequence[TokenRow]) -> None:
        self._rows = tuple(rows)
        self.blockSignals(True)
        self.clear()
        for row in self._rows:
            words = state_name(row.state)
            if row.count > 1:
                words = f"{words} ({row.count}×)"
            item = QTreeWidgetItem([row.token, words, row.value or "–"])
            colour = STATE_COLOURS[row.state]
            item.setIcon(1, self._icons.icon(f"token-{row.state.value}", colour))
            item.setForeground(1, self._theme.color(colour))
            item.setData(0, Qt.ItemDataRole.UserRole, row.token)
            for number in range(3):
                item.setToolTip(number, state_hint(row.state))
            self.addTopLevelItem(item)
        self.blockSignals(False)

    def _chosen(self, current: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.token_chosen.emit(str(current.data(0, Qt.ItemDataRole.UserRole)))
