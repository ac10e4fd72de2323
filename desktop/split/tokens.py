"""Tokens as they are issued, and how they are found again in a reply.

A hit counts only when its check characters fit the package's key. Nothing is guessed: no edit
distance, no position. Every issued token ends in exactly one state.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from desktop.domain import Label, TokenState
from desktop.split.check import CHECK_LENGTH, check_characters, make_token, package_key
from desktop.split.scan import Candidate, candidates
from desktop.split.words import label_of

__all__ = [
    "Sighting",
    "TokenEntry",
    "check_characters",
    "find_tokens",
    "make_token",
    "package_key",
]


@dataclass(frozen=True, slots=True)
class TokenEntry:
    """One replaced stretch: ``text[start:end] == value`` in the original, ``token`` instead."""

    token: str
    label: Label
    number: int
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A token in a reply at ``start:end`` (code points), or ``-1:-1`` when it is missing.

    ``token`` is the token as issued; for a foreign one it is the text as it stands in the reply.
    All sightings of an issued token have the same state.
    """

    token: str
    state: TokenState
    start: int
    end: int


Range = tuple[int, int]


def find_tokens(
    reply: str,
    issued: Collection[str],
    *,
    key: bytes,
    literals: Collection[str] = (),
    quoted: Sequence[Range] = (),
) -> tuple[Sighting, ...]:
    """All tokens in ``reply`` by position, then the missing ones in issued order.

    ``literals`` are token-like texts of the original mail (``Split.literals``): they come back as
    what they are and are not reported. ``quoted`` are the ranges of the reply that quote what was
    sent: a token there does not make the one in the vendor's own words *repeated*.
    """
    search = _Search(reply, tuple(dict.fromkeys(issued)), key, frozenset(literals))
    search.run()
    return search.sightings(quoted)


@dataclass(slots=True)
class _Search:
    reply: str
    issued: tuple[str, ...]
    key: bytes
    literals: frozenset[str]
    genuine: dict[str, list[Range]] = field(default_factory=dict)
    damaged: list[tuple[str, Range, bool]] = field(default_factory=list)  # bool: in brackets
    foreign: list[Range] = field(default_factory=list)
    _by_number: dict[tuple[Label, int], str] = field(default_factory=dict)
    _by_check: dict[tuple[int, str], list[str]] = field(default_factory=dict)

    def run(self) -> None:
        self._index()
        taken = 0  # end of the last candidate that was decided; those inside it are its parts
        undecided: Candidate | None = None
        for candidate in candidates(self.reply):
            if undecided is not None and candidate.start >= undecided.end:
                self._blame(undecided)
                undecided = None
            if candidate.start < taken:
                continue
            token = self._genuine(candidate)
            if token is not None:
                self.genuine.setdefault(token, []).append((candidate.start, candidate.end))
                taken, undecided = candidate.end, None
            elif undecided is None:
                undecided = candidate
        if undecided is not None:
            self._blame(undecided)

    def _index(self) -> None:
        for token in self.issued:
            for candidate in candidates(token):
                label = label_of(candidate.word)
                if label is not None and candidate.exact:
                    self._by_number[label, candidate.number] = token
                    self._by_check.setdefault((candidate.number, candidate.check), []).append(token)

    def _genuine(self, candidate: Candidate) -> str | None:
        label = label_of(candidate.word)
        if label is None or len(candidate.check) != CHECK_LENGTH:
            return None
        if candidate.check != check_characters(self.key, label, candidate.number):
            return None
        return self._by_number.get((label, candidate.number))

    def _blame(self, candidate: Candidate) -> None:
        """Sort a candidate that is not genuine: damaged, foreign, or no token at all."""
        place = (candidate.start, candidate.end)
        if self.reply[candidate.start : candidate.end] in self.literals:
            return
        named = self._named(candidate)
        if named is not None:
            self.damaged.append((named, place, candidate.bracketed))
        elif (
            candidate.bracketed
            and candidate.check
            and (
                label_of(candidate.word) is not None
                or (candidate.exact and len(candidate.check) == CHECK_LENGTH)
            )
        ):
            self.foreign.append(place)

    def _named(self, candidate: Candidate) -> str | None:
        """The issued token that a damaged one names, by word and number or number and check."""
        label = label_of(candidate.word)
        if label is not None:
            return self._by_number.get((label, candidate.number))
        fitting = self._by_check.get((candidate.number, candidate.check), [])
        return fitting[0] if candidate.bracketed and len(fitting) == 1 else None

    def sightings(self, quoted: Sequence[Range]) -> tuple[Sighting, ...]:
        found: list[Sighting] = []
        for token, places in self.genuine.items():
            own = [place for place in places if not _inside(place, quoted)]
            state = TokenState.REPEATED if len(own or places[:1]) > 1 else TokenState.RESTORED
            found += (Sighting(token, state, *place) for place in places)
        altered = set()
        foreign = list(self.foreign)
        for token, place, bracketed in self.damaged:
            if token not in self.genuine:
                altered.add(token)
                found.append(Sighting(token, TokenState.ALTERED, *place))
            elif bracketed:
                # The issued token is there, so this one beside it stands for something else.
                foreign.append(place)
        for start, end in foreign:
            found.append(Sighting(self.reply[start:end], TokenState.FOREIGN, start, end))
        found.sort(key=lambda sighting: sighting.start)
        seen = altered.union(self.genuine)
        missing = (token for token in self.issued if token not in seen)
        return (*found, *(Sighting(token, TokenState.MISSING, -1, -1) for token in missing))


def _inside(place: Range, ranges: Iterable[Range]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in ranges)
