"""Makes the problem description anew while marks are edited, always for the newest marks only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.split.split import Split
from desktop.ui.desk_reviews import Reviewing
from desktop.ui.mark_owners import Marks
from desktop.ui.tasks import Tasks, plain


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    case_id: str
    text: str
    marks: Marks


class Previews(QObject):
    """One at a time; while one is being made, only the newest wish counts."""

    made = Signal(object)  # Split
    failed = Signal(object)  # exception

    def __init__(self, reviews: Reviewing, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._tasks = tasks
        self._wish: _Wish | None = None
        self._running = self._due = False

    def want(self, case_id: str, text: str, marks: Marks) -> None:
        """Ask for the description of ``text`` with ``marks``; an earlier wish is forgotten."""
        self._wish = _Wish(case_id, text, marks)
        if self._running:
            self._due = True
        else:
            self._make(self._wish)

    def forget(self) -> None:
        """What is under way is no longer wanted."""
        self._wish = None

    def _make(self, wish: _Wish) -> None:
        self._running, self._due = True, False
        case_id, text, marks = wish.case_id, wish.text, wish.marks

        def work() -> Split:
            return self._reviews.preview(
                case_id=case_id, text=text, spans=marks.spans, persons=marks.persons
            )

        self._tasks.run(
            plain(work),
            owner=self,
            done=lambda split: self._made(wish, split),
            failed=self.failed.emit,
            finished=self._over,
            lane="preview",
        )

    def _made(self, wish: _Wish, split: Split) -> None:
        if wish is self._wish:
            self.made.emit(split)

    def _over(self) -> None:
        self._running = False
        if self._due and self._wish is not None:
            self._make(self._wish)
