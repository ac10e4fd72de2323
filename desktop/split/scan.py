"""Finds everything in a text that could be a token, in linear time, however it was mangled.

The text is first folded one code point to one byte (every dash becomes ``-``, every opening
bracket ``[``, and so on), so byte offsets are code-point offsets and lone surrogates do no harm.
One RE2 pattern then finds candidates; a candidate says nothing yet about whether it is genuine.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import re2

from desktop.split.check import CHECK_LENGTH, fold_check
from desktop.split.words import KNOWN_WORDS, fold_word

_LONGEST = 160  # code points of a bracketed candidate; more is no token but a bracketed sentence

_DASHES = (
    "_\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e17\u2e1a"
    "\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\uff3f\u02d7\u2796"
)
_BLANKS = "\t\r\x0b\x0c\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_BREAKS = "\x85\u2028\u2029"
_INVISIBLE = "\xad\u034f\u061c\u180e\ufeff" + "".join(
    chr(code)
    for first, after in ((0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2070), (0xFE00, 0xFE10))
    for code in range(first, after)
)
_QUOTES = (
    "\"'*`~=\xb4\xab\xbb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a"
    "\uff02\uff07\uff0a\uff40"
)
_OPENING = "\uff3b\u3010\u3014\u3016\u27e6\u2772\u298b\ufe5d\u2045"
_CLOSING = "\uff3d\u3011\u3015\u3017\u27e7\u2773\u298c\ufe5e\u2046"
_FULL_WIDTH = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]

_FOLD: Final[dict[int, str]] = {
    **{ord(c): "-" for c in _DASHES},
    **{ord(c): " " for c in _BLANKS},
    **{ord(c): "\n" for c in _BREAKS},
    **{ord(c): "\x01" for c in _INVISIBLE},
    **{ord(c): "\x02" for c in _QUOTES},
    ord("\\"): "\x03",
    **{ord(c): "[" for c in _OPENING},
    **{ord(c): "]" for c in _CLOSING},
    **{code: chr(code - 0xFEE0) for code in _FULL_WIDTH},
    0x0308: "\xa8",  # combining diaeresis
}

# What may stand between any two characters of a token: blanks, invisible characters, quotes, a
# line break with the quote marks of the next line, an HTML entity (of which `parse` judges).
_ENTITY = rb"&#?[A-Za-z0-9]{1,16};"
_FUZZ = rb"(?:[ \x01-\x03\xa8]|\n[ >|\x02]*|" + _ENTITY + rb")"
_CORE = rb"[A-Za-z0-9\-\xc4\xd6\xdc\xe4\xf6\xfc\xdf]"
_OPEN = rb"\x03?(?:\[|%5[bB]|&(?:#0{0,4}91|#[xX]0{0,4}5[bB]|lsqb|lbrack);)"
_CLOSE = rb"(?:\]|%5[dD]|&(?:#0{0,4}93|#[xX]0{0,4}5[dD]|rsqb|rbrack);)"
_WORDS = "|".join(sorted({*KNOWN_WORDS, "E-MAIL"}, key=len, reverse=True)).encode("ascii")
_SEPARATOR = _FUZZ + rb"*(?:-|" + _ENTITY + rb")" + _FUZZ + rb"*"
_BARE = rb"(?i:" + _WORDS + rb")" + _SEPARATOR + rb"[0-9]{1,6}" + _SEPARATOR + rb"[0-9A-Za-z]{3}"


def _options() -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = 32 << 20
    return options


_BARE_PATTERN = re2.compile(_BARE, _options())
_PATTERN = re2.compile(
    rb"(" + _OPEN + rb"(?:" + _CORE + rb"|" + _FUZZ + rb")*?" + _CLOSE + rb")|" + _BARE, _options()
)

_PLAIN = re.compile(rb"\[([A-Z]{2,20})-([1-9][0-9]{0,5})-([0-9A-Z]{3})\]")
_PLAIN_BARE = re.compile(r"([A-Z]{2,20})-([1-9][0-9]{0,5})-([0-9A-Z]{3})")
_ENTITY_TEXT = re.compile(_ENTITY.decode("ascii"))
_QUOTED_BREAK = re.compile(r"\n[ >|\x02]*")
_DROPPED = re.compile(r"[\x01-\x03]|%5[bBdD]")
_WORD_AND_NUMBER = re.compile(r"([^\W\d_]+\xa8?[^\W\d_]*)([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What stands at ``start:end`` (code points) and could be read as a token.

    ``word`` is folded, ``check`` is folded and "" when there was none; ``exact`` says that the text
    has precisely the form in which tokens are issued.
    """

    start: int
    end: int
    word: str
    number: int
    check: str
    bracketed: bool
    exact: bool = False


def candidates(text: str) -> Iterator[Candidate]:
    """All candidates from left to right; those inside a bracketed one follow it."""
    folded = text.translate(_FOLD).encode("latin-1", "replace")
    for match in _PATTERN.finditer(folded):
        start, end = match.span()
        if match.group(1) is None:
            yield from _bare(folded, start, end)
            continue
        plain = _PLAIN.fullmatch(folded, start, end)
        if plain is not None:
            yield _as_issued(text, start, end, plain)
            continue
        yield from _bracketed(text, folded, start, end)
        for inner in _BARE_PATTERN.finditer(folded, start, end):
            yield from _bare(folded, *inner.span())


def _as_issued(text: str, start: int, end: int, plain: re.Match[bytes]) -> Candidate:
    """The common case, without the work that the mangled ones need: nothing can be inside it."""
    word, digits, raw = (part.decode("ascii") for part in plain.groups())
    check = fold_check(raw)
    exact = text[start:end] == f"[{word}-{digits}-{check}]"
    return Candidate(start, end, word, int(digits), check, bracketed=True, exact=exact)


def _bracketed(text: str, folded: bytes, start: int, end: int) -> Iterator[Candidate]:
    if end - start > _LONGEST:
        return
    escaped = folded[start] == 3 and folded[end - 2] == 3
    if folded[start] == 3 and not escaped:
        start += 1  # the backslash of a path, not of an escaped bracket
    content = folded[start:end].decode("latin-1")
    parsed = _parse(content)
    if parsed is not None:
        word, number, check = parsed
        exact = text[start:end] == f"[{word}-{number}-{check}]"
        yield Candidate(start, end, word, number, check, bracketed=True, exact=exact)


def _bare(folded: bytes, start: int, end: int) -> Iterator[Candidate]:
    if end - start > _LONGEST or _touches(folded, start - 1) or _touches(folded, end):
        return
    content = folded[start:end].decode("latin-1")
    plain = _PLAIN_BARE.fullmatch(content)
    if plain is not None:
        parsed: tuple[str, int, str] | None = (plain[1], int(plain[2]), fold_check(plain[3]))
    else:
        parsed = _parse(content)
    if parsed is not None:
        start, end = _with_lone_bracket(folded, start, end)
        yield Candidate(start, end, *parsed, bracketed=False)


def _with_lone_bracket(folded: bytes, start: int, end: int) -> tuple[int, int]:
    """The range with a bracket beside it that has no partner in its line: the other one got lost.

    A bracket with a partner is the writer's own.
    """
    opened = start > 0 and folded[start - 1] == ord("[")
    closed = end < len(folded) and folded[end] == ord("]")
    if opened and not closed and not _partner(folded[end : end + _LONGEST], b"]", b"["):
        start -= 1
    elif closed and not opened:
        before = folded[max(0, start - _LONGEST) : start][::-1]
        end += not _partner(before, b"[", b"]")
    return start, end


def _partner(line: bytes, partner: bytes, other: bytes) -> bool:
    """Whether ``partner`` comes in this line before another bracket of the ``other`` kind."""
    line = line.split(b"\n", 1)[0]
    at, rival = line.find(partner), line.find(other)
    return at >= 0 and not 0 <= rival < at


def _touches(folded: bytes, at: int) -> bool:
    """Whether a letter or digit at ``at`` makes the bare candidate beside it part of a word."""
    return 0 <= at < len(folded) and chr(folded[at]).isalnum()


def _parse(content: str) -> tuple[str, int, str] | None:
    """Word, number and check characters ("" when missing) of a folded candidate."""
    plain = _ENTITY_TEXT.sub(lambda m: html.unescape(m.group()).translate(_FOLD), content)
    plain = _DROPPED.sub("", _QUOTED_BREAK.sub(" ", plain)).strip("[] ")
    tight = [part for part in plain.replace(" ", "").split("-") if part]
    loose = plain.replace("-", " ").split()
    for parts in (tight, loose):
        parsed = _three(parts)
        if parsed is not None:
            return parsed
    return _two(tight) or _two(loose)


def _three(parts: list[str]) -> tuple[str, int, str] | None:
    if len(parts) == 2:
        glued = _WORD_AND_NUMBER.fullmatch(parts[0])
        parts = [*glued.groups(), parts[1]] if glued else parts
    if len(parts) < 3 or not _is_number(parts[-2]) or not 1 <= len(parts[-1]) <= 2 * CHECK_LENGTH:
        return None
    word = fold_word("".join(parts[:-2]))
    return (word, int(parts[-2]), fold_check(parts[-1])) if word.isalpha() else None


def _two(parts: list[str]) -> tuple[str, int, str] | None:
    if len(parts) < 2 or not _is_number(parts[-1]):
        return None
    word = fold_word("".join(parts[:-1]))
    return (word, int(parts[-1]), "") if word.isalpha() else None


def _is_number(part: str) -> bool:
    """Digits as issued: no leading zero, few enough for a token."""
    return part.isascii() and part.isdigit() and len(part) <= 6 and part[0] != "0"
