"""What is known is found in every spelling, and everyday words only where the context carries."""

from __future__ import annotations

from functools import partial

import pytest

from desktop.detect.names import is_common_word, parse_name, same_word
from desktop.detect.thread import Known, combine, find_known, known_from_mail, known_from_spans
from desktop.domain import Label, Mail, Mailbox, Segment, SegmentKind, Span
from tests.growth import CLEARLY_MORE, grows_at_most


def found(text: str, known: Known, taken: tuple[Span, ...] = ()) -> list[tuple[str, str]]:
    spans = sorted(find_known(text, known, taken=taken))
    return [(text[s.start : s.end], str(s.label)) for s in spans]


# known name, text, found
NAMES = [
    ("Max Müller", "Müllers Rad, MÜLLER, Mueller, Muller und mueller",
     ["Müllers", "MÜLLER", "Mueller", "Muller", "mueller"]),
    ("Max Müller", "M. Müller schrieb", ["M. Müller"]),
    ("Max Müller", "Max Müller und Müller, Max", ["Max Müller", "Müller, Max"]),
    ("Max Müller", "Müllerstraße, Müllerin, Vermüllert", []),
    ("Max Müller", "in /home/mueller/x und mueller.example", []),
    # somebody to or from somebody, and one noble name
    ("Eva Beck", "Beck zu Eva, Beck von Eva", ["Beck", "Eva", "Beck", "Eva"]),
    ("Eva Roth von Beck", "Eva von Beck", ["Eva von Beck"]),
    ("Klaus Voß", "Klaus' Rad, Voss", ["Klaus'", "Voss"]),
    ("Erika Beck-Lind", "Frau Beck, Frau Beck-Lind", ["Beck", "Beck-Lind"]),
    ("Eva Sommer", "im Sommer war es warm", []),
    ("Eva Sommer", "Frau Sommer, Eva Sommer, E. Sommer", ["Sommer", "Eva Sommer", "E. Sommer"]),
    ("Eva Koch", "der Koch war da, ein Koch auch, Koch", ["Koch"]),
    ("Jonas Klein", "ein klein wenig, Klein ist das Paket", []),
    ("Jonas Klein", "Gruß Klein", ["Klein"]),
    ("Ina Mai", "am 3. Mai oder bis Mai", []),
    ("Ina Mai", "Familie Mai wohnt hier", ["Mai"]),
    ("Johann Uttenreuther", "Johann O. Uttenreuther", ["Johann O. Uttenreuther"]),
    ("Rui Marques da Silva", "Rui Marques da Silva und Silva", ["Rui Marques da Silva", "Silva"]),
    ("Anna Lind", "Anna, Anna und anna, Savanna", ["Anna", "Anna", "anna"]),
    ("Uwe Lind", "mein uwe, hallo uwe! aber uwe.", ["uwe", "uwe"]),
    ("Lena Weiß", "c/o Weiß, nicht Weiß auf Schwarz", ["Weiß"]),
    ("Kim Yilmaz", "Danke\nKY\n", ["KY"]),
    ("Kim Yilmaz", "Das KY der Sache", []),
    ("Szymon Nowak", "snowak, nowak.szymon und SzymonNowak", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "wanted"), NAMES)
def test_names(name: str, text: str, wanted: list[str]) -> None:
    persons = [value for value, label in found(text, Known(names=(name,))) if label == "PERSON"]
    assert persons == wanted


@pytest.mark.parametrize(
    "login", ["mmueller", "max.mueller", "m.mueller84", "muellerm", "maxmueller"]
)
def test_logins(login: str) -> None:
    assert (login, "USERNAME") in found(f"Benutzer {login} gesperrt", Known(names=("Max Müller",)))


VALUES = [
    (Label.PHONE, "0171 / 79 40 779", "+49 171 7940779 oder 01717940779", 2),
    (Label.PHONE, "+41 79 123 45 67", "079 123 45 67", 1),
    (Label.ID_NUMBER, "174 929 789", "Nr. 174929789, nicht 1749297890", 1),
    (Label.ID_NUMBER, "AB-12", "AB-12", 0),
    (Label.IBAN, "DE02 1203 0000 0000 2020 51", "DE02120300000000202051", 1),
    (Label.PASSWORD, "Garage407!", "garage407 und Garage407!", 1),
    (Label.USERNAME, "sommer", "im sommer", 0),
    (Label.ADDRESS, "Am Ring 5", "am ring 5 und am Ring 51", 1),
]  # fmt: skip


@pytest.mark.parametrize(("label", "value", "text", "count"), VALUES)
def test_values(label: Label, value: str, text: str, count: int) -> None:
    assert len(found(text, Known(values=((label, value),)))) == count


def test_email_and_its_local_part() -> None:
    known = Known(emails=("Tom.Roth84@mail.example",))
    assert found("tom.roth84 und tom.roth84@mail.example", known) == [
        ("tom.roth84", "USERNAME"),
        ("tom.roth84@mail.example", "EMAIL"),
    ]
    assert found("info", Known(emails=("info@mail.example",))) == []


def test_common_word_beside_a_marked_name_counts() -> None:
    text = "Cem Sommer"
    taken = (Span(0, 3, Label.PERSON, 0.9, "model"),)
    assert found(text, Known(names=("Eva Sommer",)), taken) == [("Sommer", "PERSON")]


def test_known_from_mail() -> None:
    body = "Guten Tag\n\n-- \nEva Roth\nTel. 0341 1234567"
    at = body.index("-- ")
    mail = Mail(
        text=body,
        segments=(
            Segment(SegmentKind.BODY, 0, at),
            Segment(SegmentKind.SIGNATURE, at, len(body)),
        ),
        kind="eml",
        sender=Mailbox("", "tom.beck@mail.example"),
        to=(
            Mailbox("Kundenservice Nord", "service@nord.example"),
            Mailbox("Roth, Eva", "er@x.example"),
        ),
    )
    known = known_from_mail(mail)
    assert known.names[:2] == ("Tom Beck", "Roth, Eva")
    assert "Kundenservice Nord" not in known.names
    assert known.emails == ("tom.beck@mail.example", "service@nord.example", "er@x.example")
    assert any(label is Label.PHONE for label, _ in known.values)


def test_known_from_spans_and_combine() -> None:
    text = "Eva Roth 174929789"
    spans = [Span(0, 8, Label.PERSON, 0.9), Span(9, 18, Label.ID_NUMBER, 0.5)]
    assert known_from_spans(text, spans, sure=0.8) == Known(names=("Eva Roth",))
    one, two = Known(names=("A B",)), Known(names=("A B", "C D"))
    assert combine(one, two) == two


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Max von der Heide", ("Max",), ("von", "der", "Heide")),
        ("Heide, Max", ("Max",), ("Heide",)),
        ("M. Heide", ("M",), ("Heide",)),
        ("Heide", (), ("Heide",)),
        ("", (), ()),
    ],
)
def test_parse_name(name: str, given: tuple[str, ...], surname: tuple[str, ...]) -> None:
    parts = parse_name(name)
    assert (parts.given, parts.surname) == (given, surname)


def test_words() -> None:
    assert same_word("Müllers", "Mueller")
    assert same_word("ŁUKASZ", "Lukasz")
    assert not same_word("Hans", "Han s")
    assert all(map(is_common_word, ["Sommer", "Klein", "Mai", "Will", "Vogels"]))
    assert not any(map(is_common_word, ["Müller", "Erika", "Yıldırım"]))


@pytest.mark.parametrize(
    "unit", ["a.", "Sommer ", "Eva, ", "M. ", "Roth-", "\n", "1-", "Eva Roth "]
)
def test_time_is_linear(unit: str) -> None:
    known = Known(names=("Eva Roth", "Eva Sommer"), values=((Label.ID_NUMBER, "1111111"),))

    small, large = (unit * (size // len(unit)) for size in (8_000, 64_000))
    work = partial(find_known, known=known)
    assert grows_at_most(CLEARLY_MORE, partial(work, small), partial(work, large))
