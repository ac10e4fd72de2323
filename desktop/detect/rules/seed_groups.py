"""Seeds of second factors: groups of four in base32 ("MZXW GYTB OIGT AMZQ"), often of letters only,
behind a word for them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.engine import View, compiled, has_word, matches
from desktop.detect.rules.key_words import key_pattern, listed
from desktop.detect.rules.lexicon import everyday
from desktop.domain import Label, Span

_KEY = key_pattern("access.seeds")
_GROUPS = compiled(
    rf"(?:{_KEY}[ -])?{_KEY}(?: ?\([^)\n]{{1,30}}\))?(?: (?:lautet|ist|war|is|was))?"
    r"(?: ?[:=] ?\n?| |\n)[\"'(]?([a-z2-7]{4}(?:[ -][a-z2-7]{4}){2,15})"
)
_STEMS = listed("access.seed_stems")
_LENGTH = 4


def find_seeds(view: View) -> Iterator[Span]:
    """The groups behind each word for them."""
    if not has_word(view.low, _STEMS):
        return
    for start, end in matches(_GROUPS, view.small):
        places = range(start, end, _LENGTH + 1)
        count = _count([view.plain[place : place + _LENGTH] for place in places])
        if count:
            last = start + count * (_LENGTH + 1) - 1
            yield Span(start, last, Label.PASSWORD, 0.94, "rule:seed_groups")


def _count(groups: list[str]) -> int:
    """How many of the groups are a seed's: of one case, words of four letters behind left out."""
    upper = groups[0] == groups[0].upper()
    alike = [group == (group.upper() if upper else group.lower()) for group in groups]
    count = alike.index(False) if False in alike else len(groups)
    while count and everyday(groups[count - 1]):
        count -= 1
    words = sum(map(everyday, groups[:count]))
    return count if count > 2 and words * 3 < count else 0
