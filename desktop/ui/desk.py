"""The review desk: original and problem description side by side, persons and data at the right.

The window embeds ``Desk`` and puts ``Desk.commands`` (``DeskActions``) into its menus; the strip
at the bottom of the window shows ``status_changed``. The desk opens, shows, edits, stores and
approves.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDateTime, QLocale, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from desktop.domain import Mail, Span
from desktop.services.review import is_uncertain
from desktop.split.split import Split
from desktop.ui import labels
from desktop.ui.clipboard import SecretClipboard
from desktop.ui.columns import FoldingColumns
from desktop.ui.desk_actions import DeskActions
from desktop.ui.desk_attachments import AttachmentStrip
from desktop.ui.desk_bars import FindBar
from desktop.ui.desk_editing import Editing
from desktop.ui.desk_notices import Notices
from desktop.ui.desk_opinions import Opinions
from desktop.ui.desk_popup import LabelPopup
from desktop.ui.desk_reviews import Reviewing
from desktop.ui.desk_session import ReviewSession
from desktop.ui.desk_status import DeskStatus
from desktop.ui.desk_views import TwinViews
from desktop.ui.entities import EntityPanel
from desktop.ui.entity_card import Detail, EntityCard
from desktop.ui.entity_groups import Entity, number_text
from desktop.ui.icons import Icons
from desktop.ui.look import column, frame, label, row
from desktop.ui.markpaint import Ident
from desktop.ui.marks import snap
from desktop.ui.marktext import MarkText
from desktop.ui.tasks import Tasks
from desktop.ui.textmap import display
from desktop.ui.theme import UNIT, Theme

_PANEL = 38 * UNIT


class Desk(QWidget):
    """``reviews`` is usually ``ServiceReviews(lambda: context)``.

    ``clipboard`` copies personal text with care; without one the desk makes its own. The splitter
    ``splitter`` may be saved and restored by the window.
    """

    state_changed = Signal(str)  # case id: detected, approved, reopened
    status_changed = Signal(object)  # DeskStatus
    approved = Signal(str)
    export_requested = Signal(str)

    def __init__(
        self,
        reviews: Reviewing,
        tasks: Tasks,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        clipboard: SecretClipboard | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = Icons(theme, self)
        self._clipboard = clipboard or SecretClipboard(QGuiApplication.clipboard(), parent=self)
        self.session = ReviewSession(reviews, tasks, self)
        self.commands = DeskActions(self._icons, theme, self)
        self.views = TwinViews(theme, self._describe, self)
        self.editing = Editing(self.session, self.views, self.commands, self)
        self.opinions = Opinions(reviews, self.session, self.commands.opinion, self)
        self.panel = EntityPanel(theme, self._detail, self._card)
        self._build()
        self._connect()
        self.commands.give_to(self, self.views.original, self.views.description, self.panel)

    # --- for the window -------------------------------------------------------------------

    def open_case(self, case_id: str) -> None:
        """Bring a case onto the desk; what was on it is stored first."""
        self._clear()
        self.session.open(case_id)

    def close_case(self) -> None:
        """Clear the desk: nothing personal stays on the screen."""
        self._clear()
        self.session.close()
        self.views.show_text("", ())
        self.panel.show_marks("", self.session.marks)
        self.attachments.show_attachments(())
        self._stack.setCurrentIndex(0)
        self.editing.choose(None)

    @property
    def case_id(self) -> str:
        return self.session.case_id

    @property
    def status(self) -> DeskStatus:
        return self.session.status

    def _clear(self) -> None:
        self.notices.clear()
        self.popup.hide()
        self.finder.close_bar()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self.notices = Notices(self._icons, self.session)
        self.finder = FindBar(self._icons)
        self.attachments = AttachmentStrip(self._icons)
        self.popup = LabelPopup(self._theme, self.commands.labels, self)
        self._from = label("", "small")
        self._tokens = label("", "small")
        self._count = label("", "small")
        self._nothing = label("", "empty", wrap=True)
        self._nothing.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.splitter = FoldingColumns(_PANEL)
        self.splitter.setChildrenCollapsible(True)
        for widget, title, *aside in (
            (self.views.original, self.tr("Original"), self._from),
            (self.views.description, self.tr("Problembeschreibung"), self._tokens),
            (self._found(), self.tr("Personen und Daten"), self._count, self.opinions.button),
        ):
            self.splitter.addWidget(_pane(widget, title, *aside))
        for at, stretch in ((0, 5), (1, 5), (2, 2)):
            self.splitter.setStretchFactor(at, stretch)
            self.splitter.setCollapsible(at, at == 2)
        self.splitter.setSizes([60 * UNIT, 60 * UNIT, _PANEL])
        work = QWidget()
        layout = column(work, spacing=0)
        layout.addWidget(self.finder)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.attachments)
        self._stack = QStackedWidget()
        self._stack.addWidget(_empty(self.tr("Kein Vorgang geöffnet"), self._empty_text()))
        self._stack.addWidget(work)
        outer = column(self, spacing=0)
        outer.addWidget(self.notices)
        outer.addWidget(self._stack, 1)

    def _found(self) -> QWidget:
        """The panel, and what to do while it has nothing to show."""
        result = frame("panel")
        result.setMinimumWidth(_PANEL)
        layout = column(result, spacing=0)
        layout.addWidget(self._nothing)
        layout.addWidget(self.panel, 1)
        return result

    def _empty_text(self) -> str:
        return self.tr(
            "Wählen Sie links einen Vorgang, oder ziehen Sie eine Nachricht in das Fenster."
        )

    def _connect(self) -> None:
        session, views, actions = self.session, self.views, self.commands
        session.opened.connect(self._show_text)
        session.marks_changed.connect(self._show_marks)
        session.previewed.connect(self._show_split)
        session.status_changed.connect(self._show_status)
        session.state_changed.connect(self.state_changed)
        session.approved.connect(self.approved)
        views.chosen.connect(self.editing.choose_ident)
        views.original.mark_resized.connect(self.editing.resize)
        for view in (views.original, views.description):
            view.range_selected.connect(partial(self._offer, view))
            view.selectionChanged.connect(self._selection_changed)
            view.menu_wanted.connect(partial(self._menu, view))
            view.copy_wanted.connect(self._clipboard.copy)
        self.panel.chosen.connect(self.editing.choose)
        self.panel.hovered.connect(self._panel_hovered)
        self.panel.move_wanted.connect(self.editing.move)
        self.panel.merge_wanted.connect(self.editing.merge)
        self.editing.chosen.connect(self.panel.show_current)
        self.editing.said.connect(self.announce)
        self.editing.bulk_done.connect(
            lambda text: self.notices.offer_undo(text, self.editing.undo)
        )
        self.finder.found.connect(views.original.show_found)
        self.finder.closed.connect(views.take_focus)
        actions.find.triggered.connect(self._open_find)
        actions.detect.triggered.connect(lambda _: session.detect())
        actions.approve.triggered.connect(lambda _: self.notices.approve())
        actions.reopen.triggered.connect(lambda _: session.reopen())
        actions.export.triggered.connect(lambda _: self.export_requested.emit(self.case_id))

    # --- showing --------------------------------------------------------------------------

    def _show_text(self) -> None:
        review = self.session.review
        if review is None:
            return
        mail = review.mail
        self.popup.hide()
        self.views.show_text(mail.text, mail.segments)
        self.finder.set_text(mail.text)
        self.attachments.show_attachments(mail.attachments)
        self._from.setText(_who_and_when(mail))
        self._from.setToolTip(mail.sender.address if mail.sender else "")
        self._stack.setCurrentIndex(1)
        self.editing.choose(None)
        self.notices.show_problems(mail.problems)

    def _show_marks(self) -> None:
        session = self.session
        status = session.status
        self.notices.forget_step()
        self.panel.editable = status.editable
        self.views.show_spans(session.marks.spans, editable=status.editable)
        self.panel.show_marks(session.text, session.marks)
        if self.editing.current is not None and self.editing.current not in session.marks.spans:
            self.editing.choose(None, reveal=False)
        self.editing.refresh()

    def _show_split(self, split: Split) -> None:
        self.views.show_split(split)
        count = len(split.tokens)
        one, many = self.tr("1 Platzhalter"), self.tr("{n} Platzhalter")
        self._tokens.setText((one if count == 1 else many.format(n=count)) if count else "")
        self.panel.show_current(self.editing.current)

    def _show_status(self, status: DeskStatus) -> None:
        self._count.setText(str(status.marks) if status.marks else "")
        self._nothing.setVisible(not status.marks)
        if status.detecting:
            self._nothing.setText(self.tr("Die Nachricht wird geprüft …"))
        elif status.editable:
            self._nothing.setText(
                self.tr(
                    "Keine Funde. Markieren Sie im Original mit der Maus oder mit "
                    "Umschalt+Pfeiltasten, was eine Person verrät, und wählen Sie die Art."
                )
            )
        else:
            self._nothing.setText(self.tr("Keine Funde."))
        self.editing.refresh()
        self.status_changed.emit(status)

    def _describe(self, ident: Ident) -> str:
        """What the tool tip of a mark says."""
        spans = self.session.marks.spans
        span = next((span for span in spans if (span.start, span.end) == ident), None)
        if span is None:
            return ""
        words = [labels.name(span.label), labels.source_name(span.source)]
        if is_uncertain(span):
            words.append(self.tr("unsicher ({score})").format(score=number_text(span.score)))
        return " · ".join(words)

    def _detail(self, entity: Entity, current: Span) -> Detail:
        session = self.session
        entries = session.split.entries if session.split is not None else ()
        place = (current.start, current.end)
        token = next((e.token for e in entries if (e.start, e.end) == place), "")
        owner = session.marks.owner(current)
        mentions = owner.mentions if owner is not None else ()
        reason = next((m.reason for m in mentions if m.span == current), "")
        editable = session.status.editable
        return Detail(entity, current, token, reason, session.marks.persons, editable)

    def _card(self, detail: Detail) -> EntityCard:
        actions = self.commands
        return EntityCard(
            detail,
            self._theme,
            relabel=actions.labels,
            accept=actions.accept,
            remove=actions.remove,
            apply_to_all=actions.apply_to_all,
        )

    def announce(self, text: str) -> None:
        """Let a screen reader say what happened."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # --- mouse and keys -------------------------------------------------------------------

    def _offer(self, view: MarkText, start: int, end: int) -> None:
        """Show the labels beside what the mouse selected."""
        if not self.session.status.editable:
            return
        snapped = snap(view.text, start, end)
        if snapped is None:
            return
        view.select(*snapped)  # shows what a click on a label will mark
        self.editing.refresh()
        rect = view.place(*snapped)
        port = view.viewport()
        below = port.mapTo(self, rect.bottomLeft().toPoint())
        self.popup.show_at(below, port.mapTo(self, rect.topLeft().toPoint()))

    def _selection_changed(self) -> None:
        if self.views.selection() is None:
            self.popup.hide()
        self.editing.refresh()

    def _panel_hovered(self, span: Span | None) -> None:
        self.views.show_hover((span.start, span.end) if span is not None else None)

    def _menu(self, view: MarkText, place: QPoint, _point: int) -> None:
        mark = view.mark_under(QPointF(view.viewport().mapFromGlobal(place)))
        if mark is not None and view.selection() is None:
            self.editing.choose_ident(mark.ident)
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu(self) -> QMenu:
        """What can be done at the current mark or selection."""
        actions = self.commands
        menu = QMenu(self)
        kinds = menu.addMenu(self.tr("Markieren als"))
        kinds.addActions(list(actions.labels.values()))
        kinds.setEnabled(any(action.isEnabled() for action in actions.labels.values()))
        menu.addSeparator()
        menu.addActions([actions.accept, actions.apply_to_all, actions.remove, actions.remove_all])
        menu.addSeparator()
        menu.addActions([actions.find, actions.detect, actions.opinion])
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.popup.hide()
            self.views.clear_selection()
            self.finder.close_bar()
        else:
            super().keyPressEvent(event)

    def _open_find(self) -> None:
        chosen = self.views.original.selection()
        words = self.session.text[slice(*chosen)] if chosen else ""
        self.finder.open_bar(self.session.text, words)


def _who_and_when(mail: Mail) -> str:
    """Sender and day, for the original's heading."""
    words = [display(mail.sender.name or mail.sender.address)] if mail.sender else []
    if mail.date is not None:
        day = QDateTime.fromSecsSinceEpoch(round(mail.date.timestamp()))
        words.append(QLocale().toString(day, QLocale.FormatType.ShortFormat))
    return " · ".join(words)


def _pane(widget: QWidget, title: str, *aside: QWidget) -> QWidget:
    """A column with its heading; the line below runs through all three."""
    pane = frame("panel")
    layout = column(pane, spacing=0)
    head = frame("bar")
    head.setFixedHeight(5 * UNIT)
    inner = row(head)
    inner.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
    inner.addWidget(label(title, "heading"))
    inner.addStretch(1)
    for each in aside:
        inner.addWidget(each)
    layout.addWidget(head)
    layout.addWidget(widget, 1)
    return pane


def _empty(title: str, advice: str) -> QWidget:
    page = frame("panel")
    layout = column(page, margin=4 * UNIT)
    layout.addStretch(2)
    for text, role in ((title, "title"), (advice, "empty")):
        words = label(text, role, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words)
    layout.addStretch(3)
    return page
