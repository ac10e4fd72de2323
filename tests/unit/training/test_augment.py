"""Exchanged mentions: labels stay on their values, and values stay of their kind."""

from __future__ import annotations

import random

from models.training.augment import Names, replace_mentions

NAMES = Names(
    given=("Alma", "Bela"),
    given_set=frozenset({"anna"}),
    surnames=("Amsel", "Buchfink"),
    places=(("12345", "Musterstadt"),),
    streets=("Amselweg",),
)


def _example(*parts: tuple[str, str | None]) -> dict[str, object]:
    text, spans = "", []
    for value, label in parts:
        if label:
            spans.append({"start": len(text), "end": len(text) + len(value), "label": label})
        text += value
    return {"text": text, "spans": spans}


def _firms(seed: int) -> tuple[str, str, str]:
    mail = _example(
        ("Aktien von ", None), ("OBBL", "ORG"), (" und ", None), ("Emifuh", "ORG"), (", ", None),
        ("OBBL", "ORG"), (" fällt. Anna", None),
    )  # fmt: skip
    changed = replace_mentions(mail, NAMES, random.Random(seed))
    text = changed["text"]
    assert text.startswith("Aktien von ")
    assert text.endswith(" fällt. Anna")
    first, second, again = (text[s["start"] : s["end"]] for s in changed["spans"])
    return first, second, again


def test_firms_get_other_names_of_their_make() -> None:
    found = [_firms(seed) for seed in range(60)]
    assert all(first == again for first, _, again in found)
    assert all(len(first) == 4 and first.isupper() for first, _, _ in found)
    assert all(second.istitle() for _, second, _ in found)
    assert len({first for first, _, _ in found}) > 20
    assert any(second in NAMES.surnames for _, second, _ in found)
    assert any(first == "OBBL" for first, _, _ in found)  # now and then a mail stays as it is


def test_a_firm_of_several_words_keeps_its_name() -> None:
    mail = _example(("Bei der ", None), ("Amsel & Söhne GmbH", "ORG"))
    changed = [replace_mentions(mail, NAMES, random.Random(seed)) for seed in range(20)]
    assert {one["text"] for one in changed} == {mail["text"]}
