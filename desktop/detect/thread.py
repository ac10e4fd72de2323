"""What is known of a case is found everywhere in it.

Names, addresses and numbers from headers, signatures, earlier mails, or from a sure mark elsewhere
in the same text are searched in all spellings that ``names`` knows. The search is linear in the
text: words are looked up, values are searched in the text reduced to letters and digits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.detect.known_names import find_names
from desktop.detect.names import (
    is_common_word,
    is_role_mailbox,
    looks_like_person,
    name_in_local_part,
)
from desktop.detect.rules import find
from desktop.domain import Label, Mail, Mailbox, SegmentKind, Span

_MAX_KNOWN = 500  # of each kind; a mailing list's archive must not make every search slow
_SCORE = 0.85  # below what stands before the model (merge)
_VALUE_LABELS = frozenset(Label) - {
    Label.PERSON,
    Label.LOCATION,
    Label.ORG,
}
_MIN_LETTERS = {Label.ADDRESS: 6, Label.DATE: 8, Label.USERNAME: 4, Label.PASSWORD: 4}
_MAX_SIGNATURE = 4000  # code points of a signature that are read for known values


@dataclass(frozen=True)
class Known:
    """Values that belong to the people of a case, from outside the text that is searched."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    values: tuple[tuple[Label, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.emails or self.values)


def combine(*knowns: Known) -> Known:
    """All of them together, each value once, in order of appearance."""
    return Known(
        names=tuple(dict.fromkeys(name for known in knowns for name in known.names)),
        emails=tuple(dict.fromkeys(email for known in knowns for email in known.emails)),
        values=tuple(dict.fromkeys(value for known in knowns for value in known.values)),
    )


def known_from_mail(mail: Mail) -> Known:
    """Names and addresses of the headers, and what the rules find in the signatures."""
    boxes = [box for box in (mail.sender, *mail.to, *mail.cc) if box is not None]
    headers = combine(*(_known_from_box(box) for box in boxes))
    signatures = []
    for segment in mail.segments:
        if segment.kind is SegmentKind.SIGNATURE:
            text = mail.text[segment.start : min(segment.end, segment.start + _MAX_SIGNATURE)]
            signatures.append(known_from_spans(text, find(text)))
    return combine(headers, *signatures)


def _known_from_box(box: Mailbox) -> Known:
    names = [box.name] if looks_like_person(box.name) else []
    local = box.address.partition("@")[0]
    if not names and (spelt := name_in_local_part(local)):
        names.append(spelt)
    return Known(names=tuple(names), emails=(box.address,) if "@" in box.address else ())


def known_from_spans(text: str, spans: Iterable[Span], *, sure: float = 0.0) -> Known:
    """What the marks of a text (an earlier mail's, or this one's sure ones) let us know."""
    names: dict[str, None] = {}
    emails: dict[str, None] = {}
    values: dict[tuple[Label, str], None] = {}
    for span in spans:
        if span.score < sure:
            continue
        value = text[span.start : span.end]
        if span.label is Label.PERSON:
            names[value] = None
        elif span.label is Label.EMAIL:
            if "@" in value:
                emails[value] = None
        elif span.label in _VALUE_LABELS:
            values[span.label, value] = None
    return Known(tuple(names), tuple(emails), tuple(values))


def find_known(text: str, known: Known, *, taken: Sequence[Span] = ()) -> list[Span]:
    """Spans of everything known in ``text``; sources ``rule:known_name|_email|_value|_login``.

    ``taken`` are the marks already set: a common word that is also a name counts where such a
    mark carries it (directly beside a name).
    """
    spans = list(find_names(text, known.names[:_MAX_KNOWN], _SCORE, taken))
    wanted = [(Label.EMAIL, email) for email in known.emails[:_MAX_KNOWN]]
    wanted += list(known.values[:_MAX_KNOWN])
    spans += _find_values(text, wanted)
    spans += _find_local_parts(text, known.emails[:_MAX_KNOWN])
    return spans


class _Reduced:
    """A text's letters and digits in small letters, with the way back to its offsets."""

    def __init__(self, text: str) -> None:
        small = text.lower()
        if len(small) != len(text):  # a few letters have small forms of two code points
            small = "".join(sign.lower()[0] for sign in text)
        self.at = [position for position, sign in enumerate(small) if sign.isalnum()]
        self.signs = "".join([small[position] for position in self.at])

    def occurrences(self, wanted: str) -> Iterator[tuple[int, int]]:
        found = self.signs.find(wanted)
        while found >= 0:
            yield self.at[found], self.at[found + len(wanted) - 1] + 1
            found = self.signs.find(wanted, found + len(wanted))


def _find_values(text: str, wanted: Iterable[tuple[Label, str]]) -> Iterator[Span]:
    wanted = list(wanted)
    phones = {_phone_key(value) for label, value in wanted if label is Label.PHONE} - {""}
    yield from _find_phones(text, phones)
    keys = [(label, value, _key(label, value)) for label, value in wanted]
    reduced = _Reduced(text if any(key for _, _, key in keys) else "")
    for label, value, key in keys:
        if not key:
            continue
        for start, end in reduced.occurrences(key):
            if _stands_alone(text, start, end) and _same_layout(text[start:end], value, label):
                source = "rule:known_email" if label is Label.EMAIL else "rule:known_value"
                yield Span(start, end, label, _SCORE, source)


def _key(label: Label, value: str) -> str:
    """What to search for in the reduced text; empty when too weak to search for."""
    if label is Label.PHONE:
        return ""  # searched by ``_find_phones``
    letters = "".join(ch.lower()[0] for ch in value if ch.isalnum())
    has_digit = any(ch.isdigit() for ch in letters)
    if label in (Label.USERNAME, Label.PASSWORD, Label.OTHER) and not has_digit:
        return letters if len(letters) >= 6 and not is_common_word(value) else ""
    return letters if len(letters) >= _MIN_LETTERS.get(label, 5) else ""


_PHONE = re.compile(r"(?<![\w+])(?:\+ ?|\()?\d(?:[ ()/.–-]{0,3}\d){5,17}(?!\w)")
_COUNTRY = re.compile(r"(?:\+|00)(?:49|43|41)0?")


def _find_phones(text: str, keys: Collection[str]) -> Iterator[Span]:
    for match in _PHONE.finditer(text) if keys else ():
        if _phone_key(match.group()) in keys:
            yield Span(*match.span(), Label.PHONE, _SCORE, "rule:known_value")


def _phone_key(value: str) -> str:
    """The national digits of a number of the three countries, without its leading nought."""
    digits = "".join(ch for ch in value if ch.isdigit() or ch == "+")
    key = _COUNTRY.sub("", digits, count=1) if _COUNTRY.match(digits) else digits
    key = key.lstrip("0+")
    return key if len(key) >= 6 else ""


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _same_layout(found: str, value: str, label: Label) -> bool:
    """Numbers may be grouped otherwise; words and secrets are searched as they are."""
    if label in (Label.PASSWORD, Label.USERNAME):
        return found == value or found in value
    if label in (Label.EMAIL, Label.URL):
        return found.lower() in value.lower()
    return "\n" not in found or "\n" in value


_TOKEN = re.compile(r"[\w.+-]{5,64}")


def _find_local_parts(text: str, emails: Collection[str]) -> Iterator[Span]:
    """ "max.mueller84" of max.mueller84@…, standing alone, as a user name.

    A local part of letters alone is most likely a name, which the name search knows better.
    """
    parts = {email.partition("@")[0].lower() for email in emails}
    parts = {p for p in parts if len(p) >= 5 and not p.isalpha() and not is_role_mailbox(p)}
    for match in _TOKEN.finditer(text) if parts else ():
        token = match.group().rstrip(".-+")
        end = match.start() + len(token)
        if token.lower() in parts and text[end : end + 1] != "@":
            yield Span(match.start(), end, Label.USERNAME, _SCORE, "rule:known_login")
