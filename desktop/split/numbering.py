"""Which number a value gets: the same value the same number, one person one number.

Numbers given before (``previous``) stay, also when marks were added or removed since.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from desktop.domain import Label, Person, Span

Group = tuple[str, str]  # (kind, what identifies the group within its kind)

# Two spellings of these are one value; anything else but letters and digits is grouping.
_GROUPED: Final = frozenset(
    {Label.PHONE, Label.IBAN, Label.CREDIT_CARD, Label.ID_NUMBER, Label.MAC, Label.LICENSE_PLATE}
)
# Case and blanks matter: "Geheim" and "geheim" are two passwords.
_EXACT: Final = frozenset({Label.PASSWORD, Label.USERNAME, Label.URL, Label.OTHER})
_NOT_ALNUM = re.compile(r"[\W_]+")


def normalised(label: Label, value: str) -> str:
    """What two values of a label must share to be the same value."""
    if label in _EXACT:
        return value
    folded = unicodedata.normalize("NFC", value).casefold()
    if label in _GROUPED:
        # A leading plus is kept apart: +49 … and 49 … need not be the same number.
        plus = "+" if label is Label.PHONE and folded.lstrip().startswith("+") else ""
        return plus + _NOT_ALNUM.sub("", folded) or folded
    return " ".join(folded.split())


def groups_of(text: str, spans: Sequence[Span], persons: Iterable[Person]) -> list[Group]:
    """The group of each span: spans of one group share a token."""
    owner: dict[tuple[int, int], int] = {}
    for person in persons:
        for mention in person.mentions:
            owner.setdefault((mention.span.start, mention.span.end), person.number)
    by_name: dict[str, set[int]] = {}
    for span in spans:
        person_number = owner.get((span.start, span.end))
        if span.label is Label.PERSON and person_number is not None:
            name = normalised(span.label, text[span.start : span.end])
            by_name.setdefault(name, set()).add(person_number)
    return [_group(text, span, owner, by_name) for span in spans]


def _group(
    text: str, span: Span, owner: dict[tuple[int, int], int], by_name: dict[str, set[int]]
) -> Group:
    value = normalised(span.label, text[span.start : span.end])
    if span.label is Label.PERSON:
        number = owner.get((span.start, span.end))
        owners = by_name.get(value, set())
        if number is None and len(owners) == 1:
            number = next(iter(owners))  # an unlinked mention of a name that one person bears
        if number is not None:
            return ("person", str(number))
    return (span.label.value, value)


def assign(
    text: str,
    spans: Sequence[Span],
    groups: Sequence[Group],
    *,
    previous: Iterable[tuple[Label, str, int]],
    forbidden: Collection[tuple[Label, int]],
) -> list[int]:
    """A number for each span: that of its group, kept from ``previous``, or the next free one.

    ``previous`` holds (label, value, number) given before: no other value gets these numbers.
    ``forbidden`` numbers are not used at all.
    """
    before: dict[tuple[Label, str], list[int]] = {}
    reserved: set[tuple[Label, int]] = set(forbidden)
    for label, value, number in previous:
        before.setdefault((label, normalised(label, value)), []).append(number)
        reserved.add((label, number))
    wishes: dict[Group, list[int]] = {}
    labels: dict[Group, Label] = {}
    for span, group in zip(spans, groups, strict=True):
        value = normalised(span.label, text[span.start : span.end])
        wishes.setdefault(group, []).extend(before.get((span.label, value), ()))
        labels[group] = span.label
    given: dict[Group, int] = {}
    used: set[tuple[Label, int]] = set(forbidden)
    for group, wished in wishes.items():
        kept = next((n for n in wished if (labels[group], n) not in used), None)
        if kept is not None:
            given[group] = kept
            used.add((labels[group], kept))
    last: dict[Label, int] = {}
    for group in wishes:
        if group not in given:
            label = labels[group]
            number = last.get(label, 0) + 1
            while (label, number) in reserved:
                number += 1
            given[group] = last[label] = number
    return [given[group] for group in groups]
