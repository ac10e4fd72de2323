"""Marks with the persons they belong to, and how persons follow when marks change.

No Qt here. ``marks.py`` edits the spans; every edit ends in ``relink``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from desktop.domain import Label, Mention, Person, Span


@dataclass(frozen=True, slots=True)
class Marks:
    """Sorted, disjoint spans and who they belong to."""

    spans: tuple[Span, ...] = ()
    persons: tuple[Person, ...] = ()

    def at(self, point: int) -> Span | None:
        """The span that covers ``point`` (its end counts as inside when nothing starts there)."""
        found = None
        for span in self.spans:
            if span.start <= point < span.end:
                return span
            if span.end == point:
                found = span
        return found

    def owner(self, span: Span) -> Person | None:
        return next((p for p in self.persons if any(m.span == span for m in p.mentions)), None)


def fold(value: str) -> str:
    """Words without regard to case and kind of blank: what counts as the same value."""
    return " ".join(value.split()).casefold()


def relink(text: str, before: Marks, spans: Iterable[Span]) -> Marks:
    """Sort the spans and let persons follow them: changed marks stay with their person."""
    ordered = tuple(sorted(spans))
    if ordered == before.spans:
        return before
    known, free = set(before.spans), set(ordered)
    persons = []
    for person in before.persons:
        mentions = []
        for mention in person.mentions:
            heir = mention.span if mention.span in free else _heir(mention.span, ordered)
            if heir is not None and heir in free:
                free.discard(heir)
                mentions.append(Mention(heir, mention.reason))
        if mentions:
            persons.append(_named(text, replace(person, mentions=tuple(mentions))))
    new = [span for span in ordered if span in free and span not in known]
    return Marks(ordered, tuple(_adopt(text, persons, new)))


def _heir(old: Span, ordered: tuple[Span, ...]) -> Span | None:
    """The span that took the place of ``old``, unless it stopped or began being a name."""
    best, most = None, 0
    # Disjoint and sorted, so only the span before the first later start can reach into ``old``.
    at = max(0, bisect_left(ordered, old.start, key=lambda span: span.start) - 1)
    while at < len(ordered) and ordered[at].start < old.end:
        span = ordered[at]
        shared = min(span.end, old.end) - max(span.start, old.start)
        if shared > most and (span.label is Label.PERSON) == (old.label is Label.PERSON):
            best, most = span, shared
        at += 1
    return best


def _adopt(text: str, persons: list[Person], new: list[Span]) -> list[Person]:
    """Give new marks to the person who already has these words; a new name is a new person."""
    if not new:
        return persons
    owners: dict[tuple[Label, str], int] = {}
    for at, person in enumerate(persons):
        for mention in person.mentions:
            owners.setdefault(_value(text, mention.span), at)
    for span in new:
        at = owners.get(_value(text, span), -1)
        if at >= 0:
            mentions = (*persons[at].mentions, Mention(span, "same_value"))
            persons[at] = replace(persons[at], mentions=_sorted(mentions))
        elif span.label is Label.PERSON:
            owners[_value(text, span)] = len(persons)
            persons.append(_new_person(text, persons, (Mention(span, "human"),)))
    return persons


def _value(text: str, span: Span) -> tuple[Label, str]:
    return span.label, fold(text[span.start : span.end])


def _new_person(text: str, persons: Collection[Person], mentions: tuple[Mention, ...]) -> Person:
    number = max((person.number for person in persons), default=0) + 1
    return _named(text, Person(number, "", _sorted(mentions)))


def _named(text: str, person: Person) -> Person:
    """Keep the name while some mention still bears it, else take the fullest form left."""
    names = [
        " ".join(text[m.span.start : m.span.end].split())
        for m in person.mentions
        if m.span.label is Label.PERSON
    ]
    if not names or person.name in names:
        return person
    if person.name and any(fold(name) in fold(person.name) for name in names):
        return person
    return replace(person, name=max(names, key=len))


def _sorted(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def merge_persons(marks: Marks, keep: int, other: int) -> Marks:
    """Say that two persons are one; ``keep`` is the number that stays."""
    by_number = {person.number: person for person in marks.persons}
    if keep == other or keep not in by_number or other not in by_number:
        return marks
    first, second = by_number[keep], by_number[other]
    joined = replace(
        first,
        name=max(first.name, second.name, key=len),
        mentions=_sorted((*first.mentions, *second.mentions)),
        role=first.role or second.role,
    )
    persons = tuple(
        joined if person.number == keep else person
        for person in marks.persons
        if person.number != other
    )
    return replace(marks, persons=persons)


def move(text: str, marks: Marks, spans: Collection[Span], to: int | None) -> Marks:
    """Give marks to person ``to``; 0 makes a new person, None takes them from everybody."""
    if to and all(person.number != to for person in marks.persons):
        return marks
    moved = tuple(Mention(span, "human") for span in marks.spans if span in spans)
    persons = []
    for person in marks.persons:
        mentions = tuple(m for m in person.mentions if m.span not in spans)
        if person.number == to:
            mentions = _sorted((*mentions, *moved))
        if mentions == person.mentions:
            persons.append(person)
        elif mentions:
            persons.append(_named(text, replace(person, mentions=mentions)))
    if to == 0 and moved:
        persons.append(_new_person(text, marks.persons, moved))
    return replace(marks, persons=tuple(persons))
