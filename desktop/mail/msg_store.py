"""The storages of an Outlook .msg file ([MS-OXMSG]) and the properties in them.

python-oxmsg reads the compound file; its property classes are not used, because they raise on
unknown code pages and broken strings where a mail is to be read as far as it goes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from olefile import OleFileIO
from oxmsg.storage import Storage

from desktop.domain import Problem
from desktop.errors import UserError
from desktop.mail import charset

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
# What olefile and oxmsg raise on damaged files; MemoryError too, for sizes read from the file.
_DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    MemoryError,
    EOFError,
    struct.error,
)
_STRING, _STRING8, _BINARY = 0x001F, 0x001E, 0x0102
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGES = {20127: "cp1252", 28591: "cp1252", 65000: "utf-7", 65001: "utf-8", 1200: "utf-16-le"}


class Header(IntEnum):
    """Bytes before the first property in the property stream of each kind of storage."""

    MESSAGE = 32
    EMBEDDED = 24
    CHILD = 8  # recipient, attachment


def open_storage(data: bytes) -> Storage:
    """The root storage; UserError("unreadable_file") when the file is damaged."""
    try:
        with OleFileIO(data) as ole:
            # Directory entries may all point to the same sectors; together they may not hold
            # more than the file does.
            total = sum(entry.size for entry in ole.direntries if entry is not None)
            if total > 2 * len(data) + 65536:
                raise ValueError("streams overlap")
            return Storage.from_ole(ole)
    except _DAMAGE:
        raise UserError("unreadable_file", reason="damaged") from None


def _code_page(number: int | None) -> str:
    if not number:
        return ""
    if number in _CODE_PAGES:
        return _CODE_PAGES[number]
    return charset.codec_name(f"cp{number}") or charset.codec_name(_ISO.get(number, "")) or ""


_ISO = {28590 + part: f"iso-8859-{part}" for part in range(1, 16)} | {
    20866: "koi8-r",
    21866: "koi8-u",
    50220: "iso-2022-jp",
    51932: "euc-jp",
    51949: "euc-kr",
    54936: "gb18030",
    10000: "macintosh",
}


@dataclass(slots=True)
class Properties:
    """The properties of one storage; a missing or broken one reads as empty or None."""

    storage: Storage
    header: Header
    problems: list[Problem]
    inherited_code_page: str = ""

    def __post_init__(self) -> None:
        self._streams = {stream.name.lower(): stream.bytes_ for stream in self.storage.streams}
        block = self._streams.get("__properties_version1.0", b"")[self.header :]
        self._fixed = {
            struct.unpack_from("<H", block, place + 2)[0]: block[place + 8 : place + 16]
            for place in range(0, len(block) - 15, 16)
        }

    _streams: dict[str, bytes] = None  # type: ignore[assignment]
    _fixed: dict[int, bytes] = None  # type: ignore[assignment]

    def _stream(self, tag: int, kind: int) -> bytes | None:
        return self._streams.get(f"__substg1.0_{tag:04x}{kind:04x}")

    def text(self, *tags: int, code_page: str = "") -> str:
        """The first of the string properties that says something."""
        for tag in tags:
            wide = self._stream(tag, _STRING)
            narrow = self._stream(tag, _STRING8)
            if wide:  # some writers end their strings as C does
                text, found = charset.decode(wide.removesuffix(b"\0\0"), "utf-16-le")
            elif narrow:
                code = code_page or self.code_page or None
                text, found = charset.decode(narrow.rstrip(b"\0"), code)
            else:
                continue
            self.problems.extend(found)
            if text.strip():
                return text
        return ""

    def binary(self, tag: int) -> bytes:
        return self._stream(tag, _BINARY) or b""

    def number(self, tag: int) -> int | None:
        raw = self._fixed.get(tag)
        return int(struct.unpack_from("<I", raw)[0]) if raw else None

    def date(self, *tags: int) -> datetime | None:
        """The first of the time properties that is set, as UTC."""
        for tag in tags:
            raw = self._fixed.get(tag)
            ticks = struct.unpack_from("<Q", raw)[0] if raw else 0
            if ticks:
                try:
                    return _EPOCH + timedelta(seconds=ticks // 10_000_000)
                except OverflowError:
                    self.problems.append(Problem("date_unreadable"))
        return None

    @property
    def code_page(self) -> str:
        """Of narrow strings: PidTagMessageCodepage, or what the message around says."""
        return _code_page(self.number(0x3FFD)) or self.inherited_code_page

    @property
    def body_code_page(self) -> str:
        """Of body and HTML: PidTagInternetCodepage, else that of strings."""
        return _code_page(self.number(0x3FDE)) or self.code_page
