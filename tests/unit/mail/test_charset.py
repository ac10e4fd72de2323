from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Problem
from desktop.mail import charset


@pytest.mark.parametrize(
    ("data", "declared", "text", "codes"),
    [
        (b"abc", None, "abc", []),
        ("Grüße".encode(), None, "Grüße", []),
        ("Grüße".encode(), "utf-8", "Grüße", []),
        ("Grüße".encode("cp1252"), "iso-8859-1", "Grüße", []),
        # Windows quotes in what calls itself Latin-1
        ("„Grüße“ – 5 €".encode("cp1252"), "ISO-8859-1", "„Grüße“ – 5 €", []),
        ("Grüße".encode("cp1252"), None, "Grüße", ["charset_guessed"]),
        ("Grüße".encode("cp1252"), "us-ascii", "Grüße", []),
        # UTF-8 in what calls itself Latin-1 or ASCII
        ("Grüße".encode(), "iso-8859-1", "Grüße", ["charset_guessed"]),
        ("Grüße".encode(), "x-unbekannt", "Grüße", ["unknown_charset"]),
        (b"abc", "rot13", "abc", ["unknown_charset"]),
        (b"abc", "punycode", "abc", ["unknown_charset"]),
        (b"abc", "unicode_escape", "abc", ["unknown_charset"]),
        (b"abc", "../../etc", "abc", ["unknown_charset"]),
        # mostly UTF-8 with a line of Windows-1252 in it
        ("Grüße ".encode() + "Köln".encode("cp1252"), "utf-8", "Grüße Köln", ["charset_mixed"]),
        ("Grüße".encode("utf-16"), None, "Grüße", []),
        ("Grüße aus".encode("utf-16-le"), None, "Grüße aus", ["charset_guessed"]),
        ("Grüße aus".encode("utf-16-be"), None, "Grüße aus", ["charset_guessed"]),
        ("Grüße".encode("utf-8-sig"), "utf-8", "Grüße", []),
        ("Grüße".encode("utf-7"), "utf-7", "Grüße", []),
        ("日本語".encode("shift_jis"), "Shift_JIS", "日本語", []),
        ("中文".encode("gbk"), "GB2312", "中文", []),
        ("日本語".encode("iso2022_jp"), "ISO-2022-JP", "日本語", []),
        (b"a\0b", None, "a\ufffdb", ["nul_characters"]),
        (b"a\r\nb\rc\n", None, "a\nb\nc\n", []),
        (b"\xff\xfe\xfd", "shift_jis", None, ["charset_broken"]),
    ],
)
def test_decode(data: bytes, declared: str | None, text: str | None, codes: list[str]) -> None:
    found, problems = charset.decode(data, declared)
    assert text is None or found == text
    assert [problem.code for problem in problems] == codes


def test_dos_text_is_recognised() -> None:
    data = (
        "Die Größe der Tür über dem Gerät müßte für Käufer und Verkäufer gleich schön sein".encode(
            "cp850"
        )
    )
    text, problems = charset.decode(data, None)
    assert "für Käufer" in text
    assert problems == (Problem("charset_guessed", "cp850"),)


def test_an_unprintable_charset_name_is_not_repeated() -> None:
    _, problems = charset.decode("ü".encode(), "Max Mustermann <max@beispiel.example>")
    assert problems == (Problem("unknown_charset", ""),)


@pytest.mark.parametrize(
    ("text", "tidy", "codes"),
    [
        ("a\ud800b", "a\ufffdb", ["lone_surrogates"]),
        ("\ud83d\ude00", "😀", []),  # a pair is the character it stands for
        ("\u202eabc\u200b\u2066", "\u202eabc\u200b\u2066", []),  # bidi and zero width stay
        ("a\ufffd\udc00", "a\ufffd\ufffd", ["lone_surrogates"]),
    ],
)
def test_tidy(text: str, tidy: str, codes: list[str]) -> None:
    found, problems = charset.tidy(text)
    assert found == tidy
    assert [problem.code for problem in problems] == codes


@given(st.binary(max_size=300), st.none() | st.text(max_size=20) | st.sampled_from(["utf-7", "hz"]))
def test_any_bytes_give_clean_text(data: bytes, declared: str | None) -> None:
    text, problems = charset.decode(data, declared)
    text.encode("utf-8")
    assert "\0" not in text
    assert "\r" not in text
    for problem in problems:
        problem.detail.encode("utf-8")


@given(st.text(st.characters(exclude_characters="\0\r"), max_size=200))
def test_declared_utf8_is_exact(text: str) -> None:
    decoded, problems = charset.decode(text.encode(), "utf-8")
    assert decoded == text.removeprefix("\ufeff")
    assert problems == ()
