"""What the window remembers on this machine: look, language, geometry, watched folder.

Kept in a small INI file beside the vault; it never holds anything from a mail.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

FILE_NAME = "window.ini"
LOCK_MINUTES = (1, 3, 5, 10, 15, 30)
DEFAULT_LOCK_MINUTES = 5
DEFAULT_CLIPBOARD_SECONDS = 10


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Preferences(QObject):
    """Typed access to the INI file; every setter stores at once and emits ``changed(name)``."""

    changed = Signal(str)

    def __init__(self, workspace: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(workspace / FILE_NAME), QSettings.Format.IniFormat)
        self._workspace = workspace
        self._held: dict[str, object] = {}

    def _get(self, name: str, default: object) -> object:
        return self._held.get(name, self._settings.value(name, default))

    def _set(self, name: str, value: object) -> None:
        # Before the vault exists its folder must stay untouched: values wait until ``store``.
        if self._workspace.is_dir():
            self._settings.setValue(name, value)
        else:
            self._held[name] = value
        self.changed.emit(name)

    def store(self) -> None:
        """Write what was held back while the workspace did not exist yet, and flush."""
        if not self._workspace.is_dir():
            return
        for name, value in self._held.items():
            self._settings.setValue(name, value)
        self._held.clear()
        self._settings.sync()

    @property
    def theme(self) -> Theme:
        try:
            return Theme(str(self._get("theme", Theme.SYSTEM.value)))
        except ValueError:
            return Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._set("theme", theme.value)

    @property
    def language(self) -> str:
        """``de``, ``en``, or empty for the system's language."""
        language = str(self._get("language", ""))
        return language if language in ("de", "en") else ""

    @language.setter
    def language(self, language: str) -> None:
        self._set("language", language)

    @property
    def lock_minutes(self) -> int:
        return self._number("lock_minutes", DEFAULT_LOCK_MINUTES, low=1, high=60)

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._set("lock_minutes", minutes)

    @property
    def clipboard_seconds(self) -> int:
        return self._number("clipboard_seconds", DEFAULT_CLIPBOARD_SECONDS, low=5, high=60)

    @clipboard_seconds.setter
    def clipboard_seconds(self, seconds: int) -> None:
        self._set("clipboard_seconds", seconds)

    @property
    def watched_folder(self) -> Path | None:
        path = str(self._get("watched_folder", "") or "")
        return Path(path) if path else None

    @watched_folder.setter
    def watched_folder(self, folder: Path | None) -> None:
        self._set("watched_folder", str(folder) if folder else "")

    def layout(self, name: str) -> QByteArray:
        """A remembered geometry or splitter state; empty when there is none."""
        value = self._get(f"layout/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        self._set(f"layout/{name}", state)

    def _number(self, name: str, default: int, *, low: int, high: int) -> int:
        try:
            number = int(str(self._get(name, default)))
        except ValueError:
            return default
        return min(max(number, low), high)
