"""Streets without a street word, given away by their surroundings: on the list ("Stau 11"), with a
field or hill in their name ("Tannenkamp 24"), or before a place ("Bächliwis 14, Chur")."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.address_context import (
    closes,
    code_after,
    from_town,
    lead_before,
    no_amount,
    no_name,
    opens,
    town_after,
)
from desktop.detect.rules.address_tails import whole
from desktop.detect.rules.addresses import strip
from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, matches
from desktop.detect.rules.lexicon import (
    common_words,
    everyday,
    given_names,
    streets,
    surnames,
    words,
)
from desktop.domain import Label, Span

_ADJECTIVES = words("rule_words")["addresses.adjectives"]
_NUMBER = r"[0-9]{1,3} ?[a-h]?(?:[/-][0-9]{1,3}[a-h]?){0,2}"
_LISTED_NAME = compiled(
    rf"((?:[{UPPER}][{LETTER}'.-]+ ){{0,2}}[{UPPER}][{LETTER}'.-]+ {_NUMBER})",
    before=LETTER + "0-9_@/.-",
)
_ENDS = tuple(words("rule_words")["addresses.weak_ends"])


def find_listed_streets(view: View) -> Iterator[Span]:
    """Streets without a street word, by the list, their ending or the place behind them."""
    for start, end in matches(_LISTED_NAME, view.folded):
        name_end = start + len(_name(view, start, end))
        if not no_amount(view, end) or view.plain[name_end + 1] == "0":
            continue
        names = view.plain[start:name_end].split(" ")
        if no_name(names[-1]) or names[-1].endswith("."):
            continue
        begin = start
        for skip in range(len(names)):
            score = _fits(view, begin, end, names[skip:])
            if score:
                first, stop = whole(view, begin, end)
                name = "street_listed" if score >= 0.8 else "street_like"
                yield Span(first, strip(view, stop), Label.ADDRESS, score, f"rule:{name}")
                break
            begin += len(names[skip]) + 1


def _name(view: View, start: int, end: int) -> str:
    digit = next(i for i in range(start, end) if view.plain[i].isdigit())
    return view.plain[start:digit].rstrip(" ")


def _fits(view: View, begin: int, end: int, names: list[str]) -> float:
    """How sure the words ``names`` with their number are a street's whole name; 0 if not."""
    name = " ".join(names).lower()
    first, stop = whole(view, begin, end)
    if any(word.endswith(".") for word in names[:-1]) or no_name(names[0]):
        return 0.0
    framed = _street_place(view, first, stop)
    opened = view.plain[begin - 1 : begin] == "("
    bracketed = opened and view.plain[end : end + 1] == ")" and "-" not in view.plain[begin:end]
    if name in streets() and framed and (name not in common_words() or bracketed):
        return 0.8
    last = names[-1].lower()
    if len(names) == 1 and (framed or opened) and from_town(last):
        return 0.78 if last not in surnames() or opened else 0.0
    if len(names) == 2 and _adjective(names[0]) and not no_name(last):
        return 0.78 if framed or _placed(view, first, stop) else 0.0
    if len(names) > 1 and (everyday(names[0]) or names[0].lower() in given_names()):
        return 0.0
    if len(names) > 2 or len(last) < 3 or last in common_words():
        return 0.0
    if len(names) == 2 and (last in surnames() or not opens(view, first)):
        return 0.0
    opened = opens(view, first) or lead_before(view, first) or "\n" in view.plain[first:begin]
    if opened and _placed(view, first, stop):
        return 0.75
    like = last.endswith(_ENDS) and len(last) > 5 and len(names) == 1
    if like and (lead_before(view, first) or (framed and _calm(view, first))):
        return 0.72
    return 0.0


def _adjective(word: str) -> bool:
    """Like "Obere" in "Obere Au 6", "Fürther" in "Fürther Freiheit 2"."""
    return word.lower() in _ADJECTIVES or from_town(word)


def _placed(view: View, first: int, stop: int) -> bool:
    return code_after(view, stop) or town_after(view, stop) or lead_before(view, first)


def _calm(view: View, start: int) -> bool:
    """No list of numbered things: the word before is no number and no key of something else."""
    return not view.plain[max(0, start - 3) : start].strip(" ,").isdigit()


def _street_place(view: View, start: int, end: int) -> bool:
    lead = view.plain[max(0, start - 12) : start]
    tail = view.plain[end : end + 3]
    around = opens(view, start) or lead.endswith(
        (
            *("im ", "der ", "am ", "in ", "vom ", "von ", "auf ", "bei ", "statt ", "sondern "),
            *("nöd ", "wir sind ", "nicht "),
        )
    )
    return around and (closes(view, end) or tail.startswith((" in", "? ", "! ", "?\n", "!\n")))
