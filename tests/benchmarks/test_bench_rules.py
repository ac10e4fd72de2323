"""The rule layer alone on the development mails: quality and time, against the project's figures.

Run with ``python -m pytest tests/benchmarks/test_bench_rules.py``; skips where the data are absent.
"""

from __future__ import annotations

import json
import lzma
import time
from collections import defaultdict
from pathlib import Path

import pytest

from desktop.detect.merge import merge
from desktop.detect.rules import find, warm_up
from desktop.domain import DIRECT_IDENTIFIERS, Label

SAMPLE = (
    Path(__file__).resolve().parents[3] / "shared" / "data" / "dev" / "support_hard_sample.jsonl.xz"
)
RECALL = [
    ((Label.EMAIL, Label.IP, Label.MAC, Label.IBAN), 0.97),
    ((Label.PHONE, Label.CREDIT_CARD), 0.92),
    ((Label.ID_NUMBER, Label.PASSWORD, Label.DATE_OF_BIRTH), 0.80),
    ((Label.ADDRESS,), 0.75),
]
MILLISECONDS = 8.0  # per 1,000 characters, processor time after start-up


@pytest.fixture(scope="module")
def mails():
    if not SAMPLE.exists():
        pytest.skip(f"development data not found: {SAMPLE.name}")
    with lzma.open(SAMPLE, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def marked(mails):
    return [merge(mail["text"], find(mail["text"])) for mail in mails]


def trim(text, start, end):
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def keys(text, spans):
    return {(*trim(text, start, end), label) for start, end, label in spans}


def pairs(mails, marked):
    for mail, spans in zip(mails, marked, strict=True):
        text = mail["text"]
        gold = keys(text, ((s["start"], s["end"], s["label"]) for s in mail["spans"]))
        yield text, gold, keys(text, ((s.start, s.end, str(s.label)) for s in spans)), spans


@pytest.mark.parametrize(("labels", "least"), RECALL)
def test_recall(mails, marked, labels, least):
    hits: dict[str, list[bool]] = defaultdict(list)
    for _, gold, proposed, _ in pairs(mails, marked):
        for key in gold:
            hits[key[2]].append(key in proposed)
    for label in labels:
        assert sum(hits[label]) >= least * len(hits[label]), label


def test_precision_over_all_labels(mails, marked):
    right = wrong = 0
    for _, gold, proposed, _ in pairs(mails, marked):
        right += len(gold & proposed)
        wrong += len(proposed - gold)
    assert right >= 0.85 * (right + wrong)


def test_characters_of_direct_identifiers(mails, marked):
    covered = total = 0
    for text, gold, _, spans in pairs(mails, marked):
        inside = {i for span in spans for i in range(span.start, span.end)}
        for start, end, label in gold:
            if Label(label) in DIRECT_IDENTIFIERS:
                signs = [i for i in range(start, end) if text[i].isalnum()]
                covered += sum(i in inside for i in signs)
                total += len(signs)
    assert covered >= 0.80 * total


def test_time(mails):
    warm_up()
    texts = [mail["text"] for mail in mails]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            find(text)
        best = min(best, time.process_time() - start)
    assert best * 1e6 / sum(map(len, texts)) <= MILLISECONDS
