"""Names with which short mails end or begin: the last words of the last line, "… danke ronja",
"G. Aust", and "kappes hier" at the start. Small letters are common here, so the lists decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import small_words
from desktop.detect.rules.names import (
    Word,
    is_blocked,
    is_common,
    is_given,
    is_noun,
    is_plain_noun_name,
    is_rank,
    is_surname,
    word_at,
)
from desktop.detect.rules.persons import person_span
from desktop.domain import Span

_TAIL_WIDTH = 80  # signs at the end of a mail that may hold its name
_CLOSE = re.compile(
    r"(?:^|[\s,.!?;:/])(?:danke(?: euch| dir| ihnen| schön| im voraus)?|"
    r"gr(?:uß|uss|üße|uesse|uess|üsse)|(?:v|m|b)?lg|glg|mfg|vg|hg|bg|merci|cheers|thx|thanks|ciao|"
    r"tschüss|tschau|servus|greetz|regards|yours|best|baba|bussi|pfiat di|"
    r"bis (?:dann|bald|später|morgen)|euer|eure|dein|deine|ihr|ihre|from|sry|gruezi|grüessli|"
    r"groetjes|saludos|saluti|hier|gez\.)[,!. ]{1,3}$"
)
# Every alternative of ``_CLOSE`` ends in one of them: a cheap look before the search.
_CLOSE_ENDS = (
    *("danke", "euch", "dir", "ihnen", "schön", "voraus", "uß", "uss", "üße", "uesse", "uess"),
    *("üsse", "lg", "mfg", "vg", "hg", "bg", "merci", "cheers", "thx", "thanks", "ciao"),
    *("tschüss", "tschau", "servus", "greetz", "regards", "yours", "best", "baba", "bussi"),
    *("di", "dann", "bald", "später", "morgen", "euer", "eure", "dein", "deine", "ihr", "ihre"),
    *("from", "sry", "gruezi", "grüessli", "groetjes", "saludos", "saluti", "hier", "gez"),
)
_STOP = re.compile(r"[.!?;:)][ \n]+$|\n[> \t]*$|[\U0001F300-\U0001FAFF\u2600-\u27bf\xa4] ?$")
_QUOTED = (
    "--",
    "__",
    ">",
    "am ",
    "on ",
    "von:",
    "from:",
    "ps",
    "p.s",
    "von mein",
    "gesendet",
    "sent ",
)
_REST = re.compile(
    r"(?:[ ,]*\([^)\n]{1,40}\)|"
    r",? (?:aus|von|vom|bank|zi\.?|zimmer|kd\.?|tel\.?|aus der|hier)\b[^\n]{0,30}|"
    r"[ ,]*[0-9+(][^\n]{0,40}|, [^\n]{2,50}| x+)?[ .!,)]*"
)


def find_signoffs(view: View) -> Iterator[Span]:
    """The name that ends a mail, or a mail before what it quotes."""
    for start, end in _last_lines(view):
        yield from _tail_name(view, start, end)


def _last_lines(view: View) -> Iterator[tuple[int, int]]:
    """Lines that end a letter: the last, and those before a quote, a header, a device line."""
    lines = [line for line in view.lines if view.plain[line[0] : line[1]].strip(" >\t|")]
    for number, (start, end) in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None:
            yield start, end
            continue
        text = view.low[following[0] : following[0] + 12].lstrip(" ")
        if text.startswith(_QUOTED) and not view.low[start : start + 12].lstrip(" ").startswith(
            "von:"
        ):
            yield start, end


def _tail_name(view: View, start: int, end: int) -> Iterator[Span]:
    begin = max(start, end - _TAIL_WIDTH)
    position = end
    tried = 0
    while position > begin and tried < 14:
        while position > begin and not view.plain[position - 1].isalpha():
            position -= 1
        while position > begin and (
            view.plain[position - 1].isalpha() or view.plain[position - 1] in "-'."
        ):
            position -= 1
        tried += 1
        stop = _read_tail(view, position, end, start)
        if stop:
            yield person_span((position, stop), 0.84, "person_signoff")
            return


def _read_tail(view: View, begin: int, end: int, line: int) -> int:
    """Where a name that starts here ends, if what stands around says that it signs the mail."""
    before = view.low[max(0, begin - 24) : begin]
    closing = before.rstrip(",!. ").endswith(_CLOSE_ENDS) and _CLOSE.search(before) is not None
    if not closing and begin != line and not _STOP.search(view.plain[max(0, begin - 3) : begin]):
        return 0
    taken = _words(view, begin, end)
    while taken:
        stop = taken[-1].end
        about = not closing and _is_topic(taken) and _ABOUT.match(view.low, stop, end)
        if not about and _signs(taken, closing) and _REST.fullmatch(view.low, stop, end):
            return stop - (view.plain[stop - 1] == ".")
        taken.pop()
    return 0


_ABOUT = re.compile(r" (?:aus|von|vom)\b")


def _is_topic(taken: list[Word]) -> bool:
    """A word that is a surname at best: "Lieder von ..." tells of songs, "Anna von ..." signs."""
    return len(taken) == 1 and not is_given(taken[0].low, sure=True)


def _words(view: View, begin: int, end: int) -> list[Word]:
    taken: list[Word] = []
    position = begin
    if (small := _small_initial(view, begin)) and small.end < end:
        taken.append(small)
        position = small.end + 1
    while len(taken) < 4 and position < end:
        word = word_at(view, position)
        if word is None or word.end > end:
            break
        taken.append(word)
        position = word.end + (view.plain[word.end : word.end + 1] == " ")
        if position == word.end and not word.initial:
            break
    return taken


def _small_initial(view: View, begin: int) -> Word | None:
    """Like "j." in "j. pfeiffer", which ends a mail without capitals."""
    sign = view.plain[begin : begin + 1]
    if not ("a" <= sign <= "z") or view.plain[begin + 1 : begin + 3] != ". ":
        return None
    return Word(begin, begin + 2, f"{sign}.", f"{sign}.")


def _signs(taken: list[Word], closing: bool) -> bool:
    first, rest = taken[0], taken[1:]
    if (
        is_blocked(first.low)
        or is_rank(first.low)
        or (is_noun(first.low) and not is_given(first.low))
    ):
        return False
    if first.initial:
        listed = first.capital or (len(rest) == 1 and is_surname(rest[0].low))
        return listed and len(rest) == 1 and _is_last_name(rest[0], first.capital)
    if not rest:
        return _is_alone(first, closing)
    if not is_given(first.low) or (is_common(first.low) and not is_given(first.low, sure=True)):
        return False
    return all(_is_last_name(word, first.capital) for word in rest)


def _is_alone(word: Word, closing: bool) -> bool:
    low = word.low
    if len(low) < 2 or (is_common(low) and not is_given(low, sure=True)):
        return False
    if is_given(low, sure=True):
        return closing or low not in small_words() or word.capital
    if word.capital:
        return is_given(low) or is_surname(low) or (closing and len(low) > 2)
    if low in small_words():
        return closing and is_given(low)
    return is_given(low) or (closing and len(low) > 3) or (is_surname(low) and closing)


def _is_last_name(word: Word, capital: bool) -> bool:
    if word.initial or len(word.low) == 1:
        return True
    if is_blocked(word.low) or is_noun(word.low) or word.capital != capital:
        return False
    if is_common(word.low) or word.low in small_words():
        return is_plain_noun_name(word.low) or is_given(word.low, sure=True)
    return True


_INITIALS = compiled(
    rf"([{UPPER}]\.(?: ?-?[{UPPER}]\.)? ?[{UPPER}][{LETTER}]{{2,20}}"
    rf"(?:-[{UPPER}][{LETTER}]{{2,20}})?)",
    before=LETTER + "0-9.,/@_-",
)
_ABBREVIATED = re.compile(r"(?:^|[^\w])(?:[a-zäöü]\.|typ|nr\.|art\.|abs\.|hl\.|\xa4) ?$")
_BRANDS = frozenset({"braun", "oliver", "boss", "klett", "fischer", "beck"})


def find_initial_names(view: View) -> Iterator[Span]:
    """Like "T. Rautenstrauch", "E. Winter," anywhere in a text."""
    for start, end in matches(_INITIALS, view.folded):
        last = view.low[start:end].rpartition(".")[2].strip(" -")
        if is_blocked(last) or is_noun(last) or last in _BRANDS:
            continue
        if _ABBREVIATED.search(view.low, max(0, start - 5), start):
            continue
        listed = is_surname(last) and not is_common(last)
        edge = view.plain[end : end + 1] in ",\n);(" or end >= len(view.plain)
        if listed or (
            edge and not is_given(last) and (not is_common(last) or is_plain_noun_name(last))
        ):
            yield person_span((start, end), 0.82, "person_initials")


_SELF = compiled(
    rf"(?m:^)[> ]{{0,4}}([{LETTER}][{LETTER}'-]{{2,20}}(?: [{LETTER}][{LETTER}'-]{{2,20}})?) "
    rf"(?:hier|nochmal|nochmals|again)[ .,!:]",
    before=None,
    after=None,
)


def find_self_named(view: View) -> Iterator[Span]:
    """Like "Kowalski hier." at the start of a line."""
    for start, end in matches(_SELF, view.folded):
        parts = [part for part in view.low[start:end].split(" ") if part]
        capital = view.plain[start].isupper()
        if any(is_blocked(p) or is_common(p) or is_noun(p) or p in small_words() for p in parts):
            continue
        if all(is_given(p) or is_surname(p) or capital for p in parts) or len(parts) == 1:
            yield person_span((start, end), 0.84, "person_self")
