"""What the desk shows: attachments, defects, search, scrolling, names, and what it leaves."""

from __future__ import annotations

from email.message import EmailMessage

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain import Label
from desktop.services import intake
from desktop.services.context import Context
from desktop.ui.desk import Desk
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.ui.desk_driver import choose, key, select, settle, words

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def test_description_shows_tokens_and_nothing_else_changes(opened: Desk) -> None:
    split = opened.session.split
    assert split is not None
    shown = opened.views.description
    assert shown.text == split.description
    assert "annegret@beispiel.example" not in shown.text
    for mark, entry in zip(shown.marks, split.entries, strict=True):
        assert shown.text[mark.start : mark.end] == entry.token
        assert mark.ident == (entry.start, entry.end)


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
    for _ in range(3):  # the second time came to grief on sizes remembered from the first
        opened.resize(680, 600)
        QApplication.processEvents()
        assert opened.splitter.sizes()[2] == 0
        opened.resize(1280, 720)
        QApplication.processEvents()
        assert opened.splitter.sizes()[2] > 0


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
