"""The last look before a package leaves: does a value that was taken out still stand somewhere?

The description outside its tokens is folded (case, umlauts as ae/oe/ue, diacritics, normal forms,
invisible characters) and squeezed to letters and digits, with the places of its words kept. A
value found from word start to word end stands there whatever blanks, dashes or line ends are in
between. Any error here is a failed check: nothing is caught, so nothing is exported.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop.domain import Label

_INVISIBLE: Final = (
    "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_WORD: Final = re.compile(rf"[^\W_]+(?:[\u0300-\u036f{_INVISIBLE}]+[^\W_]*)*")
_UNSEEN: Final = re.compile(rf"[\u0300-\u036f{_INVISIBLE}]")
_UNSEEN_FORMAT: Final = re.compile(rf"[{_INVISIBLE}]")
_TOKEN: Final = re.compile(r"\[[A-Z]{2,20}-[0-9]{1,6}-[0-9A-Z]{3}\]")
_DIGIT_RUN: Final = re.compile(r"[0-9](?:[^\w\0\n]{0,3}[0-9])*")
_NOT_DIGIT: Final = re.compile(r"[^0-9]")
_PAIRS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

_NAMES: Final = frozenset({Label.PERSON, Label.ORG, Label.LOCATION, Label.ADDRESS})
_ENDINGS: Final = frozenset({"s", "es", "n", "en", "ns", "ens", "e", "er", "sche", "schen"})
_GENITIVES: Final = frozenset({"s", "ns", "ens", "sche", "schen"})  # hardly ever another word
_PARTICLES: Final = frozenset(
    {"von", "vom", "van", "der", "den", "dem", "des", "della", "und", "and", "the", "zum", "zur"}
    | {"frau", "herr", "herrn", "prof", "mrs", "dipl", "ing", "med", "jun", "sen", "familie"}
)
_SHORTEST: Final = 2  # characters; a single one stands everywhere
_SHORTEST_LOOSE: Final = 4  # below this only the exact spelling counts
_MOST_OF_ONE: Final = 1000  # places reported of one value; the export is refused anyway
_WIDEST_GAP: Final = 5  # characters between two words of one value
_SHORTEST_COMPOUND: Final = 6
_SHORTEST_NUMBER: Final = 5
_SHORTEST_WITHIN: Final = 7
_DIALLING: Final = ("0049", "0043", "0041", "49", "43", "41", "0")


@dataclass(frozen=True, slots=True)
class Leak:
    """A value that stands at ``start:end`` of the description.

    ``how``: ``exact``, ``folded`` (other case, spelling or grouping), ``inflected``, ``number``
    (the same digits), ``compound`` (a longer word begins with it), ``part`` (one name of several).
    ``certain`` is False where it may be another word that looks the same ("Klein", "klein"): a
    human may overrule these.
    """

    label: Label
    start: int
    end: int
    how: str
    certain: bool


def leaks(
    description: str,
    values: Iterable[tuple[Label, str]],
    *,
    tokens: Collection[str] | None = None,
) -> tuple[Leak, ...]:
    """All places, sorted, where one of ``values`` still stands outside the tokens.

    With ``tokens`` only these are skipped, without it everything in token form.
    """
    text = _Text.of(_masked(description, tokens))
    found: dict[tuple[int, int], Leak] = {}
    for label, value in dict.fromkeys(values):
        for leak in _find(text, label, value):
            known = found.get((leak.start, leak.end))
            if known is None or (leak.certain and not known.certain):
                found[leak.start, leak.end] = leak
    return tuple(_outermost(found.values()))


def _outermost(found: Iterable[Leak]) -> Iterator[Leak]:
    """The leaks by place, without those inside one that is as certain."""
    end = certain_end = -1
    for leak in sorted(found, key=lambda leak: (leak.start, -leak.end)):
        if leak.end > (certain_end if leak.certain else end):
            yield leak
            end = max(end, leak.end)
            certain_end = max(certain_end, leak.end) if leak.certain else certain_end


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its words squeezed together; the maps are from squeezed to original offsets."""

    original: str
    squeezed: str
    starts: dict[int, int]  # where a word starts
    ends: dict[int, int]  # where a word ends
    words: dict[int, tuple[int, str]]  # squeezed start of a word: its original end, folded form
    numbers: tuple[tuple[int, int, str], ...]  # original range and digits, grouping dropped

    @classmethod
    def of(cls, original: str) -> _Text:
        pieces: list[str] = []
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        words: dict[int, tuple[int, str]] = {}
        at = 0
        for match in _WORD.finditer(original):
            word = _fold(match.group())
            if not word:
                continue
            starts[at], words[at] = match.start(), (match.end(), word)
            at += len(word)
            ends[at] = match.end()
            pieces.append(word)
        numbers = tuple(
            (*match.span(), _NOT_DIGIT.sub("", match.group()))
            for match in _DIGIT_RUN.finditer(original)
        )
        return cls(original, "".join(pieces), starts, ends, words, numbers)


def _masked(description: str, tokens: Collection[str] | None) -> str:
    """The description with each token as a run of marks that no word or number crosses."""
    if tokens is None:
        pattern = _TOKEN
    elif tokens:
        pattern = re.compile("|".join(map(re.escape, sorted(tokens, key=len, reverse=True))))
    else:
        return description
    return pattern.sub(lambda match: "\0" * len(match.group()), description)


def _fold(word: str) -> str:
    """Letters and digits of a word, case-folded, umlauts written out, diacritics dropped."""
    composed = unicodedata.normalize("NFC", _visible(word)).casefold().translate(_PAIRS)
    return "".join(c for c in unicodedata.normalize("NFKD", composed) if c.isalnum())


def _visible(word: str) -> str:
    return _UNSEEN_FORMAT.sub("", word)


def _find(text: _Text, label: Label, value: str) -> Iterator[Leak]:
    yield from _find_exact(text, label, value.strip())
    bare = _UNSEEN.sub("", unicodedata.normalize("NFD", value))
    for needle in {_squeeze(value), _squeeze(bare)}:
        if len(needle) >= _SHORTEST_LOOSE:
            yield from _find_words(text, label, value, needle)
    yield from _find_number(text, label, value)
    if label is Label.PERSON:
        yield from _find_parts(text, value)


def _squeeze(value: str) -> str:
    return "".join(_fold(match.group()) for match in _WORD.finditer(value))


def _find_exact(text: _Text, label: Label, value: str) -> Iterator[Leak]:
    """The value in its exact spelling, not as a part of a word or number."""
    if len(value) < _SHORTEST:
        return
    at = text.original.find(value)
    while at >= 0:
        end = at + len(value)
        if not (_joined(text.original, at) or _joined(text.original, end)):
            yield Leak(label, at, end, "exact", True)
        at = text.original.find(value, end)


def _joined(text: str, at: int) -> bool:
    """Whether letters or digits stand on both sides of ``at``."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _find_words(text: _Text, label: Label, value: str, needle: str) -> Iterator[Leak]:
    at = text.squeezed.find(needle)
    count = 0
    while at >= 0 and count < _MOST_OF_ONE:
        leak = _judge(text, label, value, at, at + len(needle))
        if leak is not None:
            count += 1
            yield leak
        at = text.squeezed.find(needle, at + 1)


def _judge(text: _Text, label: Label, value: str, start: int, end: int) -> Leak | None:
    """What a hit ``start:end`` in the squeezed text means, None if it only looks like one."""
    first = text.starts.get(start)
    if first is None or not _close(text, start, end):
        return None
    last = text.ends.get(end)
    if last is not None:
        stands = text.original[first:last]
        exact = value.strip() == stands
        certain = exact or not _is_plain_word(value) or stands[:1] == value.strip()[:1]
        return Leak(label, first, last, "exact" if exact else "folded", certain)
    if label not in _NAMES:
        return None
    word_at = max(at for at in range(start, end) if at in text.words)
    last, word = text.words[word_at]
    rest = word[end - word_at :]
    capital = text.original[first : first + 1].isupper()
    if rest in _ENDINGS:
        return Leak(label, first, last, "inflected", capital and rest in _GENITIVES)
    if end - start >= _SHORTEST_COMPOUND and rest.isalpha() and capital:
        return Leak(label, first, last, "compound", False)
    return None


def _is_plain_word(value: str) -> bool:
    """One word of letters: in other capitals it may be another word ("Klein", "klein")."""
    return value.strip().isalpha()


def _close(text: _Text, start: int, end: int) -> bool:
    """Whether the words that the hit spans stand next to each other."""
    previous: int | None = None
    for at in range(start, end):
        here = text.words.get(at)
        if here is None:
            continue
        if previous is not None and not _gap_is_narrow(text.original[previous : text.starts[at]]):
            return False
        previous = here[0]
    return True


def _gap_is_narrow(gap: str) -> bool:
    return "\0" not in gap and len(gap.replace("\n> ", "\n").replace("\r", "")) <= _WIDEST_GAP


def _find_number(text: _Text, label: Label, value: str) -> Iterator[Leak]:
    """The same digits in any grouping; a phone number also with another dialling prefix."""
    wanted = {w for w in _digit_forms(label, value) if len(w) >= _SHORTEST_NUMBER}
    if not wanted:
        return
    for start, end, run in text.numbers:
        # A short number inside a longer one is another number.
        if any(d == run or (len(d) >= _SHORTEST_WITHIN and d in run) for d in wanted):
            yield Leak(label, start, end, "number", True)


def _digit_forms(label: Label, value: str) -> set[str]:
    digits = _NOT_DIGIT.sub("", value)
    if sum(map(str.isalpha, value)) > 4 and label is not Label.IBAN:
        return set()  # digits within words (an address) are not the value
    forms = {digits}
    if label is Label.PHONE:
        prefix = next((p for p in _DIALLING if digits.startswith(p)), "")
        bare = digits[len(prefix) :].removeprefix("0")
        forms = {bare} if len(bare) >= 6 else forms
    if label in (Label.DATE, Label.DATE_OF_BIRTH) and len(digits) == 8:
        turned = digits[4:] + digits[2:4] + digits[:2]
        forms |= {turned, digits[6:] + digits[4:6] + digits[:4]}
    return forms


def _find_parts(text: _Text, value: str) -> Iterator[Leak]:
    """One name of several ("Muster" of "Max Muster"), capitalised as in the value."""
    words = [match.group() for match in _WORD.finditer(value)]
    if len(words) < 2:
        return
    for word in words:
        folded = _fold(word)
        if len(folded) < 3 or folded in _PARTICLES or not word[:1].isupper():
            continue
        for leak in _find_words(text, Label.PERSON, word, folded):
            if text.original[leak.start].isupper() and leak.how != "compound":
                yield Leak(Label.PERSON, leak.start, leak.end, "part", False)
