"""Streets as English, French, Italian, Spanish, Portuguese and Polish write them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.address_context import no_amount
from desktop.detect.rules.address_tails import whole
from desktop.detect.rules.addresses import strip
from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, has_word, matches
from desktop.detect.rules.lexicon import either, words
from desktop.domain import Label, Span

_WORDS = words("rule_words")
_BEFORE = _WORDS["addresses.foreign_before"]
_BEHIND_NUMBER = _WORDS["addresses.french_behind_number"]
_ROADS = _WORDS["addresses.english_roads"]
_HOUSES = _WORDS["addresses.english_houses"]
_FLATS = _WORDS["addresses.english_flats"]
_FOREIGN = compiled(
    rf"((?:{either(_BEFORE)}) (?:(?:de|del|della|dello|dei|degli|delle|"
    rf"des|du|la|le|les|das|dos|do|da|di|d'|ai|al|alla|aux?|au|op|y)? ?[{LETTER}][{LETTER}'.-]"
    rf"{{1,24}} ?){{1,4}},? ?(?:n[o°]?\.? ?)?[0-9]{{1,4}}"
    r"(?:[a-z]| ?bis| ?ter)?(?:/[0-9]{1,4}[a-z]?)?)"
)
_FRENCH = compiled(
    rf"([0-9]{{1,4}}(?: ?(?:bis|ter))?,? (?:{either(_BEHIND_NUMBER)}) "
    r"(?:(?:de|du|des|la|le|les|de la|d'|l'|aux?) ?)*"
    rf"[{LETTER}][{LETTER}'-]+(?: [{LETTER}][{LETTER}'-]+)?)"
)
_BEHIND_WORDS = _WORDS["addresses.foreign_behind"]
_ROAD = rf"(?i:{either(_ROADS)})"
_WORD = rf"[{UPPER}][{LETTER}.']{{0,20}}"
_HOUSE = rf"(?:(?:[Tt]he )?(?:{_WORD} ){{0,3}}(?i:{either(_HOUSES)}))"
_FLAT = (
    r"(?:(?i:block [A-Z0-9], )?(?i:[0-9]{1,2}(?:st|nd|rd|th) floor, )|"
    rf"(?i:(?:{either(_FLATS)})) [0-9]{{1,4}}(?:\.[0-9]{{1,3}})?[A-Za-z]?, "
    r"|(?i:rear of |back of ))"
)
_ENGLISH = compiled(
    rf"((?:{_FLAT})?(?:{_HOUSE}, )?[0-9]{{1,5}}[a-zA-Z]?(?: ?- ?[0-9]{{1,4}}[a-zA-Z]?)? "
    rf"(?:[NSEW][EW]? )?(?:{_WORD} ){{1,3}}{_ROAD}\b"
    r"\.?(?: [NSEW][EW]?\b)?(?:,? (?:(?i:apt|unit|suite|ste|flat|ph|room|rm)\.? ?|#)"
    r"[0-9A-Za-z]{1,5})?)"
)
_NAMED = compiled(
    rf"((?:{_FLAT}{_HOUSE}(?:, (?:[0-9]{{1,4}}[a-z]? )?(?:{_WORD} ){{1,2}}{_ROAD}\b)?|"
    rf"{_HOUSE}, (?:{_WORD} ){{1,2}}{_ROAD}\b|{_FLAT}(?:{_WORD} ){{1,3}}{_ROAD}\b))"
)
_BEHIND_NAME = compiled(
    rf"((?:{_WORD} ){{1,3}}(?:{either(_BEHIND_WORDS)})[ ,.]{{1,2}}(?i:no[.:] ?)?"
    r"[0-9]{1,4}(?:/?[a-zA-Z])?)"
)
_HEOL = compiled(rf"([0-9]{{1,4}} Heol(?: [{LETTER}]+){{1,3}})", after=None)

# Without one of them the patterns cannot match; looking for them first is cheap.
_FRENCH_KEYS = tuple(f"{word} " for word in _BEHIND_NUMBER)
_FOREIGN_KEYS = tuple(f"{word} " for word in _BEFORE)
_BEHIND_KEYS = tuple(f" {word}" for word in _BEHIND_WORDS)
_HOUSE_KEYS = (*_HOUSES, *_FLATS, " floor, ", "rear of ", "back of ")
_ENGLISH_KEYS = tuple("0123456789")


def find_foreign_streets(view: View) -> Iterator[Span]:
    """Streets with number that need no German street word."""
    for regex, name, data, keys in (
        (_FOREIGN, "street_foreign", view.small, _FOREIGN_KEYS),
        (_FRENCH, "street_french", view.small, _FRENCH_KEYS),
        (_ENGLISH, "street_english", view.folded, _ENGLISH_KEYS),
        (_NAMED, "street_named", view.folded, _HOUSE_KEYS),
        (_BEHIND_NAME, "street_foreign", view.folded, _BEHIND_KEYS),
        (_HEOL, "street_english", view.folded, ("heol ",)),
    ):
        if not has_word(view.low, keys):
            continue
        for start, end in matches(regex, data):
            value = view.plain[start:end]
            if not any(sign.isupper() for sign in value[1:]) or _sentence(value):
                continue
            if name == "street_foreign" and not no_amount(view, end):
                continue
            first, stop = whole(view, start, end)
            yield Span(first, strip(view, stop), Label.ADDRESS, 0.86, f"rule:{name}")


def _sentence(value: str) -> bool:
    """A full stop behind a long word ends a sentence, not a street's abbreviation."""
    return any(word.endswith(".") and len(word) > 5 for word in value.split(" ")[:-1])
