"""Employers, schools, clubs and small firms: by legal form, by trade word, by field.

The recipient's own brand and the big firms that mail is about are nobody's employer here; a short
list names the most frequent (``resources/detect/org_words.txt``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import either, everyday, given_names, words
from desktop.domain import Label, Span

_FORM = (
    r"(?:(?:g?GmbH|GMBH|AG|UG|SE) ?& ?Co\.? ?(?:KG|OHG)(?:aA)?|g?GmbH(?: i\. ?G\.)?|GMBH|"
    r"gmbh|Ges\.m\.b\.H\.?|GesmbH|mbH|AG|KG|"
    r"OHG|OG|e\. ?K\.?|e\.K|e\. ?U\.?|UG(?: \(haftungsbeschränkt\))?|GbR|PartG(?: ?mbB)?|mbB|"
    r"eG|e\. ?V\.?|e\.v\.|S\.A\.|SA|Sàrl|SARL|Sagl|Snc|"
    r"S\.r\.l\.|B\.V\.|BV|Ltd\.?|LLC|LLP|Inc\.?|Oy|Oyj|AB|Pty Ltd|PLC|plc|Corp\.?|KEG|Co\.|& Co\.?)"
)
_WITH_FORM = compiled(_FORM, before=LETTER + "0-9", after=LETTER + "0-9")
_LEAD = compiled(
    rf"(?:{either(words('org_words')['lead'])}) ", before=LETTER + "0-9.@/", after=None
)
_TAIL = compiled(
    rf"((?:[{UPPER}][{LETTER}'&-]{{1,24}} (?:& )?){{1,3}}(?:"
    rf"(?:{'|'.join(w.capitalize() for w in sorted(words('org_words')['tail']))})))",
    before=LETTER + "0-9.@/-",
)
_NAMED = rf"[{LETTER}][{LETTER}'-]{{1,24}}"  # capitals are looked at later: "Č" is folded
_PARTNERS = compiled(
    rf"((?:{_NAMED},? ){{0,2}}{_NAMED} & (?:Partner(?:innen)?|Kolleg(?:en|innen)|Sohn|S\xf6hne|"
    rf"Tochter|T\xf6chter|Cie|Daughters?|Sons?|Associates|Partners))",
    before=LETTER + "0-9.@/-",
)
_HYPHENED = compiled(
    rf"([{UPPER}][{LETTER}.-]{{2,30}}-(?:Gymnasium|Schule|Apotheke|Klinik|Krankenhaus|"
    rf"Grundschule|Realschule|Gesamtschule|Hotel|Hochschule|Universität|Klinikum|Verlag|"
    rf"Stiftung|Kindergarten|Kita))"
)
_NEXT = compiled(
    rf"(?:[{UPPER}][{LETTER}'&.-]{{0,30}}|[0-9]{{4}}|&|de[rs]?|de la|du|am|an der|im|"
    rf"für|zum|zur|und|da|vom|St\.) ?",
    before=None,
    after=None,
)
_FIELD = compiled(
    r"(?m:^)[> \t|*]{0,6}(?:firma|arbeitgeber|unternehmen|firmenname|verein|vereinsname|"
    r"dienstgeber(?:in)?|schule|organisation|company|employer|organization|institution|ag|"
    r"betrieb|name der firma)"
    r" ?[:=.][ .]{0,20}([^\n,;|]{3,60})",
    before=None,
    after=None,
)
_SMALL_WORDS = words("rule_words")["organisations.small_words"]
_FRENCH = words("rule_words")["organisations.french_joiners"]
_FRENCH_FORMS = ("SA", "S.A.", "Sàrl", "SARL", "Sagl", "Snc", "S.r.l.")  # French and Italian
_OCCUPATIONS = words("person_words")["relation"]


def find_legal_forms(view: View) -> Iterator[Span]:
    """Like "Hammer Fördertechnik GmbH", "TSV Eintracht Wulfsen 1921 e.V."."""
    for start, end in matches(_WITH_FORM, view.folded):
        line = view.line_start(start)
        form = view.plain[start:end]
        joiners = _SMALL_WORDS | _FRENCH if form in _FRENCH_FORMS else _SMALL_WORDS
        begin = _name_start(view, max(line, start - 90), start, joiners)
        if begin >= 0 and view.low[begin:start].split(" ")[0] in _STOPS:
            begin += len(view.low[begin:start].split(" ")[0]) + 1
        if begin < 0 or begin >= start or is_brand(view.low[begin:end]):
            continue
        if form == "SA" and not _is_company(view, begin, start, end):
            continue
        if view.plain[end : end + 1] == "-" and view.plain[end + 1 : end + 2].isdigit():
            continue  # letters of a number ("AB-123")
        stop = end - 1 if view.plain[end - 1] == "." else end
        yield Span(begin, stop, Label.ORG, 0.88, "rule:org_legal_form")


def _is_company(view: View, begin: int, start: int, end: int) -> bool:
    """ "SA" is Saturday too: two capitalised words before it, no hour or day behind."""
    names = [word for word in view.plain[begin:start].split() if word[0].isupper()]
    return len(names) > 1 and not view.plain[end : end + 3].lstrip(" ,.")[:1].isdigit()


def _name_start(view: View, line: int, form: int, joiners: frozenset[str]) -> int:
    """Walk left over capitalised words and joiners; -1 if there is no name."""
    begin = -1
    position = form
    for _ in range(8):
        end = position
        while end > line and view.plain[end - 1] == " ":
            end -= 1
        if end > line and view.plain[end - 1] == "," and begin < 0:
            end -= 1
        start = end
        while start > line and (
            view.plain[start - 1].isalnum() or view.plain[start - 1] in "&.'+-"
        ):
            start -= 1
        word = view.plain[start:end]
        if not word or (word.endswith(".") and len(word) > 4):
            break
        if word[0].isupper() or (word[0].isdigit() and len(word) in (4,)):
            if word.lower().strip(".") in _STOPS:
                break
            begin = start
        elif word.lower() not in joiners:
            break
        position = start
        if start > line and view.plain[start - 1] != " ":
            break
    return begin


_STOPS = words("rule_words")["organisations.stops"]


def is_brand(low: str) -> bool:
    return any(part.strip(".,&") in words("org_words")["brand"] for part in low.split())


def find_trade_words(view: View) -> Iterator[Span]:
    """Like "Metzgerei Metz", "bei der Grundschule Mettenhof", "Fa. Kessler" (the name only)."""
    for start, end in matches(_LEAD, view.small):
        if not view.plain[start].isupper() and not view.low.startswith(
            ("fa.", "firma", "kfz"), start
        ):
            continue
        stop = end
        while (match := _NEXT.match(view.folded, stop)) and stop - end < 60:
            word = view.plain[match.span()[0] : match.span()[1]]
            stop = match.span()[1]
            if not word.endswith(" ") or (word.strip().endswith(".") and len(word.strip()) > 4):
                break
        stop = _drop_small(view, end, stop)
        if stop <= end:
            continue
        bare = view.low[start:end].strip() in ("firma", "fa.", "fa")
        begin = end if bare else start
        first = view.low[end:stop].split(" ")[0].strip(".,")
        if is_brand(view.low[begin:stop]) or first in _NO_NAME:
            continue
        if view.low[end:stop].rpartition(" ")[2] in _TIMES:
            continue
        yield Span(begin, stop, Label.ORG, 0.78, "rule:org_trade_word")


_NO_NAME = words("rule_words")["organisations.no_name"]
_TIMES = words("rule_words")["organisations.times"]


def _drop_small(view: View, begin: int, stop: int) -> int:
    while stop > begin:
        while stop > begin and view.plain[stop - 1] in " .,&-":
            stop -= 1
        last = view.plain[begin:stop].rpartition(" ")[2]
        if last.lower() in _SMALL_WORDS or last.lower() in ("am", "im", "an", "zum", "zur"):
            stop -= len(last)
            continue
        return stop
    return begin


def find_tails(view: View) -> Iterator[Span]:
    for start, end in matches(_TAIL, view.folded):
        first, _, rest = view.low[start:end].partition(" ")
        if (
            first in _STOPS or first in _OCCUPATIONS
        ) and " " in rest:  # "Büroleitung Notare King & Partner"
            start += len(first) + 1
            first = rest.partition(" ")[0]
        if not is_brand(view.low[start:end]) and first not in _STOPS and first not in _NO_NAME:
            yield Span(start, end, Label.ORG, 0.7, "rule:org_trade_tail")
    for start, end in matches(_PARTNERS, view.folded):
        if (start := _first_partner(view, start, end)) >= 0:
            behind = _CRAFT.match(view.plain, end)
            stop = behind.end() if behind else end
            yield Span(start, stop, Label.ORG, 0.82, "rule:org_partners")
    for start, end in matches(_HYPHENED, view.folded):
        yield Span(start, end, Label.ORG, 0.8, "rule:org_hyphened")


def _first_partner(view: View, start: int, end: int) -> int:
    """Where "Kälte Barišić & Sohn" begins; -1 for a family ("Anna & Tochter")."""
    names = view.plain[start:end].partition(" & ")[0].split(" ")
    begin = start
    while names and _before_partners(names):
        begin += len(names.pop(0)) + 1
    if not names or (len(names) == 1 and given_names().get(names[0].lower())):
        return -1
    titled = _TITLED.search(view.plain, max(0, begin - 50), begin)
    return titled.start() if titled else begin


_CRAFT = re.compile(r" [A-ZÄÖÜ][a-zäöüß-]{3,}(?! [a-zäöüß])")  # "Callsen & Söhne Bootswerft"
_TITLED = re.compile(
    r"(?:\b[A-ZÄÖÜ][\w-]{3,} )?\b(?:Dr|Prof|Dres)\. \Z"
)  # "Praxis Dr. Amrhein & …"


def _before_partners(names: list[str]) -> bool:
    low = names[0].lower()
    if not names[0][:1].isupper() or low.strip(",") in _STOPS:
        return True
    loose = low[-1] == "," or (names[1:2] != [] and names[1][0].islower())  # "Gruß von"
    return len(names) > 1 and (low.strip(",") in _OCCUPATIONS or (loose and everyday(low)))


def find_org_fields(view: View) -> Iterator[Span]:
    for start, end in matches(_FIELD, view.small):
        while end > start and view.plain[end - 1] in " .":
            end -= 1
        value = view.low[start:end]
        if len(value) > 2 and any(s.isalpha() for s in value) and not is_brand(value):
            yield Span(start, end, Label.ORG, 0.85, "rule:org_field")
