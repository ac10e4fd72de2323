"""Streets with house number: with a street word, behind a preposition ("Am Anger 3"), behind a key
or a word of living; Mannheim squares."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.address_context import (
    LEAD,
    closes,
    code_after,
    from_town,
    lead_before,
    no_amount,
    no_name,
    opens,
    past_lead,
    town_after,
)
from desktop.detect.rules.address_tails import whole
from desktop.detect.rules.engine import LETTER, SMALL, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import everyday, streets, words
from desktop.detect.rules.places import is_town
from desktop.domain import Label, Span

_LISTS = words("rule_words")
_STRONG = (
    r"(?:stra(?:ß|ss)e|str\.|str|strasze|strass|weg|gasse|gässchen|gässle|gässli|gass|platz|allee|"
    r"ring|damm|ufer|chaussee|steig|stieg|zeile|pfad|graben|promenade|twiete|gürtel|lände|kai|quai|"
    r"landstr\.|siedlung|markt|deich|steige|wall|stiege|berg|ch\.)"
)
NUMBER = (
    r"(?:(?:nr\.? ?|nummer |hausnummer |hausnr\.? ?)?[0-9]{1,4}(?: ?[a-h])?"
    r"(?:[/\-+&][0-9]{1,4}[a-h]?)?(?:(?:/|-)[0-9ivx]{1,4}){0,3}|(?:o\.|ohne) ?nr\.?)"
)
_NAME_WORD = rf"[{LETTER}][{LETTER}.'-]+"
_SINGLE = rf"[{LETTER}][{LETTER}'.-]+{_STRONG}"
_STREET = compiled(
    rf"((?:{_NAME_WORD} ){{0,3}}(?:{_SINGLE}|{_STRONG}) ?{NUMBER})",
    before=LETTER + "0-9_@/.-",
)
_PREPOSITION = (
    r"(?:a[mn]|im|in|zu[mr]?|auf|unter[m]?|hinter[m]?|vor[m]?|bei[m]?|ob|über|ober[m]?|achtern|"
    r"(?:an|auf|in|bei|hinter|vor|ober|unter|zu|über|ueber|zwischen|neben|op|aus) de[rnm]?|"
    r"kleine[rs]?|große[rs]?|alte[rs]?|neue[rs]?|lange[rs]?|hohe[rs]?|obere[rs]?|untere[rs]?|"
    r"vordere[rs]?|hintere[rs]?|innere[rs]?|äußere[rs]?|mittlere[rs]?|"
    r"(?:straße|strasse|str\.|allee|platz|promenade|ring|park|weg) (?:de[rs]|vom|d\.))"
)
_PREPOSED = compiled(
    rf"({_PREPOSITION} (?:(?:[{SMALL}][{SMALL}.-]+|der|den|dem) "
    rf"){{0,2}}[{SMALL}][{SMALL}.-]{{1,30}} {NUMBER})",
    before=LETTER + "0-9_@/.-",
)
_AFTER_LEAD = compiled(rf"((?:[{LETTER}][{LETTER}.'-]* ){{1,5}}{NUMBER})", before=None)
_TOWN_AND_STREET = compiled(
    rf"([{UPPER}][{LETTER}-]{{2,24}}) ((?:am|im|(?:an|in|auf|hinter) de[rm]|beim|zum|zur) "
    rf"[{UPPER}][{LETTER}-]{{2,24}}) [0-9]",
    before=None,
    after=None,
)
_ADJECTIVES = _LISTS["addresses.adjectives"]
_PREPOSITIONS = _LISTS["addresses.prepositions"]
_CUT_WORDS = _LISTS["addresses.cut_words"]
_BARE_STREETS = _LISTS["addresses.bare_streets"]
_WEAK_STREETS = _LISTS["addresses.weak_streets"]
_NO_STREETS = _LISTS["addresses.no_streets"]
_ABBREVIATED = _LISTS["addresses.abbreviated"]
_INTO = frozenset(
    ["in", "im", "an", "auf", "nach", "am", "to", "at", "der", "die", "den", "dem", "das"]
)
_STREET_WORDS = ("straße", "strasse", "str.", "allee", "platz", "promenade")
_SURE_ENDS = ("straße", "strasse", "str.", "str", "gasse", "allee", "chaussee", "landstr.")
_SMALL_ENDS = (*_SURE_ENDS, "weg", "platz", "ufer", "promenade", "twiete")


def find_streets(view: View) -> Iterator[Span]:
    """Street word and number: "Wurster Strasse 175", "Hernalser Hauptstraße 132/Stg. 2/Top 3"."""
    for start, end in matches(_STREET, view.small):
        start = first_word(view, start, _name_end(view, start, end))
        start = past_lead(view, start, end)
        if _counts_as_street(view, start, end):
            yield _span(view, start, end, 0.93, "street")


def find_preposed(view: View) -> Iterator[Span]:
    """Like "Am Anger 3", "Unter den Eichen 5", "wohne hinter der linde 4"."""
    for start, end in matches(_PREPOSED, view.small):
        start = past_lead(view, _inner_preposition(view, start, end), end)
        if _prepositional(view, start, end):
            yield _span(view, start, end, 0.85, "street_preposed")


def find_after_leads(view: View) -> Iterator[Span]:
    """Whatever name and number stand behind "wohne in", "Adresse:", "geliefert an"."""
    for _, begin in matches(LEAD, view.small):
        match = _AFTER_LEAD.match(view.small, begin)
        if match is None:
            continue
        end = match.span(1)[1]
        begin, town = _past_town(view, begin, end)
        if (start := _led_street(view, begin, end)) >= 0:
            if town:
                yield Span(*town, Label.LOCATION, 0.85, "rule:place_before_street")
            yield _span(view, start, end, 0.82, "street_led")


def _span(view: View, start: int, end: int, score: float, name: str) -> Span:
    start, end = whole(view, start, end)
    return Span(start, strip(view, end), Label.ADDRESS, score, f"rule:{name}")


def strip(view: View, end: int) -> int:
    while view.plain[end - 1] in " .,/-(":
        end -= 1
    return end


def _name_end(view: View, start: int, end: int) -> int:
    """Where the name ends that a number (or "o. Nr.") follows."""
    digit = next((i for i in range(start, end) if view.plain[i].isdigit()), end)
    low = view.low[start:digit]
    for key in (
        "hausnummer",
        "hausnr.",
        "hausnr",
        "nummer",
        "ohne nr",
        "o. nr",
        "o.nr",
        "nr.",
        "nr",
    ):
        if low.rstrip(" .").endswith(" " + key.rstrip(".")):
            return start + low.rstrip(" .").rfind(" " + key.rstrip("."))
    return digit


def first_word(view: View, start: int, stop: int) -> int:
    """Where the street's own name starts among the words before its street word at ``stop``."""
    names = view.plain[start:stop].rstrip(" ").split(" ")
    places = [start]
    for name in names:
        places.append(places[-1] + len(name) + 1)
    index = keep = len(names) - 1
    bare = names[-1].lower() in _BARE_STREETS
    taken, of_town = 0, False
    small = not any(name[:1].isupper() for name in names)
    while (index := index - 1) >= 0:
        word = names[index]
        low = word.lower()
        if low in _PREPOSITIONS or low in _ADJECTIVES:
            loud = word.isupper() and not opens(view, places[index])
            if (word[:1].isupper() and not loud) or low in _ADJECTIVES:
                keep = index
                if low in _ADJECTIVES:
                    continue
            break
        if low in ("der", "den", "dem", "des", "die", "de"):
            if (
                index
                and names[index - 1].lower() in _PREPOSITIONS
                and names[index - 1][0].isupper()
            ):
                keep = index - 1
            break
        if word.endswith(".") and low not in _ABBREVIATED:
            break
        proper = low.endswith("er") and len(low) > 4 and not everyday(low)
        if of_town:  # "Nachtbriefkasten Bremer Str."
            break
        of_town = proper and bare
        if not proper and not low.endswith(".") and (not bare or _cut(word, low, taken, small)):
            break
        keep = index
        taken += 1
        if not bare and not low.endswith("."):
            break
    return places[keep]


def _cut(word: str, low: str, taken: int, small: bool) -> bool:
    if low in _CUT_WORDS or (word[:1].islower() and not small):
        return True
    return everyday(low) and (taken > 0 or small)


def _counts_as_street(view: View, start: int, end: int) -> bool:
    name = view.plain[start : _name_end(view, start, end)].rstrip(" ")
    names = name.split(" ")
    last = names[-1].lower()
    number = view.plain[start + len(name) : end].strip()
    if not no_amount(view, end) or number[:1] == "0" or no_name(names[0]):
        return False
    if len(names) == 1 and (last in _NO_STREETS or last in _BARE_STREETS):
        return False
    if len(names) > 1 and last in _BARE_STREETS and not _bare_fits(view, start, end, names):
        return False
    of_town = len(names) > 1 and names[-2].lower().endswith("er") and not everyday(names[-2])
    if name[0].isupper():
        sure = last.endswith(_SURE_ENDS) or not everyday(last)
        return sure or (of_town and names[-1][0].isupper()) or _evident(view, start, end)
    if of_town and last in _BARE_STREETS:
        return last not in _WEAK_STREETS or _evident(view, start, end)
    if last.endswith(_SMALL_ENDS) and not everyday(last) and last not in _NO_STREETS:
        return len(last) > 5 or len(names) > 1
    if last in _NO_STREETS:
        return False
    return _placed(view, start, end) or (
        len(last) > 6 and not everyday(last) and _evident(view, start, end)
    )


def _bare_fits(view: View, start: int, end: int, names: list[str]) -> bool:
    """Like "Alter Markt 3" and "Karl Marx Platz 1", but not "HomeMaster Berg 3"."""
    before = names[-2].lower()
    if names[0].lower() in _PREPOSITIONS and names[0][:1].isupper():
        return True
    if everyday(before) and before not in _ADJECTIVES:
        return names[-1].lower() in _SURE_ENDS or _placed(view, start, end)
    if names[-1].lower() not in _WEAK_STREETS:
        return True
    known = from_town(before) or before in _ADJECTIVES or _placed(view, start, end)
    return known or (before.endswith("er") and _evident(view, start, end))


def _placed(view: View, start: int, end: int) -> bool:
    """A key or a word of living before it, or a postcode or place behind it."""
    if lead_before(view, start):
        return True
    _, stop = whole(view, start, end)
    return code_after(view, stop) or town_after(view, stop)


def _evident(view: View, start: int, end: int) -> bool:
    if _placed(view, start, end):
        return True
    start, stop = whole(view, start, end)
    return opens(view, start) and closes(view, stop)


def _inner_preposition(view: View, start: int, end: int) -> int:
    """Like "in Am Anger 3": the capital preposition inside starts the name."""
    names = view.plain[start : _name_end(view, start, end)].rstrip(" ").split(" ")
    position = start
    for index, word in enumerate(names[:-1]):
        low = word.lower()
        if index and word[:1].isupper() and (low in _PREPOSITIONS or low in _STREET_WORDS):
            return position
        position += len(word) + 1
    return start


def _prepositional(view: View, start: int, end: int) -> bool:
    name = view.plain[start : _name_end(view, start, end)].rstrip(" ")
    names = name.split(" ")
    last = names[-1].lower()
    known = name.lower() in streets()
    known = known or names[0].lower() in _STREET_WORDS
    if len(names) < 2 or not no_amount(view, end) or (no_name(last) and not known):
        return False
    if names[-1].endswith(".") and last not in _ABBREVIATED:
        return False
    if any(word.endswith(".") and word.lower() not in _ABBREVIATED for word in names[:-1]):
        return False
    if not name[0].isupper():
        if last.endswith(_SURE_ENDS) or names[-1][0].isupper():
            return False
        if everyday(last) and not (known and lead_before(view, start)):
            return False
        if any(
            everyday(word) and word not in _PREPOSITIONS for word in names[1:-1] if len(word) > 3
        ):
            return False
        return (known and not view.plain[end - 1].isalpha()) or (
            _placed(view, start, end) and len(last) > 2
        )
    if not names[-1][0].isupper() and not name.isupper():
        return False
    if known or _placed(view, start, end) or names[0].lower() in _STREET_WORDS:
        return True
    if _mid_sentence(view, start) and names[0].lower() in _PREPOSITIONS:
        return True
    begin, stop = whole(view, start, end)
    return opens(view, begin) and closes(view, stop) and not everyday(last)


def _mid_sentence(view: View, start: int) -> bool:
    """A capital preposition inside a sentence belongs to a name."""
    lead = view.plain[max(0, start - 12) : start]
    return len(lead) == 12 and lead[-1] == " " and lead[-2].islower() and not lead[:-2].isupper()


def _past_town(view: View, begin: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Like "wohnt in Ulm am Wehr 3": where the street begins, and the town before it. A name that
    is a town's as a whole ("Weiler am See 3") is left as it is."""
    match = _TOWN_AND_STREET.match(view.folded, begin, end)
    if match is None:
        return begin, None
    town, name = match.span(2), match.span(3)
    low = view.low[begin : name[1]]
    if not is_town(view.low[slice(*town)]) or is_town(low) or low in streets():
        return begin, None
    return town[1] + 1, town


def _led_street(view: View, begin: int, end: int) -> int:
    """Where the street starts that stands right behind a lead; -1 if it is none."""
    stop = _name_end(view, begin, end)
    name = view.plain[begin:stop].rstrip(" ")
    if not name or not no_amount(view, end) or _long_number(view, stop):
        return -1
    names = name.split(" ")
    last = names[-1].lower()
    if last.endswith(_SURE_ENDS):
        return -1
    while len(names) > 1 and names[0] in _INTO and names[-1][0].isupper():
        begin += len(names[0]) + 1
        names = names[1:]
    name = " ".join(names)
    if no_name(last) or no_name(names[0]) or last in _NO_STREETS or len(last.strip(".")) < 3:
        return -1
    if any(word.endswith(".") and word.lower() not in _ABBREVIATED for word in names):
        return -1
    if name[0].isupper():
        fits = names[-1][0].isupper() and not (everyday(last) and not _evident(view, begin, end))
        if any(w[0].islower() and w not in _PREPOSITIONS and len(w) > 3 for w in names):
            return -1
        return begin if fits and (len(names) < 4 or names[0].lower() in _PREPOSITIONS) else -1
    key = view.plain[begin - 2 : begin].strip() in (":", "=", "|")
    if any(everyday(word) and word not in _PREPOSITIONS for word in names):
        return -1
    return begin if len(names) < 4 and (key or closes(view, whole(view, begin, end)[1])) else -1


def _long_number(view: View, stop: int) -> bool:
    """Four digits or a run of groups are no house's number."""
    number = view.plain[stop : stop + 24].lstrip().split(" ")[0]
    return (number[:4].isdigit() and len(number) > 3) or number.count("-") > 1 or number[:1] == "0"


def _square(view: View, start: int, end: int) -> bool:
    near = view.before(start, 60) + view.after(end, 60)
    return "mannheim" in view.low or "681" in near


_SQUARE = compiled(r"([A-U] ?[1-7] ?, ?[0-9]{1,2}[a-z]?)")


def find_squares(view: View) -> Iterator[Span]:
    """Mannheim's squares: "Q7, 14, 3. OG"."""
    if "mannheim" not in view.low and "681" not in view.plain:
        return
    for start, end in matches(_SQUARE, view.folded):
        if _square(view, start, end):
            yield _span(view, start, end, 0.9, "mannheim_square")
