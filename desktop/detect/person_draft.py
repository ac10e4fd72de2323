"""Persons while their mentions are being collected, findable by every word of their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.detect import names
from desktop.detect.roles import Cue, cue_before
from desktop.domain import Gender, Mention, Span

_REASONS = ("same_name", "initial_and_surname", "surname", "given_name", "initials")


@dataclass(eq=False)
class Draft:
    """A person while mentions are being collected."""

    parts: names.NameParts
    name: str
    mentions: list[Mention] = field(default_factory=list)
    gender: Gender = Gender.UNKNOWN
    role: str = ""

    def add(self, span: Span, reason: str, cue: Cue) -> None:
        self.mentions.append(Mention(span, reason))
        if self.gender is Gender.UNKNOWN:
            self.gender = cue.gender

    def learn(self, name: str, parts: names.NameParts) -> bool:
        """Keep the fullest form: most written-out words, then the longest. True when it changed."""
        fuller = fullness(parts) > fullness(self.parts)
        if fuller:
            self.parts, self.name = parts, name
        return fuller


@dataclass(frozen=True)
class Seen:
    """A PERSON mark with what its words and the words before it say."""

    span: Span
    name: str
    parts: names.NameParts
    cue: Cue


def see(text: str, span: Span) -> Seen:
    name = " ".join(text[span.start : span.end].split())
    return Seen(span, name, names.parse_name(name), cue_before(text, span.start))


class Directory:
    """All drafts of a text. Look-ups touch only those who share a word, so that the archive of a
    mailing list takes no longer a mail than one mail does."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_word: dict[str, dict[Draft, None]] = {}
        self._by_login: dict[str, dict[Draft, None]] = {}

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._index(draft)

    def place(self, mention: Seen) -> None:
        """Add a mention to the one person it fits, or make it a person of its own."""
        fits = [(draft, why) for draft in self._sharing(mention) if (why := _fit(draft, mention))]
        for reason in _REASONS:
            best = [draft for draft, why in fits if why == reason]
            if len(best) == 1:
                draft = best[0]
                draft.add(mention.span, reason if draft.mentions else "header", mention.cue)
                if draft.learn(mention.name, mention.parts):
                    self._index(draft)
                return
            if best:
                break
        draft = Draft(mention.parts, mention.name)
        draft.add(mention.span, "first_mention", mention.cue)
        self.add(draft)

    def spelt(self, login: str) -> list[Draft]:
        """The persons whose name a user name or local part spells; full names before parts."""
        letters = names.login_letters(login)
        if len(letters) < 3 or names.is_role_mailbox(login):
            return []
        full = self._by_login.get(letters)
        if full:
            return list(full)
        pieces = {names.login_letters(piece) for piece in re.split(r"[._\-+\d]+", login)}
        found = {
            d: None for piece in pieces if len(piece) > 2 for d in self._by_word.get(piece, ())
        }
        return list(found)

    def _sharing(self, mention: Seen) -> list[Draft]:
        keys = {form for word in mention.parts.words for form in names.base_forms(word)}
        keys.add(_initials_key(mention.name))
        found = {draft: None for key in sorted(keys) for draft in self._by_word.get(key, ())}
        return list(found)

    def _index(self, draft: Draft) -> None:
        words = [word for word in draft.parts.words if not names.is_particle(word)]
        keys = {form for word in words for form in names.base_forms(word)}
        keys.add(_initials_key("".join(word[0].upper() for word in words)))
        for key in keys - {""}:
            self._by_word.setdefault(key, {})[draft] = None
        for stem in names.login_stems(draft.parts):
            self._by_login.setdefault(stem, {})[draft] = None


def _initials_key(name: str) -> str:
    letters = [ch for ch in name if ch.isalpha()]
    shouted = 2 <= len(letters) <= 3 and all(ch.isupper() for ch in letters)
    return "#" + "".join(letters) if shouted else ""


def fullness(parts: names.NameParts) -> tuple[int, int]:
    """Sorts names by how much they tell; names that tell the same keep their order."""
    written = [word for word in parts.words if not names.is_initial(word)]
    return len(written) * 2 + len(parts.words), sum(map(len, written))


def _fit(draft: Draft, mention: Seen) -> str:
    """Why the mention may mean this person; empty when it does not."""
    cue, parts = mention.cue, mention.parts
    if _is_initials_of(draft.parts, mention.name):
        return "initials"
    if Gender.UNKNOWN not in (cue.gender, draft.gender) and cue.gender is not draft.gender:
        return ""
    if parts.given:
        return _fit_full(draft.parts, parts)
    if not parts.surname:
        return ""
    word = parts.surname[-1]
    if not draft.parts.given:
        return "same_name" if _same_words(draft.parts.surname, parts.surname) else ""
    if any(names.same_word(word, own) for own in draft.parts.surname):
        return "surname"
    if cue.formal:
        return ""
    return "given_name" if any(names.same_word(word, own) for own in draft.parts.given) else ""


def _fit_full(known: names.NameParts, parts: names.NameParts) -> str:
    if not known.given:
        same = known.surname and _same_words(known.surname[-1:], parts.surname[-1:])
        return "surname" if same else ""
    if not _same_words(known.surname[-1:], parts.surname[-1:]):
        return "initial_and_surname" if _shortened(known, parts) else ""
    first, other = known.given[0], parts.given[0]
    if names.same_word(first, other):
        return "same_name"
    if names.is_initial(first) or names.is_initial(other):
        # Only the first letters are compared: "M.-L." fits "Marie-Luise".
        alike = names.spellings(first[:1]) & names.spellings(other[:1])
        return "initial_and_surname" if alike else ""
    return ""


def _shortened(known: names.NameParts, parts: names.NameParts) -> bool:
    """Whether one is "Amra H." and the other "Amra Hodžić"."""
    one, other = known.surname[-1], parts.surname[-1]
    if min(len(one), len(other)) > 1 or one[0].lower() != other[0].lower():
        return False
    return names.same_word(known.given[0], parts.given[0])


def _same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    return len(left) == len(right) and all(
        names.same_word(one, other) for one, other in zip(left, right, strict=True)
    )


def _is_initials_of(parts: names.NameParts, mention: str) -> bool:
    own = [word[0].upper() for word in parts.words if not names.is_particle(word)]
    key = _initials_key(mention)
    return len(own) >= 2 and key == "#" + "".join(own)
