"""Denormal numbers become zero in the thread that asked for it, and in no other."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from desktop.detect.denormals import flush_denormals

TINY = np.full(8, 1e-310)


def test_only_the_asking_thread_flushes() -> None:
    seen: list[tuple[bool, float]] = []

    def work() -> None:
        done = flush_denormals()
        seen.append((done, float((TINY * 0.5).max())))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    (done, value) = seen[0]
    if not done:
        pytest.skip("not x86-64 with glibc: nothing is set there")
    assert value == 0.0
    assert float((TINY * 0.5).max()) > 0.0
