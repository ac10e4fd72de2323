"""The three texts of the merge view: reply with its tokens, difference, editable answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.domain import TokenState
from desktop.exchange.difference import Change, ChangeKind
from desktop.ui.textpane import limit_lines
from desktop.ui.theme import UNIT, Theme
from desktop.ui.token_list import STATE_COLOURS, state_hint, state_name

if TYPE_CHECKING:
    from desktop.split.merge import Piece

_TOKEN = QTextCharFormat.Property.UserProperty + 1
_SOFT = {
    TokenState.RESTORED: "success_soft",
    TokenState.REPEATED: "warning_soft",
    TokenState.MISSING: "warning_soft",
    TokenState.ALTERED: "danger_soft",
    TokenState.FOREIGN: "danger_soft",
}
_LINES = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    TokenState.RESTORED: _LINES.SingleUnderline,
    TokenState.REPEATED: _LINES.DashUnderline,
    TokenState.MISSING: _LINES.DashUnderline,
    TokenState.ALTERED: _LINES.WaveUnderline,
    TokenState.FOREIGN: _LINES.WaveUnderline,
}


class ColouredText(QTextEdit):
    """Plain text with coloured stretches; never interprets what it shows as markup."""

    def __init__(self, theme: Theme, *, editable: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setReadOnly(not editable)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2 * UNIT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        limit_lines(self, event.size().width())
        super().resizeEvent(event)

    def format_of(self, state: TokenState) -> QTextCharFormat:
        result = QTextCharFormat()
        result.setBackground(self._theme.color(_SOFT[state]))
        result.setUnderlineStyle(_UNDERLINES[state])
        result.setUnderlineColor(self._theme.color(STATE_COLOURS[state]))
        result.setToolTip(f"{state_name(state)}: {state_hint(state)}")
        return result

    def show_pieces(self, stretches: Sequence[tuple[str, Piece]]) -> None:
        """Show stretches of text, each in the look of its piece's token state."""
        self.clear()
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        for text, piece in stretches:
            if piece.token is None or piece.state is None:
                cursor.insertText(text, QTextCharFormat())
                continue
            look = self.format_of(piece.state)
            look.setProperty(_TOKEN, piece.token)
            cursor.insertText(text, look)
        self.setUndoRedoEnabled(not self.isReadOnly())
        self._to_top()

    def show_changes(self, sent: str, received: str, changes: Sequence[Change]) -> None:
        """Show a difference: added underlined, removed struck through."""
        self.clear()
        cursor = QTextCursor(self.document())
        for change in changes:
            old, new = sent[slice(*change.sent)], received[slice(*change.received)]
            if change.kind is ChangeKind.SAME:
                cursor.insertText(new, QTextCharFormat())
                continue
            cursor.insertText(old, self._removed())
            cursor.insertText(new, self._added())
        self._to_top()

    def _added(self) -> QTextCharFormat:
        result = QTextCharFormat()
        result.setBackground(self._theme.color("success_soft"))
        result.setUnderlineStyle(_LINES.SingleUnderline)
        result.setUnderlineColor(self._theme.color("success"))
        return result

    def _removed(self) -> QTextCharFormat:
        result = QTextCharFormat()
        result.setForeground(self._theme.color("muted"))
        result.setBackground(self._theme.color("danger_soft"))
        result.setFontStrikeOut(True)
        return result

    def _to_top(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    def find_token(self, token: str) -> bool:
        """Select the first stretch that belongs to ``token``; False when there is none."""
        block = self.document().begin()
        while block.isValid():
            at = block.begin()
            while not at.atEnd():
                fragment = at.fragment()
                if fragment.charFormat().property(_TOKEN) == token:
                    self._select(fragment.position(), fragment.length())
                    return True
                at += 1
            block = block.next()
        return False

    def _select(self, start: int, length: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def plain(self) -> str:
        """The text as characters, with ordinary line ends and blanks as they were."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
