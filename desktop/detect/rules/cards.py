"""Payment cards: full numbers proved by Luhn (ISO/IEC 7812), masked ones, and last digits."""

from __future__ import annotations

import re

from stdnum import luhn

from desktop.detect.rules.engine import Recogniser, View, has_word
from desktop.domain import Label

_CARD_WORDS = (
    "karte",
    "card",
    "visa",
    "master",
    "amex",
    "american express",
    "maestro",
    "girocard",
    "kredit",
    "debit",
    "bankomat",
    "apple pay",
    "google pay",
    "diners",
    "kk-",
    "zahl",
    "paid",
    "ec-",
    "v pay",
)
_MASK = r"[*xX#\xb7\xa4]"


def _luhn(value: str) -> bool:
    digits = "".join(filter(str.isdigit, value))
    known_issuer = digits[0] in "3456" or 2221 <= int(digits[:4]) <= 2720
    return known_issuer and len(set(digits)) > 2 and bool(luhn.is_valid(digits))


def _card_shape(view: View, start: int, end: int) -> bool:
    if has_word(
        view.before(start, 24),
        ("imei", "chip", "iccid", "sim", "serie", "sendung", "tracking", "ticket"),
    ):
        return False
    if _ACCOUNT_HEAD.search(view.plain, max(0, start - 6), start):
        return False  # the body of an IBAN in which a digit is wrong
    if _goes_on(view, start, end):
        return False
    digits = sum(map(str.isdigit, view.plain[start:end]))
    if digits not in (13, 14, 15, 16, 19):
        return False
    return digits >= 15 or has_word(view.before(start, 60), _CARD_WORDS)


def _goes_on(view: View, start: int, end: int) -> bool:
    """Whether a debit card's number is longer: its first 16 digits may hold by chance."""
    long = _LONG_END.match(view.plain, end) and view.plain[start] in "56"
    return bool(long) and has_word(
        view.before(start, 24), ("karte", "girocard", "maestro", "debit")
    )


_LONG_END = re.compile(r"[ .\-][0-9]{1,3}(?:[.,]?(?:[ \n]|$)|[;)])")
_ACCOUNT_HEAD = re.compile(r"[A-Z]{2}[0-9]{2} ?$")


def _masked(view: View, start: int, end: int) -> bool:
    value = view.plain[max(0, start - 24) : end].rpartition("\n")[2]
    if _of_account(view, start):
        return False
    return sum(value.count(sign) for sign in "*xX#\xb7\xa4") >= 4


def _of_account(view: View, start: int) -> bool:
    """Whether the last word that says what is numbered is an account's, no card's."""
    head = view.before(start, 60)
    account = max(head.rfind("konto"), head.rfind("iban"))
    return account > max(head.rfind(word) for word in _CARD_WORDS)


def _no_year(view: View, start: int, end: int) -> bool:
    if _of_account(view, start):
        return False
    return (
        view.after(end, 2)[:2] not in (" €", " e", ",0", ".0")
        and not view.after(end, 2)[1:2].isdigit()
    )


_NUMBER = (
    r"[2-6][0-9]{3}(?:[ .\-]?[0-9]{4}){2}[ .\-]?[0-9]{1,7}|3[0-9]{3}[ .\-]?[0-9]{6}[ "
    r".\-]?[0-9]{4,5}"
)
_KEYED_NUMBER = rf"[7-9][0-9]{{3}}(?:[ .\-]?[0-9]{{4}}){{3}}|{_NUMBER}"
# Debit cards have up to 19 digits; what follows may also be a date or an hour ("7736 12/27").
_LONG_NUMBER = r"(?:5[06-9]|6[0-9])[0-9]{2}(?:[ .\-]?[0-9]{4}){3}[ .\-]?[0-9]{1,3}"
_CARD_KEYS = (
    r"(?:karten?(?:-?nr\.?|-?nummer| nr\.?| nummer)?|card(?: number| no\.?)?|"
    r"visa(?:card| debit| card)?|master ?card|amex|"
    r"(?:maestro|giro-?card)(?:[ -]?nr\.?|[ -]?nummer)?)"
)
_ENDS = (
    r"endet|endend|endende|endziffern?|endzahl|endung|endnummer|endstellen|ending|ends|ended|"
    r"end-?nr\.?|letzten? (?:vier|4|drei|3)(?: ziffern| stellen| zahlen)?|"
    r"letzten? (?:ziffern|stellen)|last (?:four|4)(?: digits)?"
)

RECOGNISERS = (
    Recogniser(
        "card",
        Label.CREDIT_CARD,
        _NUMBER,
        0.99,
        check=_luhn,
        accept=_card_shape,
        before="0-9A-Za-z_.-",
    ),
    Recogniser(
        "card_keyed",
        Label.CREDIT_CARD,
        rf"{_CARD_KEYS}[ :.=#(]{{1,4}}({_KEYED_NUMBER})",
        0.9,
        small=True,
    ),
    Recogniser(
        "card_keyed_long",
        Label.CREDIT_CARD,
        rf"{_CARD_KEYS}[ :.=#(]{{1,4}}({_LONG_NUMBER})(?:[.,]?(?:[ \n]|\z)|[;)])",
        0.96,
        small=True,
        after=None,
    ),
    Recogniser(
        "card_masked",
        Label.CREDIT_CARD,
        rf"(?:[0-9]{{4}}(?:[ .\-]?[0-9]{{2}})?[ .\-]?)?"
        rf"(?:{_MASK}{{2,12}}[ .\-]?){{1,4}}-?[0-9]{{3,5}}",
        0.93,
        accept=_masked,
        before="0-9A-Za-z_*",
        trim=" .,;:*#\xb7\xa4-xX",
    ),
    Recogniser(
        "card_last_digits",
        Label.CREDIT_CARD,
        rf"(?:{_ENDS})(?: auf| in| mit| with| der karte| lauten| sollen| sind| waren)?"
        rf"[ :.\"(\xb7*-]{{1,5}}([0-9]{{4}})",
        0.9,
        small=True,
        context=_CARD_WORDS,
        reach=80,
        accept=_no_year,
    ),
    Recogniser(
        "card_digits_first",
        Label.CREDIT_CARD,
        r"(?:ec-?karte|karte|visa(?:card)?|master ?card|amex|bankomatkarte|girocard|card)[ "
        r":,.(*\xb7]{1,5}"
        r"([0-9]{4})[ )\]]{1,3}\(?(?:letzten?|endziffer|last)",
        0.9,
        small=True,
    ),
    Recogniser(
        "card_ellipsis",
        Label.CREDIT_CARD,
        r"(?:\(|card |karte |visa |amex )\.{1,3} ?([0-9]{4})",
        0.85,
        small=True,
        context=_CARD_WORDS,
        before=None,
        needs=".",
    ),
    Recogniser(
        "card_bullets",
        Label.CREDIT_CARD,
        r"[*\xb7\xa4.]{3,4}[ ]?([0-9]{4})",
        0.8,
        context=_CARD_WORDS,
        reach=40,
        before=None,
    ),
)
