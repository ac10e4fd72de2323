"""One case under review: loads it, keeps its history of edits, and saves behind the user's back.

No widgets here. The desk shows what the session says; the session does the work in tasks and
tells when something is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain import Cancel, Progress, Span
from desktop.services.opinions import SecondOpinion
from desktop.services.review import UNCERTAIN_BELOW, Review
from desktop.split.split import Split
from desktop.ui.desk_preview import Previews
from desktop.ui.desk_reviews import Reviewing
from desktop.ui.desk_status import DeskStatus
from desktop.ui.mark_owners import Marks, relink
from desktop.ui.marks import (
    History,
    Step,
    StepKind,
    difference,
    take_over,
    uncertain,
    with_opinion,
)
from desktop.ui.tasks import Task, Tasks, Work, plain

T = TypeVar("T")

SAVE_AFTER_MS = 400
LANE = "review"  # opening, saving and approving keep their order; the window waits for it too


class ReviewSession(QObject):
    opened = Signal()  # text is there
    marks_changed = Signal()
    previewed = Signal(object)  # Split
    status_changed = Signal(object)  # DeskStatus
    state_changed = Signal(str)  # case id
    differs = Signal(object)  # Difference, after a second detection
    failed = Signal(object)  # exception
    save_failed = Signal(object)  # exception; ``flush`` tries again
    approved = Signal(str)
    asking = Signal(object)  # Task: a chat model was asked
    answered = Signal(object)  # SecondOpinion

    def __init__(self, reviews: Reviewing, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._tasks = tasks
        self.case_id = ""
        self.review: Review | None = None
        self.history = History()
        self.split: Split | None = None
        self._detecting: Task | None = None
        self._detect_again = False
        self._asking: Task | None = None
        self._proposed: tuple[Span, ...] = ()
        self._previews = Previews(reviews, tasks, self)
        self._previews.made.connect(self._describe)
        self._previews.failed.connect(self.failed)
        self._dirty = False
        self._saving = 0
        self._status = DeskStatus()
        self._visit = 0  # tells late results of an earlier visit from those of this one
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    # --- opening and closing --------------------------------------------------------------

    def open(self, case_id: str) -> None:
        """Load a case: its text at once, its marks as soon as they are there."""
        self.close()
        self._visit += 1
        self.case_id = case_id
        self._tell(DeskStatus(case_id=case_id))
        self._run(plain(lambda: self._reviews.open_case(case_id=case_id)), self._opened, LANE)

    def close(self) -> None:
        """Store what is not stored yet and let go of the case."""
        self.flush()
        self._timer.stop()
        for task in (self._detecting, self._asking):
            if task is not None:
                task.cancel()
        self._detecting = self._asking = None
        self._visit += 1
        self.case_id, self.review, self.split = "", None, None
        self.history = History()
        self._previews.forget()
        self._tell(DeskStatus())

    @property
    def text(self) -> str:
        return self.review.mail.text if self.review else ""

    @property
    def marks(self) -> Marks:
        return self.history.marks

    @property
    def status(self) -> DeskStatus:
        return self._status

    def _opened(self, review: Review) -> None:
        self.review = review
        self.history = History(Marks(tuple(sorted(review.spans)), tuple(review.persons)))
        self._refresh_status()
        self.opened.emit()
        self._marks_stand(review.split)
        if review.detection is None and self._status.editable:
            self.detect()

    # --- detection ------------------------------------------------------------------------

    def detect(self) -> None:
        """Run the detector; the first time its marks appear, later only differences are told."""
        busy = self._detecting is not None or self._asking is not None
        if self.review is None or busy or not self._status.editable:
            return
        case_id = self.case_id
        again = self.review.detection is not None
        dirty, marks, self._dirty = self._dirty, self.marks, False

        def work(cancel: Cancel, _progress: Progress) -> Review:
            if dirty:  # what was marked by hand must be in the store before the detector looks
                self._reviews.save(case_id=case_id, spans=marks.spans, persons=marks.persons)
            return self._reviews.detect(case_id=case_id, cancel=cancel)

        self._detecting = self._run(
            work, lambda review: self._detected(review, again), finished=self._detection_over
        )
        self._detecting.progressed.connect(self._progressed)
        self._refresh_status()

    def cancel_detection(self) -> None:
        if self._detecting is not None:
            self._detecting.cancel()

    def _progressed(self, done: int, total: int) -> None:
        self._tell(replace(self._status, progress=(done, total)))

    def _detection_over(self) -> None:
        self._detecting = None
        again, self._detect_again = self._detect_again, False
        if again:
            self.detect()
        elif self._dirty:
            self._timer.start()
        self._refresh_status()

    def _detected(self, review: Review, again: bool) -> None:
        mine = self.marks
        touched = self.history.next_undo is not None or self.history.next_redo is not None
        self.review = review
        self._detecting = None
        if review.detection is None:  # somebody else saved meanwhile, so it was not stored
            self._detect_again = True
            return
        if not again and not touched:
            self.history = History(Marks(tuple(sorted(review.spans)), tuple(review.persons)))
            self._marks_stand(review.split)
            self.state_changed.emit(self.case_id)
            return
        change = difference(mine, review.spans)
        if not again:
            # Marks set while the first detection ran stay; it fills in the rest.
            self.edit(StepKind.DETECT, take_over(self.text, mine, change))
            self.state_changed.emit(self.case_id)
            return
        self._proposed = review.spans
        self._marks_moved()  # what is on the desk counts until the user takes over
        self.differs.emit(change)

    def take_over(self) -> None:
        """Apply what the latest detection says otherwise; marks set since then stay."""
        change = difference(self.marks, self._proposed)
        marks = take_over(self.text, self.marks, change)
        self.edit(StepKind.DETECT, marks, count=len(change.found) + len(change.lost))

    # --- a second opinion -----------------------------------------------------------------

    def ask(self, model: Path) -> None:
        """Get a chat model's second opinion on what is stored; it takes minutes."""
        if self.review is None or not self._status.approvable:
            return
        case_id = self.case_id

        def work(cancel: Cancel, _progress: Progress) -> SecondOpinion:
            return self._reviews.ask(case_id=case_id, model=model, cancel=cancel)

        def stored(_nothing: None) -> None:
            self._asking = self._run(work, self._answered, finished=self._asking_over)
            self.asking.emit(self._asking)

        self.flush()
        # What comes after a save in its lane comes when it is done; asking must not block the lane.
        self._asking = self._run(plain(lambda: None), stored, LANE)
        self._refresh_status()

    def _answered(self, opinion: SecondOpinion) -> None:
        """What it adds is one step to undo; edits made while it was asked stay."""
        self._asking = None
        self.review = opinion.review
        spans = with_opinion(self.marks, opinion.review.spans)
        after = relink(self.text, self.marks, spans)
        self.edit(StepKind.OPINION, after, count=opinion.added)
        self.state_changed.emit(self.case_id)
        self.answered.emit(opinion)

    def _asking_over(self) -> None:
        self._asking = None
        self._refresh_status()

    # --- editing --------------------------------------------------------------------------

    def edit(self, kind: StepKind, marks: Marks, *, count: int = 1, place: int = 0) -> bool:
        """One undoable step; False when it changes nothing or the case is not under review."""
        if not self._status.editable or not self.history.do(kind, marks, count=count, place=place):
            return False
        self._marks_moved()
        return True

    def undo(self) -> Step | None:
        step = self.history.undo() if self._status.editable else None
        if step is not None:
            self._marks_moved()
        return step

    def redo(self) -> Step | None:
        step = self.history.redo() if self._status.editable else None
        if step is not None:
            self._marks_moved()
        return step

    def _marks_moved(self) -> None:
        self._dirty = True
        if self._detecting is None:  # else stored after it: a save would void its result
            self._timer.start()
        self._refresh_status()
        self.marks_changed.emit()
        if self.review is not None:
            self._previews.want(self.case_id, self.text, self.marks)

    def _marks_stand(self, split: Split) -> None:
        """The marks are those of the store, and this is their description."""
        self._refresh_status()
        self.marks_changed.emit()
        self._previews.forget()
        self._describe(split)

    def _describe(self, split: Split) -> None:
        self.split = split
        self.previewed.emit(split)

    # --- storing --------------------------------------------------------------------------

    def flush(self) -> None:
        """Store the marks now if they changed since they were stored."""
        self._timer.stop()
        if not self._dirty or not self.case_id:
            return
        self._dirty = False
        self._saving += 1
        case_id, marks = self.case_id, self.marks

        def work() -> Review:
            return self._reviews.save(case_id=case_id, spans=marks.spans, persons=marks.persons)

        self._tasks.run(
            plain(work),
            owner=self,
            failed=lambda error: self._save_failed(case_id, error),
            finished=self._save_over,
            lane=LANE,
            must_run=True,
        )

    def _save_over(self) -> None:
        self._saving -= 1
        self._refresh_status()

    def _save_failed(self, case_id: str, error: Exception) -> None:
        if case_id == self.case_id:
            self._dirty = True
            self._refresh_status()
        self.save_failed.emit(error)

    # --- approving ------------------------------------------------------------------------

    def approve(self, override_reason: str | None = None) -> None:
        """Store and approve; an incomplete detection needs a reason (the service insists)."""
        if self.review is None or not self._status.approvable:
            return
        self.flush()
        case_id = self.case_id

        def work() -> Review:
            return self._reviews.approve(case_id=case_id, override_reason=override_reason)

        self._run(plain(work), self._approved, LANE)

    def reopen(self) -> None:
        """Take an approval back so that marks can change again."""
        if self.review is None or self._status.editable:
            return
        case_id = self.case_id
        self._run(plain(lambda: self._reviews.reopen(case_id=case_id)), self._state_taken, LANE)

    def _approved(self, review: Review) -> None:
        self._state_taken(review)
        self.approved.emit(self.case_id)

    def _state_taken(self, review: Review) -> None:
        self.review = review
        self._refresh_status()
        self.state_changed.emit(self.case_id)
        self.marks_changed.emit()

    # --- status ---------------------------------------------------------------------------

    def _refresh_status(self) -> None:
        review = self.review
        if review is None:
            return
        detection = review.detection
        spans = self.marks.spans
        gaps = detection.gaps if detection is not None else ()
        self._tell(
            DeskStatus(
                case_id=self.case_id,
                state=review.state,
                marks=len(spans),
                uncertain=sum(uncertain(span, UNCERTAIN_BELOW) for span in spans),
                detecting=self._detecting is not None,
                asking=self._asking is not None,
                checked=detection is not None,
                complete=detection is not None and detection.complete,
                gaps=tuple(dict.fromkeys(gap.reason for gap in gaps)),
                saved=not self._dirty and not self._saving,
                override_reason=review.override_reason or "",
            )
        )

    def _tell(self, status: DeskStatus) -> None:
        if status != self._status:
            self._status = status
            self.status_changed.emit(status)

    def _run(
        self,
        work: Work[T],
        done: Callable[[T], None],
        lane: str = "",
        *,
        finished: Callable[[], None] | None = None,
    ) -> Task:
        """A task whose result only counts while its case is still on the desk."""
        visit = self._visit

        def current(result: T) -> None:
            if visit == self._visit:
                done(result)

        def over() -> None:
            if finished is not None and visit == self._visit:
                finished()

        def failed(error: Exception) -> None:
            if visit == self._visit:
                self.failed.emit(error)

        return self._tasks.run(
            work, owner=self, done=current, failed=failed, finished=over, lane=lane
        )
