"""One byte per code point: how the rules see a text.

RE2 reads bytes. Folding every code point to exactly one Latin-1 byte keeps byte offsets equal to
code point offsets, makes every search cheap, and lets patterns ignore typographic variants: any
dash is "-", any quote is '"' or "'", any horizontal blank is " ", "Š" is "S", other capital letters
are "\\xc0" and other small letters "\\xe0".
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\xad"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\xab\xbb\u2033\uff02"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\xb4`"
_OTHER = 0xA4  # the currency sign: neither letter, digit, blank nor a sign that a pattern names


class _Folding(dict[int, int]):
    """A translation table that grows by what it meets; one value for each code point."""

    def __missing__(self, code: int) -> int:
        folded = _fold(code)
        if len(self) < 4096:  # hostile text must not grow it without bound
            self[code] = folded
        return folded


def _fold(code: int) -> int:
    sign = chr(code)
    if sign in _DASHES:
        return ord("-")
    if sign in _DOUBLE_QUOTES:
        return ord('"')
    if sign in _SINGLE_QUOTES:
        return ord("'")
    if code < 0x80 or (0xC0 <= code <= 0xFF and code not in (0xD7, 0xF7)):
        return code
    if sign in "\u2022\xb7\u2027\u25cf\u2219":
        return 0xB7
    return _fold_wide(sign)


def _fold_wide(sign: str) -> int:
    if sign.isspace():
        return 0x0A if sign in "\x85\u2028\u2029" else 0x20
    decomposed = unicodedata.normalize("NFKD", sign)[0]
    if ord(decomposed) < 0x80 and decomposed.isalnum():
        return ord(decomposed)
    if sign.isdigit():
        return ord("0") + unicodedata.digit(sign)
    special = {"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ẞ": "ß", "€": "\x80"}.get(sign)
    if special:
        return ord(special)
    if sign.isalpha():
        return 0xC0 if sign.isupper() else 0xE0
    return 0xE0 if unicodedata.combining(sign) else _OTHER


_FOLDING = _Folding()
_LOWER = bytes(
    code + 0x20 if 0x41 <= code <= 0x5A or (0xC0 <= code <= 0xDE and code != 0xD7) else code
    for code in range(256)
)


@lru_cache(maxsize=4)
def fold(text: str) -> bytes:
    """The text with one Latin-1 byte per code point."""
    return text.translate(_FOLDING).encode("latin-1")


def lower(folded: bytes) -> bytes:
    """The folded text in small letters, same length."""
    return folded.translate(_LOWER)
