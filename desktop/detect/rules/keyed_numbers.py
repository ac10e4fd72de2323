"""Numbers announced by a word: "Kundennr. 44-10982217", "Vertrag V/2023/0815", "Ihr Zeichen: …".

German compounds make the list of announcing words endless, so the rule is turned round: any word
that ends in a number word announces a number, unless its stem is one of nobody's things
(``resources/detect/id_keys.txt``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from desktop.detect.rules.engine import SMALL, View, compiled
from desktop.detect.rules.lexicon import words
from desktop.detect.rules.number_values import is_goods, read_value
from desktop.domain import Label, Span

# Words behind which another kind of value stands, or another thing begins.
OTHER_VALUE = re.compile(rf"\b(?:{'|'.join(sorted(words('id_keys')['other_value']))})\b")


_OTHER_NOUN = re.compile(rf"\b(?:{'|'.join(sorted(words('id_keys')['other_noun']))})\b")
# "Lieferung ab: …": the colon belongs to the last word of the clause.
_OTHER_BEFORE_COLON = re.compile(
    rf"\b(?:{'|'.join(sorted(words('id_keys')['other_value']))}):[ \"']*\Z"
)


class Strength(IntEnum):
    """How surely the announcing word means a number."""

    NONE = 0
    BARE = 1  # "Nr." alone
    WEAK = 2  # "Vertrag"
    STRONG = 3  # "Vertragsnummer"


# Linear: parts share no sign. "&" joins single letters ("R&D"), "/" no value and the next key.
_WORDS = re.compile(rf"[0-9{SMALL}_]+(?:(?:\.-|[.-]|(?<![0-9])/|&(?=[{SMALL}]\b))[{SMALL}_]+)*")


_SUFFIXES = (
    "identifikationsnummer",
    "nummern",
    "nummer",
    "nrn",
    "nr",
    "number",
    "numbers",
    "kennung",
    "kennzahl",
    "zeichen",
    "referenz",
    "kennziffer",
    "zahl",
    "schlüssel",
    "num",
    "no",
    "code",
)


_STOP_ZAHL = (
    "erkennung",
    "anzahl",
    "mehrzahl",
    "vielzahl",
    "drehzahl",
    "bezahl",
    "auszahl",
    "stückzahl",
)


_ID_CODES = (
    "buchung",
    "transaktion",
    "reservierung",
    "vorgang",
    "bestell",
    "kunden",
    "referenz",
    "auftrag",
    "bestätigung",
    "autorisierung",
    "kellner",
    "filekey",
    "booking",
    "mitglied",
    "retoure",
    "rücksende",
    "tracking-ref",
)


_FILLER = (
    r"(?:lautet|lauten|ist|war|heißt|is|was|nr|nummer|no|number|id|die|der|das|den|dort|neu|"
    r"neue|alt|"
    r"alte|intern|hier|noch|jetzt|laut|lt\.|mein|meine|ihre|ihr|unser|unsere|nochmal|bei|ihnen|"
    r"uns|links|rechts|"
    r"euch|dir|auch|folgende|my|your|the|also|wie|folgt|falls|nötig|mit|unter|vom|zum|zur|code|"
    r"gerät|geräts|dazu|dafür|eben|exakt|übrigens|with|of|for|wäre|sind|are|von|und)\b"
)


_SEPARATOR = compiled(
    rf"\.?(?: ?\([^)\n0-9]{{1,30}}\))?"
    rf"(?:[ \t]*[:=#|>*\"'(\[-]+|[ \t.]*\.{{2,60}}|[ \t]{{2,40}}|[ \t]+{_FILLER}\.?|"
    rf"\.){{0,7}}[ \t]*[\"'(\[#<]*",
    before=None,
    after=None,
)


_SENTENCE = compiled(
    r"[ \t][^\n:0-9,;]{1,44}(?:: ?| (?:ist|lautet|lauten|war|is|was):? )[\"']?",
    before=None,
    after=None,
)


_NEXT_LINE = compiled(r"[ \t]*[:=]?[ \t]*\n[ \t>|]{0,8}[(\"']?", before=None, after=None)


_AND = compiled(
    r"(?: ?\([^)\n]*\))? ?(?:,|;|/|&|\+)? ?(?:und|and|sowie|oder|u\.|/|bzw\.?|rechts|links)? ?",
    before=None,
    after=None,
)


def find_keyed_numbers(view: View) -> Iterator[Span]:
    """The numbers behind announcing words, and those listed on behind them."""
    previous = ""
    taken = 0
    for match in _WORDS.finditer(view.low):
        start, end = match.span()
        word = match.group()
        strength = _strength(view, word, previous, start, end)
        previous = word
        if not strength or start < taken:
            continue
        if strength == Strength.BARE and is_goods(view, start):
            continue
        value = _value_behind(view, end, word, strength)
        if value is None:
            continue
        score = {Strength.STRONG: 0.92, Strength.WEAK: 0.86, Strength.BARE: 0.72}[strength]
        for first, last in (value, *_listed_on(view, value)):
            yield Span(first, last, Label.ID_NUMBER, score, "rule:keyed_number")
            taken = last


def _strength(view: View, word: str, previous: str, start: int, end: int) -> Strength:
    strength = _known_strength(word)
    if strength is None:
        return _bare(view, word, previous, start)
    if strength is Strength.NONE and len(word) > 4 and word.endswith("id"):
        camel = view.plain[end - 2] == "I" and view.plain[end - 3].islower()  # deviceId, UserID
        return Strength.STRONG if camel else Strength.NONE
    return strength


def strength_of(word: str) -> Strength:
    """How surely a word (small letters) announces a number, whatever stands around it."""
    return _known_strength(word) or Strength.NONE


@lru_cache(maxsize=8192)
def _known_strength(word: str) -> Strength | None:
    """By the word alone; None for "Nr." and the like, whose neighbours decide."""
    keys = words("id_keys")
    flat = word.replace(".", "").replace("/", "").replace("&", "").strip("-_")
    plain = flat.replace("-", "").replace("_", "")
    if plain in keys["long"]:
        return Strength.WEAK
    if flat in keys["alone"] or plain in keys["alone"]:
        return Strength.STRONG if _is_number_word(flat) else Strength.WEAK
    if "-" in flat and flat.rpartition("-")[2] in keys["joined"]:
        return Strength.WEAK  # "Polizei-Az", "ADAC-Fall"
    if _ends_in_key(flat) and not _is_nobodys(flat, keys["not"]):
        return Strength.WEAK
    if plain in ("nr", "nummer", "nummern", "no", "id", "nrn", "number", "code"):
        return None
    stem = _stem(flat)
    if stem is None or len(stem) < 2:
        return Strength.NONE
    return Strength.NONE if _is_nobodys(stem, keys["not"]) else Strength.STRONG


def _ends_in_key(flat: str) -> bool:
    """Like "Hausratpolice", "Leasing-Vertrag", "E-Ticket"."""
    return flat.endswith(_TAILS) and (
        flat.endswith(_LONG_TAILS) or flat.rpartition("-")[2] in _TAILS
    )


_TAILS = tuple(words("id_keys")["tail"])


_LONG_TAILS = tuple(tail for tail in _TAILS if len(tail) > 5)


_NOT_TAILS = tuple(words("id_keys")["not_tail"])


def _is_number_word(flat: str) -> bool:
    return flat.endswith(("nr", "nummer", "-id", "id", "sn", "imei", "zeichen", "fin", "vin"))


def _bare(view: View, word: str, previous: str, start: int) -> Strength:
    keys = words("id_keys")
    gap = view.plain[max(0, start - 2) : start]
    joined = gap.endswith((" ", "-", "(", ".")) and "\n" not in gap
    if joined and previous:
        flat = previous.replace(".", "").replace("-", "")
        if flat in keys["alone"] or flat.rstrip("s") in keys["alone"]:
            return Strength.STRONG
        if _is_nobodys(flat, keys["not"]) or flat in ("nach", "gemäß", "laut", "gemäss", "anlage"):
            return Strength.NONE
        if _ends_in_key(flat):
            return Strength.STRONG
    if word == "code":
        return Strength.WEAK if joined and previous.startswith(_ID_CODES) else Strength.NONE
    return Strength.BARE


def _stem(flat: str) -> str | None:
    if flat.endswith(("-id", "_id", "-ids")):
        return flat[:-3].rstrip("-")
    if flat.endswith(_STOP_ZAHL):
        return None
    for suffix in _SUFFIXES:
        if flat.endswith(suffix) and len(flat) > len(suffix) + 1:
            if suffix in ("code", "schlüssel") and not flat.startswith(_ID_CODES):
                return None  # door codes, pick-up codes and keys are credentials
            if suffix in ("no", "num") and flat[-len(suffix) - 1] not in "-_ ":
                return None
            return flat[: -len(suffix)].strip("-_")
    return None


def _is_nobodys(stem: str, nobodys: frozenset[str]) -> bool:
    parts = stem.replace("_", "-").split("-")
    last = parts[-1] or stem
    if last in nobodys or last.rstrip("sne") in nobodys:
        return True
    return last.endswith(_NOT_TAILS)


def _value_behind(view: View, end: int, word: str, strength: Strength) -> tuple[int, int] | None:
    match = _SEPARATOR.match(view.small, end)
    begin = match.span()[1] if match else end
    separator = view.low[end:begin]
    if not separator and view.plain[end : end + 1] != "\n":
        return None
    pointed = any(sign in separator for sign in ":=#")
    value = read_value(view, begin) if separator else None
    if value is None and strength >= Strength.WEAK:
        value = _value_elsewhere(view, end, strength)
        pointed = value is not None
    if value is None or not _fits(view, value, word, strength, pointed):
        return None
    return value


def _value_elsewhere(view: View, end: int, strength: Strength) -> tuple[int, int] | None:
    """Behind the rest of a clause with a colon, or on the next line."""
    if match := _NEXT_LINE.match(view.small, end + (view.plain[end : end + 1] == ".")):
        return read_value(view, match.span()[1])
    match = _SENTENCE.match(view.small, end)
    near = match and (strength == Strength.STRONG or match.span()[1] - end < 26)
    if match and _OTHER_BEFORE_COLON.search(view.low, end, match.span()[1]):
        return None
    if match and near and not _OTHER_NOUN.search(view.low, end, match.span()[1]):
        return read_value(view, match.span()[1])
    return None


def _fits(view: View, value: tuple[int, int], word: str, strength: Strength, pointed: bool) -> bool:
    text = view.plain[value[0] : value[1]]
    digits = sum(map(str.isdigit, text))
    flat = sum(map(str.isalnum, text))
    if (
        _CLOCK.fullmatch(text)
        or _SERVICE.fullmatch(text)
        or text[:1] in "+*"
        or view.plain[value[1] : value[1] + 1] == "@"
        or "://" in text
    ):
        return False
    if "key" not in word and _HEX.fullmatch(text):
        return False  # of a machine's protocol; a PGP key is somebody's
    if not pointed and _TRANSACTION.fullmatch(text):
        return False  # of a programme's menu
    if view.plain[value[1] : value[1] + 3].lstrip().startswith("*"):
        return False  # a masked card
    if word in words("id_keys")["long"] and flat < 5 and text.isdigit():
        return False
    if not digits:
        shouting = not any(map(str.islower, view.plain[max(0, value[0] - 40) : value[0]]))
        return word.replace(".", "") in words("id_keys")["code"] and flat <= 8 and not shouting
    year = _is_year(text)
    if word in words("id_keys")["code"] and text.isupper() and 5 <= flat <= 8:
        return True
    if digits < 3 and _LOWER_RUN.search(text):
        return False
    if strength == Strength.STRONG:
        return flat >= (2 if pointed else 3) and not (year and not pointed)
    if _LOWER_RUN.search(text) or _MOBILE.fullmatch(text) or _HOURS.fullmatch(text):
        return False  # a name, a host, a telephone, when somebody comes
    mixed = any(c.isalpha() for c in text) and any(c.isupper() for c in text)
    grouped = any(sign in text for sign in "-/._")
    if year or (grouped and _is_thousands(text)):
        return False
    if strength == Strength.BARE:
        return digits >= 4 or (mixed and flat >= 5 and digits >= 2)
    return (
        digits >= 4
        or (digits >= 2 and mixed and flat >= 5)
        or (digits == 3 and (grouped or pointed))
    )


_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_HOURS = re.compile(r"[0-2]?[0-9]\.[0-5][0-9](?: ?- ?[0-2]?[0-9]\.[0-5][0-9])?")  # "8.00-9.15"
_SERVICE = re.compile(r"0(?:800|900|180[1-6]?)[ /-][0-9][0-9 /-]{4,12}")  # "0800 44 12 0"
_HEX = re.compile(r"0[xX][0-9a-fA-F]+")
_TRANSACTION = re.compile(r"[A-Z]{2}[0-9]{2}N?")  # "ME21N"
_MOBILE = re.compile(r"0 ?(?:1[567][0-9]|6[5-9][0-9]|7[6-9])[ /-]?[0-9][0-9 /-]{5,}")
_LOWER_RUN = re.compile(r"[a-zß-ÿ]{4}")
_YEARS = re.compile(r"(?:(?:0?[1-9]|1[0-2])[/.])?(?:19|20)\d\d|(?:19|20)\d\d/(?:20)?\d\d")


def _is_year(text: str) -> bool:
    """A year, a month of one or a span of two: "2024", "07/2025", "2023/24"."""
    return _YEARS.fullmatch(text) is not None


def _is_thousands(text: str) -> bool:
    head, _, tail = text.partition(".")
    return head.isdigit() and tail.isdigit() and len(tail) == 3 and len(head) <= 3


def _shape(text: str) -> str:
    return "".join("9" if s.isdigit() else "A" if s.isalpha() else s for s in text)


def _listed_on(view: View, value: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Further values of the same shape: "33025731, 33016632 und 33018850"."""
    shape = _shape(view.plain[value[0] : value[1]])
    if len(shape) < 4:
        return
    end = value[1]
    for _ in range(50):
        match = _AND.match(view.small, end)
        begin = match.span()[1] if match else end
        further = read_value(view, begin) if begin > end else None
        if further is None or _shape(view.plain[further[0] : further[1]]) != shape:
            return
        yield further
        end = further[1]
