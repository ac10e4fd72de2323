"""Reading the value of a number or code: its groups, where it ends, what it is not."""

from __future__ import annotations

from desktop.detect.rules.engine import View, compiled

_TOKEN = compiled(r"[0-9A-Za-z\xc0-\xff][0-9A-Za-z\xc0-\xff./_:+\\*'-]*", before=None, after=None)


_UNITS = (
    "€",
    "eur",
    "euro",
    "%",
    "kwh",
    "m²",
    "cm",
    "mm",
    "kg",
    "stk",
    "stück",
    "uhr",
    "mal",
    "tage",
    "wochen",
    "monate",
    "jahre",
    "minuten",
    "min",
    "mbit",
    "gb",
    "mb",
    "ghz",
    "watt",
    "kw",
    "x ",
    "personen",
    "zimmer",
    "chf",
    "usd",
    "liter",
    "prozent",
    "franken",
    "std",
    "h ",
    "km",
    "qm",
    "v ",
    "bar",
    "tagen",
    "jahren",
    "monaten",
    "\x80",
    "bis",
    "grad",
    "volt",
    "zoll",
    "pixel",
    "seiten",
)


def read_value(view: View, begin: int) -> tuple[int, int] | None:
    """The number or code that starts here with its blank-separated groups, or None."""
    match = _TOKEN.match(view.folded, begin, min(len(view.folded), begin + 80))
    if match is None:
        return None
    start, end = begin, _trim_end(view, begin, match.span()[1])
    first = view.plain[start:end]
    if not any(sign.isdigit() for sign in first):
        end = _after_prefix(view, start, end)
        if end < 0:
            return (start, start + len(first)) if first.isupper() and 5 <= len(first) <= 8 else None
    elif _is_date_or_amount(view, start, end):
        return None
    return start, _more_groups(view, start, end)


def _after_prefix(view: View, start: int, end: int) -> int:
    """End of "WV 3740/53" or "DT-AB 12" whose first group has capital letters only, or -1."""
    prefix = view.plain[start:end]
    if not (prefix.isupper() and len(prefix) <= 6 and view.plain[end : end + 1] == " "):
        return -1
    match = _TOKEN.match(view.folded, end + 1, min(len(view.folded), end + 60))
    if match is None:
        return -1
    stop = _trim_end(view, end + 1, match.span()[1])
    group = view.plain[end + 1 : stop]
    return stop if group[:1].isdigit() or (group.isupper() and _has_digit(group)) else -1


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _trim_end(view: View, start: int, end: int) -> int:
    while end > start and view.plain[end - 1] in ".,:;/_-+'*\\":
        end -= 1
    return end


def _more_groups(view: View, start: int, end: int) -> int:
    for _ in range(8):
        joined = view.plain[end : end + 3] in (" / ", " - ")
        gap = 3 if joined and end - start < 6 else 1
        if view.plain[end : end + 1] != " ":
            return end
        match = _TOKEN.match(view.folded, end + gap, min(len(view.folded), end + 40))
        if match is None:
            return end
        stop = _trim_end(view, end + gap, match.span()[1])
        group = view.plain[end + gap : stop]
        if not _continues(view, start, end, group, stop, gap):
            return end
        end = stop
    return end


def _continues(view: View, start: int, end: int, group: str, stop: int, gap: int) -> bool:
    if not group.isalnum() and not all(s.isalnum() or s in "-/." for s in group):
        return False
    if not group.isascii() or (group.islower() and not group.isdigit()):
        return False
    if len(group) == 1 and not group.isdigit():  # the letter inside "10 140361 M 543"
        return view.plain[stop : stop + 1] == " " and view.plain[stop + 1 : stop + 2].isdigit()
    if not _has_digit(group) or (group.isalpha() and not group.isupper()):
        return False
    if _is_date_or_amount(view, end + gap, stop) or any(c.islower() for c in group):
        return False
    return not (
        gap == 1 and group.startswith("0") and len(group) >= 4 and len(view.plain[start:end]) >= 7
    )


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
