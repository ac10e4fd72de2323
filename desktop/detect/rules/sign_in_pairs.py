"""What is signed in to, by whom and with what, in one short line: "Router: admin / Tanne!44"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.credentials import is_made_secret
from desktop.detect.rules.engine import View, compiled, has_word, trimmed
from desktop.detect.rules.key_words import key_pattern, listed
from desktop.detect.rules.lexicon import everyday
from desktop.domain import Label, Span

_PLACES = f"{key_pattern('pairs.places')}|{key_pattern('credentials.pair_words')}"
_PAIR = compiled(
    rf"(?i:{_PLACES})(?: [^\n:]{{0,30}})?: ?([a-z][a-z0-9._\\-]{{1,30}})"
    r"( ?/{1,2} ?| - | ?\| ?|:)([^ \t\n\"'<>|;/][^ \t\n\"'<>|;]{4,60})",
    after=None,
)
_USUAL = frozenset(listed("pairs.users"))
_HEADINGS = listed("pairs.headings")
_SIGN = re.compile(r"[!?$#&*+=%~]")
_SCORE = 0.92


def find_pairs(view: View) -> Iterator[Span]:
    """Account name and password behind the name of a device, a site or an area."""
    position = 0
    while match := _PAIR.search(view.folded, position):
        position = match.end(2)
        user, (first, last) = match.span(2), match.span(4)
        secret = trimmed(view.plain, first, last, " .,;:?()")
        if _is_pair(view, user, view.plain[slice(*match.span(3))], secret):
            yield Span(user[0], user[1], Label.USERNAME, _SCORE, "rule:username_of_pair")
            yield Span(secret[0], secret[1], Label.PASSWORD, _SCORE, "rule:password_of_pair")


def _is_pair(view: View, user: tuple[int, int], sign: str, secret: tuple[int, int]) -> bool:
    """Roles and paths stand so too ("admin/Redaktion"): the second half shows what it is."""
    name, value = view.low[slice(*user)], view.plain[slice(*secret)]
    if not is_made_secret(view, *secret):
        return _is_headed(view, user[0]) and _is_odd_word(value)
    if name in _USUAL or _is_headed(view, user[0]):
        return True
    if sign == ":" or (sign == "/" and not _SIGN.search(value)):
        return False
    return sign == " / " or not everyday(name)


def _is_odd_word(value: str) -> bool:
    return not everyday(value.strip(".,;:!?")) and _SIGN.search(value) is not None


def _is_headed(view: View, position: int) -> bool:
    """A password is spoken of on the line or the two above."""
    lines = view.before(position, 240).split("\n")[-3:]
    return has_word("\n".join(lines), _HEADINGS)
