"""What the workbench asks of the services about cases: lists, detection, closing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain import Cancel, CaseState, Progress
from desktop.errors import UserError
from desktop.ui.bars import Bars
from desktop.ui.shell import Shell, plain
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.services.context import Context
    from desktop.services.inbox import CaseRow
    from desktop.services.review import Review

Rows = Sequence["CaseRow"]


class Listing(QObject):
    """Keeps one list of cases fresh; many wishes at once become one reading."""

    listed = Signal(object)  # sequence of CaseRow

    def __init__(self, shell: Shell, ctx: Context, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._shell, self._ctx, self._failed = shell, ctx, failed
        self._running = self._again = False
        self.query = ""
        self.states: Collection[CaseState] = ()

    def refresh(self) -> None:
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        ctx, query, states = self._ctx, self.query, tuple(self.states)

        def work() -> Rows:
            from desktop.services import inbox

            return inbox.list_cases(ctx, query=query, states=states)

        self._shell.tasks.run(
            plain(work),
            owner=self,
            done=self.listed.emit,
            failed=self._failed,
            finished=self._over,
            lane="lists",
        )

    def _over(self) -> None:
        self._running = False
        if self._again:
            self.refresh()


class Detecting(QObject):
    """Runs the detector over newly imported cases, one at a time, while the user does other work.

    The case on the desk is left to the desk.
    """

    detected = Signal(str)  # case id

    def __init__(self, shell: Shell, ctx: Context, on_desk: Callable[[], str]) -> None:
        super().__init__()
        self._shell, self._ctx, self._on_desk = shell, ctx, on_desk
        self._waiting: deque[str] = deque()
        self._task: Task | None = None
        self._case_id = ""

    def add(self, case_ids: Collection[str]) -> None:
        self._waiting.extend(case_ids)
        self._next()

    def leave(self, case_id: str) -> None:
        """The desk takes this case over: stop what runs for it here."""
        if case_id == self._case_id and self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> None:
        if self._task is not None:
            return
        while self._waiting and self._waiting[0] == self._on_desk():
            self._waiting.popleft()
        if not self._waiting:
            return
        ctx, case_id = self._ctx, self._waiting.popleft()
        self._case_id = case_id

        def work(cancel: Cancel, _progress: Progress) -> Review:
            from desktop.services import review

            return review.detect(ctx, case_id=case_id, cancel=cancel)

        self._task = self._shell.tasks.run(
            work,
            owner=self,
            done=lambda _review: self.detected.emit(case_id),
            failed=self._trouble,
            finished=self._over,
            lane="background",
        )

    def _over(self) -> None:
        self._task, self._case_id = None, ""
        self._next()

    def _trouble(self, error: Exception) -> None:
        """What goes wrong here the desk says when the case is opened; bugs are logged."""
        if not isinstance(error, UserError):
            from desktop.log import reference

            reference(error)


class Closing(QObject):
    """Puts cases away, with a way back. ``changed`` when one was closed or taken up again."""

    changed = Signal()

    def __init__(self, shell: Shell, ctx: Context, bars: Bars, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._ctx, self._bars = shell, ctx, bars

    def close_case(self, case_id: str) -> None:
        ctx = self._ctx

        def work() -> None:
            from desktop.services import inbox

            inbox.close_case(ctx, case_id=case_id)

        self._run(work, lambda: self._closed(case_id))

    def _closed(self, case_id: str) -> None:
        self._bars.say(
            self.tr("{case} ist abgeschlossen.").format(case=case_id),
            action=(self.tr("Wieder öffnen"), lambda: self._reopen(case_id)),
        )
        self.changed.emit()

    def _reopen(self, case_id: str) -> None:
        ctx = self._ctx

        def work() -> None:
            from desktop.services import review

            review.reopen(ctx, case_id=case_id)

        self._run(work, self.changed.emit)

    def _run(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        self._shell.tasks.run(
            plain(work),
            owner=self,
            done=lambda _nothing: done(),
            failed=self._bars.error,
            lane="vault",
        )
