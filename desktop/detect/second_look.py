"""The rules' marks in the light of what the model read: before merging, never without the model.

All of it was measured on held-out mails. Where the model read over a doubtful pattern without any
mark, a quarter of the names and account names and half of the firms and places are right. Where
both mark an address, a name, a firm or a place and begin differently, the sure model was right in
every case (16 of 16): patterns take the words before a street for a part of it, or miss the first
word of its name. Where they begin alike and end differently, the model was right in 12 of 12:
patterns take the capitalised word behind a name for a surname, and do not know surnames that are
common words. But a surname and the given name behind its comma ("Berger, Anna" in a field) are
one name, where the model sees two people or the first of them only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from desktop.detect.rules.lexicon import phrases
from desktop.domain import Gap, Label, Span

_DOUBTED = (Label.PERSON, Label.ORG, Label.LOCATION, Label.USERNAME)
_LEAST_ALONE = dict.fromkeys(_DOUBTED, 0.9)
_LEAST_START = 0.7  # calibrated score from which the model's left border counts
_LEAST_END = 0.7  # likewise the right border, where both begin alike
_STARTED = frozenset({Label.ADDRESS, Label.PERSON, Label.ORG, Label.LOCATION})
_ENDED = frozenset({Label.PERSON, Label.ORG, Label.LOCATION})
_SURNAME_FIRST = frozenset({"rule:person_field", "rule:person_given_name", "rule:person_table"})
_GIVEN_BEHIND = re.compile(r", ?[^\W\d_][^\W\d_'’-]{1,30}(?:[ -][^\W\d_]{2,30})?")
_LONGEST_GIVEN = 64
# of a form's field; "Muttersprache: Dari / Farsi" has several answers
_ASKED = re.compile(
    r"\b(?:geschlecht|konfession|religion|familienstand|mutter-?sprachen?)"
    r"[ \t]*[:=][ \t]*(?:[^\W\d_]{1,20}\.?[ \t]*[,/+][ \t]*){0,3}$",
    re.IGNORECASE,
)
# "der nennt sich dort sonne_und_wind": what follows is no word of the text, whoever doubts it
_CALLED = re.compile(r"\b(?:nennt|nenne|nannte) (?:sich|mich)(?: \w{2,12}){0,2} $|\bheißt dort $")


def seconded(
    text: str, by_rule: Sequence[Span], by_model: Sequence[Span], gaps: Sequence[Gap]
) -> Iterator[Span]:
    """The rules' marks without doubtful ones on what the model read and left unmarked, and with
    the model's borders where it is sure. What lies in a gap stays as it is."""
    marked = [(span.start, span.end) for span in by_model]
    taken = sorted([*marked, *((gap.start, gap.end) for gap in gaps)])
    ends = list(accumulate((end for _, end in taken), max))
    sure = sorted(s for s in by_model if s.label in _STARTED and s.score >= _LEAST_END)
    for span in by_rule:
        before = bisect_left(taken, (span.end, 0))  # those that start before the mark ends
        alone = not before or ends[before - 1] <= span.start
        enough = span.score >= _LEAST_ALONE.get(span.label, 0.0) or _is_called(text, span)
        if not alone or enough:
            yield _with_borders(text, span, sure)


def sensible(text: str, by_model: Sequence[Span]) -> list[Span]:
    """The model's marks without what it took for names though it is none: the answers of forms
    ("Konfession: ev"), and greetings and languages that the list names."""
    return [span for span in by_model if not _is_answer(text, span)]


@lru_cache(maxsize=1)
def _no_persons() -> frozenset[str]:
    lines = phrases("person_words")["no_person"]
    return frozenset(one for line in lines for one in line.split("|"))


def _is_answer(text: str, span: Span) -> bool:
    if span.label is not Label.PERSON:
        return False
    if text[span.start : span.end].strip(" ,!").lower() in _no_persons():
        return True
    line = text.rfind("\n", max(0, span.start - 80), span.start) + 1
    return _ASKED.search(text, max(line, span.start - 60), span.start) is not None


def _is_called(text: str, span: Span) -> bool:
    """Whether the text says of a login with "_" that it is one."""
    if span.source != "rule:username_parted" or "_" not in text[span.start : span.end]:
        return False
    return _CALLED.search(text[max(0, span.start - 40) : span.start]) is not None


def _with_borders(text: str, span: Span, sure: Sequence[Span]) -> Span:
    """``sure`` is sorted and, as one model's marks, disjoint: at most one begins where the span
    does, and at most one holds its end."""
    at = bisect_left(sure, span.start, key=lambda one: one.start)
    first = sure[at] if at < len(sure) else span
    if first.start == span.start and first.label is span.label and span.label in _ENDED:
        return span if _goes_on(text, span, first.end) else replace(span, end=first.end)
    at = bisect_left(sure, span.end, key=lambda one: one.start) - 1
    last = sure[at] if at >= 0 else span
    if last.label is not span.label or last.end < span.end or last.score < _LEAST_START:
        return span
    # a street's name may have a word more than the pattern knows, other marks only words less
    early = last.start < span.start and span.label is not Label.ADDRESS
    return span if early else replace(span, start=last.start)


def _goes_on(text: str, span: Span, end: int) -> bool:
    """Whether behind ``end`` the given name stands to which the span's surname belongs."""
    if span.source not in _SURNAME_FIRST or not 0 < span.end - end <= _LONGEST_GIVEN:
        return False
    given = text[end : span.end]
    words = re.split(r"[ -]", given[1:].strip())
    return _GIVEN_BEHIND.fullmatch(given) is not None and all(w[:1].isupper() for w in words)
