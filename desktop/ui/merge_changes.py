"""Makes a difference readable: a few common words between two changes only tear sentences apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.exchange.difference import Change, ChangeKind

FEWEST_WORDS = 4  # in a row and unchanged, to be shown as unchanged
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\[[^\[\]\n]{3,40}\]")


def readable(changes: Sequence[Change], received: str) -> tuple[Change, ...]:
    """The changes with short common stretches between two changes made part of them."""
    last = len(changes) - 1
    kept: list[Change] = []
    for at, change in enumerate(changes):
        inside = 0 < at < last
        if change.kind is ChangeKind.SAME and inside and _short(received[slice(*change.received)]):
            change = Change(ChangeKind.CHANGED, change.sent, change.received)
        kept.append(change)
    return tuple(_joined(kept))


def shared(changes: Iterable[Change]) -> float:
    """The share of the reply's characters that stood in what was sent, 0 to 1."""
    same = total = 0
    for change in changes:
        length = change.received[1] - change.received[0]
        total += length
        same += length if change.kind is ChangeKind.SAME else 0
    return same / total if total else 0.0


def _short(text: str) -> bool:
    return len(_WORD.findall(text)) < FEWEST_WORDS and _TOKEN.search(text) is None


def _joined(changes: Iterable[Change]) -> Iterable[Change]:
    """Neighbouring changes of any kind become one."""
    last: Change | None = None
    for change in changes:
        both = last is not None and ChangeKind.SAME not in (last.kind, change.kind)
        if last is not None and both:
            last = Change(
                ChangeKind.CHANGED,
                (last.sent[0], change.sent[1]),
                (last.received[0], change.received[1]),
            )
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last
