"""How long the split, the search in a reply and the leak check take (pytest-benchmark)."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain import Label, Span
from desktop.exchange.difference import difference
from desktop.exchange.leakcheck import leaks
from desktop.split.merge import merge_reply, values_of
from desktop.split.rehydrate import rehydrate
from desktop.split.split import split
from desktop.split.tokens import package_key

KEY = package_key(b"k" * 32, "TW-0000000000")
SENTENCE = "Guten Tag, hier ist Max Muster{n}, Tel. 0591 80{n:05}. Die Anlage ist zu laut. "
LABELS = {"Max Muster{n}": Label.PERSON, "0591 80{n:05}": Label.PHONE}


def mail(length: int) -> tuple[str, list[Span]]:
    """A mail of about ``length`` characters with two marks a sentence of 77."""
    text, spans = "", []
    for n in range(length // 77):
        sentence = SENTENCE.format(n=n)
        for form, label in LABELS.items():
            value = form.format(n=n)
            start = len(text) + sentence.index(value)
            spans.append(Span(start, start + len(value), label))
        text += sentence
    return text, spans


@pytest.mark.parametrize("length", [1_500, 100_000])
def test_split(benchmark: Any, length: int) -> None:
    text, spans = mail(length)
    done = benchmark(split, text, spans, key=KEY)
    assert rehydrate(done.description, done) == text


@pytest.mark.parametrize("length", [1_500, 100_000])
def test_merge(benchmark: Any, length: int) -> None:
    text, spans = mail(length)
    done = split(text, spans, key=KEY)
    merged = benchmark(merge_reply, done.description, done.tokens, values_of(done.entries), key=KEY)
    assert merged.text == text
    assert not merged.needs_human


@pytest.mark.parametrize("length", [1_500, 100_000])
def test_leak_check(benchmark: Any, length: int) -> None:
    text, spans = mail(length)
    done = split(text, spans, key=KEY)
    values = [(entry.label, entry.value) for entry in done.entries]
    found = benchmark(leaks, done.description, values)
    assert [leak for leak in found if leak.certain] == []


def test_difference(benchmark: Any) -> None:
    text, spans = mail(1_500)
    sent = split(text, spans, key=KEY).description
    assert benchmark(difference, sent, sent.replace("zu laut", "jetzt leise"))
