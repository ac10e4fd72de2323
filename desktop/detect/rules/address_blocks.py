"""Streets that their place in the text gives away: before a postcode, in other languages."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.addresses import EXTRA, NUMBER, cut_front, strip
from desktop.detect.rules.engine import LETTER, SMALL, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import words
from desktop.domain import Label, Span

_FOREIGN = compiled(
    r"((?:rue|avenue|av\.|chemin|ch\.|route|place|boulevard|bd|quai|allée|via|viale|piazza|"
    r"corso|vicolo|calle|"
    rf"avenida|rua|praça|ul\.|ulica|al\.|plac|os\.|heol|ulice|trg|utca) (?:(?:de|del|della|"
    rf"des|du|la|le|les|das|dos|di|d')? ?[{LETTER}][{LETTER}'.-]{{1,24}} ?){{1,4}}"
    rf",? ?[0-9]{{1,4}}[a-z]?(?:/[0-9]{{1,4}})?{EXTRA})"
)


_FRENCH = compiled(
    r"([0-9]{1,4}(?: ?bis)?,? (?:rue|impasse|avenue|chemin|place|allée|boulevard|quai|route|"
    r"passage|cours) (?:(?:de|du|des|la|le|les|de la|d'|l') ?)*"
    rf"[{LETTER}][{LETTER}'-]+(?: [{LETTER}][{LETTER}'-]+)?)"
)


_ENGLISH = compiled(
    rf"((?:(?:flat|unit|apt|apartment|suite) [0-9a-z]+, (?:[a-z]+ (?:house|hall|court), "
    rf")?)?[0-9]{{1,5}}[a-z]? (?:[{UPPER}{SMALL}][{LETTER}.']{{0,20}} ){{1,4}}(?:street|st|"
    rf"road|rd|avenue|ave|lane|ln|drive|dr|court|ct|"
    rf"boulevard|blvd|way|close|crescent|cres|terrace|place|square|sq|gardens|grove|hill|row|"
    rf"mews|parkway|pkwy|y bryn)"
    rf"\.?(?: [nsew])?(?:,? (?:apt|unit|suite|ste|flat|ph|#)\.? ?[0-9a-z]{{1,5}})?)"
)


_ANY_LINE = compiled(
    rf"([{UPPER}][{LETTER}.'-]{{1,30}}(?: "
    rf"[{LETTER}][{LETTER}.'-]{{0,24}}){{0,4}} {NUMBER}{EXTRA})[ \t,]*",
    before=None,
    after=None,
)


def find_block_streets(view: View) -> Iterator[Span]:
    """Words and a number right before a postcode and place, on its line or the line above."""
    for start, _ in matches(_CODE_HERE, view.folded):
        stop = start
        while stop > 0 and view.plain[stop - 1] in " ,|\n\t>\xb7*/-":
            stop -= 1
        if start - stop > 12 or view.plain.count("\n", stop, start) > 1:
            continue
        line = max(view.plain.rfind(sign, max(0, stop - 70), stop) for sign in "\n|\xb7;:(")
        begin = _segment_start(view, max(line + 1, stop - 60, 0), stop)
        match = _ANY_LINE.match(view.folded, begin, stop)
        if match and match.span(2)[1] >= stop - 1 and _wordly(view, begin, stop):
            begin = cut_front(view, begin, stop)
            yield Span(begin, strip(view, stop), Label.ADDRESS, 0.85, "rule:street_in_block")


_CODE_HERE = compiled(rf"((?:(?:DE?|AT?|CH|L|FL)[ -])?[0-9]{{4,5}}) [{UPPER}]", after=None)


def _segment_start(view: View, begin: int, stop: int) -> int:
    """Behind the last comma that parts a name from the street, extras like ", 2. OG" kept."""
    segment = view.plain[begin:stop]
    for comma in (segment.find(", "),):
        if comma >= 0 and not any(sign.isdigit() for sign in segment[:comma]):
            begin += comma + 2
    while begin < stop and view.plain[begin] in " >|*\t-":
        begin += 1
    return begin


_NO_BLOCK = words("rule_words")["addresses.no_block"]


def _wordly(view: View, begin: int, stop: int) -> bool:
    """Not a number behind a key word or a sentence's noun."""
    first = view.low[begin:stop].split(" ")[0].rstrip(".,:")
    return "@" not in view.plain[begin:stop] and first not in _NO_BLOCK


def find_foreign_streets(view: View) -> Iterator[Span]:
    for regex, name in (
        (_FOREIGN, "street_foreign"),
        (_FRENCH, "street_french"),
        (_ENGLISH, "street_english"),
    ):
        for start, end in matches(regex, view.small):
            yield Span(start, strip(view, end), Label.ADDRESS, 0.85, f"rule:{name}")
