"""The desk on the real services: open, correct by mouse and keyboard, store, approve."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain import HUMAN, CaseState, Label
from desktop.services import review
from desktop.services.context import Context
from desktop.ui.desk import Desk
from desktop.ui.entity_card import LabelButton
from tests.ui.desk_driver import SLOW, choose, key, select, settle, words

KEY = Qt.Key
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_text_is_there_before_the_marks(qtbot: QtBot, desk: Desk, case_id: str) -> None:
    seen: list[tuple[bool, bool]] = []
    desk.session.opened.connect(
        lambda: seen.append((bool(desk.views.original.text), desk.status.checked))
    )
    desk.open_case(case_id)
    settle(qtbot, desk)
    assert seen == [(True, False)]
    assert "annegret@beispiel.example" in words(desk)
    assert desk.status.state is CaseState.DETECTED


def test_mark_by_keyboard_and_undo(qtbot: QtBot, opened: Desk) -> None:
    before = words(opened)
    start, _ = select(opened, "Heizung")
    view = opened.views.original
    view.select(start, start)
    for _ in range(3):
        key(qtbot, opened, KEY.Key_Right, SHIFT)
    key(qtbot, opened, KEY.Key_1)
    assert "Heizung" in words(opened)
    current = opened.editing.current
    assert current is not None
    assert (current.label, current.source) == (Label.PERSON, HUMAN)
    assert opened.panel.current == current
    key(qtbot, opened, KEY.Key_Z, CTRL)
    assert words(opened) == before
    key(qtbot, opened, KEY.Key_Z, CTRL | SHIFT)
    assert "Heizung" in words(opened)


def test_mark_by_mouse_with_the_palette(qtbot: QtBot, opened: Desk) -> None:
    view = opened.views.original
    start = opened.session.text.index("Heizung")
    first = view.place(start + 1, start + 2).center().toPoint()
    last = view.place(start + 4, start + 5).center().toPoint()
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(port, last)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)
    assert opened.popup.isVisible()
    assert view.textCursor().selectedText() == "Heizung"
    assert opened.rect().contains(opened.popup.geometry())
    qtbot.mouseClick(opened.popup.buttons[Label.ORG], Qt.MouseButton.LeftButton)
    assert "Heizung" in words(opened)
    assert not opened.popup.isVisible()
    assert opened.editing.current is not None
    assert opened.editing.current.label is Label.ORG


def test_selecting_in_the_description_marks_the_original(qtbot: QtBot, opened: Desk) -> None:
    view = opened.views.description
    view.setFocus()
    start = view.text.index("Heizung")
    view.select(start, start + 7)
    qtbot.keyClick(view, KEY.Key_6)
    assert "Heizung" in words(opened)


def test_relabel_accept_resize_remove(qtbot: QtBot, opened: Desk) -> None:
    choose(opened, "05931")
    key(qtbot, opened, KEY.Key_8)
    assert opened.editing.current is not None
    assert opened.editing.current.label is Label.ID_NUMBER
    key(qtbot, opened, KEY.Key_Left, SHIFT | ALT)
    assert "05931 / 80 44 21" in words(opened)
    key(qtbot, opened, KEY.Key_Right, SHIFT | ALT)
    assert "05931 / 80 44 217" in words(opened)
    choose(opened, "annegret@")
    assert opened.editing.current.source != HUMAN
    key(qtbot, opened, KEY.Key_Return)
    assert opened.editing.current.source == HUMAN
    count = len(words(opened))
    key(qtbot, opened, KEY.Key_Delete)
    assert len(words(opened)) == count - 1
    for _ in range(5):
        key(qtbot, opened, KEY.Key_Z, CTRL)
    assert opened.session.history.next_undo is None


def test_apply_to_all_is_one_step_and_offers_undo(qtbot: QtBot, opened: Desk) -> None:
    opened.session.edit("remove", type(opened.session.marks)())
    select(opened, "Max Muster")
    key(qtbot, opened, KEY.Key_1)
    key(qtbot, opened, KEY.Key_A)
    assert words(opened) == ["Max Muster", "Max Muster"]
    assert len(opened.session.marks.persons) == 1
    (bar,) = opened.notices.bars.bars()
    assert bar.action_button.text() == "Rückgängig"
    bar.action_button.click()
    assert words(opened) == ["Max Muster"]
    key(qtbot, opened, KEY.Key_A)
    key(qtbot, opened, KEY.Key_Delete, SHIFT)
    assert words(opened) == []


def test_walking_visits_every_mark_and_uncertain_ones_first(qtbot: QtBot, opened: Desk) -> None:
    spans = opened.session.marks.spans
    seen = []
    for _ in spans:
        key(qtbot, opened, KEY.Key_Down, ALT)
        seen.append(opened.editing.current)
    assert sorted(seen) == list(spans)
    uncertain = [span for span in spans if review.is_uncertain(span)]
    key(qtbot, opened, KEY.Key_F8)
    if uncertain:
        assert opened.editing.current in uncertain
    key(qtbot, opened, KEY.Key_Up, ALT)
    assert opened.editing.current in spans


def test_edits_are_stored_and_come_back(
    qtbot: QtBot, opened: Desk, context: Context, case_id: str
) -> None:
    select(opened, "Heizung")
    key(qtbot, opened, KEY.Key_6)
    assert not opened.status.saved
    qtbot.waitUntil(lambda: opened.status.saved, timeout=SLOW)
    stored = review.open_case(context, case_id=case_id)
    assert stored.spans == opened.session.marks.spans
    select(opened, "Schlüssel")
    key(qtbot, opened, KEY.Key_6)
    opened.close_case()
    assert opened.views.original.toPlainText() == ""
    opened.open_case(case_id)
    settle(qtbot, opened)
    assert "Schlüssel" in words(opened)


def test_incomplete_detection_needs_a_reason(
    qtbot: QtBot, opened: Desk, context: Context, case_id: str
) -> None:
    key(qtbot, opened, KEY.Key_Return, CTRL)
    bar = opened.notices.reason
    assert bar.isVisible()
    assert not bar.go.isEnabled()
    qtbot.keyClicks(bar.field, "Selbst gelesen")
    with qtbot.waitSignal(opened.approved) as approved:
        qtbot.keyClick(bar.field, KEY.Key_Return)
    assert approved.args == [case_id]
    assert opened.status.state is CaseState.APPROVED
    assert review.open_case(context, case_id=case_id).override_reason == "Selbst gelesen"
    (bar,) = opened.notices.bars.bars()
    assert bar.headline == "Freigegeben von Erika Beck."
    assert "Selbst gelesen" in bar.advice
    before = words(opened)
    choose(opened, "annegret@")
    key(qtbot, opened, KEY.Key_Delete)
    assert words(opened) == before
    assert opened.commands.export.isEnabled()
    with qtbot.waitSignal(opened.export_requested):
        opened.commands.export.trigger()
    with qtbot.waitSignal(opened.state_changed):
        opened.commands.reopen.trigger()
    assert opened.status.editable
    assert opened.notices.bars.bars() == ()


def test_second_detection_only_shows_differences(qtbot: QtBot, opened: Desk) -> None:
    choose(opened, "annegret@")
    key(qtbot, opened, KEY.Key_Delete)
    select(opened, "Heizung")
    key(qtbot, opened, KEY.Key_6)
    mine = opened.session.marks
    settle(qtbot, opened)
    with qtbot.waitSignal(opened.session.differs):
        opened.commands.detect.trigger()
    assert opened.session.marks == mine
    settle(qtbot, opened)


def test_persons_move_by_the_panel_and_back(qtbot: QtBot, opened: Desk) -> None:
    before = opened.session.marks
    span = before.spans[0]
    opened.panel.move_wanted.emit((span,), 0)
    after = opened.session.marks
    assert after != before
    assert after.owner(span) is not None
    opened.commands.undo.trigger()
    assert opened.session.marks == before


def test_relabelling_by_the_card_keeps_the_focus_in_the_panel(qtbot: QtBot, opened: Desk) -> None:
    choose(opened, "annegret@")
    card = opened.panel.card
    assert card is not None
    button = next(b for b in card.findChildren(LabelButton) if b.label is Label.ORG)
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Space)
    assert opened.editing.current is not None
    assert opened.editing.current.label is Label.ORG
    assert opened.panel.hasFocus()
    qtbot.keyClick(opened.panel, KEY.Key_2)
    assert opened.editing.current.label is Label.EMAIL
