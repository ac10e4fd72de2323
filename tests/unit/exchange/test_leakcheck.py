"""The leak check: what must be noticed, and what is another word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Label
from desktop.exchange.leakcheck import leaks

P, E, T, B, ID = Label.PERSON, Label.EMAIL, Label.PHONE, Label.IBAN, Label.ID_NUMBER

# (label, value, description, how, what stands there)
LEAKS = [
    (P, "Max Muster", "Gruß, Max Muster.", "exact", "Max Muster"),
    (P, "Max Muster", "gruß max  MUSTER", "folded", "max  MUSTER"),
    (P, "Max Muster", "Gruß Max\n> Muster", "folded", "Max\n> Muster"),
    (P, "Max Muster", "Gruß Max\xa0Muster", "folded", "Max\xa0Muster"),
    (P, "Anna-Lena Groß", "Anna–Lena Gross", "folded", "Anna–Lena Gross"),
    (P, "Jörg Müller", "Joerg Mueller", "folded", "Joerg Mueller"),
    (P, "Joerg Mueller", "Jörg Müller", "folded", "Jörg Müller"),
    (P, "Jörg Müller", "Jorg Muller", "folded", "Jorg Muller"),
    (P, "José Núñez", "Jose Nunez", "folded", "Jose Nunez"),
    (P, "Müller", "Mu\u0308ller ruft an", "folded", "Mu\u0308ller"),
    (P, "Müller", "Mül\u200bler ruft an", "folded", "Mül\u200bler"),
    (P, "Muster", "Herrn Musters Gerät", "inflected", "Musters"),
    (P, "Max Muster", "Max Musters Gerät", "inflected", "Max Musters"),
    (P, "Muster", "die Musterschen Geräte", "inflected", "Musterschen"),
    (P, "Max Muster", "max.muster hat keinen Zugang", "folded", "max.muster"),
    (P, "Li", "Herr Li ruft an", "exact", "Li"),
    (E, "max@x.example", "an MAX@X.EXAMPLE senden", "folded", "MAX@X.EXAMPLE"),
    (T, "0591 / 80 44 217", "ruf an: 05918044217", "folded", "05918044217"),
    (T, "0591 / 80 44 217", "+49 (591) 8044-217", "number", "49 (591) 8044-217"),
    (T, "+49 591 8044217", "0591-80.44.217", "number", "0591-80.44.217"),
    (B, "DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "folded",
     "DE89370400440532013000"),
    (B, "DE89 3704 0044 0532 0130 00", "Konto 0532013000, x", None, None),
    (B, "DE89 3704 0044 0532 0130 00", "XDE 89370400440532013000", "number",
     "89370400440532013000"),
    (ID, "KD-4711-08", "Kunde KD 471108", "folded", "KD 471108"),
    (ID, "4711081", "unter 4711-081", "folded", "4711-081"),
    (Label.DATE_OF_BIRTH, "12.03.1985", "geboren 1985-03-12", "number", "1985-03-12"),
    (Label.PASSWORD, "!?$%&", "Passwort: !?$%&", "exact", "!?$%&"),
    (Label.PASSWORD, "Geh3im!x", "mit geh3im!X", "folded", "geh3im!X"),
    (Label.IP, "192.168.0.17", "von 192.168.0.17 aus", "exact", "192.168.0.17"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "value", "text", "how", "stands"), LEAKS)
def test_leaks(label: Label, value: str, text: str, how: str | None, stands: str | None) -> None:
    found = [leak for leak in leaks(text, [(label, value)]) if leak.certain]
    assert [(leak.how, text[leak.start : leak.end]) for leak in found] == (
        [(how, stands)] if how else []
    )


# (value, description, how): a human may overrule these
UNCERTAIN = [
    ("Klein", "das ist zu klein", "folded"),
    ("Klein", "Kleine Frage", "inflected"),
    ("Max Muster", "Herr Muster rief an", "part"),
    ("Brömmelkamp", "die Brömmelkampanlage", "compound"),
]


@pytest.mark.parametrize(("value", "text", "how"), UNCERTAIN)
def test_uncertain(value: str, text: str, how: str) -> None:
    (leak,) = leaks(text, [(P, value)])
    assert (leak.how, leak.certain) == (how, False)


CLEAN = [
    (P, "Ali", "die Qualität"),
    (P, "An", "an dem Tag"),
    (P, "Max Muster", "maximal musterhaft"),
    (P, "Max von der Heide", "von der Sache"),
    (P, "Max Muster", "Max\n\n\n\n\n\n\n\nMuster".replace("Max", "ab")[:4]),
    (ID, "12345", "Seriennummer 99123459"),
    (P, "X", "X und Y"),
    (P, "Name", "[NAME-1-7KQ] ruft an"),
    (Label.PASSWORD, "…", "und …"),
]


@pytest.mark.parametrize(("label", "value", "text"), CLEAN)
def test_clean(label: Label, value: str, text: str) -> None:
    assert leaks(text, [(label, value)]) == ()


def test_only_the_issued_tokens_are_skipped() -> None:
    assert leaks("[ORT-1-ABC]", [(Label.LOCATION, "ORT-1-ABC")]) == ()
    assert leaks("[ORT-1-ABC]", [(Label.LOCATION, "ORT-1-ABC")], tokens=["[ORT-1-ABD]"])
    assert leaks("x [ORT-1-ABC]", [(Label.LOCATION, "ORT-1-ABC")], tokens=[])


def test_a_name_does_not_reach_across_a_token() -> None:
    assert leaks("Max [NAME-1-7KQ] Muster", [(E, "max.muster")]) == ()


@given(st.text(min_size=4, max_size=20), st.text(max_size=30), st.text(max_size=30))
def test_a_value_standing_free_is_always_found(value: str, before: str, after: str) -> None:
    text = f"{before} | {value} | {after}"
    found = leaks(text, [(ID, value)])
    if len(value.strip()) >= 2 and not value.isspace():
        assert any(leak.certain for leak in found)


def test_a_long_description_is_quick() -> None:
    text = "Die Anlage meldet Fehler 4711 um 12:30 Uhr und schaltet ab. " * 2000
    values = [(P, f"Vorname{n} Nachname{n}") for n in range(100)]
    values += [(T, f"0591 80442{n:03}") for n in range(100)]
    started = time.process_time()
    assert leaks(text, values) == ()
    assert time.process_time() - started < 3
    assert leaks("a " * 50_000, [(P, "a " * 50)])
