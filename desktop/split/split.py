"""Splits a text into the problem description and what was taken out of it.

Outside the tokens the description is the text, code point for code point. No issued token stands
in the description but where it was put, also when the text had token-like text in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain import Label, Person, Span
from desktop.split.check import CHECK_LENGTH, MAX_NUMBER, check_characters, make_token
from desktop.split.numbering import assign, groups_of
from desktop.split.scan import candidates
from desktop.split.tokens import TokenEntry
from desktop.split.words import label_of

_MOST_ROUNDS = 64  # each needs a fresh 15-bit collision; more is a bug, not bad luck


@dataclass(frozen=True, slots=True)
class Split:
    """The description with its tokens, in text order, one entry per occurrence.

    ``literals`` are the token-like texts that stood in the original and still stand there.
    """

    description: str
    entries: tuple[TokenEntry, ...]
    literals: tuple[str, ...] = ()

    @property
    def tokens(self) -> tuple[str, ...]:
        """The issued tokens, each once, by first occurrence."""
        return tuple(dict.fromkeys(entry.token for entry in self.entries))


def split(
    text: str,
    spans: Sequence[Span],
    *,
    key: bytes,
    language: str = "de",
    persons: Sequence[Person] = (),
    previous: Iterable[TokenEntry] = (),
) -> Split:
    """Replace each span by a token of the package whose ``key`` this is.

    Spans may come in any order but must lie in the text, hold something and not overlap
    (ValueError). Values and persons met in ``previous`` (entries of earlier splits of the case)
    keep their numbers wherever that is possible.
    """
    ordered = _checked(text, spans)
    groups = groups_of(text, ordered, persons)
    before = [(entry.label, entry.value, entry.number) for entry in previous]
    forbidden: set[tuple[Label, int]] = set()
    for _ in range(_MOST_ROUNDS):
        numbers = assign(text, ordered, groups, previous=before, forbidden=forbidden)
        entries = _entries(text, ordered, numbers, key=key, language=language)
        description = _replace(text, entries)
        clashes, literals = _strangers(description, entries, key)
        if not clashes:
            return Split(description, entries, literals)
        forbidden |= clashes
    raise RuntimeError("no free token numbers")


def _checked(text: str, spans: Sequence[Span]) -> list[Span]:
    ordered = sorted(spans)
    end = 0
    for span in ordered:
        if not end <= span.start < span.end <= len(text):
            raise ValueError("spans must be non-empty, inside the text and without overlap")
        end = span.end
    return ordered


def _entries(
    text: str, spans: Sequence[Span], numbers: Sequence[int], *, key: bytes, language: str
) -> tuple[TokenEntry, ...]:
    if max(numbers, default=0) > MAX_NUMBER:
        raise ValueError("too many tokens in one text")
    made: dict[tuple[Label, int], str] = {}
    entries = []
    for span, number in zip(spans, numbers, strict=True):
        named = (span.label, number)
        token = made.get(named) or made.setdefault(named, make_token(key, *named, language))
        value = text[span.start : span.end]
        entries.append(TokenEntry(token, span.label, number, value, span.start, span.end))
    return tuple(entries)


def _replace(text: str, entries: Sequence[TokenEntry]) -> str:
    pieces: list[str] = []
    cursor = 0
    for entry in entries:
        pieces += (text[cursor : entry.start], entry.token)
        cursor = entry.end
    pieces.append(text[cursor:])
    return "".join(pieces)


def _strangers(
    description: str, entries: Sequence[TokenEntry], key: bytes
) -> tuple[set[tuple[Label, int]], tuple[str, ...]]:
    """What reads as a token of this package without being one, and all token-like text.

    Not only whole tokens of the original: also what the text around a token forms with it.
    """
    own = set()
    shift = 0
    for entry in entries:
        own.add((entry.start + shift, entry.start + shift + len(entry.token)))
        shift += len(entry.token) - (entry.end - entry.start)
    issued = {(entry.label, entry.number) for entry in entries}
    clashes: set[tuple[Label, int]] = set()
    literals: dict[str, None] = {}
    inside_own = inside_literal = 0
    for found in candidates(description):
        if (found.start, found.end) in own:
            inside_own = found.end
            continue
        if found.start < inside_own:
            continue
        if found.start >= inside_literal:
            literals[description[found.start : found.end]] = None
            inside_literal = found.end
        label = label_of(found.word)
        if label is None or len(found.check) != CHECK_LENGTH:
            continue
        named = (label, found.number)
        if named in issued and found.check == check_characters(key, *named):
            clashes.add(named)
    return clashes, tuple(literals)
