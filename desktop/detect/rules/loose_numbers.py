"""Numbers that carry their sign with them: "#480218", "INC0001761", "2024-BKW-7741"."""

from __future__ import annotations

from desktop.detect.rules.engine import Recogniser, View, has_word
from desktop.detect.rules.lexicon import words as words_of
from desktop.domain import Label

ID = Label.ID_NUMBER
_GOODS = (
    "art",
    "modell",
    "typ",
    "version",
    "cve",
    "iso",
    "din",
    "en ",
    "fehler",
    "code",
    "error",
    "sku",
    "teil",
    "isbn",
    "ean",
    "rfc",
    "kb",
    "firmware",
    "fw",
    "build",
    "zeichnung",
    "ersatz",
    "nrn",
    "port",
    "anti",
    "item",
    "part",
    "event",
    "plugin",
    "release",
    "gebäude",
)
_ERRORS = words_of("id_keys")["error_prefix"]


def _not_goods(view: View, start: int, end: int) -> bool:
    value = view.low[start:end]
    if value.startswith(("cve-", "kb", "iso", "din", "rfc", "sha-", "utf-", "covid", "hms-", "x-")):
        return False
    if value.partition("-")[0] in _ERRORS:
        return False
    words = view.before(start, 18).replace("(", " ").split()
    return not any(word.startswith(_GOODS) for word in words[-2:])


def _no_short_hash(view: View, start: int, end: int) -> bool:
    """Four digits after "#" are a line, a lock or a file node unless a case stands before."""
    if end - start >= 5:
        return True
    return has_word(view.before(start, 16), _CASES) and view.plain[end : end + 1] != "*"


_CASES = ("ticket", "case", "order", "fall", "auftrag", "rechn", "invoice", "vorgang", "request")
RECOGNISERS = (
    Recogniser(
        "hash_number",
        ID,
        r"#([0-9](?:[0-9]{3,12}|[0-9-]{6,20}))",
        0.85,
        accept=_no_short_hash,
        before="0-9A-Za-z_&/#*",
        needs="#",
    ),
    Recogniser(
        "letters_dash_number",
        ID,
        r"[A-Z]{1,5}-[0-9]{5,12}(?:-[A-Z0-9]{1,8}){0,3}",
        0.75,
        accept=lambda v, s, e: _not_goods(v, s, e),
        before="0-9A-Za-z_./%-",
        needs="-",
    ),
    Recogniser(
        "gift_card",
        ID,
        r"(?:[Gg]ift ?[Cc]ards?|[Gg]utschein(?:karte|code)?|[Vv]oucher)[^\n0-9]{0,24}?[ :]"
        r"([0-9A-Z]{3,5}(?:[ -][0-9A-Z]{3,5}){2,4})",
        0.88,
    ),
    Recogniser(
        "numbered_french",
        ID,
        r"[nN](?:\xa4|o|um[eé]ro) ?(?:de |d')?(?:client|contrat|s[eé]rie|dossier|facture|"
        r"commande|police|AVS)"
        r" ?:? ?([0-9A-Z][0-9A-Z./-]{4,24})",
        0.9,
    ),
    Recogniser(
        "rfid",  # and the longer serials of certificates
        ID,
        r"[0-9A-F]{2}(?::[0-9A-F]{2}){6,31}",
        0.9,
        before="0-9A-Za-z:",
        after="0-9A-Za-z_:",
        needs=":",
    ),
    Recogniser(
        "tenant",
        ID,
        r"(?:tenant(?:[_-]?id)?|mandant(?:en[_-]?id)?)[\"']?(?: ?[:=] ?|>)[\"']?"
        r"([a-z][a-z0-9]{1,30}(?:[_-][a-z0-9]{1,30}){1,4})",
        0.9,
        small=True,
    ),
    Recogniser(
        "windows_sid", ID, r"S-1-5-21(?:-[0-9]{4,10}){3}(?:-[0-9]{3,10})?", 0.97, needs="s-1-5-21"
    ),
    Recogniser("incident", ID, r"(?:INC|REQ|RITM|CHG|TASK|CAS|CS|SR|WO|TKT)-?[0-9]{5,14}", 0.95),
    Recogniser(
        "year_code",
        ID,
        r"[A-Z]{1,5}[-/]?[A-Z]{0,4}[-/](?:19|20)[0-9]{2}[-/][0-9A-Z]{3,10}",
        0.85,
        accept=_not_goods,
        before="0-9A-Za-z_./%-",
        needs="-",
    ),
    Recogniser(
        "code_year",
        ID,
        r"(?:19|20)[0-9]{2}[-/][A-Z]{2,6}[-/][0-9]{3,10}",
        0.85,
        accept=_not_goods,
        before="0-9A-Za-z_./%-",
    ),
    Recogniser(
        "letters_dash_digits",
        ID,
        r"[A-Z]{2,6}-[0-9A-Z]{2,8}-[0-9A-Z]{2,10}(?:-[0-9A-Z]{1,10})?",
        0.55,
        accept=lambda v, s, e: _not_goods(v, s, e) and sum(map(str.isdigit, v.plain[s:e])) >= 5,
        before="0-9A-Za-z_./%-",
        needs="-",
    ),
)
