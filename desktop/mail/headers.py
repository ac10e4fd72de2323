"""Header fields: RFC 5322 blocks, RFC 2047 words, RFC 2231 parameters, addresses and dates.

Written apart from ``email.header``/``email.headerregistry`` because those raise on broken input
and take quadratic time on some of it; every function here is linear and raises nothing.
"""

from __future__ import annotations

import binascii
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from desktop.domain import Mailbox, Problem
from desktop.mail import charset
from desktop.mail.limits import (
    MAX_ADDRESSES,
    MAX_HEADER_BYTES,
    MAX_HEADER_VALUE,
    MAX_HEADERS,
    MAX_NAME,
)

RawHeaders = tuple[tuple[str, bytes], ...]
Mailboxes = tuple[Mailbox, ...]

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))', re.DOTALL)
_CONTINUED = re.compile(r"(.+?)\*(\d{1,3})(\*?)\Z", re.DOTALL)
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,998})>")
_MEDIA_TYPE = re.compile(r"\s*([\w.+-]{1,100})/([\w.+-]{1,100})", re.ASCII)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def split_block(
    data: bytes, start: int, end: int, problems: list[Problem]
) -> tuple[RawHeaders, int]:
    """The fields of the block at ``start`` and where the body begins.

    A block ends at a blank line, or at a line that is no field and is not followed by one.
    """
    fields: list[tuple[str, list[bytes]]] = []  # a name and its folded lines
    limit = min(end, start + MAX_HEADER_BYTES)
    position = start
    while position < end:
        if position >= limit or len(fields) >= MAX_HEADERS:
            problems.append(Problem("headers_cut", str(len(fields))))
            return _unfolded(fields), _after_blank_line(data, position, end)
        line_end = _line_end(data, position, end)
        line = data[position : min(line_end, position + MAX_HEADER_BYTES)].rstrip(b"\r\n")
        if not line:
            return _unfolded(fields), line_end
        field = _FIELD.match(line)
        if line[:1] in b" \t" and fields:
            fields[-1][1].append(line)
        elif field:
            fields.append((field.group(1).decode("ascii"), [line[field.end() :]]))
        elif _FIELD.match(data, line_end, min(end, line_end + 300)):
            problems.append(Problem("header_line_unreadable"))
        else:
            if fields:
                problems.append(Problem("header_end_missing"))
            return _unfolded(fields), position
        position = line_end
    return _unfolded(fields), end


def _unfolded(fields: list[tuple[str, list[bytes]]]) -> RawHeaders:
    return tuple((name, b"\n".join(lines)) for name, lines in fields)


def _line_end(data: bytes, start: int, end: int) -> int:
    found = data.find(b"\n", start, end)
    return end if found < 0 else found + 1


def _after_blank_line(data: bytes, start: int, end: int) -> int:
    ends = [
        found + len(mark)
        for mark in (b"\n\n", b"\n\r\n")
        if (found := data.find(mark, max(0, start - 2), end)) >= 0
    ]
    return min(ends, default=end)


def first(headers: RawHeaders, name: str) -> bytes:
    """The first value of a field, empty when it is missing."""
    wanted = name.lower()
    return next((value for key, value in headers if key.lower() == wanted), b"")


def value(raw: bytes, problems: list[Problem]) -> str:
    """A field's value unfolded and decoded to readable text."""
    text, found = charset.decode(raw)
    problems.extend(found)
    text = re.sub(r"\n[ \t]?", " ", text).strip()
    if len(text) > MAX_HEADER_VALUE:
        problems.append(Problem("header_cut", str(len(text))))
        text = text[:MAX_HEADER_VALUE]
    return words(text, problems)


def words(text: str, problems: list[Problem]) -> str:
    """``text`` with its RFC 2047 encoded words decoded; broken ones stay as written."""
    if "=?" not in text:
        return text
    pieces: list[str] = []
    pending: list[tuple[str, bytes]] = []
    position = 0
    for match in _WORD.finditer(text):
        between = text[position : match.start()]
        if not pending or between.strip():
            pieces += [_joined(pending, problems), between]
            pending = []
        name = match.group(1).split("*")[0]  # RFC 2231 section 5 adds a language
        content = _word_bytes(match.group(2), match.group(3))
        if content is None:
            problems.append(Problem("encoded_word_broken"))
            pieces += [_joined(pending, problems), match.group()]
            pending = []
        else:
            pending.append((name, content))
        position = match.end()
    pieces += [_joined(pending, problems), text[position:]]
    return "".join(pieces)


def _joined(pending: list[tuple[str, bytes]], problems: list[Problem]) -> str:
    """Neighbouring words of one charset are decoded as one: a character may be split over them."""
    text: list[str] = []
    index = 0
    while index < len(pending):
        name, content = pending[index]
        index += 1
        parts = [content]
        while index < len(pending) and pending[index][0].lower() == name.lower():
            parts.append(pending[index][1])
            index += 1
        decoded, found = charset.decode(b"".join(parts), name)
        problems.extend(found)
        text.append(decoded.replace("\n", " "))
    return "".join(text)


def _word_bytes(encoding: str, content: str) -> bytes | None:
    try:
        raw = content.encode("ascii")
        if encoding in "qQ":
            return binascii.a2b_qp(raw.replace(b" ", b"_"), header=True)
        return binascii.a2b_base64(raw.rstrip(b"=") + b"===")
    except (ValueError, UnicodeError):
        return None


def parameters(text: str, problems: list[Problem]) -> dict[str, str]:
    """The parameters of a Content-Type or Content-Disposition value, names in lower case.

    RFC 2231 continuations and charsets are joined and decoded; RFC 2047 words in values (which
    the standard forbids and mailers write) too.
    """
    plain: dict[str, str] = {}
    continued: dict[str, list[tuple[int, bool, str]]] = {}
    for match in _PARAMETER.finditer(text[:MAX_HEADER_VALUE]):
        name = match.group(1).lower()
        quoted, bare = match.group(2), match.group(3)
        content = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else (bare or "").strip()
        piece = _CONTINUED.match(name)
        if piece:
            key, number, encoded = piece.group(1), int(piece.group(2)), bool(piece.group(3))
            continued.setdefault(key, []).append((number, encoded, content))
        elif name.endswith("*"):
            continued.setdefault(name[:-1], []).append((0, True, content))
        else:
            plain.setdefault(name, words(content, problems))
    for key, pieces in continued.items():
        plain[key] = _rfc2231(sorted(pieces), problems)
    return plain


def _rfc2231(pieces: list[tuple[int, bool, str]], problems: list[Problem]) -> str:
    name = ""
    raw: list[bytes] = []
    for index, (_, encoded, content) in enumerate(pieces):
        if encoded and index == 0 and content.count("'") >= 2:
            name, _, content = content.split("'", 2)
        raw.append(unquote_to_bytes(content) if encoded else content.encode("utf-8"))
    text, found = charset.decode(b"".join(raw), name or None)
    problems.extend(found)
    return text


def media_type(text: str) -> str:
    """``type/subtype`` in lower case, empty when the value has none."""
    match = _MEDIA_TYPE.match(text)
    return f"{match.group(1)}/{match.group(2)}".lower() if match else ""


def file_name(text: str) -> str:
    """The bare name of an attached file: no folders, no control characters, bounded."""
    name = _CONTROLS.sub(" ", text).replace("\\", "/").rsplit("/", 1)[-1].strip()
    return name[:MAX_NAME]


def date(text: str) -> datetime | None:
    """An RFC 5322 date as UTC; None when unreadable. A date without a zone is taken as UTC."""
    try:
        parsed = parsedate_to_datetime(text[:200])
        return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None


def message_ids(text: str) -> tuple[str, ...]:
    """The message ids of a Message-ID, In-Reply-To or References value, in brackets."""
    return tuple(f"<{found}>" for found in _MESSAGE_ID.findall(text))


def addresses(raw: bytes, problems: list[Problem]) -> Mailboxes:
    """The mailboxes of an address list; group names are dropped, broken entries kept as names."""
    text, found = charset.decode(raw[:MAX_HEADER_VALUE])
    problems.extend(found)
    if len(raw) > MAX_HEADER_VALUE:
        problems.append(Problem("addresses_cut", str(len(raw))))
    boxes: list[Mailbox] = []
    for entry in _entries(re.sub(r"\n[ \t]?", " ", text)):
        if len(boxes) >= MAX_ADDRESSES:
            problems.append(Problem("addresses_cut", str(MAX_ADDRESSES)))
            break
        box = _mailbox(entry, problems)
        if box.name or box.address:
            boxes.append(box)
    return tuple(boxes)


def _entries(text: str) -> list[str]:
    """Split an address list at commas and semicolons outside of quotes, comments and brackets."""
    entries: list[str] = []
    start = depth = 0
    quoted = angle = escaped = False
    for index, char in enumerate(text):
        if escaped:
            escaped = False
        elif char == "\\" and (quoted or depth):
            escaped = True
        elif char == '"' and not depth:
            quoted = not quoted
        elif quoted:
            continue
        elif char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif char in "<>":
            angle = char == "<"
        elif char in ",;" and not angle:
            entries.append(text[start:index])
            start = index + 1
        elif char == ":" and not angle:  # the name of a group
            start = index + 1
    entries.append(text[start:])
    return entries


def _mailbox(entry: str, problems: list[Problem]) -> Mailbox:
    entry = entry.strip()
    opening = entry.rfind("<")
    if opening >= 0:
        closing = entry.find(">", opening)
        address = entry[opening + 1 : closing if closing >= 0 else len(entry)].strip()
        name = entry[:opening].strip() or entry[closing + 1 :].strip(" ()")
    elif "@" in entry:
        address, _, comment = entry.partition("(")
        address, name = address.strip(), comment.rstrip().removesuffix(")")
    else:
        address, name = "", entry
    if len(name) >= 2 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1]
    name = re.sub(r"\\(.)", r"\1", name)
    return Mailbox(words(name, problems).strip().strip('"'), words(address, problems))
