"""What the text around a name and a number says: is it where somebody lives or gets mail?"""

from __future__ import annotations

import re

from desktop.detect.rules.engine import LETTER, UPPER, View, compiled
from desktop.detect.rules.lexicon import common_words, towns, words

_WORDS = words("rule_words")
NO_PLACES = _WORDS["addresses.no_places"]
MONTHS = _WORDS["addresses.months"]

_FILL = (
    r"(?: (?:jetzt|nun|seit \w+|noch|aktuell|derzeit|zurzeit|wieder|hier|ja|ab \w+|momentan|"
    r"weiterhin|dort|nicht|mehr|doch|gleich|direkt|lt\.?|laut \w+|ist|lautet|war|heißt|wäre|steht|"
    r"bitte|allein|zusammen|privat|heute|geändert|neu|richtig|falsch))"
)
_HOMES = (
    r"(?:wohn(?:e|t|en|haft|st|te|ten)|gewohnt|wohn ?haft|gemeldet|zuhause|daheim|ansässig|"
    r"leb(?:e|t|en)|live[sd]?|living|residing|resident|lives|habite|hauptwohnsitz|wohnsitz|"
    r"umgezogen|ziehe[nt]?|zieht|gezogen|zügle)"
)
_PLACES = (
    r"(?:[a-zß-ÿ/-]{0,24}(?:adresse|anschrift|adrässe|adress|addresse|address|addy|stra(?:ß|ss)e|"
    r"straße/nr|indirizzo)n?(?:[ /,]{1,2}(?:und )?(?:haus)?(?:nr|nummer)\.?)?|str\.?|strasse|"
    r"(?:[a-zß-ÿ]{0,12}objekt|standort|zufahrt|einsatzort|abholort|zustellort|lieferort|"
    r"leistungsort|messstelle|abnahmestelle|verbrauchsstelle|zählpunkt|unfallort|tatort|"
    r"schadenort|baustelle|bauvorhaben|bv|treffpunkt|anwesen|grundstück|liegenschaft|weg|"
    r"wohnung|haus|immobilie|hof|laden|praxis|büro|sitz|hofstelle|street|home|registered office|"
    r"office|residence|flat|parcel|delivered|deliver|delivery|lieferung|versand|rechnung|paket|"
    r"päckchen|päckli|sendung|rückversand|zustellung|abholung|post|ware|geliefert|zugestellt|"
    r"schicken|senden|abgeben|abgegeben))"
)
_LEAD = compiled(
    rf"(?:{_HOMES}{_FILL}{{0,2}}(?: in| im| am| auf| an| bei| at| nach| i| uf| z)?(?: der| den| "
    rf"dem| die| das)?:?|{_PLACES}(?:{_FILL}{{0,2}}| \([^()\n]{{1,30}}\))?"
    rf"(?: in| im| am| an| auf| nach| to| at)?(?: der| den| dem| die| das)?"
    rf"(?:[ ]{{0,24}}[:=|]\.{{0,20}}|\.{{3,20}}:?| {{2,24}})?)[ \t]{{1,24}}",
    after=None,
)
LEAD = _LEAD
_LEAD_HERE = re.compile(
    rf"(?:^|[^{LETTER}])(?:{_HOMES}{_FILL}{{0,2}}(?: in| im| am| auf| an| bei| nach| at| i| uf| "
    rf"z)?(?: der| den| dem| die)?:?|{_PLACES}(?:{_FILL}{{0,2}}| ?\([^()\n]{{1,30}}\))?"
    r"(?: in| im| am| an| auf| nach| to)?(?: der| den| dem| die| das)?[ ]{0,9}[:=|]?)"
    r"[ \t.\"]{1,24}$"
)
_CODE_AFTER = compiled(
    rf"[ \t,|\xb7>/*-]*(?:\n[ \t>|*]*)?(?:in |bei )?(?:\(?(?:DE?|AT?|CH|L|FL)[ -])?"
    rf"[0-9]{{4,5}} [{UPPER}{LETTER}]",
    before=None,
    after=None,
)
_TOWN_AFTER = compiled(
    rf"(?:, | in | \(| \xb7 | \| | - | / )([{UPPER}][{LETTER}]{{2,24}}(?:[ -][{UPPER}]"
    rf"[{LETTER}]{{2,20}})?)",
    before=None,
)


def lead_before(view: View, start: int) -> bool:
    """A word of living, delivering or a field's key stands right before."""
    return _LEAD_HERE.search(view.before(start, 64)) is not None


def code_after(view: View, end: int) -> bool:
    """A postcode and place follow, on the line or the next one."""
    return _CODE_AFTER.match(view.folded, end) is not None


def town_after(view: View, end: int) -> bool:
    """Like ", Rostock" or " in Coswig": a place that the lists know follows."""
    match = _TOWN_AFTER.match(view.folded, end)
    if match is None:
        return False
    start, stop = match.span(2)
    name = view.low[start:stop]
    first = name.partition(" ")[0]
    return _is_town(name) or _is_town(first) or _is_town(first.partition("-")[0])


def _is_town(name: str) -> bool:
    return name in _WORDS["places.big_towns"] or (name in towns() and name not in common_words())


def town_like(word: str) -> bool:
    """Like "Schulzenhauser": an adjective as hamlets and quarters give it."""
    low = word.lower()
    return len(low) > 7 and low.endswith(_TOWN_LIKE) and low not in common_words()


_TOWN_LIKE = (
    *("dorfer", "hauser", "häuser", "heimer", "burger", "felder", "bacher", "steiner", "walder"),
    *("itzer", "brücker", "städter", "stedter", "hofer", "horster", "furter", "rather", "feldsche"),
)


def from_town(word: str) -> bool:
    """Like "Fürther", "Bremer", "Wismarsche": the adjective of a place."""
    low = word.lower()
    if low.endswith("sche") and len(low) > 7:
        return any(_is_town(low[:-cut]) for cut in (4, 5))
    if not low.endswith("er") or len(low) < 6:
        return False
    return (
        any(_is_town(low[:-2] + end) for end in ("", "en", "e"))
        or (low[-3:] == "ner" and _is_town(low[:-3] + "en"))
        or low in _OF_TOWNS
    )


_OF_TOWNS = _WORDS["addresses.of_towns"]


def opens(view: View, start: int) -> bool:
    """A line, a field or a part of a list starts here."""
    lead = view.plain[max(0, start - 2) : start]
    return not lead or lead[-1] in '\n|(;\xb7"\t' or lead in (
        ", ", ": ", "| ", "\xb7 ", "- ", "; ", "> ", "/ ", "= ", "  "
    )  # fmt: skip


def closes(view: View, end: int) -> bool:
    """A line, a field or a part of a list ends here."""
    tail = view.plain[end : end + 3]
    return not tail or tail[0] in '\n,;|)."' or tail.startswith((" |", " \xb7", " -", " (", " /"))


_MEASURE = re.compile(
    r" ?(?:€|eur|uhr|%|°|cm|mm|km|kg|kw|ml|mal|x |stk|stück|min|std|sec|sek|gb|mb|v |a |w |h |"
    r"jahre|monate|wochen|tage|stunden|minuten|sekunden|meter|m |mio|mrd|personen|artikel|"
    r"euro|cent|pfennig|prozent|punkte|zoll|volt|watt|grad|mbit|liter|l )"
)


def no_amount(view: View, end: int) -> bool:
    """The number is not the head of a decimal ("3,20"), a version, a time or an amount."""
    tail = view.low[end : end + 4]
    if tail[:1] == "-" and tail[1:].isalpha() and len(tail) == 4:  # "3-türig"
        return False
    tail = tail[:2]
    if tail[:1] in (".", ",", ":") and tail[1:].isdigit():
        return tail[0] == "," and view.plain[end + 1 : end + 6].isdigit()
    return tail[:1] != "\x80" and _MEASURE.match(view.after(end, 10) + " ") is None


def no_name(word: str) -> bool:
    """A word that numbers things rather than houses ("Gleis 5", "Seite 3"), or a month."""
    low = word.lower().rstrip(".")
    return low in NO_PLACES or low in MONTHS


# "Zurücksenden an Bergstraße 9", "vor unserem Haus Bergstraße 9": the street is one long word.
_LEADING = _WORDS["addresses.leading"]
_LED_IN = re.compile(
    r"(?:[^\n]{0,60}\b(?:an|über|ueber|in|nach|aus|für)|"
    r"[^\n]{0,40}\b(?:unser|mein|dein|ihr|sein|euer|eur)[a-z]{0,3} [a-zß-ÿ]{3,20}) "
    r"(?=[a-zß-ÿ]{3,30}(?:straße|strasse|str\.|gasse|allee|weg) )"
)


def past_lead(view: View, start: int, end: int) -> int:
    """Where the street begins behind words that only lead to it; ``start`` if there are none."""
    match = _LED_IN.match(view.low, start, end)
    if match:
        start = match.end()
    name = view.low[start:end].split(" ")
    for index in range(len(name) - 2, -1, -1):
        if name[index] in _LEADING and not name[index + 1][:1].isdigit():
            return start + len(" ".join(name[: index + 1])) + 1
    return start


_ADJECTIVES = _WORDS["addresses.adjectives"]
_BARE_STREETS = _WORDS["addresses.bare_streets"]
# "Straße der", "Karl-Liebknecht-", ", Am", ", Unter den"; a sentence may begin with "Am" as well
_CUT_NAME = re.compile(
    rf"(?:(?<![{LETTER}-])(?:[{UPPER}][{LETTER}]{{1,20}}-){{1,3}}"
    r"|\b(?:Straße|Strasse|Str\.|Platz|Allee|Promenade|Ring|Park|Weg) (?:der|des|vom|d\.)"
    rf"|(?<=[{LETTER}0-9,:;|] )(?:Am|Im|Zum|Zur|Beim|Vorm?|(?:An|Auf|In|Hinter|Vor|Unter|Bei|Über|"
    r"Zu|Neben) de[rnm]))$"
)
_CUT_ADJECTIVE = re.compile(rf"(?<![{LETTER}-])[{UPPER}][{LETTER}]{{2,20}}$")


def wrapped_start(view: View, start: int) -> int:
    """Where a street's name starts whose mail program broke its line before ``start``; else that.

    Quoted and indented lines count too: "> Straße des", "> Friedens 12".
    """
    line = view.line_start(start, 40)
    if not line or view.plain[line - 1] != "\n" or view.plain[line:start].strip(" \t>|"):
        return start
    above = view.plain[max(0, line - 64) : line - 1].rstrip(" \t\r")
    first = view.low[start : start + 24].split(" ")[0]
    found = _CUT_NAME.search(above)
    if found is None and first in _BARE_STREETS:
        found = _CUT_ADJECTIVE.search(above)
        word = found[0].lower() if found else ""
        if word not in _ADJECTIVES and not from_town(word):
            return start
    return start if found is None else max(0, line - 64) + found.start()
