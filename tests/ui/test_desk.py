"""The desk on the real services: open, correct by mouse and keyboard, store, approve."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain import HUMAN, CaseState, Label
from desktop.services import intake, review
from desktop.services.context import Context
from desktop.ui.desk import Desk
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.entity_card import LabelButton
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme

MAIL = b"""From: Annegret Beispiel <annegret@beispiel.example>
To: service@helfer.example
Subject: Anlage steht \xe2\x80\x93 bitte melden
Content-Type: text/plain; charset=utf-8

Guten Tag,

bitte rufen Sie mich an: Telefon 05931 / 80 44 217 oder
annegret@beispiel.example. Es geht um \xf0\x9f\x98\x80 die Heizung von Max Muster.
Herr Muster ist nur abends da, Max Muster hat den Schl\xc3\xbcssel.

Mit freundlichen Gr\xc3\xbc\xc3\x9fen
Annegret Beispiel
"""
SLOW = 30_000  # ms: the first detection builds all patterns, on a machine that may be busy
KEY = Qt.Key
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case_id(context: Context) -> str:
    return intake.import_bytes(context, name="a.eml", data=MAIL).case_ids[0]


@pytest.fixture
def desk(qtbot: QtBot, context: Context, tasks: Tasks, theme: Theme) -> Desk:
    result = Desk(ServiceReviews(lambda: context), tasks, theme)
    qtbot.addWidget(result)
    result.resize(1280, 720)
    result.show()
    return result


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, case_id: str) -> Desk:
    """The desk with the case on it and its first detection done."""
    desk.open_case(case_id)
    settle(qtbot, desk)
    desk.activateWindow()
    desk.views.take_focus()
    return desk


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until the marks are there, described and stored."""
    session = desk.session
    qtbot.waitUntil(
        lambda: desk.status.checked and not desk.status.detecting and session.split is not None,
        timeout=SLOW,
    )
    session.flush()
    qtbot.waitUntil(lambda: session._tasks.busy == 0, timeout=SLOW)


def words(desk: Desk) -> list[str]:
    text = desk.session.text
    return [text[span.start : span.end] for span in desk.session.marks.spans]


def select(desk: Desk, text: str) -> tuple[int, int]:
    start = desk.session.text.index(text)
    desk.views.original.select(start, start + len(text))
    return start, start + len(text)


def choose(desk: Desk, text: str) -> None:
    start = desk.session.text.index(text)
    span = desk.session.marks.at(start)
    assert span is not None
    desk.editing.choose(span)


def key(qtbot: QtBot, desk: Desk, *keys: object) -> None:
    qtbot.keyClick(desk.views.original, *keys)


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


def test_description_shows_tokens_and_nothing_else_changes(opened: Desk) -> None:
    split = opened.session.split
    assert split is not None
    shown = opened.views.description
    assert shown.text == split.description
    assert "annegret@beispiel.example" not in shown.text
    for mark, entry in zip(shown.marks, split.entries, strict=True):
        assert shown.text[mark.start : mark.end] == entry.token
        assert mark.ident == (entry.start, entry.end)


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


def test_linked_scrolling_and_hover(qtbot: QtBot, desk: Desk, context: Context) -> None:
    text = "Betreff\n\n" + "Absatz mit a@b.example und etwas mehr Text.\n\n" * 80
    case = intake.import_text(context, text=text).case_ids[0]
    desk.open_case(case)
    settle(qtbot, desk)
    original, description = desk.views.original, desk.views.description
    bar = original.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert description.anchor()[0] == desk.views.ranges.to_description(original.anchor()[0])
    description.verticalScrollBar().setValue(description.verticalScrollBar().maximum())
    assert bar.value() == bar.maximum()
    mark = description.marks[0]
    description.mark_hovered.emit(mark.ident)
    assert original._hover == mark.ident


def test_find_bar_walks_the_hits(qtbot: QtBot, opened: Desk) -> None:
    key(qtbot, opened, KEY.Key_F, CTRL)
    field = opened.finder.field
    assert opened.finder.isVisible()
    qtbot.keyClicks(field, "muster")
    assert opened.finder.count.text() == "1 von 3"
    qtbot.keyClick(field, KEY.Key_Return)
    assert opened.finder.count.text() == "2 von 3"
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not opened.finder.isVisible()
    assert opened.views.original._found == ()


def test_typing_in_a_field_marks_nothing(qtbot: QtBot, opened: Desk) -> None:
    before = words(opened)
    choose(opened, "annegret@")
    key(qtbot, opened, KEY.Key_F, CTRL)
    qtbot.keyClicks(opened.finder.field, "a1")
    assert opened.finder.field.text() == "a1"
    assert words(opened) == before


def test_persons_move_by_the_panel_and_back(qtbot: QtBot, opened: Desk) -> None:
    before = opened.session.marks
    span = before.spans[0]
    opened.panel.move_wanted.emit((span,), 0)
    after = opened.session.marks
    assert after != before
    assert after.owner(span) is not None
    opened.commands.undo.trigger()
    assert opened.session.marks == before


def test_actions_follow_what_is_possible(opened: Desk) -> None:
    commands = opened.commands
    opened.editing.choose(None)
    opened.views.clear_selection()
    assert not commands.remove.isEnabled()
    assert not commands.labels[Label.PERSON].isEnabled()
    select(opened, "Heizung")
    assert commands.labels[Label.PERSON].isEnabled()
    assert not commands.remove.isEnabled()
    choose(opened, "annegret@")
    assert commands.remove.isEnabled()
    assert commands.undo.toolTip() == "Rückgängig"
    commands.accept.trigger()
    assert commands.undo.toolTip() == "Rückgängig: Fund bestätigt"
    assert {action.text() for action in opened.menu().actions() if action.text()} >= {
        "Fund entfernen"
    }


def test_closing_leaves_nothing_personal_behind(qtbot: QtBot, opened: Desk) -> None:
    choose(opened, "annegret@")
    opened.close_case()
    for view in (opened.views.original, opened.views.description):
        assert view.toPlainText() == ""
        assert view.marks == ()
    assert opened.panel.topLevelItemCount() == 0
    assert opened.status.case_id == ""
    assert not opened.commands.approve.isEnabled()


def test_unknown_case_is_said_not_shown(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.session.failed):
        desk.open_case("C-2026-9999")
    assert len(desk.notices.bars.bars()) == 1


def test_desk_goes_while_work_is_under_way(
    qtbot: QtBot, context: Context, tasks: Tasks, theme: Theme, case_id: str
) -> None:
    desk = Desk(ServiceReviews(lambda: context), tasks, theme)
    desk.open_case(case_id)
    desk.deleteLater()
    with qtbot.waitSignal(desk.destroyed):
        pass
    qtbot.waitUntil(lambda: tasks.busy == 0)
    QApplication.processEvents()


def test_narrow_desk_folds_the_panel_away(opened: Desk) -> None:
    opened.resize(680, 600)
    assert opened.splitter.sizes()[2] == 0
    opened.resize(1280, 720)
    assert opened.splitter.sizes()[2] > 0


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


def test_attachments_are_listed_and_previewed(qtbot: QtBot, desk: Desk, context: Context) -> None:
    message = EmailMessage()
    message["Subject"] = "Mit Anhang"
    message.set_content("Siehe Anhang.")
    message.add_attachment(b"Fehler 3026 im Keller", "text", "plain", filename="protokoll.txt")
    message.add_attachment(b"%PDF-1.4 kaputt", "application", "pdf", filename="rechnung.pdf")
    case = intake.import_bytes(context, name="b.eml", data=bytes(message)).case_ids[0]
    desk.open_case(case)
    settle(qtbot, desk)
    strip = desk.attachments
    assert strip.isVisible()
    text, broken = strip.findChildren(QToolButton, options=DIRECT)
    assert text.text().startswith("protokoll.txt")
    assert "beschädigt" in broken.toolTip()
    text.click()
    assert strip._preview.text.toPlainText() == "Fehler 3026 im Keller"
    qtbot.keyClick(strip._preview, KEY.Key_Escape)
    assert not strip._preview.isVisible()


def test_what_could_not_be_read_is_named(qtbot: QtBot, desk: Desk, context: Context) -> None:
    data = b"Subject: a\nContent-Type: text/plain; charset=x-unknown\n\nGr\xfc\xdfe"
    case = intake.import_bytes(context, name="c.eml", data=data).case_ids[0]
    desk.open_case(case)
    settle(qtbot, desk)
    (bar,) = desk.notices.bars.bars()
    assert bar.headline == "Die Nachricht ließ sich nicht ganz lesen."
    assert "Zeichensatz" in bar.advice


def test_files_dropped_on_the_texts_reach_the_window(opened: Desk) -> None:
    for view in (opened.views.original, opened.views.description):
        assert not view.acceptDrops()
        assert not view.viewport().acceptDrops()


def test_screen_readers_get_names(opened: Desk) -> None:
    assert opened.views.original.accessibleName() == "Original der Nachricht"
    assert opened.panel.accessibleName() == "Personen und Daten"
    said: list[str] = []
    opened.editing.said.connect(said.append)
    choose(opened, "annegret@")
    assert said[0].startswith("E-Mail, annegret@beispiel.example")
    assert "Fund" in said[0]


def test_tool_tip_names_label_and_source(opened: Desk) -> None:
    span = opened.session.marks.at(opened.session.text.index("annegret@"))
    assert span is not None
    tip = opened.views.original.describe_mark((span.start, span.end))
    assert tip.startswith("E-Mail · Regel")
    assert opened.views.original.describe_mark((0, 0)) == ""
    assert opened.childAt(QPoint(5, 5)) is not None
