"""What all screens share: looks, background work, memory, time. Handed in, never global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.domain import Clock
from desktop.ui.preferences import Look, Preferences
from desktop.ui.tasks import Tasks, Work
from desktop.ui.theme import Mode, Theme, system_mode

if TYPE_CHECKING:
    from desktop.detect.detector import Detector


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts of the program that live as long as its window."""

    workspace: Path
    theme: Theme
    tasks: Tasks
    preferences: Preferences
    clock: Clock
    random: Callable[[int], bytes]
    detector: Callable[[], Detector]  # waits until the detector is loaded; never on the UI thread
    language: str
    demo: bool = False


def plain(work: Callable[[], T]) -> Work[T]:
    """Work that neither reports progress nor can stop half-way, as the task runner wants it."""
    return lambda _cancel, _progress: work()


def wanted_mode(preferences: Preferences) -> Mode:
    """The look that the user chose, or the system's."""
    choice = preferences.theme
    if choice is Look.SYSTEM:
        return system_mode()
    return {Look.LIGHT: Mode.LIGHT, Look.DARK: Mode.DARK, Look.CONTRAST: Mode.CONTRAST}[choice]
