"""RTF to text, with Outlook's two habits: compression and HTML wrapped in RTF.

Sources: [MS-OXRTFCP] (compressed RTF), [MS-OXRTFEX] (HTML and text in RTF), RTF 1.9.1. One linear
pass; group depth costs a stack entry only; nothing raises on broken input.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace

from desktop.domain import Problem
from desktop.mail import charset
from desktop.mail.charset import Decoded, tidy
from desktop.mail.html import to_text
from desktop.mail.limits import MAX_RTF

# The dictionary that compressed RTF starts with, [MS-OXRTFCP] 2.1.2.1.
_PRESET = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_COMPRESSED, _UNCOMPRESSED = b"LZFu", b"MELA"
_MAX_DEPTH = 2_000

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)|\\"
)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl "
    b"footerr footerf themedata colorschememapping datastore listtable listoverridetable revtbl "
    b"rsidtbl generator filetbl xmlnstbl latentstyles mmathPr bkmkstart bkmkend fldinst "
    b"shppict nonshppict operator author company wgrffmtfilter pnseclvl objdata blipuid".split()
)
_SYMBOLS = {
    b"par": "\n",
    b"line": "\n",
    b"sect": "\n",
    b"page": "\n",
    b"row": "\n",
    b"tab": "\t",
    b"cell": "\t",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"endash": "–",
    b"emdash": "—",
    b"emspace": " ",
    b"enspace": " ",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
    b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
}
_ESCAPES = {b"~": "\xa0", b"_": "\u2011", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n"}


def decompress(data: bytes) -> bytes:
    """The RTF in a PR_RTF_COMPRESSED value; raises ValueError when it is damaged."""
    if len(data) < 16:
        raise ValueError("short header")
    raw_size = struct.unpack_from("<I", data, 4)[0]
    kind, body = data[8:12], data[16:]
    if kind == _UNCOMPRESSED:
        return body[: min(raw_size, MAX_RTF)]
    if kind != _COMPRESSED:
        raise ValueError("unknown compression")
    return _lzfu(body, min(raw_size, MAX_RTF))


def _lzfu(body: bytes, limit: int) -> bytes:
    """LZ77 over a ring of 4096 bytes: the output so far, behind the preset, is that ring."""
    out = bytearray(b"\0" * (4096 - len(_PRESET)) + _PRESET)
    # Positions in the ring count from the preset's start, so the output is kept aligned to it.
    base = 4096 - len(_PRESET)
    position = 0
    while position < len(body) and len(out) - 4096 < limit:
        flags = body[position]
        position += 1
        for bit in range(8):
            if position >= len(body) or len(out) - 4096 >= limit:
                break
            if not flags >> bit & 1:
                out.append(body[position])
                position += 1
                continue
            if position + 1 >= len(body):
                return bytes(out[4096:])
            reference = body[position] << 8 | body[position + 1]
            position += 2
            offset, length = reference >> 4, (reference & 15) + 2
            write = (len(out) - base) % 4096
            if offset == write:
                return bytes(out[4096:])
            back = (write - offset) % 4096
            for _ in range(length):
                out.append(out[-back])
    return bytes(out[4096 : 4096 + limit])


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and restores."""

    skip: bool = False
    fallback: int = 1  # characters after \\u to leave out
    html_tag: bool = False
    no_html: bool = False  # between \\htmlrtf and \\htmlrtf0


def rtf_to_text(data: bytes) -> Decoded:
    """The readable text of an RTF document, or of the HTML that it wraps."""
    problems: list[Problem] = []
    if len(data) > MAX_RTF:
        problems.append(Problem("rtf_cut", f"{MAX_RTF}/{len(data)}"))
        data = data[:MAX_RTF]
    if data.lstrip()[:5] != b"{\\rtf":
        problems.append(Problem("rtf_broken"))
    reader = _Reader(from_html=b"\\fromhtml" in data[:2000])
    text = reader.read(data)
    if reader.too_deep:
        problems.append(Problem("rtf_cut", str(_MAX_DEPTH)))
    text, found = to_text(text) if reader.from_html else tidy(text)
    return text, (*problems, *found)


class _Reader:
    def __init__(self, *, from_html: bool) -> None:
        self.from_html = from_html
        self.out: list[str] = []
        self.bytes = bytearray()
        self.codec = "cp1252"
        self.state = _State()
        self.stack: list[_State] = []
        self.to_skip = 0
        self.starred = False
        self.too_deep = False

    def read(self, data: bytes) -> str:
        for match in _TOKEN.finditer(data):
            self._token(match)
        self._flush()
        return "".join(self.out)

    def _token(self, match: re.Match[bytes]) -> None:
        hexed, word, number, symbol, brace, plain = match.groups()
        if hexed:
            self._bytes(bytes([int(hexed, 16)]))
        elif word:
            self._word(word, int(number) if number else None)
        elif brace:
            self._brace(brace)
        elif symbol == b"*":
            self.starred = True
        elif symbol:
            self._text(_ESCAPES.get(symbol, ""))
        elif plain:
            self._bytes(plain)

    def _brace(self, brace: bytes) -> None:
        self.starred = False
        self.to_skip = 0
        if brace == b"{":
            if len(self.stack) >= _MAX_DEPTH:
                self.too_deep = True
            self.stack.append(self.state)
        elif self.stack:
            self._flush()
            self.state = self.stack.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        starred, self.starred = self.starred, False
        if word == b"htmltag" and self.from_html:
            self._flush()
            self.state = replace(self.state, html_tag=True, skip=False)
        elif starred or word in _SKIPPED:
            if word != b"fldrslt":
                self.state = replace(self.state, skip=True)
        elif word == b"htmlrtf":
            self._flush()
            self.state = replace(self.state, no_html=number != 0)
        elif word == b"uc":
            self.state = replace(self.state, fallback=max(0, min(number or 0, 20)))
        elif word == b"u" and number is not None:
            self._text(chr(number & 0xFFFF))
            self.to_skip = self.state.fallback
        elif word == b"ansicpg" and number:
            self._flush()
            self.codec = charset.codec_name(f"cp{number}") or self.codec
        elif word == b"bin":
            self.state = replace(self.state, skip=True)
        elif word in _SYMBOLS:
            self._text("\r\n" if self.from_html and word == b"par" else _SYMBOLS[word])

    @property
    def _silent(self) -> bool:
        return self.state.skip or (self.state.no_html and self.from_html)

    def _text(self, text: str) -> None:
        self._flush()
        if not self._silent:
            self.out.append(text)

    def _bytes(self, raw: bytes) -> None:
        if self.to_skip:
            left = raw[self.to_skip :]
            self.to_skip = max(0, self.to_skip - len(raw))
            raw = left
        if not self._silent:
            self.bytes += raw

    def _flush(self) -> None:
        if self.bytes:
            self.out.append(self.bytes.decode(self.codec, "replace"))
            self.bytes.clear()
