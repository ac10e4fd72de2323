"""The desk's actions with their keys: for menus, toolbars, the card's buttons and the keyboard.

Keys with Ctrl, Alt or F work in the whole window; bare letters and digits only where marks have
the focus, so that typing into a field stays typing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.domain import Label
from desktop.ui import labels
from desktop.ui.entity_rows import badge_icon
from desktop.ui.icons import Icons
from desktop.ui.theme import Theme

_WINDOW = Qt.ShortcutContext.WindowShortcut
_FOCUS = Qt.ShortcutContext.WidgetShortcut


class DeskActions(QObject):
    """One ``QAction`` an attribute; ``labels`` has one for each label, nine with a digit."""

    def __init__(self, icons: Icons, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self.undo = self._action(self.tr("Rückgängig"), "Ctrl+Z", sign="undo")
        self.redo = self._action(self.tr("Wiederholen"), "Ctrl+Shift+Z", "Ctrl+Y", sign="redo")
        self.next_mark = self._action(self.tr("Nächster Fund"), "Alt+Down")
        self.previous_mark = self._action(self.tr("Voriger Fund"), "Alt+Up")
        self.next_uncertain = self._action(self.tr("Nächster unsicherer Fund"), "F8")
        self.find = self._action(self.tr("In der Nachricht suchen"), "Ctrl+F", sign="search")
        self.detect = self._action(self.tr("Erneut prüfen"), "F5")
        self.opinion = self._action(self.tr("Zweite Meinung …"), "Shift+F5", sign="opinion")
        self.approve = self._action(
            self.tr("Freigeben"), "Ctrl+Return", "Ctrl+Enter", sign="approve"
        )
        self.reopen = self._action(self.tr("Wieder öffnen"), sign="edit")
        self.export = self._action(self.tr("An Dienstleister geben …"), "Ctrl+E", sign="export")
        self.accept = self._bare(self.tr("Fund bestätigen"), "Return", "Enter", sign="check")
        self.accept_all = self._bare(self.tr("Alle gleichen Funde bestätigen"), "Shift+Return")
        self.remove = self._bare(self.tr("Fund entfernen"), "Del", "Backspace", sign="delete")
        self.remove_all = self._bare(self.tr("Alle gleichen Funde entfernen"), "Shift+Del")
        self.apply_to_all = self._bare(self.tr("Auf alle gleichen Stellen anwenden"), "A")
        self.end_right = self._bare(self.tr("Fund am Ende verlängern"), "Shift+Alt+Right")
        self.end_left = self._bare(self.tr("Fund am Ende kürzen"), "Shift+Alt+Left")
        self.start_left = self._bare(self.tr("Fund am Anfang verlängern"), "Shift+Alt+Up")
        self.start_right = self._bare(self.tr("Fund am Anfang kürzen"), "Shift+Alt+Down")
        self.labels: dict[Label, QAction] = {}
        for label in Label:
            action = self._bare(labels.name(label), *filter(None, [labels.key(label)]))
            action.setToolTip(labels.hint(label))
            self.labels[label] = action
        self._draw_labels()
        theme.changed.connect(self._draw_labels)

    def _draw_labels(self) -> None:
        for label, action in self.labels.items():
            action.setIcon(badge_icon(label, self._theme))

    def everywhere(self) -> tuple[QAction, ...]:
        """Those that the window itself must hold."""
        return (
            self.undo,
            self.redo,
            self.next_mark,
            self.previous_mark,
            self.next_uncertain,
            self.find,
            self.detect,
            self.opinion,
            self.approve,
            self.reopen,
            self.export,
        )

    def on_marks(self) -> tuple[QAction, ...]:
        """Those that act on the mark or selection in the focused view."""
        return (
            self.accept,
            self.accept_all,
            self.remove,
            self.remove_all,
            self.apply_to_all,
            self.end_right,
            self.end_left,
            self.start_left,
            self.start_right,
            *self.labels.values(),
        )

    def give_to(self, desk: QWidget, *views: QWidget) -> None:
        desk.addActions(list(self.everywhere()))
        for view in views:
            view.addActions(list(self.on_marks()))

    def _action(self, text: str, *keys: str, sign: str = "") -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(_WINDOW)
        action.setEnabled(False)
        if sign:
            self._icons.put(action, sign)
        return action

    def _bare(self, text: str, *keys: str, sign: str = "") -> QAction:
        action = self._action(text, *keys, sign=sign)
        action.setShortcutContext(_FOCUS)
        return action
