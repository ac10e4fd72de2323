"""Driving the desk in tests: waiting, choosing, selecting, typing."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.ui.desk import Desk

SLOW = 30_000  # ms: the first detection builds all patterns, on a machine that may be busy


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
