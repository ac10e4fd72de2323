"""The one place where the layers' proposals become the marks of a mail.

The order of trust: a human's mark > a value that a checksum proved > the model > a pattern > an
instruct model. Measured on held-out mails, two refinements pay: a pattern that saw more than a
shape (its key word, a fixed form; score 0.9 and up) stands before a model that is not as sure
(where both are, the model was right in 34 of 41 disputes; the forms of addresses in the net, which
patterns know exactly, are left to them), and what the model itself thinks
unlikely (calibrated score under 0.7) stands behind the patterns.

What a stronger layer said about a stretch stands. What a weaker one said about the same stretch is
kept as ``agreed`` (same label) or lost (another label); what it said beyond is settled so:

- same label, overlapping: one span over both, unless the stronger one is a human's or a
  checksum's, whose borders are exact;
- a whole around its parts: an e-mail or web address around what others saw of it, a firm or a
  street around a name, a birth date on a date: the whole wins;
- characters that a checksum proved stay covered even where a human's mark takes a part of them.

A human's removal is a decision like a mark: see ``without_removed``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.detect.bounds import one_value, trim
from desktop.detect.rules import CHECKSUMMED
from desktop.domain import HUMAN, Label, Span

_HUMAN, _CHECKSUM, _SURE_MODEL, _SURE_PATTERN, _MODEL, _PATTERN, _GUESS, _INSTRUCT = range(8)
_LIKELY = 0.7  # calibrated probability from which the model knows better than a bare pattern
_SURE = 0.9  # score from which the model is sure, and a pattern saw more than a shape
_FIXED_FORM = frozenset({Label.EMAIL, Label.URL, Label.IP, Label.MAC})
_WORDED = frozenset({Label.PERSON, Label.ADDRESS, Label.LOCATION, Label.ORG})
_NAMES = frozenset({Label.PERSON, Label.LOCATION})
_HOLDS_NAMES = frozenset({Label.ORG, Label.ADDRESS})
_TOP_SCORE = 0.99  # no agreement of machines is as sure as a human


def merge(text: str, spans: Iterable[Span], *, removed: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Settle all proposals on ``text``: sorted, disjoint, trimmed, ``agreed`` filled.

    Pure and idempotent. ``removed`` are marks that a human took away (``without_removed``).
    """
    human, machine = _sorted_out(text, spans)
    if removed:
        machine = list(without_removed(text, machine, removed))
    machine.sort(key=lambda span: (_rank(span), -_sureness(span), span.start, span.end, span.label))
    taken = _Taken()
    for span in human:
        taken.add(span)
    for span in machine:
        _settle(text, taken, span)
    merged = _joined(text, taken.spans)
    # Settling may have cut a longer proposal down to what was removed.
    return without_removed(text, merged, removed) if removed else merged


def without_removed(text: str, spans: Iterable[Span], removed: Sequence[Span]) -> tuple[Span, ...]:
    """The proposals that do not repeat what a human took away.

    Whatever lies inside a removed stretch is dropped, a longer proposal of the removed label loses
    the removed part, a longer one of another label is new and stays. A human's own marks stay.
    """
    kept = [span for span in spans if span.source == HUMAN]
    for span in spans:
        if span.source != HUMAN:
            kept.extend(_minus_removed(text, span, removed))
    return tuple(sorted(kept))


def _minus_removed(text: str, span: Span, removed: Sequence[Span]) -> list[Span]:
    parts = [span]
    for gone in removed:
        if gone.end <= span.start or span.end <= gone.start:
            continue
        inside = gone.start <= span.start and span.end <= gone.end
        if inside or gone.label is span.label:
            parts = [piece for part in parts for piece in _subtract(text, part, gone)]
    return parts


def _sorted_out(text: str, spans: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Disjoint human marks as they are, and the machines' proposals within trimmed borders."""
    human: list[Span] = []
    machine: set[Span] = set()
    for span in sorted(spans):
        if span.source == HUMAN:
            start = max(span.start, human[-1].end if human else 0)
            end = min(span.end, len(text))
            if start < end:
                human.append(replace(span, start=start, end=end))
        else:
            start, end = trim(text, span.start, span.end, span.label)
            if (start, end) != (span.start, span.end):
                span = replace(span, start=start, end=end)
            if start < end:
                machine.add(span)
    return human, list(machine)


def _rank(span: Span) -> int:
    if span.source == HUMAN:
        return _HUMAN
    if span.source == "model":
        if span.score >= _SURE and span.label not in _FIXED_FORM:
            return _SURE_MODEL
        return _MODEL if span.score >= _LIKELY else _GUESS
    if span.source.startswith("instruct:"):
        return _INSTRUCT
    if span.source.removeprefix("rule:") in CHECKSUMMED:
        return _CHECKSUM
    return _SURE_PATTERN if span.score >= _SURE else _PATTERN


def _sureness(span: Span) -> float:
    """Within a rank: the surer first; of equally sure ones the longer, which explains more."""
    return round(span.score, 1) + min(span.end - span.start, 99) / 1000


class _Taken:
    """Disjoint spans in text order, with neighbours found by bisection."""

    def __init__(self) -> None:
        self.spans: list[Span] = []

    def overlapping(self, start: int, end: int) -> list[Span]:
        at = bisect_left(self.spans, start, key=lambda span: span.end)
        found = []
        while at < len(self.spans) and self.spans[at].start < end:
            if self.spans[at].end > start:
                found.append(self.spans[at])
            at += 1
        return found

    def add(self, span: Span) -> None:
        self.spans.insert(bisect_left(self.spans, span.start, key=lambda s: s.start), span)

    def swap(self, old: Span, new: Span) -> None:
        """Put ``new`` in the place of ``old``; both have the same borders."""
        self.spans[self._at(old)] = new

    def drop(self, span: Span) -> None:
        del self.spans[self._at(span)]

    def _at(self, span: Span) -> int:
        return bisect_left(self.spans, span.start, key=lambda s: s.start)


def _settle(text: str, taken: _Taken, span: Span) -> None:
    """Add one proposal to stronger ones that are already in."""
    rivals = taken.overlapping(span.start, span.end)
    if not rivals:
        taken.add(span)
        return
    if _swallows(span, rivals):
        for rival in rivals:
            taken.drop(rival)
        taken.add(_with_agreed(span, *(r for r in rivals if r.label is span.label)))
        return
    same = [rival for rival in rivals if rival.label is span.label]
    inside = rivals[0].start <= span.start and span.end <= rivals[0].end
    for rival in same:
        taken.swap(rival, _with_agreed(rival, span))
    if _rank(span) == _CHECKSUM:
        _keep_rest(text, taken, span, rivals)
    elif len(rivals) == len(same) and not inside and all(_may_grow(r, span) for r in same):
        _grow(text, taken, span)


def _swallows(span: Span, rivals: Sequence[Span]) -> bool:
    """Whether a weaker proposal is the whole of which all its stronger rivals are parts."""
    return _CHECKSUM < _rank(span) < _GUESS and all(
        _rank(rival) > _CHECKSUM
        and span.start <= rival.start
        and rival.end <= span.end
        and _is_part(rival, span)
        for rival in rivals
    )


def _is_part(part: Span, whole: Span) -> bool:
    if whole.label in _FIXED_FORM and whole.source.startswith("rule:"):
        return True
    if (part.start, part.end) == (whole.start, whole.end):
        return part.label is Label.DATE and whole.label is Label.DATE_OF_BIRTH
    return part.label in _NAMES and whole.label in _HOLDS_NAMES


def _may_grow(span: Span, other: Span) -> bool:
    """Whether the borders of a mark are open: a surely known number has its own, and what a sure
    pattern says of a name only another pattern knows better."""
    if _rank(span) == _SURE_PATTERN:
        return span.label in _WORDED and other.source != "model"
    return _rank(span) > _CHECKSUM


def _keep_rest(text: str, taken: _Taken, span: Span, rivals: Sequence[Span]) -> None:
    parts = [span]
    for rival in rivals:
        parts = [piece for part in parts for piece in _subtract(text, part, rival)]
    for part in parts:
        taken.add(part)


def _subtract(text: str, span: Span, hole: Span) -> list[Span]:
    pieces = []
    for start, end in (
        (span.start, min(span.end, hole.start)),
        (max(span.start, hole.end), span.end),
    ):
        if start < end:
            start, end = trim(text, start, end, span.label)
            if start < end:
                pieces.append(replace(span, start=start, end=end))
    return pieces


def _grow(text: str, taken: _Taken, span: Span) -> None:
    """One span over all overlapping ones of the same label, told by the strongest."""
    rivals = taken.overlapping(span.start, span.end)
    first = min(rivals, key=lambda rival: (_rank(rival), -rival.score, rival.start))
    start, end = trim(
        text,
        min(span.start, rivals[0].start),
        max(span.end, rivals[-1].end),
        span.label,
    )
    if "\n" in text[start:end] and "\n" not in text[first.start : first.end]:
        return  # a name rarely runs on to the next line, a greeting often does
    for rival in rivals:
        taken.drop(rival)
    taken.add(replace(_with_agreed(first, *rivals, span), start=start, end=end))


def _with_agreed(span: Span, *others: Span) -> Span:
    """``span`` with the others named as agreeing; machines that agree are surer together."""
    names = {name for other in others for name in (other.source, *other.agreed)}
    names = (names | set(span.agreed)) - {span.source}
    doubt = 1.0 - span.score
    for other in others:
        if other.source not in {span.source, *span.agreed}:
            doubt *= 1.0 - other.score
    score = span.score if span.source == HUMAN else max(span.score, min(_TOP_SCORE, 1.0 - doubt))
    return replace(span, score=score, agreed=tuple(sorted(names)))


def _joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring parts of one value as one span; a human's and a proved one stand alone."""
    out: list[Span] = []
    for span in spans:
        if out and _parts_of_one(text, out[-1], span):
            left = out.pop()
            first = left if _rank(left) <= _rank(span) else span
            other = span if first is left else left
            names = {*first.agreed, *other.agreed, other.source} - {first.source}
            span = replace(
                first,
                start=left.start,
                end=span.end,
                score=min(left.score, span.score),
                agreed=tuple(sorted(names)),
            )
        out.append(span)
    return tuple(out)


def _parts_of_one(text: str, left: Span, right: Span) -> bool:
    return (
        left.label is right.label
        and min(_rank(left), _rank(right)) > _CHECKSUM
        and one_value(text, left.label, (left.start, left.end), (right.start, right.end))
        and trim(text, left.start, right.end, left.label) == (left.start, right.end)
    )
