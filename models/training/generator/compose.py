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

WHOLE = 0.42  # share of texts made from one template rather than from sentences
SHORT = 0.12  # share of texts of one or two sentences
LOCAL = 0.4  # share of frames drawn from the country's own, where it has some
FRAMES = Path(__file__).resolve().parent / "frames"
# Parts of the body after the sentences of the industry, with their probability and count.
PARTS = (
    ("details", 0.8, 1, 4),
    ("people", 0.6, 1, 3),
    ("filler", 0.85, 2, 6),
    ("form", 0.25, 3, 8),
    ("log", 0.14, 2, 6),
    ("negative", 0.65, 1, 4),
    ("contact", 0.45, 1, 2),
)
LINES = frozenset({"form", "log"})  # parts of which each frame is a line


@cache
def frames(name: str) -> tuple[str, ...]:
    """The frames of ``name.txt``, ``name_1.txt`` ...: one a line, ``#`` starts a comment."""
    found: list[str] = []
    for path in sorted(FRAMES.glob(f"{name}.txt")) + sorted(FRAMES.glob(f"{name}_[0-9].txt")):
        lines = path.read_text("utf-8").splitlines()
        found += [line for line in lines if line.strip() and not line.startswith("#")]
    return tuple(found)


@cache
def whole_mails(language: str) -> tuple[str, ...]:
    """Templates of whole texts (chats, notes, forms, letters), divided by lines of ``%%``."""
    return tuple(
        template.strip("\n")
        for path in sorted(FRAMES.glob(f"{language}_whole*.txt"))
        for template in path.read_text("utf-8").split("\n%%\n")
        if template.strip()
    )


@cache
def industries(language: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FRAMES.glob(f"{language}_industry_*.txt")))


class Composer:
    """Puts one mail together; every choice comes from one seeded generator."""

    def __init__(self, rng: random.Random, names: lists.Lists) -> None:
        self.rng = rng
        self.country = rng.choices(["DE", "AT", "CH", "EN"], [0.62, 0.13, 0.12, 0.13])[0]
        self.language = "en" if self.country == "EN" else "de"
        self.scene = Scene(rng, names, self.country)
        self.draft = Draft()

    def put(self, template: str) -> None:
        render(template, self.scene.slot, self.rng, self.draft)

    def choices(self, part: str) -> tuple[str, ...]:
        """Frames of a part: at times those of the country alone, where it has its own."""
        own = frames(f"{self.country.lower()}_{part}") if self.country in {"AT", "CH"} else ()
        return own if own and self.rng.random() < LOCAL else frames(f"{self.language}_{part}")

    def one(self, part: str) -> None:
        self.put(self.rng.choice(self.choices(part)))

    def some(self, available: tuple[str, ...], low: int, high: int, separator: str = " ") -> None:
        chosen = self.rng.sample(available, min(len(available), self.rng.randint(low, high)))
        for index, template in enumerate(chosen):
            self.put((separator if index else "") + template)

    def paragraph_break(self) -> None:
        self.draft.add(self.rng.choice(["\n\n", "\n\n", "\n\n", "\n", " "]))

    def mail(self) -> tuple[str, noise.Spans]:
        draw = self.rng.random()
        if draw < WHOLE:
            self.whole()
        elif draw < WHOLE + SHORT:
            self.short()
        else:
            self.composed()
        return self.draft.text, self.draft.spans

    def whole(self) -> None:
        """One template; at times with sentences before or behind it that hold nothing personal."""
        rng, beside = self.rng, self.rng.random()
        if beside < 0.15:
            self.some(self.choices("filler"), 1, 3)
            self.draft.add("\n\n")
        self.put(rng.choice(self.wholes()))
        if beside > 0.75:
            self.draft.add("\n\n")
            self.some(self.choices(rng.choice(["filler", "negative"])), 1, 4)

    def wholes(self) -> tuple[str, ...]:
        own = whole_mails(self.country.lower()) if self.country in {"AT", "CH"} else ()
        return own if own and self.rng.random() < LOCAL else whole_mails(self.language)

    def short(self) -> None:
        """A few words from a phone or a form: a subject perhaps, one or two sentences, a name."""
        rng = self.rng
        if rng.random() < 0.5:
            self.one("subject")
            self.draft.add(rng.choice(["\n\n", "\n"]))
        self.put(rng.choice(frames(rng.choice(industries(self.language)))))
        for part in rng.sample(["details", "people", "contact", "negative"], rng.randint(1, 2)):
            self.draft.add(rng.choice([" ", " ", "\n"]))
            self.one(part)
        if rng.random() < 0.8:
            self.draft.add(rng.choice(["\n", "\n\n", " "]))
            self.put(
                rng.choice(
                    [
                        "{sender:sig}",
                        "{sender:sig}",
                        "lg {sender:first}",
                        "{sender:lower}",
                        "{sender}, {phone}",
                    ]
                )
            )

    def composed(self) -> None:
        rng = self.rng
        draw = rng.random()
        if draw < 0.15:
            self.one("header")
            self.draft.add("\n\n")
        elif draw < 0.8:
            self.one("subject")
            self.draft.add("\n\n")
        if rng.random() < 0.9:
            self.one("greeting")
            self.draft.add(rng.choice(["\n\n", "\n\n", "\n", " "]))
        self.body(rng.choice(industries(self.language)))
        if rng.random() < 0.93:
            self.draft.add(rng.choice(["\n\n", "\n\n", "\n"]))
            self.one("closing")
            self.draft.add("\n")
            self.one("signature")
        for _ in range(rng.choices([0, 1, 2], [0.82, 0.13, 0.05])[0]):
            self.draft.add("\n\n")
            self.one("thread")

    def body(self, industry: str) -> None:
        rng = self.rng
        self.some(frames(industry), 2, 4)
        parts = list(PARTS)
        rng.shuffle(parts)
        for part, probability, low, high in parts:
            if rng.random() < probability:
                line = part in LINES
                self.draft.add("\n\n") if line else self.paragraph_break()
                self.some(self.choices(part), low, high, "\n" if line else " ")
                if line:
                    self.draft.add("\n")


def generate(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """``count`` labelled mails, the same for the same seed, in the shape of the annotated sets.

    Raises FileNotFoundError when the name lists are missing.
    """
    names = lists.load()
    for index in range(count):
        rng = random.Random(f"{seed}-{index}")
        composer = Composer(rng, names)
        text, spans = noise.disturb(*composer.mail(), rng, composer.country)
        yield {
            "text": text,
            "spans": [{"start": a, "end": b, "label": label} for a, b, label in sorted(spans)],
            "lang": composer.language,
            "source": "generated",
        }
