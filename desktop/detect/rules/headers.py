"""Personal names in the machinery of mail: quoted headers, chat transcripts, fields, markup."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, SMALL, UPPER, View, compiled, has_word, matches
from desktop.detect.rules.lexicon import words
from desktop.detect.rules.names import (
    is_blocked,
    is_common,
    is_given,
    is_noun,
    is_surname,
    read_name,
    skip_titles,
    word_at,
)
from desktop.detect.rules.persons import companions, past_offices, person_span
from desktop.domain import Span

_FIELD = compiled(
    rf"(?m:^)[> \t|*\xb7-]{{0,10}}(?:[0-9]{{1,2}}[.)] )?([{LETTER}-]{{1,30}}(?:[ "
    rf"/,]{{1,3}}[{LETTER}.-]{{1,24}}){{0,3}})"
    rf" ?(?:[:=][ \t]{{0,30}}|[ ]?\.{{3,60}} ?|\t{{1,4}})",
    before=None,
    after=None,
)


_HEADER = compiled(
    r"(?m:^)[>|*# \t]{0,12}(?:von|from|an|to|cc|bcc|kopie|gesendet von|absender|reply-to|"
    r"antwort an|gesendet an|empfänger)[*]?:[*]? {0,2}([^\n]{2,300})",
    before=None,
    after=None,
)


_MAIL_BRACKET = compiled(rf"([<\[(])(?:mailto:)?[0-9{LETTER}][^ <>\n]*@", before=None, after=None)


_WROTE = compiled(
    rf"(?:schrieb|wrote|schreibt|hat geschrieben)(?: am "
    rf"[^\n:]{{4,30}}?)?:? {{0,2}}([{UPPER}][^\n<:\[]{{1,50}})(?: ?[<:\[]|\n)",
    after=None,
)


_NAME_WROTE = compiled(
    rf"([{UPPER}][{LETTER}. '-]{{1,40}}?) ?(?:<[^>\n]{{3,60}}> ?|\([^)\n]{{2,40}}\) "
    rf")?(?:schrieb|wrote)[ :]",
    after=None,
)


_CHAT = compiled(
    r"(?m:^)[> \t]{0,6}(?:\[[0-9.:/, -]{4,24}\]|"
    r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?: uhr)?|\([0-9:.]{4,8}\)|"
    r"\[[^\]\n]{4,24}\])[ -]{1,3}(?:(?:agent|berater(?:in)?|apotheker(?:in)?|"
    r"mitarbeiter(?:in)?) )?([^\n:<]{2,40}?)(?: ?\([^)\n]{2,30}\))?: ",
    before=None,
    after=None,
)


_CHAT_PLAIN = compiled(
    rf"(?m:^)([{UPPER}][{SMALL}'-]{{2,20}}(?: [{UPPER}][{SMALL}'.-]{{1,20}})?)(?: ?\([^)"
    rf"\n]{{2,30}}\))?: ",
    before=None,
    after=None,
)


def find_in_headers(view: View) -> Iterator[Span]:
    """Names in quoted headers, before addresses, and around "schrieb"."""
    if has_word(view.low, _HEADER_KEYS):
        for start, end in matches(_HEADER, view.small):
            yield from _mailboxes(view, start, end)
    if has_word(view.low, _WROTE_WORDS):
        for regex in (_WROTE, _NAME_WROTE):
            for start, end in matches(regex, view.folded):
                if name := _whole_name(view, start, end):
                    yield person_span(name, 0.92, "person_wrote")
    if "@" in view.plain:
        for bracket, _ in matches(_MAIL_BRACKET, view.folded):
            if name := _name_before(view, bracket):
                yield person_span(name, 0.92, "person_mailbox")


# Without one of them the patterns cannot match; looking for them first is cheap.
_HEADER_KEYS = (*("von:", "from:", "an:", "to:", "cc:", "kopie:", "absender:", "empfänger:", "*:"),)
_WROTE_WORDS = ("schrieb", "wrote", "schreibt")


def _name_before(view: View, bracket: int) -> tuple[int, int] | None:
    """The name that stands before "<address>" on its line, or on the line above."""
    stop = bracket
    while stop > 0 and view.plain[stop - 1] in " \n>\t":
        stop -= 1
    first = max(0, stop - 60)
    begin = max(first, *(view.plain.rfind(sign, first, stop) + 1 for sign in "\n:;<>|"))
    for lead in ("schrieb ", "wrote ", "Uhr ", ", "):
        position = view.plain.rfind(lead, begin, stop)
        comma = lead == ", " and not view.plain[begin:position].strip()[-1:].isdigit()
        if position >= 0 and not comma:
            begin = position + len(lead)
    return _whole_name(view, begin, stop) if stop - begin > 1 else None


def _mailboxes(view: View, start: int, end: int) -> Iterator[Span]:
    line = view.plain[start:end]
    position = start
    for part in line.replace("<", ";").replace("[", ";").split(";"):
        if "@" not in part and (name := _whole_name(view, position, position + len(part))):
            yield person_span(name, 0.92, "person_header")
        position += len(part) + 1


def _whole_name(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The stretch as a name: "Lütje, Nadja", "'Rose, Britta'", "Kevin König (Dispo)"."""
    text = view.plain[start:end]
    bracket = text.find("(")
    if bracket > 0:
        end = start + bracket
    while start < end and view.plain[start] in " \"'*>\t":
        start += 1
    start = skip_titles(view, start)
    while end > start and view.plain[end - 1] in " \"'*,:\t-":
        end -= 1
    comma = view.plain.find(",", start, end)
    if comma > 0 and end - start < 50:
        return _surname_first(view, start, comma, end)
    name = read_name(view, start, loose=True)
    if name is None or name[1] < end - 1 or not _plausible_name(view, name):
        return None
    return name


def _surname_first(view: View, start: int, comma: int, end: int) -> tuple[int, int] | None:
    behind = comma + 1 + (view.plain[comma + 1 : comma + 2] == " ")
    first = word_at(view, start)
    given = read_name(view, behind, loose=True)
    if first is None or given is None or given[1] < end - 1 or is_blocked(first.low):
        return None
    second = word_at(view, behind)
    if second and (is_given(second.low) or is_surname(first.low)) and view.plain[start].isupper():
        return start, given[1]
    return None


def _plausible_name(view: View, name: tuple[int, int]) -> bool:
    parts = view.low[name[0] : name[1]].split(" ")
    if any(is_noun(part) for part in parts):
        return False
    if not view.plain[name[0]].isupper() and len(parts) == 1:
        return False
    known = [p for p in parts if is_given(p.strip(".")) or is_surname(p) or len(p.strip(".")) <= 2]
    common = [p for p in parts if is_common(p) and not is_given(p)]
    return (bool(known) and len(common) < len(parts)) or (not common and len(parts) in (2, 3))


def find_in_chats(view: View) -> Iterator[Span]:
    """Speakers of a chat transcript; one without time must speak twice."""
    for start, end in matches(_CHAT, view.small):
        if name := _whole_name(view, start, end):
            yield person_span(name, 0.88, "person_chat")
    seen: dict[str, list[tuple[int, int]]] = {}
    for start, end in matches(_CHAT_PLAIN, view.folded):
        seen.setdefault(view.low[start:end], []).append((start, end))
    for low, places in seen.items():
        known = is_given(low.split(" ")[0]) or (
            not is_common(low) and not is_noun(low) and len(places) > 2
        )
        if len(places) > 1 and known and not is_blocked(low):
            for place in places:
                yield person_span(place, 0.85, "person_chat")


def find_in_fields(view: View) -> Iterator[Span]:
    """Like "Name: Öztürk, Derya", "Vorname, Name ....... Aleksandra Wójcik", "nachname=Benali"."""
    keys = words("person_words")["key"]
    for match in _FIELD.finditer(view.small):
        key_start, key_end = match.span(2)
        key = view.low[key_start:key_end].strip()
        parts = [
            p.strip(".,/")
            for p in key.replace("/", " ").replace(",", " ").replace("-", " ").split()
        ]
        if key not in keys and not (
            parts and all(p in keys or p in ("des", "der", "und", "vor") for p in parts)
        ):
            continue
        begin = past_offices(view, skip_titles(view, match.span()[1]))
        line_end = view.line_end(begin)
        yield from _field_value(view, begin, line_end)


_MARKED_UP = compiled(
    r"(?i:displayname|givenname|surname|fullname|full_name|name|nm|cn|vorname|nachname|"
    r"lastname|last_name|firstname|first_name|"
    r"kontoinhaber)[\"']?"
    r"(?:>|[\"']? ?: ?[\"']| ?= ?[\"'])[ ]{0,2}([^<>\"'\n=]{2,40})[<\"']",
    before=LETTER,
    after=None,
)


def find_in_markup(view: View) -> Iterator[Span]:
    """Like "<Nm>Adler, Noemi</Nm>", "name": "Inês Carvalho"."""
    for start, end in matches(_MARKED_UP, view.folded):
        if name := _whole_name(view, start, end):
            yield person_span(name, 0.86, "person_markup")


def _field_value(view: View, begin: int, line_end: int) -> Iterator[Span]:
    word = word_at(view, begin)
    if begin >= line_end or word is None or is_blocked(word.low):
        return
    name = read_name(view, begin, loose=True)
    if name is None:
        return
    if view.plain[name[1] : name[1] + 2] == ", ":
        swapped = _surname_first(view, begin, name[1], min(line_end, name[1] + 30))
        given = read_name(view, name[1] + 2)
        if swapped is None and given and is_given(view.low[given[0] : given[1]].split(" ")[0]):
            swapped = (begin, given[1]) if " " not in view.plain[name[0] : name[1]] else None
        name = swapped or name
    common = is_common(word.low) and not is_given(word.low)
    closed = (
        name[1] >= line_end
        or view.plain[name[1]] in ",;(|/\t"
        or view.plain[name[1] : name[1] + 2] == "  "
    )
    if common and not closed:
        return
    yield person_span(name, 0.92 if closed else 0.75, "person_field")
    yield from companions(view, name[1])
