"""Find known names of people in a text: inflected, abbreviated, in capitals, as user names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.detect import names
from desktop.detect.rules.engine import View
from desktop.detect.rules.name_borders import names_a_thing
from desktop.detect.rules.names import is_common, is_plain_noun_name, means_the_thing
from desktop.domain import Label, Span

_RULE = "rule:known_name"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*['’]?", re.UNICODE)
_JOINT = re.compile(
    r" ?\n? ?|-| (?:[A-ZÄÖÜ]\. ?){1,2}"
    r"| (?:(?:von|van|zu|zur|zum|de|del|da|dos|di|la|le|el|al|ten|ter|v\. ?d\.|v\.)[ -]){1,2}"
    r"(?:(?:der|den|dem) )?"
)
_COMMA = re.compile(r", ?")
_BEFORE_NAME = re.compile(
    r"(?:\b(?:herrn?|frau|fr|hr|hrn|familie|fam|dr|prof|mr|mrs|ms|hallo|hi|hey|moin|servus"
    r"|liebe[rs]?|lb|geehrte[rs]?|dear|c/o|eheleute|ehepaar|kollegin|kollege|name|nachname|vorname|ansprechpartner(?:in)?"
    r"|kund(?:e|in)|von|from|an|to|cc|gru(?:ß|ss|esse|eße)|grüße[n]?|gruesse|lg|vg|mfg|bg|regards)\b"
    r"[.:,!]?\s{0,3})$",
    re.IGNORECASE,
)
_BEFORE_SMALL = re.compile(
    r"\b(?:mein(?:e[mnrs]?)?|dein(?:e[mnrs]?)?|herrn?|frau|hallo|hi|hey|moin|liebe[rs]?|lg|vg|mfg"
    r"|gru(?:ß|ss)|grüße|von|bei|mit|und|oder|für|dass|sagt|meint)[.,!]?\s{1,3}$",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"(?<![\w@./\\-])[A-Za-zÄÖÜäöüß][\w.-]{3,39}(?![\w@])")
_INITIALS_LINE = re.compile(r"^[ \t>]*((?:[A-ZÄÖÜ]\.? ?){2,3})[ \t]*$", re.MULTILINE)


@dataclass
class _Index:
    """Known names, by the spellings of their words."""

    given: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    logins: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)

    def add(self, name: str) -> None:
        parts = names.parse_name(name)
        long_given = [word for word in parts.given if not names.is_initial(word)]
        long_surname = [
            word for word in parts.surname if not (names.is_particle(word) or len(word) == 1)
        ]
        for word in long_given:
            self.given |= names.spellings(word)
        for word in long_surname:
            self.surnames |= names.spellings(word)
            for half in word.split("-"):
                if len(half) > 2 and "-" in word:
                    self.surnames |= names.spellings(half)
        if parts.given and long_surname:
            self.logins |= names.login_stems(parts)
            letters = "".join(word[0] for word in (*parts.given, *long_surname))
            if len(letters) in (2, 3):
                self.initials.add(letters.upper())


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    word: str
    common: bool  # also an everyday word
    given: bool
    surname: bool  # and no given name


def find_names(
    text: str, known: Sequence[str], score: float, taken: Sequence[Span] = ()
) -> Iterator[Span]:
    """Spans of the known names; ``taken`` marks beside a common word let it count as a name."""
    index = _Index()
    for name in known:
        index.add(name)
    marked = [span for span in taken if span.label is Label.PERSON]
    persons = {s.end + 1 for s in marked if text[s.end : s.end + 1] in (" ", "/")}
    persons |= {s.start - 1 for s in marked if text[s.start - 1 : s.start] in (" ", "/")}
    found = [
        Span(_with_initials(text, group[0].start), group[-1].end, Label.PERSON, score, _RULE)
        for group in _groups(text, list(_hits(text, index)))
        if _counts(text, group, persons)
    ]
    view = View(text)
    yield from (span for span in found if not names_a_thing(view, span))
    yield from _initials(text, index, score)
    yield from _logins(text, index, score)


def _hits(text: str, index: _Index) -> Iterator[_Hit]:
    if not (index.given or index.surnames):
        return
    firsts = {form[0] for form in (*index.given, *index.surnames) if form}
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        first = word[0].lower()
        if first.isascii() and first not in firsts:
            continue  # most words; "Ö" may stand for "O" or "Oe"
        if _in_address(text, start, end):
            continue
        if text[end - 1] in "'’" and not word[:-1].lower().endswith(("s", "x", "z", "ß")):
            end -= 1
            word = word[:-1]
        forms = names.base_forms(word)
        given, surname = bool(forms & index.given), bool(forms & index.surnames)
        if given or surname:
            common = names.is_common_word(word) or (
                is_common(word.lower()) and is_plain_noun_name(word.lower())
            )
            yield _Hit(start, end, word, common, given, surname and not given)


_ADDRESS_LEFT = re.compile(r"(?:[@\\]|\w[./_]|//|\d)$")
_ADDRESS_RIGHT = re.compile(r"[@\\_\d]|\.[a-z0-9]|/\w")


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the word is a part of an e-mail or web address, a path or a host name.

    "M.Müller" and "Müller/Beck" are not: a single letter or a capital may stand there.
    """
    left = text[max(0, start - 2) : start]
    if _ADDRESS_RIGHT.match(text, end) and not text[end : end + 2].replace("/", "").isupper():
        return True
    if not _ADDRESS_LEFT.search(left):
        return False
    initial = left[-1:] == "." and left[:1].isupper() and not text[start - 3 : start - 2].isalnum()
    return not (initial or (left[-1:] == "/" and text[start].isupper()))


def _groups(text: str, hits: Sequence[_Hit]) -> Iterator[list[_Hit]]:
    """Hits that stand side by side are one name ("Erika Beck", "Beck, Erika")."""
    group: list[_Hit] = []
    for at, hit in enumerate(hits):
        following = hits[at + 1] if at + 1 < len(hits) else None
        if group and not _beside(text, group[-1], hit, following):
            yield group
            group = []
        group.append(hit)
    if group:
        yield group


def _beside(text: str, left: _Hit, right: _Hit, following: _Hit | None) -> bool:
    if right.start - left.end > 16:
        return False
    if left.surname and "\n" in text[left.end : right.start]:
        return False
    if _COMMA.fullmatch(text, left.end, right.start):
        # "Beck, Erika", but not "Beck, Erika Roth"
        ends = following is None or text[right.end : following.start] != " "
        return left.surname and right.given and ends
    if left.surname and right.given and right.start - left.end > 2:  # "Jonas Beck zu Petra Roth"
        return False
    return _JOINT.fullmatch(text, left.end, right.start) is not None


def _counts(text: str, group: Sequence[_Hit], persons: set[int]) -> bool:
    """Whether a group is a name here: capital letters, and for common words a carrying context."""
    if len(group) >= 2:
        return True
    hit = group[0]
    before = text[max(0, hit.start - 40) : hit.start]
    if hit.word[0].islower():
        long_enough = len(hit.word) >= 5 or bool(_BEFORE_SMALL.search(before))
        return long_enough and not (hit.common or before[-1:].isdigit())
    if means_the_thing(before[-10:].lower(), hit.word.lower()):
        return False
    if not hit.common or hit.start in persons or hit.end in persons:
        return True
    carried = bool(_BEFORE_NAME.search(before)) or _has_initial(text, hit.start)
    return carried or _own_line(text, hit)


_LINE_START = re.compile(r"\n[ \t>]{0,6}$")
_LINE_END = re.compile(r"[ \t,.-]{0,6}(?:\n|$)")


def _own_line(text: str, hit: _Hit) -> bool:
    starts = _LINE_START.search(text[max(0, hit.start - 7) : hit.start])
    return bool(starts and _LINE_END.match(text, hit.end, hit.end + 7))


_INITIAL = re.compile(
    r"(?<!\w)(?<!i\.)(?<!i\. )(?:[A-ZÄÖÜ]|Th|Ch|Kl|St|Chr)\.(?:[- ]?[A-ZÄÖÜ]\.)? ?$"
)


def _has_initial(text: str, start: int) -> bool:
    return bool(_INITIAL.search(text[max(0, start - 8) : start]))


def _with_initials(text: str, start: int) -> int:
    """The start of "J. Kaiser" when "Kaiser" was found."""
    window = text[max(0, start - 8) : start]
    match = _INITIAL.search(window)
    return start - len(window) + match.start() if match else start


def _initials(text: str, index: _Index, score: float) -> Iterator[Span]:
    """A line of its own with nothing but known initials ("JK", "J. K.")."""
    for match in _INITIALS_LINE.finditer(text) if index.initials else ():
        letters = "".join(ch for ch in match.group(1) if ch.isalpha())
        if letters in index.initials:
            end = match.start(1) + len(match.group(1).rstrip(" ."))
            yield Span(match.start(1), end, Label.PERSON, score - 0.1, "rule:known_initials")


def _logins(text: str, index: _Index, score: float) -> Iterator[Span]:
    for match in _LOGIN.finditer(text) if index.logins else ():
        token = match.group().rstrip(".-_")
        if _is_login(token) and names.login_letters(token) in index.logins:
            end = match.start() + len(token)
            yield Span(match.start(), end, Label.USERNAME, score - 0.1, "rule:known_login")


def _is_login(token: str) -> bool:
    """Small letters or signs and digits: "mmueller", "Max.Mueller", not "Max-Müller" in prose."""
    return token.islower() or any(ch.isdigit() or ch in "._" for ch in token)
