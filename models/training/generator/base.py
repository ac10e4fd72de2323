"""What every part of the imagined case knows."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from models.training.generator.lists import Lists

UMLAUTS = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ö": "Oe", "Ü": "Ue", "Ä": "Ae", "é": "e", "è": "e",
        "ı": "i", "ş": "s", "ç": "c", "ğ": "g", "İ": "I", "ć": "c", "č": "c", "š": "s", "ž": "z", "ł": "l",
        "ń": "n", "ó": "o", "ś": "s", "ę": "e", "ą": "a", "á": "a", "ã": "a", "í": "i", "Ş": "S", "Š": "S",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Human:
    gender: str  # f or m
    first: str
    last: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


@dataclass
class Case:
    """Values are remembered by slot name: a mail that names a number twice names the same one."""

    rng: random.Random
    lists: Lists
    country: str  # DE, AT, CH, EN
    kept: dict[str, str] = field(default_factory=dict)
    people: dict[str, Human] = field(default_factory=dict)
    kin: dict[str, str] = field(default_factory=dict)

    def keep(self, key: str, value: str) -> str:
        return self.kept.setdefault(key, value)

    @property
    def english(self) -> bool:
        return self.country == "EN"


def ascii_name(name: str) -> str:
    """The form a name takes in mail addresses and user names."""
    lowered = name.lower().translate(UMLAUTS)
    return "".join(c for c in lowered if c.isascii() and (c.isalnum() or c in "-"))
