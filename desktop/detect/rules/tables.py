"""Tables in mail: the head of a column says what its cells are.

Columns are parted by "|", ";", tabs or runs of blanks. A table is a head line with at least two
known column names, and the lines under it up to a blank one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.detect.rules.engine import View
from desktop.detect.rules.key_words import listed
from desktop.detect.rules.keyed_numbers import Strength, strength_of
from desktop.detect.rules.lexicon import phrases
from desktop.detect.rules.names import (
    is_blocked,
    is_common,
    is_given,
    read_name,
    skip_titles,
    word_at,
)
from desktop.domain import Label, Span

_MAX_ROWS = 500
_HEAD_SCORE = 0.92  # a column's head is surer than a name's make
_LOGIN_HEADS = frozenset(listed("tables.login_heads"))
_PASSWORD_ENDINGS = listed("tables.password_endings")
_NO_LOGINS = frozenset(listed("tables.no_logins"))
_STREET_HEADS = frozenset(listed("tables.street_heads"))
_BARE_NUMBERS = frozenset(listed("tables.bare_numbers"))

# "17", "4a", "12 b", "120-122", "3/14"
_HOUSE = re.compile(r"[0-9]{1,4} ?[a-z]?(?: ?[/-] ?[0-9]{1,3} ?[a-z]?)?", re.IGNORECASE)
_CALL = re.compile(r"(?:\+|0[1-9])[0-9]{1,4}[ /-][0-9]")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int


def find_in_tables(view: View) -> Iterator[Span]:
    """The cells of known columns, by the label of their column."""
    lines = view.lines
    number = 0
    while number < len(lines):
        separator, _, heads = _heads(view, lines[number])
        number += 1
        if not heads:
            continue
        rows = 0
        while number < len(lines) and rows < _MAX_ROWS and _is_row(view, lines[number]):
            yield from _row(view, _cells(view, lines[number], separator), heads)
            number += 1
            rows += 1


def without_heads(view: View, spans: Sequence[Span]) -> list[Span]:
    """The spans without names that are columns' heads ("Kunde", tab, "Strasse")."""
    places = [(s.start, s.end) for s in spans if s.label is Label.PERSON]
    heads: list[tuple[int, int]] = []
    for line in view.lines if places else ():
        heads.extend(_head_stretches(view, line))
    starts = [start for start, _ in heads]

    def is_head(start: int, end: int) -> bool:
        at = bisect_right(starts, start) - 1
        return at >= 0 and end <= heads[at][1]

    gone = {place for place in places if is_head(*place)} if heads else set()
    return [s for s in spans if s.label is not Label.PERSON or (s.start, s.end) not in gone]


def _head_stretches(view: View, line: tuple[int, int]) -> list[tuple[int, int]]:
    """The whole line where most of its cells are heads; in a form on its side ("Name | Anna
    Berger | Telefon | 0171 …") only the known ones."""
    _, cells, heads = _heads(view, line)
    filled = sum(cell.end > cell.start for cell in cells)
    if len(heads) * 2 > filled and not any(map(str.isdigit, view.plain[line[0] : line[1]])):
        return [line]
    return [(cells[index].start, cells[index].end) for index in sorted(heads)]


def _heads(view: View, line: tuple[int, int]) -> tuple[str, list[_Cell], dict[int, Label]]:
    """A line's separator, cells and known heads; without heads where it begins no table."""
    separator = _separator(view, line)
    if not separator:
        return "", [], {}
    cells = _cells(view, line, separator)
    heads = _columns(view, cells)
    if len(heads) < 2 and not (heads and separator in ("|", ";")):
        return "", [], {}
    return separator, cells, heads


def _separator(view: View, line: tuple[int, int]) -> str:
    if not 4 < line[1] - line[0] <= 300:
        return ""
    text = view.plain[line[0] : line[1]]
    for sign in ("|", ";", "\t"):
        if text.count(sign) >= 2:
            return sign
    if text.count(",") >= 3 and ", " not in text:
        return ","
    return "  " if len(re.findall(r"\S {2,}\S", text)) >= 1 else ""


def _is_row(view: View, line: tuple[int, int]) -> bool:
    return bool(view.plain[line[0] : line[1]].strip(" >")) and line[1] - line[0] < 600


def _cells(view: View, line: tuple[int, int], separator: str) -> list[_Cell]:
    start, end = line
    text = view.plain[start:end]
    lead = len(text) - len(text.lstrip(" >|" if separator == "|" else " >"))
    cells = []
    pattern = r" {2,}" if separator == "  " else re.escape(separator)
    position = lead
    quotes = '"' in text and separator != "  " and text.count('"') % 2 == 0
    for match in (*re.finditer(pattern, text[lead:]), None):
        if quotes and match and text.count('"', position, lead + match.start()) % 2:
            continue  # the sign stands within a quoted cell
        stop = lead + match.start() if match else len(text)
        cell = text[position:stop]
        first = start + position + len(cell) - len(cell.lstrip(" \"'"))
        last = start + position + len(cell.rstrip(" \"'|"))
        cells.append(_Cell(min(first, max(last, first)), max(last, first)))
        position = lead + match.end() if match else stop
    return cells


def _columns(view: View, cells: list[_Cell]) -> dict[int, Label]:
    heads = [
        view.low[cell.start : cell.end].strip(" .:*#_").replace("_", " ").replace("-", " ")
        for cell in cells
    ]
    found: dict[int, Label] = {}
    for index, head in enumerate(heads):
        label = _label_of(head)
        if label is not None:
            found[index] = label
        elif head in _BARE_NUMBERS and index and heads[index - 1] in _STREET_HEADS:
            found[index] = Label.ADDRESS  # the house's: elsewhere a bare "Nr" counts the lines
    if Label.PASSWORD in found.values():  # then "Kennung" is no number and "Anmeldung" no date
        found.update((i, Label.USERNAME) for i, head in enumerate(heads) if head in _LOGIN_HEADS)
    return found


def _label_of(head: str) -> Label | None:
    for label, heads in phrases("table_heads").items():
        if head in heads:
            return Label[label]
    if len(head) < 24 and _heads_numbers(head):
        return Label.ID_NUMBER
    return Label.PASSWORD if head.endswith(_PASSWORD_ENDINGS) and len(head) < 24 else None


def _heads_numbers(head: str) -> bool:
    """Like "vertrags nr", but not "art. nr" or "pos nr"."""
    word = head.replace(" ", "-")
    plain = word.replace(".", "").strip("-")
    if plain in ("nr", "nummer", "id", "no", "lfd-nr", "lfdnr"):
        return False
    return strength_of(word) is Strength.STRONG or strength_of(plain) is Strength.STRONG


def _row(view: View, cells: list[_Cell], heads: dict[int, Label]) -> Iterator[Span]:
    for index, label in heads.items():
        if index >= len(cells):
            continue
        start, end = cells[index].start, cells[index].end
        if label is Label.PERSON:
            yield from _person(view, start, end)
        elif end > start and _fits(view.plain[start:end], label) and not _is_head(view, start, end):
            told = label is Label.USERNAME or _is_part_of_address(view.plain[start:end], label)
            score = _HEAD_SCORE if told else 0.88
            yield Span(start, end, label, score, "rule:table_cell")


def _is_head(view: View, start: int, end: int) -> bool:
    """In a table that lies on its side the next line begins with the next head."""
    return _label_of(view.low[start:end].strip(" .:")) is not None


def _is_part_of_address(value: str, label: Label) -> bool:
    """A house number or postcode in a cell of its own: only the head tells what it is."""
    if label is Label.LOCATION:
        return value.isdigit()
    return label is Label.ADDRESS and _HOUSE.fullmatch(value) is not None


def _person(view: View, start: int, end: int) -> Iterator[Span]:
    begin = skip_titles(view, start)
    text = view.plain[begin:end]
    word = word_at(view, begin)
    if word is None or begin >= end or is_blocked(word.low) or any(s.isdigit() for s in text):
        return
    bracket = text.find(" (")
    stop = begin + bracket if bracket > 0 else end
    name = read_name(view, begin, loose=True)
    comma = view.plain.find(",", begin, stop)
    if comma > 0 and stop - begin < 50 and not is_common(view.low[comma + 1 : stop].strip()):
        name = (begin, stop)
    if name is None or (is_common(word.low) and not is_given(word.low) and name[1] < stop):
        return
    if name[1] <= stop:
        yield Span(*name, Label.PERSON, 0.88, "rule:table_name")


def _fits(value: str, label: Label) -> bool:
    digits = sum(map(str.isdigit, value))
    if value in ("-", "--", "---") or set(value) <= set("-=_ "):
        return False
    if label is Label.ID_NUMBER:
        fits = digits >= 2 and len(value) <= 40 and "," not in value and value.count(" ") < 5
        return fits and not _CALL.match(value)
    if label is Label.DATE_OF_BIRTH:
        return digits >= 4 and any(sign in value for sign in "./-") and len(value) <= 16
    if label is Label.PHONE:
        return digits >= 2 and digits > len(value) // 2
    if label in (Label.USERNAME, Label.PASSWORD):
        return " " not in value and len(value) >= 3 and value.lower() not in _NO_LOGINS
    if label is Label.LOCATION and value.isdigit():
        return len(value) in (4, 5)  # a postcode
    if label is Label.ADDRESS and sum(map(str.isalpha, value)) < 3:
        return _HOUSE.fullmatch(value) is not None
    return len(value) >= 3
