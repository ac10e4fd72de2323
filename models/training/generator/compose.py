"""Whole mails from parts: subject, header block, greeting, paragraphs, lists, logs, signature, thread."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from models.training.generator import lists, noise
from models.training.generator.markup import Draft, render
from models.training.generator.scene import Scene

WHOLE = 0.3  # share of texts made from one template rather than from sentences
FRAMES = Path(__file__).resolve().parent / "frames"


@cache
def frames(name: str) -> tuple[str, ...]:
    """The frames of one file: one a line, ``#`` starts a comment, ``\\n`` stands for a line end."""
    lines = (FRAMES / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@cache
def whole_mails(language: str) -> tuple[str, ...]:
    """Templates of whole texts (chats, notes, forms, letters), divided by lines of ``%%``."""
    return tuple((FRAMES / f"{language}_whole.txt").read_text("utf-8").split("\n%%\n"))


@cache
def industries(language: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FRAMES.glob(f"{language}_industry_*.txt")))


class Composer:
    """Puts one mail together; every choice comes from one seeded generator."""

    def __init__(self, rng: random.Random, names: lists.Lists) -> None:
        self.rng = rng
        self.country = rng.choices(["DE", "AT", "CH", "EN"], [0.66, 0.13, 0.11, 0.10])[0]
        self.language = "en" if self.country == "EN" else "de"
        self.scene = Scene(rng, names, self.country)
        self.draft = Draft()

    def put(self, template: str) -> None:
        render(template, self.scene.slot, self.rng, self.draft)

    def one(self, part: str) -> None:
        self.put(self.rng.choice(frames(f"{self.language}_{part}")))

    def some(self, part: str, low: int, high: int, separator: str = " ") -> None:
        available = frames(part)
        chosen = self.rng.sample(available, min(len(available), self.rng.randint(low, high)))
        for index, template in enumerate(chosen):
            self.put((separator if index else "") + template)

    def paragraph_break(self) -> None:
        self.draft.add(self.rng.choice(["\n\n", "\n\n", "\n\n", "\n"]))

    def mail(self) -> tuple[str, noise.Spans]:
        rng = self.rng
        if rng.random() < WHOLE:
            # Its lines are lines already: only the markup's own escapes are to be kept.
            self.put(rng.choice(whole_mails(self.language)).strip("\n"))
            return self.draft.text, self.draft.spans
        industry = rng.choice(industries(self.language))
        if rng.random() < 0.15:
            self.one("header")
            self.draft.add("\n\n")
        elif rng.random() < 0.7:
            self.one("subject")
            self.draft.add("\n\n")
        if rng.random() < 0.9:
            self.one("greeting")
            self.paragraph_break()
        self.body(industry)
        if rng.random() < 0.93:
            self.paragraph_break()
            self.one("closing")
            self.draft.add("\n")
            self.one("signature")
        if rng.random() < 0.12:
            self.draft.add("\n\n")
            self.one("thread")
        return self.draft.text, self.draft.spans

    def body(self, industry: str) -> None:
        rng = self.rng
        self.some(industry, 1, 4)
        for part, probability in (
            ("details", 0.85),
            ("form", 0.3),
            ("log", 0.18),
            ("negative", 0.5),
            ("contact", 0.55),
        ):
            if rng.random() < probability:
                self.paragraph_break()
                if part in {"form", "log"}:
                    self.some(f"{self.language}_{part}", 2, 6, "\n")
                else:
                    self.some(f"{self.language}_{part}", 1, 3)


def generate(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """``count`` labelled mails, the same for the same seed, in the shape of the annotated sets.

    Raises FileNotFoundError when the name lists are missing.
    """
    names = lists.load()
    for index in range(count):
        rng = random.Random(f"{seed}-{index}")
        composer = Composer(rng, names)
        text, spans = noise.disturb(*composer.mail(), rng)
        yield {
            "text": text,
            "spans": [{"start": a, "end": b, "label": label} for a, b, label in sorted(spans)],
            "lang": composer.language,
            "source": "generated",
        }
