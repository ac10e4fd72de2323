"""House numbers and streets under their keys, and what stands for a street: P.O. boxes, parcel
stations, hamlets, plots."""

from __future__ import annotations

from desktop.detect.rules.address_context import no_amount
from desktop.detect.rules.engine import LETTER, SMALL, UPPER, Recogniser
from desktop.detect.rules.lexicon import everyday, words
from desktop.domain import Label

_HAMLETS = sorted(words("rule_words")["addresses.hamlets"])
ADDRESS = Label.ADDRESS
_FIELD = r"str(?:a(?:ß|ss)e)?\.?[\"']?[ \t]{0,4}[:=>]\s?[ \"']{0,2}"
_NUMBER_FIELD = (
    r"(?:[ \t]{2,8}|[\"']?[,;|&\n\t]|</[a-z_]{2,20}>)[ \t\n]{0,4}[\"'<]?"
    r"(?:haus-?)?nr\.?[\"']?[ \t]{0,4}[:=>]\s?[ \"']{0,2}"
)

RECOGNISERS = (
    Recogniser(
        "po_box",
        ADDRESS,
        r"(?:postfach |p\.?o\.? ?box |pf\.? |case postale |casella postale |postbus |postboks |"
        r"apartado )(?:nr\.? ?)?[0-9]{1,3}(?: ?[0-9]{2,3}){0,3}",
        0.91,
        small=True,
        accept=lambda v, s, e: v.low[s : s + 2] != "pf" or e - s < 12,
    ),
    Recogniser(
        "parcel_station",
        ADDRESS,
        r"(?:packstation|dhl-packstation|post-abholstation|abholstation|paketbox|"
        r"postfiliale|paketstation|paketkasten)(?: nr\.?)? ?[0-9]{1,4}"
        rf"(?:, [{SMALL}]{{3,30}} [0-9]{{1,3}})?",
        0.95,
        small=True,
    ),
    Recogniser(
        "house_number_keyed",
        ADDRESS,
        r"(?:hausnummer|hausnr\.?|haus-nr\.?)!?(?: ist| lautet)?[\"']?(?:[ :=>]{1,3}|[ :=]{0,3}\n)"
        r"[ \"']{0,2}([0-9]{1,4} ?[a-h]?)",
        0.8,
        small=True,
        needs="haus",
    ),
    Recogniser(  # where streets have no names; also a house's answer to another one's
        "house_by_number",
        ADDRESS,
        r"(?:hinter|vorder|neben|reihen)?haus nr\.? ?[0-9]{1,3} ?[a-h]?",
        0.85,
        small=True,
        needs="nr",
        accept=lambda v, _, e: no_amount(v, e),
    ),
    Recogniser(  # fields of a form: "Str.: Deichweg  Nr.: 4", "<str>Deichweg</str><nr>4</nr>"
        "house_number_field",
        ADDRESS,
        rf"{_FIELD}[^\n:=]{{3,40}}{_NUMBER_FIELD}([0-9]{{1,4}} ?[a-h]?)",
        0.8,
        small=True,
        needs="nr",
    ),
    Recogniser(
        "street_field",
        ADDRESS,
        rf"{_FIELD}([{LETTER}][{LETTER} .'-]{{2,40}}){_NUMBER_FIELD}[0-9]{{1,4}} ?[a-h]?",
        0.8,
        small=True,
        needs="nr",
        accept=lambda v, s, e: not everyday(v.low[s:e].rpartition(" ")[2]),
        trim=" ",
    ),
    Recogniser(
        "hamlet",
        ADDRESS,
        rf"(?i:{'|'.join(_HAMLETS)}) "
        rf"(?:[{UPPER}][{LETTER}-]{{1,24}}\.? ){{1,2}}[0-9]{{1,3}} ?[a-h]?",
        0.85,
        accept=lambda v, _, e: no_amount(v, e),
    ),
    Recogniser(
        "plot",
        ADDRESS,
        r"[A-Z][a-zß-ÿ]{3,20} [A-Z][a-zß-ÿ]{3,20}, Parzelle [0-9]{1,4}",
        0.85,
        needs="parzelle",
    ),
)
