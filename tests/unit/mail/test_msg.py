from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Mail, Mailbox
from desktop.errors import UserError
from desktop.mail.read import read_bytes

MakeMsg = Callable[..., bytes]


def only(data: bytes) -> Mail:
    (mail,) = read_bytes(data, name="probe.msg")
    return mail


def ticks(moment: datetime) -> bytes:
    return struct.pack(
        "<Q", int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    )


def test_plain_message(msg: MakeMsg, attached: Callable[..., object]) -> None:
    sent = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    mail = only(
        msg(
            {
                0x001A: "IPM.Note",
                0x0037: "Wechselrichter meldet E04",
                0x0C1A: "Annegret Brömmelkamp",
                0x5D01: "annegret@kunde.example",
                0x1000: "Guten Tag,\r\n\r\ndas Gerät steht.\r\n",
                0x1035: "<a1@kunde.example>",
            },
            fixed={(0x0039, 0x40): ticks(sent)},
            recipients=[(1, "Hilfe", "hilfe@firma.example"), (2, "Büro", "buero@firma.example")],
            attachments=[attached("protokoll.txt", "Fehler E04 am Gerät".encode())],
        )
    )
    assert mail.kind == "msg"
    assert mail.text == "Wechselrichter meldet E04\n\nGuten Tag,\n\ndas Gerät steht."
    assert mail.sender == Mailbox("Annegret Brömmelkamp", "annegret@kunde.example")
    assert mail.to == (Mailbox("Hilfe", "hilfe@firma.example"),)
    assert mail.cc == (Mailbox("Büro", "buero@firma.example"),)
    assert mail.date == sent
    assert mail.message_id == "<a1@kunde.example>"
    assert [(file.name, file.text) for file in mail.attachments] == [
        ("protokoll.txt", "Fehler E04 am Gerät")
    ]
    assert mail.problems == ()


def test_transport_headers_win(msg: MakeMsg) -> None:
    raw = (
        "From: =?utf-8?q?J=C3=B6rg?= <joerg@kunde.example>\r\n"
        "Date: Tue, 3 Mar 2026 10:00:00 +0100\r\n"
        "In-Reply-To: <q@firma.example>\r\n\r\n"
    )
    mail = only(msg({0x007D: raw, 0x1000: "Text", 0x0C1A: "/O=EX/CN=JOERG"}))
    assert mail.sender == Mailbox("Jörg", "joerg@kunde.example")
    assert mail.date == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert mail.in_reply_to == "<q@firma.example>"


def test_html_only_body_in_its_code_page(msg: MakeMsg) -> None:
    html = "<html><body><p>Grüße aus Köln</p></body></html>".encode("cp1252")
    mail = only(msg({}, binary={0x1013: html}, fixed={(0x3FDE, 3): struct.pack("<I", 1252)}))
    assert mail.text == "Grüße aus Köln"


def test_rtf_only_body(msg: MakeMsg) -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252 Guten Tag,\par die Sp\'fclmaschine leckt.}"
    packed = struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    assert only(msg({}, binary={0x1009: packed})).text == "Guten Tag,\ndie Spülmaschine leckt."


def test_damaged_rtf_is_named(msg: MakeMsg) -> None:
    mail = only(msg({0x0037: "Betreff"}, binary={0x1009: b"kaputt" * 9}))
    assert {problem.code for problem in mail.problems} == {"rtf_broken", "no_text"}


def test_narrow_strings_in_the_message_code_page(msg: MakeMsg) -> None:
    mail = only(
        msg(
            {},
            narrow={0x0037: "Größe".encode("cp1252"), 0x1000: "Übergabe\0".encode("cp1252")},
            fixed={(0x3FFD, 3): struct.pack("<I", 1252)},
        )
    )
    assert mail.text == "Größe\n\nÜbergabe"


def test_message_in_message(msg: MakeMsg, embedded: Callable[..., object]) -> None:
    inner = embedded("Alte Anfrage", {0x0037: "Alte Anfrage", 0x1000: "Bitte Rückruf."})
    mail = only(msg({0x1000: "Siehe Anhang"}, attachments=[inner]))
    (file,) = mail.attachments
    assert file.name == "Alte Anfrage"
    assert file.media_type == "application/vnd.ms-outlook"
    assert file.text == "Subject: Alte Anfrage\n\nBitte Rückruf."


def test_encrypted_message_is_named(msg: MakeMsg, attached: Callable[..., object]) -> None:
    mail = only(
        msg({0x001A: "IPM.Note.SMIME"}, attachments=[attached("smime.p7m", b"\x30\x82\x01")])
    )
    assert "encrypted" in {problem.code for problem in mail.problems}


def test_clear_signed_message_is_read(msg: MakeMsg, attached: Callable[..., object]) -> None:
    mime = b"Content-Type: text/plain\r\n\r\nSigniert, aber lesbar."
    mail = only(
        msg({0x001A: "IPM.Note.SMIME.MultipartSigned"}, attachments=[attached("smime.p7m", mime)])
    )
    assert mail.text == "Signiert, aber lesbar."


@pytest.mark.parametrize("cut", [40, 600, 1500])
def test_cut_file_is_refused_or_read(msg: MakeMsg, cut: int) -> None:
    data = msg({0x0037: "Betreff", 0x1000: "Text " * 400})
    with pytest.raises(UserError, match="unreadable_file"):
        list(read_bytes(data[:cut], name="probe.msg"))


@settings(max_examples=50)
@given(place=st.integers(0, 5000), junk=st.binary(min_size=1, max_size=40))
def test_any_damage_ends_in_a_mail_or_a_user_error(msg: MakeMsg, place: int, junk: bytes) -> None:
    whole = msg({0x0037: "Betreff", 0x1000: "Text " * 50}, recipients=[(1, "A", "a@b.example")])
    data = whole[:place] + junk + whole[place + len(junk) :]
    with contextlib.suppress(UserError):
        for mail in read_bytes(data, name="probe.msg"):
            mail.text.encode()
