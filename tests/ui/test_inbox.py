"""The list of cases: rows, states, ages, filter; and the board by state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain import CaseState
from desktop.services.inbox import CaseRow
from desktop.ui.ages import age_text
from desktop.ui.board import Board
from desktop.ui.case_model import CaseModel, CaseRole, StateFilter, state_name
from desktop.ui.icons import Icons
from desktop.ui.inbox import Inbox
from desktop.ui.shell import Shell

NOW = datetime(2026, 3, 12, 14, 5, tzinfo=UTC)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


def case(number: int, state: CaseState = CaseState.NEW, **changes: object) -> CaseRow:
    row = CaseRow(
        id=f"C-2026-{number:04}",
        state=state,
        title=f"Anliegen {number}",
        sender="A. Brömmelkamp",
        received=NOW - timedelta(hours=number),
        updated=NOW,
        complete=True,
        uncertain=0,
        attachments=0,
        unread=False,
    )
    return replace(row, **changes)  # type: ignore[arg-type]


@pytest.fixture
def model(qtmodeltester: ModelTester) -> CaseModel:
    result = CaseModel(clock=lambda: NOW)
    result.show([case(1), case(2, CaseState.DETECTED), case(3, CaseState.REPLIED)])
    return result


@pytest.fixture
def inbox(qtbot: QtBot, shell: Shell) -> Inbox:
    widget = Inbox(shell, Icons(shell.theme))
    widget.resize(320, 600)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (timedelta(seconds=20), "gerade eben"),
        (timedelta(minutes=5), "vor 5 Min."),
        (timedelta(days=1), "gestern"),
        (timedelta(days=40), "31. Jan."),
        (timedelta(days=500), "28.10.24"),
        (timedelta(days=-2), "14. März"),
    ],
)
def test_ages(qtbot: QtBot, gone: timedelta, words: str) -> None:
    assert age_text(NOW - gone, now=NOW, locale=GERMAN) == words


def test_the_model_is_sound(model: CaseModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_refresh_keeps_places(model: CaseModel) -> None:
    kept = QPersistentModelIndex(model.position("C-2026-0002"))
    model.show([case(4), case(2, CaseState.APPROVED), case(1)])
    assert kept.isValid()
    assert kept.row() == 1
    assert kept.data(CaseRole.STATE) == "approved"
    model.show([case(4)])
    assert not kept.isValid()


def test_unchanged_lists_only_tell_what_changed(model: CaseModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.layoutChanged), qtbot.waitSignal(model.dataChanged):
        model.show([case(1, unread=True), case(2, CaseState.DETECTED), case(3, CaseState.REPLIED)])


def test_screen_readers_hear_the_state(model: CaseModel) -> None:
    words = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert state_name(CaseState.DETECTED) in words
    assert "Anliegen 2" in words


def test_a_column_shows_its_state_only(model: CaseModel) -> None:
    column = StateFilter(frozenset({CaseState.REPLIED}))
    column.setSourceModel(model)
    assert column.rowCount() == 1
    assert column.index(0, 0).data(CaseRole.ID) == "C-2026-0003"


def test_choosing_by_keyboard_opens(qtbot: QtBot, inbox: Inbox) -> None:
    inbox.show_cases([case(1), case(2), case(3)])
    inbox.choose("C-2026-0001")
    with qtbot.waitSignal(inbox.case_chosen) as chosen:
        qtbot.keyClick(inbox.list, Qt.Key.Key_Down)
    assert chosen.args == ["C-2026-0002"]
    assert inbox.neighbour(1) == "C-2026-0003"
    assert inbox.neighbour(-1) == "C-2026-0001"


def test_a_refresh_does_not_open_anything(qtbot: QtBot, inbox: Inbox) -> None:
    inbox.show_cases([case(1), case(2)])
    inbox.choose("C-2026-0002")
    with qtbot.assertNotEmitted(inbox.case_chosen):
        inbox.show_cases([case(1)])
        inbox.show_cases([case(2), case(1)])


def test_the_filter_asks_for_states(qtbot: QtBot, inbox: Inbox) -> None:
    assert CaseState.CLOSED not in inbox.states()
    with qtbot.waitSignal(inbox.wanted_changed):
        inbox.filter.setCurrentIndex(inbox.filter.findData("closed"))
    assert inbox.states() == {CaseState.CLOSED}


def test_empty_lists_say_what_to_do(inbox: Inbox) -> None:
    inbox.show_cases([])
    assert inbox.empty.isVisible()
    assert "Ziehen Sie eine Nachricht hierher" in inbox.empty.text()
    inbox.show_cases([], query="Pumpe")
    assert "„Pumpe“" in inbox.empty.text()
    inbox.show_cases([case(1)])
    assert inbox.list.isVisible()


@pytest.mark.parametrize(
    "row",
    [
        case(1, CaseState.DETECTED, uncertain=4, attachments=2, unread=True),
        case(2, CaseState.DETECTED, complete=False, title="Sehr langer Betreff " * 20),
        case(3, title="", sender=""),
        case(4, received=None),
    ],
)
def test_every_kind_of_row_can_be_drawn(inbox: Inbox, row: CaseRow) -> None:
    inbox.show_cases([row])
    assert not inbox.grab().isNull()


def test_the_board_counts_and_opens(qtbot: QtBot, shell: Shell) -> None:
    board = Board(shell, Icons(shell.theme))
    board.resize(1366, 600)
    qtbot.addWidget(board)
    board.show()
    board.show_cases([case(1), case(2), case(3, CaseState.REPLIED)])
    counts = {column.state: column.count.text() for column in board.columns}
    assert counts[CaseState.NEW] == "2"
    assert counts[CaseState.REPLIED] == "1"
    closed = next(column for column in board.columns if column.state is CaseState.CLOSED)
    assert not closed.isVisible()
    replied = next(column for column in board.columns if column.state is CaseState.REPLIED)
    with qtbot.waitSignal(board.opened) as opened:
        area = replied.list.visualRect(replied.list.model().index(0, 0))
        qtbot.mouseClick(replied.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert opened.args == ["C-2026-0003"]
