"""The last look at proposed names: where they begin and end, and whether they are somebody's.

The finders look for the places at which names stand. Here what stands before a name but is none of
it goes ("Hausmeister Lehmann"), a given name before it comes in, nouns behind it go, and what only
looks like a person is dropped: a product, an animal, a ship, a title in quotes, public life.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from desktop.detect.names import is_common_word
from desktop.detect.rules.engine import View
from desktop.detect.rules.lexicon import phrases, words
from desktop.detect.rules.names import (
    Word,
    has_noun_ending,
    is_blocked,
    is_common,
    is_given,
    is_noun,
    is_office,
    is_particle,
    is_plain_noun_name,
    is_rank,
    is_surname,
    word_at,
)
from desktop.detect.rules.tables import without_heads
from desktop.domain import Label, Span

_RUNNING = frozenset(
    f"rule:{rule}"
    for rule in (
        "person_given_name",
        "person_joined",
        "echo_name",
        "person_role",
        "person_intro",
        "known_name",
    )
)
_NEAR = 34  # signs before a name that say what bears it


def settle_names(view: View, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, names among them with their true borders or dropped."""
    spans = without_heads(view, list(spans))
    bots = {
        view.low[span.start : span.end]
        for span in spans
        if span.label is Label.PERSON and _near_bot(view, span.end)
    }
    borders: dict[tuple[int, int], tuple[int, int]] = {}  # several rules propose the same name
    for span in spans:
        if span.label is not Label.PERSON:
            yield span
            continue
        place = (span.start, span.end)
        if place not in borders:
            borders[place] = _borders(view, *place)
        start, end = borders[place]
        if view.low[start:end] in bots:
            continue
        if start >= end or _is_no_person(view, start, end, span):
            continue
        yield (
            replace(span, start=start, end=end) if (start, end) != (span.start, span.end) else span
        )


def _borders(view: View, start: int, end: int) -> tuple[int, int]:
    start = _past_ranks(view, start, end)
    end = _before_nouns(view, start, end)
    return _with_given_before(view, start), end


def _past_ranks(view: View, start: int, end: int) -> int:
    """Behind "Hausmeister", "Oma", "OStD" at the start of what looked like a name."""
    for _ in range(3):
        word = word_at(view, start)
        if word is None or word.end >= end:
            return start
        gap = 1 + (view.plain[word.end : word.end + 2] == ". ")
        following = word_at(view, word.end + gap)
        if following is None or following.end > end or view.plain[following.start - 1] != " ":
            return start
        if word.text == "Di":  # of "Di Stefano"; the engineer's title is "DI"
            return start
        if not (is_rank(word.low) or _is_short_rank(word, following)):
            return start
        if not following.capital and not is_particle(following.low):
            listed = is_given(following.low) or is_surname(following.low)
            if word.capital or not listed:
                return start
        start = following.start
    return start


def _is_short_rank(word: Word, following: Word) -> bool:
    """Like "DGKP", "OStD": several capitals before a name in common letters."""
    plain = word.text.rstrip(".")
    if not 2 <= len(plain) <= 5 or not plain[:2].isupper() or following.text.isupper():
        return False
    return not is_given(word.low) and not is_surname(word.low)


def _before_nouns(view: View, start: int, end: int) -> int:
    """Before the everyday word that follows the name ("Klee Rückruf", "Roland von Parzelle")."""
    position = start
    kept = end
    at = 0
    joiners: int | None = None
    while position < end:
        word = word_at(view, position)
        if word is None or word.end > end:
            return kept
        if at:
            if is_particle(word.low) and not word.capital:
                joiners = joiners if joiners is not None else position - 1
            elif _is_tail_noun(word, after_particle=joiners is not None, second=at == 1):
                return joiners if joiners is not None else position - 1
            else:
                joiners = None
        at += 1
        position = word.end
        while position < end and not view.plain[position].isalpha():
            if view.plain[position] not in " .-'":
                return kept
            position += 1
    return kept


def _is_tail_noun(word: Word, *, after_particle: bool, second: bool) -> bool:
    if has_noun_ending(word.low) or (is_noun(word.low) and not second):
        return True
    if not after_particle:
        return False
    return is_common(word.low) and not is_plain_noun_name(word.low) and not is_surname(word.low)


def _with_given_before(view: View, start: int) -> int:
    """Where a given name stands before what was taken for the whole name."""
    first = word_at(view, start)
    if first is None or is_given(first.low, sure=True) or view.plain[start - 1 : start] != " ":
        return start
    begin = start - 1
    while begin > 0 and (view.plain[begin - 1].isalpha() or view.plain[begin - 1] in "-'"):
        begin -= 1
    low = view.low[begin : start - 1]
    if len(low) < 3 or not view.plain[begin].isupper() or not is_given(low):
        return start
    if is_common(low) or is_blocked(low) or is_rank(low) or is_plain_noun_name(low):
        return start
    if begin and view.plain[begin - 1] in "@._\\/-":
        return start
    return begin


def names_a_thing(view: View, span: Span) -> bool:
    """Whether the name is a product's, an animal's, a title in quotes or public life's here."""
    start, end = span.start, span.end
    low = view.low[start:end]
    single = " " not in low
    if low in _public() or _in_quotes(view, start, end, single):
        return True
    if _ONE_OF.search(view.low, max(0, start - 14), start):
        noun = is_common_word(low) or is_plain_noun_name(low)
        if noun and not is_given(low, sure=True):
            return True
    return _is_model(view, end, single) or (single and _is_thing(view, start, end))


def _is_no_person(view: View, start: int, end: int, span: Span) -> bool:
    low = view.low[start:end]
    single = " " not in low
    addressed = span.source in ("rule:person_salutation", "rule:person_table")
    # "Dr. Engel", though "liebe Engel" are nobody in particular
    titled = span.source == "rule:person_title" and is_surname(low)
    group = low in words("person_words")["group"] and not titled
    if single and (group or (is_noun(low) and not addressed)):
        return True
    if single and is_office(low):
        return True
    if single and low in ("von", "an", "cc", "der", "die", "the"):
        return True
    if span.source not in _RUNNING:
        return False
    if low.rstrip("s") in _public() or low in _public():
        return True
    if _in_quotes(view, start, end, single) or (
        single and _is_word_again(view, start, end, span.source)
    ):
        return True
    if span.source == "rule:person_role":
        return False
    if _is_model(view, end, single):
        return True
    return single and (_is_shouted_once(view, start, end) or _is_thing(view, start, end))


@lru_cache(maxsize=1)
def _public() -> frozenset[str]:
    from desktop.detect.rules.folding import fold, lower

    return frozenset(
        lower(fold(name)).decode("latin-1")
        for line in phrases("public_names")["names"]
        for name in line.split("|")
    )


_QUOTE = '"'


def _in_quotes(view: View, start: int, end: int, single: bool) -> bool:
    """In quotes, alone or with a few words more: a title, a model, a ship, a test user."""
    if _QUOTE not in view.plain[max(0, start - 40) : start]:
        return False
    line = view.line_start(start, 40)
    before = view.plain[line:start]
    if before.count(_QUOTE) % 2 == 0:
        return False
    opened = line + before.rfind(_QUOTE)
    closed = view.plain.find(_QUOTE, end, end + 30)
    inside = view.plain[opened + 1 : closed] if closed >= 0 else ""
    if not inside or any(sign in inside for sign in "\n:;@{},"):
        return False
    lead = view.low[max(0, opened - _NEAR) : opened]
    if lead.endswith(("=", ": ")) or _NAMING.search(lead):
        return False
    exact = opened + 1 == start and closed == end
    return single or not exact or _after_thing(view, opened)


_NAMING = re.compile(
    r"(?:klingel\w*|briefkasten|name|namens|namen|nennt|nannte|nannten|heiß\w*|heiss\w*|hieß|laut|"
    r"unterschrift|unterschrieb\w*|signed|called|says|herrn?|frau|statt|steht|stand|vermieter|"
    r"vorarbeiter|empfänger|spitzname|riefen ihn|badge|booked under|person|mann|zweck|vwz|vz|"
    r"zitat|printed|ticket|call,|gegen ein\w*)"
    r"(?: \w+){0,2} ?[(:]? ?$"
)
_MODEL_TAIL = re.compile(
    r" (?:[A-Z]{1,5}-?[0-9]|[IVX]{2,4}\b|[A-Z]\b(?![.a-z])|(?P<n>[0-9]{1,4}(?:[.,x-][0-9]{1,4})*)"
    r" ?(?P<unit>[A-Za-z\x80%\xb0]{0,5}))"
)


def _is_model(view: View, end: int, single: bool) -> bool:
    """Like "Max 15 kg", "Evita V500", "Mercedes 190 SL": a number right behind."""
    match = _MODEL_TAIL.match(view.plain, end, end + 20)
    if match is None:
        return False
    number = match.group("n")
    if number is None:
        return True
    unit = match.group("unit").lower()
    if unit in words("person_words")["unit"] or unit == "\x80":
        return single
    after = view.plain[match.end() : match.end() + 1]
    return single and not unit and number.isdigit() and after not in "./:)" and len(number) < 4


def _is_word_again(view: View, start: int, end: int, source: str) -> bool:
    """The everyday word that somebody's name also is ("Herr Koch … der Koch")."""
    low = view.low[start:end]
    if is_given(low, sure=True):
        return False
    bare = low[:-1] if low.endswith("s") and not is_given(low) else low
    if not (is_plain_noun_name(bare) or is_common(bare) or is_common_word(bare)):
        return False
    return (
        source == "rule:echo_name"
        or _LEAD_WORD.search(view.low, max(0, start - 14), start) is not None
    )


_ONE_OF = re.compile(r"(?:^|[^\w])(?:ein|eine[rmns]?|kein|keine[nrm]?|als|wie|zum|a) $")
_LEAD_WORD = re.compile(
    r"(?:^|[^\w])(?:de[rmns]|die|das|ein|eine[rmns]?|kein|keine[nrm]?|im|am|vom|zum|zur|beim|ins|"
    r"mein|meine[nrm]?|unser|wie|als|von|aus|mit|auf|in|und|oder|ohne|bei|gar|echte[rn]?|the|a) $"
)


def _is_shouted_once(view: View, start: int, end: int) -> bool:
    """All in capitals where the line is not: "EAN", "BILLY"."""
    if not view.plain[start:end].isupper() or end - start < 2:
        return False
    line = view.plain[view.line_start(start, 80) : view.line_end(end, 80)]
    return sum(s.islower() for s in line) > 12


_BEARS = words("person_words")["bears"]
_LINKS = words("person_words")["links"]
_WORD = re.compile(r"[\w\xb5-]+")


def _is_thing_word(word: str) -> bool:
    """A word of the list, or a compound that ends in a longer one of them."""
    things = words("person_words")["thing"]
    return word in things or any(word[cut:] in things for cut in range(1, len(word) - 4))


def _after_thing(view: View, start: int) -> bool:
    """Like 'Modell ', 'Brautkleid-Modell "', 'Fähre namens ' right before."""
    near = view.low[max(0, start - _NEAR) : start].rpartition("\n")[2]
    found = list(_WORD.finditer(near))
    if not found or near[found[-1].end() :] not in (" ", ' "', '"', ", "):
        return False
    before = [match.group().strip("-") for match in found[-4:]]
    comma = near.endswith(", ")
    while before and before[-1] in _BEARS:
        before.pop()
        comma = False
    return bool(before) and not comma and _is_thing_word(before[-1].rpartition("-")[2])


def _near_pet(view: View, start: int, end: int) -> bool:
    """Like "Labrador namens ", " (unser Kater)", ", das ist meine Hündin"."""
    pets = words("person_words")["pet"]
    near = view.low[max(0, start - _NEAR) : start].rpartition("\n")[2].rpartition(". ")[2]
    before = _WORD.findall(near.rstrip(' "(').rstrip(","))
    if near.strip() and "," not in near.rstrip(' ",(')[-12:]:
        recent = [] if "von" in before[-2:] else before[-3:]
        if any(word in pets for word in recent):
            return True
    after = view.low[end : end + 40].lstrip('"')
    if after[:2] not in (" (", ", ") and not after.startswith((" ist ", " heißt ")):
        return False
    following = [word for word in _WORD.findall(after)[:5] if word not in _LINKS]
    return bool(following) and following[0] in pets


def _near_bot(view: View, end: int) -> bool:
    """Like " (Chatbot)", ", der Bot", ", deine digitale Assistentin"."""
    after = view.low[end : end + 50].partition("\n")[0]
    if after[:2] not in (" (", ", "):
        return False
    lists = words("person_words")
    following = [word for word in _WORD.findall(after)[:5] if word not in lists["bot_links"]]
    if not following or following[0] in lists["bot"]:
        return bool(following)
    kinds = following[0] in lists["bot_kind"]
    return kinds and len(following) > 1 and following[1] in lists["bot_assistant"]


def _is_thing(view: View, start: int, end: int) -> bool:
    return _after_thing(view, start) or _near_pet(view, start, end)
