"""A quick vault: real stores and real keys, with password costs that only tests may have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain import Clock
from desktop.vault import vault as vaults
from desktop.vault.keys import KdfParams
from desktop.vault.recovery import RecoverySheet
from desktop.vault.vault import Vault

PASSWORD = "Sieben Zwerge 7!"


@pytest.fixture(scope="session")
def kdf() -> KdfParams:
    return KdfParams(memory_kib=64, iterations=1, lanes=1)


@pytest.fixture
def clock() -> Clock:
    """Each reading is a second later than the one before."""
    now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def read() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return read


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def sheet(workspace: Path, kdf: KdfParams, clock: Clock) -> RecoverySheet:
    """A new, locked workspace with one agent."""
    return vaults.create(workspace, password=PASSWORD, user_name="Erika Beck", kdf=kdf, clock=clock)


@pytest.fixture
def vault(workspace: Path, sheet: RecoverySheet, clock: Clock) -> Iterator[Vault]:
    """The new workspace, unlocked."""
    opened = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    yield opened
    opened.shut()
