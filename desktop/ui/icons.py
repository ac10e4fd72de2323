"""The window's signs: one table of names onto Phosphor glyphs, in the theme's colours."""

from __future__ import annotations

import weakref
from typing import Protocol

import qtawesome
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from desktop.ui.theme import Theme

GLYPHS: dict[str, str] = {
    "add": "plus",
    "alert": "warning",
    "answer": "arrow-u-up-left",
    "approve": "check-circle",
    "attachment": "paperclip",
    "audit": "shield-check",
    "board": "columns",
    "cancel": "x",
    "check": "check",
    "close": "x",
    "copy": "copy",
    "delete": "trash",
    "down": "caret-down",
    "edit": "pencil-simple",
    "error": "warning-circle",
    "export": "export",
    "filter": "funnel-simple",
    "folder": "folder-open",
    "import": "download-simple",
    "inbox": "tray",
    "info": "info",
    "lock": "lock-simple",
    "mail": "envelope-simple",
    "menu": "list",
    "opinion": "chats-teardrop",
    "paste": "clipboard-text",
    "print": "printer",
    "redo": "arrow-clockwise",
    "replies": "chats",
    "save": "floppy-disk",
    "search": "magnifying-glass",
    "settings": "gear-six",
    "success": "check-circle",
    "undo": "arrow-counter-clockwise",
    "up": "caret-up",
    "user": "user-circle",
    "vendor": "users-three",
    "waiting": "clock",
    "watch": "eye",
    "state-new": "circle",
    "state-detected": "circle-half",
    "state-approved": "check-circle",
    "state-exported": "paper-plane-tilt",
    "state-replied": "chat-circle-text",
    "state-answered": "checks",
    "state-closed": "archive-box",
    "token-restored": "check-circle",
    "token-missing": "minus-circle",
    "token-repeated": "copy-simple",
    "token-altered": "pencil-circle",
    "token-foreign": "question",
}


class Wearer(Protocol):
    """A button or an action."""

    def setIcon(self, icon: QIcon, /) -> None: ...


class Icons(QObject):
    """Draws glyphs in palette colours and draws them anew when the theme changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cache: dict[tuple[str, str], QIcon] = {}
        self._worn: weakref.WeakKeyDictionary[Wearer, tuple[str, str]] = weakref.WeakKeyDictionary()
        theme.changed.connect(self._redraw)

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """The glyph ``name`` in the palette's colour ``colour``, greyed when disabled."""
        key = (name, colour)
        if key not in self._cache:
            palette = self._theme.palette
            self._cache[key] = qtawesome.icon(
                f"ph.{GLYPHS[name]}",
                color=getattr(palette, colour),
                color_disabled=palette.edge,
            )
        return self._cache[key]

    def put(self, wearer: Wearer, name: str, colour: str = "text") -> None:
        """Give a button or action this sign for good, also after a change of theme."""
        self._worn[wearer] = (name, colour)
        wearer.setIcon(self.icon(name, colour))

    def _redraw(self) -> None:
        self._cache.clear()
        for wearer, (name, colour) in list(self._worn.items()):
            wearer.setIcon(self.icon(name, colour))
