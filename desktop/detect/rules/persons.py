"""Personal names where the text says that one stands: salutation, title, role word, introduction,
greeting; and listed given names wherever they stand.

One function a situation, each a generator of spans; ``names`` judges the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, SMALL, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import either, phrases, small_words, words
from desktop.detect.rules.names import (
    is_blocked,
    is_common,
    is_given,
    is_noun,
    is_office,
    is_plain_noun_name,
    is_rank,
    is_surname,
    read_name,
    skip_titles,
    word_at,
)
from desktop.domain import Label, Span


def _phrases(section: str) -> tuple[str, ...]:
    return tuple(p for line in phrases("person_words")[section] for p in line.split("|") if p)


_SALUTATION = compiled(rf"(?:{either(words('person_words')['salutation'])}) {{1,2}}", after=None)


_TITLE = compiled(
    r"(?:dr|prof|mag|dipl\.-ing|ing|di|ra|rain|pfr|univ\.-prof|dr\.-ing|dr\.med|prim)\.? {1,2}",
    after=None,
)


_RELATION = compiled(
    rf"(?:{either(words('person_words')['relation'])})(?:,|:| \(|,? (?:der|die|den|dem|"
    rf"ist|heißt|heisst|herr|frau|hr\.|fr\.))? {{0,2}}[\"']?",
    after=None,
)


_INTRO = compiled(
    rf"(?:{either(_phrases('intro'))})(?: ?: ?| |\n)[ ]?[\"']?(?:(?:der|die|herrn?|"
    rf"frau|hr\.|fr\.|familie|mr\.?|mrs\.?) )?",
    after=None,
)


_GREETING = compiled(
    rf"(?m:^)[> \t|]{{0,8}}(?:{either(words('person_words')['greeting'])})(?: (?:tag|"
    rf"morgen|abend|gott|dich|liebe[rs]?|lieben|ihr|du))?,? {{1,2}}",
    before=None,
    after=None,
)


def person_span(name: tuple[int, int], score: float, rule: str) -> Span:
    return Span(name[0], name[1], Label.PERSON, score, f"rule:{rule}")


def find_after_salutation(view: View) -> Iterator[Span]:
    """Like "Frau Dr. Klein", "Herrn und Frau Nowak", "Familie Özkan-Brehm"."""
    for _, end in matches(_SALUTATION, view.small):
        start = view.line_start(end)
        capital = view.plain[max(start, _word_start(view, end))].isupper()
        if name := _read_addressed(view, skip_titles(view, end), capital):
            yield person_span(name, 0.95 if capital else 0.8, "person_salutation")


def _word_start(view: View, end: int) -> int:
    position = end - 1
    while position > 0 and view.plain[position] == " ":
        position -= 1
    while position > 0 and view.plain[position - 1] not in " \n\t\"'(,;:>|/&":
        position -= 1
    return position


def _read_addressed(view: View, begin: int, capital: bool) -> tuple[int, int] | None:
    """A name right behind a salutation: its first word need not be in the lists."""
    begin = _past_short_rank(view, past_offices(view, begin))
    word = word_at(view, begin)
    if word is None:
        return None
    rank = is_blocked(word.low) or is_noun(word.low) or word.low in _RANKS or is_office(word.low)
    if (
        rank and word.capital and view.plain[word.end : word.end + 1] == " "
    ):  # "Herr Amtsleiter Zwölfer"
        begin = skip_titles(view, word.end + 1)
        word = word_at(view, begin)
        if (
            word is None
            or not word.capital
            or (is_common(word.low) and not is_plain_noun_name(word.low))
        ):
            return None
    if is_blocked(word.low):
        return None
    shouting = word.text.isupper() and len(word.text) > 3
    if not word.capital and not capital and not _is_small_surname(view, word.low, begin):
        return None
    if not word.capital and capital:
        particle = word.low in (
            "von",
            "van",
            "de",
            "al",
            "el",
            "zu",
            "da",
            "di",
            "della",
            "vom",
            "ter",
            "v.",
            "v.d.",
        )
        if not particle and (is_common(word.low) or not is_surname(word.low)):
            return None
    name = read_name(view, begin, loose=True)
    if name and shouting:
        return _cut_shouted(view, name)
    return name


_OFFICES = compiled(
    rf"[{LETTER}]{{2,24}}\.?(?:[/-][{LETTER}]{{2,24}}\.?){{0,5}} {{1,2}}", before=None, after=None
)


def past_offices(view: View, begin: int) -> int:
    """Behind abbreviated or joined offices: "Bgm. ", "Reg.-Rat ", "Vizepräs./Obmann-Stv. "."""
    match = _OFFICES.match(view.small, begin)
    if match is None:
        return begin
    stop = match.span(1)[1]
    offices = view.low[begin:stop].rstrip(" ")
    if "." not in offices and "/" not in offices:
        return begin
    known = all(
        is_rank(office) or all(is_rank(part) for part in office.split("-"))
        for office in offices.split("/")
    )
    return skip_titles(view, stop) if known and view.plain[begin].isupper() else begin


_SHORT_RANK = re.compile(rf"([{UPPER}]{{2,3}}|[{UPPER}][{LETTER}]{{2,7}}\.) (?=[{UPPER}][{SMALL}])")
_SHORT_GIVEN = words("person_words")["short_given"]


def _past_short_rank(view: View, begin: int) -> int:
    """Behind a rank that no list knows, shortened: "Herr PDir. Lang", "Frau BM Schreiber"."""
    match = _SHORT_RANK.match(view.plain, begin, begin + 12)
    if match is None:
        return begin
    rank = match.group(1)
    low = rank.rstrip(".").lower()
    if low in _SHORT_GIVEN or is_given(low) or is_surname(low):
        return begin
    following = word_at(view, match.end())
    if following is None or is_blocked(following.low):
        return begin
    if is_common(following.low) and not is_plain_noun_name(following.low):
        return begin
    made = rank.isupper() or not rank[1:].islower()  # "PDir.", no surname that ends a sentence
    if made or (len(low) < 5 and is_surname(following.low)):
        return match.end()
    return begin


def _is_small_surname(view: View, low: str, begin: int) -> bool:
    """Like "herr pfeiffer", "frau sommer", but not "meine frau kommt"."""
    if is_surname(low) and not is_common(low):
        return True
    lead = view.low[max(0, begin - 24) : begin].split()
    if len(lead) > 1 and lead[-2] in _OWNERS:
        return False
    if low in small_words() or is_common(low):
        return is_plain_noun_name(low) and low not in _SMALL_ADJECTIVES
    return len(low) > 3 and not is_noun(low)


_OWNERS = words("person_words")["owners"]
_SMALL_ADJECTIVES = words("person_words")["small_adjectives"]
_RANKS = words("rule_words")["persons.ranks"]


def _cut_shouted(view: View, name: tuple[int, int]) -> tuple[int, int]:
    """In a text of capitals only listed words continue a name."""
    first = word_at(view, name[0])
    end = first.end if first else name[1]
    while end < name[1]:
        word = word_at(view, end + 1)
        if word is None or is_common(word.low) or not (is_given(word.low) or is_surname(word.low)):
            break
        end = word.end
    return name[0], end


def find_after_title(view: View) -> Iterator[Span]:
    """Like "Dr. Schön", "Mag. Herwig König" without a salutation."""
    for start, end in matches(_TITLE, view.small):
        dotted = "." in view.plain[start:end]
        first = _word_start(view, end)
        if not dotted and not view.plain[first].isupper():
            continue
        if view.low[start : start + 3] == "di " and view.plain[start : start + 2] != "DI":
            continue  # "Tina Di Stefano", "Di Huber" (Tuesday)
        begin = skip_titles(view, end)
        word = word_at(view, begin)
        if word is None or not word.capital:
            continue
        if is_blocked(word.low):
            named = is_surname(word.low) or is_plain_noun_name(word.low)
            if dotted and named and not _DIGIT_BEHIND.match(view.plain, word.end):
                yield person_span((word.start, word.end), 0.9, "person_title")
            continue
        if is_common(word.low) and not (is_surname(word.low) or dotted):
            continue
        if name := read_name(view, begin, loose=True):
            yield person_span(name, 0.9, "person_title")


# "Termin bei Dr. Sonntag" has a name, "Dr. Sonntag 9:30" may lack it.
_DIGIT_BEHIND = re.compile(r"[ ,]{1,3}[0-9]")


def find_after_role(view: View) -> Iterator[Span]:
    """Like "mein Mann Kerem", "Hausmeister Udo Specht", "Nachbarin Fr. Stüwe"."""
    for _, end in matches(_RELATION, view.small):
        begin = _past_short_rank(view, past_offices(view, skip_titles(view, end)))
        word = word_at(view, begin)
        if word is None or is_blocked(word.low) or view.plain[begin - 1].isalpha():
            continue  # "Ex" of "Excel" is no relation
        if is_common(word.low) and not is_given(word.low):
            lead = view.plain[_word_start(view, end) : end]
            named = word.capital and lead[:1].isupper() and lead.endswith(" ")
            if not named or not is_plain_noun_name(word.low) or "," in lead:
                continue
        listed = is_given(word.low) or is_surname(word.low)
        loose = (
            word.capital and not is_noun(word.low) and not word.text.isupper() and len(word.low) > 2
        )
        if name := read_name(view, begin, loose=loose):
            yield person_span(name, 0.88 if listed else 0.75, "person_role")


def find_after_intro(view: View) -> Iterator[Span]:
    """Like "mein Name ist …", "i. A. …", "c/o …", "z. Hd. …"."""
    for start, end in matches(_INTRO, view.small):
        lead = view.low[start:end].strip()
        begin = past_offices(view, skip_titles(view, end))
        word = word_at(view, begin)
        if word is None or is_blocked(word.low) or _closes_row(view, start, end):
            continue
        strong = lead.startswith(_STRONG_INTROS)
        if lead in ("bei", "von", "an", "mit", "für", "von:", "an:") and not is_given(
            word.low, sure=True
        ):
            continue
        loose = (
            strong
            and not lead.startswith("im auftrag der")  # "im Auftrag der Gemeinde"
            and (word.capital or "name" in lead or "heiß" in lead)
            and not is_common(word.low)
        )
        name = read_name(view, begin, loose=loose)
        if name is None and strong and word.capital and is_common(word.low):
            following = read_name(view, word.end + 1)
            name = (begin, following[1]) if following else None
        if name:
            yield person_span(name, 0.93 if strong else 0.75, "person_intro")


def _closes_row(view: View, start: int, end: int) -> bool:
    """The last cell of a table's line: what begins the next line is no answer to it."""
    if "\n" not in view.plain[start:end]:
        return False
    return view.plain[max(0, start - 3) : start].rstrip(" \"'").endswith(("|", ";", "\t"))


_STRONG_INTROS = (
    "mein name",
    "ich hei",
    "heiße",
    "heisse",
    "my name",
    "i. a",
    "i.a",
    "i. v",
    "i.v",
    "im auftrag",
    "z. hd",
    "z.hd",
    "zhd",
    "zu händen",
    "c/o",
    "attn",
    "geburtsname",
    "geb.",
    "geborene",
    "née",
    "né ",
    "nata ",
    "nato ",
    "gez",
    "es schreibt ihnen",
    "ppa",
    "mädchenname",
    "sterbefall",
    "klingeln bei",
    "klingel",
    "klingelschild",
    "kontoinhaber",
    "ansprechpartner",
    "auf den namen",
    "gf:",
    "geschäftsführer",
    "account holder",
    "ship to",
    "name on",
    "surname",
    "z. h",
    "hier ist",
    "hier schreibt",
    "hier spricht",
    "namens",
    "stellte sich als",
    "lautet auf",
    "fahrer:",
    "käufer:",
    "zeuge",
)


def find_after_greeting(view: View) -> Iterator[Span]:
    """Like "Hallo Lotte," at the start of a line; lower case too, if the lists know the name."""
    for _, end in matches(_GREETING, view.small):
        begin = skip_titles(view, end)
        word = word_at(view, begin)
        if word is None or is_blocked(word.low):
            continue
        tail = view.plain[word.end : word.end + 1]
        closed = tail in ",!.\n" or tail == ""
        known = is_given(word.low) or (is_surname(word.low) and not is_common(word.low))
        unknown = word.capital and closed and not is_common(word.low) and len(word.low) > 2
        if not known and (not unknown or is_noun(word.low) or "-" in word.low):
            continue
        if not word.capital and (is_common(word.low) or not is_given(word.low)):
            continue
        if name := read_name(view, begin, loose=True):
            yield person_span(name, 0.9 if known else 0.75, "person_greeting")
            yield from companions(view, name[1])


def companions(view: View, end: int) -> Iterator[Span]:
    """Like "Hallo Anna und Tom", "Tom & Anna"."""
    for _ in range(4):
        joined = _COMPANION.match(view.small, end)
        if joined is None:
            return
        name = read_name(view, skip_titles(view, joined.span()[1]))
        if name is None:
            return
        word = view.low[name[0] : name[1]]
        comma = view.plain[joined.span()[0] : joined.span()[1]].strip() == ","
        if comma and not is_given(word.split(" ")[0]):  # "Farid Azimi, Leeds"
            return
        yield person_span(name, 0.85, "person_joined")
        end = name[1]


_COMPANION = compiled(
    r" ?(?:,|&|und|and|/|\+|sowie|mit) ?(?:herr |frau |lieber? |der |die )?",
    before=None,
    after=None,
)
