"""Text of office documents (DOCX, XLSX, PPTX, ODT …): zip files of XML, read in a stream.

All of the text counts, so headers, notes, comments, text boxes and deleted passages are read
too, which the usual libraries leave out. Unpacked sizes are bounded while unpacking (a zip's own
figures may lie), document type declarations are refused, and reading stops at the text limit.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from desktop.domain import Problem
from desktop.mail.charset import Decoded, tidy
from desktop.mail.limits import MAX_ATTACHMENT_TEXT, MAX_DOCUMENT_BYTES

_MAX_MEMBERS = 5_000
_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|xl/sharedStrings\.xml|xl/worksheets/sheet\d+\.xml|xl/comments\d*\.xml"
    r"|ppt/slides/slide\d+\.xml|ppt/notesSlides/notesSlide\d+\.xml"
    r"|content\.xml|docProps/core\.xml"
)
_TEXT = frozenset({"t", "delText", "v", "creator", "title", "subject", "lastModifiedBy"})
_ENDS_LINE = frozenset({"p", "h", "tr", "row", "br", "cr", "line-break", "si", "creator", "title"})
_ENDS_CELL = frozenset({"tab", "tc", "c", "table-cell"})
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    KeyError,
    IndexError,
    RuntimeError,
    OverflowError,
)


class _Enough(Exception):
    """The text limit is reached."""


def is_document(data: bytes) -> bool:
    """Whether ``data`` is a zip that holds an office document's main part."""
    if not data.startswith(b"PK"):
        return False
    tail = data[-1_000_000:]
    return any(part in data[:4096] or part in tail for part in _MARKS)


_MARKS = (b"word/document.xml", b"xl/workbook.xml", b"ppt/presentation.xml", b"content.xml")


def document_text(data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of an office document; None with a Problem when it cannot be read at all."""
    reader = _Reader()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for raw in _parts(archive, reader):
                reader.read(raw)
    except _Enough:
        return _done(reader, Problem("attachment_text_cut", str(MAX_ATTACHMENT_TEXT)))
    except _TooLarge:
        return _done(reader, Problem("document_too_large", str(MAX_DOCUMENT_BYTES)))
    except RuntimeError as error:
        locked = "password" in str(error)
        return None, (Problem("document_encrypted" if locked else "document_damaged"),)
    except _DAMAGE:
        return _done(reader, Problem("document_damaged"))
    return _done(reader)


def _done(reader: _Reader, *problems: Problem) -> tuple[str | None, tuple[Problem, ...]]:
    text, found = reader.text()
    return (text if text or not problems else None), (*problems, *found)


class _TooLarge(Exception):
    """More bytes came out of the zip than a document may have."""


def _parts(archive: zipfile.ZipFile, reader: _Reader) -> Iterator[bytes]:
    names = [name for name in archive.namelist()[:_MAX_MEMBERS] if _PARTS.fullmatch(name)]
    left = MAX_DOCUMENT_BYTES
    for name in sorted(names, key=_reading_order):
        with archive.open(name) as member:
            raw = member.read(left + 1)
        left -= len(raw)
        if left < 0:
            raise _TooLarge
        reader.start_part(name)
        yield raw


def _reading_order(name: str) -> tuple[bool, bool, int, str]:
    number = re.search(r"(\d+)\.xml$", name)
    return (
        name != "xl/sharedStrings.xml",  # the sheets refer to it
        name.startswith("docProps") or "/document" not in name,
        int(number.group(1)) if number and len(number.group(1)) < 8 else 0,
        name,
    )


class _Reader:
    """Collects text from XML events; spreadsheet cells are looked up in the shared strings."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._size = 0
        self._strings: list[str] = []
        self._string: list[str] = []
        self._everything = self._shared = self._is_reference = False
        self._wanted = self._fallback = 0

    def start_part(self, name: str) -> None:
        self._everything = name == "content.xml"
        self._shared = name == "xl/sharedStrings.xml"
        self._wanted = self._fallback = 0
        if self._out and self._out[-1] != "\n":
            self._add("\n")

    def read(self, raw: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse
        parser.buffer_text = True
        parser.Parse(raw, True)

    def text(self) -> Decoded:
        text, problems = tidy("".join(self._out))
        lines = [line.rstrip() for line in text.split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), problems

    def _refuse(self, *_: object) -> None:
        raise ValueError("document type declaration")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(" ", 1)[-1]
        if local == "Fallback":  # the same content once more for old programs
            self._fallback += 1
        elif local in _TEXT:
            self._wanted += 1
        elif local == "c":
            self._is_reference = attributes.get("t") == "s"
        elif local == "s" and self._everything:
            self._add(" ")

    def _end(self, name: str) -> None:
        local = name.rsplit(" ", 1)[-1]
        if local == "Fallback":
            self._fallback -= 1
        elif local in _TEXT:
            self._wanted -= 1
        if self._shared:
            if local == "si":
                self._strings.append("".join(self._string))
                self._string.clear()
        elif not self._fallback:
            if local in _ENDS_LINE:
                self._add("\n")
            elif local in _ENDS_CELL:
                self._add("\t")

    def _characters(self, text: str) -> None:
        if self._fallback or not (self._wanted or self._everything):
            return
        if self._shared:
            self._string.append(text)
        elif self._is_reference and text.isascii() and text.isdigit() and len(text) < 9:
            index = int(text)
            self._add(self._strings[index] if index < len(self._strings) else "")
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        self._out.append(text)
        self._size += len(text)
        if self._size > MAX_ATTACHMENT_TEXT:
            raise _Enough
