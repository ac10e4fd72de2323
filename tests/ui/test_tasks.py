"""Background work: results on the window's thread, cancel, order, lost owners, clean end."""

import gc
import logging
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread

from desktop.errors import UserError
from desktop.ui.tasks import Tasks, TaskState, plain


def test_result_arrives_on_the_windows_thread(qtbot, tasks: Tasks) -> None:
    here = QThread.currentThread()
    seen: list[object] = []

    def work(cancel, progress):
        return threading.get_ident()

    def done(ident: int) -> None:
        seen.append((ident != threading.get_ident(), QThread.currentThread() is here))

    task = tasks.run(work, done=done)
    with qtbot.waitSignal(task.finished):
        pass
    assert seen == [(True, True)]
    assert task.state is TaskState.DONE
    assert tasks.busy == 0


def test_progress_is_reported_newest_last(qtbot, tasks: Tasks) -> None:
    seen: list[tuple[int, int]] = []

    def work(cancel, progress):
        for step in range(1000):
            progress(step + 1, 1000)

    task = tasks.run(work, progress=lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(task.finished):
        pass
    assert seen[-1] == (1000, 1000)
    assert seen == sorted(seen)


def test_cancel_stops_the_work_and_drops_its_result(qtbot, tasks: Tasks) -> None:
    started, seen = threading.Event(), []

    def work(cancel, progress):
        started.set()
        while True:
            cancel.check()

    task = tasks.run(work, done=seen.append, failed=seen.append)
    assert started.wait(5)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert seen == []
    assert task.state is TaskState.CANCELLED


def test_result_that_comes_after_cancel_is_dropped(qtbot, tasks: Tasks) -> None:
    go, seen = threading.Event(), []
    task = tasks.run(lambda cancel, progress: go.wait(5), done=seen.append)
    task.cancel()
    with qtbot.waitSignal(task.cancelled):
        go.set()
    assert seen == []


def test_error_goes_to_the_caller_or_else_to_unhandled(qtbot, tasks: Tasks) -> None:
    def work(cancel, progress):
        raise UserError("disk_full")

    seen: list[UserError] = []
    task = tasks.run(work, failed=seen.append)
    with qtbot.waitSignal(task.finished):
        pass
    assert [error.code for error in seen] == ["disk_full"]
    with qtbot.waitSignal(tasks.unhandled) as caught:
        tasks.run(work)
    assert caught.args[0].code == "disk_full"
    assert len(seen) == 1


def test_result_for_a_destroyed_owner_is_dropped(qtbot, tasks: Tasks, caplog) -> None:
    owner, go, seen = QObject(), threading.Event(), []
    started, cancelled = threading.Event(), threading.Event()

    def work(cancel, progress):
        started.set()
        assert go.wait(5)
        if cancel.requested:
            cancelled.set()
        raise ValueError("late trouble")

    tasks.run(work, owner=owner, done=seen.append, failed=seen.append)
    assert started.wait(5)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(tasks.busy_changed):
        go.set()
    assert seen == []
    assert cancelled.is_set()
    assert "ValueError" in caplog.text
    assert "late trouble" not in caplog.text


def test_one_lane_keeps_the_order(qtbot, tasks: Tasks) -> None:
    order: list[int] = []
    last = None
    for number in range(20):
        last = tasks.run(lambda cancel, progress, n=number: order.append(n), lane="save")
    assert last is not None
    with qtbot.waitSignal(last.finished):
        pass
    assert order == list(range(20))


def test_shutdown_cancels_waits_and_refuses_new_work(qtbot, qapp) -> None:
    tasks, started, seen = Tasks(), threading.Event(), []

    def work(cancel, progress):
        started.set()
        while not cancel.requested:
            pass

    tasks.run(work, done=seen.append)
    assert started.wait(5)
    assert tasks.shutdown()
    assert tasks.busy == 0
    late = tasks.run(lambda cancel, progress: seen.append("late"))
    assert late.state is TaskState.CANCELLED
    assert seen == []


def test_shutdown_says_when_a_thread_will_not_stop(qtbot, qapp, caplog) -> None:
    tasks, go, started = Tasks(), threading.Event(), threading.Event()

    def work(cancel, progress):
        started.set()
        go.wait(5)

    tasks.run(work)
    assert started.wait(5)
    with caplog.at_level(logging.WARNING):
        assert not tasks.shutdown(10)
    go.set()
    assert tasks.shutdown()


def test_what_must_run_runs_also_when_owner_and_window_go(qtbot, qapp) -> None:
    tasks, owner, go, seen = Tasks(), QObject(), threading.Event(), []
    tasks.run(plain(lambda: go.wait(5)), lane="save")
    tasks.run(plain(lambda: seen.append("dropped")), owner=owner, lane="save")
    tasks.run(plain(lambda: seen.append("saved")), owner=owner, lane="save", must_run=True)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    go.set()
    assert tasks.shutdown()
    assert seen == ["saved"]


@pytest.mark.parametrize("count", [1, 50])
def test_busy_counts_the_work_under_way(qtbot, tasks: Tasks, count: int) -> None:
    counts: list[int] = []
    tasks.busy_changed.connect(counts.append)
    for _ in range(count):
        tasks.run(lambda cancel, progress: None)
    qtbot.waitUntil(lambda: tasks.busy == 0)
    assert max(counts) == count
    assert counts[-1] == 0


def test_ended_work_is_freed(qtbot, tasks: Tasks) -> None:
    """Work may hold a whole mail: nothing but its result may outlive it."""

    class Held:
        def __call__(self) -> None:
            return None

    alive = []
    for number in range(200):
        held = Held()
        alive.append(weakref.ref(held))
        tasks.run(plain(held), lane="one" if number % 2 else "")
        del held
    qtbot.waitUntil(lambda: tasks.busy == 0)
    assert tasks.shutdown()
    gc.collect()
    assert [one for one in alive if one() is not None] == []
