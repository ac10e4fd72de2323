"""Bytes to text: declared charset first, then a guess; every doubt is named as a Problem.

The text that leaves this module can always be encoded as UTF-8, holds no NUL (C libraries behind
the model and the database would end the text there) and has only ``\\n`` line ends.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from desktop.domain import Problem

Decoded = tuple[str, tuple[Problem, ...]]

# Names seen in mail that Python does not know, or knows as less than senders mean by them: what
# calls itself Latin-1 or ASCII is Windows-1252 in practice (WHATWG Encoding, section 4.2).
_ALIASES = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "iso-ir-100": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ansi": "cp1252",
    "x-ansi": "cp1252",
    "cp-1252": "cp1252",
    "win-1252": "cp1252",
    "cp-850": "cp850",
    "utf8mb4": "utf-8",
    "utf-8mb4": "utf-8",
    "utf_8_sig": "utf-8-sig",
    "unicode-1-1-utf-8": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "x-utf-7": "utf-7",
    "unicode": "utf-16",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
    "tis-620": "cp874",
    "iso-8859-9": "cp1254",
}
# Codecs that are no charsets: one is quadratic, the others read escapes or depend on the machine.
_REFUSED = frozenset(
    {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
)
_GUESSES = [
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "koi8_r",
    "cp850",
    "cp852",
    "cp866",
    "mac_roman",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "gb18030",
    "big5",
]
_SAMPLE = 4096
_ASCII_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:+-]{0,39}\Z")
_WESTERN = frozenset(
    "äöüÄÖÜßéèêëàâçôûùîïñáíóúãõøåæœŒØÅÆÉÈÀÇÊÂÎÔÛÑÓÁÍÚ€„“”‚‘’…–—§°²³µ«»´®©™•·½¼¾×¿¡\xa0šžŠŽ±¹º¬¨¸÷£"
)
_ODD_IN_WORD = re.compile(r"[a-zA-Z][„”™§š][a-z]")  # DOS or Mac umlauts read as Windows-1252
_STRAYS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_SURROGATES = re.compile("[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def tidy(text: str) -> Decoded:
    """``text`` with ``\\n`` line ends and U+FFFD for each NUL and lone surrogate, both named."""
    problems: list[Problem] = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        problems.append(Problem("nul_characters", str(text.count("\0"))))
        text = text.replace("\0", "\ufffd")
    if _SURROGATES.search(text):
        # A pair that stands as two surrogates is one astral character; only the rest is broken.
        joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        lost = joined.count("\ufffd") - text.count("\ufffd")
        text = joined
        if lost > 0:
            problems.append(Problem("lone_surrogates", str(lost)))
    return text, tuple(problems)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """``data`` as tidy text; ``declared`` is the charset the sender named, if any."""
    text, problems = _decode(data, declared)
    text, more = tidy(text)
    return text, problems + more


def codec_name(declared: str) -> str | None:
    """The Python codec for a charset label, None when there is none that decodes text."""
    label = declared.strip().strip("\"'").lower()
    if not _ASCII_NAME.match(label):
        return None
    try:
        codec = codecs.lookup(_ALIASES.get(label, label))
    except (LookupError, ValueError):
        return None
    if codec.name.replace("-", "_") in _REFUSED or not codec._is_text_encoding:
        return None
    return "cp1252" if codec.name in ("ascii", "iso8859-1") else codec.name


def _decode(data: bytes, declared: str | None) -> Decoded:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with(data[len(bom) :], name)
    if not declared:
        return _guessed(data)
    name_or_none = codec_name(declared)
    if name_or_none is None:
        shown = declared if _ASCII_NAME.match(declared) else ""
        text, problems = _guessed(data)
        return text, (Problem("unknown_charset", shown), *problems)
    if name_or_none == "cp1252" and not data.isascii():
        return _latin(data, declared)
    return _with(data, name_or_none)


def _with(data: bytes, codec: str) -> Decoded:
    try:
        return data.decode(codec), ()
    except (UnicodeError, ValueError):
        pass
    if codec in ("utf-8", "utf-8-sig"):
        return _mixed(data)
    try:
        return data.decode(codec, "replace"), (Problem("charset_broken", codec),)
    except (UnicodeError, ValueError):
        text, problems = _guessed(data)
        return text, (Problem("charset_broken", codec), *problems)


def _mixed(data: bytes) -> Decoded:
    """Mostly UTF-8 with stray bytes of another charset: the strays are read as Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    return text.translate(_STRAYS), (Problem("charset_mixed", "utf-8"),)


def _latin(data: bytes, declared: str) -> Decoded:
    """Declared Latin-1 or ASCII with high bytes: often UTF-8 all the same."""
    utf8 = _strict(data, "utf-8")
    if utf8 is not None:
        return utf8, (Problem("charset_guessed", "utf-8"),)
    text = _strict(data, "cp1252")
    if text is None:
        return data.decode("latin-1"), ()
    if "ascii" in declared.lower() and not _looks_western(text):
        return _guessed(data)
    return text, ()


def _guessed(data: bytes) -> Decoded:
    """No usable label: ASCII or UTF-8 need no word; anything else is a guess and says so."""
    if data.isascii():
        return _seven_bit(data)
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), (Problem("charset_guessed", wide),)
    utf8 = _strict(data, "utf-8")
    if utf8 is not None:
        return utf8, ()
    name = _guess(data)
    text = _strict(data, name)
    if text is None:
        return data.decode(name, "replace"), (
            Problem("charset_guessed", name),
            Problem("charset_broken", name),
        )
    return text, (Problem("charset_guessed", name),)


def _seven_bit(data: bytes) -> Decoded:
    if b"\x1b$" in data:
        text = _strict(data, "iso2022_jp_ext")
        if text is not None:
            return text, (Problem("charset_guessed", "iso-2022-jp"),)
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), (Problem("charset_guessed", wide),)
    return data.decode("ascii"), ()


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as NULs in nearly every other place."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or sample.count(0) * 10 < len(sample) * 3:
        return ""
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else ""


def _guess(data: bytes) -> str:
    first = next((m.start() for m in re.finditer(rb"[\x80-\xff]", data)), 0)
    sample = data[max(0, first - 1000) : first + _SAMPLE]
    text = _strict(sample, "cp1252")
    if text is not None and _looks_western(text):
        return "cp1252"
    best = charset_normalizer.from_bytes(sample, cp_isolation=_GUESSES).best()
    return best.encoding if best is not None else "cp1252"


def _looks_western(text: str) -> bool:
    high = {char for char in set(text) if char > "\x7f"}
    return high <= _WESTERN and not _ODD_IN_WORD.search(text)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None
