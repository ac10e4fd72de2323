"""What the detector costs, with pytest-benchmark: ``pytest tests/benchmarks``.

The mails are made here; the yardstick on marked data is ``yardstick.py``.
"""

from __future__ import annotations

import random
import time
from typing import Any

import pytest

from desktop.detect.detector import Detector, settle
from desktop.detect.merge import merge
from desktop.detect.persons import link
from desktop.detect.rules import find
from desktop.domain import Span

LIMIT_MS = 8.0  # a 1,000 characters on two cores, rules only
BLOCKS = (
    "Guten Tag Frau Petersen,\n\n",
    "seit dem 03.05.2024 blinkt an meinem Gerät nur noch die rote Lampe, obwohl ich es schon "
    "zweimal vom Strom getrennt und auch das Kabel gewechselt habe.\n",
    "Meine Kundennummer ist 4711-209{n}, die Rechnung kam an erika.beck{n}@mail.example.\n",
    "Erreichbar bin ich unter 0341 80{n}217 oder mobil 0171-79{n}079.\n",
    "Bitte buchen Sie die 44,95 Euro von DE02120300000000202051 ab, wie im Vertrag steht.\n",
    "Der Techniker, ein Herr Özdemir, wollte am Montag noch einmal vorbeikommen.\n",
    "\nMit freundlichen Grüßen\nErika Beck\nAm Mühlengraben {n}\n38118 Braunschweig\n",
)


def mails(count: int) -> list[str]:
    dice = random.Random(7)
    return [
        "".join(block.format(n=dice.randint(10, 99)) for block in BLOCKS for _ in range(2))
        for _ in range(count)
    ]


@pytest.fixture(scope="module")
def raw() -> list[tuple[str, list[Span]]]:
    return [(text, list(find(text))) for text in mails(20)]


def test_rules(benchmark: Any) -> None:
    texts = mails(20)
    benchmark(lambda: [find(text) for text in texts])


def test_merge(benchmark: Any, raw: list[tuple[str, list[Span]]]) -> None:
    benchmark(lambda: [merge(text, spans) for text, spans in raw])


def test_settle(benchmark: Any, raw: list[tuple[str, list[Span]]]) -> None:
    benchmark(lambda: [settle(text, spans) for text, spans in raw])


def test_link(benchmark: Any, raw: list[tuple[str, list[Span]]]) -> None:
    merged = [(text, merge(text, spans)) for text, spans in raw]
    benchmark(lambda: [link(text, spans) for text, spans in merged])


def test_batch_of_rules_keeps_its_limit() -> None:
    texts = mails(1000)
    with Detector(None) as detector:
        list(detector.detect_many(texts[:250]))  # starts the processes
        started = time.perf_counter()
        list(detector.detect_many(texts[250:]))
        seconds = time.perf_counter() - started
    assert 1e6 * seconds / sum(map(len, texts[250:])) < LIMIT_MS
