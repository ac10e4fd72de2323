"""First run, unlocking, locking, and how strong a password is."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zxcvbn import zxcvbn

from desktop.detect.detector import Detector
from desktop.domain import Clock, Role
from desktop.services.context import Context, Random
from desktop.vault import vault
from desktop.vault.keys import KdfParams
from desktop.vault.recovery import RecoverySheet

__all__ = [
    "MIN_SCORE",
    "RecoverySheet",
    "Strength",
    "create",
    "exists",
    "lock",
    "password_strength",
    "unlock",
    "unlock_with_recovery",
]

MIN_SCORE = 2  # of zxcvbn's 0 to 4; the wizard refuses less
_LONGEST_MEASURED = 72  # zxcvbn's work grows steeply with length


@dataclass(frozen=True, slots=True)
class Strength:
    """zxcvbn's verdict (Wheeler 2016): ``score`` 0 to 4, guesses as a power of ten."""

    score: int
    guesses_log10: float


def exists(workspace: Path) -> bool:
    return vault.exists(workspace)


def password_strength(password: str, user_inputs: Sequence[str] = ()) -> Strength:
    """How hard ``password`` is to guess; ``user_inputs`` are words an attacker would try first."""
    if not password:
        return Strength(0, 0.0)
    words = [word for word in user_inputs if word]
    result = zxcvbn(password[:_LONGEST_MEASURED], user_inputs=words)
    return Strength(int(result["score"]), float(result["guesses_log10"]))


def create(
    path: Path,
    *,
    password: str,
    user_name: str,
    clock: Clock,
    random: Random = secrets.token_bytes,
    kdf: KdfParams | None = None,
    role: Role = Role.AGENT,
) -> RecoverySheet:
    """A new workspace in ``path``; see ``vault.create`` for what it raises."""
    return vault.create(
        path,
        password=password,
        user_name=user_name,
        kdf=kdf,
        role=role,
        clock=clock,
        random=random,
    )


def unlock(
    path: Path,
    *,
    password: str,
    detector: Detector,
    clock: Clock,
    random: Random = secrets.token_bytes,
    user_name: str | None = None,
    language: str = "de",
) -> Context:
    """Open the stores that the user's role may open; see ``vault.unlock`` for what it raises."""
    opened = vault.unlock(path, password=password, user_name=user_name, clock=clock)
    return Context(opened, detector, clock, random, language)


def unlock_with_recovery(
    path: Path,
    *,
    code: str,
    new_password: str,
    detector: Detector,
    clock: Clock,
    random: Random = secrets.token_bytes,
    language: str = "de",
) -> Context:
    """Open with the recovery sheet's code and set a new password."""
    opened = vault.unlock_with_recovery(path, code=code, new_password=new_password, clock=clock)
    return Context(opened, detector, clock, random, language)


def lock(ctx: Context, reason: str = "user") -> None:
    """Close the stores and drop the keys."""
    ctx.vault.lock(reason)
