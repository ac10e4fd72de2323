"""Reading the value of a number or code: its groups, where it ends, what it is not."""

from __future__ import annotations

import re

from desktop.detect.rules.engine import View, compiled
from desktop.detect.rules.lexicon import words

_TOKEN = compiled(r"[0-9A-Za-z\xc0-\xff][0-9A-Za-z\xc0-\xff./_:+\\*'-]*", before=None, after=None)


_UNITS = tuple(unit.replace("_", " ").replace("€", "\x80") for unit in words("id_keys")["unit"])


_GOODS = tuple(words("id_keys")["goods"])


def is_goods(view: View, start: int) -> bool:
    """Whether one of the three words before names goods, norms, laws, versions or errors."""
    line = view.line_start(start, 60)
    before = view.low[max(line, start - 34) : start].replace("(", " ").replace('"', " ").split()
    return any(word.startswith(_GOODS) for word in before[-3:])


def read_value(view: View, begin: int) -> tuple[int, int] | None:
    """The number or code that starts here with its blank-separated groups, or None."""
    match = _TOKEN.match(view.folded, begin, min(len(view.folded), begin + 80))
    if match is None:
        return None
    start, end = begin, _trim_end(view, begin, _before_next_key(view, begin, match.span()[1]))
    first = view.plain[start:end]
    if not any(sign.isdigit() for sign in first):
        end = _after_prefix(view, start, end)
        if end < 0:
            return (start, start + len(first)) if first.isupper() and 5 <= len(first) <= 8 else None
    elif _is_date_or_amount(view, start, end):
        return None
    return start, _more_groups(view, start, end)


_NO_PREFIXES = words("id_keys")["no_prefix"]


def _after_prefix(view: View, start: int, end: int) -> int:
    """End of "WV 3740/53" or "DT-AB 12" whose first group has capital letters only, or -1."""
    prefix = view.plain[start:end]
    if prefix.lower() in _NO_PREFIXES:
        return -1
    if not (prefix.isupper() and len(prefix) <= 6 and view.plain[end : end + 1] == " "):
        return -1
    match = _TOKEN.match(view.folded, end + 1, min(len(view.folded), end + 60))
    if match is None:
        return -1
    stop = _trim_end(view, end + 1, match.span()[1])
    group = view.plain[end + 1 : stop]
    return stop if group[:1].isdigit() or (group.isupper() and _has_digit(group)) else -1


_NEXT_KEY = re.compile(r"/[a-zß-ÿ][a-zß-ÿ.-]{1,20}:")


def _before_next_key(view: View, start: int, end: int) -> int:
    """Where the value ends that the key of another follows: "4711/Vertrag: 0815"."""
    match = _NEXT_KEY.search(view.low, start, min(len(view.low), end + 1))
    return match.start() if match and match.start() > start else end


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _trim_end(view: View, start: int, end: int) -> int:
    while end > start and view.plain[end - 1] in ".,:;/_-+'*\\":
        end -= 1
    return end


def _more_groups(view: View, start: int, end: int) -> int:
    for _ in range(8):
        gap = _gap(view, start, end)
        if not gap:
            return end
        match = _TOKEN.match(view.folded, end + gap, min(len(view.folded), end + 40))
        if match is None:
            return end
        stop = _trim_end(view, end + gap, match.span()[1])
        group = view.plain[end + gap : stop]
        if not (_continues(view, start, end, group, stop, gap) or _is_tail(view, start, end, stop)):
            return end
        end = stop
    return end


def _gap(view: View, start: int, end: int) -> int:
    """Length of the blank or blank-framed sign between two groups, 0 where the value ends."""
    if view.plain[end : end + 1] != " ":
        return 0
    if view.plain[end : end + 3] not in (" / ", " - "):
        return 1
    short = end - start < 9
    digits = view.plain[end + 3 : end + 6].rstrip(" .,;)\n")
    return 3 if short or (digits.isdigit() and " " in view.plain[start:end]) else 1


_NO_TAILS = words("id_keys")["no_tail"]


def _is_tail(view: View, start: int, end: int, stop: int) -> bool:
    """The letters that close a number: "8249 7260 K", "93/1906 VER", "418/25 U-ro"."""
    group = view.plain[end + 1 : stop]
    behind = view.plain[stop : stop + 1]
    if not group.isascii() or group.lower() in _NO_TAILS or not group[:1].isupper():
        return False
    head, _, year = view.plain[max(start, end - 8) : end].rpartition("/")
    of_year = bool(head) and year.isdigit()
    if len(group) == 1:
        initial = behind == "." and view.plain[stop + 2 : stop + 3].isalpha()
        return not initial and (behind in " .,;)\n" or not behind) and end - start > 4
    if len(group) <= 3 and group.isalpha() and group.isupper():
        return of_year or (behind in ".,;)" and end - start > 5) or not behind
    left, _, right = group.replace("/", "-").partition("-")
    return of_year and left.isalpha() and right.isalpha() and len(group) <= 7


def _continues(view: View, start: int, end: int, group: str, stop: int, gap: int) -> bool:
    if not group.isalnum() and not all(s.isalnum() or s in "-/." for s in group):
        return False
    if not group.isascii() or (group.islower() and not group.isdigit()):
        return False
    if group.isalpha():  # the letters inside "10 140361 M 543" and "0050 LH 439490"
        leads = view.plain[stop : stop + 1] == " " and view.plain[stop + 1 : stop + 2].isdigit()
        if not leads or gap > 1:
            return False
        return len(group) == 1 or (group.isupper() and len(group) < 4 > end - start - 1)
    if not _has_digit(group) or any(c.islower() for c in group):
        return False
    if _is_date_or_amount(view, end + gap, stop):
        return False
    return gap != 1 or not _starts_phone(view, start, end, group)


def _starts_phone(view: View, start: int, end: int, group: str) -> bool:
    """Whether the next group begins another number, one to call."""
    if not group.startswith("0") or len(group) < 4 or end - start < 7:
        return False
    return group.startswith(("015", "016", "017")) or " " not in view.plain[start:end]


def _is_date_or_amount(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    tail = view.low[end : end + 12]
    if tail[:1] == "," and tail[1:2].isdigit():
        return True
    if tail.lstrip(" ").startswith(_UNITS) and len(value) <= 7 and value.replace(".", "").isdigit():
        return not tail.startswith((" bis", " h ")) or len(value) <= 3
    parts = value.split(".")
    if len(parts) in (2, 3) and all(p.isdigit() and len(p) <= 4 for p in parts if p):
        day, month = parts[0], parts[1]
        if 1 <= int(day or 0) <= 31 and 1 <= int(month or 0) <= 12 and len(month) <= 2:
            return len(day) <= 2
    return len(value) in (4, 5) and value[-3:-2] == ":" and value[:2].strip(":").isdigit()
