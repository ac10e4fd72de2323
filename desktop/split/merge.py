"""Puts the values back into a reply, as far as that is certain.

(Here and not in ``exchange``: the reply's text is all it needs, and the search for tokens is here.)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain import Label, Person, TokenState
from desktop.split.tokens import Range, Sighting, TokenEntry, find_tokens

# The sightings in whose place the value may stand; whether a human must look is another question.
_REPLACED = frozenset({TokenState.RESTORED, TokenState.REPEATED})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the merged answer; the pieces in order make up ``Merge.text``.

    ``text`` is what the reader sees: for a token put back its value, else what the reply said.
    ``token`` and ``state`` are None for the vendor's own words; ``start`` and ``end`` are the
    range in the reply.
    """

    text: str
    start: int
    end: int
    token: str | None = None
    state: TokenState | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged answer, and the state of every token that was sent or seen."""

    text: str
    sightings: tuple[Sighting, ...]
    needs_human: bool
    pieces: tuple[Piece, ...]

    @property
    def states(self) -> dict[str, TokenState]:
        """The state of each token (issued or foreign) by its text."""
        return {sighting.token: sighting.state for sighting in self.sightings}


def merge_reply(
    reply: str,
    package_tokens: Collection[str],
    values: Mapping[str, str],
    *,
    key: bytes,
    literals: Collection[str] = (),
    quoted: Sequence[Range] = (),
) -> Merge:
    """Replace the genuine tokens of ``reply`` by their ``values``.

    A genuine token without a value stays as it is and needs a human. Altered and foreign tokens
    are never replaced. ``literals`` and ``quoted`` as in ``find_tokens``.
    """
    sightings = find_tokens(reply, package_tokens, key=key, literals=literals, quoted=quoted)
    pieces: list[Piece] = []
    cursor = 0
    valueless = False
    for seen in sightings:
        if seen.start < cursor:
            continue  # missing
        if seen.start > cursor:
            pieces.append(Piece(reply[cursor : seen.start], cursor, seen.start))
        value = values.get(seen.token) if seen.state in _REPLACED else None
        valueless |= value is None and seen.state in _REPLACED
        text = reply[seen.start : seen.end] if value is None else value
        pieces.append(Piece(text, seen.start, seen.end, seen.token, seen.state))
        cursor = seen.end
    if cursor < len(reply):
        pieces.append(Piece(reply[cursor:], cursor, len(reply)))
    certain = all(seen.state is TokenState.RESTORED for seen in sightings)
    merged = "".join(piece.text for piece in pieces)
    return Merge(merged, sightings, valueless or not certain, tuple(pieces))


def values_of(entries: Iterable[TokenEntry], persons: Iterable[Person] = ()) -> dict[str, str]:
    """One value per token for answers.

    Where several spellings share a token: for a linked person the fullest name, else the first
    spelling in the text.
    """
    fullest = {
        (mention.span.start, mention.span.end): person.name
        for person in persons
        for mention in person.mentions
    }
    values: dict[str, str] = {}
    spellings: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        values.setdefault(entry.token, entry.value)
        spellings.setdefault(entry.token, set()).add(entry.value)
        name = fullest.get((entry.start, entry.end), "")
        if entry.label is Label.PERSON and name:
            names[entry.token] = name
    several = {token for token, found in spellings.items() if len(found) > 1}
    return {
        token: names.get(token, value) if token in several else value
        for token, value in values.items()
    }
