"""The text views: exact offsets, marks on the right places, mouse, caret, speed, hostile text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.domain import Label, Segment, SegmentKind
from desktop.ui.markpaint import Mark
from desktop.ui.marktext import MarkText
from desktop.ui.theme import Theme

TEXT = "Betreff 😀 eins\n\nHerr Max Muster 👩‍🔧 ruft an.\nTel. 0171 / 55 89"


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> MarkText:
    result = MarkText(theme)
    qtbot.addWidget(result)
    result.resize(480, 320)
    result.show()
    return result


def mark(text: str, words: str, label: Label = Label.PERSON) -> Mark:
    start = text.index(words)
    place = (start, start + len(words))
    return Mark(*place, label, place)


def middle(view: MarkText, of: Mark) -> QPoint:
    return view.place(of.start, of.end).center().toPoint()


def test_selection_is_told_in_code_points(view: MarkText) -> None:
    view.show_text(TEXT)
    start = TEXT.index("ruft")
    view.select(start, start + 4)
    assert view.textCursor().selectedText() == "ruft"
    assert view.selection() == (start, start + 4)
    view.clear_selection()
    assert view.selection() is None


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40))
def test_qt_keeps_every_character_in_its_place(view: MarkText, text: str) -> None:
    """Whatever a mail holds: the document has a unit for each unit and a block for each line."""
    view.show_text(text)
    document = view.document()
    assert document.characterCount() - 1 == view._map.units
    assert document.blockCount() == text.count("\n") + 1
    for point in range(len(text)):
        view.select(point, point + 1)
        assert view.selection() == (point, point + 1)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet="ab\n😀é", max_size=30), st.text(alphabet="ab\n😀é", max_size=30))
def test_changing_the_text_ends_at_the_new_text(view: MarkText, old: str, new: str) -> None:
    view.show_text(old)
    view.change_text(new)
    assert view.toPlainText() == new
    assert view.text == new


def test_marks_lie_on_their_words(view: MarkText) -> None:
    view.show_text(TEXT)
    name, phone = mark(TEXT, "Max Muster"), mark(TEXT, "0171 / 55 89", Label.PHONE)
    view.show_marks([name, phone])
    assert view.mark_under(QPointF(middle(view, name))) == name
    assert view.mark_under(QPointF(middle(view, phone))) == phone
    assert view.mark_under(QPointF(2, 2)) is None
    cursor = view.cursorForPosition(middle(view, name))
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    assert cursor.selectedText() in ("Max", "Muster")


def test_clicking_and_hovering_a_mark_tells_which(qtbot: QtBot, view: MarkText) -> None:
    view.show_text(TEXT)
    name = mark(TEXT, "Max Muster")
    view.show_marks([name])
    with qtbot.waitSignal(view.mark_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, name))
    assert chosen.args == [name.ident]
    with qtbot.waitSignal(view.mark_hovered) as hovered:
        qtbot.mouseMove(view.viewport(), middle(view, name) + QPoint(2, 0))
    assert hovered.args == [name.ident]


def test_dragging_a_handle_resizes(qtbot: QtBot, view: MarkText) -> None:
    view.show_text(TEXT)
    name = mark(TEXT, "Max Muster")
    view.show_marks([name])
    view.resizable = True
    view.show_current(name.ident)
    rect = view.place(name.start, name.end)
    end = QPoint(round(rect.right()), round(rect.center().y()))
    target = QPoint(round(view.place(name.start, name.start + 3).right()) + 1, end.y())
    port = view.viewport()
    with qtbot.waitSignal(view.mark_resized) as resized:
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=end)
        qtbot.mouseMove(port, target)
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=target)
    assert resized.args == [name.ident, name.start, name.start + 3]


def test_caret_goes_by_keyboard_and_finds_marks(qtbot: QtBot, view: MarkText) -> None:
    text = "ab Max"
    view.show_text(text)
    view.show_marks([mark(text, "Max")])
    view.setFocus()
    chosen: list[object] = []
    view.mark_chosen.connect(chosen.append)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.caret == 3
    assert chosen[-1] == (3, 6)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (3, 4)


def test_copying_goes_through_the_careful_clipboard(qtbot: QtBot, view: MarkText) -> None:
    text = "a\r\nb\x00c"
    view.show_text(text)
    view.selectAll()
    with qtbot.waitSignal(view.copy_wanted) as copied:
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == [text]  # the true text, not its stand-ins


def test_a_revealed_mark_is_inside_the_view(view: MarkText) -> None:
    text = "Zeile\n" * 300 + "Max Muster\n" + "Zeile\n" * 300
    view.show_text(text)
    name = mark(text, "Max Muster")
    view.show_marks([name])
    view.show_current(name.ident, reveal=True)
    rect = view.place(name.start, name.end)
    assert view.viewport().rect().contains(rect.toRect())
    point, part = view.anchor()
    view.verticalScrollBar().setValue(0)
    view.scroll_to(point, part)
    assert view.anchor()[0] == point


def test_long_text_with_many_marks_stays_quick(view: MarkText) -> None:
    line = "Sehr geehrte Damen, Max Muster meldet sich wegen der Anlage noch einmal.\n"
    text = line * 700  # 50,000 characters
    at = range(20, len(text), len(line))
    found = [Mark(start, start + 10, Label.PERSON, (start, start + 10)) for start in at]
    begin = time.process_time()
    view.show_text(text, (Segment(SegmentKind.BODY, 0, len(text)),))
    view.show_marks(found)
    view.grab()
    opened = time.process_time() - begin
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    begin = time.process_time()
    view.grab()
    painted = time.process_time() - begin
    begin = time.process_time()
    view.change_text(text[:25_000] + "[NAME-1-7KQ]" + text[25_010:])
    changed = time.process_time() - begin
    # Generous: the machine may be busy; a quadratic step would miss these by far.
    assert (opened < 2, painted < 0.5, changed < 0.5) == (True, True, True), (
        opened,
        painted,
        changed,
    )
