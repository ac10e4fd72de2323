"""Places in the fields of machines: "ort = 'Ulm'", {"town": "Ulm"}, <City>Ulm</City>."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.engine import LETTER, UPPER, View, compiled, has_word, matches
from desktop.detect.rules.lexicon import either, everyday, towns, words
from desktop.domain import Label, Span

_KEYS = words("rule_words")["fields.places"]
_TOWN = rf"[{UPPER}][{LETTER} .'()/-]{{1,40}}?"
_FIELD = compiled(
    rf"(?i:{either(_KEYS)})"
    rf"(?:[\"']? ?[:=] ?[\"']|>)({_TOWN}|[0-9]{{4,5}}|[A-Z]{{1,2}}[0-9][0-9A-Z]? ?[0-9][A-Z]{{2}})"
    r"(?:[\"']|</)",
    before=LETTER,
    after=None,
)


def find_in_place_fields(view: View) -> Iterator[Span]:
    """What stands under the name of a field for a town or its code."""
    if has_word(view.low, tuple(_KEYS)):
        for start, end in matches(_FIELD, view.folded):
            low = view.low[start:end]
            if low[0].isdigit() or low in towns() or not everyday(low):
                yield Span(start, end, Label.LOCATION, 0.9, "rule:place_field")
