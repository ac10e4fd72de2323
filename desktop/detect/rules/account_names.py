"""Account names by their make alone ("mama_hoppe", "p.sturm"), and speakers of forums and chats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, SMALL, View, compiled, has_word, matches
from desktop.detect.rules.key_words import listed
from desktop.detect.rules.lexicon import common_words, small_words, surnames, words
from desktop.detect.rules.names import is_given
from desktop.domain import Label, Span

_PARTED = compiled(
    rf"[{LETTER}][{LETTER}0-9]*(?:_[{LETTER}0-9]+){{1,4}}(?:\.[{SMALL}0-9]+)?",
    before=f"{LETTER}0-9_./\\\\=$<%&#@!{{-",
    after=f"{LETTER}0-9_/\\\\=(@*$%-",
)
_DOTTED = compiled(
    rf"[{SMALL}]{{1,20}}\.[{SMALL}]{{3,24}}(?:\.[{SMALL}]{{1,10}})?[0-9]{{0,3}}",
    before=f"{LETTER}0-9_./=@:-",
    after=f"{LETTER}0-9_/\\\\=(@.-",
)
_NUMBERED = compiled(
    rf"[{LETTER}]{{5,24}}[0-9]{{2,4}}",
    before=f"{LETTER}0-9_./\\\\=$<%&#@-",
    after=f"{LETTER}0-9_/\\\\=(@*$%-",
)
_NAME = rf"[{LETTER}0-9][{LETTER}0-9_.-]{{2,30}}"
_WROTE = compiled(
    rf"(?m:^)[> ]{{0,8}}({_NAME}) (?:schrieb|wrote|hat geschrieben)(?::| am | on |\n)",
    before=None,
    after=None,
)
_FROM = compiled(
    rf"(?:antwort|beitrag|zitat|kommentar|frage|post|reply|comment) (?:von|by|from) ({_NAME})[:\n]",
    after=None,
)
_SPEAKER = compiled(
    rf"(?m:^)[> ]{{0,6}}({_NAME})(?: \([^)\n]{{2,30}}\))?: ", before=None, after=None
)
_PARTS = frozenset(listed("usernames.code_parts"))
_FILE_ENDINGS = words("rule_words")["web.file_endings"]
_NO_ENDINGS = frozenset(listed("usernames.host_endings"))
_PRODUCTS = listed("credentials.products")


def find_account_names(view: View) -> Iterator[Span]:
    """Names made of parts with "_" or ".", or of an unknown word and a number."""
    for start, end in matches(_PARTED, view.folded):
        if _is_parted(view, start, end):
            yield _span(start, end, 0.8, "username_parted")
    if "." in view.low:
        for start, end in matches(_DOTTED, view.folded):
            if _is_dotted(view, start, end):
                yield _span(start, end, 0.78, "username_dotted")
    for start, end in matches(_NUMBERED, view.folded):
        if _is_numbered(view, start, end):
            yield _span(start, end, 0.72, "username_numbered")


def _span(start: int, end: int, score: float, name: str) -> Span:
    return Span(start, end, Label.USERNAME, score, f"rule:{name}")


def _is_parted(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    parts = re.split(r"[_.]", view.low[start:end])
    if value.isupper() or parts[-1] in _FILE_ENDINGS or any(part in _PARTS for part in parts):
        return False
    if max(map(len, parts)) < 3 or (len(parts[0]) < 2 and len(parts) < 3):
        return len(parts) == 2 and len(parts[1]) > 4 and parts[1] in surnames()
    if _MACHINE_PART.search(value) or (len(parts[0]) < 5 and _RANDOM.fullmatch(parts[1])):
        return False
    return _in_prose(view, start, end)


# "Contact1_Tel", "OpenSSH_9", "DueToTarget_Disk": a field, a version, a constant.
_MACHINE_PART = re.compile(
    r"\d_[A-Za-z]|_\d+\.|_\d+[A-Z]?[a-z]\d|[a-z][A-Z].*_[A-Z][a-z]*[A-Z]|_v\d"
)
_RANDOM = re.compile(r"(?=.*\d.*[a-z]).{6,}|[0-9a-f]{6,}")


def _in_prose(view: View, start: int, end: int) -> bool:
    """Not a field of a machine's message, no column, no key and no network."""
    behind = view.after(end, 2)
    if (behind[:1] in "\"'," and behind[1:] in _CLOSE) or view.plain[start - 1 : start] in ";,":
        return start == 0
    if behind[:1] == ";" or (behind[:1] == ":" and behind[1:] not in (" ", "\n", "")):
        return False
    if has_word(
        view.before(start, 12), ("netz", "wlan", "ssid", "wifi", "wi-fi", "error", "fehler")
    ):
        return False
    line = view.low[view.line_start(start) : view.line_end(end)]
    return not has_word(line, ("{", "}", ";;", "()", "==", "=>", "::", "</", "select ", "exec "))


_CLOSE = tuple(":,;=" + "abcdefghijklmnopqrstuvwxyz0123456789")


def _is_dotted(view: View, start: int, end: int) -> bool:
    low = view.low[start:end].rstrip("0123456789")
    parts = low.split(".")
    if not 2 <= len(parts) <= 3 or parts[-1] in _FILE_ENDINGS or parts[-1] in _NO_ENDINGS:
        return False
    if parts[1] in small_words():
        return False
    if len(parts) == 3:
        return is_given(parts[1]) or (parts[1] in surnames() and parts[0] in small_words())
    first, second = parts
    if len(first) == 1:
        return second in surnames() and second not in common_words() and len(second) > 3
    return is_given(first) and len(first) > 3 and (second in surnames() or is_given(second))


def _is_numbered(view: View, start: int, end: int) -> bool:
    low = view.low[start:end]
    word = low.rstrip("0123456789")
    known = word in small_words() or word in common_words()
    if known or low.startswith(_PRODUCTS) or view.plain[start:end].isupper() or word in surnames():
        return False
    inner_capitals = any(map(str.isupper, view.plain[start + 1 : end]))
    vowels = sum(letter in "aeiouyäöü" for letter in word)
    return len(word) >= 6 and vowels >= 2 and not inner_capitals


def find_speakers(view: View) -> Iterator[Span]:
    """Who speaks in a forum or chat under an account name."""
    for regex, data in ((_WROTE, view.folded), (_FROM, view.small)):
        for start, end in matches(regex, data):
            if _is_nick(view, start, end):
                yield _span(start, end, 0.86, "username_wrote")
    seen: dict[str, list[tuple[int, int]]] = {}
    for start, end in matches(_SPEAKER, view.folded):
        seen.setdefault(view.low[start:end], []).append((start, end))
    made = [low for low, places in seen.items() if _is_made(low) and _is_nick(view, *places[0])]
    for low, places in seen.items():
        if low in made or (made and len(places) > 1 and _is_nick(view, *places[0])):
            for start, end in places if len(made) > 1 or len(places) > 1 else ():
                yield _span(start, end, 0.86, "username_speaks")


def _is_made(low: str) -> bool:
    digits = sum(map(str.isdigit, low))
    return low[:1].isalpha() and ("_" in low or (digits > 1 and len(low) - digits > 3))


def _is_nick(view: View, start: int, end: int) -> bool:
    low = view.low[start:end].strip(".-")
    parts = set(re.split(r"[_.-]", low))
    if low in small_words() or low in common_words() or low in surnames() or is_given(low):
        return False
    if parts & _PARTS or not any(map(str.isalpha, low)) or view.plain[start:end].isupper():
        return False
    dotted = "." in low and _is_dotted(view, start, end)
    return _is_made(low) or (len(low) >= 6 and low.isalpha()) or dotted
