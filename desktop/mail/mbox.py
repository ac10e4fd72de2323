"""Mailboxes: mbox files message by message, Maildir and plain folders file by file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop.mail.limits import MAX_FILE_BYTES

# A separator is "From ", an address or none, and a date; a line of prose that begins with "From"
# has no time of day at its end (and mbox writers put a ">" before it).
_SEPARATOR = re.compile(rb"From [^\r\n]{0,300}?\d{1,2}:\d{2}(?::\d{2})?[^\r\n]{0,60}\r?\n?\Z")
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)
_MAIL_SUFFIXES = frozenset({".eml", ".msg", ".emlx", ".mbox", ".mbx", ".mht"})
_MAX_LINE = 1024 * 1024


def is_mbox(data: bytes) -> bool:
    """Whether ``data`` begins with an mbox separator line."""
    line = data[:400].split(b"\n", 1)[0]
    return bool(_SEPARATOR.match(line)) and len(line) < 400


def messages(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The bytes of each message, and whether its end had to be cut off for its size."""
    chunks: list[bytes] = []
    size = 0
    blank = True  # a separator comes first or after a blank line
    begun = False
    while line := stream.readline(_MAX_LINE):
        if blank and _SEPARATOR.match(line):
            if begun:
                yield _unstuffed(chunks), size > MAX_FILE_BYTES
            chunks, size, begun, blank = [], 0, True, False
            continue
        begun = True
        size += len(line)
        if size <= MAX_FILE_BYTES:
            chunks.append(line)
        blank = line in (b"\n", b"\r\n")
    if begun:
        yield _unstuffed(chunks), size > MAX_FILE_BYTES


def _unstuffed(chunks: list[bytes]) -> bytes:
    return _STUFFED.sub(rb"\1", b"".join(chunks))


def is_maildir(folder: Path) -> bool:
    return (folder / "cur").is_dir() or (folder / "new").is_dir()


def message_files(folder: Path) -> Iterator[Path]:
    """The files of a folder that may be mails, in order of their names.

    A Maildir gives all of ``new`` and ``cur`` (and of its sub-folders' ones), any other folder
    its files with a mail's suffix, or without a suffix at all. Links are not followed.
    """
    if is_maildir(folder):
        for part in ("new", "cur"):
            if (folder / part).is_dir():
                yield from sorted(path for path in (folder / part).iterdir() if _is_file(path))
        subfolders = sorted(path for path in folder.iterdir() if path.name.startswith("."))
        for path in subfolders:
            if path.is_dir() and not path.is_symlink() and is_maildir(path):
                yield from message_files(path)
        return
    for path in sorted(folder.iterdir()):
        if _is_file(path) and (path.suffix.lower() in _MAIL_SUFFIXES or not path.suffix):
            yield path


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")
