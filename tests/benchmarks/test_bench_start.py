"""How long the real program takes from its start to an unlock window that takes a password.

Measured from outside: from the process's start until the password field has the keyboard and the
window is painted. Needs an X server: ``xvfb-run -a .venv/bin/python -m pytest tests/benchmarks``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.services import workspace
from desktop.vault.keys import KdfParams

TARGET = 2.0  # seconds
ROUNDS = 7
READY = b"ready\n"
PROGRAM = Path(__file__).parent / "until_unlock.py"

pytestmark = pytest.mark.skipif(
    not os.environ.get("DISPLAY"), reason="needs an X server: run it under xvfb-run"
)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An account that has a vault."""
    data = tmp_path / "data"
    workspace.create(
        data / "Trennwerk",
        password="Nur zum Messen 17",
        user_name="Erika Beck",
        clock=lambda: datetime.now(UTC),
        kdf=KdfParams(memory_kib=8, iterations=1, lanes=1),
    )
    folders = {"HOME": tmp_path, "XDG_DATA_HOME": data, "XDG_CACHE_HOME": tmp_path / "cache"}
    return os.environ | {name: str(folder) for name, folder in folders.items()}


def test_cold_start_to_the_unlock_window(benchmark: Any, environment: dict[str, str]) -> None:
    running: list[subprocess.Popen[bytes]] = []

    def end() -> None:
        while running:
            process = running.pop()
            process.communicate(b"\n", timeout=60)  # the program closes its window then
            assert process.returncode == 0

    def start() -> None:
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM)],
            env=environment | {"QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == READY

    benchmark.pedantic(start, setup=end, rounds=ROUNDS, warmup_rounds=1)
    end()
    benchmark.extra_info["target"] = TARGET
