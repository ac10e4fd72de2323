"""What belongs to a street address around its house number: more numbers, floor, flat, building.

The finders of streets look for name and number; this file says how far the address goes on
(", 2. OG links", " / Whg. 6", " 1/2", "/Stg. 2/Top 3") and what may stand before it ("Haus 4, ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.address_context import wrapped_start
from desktop.detect.rules.engine import LETTER, View, compiled, matches
from desktop.domain import Label, Span

_DIGITS = r"[0-9]{1,5}[a-z]?(?:[./-][0-9]{1,4}[a-z]?){0,3}"
_VALUE = rf"(?: ?{_DIGITS}| (?:[a-z](?:\.?[0-9]{{1,3}})?|[ivx]{{1,4}}))"
_ORDER = (
    r"(?:(?:[0-9]{1,2}\.? ?- ?)?[0-9]{1,2} ?"
    r"(?:\.|e|er|\xe8me|\xb0|\xba|o|st|nd|rd|th)?[\xba\xb0\xa4a-z]?[ .]?|"
    r"[ivx]{1,4}\.? |erste[rns]? |"
    r"zweite[rns]? |dritte[rns]? |vierte[rns]? |f\xfcnfte[rns]? |ground |first |second |third |"
    r"top )"
)
_FLOOR = (
    r"(?:og|ug|dg|eg|kg|zg|hg|stock(?:werk)?|stck\.?|stk\.?|st\.?|etage|et\.?|geschoss|"
    r"gescho\xdf|stiege|stg\.?|ober ?gescho(?:ss|\xdf)|"
    r"unter ?gescho(?:ss|\xdf)|boden|ebene|floor|fl\.?|bell|"
    r"\xe9tage|\xe9t\.?|piano|pi[es]o|eingang|aufgang|hinterhof|hof|t\xfcr|haus|esq\.?|izq\.?|"
    r"dcha\.?)"
)
_KEYED = (
    r"(?:top|t\xfcr|tuer|einheit|wohnungsnr\.?|"
    r"wg[ -]zi(?:\.|mmer)?|whg\.?|wohnung|wohn\.|wohneinheit|we|wg|zi\.?|"
    r"zimmer|zimmernr\.?|raum|r\.|"
    r"app\.?|apt\.?|apartment|appartement|haus|hs\.?|hausnr\.?|aufg\.?|aufgang|eingang|eing\.?|"
    r"stg\.?|stiege|block|geb\.?|geb\xe4ude|bau|tor|halle|hof|terrasse|parzelle|parz\.?|"
    r"container|stellplatz|garage|wohnbereich|station|interno|int\.?|m\.|postfach|pf\.?|"
    r"case postale|bo\xeete|bte\.?|unit|flat|suite|ste\.?|room|studio|b\xe2t\.?|"
    r"b\xe2timent|esc\.?|escalier|scala|treppe|trakt|bungalow|box|tower|turm|ebene|etage|stock|"
    r"floor|weg|gang|pforte|zugang|objekt|wohnheim|fach|bell|klingel|#|waschk\xfcche|keller|kabine|"
    r"wh\.?|door|laden|lager|rampe|apto\.?|lok\.?|m\xb2)"
)
_BARE = (
    r"(?:hochparterre|tiefparterre|parterre|part\.?|parkett|hp\.?|mezzanin|souterrain|sout\.?|"
    r"attika|remise|anbau|hths\.?|hh\.?|vh\.?|qg\.?|rg\.?|rgb\.?|r\xfcckgeb\.?|hth\.?|sfl?\.?|"
    r"nebengelass|kutscherhaus|r\xfcckseite|hinterhof|innenhof|keller|dachboden|"
    r"atelier|loft|penthouse|ph|maisonette|og|eg|ug|dg|kg|"
    r"rear(?: building| bldg| house)?|back(?:yard| building| house)?|basement|ground floor|"
    r"courtyard|rez-de-chauss\xe9e|rez|au fond|"
    r"(?:hinter|vorder|garten|r\xfcck|seiten|neben|quer|hof|mittel|eck|torwart|pf\xf6rtner|"
    r"inspektoren|gesinde|kutscher|back|bauern|forst)(?:haus|geb\xe4ude|fl\xfcgel|bau|"
    r"trakt|eingang)|"
    rf"[{LETTER}-]{{3,20}}(?:wohnung|geschoss|gescho\xdf|parterre|fl\xfcgel|eingang|zimmer|"
    r"r\xe4ume|lokal|appartement|apartment|zugang))"
)
_SIDE = (
    r"(?:(?:ganz )?(?:links|rechts|mitte|hinten|vorne?|oben|unten|li\.?|re\.?|lks\.?|rts\.?|mi\.?|"
    r"m\.|l\.|r\.|left|right|gauche|droite|dx\.?|sx\.?|im hof|hinterhaus|vorderhaus))"
)
# As Spain writes floor and door ("3\xba A", folded to "3o a"); Romania has block, stair, flat.
_DOOR = (
    r"(?:[0-9]{1,2}\.?o(?: ?-? ?(?:[a-h]|[0-9]{1,2}\.?a|centro))?|"
    r"bajo(?: [a-z])?|\xe1tico|(?:bl|sc|ap|pta|pl)\. ?(?:[a-z]|[0-9]{1,4}))"
)
_PART = (
    rf"(?:(?:{_ORDER}{_FLOOR}|{_KEYED}(?:[ .-]{{0,2}}nr\.?)?{_VALUE}|"
    rf"(?:nr|no)\.? ?{_DIGITS}|{_BARE}|{_DOOR}|"
    r"eing(?:\.|ang) r\xfcckseite|hintere[rn]? eingang)"
    rf"(?:[ ,/]{{1,2}}{_SIDE})?|{_SIDE})"
)
_SEPARATOR = r"(?: ?, ?| |/| / | - |\. ?)"
_UNIT = compiled(
    rf"(?:{_SEPARATOR}{_PART}(?:/[0-9]{{1,4}}[a-z]?)?|/ ?t\.? ?[0-9]{{1,3}}[a-z]?|"
    rf" ?\({_PART}(?:, ?{_PART})?\))",
    before=None,
)
_UNIT_LINE = compiled(
    rf"\n[ \t>|]*({_PART}(?:, {_PART}){{0,2}})[ \t,.]*\n[ \t>|]*[0-9]{{4,5}} [a-z]",
    before=None,
    after=None,
)
_MORE = compiled(
    r"(?:[a-z]| 1/[24]| bis [0-9]{1,3}[a-z]?| ?(?:bis|ter)|(?:, [0-9]{1,3}[a-z]?){2,5}|"
    r"/[a-z][0-9]{0,3}|-[a-z]| [a-z]|"
    r" ?[-+&/] ?[0-9]{1,4}[a-z]?|(?:, [0-9]{1,3}[a-z]?){0,3}"
    r"(?: und | u\. | & | \+ )[0-9]{1,3}[a-z]?)",
    before=None,
)
_UNITS_BEFORE = re.compile(
    rf"(?:^|[\s(:]|, )((?:haus|block|app\.?|apt\.?|gebäude|flat|unit|studio|suite|aufgang|halle|"
    rf"tor|trakt)(?: nr\.?)?{_VALUE}, ?(?:{_KEYED}{_VALUE}, ?)?)$"
)
_LETTER_AFTER = "abcdefghijklmnopABCDEFGHIJKLMNOP "


def whole(view: View, start: int, end: int) -> tuple[int, int]:
    """The street at ``start``..``end`` (name and house number) with all that belongs to it."""
    return head_start(view, start), tail_end(view, end)


def head_start(view: View, start: int) -> int:
    """Where the address starts whose name began on the line above, or that names a house before
    the street: "Haus 4, Am Park 1". A flat or room of its own number, as tenancies are called
    ("Whg. 14, Am Park 1"), is no part of it, but "Flat 14, 1 Park Lane" is one.
    """
    start = wrapped_start(view, start)
    near = view.before(start, 40)
    if not near.endswith((", ", ",")):
        return start
    match = _UNITS_BEFORE.search(near)
    return start - (len(near) - match.start(1)) if match else start


def tail_end(view: View, end: int) -> int:
    """Where the address ends whose house number ends at ``end``.

    The "c" of "c/o", which looks like the letter of a house number, does not count.
    """
    if view.low[end - 2 : end + 2] == " c/o":
        end -= 2
    end = _more_numbers(view, end)
    for _ in range(6):
        match = _UNIT.match(view.small, end)
        if match is None:
            break
        stop = _before_ordinal(view, match.span(1)[1], end + 1)
        unit = view.low[end:stop].lstrip(" ,.")
        if unit.startswith("geb") and unit.count(".") > 1:  # a date of birth
            break
        end = stop
    return end


def _before_ordinal(view: View, end: int, first: int) -> int:
    """Before the "/3" that is the number of a unit ("6/3. Stock"), else ``end``."""
    slash = view.plain.rfind("/", max(first, end - 4), end)
    if slash > 0 and view.plain[end : end + 1] == "." and _UNIT.match(view.small, slash):
        return slash
    return end


def find_unit_lines(view: View) -> Iterator[Span]:
    """A line of its own for floor or building, right above the postcode's line."""
    for start, end in matches(_UNIT_LINE, view.small):
        while view.plain[end - 1] in " \t\n,.":
            end -= 1
        yield Span(start, end, Label.ADDRESS, 0.8, "rule:street_unit_line")


def _more_numbers(view: View, end: int) -> int:
    """Like " 1/2", "-17", "/B", ", 6 und 8", " b" behind the number; no letter of a next word."""
    if (slash := _before_ordinal(view, end, 1)) < end:
        return slash
    for _ in range(3):
        if not view.plain[max(0, end - 2) : end].strip(_LETTER_AFTER).isdigit():
            return end
        match = _MORE.match(view.small, end)
        if match is None:
            return end
        stop = match.span(1)[1]
        added = view.plain[end:stop]
        letter = added.strip()
        alone = added[0] == " " and len(letter) == 1 and letter.isalpha()
        behind = view.plain[stop : stop + 1]
        if alone and (letter not in _LETTER_AFTER or (behind and behind in ".:)/")):
            return end
        if view.plain[stop : stop + 1] == "." and view.plain[stop + 1 : stop + 2] in " 0123456789":
            tail = view.after(stop + 1, 8).lstrip()
            if tail[:2] in ("st", "et", "og", "ob", "ug", "bo") or tail[:1].isdigit():
                return end
        end = stop
    return end
