"""Differences: the changes tile both texts and say the truth about them."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.difference import ChangeKind, difference

WORDS = st.lists(st.sampled_from(["Gerät", " ", "\n", "ist", "laut", "laut.", "👩", "-", "x1"]))


def told(sent: str, received: str) -> list[tuple[str, str, str]]:
    return [
        (change.kind.value, sent[slice(*change.sent)], received[slice(*change.received)])
        for change in difference(sent, received)
    ]


def test_changes_by_word() -> None:
    assert told("Das Gerät ist laut.", "Das Gerät war sehr laut.") == [
        ("same", "Das Gerät ", "Das Gerät "),
        ("changed", "ist", "war sehr"),
        ("same", " laut.", " laut."),
    ]
    assert told("eins zwei", "zwei") == [("removed", "eins ", ""), ("same", "zwei", "zwei")]
    assert told("", "neu") == [("added", "", "neu")]
    assert told("alt", "") == [("removed", "alt", "")]
    assert told("gleich", "gleich") == [("same", "gleich", "gleich")]
    assert told("", "") == []


def check(sent: str, received: str) -> None:
    changes = difference(sent, received)
    at = (0, 0)
    for change in changes:
        assert (change.sent[0], change.received[0]) == at
        at = (change.sent[1], change.received[1])
        old, new = sent[slice(*change.sent)], received[slice(*change.received)]
        assert (old == new) == (change.kind is ChangeKind.SAME) or change.kind is ChangeKind.CHANGED
        assert bool(old) == (change.kind is not ChangeKind.ADDED)
        assert bool(new) == (change.kind is not ChangeKind.REMOVED)
    assert at == (len(sent), len(received))


@given(WORDS.map("".join), WORDS.map("".join))
def test_changes_tile_both_texts(sent: str, received: str) -> None:
    check(sent, received)


def test_long_and_hostile_texts_are_bounded() -> None:
    rng = random.Random(1)
    words = [f"wort{n}" for n in range(300)]
    long = ["\n".join(" ".join(rng.choices(words, k=8)) for _ in range(900)) for _ in range(2)]
    hostile = ["".join(rng.choices("ab ", k=1990)) for _ in range(2)]
    lines = ["".join(rng.choices(["a\n", "b\n", "c\n"], k=990)) for _ in range(2)]
    started = time.process_time()
    for sent, received in (long, hostile, lines, ["x " * 200_000, "y " * 200_000]):
        check(sent, received)
    assert time.process_time() - started < 10
