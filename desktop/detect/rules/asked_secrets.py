"""Secrets in a chat, that stand alone in a message some lines below the question for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.access_codes import is_nobodys
from desktop.detect.rules.credentials import is_made_secret
from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, matches, trimmed
from desktop.detect.rules.key_words import key_pattern
from desktop.domain import Label, Span

_CODE = compiled(rf"({key_pattern('access.codes')})[^\n]{{0,40}}\n", after=None)
_WORD = compiled(
    rf"({key_pattern('credentials.words')}|[a-z-]{{0,24}}schlüssel|pw|key)[^\n]{{0,40}}\n",
    after=None,
)
# Linear: their parts share no sign.
_STAMP = re.compile(r"(?:\[[^\]\n]{4,20}\]|\(?\d{1,2}[:.]\d\d(?::\d\d)?\)?(?: Uhr)?,?)(?: -)? ?")
_SPEAKER = re.compile(rf"\*?[{UPPER}][{LETTER} .'-]{{1,30}}(?: ?\([^)\n]{{2,30}}\))?:\*? ?")
_NUMBER = re.compile(r"[*#]?\d{4,8}[*#]?")
_LINES = 6  # below a question


def find_asked(view: View) -> Iterator[Span]:
    """The first message below each question that is a secret by its make, or a number for a PIN."""
    if "\n" not in view.plain:
        return
    for regex, numbers in ((_WORD, False), (_CODE, True)):
        for start, end in matches(regex, view.small):
            if numbers and is_nobodys(view, start, end):
                continue
            below = view.line_end(end) + 1
            asked = view.plain[end:below].rstrip().endswith("?")
            value = _answer(view, below, numbers, asked)
            if value:
                yield Span(*value, Label.PASSWORD, 0.93, "rule:asked_secret")


def _answer(view: View, start: int, numbers: bool, asked: bool) -> tuple[int, int] | None:
    """A name with a colon but no time may be a form's field, if nobody asked."""
    spoken = False
    for _ in range(_LINES):
        end = view.line_end(start)
        stamp = _STAMP.match(view.plain, start, end)
        begin = stamp.end() if stamp else start
        speaker = _SPEAKER.match(view.plain, begin, end)
        spoken = spoken or stamp is not None or (asked and speaker is not None)
        if not stamp or speaker:  # else a line with nothing but time and name
            first, last = trimmed(view.plain, speaker.end() if speaker else begin, end, " .,\"'>")
            if spoken and _is_secret(view, first, last, numbers):
                return first, last
        start = end + 1
        if start >= len(view.plain):
            break
    return None


def _is_secret(view: View, start: int, end: int, numbers: bool) -> bool:
    """The whole of a message, one word."""
    value = view.plain[start:end]
    if not 4 <= len(value) <= 64 or any(sign in " \t:" for sign in value):
        return False
    return is_made_secret(view, start, end) or (numbers and bool(_NUMBER.fullmatch(value)))
