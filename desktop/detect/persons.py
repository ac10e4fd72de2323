"""Who is meant: mentions linked to persons, with the reason for each link.

Linking is careful: a mention that fits two persons becomes a person of its own, because two people
under one token confuse a vendor, while one person under two tokens does not. A human's merge and
split are pure functions over the result; undo is keeping the earlier value.

Reason codes: ``first_mention``, ``same_name``, ``initial_and_surname``, ``surname``,
``given_name``, ``initials``, ``header``, ``email_address``, ``user_name``, ``signature``,
``human``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from desktop.detect import names
from desktop.detect.roles import Cue, cue_before, greeted, signs
from desktop.domain import Gender, Label, Mailbox, Mention, Person, Span
from desktop.errors import UserError

_IN_SIGNATURE = frozenset({Label.PHONE, Label.EMAIL, Label.ADDRESS, Label.URL})
_SIGNATURE_LINES = 8  # below a name that stands alone on its line


@dataclass
class _Draft:
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

    def learn(self, name: str, parts: names.NameParts) -> None:
        """Keep the fullest form: most written-out words, then the longest."""
        if _fullness(parts) > _fullness(self.parts):
            self.parts, self.name = parts, name


@dataclass(frozen=True)
class _Seen:
    span: Span
    name: str
    parts: names.NameParts
    cue: Cue


def link(
    text: str,
    spans: Sequence[Span],
    *,
    sender: Mailbox | None = None,
    recipients: Sequence[Mailbox] = (),
) -> tuple[Person, ...]:
    """Persons of a text, numbered from 1 in the order of their first mention.

    Mentions are the PERSON spans, and the addresses and user names that spell a person's name or
    stand in the signature below it. Header mailboxes give names and roles but no person alone.
    """
    drafts = [_from_box(box, "sender") for box in (sender,) if box]
    drafts += [_from_box(box, "recipient") for box in recipients]
    drafts = [draft for draft in drafts if draft.parts.words]
    seen = [_see(text, span) for span in sorted(spans) if span.label is Label.PERSON]
    # The fullest forms come first, so that "Herr Beck" finds "Erika Beck" wherever she is named.
    for mention in sorted(seen, key=lambda m: _fullness(m.parts), reverse=True):
        _place(drafts, mention)
    _set_roles(text, drafts, seen)
    _add_addresses(text, drafts, spans, [box for box in (sender, *recipients) if box])
    return _numbered(drafts)


def merge_persons(persons: Sequence[Person], a: int, b: int) -> tuple[Person, ...]:
    """Person ``b`` joined into person ``a`` by hand; ``a`` keeps its number, the rest theirs.

    Raises ``UserError("unknown_person", number=…)`` when one of them is not there.
    """
    kept, gone = _by_number(persons, a), _by_number(persons, b)
    if a == b:
        return tuple(persons)
    moved = tuple(replace(mention, reason="human") for mention in gone.mentions)
    fuller = max((kept.name, gone.name), key=lambda name: _fullness(names.parse_name(name)))
    joined = replace(
        kept,
        name=fuller,
        mentions=tuple(sorted(kept.mentions + moved, key=lambda mention: mention.span)),
        gender=kept.gender if kept.gender is not Gender.UNKNOWN else gone.gender,
        role=kept.role or gone.role,
    )
    return tuple(joined if p.number == a else p for p in persons if p.number != b)


def split_person(
    persons: Sequence[Person], number: int, mentions: Collection[Span]
) -> tuple[Person, ...]:
    """The given mentions of a person made a person of their own by hand, with the next number.

    Splitting none or all of them changes nothing. Raises ``UserError("unknown_person")``.
    """
    person = _by_number(persons, number)
    gone = [mention for mention in person.mentions if mention.span in mentions]
    if not gone or len(gone) == len(person.mentions):
        return tuple(persons)
    stays = tuple(mention for mention in person.mentions if mention.span not in mentions)
    split = Person(
        number=max(p.number for p in persons) + 1,
        name=person.name,
        mentions=tuple(replace(mention, reason="human") for mention in gone),
    )
    return (*(replace(p, mentions=stays) if p.number == number else p for p in persons), split)


def _by_number(persons: Sequence[Person], number: int) -> Person:
    for person in persons:
        if person.number == number:
            return person
    raise UserError("unknown_person", number=number)


def _fullness(parts: names.NameParts) -> tuple[int, int]:
    """Sorts names by how much they tell; names that tell the same keep their order."""
    written = [word for word in parts.words if not names.is_initial(word)]
    return len(written) * 2 + len(parts.words), sum(map(len, written))


def _from_box(box: Mailbox, role: str) -> _Draft:
    name = box.name if names.looks_like_person(box.name) else ""
    if not name:
        name = names.name_in_local_part(box.address.partition("@")[0])
    return _Draft(names.parse_name(name), name, role=role)


def _see(text: str, span: Span) -> _Seen:
    name = " ".join(text[span.start : span.end].split())
    return _Seen(span, name, names.parse_name(name), cue_before(text, span.start))


def _place(drafts: list[_Draft], mention: _Seen) -> None:
    """Add a mention to the one person it fits, or make it a person of its own."""
    fits = [(draft, reason) for draft in drafts if (reason := _fit(draft, mention))]
    for reason in ("same_name", "initial_and_surname", "surname", "given_name", "initials"):
        best = [draft for draft, why in fits if why == reason]
        if len(best) == 1:
            draft = best[0]
            draft.add(mention.span, reason if draft.mentions else "header", mention.cue)
            draft.learn(mention.name, mention.parts)
            return
        if best:
            break
    draft = _Draft(mention.parts, mention.name)
    draft.add(mention.span, "first_mention", mention.cue)
    drafts.append(draft)


def _fit(draft: _Draft, mention: _Seen) -> str:
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
        return ""
    first, other = known.given[0], parts.given[0]
    if names.same_word(first, other):
        return "same_name"
    if names.is_initial(first) or names.is_initial(other):
        # Only the first letters are compared: "M.-L." fits "Marie-Luise".
        alike = names.spellings(first[:1]) & names.spellings(other[:1])
        return "initial_and_surname" if alike else ""
    return ""


def _same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    return len(left) == len(right) and all(
        names.same_word(one, other) for one, other in zip(left, right, strict=True)
    )


def _is_initials_of(parts: names.NameParts, mention: str) -> bool:
    letters = [ch for ch in mention if ch.isalpha()]
    if not 2 <= len(letters) <= 3 or not all(ch.isupper() for ch in letters):
        return False
    own = [word[0].upper() for word in parts.words if not names.is_particle(word)]
    return len(own) >= 2 and letters == own


def _set_roles(text: str, drafts: Sequence[_Draft], seen: Sequence[_Seen]) -> None:
    """Sender and recipient as greeting and sign-off say, where the headers do not."""
    for role, spoken in (("recipient", greeted), ("sender", signs)):
        if any(draft.role == role and draft.mentions for draft in drafts):
            continue
        for mention in seen:
            if not spoken(text, mention.span.start, mention.span.end):
                continue
            for draft in drafts:
                if not draft.role and any(m.span == mention.span for m in draft.mentions):
                    draft.role = role
            break


def _add_addresses(
    text: str, drafts: Sequence[_Draft], spans: Sequence[Span], boxes: Sequence[Mailbox]
) -> None:
    own_names = {box.address.lower(): _from_box(box, "").name for box in boxes if box.address}
    for span in sorted(spans):
        owners: list[tuple[_Draft, str]] = []
        value = text[span.start : span.end]
        if span.label is Label.EMAIL:
            by_header = own_names.get(value.lower())
            owners = [(d, "header") for d in drafts if by_header and d.name == by_header]
            owners = owners or _spelt(drafts, value.partition("@")[0], "email_address")
        elif span.label is Label.USERNAME:
            owners = _spelt(drafts, value.lstrip("@"), "user_name")
        if not owners and span.label in _IN_SIGNATURE:
            owners = _signed_above(text, drafts, span)
        if len(owners) == 1:
            owners[0][0].mentions.append(Mention(span, owners[0][1]))


def _spelt(drafts: Sequence[_Draft], login: str, reason: str) -> list[tuple[_Draft, str]]:
    """The persons whose name a user name or local part spells; full names before surnames."""
    letters = names.login_letters(login)
    if len(letters) < 3 or names.is_role_mailbox(login):
        return []
    pieces = [names.login_letters(piece) for piece in re.split(r"[._\-+\d]+", login)]
    full, partly = [], []
    for draft in drafts:
        if letters in names.login_stems(draft.parts):
            full.append((draft, reason))
        elif any(
            piece in names.spellings(word)
            for piece in pieces
            for word in draft.parts.words
            if len(word) > 2 and not names.is_particle(word)
        ):
            partly.append((draft, reason))
    return full or partly


def _signed_above(text: str, drafts: Sequence[_Draft], span: Span) -> list[tuple[_Draft, str]]:
    """The person whose name stands alone on a line closely above, in the same block."""
    above = text[max(0, span.start - 600) : span.start]
    block = above[above.rfind("\n\n") + 2 if "\n\n" in above else 0 :]
    if block.count("\n") > _SIGNATURE_LINES:
        return []
    block_start = span.start - len(block)
    owners = []
    for draft in drafts:
        for mention in draft.mentions:
            inside = block_start <= mention.span.start and mention.span.end <= span.start
            if mention.span.label is Label.PERSON and inside and _alone(text, mention.span):
                owners.append((draft, "signature"))
                break
    return owners


def _alone(text: str, span: Span) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    rest = text[start : span.start] + text[span.end : end if end >= 0 else len(text)]
    return sum(ch.isalpha() for ch in rest) <= 12  # room for "Herr", "Dr.", "i. A."


def _numbered(drafts: Sequence[_Draft]) -> tuple[Person, ...]:
    met = [draft for draft in drafts if draft.mentions]
    for draft in met:
        draft.mentions.sort(key=lambda mention: mention.span)
    met.sort(key=lambda draft: draft.mentions[0].span)
    return tuple(
        Person(number, _plain(draft), tuple(draft.mentions), draft.gender, draft.role)
        for number, draft in enumerate(met, 1)
    )


def _plain(draft: _Draft) -> str:
    """The name as shown: "Beck, Erika" the usual way round."""
    if "," in draft.name and draft.parts.given:
        return " ".join(draft.parts.words)
    return draft.name
