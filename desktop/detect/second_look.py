"""The rules' marks in the light of what the model read: before merging, never without the model.

All of it was measured on held-out mails. Where the model read over a doubtful pattern without any
mark, a quarter of the names and account names and half of the firms and places are right. Where
both mark an address, a name, a firm or a place and begin differently, the sure model was right in
every case (16 of 16): patterns take the words before a street for a part of it, or miss the first
word of its name. Where they begin alike and end differently, the model was right in 12 of 12:
patterns take the capitalised word behind a name for a surname, and do not know surnames that are
common words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from desktop.domain import Gap, Label, Span

_DOUBTED = (Label.PERSON, Label.ORG, Label.LOCATION, Label.USERNAME)
_LEAST_ALONE = dict.fromkeys(_DOUBTED, 0.9)
_LEAST_START = 0.9  # calibrated score from which the model's left border counts
_LEAST_END = 0.7  # likewise the right border, where both begin alike
_STARTED = frozenset({Label.ADDRESS, Label.PERSON, Label.ORG, Label.LOCATION})
_ENDED = frozenset({Label.PERSON, Label.ORG, Label.LOCATION})


def seconded(
    by_rule: Sequence[Span], by_model: Sequence[Span], gaps: Sequence[Gap]
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
        if not alone or span.score >= _LEAST_ALONE.get(span.label, 0.0):
            yield _with_borders(span, sure)


def _with_borders(span: Span, sure: Sequence[Span]) -> Span:
    """``sure`` is sorted and, as one model's marks, disjoint: at most one begins where the span
    does, and at most one holds its end."""
    at = bisect_left(sure, span.start, key=lambda one: one.start)
    first = sure[at] if at < len(sure) else span
    if first.start == span.start and first.label is span.label and span.label in _ENDED:
        return replace(span, end=first.end)
    at = bisect_left(sure, span.end, key=lambda one: one.start) - 1
    last = sure[at] if at >= 0 else span
    if last.label is not span.label or last.end < span.end or last.score < _LEAST_START:
        return span
    # a street's name may have a word more than the pattern knows, other marks only words less
    early = last.start < span.start and span.label is not Label.ADDRESS
    return span if early else replace(span, start=last.start)
