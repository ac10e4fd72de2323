"""Number plates of Germany, Austria and Switzerland; others only after a word that says so."""

from __future__ import annotations

import re

from desktop.detect.rules.engine import Recogniser, View, has_word
from desktop.detect.rules.lexicon import common_words, small_words, words
from desktop.domain import Label

_CAR_WORDS = tuple(sorted(words("plates")["car"]))
_MOPED_WORDS = tuple(sorted(words("plates")["moped"]))
_WORD = re.compile(r"[^\W\d_]+")
_STRONG_SMALL = ("auto", "hab mit", "wagen", "kfz", "car")


def _german(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    district = "".join(_letters_first(value))
    if district not in words("plates")["de"]:
        return False
    hyphened = value[len(district) : len(district) + 1] in "-:\xb7" and " " in value
    return hyphened or has_word(view.before(start, 90), _CAR_WORDS)


def _letters_first(value: str) -> list[str]:
    found = []
    for sign in value:
        if not sign.isalpha():
            break
        found.append(sign)
    return found


def _austrian(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    district = "".join(_letters_first(value))
    known = district in words("plates")["at"]
    return known and has_word(view.before(start, 90), _CAR_WORDS)


def _swiss(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    return value[:2] in words("plates")["ch"] and has_word(view.before(start, 60), _CAR_WORDS)


def _keyed(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    if any(part.isalpha() and part.islower() and len(part) > 2 for part in value.split()):
        return False
    return any(s.isdigit() for s in value) and any(s.isalpha() for s in value)


def _small(view: View, start: int, end: int) -> bool:
    """All in small letters right behind a word of cars: "mein passat, hro ab 12"."""
    district, *rest = _WORD.findall(view.plain[start:end])
    known = district.upper() in words("plates")["de"] | words("plates")["ch"]
    if not known or not district.islower():
        return False
    if has_word(view.before(start, 24), _STRONG_SMALL):
        return True
    if district in small_words() or (len(district) < 2 and (not rest or rest[0] in small_words())):
        return False  # "golf am ab 12", "audi s um 8"
    cars = words("plates")["car"]
    return any(word in cars for word in _WORD.findall(view.before(start, 24)))


def _insured(view: View, start: int, end: int) -> bool:
    """No engine's size ("Vespa 300 GTS"); in small letters right behind the moped, and no word."""
    if int(view.plain[start : start + 3]) % 25 == 0:
        return has_word(view.before(start, 24), ("kennz", "plakette"))
    letters = view.plain[end - 3 : end]
    if letters.isupper():
        return True
    if not letters.islower() or letters in small_words() | words("plates")["no_letters"]:
        return False
    near = _WORD.findall(view.before(start, 20))
    return letters not in common_words() and near[-1:] != [] and near[-1].endswith(_MOPED_WORDS)


RECOGNISERS = (
    Recogniser(
        "plate_de",
        Label.LICENSE_PLATE,
        r"[A-ZÄÖÜ]{1,3}(?: ?[-:\xb7] ?| )[A-ZÄÖÜ]{1,2}[ \-]{0,2}[1-9][0-9]{0,3} ?[EH]?",
        0.9,
        accept=_german,
        before="0-9A-Za-z_/.\xc0-\xff-",
        after="0-9A-Za-z_/\xc0-\xff-",
    ),
    Recogniser(
        "plate_at",
        Label.LICENSE_PLATE,
        r"[A-Z]{1,2}[- ]{1,3}(?:[1-9][0-9]{1,5} ?[A-Z]{1,3}|[A-Z]{2,6} ?[0-9]{1,3})",
        0.88,
        accept=_austrian,
        before="0-9A-Za-z_/.\xc0-\xff-",
        after="0-9A-Za-z_/\xc0-\xff-",
    ),
    Recogniser(
        "plate_ch",
        Label.LICENSE_PLATE,
        r"[A-Z]{2}[- \xb7]{1,3}[1-9](?:[0-9]{0,2}[' \xb7][0-9]{3}|[0-9]{2,5})",
        0.85,
        accept=_swiss,
    ),
    Recogniser(
        "plate_keyed",
        Label.LICENSE_PLATE,
        r"(?:[a-zß-ÿ.-]{0,16}kennzeichen|vers\.-?kennz\.|versicherungsplakette|"
        r"plate|kz|kfz-kz\.?|kennz\.|kfz-kennzeichen|nummernschild|number "
        r"plate|licen[cs]e plate|"
        r"reg(?:istration)?\.? ?(?:no\.?|number|plate)|pol\. kennz\.|amtl\. kennz\.)"
        r"(?: ?[:=]| lautet| ist| is| war| meines [a-zß-ÿ]+| des [a-zß-ÿ]+:?)? (?:[a-z]{3,8} "
        r")??([0-9a-zäöü]{1,5}[ \-]{0,2}[0-9a-zäöü]{1,6}[ \-]?[0-9a-z]{0,5})",
        0.9,
        small=True,
        accept=_keyed,
    ),
    Recogniser(
        "plate_insurance",
        Label.LICENSE_PLATE,
        r"[1-9][0-9]{2}[ -](?:[A-Z]{3}|[a-z]{3})",
        0.85,
        context=_MOPED_WORDS,
        reach=50,
        accept=_insured,
    ),
    Recogniser(
        "plate_army",
        Label.LICENSE_PLATE,
        r"[YX]-[0-9]{3} ?[0-9]{3}|THW-[0-9] ?[0-9]{4}",
        0.85,
        needs="-",
    ),
    Recogniser(
        "plate_abroad",
        Label.LICENSE_PLATE,
        r"[A-Z]{2}-[0-9]{3}-[A-Z]{2}|[0-9]{2,3}-[A-Z]{1,2}-[0-9]{1,6}",
        0.85,
        context=_CAR_WORDS,
        reach=30,
        needs="-",
    ),
    Recogniser(
        "plate_uk",
        Label.LICENSE_PLATE,
        r"[A-Z]{2}[0-9]{2} ?[A-Z]{3}",
        0.85,
        context=_CAR_WORDS,
        reach=40,
    ),
    Recogniser(
        "plate_small",
        Label.LICENSE_PLATE,
        r"[a-zäöü]{1,3}[ -](?:[a-z]{1,2} [1-9][0-9]{0,3}|[1-9][0-9]{2} [0-9]{3})",
        0.85,
        small=True,
        accept=_small,
    ),
)
