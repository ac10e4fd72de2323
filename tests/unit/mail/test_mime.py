from __future__ import annotations

import base64
import binascii
import quopri
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.mail import mime
from desktop.mail.mime import Part, Reading


def leaves(data: bytes) -> tuple[list[tuple[str, bytes]], list[str]]:
    reading = Reading()
    found: list[tuple[str, bytes]] = []

    def walk(part: Part) -> None:
        for child in part.children:
            walk(child)
        if not part.is_multipart:
            found.append((part.media_type, mime.content(part, reading)))

    walk(mime.parse(data, reading))
    return found, [problem.code for problem in reading.problems]


MIXED = b"Content-Type: multipart/mixed; boundary=x\n\n"


@pytest.mark.parametrize(
    ("data", "parts", "codes"),
    [
        (b"A: b\n\nText", [("text/plain", b"Text")], []),
        (MIXED + b"--x\n\na\n--x\n\nb\n--x--\n", [("text/plain", b"a"), ("text/plain", b"b")], []),
        (MIXED + b"--x \r\n\r\na\r\n--x--", [("text/plain", b"a")], []),
        # the end is missing: the message may have been cut
        (MIXED + b"--x\n\na", [("text/plain", b"a")], ["multipart_unclosed"]),
        # a longer boundary that begins with ours is another one
        (MIXED + b"--x\n\na\n--xy\nb\n--x--", [("text/plain", b"a\n--xy\nb")], []),
        (MIXED + b"--x\n\na\n--x--\nNachwort", [("text/plain", b"a")], ["text_outside_parts"]),
        (MIXED + b"ohne Teile", [("text/plain", b"ohne Teile")], ["multipart_without_parts"]),
        (
            b"Content-Type: multipart/mixed\n\n--y\n\na\n--y--",
            [("text/plain", b"a")],
            ["boundary_missing"],
        ),
        (
            b"Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: a\n\nb\n--x--",
            [("message/rfc822", b"Subject: a\n\nb")],
            [],
        ),
    ],
)
def test_parts(data: bytes, parts: list[tuple[str, bytes]], codes: list[str]) -> None:
    assert leaves(data) == (parts, codes)


def encoded(name: str, body: bytes) -> tuple[bytes, list[str]]:
    (leaf,), codes = leaves(b"Content-Transfer-Encoding: %s\n\n%s" % (name.encode(), body))
    return leaf[1], codes


@given(st.binary(max_size=500))
def test_transfer_encodings_round_trip(data: bytes) -> None:
    assert encoded("base64", base64.encodebytes(data)) == (data, [])
    text = data.replace(b"\r", b"")  # quoted-printable is for text; line ends are its own
    assert encoded("QUOTED-PRINTABLE", quopri.encodestring(text, quotetabs=True)) == (text, [])
    uu = b"begin 644 a.bin\n"
    uu += b"".join(binascii.b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45))
    assert encoded("x-uuencode", uu + b"`\nend\n") == (data, [])


@pytest.mark.parametrize(
    ("name", "body", "data", "codes"),
    [
        ("base64", b"QUJD\n*QUI=", b"ABCAB", ["base64_broken"]),
        ("base64", b"QUJDR", b"ABC", ["base64_broken"]),
        ("base64", b"QUI=QUJD", b"ABABC", []),  # padded runs in a row
        ("quoted-printable", b"a=XYb=C3=BC", b"a=XYb\xc3\xbc", ["quoted_printable_broken"]),
        ("x-unknown", b"abc", b"abc", ["unknown_transfer_encoding"]),
        ("x-uuencode", b"kein uu", b"kein uu", ["uuencode_broken"]),
    ],
)
def test_broken_transfer_encodings(name: str, body: bytes, data: bytes, codes: list[str]) -> None:
    assert encoded(name, body) == (data, codes)


@settings(max_examples=50)
@given(
    st.recursive(
        st.binary(max_size=40),
        lambda inner: st.lists(inner, min_size=1, max_size=3),
        max_leaves=12,
    )
)
def test_trees_of_the_standard_library_are_read_back(tree: bytes | list[object]) -> None:
    expected: list[bytes] = []

    def build(node: bytes | list[object]) -> EmailMessage:
        message = EmailMessage()
        if isinstance(node, bytes):
            expected.append(node)
            message.add_attachment(node, "application", "octet-stream")
            (message,) = message.iter_attachments()  # type: ignore[assignment]
            return message
        message.make_mixed()
        for child in node:
            message.attach(build(child))  # type: ignore[arg-type]
        return message

    found, codes = leaves(build(tree).as_bytes())
    assert [data for _, data in found] == expected
    assert codes == []


@given(st.binary(max_size=400))
def test_any_bytes_are_a_tree(data: bytes) -> None:
    leaves(data)
    leaves(MIXED + b"--x\n" + data)


def test_depth_and_number_of_parts_are_bounded() -> None:
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
        for level in range(1_000)
    )
    assert "nesting_cut" in leaves(nested)[1]
    found, codes = leaves(MIXED + b"--x\n\na\n" * 5_000)
    assert len(found) == 1_000
    assert "parts_cut" in codes
