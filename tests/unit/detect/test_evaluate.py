"""The figures agree with the scorer outside, on random marks."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.detect.evaluate import evaluate
from desktop.domain import Label
from desktop.errors import UserError

OUTSIDE = Path(__file__).resolve().parents[4] / "shared" / "tools" / "score.py"


@pytest.fixture(scope="module")
def outside() -> ModuleType:
    if not OUTSIDE.exists():
        pytest.skip(f"the outside scorer is not there: {OUTSIDE.name}")
    spec = importlib.util.spec_from_file_location("outside_score", OUTSIDE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@st.composite
def rows(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    gold, predicted = [], []
    for text in draw(st.lists(st.text(alphabet="aB1 .,-", max_size=20), min_size=1, max_size=5)):
        borders = st.integers(0, len(text))
        span = st.builds(
            lambda a, b, label: {"start": min(a, b), "end": max(a, b), "label": label},
            borders, borders, st.sampled_from(["PERSON", "ORG", "IBAN"]),
        )  # fmt: skip
        spans = draw(st.lists(span, max_size=4))
        gold.append({"text": text, "spans": spans})
        again = [s for s in spans if draw(st.booleans())]
        predicted.append({"text": text, "spans": again + draw(st.lists(span, max_size=3))})
    return gold, predicted


def test_agrees_with_the_outside_scorer(outside: ModuleType) -> None:
    @given(rows(), st.sampled_from([(), ("PERSON",), ("ORG", "IBAN")]))
    def agree(
        data: tuple[list[dict[str, Any]], list[dict[str, Any]]], labels: tuple[str, ...]
    ) -> None:
        gold, predicted = data
        ours = evaluate(gold, predicted, labels=labels).as_dict()
        theirs = outside.score(gold, predicted, set(labels) or None)
        for figures in ours["per_label"].values():
            del figures["precision"]  # the outside scorer does not print it
        theirs["per_label"] = {
            k: v for k, v in theirs["per_label"].items() if k in ours["per_label"]
        }
        assert ours == theirs

    agree()


def test_labels_of_the_outside_scorer_are_ours(outside: ModuleType) -> None:
    assert set(outside.DIRECT) == set(Label) - {Label.ORG, Label.DATE, Label.LOCATION}


def test_table_and_json_name_every_label() -> None:
    row = {"text": "Eva, Bonn", "spans": [{"start": 0, "end": 3, "label": "PERSON"}]}
    scores = evaluate([row], [row], seconds=0.001)
    assert scores.untouched_mails == 1.0
    assert "PERSON" in scores.to_table()
    assert '"ms_per_1000_chars": 111.11' in scores.to_json()


@pytest.mark.parametrize(
    ("gold", "predicted", "code"),
    [
        ([{"text": "a", "spans": []}], [{"text": "b", "spans": []}], "evaluate_order"),
        ([{"text": "a", "spans": []}], [], "evaluate_count"),
        ([{"text": "a", "spans": None}], [{"text": "a", "spans": []}], "evaluate_unannotated"),
    ],
)
def test_refuses(gold: list[Any], predicted: list[Any], code: str) -> None:
    with pytest.raises(UserError) as caught:
        evaluate(gold, predicted)
    assert caught.value.code == code
