"""Names that end a letter: the lines behind a closing, the signature block, the last line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, View, compiled
from desktop.detect.rules.lexicon import phrases, small_words, words
from desktop.detect.rules.names import (
    is_blocked,
    is_common,
    is_given,
    is_name_line,
    is_surname,
    read_name,
    skip_titles,
    word_at,
)
from desktop.detect.rules.places import is_town
from desktop.domain import Label, Span

_CLOSINGS = tuple(
    sorted(
        {p for line in phrases("person_words")["closing"] for p in line.split("|")},
        key=len,
        reverse=True,
    )
)
_CLOSING = compiled(
    rf"[>| \t]{{0,12}}(?:{'|'.join(map(re.escape, _CLOSINGS))})", before=None, after=LETTER
)
_LEAD = " \t>|*-\"'"
_NO_NAME_LINE = re.compile(r"[> \t|]{0,8}(?:OT|Ortsteil|Gemarkung|Haus|Block) ")
_JOIN = compiled(
    r" ?(?:,|&|und|and|/|\+|sowie|mit|u\.) ?(?:familie |der |die )?", before=None, after=None
)
_ADDRESS_LINE = compiled(
    rf"[>| \t]{{0,8}}(?:[{LETTER}][{LETTER}0-9.,' /-]{{3,50}} [0-9]{{1,4}} ?[a-h]?(?:[ "
    rf",/.-][^\n]{{0,30}})?|(?:[A-Z]{{1,2}}-)?[0-9]{{4,5}} [{LETTER}][^\n]{{2,40}})",
    before=None,
    after=None,
)


def _span(name: tuple[int, int], score: float, rule: str) -> Span:
    return Span(name[0], name[1], Label.PERSON, score, f"rule:{rule}")


def find_signatures(view: View) -> Iterator[Span]:
    """Names behind a closing formula, on its line or on the next lines."""
    lines = view.lines
    for number, (start, end) in enumerate(lines):
        if not 1 < end - start <= 90:
            continue
        match = _CLOSING.match(view.small, start, min(end + 1, len(view.small)))
        if match is None:
            continue
        stop = match.span(1)[1]
        inline = _inline_name(view, stop, end)
        yield from inline
        rest = view.plain[stop:end].strip(_LEAD)
        if rest.endswith(":") and len(rest) > 3:  # "Danke, hier die Angaben:"
            continue
        yield from _below(view, number, 1 if inline else 3)


def _inline_name(view: View, start: int, end: int) -> list[Span]:
    """Like "LG Elfi Neuwirth", "Danke, Steffi", "Schöne Grüße, Torben Ludewig aus Peine"."""
    rest = view.plain[start:end]
    for cut in (", ", " - ", " "):
        index = rest.find(cut)
        while 0 <= index < 50:
            begin = skip_titles(view, start + index + len(cut))
            from_place = view.low[start : start + index].rstrip().endswith(_FROM)
            name = (
                None if from_place else _signing(view, begin, end, first=cut == " " and not index)
            )
            if name:
                return [_span(name, 0.88, "person_closing_line"), *_joined(view, name[1], end)]
            index = rest.find(cut, index + 1)
    return []


_FROM = (" aus", " von der", " von", " vom", " from", " in", " im", " dem", " der", " den", " am")


def _signing(view: View, begin: int, end: int, *, first: bool = False) -> tuple[int, int] | None:
    word = word_at(view, begin)
    if word is None or word.start >= end or is_blocked(word.low):
        return None
    if is_common(word.low) and not is_given(word.low, sure=True):
        return None
    loose = (
        word.capital
        and not is_common(word.low)
        and (view.plain[begin - 2 : begin] == ", " or first)
    )
    name = read_name(view, begin, loose=loose)
    if name is None or name[1] > end:
        return None
    tail = view.plain[name[1] : end].strip(" .!,;:)-")
    if not tail or tail[:1] in "&/(|+<" or tail[:4].lower() in ("und ", "aus ", "von ", "mit "):
        return name
    return name if view.plain[name[1] : name[1] + 1] in ",;|(" else None


def _below(view: View, number: int, depth: int) -> Iterator[Span]:
    """Up to ``depth`` lines under the closing that are names, blank lines not counted."""
    seen = 0
    for start, end in view.lines[number + 1 : number + 6]:
        if not view.plain[start:end].strip(_LEAD):
            continue
        if _CLOSING.match(view.small, start, min(end + 1, len(view.small))):
            continue
        seen += 1
        if seen > depth:
            return
        found = list(_name_line(view, start, end, loose=seen == 1))
        yield from found
        if not found and seen > 1:
            return


def _name_line(view: View, start: int, end: int, *, loose: bool) -> Iterator[Span]:
    begin = start
    while begin < end and view.plain[begin] in _LEAD:
        begin += 1
    begin = _skip_lead(view, begin)
    begin = skip_titles(view, begin)
    word = word_at(view, begin)
    if word is None or begin >= end or is_blocked(word.low) or end - begin > 110:
        return
    if word.low in words("org_words")["lead"] or _is_date_line(view, begin, end):
        return
    if not loose and is_town(view.low[begin:end].strip(" .")):
        return
    name = _read_signature(view, begin, end, loose) or _small_signature(view, begin, end, loose)
    if name is None:
        return
    yield _span(name, 0.9 if loose else 0.82, "person_signature")
    yield from _joined(view, name[1], end)


_DATE_LINE = compiled(
    rf"([{LETTER}][{LETTER} .'/-]{{1,40}}),? (am |den |dem |im |le |l[i\xec] )?"
    rf"(?:[0-9]{{1,2}}(?:\. ?[0-9]{{1,2}}\.|\.?(?:er)? [a-z\xdf-\xff]{{3,9}}))",
    before=None,
    after=None,
)


def _is_date_line(view: View, begin: int, end: int) -> bool:
    """Like "Lienz, am 4.3.2025", "Bern, 4. März": the place and day of the letter."""
    match = _DATE_LINE.match(view.small, begin, end)
    if match is None:
        return False
    place = view.low[slice(*match.span(2))].strip()
    if is_given(place.partition(" ")[0], sure=True) and not is_town(place):
        return False
    return match.span(3)[0] >= 0 or is_town(place)


_LEADS = (
    "i. a. ",
    "i.a. ",
    "i. v. ",
    "i.v. ",
    "ppa. ",
    "gez. ",
    "ihre ",
    "ihr ",
    "deine ",
    "dein ",
    "eure ",
    "euer ",
    "für ",
    "familie ",
    "fam. ",
    "die ",
    "der ",
    "von ",
    "herr ",
    "frau ",
    "i. a.",
    "from ",
)


def _skip_lead(view: View, begin: int) -> int:
    for lead in _LEADS:
        if view.low.startswith(lead, begin):
            return begin + len(lead)
    return begin


def _read_signature(view: View, begin: int, end: int, loose: bool) -> tuple[int, int] | None:
    word = word_at(view, begin)
    if word is None:
        return None
    known = is_given(word.low) or is_surname(word.low) or word.initial
    common = is_common(word.low) and not is_given(word.low)
    name = read_name(view, begin, loose=True, single=True) or _initials(view, begin, end)
    if name is None or name[1] > end:
        return None
    tail = view.plain[name[1] : end].strip(" \t.")
    whole = not tail or tail[0] in ',(|/&+-\xb7<\xa4;:"!'
    tail_joins = tail[:4].lower() in ("und ", "mit ", "aus ", "geb.", "and ")
    if not (whole or tail_joins or tail.startswith("  ")):
        return None
    single = " " not in view.plain[name[0] : name[1]]
    if tail[:1] == "/" and single and not is_given(word.low):  # "Selbstbehalt/Franchise"
        return None
    if common and single:
        return name if loose and not tail and is_surname_like(word.low) else None
    if known or (loose and single and word.capital and not tail) or is_name_line(view, *name):
        return name
    return name if loose and not common and not _everyday(view, name) else None


def _small_signature(view: View, begin: int, end: int, loose: bool) -> tuple[int, int] | None:
    """One word in small letters alone under the closing: "lg / caro"."""
    word = word_at(view, begin)
    if word is None or not loose or word.capital or not 3 <= len(word.low) <= 14:
        return None
    alone = not view.plain[word.end : end].strip(" .!")
    if not alone or is_common(word.low) or word.low in small_words():
        return None
    return begin, word.end


def is_surname_like(low: str) -> bool:
    from desktop.detect.rules.names import is_plain_noun_name

    return is_plain_noun_name(low)


def _everyday(view: View, name: tuple[int, int]) -> bool:
    return any(is_common(part) for part in view.low[name[0] : name[1]].split())


def _initials(view: View, begin: int, end: int) -> tuple[int, int] | None:
    """Like "D. v. Rabenau", "Th. Prohaska", "T." as a signature."""
    word = word_at(view, begin)
    if word is None or not word.initial:
        return None
    rest = view.plain[word.end : end].strip()
    return (begin, word.end - 1) if not rest and word.end - begin <= 3 else None


def _joined(view: View, end: int, line_end: int) -> Iterator[Span]:
    for _ in range(5):
        joined = _JOIN.match(view.small, end, line_end)
        if joined is None or joined.span()[1] <= end:
            return
        begin = skip_titles(view, joined.span()[1])
        word = word_at(view, begin)
        if word is None or is_blocked(word.low) or (is_common(word.low) and not is_given(word.low)):
            return
        name = read_name(
            view, begin, loose=view.plain[joined.span()[0] : joined.span()[1]].strip() in "&/+"
        )
        if name is None or name[1] > line_end:
            return
        yield _span(name, 0.82, "person_joined")
        end = name[1]


def find_address_blocks(view: View) -> Iterator[Span]:
    """A name line right above a street or postcode line, and the last line of a letter."""
    lines = view.lines
    for number, (start, end) in enumerate(lines[:-1]):
        if 2 < end - start < 60 and _ADDRESS_LINE.match(view.small, *lines[number + 1]):
            if _NO_NAME_LINE.match(view.plain, start, end):  # a district or house, nobody
                continue
            begin = _first(view, start, end)
            stop = end
            while stop > begin and view.plain[stop - 1] in " ,.":
                stop -= 1
            if is_name_line(view, begin, stop):
                yield _span((begin, stop), 0.85, "person_above_address")
    yield from _last_lines(view)


def _first(view: View, start: int, end: int) -> int:
    while start < end and view.plain[start] in _LEAD:
        start += 1
    return skip_titles(view, _skip_lead(view, start))


def _last_lines(view: View) -> Iterator[Span]:
    """The last line of the text, and a short line between blanks or before a quote."""
    lines = view.lines
    for number, (start, end) in enumerate(lines):
        text = view.plain[start:end]
        if not 2 < len(text) < 70 or number == 0:
            continue
        following = (
            view.plain[lines[number + 1][0] : lines[number + 1][1]]
            if number + 1 < len(lines)
            else ""
        )
        before = view.plain[lines[number - 1][0] : lines[number - 1][1]].strip(_LEAD)
        if (
            following.strip(_LEAD)
            and not following.startswith(("--", "__", ">", "Am ", "On ", "Von:"))
            and before
        ):
            continue
        begin = _first(view, start, end)
        word = word_at(view, begin)
        if word is None or begin >= end or is_blocked(word.low):
            continue
        if _is_date_line(view, begin, end):
            continue
        name = read_name(view, begin)
        if (
            name is None
            or name[1] > end
            or (is_common(word.low) and " " not in view.plain[name[0] : name[1]])
        ):
            continue
        tail = view.plain[name[1] : end].strip(" .")
        if not tail or tail[0] in ",(|/&\xb7" or tail.lower().startswith(("und ", "geb.")):
            yield _span(name, 0.84, "person_last_line")
            yield from _joined(view, name[1], end)
