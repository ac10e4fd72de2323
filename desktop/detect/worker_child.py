"""The model's process: loads the tagger, answers one text after the other, ends with its parent.

Nothing is printed or kept: texts live in this process only while they are looked at.
"""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.detect import frames
from desktop.detect.denormals import flush_denormals
from desktop.detect.model_state import ModelProblem

# Threads that wait for each other sleep instead of spinning: on a busy machine that is four times
# faster, on an idle one it spares the battery. numpy's part is too small for threads of its own.
_ENVIRONMENT = {"OMP_WAIT_POLICY": "PASSIVE", "OPENBLAS_NUM_THREADS": "1"}


class _Stopped(Exception):
    """The program asked to stop in the middle of a text."""


def serve(connection: Connection, model: str, threads: int) -> None:
    """The process's main function: hello, then answers until the connection ends."""
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    flush_denormals()  # before llama.cpp starts its threads, which inherit it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which then closes us
    try:
        _serve(connection, Path(model), threads)
    except (EOFError, OSError):
        return  # the program is gone


def _serve(connection: Connection, model: Path, threads: int) -> None:
    # imported here: the parent imports this module too, and needs no llama.cpp
    from desktop.detect.tagger import Tagger

    try:
        tagger = Tagger(model, threads)
    except ModelProblem as problem:
        frames.send(connection, {"hello": str(problem.state), "detail": problem.detail})
        return
    frames.send(connection, {"hello": "ready"})

    def between() -> None:
        if connection.poll():
            raise _Stopped

    while True:
        message = frames.receive(connection)
        if "find" not in message:
            continue  # a stop that came too late: its text is answered already
        try:
            spans = tagger.find(message["find"], between).spans
        except _Stopped:
            frames.send(connection, {"id": message["id"], "stopped": True})
        else:
            frames.send(connection, {"id": message["id"], "spans": frames.pack_spans(spans)})
