"""Values that one place of the text proves are found everywhere else in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.detect.rules.engine import View
from desktop.detect.rules.names import (
    is_blocked,
    is_common,
    is_given,
    is_noun,
    is_surname,
    means_the_thing,
)
from desktop.domain import Label, Span

_SURE = 0.8
_WHOLE = frozenset(
    {
        Label.ID_NUMBER,
        Label.USERNAME,
        Label.PASSWORD,
        Label.IBAN,
        Label.PHONE,
        Label.LICENSE_PLATE,
        Label.OTHER,
        Label.ADDRESS,
        Label.ORG,
        Label.LOCATION,
        Label.DATE_OF_BIRTH,
    }
)
_LIMIT = 400  # values and names followed; more than any honest mail holds


def find_echoes(view: View, found: Iterable[Span]) -> Iterator[Span]:
    """Further occurrences of sure values, and of the words of sure names."""
    values: dict[str, Label] = {}
    names: set[str] = set()
    for span in found:
        if span.score < _SURE or len(values) > _LIMIT or len(names) > _LIMIT:
            continue
        value = view.plain[span.start : span.end]
        if span.label in _WHOLE and _is_telling(value, span.label):
            values.setdefault(value, span.label)
        elif span.label is Label.PERSON:
            parts = value.replace(",", " ").split()
            names.update(part for part in parts if _is_name_word(part, len(parts)))
    yield from _occurrences(view, values)
    yield from _name_occurrences(view, names)


def _is_telling(value: str, label: Label) -> bool:
    if label is Label.LOCATION:
        return False
    if label in (Label.ORG, Label.ADDRESS):
        return len(value) >= 6 and " " in value
    return (len(value) >= 5 and not value.isalpha()) or len(value) >= 7


def _is_name_word(part: str, count: int) -> bool:
    low = part.lower().strip(".'")
    if len(low) < 3 or "." in part or not part[0].isupper() or is_common(low) or is_blocked(low):
        return False
    return count > 1 or is_given(low) or is_surname(low) or not is_noun(low)


def _occurrences(view: View, values: dict[str, Label]) -> Iterator[Span]:
    for value, label in values.items():
        start = view.plain.find(value)
        count = 0
        while start >= 0 and count < _LIMIT:
            end = start + len(value)
            if (
                not view.plain[max(0, start - 1) : start].isalnum()
                and not view.plain[end : end + 1].isalnum()
            ):
                yield Span(start, end, label, 0.85, "rule:echo_value")
                count += 1
            start = view.plain.find(value, end)


def _name_occurrences(view: View, names: set[str]) -> Iterator[Span]:
    if not names:
        return
    forms = names | {name.upper() for name in names if len(name) > 3}
    for start, end in view.words:
        word = view.plain[start:end]
        known = word in forms or (word[-1] == "s" and word[:-1] in forms)
        if not known or (
            view.plain[start - 1 : start] in ("@", ".", "/", "\\", "-", "_") and start
        ):
            continue
        if view.plain[end : end + 1] in ("@", "\\", "-", "_") or (
            view.plain[end : end + 2][1:].isalpha() and (view.plain[end] == ".")
        ):
            continue
        low = view.low[start:end]
        first, last = _widened(view, start, end, names)
        if (first, last) == (start, end) and means_the_thing(view.before(start, 10), low):
            continue
        yield Span(
            first,
            last,
            Label.PERSON,
            0.84 if is_given(low) or is_surname(low) else 0.8,
            "rule:echo_name",
        )


_NEXT_WORD = re.compile(r" ([^\W\d_][^\W\d_'-]*)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.[ -]?){1,2}$")


def _widened(view: View, start: int, end: int, names: set[str]) -> tuple[int, int]:
    """Take in an initial before ("M. Dudek") and name words joined by one blank."""
    if initial := _INITIAL.search(view.plain, max(0, start - 6), start):
        before = view.plain[initial.start() - 1 : initial.start()]
        if initial.group()[0].isupper() and not before.isalnum():
            start = initial.start()
    for _ in range(4):
        following = _NEXT_WORD.match(view.plain, end)
        if following is None or following.group(1) not in names:
            break
        end = following.end()
    return start, end


def join_names(view: View, spans: Iterable[Span]) -> Iterator[Span]:
    """Parts of a name that different rules found, one blank apart, as one name."""
    parts = sorted((s for s in spans if s.label is Label.PERSON), key=lambda s: (s.start, -s.end))
    start = end = -1
    score = 0.0
    pieces = 0
    for span in parts:
        if end >= 0 and (span.start < end or (span.start == end + 1 and view.plain[end] == " ")):
            pieces += span.end > end and span.start > end
            end, score = max(end, span.end), max(score, span.score)
            continue
        if pieces:
            yield Span(
                start, end, Label.PERSON, min(0.95, score + 0.02), "rule:person_joined_parts"
            )
        start, end, score, pieces = span.start, span.end, span.score, 0
    if pieces:
        yield Span(start, end, Label.PERSON, min(0.95, score + 0.02), "rule:person_joined_parts")
