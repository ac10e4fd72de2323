"""Who is meant: mentions linked to persons, with the reason for each link.

Linking is careful: a mention that fits two persons becomes a person of its own, because two people
under one token confuse a vendor, while one person under two tokens does not. A human's merge and
split are pure functions over the result; undo is keeping the earlier value.

Reason codes: ``first_mention``, ``same_name``, ``initial_and_surname``, ``surname``,
``given_name``, ``initials``, ``header``, ``email_address``, ``user_name``, ``signature``,
``human``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from desktop.detect import names
from desktop.detect.person_draft import Directory, Draft, Seen, fullness, see
from desktop.detect.roles import greeted, signs
from desktop.domain import Gender, Label, Mailbox, Mention, Person, Span
from desktop.errors import UserError

_IN_SIGNATURE = frozenset({Label.PHONE, Label.EMAIL, Label.ADDRESS, Label.URL})
_SIGNATURE_REACH = 600  # code points
_LINE = 80  # code points of a line that are looked at
_SIGNATURE_LINES = 8  # below a name that stands alone on its line


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
    people = Directory()
    boxes = [(sender, "sender")] if sender else []
    boxes += [(box, "recipient") for box in recipients]
    for box, role in boxes:
        name = _name_of(box)
        if name:
            people.add(Draft(names.parse_name(name), name, role=role))
    seen = [see(text, span) for span in sorted(spans) if span.label is Label.PERSON]
    # The fullest forms come first, so that "Herr Beck" finds "Erika Beck" wherever she is named.
    for mention in sorted(seen, key=lambda m: fullness(m.parts), reverse=True):
        people.place(mention)
    _set_roles(text, people.drafts, seen)
    _add_addresses(text, people, sorted(spans), [box for box, _ in boxes])
    return _numbered(people.drafts)


def merge_persons(persons: Sequence[Person], a: int, b: int) -> tuple[Person, ...]:
    """Person ``b`` joined into person ``a`` by hand; ``a`` keeps its number, the rest theirs.

    Raises ``UserError("unknown_person", number=…)`` when one of them is not there.
    """
    kept, gone = _by_number(persons, a), _by_number(persons, b)
    if a == b:
        return tuple(persons)
    moved = tuple(replace(mention, reason="human") for mention in gone.mentions)
    fuller = max((kept.name, gone.name), key=lambda name: fullness(names.parse_name(name)))
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


def _name_of(box: Mailbox) -> str:
    if names.looks_like_person(box.name):
        return box.name
    return names.name_in_local_part(box.address.partition("@")[0])


def _set_roles(text: str, drafts: Sequence[Draft], seen: Sequence[Seen]) -> None:
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
    text: str, people: Directory, spans: Sequence[Span], boxes: Sequence[Mailbox]
) -> None:
    """Give addresses and user names to the one person whose they are, if there is one."""
    in_headers = {box.address.lower(): _name_of(box) for box in boxes if box.address}
    signatures = _Signatures(text, people.drafts)
    for span in spans:
        value = text[span.start : span.end]
        owners: list[Draft] = []
        reason = "signature"
        if span.label is Label.EMAIL:
            name = in_headers.get(value.lower())
            owners = [draft for draft in people.drafts[: len(boxes)] if name and draft.name == name]
            reason = "header" if owners else "email_address"
            owners = owners or people.spelt(value.partition("@")[0])
        elif span.label is Label.USERNAME:
            owners, reason = people.spelt(value.lstrip("@")), "user_name"
        if not owners and span.label in _IN_SIGNATURE:
            owners, reason = signatures.above(span), "signature"
        if len(owners) == 1:
            owners[0].mentions.append(Mention(span, reason))


class _Signatures:
    """Names that stand alone on a line, and what stands below them in the same block."""

    def __init__(self, text: str, drafts: Sequence[Draft]) -> None:
        self._text = text
        self._signed = sorted(
            (
                (m.span.start, m.span.end, number)
                for number, d in enumerate(drafts)
                for m in d.mentions
            )
        )
        self._drafts = drafts

    def above(self, span: Span) -> list[Draft]:
        text = self._text
        above = text[max(0, span.start - _SIGNATURE_REACH) : span.start]
        block = above[above.rfind("\n\n") + 2 if "\n\n" in above else 0 :]
        if block.count("\n") > _SIGNATURE_LINES:
            return []
        at = bisect_left(self._signed, (span.start - len(block), 0, 0))
        owners: dict[int, None] = {}
        while at < len(self._signed) and self._signed[at][1] <= span.start:
            start, end, number = self._signed[at]
            if _alone(text, start, end):
                owners[number] = None
            at += 1
        return [self._drafts[number] for number in owners]


def _alone(text: str, start: int, end: int) -> bool:
    left = text[max(0, start - _LINE) : start].rpartition("\n")[2]
    rest = left + text[end : end + _LINE].partition("\n")[0]
    return sum(ch.isalpha() for ch in rest) <= 12  # room for "Herr", "Dr.", "i. A."


def _numbered(drafts: Sequence[Draft]) -> tuple[Person, ...]:
    met = [draft for draft in drafts if draft.mentions]
    for draft in met:
        draft.mentions.sort(key=lambda mention: mention.span)
    met.sort(key=lambda draft: draft.mentions[0].span)
    return tuple(
        Person(number, _plain(draft), tuple(draft.mentions), draft.gender, draft.role)
        for number, draft in enumerate(met, 1)
    )


def _plain(draft: Draft) -> str:
    """The name as shown: "Beck, Erika" the usual way round."""
    if "," in draft.name and draft.parts.given:
        return " ".join(draft.parts.words)
    return draft.name
