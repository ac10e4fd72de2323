"""Numbers spoken and names spelled: "four one five double oh two", "S-O-B-O-T-K-A"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from desktop.detect.rules.engine import LETTER, SMALL, View, compiled, has_word, matches
from desktop.detect.rules.key_words import listed
from desktop.detect.rules.keyed_numbers import Strength, strength_of
from desktop.detect.rules.lexicon import either, words
from desktop.domain import Label, Span

_DIGITS = {
    word: int(digit)
    for word, _, digit in (e.partition("=") for e in words("rule_words")["spoken.digits"])
}
_TIMES = {"double": 2, "doppel": 2, "triple": 3}
_BETWEEN = words("rule_words")["spoken.signs"]
_WORD = f"(?:{either(_DIGITS)})"
_NUMBER = compiled(
    rf"(?:(?:{either(_TIMES)}) )?{_WORD}"
    rf"(?:[ ,/-]{{1,3}}(?:(?:{either([*_BETWEEN, *_TIMES])})[ ,-]{{1,2}})?{_WORD}){{4,29}}"
)
_PHONE_WORDS = listed("spoken.phone")
_LONG = 8  # digits that without a key are a telephone number's
_SPELLED = compiled(
    rf"[{LETTER}](?: [{LETTER}]){{3,23}}|[{LETTER}](?:-[{LETTER}]){{3,23}}|"
    rf"[{LETTER}](?: - [{LETTER}]){{3,23}}|[{LETTER}](?:\. ?[{LETTER}]){{3,23}}",
    after=f"{LETTER}0-9_'",
)


def find_spoken(view: View) -> Iterator[Span]:
    """Five digits and more in words."""
    for start, end in matches(_NUMBER, view.small):
        digits = _read(view.low[start:end])
        if len(set(digits)) > 2 and not _counts(digits):
            label = _label(view, start, len(digits))
            if label:
                yield Span(start, end, label, 0.85, "rule:spoken_number")


def _read(text: str) -> list[int]:
    found: list[int] = []
    times = 1
    for word in re.findall(rf"[{SMALL}]+", text):
        if word in _TIMES:
            times = _TIMES[word]
        elif word in _DIGITS:
            found += [_DIGITS[word]] * times
            times = 1
    return found


def _counts(digits: list[int]) -> bool:
    """Said to test a microphone or to count: each one more or less than the last."""
    steps = {right - left for left, right in pairwise(digits)}
    return len(steps) == 1


def _label(view: View, start: int, count: int) -> Label | None:
    before = view.low[max(view.line_start(start, 60), start - 40) : start]
    if has_word(before, _PHONE_WORDS):
        return Label.PHONE
    if any(strength_of(word) > Strength.NONE for word in re.findall(rf"[{SMALL}.-]+", before)):
        return Label.ID_NUMBER
    return Label.PHONE if count >= _LONG else None


def find_spelled(view: View, found: Iterable[Span]) -> Iterator[Span]:
    """Letters one by one that give a name which the text has as well."""
    names = {
        word
        for span in found
        if span.label is Label.PERSON
        for word in re.findall(rf"[{SMALL}]+", view.low[span.start : span.end])
    }
    if not names:
        return
    for start, end in matches(_SPELLED, view.folded):
        if "".join(filter(str.isalpha, view.low[start:end])) in names:
            yield Span(start, end, Label.PERSON, 0.9, "rule:spelled_name")
