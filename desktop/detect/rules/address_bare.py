"""Streets without a number that are somebody's: lived in ("wohne selber im Amselweg"), somebody's
own ("meine Schwester in der Ulmenstr."), or right before a postcode ("Am Sägewerk, 97422 ...")."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.address_context import from_town, no_name, town_like
from desktop.detect.rules.engine import LETTER, View, compiled, matches
from desktop.detect.rules.lexicon import everyday, given_names, streets, surnames, towns, words
from desktop.domain import Label, Span

_LISTS = words("rule_words")
_ADJECTIVES = _LISTS["addresses.adjectives"]
_BARE = _LISTS["addresses.bare_streets"]
_NO_STREETS = _LISTS["addresses.no_streets"]
_HOUSES = _LISTS["addresses.houses"]
_PREPOSITIONS = _LISTS["addresses.prepositions"]
_ENDS = (
    *("straße", "strasse", "str.", "str", "gasse", "allee", "chaussee", "weg", "platz", "ufer"),
    *("promenade", "twiete", "damm", "steig", "graben", "zeile", "pl.", "gass", "ring", "markt"),
)
_PLACE_ENDS = tuple(_LISTS["addresses.weak_ends"])

_KIN = (
    r"(?:(?:schwieger|groß|stief)?(?:mutter|vater|eltern|tochter|töchter|sohn|söhne|bruder|brüder|"
    r"schwester|schwestern)n?|oma|opa|mama|papa|mutti|vati|tante|onkel|enkel(?:in)?|cousine?|"
    r"neffen?|nichte|freund(?:in)?|kollegin|kollegen?|vermieter(?:in)?|"
    r"wohnung)"
)
_INTO = r"(?:(?:in|an|auf|aus|von) (?:der|die|dem|den)|im|am|ins|zur|zum|beim)"
_WORDS = rf"(?: [{LETTER}][{LETTER}-]{{1,20}}){{0,3}}?"
_LIVED = compiled(
    rf"(?:wohn(?:e|t|en|st|haft|te|ten)?|gewohnt|leb(?:e|t|en)|gemeldet|umgezogen|gezogen|"
    rf"ziehe[nt]?){_WORDS} (?:(?:in|an|auf) de[rmn]|im|am)|wohn(?:e|t|en|haft)?",
    after=None,
)
_OWNED = compiled(rf"(?:{_KIN},?{_WORDS}|bei (?:mir|uns)) {_INTO}", after=None)
_NAME = compiled(rf" ((?:[{LETTER}][{LETTER}'.-]* ){{0,2}}[{LETTER}][{LETTER}.'-]+)", before=None)
_BEFORE_CODE = compiled(
    rf"[,:\n(>|\"] ?((?:[{LETTER}][{LETTER}'.-]* ){{0,4}}[{LETTER}][{LETTER}'.-]+)"
    r"(?: ?, ?|\n[> \t|]*| )(?:(?:DE?|AT?|CH)-)?[0-9]{4,5} [A-Z]",
    before=None,
    after=None,
)


def find_lived_streets(view: View) -> Iterator[Span]:
    """Like "wohnt allein in der Semmelweisstr.", "bei meiner Schwester in der grabenstr"."""
    for regex, sure in ((_LIVED, True), (_OWNED, False)):
        for start, end in matches(regex, view.small):
            if "nicht" in view.low[max(0, start - 8) : end]:
                continue
            if (match := _NAME.match(view.small, end)) is None:
                continue
            begin, stop = match.span(2)
            if (last := _street_end(view, begin, stop, sure)) > 0:
                yield Span(begin, last, Label.ADDRESS, 0.8, "rule:street_lived")


def _street_end(view: View, start: int, end: int, sure: bool) -> int:
    """Where the street ends whose name starts at ``start``; -1 if it is none or has a number."""
    names = view.plain[start:end].split(" ")
    for count in range(len(names), 0, -1):
        stop = start + len(" ".join(names[:count]))
        if _is_street(names[:count], sure):
            tail = view.low[stop : stop + 6].lstrip(" .,")
            if tail[:1].isdigit() or tail.startswith(("nr", "haus")):
                return -1
            return stop - (view.plain[stop - 1] in ".,-'")
    return -1


def _is_street(names: list[str], sure: bool) -> bool:
    """By its ending, the list, or what is left of it ("in der Kutenhauser"); in small letters
    only where somebody surely lives."""
    low = [name.lower() for name in names]
    if not low[-1].endswith(("str.", "pl.")):
        low[-1] = low[-1].rstrip(".")  # the sentence's
    last = low[-1]
    if no_name(last) or last.rstrip(".") in _NO_STREETS or not (sure or names[-1][0].isupper()):
        return last.endswith(_ENDS[:6]) and last not in _BARE and len(names) == 1
    if len(names) > 1:
        before = low[-2]
        fits = last in _BARE or last.endswith(_ENDS) or not everyday(last)
        led = before in _ADJECTIVES or (last in _BARE and (from_town(before) or town_like(before)))
        return (fits and led and len(names) == 2) or (
            names[0][0].isupper() and " ".join(low) in streets()
        )
    if last in _BARE or everyday(last):
        return False
    named = last.endswith(_ENDS) or (last in streets() and last not in towns())
    return named or (names[0][0].isupper() and (from_town(last) or town_like(last)))


def find_streets_before_code(view: View) -> Iterator[Span]:
    """Like "Gut Hochfeld, 83346 Bergen", "Am Sägewerk\\n97422 Schweinfurt"."""
    for start, end in matches(_BEFORE_CODE, view.folded):
        names = view.plain[start:end].split(" ")
        if _stands_for_street(names):
            yield Span(start, end, Label.ADDRESS, 0.8, "rule:street_before_code")


def _stands_for_street(names: list[str]) -> bool:
    low = [name.lower() for name in names]
    if not names[0][0].isupper() or no_name(low[-1]) or low[-1].rstrip(".") in _NO_STREETS:
        return False
    if low[0] in _HOUSES:
        return len(names) < 4
    if low[0] in _PREPOSITIONS:
        named = not everyday(low[-1]) or low[-2] in _ADJECTIVES
        return names[-1][0].isupper() and len(names) > 1 and named
    if low[0] in given_names() or len(names) > 2:
        return False
    if _is_street(names, True):
        return True
    return len(names) == 1 and low[0].endswith(_PLACE_ENDS) and low[0] not in surnames()
