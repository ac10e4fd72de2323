"""Replies: their package and their words."""

from __future__ import annotations

import json

import pytest

from desktop.exchange.ids import new_package_id
from desktop.exchange.reply import package_id_in, quoted_ranges, reply_text

ID = new_package_id(lambda n: b"\x05" * n)
OTHER = new_package_id(lambda n: b"\x09" * n)


def test_the_package_of_a_reply() -> None:
    assert package_id_in(f"Subject: Re: Anfrage {ID.lower()}\n\n> {OTHER}") == ID
    assert package_id_in("nichts") is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Hallo", "Hallo"),
        (json.dumps({"id": ID, "antwort": "Ja", "problembeschreibung": "alt"}), "Ja"),
        (json.dumps({"id": ID, "antwort": " ", "problembeschreibung": "alt"}), "alt"),
        ("\ufeff " + json.dumps({"reply": "Yes"}), "Yes"),
        ("{kein JSON", "{kein JSON"),
        ('{"x": 1}', '{"x": 1}'),
        ("", ""),
    ],
)
def test_the_words_of_a_reply(data: str, words: str) -> None:
    assert reply_text(data) == words


def test_quoted_lines() -> None:
    text = "Ja\n> eins\n> zwei\nund\n  > drei"
    assert [text[a:b] for a, b in quoted_ranges(text)] == ["> eins\n> zwei", "  > drei"]
