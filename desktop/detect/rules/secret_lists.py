"""What goes on behind a sure secret or account name: its further groups ("3BX7 KK21 09QP"), or
others listed on behind it ("0714 oder 1407", "a_b, c_d und e_f").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.detect.rules.access_codes import digits_and_letters
from desktop.detect.rules.address_context import no_amount
from desktop.detect.rules.engine import SMALL, View, trimmed
from desktop.detect.rules.lexicon import everyday
from desktop.domain import Label, Span

_AND = r"(?:oder|und|or|and|bzw\.?|sowie|statt|dann|danach|früher|vorher|später|later|&)"
_BRACKET = r"[!\"')#*]{0,2}(?: ?\([a-z ]{1,20}\))?"
_JOIN = re.compile(rf"{_BRACKET}(?:,|;| ?/)?(?: {_AND}){{0,2}} [\"'(]?@?")
_FAR_JOIN = re.compile(
    rf"{_BRACKET},?(?: [{SMALL}]{{1,12}}){{0,3}} {_AND}(?: [{SMALL}]{{1,12}}){{0,5}}? [\"'(]?"
)
_VALUE = re.compile(r"[^ \t\n\"'<>|;,()]{3,60}")
_PAIRED = re.compile(r"[^\W\d_]{3,}\d{1,6}|[^\W\d_]{2,}[_.]\w+|\w*\d\w*[_.]\w+")
_FIELD = re.compile(r"[a-z_.-]+=", re.IGNORECASE)  # the next of a log line: "host=db1"
_GROUP = re.compile(r"[^\W_]{3,6}")
_NEXT_GROUP = re.compile(r" ([^\W_]{3,6})(?![\w@/:\\-]|[.,]\w)")
_LIMIT = 12


def find_whole(view: View, found: Iterable[Span]) -> Iterator[Span]:
    """Secrets whose first group alone was found, with the groups of its make that follow."""
    for span in set(found):
        if span.score >= 0.8 and span.label is Label.PASSWORD:
            end = _last_group(view, span.start, span.end)
            if end > span.end:
                yield Span(span.start, end, Label.PASSWORD, span.score, "rule:secret_groups")


def _last_group(view: View, start: int, end: int) -> int:
    """Where the groups end: all of one length, one of them at least with letters and digits."""
    head = view.plain[start:end]
    if not _GROUP.fullmatch(head):
        return end
    mixed, stop = digits_and_letters(head), end
    for _ in range(_LIMIT):
        match = _NEXT_GROUP.match(view.plain, stop)
        if match is None or not _is_group(head, match.group(1)):
            break
        if match.group(1).isdigit() and not no_amount(view, match.end()):
            break
        mixed, stop = mixed or digits_and_letters(match.group(1)), match.end()
    return stop if mixed else end


def _is_group(head: str, group: str) -> bool:
    """Of the same length and case; letters alone may be the next word."""
    if len(group) != len(head) or (group.isalpha() and everyday(group)):
        return False
    return not (head.isupper() and group != group.upper()) and not (
        head.islower() and group != group.lower()
    )


def find_alternatives(view: View, found: Iterable[Span]) -> Iterator[Span]:
    """What stands behind a sure secret or account name and is made like it."""
    starts = set()
    for span in found:
        if span.score >= 0.8 and span.label in (Label.PASSWORD, Label.USERNAME):
            starts.add((span.start, span.end, span.label))
    for start, end, label in sorted(starts):
        for _ in range(_LIMIT):
            further = _further(view, start, end, label)
            if further is None:
                break
            start, end = further
            yield Span(start, end, label, 0.81, "rule:listed_on")


def _further(view: View, start: int, end: int, label: Label) -> tuple[int, int] | None:
    value = view.plain[start:end]
    if sum(map(str.isalpha, value)) < 2:
        return _same_digits(view, value, end) if label is Label.PASSWORD else None
    joins = (_JOIN, _FAR_JOIN) if label is Label.PASSWORD else (_JOIN,)
    for join in joins:
        gap = join.match(view.low, end)
        match = _VALUE.match(view.plain, gap.end()) if gap else None
        if match is None:
            continue
        first, last = trimmed(view.plain, *match.span(), " .:?!")
        if _is_made_alike(value, view.plain[first:last], label):
            return first, last
    return None


def _is_made_alike(value: str, other: str, label: Label) -> bool:
    if "@" in other or "/" in other or len(other) < 4 or _FIELD.match(other):
        return False
    if label is Label.USERNAME:
        return _PAIRED.fullmatch(other) is not None
    digits = any(map(str.isdigit, other))
    letters = sum(map(str.isalpha, other))
    return letters >= 4 and digits and any(map(str.isdigit, value)) and not other.isupper()


def _same_digits(view: View, value: str, end: int) -> tuple[int, int] | None:
    shape = "".join(r"\d" if sign.isdigit() else re.escape(sign) for sign in value.strip("*#"))
    joined = _JOIN.match(view.low, end) or _FAR_JOIN.match(view.low, end)
    match = (
        re.compile(rf"{shape}(?![\w.,-]?\d)").match(view.plain, joined.end()) if joined else None
    )
    if match is None or len(shape) <= 4 or not no_amount(view, match.end()):
        return None
    return match.span()
