"""The model's process: states, death, time-outs, cancelling, and nothing left behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from desktop.detect import worker_child
from desktop.detect.model_state import ModelState
from desktop.detect.worker import ModelWorker
from desktop.domain import Cancel, Gap
from desktop.errors import Cancelled

TINY = Path(__file__).resolve().parents[2] / "data" / "detect" / "tiny_tagger.gguf"
MAIL = "Hallo,\n\nmein Drucker druckt nicht mehr.\nMit freundlichen Grüßen\nAnna Amsel\n"


@pytest.fixture(scope="module")
def worker() -> Iterator[ModelWorker]:
    made = ModelWorker(TINY, threads=1)
    yield made
    made.close()


def _pid(worker: ModelWorker) -> int:
    process = worker._process
    assert process is not None
    assert process.pid is not None
    return process.pid


def test_it_answers_like_the_tagger(worker: ModelWorker) -> None:
    detection = worker.find(MAIL)
    assert detection.complete
    assert worker.state is ModelState.READY
    assert "Anna Amsel" in {MAIL[s.start : s.end] for s in detection.spans}
    assert {s.source for s in detection.spans} == {"model"}


def test_many_texts_in_order(worker: ModelWorker) -> None:
    one, none, again = map(worker.find, [MAIL, "", MAIL])
    assert one == again
    assert none.spans == ()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_dead_process_is_started_again(worker: ModelWorker) -> None:
    worker.find(MAIL)
    before = _pid(worker)
    os.kill(before, signal.SIGKILL)
    assert worker.find(MAIL).complete
    assert _pid(worker) != before


def test_a_time_out_leaves_a_gap_and_a_usable_worker(worker: ModelWorker) -> None:
    worker.find(MAIL)
    long = MAIL * 3000
    assert worker.find(long, timeout=0.0).gaps == (Gap("model", 0, len(long), "timeout"),)
    detection = worker.find(MAIL)
    assert detection.complete
    assert detection.spans


def test_cancelling_stops_soon_and_leaves_a_usable_worker(worker: ModelWorker) -> None:
    worker.find(MAIL)
    cancel = Cancel()
    timer = threading.Timer(0.1, cancel.request)
    timer.start()
    with pytest.raises(Cancelled):
        worker.find(MAIL * 20_000, cancel=cancel)
    timer.join()
    assert worker.find(MAIL).complete


def test_a_missing_file_is_a_gap(tmp_path: Path) -> None:
    worker = ModelWorker(tmp_path / "none.gguf")
    assert worker.find(MAIL).gaps == (Gap("model", 0, len(MAIL), "missing"),)
    assert worker.state is ModelState.MISSING
    worker.close()


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        (b"GGUF", b"GGXX", ModelState.BROKEN),
        (b"llama-embed", b"llama-other", ModelState.WRONG_KIND),
        (b"blk.0.attn_norm.weight", b"blk.0.attn_mist.weight", ModelState.BROKEN),
    ],
)
def test_a_refused_file_is_a_gap_and_is_not_tried_again(
    tmp_path: Path, old: bytes, new: bytes, state: ModelState
) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(TINY.read_bytes().replace(old, new, 1))
    worker = ModelWorker(path, threads=1)
    assert worker.find(MAIL).gaps[0].reason == str(state)
    assert worker.state is state
    assert worker._process is None
    assert worker.find(MAIL).gaps[0].reason == str(state)
    assert worker._process is None
    worker.close()


def _end_at_once(connection: Connection, _model: str, _threads: int) -> None:
    """Stands for llama.cpp aborting on a file: the process ends before it says hello."""
    connection.close()


def test_a_file_that_ends_the_process_twice_counts_as_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_child, "serve", _end_at_once)
    worker = ModelWorker(TINY, threads=1)
    assert worker.find(MAIL).gaps[0].reason == "broken"
    assert worker.state is ModelState.BROKEN
    worker.close()


def test_a_mended_file_is_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"broken")
    worker = ModelWorker(path, threads=1)
    assert not worker.find(MAIL).complete
    path.write_bytes(TINY.read_bytes())
    assert worker.find(MAIL).complete
    worker.close()


def test_close_ends_the_process_and_later_texts_get_a_gap() -> None:
    worker = ModelWorker(TINY, threads=1)
    worker.find(MAIL)
    process = worker._process
    pid = _pid(worker)
    worker.close()
    assert process is not None
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert not worker.find(MAIL).complete
    worker.close()
