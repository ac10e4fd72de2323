"""The user's settings that are no secret: ``settings.json``, readable while the vault is locked.

Unknown keys, as of a newer program, are kept when saving. A damaged file is set aside, never lost.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from desktop.log import Code, event

NAME: Final = "settings.json"
FORMAT: Final = "trennwerk.settings"
VERSION: Final = 1
_MOST_BYTES = 2**20

LANGUAGES: Final = ("", "de", "en")  # "" follows the system
THEMES: Final = ("system", "light", "dark", "contrast-light", "contrast-dark")
TEXT_SIZES: Final = ("small", "normal", "large")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose; the defaults are what a new user gets."""

    language: str = ""
    theme: str = "system"
    text_size: str = "normal"
    default_vendor: str = ""  # id
    idle_lock_minutes: int = 10  # 0: never
    clipboard_seconds: int = 10  # after which copied personal data leave the clipboard
    reveal_seconds: int = 15
    watched_folder: str = ""  # path; "" for none
    watch_on_start: bool = False
    instruct_model: str = ""  # file name in the models folder
    draft_in_mail_program: bool = True
    quote_original: bool = True
    last_user: str = ""  # id
    window: str = ""  # geometry, as the window saved it
    columns: str = ""  # panel widths, as the window saved them


def load(workspace: Path) -> Settings:
    """The saved settings; defaults for what is missing or not of its kind."""
    return _settings(_read(workspace))


def save(workspace: Path, settings: Settings) -> None:
    """Replace the file in one step, keeping keys that this version does not know.

    Raises OSError when the disk refuses.
    """
    kept = _read(workspace)
    version = kept.get("version")
    newer = isinstance(version, int) and version > VERSION
    body = {**kept, "format": FORMAT, "version": version if newer else VERSION, **asdict(settings)}
    workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = workspace / f".{NAME}.{secrets.token_hex(4)}.part"
    try:
        with part.open("w", encoding="utf-8") as stream:
            json.dump(body, stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(workspace / NAME)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _read(workspace: Path) -> dict[str, Any]:
    file = workspace / NAME
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError:
        return {}
    try:
        body = json.loads(data) if len(data) <= _MOST_BYTES else None
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        _set_aside(file)
        return {}
    return body


def _set_aside(file: Path) -> None:
    """Keep a file that is not ours to read, so that the next ``save`` does not destroy it."""
    event(Code.SETTINGS_SET_ASIDE)
    try:
        file.replace(file.with_name(f"{file.name}.damaged"))
    except OSError:  # a folder that cannot be written: the defaults will do for this time
        return


def _settings(body: Mapping[str, Any]) -> Settings:
    known = {
        field.name: body[field.name]
        for field in fields(Settings)
        if field.name in body and _valid(field.name, body[field.name])
    }
    return Settings(**known)


def _valid(name: str, value: Any) -> bool:
    default = getattr(Settings(), name)
    if type(value) is not type(default):
        return False
    check = _CHECKS.get(name)
    return check is None or check(value)


_CHECKS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "language": lambda value: value in LANGUAGES,
    "theme": lambda value: value in THEMES,
    "text_size": lambda value: value in TEXT_SIZES,
    "idle_lock_minutes": lambda value: 0 <= value <= 24 * 60,
    "clipboard_seconds": lambda value: 1 <= value <= 600,
    "reveal_seconds": lambda value: 1 <= value <= 600,
}
