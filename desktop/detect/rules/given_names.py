"""Listed given names wherever they stand, with the words around them that belong to the name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from desktop.detect.rules.engine import View
from desktop.detect.rules.lexicon import words
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
    word_at,
)
from desktop.detect.rules.persons import companions, person_span
from desktop.domain import Span


def find_given_names(view: View) -> Iterator[Span]:
    """A name that begins with a given name beyond doubt, or stands behind an article in a list."""
    position = 0
    for start, end in view.words:
        if start < position or end - start < 2 or view.plain[end : end + 1] in ("@", "_", "\\"):
            continue
        low = view.low[start:end]
        if not _maybe_given(low) or is_blocked(low) or _is_weekday(view, start, end):
            continue
        if view.before(start, 4).endswith(("st. ", "são ", "sao ")):
            continue  # a place
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
        yield person_span(name, 0.72 if single else 0.86, "person_given_name")
        yield from companions(view, name[1])
        position = name[1]


def _with_surname_before(view: View, name: tuple[int, int]) -> tuple[int, int]:
    """Like "Aebischer Urs", and "Kaya, Hatice" at the start of a line or field."""
    start = name[0]
    comma = view.plain[max(0, start - 2) : start] == ", "
    stop = start - (2 if comma else 1)
    if stop <= 0 or not (comma or view.plain[stop] == " ") or not view.plain[stop - 1].isalpha():
        return name
    begin = stop
    while begin > 0 and (view.plain[begin - 1].isalpha() or view.plain[begin - 1] in "'-"):
        begin -= 1
    if not comma and (behind := _behind_article(view, begin, stop)) >= 0:
        return behind, name[1]
    low = view.low[begin:stop]
    if comma and is_surname(low) and _stands_alone(view, begin) and _before_date(view, name[1]):
        return begin, name[1]
    if (
        not view.plain[begin].isupper()
        or (is_common(low) and not is_plain_noun_name(low))
        or is_given(low, sure=True)
        or is_blocked(low)
        or len(low) < 3
    ):
        return name
    listed = is_surname(low) or is_plain_noun_name(low)
    if is_noun(low) or is_rank(low) or (comma and not _only_given(view, *name)):
        return name
    if listed and _stands_alone(view, begin):
        return begin, name[1]
    if comma:
        sure = listed or "  " in view.plain[max(0, begin - 3) : begin]
        return (begin, name[1]) if sure and _ends_entry(view, begin, name[1]) else name
    return (begin, name[1]) if " " not in view.plain[start : name[1]] and is_surname(low) else name


_ARTICLES = words("rule_words")["given_names.articles"]
_DIALECT_NOUNS = tuple(sorted(words("rule_words")["given_names.dialect_endings"]))


def _behind_article(view: View, begin: int, stop: int) -> int:
    """Where an unlisted surname begins in "d'Zurbrigg Heidi", "de Tschannen Ueli", or -1."""
    if view.low[begin : begin + 2] in ("d'", "s'"):
        begin += 2
    else:
        before = view.before(begin, 12).rpartition("\n")[2].split(" ")
        if len(before) < 2 or before[-2] not in _ARTICLES:
            return -1
    low = view.low[begin:stop]
    if len(low) < 4 or not view.plain[begin].isupper() or low.endswith(_DIALECT_NOUNS):
        return -1
    thing = is_common(low) or is_noun(low) or is_office(low) or is_rank(low) or is_blocked(low)
    return -1 if thing or is_given(low) else begin


def _before_date(view: View, end: int) -> bool:
    """Like "Kaya, Hatice - 01.05.1972" in a list."""
    tail = view.plain[end : end + 4].lstrip(" ,;(\t-")
    return view.plain[end : end + 1] in (" ", ",", ";", "\t") and tail[:1].isdigit()


def _is_weekday(view: View, start: int, end: int) -> bool:
    """ "Thu" of a date line ("Thu, 4 Jun"), which is a given name elsewhere."""
    return view.low[start:end] == "thu" and view.plain[end : end + 3].lstrip(", ")[:1].isdigit()


def _only_given(view: View, start: int, end: int) -> bool:
    """Given names and initials only: "Anna Maria", "Th.", "Aïssatou"."""
    parts = view.low[start:end].replace("-", " ").split()
    return all(len(part) < 3 or is_given(part.rstrip(".")) for part in parts)


def _stands_alone(view: View, begin: int) -> bool:
    """At the start of a line, a cell or a list entry."""
    before = view.plain[max(0, begin - 40) : begin]
    lead = before.rstrip(" ")
    return not lead or lead[-1] in '\n>|(;:-*\xb7"=' or before.endswith("  ")


def _ends_entry(view: View, begin: int, end: int) -> bool:
    """ "… Konto Berg, Anton, in der" is a list's form: no word of a sentence follows, and what
    stands before is no name of its own."""
    lead = view.plain[max(0, begin - 30) : begin].rstrip(" ").rpartition(" ")[2]
    low = lead.lower()
    if lead[:1].isupper() and not is_common(low) and (is_given(low) or is_surname(low)):
        return False
    if low.rstrip(".") in ("herr", "herrn", "frau", "fr", "hr", "familie", "dr", "und", "liebe"):
        return False
    tail = view.plain[end : end + 2]
    return not tail or tail[0] in "\n(|;\t/)," or tail in ("  ", " (") or lead[-1:].isdigit()


def _is_label(view: View, name: tuple[int, int]) -> bool:
    """A single name in quotes is a model, a bot or a boat as often as a person."""
    return view.plain[name[0] - 1 : name[0]] in ('"', "'") or view.plain[name[1] : name[1] + 1] in (
        '"',
        "!",
    )


@lru_cache(maxsize=8192)
def _maybe_given(low: str) -> bool:
    return is_given(low) or _double_given(low)


def _double_given(low: str) -> bool:
    return "-" in low and all(is_given(part) for part in low.split("-")) and len(low) > 6


def _doubtful_given(view: View, start: int, low: str) -> tuple[int, int] | None:
    """Like "Max Berger": a doubtful given name counts with a surname from the lists behind it."""
    if not is_given(low):
        return None
    word = word_at(view, start)
    following = (
        word_at(view, word.end + 1) if word and view.plain[word.end : word.end + 1] == " " else None
    )
    if following is None or not following.capital or is_blocked(following.low):
        return None
    if is_common(following.low) or not is_surname(following.low):
        return None
    return read_name(view, start, loose=True)


_THING_WORDS = (
    "straße",
    "strasse",
    "str.",
    "platz",
    "weg",
    "allee",
    "gymnasium",
    "schule",
    "stiftung",
    "gmbh",
    "klinik",
    "krankenhaus",
    "hospital",
    "verlag",
    "kirche",
    "museum",
    "ring",
    "gasse",
    "haus",
    "institut",
)


def _inside_thing(view: View, name: tuple[int, int]) -> bool:
    """Part of a street, school or firm, or quoted as a title of something sold."""
    tail = view.low[name[1] : name[1] + 14]
    if tail[:1] == "-" and tail[1:2].isalpha():
        return True
    if tail[:1] in ("@", "\\", "_") or (tail[:1] == "." and tail[1:2].isalpha()):
        return True
    following = tail.lstrip(" -").split(" ")[0].rstrip(".,;:")
    return following in _THING_WORDS or view.plain[name[0] - 1 : name[0]] in (
        "-",
        "@",
        ".",
        "_",
        "\\",
        "/",
    )
