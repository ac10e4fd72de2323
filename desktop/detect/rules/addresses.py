"""Streets with house number, P.O. boxes, parcel stations, Mannheim squares, streets without a
street word where a list, a name or a postcode beside them says so."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, SMALL, UPPER, Recogniser, View, compiled, matches
from desktop.detect.rules.lexicon import common_words, small_words, streets, words
from desktop.domain import Label, Span

_STRONG = (
    r"(?:stra(?:ß|ss)e|str\.|str|strasze|weg|gasse|gässchen|platz|allee|ring|damm|ufer|"
    r"chaussee|steig|stieg|zeile|pfad|graben|"
    r"promenade|twiete|gürtel|lände|kai|quai|landstr\.|siedlung|markt|deich|steige|wall|"
    r"stiege|berg)"
)


NUMBER = (
    r"(?:nr\.? ?)?[0-9OlI]{1,4}(?: ?[a-hA-H])?(?:[/\-+&][0-9]{1,4}[a-h]?)?(?:(?:/|-)"
    r"[0-9IVXivx]{1,4}){0,3}"
)


_EXTRA_UNIT = (
    r"(?:(?:[0-9]{1,2}\. ?)?(?:og|eg|ug|dg|stock|stg\.?|stiege|etage|stockwerk|obergeschoss|"
    r"obergeschoß|erdgeschoss|tür|top|whg\.?|wohnung|wg|"
    r"parterre|hinterhaus|vorderhaus|seitenflügel|hh|vh|geb\.?|gebäude|raum|zi\.?|zimmer|"
    r"apt\.?|apartment|appartement|app\.?|unit|ph|haus|suite|block)"
    r"(?: ?[0-9a-z.]{1,5})?(?: (?:rechts|links|mitte|li\.?|re\.?|m\.))?)"
)


EXTRA = rf"(?:(?:, ?| |/| - |/[0-9]\.){_EXTRA_UNIT}){{0,3}}"


_NAME_WORD = rf"[{LETTER}][{LETTER}.'-]+"


_SINGLE = rf"[{LETTER}][{LETTER}'.-]+{_STRONG}"


_STREET = compiled(
    rf"((?:{_NAME_WORD} ){{0,3}}(?:{_SINGLE}|{_STRONG}) ?{NUMBER}{EXTRA})",
    before=LETTER + "0-9_@/.-",
)


_PREPOSITION = (
    r"(?:A[mn]|AM|Im|In|Zu[mr]?|Auf|Unter|Hinter[m]?|Vor|Bei[m]?|Ob|Über|Ober|(?:An|Auf|In|"
    r"Bei|Hinter|Vor|Ober|Unter|Zu) de[rnm]|"
    r"Kleine[rs]?|Große[rs]?|Alte[rs]?|Neue[rs]?|Lange|Hohe[rs]?|Obere[rs]?|Untere[rs]?)"
)


_PREPOSED = compiled(
    rf"({_PREPOSITION} (?:(?:[{UPPER}][{LETTER}.-]+|der|den|dem) "
    rf"){{0,2}}[{UPPER}][{LETTER}.-]{{2,30}} {NUMBER}{EXTRA})",
    before=LETTER + "0-9_@/.-",
)


_POSTCODE_LINE = compiled(
    r"[> \t|*]*(?:(?:DE?|AT?|CH|L|FL)[ -])?[0-9]{4,5} [A-ZÄÖÜ]", before=None, after=None
)


_CUT_WORDS = words("rule_words")["addresses.cut_words"]


def find_streets(view: View) -> Iterator[Span]:
    """Street word and number: "Wurster Strasse 175", "Hernalser Hauptstraße 132/Stg. 2/Top 3"."""
    for start, end in matches(_STREET, view.small):
        start = _cut_nouns(view, cut_front(view, start, end), end)
        if not _counts_as_street(view, start, end):
            continue
        yield Span(start, strip(view, end), Label.ADDRESS, 0.93, "rule:street")
    for start, end in matches(_PREPOSED, view.folded):
        value = view.plain[start:end]
        if _prepositional(view, start, end, value):
            yield Span(start, strip(view, end), Label.ADDRESS, 0.85, "rule:street_preposed")


def _cut_nouns(view: View, start: int, end: int) -> int:
    """Like "Wasserschaden Ulmenring 14": a street word that is whole needs no noun before it."""
    digit = next((i for i in range(start, end) if view.plain[i].isdigit()), end)
    names = [word for word in view.plain[start:digit].split(" ") if word[:1].isalpha()]
    for index, word in enumerate(names):
        if word.lower() in _BARE_STREETS or not _WHOLE_STREET.match(word.lower().encode("latin-1")):
            continue
        for other in names[:index]:
            low = other.lower()
            if low.endswith(("er", ".", "ß")) and low not in common_words():
                return start
            if low in _PREPOSITIONS and names[index - 1].lower() in _PREPOSITIONS:
                return start
            start += len(other) + 1
        return start
    return start


_BARE_STREETS = words("rule_words")["addresses.bare_streets"]


_PREPOSITIONS = words("rule_words")["addresses.prepositions"]


_WHOLE_STREET = compiled(rf"[{SMALL}][{SMALL}'.-]+{_STRONG}", before=None, after=None)


def strip(view: View, end: int) -> int:
    while view.plain[end - 1] in " .,/-":
        end -= 1
    return end


def cut_front(view: View, start: int, end: int) -> int:
    """Leave out words before the street's own name: "in der Gartenstadtzeile 27a"."""
    digit = next((i for i in range(start, end) if view.plain[i].isdigit()), end)
    words = view.plain[start:digit].split(" ")
    position = start
    last_lower = start
    for index, word in enumerate(words[:-1]):
        following = position + len(word) + 1
        low = word.lower().rstrip(".,:")
        if (
            (low in _CUT_WORDS or _everyday(low, word))
            and not _opens_name(view, position, words[index + 1 :])
        ) or (word[:1].islower() and index and low not in _NAME_JOINERS and not _all_small(words)):
            last_lower = following
        position = following
    return min(last_lower, end)


def _everyday(low: str, word: str) -> bool:
    """A word of the sentence, in a text of capitals too."""
    if word.endswith(".") and len(low) < 4 and low not in ("st", "dr", "str"):
        return True
    return (
        low in small_words() and word[:1].isupper() and word.isupper() and low not in _NAME_JOINERS
    )


_NAME_JOINERS = words("rule_words")["addresses.name_joiners"]


def _opens_name(view: View, position: int, rest: list[str]) -> bool:
    """Like "Am Alten Markt 3" and "An der Stadtmauer 5" start with a preposition of their own."""
    return (
        view.plain[position].isupper()
        and len(rest) >= 2
        and rest[0][:1].isalpha()
        and (
            view.low[position : position + 3]
            in ("am ", "an ", "im ", "in ", "auf", "zum", "zur", "alt", "neu", "bei")
        )
    )


def _all_small(words: list[str]) -> bool:
    return all(not word[:1].isupper() for word in words)


_NO_STREETS = words("rule_words")["addresses.no_streets"]


def _counts_as_street(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    digit = next((i for i, sign in enumerate(value) if sign.isdigit()), len(value))
    name = value[:digit].rstrip(" ")
    word = name.split(" ")[-1].lower()
    if word in _NO_STREETS and " " not in name.strip():
        return False
    if not value[0].isupper() and view.plain[:200].isupper() is False and not _small_street(value):
        return False
    return not view.low[end : end + 4].lstrip().startswith(("€", "uhr", "%", "x "))


def _small_street(value: str) -> bool:
    low = value.lower()
    return any(
        word in low
        for word in ("straße", "strasse", "str.", "gasse", "allee", "lane", "weg ", "ring ")
    )


def _prepositional(view: View, start: int, end: int, value: str) -> bool:
    words = value.split(" ")
    name = [w for w in words if w[:1].isalpha()]
    if (
        not value[0].isupper()
        or len(name) < 2
        or (not name[-1][0].isupper() and not name[1][0].isupper())
    ):
        return False
    before = view.plain[max(0, start - 2) : start]
    opens = (
        start == 0
        or before[-1:] in '\n|(;\xb7,:"'
        or before in (", ", ": ", "| ", "\xb7 ", "- ", "; ")
    )
    known = " ".join(w.lower() for w in words if not w[:1].isdigit()).strip(" ,")
    lead = view.before(start, 16).rstrip()
    homely = lead.endswith(
        (
            "wohne",
            "wohnt",
            "wohnen",
            "haus",
            "adresse",
            "wohnung",
            "objekt",
            "liegenschaft",
            "steht",
        )
    )
    if name[-1].lower() in _MONTHS or name[-1].lower() in (
        "uhr",
        "punkt",
        "seite",
        "kapitel",
        "alter",
    ):
        return False
    if not opens and not homely and known not in streets():
        return False
    return (
        name[-1].lower() not in common_words()
        or known in streets()
        or _block_around(view, start, end)
    )


_MONTHS = words("rule_words")["addresses.months"]


def _block_around(view: View, _start: int, end: int) -> bool:
    """A postcode follows on the line or the next one."""
    tail = view.plain[end : end + 40].lstrip(" ,|\n\xb7>-/*")
    return bool(_POSTCODE_LINE.match(tail.encode("latin-1")))


def find_listed_streets(view: View) -> Iterator[Span]:
    """Streets without a street word, by the list: "Stau 11", "Elbchaussee 377"."""
    known = streets()
    for start, end in matches(_LISTED_NAME, view.folded):
        name_end = end
        while view.plain[name_end - 1] not in " " or not view.plain[name_end - 2].isalpha():
            name_end -= 1
            if name_end <= start + 2:
                break
        name = view.low[start : name_end - 1]
        words = name.split(" ")
        for skip in range(len(words)):
            rest = " ".join(words[skip:])
            if rest in known and (rest not in common_words()):
                begin = start + len(" ".join(words[:skip])) + (1 if skip else 0)
                if _street_place(view, begin, end):
                    yield Span(begin, strip(view, end), Label.ADDRESS, 0.8, "rule:street_listed")
                break


_LISTED_NAME = compiled(
    rf"((?:[{UPPER}][{LETTER}'.-]+ ){{0,2}}[{UPPER}][{LETTER}'.-]+ "
    rf"[0-9]{{1,3}} ?[a-h]?(?:[/-][0-9]{{1,3}}){{0,2}}{EXTRA})"
)


def _street_place(view: View, start: int, end: int) -> bool:
    lead = view.plain[max(0, start - 12) : start]
    tail = view.plain[end : end + 3]
    opens = (
        not lead
        or lead[-1] in "\n("
        or lead.endswith((", ", ": ", "| ", "\xb7 ", "im ", "der ", "am ", "in "))
    )
    closes = not tail or tail[0] in "\n,.;|)" or tail.startswith((" |", " \xb7", " in", " -", " ("))
    return (
        opens
        and closes
        and not tail.startswith((",0", ".0"))
        and not view.low[end : end + 5].lstrip().startswith(("€", "x ", "uhr"))
    )


def _square(view: View, start: int, end: int) -> bool:
    near = view.before(start, 60) + view.after(end, 40)
    return "mannheim" in near or "681" in near


ADDRESS = Label.ADDRESS


RECOGNISERS = (
    Recogniser(
        "po_box",
        ADDRESS,
        r"(?:postfach |p\.?o\.? ?box |pf\.? |case postale )"
        r"(?:nr\.? ?)?[0-9]{1,3}(?: ?[0-9]{2,3}){0,3}",
        0.95,
        small=True,
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
        "mannheim_square",
        ADDRESS,
        r"[A-U] ?[1-7] ?, ?[0-9]{1,2}[a-z]?",
        0.9,
        accept=_square,
        needs=",",
    ),
    Recogniser(
        "street_keyed",
        ADDRESS,
        r"(?m:^)[> \t|]*(?:(?i:stra(?:ß|ss)e(?:, ?(?:haus)?n(?:r|ummer)\.?|"
        r"/(?:haus)?nr\.?| ?(?:und|/|\+) ?(?:haus)?n(?:r|ummer)\.?)?|street|anschrift|"
        r"adresse|str\.?))"
        rf" ?[:=.][ .]{{0,20}}([{LETTER}0-9][{LETTER}0-9.' /-]{{2,40}} "
        rf"[0-9]{{1,4}} ?[a-h]?(?:/[0-9]{{1,3}}){{0,2}})",
        0.92,
        before=None,
    ),
    Recogniser(
        "house_number_keyed",
        ADDRESS,
        r"(?:hausnummer|hausnr\.?|haus-nr\.?)(?: ist| lautet)?[ :=]{1,3}([0-9]{1,4} ?[a-h]?)",
        0.8,
        small=True,
        needs="hausn",
    ),
    Recogniser(
        "plot",
        ADDRESS,
        r"[A-Z][a-zß-ÿ]{3,20} [A-Z][a-zß-ÿ]{3,20}, Parzelle [0-9]{1,4}",
        0.85,
        needs="parzelle",
    ),
    Recogniser(
        "street_alone",
        ADDRESS,
        rf"(?:wohn(?:e|t|en) (?:\w+ )?in der|in der|adresse|anschrift:?) "
        rf"([{UPPER}][{LETTER}-]{{2,30}}(?:straße|strasse|gasse|allee|weg))",
        0.5,
    ),
)
