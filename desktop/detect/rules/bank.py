"""Bank accounts: IBAN (ISO 13616), BIC (ISO 9362), account number with bank code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban

from desktop.detect.rules.engine import WORD, Recogniser, View, compiled, has_word
from desktop.detect.rules.lexicon import everyday, words
from desktop.domain import Label, Span

# Length by country, from the SWIFT IBAN registry.
_LENGTHS = {pair[:2].upper(): int(pair[2:]) for pair in words("rule_words")["bank.iban_lengths"]}
# Also right behind the field number of a bank's statement file: "?31DE68…".
_START = compiled(
    rf"(?:\A|[^{WORD}]|\?[0-9]{{2}})"
    r"([A-Za-z] ?[A-Za-z][ -]?[0-9OIl] ?[0-9OIl](?:[ ./\-]{0,2}[0-9A-Za-z]){8})",
    before=None,
    after=None,
)
_SEPARATORS = " .-/\t"
_CONTEXT = (
    "iban",
    "konto",
    "bank",
    "überweis",
    "account",
    "erstatt",
    "auf ",
    "giro",
    "lastschrift",
)


def _read(view: View, start: int, length: int) -> int:
    """End of the account number of ``length`` signs that starts here, or -1."""
    taken = 0
    gap = 0
    for position in range(start, min(len(view.plain), start + 2 * length + 4)):
        sign = view.plain[position]
        if sign in _SEPARATORS:
            gap += 1
            if gap > 2:
                return -1
        elif sign.isascii() and sign.isalnum():
            gap = 0
            taken += 1
            if taken == length:
                return position + 1
        else:
            return -1
    return -1


def find_ibans(view: View) -> Iterator[Span]:
    """IBANs in any grouping: proved by the check digits, or a slip that still has the shape."""
    for start in _starts(view):
        country = view.plain[start : start + 3].replace(" ", "")[:2].upper()
        length = _LENGTHS.get(country)
        if length is None:
            continue
        end = _read(view, start, length)
        if end < 0 or view.plain[end : end + 1].isalnum():
            continue
        value = "".join(sign for sign in view.plain[start:end] if sign.isalnum())
        if iban.is_valid(value, check_country=False):
            yield Span(start, end, Label.IBAN, 1.0, "rule:iban")
        elif sum(map(str.isdigit, value)) > length * 2 // 3 and (
            has_word(view.before(start, 60), _CONTEXT) or country in ("DE", "AT", "CH")
        ):
            score = 0.96 if _is_grouped(view.plain[start:end]) else 0.85
            yield Span(start, end, Label.IBAN, score, "rule:iban_shape")


def _starts(view: View) -> Iterator[int]:
    """Where an account number may start; after a false start the next one may lie within it."""
    position = 0
    while match := _START.search(view.folded, position):
        start, _ = match.span(2)
        yield start
        position = max(start, position + 1)


def _is_grouped(value: str) -> bool:
    """Written in one piece, or in groups of four after the country."""
    groups = value.split(" ")
    return len(groups) == 1 or all(len(group) == 4 for group in groups[:-1])


def _masked(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    hidden = sum(value.count(sign) for sign in "*xX\xa4")
    return hidden >= 4 and value[:2] in _LENGTHS and value[-1] not in "*"


def _is_bic(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end].upper()
    if value[4:6] not in _BIC_COUNTRIES:
        return False
    head = view.before(start, 60)
    near = has_word(head[-24:], ("bic", "swift"))
    if not view.plain[start:end].isupper() and not (near and _written_small(view, start, end)):
        return False
    if _BEHIND_IBAN.search(head):
        return True
    after_iban = any(sign.isdigit() for sign in head[-8:]) and has_word(head, ("iban", "konto"))
    column = bool(head[-6:].strip(" ,;/(\n|")[-1:].isdigit()) and any(c.isdigit() for c in value)
    return near or after_iban or (column and value.endswith("XXX"))


def _written_small(view: View, start: int, end: int) -> bool:
    """A bank code in small letters has digits or stands right behind its key; "die BIC meiner
    Hausbank" has words there."""
    value = view.plain[start:end]
    if any(sign.isdigit() for sign in value):
        return True
    key = _BIC_KEY.search(view.low, max(0, start - 16), start)
    word = value.endswith("en") or everyday(value)  # "SWIFT abbuchen"
    return value.islower() and key is not None and not word


_BIC_KEY = re.compile(r"\b(?:bic|swift)(?:[ -]?code)?[ :=/]{1,3}\Z")
_BEHIND_IBAN = re.compile(r"\b[a-z]{2}[0-9]{2}[0-9 ]{11,30}[ ,;/|]{1,6}\Z")
_BIC_COUNTRIES = frozenset(_LENGTHS) | {"US", "CA", "AU", "JP", "CN", "IN", "ZA", "SG", "HK"}
_ACCOUNT_KEYS = (
    r"(?:bank)?konto(?:[ -]?(?:nummer|nr\.?|no\.?))?|kto\.?(?:[ -]?(?:nr\.?|nummer))?|"
    r"blz|bankleitzahl|sort ?code|routing(?: (?:no|number))?|acct?\.?(?: ?(?:no\.?|number|nr\.?))?|"
    r"account (?:no\.?|number|nr\.?)|girokonto|sparkonto|postkonto|pc-konto|postcheckkonto"
)
_NUMBER = r"[0-9](?:[ ./-]?[0-9]){4,13}"

RECOGNISERS = (
    Recogniser(
        "iban_masked",
        Label.IBAN,
        r"[A-Z]{2} ?(?:[0-9]{2}|[*xX\xa4.]{2}) ?(?:[*xX\xa4.0-9]{1,4} ?){2,8}[0-9]{2,4}",
        0.9,
        accept=_masked,
    ),
    Recogniser(
        "bic",
        Label.IBAN,
        r"[A-Za-z]{4}[A-Za-z]{2}[A-Za-z0-9]{2}(?:[A-Za-z0-9]{3})?",
        0.93,
        accept=_is_bic,
    ),
    Recogniser(
        "bic_field",  # of a bank's statement file
        Label.IBAN,
        r"\?3[0-9]([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)",
        0.93,
        check=lambda value: value[4:6] in _BIC_COUNTRIES,
        before=None,
        needs="?3",
    ),
    Recogniser(
        "account_masked",
        Label.IBAN,
        r"[a-z\xdf-\xff]{0,24}konto(?:nummer|[ -]?nr\.?)?[ :]{1,3}"
        r"((?:[*x\xb7\xa4]{2,12}[ -]?){1,4}[0-9]{3,5})",
        0.9,
        small=True,
        needs="konto",
    ),
    Recogniser(
        "account_number",
        Label.IBAN,
        rf"(?:{_ACCOUNT_KEYS})(?: ?:| =| lautet| ist| is|\.)? ?\n? ?({_NUMBER})",
        0.88,
        small=True,
    ),
    Recogniser(
        "bank_code_after_account",
        Label.IBAN,
        rf"(?:blz|bankleitzahl|sort ?code)(?: ?:| =| lautet| ist| is|\.)? ?({_NUMBER})",
        0.92,
        small=True,
    ),
    Recogniser(
        "account_british",
        Label.IBAN,
        r"sort ?code[: ]{1,3}[0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{2}[^\n0-9]{1,4}"
        r"(?:account|acc|a/c)(?: no\.?| number)?[: ]{1,3}([0-9]{8})",
        0.9,
        small=True,
        needs="sort",
    ),
    Recogniser(
        "account_before_bank_code",
        Label.IBAN,
        rf"({_NUMBER})[ ,/(]{{1,4}}(?:blz|bankleitzahl)",
        0.85,
        small=True,
        needs="b",
    ),
    Recogniser(
        "account_last_digits",
        Label.IBAN,
        r"(?:konto|iban|account|sparbuch)[^\n]{0,30}(?:endet|endend|endziffern?|endung|ending|"
        r"letzten? (?:vier|4|drei|3)(?: ziffern| stellen)?)(?: auf| in| mit| lauten)?[ :.]{1,3}"
        r"([0-9]{2,6})",
        0.85,
        small=True,
    ),
)
