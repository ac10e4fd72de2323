"""What hands, phones and old programs do to text, with the labelled spans kept in place."""

from __future__ import annotations

import random
from collections.abc import Callable

from models.training.generator.scene import UMLAUTS

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


def lower(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    return rewrite(text, spans, lambda _, c: c.lower() if len(c.lower()) == 1 else c)


def upper(text: str, spans: Spans, _rng: random.Random) -> tuple[str, Spans]:
    return rewrite(text, spans, lambda _, c: "SS" if c == "ß" else c.upper())


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


CHANGES = [
    (lower, 0.08),
    (upper, 0.03),
    (no_umlauts, 0.08),
    (typos, 0.2),
    (mojibake, 0.015),
    (wrapped, 0.25),
    (joined, 0.05),
]


def disturb(text: str, spans: Spans, rng: random.Random) -> tuple[str, Spans]:
    """Apply each kind of noise with its own small probability."""
    for change, probability in CHANGES:
        if rng.random() < probability:
            text, spans = change(text, spans, rng)
    return text, spans
