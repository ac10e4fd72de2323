"""The watched folder: whole files, each once, and no thread left behind."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.exchange.settling import Look, Settling
from desktop.exchange.watch import Watcher, look_at, wanted

A, B = Path("/f/a.eml"), Path("/f/b.eml")


def settling() -> Settling:
    return Settling(settle=1.0, patience=10.0)


def fixed(look: Look | None):  # type: ignore[no-untyped-def]
    return lambda path: look


def test_a_file_is_whole_after_two_equal_looks() -> None:
    s = settling()
    s.touched(A, 0.0)
    assert s.due(0.9, fixed((5, 1, 1))) == ([], [])
    assert s.due(1.0, fixed((5, 1, 1))) == ([], [])
    assert s.next_due() == 2.0
    assert s.due(2.0, fixed((5, 1, 1))) == ([A], [])
    assert s.next_due() is None


def test_a_growing_file_waits() -> None:
    s = settling()
    s.touched(A, 0.0)
    for second in range(1, 9):
        assert s.due(float(second), fixed((second, second, 1))) == ([], [])
    assert s.due(9.0, fixed((8, 8, 1))) == ([A], [])


def test_events_start_the_wait_anew() -> None:
    s = settling()
    s.touched(A, 0.0)
    s.due(1.0, fixed((5, 1, 1)))
    s.touched(A, 1.5)
    assert s.due(2.0, fixed((5, 1, 1))) == ([], [])
    assert s.due(2.5, fixed((5, 1, 1))) == ([], [])
    assert s.due(3.5, fixed((5, 1, 1))) == ([A], [])


def whole(s: Settling, now: float, look: Look) -> list[Path]:
    first, _ = s.due(now, fixed(look))
    second, _ = s.due(now + 1, fixed(look))
    return first + second


def test_each_content_once() -> None:
    s = settling()
    s.touched(A, 0.0)
    assert whole(s, 1.0, (5, 1, 1)) == [A]
    s.listed({A}, 5.0)
    assert whole(s, 6.0, (5, 1, 1)) == []
    s.touched(A, 10.0)
    assert whole(s, 11.0, (6, 2, 1)) == [A]
    s.gone(A)
    s.touched(A, 20.0)
    assert whole(s, 21.0, (6, 2, 1)) == [A]


def test_empty_and_locked_files_are_given_up_in_the_end() -> None:
    s = settling()
    s.touched(A, 0.0)
    s.touched(B, 0.0)
    looks: dict[Path, Look | None] = {A: (0, 1, 1), B: None}
    assert s.due(5.0, looks.get) == ([], [])
    assert s.due(10.0, looks.get) == ([], [A, B])
    assert s.next_due() is None


def test_listings_forget_what_went() -> None:
    s = settling()
    s.listed({A, B}, 0.0)
    s.listed({B}, 0.5)
    assert whole(s, 1.5, (5, 1, 1)) == [B]


@pytest.mark.parametrize(
    ("name", "taken"),
    [("a.eml", True), ("A.EML", True), (".a.eml", False), ("~$a.docx", False), ("a.eml~", False),
     ("a.crdownload", False), ("a.eml.PART", False), ("partial", True)],
)  # fmt: skip
def test_names(name: str, taken: bool) -> None:
    assert wanted(Path(name)) is taken


class Seen:
    """What a watcher called back, to be waited for without sleeping."""

    def __init__(self) -> None:
        self.files: queue.Queue[tuple[str, str]] = queue.Queue()

    def file(self, path: Path) -> None:
        if path.name == "bad.eml":
            raise UserError("unreadable_file", file=path.name)
        self.files.put((path.name, path.read_text()))

    def problem(self, path: Path, code: str) -> None:
        self.files.put((path.name, code))

    def next(self) -> tuple[str, str]:
        return self.files.get(timeout=20)


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Seen]:
    before = set(threading.enumerate())
    yield Seen()
    assert set(threading.enumerate()) <= before


def test_real_files(tmp_path: Path, seen: Seen) -> None:
    (tmp_path / "old.eml").write_text("was there")
    with Watcher(
        tmp_path, seen.file, on_problem=seen.problem, settle=0.05, patience=0.2
    ) as watcher:
        assert seen.next() == ("old.eml", "was there")
        with (tmp_path / "slow.eml").open("w") as slow:
            slow.write("half ")
            slow.flush()
            (tmp_path / "x.part").write_text("renamed")
            (tmp_path / "x.part").rename(tmp_path / "x.eml")
            assert seen.next()[0] in ("x.eml", "slow.eml")
            slow.write("whole")
        rest = {seen.next()}
        while ("slow.eml", "half whole") not in rest:
            rest.add(seen.next())
        (tmp_path / "bad.eml").write_text("x")
        assert seen.next() == ("bad.eml", "unreadable_file")
        (tmp_path / "empty.eml").touch()
        assert seen.next() == ("empty.eml", "watch_unreadable")
        (tmp_path / "folder").mkdir()
        (tmp_path / "link.eml").symlink_to(tmp_path / "old.eml")
        assert seen.next() == ("link.eml", "watch_unreadable")
    watcher.stop()
    with pytest.raises(RuntimeError):
        watcher.start()


def test_a_missing_folder(tmp_path: Path, seen: Seen) -> None:
    with pytest.raises(UserError, match="watch_folder_missing"):
        Watcher(tmp_path / "none", seen.file).start()
    folder = tmp_path / "f"
    folder.mkdir()
    with Watcher(folder, seen.file, on_problem=seen.problem, settle=0.02, relist=0.05):
        folder.rmdir()
        assert seen.next() == ("f", "watch_folder_missing")
        folder.mkdir()
        (folder / "a.eml").write_text("again")
        assert seen.next() == ("a.eml", "again")


def test_looking(tmp_path: Path) -> None:
    assert look_at(tmp_path) is None
    assert look_at(tmp_path / "none") is None
    (tmp_path / "a").write_text("abc")
    look = look_at(tmp_path / "a")
    assert look is not None
    assert look[0] == 3
