"""The tree of a message's parts (RFC 2045, 2046), found by offsets into the one byte string.

``email.parser`` is not used: it recurses once per nesting level for every line, and a 50 MB body
costs it seconds. Here each level is one scan for its boundary, depth and part count are bounded,
and nothing is copied before a leaf is decoded.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from desktop.domain import Problem
from desktop.mail import charset, headers
from desktop.mail.limits import MAX_DEPTH, MAX_PARTS

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BROKEN_QP = re.compile(rb"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n|[ \t]*\Z)")
_USUAL_PREAMBLE = 400  # bytes: "This is a multi-part message in MIME format." and its kin
_IDENTITY = frozenset({"", "7bit", "8bit", "binary", "7-bit", "8-bit", "none"})


@dataclass(frozen=True, slots=True)
class Part:
    """One entity: its fields, its place in ``data``, and its parts if it is a multipart."""

    data: bytes
    start: int  # of the body
    end: int
    fields: headers.RawHeaders
    media_type: str
    parameters: dict[str, str]
    disposition: str  # "inline", "attachment" or ""
    name: str
    encoding: str
    children: tuple[Part, ...] = ()

    @property
    def is_multipart(self) -> bool:
        return bool(self.children)


@dataclass(slots=True)
class Reading:
    """What the parts of one message share: the problems found and how many parts may come."""

    problems: list[Problem] = field(default_factory=list)
    parts_left: int = MAX_PARTS
    depth: int = 0

    def report(self, code: str, detail: str = "") -> None:
        self.problems.append(Problem(code, detail))


def parse(
    data: bytes,
    reading: Reading,
    start: int = 0,
    end: int | None = None,
    *,
    default_type: str = "text/plain",
) -> Part:
    """The entity in ``data[start:end]`` with all its parts."""
    end = len(data) if end is None else end
    fields, body = headers.split_block(data, start, end, reading.problems)
    type_text = headers.value(headers.first(fields, "Content-Type"), reading.problems)
    disposition_text = headers.value(headers.first(fields, "Content-Disposition"), reading.problems)
    kind = headers.media_type(type_text) or default_type
    parameters = headers.parameters(type_text, reading.problems)
    placing = headers.parameters(disposition_text, reading.problems)
    encoding = headers.value(headers.first(fields, "Content-Transfer-Encoding"), reading.problems)
    part = Part(
        data=data,
        start=body,
        end=end,
        fields=fields,
        media_type=kind,
        parameters=parameters,
        disposition=disposition_text.split(";")[0].strip().lower(),
        name=headers.file_name(placing.get("filename") or parameters.get("name", "")),
        encoding=encoding.split(";")[0].strip().lower(),
    )
    if kind.startswith("multipart/"):
        return _with_children(part, reading)
    return part


def _with_children(part: Part, reading: Reading) -> Part:
    if reading.depth >= MAX_DEPTH:
        reading.report("nesting_cut", str(MAX_DEPTH))
        return replace(part, media_type="application/octet-stream")
    boundary = part.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")
    if not boundary:
        boundary = _boundary_in(part)
        reading.report("boundary_missing")
    ranges = list(_ranges(part, boundary, reading)) if boundary else []
    if not ranges:
        if part.data[part.start : part.end].strip():
            reading.report("multipart_without_parts")
        return replace(part, media_type="text/plain")
    default = "message/rfc822" if part.media_type == "multipart/digest" else "text/plain"
    reading.depth += 1
    children = []
    for start, end in ranges:
        if reading.parts_left <= 0:
            reading.report("parts_cut", str(MAX_PARTS))
            break
        reading.parts_left -= 1
        children.append(parse(part.data, reading, start, end, default_type=default))
    reading.depth -= 1
    return replace(part, children=tuple(children))


def _boundary_in(part: Part) -> bytes:
    """Where no boundary is named, the first line that looks like one."""
    found = re.compile(rb"^--([^\s-][^\r\n]{0,198})\r?$", re.MULTILINE).search(
        part.data, part.start, min(part.end, part.start + 10_000)
    )
    return found.group(1).rstrip() if found else b""


def _ranges(part: Part, boundary: bytes, reading: Reading) -> Iterator[tuple[int, int]]:
    """Where each part of a multipart lies; a missing end is named, and so is text outside."""
    start = -1
    for line_start, line_end, last in _delimiters(part, boundary):
        if start < 0 and line_start - part.start > _USUAL_PREAMBLE:
            reading.report("text_outside_parts", str(line_start - part.start))
        if start >= 0:
            yield start, max(start, _without_break(part.data, line_start))
        start = line_end
        if last:
            if part.data[line_end : part.end].strip():
                reading.report("text_outside_parts", str(part.end - line_end))
            return
    if start >= 0:
        reading.report("multipart_unclosed")
        yield start, part.end


def _delimiters(part: Part, boundary: bytes) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each delimiter line, and whether it is the closing one."""
    mark = b"--" + boundary
    data, position = part.data, part.start
    count = 0
    while count <= MAX_PARTS + 1:
        found = data.find(mark, position, part.end)
        if found < 0:
            return
        position = found + len(mark)
        if found != part.start and data[found - 1] != 0x0A:
            continue
        line_end = data.find(b"\n", found, part.end)
        line_end = part.end if line_end < 0 else line_end + 1
        rest = data[position : min(line_end, position + 200)].strip()
        if rest in (b"", b"--"):
            count += 1
            position = line_end
            yield found, line_end, rest == b"--"


def _without_break(data: bytes, position: int) -> int:
    """The line break before a delimiter belongs to the delimiter (RFC 2046, 5.1.1)."""
    if data[position - 2 : position] == b"\r\n":
        return position - 2
    return position - 1 if data[position - 1 : position] == b"\n" else position


def content(part: Part, reading: Reading) -> bytes:
    """A leaf's bytes with the transfer encoding undone; what is broken is named."""
    raw = part.data[part.start : part.end]
    encoding = part.encoding
    if encoding in _IDENTITY:
        return raw
    if encoding == "base64":
        return _base64(raw, reading)
    if encoding == "quoted-printable":
        if _BROKEN_QP.search(raw):
            reading.report("quoted_printable_broken")
        return binascii.a2b_qp(raw)
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        found = uudecode(raw)
        if found is not None:
            return found
        reading.report("uuencode_broken")
        return raw
    known = encoding if re.fullmatch(r"[a-z0-9-]{1,40}", encoding) else ""
    reading.report("unknown_transfer_encoding", known)
    return raw


def _base64(raw: bytes, reading: Reading) -> bytes:
    """Forgiving base64: runs may be padded each on their own, and strange bytes are skipped."""
    packed = raw.translate(None, b" \t\r\n")
    clean = packed.translate(None, packed.translate(None, _BASE64 + b"="))
    broken = len(clean) != len(packed)
    pieces: list[bytes] = []
    if clean.count(b"=") > 2_000:
        clean, broken = clean.translate(None, b"="), True
    runs = [run for run in clean.split(b"=") if run]
    for run in runs:
        if len(run) % 4 == 1:
            run, broken = run[:-1], True
        pieces.append(binascii.a2b_base64(run + b"=" * (-len(run) % 4)))
    if broken:
        reading.report("base64_broken")
    return b"".join(pieces)


_UU_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n", re.MULTILINE)


def uu_blocks(raw: bytes) -> Iterator[tuple[int, int, str, bytes]]:
    """Each uuencoded file in a text (a bounded number): start, end, name and bytes."""
    position = 0
    for _ in range(MAX_PARTS):
        found = _UU_BEGIN.search(raw, position)
        if not found:
            return
        stop = re.compile(rb"^end[ \t]*\r?$", re.MULTILINE).search(raw, found.end())
        if not stop:
            return
        decoded = _uu_lines(raw[found.end() : stop.start()])
        if decoded is not None:
            name, _ = charset.decode(found.group(1))
            yield found.start(), stop.end(), headers.file_name(name), decoded
        position = stop.end()


def uudecode(raw: bytes) -> bytes | None:
    """The first uuencoded file of ``raw``, None when there is none that can be read."""
    return next((decoded for _, _, _, decoded in uu_blocks(raw)), None)


def _uu_lines(raw: bytes) -> bytes | None:
    pieces = []
    for line in raw.split(b"\n"):
        line = line.rstrip(b"\r")
        if not line.strip(b" `"):
            continue
        try:
            pieces.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders write too long a line; the length is in its first character.
            size = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                pieces.append(binascii.a2b_uu(line[:size]))
            except binascii.Error:
                return None
    return b"".join(pieces)
