"""Codes of the same make as a sure one: "14.772.901-3 gehört meinem Bruder, meine ist …910-8"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from desktop.detect.rules.engine import View
from desktop.domain import Label, Span

_SURE = 0.8
_LIMIT = 40  # makes followed; more than any honest mail holds
_FINDS = 200
_SHARED = 0.4  # of a number without letters and signs, as much must be shared at its start


def find_same_make(view: View, found: Iterable[Span]) -> Iterator[Span]:
    """Values with the letters and signs of a sure number, and digits where it has digits."""
    makes: Counter[str] = Counter()
    for span in found:
        if span.label is Label.ID_NUMBER and span.score >= _SURE and len(makes) < _LIMIT:
            value = view.plain[span.start : span.end]
            if make := _make(value):
                makes[make] += 1
    for make in makes:
        pattern = re.compile(rf"(?<![\w./+-]){make}(?![\w/])(?![-.][\w])(?! ?(?:€|EUR|\x80))")
        for number, match in enumerate(pattern.finditer(view.plain)):
            if number >= _FINDS:
                break
            yield Span(*match.span(), Label.ID_NUMBER, 0.81, "rule:same_make")


def _make(value: str) -> str:
    """The pattern of a value, or "" where too little in it is its own."""
    signs = [sign for sign in value if not sign.isalnum()]
    letters = [sign for sign in value if sign.isalpha()]
    digits = sum(map(str.isdigit, value))
    if digits + len(letters) < 4 or digits < 3 or len(value) > 40:
        return ""
    if letters and len(letters) <= 6:
        head = re.match(r"[A-Za-z]+", value)
        if head is None and len(letters) > 2:
            return ""
        if not signs and digits < 5:
            return ""
        return "".join("[0-9]" if s.isdigit() else re.escape(s) for s in value)
    if letters:
        return ""
    shared = max(2, int(digits * _SHARED)) if not signs else (0 if len(signs) > 1 else 1)
    if (not signs and digits < 7) or (signs and digits < 5):
        return ""
    made, seen = [], 0
    for sign in value:
        if sign.isdigit():
            made.append(sign if seen < shared else "[0-9]")
            seen += 1
        else:
            made.append(re.escape(sign))
    return "".join(made)
