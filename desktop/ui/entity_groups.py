"""What the panel lists: the marks of a mail by person, equal values together. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain import HUMAN, Label, Person, Span
from desktop.services.review import is_uncertain
from desktop.ui.mark_owners import Marks, fold

_ORDER = {label: number for number, label in enumerate(Label)}


@dataclass(frozen=True, slots=True)
class Entity:
    """One value of one person, with all places where it stands."""

    label: Label
    value: str
    spans: tuple[Span, ...]
    person: int | None

    @property
    def key(self) -> tuple[Label, str, int | None]:
        return self.label, fold(self.value), self.person

    @property
    def uncertain(self) -> int:
        return sum(map(is_uncertain, self.spans))

    @property
    def confirmed(self) -> bool:
        return all(span.source == HUMAN for span in self.spans)

    @property
    def score(self) -> float:
        """That of the least certain place."""
        return min(span.score for span in self.spans)

    @property
    def sources(self) -> tuple[str, ...]:
        """Every layer that found any of the places, those that agreed included."""
        named = {source for span in self.spans for source in (span.source, *span.agreed)}
        return tuple(sorted(named, key=_source_order))


@dataclass(frozen=True, slots=True)
class Group:
    """A person's entities, or (``person`` None) those that belong to nobody."""

    person: Person | None
    entities: tuple[Entity, ...]

    @property
    def number(self) -> int | None:
        return self.person.number if self.person else None


def groups(text: str, marks: Marks) -> tuple[Group, ...]:
    """Persons in their order, each with its name first; then what belongs to nobody."""
    owned: set[Span] = set()
    result = []
    known = set(marks.spans)
    for person in marks.persons:
        spans = [m.span for m in person.mentions if m.span in known and m.span not in owned]
        owned.update(spans)
        if spans:
            result.append(Group(person, _entities(text, spans, person.number)))
    free = [span for span in marks.spans if span not in owned]
    if free:
        result.append(Group(None, _entities(text, free, None)))
    return tuple(result)


def _entities(text: str, spans: Iterable[Span], person: int | None) -> tuple[Entity, ...]:
    found: dict[tuple[Label, str], list[Span]] = {}
    for span in sorted(spans):
        found.setdefault((span.label, fold(text[span.start : span.end])), []).append(span)
    entities = [
        Entity(label, " ".join(text[spans[0].start : spans[0].end].split()), tuple(spans), person)
        for (label, _), spans in found.items()
    ]
    entities.sort(key=lambda entity: (_ORDER[entity.label], entity.spans[0]))
    return tuple(entities)


def _source_order(source: str) -> tuple[int, str]:
    kinds = ("rule", "model", "instruct", HUMAN)
    kind = source.partition(":")[0]
    return (kinds.index(kind) if kind in kinds else len(kinds), source)


def number_text(score: float) -> str:
    """A score as the panel shows it: ``.97``, never rounded up to certainty."""
    return "1.0" if score >= 1 else f"{int(score * 100) / 100:.2f}"[1:]
