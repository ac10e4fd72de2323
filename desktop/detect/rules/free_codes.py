"""Codes that no word announces: their make (letters, signs, many digits) or their place (alone on a
line, in brackets, at the end of a clause) says that they number something of somebody.

Goods, norms, laws, versions and errors have codes of the same make; what they are called by
(``resources/detect/id_keys.txt``, [goods] and [no_free_prefix]) keeps them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import View
from desktop.detect.rules.keyed_numbers import Strength, strength_of
from desktop.detect.rules.lexicon import words
from desktop.detect.rules.number_values import is_goods, read_value
from desktop.domain import Label, Span

_START = re.compile(
    r"(?<![\w@./\\+#&=*%-])"
    r"(?:(?:[A-Z]{1,6}[/-]|[A-Z]{1,4} ))?(?:[A-Z0-9]{1,6}[./-])?[A-Z]{0,5}[0-9][0-9A-Z./'-]{2,}"
)
_NO_PREFIXES = words("id_keys")["no_free_prefix"]
_CALL = re.compile(r"[A-Z]+ 0[1-9][0-9]+(?: [0-9]+){1,4}")
_HEAD = re.compile(r"[A-Z]+")
_VERSION = re.compile(r"[A-Z]{0,4} ?[0-9]{1,5}(?:\.[0-9A-Z]{1,6}){1,4}")
_SECURITY = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]|KB[0-9]+|CVE.*|A?[0-9]{1,3}[Xx].*")
_MODEL = re.compile(r"[A-Z]{1,3}[0-9]+[A-Z][A-Z0-9]*/[0-9A-Z]{1,3}|[A-Z] [0-9]{2,4}[-/][0-9]{1,3}")
_MEASURE = re.compile(r"[0-9]+(?:[.,][0-9]+)?(?:[-/x][0-9]+(?:[.,][0-9]+)?)*[A-Z]{1,3}")
_PLACE_BEFORE = re.compile(r"(?:^|\n|[.!?:(] ?)[ \t>|*\"'-]{0,6}\Z")
_PLACE_BEHIND = re.compile(r"[\"']?(?:[.!?,;)]?[ \t]*(?:\n|\Z)|\)|[.!?] |,? - [A-Z]|, )")


def find_free_codes(view: View) -> Iterator[Span]:
    """Codes of an unmistakable make, and lesser ones that stand alone."""
    taken = 0
    for match in _START.finditer(view.plain):
        if match.start() < taken:
            continue
        value = read_value(view, match.start())
        if value is None:
            continue
        taken = value[1]
        start, end = _without_key(view, *value)
        score = _score(view, start, end) or _score(view, *value)  # the word makes it a code
        if score:
            yield Span(start, end, Label.ID_NUMBER, score, "rule:free_code")


def _without_key(view: View, start: int, end: int) -> tuple[int, int]:
    """Without the short word that announces it: "RG 2025-117" and "ID 44-117"."""
    head = _HEAD.match(view.plain, start, end)
    if head and view.plain[head.end()] == " " and _is_key(head.group().lower()):
        return head.end() + 1, end
    return start, end


def _is_key(word: str) -> bool:
    return word in words("id_keys")["prefix_key"] or strength_of(word) > Strength.NONE


def _score(view: View, start: int, end: int) -> float:
    text = view.plain[start:end]
    digits = sum(map(str.isdigit, text))
    if digits < 4 or len(text) > 40 or view.plain[end : end + 1] in ("@", "%", "\x80", "="):
        return 0.0
    head = _HEAD.match(text)
    letters = head.group() if head else ""
    if letters.lower() in _NO_PREFIXES or _SECURITY.fullmatch(text) or _VERSION.fullmatch(text):
        return 0.0
    if view.plain[max(0, start - 2) : start].rstrip(" ")[-1:].isdigit():
        return 0.0
    if _MODEL.fullmatch(text) or _MEASURE.fullmatch(text) or any(sign.islower() for sign in text):
        return 0.0
    if is_goods(view, start):
        return 0.0
    if _CALL.fullmatch(text):
        return 0.0
    alone = _stands_alone(view, start, end)
    signs = any(sign in text for sign in "-/")
    if letters and signs and digits >= (4 if alone else 5):
        return 0.75 if digits >= 6 or alone else 0.6
    if letters and " " in text and digits >= (6 if len(letters) > 1 or alone else 7):
        return 0.7
    if alone and not letters:
        return _digits_alone(view, start, end, digits, signs)
    return 0.0


def _digits_alone(view: View, start: int, end: int, digits: int, signs: bool) -> float:
    """Digits in groups on a line of their own, that are neither a telephone number nor a date."""
    text = view.plain[start:end]
    own_line = not view.plain[view.line_start(start) : start].strip(" >|*-")
    grouped = signs or " " in text or "." in text
    if not own_line or not grouped or digits < 7 or text.startswith(("0", "20", "19")):
        return 0.0
    return 0.6 if view.plain[end : end + 1] in ("\n", "") else 0.0


def _stands_alone(view: View, start: int, end: int) -> bool:
    before = view.plain[max(0, start - 8) : start]
    if start > 8 and "\n" not in before:
        before = "x" + before
    return bool(_PLACE_BEFORE.search(before)) and bool(
        _PLACE_BEHIND.match(view.plain, end, end + 8)
    )
