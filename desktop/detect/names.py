"""Names of people as text writes them: parts, spellings, inflection, initials, user names.

Everything here is a pure function over short strings; ``thread`` and ``persons`` apply it to mails.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache

from desktop.paths import resources

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
_PARTICLES = frozenset(
    [
        *("von", "van", "vom", "zu", "zum", "zur", "de", "del", "della", "di", "da", "das", "dos"),
        *("den", "der", "ten", "ter", "la", "le", "el", "al", "bin", "ben", "v", "d", "af", "y"),
    ]
)
_LONG_INITIALS = frozenset(["Th", "Ch", "Kl", "St", "Chr"])
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_OTHER_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ı": "i", "đ": "d", "ø": "o", "æ": "ae"})
_ROLE_WORDS = re.compile(
    r"team|service|support|info|kunde|kontakt|contact|help|hotline|office|büro|buero|sekretariat"
    r"|abteilung|vertrieb|verkauf|sales|buchhaltung|rechnung|reply|postfach|mail|admin|system|shop"
    r"|gmbh|verein|versicherung|bank|stadt|verwaltung|zentrale|redaktion|bestell|order|news|portal"
    r"|technik|storn|beschwerde|anfrage|daten|noreply|daemon|postmaster|webmaster|gruppe|group"
    r"|ihr|online|stelle|hilfe|center|centre|management|marketing|account|mitglied|reklamation"
    r"|schaden|vertrag|reservierung|buchung|billing|security|abuse|privat|home|family|familie|test",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; words as written, without titles, initials without their full stop."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return self.given + self.surname


def spellings(word: str) -> frozenset[str]:
    """Comparable forms: small letters, umlauts as two letters, and accents dropped.

    "Müller", "MÜLLER", "Mueller" and "Muller" share a form.
    """
    return _spellings(word) if len(word) <= 60 else frozenset({word.casefold()})


@lru_cache(maxsize=20_000)
def _spellings(word: str) -> frozenset[str]:
    small = unicodedata.normalize("NFC", word.replace("’", "'")).lower()
    bare = unicodedata.normalize("NFKD", small.translate(_OTHER_LETTERS))
    plain = "".join(ch for ch in bare if not unicodedata.combining(ch))
    two_letters = unicodedata.normalize("NFKD", small.translate(_UMLAUTS).translate(_OTHER_LETTERS))
    spelt = "".join(ch for ch in two_letters if not unicodedata.combining(ch))
    return frozenset({plain, spelt})


def base_forms(word: str) -> frozenset[str]:
    """``spellings`` of a word as found in text, also without a genitive ending."""
    return _base_forms(word) if len(word) <= 60 else spellings(word)


@lru_cache(maxsize=20_000)
def _base_forms(word: str) -> frozenset[str]:
    forms = set(spellings(word))
    for ending in ("'s", "’s", "s", "'", "’"):
        if word.lower().endswith(ending) and len(word) - len(ending) >= 3:
            forms |= spellings(word[: -len(ending)])
    return frozenset(forms)


def same_word(one: str, other: str) -> bool:
    """Whether two words write the same name, one of them perhaps in the genitive."""
    left, right = base_forms(one), base_forms(other)
    return bool(spellings(one) & right or spellings(other) & left)


def parse_name(name: str) -> NameParts:
    """Given names and surname of "Max von der Heide", "Heide, Max", "M. Heide" or "Heide".

    A single word counts as a surname; callers that know better look at the context.
    """
    if "," in name:
        last, _, first = name.partition(",")
        surname, given = tuple(WORD.findall(last)), tuple(WORD.findall(first))
        if surname and given:
            return NameParts(given, surname)
        name = name.replace(",", " ")
    words = tuple(WORD.findall(name))
    if len(words) < 2:
        return NameParts((), words)
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return NameParts(words[:at], words[at:])


def is_particle(word: str) -> bool:
    return word.lower() in _PARTICLES


def is_initial(word: str) -> bool:
    """ "M", "J-L", "Th": too short to be anything but an abbreviated given name."""
    return all(len(part) <= 1 for part in word.split("-")) or word in _LONG_INITIALS


def looks_like_person(name: str) -> bool:
    """Whether a header's display name names a person rather than a desk or a firm."""
    words = WORD.findall(name)
    if not 2 <= len(words) <= 5 or any(ch.isdigit() or ch in "@|/&" for ch in name):
        return False
    if _ROLE_WORDS.search(name):
        return False
    capital = [word for word in words if not is_particle(word)]
    return len(capital) >= 2 and all(word[0].isupper() for word in capital)


def is_role_mailbox(local_part: str) -> bool:
    """ "info", "kundenservice": an address of a desk, not of a person."""
    return bool(_ROLE_WORDS.search(local_part))


def name_in_local_part(local_part: str) -> str:
    """ "max.mueller84" → "Max Mueller"; empty when the local part does not spell a full name."""
    if is_role_mailbox(local_part):
        return ""
    parts = [part for part in re.split(r"[._\-+]", local_part) if part]
    parts = [part.rstrip("0123456789") for part in parts]
    if len(parts) != 2 or not all(part.isalpha() and len(part) >= 3 for part in parts):
        return ""
    return " ".join(part.capitalize() for part in parts)


def login_stems(parts: NameParts) -> frozenset[str]:
    """User names that people make of their name, letters only: "maxmueller", "mmueller", …

    Stems that are a name alone ("mueller") are not in: they need a digit beside them
    (``is_login_of``).
    """
    stems: set[str] = set()
    surname_forms = spellings("".join(parts.surname).replace("-", "")) if parts.surname else ()
    for given in parts.given:
        for first in spellings(given.replace("-", "")):
            for last in surname_forms:
                if len(last) < 3:
                    continue
                if len(first) > 1:
                    stems |= {first + last, last + first, first + last[0]}
                stems |= {first[0] + last, last + first[0], first[:2] + last, first[:3] + last}
    return frozenset(stem for stem in stems if len(stem) >= 5)


def login_letters(token: str) -> str:
    """The letters of a user name, small, without separators and digits."""
    small = token.lower()
    return small if small.isalpha() else "".join(ch for ch in small if ch.isalpha())


@lru_cache(maxsize=1)
def _ambiguous_words() -> frozenset[str]:
    data = (resources() / "detect" / "ambiguous_words.txt.z").read_bytes()
    return frozenset(zlib.decompress(data).decode("utf-8").split("\n"))


def is_common_word(word: str) -> bool:
    """Whether the word is also an everyday German word ("Sommer", "Klein", "Mai")."""
    if len(word) <= 2:
        return True
    small = word.lower()
    words = _ambiguous_words()
    return small in words or (small.endswith("s") and small[:-1] in words)
