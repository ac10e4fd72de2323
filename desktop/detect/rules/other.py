"""What identifies without a label of its own: parcels, positions, wireless names, host names."""

from __future__ import annotations

import re

from desktop.detect.rules.engine import SMALL, Recogniser, View, has_word
from desktop.detect.rules.lexicon import words
from desktop.domain import Label

OTHER = Label.OTHER
_PARCEL_WORDS = (
    "sendung",
    "paket",
    "dhl",
    "tracking",
    "ups",
    "hermes",
    "gls",
    "dpd",
    "fedex",
    "post",
    "einschreiben",
    "parcel",
    "shipment",
    "päckchen",
    "lieferung",
    "zustell",
    "awb",
    "barcode",
    "beleg",
    "nummer",
)
_HOST_WORDS = (
    "host",
    "server",
    "rechner",
    "pc",
    "computer",
    "notebook",
    "laptop",
    "maschine",
    "node",
    "client",
    "relay",
    "from",
    "quelle",
    "gerätename",
    "hostname",
    "pc-name",
    "druckserver",
    "workstation",
    "dc",
    "auf",
)


def _near_parcel(view: View, start: int, end: int) -> bool:
    return has_word(view.before(start, 60), _PARCEL_WORDS) or has_word(
        view.after(end, 24), ("dhl", "ups")
    )


def _near_host_word(view: View, start: int, _end: int) -> bool:
    return has_word(view.before(start, 18), _HOST_WORDS)


def _position(view: View, _start: int, end: int) -> bool:
    return not view.after(end, 3).lstrip().startswith(("€", "eur", "%"))


def _no_measure(view: View, _start: int, end: int) -> bool:
    """No length of a thing ("Länge 12,5000 m")."""
    return not re.match(r" ?(?:[a-z]?m|zoll|in|ft|km|%)\b", view.low[end : end + 6])


_HOST = rf"[{SMALL}0-9_-]{{1,40}}(?:\.[{SMALL}0-9-]{{1,40}}){{1,5}}"


def _customer_host(view: View, start: int, end: int) -> bool:
    """A machine of the customer's, none that a provider offers to all: its mail or name server."""
    name = view.low[start:end]
    first = name.partition(".")[0].rstrip("0123456789")
    if name.endswith(_PROVIDERS) or name.replace(".", "").isdigit() or first in _SERVICES:
        return False
    return not name.endswith((".php", ".log", ".exe", ".txt", ".pdf", ".dll", ".js", ".html"))


def _customer_site(view: View, start: int, end: int) -> bool:
    first = view.low[start:end].partition(".")[0]
    path = view.after(end, 1) in ("/", "@", "(", "\\") or view.before(start, 3) == "://"
    return not path and first not in _SITE_NAMES and _customer_host(view, start, end)


_PROVIDERS = tuple("." + name for name in words("rule_words")["other.providers"])
_SERVICES = words("rule_words")["other.services"]
_SITE_NAMES = words("rule_words")["web.site_names"]


_SEP = r"[ :=\"'(]{1,4}(?:heißt |ist |lautet |is |heisst )?[\"'(]?"

_METERS = tuple(words("rule_words")["other.meters"])
_METER_HEAD = re.compile(r"\b(?:de|at|ch)[ -]?[0-9][0-9 -]{9,16}\Z")
_COUNTRIES = "(?:de|at|ch|cn|nl|gb|us|fr|it|es|pl|cz|be|se|dk|hu|li|lu)"


def _no_other_number(view: View, start: int, end: int) -> bool:
    """Twenty digits, but of no health card, SIM or metering point."""
    near = view.before(start, 40)
    if has_word(near.rpartition("\n")[2], _METERS) or _METER_HEAD.search(near):
        return False
    card = has_word(near, ("karte", "sim", "iccid", "ehic", "kennnummer", "versicher", "card"))
    return not (card and view.plain[start:end].startswith(("80", "89", "70")))


RECOGNISERS = (
    Recogniser(
        "parcel_dhl",
        OTHER,
        r"00340[0-9 ]{10,20}|0034(?: [0-9]{4}){4}|JJ?D[0-9]{12,20}|JVGL[0-9]{16}|"
        r"(?:JJ?D|JD[0-9]{2,4}|JVGL)(?: ?[0-9]{4}){3,4}|[0-9]{20}",
        0.95,
        accept=_no_other_number,
        before="0-9A-Za-z_",
    ),
    Recogniser(
        "parcel_ups",
        OTHER,
        r"1Z ?[0-9A-Z]{3} ?[0-9A-Z]{3} ?[0-9]{2} ?[0-9A-Z]{4} ?[0-9A-Z]{4}",
        0.97,
        needs="1z",
    ),
    Recogniser(
        "parcel_upu",
        OTHER,
        rf"[a-z]{{2}} ?(?:[0-9]{{2}} ?[0-9]{{3}} ?[0-9]{{3}} ?[0-9]|"
        rf"[0-9]{{3}} [0-9]{{3}} [0-9]{{3}}|[0-9]{{4}} [0-9]{{4}}(?: [0-9]{{1,2}})?) ?{_COUNTRIES}",
        0.95,
        small=True,
    ),
    Recogniser(
        "host_of_share",
        OTHER,
        r"\\\\([0-9A-Za-z][0-9A-Za-z._-]{1,40})",
        0.92,
        before="0-9A-Za-z\\\\",
        after="0-9A-Za-z_",
        accept=lambda v, s, e: not v.plain[s:e].replace(".", "").isdigit(),
        needs="\\\\",
    ),
    Recogniser(
        "machine_by_windows", OTHER, r"(?:DESKTOP|LAPTOP)-[0-9A-Z]{5,8}", 0.95, needs="top-"
    ),
    Recogniser("parcel_swiss", OTHER, r"9[0-9]\.[0-9]{2}\.[0-9]{6}\.[0-9]{8}", 0.98, needs="."),
    Recogniser(
        "parcel_keyed",
        OTHER,
        r"(?:(?:paket|sendungs|tracking|parcel|shipment|fracht|versand|"
        r"sendungsverfolgungs)[- ]?"
        r"(?:nummer|nr\.?|no\.?|number|id|code)|tracking|sendung|paket|sdg\.?-?nr\.?|awb|"
        r"(?:dhl|dpd|gls|hermes|ups|fedex)[ -]{1,2}"
        r"(?:paketschein(?:nummer|-?nr\.?)?|nummer|nr\.?|id))"
        r"(?: ?[:#=(]| lautet| ist| nummer| nr\.)?[ "
        r"]{0,3}((?:[a-z]{0,4}[0-9][0-9a-z-]{7,30}|[0-9]{2,6}(?: [0-9]{2,6}){2,6}))",
        0.95,
        small=True,
    ),
    Recogniser("parcel_number", OTHER, r"[0-9]{12,20}|H[0-9]{15}", 0.8, accept=_near_parcel),
    Recogniser(
        "position",
        OTHER,
        r"-?[0-9]{1,2}\.[0-9]{4,8}\xa4? ?[NS]?(?:, ?|; ?| / ?| |/)"
        r"-?[0-9]{1,3}\.[0-9]{4,8}\xa4?(?: ?[EWO])?",
        0.95,
        accept=_position,
        before="0-9A-Za-z_.-",
        after="0-9A-Za-z_",
        needs=".",
    ),
    Recogniser(
        "position_field",
        OTHER,
        r"(?:lat|lng|lon|long|latitude|longitude|breite|breitengrad|länge|längengrad)"
        r"[\"'>:= ]{1,4}(-?[0-9]{1,3}[.,][0-9]{4,15})",
        0.95,
        small=True,
        accept=_no_measure,
    ),
    Recogniser(
        "position_comma",
        OTHER,
        r"[0-9]{1,2},[0-9]{4,8}\xa4? ?[NS]?[,;/ "
        r"]{1,3}[0-9]{1,3},[0-9]{4,8}\xa4? ?[EWO]?",
        0.9,
    ),
    Recogniser(
        "position_degrees",
        OTHER,
        r"[0-9]{1,2}(?:\xa4|o| ?grad)"
        r" ?[0-9]{1,2}['\xa4] ?(?:[0-9]{1,2}(?:[.,][0-9]+)?[\"'\xa4]{1,2})? ?[NS][ "
        r",/]{1,3}"
        r"[0-9]{1,3}(?:\xa4|o| ?grad)"
        r" ?[0-9]{1,2}['\xa4] ?(?:[0-9]{1,2}(?:[.,][0-9]+)?[\"'\xa4]{1,2})? ?[EWO]",
        0.95,
    ),
    Recogniser(
        "wireless_name",
        OTHER,
        rf"(?:ssid|wlan-?name|netzwerkname|wlan|wifi|wi-fi|netz)(?: heißt| heisst| "
        rf"name| ist)?{_SEP}"
        rf"([{SMALL}0-9_][{SMALL}0-9_.!-]{{3,32}})",
        0.75,
        small=True,
        accept=lambda v, s, e: _odd_name(v, s, e),
    ),
    Recogniser(
        "host_internal",
        OTHER,
        rf"{_HOST}\.(?:local|lan|intern|internal|corp|localdomain|fritz\.box|ad)",
        0.9,
        small=True,
        accept=_customer_host,
        needs=".",
    ),
    Recogniser(
        "host_keyed",
        OTHER,
        rf"(?:hostname|host|server|servername|rechnername|rechner|pc-name|"
        rf"computername|gerätename|druckserver|"
        rf"reporting-mta: dns;|received: from|depth=0, cn=|terminalserver|mail system "
        rf"at host){_SEP}({_HOST}|[a-z]{{2,12}}-?[a-z0-9]{{0,12}}-?[0-9]{{1,4}})",
        0.8,
        small=True,
        accept=_customer_host,
    ),
    Recogniser(
        "machine_keyed",
        OTHER,
        r"(?:[hH]ostname|[hH]ost|HOST|[rR]echner|[cC]omputer|[lL]aptop|[nN]otebook|PC|"
        r"PC-Name|proxy|[sS]erver|SERVER|node)[ :=]{1,3}"
        r"([A-Za-z0-9]{2,15}(?:-[A-Za-z0-9]{1,15}){1,4})",
        0.78,
        accept=lambda v, s, e: any(c.isdigit() for c in v.plain[s:e]),
    ),
    Recogniser(
        "host_numbered",
        OTHER,
        rf"(?:[{SMALL}-]{{1,24}}[0-9]{{1,4}})(?:\.[{SMALL}0-9-]+){{1,4}}\.(?:de|at|ch|"
        rf"com|net|org|example|intern|local|lan|eu)",
        0.75,
        small=True,
        accept=_customer_host,
        before="0-9a-z_@/.-",
        needs=".",
    ),
    Recogniser(
        "host_named",
        OTHER,
        rf"[{SMALL}0-9][{SMALL}0-9-]{{1,40}}(?:\.[{SMALL}0-9][{SMALL}0-9-]{{1,40}}){{1,3}}\."
        rf"(?:de|at|ch|com|net|org|eu|io|example)",
        0.7,
        small=True,
        accept=_customer_site,
        before="0-9a-z_@/.:=-",
        needs=".",
    ),
    Recogniser(
        "machine_name",
        OTHER,
        r"[A-Z]{2,10}(?:-[A-Z0-9]{2,10}){0,2}-(?:[A-Z]{2,6}[0-9]{0,3}|[0-9]{2,4})",
        0.7,
        accept=_near_host_word,
    ),
)


def _odd_name(view: View, start: int, end: int) -> bool:
    """A network's own name: quoted, or written as no word is."""
    value = view.plain[start:end]
    quoted = view.plain[start - 1 : start] in "\"'"
    odd = any(s.isdigit() or s == "_" for s in value) or any(s.isupper() for s in value[1:])
    pointed = view.plain[max(0, start - 2) : start] in (": ", "= ")
    named = (
        "name" in view.before(start, 12)
        or "hei" in view.before(start, 8)
        or "ssid" in view.before(start, 8)
    )
    return (
        (odd and (pointed or quoted or named))
        or (quoted and named)
        or ("hei" in view.before(start, 8) and odd)
    )
