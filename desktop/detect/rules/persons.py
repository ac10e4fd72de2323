"""Personal names where the text says that one stands: salutation, role word, header, sign-off,
signature, field; and listed given names wherever they stand.

One function a situation, each a generator of spans; ``names`` judges the words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, SMALL, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import phrases, words
from desktop.detect.rules.names import (
    is_blocked,
    is_common,
    is_given,
    is_noun,
    is_plain_noun_name,
    is_surname,
    read_name,
    skip_titles,
    word_at,
)
from desktop.domain import Label, Span


def _alternation(entries: frozenset[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))


def _phrases(section: str) -> tuple[str, ...]:
    return tuple(p for line in phrases("person_words")[section] for p in line.split("|") if p)


_SALUTATION = compiled(rf"(?:{_alternation(words('person_words')['salutation'])}) {{1,2}}", after=None)
_TITLE = compiled(
    r"(?:dr|prof|mag|dipl\.-ing|ing|di|ra|rain|pfr|univ\.-prof|dr\.-ing|dr\.med|prim)\.? {1,2}", after=None
)
_RELATION = compiled(rf"(?:{_alternation(words('person_words')['relation'])})(?:,|:| \(|,? (?:der|die|den|dem|ist|heißt|heisst|herr|frau|hr\.|fr\.))? {{0,2}}[\"']?", after=None)
_INTRO = compiled(rf"(?:{_alternation(_phrases('intro'))})(?: ?: ?| |\n)[ ]?[\"']?(?:(?:der|die|herrn?|frau|hr\.|fr\.|familie|mr\.?|mrs\.?) )?", after=None)
_GREETING = compiled(
    rf"(?m:^)[> \t|]{{0,8}}(?:{_alternation(words('person_words')['greeting'])})(?: (?:tag|morgen|abend|gott|dich|liebe[rs]?|lieben|ihr|du))?,? {{1,2}}",
    before=None, after=None,
)  # fmt: skip
_ARTICLE = compiled(
    r"(?:der|die|den|dem|vom|beim|am|zum|d|de|mit|für|von|bei|an|und|oder|über|durch|ohne|gegen|wie|dass|dem|"
    r"em|dr|s|sammt|samt|weil|wenn|ob|hat|ist|sagt|meint|&|/|with|and|for|by|to|from) {1,2}",
    after=None,
)
_FIELD = compiled(
    rf"(?m:^)[> \t|*\xb7-]{{0,10}}(?:[0-9]{{1,2}}[.)] )?([{LETTER}-]{{1,30}}(?:[ /,]{{1,3}}[{LETTER}.-]{{1,24}}){{0,3}})"
    rf" ?(?:[:=][ \t]{{0,30}}|[ ]?\.{{3,60}} ?|\t{{1,4}})",
    before=None, after=None,
)  # fmt: skip
_HEADER = compiled(
    r"(?m:^)[>|*# \t]{0,12}(?:von|from|an|to|cc|bcc|kopie|gesendet von|absender|reply-to|antwort an|gesendet an|empfänger)[*]?:[*]? {0,2}([^\n]{2,300})",
    before=None, after=None,
)  # fmt: skip
_MAIL_BRACKET = compiled(rf"([<\[(])(?:mailto:)?[0-9{LETTER}][^ <>\n]*@", before=None, after=None)
_WROTE = compiled(rf"(?:schrieb|wrote|schreibt|hat geschrieben)(?: am [^\n:]{{4,30}}?)?:? {{0,2}}([{UPPER}][^\n<:\[]{{1,50}})(?: ?[<:\[]|\n)", after=None)
_NAME_WROTE = compiled(rf"([{UPPER}][{LETTER}. '-]{{1,40}}?) ?(?:<[^>\n]{{3,60}}> ?|\([^)\n]{{2,40}}\) )?(?:schrieb|wrote)[ :]", after=None)
_CHAT = compiled(
    rf"(?m:^)[> \t]{{0,6}}(?:\[[0-9.:/, -]{{4,24}}\]|[0-9]{{1,2}}[:.][0-9]{{2}}(?::[0-9]{{2}})?(?: uhr)?|\([0-9:.]{{4,8}}\)|\[[^\]\n]{{4,24}}\])[ -]{{1,3}}(?:(?:agent|berater(?:in)?|apotheker(?:in)?|mitarbeiter(?:in)?) )?([^\n:<]{{2,40}}?)(?: ?\([^)\n]{{2,30}}\))?: ",
    before=None, after=None,
)  # fmt: skip
_CHAT_PLAIN = compiled(rf"(?m:^)([{UPPER}][{SMALL}'-]{{2,20}}(?: [{UPPER}][{SMALL}'.-]{{1,20}})?)(?: ?\([^)\n]{{2,30}}\))?: ", before=None, after=None)


def _span(name: tuple[int, int], score: float, rule: str) -> Span:
    return Span(name[0], name[1], Label.PERSON, score, f"rule:{rule}")


def find_after_salutation(view: View) -> Iterator[Span]:
    """"Frau Dr. Klein", "Herrn und Frau Nowak", "Familie Özkan-Brehm"."""
    for _, end in matches(_SALUTATION, view.small):
        start = view.plain.rfind("\n", 0, end) + 1
        capital = view.plain[max(start, _word_start(view, end))].isupper()
        if name := _read_addressed(view, skip_titles(view, end), capital):
            yield _span(name, 0.95 if capital else 0.8, "person_salutation")


def _word_start(view: View, end: int) -> int:
    position = end - 1
    while position > 0 and view.plain[position] == " ":
        position -= 1
    while position > 0 and view.plain[position - 1] not in " \n\t\"'(,;:>|/&":
        position -= 1
    return position


def _read_addressed(view: View, begin: int, capital: bool) -> tuple[int, int] | None:
    """A name right behind a salutation: its first word need not be in the lists."""
    word = word_at(view, begin)
    if word is None:
        return None
    rank = is_blocked(word.low) or is_noun(word.low) or word.low in _RANKS
    if rank and word.capital and view.plain[word.end : word.end + 1] == " ":  # "Herr Amtsleiter Zwölfer"
        begin = skip_titles(view, word.end + 1)
        word = word_at(view, begin)
        if word is None or not word.capital or is_common(word.low) and not is_plain_noun_name(word.low):
            return None
    if is_blocked(word.low):
        return None
    shouting = word.text.isupper() and len(word.text) > 3
    if not word.capital and not (is_surname(word.low) and not is_common(word.low)) and not capital:
        return None
    if not word.capital and capital:
        particle = word.low in ("von", "van", "de", "al", "el", "zu", "da", "di", "della", "vom", "ter", "v.")
        if not particle and (is_common(word.low) or not is_surname(word.low)):
            return None
    name = read_name(view, begin, loose=True)
    if name and shouting:
        return _cut_shouted(view, name)
    return name


_RANKS = frozenset(
    "magister magistra baumeister amtsrat amtsrätin direktor direktorin bürgermeister bürgermeisterin oberst hauptmann "
    "inspektor inspektorin kommissar kommissarin oberarzt oberärztin chefarzt stadtrat bankdirektor konsul".split()
)


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
    """"Dr. Schön", "Mag. Herwig König" without a salutation."""
    for start, end in matches(_TITLE, view.small):
        dotted = "." in view.plain[start:end]
        first = _word_start(view, end)
        if not dotted and not view.plain[first].isupper():
            continue
        begin = skip_titles(view, end)
        word = word_at(view, begin)
        if word is None or not word.capital or is_blocked(word.low):
            continue
        if is_common(word.low) and not (is_surname(word.low) or dotted):
            continue
        if name := read_name(view, begin, loose=True):
            yield _span(name, 0.9, "person_title")


def find_after_role(view: View) -> Iterator[Span]:
    """"mein Mann Kerem", "Hausmeister Udo Specht", "Nachbarin Fr. Stüwe"."""
    for _, end in matches(_RELATION, view.small):
        begin = skip_titles(view, end)
        word = word_at(view, begin)
        if word is None or is_blocked(word.low) or is_common(word.low) and not is_given(word.low):
            continue
        listed = is_given(word.low) or is_surname(word.low)
        loose = word.capital and not is_noun(word.low) and not word.text.isupper() and len(word.low) > 2
        if name := read_name(view, begin, loose=loose):
            yield _span(name, 0.88 if listed else 0.75, "person_role")


def find_after_intro(view: View) -> Iterator[Span]:
    """"mein Name ist …", "i. A. …", "c/o …", "z. Hd. …"."""
    for start, end in matches(_INTRO, view.small):
        lead = view.low[start:end].strip()
        begin = skip_titles(view, end)
        word = word_at(view, begin)
        if word is None or is_blocked(word.low):
            continue
        strong = lead.startswith(_STRONG_INTROS)
        if lead in ("bei", "von", "an", "mit", "für", "von:", "an:") and not is_given(word.low, sure=True):
            continue
        loose = strong and (word.capital or "name" in lead or "heiß" in lead) and not is_common(word.low)
        name = read_name(view, begin, loose=loose)
        if name is None and strong and word.capital and is_common(word.low):
            following = read_name(view, word.end + 1)
            name = (begin, following[1]) if following else None
        if name:
            yield _span(name, 0.93 if strong else 0.75, "person_intro")


_STRONG_INTROS = (
    "mein name", "ich hei", "heiße", "heisse", "my name", "i. a", "i.a", "i. v", "i.v", "im auftrag", "z. hd",
    "z.hd", "zhd", "zu händen", "c/o", "attn", "geburtsname", "geb.", "geborene", "gez", "es schreibt ihnen", "ppa",
    "mädchenname", "sterbefall", "klingeln bei", "klingel", "klingelschild", "kontoinhaber", "ansprechpartner",
    "auf den namen", "gf:", "geschäftsführer", "account holder", "ship to", "name on", "surname", "z. h", "hier ist",
    "hier schreibt", "hier spricht", "namens", "stellte sich als", "lautet auf", "fahrer:", "käufer:", "zeuge",
)  # fmt: skip


def find_after_greeting(view: View) -> Iterator[Span]:
    """"Hallo Lotte," at the start of a line; lower case too, if the lists know the name."""
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
            yield _span(name, 0.9 if known else 0.75, "person_greeting")
            yield from _companions(view, name[1])


def _companions(view: View, end: int) -> Iterator[Span]:
    """"Hallo Anna und Tom", "Tom & Anna"."""
    for _ in range(4):
        joined = _COMPANION.match(view.small, end)
        if joined is None:
            return
        name = read_name(view, skip_titles(view, joined.span()[1]))
        if name is None:
            return
        yield _span(name, 0.85, "person_joined")
        end = name[1]


_COMPANION = compiled(r" ?(?:,|&|und|and|/|\+|sowie|mit) ?(?:herr |frau |lieber? |der |die )?", before=None, after=None)


def find_given_names(view: View) -> Iterator[Span]:
    """A name that begins with a given name beyond doubt, or stands behind an article in a list."""
    position = 0
    for start, end in view.words:
        if start < position or end - start < 2 or view.plain[end : end + 1] in ("@", "_", "\\"):
            continue
        low = view.low[start:end]
        if not _maybe_given(low):
            continue
        if not is_given(low, sure=True) and not _double_given(low):
            name = _doubtful_given(view, start, low)
        else:
            name = read_name(view, start, loose=True)
        if name is None or _inside_thing(view, name):
            continue
        name = _with_surname_before(view, name)
        single = " " not in view.plain[name[0] : name[1]]
        if single and _is_label(view, name):
            continue
        yield _span(name, 0.72 if single else 0.86, "person_given_name")
        yield from _companions(view, name[1])
        position = name[1]


def _with_surname_before(view: View, name: tuple[int, int]) -> tuple[int, int]:
    """"Aebischer Urs", and "Kaya, Hatice" at the start of a line or field."""
    start = name[0]
    comma = view.plain[max(0, start - 2) : start] == ", "
    stop = start - (2 if comma else 1)
    if stop <= 0 or not (comma or view.plain[stop] == " ") or not view.plain[stop - 1].isalpha():
        return name
    begin = stop
    while begin > 0 and (view.plain[begin - 1].isalpha() or view.plain[begin - 1] in "'-"):
        begin -= 1
    low = view.low[begin:stop]
    if not view.plain[begin].isupper() or is_common(low) or is_given(low) or is_blocked(low) or len(low) < 3:
        return name
    lead = view.plain[:begin].rstrip(" ")[-1:]
    alone = not lead or lead in "\n>|(;:-*\xb7\""
    return (begin, name[1]) if is_surname(low) and (alone or (not comma and " " not in view.plain[start : name[1]])) else name


def _is_label(view: View, name: tuple[int, int]) -> bool:
    """A single name in quotes is a model, a bot or a boat as often as a person."""
    return view.plain[name[0] - 1 : name[0]] in ('"', "'") or view.plain[name[1] : name[1] + 1] in ('"', "!")


@lru_cache(maxsize=8192)
def _maybe_given(low: str) -> bool:
    return is_given(low) or _double_given(low)


def _double_given(low: str) -> bool:
    return "-" in low and all(is_given(part) for part in low.split("-")) and len(low) > 6


def _doubtful_given(view: View, start: int, low: str) -> tuple[int, int] | None:
    """"Max Berger": a doubtful given name counts with a surname from the lists behind it."""
    if not is_given(low):
        return None
    word = word_at(view, start)
    following = word_at(view, word.end + 1) if word and view.plain[word.end : word.end + 1] == " " else None
    if following is None or not following.capital or is_blocked(following.low):
        return None
    if is_common(following.low) or not is_surname(following.low):
        return None
    return read_name(view, start, loose=True)


_THING_WORDS = (
    "straße", "strasse", "str.", "platz", "weg", "allee", "gymnasium", "schule", "stiftung", "gmbh", "klinik",
    "krankenhaus", "hospital", "verlag", "kirche", "museum", "ring", "gasse", "haus", "institut",
)  # fmt: skip


def _inside_thing(view: View, name: tuple[int, int]) -> bool:
    """Part of a street, school or firm, or quoted as a title of something sold."""
    tail = view.low[name[1] : name[1] + 14]
    if tail[:1] == "-" and tail[1:2].isalpha():
        return True
    if tail[:1] in "@\\_" or (tail[:1] == "." and tail[1:2].isalpha()):
        return True
    following = tail.lstrip(" -").split(" ")[0].rstrip(".,;:")
    return following in _THING_WORDS or view.plain[name[0] - 1 : name[0]] in ("-", "@", ".", "_", "\\", "/")


def find_in_headers(view: View) -> Iterator[Span]:
    """Names in quoted headers, before addresses, and around "schrieb"."""
    for start, end in matches(_HEADER, view.small):
        yield from _mailboxes(view, start, end)
    for regex in (_WROTE, _NAME_WROTE):
        for start, end in matches(regex, view.folded):
            if name := _whole_name(view, start, end):
                yield _span(name, 0.92, "person_wrote")
    for bracket, _ in matches(_MAIL_BRACKET, view.folded):
        if name := _name_before(view, bracket):
            yield _span(name, 0.92, "person_mailbox")


def _name_before(view: View, bracket: int) -> tuple[int, int] | None:
    """The name that stands before "<address>" on its line, or on the line above."""
    stop = bracket
    while stop > 0 and view.plain[stop - 1] in " \n>\t":
        stop -= 1
    begin = max(0, stop - 60, *(view.plain.rfind(sign, 0, stop) + 1 for sign in "\n:;<>|"))
    for lead in ("schrieb ", "wrote ", "Uhr ", ", "):
        position = view.plain.rfind(lead, begin, stop)
        comma = lead == ", " and not view.plain[begin:position].strip()[-1:].isdigit()
        if position >= 0 and not comma:
            begin = position + len(lead)
    return _whole_name(view, begin, stop) if stop - begin > 1 else None


def _mailboxes(view: View, start: int, end: int) -> Iterator[Span]:
    line = view.plain[start:end]
    position = start
    for part in line.replace("<", ";").replace("[", ";").split(";"):
        if "@" not in part and (name := _whole_name(view, position, position + len(part))):
            yield _span(name, 0.92, "person_header")
        position += len(part) + 1


def _whole_name(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The stretch as a name: "Lütje, Nadja", "'Rose, Britta'", "Kevin König (Dispo)"."""
    text = view.plain[start:end]
    bracket = text.find("(")
    if bracket > 0:
        end = start + bracket
    while start < end and view.plain[start] in " \"'*>\t":
        start += 1
    start = skip_titles(view, start)
    while end > start and view.plain[end - 1] in " \"'*,:\t-":
        end -= 1
    comma = view.plain.find(",", start, end)
    if comma > 0 and end - start < 50:
        return _surname_first(view, start, comma, end)
    name = read_name(view, start, loose=True)
    if name is None or name[1] < end - 1 or not _plausible_name(view, name):
        return None
    return name


def _surname_first(view: View, start: int, comma: int, end: int) -> tuple[int, int] | None:
    behind = comma + 1 + (view.plain[comma + 1 : comma + 2] == " ")
    first = word_at(view, start)
    given = read_name(view, behind, loose=True)
    if first is None or given is None or given[1] < end - 1 or is_blocked(first.low):
        return None
    second = word_at(view, behind)
    if second and (is_given(second.low) or is_surname(first.low)) and view.plain[start].isupper():
        return start, given[1]
    return None


def _plausible_name(view: View, name: tuple[int, int]) -> bool:
    parts = view.low[name[0] : name[1]].split(" ")
    if not view.plain[name[0]].isupper() and len(parts) == 1:
        return False
    known = [p for p in parts if is_given(p.strip(".")) or is_surname(p) or len(p.strip(".")) <= 2]
    common = [p for p in parts if is_common(p) and not is_given(p)]
    return bool(known) and len(common) < len(parts) or (not common and len(parts) in (2, 3))


def find_in_chats(view: View) -> Iterator[Span]:
    """Speakers of a chat transcript; one without time must speak twice."""
    for start, end in matches(_CHAT, view.small):
        if name := _whole_name(view, start, end):
            yield _span(name, 0.88, "person_chat")
    seen: dict[str, list[tuple[int, int]]] = {}
    for start, end in matches(_CHAT_PLAIN, view.folded):
        seen.setdefault(view.low[start:end], []).append((start, end))
    for low, places in seen.items():
        known = is_given(low.split(" ")[0]) or (not is_common(low) and not is_noun(low) and len(places) > 2)
        if len(places) > 1 and known and not is_blocked(low):
            for place in places:
                yield _span(place, 0.85, "person_chat")


def find_in_fields(view: View) -> Iterator[Span]:
    """"Name: Öztürk, Derya", "Vorname, Name ....... Aleksandra Wójcik", "nachname=Benali"."""
    keys = words("person_words")["key"]
    for match in _FIELD.finditer(view.small):
        key_start, key_end = match.span(2)
        key = view.low[key_start:key_end].strip()
        parts = [p.strip(".,/") for p in key.replace("/", " ").replace(",", " ").replace("-", " ").split()]
        if key not in keys and not (parts and all(p in keys or p in ("des", "der", "und", "vor") for p in parts)):
            continue
        begin = skip_titles(view, match.span()[1])
        line_end = view.plain.find("\n", begin)
        line_end = len(view.plain) if line_end < 0 else line_end
        yield from _field_value(view, begin, line_end)


_MARKED_UP = compiled(
    r"(?i:displayname|givenname|surname|fullname|full_name|name|nm|cn|vorname|nachname|kontoinhaber)[\"']?"
    r"(?:>|[\"']? ?: ?[\"']|=[\"'])[ ]{0,2}([^<>\"'\n=]{2,40})[<\"']", before=LETTER, after=None,
)  # fmt: skip


def find_in_markup(view: View) -> Iterator[Span]:
    """"<Nm>Adler, Noemi</Nm>", "name": "Inês Carvalho"."""
    for start, end in matches(_MARKED_UP, view.folded):
        if name := _whole_name(view, start, end):
            yield _span(name, 0.86, "person_markup")


def _field_value(view: View, begin: int, line_end: int) -> Iterator[Span]:
    word = word_at(view, begin)
    if begin >= line_end or word is None or is_blocked(word.low):
        return
    name = read_name(view, begin, loose=True)
    if name is None:
        return
    if view.plain[name[1] : name[1] + 2] == ", ":
        swapped = _surname_first(view, begin, name[1], min(line_end, name[1] + 30))
        given = read_name(view, name[1] + 2)
        if swapped is None and given and is_given(view.low[given[0] : given[1]].split(" ")[0]):
            swapped = (begin, given[1]) if " " not in view.plain[name[0] : name[1]] else None
        name = swapped or name
    common = is_common(word.low) and not is_given(word.low)
    closed = name[1] >= line_end or view.plain[name[1]] in ",;(|/\t" or view.plain[name[1] : name[1] + 2] == "  "
    if common and not closed:
        return
    yield _span(name, 0.92 if closed else 0.75, "person_field")
    yield from _companions(view, name[1])
