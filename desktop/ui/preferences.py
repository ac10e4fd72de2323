"""The user's settings as the window uses them: typed, told when changed, saved when it is time.

They lie in ``settings.json`` beside the vault (``desktop.settings``) and hold nothing from a mail.
"""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal

from desktop import settings
from desktop.log import Code, event

LOCK_MINUTES = (1, 3, 5, 10, 15, 30)
CLIPBOARD_SECONDS = (5, 10, 20, 30, 60)


class Look(StrEnum):
    """The themes that the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast-dark"


class Preferences(QObject):
    """Reads once, writes on every choice; ``changed(name)`` tells which one it was."""

    changed = Signal(str)

    def __init__(self, workspace: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings.load(workspace)
        self._layouts = _layouts(self._settings.columns)

    def store(self) -> None:
        """Write everything; before the vault exists its folder stays untouched."""
        if not self._workspace.is_dir():
            return
        columns = json.dumps(self._layouts) if self._layouts else ""
        self._settings = replace(self._settings, columns=columns)
        try:
            settings.save(self._workspace, self._settings)
        except OSError:  # looks are not worth an error message; the log has it
            event(Code.SETTINGS_SET_ASIDE)

    def _set(self, **values: object) -> None:
        self._settings = replace(self._settings, **values)  # type: ignore[arg-type]
        self.store()
        for name in values:
            self.changed.emit(name)

    @property
    def theme(self) -> Look:
        name = self._settings.theme
        if name.startswith("contrast"):
            return Look.CONTRAST
        return Look(name) if name in list(Look) else Look.SYSTEM

    @theme.setter
    def theme(self, theme: Look) -> None:
        self._set(theme=theme.value)

    @property
    def language(self) -> str:
        """``de``, ``en``, or empty for the system's language."""
        return self._settings.language

    @language.setter
    def language(self, language: str) -> None:
        self._set(language=language)

    @property
    def lock_minutes(self) -> int:
        """Minutes without a key or a mouse move until the vault locks; 0 for never."""
        return self._settings.idle_lock_minutes

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._set(idle_lock_minutes=minutes)

    @property
    def clipboard_seconds(self) -> int:
        return self._settings.clipboard_seconds

    @clipboard_seconds.setter
    def clipboard_seconds(self, seconds: int) -> None:
        self._set(clipboard_seconds=seconds)

    @property
    def watched_folder(self) -> Path | None:
        folder = self._settings.watched_folder
        return Path(folder) if folder and self._settings.watch_on_start else None

    @watched_folder.setter
    def watched_folder(self, folder: Path | None) -> None:
        self._set(watched_folder=str(folder) if folder else "", watch_on_start=folder is not None)

    @property
    def quote_original(self) -> bool:
        """Whether an answer carries the customer's own words below it."""
        return self._settings.quote_original

    @quote_original.setter
    def quote_original(self, quote: bool) -> None:
        self._set(quote_original=quote)

    @property
    def default_vendor(self) -> str:
        return self._settings.default_vendor

    @default_vendor.setter
    def default_vendor(self, vendor_id: str) -> None:
        if vendor_id != self._settings.default_vendor:
            self._set(default_vendor=vendor_id)

    def layout(self, name: str) -> QByteArray:
        """A remembered geometry or panel width; empty when there is none."""
        return QByteArray.fromBase64(self._layouts.get(name, "").encode("ascii", "ignore"))

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Remember it; written at the next ``store``, for panels move many times a second."""
        self._layouts[name] = base64.b64encode(state.data()).decode("ascii")


def _layouts(columns: str) -> dict[str, str]:
    try:
        found = json.loads(columns or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): value for name, value in found.items() if isinstance(value, str)}
