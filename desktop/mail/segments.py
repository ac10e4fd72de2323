"""Which part of a mail is its own text, quoted thread, signature or disclaimer.

Line by line, each looked at a bounded number of times over a bounded length: linear time. What
is not clearly something else is BODY, so that nothing of the problem is taken for a signature.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain import Segment, SegmentKind
from desktop.mail import patterns

_LOOK = 400  # code points of a line that the patterns see
_INTRODUCTION_LINES = 4
_HEADER_WINDOW = 8
_MAX_SIGNATURE = 25  # lines with text; a delimiter line allows _MAX_MARKED
_MAX_MARKED = 60
_MAX_SIGN_OFF_LINE = 80
_MAX_LINES = 50_000  # what comes after them stays with the last one
_MAX_TRIES = 500  # places of each word that are looked at closely for "… wrote:"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str  # bounded to _LOOK

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def segment(text: str, *, subject_length: int = 0) -> tuple[Segment, ...]:
    """Segments that tile ``text``; its first ``subject_length`` code points are the subject."""
    subject_end = _subject_end(text, subject_length)
    lines = _lines(text, subject_end)
    kinds = _classify(lines, _near_words(text, lines))
    found: list[Segment] = []
    if subject_end:
        found.append(Segment(SegmentKind.SUBJECT, 0, subject_end))
    index = 0
    while index < len(lines):
        stop = index
        while stop < len(lines) and kinds[stop] is kinds[index]:
            stop += 1
        end = lines[stop].start if stop < len(lines) else len(text)
        if end > lines[index].start:
            found.append(Segment(kinds[index], lines[index].start, end))
        index = stop
    return tuple(found)


def _subject_end(text: str, subject_length: int) -> int:
    end = min(subject_length, len(text))
    for _ in range(2):
        if 0 < end < len(text) and text[end] == "\n":
            end += 1
    return end


def _lines(text: str, start: int) -> list[_Line]:
    found: list[_Line] = []
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 or len(found) >= _MAX_LINES else end + 1
        found.append(_Line(start, text[start : min(end, start + _LOOK)].rstrip("\n")))
        start = end
    return found


def _near_words(text: str, lines: Sequence[_Line]) -> frozenset[int]:
    """Lines in or shortly before which a word like "wrote" stands: only they are looked at."""
    starts = [line.start for line in lines]
    near: set[int] = set()
    for word in patterns.INTRODUCTION_WORDS:
        found = text.find(word)
        for _ in range(_MAX_TRIES):
            if found < 0:
                break
            index = bisect_right(starts, found) - 1
            near.update(range(max(0, index - _INTRODUCTION_LINES + 1), index + 1))
            found = text.find(word, found + len(word))
    return frozenset(near)


def _classify(lines: Sequence[_Line], near_words: frozenset[int]) -> list[SegmentKind]:
    kinds = [SegmentKind.BODY] * len(lines)
    _mark_quotes(lines, kinds, near_words)
    for start, stop in _own_runs(kinds):
        _mark_signature(lines, kinds, start, stop)
    return kinds


# --- quotes ---


def _mark_quotes(
    lines: Sequence[_Line], kinds: list[SegmentKind], near_words: frozenset[int]
) -> None:
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.blank:
            index += 1
        elif patterns.QUOTED.match(line.text):
            index = _mark_quoted_lines(lines, kinds, index)
        elif _starts_rest(lines, index):
            start = _with_rule_before(lines, index)
            kinds[start:] = [SegmentKind.QUOTE] * (len(lines) - start)
            return
        else:
            length = _introduction(lines, index) if index in near_words else 0
            follower = _next_text(lines, index + length)
            if length and follower < len(lines) and patterns.QUOTED.match(lines[follower].text):
                kinds[index:follower] = [SegmentKind.QUOTE] * (follower - index)
                index = follower
            elif length and _is_strong(lines, index, length):
                # With nothing of its own above it, what follows may as well be the answer.
                alone = all(line.blank for line in lines[:index])
                stop = follower if alone else len(lines)
                kinds[index:stop] = [SegmentKind.QUOTE] * (stop - index)
                index = stop
            else:
                index += 1


def _mark_quoted_lines(lines: Sequence[_Line], kinds: list[SegmentKind], first: int) -> int:
    """Lines that begin with ``>``, blank ones between them, and wrapped ends of such lines."""
    index = last = first
    while index < len(lines):
        if patterns.QUOTED.match(lines[index].text) or _is_wrapped_end(lines, index, last):
            last = index
        elif not lines[index].blank:
            break
        index += 1
    kinds[first : last + 1] = [SegmentKind.QUOTE] * (last + 1 - first)
    return last + 1


def _is_wrapped_end(lines: Sequence[_Line], index: int, last: int) -> bool:
    """A short line wedged between quoted ones is the broken end of the long line before it."""
    return (
        last == index - 1
        and not lines[index].blank
        and len(lines[index].text) < 40
        and len(lines[last].text) > 60
        and index + 1 < len(lines)
        and bool(patterns.QUOTED.match(lines[index + 1].text))
    )


def _starts_rest(lines: Sequence[_Line], index: int) -> bool:
    """Whether an unmarked earlier message begins here and goes on to the end."""
    text = lines[index].text
    if patterns.SEPARATOR.match(text):
        return True
    return bool(patterns.HEADER_LINE.match(text)) and _is_header_block(lines, index)


def _is_header_block(lines: Sequence[_Line], index: int) -> bool:
    """A sender line and at least two other header lines close together, from this line on."""
    sender = others = 0
    for line in lines[index : index + _HEADER_WINDOW]:
        if patterns.FROM_LINE.match(line.text) or patterns.FROM_LINE_BARE.match(line.text):
            sender += 1
        elif patterns.HEADER_LINE.match(line.text):
            others += 1
    return sender >= 1 and others >= 2


def _with_rule_before(lines: Sequence[_Line], index: int) -> int:
    """A drawn line right above belongs to what it separates."""
    above = index - 1
    while above >= 0 and index - above <= 3 and lines[above].blank:
        above -= 1
    if above >= 0 and patterns.RULE.match(lines[above].text):
        return above
    return index


def _introduction(lines: Sequence[_Line], index: int) -> int:
    """How many lines from here say who wrote when; 0 when they do not."""
    if not patterns.INTRODUCTION_START.match(lines[index].text):
        return int(_is_introduction(lines[index].text.strip()))
    joined = ""
    for length, line in enumerate(lines[index : index + _INTRODUCTION_LINES], start=1):
        if line.blank:
            break
        joined = f"{joined} {line.text.strip()}".strip()[: 2 * _LOOK]
        if _is_introduction(joined):
            return length
    return 0


def _is_introduction(text: str) -> bool:
    if not patterns.PLAUSIBLE_INTRODUCTION.search(text):
        return False
    return bool(patterns.INTRODUCTION.match(text))


def _is_strong(lines: Sequence[_Line], index: int, length: int) -> bool:
    """Good enough to take all that follows as quoted though nothing marks its lines."""
    joined = " ".join(line.text for line in lines[index : index + length])
    return bool(patterns.STRONG_INTRODUCTION.search(joined))


def _next_text(lines: Sequence[_Line], index: int) -> int:
    stop = min(len(lines), index + 4)
    while index < stop and lines[index].blank:
        index += 1
    return index


# --- signatures ---


def _own_runs(kinds: Sequence[SegmentKind]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(kinds):
        stop = index
        while stop < len(kinds) and kinds[stop] is kinds[index]:
            stop += 1
        if kinds[index] is SegmentKind.BODY:
            yield index, stop
        index = stop


def _mark_signature(
    lines: Sequence[_Line], kinds: list[SegmentKind], first: int, stop: int
) -> None:
    """The signature and disclaimer at the end of one stretch of own text."""
    disclaimer = _disclaimer(lines, first, stop)
    end = disclaimer if disclaimer >= 0 else stop
    start = _signature(lines, first, end)
    if disclaimer >= 0:
        kinds[disclaimer:stop] = [SegmentKind.DISCLAIMER] * (stop - disclaimer)
    if start < 0:
        return
    # What comes under "PS:" is own text again.
    for index in range(start + 1, end):
        if patterns.POSTSCRIPT.match(lines[index].text):
            end = index
            break
    kinds[start:end] = [SegmentKind.SIGNATURE] * (end - start)


def _texts(lines: Sequence[_Line], first: int, stop: int, *, most: int) -> list[int]:
    """The last lines with text before ``stop``, in order, at most ``most`` + 1 of them."""
    found: list[int] = []
    index = stop - 1
    while index >= first and len(found) <= most:
        if not lines[index].blank:
            found.append(index)
        index -= 1
    return found[::-1]


def _disclaimer(lines: Sequence[_Line], first: int, stop: int) -> int:
    """Where the legal text at the end begins, -1 without one; it begins a paragraph."""
    texts = _texts(lines, first, stop, most=_MAX_MARKED)
    for index in texts:
        begins = index == first or lines[index - 1].blank or index - 1 not in texts
        if (begins or len(lines[index].text) > 60) and patterns.DISCLAIMER.match(lines[index].text):
            return index
    return -1


def _signature(lines: Sequence[_Line], first: int, stop: int) -> int:
    """Where the signature begins, -1 without one."""
    texts = _texts(lines, first, stop, most=_MAX_MARKED)
    found = [
        start
        for start in (
            _after_delimiter(lines, texts, first),
            _sign_off(lines, texts[-_MAX_SIGNATURE:]),
            _mobile(lines, texts[-_MAX_SIGNATURE:]),
            _contact_block(lines, texts),
        )
        if start >= 0
    ]
    return min(found, default=-1)


def _after_delimiter(lines: Sequence[_Line], texts: Sequence[int], first: int) -> int:
    for index in texts:
        if patterns.DELIMITER.match(lines[index].text) and index != texts[-1]:
            return index
    tail = texts[-_MAX_SIGNATURE:]
    for place, index in enumerate(tail):
        below = tail[place + 1 :]
        if index == first or not below or not patterns.LOOSE_DELIMITER.match(lines[index].text):
            continue
        if all(_is_short(lines[each]) for each in below) and _contacts(lines, below):
            return index
    return -1


def _sign_off(lines: Sequence[_Line], texts: Sequence[int]) -> int:
    """The last closing formula that has only short lines (or nothing) below it."""
    for place in range(len(texts) - 1, -1, -1):
        line = lines[texts[place]].text.strip()
        below = [lines[each] for each in texts[place + 1 :]]
        if len(line) > _MAX_SIGN_OFF_LINE:
            continue
        if patterns.SIGN_OFF.match(line) and _may_follow(below):
            return _first_sign_off(lines, texts, place)
        if patterns.WEAK_SIGN_OFF.match(line) and below and _is_name(below[0]) and len(below) <= 6:
            return texts[place]
    return -1


def _first_sign_off(lines: Sequence[_Line], texts: Sequence[int], place: int) -> int:
    """ "Vielen Dank" right above "Mit freundlichen Grüßen" belongs to it."""
    above = lines[texts[place - 1]].text.strip() if place else ""
    adjacent = place > 0 and texts[place] - texts[place - 1] == 1
    if adjacent and patterns.WEAK_SIGN_OFF.match(above):
        return texts[place - 1]
    return texts[place]


def _may_follow(below: Sequence[_Line]) -> bool:
    long = sum(not _is_short(line) for line in below)
    return long <= len(below) // 4


def _is_short(line: _Line) -> bool:
    return len(line.text) <= _MAX_SIGN_OFF_LINE or bool(patterns.CONTACT.search(line.text))


def _is_name(line: _Line) -> bool:
    words = line.text.strip(" -,.").split()
    return 0 < len(words) <= 4 and all(not word[0].islower() for word in words)


def _mobile(lines: Sequence[_Line], texts: Sequence[int]) -> int:
    for place, index in enumerate(texts):
        if patterns.MOBILE.match(lines[index].text) and len(texts) - place <= 6:
            return index
    return -1


def _contact_block(lines: Sequence[_Line], texts: Sequence[int]) -> int:
    """A last paragraph of short lines, most of which are ways to reach somebody."""
    block: list[int] = []
    for index in reversed(texts):
        if block and block[-1] - index > 1:
            break
        block.append(index)
    block.reverse()
    if not 2 <= len(block) <= 12 or len(block) == len(texts):
        return -1
    if not all(_is_short(lines[each]) and len(lines[each].text) <= 100 for each in block):
        return -1
    enough = _contacts(lines, block) * 2 >= len(block)
    return block[0] if enough and _is_name(lines[block[0]]) else -1


def _contacts(lines: Sequence[_Line], indices: Sequence[int]) -> int:
    return sum(bool(patterns.CONTACT.search(lines[index].text)) for index in indices)
