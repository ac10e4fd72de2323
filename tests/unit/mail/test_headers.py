from __future__ import annotations

from datetime import UTC, datetime
from email.header import Header
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Mailbox, Problem
from desktop.mail import headers


def value(raw: bytes) -> str:
    return headers.value(raw, [])


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"einfach", "einfach"),
        (b"=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        (b"=?ISO-8859-1?B?R3L832U=?=", "Grüße"),
        (b"=?iso-8859-1*de?q?Gr=FC=DFe?=", "Grüße"),
        (b"Re: =?utf-8?q?a_b?= rest", "Re: a b rest"),
        # white space between words goes, between a word and text it stays
        (b"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        (b"=?utf-8?q?a?=\r\n =?utf-8?q?b?=", "ab"),
        # one character split over two words
        (b"=?utf-8?b?R3LD?= =?utf-8?b?vA==?=", "Grü"),
        (b"=?utf-8?b?R3LDvA?=", "Grü"),  # padding left out
        (b"=?x-nichts?q?abc?=", "abc"),
        ("roh: Grüße".encode(), "roh: Grüße"),
        ("roh: Grüße".encode("cp1252"), "roh: Grüße"),
        (b"gefaltet\r\n\t\xc3\xbcber", "gefaltet über"),
        (b"=?utf-8?q?offen", "=?utf-8?q?offen"),
        (b"=?utf-8?q?Leer zeichen?=", "Leer zeichen"),
    ],
)
def test_encoded_words(raw: bytes, text: str) -> None:
    assert value(raw) == text


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=80))
def test_what_the_standard_library_encodes_is_read_back(text: str) -> None:
    assert value(Header(text, "utf-8").encode().encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_a_value(raw: bytes) -> None:
    problems: list[Problem] = []
    headers.value(raw, problems).encode("utf-8")
    headers.addresses(raw, problems)
    headers.parameters(headers.value(raw, problems), problems)
    headers.date(headers.value(raw, problems))


@pytest.mark.parametrize(
    ("raw", "boxes"),
    [
        (b"a@b.example", [("", "a@b.example")]),
        (b"Max <max@b.example>", [("Max", "max@b.example")]),
        (b'"Muster, Max" <max@b.example>', [("Muster, Max", "max@b.example")]),
        (b"max@b.example (Max Muster)", [("Max Muster", "max@b.example")]),
        (
            b"=?utf-8?q?J=C3=B6rg_M=2C?= <j@b.example>, b@c.example",
            [("Jörg M,", "j@b.example"), ("", "b@c.example")],
        ),
        (b"Team: a@b.example, b@b.example;", [("", "a@b.example"), ("", "b@b.example")]),
        (b"undisclosed-recipients:;", []),
        (b"Nur ein Name", [("Nur ein Name", "")]),
        (b"Max <max@b.example", [("Max", "max@b.example")]),
        (
            b"'Max' <max@b.example>; Eva <eva@b.example>",
            [("Max", "max@b.example"), ("Eva", "eva@b.example")],
        ),
        (b'"a\\"b" <a@b.example>', [('a"b', "a@b.example")]),
        (b"", []),
    ],
)
def test_addresses(raw: bytes, boxes: list[tuple[str, str]]) -> None:
    assert headers.addresses(raw, []) == tuple(Mailbox(*box) for box in boxes)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('attachment; filename="Rechnung 1.pdf"', "Rechnung 1.pdf"),
        ("attachment; filename=Rechnung 1.pdf; size=3", "Rechnung 1.pdf"),
        ("attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf", "Grüße.pdf"),
        ('attachment; filename*0="Rech"; filename*1="nung.pdf"', "Rechnung.pdf"),
        ("attachment; filename*1*=%BCr.pdf; filename*0*=utf-8''T%C3", "Tür.pdf"),
        ('attachment; filename="=?utf-8?q?Gr=C3=BC=C3=9Fe.pdf?="', "Grüße.pdf"),
        ('attachment; filename="a\\"b.txt"', 'a"b.txt'),
        ('attachment; filename="offen', "offen"),
        ("attachment", None),
    ],
)
def test_parameters(text: str, name: str | None) -> None:
    assert headers.parameters(text, []).get("filename") == name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Temp\\a.txt", "a.txt"),
        ("a\r\nb\0.txt", "a b .txt"),
        ("x" * 400, "x" * 255),
    ],
)
def test_file_names_hold_no_path(name: str, clean: str) -> None:
    assert headers.file_name(name) == clean


def test_block_ends_at_the_first_line_that_is_no_header() -> None:
    data = b"From: a\nBroken line\nTo: b\nKein Kopf mehr\nText\n"
    problems: list[Problem] = []
    fields, body = headers.split_block(data, 0, len(data), problems)
    assert fields == (("From", b"a"), ("To", b"b"))
    assert data[body:] == b"Kein Kopf mehr\nText\n"
    assert [each.code for each in problems] == ["header_line_unreadable", "header_end_missing"]


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1)))
def test_dates_round_trip(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    assert headers.date(format_datetime(moment)) == moment


@pytest.mark.parametrize("text", ["", "gestern", "Mon, 99 Foo 2020", "1 Jan 99999 00:00:00 +9999"])
def test_broken_dates_are_none(text: str) -> None:
    assert headers.date(text) is None


def test_message_ids() -> None:
    assert headers.message_ids("<a@b> Müll <c@d>\n <e") == ("<a@b>", "<c@d>")
