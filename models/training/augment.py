"""Changes to an annotated mail that leave its labels right.

Names, places and numbers are exchanged for others of their kind (the same one throughout a mail),
capitals and umlauts get lost, lines are joined or quoted, letters swapped - as in real mails.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.training.sources import Example, lines, table

Edit = tuple[int, int, str]

_NAME = re.compile(r"[^\W\d_]+")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_DIGITS = {
    "PHONE",
    "ID_NUMBER",
    "CREDIT_CARD",
    "IBAN",
    "USERNAME",
    "PASSWORD",
    "LICENSE_PLATE",
    "OTHER",
}
_PARTICLES = {"von", "van", "de", "der", "den", "zu", "zur", "el", "al", "da", "dos", "di", "und"}


@dataclass(frozen=True)
class Names:
    """What mentions are replaced with; given names weighted by how often they are given."""

    given: tuple[str, ...]
    given_set: frozenset[str]
    surnames: tuple[str, ...]
    places: tuple[tuple[str, str], ...]  # postcode, place
    streets: tuple[str, ...]

    @classmethod
    def load(cls, lists: Path) -> Names:
        rows = [
            r for r in table(lists / "vornamen_de_cities.tsv") if len(r) >= 3 and r[2].isdigit()
        ]
        weighted: list[str] = []
        for name, _, count in rows:
            weighted += [name] * min(12, 1 + int(count) // 20)
        for row in table(lists / "common-forenames-by-country.csv", ","):
            weighted += [name for name in row[-1:] if name.isalpha()]
        surnames = [name for name in lines(lists / "personennamen.list") if 2 < len(name) < 20]
        common = [r[4] for r in table(lists / "common-surnames-by-country.csv", ",") if len(r) > 4]
        surnames += [name for name in common if name.isalpha()] * 4
        places = tuple((r[1], r[2]) for r in table(lists / "plz_ort_dach.tsv") if len(r) > 2)
        given = frozenset(name.lower() for name, _, _ in rows)
        streets = tuple(lines(lists / "strassennamen.list"))
        return cls(tuple(weighted), given, tuple(surnames), places, streets)


def apply(example: Example, edits: list[Edit]) -> Example:
    """The example with stretches replaced; edits are disjoint, and inside or outside of spans."""
    text: str = example["text"]
    parts: list[str] = []
    at = shift = 0
    moves: list[tuple[int, int, int]] = []  # start, end, shift after it
    for start, end, new in sorted(edits):
        if start < at:
            continue
        parts += [text[at:start], new]
        at = end
        shift += len(new) - (end - start)
        moves.append((start, end, shift))
    parts.append(text[at:])

    def moved(place: int, *, is_end: bool) -> int:
        delta = 0
        for start, end, after in moves:
            if place < start or (place == start and not is_end) or (is_end and place < end):
                break
            delta = after
        return place + delta

    spans = [
        {**s, "start": moved(s["start"], is_end=False), "end": moved(s["end"], is_end=True)}
        for s in example["spans"]
    ]
    return {**example, "text": "".join(parts), "spans": [s for s in spans if s["start"] < s["end"]]}


def _like(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.lower() if old.islower() else new


def replace_mentions(example: Example, names: Names, rng: random.Random) -> Example:
    """Other names, places, streets, firms and digits in the marked spans, alike within the mail."""
    text = example["text"]
    known: dict[str, str] = {}
    edits: list[Edit] = []
    known_firms: dict[str, str] = {}
    swap_names, swap_places, swap_digits, swap_firms = (
        rng.random() < p for p in (0.85, 0.5, 0.6, 0.7)
    )

    def other(word: str) -> str:
        low = word.lower()
        if low not in known:
            genitive = low[:-1] if low.endswith("s") and low[:-1] in known else ""
            if genitive:
                known[low] = known[genitive] + "s"
            elif low in names.given_set and rng.random() < 0.9:
                known[low] = rng.choice(names.given)
            else:
                known[low] = rng.choice(names.surnames)
        return _like(word, known[low])

    spans = sorted(example["spans"], key=lambda s: -(s["end"] - s["start"]))
    for span in spans:
        start, end, label = span["start"], span["end"], span["label"]
        value = text[start:end]
        if label == "PERSON" and swap_names:
            edits += [
                (start + m.start(), start + m.end(), other(m.group()))
                for m in _NAME.finditer(value)
                if len(m.group()) > 2 and m.group().lower() not in _PARTICLES
            ]
        elif label == "LOCATION" and swap_places:
            edits += _other_place(value, start, names, rng)
        elif label == "ADDRESS" and swap_places:
            edits += _other_street(value, start, names, rng)
        elif label == "ORG" and swap_firms and _NAME.fullmatch(value):
            if value not in known_firms:
                known_firms[value] = _other_firm(value, names, rng)
            edits.append((start, end, known_firms[value]))
        elif label in _DIGITS and swap_digits:
            edits += [
                (start + i, start + i + 1, rng.choice("0123456789"))
                for i, c in enumerate(value)
                if c.isdigit()
            ]
    for span in spans:
        if span["label"] in {"EMAIL", "USERNAME"} and known:
            value = text[span["start"] : span["end"]]
            edits += [
                (
                    span["start"] + m.start(),
                    span["start"] + m.end(),
                    _plain(known[m.group().lower()]),
                )
                for m in _NAME.finditer(value)
                if m.group().lower() in known
            ]
    return apply(example, edits)


def _other_street(value: str, start: int, names: Names, rng: random.Random) -> list[Edit]:
    street = re.match(r"\D+(?=\s)", value)
    if not street or not re.search(r"^\D{4,}\s\d{1,3}\s?[a-z]?$", value):
        return []
    return [(start, start + street.end(), _like(street.group(), rng.choice(names.streets)))]


def _other_firm(value: str, names: Names, rng: random.Random) -> str:
    """A surname, or letters that sound like the old ones: what firms are called is boundless, so
    a network that knows those of its training by heart knows none."""
    if rng.random() < 0.3 and value[1:].islower():
        return _like(value, rng.choice(names.surnames))
    kinds = (_VOWELS if c.lower() in "aeiouäöü" else _CONSONANTS for c in value)
    letters = (rng.choice(kind) for kind in kinds)
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(value, letters, strict=True)
    )


def _plain(name: str) -> str:
    return "".join(_UMLAUTS.get(c, c) for c in name.lower())


def _other_place(value: str, start: int, names: Names, rng: random.Random) -> list[Edit]:
    match = re.fullmatch(r"(?P<code>\d{4,5})?(?P<gap>[\s-]*)(?P<place>[^\W\d_][^\d\n]*)", value)
    if not match:
        return []
    code, place = rng.choice(names.places)
    edits: list[Edit] = [
        (start + match.start("place"), start + match.end("place"), _like(match["place"], place))
    ]
    if match["code"]:
        edits.append((start, start + match.end("code"), code))
    return edits


def change_case(example: Example, rng: random.Random) -> Example:
    """All in lower case, all in capitals, or only the marked values."""
    draw = rng.random()
    if draw < 0.08:
        return _mapped(example, str.lower)
    if draw < 0.10:
        return _mapped(example, str.upper)
    if draw < 0.16:
        change = str.lower if draw < 0.14 else str.upper
        edits = [
            (s["start"], s["end"], change(example["text"][s["start"] : s["end"]]))
            for s in example["spans"]
            if s["label"] in {"PERSON", "LOCATION", "ADDRESS", "ORG"}
        ]
        return apply(example, edits)
    return example


def _mapped(example: Example, change: Callable[[str], str]) -> Example:
    text = example["text"]
    new = change(text)
    return {**example, "text": new} if len(new) == len(text) else example


def spoil(example: Example, rng: random.Random) -> Example:
    """Umlauts written out, letters swapped or dropped; never at the edge of a marked value."""
    text = example["text"]
    draw = rng.random()
    if draw < 0.06:
        return apply(
            example, [(i, i + 1, _UMLAUTS[c]) for i, c in enumerate(text) if c in _UMLAUTS]
        )
    if draw < 0.16:
        edits: list[Edit] = []
        for match in re.finditer(r"[^\W\d_]{5,}", text):
            if rng.random() < 0.06:
                at = match.start() + rng.randrange(1, len(match.group()) - 2)
                pair = text[at : at + 2]
                edits.append((at, at + 2, rng.choice([pair[::-1], pair[0], pair[0] + pair])))
        return apply(example, edits)
    return example


def relay(example: Example, rng: random.Random) -> Example:
    """Lines joined, or quoted as in a reply."""
    text, draw = example["text"], rng.random()
    inside = [(s["start"], s["end"]) for s in example["spans"]]
    breaks = [m.start() for m in re.finditer(r"\n", text)]
    if draw < 0.05:
        free = [b for b in breaks if rng.random() < 0.8]
        return apply(example, [(b, b + 1, " ") for b in free])
    if draw < 0.10:
        free = [b for b in breaks if not any(a <= b < e for a, e in inside)]
        begin = rng.randrange(len(free)) if free else 0
        return apply(example, [(b, b + 1, "\n> ") for b in free[begin:]])
    return example


def augment(example: Example, names: Names, rng: random.Random, mentions: float = 0.6) -> Example:
    """A changed copy; ``mentions``: how often names, places and numbers are exchanged."""
    if rng.random() < mentions:
        example = replace_mentions(example, names, rng)
    return change_case(spoil(relay(example, rng), rng), rng)
