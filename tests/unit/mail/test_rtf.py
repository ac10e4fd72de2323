from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Problem
from desktop.mail.rtf import decompress, rtf_to_text


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1 Hallo\par Welt}", "Hallo\nWelt"),
        (rb"{\rtf1\ansi\ansicpg1252 Gr\'fc\'dfe}", "Grüße"),
        (rb"{\rtf1\ansicpg1251 \'cf\'f0\'e8}", "При"),
        (rb"{\rtf1\uc1 Gr\u252?\u223?e}", "Grüße"),
        (rb"{\rtf1\uc2 \u8364ab!}", "€!"),
        (rb"{\rtf1\u-10179?\u-8704?}", "😀"),
        (rb"{\rtf1{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\*\generator X;}a}", "a"),
        (rb"{\rtf1{\pict\pngblip 89504e47}a{\info{\author Max}}}", "a"),
        (rb"{\rtf1 a\tab b\line c\~d\{e\}\\}", "a\tb\nc\xa0d{e}\\"),
        (rb'{\rtf1{\field{\*\fldinst HYPERLINK "x"}{\fldrslt hier}}}', "hier"),
        (
            rb"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}Hallo{\*\htmltag72 </p>}\htmlrtf\par ",
            "Hallo",
        ),
        (
            rb"{\rtf1\ansi\fromhtml1{\*\htmltag84 <b>}a{\*\htmltag92 </b>}"
            rb"{\*\htmltag84 <br>}\htmlrtf x\htmlrtf0 b}",
            "a\nb",
        ),
        (rb"{\rtf1 a}}}} b", "a b"),
        (rb"{\rtf1 a\'zz\unknown5 b", "azzb"),
    ],
)
def test_rtf(rtf: bytes, text: str) -> None:
    assert rtf_to_text(rtf)[0].strip("\n") == text


def test_what_is_no_rtf_says_so() -> None:
    assert rtf_to_text(b"abc") == ("abc", (Problem("rtf_broken"),))


def test_deep_groups_are_met() -> None:
    text, problems = rtf_to_text(b"{\\rtf1 " + b"{" * 50_000 + b"Ende")
    assert text == "Ende"
    assert problems == (Problem("rtf_cut", "2000"),)


def packed(body: bytes, raw_size: int, kind: bytes = b"LZFu") -> bytes:
    return struct.pack("<II4sI", len(body) + 12, raw_size, kind, 0) + body


def literal(data: bytes) -> bytes:
    """Compressed RTF that refers to nothing."""
    return b"".join(b"\0" + data[at : at + 8] for at in range(0, len(data), 8))


def test_the_example_of_the_specification() -> None:
    """[MS-OXRTFCP] 4.1.1: references into the preset dictionary and the output."""
    data = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3"
        "2068656c090020627705b06c647d0a800fa0"
    )
    assert decompress(data) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@given(st.binary(max_size=300))
def test_literals_round_trip(data: bytes) -> None:
    assert decompress(packed(literal(data), len(data))) == data
    assert decompress(packed(data, len(data), b"MELA")) == data


@given(st.binary(max_size=100))
def test_any_packed_bytes_are_bounded(body: bytes) -> None:
    assert len(decompress(packed(body, 500))) <= 500


@pytest.mark.parametrize("data", [b"", b"x" * 10, packed(b"", 5, b"XXXX")])
def test_damaged_packing_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"header|compression"):
        decompress(data)


@given(st.binary(max_size=200))
def test_any_bytes_give_text(body: bytes) -> None:
    text, _ = rtf_to_text(b"{\\rtf1 " + body)
    text.encode("utf-8")
