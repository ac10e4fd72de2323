"""Dates and dates of birth in the forms people and programs write them."""

from __future__ import annotations

import random

MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)
MONTHS_EN = (
    "January February March April May June July August September October November December".split()
)
SHORT = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split()
Split = tuple[str, str]  # the date, and what follows it outside of the mark (a full stop)


def draw(rng: random.Random, first: int, last: int) -> tuple[int, int, int]:
    return rng.randint(1, 28), rng.randint(1, 12), rng.randint(first, last)


def date(rng: random.Random, *, english: bool = False) -> Split:
    """A date of an event; a short one ("3.5.") ends in a full stop that is not part of it."""
    day, month, year = draw(rng, 2021, 2026)
    if english:
        return english_date(rng, day, month, year), ""
    kind = rng.random()
    if kind < 0.36:
        return f"{day:02d}.{month:02d}.{year}", ""
    if kind < 0.44:
        return rng.choice([f"{day}.{month}.{year}", f"{day}. {month}. {year}"]), ""
    if kind < 0.52:
        return rng.choice(
            [f"{day}.{month}.{year % 100:02d}", f"{day:02d}.{month:02d}.{year % 100:02d}"]
        ), ""
    if kind < 0.64:
        return f"{day}. {MONTHS[month - 1]} {year}", ""
    if kind < 0.76:
        return f"{day}. {MONTHS[month - 1]}", ""
    if kind < 0.92:
        return rng.choice([f"{day:02d}.{month:02d}", f"{day}.{month}"]), rng.choice(
            [".", ".", ".", ""]
        )
    return rng.choice(
        [
            f"{year}-{month:02d}-{day:02d}",
            f"{day:02d}/{month:02d}/{year}",
            f"{day}. {SHORT[month - 1]} {year}",
            f"{day}ter {MONTHS[month - 1]}",
            f"{day}/{month}/{year % 100:02d}",
            f"{day} {MONTHS[month - 1]} {year}",
        ]
    ), ""


def english_date(rng: random.Random, day: int, month: int, year: int) -> str:
    name = MONTHS_EN[month - 1]
    return rng.choice(
        [
            f"{day} {name} {year}",
            f"{name} {day}, {year}",
            f"{day:02d}/{month:02d}/{year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{name[:3]} {day}",
            f"{day} {name[:3]} {year}",
            f"{day} {name}",
            f"{month}/{day}/{year}",
            f"{day}th {name}" if day % 10 > 3 else f"{day} {name}",
        ]
    )


def birth_date(rng: random.Random, *, english: bool = False, child: bool = False) -> str:
    day, month, year = draw(rng, 2006, 2023) if child else draw(rng, 1932, 2005)
    if english:
        return rng.choice(
            [
                f"{day} {MONTHS_EN[month - 1]} {year}",
                f"{day:02d}/{month:02d}/{year}",
                f"{MONTHS_EN[month - 1]} {day}, {year}",
                f"{year}-{month:02d}-{day:02d}",
                f"{day} {MONTHS_EN[month - 1][:3].upper()} {year}",
            ]
        )
    return rng.choice(
        [f"{day:02d}.{month:02d}.{year}"] * 6
        + [
            f"{day}.{month}.{year}",
            f"{day}.{month}.{year % 100:02d}",
            f"{day:02d}.{month:02d}.{year % 100:02d}",
            f"{day}. {MONTHS[month - 1]} {year}",
            f"{day}. {MONTHS[month - 1]} {year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day:02d}/{month:02d}/{year}",
            f"{day:02d}-{month:02d}-{year}",
            f"{day:02d}{month:02d}{year}",
            f"{day}. {month}. {year}",
            f"{day:02d} {month:02d} {year}",
        ]
    )
