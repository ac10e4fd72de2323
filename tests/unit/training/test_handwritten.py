"""Inline marks, and the mails in the repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Label
from models.training.handwritten import (
    FOLDER,
    PROBES,
    Unreadable,
    overlooked,
    read_all,
    read_file,
    read_marked,
)

PLAIN = st.text(st.characters(exclude_characters="⟦⟧", exclude_categories=["Cs"]), max_size=30)
VALUES = st.from_regex(r"[A-Za-z0-9äöü][A-Za-z0-9äöü ./-]{0,20}[A-Za-z0-9äöü]", fullmatch=True)
PARTS = st.lists(st.tuples(PLAIN, st.sampled_from([label.value for label in Label]), VALUES))


@given(PARTS, PLAIN)
def test_marks_become_spans_of_the_plain_text(parts: list[tuple[str, str, str]], end: str) -> None:
    marked = "".join(f"{plain}⟦{label}|{value}⟧" for plain, label, value in parts) + end
    example = read_marked(marked, "de", "here")
    assert example["text"] == "".join(plain + value for plain, _, value in parts) + end
    found = [(s["label"], example["text"][s["start"] : s["end"]]) for s in example["spans"]]
    assert found == [(label, value) for _, label, value in parts]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("⟦NAME|Jana⟧", "unknown label"),
        ("⟦PERSON|Jana ⟧", "edge"),
        ("⟦LOCATION|Bünde,⟧", "edge"),
        ("⟦PERSON|Jana", "broken mark"),
        ("Jana⟧", "broken mark"),
    ],
)
def test_a_broken_mark_is_named(marked: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_marked(marked, "de", "here")


def test_a_file_is_read_mail_by_mail(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text("=== de\nHallo ⟦PERSON|Jana⟧\n\n=== en\n\nHi Jana\n", "utf-8")
    first, second = read_file(path)
    assert (first["text"], first["lang"], first["source"]) == ("Hallo Jana\n", "de", "some_000")
    assert (second["text"], second["spans"]) == ("Hi Jana\n", [])
    assert overlooked(first) == []


@pytest.mark.parametrize("content", ["Hallo\n=== de\nJana", "", "=== fr\nBonjour\n"])
def test_a_file_must_say_where_mails_begin_and_their_language(tmp_path: Path, content: str) -> None:
    path = tmp_path / "some.txt"
    path.write_text(content, "utf-8")
    with pytest.raises(Unreadable):
        read_file(path)


def test_a_value_left_unmarked_elsewhere_is_reported() -> None:
    example = read_marked("⟦PERSON|Jana Wölk⟧ schrieb: Jana Wölk", "de", "here")
    assert overlooked(example) == ["Jana Wölk"]


def test_all_sentences_of_the_repository_mark_persons_only() -> None:
    found = read_all(FOLDER / "sentences")
    assert len(found) > 500
    assert {str(s["label"]) for e in found for s in e["spans"]} == {"PERSON"}


def test_all_mails_of_the_repository_can_be_read() -> None:
    found = read_all()
    assert len(found) > 500
    assert {str(s["label"]) for e in found for s in e["spans"]} == {label.value for label in Label}


def test_mails_that_test_a_version_are_not_among_those_it_learns_from() -> None:
    probes, learnt = read_all(PROBES), {example["text"] for example in read_all()}
    assert len(probes) == 280
    assert not [one["source"] for one in probes if one["text"] in learnt]
