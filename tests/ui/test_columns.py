"""Columns that make room: by width alone, never against what the user chose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.columns import FoldingColumns
from desktop.ui.look import column

WIDE, NARROW = 900, 450


@pytest.fixture
def columns(qtbot: QtBot) -> Iterator[FoldingColumns]:
    window = QWidget()  # a splitter that is a window itself keeps to its own least width
    made = FoldingColumns(200)
    column(window).addWidget(made)
    for width in (150, 150, 200):
        part = QWidget()
        part.setMinimumWidth(width)
        made.addWidget(part)
    for at in range(3):
        made.setCollapsible(at, at == 2)
    qtbot.addWidget(window)
    window.resize(WIDE, 300)
    window.show()
    made.setSizes([350, 350, 200])
    yield made
    window.close()


def widen(columns: FoldingColumns, width: int) -> int:
    """The last column's width after the window has this one."""
    columns.window().resize(width, 300)
    QApplication.processEvents()
    return columns.sizes()[2]


def test_last_column_goes_and_comes_with_the_room(columns: FoldingColumns) -> None:
    assert columns.minimumSizeHint().width() < NARROW < columns.room
    for _ in range(3):
        assert widen(columns, NARROW) == 0
        assert widen(columns, WIDE) == 200


def test_what_the_user_folded_stays_folded(columns: FoldingColumns) -> None:
    columns.moveSplitter(WIDE, 2)
    assert columns.sizes()[2] == 0
    assert widen(columns, NARROW) == 0
    assert widen(columns, WIDE) == 0


def test_pulled_open_in_a_narrow_window_stays_open(columns: FoldingColumns) -> None:
    assert widen(columns, NARROW) == 0
    columns.setSizes([150, 150, 150])
    columns.splitterMoved.emit(300, 2)
    assert widen(columns, NARROW + 10) > 0


def test_folding_for_room_is_not_remembered(columns: FoldingColumns) -> None:
    columns.setSizes([300, 350, 250])
    state = columns.saveState()
    assert widen(columns, NARROW) == 0
    assert columns.saveState() == state
