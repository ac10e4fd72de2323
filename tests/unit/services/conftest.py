"""A real workspace in a temporary folder, with the rule layer as detector and a set clock."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.detect.detector import Detector, open_detector
from desktop.services import workspace
from desktop.services.context import Context
from desktop.vault.keys import KdfParams

PASSWORD = "Nur für Prüfungen 17"
QUICK = KdfParams(memory_kib=8, iterations=1, lanes=1)


class Ticking:
    """A clock that advances one second at every look."""

    def __init__(self) -> None:
        self._seconds = itertools.count()

    def __call__(self) -> datetime:
        return datetime(2026, 11, 2, 9, 0, tzinfo=UTC) + timedelta(seconds=next(self._seconds))


class Dice:
    """Reproducible bytes: a counter through SHA-256."""

    def __init__(self) -> None:
        self._count = itertools.count()

    def __call__(self, size: int) -> bytes:
        made = b""
        while len(made) < size:
            made += hashlib.sha256(str(next(self._count)).encode()).digest()
        return made[:size]


@pytest.fixture
def quick() -> KdfParams:
    return QUICK


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def dice() -> Dice:
    return Dice()


@pytest.fixture
def detector() -> Iterator[Detector]:
    with open_detector(with_model=False) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path, clock: Ticking, dice: Dice) -> Path:
    path = tmp_path / "workspace"
    workspace.create(
        path, password=PASSWORD, user_name="Erika Beck", clock=clock, random=dice, kdf=QUICK
    )
    return path


@pytest.fixture
def ctx(folder: Path, clock: Ticking, dice: Dice, detector: Detector) -> Iterator[Context]:
    opened = workspace.unlock(
        folder, password=PASSWORD, detector=detector, clock=clock, random=dice
    )
    yield opened
    workspace.lock(opened)
