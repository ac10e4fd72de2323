"""The name and place rules, one by one, on texts that are made to be slow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from desktop.detect.known_names import find_names
from desktop.detect.rules import (
    FINDERS,
    address_abroad,
    address_blocks,
    address_british,
    address_foreign,
    address_placed,
    address_tails,
    address_wrapped,
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
from tests.growth import CLEARLY_MORE, grows_at_most

UNITS = [
    "a.", "1-", "@", "(", " ", "\n", "12345", "Weg 3, ", "Anna ", "Anna, ", "Anna\n", "j. ",
    "<a@", 'x "Anna', "Herr Otto ", "An: A", "10115 Ulm ", "Haus 4, ", "OG, ", "de ", "Annas-",
]  # fmt: skip
MODULES = {
    module.__name__
    for module in (
        *(address_abroad, address_blocks, address_british, address_foreign, address_placed),
        *(address_tails, address_wrapped, addresses, given_names),
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
    assert not slow_units(CASES[name], CLEARLY_MORE)


def slow_units(finder: Callable[[View], Iterator[Span]], limit: float) -> list[str]:
    """The units whose repetition takes more than ``limit`` times as long at 64 kB as at 8 kB."""
    slow = []
    for unit in UNITS:
        small, large = _view(unit, SMALL), _view(unit, LARGE)
        if not grows_at_most(limit, partial(_drain, finder, small), partial(_drain, finder, large)):
            slow.append(unit)
    return slow


def _view(unit: str, size: int) -> View:
    view = View((unit * size)[:size])
    _ = (view.lines, view.low, view.words)  # no part of what is measured
    return view


def _drain(finder: Callable[[View], Iterator[Span]], view: View) -> None:
    for _ in finder(view):
        pass
