"""What a personal name looks like: reading one at a position, judging its words by the lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.detect.rules.engine import LETTER, UPPER, View, compiled
from desktop.detect.rules.lexicon import (
    common_words,
    given_names,
    phrases,
    small_words,
    surnames,
    words,
)

# Python's engine: read at thousands of places, and its repetitions are bounded.
_WORD = re.compile(
    rf"v\. ?d\.(?= [{UPPER}])|"
    rf"(?:[{LETTER}]\.-?){{1,3}}|[{LETTER}]{{1,3}}\. |[{LETTER}](?:[{LETTER}]|"
    rf"['-][{LETTER}]){{0,40}}\.?"
)
_MAX_WORDS = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: offsets, and the word as written and in small letters, without a dot."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        if self.text[:1].isupper():
            return True
        head, _, tail = self.text.partition("-" if "-" in self.text else "'")
        return head in ("al", "el", "d", "o") and tail[:1].isupper()

    @property
    def initial(self) -> bool:
        letters = self.text.replace(".", "").replace("-", "")
        return len(letters) <= 2 and self.text.endswith(".") and self.low != "v.d."


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    return words("person_words")["not_name"]


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return words("person_words")["particle"]


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    return words("person_words")["title"]


def word_at(view: View, position: int) -> Word | None:
    match = _WORD.match(view.plain, position, position + 60)
    if match is None:
        return None
    text = match.group()
    if text[-1] in " .":
        text = text.rstrip(" ")
        if text[-1] == "." and not _keeps_dot(text):
            text = text[:-1]
    low = text.lower().replace(". ", ".")  # "v. d." is one particle, however it is spaced
    return Word(position, position + len(text), text, low)


def _keeps_dot(text: str) -> bool:
    bare = text.replace(".", "").replace("-", "")
    return (len(bare) <= 2 and text[:1].isupper()) or text.lower() in _DOTTED


_DOTTED = ("v.", "v.d.", "v. d.", "th.", "chr.", "joh.")


def is_given(low: str, *, sure: bool = False) -> bool:
    """Whether the word, or the parts of a double name, are given names."""
    known = given_names()
    if low in known:
        return known[low] or not sure
    if "-" in low:
        return all(is_given(part) for part in low.split("-") if part)
    return low.endswith("s") and known.get(low[:-1], False)


def is_surname(low: str) -> bool:
    if low in surnames():
        return True
    if "-" in low:
        return any(part in surnames() or part in given_names() for part in low.split("-"))
    return low.endswith("s") and low[:-1] in surnames()


def is_common(low: str) -> bool:
    return low in common_words()


_OFFICE = re.compile(r"(?:[eo]r|eur|[ae]nt|ist|log|eut|\xe4rzt|w\xe4lt|h\xf6rd)in$")


def is_office(low: str) -> bool:
    """A woman's office or trade ("lehrerin"), unless it is a listed name ("severin")."""
    return _OFFICE.search(low) is not None and not is_given(low) and not is_surname(low)


def is_blocked(low: str) -> bool:
    low = low.rstrip(".")
    return low in _not_names() and low not in _particles()


def skip_titles(view: View, position: int) -> int:
    """The position behind "Dr. med. " and the like."""
    for _ in range(6):
        match = _TITLE_WORD.match(view.small, position)
        if match is None:
            return position
        title = view.low[match.span()[0] : match.span()[1]].strip()
        if title == "di" and view.plain[position : position + 2] != "DI":
            return position  # "Frau Di Stefano"; the engineer writes "DI"
        if title not in titles() and title.rstrip(".") not in titles():
            return position
        if not title.endswith(".") and title not in _TITLES_WITHOUT_DOT:
            return position
        if view.plain[match.span()[1] : match.span()[1] + 1] == "/":
            return position  # joined offices: "StB/WP Keller"
        position = match.span()[1]
    return position


_TITLE_WORD = compiled(r"[a-zß-ÿ]+(?:\.?-[a-zß-ÿ]+)*\.?[aª]? ?", before=None, after=None)
_TITLES_WITHOUT_DOT = words("rule_words")["names.titles_without_dot"]


def read_name(
    view: View, position: int, *, loose: bool = False, single: bool = True
) -> tuple[int, int] | None:
    """The name that starts at ``position``.

    ``loose``: the place says that a name stands here, so the first word needs no list; else it must
    be a listed name. ``single``: one word alone will do.
    """
    first = word_at(view, position)
    if first is None or is_blocked(first.low):
        return None
    if not first.capital and not _small_name(first, loose):
        return None
    if not loose and not _is_listed(first):
        return None
    taken = [first]
    while len(taken) < _MAX_WORDS and (following := _following(view, taken, loose=loose)):
        taken += following
    bare = first.initial or (first.low in _particles() and not first.capital)
    if len(taken) == 1 and (not single or bare):
        return None
    return first.start, _name_end(taken)


def _name_end(taken: list[Word]) -> int:
    last = taken[-1]
    if last.text.endswith("'s"):
        return last.end - 2
    return last.end - 1 if last.text.endswith(".") else last.end


def _is_listed(word: Word) -> bool:
    if word.initial:
        return True
    if word.low in _particles():
        return False
    return not is_common(word.low) and (is_given(word.low) or is_surname(word.low))


def _small_name(word: Word, loose: bool) -> bool:
    """In mails without capitals a name must be in the lists and be no everyday word."""
    if word.low in _particles():
        return loose and word.low in _SMALL_LEADS
    if word.low in small_words() or is_common(word.low) or len(word.low) < 3:
        return False
    return is_given(word.low) or (loose and is_surname(word.low) and len(word.low) > 3)


_SMALL_LEADS = ("von", "van", "v.", "v.d.", "de", "al", "el", "d'", "della", "di")


def _following(view: View, taken: list[Word], *, loose: bool) -> list[Word]:
    """The next words of the name: one word, or particles and the word behind them."""
    if _is_genitive(taken[-1]):
        return []
    found: list[Word] = []
    position = taken[-1].end
    while len(found) < 4:
        gap = view.plain[position : position + 1]
        glued = gap == "" or (taken[-1].initial and not found and gap.isalpha())
        if gap != " " and not glued:
            return []
        word = word_at(view, position + (0 if glued else 1))
        if word is None:
            return []
        found.append(word)
        if word.low in _particles() and not (
            word.capital and is_given(word.low) and _ends_here(view, word)
        ):
            position = word.end
            if word.capital and _ends_here(view, word):
                return []
            continue
        return found if _continues(view, taken, found, loose=loose) else []
    return []


def _is_genitive(word: Word) -> bool:
    """Like "Ennas", "Müllers": what follows is what is theirs."""
    low = word.low
    known = given_names()
    return len(low) > 3 and low[-1] == "s" and low not in known and known.get(low[:-1], False)


def is_particle(low: str) -> bool:
    return low in _particles()


@lru_cache(maxsize=1)
def _ranks() -> frozenset[str]:
    sections = words("person_words")
    return (sections["rank"] | sections["relation"] | sections["title"]) - {"h.c.", "jun.", "sen."}


def is_rank(low: str) -> bool:
    """A job, rank or kin word that stands before a name ("Hausmeister", "Oma", "Amtsrätin")."""
    if low in _ranks() or low.rstrip(".") in _ranks():
        return True
    return len(low) > 7 and low.endswith(_JOB_ENDINGS) and not is_surname(low)


_JOB_ENDINGS = tuple(sorted(words("rule_words")["names.job_endings"]))


@lru_cache(maxsize=16384)
def is_noun(low: str) -> bool:
    """A German noun by its ending, whether the list of everyday words has it or not."""
    return has_noun_ending(low) or _is_compound(low)


def has_noun_ending(low: str) -> bool:
    known = is_surname(low) or is_given(low, sure=True)
    return len(low) > 7 and low.endswith(_NOUN_ENDINGS) and not known


def _is_compound(low: str) -> bool:
    """A word that ends in an everyday word ("Eulengruppe", "Bosch-Team") and is no listed name."""
    if "-" in low:
        last = low.rpartition("-")[2]
        name = is_surname(last) or is_given(last) or is_plain_noun_name(last)
        return len(last) > 2 and is_common(last) and not name
    if len(low) < 8 or low in surnames() or low in given_names():
        return False
    common = common_words()
    return any(
        low[cut:] in common and not is_plain_noun_name(low[cut:]) and low[cut:] not in surnames()
        for cut in range(3, len(low) - 4)
    )


_NOUN_ENDINGS = tuple(sorted(words("rule_words")["names.noun_endings"]))


def _ends_here(view: View, word: Word) -> bool:
    return view.plain[word.end : word.end + 1] != " "


def _continues(view: View, taken: list[Word], found: list[Word], *, loose: bool) -> bool:
    word = found[-1]
    if word.low.rstrip(".") in _BEFORE_NUMBERS and _NUMBER_BEHIND.match(view.plain, word.end):
        return False
    by_given = any(is_given(w.low) or w.initial for w in taken)
    if _is_cry(word.low) or (len(found) > 1 and _starts_another(view, found)):
        return False
    if len(word.text) == 1:  # "Erna P"
        return (
            word.capital
            and (is_given(taken[-1].low) or is_surname(taken[-1].low))
            and len(found) == 1
        )
    if is_blocked(word.low) or (is_noun(word.low) and (not by_given or has_noun_ending(word.low))):
        return False
    if not word.capital:
        small = not taken[0].capital
        listed = is_surname(word.low) or is_given(word.low)
        return small and listed and word.low not in small_words() and len(word.low) > 2
    if word.initial:
        return by_given or taken[-1].initial or loose
    shouted = word.text.isupper() and len(word.text) > 1
    if shouted and not taken[0].text.isupper():
        return False
    noble = len(found) > 1 or (taken[-1].low in _DOTTED and not taken[-1].capital)
    if is_common(word.low):
        if noble or (by_given and is_plain_noun_name(word.low)):
            return True
        sure = len(taken) == 1 and is_given(taken[0].low, sure=True) and len(word.low) > 2
        return sure and view.plain[word.end : word.end + 1] in ",.\n);"
    listed = is_surname(word.low) or is_given(word.low)
    if taken[-1].low.endswith("s") and not listed and not is_given(taken[-1].low):
        return False  # "Herrn Dobrescus Beifahrer"
    return by_given or loose or noble or is_surname(word.low) or is_given(word.low)


_BEFORE_NUMBERS = words("rule_words")["names.before_numbers"]  # "Kl. 31" is no initial
_NUMBER_BEHIND = re.compile(r"\.? ?[0-9]")


def _is_cry(low: str) -> bool:
    """Like "Ahhh", "Grööööhl": no name has a letter three times in a row."""
    return low != "iii" and any(a == b == c for a, b, c in zip(low, low[1:], low[2:], strict=False))


def _starts_another(view: View, found: list[Word]) -> bool:
    """Whether behind a particle another whole name begins ("Jonas Klaaßen zu Petra Wirth")."""
    if found[-2].low not in ("zu", "von") or not is_given(found[-1].low, sure=True):
        return False
    end = found[-1].end
    following = word_at(view, end + 1) if view.plain[end : end + 1] == " " else None
    return following is not None and following.capital and not is_common(following.low)


def is_plain_noun_name(low: str) -> bool:
    """An everyday word that is a surname all the same ("Vogel", "König")."""
    return low in words("person_words").get("noun_names", frozenset()) or low in _noun_names()


_ARTICLE = re.compile(
    r"(?<![^\W\d_])(?:de[rnms]|die|das|(?:k?ein|mein|dein|unser|euer)(?:e[mnrs]?)?|als|the|an?)\s$"
)


def means_the_thing(before: str, low: str) -> bool:
    """Whether a noun that is also a surname stands behind an article: "der Koch", "ein Strauch".

    ``before``: lower-case text in front of it; ``low``: the word in lower case.
    """
    return is_plain_noun_name(low) and _ARTICLE.search(before) is not None


@lru_cache(maxsize=1)
def _noun_names() -> frozenset[str]:
    return frozenset(phrases("noun_names").get("names", ()))


def is_name_line(view: View, start: int, end: int) -> bool:
    """Whether the stretch is made of name words only (two to five, or one given name)."""
    taken: list[Word] = []
    position = start
    while position < end and len(taken) < 6:
        word = word_at(view, position)
        if word is None or is_blocked(word.low):
            return False
        taken.append(word)
        position = word.end
        if view.plain[position : position + 1] == " " and position < end:
            position += 1
        elif position < end and not word.initial:
            return False
    if position < end:
        return False
    return _name_like(taken)


def _name_like(taken: list[Word]) -> bool:
    if not all(w.capital or w.low in _particles() for w in taken):
        return len(taken) <= 3 and all(is_given(w.low) or is_surname(w.low) for w in taken)
    full = [w for w in taken if w.low not in _particles()]
    if not full:
        return False
    if len(full) == 1:
        return is_given(full[0].low) or (is_surname(full[0].low) and not is_common(full[0].low))
    known = sum(is_given(w.low) or w.initial or is_surname(w.low) for w in full)
    return (
        known >= 1 and sum(is_common(w.low) and not is_given(w.low) for w in full) <= len(full) // 2
    )
