"""Asking a chat model about the case on the desk: which one, and what to do when there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop import paths
from desktop.ui.desk_reviews import Reviewing
from desktop.ui.desk_session import ReviewSession
from desktop.ui.look import icon_tool


class Opinions(QObject):
    """Keeps the action enabled just when a model can be asked; ``button`` is its place."""

    def __init__(
        self, reviews: Reviewing, session: ReviewSession, action: QAction, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._session = session
        self._action = action
        self.models: tuple[Path, ...] = ()
        self.button = icon_tool(action)
        action.triggered.connect(lambda _checked=False: self._ask())
        session.opened.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._came_back)
        session.status_changed.connect(lambda _status: self._refresh())

    @Slot(Qt.ApplicationState)
    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def look(self) -> None:
        """See which models there are; the user may put one there at any time."""
        self.models = tuple(self._reviews.chat_models())
        self._refresh()

    def _refresh(self) -> None:
        self._action.setEnabled(bool(self.models) and self._session.status.approvable)
        if self.models:
            keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = self.tr("Ein Chatmodell nach weiteren Funden fragen ({keys})")
            self._action.setToolTip(tip.format(keys=keys))
        else:
            where = self.tr(
                "Zweite Meinung: Legen Sie ein Chatmodell (.gguf) in den Ordner {folder}."
            )
            self._action.setToolTip(where.format(folder=paths.user_models()))

    def _ask(self) -> None:
        self.look()
        if len(self.models) == 1:
            self._session.ask(self.models[0])
        elif self.models:
            menu = self.menu()
            menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def menu(self) -> QMenu:
        """The models by name; choosing one asks it."""
        menu = QMenu(self.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for model in self.models:
            entry = menu.addAction(model.stem.replace("&", "&&"))
            entry.triggered.connect(lambda _checked=False, model=model: self._session.ask(model))
        return menu
