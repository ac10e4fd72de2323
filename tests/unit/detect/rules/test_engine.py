"""The core: offsets, folding, linear time, any text."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect.rules import find
from desktop.detect.rules.engine import Recogniser, View
from desktop.detect.rules.folding import fold, lower
from desktop.domain import Label
from tests.growth import CLEARLY_MORE, grows_at_most

HOSTILE = [
    "a.", "1-", "@", "(", "1", " ", "\n", " \n", "1234 ", "Anna ", "Herr M\xfcller ", "Vertrag: ",
    "a@b.de ", "a | b | ", "> ", "Weg 1 ", "passwort ", "ab:", "Nr. ", "http://a.b/", "A. ",
    "AB-12 ", "a_1, ", "x_1: ", "Kundennr? ", "code 1 ", "1;", "*1", "sort code ",
    "PIN?\n", "four one ", "seed abcd ",
]  # fmt: skip


@given(st.text())
def test_folding_keeps_every_offset(text):
    folded = fold(text)
    assert len(folded) == len(text) == len(lower(folded))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Šarić", "Saric"),
        ("‑–—", "---"),
        ("„x“", '"x"'),
        ("a\u00a0b", "a b"),
        ("Łódź", "Lódz"),
        ("Ж", "À"),
    ],
)
def test_folding_forgives_typography(written, seen):
    assert fold(written).decode("latin-1") == seen


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_text_gives_spans_inside_it(text):
    for span in find(text):
        assert 0 <= span.start < span.end <= len(text)
        assert 0 < span.score <= 1
        assert span.source.startswith("rule:")


def test_offsets_are_code_points_behind_emoji():
    text = "😀😀 Mail: erna@post.example 😀"
    spans = [s for s in find(text) if s.label is Label.EMAIL]
    assert [text[s.start : s.end] for s in spans] == ["erna@post.example"]


def test_a_rejected_value_may_be_the_next_key():
    row = Recogniser("x", Label.OTHER, "(?:key|user)[: ]+([a-z0-9]+)", 1.0, accept=_has_digit)
    view = View("key: user a1")
    assert [view.text[s.start : s.end] for s in row.find(view)] == ["a1"]


def _has_digit(view: View, start: int, end: int) -> bool:
    return any(sign.isdigit() for sign in view.plain[start:end])


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_no_faster_than_the_text(unit):
    small, large = (unit * 8192)[:8192], (unit * 65536)[:65536]
    assert grows_at_most(CLEARLY_MORE, partial(find, small), partial(find, large))
