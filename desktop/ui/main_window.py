"""The workbench: what the window shows while the vault is open. It joins the screens together.

Each screen does its own work; here stands only what concerns several of them: sections, search,
drops, locking, and which case is where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from desktop.domain import CaseState
from desktop.services.inbox import CaseRow
from desktop.ui.arrivals import Arrivals
from desktop.ui.audit_page import AuditPage
from desktop.ui.bars import Bars
from desktop.ui.board import Board
from desktop.ui.cases import Closing, Detecting, Listing
from desktop.ui.clipboard import SecretClipboard
from desktop.ui.desk import Desk
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.desk_status import DeskStatus
from desktop.ui.dropped import Dropped, can_take
from desktop.ui.export_panel import ExportPanel
from desktop.ui.footer import Footer
from desktop.ui.header import Header
from desktop.ui.icons import Icons
from desktop.ui.importing import DropFrame, Importer
from desktop.ui.inbox import Inbox
from desktop.ui.keys import Keys
from desktop.ui.lock import IdleLock
from desktop.ui.look import column, row
from desktop.ui.replies_page import RepliesPage
from desktop.ui.sample_reply import SampleReply
from desktop.ui.settings_page import Administration
from desktop.ui.shell import Shell
from desktop.ui.sidebar import Section, SideBar
from desktop.ui.theme import UNIT
from desktop.ui.watching import WatchedFolder
from desktop.ui.window import restore_splitter, save_splitter

if TYPE_CHECKING:
    from desktop.services.context import Context

NARROW = 1_200  # pixels: below it the side bar shows signs only
ROOMY = 1_680  # pixels: from here the list of cases stays beside the export panel


class Workbench(QWidget):
    """``locked(reason)`` asks for the lock; ``end`` then stores and closes the vault."""

    locked = Signal(str)
    section_changed = Signal(str)  # its name, for the window's title

    def __init__(self, shell: Shell, ctx: Context) -> None:
        super().__init__()
        self.shell, self.ctx = shell, ctx
        self.icons = Icons(shell.theme, self)
        self.bars = Bars(self.icons, self)
        self.clipboard = SecretClipboard(
            QGuiApplication.clipboard(), seconds=shell.preferences.clipboard_seconds, parent=self
        )
        self.importer = Importer(shell, ctx, self.bars, self)
        self.idle = IdleLock(clock=shell.clock, minutes=shell.preferences.lock_minutes, parent=self)
        self.watched = WatchedFolder(ctx, self)
        self.arrivals = Arrivals(self.bars, self)
        self.sample_reply = SampleReply(
            shell, ctx, self.bars, lambda text: self.importer.run(Dropped(text=text)), self
        )
        self.desk = Desk(
            ServiceReviews(lambda: ctx), shell.tasks, shell.theme, clipboard=self.clipboard
        )
        self.listing = Listing(shell, ctx, self.bars.error)
        self.closing = Closing(shell, ctx, self.bars, self)
        self.detecting = Detecting(shell, ctx, lambda: self.desk.case_id)
        self._rows: Sequence[CaseRow] = ()
        self._wide = True
        self._build()
        self._connect()
        self.setAcceptDrops(True)

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        user = self.ctx.vault.user
        self.header = Header(self.icons, user_name=user.name, role=user.role)
        self.header.set_menu(self.importer.menu(self.icons, self))
        commands = self.desk.commands
        self.header.add_step(commands.undo, "undo")
        self.header.add_step(commands.redo, "redo")
        self.sidebar = SideBar(self.icons)
        self.footer = Footer(self.icons, approve=commands.approve, export=commands.export)
        self.inbox = Inbox(self.shell, self.icons)
        self.export = ExportPanel(self.shell, self.ctx, self.icons, self.bars)
        self.export.hide()
        self.board = Board(self.shell, self.icons)
        self.replies = RepliesPage(self.shell, self.ctx, self.icons, self.bars, self.clipboard)
        self.sections = QStackedWidget()
        self.pages: dict[Section, QWidget] = {
            Section.INBOX: self._inbox_page(),
            Section.BOARD: self.board,
            Section.REPLIES: self.replies,
        }
        for page in self.pages.values():
            self.sections.addWidget(page)
        self._lay_out()
        self.drop_frame = DropFrame(self.shell.theme, self)

    def _inbox_page(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.inbox, self.desk, self.export):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([40 * UNIT, 100 * UNIT, 0])
        restore_splitter(self.splitter, self.shell.preferences, "inbox")
        restore_splitter(self.desk.splitter, self.shell.preferences, "desk")
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.footer)
        return page

    def _lay_out(self) -> None:
        right = column(spacing=0)
        right.addWidget(self.bars)
        right.addWidget(self.sections, 1)
        body = row(spacing=0)
        body.addWidget(self.sidebar)
        body.addLayout(right, 1)
        whole = column(self, spacing=0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.show_section)
        self.header.menu_clicked.connect(self._toggle_sidebar)
        self.header.lock_clicked.connect(lambda: self.locked.emit("user"))
        self.header.search.searched.connect(self._search)
        self.header.search.left.connect(lambda: self.inbox.list.setFocus())
        self.inbox.wanted_changed.connect(self._show_rows)
        self.inbox.case_chosen.connect(self.open_case)
        self.inbox.list.opened.connect(self.open_case)
        self.inbox.list.close_wanted.connect(self.closing.close_case)
        self.replies.list.close_wanted.connect(self.closing.close_case)
        self.closing.changed.connect(self._refreshed)
        self.listing.listed.connect(self._listed)
        self.detecting.detected.connect(lambda _case_id: self.listing.refresh())
        self.importer.imported.connect(self.arrivals.taken_in)
        self.watched.imported.connect(self.arrivals.came_by_itself)
        self.watched.troubled.connect(self.arrivals.troubled)
        self.arrivals.came.connect(self._came)
        self.arrivals.case_wanted.connect(self.open_at_desk)
        self.arrivals.reply_wanted.connect(self.open_reply)
        self.desk.status_changed.connect(self._status_changed)
        self.desk.state_changed.connect(lambda _case_id: self.listing.refresh())
        self.desk.export_requested.connect(self.open_export)
        self.desk.approved.connect(self.open_export)
        self.export.exported.connect(self._exported)
        self.export.closed.connect(self.close_export)
        self.export.reopen_wanted.connect(self._reopen)
        self.board.opened.connect(self.open_anywhere)
        self.replies.answered.connect(lambda _case_id: self.listing.refresh())
        self.idle.lock_requested.connect(self.locked)
        self.shell.preferences.changed.connect(self._preference_changed)
        for keys, slot in (
            ("Ctrl+L", lambda: self.locked.emit("user")),
            ("Ctrl+K", self._focus_search),
            ("Ctrl+PgDown", lambda: self._step(1)),
            ("Ctrl+PgUp", lambda: self._step(-1)),
            ("F1", lambda: Keys(self.desk.commands, self).show()),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # --- beginning and end ------------------------------------------------------------------

    def begin(self) -> None:
        """Fill the screens, start watching and the idle lock."""
        self.show_section(Section.INBOX)
        self.inbox.begin(self.header.import_button)
        self.listing.refresh()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.idle.watch_windows(application)
        self.idle.watch_system()
        self.idle.start()
        self.watched.watch(self.shell.preferences.watched_folder)

    def end(self, reason: str, done: Callable[[], None], *, lock: bool = True) -> None:
        """Store what is unsaved, then close the vault (unless only the window is made anew)."""
        self.idle.stop()
        self.detecting.stop()
        self.clipboard.clear()
        for name, splitter in (("inbox", self.splitter), ("desk", self.desk.splitter)):
            save_splitter(splitter, self.shell.preferences, name)
        self.desk.close_case()
        self.replies.merge.show_empty()
        ctx, watched, tasks = self.ctx, self.watched, self.shell.tasks

        def close() -> None:
            watched.stop()
            if lock:
                from desktop.services import workspace

                workspace.lock(ctx, reason)

        def saved() -> None:
            tasks.run(lambda _c, _p: close(), finished=done, failed=_ignore, lane="vault")

        # The desk's saves run in this lane: what comes after them in it comes when they are done.
        tasks.run(lambda _c, _p: None, finished=saved, lane="review")

    # --- sections ---------------------------------------------------------------------------

    def show_section(self, section: Section) -> None:
        self.sidebar.show_section(section)
        page = self._page(section)
        self.sections.setCurrentWidget(page)
        name = self.sidebar.buttons[section].name
        self.header.title.setText(name)
        self.header.search.setVisible(section in (Section.INBOX, Section.BOARD))
        self.section_changed.emit(name)
        if isinstance(page, AuditPage | Administration):
            page.refresh()
        elif isinstance(page, RepliesPage):
            page.open_first()

    def _page(self, section: Section) -> QWidget:
        """The section's page; those that are seldom wanted are made when they are."""
        if section not in self.pages:
            make = AuditPage if section is Section.AUDIT else Administration
            self.pages[section] = make(self.shell, self.ctx, self.bars)
            self.sections.addWidget(self.pages[section])
        return self.pages[section]

    def section(self) -> Section:
        current = self.sections.currentWidget()
        return next(name for name, page in self.pages.items() if page is current)

    def _toggle_sidebar(self) -> None:
        self._wide = not self._wide
        self.sidebar.set_wide(self._wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        if wide != (event.oldSize().width() >= NARROW) or event.oldSize().width() < 0:
            self._wide = wide
            self.sidebar.set_wide(wide)
        self._make_room()

    # --- cases ------------------------------------------------------------------------------

    def _search(self, query: str) -> None:
        self.listing.query = query
        self.listing.refresh()

    def _focus_search(self) -> None:
        if self.section() not in (Section.INBOX, Section.BOARD):
            self.show_section(Section.INBOX)
        self.header.search.setFocus()
        self.header.search.selectAll()

    def _listed(self, rows: Sequence[CaseRow]) -> None:
        self._rows = rows
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self._rows
        states = self.inbox.states()
        self.inbox.show_cases(
            [row for row in rows if row.state in states], query=self.listing.query
        )
        self.inbox.choose(self.desk.case_id)
        self.board.show_cases(rows)
        if not self.listing.query:
            self.replies.show_cases(rows)
            waiting = dict.fromkeys(CaseState, 0)
            for each in rows:
                waiting[each.state] += 1
            self.sidebar.buttons[Section.INBOX].show_count(
                waiting[CaseState.NEW] + waiting[CaseState.DETECTED]
            )
            self.sidebar.buttons[Section.REPLIES].show_count(waiting[CaseState.REPLIED])

    def open_case(self, case_id: str) -> None:
        """Open a case at the desk."""
        if case_id == self.desk.case_id:
            return
        self.detecting.leave(case_id)
        self.close_export()
        self.desk.open_case(case_id)
        QTimer.singleShot(0, self, self.listing.refresh)  # it is no longer unread

    def open_anywhere(self, case_id: str) -> None:
        """Open a case where its state is worked on: the desk, or the merge view."""
        state = next((each.state for each in self._rows if each.id == case_id), None)
        if state in (CaseState.REPLIED, CaseState.ANSWERED):
            self.open_reply(case_id)
        else:
            self.open_at_desk(case_id)

    def open_at_desk(self, case_id: str) -> None:
        self.show_section(Section.INBOX)
        self.open_case(case_id)
        self.inbox.choose(case_id)

    def open_reply(self, case_id: str, reply_id: str = "") -> None:
        self.replies.open_case(case_id, reply_id or None)
        self.show_section(Section.REPLIES)

    def _came(self, case_ids: Sequence[str]) -> None:
        self.listing.refresh()
        self.detecting.add(case_ids)

    def _step(self, by: int) -> None:
        case_id = self.inbox.neighbour(by)
        if case_id:
            self.open_case(case_id)
            self.inbox.choose(case_id)

    def _status_changed(self, status: DeskStatus) -> None:
        self.footer.show_status(status)

    # --- what goes out ----------------------------------------------------------------------

    def open_export(self, case_id: str) -> None:
        self.export.open_case(case_id)
        self._make_room()

    def close_export(self) -> None:
        self.export.hide()
        self._make_room()

    def _reopen(self) -> None:
        self.close_export()
        self.desk.commands.reopen.trigger()

    def _make_room(self) -> None:
        crowded = not self.export.isHidden() and self.width() < ROOMY
        self.inbox.setVisible(not crowded)

    def _exported(self, _result: object) -> None:
        self._refreshed()
        if self.desk.case_id and self.shell.demo:
            self.sample_reply.offer(self.desk.case_id)

    def _refreshed(self) -> None:
        self.listing.refresh()
        if self.desk.case_id:
            self.desk.open_case(self.desk.case_id)

    # --- drops ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and can_take(event.mimeData()):
            event.acceptProposedAction()
            self.drop_frame.invite()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_frame.hide()
        event.acceptProposedAction()
        self.importer.take(event.mimeData())

    # --- settings ---------------------------------------------------------------------------

    def _preference_changed(self, name: str) -> None:
        preferences = self.shell.preferences
        if name == "idle_lock_minutes":
            self.idle.minutes = preferences.lock_minutes
        elif name == "clipboard_seconds":
            self.clipboard.seconds = preferences.clipboard_seconds
        elif name == "watch_on_start":
            self.watched.watch(preferences.watched_folder)


def _ignore(_error: Exception) -> None:
    """The vault closes all the same when the program ends."""
