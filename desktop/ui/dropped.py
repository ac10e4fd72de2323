"""What a drop or paste brings: files, virtual files (Outlook), text. Nothing remote is fetched."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
GROUP_DESCRIPTOR = _WINDOWS.format("FileGroupDescriptorW")
FILE_CONTENTS = _WINDOWS.format("FileContents")
# FILEDESCRIPTORW (shlobj_core.h): 72 bytes of flags, sizes and times, then WCHAR cFileName[260].
_DESCRIPTOR_SIZE = 592
_NAME_OFFSET = 72
MAX_FILES = 10_000
MAX_BYTES = 200 * 1024 * 1024
_MAIL_REFERENCES = ("text/x-moz-message", "application/x-moz-file-promise-url")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


@dataclass(frozen=True, slots=True)
class Blob:
    """A virtual file: it exists only in the program it was dragged from."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Dropped:
    """Everything of one drop that can be imported; ``problem`` is a message code when it is empty
    although something was offered.
    """

    paths: tuple[Path, ...] = ()
    blobs: tuple[Blob, ...] = ()
    text: str = ""
    html: str = ""
    problem: str = ""

    @property
    def empty(self) -> bool:
        return not (self.paths or self.blobs or self.text.strip() or self.html.strip())


def can_take(data: QMimeData) -> bool:
    """Whether a drag is worth an inviting frame; cheap, because it is asked on every move."""
    return (
        data.hasUrls()
        or data.hasText()
        or data.hasHtml()
        or data.hasFormat(GROUP_DESCRIPTOR)
        or any(data.hasFormat(name) for name in _MAIL_REFERENCES)
    )


def take(data: QMimeData) -> Dropped:
    """Read a drop: real files first, then virtual files, then the text itself."""
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return Dropped(paths=paths[:MAX_FILES])
    if data.hasFormat(GROUP_DESCRIPTOR):
        blobs = _virtual_files(data)
        if blobs:
            return Dropped(blobs=blobs)
        return Dropped(problem="virtual_file_empty")
    if any(data.hasFormat(name) for name in _MAIL_REFERENCES):
        return Dropped(problem="mail_reference_only")
    text = data.text() if data.hasText() else ""
    html = data.html() if data.hasHtml() else ""
    if data.hasUrls() and not html and text.strip().lower().startswith(("http:", "https:")):
        return Dropped(problem="remote_not_loaded")
    if not text.strip() and not html.strip():
        return Dropped(problem="nothing_dropped")
    return Dropped(text=text, html=html)


def _virtual_files(data: QMimeData) -> tuple[Blob, ...]:
    names = descriptor_names(bytes(data.data(GROUP_DESCRIPTOR).data()))
    blobs: list[Blob] = []
    total = 0
    for index, name in enumerate(names):
        content = bytes(data.data(f"{FILE_CONTENTS};index={index}").data())
        if not content and len(names) == 1:
            content = bytes(data.data(FILE_CONTENTS).data())
        total += len(content)
        if content and total <= MAX_BYTES:
            blobs.append(Blob(name=name, data=content))
    return tuple(blobs)


def descriptor_names(data: bytes) -> list[str]:
    """The file names of a FILEGROUPDESCRIPTORW; what the data is too short for is left out."""
    if len(data) < 4:
        return []
    (count,) = struct.unpack_from("<I", data)
    room = (len(data) - 4) // _DESCRIPTOR_SIZE
    names: list[str] = []
    for index in range(min(count, room, MAX_FILES)):
        start = 4 + index * _DESCRIPTOR_SIZE + _NAME_OFFSET
        raw = data[start : start + _DESCRIPTOR_SIZE - _NAME_OFFSET]
        name = raw.decode("utf-16-le", "replace").split("\x00", 1)[0]
        names.append(_UNSAFE.sub("_", Path(name.replace("\\", "/")).name) or f"{index + 1}.msg")
    return names
