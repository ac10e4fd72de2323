"""Asking a chat model at the desk: choosing it, its marks and figures, failing, cancelling."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain import HUMAN, Cancel, Label, Span
from desktop.errors import UserError
from desktop.services import intake, review
from desktop.services.context import Context
from desktop.services.opinions import SecondOpinion
from desktop.ui import marks
from desktop.ui.bars import Tone, WorkBar
from desktop.ui.desk import Desk
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.marks import StepKind
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.ui.desk_driver import SLOW, settle, words
from tests.unit.detect.test_instruct import SENSIBLE, write_model

TEXT = "Das Gerät brummt.\n\nEs steht bei erika beck, Erika Beck weiß mehr. Danke!"


class Asked(ServiceReviews):
    """The real services with a models folder of the test's own; ``answer`` may stand in."""

    def __init__(self, context: Context) -> None:
        super().__init__(lambda: context)
        self.models: list[Path] = []
        self.reached = threading.Event()
        self.go = threading.Event()
        self.error: UserError | None = None
        self.wanted: list[Path] = []

    def chat_models(self) -> Sequence[Path]:
        return self.models

    def ask(self, *, case_id: str, model: Path, cancel: Cancel | None = None) -> SecondOpinion:
        self.wanted.append(model)
        if model.exists():
            return super().ask(case_id=case_id, model=model, cancel=cancel)
        self.reached.set()
        assert cancel is not None
        while not self.go.wait(0.01):
            cancel.check()
        if self.error is not None:
            raise self.error
        stored = self.open_case(case_id=case_id)
        added = Span(4, 9, Label.OTHER, 0.5, "instruct:chat")
        seen = self.save(case_id=case_id, spans=[*stored.spans, added])
        return SecondOpinion(seen, added=1, agreed=0, dropped=0, complete=False)


@pytest.fixture
def reviews(context: Context) -> Asked:
    return Asked(context)


@pytest.fixture
def case_id(context: Context) -> str:
    return intake.import_text(context, text=TEXT).case_ids[0]


@pytest.fixture
def asking(
    qtbot: QtBot, reviews: Asked, tasks: Tasks, theme: Theme, case_id: str, tmp_path: Path
) -> Desk:
    """A desk with the case on it and one chat model whose answer waits for ``go``."""
    reviews.models = [tmp_path / "chat.gguf"]
    desk = Desk(reviews, tasks, theme)
    qtbot.addWidget(desk)
    desk.show()
    desk.open_case(case_id)
    settle(qtbot, desk)
    return desk


def headlines(desk: Desk) -> list[str]:
    return [bar.headline for bar in desk.notices.bars.bars()]


def test_without_a_model_the_tip_says_where_it_goes(asking: Desk, reviews: Asked) -> None:
    action = asking.commands.opinion
    assert action.isEnabled()
    reviews.models = []
    asking.opinions.look()
    assert not action.isEnabled()
    assert "models" in action.toolTip()
    assert ".gguf" in action.toolTip()
    assert action in asking.menu().actions()


def test_a_real_model_adds_one_undoable_step(
    qtbot: QtBot, asking: Desk, reviews: Asked, context: Context, case_id: str
) -> None:
    write_model(reviews.models[0], SENSIBLE)
    session = asking.session
    mine = marks.add(session.text, session.marks, 4, 9, Label.OTHER)
    session.edit(StepKind.ADD, mine)  # not stored yet
    before = session.marks
    with qtbot.waitSignal(session.answered, timeout=SLOW) as answered:
        asking.commands.opinion.trigger()
        assert session.status.asking
    said = answered.args[0]
    assert said.complete
    assert "Erika Beck" in words(asking)
    assert mine.spans[0] in session.marks.spans
    assert said.added + said.agreed >= 1
    (headline,) = headlines(asking)
    assert headline.startswith("Zweite Meinung: ")
    assert "verworfen, da nicht im Text" in headline
    settle(qtbot, asking)
    stored = review.open_case(context, case_id=case_id)
    assert stored.spans == session.marks.spans
    session.undo()
    assert session.marks == before


def test_edits_made_meanwhile_stay(qtbot: QtBot, asking: Desk, reviews: Asked) -> None:
    session = asking.session
    asking.commands.opinion.trigger()
    qtbot.waitUntil(reviews.reached.is_set)
    assert not asking.commands.approve.isEnabled()
    assert not asking.commands.opinion.isEnabled()
    assert asking.notices.bars.findChild(WorkBar) is not None
    start = session.text.index("brummt")
    session.edit(
        StepKind.ADD, marks.add(session.text, session.marks, start, start + 6, Label.OTHER)
    )
    reviews.go.set()
    qtbot.waitUntil(lambda: not session.status.asking)
    assert {"Gerät", "brummt"} <= set(words(asking))
    assert any(span.source == HUMAN for span in session.marks.spans)
    (bar,) = asking.notices.bars.bars()
    assert bar.headline == "Zweite Meinung: 1 neuer Fund."
    assert "nicht den ganzen Text" in bar.advice
    assert bar.tone is Tone.WARNING
    assert asking.commands.approve.isEnabled()
    settle(qtbot, asking)


def test_a_failure_is_said_and_changes_nothing(qtbot: QtBot, asking: Desk, reviews: Asked) -> None:
    before = asking.session.marks
    reviews.error = UserError("opinion_failed", reason="died")
    reviews.go.set()
    asking.commands.opinion.trigger()
    qtbot.waitUntil(lambda: bool(headlines(asking)))
    assert headlines(asking) == [
        "Das Chatmodell hat keine zweite Meinung gegeben: das Modell ist abgestürzt."
    ]
    assert asking.session.marks == before
    qtbot.waitUntil(lambda: asking.commands.opinion.isEnabled())


def test_cancelling_and_leaving_end_the_question(
    qtbot: QtBot, asking: Desk, reviews: Asked, tasks: Tasks
) -> None:
    before = asking.session.marks
    asking.commands.opinion.trigger()
    qtbot.waitUntil(reviews.reached.is_set)
    bar = asking.notices.bars.findChild(WorkBar)
    bar.cancel_button.click()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    assert headlines(asking) == ["Abgebrochen."]
    assert asking.session.marks == before
    assert not asking.session.status.asking
    reviews.reached.clear()
    asking.commands.opinion.trigger()
    qtbot.waitUntil(reviews.reached.is_set)
    asking.close_case()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    assert headlines(asking) == [], "nobody needs to hear that a left case is not asked about"


def test_several_models_are_offered_by_name(
    qtbot: QtBot, asking: Desk, reviews: Asked, tmp_path: Path
) -> None:
    reviews.models = [tmp_path / "klein.gguf", tmp_path / "gross.gguf"]
    asking.opinions.look()
    menu = asking.opinions.menu()
    assert [entry.text() for entry in menu.actions()] == ["klein", "gross"]
    reviews.go.set()
    with qtbot.waitSignal(asking.session.answered):
        menu.actions()[1].trigger()
    assert reviews.wanted == [tmp_path / "gross.gguf"]
    settle(qtbot, asking)
