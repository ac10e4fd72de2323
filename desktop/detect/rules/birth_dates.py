"""Dates of birth that only a name beside them gives away: "Ewa (2.2.70)", "Dlamini, 3.3.2003"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.detect.rules.engine import SMALL, View
from desktop.domain import Label, Span

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MON = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"((?:18|19|20)?[0-9]{2})"
_WORD = rf"[{SMALL}]{{3,9}}"
_DATE = re.compile(
    rf"(?:{_DAY}\.{_MON}\.{_YEAR}|{_DAY}\. ?{_MON}\. ?((?:19|20)[0-9]{{2}})|"
    rf"{_DAY}[/-]{_MON}[/-]{_YEAR}|{_DAY}-{_WORD}-{_YEAR}|{_MON}/{_DAY}/{_YEAR}|"
    rf"((?:19|20)[0-9]{{2}})-[01][0-9]-[0-3][0-9]|{_DAY}\.? ?{_WORD}\.? ((?:18|19|20)[0-9]{{2}})|"
    rf"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])([0-9]{{2}}))(?![\w/-]|[.:,][0-9])"
)
_GAP = re.compile(
    rf"(?:,? (?:jun|sen|jr|sr)\.?)?(?:, ?(?:[0-9]{{1,2}}[a-f]|[mwdf]|[{SMALL}]{{4,14}}))?"
    rf"(?: ?\([{SMALL}]{{3,14}}\))?(?: ?[(,;|/:-] ?| {{1,20}}|\t| ?\n ?){{1,2}}[*\"]?[ \t]{{0,20}}"
)
_BEHIND = re.compile(
    r" ?,? ?(?:um |- ?)?[0-9]{1,2}[:.][0-9]{2}|\"?[,;] ?[0-9]{2}:|.{0,3}schrieb|[ )]*uhr"
)
_OLD = 2020  # whoever is named with an earlier date was born then; later ones may be dates of mails
_NEW = 2026


def find_births(view: View, found: Iterable[Span]) -> Iterator[Span]:
    """Dates long ago right behind a person's name, and the like in brackets of any year."""
    ends = sorted({s.end for s in found if s.label is Label.PERSON and s.score >= 0.65})
    for end in ends:
        gap = _GAP.match(view.low, end, min(len(view.low), end + 60))
        if gap is None:
            continue
        date = _DATE.match(view.low, gap.end(), min(len(view.low), gap.end() + 30))
        if date is None or not _is_birth(view, gap.group(), date):
            continue
        yield Span(*date.span(), Label.DATE_OF_BIRTH, 0.93, "rule:birth_behind_person")


def _is_birth(view: View, gap: str, date: re.Match[str]) -> bool:
    year = _year(next(part for part in date.groups() if part))
    if _BEHIND.match(view.low, date.end(), date.end() + 20):
        return False
    text = date.group()
    bracket = "(" in gap and view.plain[date.end() : date.end() + 1] in ("),")
    if text.isdigit() and not ("-" in gap or view.plain[date.end() : date.end() + 1] in ("\n", "")):
        return False
    return year <= _OLD or (year < _NEW and bracket and gap.strip() == "(")


def _year(written: str) -> int:
    year = int(written)
    if year < 100:
        return year + (2000 if year < _NEW - 2000 else 1900)
    return year
