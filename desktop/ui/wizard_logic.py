"""The first run's decisions without any Qt: steps, what is missing on each, the sheet's check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

MIN_LENGTH = 10
MIN_SCORE = 2  # of 4; below it a vault would stand open to a guessing run


class Step(IntEnum):
    WELCOME = 0
    PASSWORD = 1
    RECOVERY = 2
    DONE = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user has entered so far; ``score`` is the strength 0 to 4 of ``password``."""

    name: str = ""
    password: str = ""
    repeat: str = ""
    score: int = 0

    def problem(self) -> str:
        """The code of the first thing that keeps the vault from being made; empty when none."""
        if not self.name.strip():
            return "name_missing"
        if len(self.password) < MIN_LENGTH:
            return "password_short"
        if self.score < MIN_SCORE:
            return "password_weak"
        if self.password != self.repeat:
            return "passwords_differ" if self.repeat else "repeat_missing"
        return ""

    def user_inputs(self) -> tuple[str, ...]:
        """Words that must not make the password look strong: the user's own name."""
        return tuple(word for word in self.name.replace(".", " ").split() if len(word) > 1)


@dataclass(frozen=True, slots=True)
class Wizard:
    """Where the first run stands; the widget only shows it."""

    step: Step = Step.WELCOME
    draft: Draft = Draft()
    recovery_code: str = ""
    typed: str = ""

    def may_go_on(self) -> bool:
        match self.step:
            case Step.WELCOME | Step.DONE:
                return True
            case Step.PASSWORD:
                return not self.draft.problem()
            case Step.RECOVERY:
                return sheet_confirmed(self.recovery_code, self.typed)

    def may_go_back(self) -> bool:
        """Once the vault is made there is no way back: its sheet is shown only now."""
        return self.step is Step.PASSWORD

    def forward(self) -> Wizard:
        if not self.may_go_on() or self.step is Step.DONE:
            return self
        return replace(self, step=Step(self.step + 1))

    def back(self) -> Wizard:
        return replace(self, step=Step.WELCOME) if self.may_go_back() else self

    def created(self, recovery_code: str) -> Wizard:
        """The vault stands: forget the password, show the sheet."""
        return Wizard(step=Step.RECOVERY, recovery_code=recovery_code)


def groups(code: str) -> tuple[str, ...]:
    """The recovery code's groups as printed on the sheet."""
    return tuple(part for part in code.replace(" ", "-").split("-") if part)


def last_group(code: str) -> str:
    parts = groups(code)
    return parts[-1] if parts else ""


def sheet_confirmed(code: str, typed: str) -> bool:
    """Whether the user typed the sheet's last group (case and blanks forgiven)."""
    wanted = last_group(code)
    return bool(wanted) and "".join(typed.split()).strip("-").upper() == wanted.upper()
