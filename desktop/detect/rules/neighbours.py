"""What a sure find says of the words beside it: the place behind a street or firm, the date behind
a name, the country behind a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.detect.rules.address_abroad import country_behind, read_place_abroad
from desktop.detect.rules.engine import LETTER, UPPER, View, compiled
from desktop.detect.rules.lexicon import everyday
from desktop.detect.rules.places import is_town, read_place
from desktop.domain import Label, Span

_BEHIND = compiled(
    r"\.?(?:,? in |,? aus |, (?:in )?|,?\n[> ]{0,4}| ?[|\xb7] | )(?:ortsteil |ot )?",
    before=None,
    after=None,
)
_SMALL_TOWN = compiled(r"([a-zß-ÿ][a-zß-ÿ-]{2,24}(?: [a-zß-ÿ-]{3,20})?)", before=None)
_DISTRICT = r"(?:OT|Ortsteil|Ortschaft|Stadtteil|Gemarkung)"
_DISTRICT_NAME = rf"([{UPPER}][{LETTER}-]{{2,24}}(?: [{UPPER}][{LETTER}-]{{2,24}})?)"
_DISTRICT_BEHIND = compiled(
    rf"(?:,? | ?\(|,? ?\n[> \t]{{0,8}}| - )(?:im )?{_DISTRICT} {_DISTRICT_NAME}", before=None
)
_DISTRICT_BEFORE = re.compile(rf"\b{_DISTRICT} {_DISTRICT_NAME}(?:, ?| - | ?\n[> \t]{{0,8}})$")
_HOUSE_LINE = compiled(
    rf"[> \t|]{{0,8}}((?:Haus|Gebäude|Geb\.|Block|Wohnbereich|Station|Aufgang) "
    rf"(?:[{UPPER}][{LETTER}-]{{2,20}}|[A-Z]|[0-9]{{1,3}}[a-z]?)"
    r"(?:,? (?:Zi\.|Zimmer|App\.|Apartment|Appartement|Whg\.|Wohnung|Raum)"
    r"(?: ?Nr\.)? ?[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?)?)[ \t,]{0,4}\n",
    before=None,
    after=None,
)
_DATE_GAP = " ,-(*:;|\t"


def find_neighbours(view: View, found: Iterable[Span]) -> Iterator[Span]:
    spans = sorted(found)
    names = {span.end for span in spans if span.label is Label.PERSON and span.score >= 0.7}
    yield from _local_parts(view, spans)
    for span in spans:
        if span.label is Label.PERSON and span.score >= 0.75:
            yield from _account_behind(view, span.end)
        elif span.label is Label.ADDRESS and span.score >= 0.75:
            yield from _place_behind(view, span.end, 0.87, street=True)
            yield from _district_behind(view, span.end)
            yield from _district_before(view, span.start)
            yield from _house_above(view, span.start)
        elif span.label is Label.ORG and span.score >= 0.7:
            yield from _place_behind(view, span.end, 0.82, street=False)
        elif span.label is Label.LOCATION:
            yield from country_behind(view, span.start, span.end)
            if view.plain[span.start].isdigit():
                yield from _district_before(view, span.start)
        elif span.label is Label.DATE and (birth := _birth_of(view, span, names)):
            yield birth


_ACCOUNT = re.compile(r" ?\(@?([a-z][a-z0-9._-]*[0-9_.][a-z0-9._-]*)[),]")


def _account_behind(view: View, end: int) -> Iterator[Span]:
    """Like "Thuy Linh Tran (st180031)"."""
    if (match := _ACCOUNT.match(view.plain, end, end + 44)) and "@" not in match.group(1):
        yield Span(match.start(1), match.end(1), Label.USERNAME, 0.82, "rule:username_behind_name")


_STANDING = re.compile(r"[\w@./-]+")


def _local_parts(view: View, spans: list[Span]) -> Iterator[Span]:
    """The local part of an address that stands alone elsewhere is an account name."""
    locals_ = {
        view.plain[span.start : span.end].partition("@")[0]
        for span in spans
        if span.label is Label.EMAIL
    }
    wanted = {local for local in locals_ if len(local) >= 5 and not local.isalpha()}
    if not wanted:
        return
    # One pass over the text, however many addresses it holds.
    for match in _STANDING.finditer(view.plain):
        if match.group() in wanted:
            yield Span(*match.span(), Label.USERNAME, 0.85, "rule:username_local_part")


def _place_behind(view: View, end: int, score: float, *, street: bool) -> Iterator[Span]:
    match = _BEHIND.match(view.small, end)
    if match is None:
        return
    begin = match.span()[1]
    gap = view.plain[end:begin]
    if gap == " " and not street:
        return
    place = read_place(view, begin)
    if place is None and street and ("," in gap or "\n" in gap):
        place = read_place_abroad(view, begin)
        score = 0.92 if place and not everyday(_town(view, *place)) else score
    if place is None and street:
        place = _small_town(view, begin)
    if place is None or not _ends_well(view, place[1]):
        return
    yield Span(*place, Label.LOCATION, score, "rule:place_behind")
    yield from country_behind(view, *place)


def _district_behind(view: View, end: int) -> Iterator[Span]:
    """Like "Ulmenweg 3 (Ortsteil Birk)": whatever the name, the word before says that it is one."""
    if match := _DISTRICT_BEHIND.match(view.folded, end):
        first, last = match.span(2)
        yield Span(first, last, Label.LOCATION, 0.92, "rule:district")


def _district_before(view: View, start: int) -> Iterator[Span]:
    """Like "Ortsteil Birk, Ulmenweg 3", "OT Birk" above the postcode's line."""
    if match := _DISTRICT_BEFORE.search(view.plain, max(0, start - 64), start):
        yield Span(*match.span(1), Label.LOCATION, 0.92, "rule:district")


def _house_above(view: View, start: int) -> Iterator[Span]:
    """Like "Haus Ahorn, Zimmer 12" on the line above the street's."""
    line = view.line_start(start, 40)
    if line < 2 or view.plain[line - 1] != "\n" or view.plain[line:start].strip(" \t>|"):
        return
    if match := _HOUSE_LINE.match(view.folded, view.line_start(line - 1, 70), line):
        first, last = match.span(2)
        yield Span(first, last, Label.ADDRESS, 0.86, "rule:house_above_street")


def _town(view: View, start: int, end: int) -> str:
    """The first word with letters of a place and its code."""
    parts = view.low[start:end].split(" ")
    return next((part for part in parts if part.isalpha()), "")


def _small_town(view: View, begin: int) -> tuple[int, int] | None:
    if match := _SMALL_TOWN.match(view.folded, begin):
        start, end = match.span(2)
        for stop in (end, start + view.plain[start:end].find(" ")):
            if stop > start and is_town(view.low[start:stop]):
                return start, stop
    return None


def _ends_well(view: View, end: int) -> bool:
    return view.plain[end : end + 1] not in "@_0123456789" or end >= len(view.plain)


def _birth_of(view: View, span: Span, names: set[int]) -> Span | None:
    """Like "Kaya, Hatice - 01.05.1972": a date right behind a name, years ago."""
    digits = list(view.plain[span.start : span.end].replace("/", ".").replace("-", ".").split("."))
    year = next((int(part) for part in digits if len(part) == 4 and part.isdigit()), 0)
    if not 1900 <= year <= 2016:
        return None
    before = span.start
    while before > 0 and span.start - before < 40 and view.plain[before - 1] in _DATE_GAP:
        before -= 1
    if before < span.start and before in names:
        return Span(span.start, span.end, Label.DATE_OF_BIRTH, 0.93, "rule:birth_behind_name")
    return None
