"""Telephone, mobile and fax numbers of DE, AT, CH and abroad, with extensions.

``phonenumbers`` knows which prefixes exist; what stands behind "Tel." is taken at its word.
"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

from desktop.detect.rules.engine import LETTER, SMALL, UPPER, Recogniser, View, has_word
from desktop.detect.rules.keyed_numbers import Strength, strength_of
from desktop.detect.rules.lexicon import words
from desktop.detect.rules.names import is_common, is_given, is_surname
from desktop.domain import Label

_GAP = r"(?: ?[/.'\-] ?| )"
_GROUPS = rf"[0-9]+(?:{_GAP}[0-9]+)*"
_EXTENSION = r"(?: ?[-/] ?dw ?-?[0-9]{1,5}| ?x ?[0-9]{1,5})"
_AREA = r"\(0?[0-9]{2,5}\)"
_ABROAD = (
    rf"(?:\+|00)[1-9][0-9]{{0,2}}{_GAP}?(?:\(0\){_GAP}?)?(?:\([0-9]{{1,5}}\){_GAP}?)?{_GROUPS}"
)
_HOME = rf"(?:{_AREA}{_GAP}?{_GROUPS}|[0o] ?[1-9o][0-9]*(?:{_GAP}[0-9]+)*)"
_KEY = (
    r"(?:tel(?:efon)?(?:nummer|nr\.?|-nr\.?)?|fon|phone|telephone|mobil(?:nummer|telefon|funk)?e?|"
    r"handy(?:nummer|nr\.?|-nr\.?)?|natel|(?:tele)?fax(?:nummer|nr\.?)?|cell|mob|"
    r"rückruf(?:nummer)?|"
    r"festnetz|durchwahl|zentrale|rufnummer|erreichbar unter|whatsapp|hotline|privat|dienstlich|"
    r"fn|fx|te1|telefonisch(?: unter)?|anruf(?:en)?|"
    r"(?:ent)?stör(?:ungs)?(?:nummer|nr\.?)|"
    r"nebenstelle|nst|sms (?:an|von)|bleep|call(?: me)?(?: at| on)?)"
)
_PHONE_WORDS = (
    "tel",
    "fon",
    "mobil",
    "handy",
    "natel",
    "fax",
    "phone",
    "ruf",
    "nummer",
    "cell",
    "nr",
    "call",
    "mobile",
    "whatsapp",
    "sms",
    "erreich",
    "durchwahl",
    "dw",
    "text",
    "signal",
    "nst",
    "festnetz",
)
_PHONE_NEAR = re.compile(r"\btel|telefon|fon\b|mobil|handy|natel|\bfax|phone|\bruf|rückruf")
_NOT_PHONES = (
    "art",
    "artikel",
    "isbn",
    "ean",
    "pzn",
    "version",
    "kunden",
    "rechnung",
    "vertrag",
    "auftrag",
    "bestell",
    "serien",
    "s/n",
    "sn",
    "imei",
    "zähler",
    "konto",
    "blz",
    "ticket",
    "id",
    "referenz",
    "matr",
    "police",
    "aktenz",
    "steuer",
    "versicher",
    "beleg",
    "bon",
    "pin",
    "tan",
    "code",
    "nr.",
    "sendung",
    "mitglied",
    "abo",
    "zertifikat",
    "teil",
    "gutschein",
    "vorgang",
    "mandat",
    "artikel",
    "order",
    "chip",
    "karten",
    "kd",
    "personal",
    "matrikel",
    "kundennr",
    "gerät",
    "seriennr",
    "ref",
    "sparbuch",
    "ausweis",
    "sku",
    "part",
    "kasse",
    "lizenz",
    "iban",
    "uid",
    "ust",
    "svnr",
    "sv-nr",
)
_NEVER_PHONES = (
    "pzn",
    "isbn",
    " ean",
    "s/n",
    "serial",
    "imei",
    "chip",
    "artikel",
    "ersatz",
    "part no",
    "matrikel",
    "sparbuch",
    "sim",
    "seriennr",
    "sku",
)
_REGIONS = ("DE", "AT", "CH")


def digits_of(value: str) -> str:
    return "".join(sign for sign in value.lower().replace("o", "0") if sign.isdigit())


@lru_cache(maxsize=2048)
def is_dialable(value: str) -> bool:
    """Whether ``phonenumbers`` takes it for a possible number with a prefix that exists."""
    cleaned = value.replace("(0)", "").replace("'", " ")
    regions = ("ZZ",) if cleaned.startswith(("+", "00")) else _REGIONS
    if cleaned.startswith("00"):
        cleaned = "+" + cleaned[2:]
    for region in regions:
        try:
            number = phonenumbers.parse(cleaned, None if region == "ZZ" else region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number) or (
            region == "ZZ" and phonenumbers.is_possible_number(number)
        ):
            return True
    return False


def _last_key(head: str) -> str:
    words = head.rstrip(" :=.#(-").rsplit(None, 1)
    return words[-1] if words else ""


def _plausible(view: View, start: int, end: int) -> bool:
    """A number written without a key: neither a keyed id nor a date, and it can be dialled."""
    value = view.plain[start:end]
    digits = digits_of(value)
    if not 6 <= len(digits) <= 15 or _date_like(value):
        return False
    head = view.before(start, 26)
    if len(head) > 1 and head[-1] == " " and head[-2].isdigit():
        return False
    if has_word(head[-6:], (",", "€")) and head[-2:].strip().isdigit():
        return False
    phone_near = bool(_PHONE_NEAR.search(head))
    key = _last_key(head.rpartition("\n")[2])
    line = head.rpartition("\n")[2]
    mobile = value.startswith(("015", "016", "017", "+"))
    if not phone_near and not mobile and _announced_id(view, start, key):
        return False
    if not phone_near and (key.startswith(_NOT_PHONES) or has_word(line, _NEVER_PHONES)):
        return False
    if value.startswith("+"):
        return len(digits) >= 8
    if value.startswith("00"):
        return is_dialable(value) and (any(s in value for s in " /-(.") or phone_near)
    return len(digits) >= 7 and (is_dialable(value) or (_grouped(value) and len(digits) >= 8))


_PREFIX = re.compile(
    r"(?<!\w)(?!TEL|FAX|MOB|FON|ODER|UND|AN |VON|[A-Z] )[A-Z]{2,5} \Z|\b[ABDEKLRSU] \Z"
)


def _announced_id(view: View, start: int, key: str) -> bool:
    """Whether letters ("AK 0523 …") or a word ("Leitweg 0832 …") say that it is no telephone's."""
    if _PREFIX.search(view.plain, max(0, start - 6), start):
        return True
    return strength_of(key.strip(".,:(")) > Strength.NONE


def _grouped(value: str) -> bool:
    """Like "0531 / 80 44 217" or "(05121) 307": a number grouped as telephone numbers are."""
    head = value.lstrip("(")
    for position, sign in enumerate(head):
        if not sign.isdigit():
            return 3 <= position <= 5
    return False


def _date_like(value: str) -> bool:
    parts = value.replace("/", ".").replace("-", ".").split(".")
    return len(parts) == 3 and [len(p) for p in parts] in ([2, 2, 4], [2, 2, 2], [4, 2, 2])


def _announced_above(view: View, start: int) -> bool:
    """Of a key on the line above: it stands alone there or points down ("Mobil:", "Tel.")."""
    gap = view.before(start, 5)
    if "\n" not in gap:
        return True
    stop = start - len(gap) + gap.rindex("\n")
    line = view.low[view.line_start(stop, 60) : stop].rstrip()
    if line.endswith("isch."):  # a sentence: "nur telefonisch."
        return False
    return line.endswith((":", "tel.", "fax.", "mob.")) or all(
        len(word) < 3 or _KEY_WORD.fullmatch(word) for word in _ANY_WORD.findall(line)
    )


_SERVICE = re.compile(r"0 ?(?:800|180|900)|\+|\(?0[1-9][0-9]{1,4}\)? ?[/ -]")
_ANY_WORD = re.compile(rf"[{SMALL}]+")
_KEY_WORD = re.compile(_KEY)


def _keyed(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    if view.before(start, 3) == "fn " and value[0] not in "0+(":
        return False  # a maker's number
    if view.plain[end : end + 1] == "-" and view.plain[end + 1 : end + 2].isalnum():
        return False
    if "stör" in view.before(start, 26) and not _SERVICE.match(value):
        return False  # the fault's own number
    if value[0] not in "0o+(" and not _announced_above(view, start):
        return False
    return 3 <= len(digits_of(value)) <= 16 and not _date_like(value)


def _of_colleague(view: View, start: int, _end: int) -> bool:
    """Behind a name: "Temperatur (-12)" and "Saldo (-318)" are no telephone's."""
    bracket = view.plain.rfind("(", max(0, start - 30), start)
    words = view.before(bracket, 60).split()
    titled = words[-2:-1] in (["frau"], ["herr"], ["herrn"], ["dr."])
    low = words[-1]
    return titled or is_given(low) or (is_surname(low) and not is_common(low))


def _no_class(view: View, start: int, end: int) -> bool:
    """Behind "Kl.": an extension, where "Elif geht in die Kl. 4" means a class at school."""
    digits = digits_of(view.plain[start:end])
    head = view.before(start, 40).rpartition("kl.")[0].rpartition("\n")[2]
    if len(digits) > 2 or head.rstrip(" ,;-/(")[-1:].isdigit():
        return True
    tail = view.after(end, 24).partition("\n")[0]
    near = {word.strip(".,:;()") for word in (head + tail).split()}
    if len(digits) < 2 or int(digits) <= _CLASSES or near & _SCHOOL:
        return False
    return not head.rstrip().endswith(_CLASS_LEADS)


_CLASSES = 13  # of a school
_CLASS_LEADS = (" der", " die", " in", " von")
_SCHOOL = words("rule_words")["phones.school"]

RECOGNISERS = (
    Recogniser(
        "phone_keyed",
        Label.PHONE,
        rf"{_KEY}(?: ?\((?:g|p|privat|dienstlich|d|mobil|tagsüber|abends|home|work)\))?"
        rf"[ .:=*#_]{{0,24}}\n?[ ]{{0,4}}(?:unter |ist |lautet |is |an |auf )?"
        rf"((?:{_ABROAD}|{_AREA}{_GAP}?{_GROUPS}|[o0-9][o0-9]+(?:{_GAP}[o0-9]+)*){_EXTENSION}?)",
        0.94,
        small=True,
        accept=_keyed,
        before="a-z0-9_\xdf-\xff.-",
        after="0-9a-z_\xdf-\xff",
    ),
    Recogniser(
        "phone_letter",
        Label.PHONE,
        rf"[tmfpg](?:\.:?|:| ) ?(?:direkt |dir\. )?((?:{_ABROAD}|{_AREA}{_GAP}?{_GROUPS}|"
        rf"0{_GROUPS}){_EXTENSION}?)",
        0.93,
        small=True,
        accept=_keyed,
        before="a-z0-9_\xdf-\xff.-",
        after="0-9a-z_\xdf-\xff",
    ),
    Recogniser(
        "phone_abroad",
        Label.PHONE,
        rf"({_ABROAD}{_EXTENSION}?)",
        0.93,
        small=True,
        accept=_plausible,
        before="0-9a-z_+*.,/\\-",
        after="0-9a-z_@",
    ),
    Recogniser(
        "phone_home",
        Label.PHONE,
        rf"({_HOME}{_EXTENSION}?)",
        0.88,
        small=True,
        accept=_plausible,
        before="0-9a-z_+*.,/\\#-",
        after="0-9a-z_",
    ),
    Recogniser(
        "phone_american",
        Label.PHONE,
        r"\([2-9][0-9]{2}\) ?[2-9][0-9]{2}-[0-9]{4}|[2-9][0-9]{2}[.-][2-9][0-9]{2}[.-][0-9]{4}",
        0.85,
        before="0-9a-z_+./#-",
        after="0-9a-z_.-",
        needs="-",
    ),
    Recogniser(
        "phone_extension",
        Label.PHONE,
        r"(?:dw|durchwahl|ext(?:\.|:| )|nebenstelle|apparat|klappe) ?[:.-]? ?(-?[0-9]{1,5})",
        0.9,
        small=True,
    ),
    Recogniser(
        "phone_extension_short",
        Label.PHONE,
        r"kl\. ?[:-]? ?(-?[0-9]{1,5})",
        0.9,
        small=True,
        accept=_no_class,
        needs="kl.",
    ),
    Recogniser(
        "phone_extension_dash",
        Label.PHONE,
        r"(?:fax|telefax|f|tel\.?|t|telefon|fon)[ .:]{1,3}-([0-9]{1,4}(?: [0-9]{1,3}){0,3})",
        0.88,
        small=True,
        needs="-",
    ),
    Recogniser(
        "phone_extension_of_name",
        Label.PHONE,
        rf"[{UPPER}][{LETTER}-]{{1,30}} \((?:[^()\n,]{{2,20}}, )?-([0-9]{{2,5}})\)",
        0.92,
        accept=_of_colleague,
        after=None,
        needs="-",
    ),
    Recogniser(
        "phone_extension_with_word",
        Label.PHONE,
        r"dw ?-?[0-9]{1,5}",
        0.5,
        small=True,
    ),
    Recogniser(
        "phone_sip",
        Label.PHONE,
        r"(?:sips?|tel):(\+?[0-9]{5,15})",
        0.97,
        small=True,
        after=None,
        needs=":",
    ),
    Recogniser(
        "phone_last_digits",
        Label.PHONE,
        r"(?:handy|mobil\w*|telefon\w*|phone|rufnummer|nummer)[^\n]{0,16}(?:endet auf|endend "
        r"auf|ending(?: in)?|"
        r"endziffern?|mit der endung)[ :]{1,2}([0-9]{2,5})",
        0.85,
        small=True,
    ),
)
