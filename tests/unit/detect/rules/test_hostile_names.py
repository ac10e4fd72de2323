"""The name and place rules, one by one, on texts that are made to be slow."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from desktop.detect.known_names import find_names
from desktop.detect.rules import (
    FINDERS,
    address_blocks,
    address_foreign,
    address_placed,
    address_tails,
    addresses,
    given_names,
    headers,
    name_borders,
    neighbours,
    organisations,
    persons,
    places,
    signatures,
    signoffs,
)
from desktop.detect.rules.engine import View
from desktop.domain import Label, Span

UNITS = [
    "a.", "1-", "@", "(", " ", "\n", "12345", "Weg 3, ", "Anna ", "Anna, ", "Anna\n", "j. ",
    "<a@", 'x "Anna', "Herr Otto ", "An: A", "10115 Ulm ", "Haus 4, ", "OG, ", "de ", "Annas-",
]  # fmt: skip
MODULES = {
    module.__name__
    for module in (
        *(address_blocks, address_foreign, address_placed, address_tails, addresses, given_names),
        *(headers, organisations, persons, places, signatures, signoffs),
    )
}
OURS = tuple(finder for finder in FINDERS if finder.__module__ in MODULES)
SMALL, LARGE = 8192, 65536


def _settle(view: View) -> Iterator[Span]:
    """Names one after another, and each begun at every second sign."""
    size = len(view.text)
    spans = [
        Span(start, min(start + 9, size), Label.PERSON, 0.8, f"rule:{rule}")
        for start in range(0, size - 1, 2)
        for rule in ("person_given_name", "echo_name")
    ]
    return name_borders.settle_names(view, spans)


def _beside(view: View) -> Iterator[Span]:
    labels = (Label.PERSON, Label.ADDRESS, Label.ORG, Label.LOCATION, Label.DATE, Label.EMAIL)
    size = len(view.text)
    places_ = range(0, size - 9, 9)
    spans = [Span(at, at + 8, labels[at % 6], 0.9, "rule:x") for at in places_]
    return neighbours.find_neighbours(view, spans)


def _known(view: View) -> Iterator[Span]:
    return find_names(view.text, ("Anna Muster", "Otto Haus"), 0.9)


CASES: dict[str, Callable[[View], Iterator[Span]]] = {
    **{finder.__name__: finder for finder in OURS},
    "settle_names": _settle,
    "find_neighbours": _beside,
    "find_names": _known,
}


@pytest.mark.parametrize("name", CASES)
def test_time_grows_no_faster_than_the_text(name):
    """64 kB take at most ten times what 8 kB take, whatever the text repeats."""
    slow = [unit for unit in UNITS if not _is_linear(CASES[name], unit)]
    assert not slow


def _is_linear(finder: Callable[[View], Iterator[Span]], unit: str) -> bool:
    small, large = _view(unit, SMALL), _view(unit, LARGE)
    for _ in finder(small):  # lists and automata are built by what they meet first
        pass
    # Quadratic work would take 64 times as long, in every try; a busy machine disturbs one.
    return any(_seconds(finder, large) <= 10 * _seconds(finder, small, 0.003) for _ in range(4))


def _view(unit: str, size: int) -> View:
    view = View((unit * size)[:size])
    _ = (view.lines, view.low, view.words)  # no part of what is measured
    return view


def _seconds(finder: Callable[[View], Iterator[Span]], view: View, least: float = 0.0) -> float:
    start = time.process_time()
    for _ in finder(view):
        pass
    return max(least, time.process_time() - start)
