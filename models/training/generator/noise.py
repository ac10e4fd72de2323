"""What hands, phones and old programs do to text, with the labelled spans kept in place."""

from __future__ import annotations

import random
from collections.abc import Callable

from models.training.generator.base import UMLAUTS

Spans = list[tuple[int, int, str]]


def rewrite(text: str, spans: Spans, change: Callable[[int, str], str]) -> tuple[str, Spans]:
    """Replace each character by ``change(index, character)`` and move the spans along."""
    out: list[str] = []
    position = [0]
    for index, character in enumerate(text):
        piece = change(index, character)
        out.append(piece)
        position.append(position[-1] + len(piece))
    moved = [(position[a], position[b], label) for a, b, label in spans]
    return "".join(out), [span for span in moved if span[0] < span[1]]


# Secrets are written as they are: their case carries meaning.
EXACT = frozenset({"PASSWORD", "URL", "EMAIL"})


def exact(spans: Spans) -> set[int]:
    return {index for a, b, label in spans if label in EXACT for index in range(a, b)}


def lower(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    keep = exact(spans)
    return rewrite(
        text, spans, lambda index, c: c if index in keep or len(c.lower()) > 1 else c.lower()
    )


def upper(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    keep = exact(spans)
    return rewrite(
        text, spans, lambda index, c: c if index in keep else "SS" if c == "ß" else c.upper()
    )


def no_umlauts(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    return rewrite(text, spans, lambda _, c: c.translate(UMLAUTS))


def typos(text: str, spans: Spans, rng: random.Random) -> tuple[str, Spans]:
    """Drop or double a letter now and then, outside the labelled values."""
    inside = {index for a, b, _ in spans for index in range(a, b)}

    def change(index: int, character: str) -> str:
        if index in inside or not character.isalpha() or rng.random() > 0.012:
            return character
        return rng.choice(["", character * 2])

    return rewrite(text, spans, change)


def mojibake(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    def change(_: int, character: str) -> str:
        return character.encode().decode("latin-1") if character in "äöüßÄÖÜ" else character

    return rewrite(text, spans, change)


def wrapped(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    """Hard line breaks at about 72 characters, as mail programs set them."""
    breaks: set[int] = set()
    column, last_blank = 0, -1
    for index, character in enumerate(text):
        column += 1
        if character == "\n":
            column, last_blank = 0, -1
        elif character == " ":
            last_blank = index
        if column > 72 and last_blank >= 0:
            breaks.add(last_blank)
            column, last_blank = index - last_blank, -1
    return rewrite(text, spans, lambda index, c: "\n" if index in breaks else c)


def joined(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    """One long paragraph, as from a phone."""
    return rewrite(text, spans, lambda _, c: " " if c == "\n" else c)


def swiss(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    return rewrite(text, spans, lambda _, c: "ss" if c == "ß" else c)


def quoted(text: str, spans: Spans, rng: random.Random) -> tuple[str, Spans]:
    """The last part of the mail as a quotation; not within a value that runs over a line end."""
    inside = {index for a, b, _ in spans for index in range(a, b)}
    ends = [index for index, character in enumerate(text) if character == "\n"]
    free = [index for index in ends if index not in inside]
    if len(free) < 4:
        return text, spans
    begin, mark = (
        rng.choice(free[: len(free) // 2 + 1]),
        rng.choice(["\n> ", "\n> ", "\n>> ", "\n| "]),
    )
    chosen = {index for index in free if index >= begin}
    return rewrite(text, spans, lambda index, c: mark if index in chosen else c)


def tight(text: str, spans: Spans, rng: random.Random) -> tuple[str, Spans]:
    """No blank behind commas and colons, now and then, outside of the values."""
    inside = {index for a, b, _ in spans for index in range(a, b)}

    def change(index: int, character: str) -> str:
        before = text[index - 1] if index else ""
        cut = character == " " and before in ",:." and index not in inside and rng.random() < 0.5
        return "" if cut else character

    return rewrite(text, spans, change)


SCANNED = {
    "l": "1",
    "o": "0",
    "O": "0",
    "e": "c",
    "i": "1",
    "I": "l",
    "5": "S",
    "1": "l",
    "rn": "m",
}


def scanned(text: str, spans: Spans, rng: random.Random) -> tuple[str, Spans]:
    """As read from paper by a machine: letters mistaken, words torn apart, lines cut."""
    edges = {index for a, b, _ in spans for index in (a, b - 1)}

    def change(index: int, character: str) -> str:
        draw = rng.random()
        if index in edges or draw > 0.03:
            return character
        if character in SCANNED and draw < 0.02:
            return SCANNED[character]
        return character + " " if character.isalpha() and draw > 0.022 else character

    return rewrite(text, spans, change)


CHANGES = [
    (lower, 0.07),
    (upper, 0.02),
    (no_umlauts, 0.05),
    (typos, 0.15),
    (mojibake, 0.01),
    (wrapped, 0.15),
    (joined, 0.03),
    (quoted, 0.04),
    (tight, 0.03),
    (scanned, 0.02),
]


def disturb(text: str, spans: Spans, rng: random.Random, country: str) -> tuple[str, Spans]:
    """Apply each kind of noise with its own small probability; in Switzerland there is no ß."""
    if country == "CH":
        text, spans = swiss(text, spans, rng)
    for change, probability in CHANGES:
        if rng.random() < probability:
            text, spans = change(text, spans, rng)
    return text, spans
