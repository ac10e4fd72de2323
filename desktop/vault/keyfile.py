"""The optional second secret: any file of 32 bytes or more, kept apart from the laptop."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import UserError

_LEAST_BYTES = 32
_MOST_BYTES = 16 * 2**20


def read_key_file(file: Path | None) -> bytes | None:
    """Its bytes, None for none; raises UserError key_file_unreadable."""
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserError("key_file_unreadable", file=file.name) from error
    if not _LEAST_BYTES <= len(data) <= _MOST_BYTES:
        raise UserError("key_file_unreadable", file=file.name)
    return data
