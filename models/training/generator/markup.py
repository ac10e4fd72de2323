"""The small language of the frames: text with alternatives and slots, turned into labelled text.

``[a|b|c]`` picks one alternative (an empty one makes the part optional), ``{slot}`` or
``{slot:word}`` asks the scene for a value. Alternatives nest; ``\\[`` and the like stand for the
character itself. A slot gives a list of (text, label or None) pieces, so a value may be plain text.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

# A first name and a surname, a postcode and a town: one mark, also when two slots made them.
ONE_MARK = frozenset({"PERSON", "LOCATION"})
Piece = tuple[str, str | None]
Slot = Callable[[str, str], list[Piece]]  # (slot name, argument) -> pieces


@dataclass(slots=True)
class Draft:
    """Text under construction with its labelled spans (offsets in code points)."""

    parts: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, label: str | None = None) -> None:
        """Append; a full stop right behind another one (of an abbreviation) is dropped."""
        if label is None and text[:1] == "." and text[:2] != ".." and self.parts[-1:] == ["."]:
            text = text[1:]
        if label is not None and text:
            start = self.length
            if self.spans and label in ONE_MARK and self.parts[-1:] == [" "]:
                before = self.spans[-1]
                if before[1] == self.length - 1 and before[2] == label:
                    start = self.spans.pop()[0]
            self.spans.append((start, self.length + len(text), label))
        self.parts.append(text)
        self.length += len(text)

    def extend(self, pieces: list[Piece]) -> None:
        for text, label in pieces:
            self.add(text, label)

    @property
    def text(self) -> str:
        return "".join(self.parts)


def pick_alternative(template: str, start: int, rng: random.Random) -> tuple[str, int]:
    """One alternative of the group that opens at ``start``, and the index behind its bracket."""
    depth, options, current = 0, [], start + 1
    index = start
    while index < len(template):
        character = template[index]
        if character == "\\":
            index += 2
            continue
        if character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
            if depth == 0:
                options.append(template[current:index])
                return rng.choice(options), index + 1
        elif character == "|" and depth == 1:
            options.append(template[current:index])
            current = index + 1
        index += 1
    raise ValueError(f"unclosed [ in {template!r}")


def render(template: str, slot: Slot, rng: random.Random, draft: Draft) -> None:
    """Append ``template`` to ``draft``, with its alternatives chosen and its slots filled."""
    index = 0
    while index < len(template):
        character = template[index]
        if character == "\\" and index + 1 < len(template):
            draft.add("\n" if template[index + 1] == "n" else template[index + 1])
            index += 2
        elif character == "[":
            chosen, index = pick_alternative(template, index, rng)
            render(chosen, slot, rng, draft)
        elif character == "{":
            end = template.index("}", index)
            name, _, argument = template[index + 1 : end].partition(":")
            draft.extend(slot(name, argument))
            index = end + 1
        else:
            end = index
            while end < len(template) and template[end] not in "\\[{":
                end += 1
            draft.add(template[index:end])
            index = end
