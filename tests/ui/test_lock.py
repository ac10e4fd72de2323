"""The vault locks when the user is away and when the machine slept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.ui.lock import IdleLock


class FakeClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **parts: int) -> None:
        self.now += timedelta(**parts)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def lock(qapp: QApplication, clock: FakeClock) -> IdleLock:
    lock = IdleLock(clock=clock, minutes=5)
    lock.start()
    return lock


def reasons(lock: IdleLock) -> list[str]:
    heard: list[str] = []
    lock.lock_requested.connect(heard.append)
    return heard


def pass_time(lock: IdleLock, clock: FakeClock, seconds: int) -> None:
    for _ in range(seconds // 5):
        clock.advance(seconds=5)
        lock.tick()


def test_idle_locks_once(lock: IdleLock, clock: FakeClock) -> None:
    heard = reasons(lock)
    pass_time(lock, clock, 295)
    assert heard == []
    pass_time(lock, clock, 20)
    assert heard == ["idle"]
    assert not lock.armed


def test_activity_starts_the_time_anew(lock: IdleLock, clock: FakeClock) -> None:
    heard = reasons(lock)
    pass_time(lock, clock, 250)
    lock.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    pass_time(lock, clock, 250)
    assert heard == []


def test_sleep_locks_at_waking(lock: IdleLock, clock: FakeClock) -> None:
    heard = reasons(lock)
    pass_time(lock, clock, 10)
    clock.advance(minutes=2)
    lock.tick()
    assert heard == ["suspend"]


def test_system_signals_lock(lock: IdleLock) -> None:
    heard = reasons(lock)
    lock.screen_locked(False)
    lock.going_to_sleep(False)
    assert heard == []
    lock.screen_locked(True)
    lock.going_to_sleep(True)
    assert heard == ["screen"]


def test_watching_the_system_needs_no_bus(lock: IdleLock) -> None:
    lock.watch_system()
    assert lock.armed
