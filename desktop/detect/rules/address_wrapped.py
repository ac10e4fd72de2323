"""Streets that a mail program broke over two lines and that only their first line gives away.

Where the second line is a street by itself, ``address_context.wrapped_start`` adds the first one.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.detect.rules.address_context import code_after, lead_before, no_amount, town_after
from desktop.detect.rules.address_tails import tail_end
from desktop.detect.rules.addresses import NUMBER, strip
from desktop.detect.rules.engine import LETTER, SMALL, UPPER, View, compiled, matches
from desktop.domain import Label, Span

_BREAK = r" ?\n[ \t>|]{0,12}"
_NAME = rf"[{UPPER}][{LETTER}.'-]{{2,24}}"
_LED = r"(?:(?:Am|Im|Zum|Zur|Beim|Vorm?|(?:An|Auf|In|Hinter|Vor|Unter|Bei|Über) de[rnm]))"
_OF = compiled(
    r"((?:Straße|Strasse|Str\.|Platz|Allee|Promenade|Ring|Park|Weg) (?:der|des|vom|d\.)"
    rf"{_BREAK}(?:{_NAME} ){{1,2}}(?i:{NUMBER}))"
)
_NUMBER_BELOW = compiled(
    rf"((?:{_LED} )?[{UPPER}][{LETTER}.-]{{2,24}}"
    r"(?:straße|strasse|str\.|gasse|allee|weg|platz|ring)"
    rf"{_BREAK}[0-9]{{1,3}} ?[a-h]?)"
)
_LED_BELOW = compiled(  # without a street word, the number or the whole name on the next line
    rf"({_LED}(?: [{SMALL}]{{3,12}}e[nrms])?"
    rf"(?: {_NAME}{_BREAK}|{_BREAK}{_NAME} )[0-9]{{1,3}} ?[a-h]?)"
)


def find_wrapped_streets(view: View) -> Iterator[Span]:
    """Like "Platz der", "Einheit 2" and "Ulmenstraße", "14, 50964 Köln"."""
    if "\n" not in view.plain:
        return
    for start, end in matches(_OF, view.folded):
        if no_amount(view, end):
            yield _span(view, start, end)
    for start, end in matches(_NUMBER_BELOW, view.folded):
        if no_amount(view, end) and (code_after(view, end) or lead_before(view, start)):
            yield _span(view, start, end)
    for start, end in matches(_LED_BELOW, view.folded):
        placed = code_after(view, end) or town_after(view, end) or lead_before(view, start)
        if no_amount(view, end) and placed:
            yield _span(view, start, end)


def _span(view: View, start: int, end: int) -> Span:
    end = strip(view, tail_end(view, end))
    return Span(start, end, Label.ADDRESS, 0.86, "rule:street_wrapped")
