"""What all JSON formats of the exchange share: a name, a version, careful reading, safe writing."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from desktop.errors import UserError

MOST_BYTES: Final = 64 << 20

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def dump(value: dict[str, Any]) -> str:
    """Readable JSON; lone surrogates, which UTF-8 cannot hold, stay as ``\\udxxx`` escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def load(data: str | bytes, *, kind: str) -> dict[str, Any]:
    """The JSON object in ``data``; UserError ``{kind}_unreadable`` with the ``reason``."""
    if len(data) > MOST_BYTES:
        raise UserError(f"{kind}_unreadable", reason="too_large")
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
        value = json.loads(text)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise UserError(f"{kind}_unreadable", reason="no_json") from None
    if not isinstance(value, dict):
        raise UserError(f"{kind}_unreadable", reason="no_object")
    return value


def check_version(value: dict[str, Any], *, kind: str, name: str, newest: int) -> None:
    """Refuse what is another format, or newer than this program (``{kind}_newer``)."""
    if value.get("format") != name:
        raise UserError(f"{kind}_unreadable", reason="other_format")
    version = value.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UserError(f"{kind}_unreadable", reason="no_version")
    if version > newest:
        raise UserError(f"{kind}_newer", found=version, known=newest)


def text_field(value: dict[str, Any], field: str, *, kind: str, most: int = MOST_BYTES) -> str:
    """A text of the object; UserError ``{kind}_unreadable`` names the field when it is none."""
    text = value.get(field)
    if not isinstance(text, str) or len(text) > most:
        raise UserError(f"{kind}_unreadable", reason=f"field_{field}")
    return text
