"""How often unlocking failed since it last worked: a count beside the stores.

The audit log cannot be written while the vault is locked, so the count waits here for the next one
who unlocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.errors import UserError
from desktop.log import Code, event
from desktop.vault.files import replace_durably

NAME: Final = "failed-unlocks"
_MOST = 10**9


@contextmanager
def noted(workspace: Path) -> Iterator[None]:
    """Count a wrong password or recovery code raised within."""
    try:
        yield
    except UserError as error:
        if error.code in ("wrong_password", "wrong_recovery_code"):
            note(workspace)
        raise


def note(workspace: Path) -> None:
    try:
        replace_durably(workspace / NAME, str(min(_MOST, count(workspace) + 1)).encode())
    except UserError:  # the refusal itself is what matters to the user
        event(Code.AUDIT_NOT_WRITTEN)


def count(workspace: Path) -> int:
    try:
        number = int((workspace / NAME).read_bytes()[:20])
    except (OSError, ValueError):
        return 0
    return max(0, min(_MOST, number))


def clear(workspace: Path) -> None:
    (workspace / NAME).unlink(missing_ok=True)
