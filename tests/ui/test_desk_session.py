"""The session behind the desk: edits while the detector runs, failing saves, lost visits."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain import HUMAN, CaseState, Label
from desktop.errors import UserError
from desktop.services import intake, review
from desktop.services.context import Context
from desktop.services.review import Review
from desktop.ui import marks
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.desk_session import ReviewSession
from desktop.ui.marks import StepKind
from desktop.ui.tasks import Tasks

TEXT = "Heizung kalt\n\nBitte melden: max@muster.example oder Frau Beispiel."
SLOW = 30_000  # ms: the first detection builds all patterns


class Halting(ServiceReviews):
    """The real services, whose detector waits for ``go`` and whose next save may fail."""

    def __init__(self, context: Context) -> None:
        super().__init__(lambda: context)
        self.go = threading.Event()
        self.fail_save = False

    def detect(self, **wanted: object) -> Review:
        assert self.go.wait(30)
        return super().detect(**wanted)

    def save(self, **wanted: object) -> Review:
        if self.fail_save:
            self.fail_save = False
            raise UserError("disk_full")
        return super().save(**wanted)


@pytest.fixture
def reviews(context: Context) -> Halting:
    return Halting(context)


@pytest.fixture
def session(reviews: Halting, tasks: Tasks, qtbot: QtBot) -> ReviewSession:
    return ReviewSession(reviews, tasks)


@pytest.fixture
def case_id(context: Context) -> str:
    return intake.import_text(context, text=TEXT).case_ids[0]


def add(session: ReviewSession, words: str) -> None:
    start = session.text.index(words)
    after = marks.add(session.text, session.marks, start, start + len(words), Label.ORG)
    assert session.edit(StepKind.ADD, after)


def found(session: ReviewSession) -> set[str]:
    return {session.text[span.start : span.end] for span in session.marks.spans}


def rest(qtbot: QtBot, session: ReviewSession, tasks: Tasks) -> None:
    qtbot.waitUntil(
        lambda: not session.status.detecting and session.status.saved and tasks.busy == 0,
        timeout=SLOW,
    )


def test_marks_set_while_the_detector_runs_survive_it(
    qtbot: QtBot,
    session: ReviewSession,
    reviews: Halting,
    tasks: Tasks,
    context: Context,
    case_id: str,
) -> None:
    with qtbot.waitSignal(session.opened):
        session.open(case_id)
    assert session.status.detecting
    assert not session.status.approvable
    add(session, "Heizung")
    assert "Heizung" in found(session)
    reviews.go.set()
    rest(qtbot, session, tasks)
    assert found(session) >= {"Heizung", "max@muster.example"}
    stored = review.open_case(context, case_id=case_id)
    assert stored.spans == session.marks.spans
    assert stored.state is CaseState.DETECTED
    assert any(span.source == HUMAN for span in stored.spans)
    session.undo()  # the detector's marks
    assert found(session) == {"Heizung"}


def test_a_detection_that_others_voided_runs_again(
    qtbot: QtBot,
    session: ReviewSession,
    reviews: Halting,
    tasks: Tasks,
    context: Context,
    case_id: str,
) -> None:
    ran = []
    whole = ServiceReviews.detect

    def detect(**wanted: object) -> Review:
        ran.append(wanted)
        if len(ran) == 1:  # somebody else saves while the detector looks
            inner = context.detector.detect

            def slow(text: str, **known: object) -> object:
                spans = marks.add(text, session.marks, 0, 7, Label.ORG).spans
                review.save(context, case_id=case_id, spans=spans)
                return inner(text, **known)

            object.__setattr__(context.detector, "detect", slow)
            try:
                return whole(reviews, **wanted)
            finally:
                object.__setattr__(context.detector, "detect", inner)
        return whole(reviews, **wanted)

    reviews.detect = detect
    session.open(case_id)
    qtbot.waitUntil(lambda: session.status.checked, timeout=SLOW)
    rest(qtbot, session, tasks)
    assert len(ran) == 2
    assert "max@muster.example" in found(session)


def test_a_failed_save_is_told_and_tried_again(
    qtbot: QtBot,
    session: ReviewSession,
    reviews: Halting,
    tasks: Tasks,
    context: Context,
    case_id: str,
) -> None:
    reviews.go.set()
    session.open(case_id)
    qtbot.waitUntil(lambda: session.status.checked, timeout=SLOW)
    rest(qtbot, session, tasks)
    reviews.fail_save = True
    with qtbot.waitSignal(session.save_failed, timeout=SLOW) as failed:
        add(session, "Heizung")
    assert failed.args[0].code == "disk_full"
    qtbot.waitUntil(lambda: tasks.busy == 0)
    assert not session.status.saved
    session.flush()
    rest(qtbot, session, tasks)
    assert review.open_case(context, case_id=case_id).spans == session.marks.spans


def test_leaving_a_case_stores_it_and_drops_late_results(
    qtbot: QtBot,
    session: ReviewSession,
    reviews: Halting,
    tasks: Tasks,
    context: Context,
    case_id: str,
) -> None:
    with qtbot.waitSignal(session.opened):
        session.open(case_id)
    add(session, "Heizung")
    seen: list[object] = []
    session.close()
    session.marks_changed.connect(lambda: seen.append("changed"))
    reviews.go.set()
    qtbot.waitUntil(lambda: tasks.busy == 0, timeout=SLOW)
    assert seen == []
    assert session.text == ""
    stored = review.open_case(context, case_id=case_id)
    assert TEXT[stored.spans[0].start : stored.spans[0].end] == "Heizung"


def test_cancelling_the_detection_leaves_the_case_unchecked(
    qtbot: QtBot, session: ReviewSession, reviews: Halting, tasks: Tasks, case_id: str
) -> None:
    with qtbot.waitSignal(session.opened):
        session.open(case_id)
    session.cancel_detection()
    reviews.go.set()
    rest(qtbot, session, tasks)
    assert not session.status.checked
    assert session.status.approvable  # with a reason; the service insists
    with qtbot.waitSignal(session.failed) as failed:
        session.approve()
    assert failed.args[0].code == "incomplete_detection"


def test_taking_over_a_second_detection_is_one_step(
    qtbot: QtBot, session: ReviewSession, reviews: Halting, tasks: Tasks, case_id: str
) -> None:
    reviews.go.set()
    session.open(case_id)
    qtbot.waitUntil(lambda: session.status.checked, timeout=SLOW)
    rest(qtbot, session, tasks)
    before = session.marks
    proposed = [*before.spans, marks.Span(0, 7, Label.ORG, 0.9, "model")]
    session._proposed = tuple(sorted(proposed))
    add(session, "Frau")  # set after the detection came, before it is taken over
    session.take_over()
    assert found(session) >= {"Frau", "Heizung"}
    session.undo()
    session.undo()
    assert session.marks == before
    rest(qtbot, session, tasks)
