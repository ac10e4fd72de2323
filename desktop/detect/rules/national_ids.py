"""Numbers that states, insurers, makers and grids issue: proved by a checksum where there is one,
else by a shape that nothing else has, or by a shape near its word."""

from __future__ import annotations

import re

from stdnum import imei
from stdnum.at import uid as at_uid
from stdnum.at import vnr as at_vnr
from stdnum.ch import esr
from stdnum.ch import ssn as ch_ssn
from stdnum.ch import uid as ch_uid
from stdnum.de import idnr, vat

from desktop.detect.rules.engine import Recogniser, View, has_word
from desktop.domain import Label

_WEIGHTS_RVNR = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


def compact(value: str) -> str:
    return "".join(sign for sign in value if sign.isalnum()).upper()


def _digit_sum(number: int) -> int:
    return sum(map(int, str(number)))


def is_rvnr(value: str) -> bool:
    """German pension insurance number: 12 signs, last a weighted digit sum (VKVV § 4)."""
    number = compact(value)
    if (
        len(number) != 12
        or not number.isascii()
        or not number[8].isalpha()
        or not number[8].isascii()
    ):
        return False
    digits = number[:8] + f"{ord(number[8]) - 64:02d}" + number[9:11]
    if not digits.isdigit() or not number[11].isdigit():
        return False
    total = sum(_digit_sum(int(d) * w) for d, w in zip(digits, _WEIGHTS_RVNR, strict=True))
    return total % 10 == int(number[11])


def is_kvnr(value: str) -> bool:
    """German health insurance number: letter and nine digits, the last by weights 1 and 2."""
    number = compact(value)
    if (
        len(number) != 10
        or not number.isascii()
        or not number[0].isalpha()
        or not number[1:].isdigit()
    ):
        return False
    digits = f"{ord(number[0]) - 64:02d}" + number[1:9]
    total = sum(_digit_sum(int(d) * (1 + i % 2)) for i, d in enumerate(digits))
    return total % 10 == int(number[9])


def is_document_number(value: str) -> bool:
    """German identity card or passport number with its check digit (ICAO 9303 weights 7 3 1)."""
    number = compact(value)
    if len(number) != 10 or not number.isascii() or not number[9].isdigit():
        return False
    total = sum(int(sign, 36) * (7, 3, 1)[i % 3] for i, sign in enumerate(number[:9]))
    return total % 10 == int(number[9])


def is_market_location(value: str) -> bool:
    """German MaLo-ID: eleven digits, the last by the BDEW scheme (odd once, even twice)."""
    number = compact(value)
    if len(number) != 11 or not number.isascii() or not number.isdigit() or number[0] == "0":
        return False
    odd, even = sum(map(int, number[0:10:2])), sum(map(int, number[1:10:2]))
    return (10 - (odd + 2 * even) % 10) % 10 == int(number[10])


def is_vin(value: str) -> bool:
    """Vehicle identification number: 17 signs without I, O, Q, letters first, digits last."""
    number = compact(value)
    return sum(map(str.isdigit, number)) >= 5 and number[13:].isdigit() and number[:1].isalnum()


def _ssn(value: str) -> bool:
    return bool(ch_ssn.is_valid(value))


def _swiss_uid(value: str) -> bool:
    return bool(ch_uid.is_valid(compact(value)[:12]))


def _austrian_ssn(value: str) -> bool:
    number = compact(value)
    return (bool(at_vnr.is_valid(number)) and 1 <= int(number[6:8]) <= 12) or (
        bool(at_vnr.is_valid(number)) and int(number[4:6]) <= 31
    )


def _imei(value: str) -> bool:
    number = compact(value)
    return len(number) == 15 and bool(imei.is_valid(number)) and number[0] in "013489"


def _qr_reference(value: str) -> bool:
    number = compact(value)
    return len(number) == 27 and bool(esr.is_valid(number))


def _tax_id(value: str) -> bool:
    return bool(idnr.is_valid(compact(value)))


def _german_vat(value: str) -> bool:
    return bool(vat.is_valid(compact(value)))


def _austrian_vat(value: str) -> bool:
    return bool(at_uid.is_valid(compact(value)))


def _mixed(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    return any(s.isdigit() for s in value) and any(s.isalpha() for s in value)


def _vin_shape(view: View, start: int, end: int) -> bool:
    """A maker's three signs (ISO 3780) and its model hold letters; a parcel's H and digits not."""
    return _mixed(view, start, end) and sum(map(str.isalpha, view.plain[start:end])) >= 3


def _document_context(view: View, start: int, end: int) -> bool:
    return _mixed(view, start, end) and has_word(view.before(start, 40), _DOCUMENT_WORDS)


_DOCUMENT_WORDS = (
    "ausweis",
    "pass",
    "perso",
    "dokument",
    "führerschein",
    "aufenthalt",
    "id-kart",
    "reisepa",
    "fuehrerschein",
    "document",
    "id card",
    "identity",
)
_RVNR = r"[0-9]{2} ?[0-9]{6} ?[A-Za-z] ?[0-9]{2} ?[0-9]"
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

_CASE_FILE = (
    r"(?:[0-9]{1,3} [A-Z][A-Za-z]{0,3} )?[0-9]{1,3} [A-Z][A-Za-z]{0,4}(?: [A-Z])? "
    r"[0-9]{1,5}/[0-9]{2,4}"
)


def _uuid_of_somebody(view: View, start: int, _end: int) -> bool:
    """Class ids of the registry stand in braces behind a backslash; they name no one."""
    return view.before(start, 2)[-2:] not in ("\\{", "/{") and "clsid" not in view.before(start, 12)


_CASE_LAW = re.compile(r"\b(?:bgh|olg|lg|bag|bsg|bfh|bverfg|ovg|vgl\.?|urteil|kg|eugh)\b[^.\n]*\Z")


def _no_case_law(view: View, start: int, _end: int) -> bool:
    """Judgements of higher courts are quoted for everybody; a file has "Az." before it."""
    head = view.before(start, 26)
    return "az" in head[-12:] or not _CASE_LAW.search(head)


def _own_groups(view: View, start: int, _end: int) -> bool:
    """Not the end of a longer number."""
    return not view.plain[max(0, start - 2) : start].strip()[-1:].isdigit()


def _unbroken_or_digits(view: View, start: int, end: int) -> bool:
    """Between blanks, words in capitals look like the letters of a metering point."""
    value = view.plain[start:end]
    return value.isalnum() or sum(map(str.isdigit, value)) >= 24


def _passport_context(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    digits = sum(map(str.isdigit, value))
    return 2 <= digits <= 7 and has_word(view.before(start, 200), _DOCUMENT_WORDS)


ID = Label.ID_NUMBER
PROVED = (
    Recogniser(
        "ahv", ID, r"756[. ]?[0-9]{4}[. ]?[0-9]{4}[. ]?[0-9]{2}", 1.0, check=_ssn, needs="756"
    ),
    Recogniser(
        "svnr_at",
        ID,
        r"[1-9][0-9]{3}[ /\-]?[0-9]{6}",
        0.95,
        check=_austrian_ssn,
        context=("sv", "vnr", "versicherung", "soz"),
    ),
    Recogniser("rvnr", ID, _RVNR, 0.99, check=is_rvnr),
    Recogniser("kvnr", ID, r"[A-Za-z] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}", 0.98, check=is_kvnr),
    Recogniser(
        "tax_id",
        ID,
        r"[1-9][0-9](?:[ /]?[0-9]{3}){3}",
        0.96,
        check=_tax_id,
        before="0-9A-Za-z_/.+-",
    ),
    Recogniser("vat_de", ID, r"DE ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}", 0.99, check=_german_vat),
    Recogniser("vat_at", ID, r"ATU ?[0-9]{8}", 0.99, check=_austrian_vat, needs="atu"),
    Recogniser(
        "uid_ch",
        ID,
        r"CHE[- ]?[0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}",
        1.0,
        check=_swiss_uid,
        needs="che",
    ),
    Recogniser(
        "document_de",
        ID,
        r"[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8} ?[0-9]",
        0.93,
        check=is_document_number,
        accept=_mixed,
    ),
    Recogniser(
        "malo",
        ID,
        r"[1-9][0-9]{10}",
        0.9,
        check=is_market_location,
        context=("malo", "markt", "lokation"),
    ),
    Recogniser(
        "imei",
        ID,
        r"[0-9]{2}[ \-]?[0-9]{6}[ \-]?[0-9]{6}[ \-]?[0-9]|[0-9]{15}",
        0.96,
        check=_imei,
        before="0-9A-Za-z_.-",
    ),
    Recogniser("qr_reference", ID, r"[0-9]{2}(?: ?[0-9]{5}){5}", 0.99, check=_qr_reference),
)
SHAPED = (
    Recogniser("uid_ch_shape", ID, r"CHE[- ]?[0-9]{3}[. ][0-9]{3}[. ][0-9]{3}", 0.97, needs="che"),
    Recogniser(
        "vat_shape",
        ID,
        r"(?:DE ?[0-9]{9}|ATU ?[0-9]{8})",
        0.9,
        context=("ust", "uid", "vat", "mwst", "umsatz", "steuer"),
    ),
    Recogniser("rvnr_shape", ID, r"[0-9]{2} ?[0-3][0-9][01][0-9]{3} ?[A-Z] ?[0-9]{3}", 0.9),
    Recogniser(
        "kvnr_shape",
        ID,
        r"[a-z] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}",
        0.88,
        small=True,
        context=("vers", "kv", "kranken", "karte", "tk", "aok", "barmer", "kasse"),
    ),
    Recogniser(
        "document_shape", ID, r"[A-Z0-9]{9,10}|[A-Z] ?[0-9]{7}", 0.85, accept=_document_context
    ),
    Recogniser(
        "passport_shape",
        ID,
        r"[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}",
        0.83,
        accept=_passport_context,
    ),
    # the European health card: 80, the country (CH, DE, AT), the insurer, the card
    Recogniser("health_card", ID, r"80(?:756|276|040) ?(?:[0-9] ?){15}", 0.99, needs="80"),
    Recogniser(
        "iccid",
        ID,
        r"89(?: ?[0-9]){17,18}",
        0.99,
        context=("sim", "iccid"),
        reach=30,
        needs="89",
    ),
    Recogniser(
        "svnr_at_shape",
        ID,
        r"[1-9][0-9]{3} {1,2}(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}",
        0.85,
        accept=_own_groups,
    ),
    Recogniser(
        "codice_fiscale",
        ID,
        r"[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]",
        0.97,
    ),
    Recogniser("bahncard", ID, r"7081 ?[0-9]{4} ?[0-9]{4} ?[0-9]{4}", 0.97, needs="7081"),
    Recogniser(
        "ni_number",
        ID,
        r"[A-CEGHJ-PR-TW-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]|QQ ?(?:[0-9]{2} ?){3}[A-D]",
        0.93,
    ),
    Recogniser("vat_at_shape", ID, r"ATU ?[0-9]{8}", 0.95, needs="atu"),
    Recogniser("creditor_id", ID, r"(?:DE|AT|CH)[0-9]{2}[A-Z0-9]{3}[0-9]{11}", 0.96),
    Recogniser("meter", ID, r"[1-9] ?[A-Z]{3} ?[0-9]{2} ?[0-9]{4} ?[0-9]{4}", 0.97),
    Recogniser(
        "metering_point",
        ID,
        r"(?:DE|AT|CH)(?:[ -]?[0-9]){11}(?:[ -]?[A-Z0-9]){20}",
        0.98,
        accept=_unbroken_or_digits,
    ),
    Recogniser("gateway", ID, r"E[A-Z]{3}[0-9]{10}", 0.93),
    Recogniser("vin", ID, r"[A-HJ-NPR-Z0-9]{17}", 0.9, check=is_vin, accept=_vin_shape),
    Recogniser("uuid", ID, _UUID, 0.9, small=True, accept=_uuid_of_somebody, needs="-"),
    Recogniser("qr_reference_shape", ID, r"[0-9]{2}(?: [0-9]{5}){5}", 0.96),
    Recogniser("oto", ID, r"[A-Z]\.[0-9]{3}\.[0-9]{3}\.[0-9]{3}(?:\.[0-9X])?", 0.95, needs="."),
    Recogniser(
        "tax_number",
        ID,
        r"[0-9]{2,3} ?/ ?[0-9]{3,4} ?/ ?[0-9]{4,5}",
        0.88,
        before="0-9A-Za-z_/+-",
        needs="/",
    ),
    Recogniser(
        "register",
        ID,
        r"(?:HR ?[AB]|GnR|VR|FN|ZVR(?:-Zahl)?)(?:[ -]?Nr\.?|-Nummer)?[ :]{1,3}"
        r"([0-9]{3,10} ?[a-z]?)",
        0.95,
    ),
    Recogniser("mandate", ID, r"(?:MREF|MNDT|MANDAT|SEPA)[-_/][A-Z0-9][A-Z0-9/_-]{3,30}", 0.93),
    Recogniser("marktstamm", ID, r"(?:S[EN][EBAL]|ABR)[0-9]{12}|SEE[0-9]{11}", 0.95),
    Recogniser("ssn_us", ID, r"[0-9]{3}-[0-9]{2}-[0-9]{4}", 0.9, needs="-"),
    Recogniser(
        "case_file",
        ID,
        rf"{_CASE_FILE}[a-z]?",
        0.93,
        accept=_no_case_law,
        needs="/",
    ),
    Recogniser(
        "case_file_checked",  # Austrian courts: a check letter behind a blank, then the end
        ID,
        rf"({_CASE_FILE} [a-z])(?:[.,;:)\n-]| -|\z)",
        0.94,
        accept=_no_case_law,
        after=None,
        needs="/",
    ),
    Recogniser(
        "register_named",
        ID,
        r"(?i:firmenbuch(?:nummer|nr\.?|zahl)?)[ :]{1,3}(FN ?[0-9]{3,6} ?[a-z])",
        0.97,
    ),
    Recogniser(
        "prefixed",
        ID,
        r"(?:usr|user|cus|cust|cand|trip|sp|dev|acct|acc|ord|inv|tkt|req|txn|"
        r"u|id|prod|sub|pi|ch|evt|org|ws|tenant)_[0-9A-Za-z]{6,40}",
        0.85,
        before="0-9A-Za-z_/\\\\.-",
        accept=_mixed,
        needs="_",
    ),
)
RECOGNISERS = PROVED + SHAPED
