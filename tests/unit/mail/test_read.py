from __future__ import annotations

import contextlib
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain import Cancel, Mail, Mailbox, SegmentKind
from desktop.errors import Cancelled, UserError
from desktop.mail.limits import MAX_TEXT
from desktop.mail.read import read_bytes, read_html, read_path, read_text

HEAD = b"From: Eva Beispiel <eva@kunde.example>\nTo: hilfe@firma.example\nSubject: Fehler\n"


def only(data: bytes, name: str = "") -> Mail:
    (mail,) = read_bytes(data, name=name)
    return mail


def codes(mail: Mail) -> list[str]:
    return [problem.code for problem in mail.problems]


def check(mail: Mail) -> None:
    """What holds of every mail, whatever it was read from."""
    texts = [mail.text, mail.subject, mail.message_id, mail.kind]
    texts += [part for pair in mail.headers for part in pair]
    texts += [part for file in mail.attachments for part in (file.name, file.text or "")]
    texts += [problem.detail for problem in mail.problems]
    for text in texts:
        text.encode("utf-8")
    assert "\0" not in mail.text
    assert "\r" not in mail.text
    position = 0
    for segment in mail.segments:
        assert segment.start == position < segment.end
        position = segment.end
    assert position == len(mail.text)


def test_a_whole_message() -> None:
    mail = only(
        b"From: =?utf-8?q?J=C3=B6rg?= <joerg@kunde.example>\r\n"
        b"To: Hilfe <hilfe@firma.example>, b@firma.example\r\nCc: c@firma.example\r\n"
        b"Subject: =?utf-8?q?Ger=C3=A4t_steht?=\r\nDate: Tue, 3 Mar 2026 10:00:00 +0100\r\n"
        b"Message-ID: <1@kunde.example>\r\nReferences: <0@firma.example> <9@firma.example>\r\n"
        b"In-Reply-To: <0@firma.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        b"Guten Tag,\r\n\r\nes geht nicht.\r\n\r\n-- \r\nJ\xc3\xb6rg\r\n"
    )
    assert mail.kind == "eml"
    assert mail.text == "Gerät steht\n\nGuten Tag,\n\nes geht nicht.\n\n-- \nJörg"
    assert mail.sender == Mailbox("Jörg", "joerg@kunde.example")
    assert mail.to == (Mailbox("Hilfe", "hilfe@firma.example"), Mailbox("", "b@firma.example"))
    assert mail.cc == (Mailbox("", "c@firma.example"),)
    assert mail.date == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert (mail.message_id, mail.in_reply_to) == ("<1@kunde.example>", "<0@firma.example>")
    assert mail.references == ("<0@firma.example>", "<9@firma.example>")
    assert [each.kind for each in mail.segments] == [
        SegmentKind.SUBJECT,
        SegmentKind.BODY,
        SegmentKind.SIGNATURE,
    ]
    assert mail.problems == ()
    check(mail)


ALTERNATIVE = (
    HEAD
    + b"Content-Type: multipart/alternative; boundary=x\n\n--x\n\n%s\n"
    + b"--x\nContent-Type: text/html\n\n%s\n--x--\n"
)


def test_plain_text_is_preferred_unless_it_says_nothing() -> None:
    assert only(ALTERNATIVE % (b"Guten Tag", b"<p>Guten Tag</p>")).text == "Fehler\n\nGuten Tag"
    html = b"<p>" + b"Der ganze Inhalt steht nur hier. " * 20 + b"</p>"
    assert "nur hier" in only(ALTERNATIVE % (b"Bitte HTML anschalten.", html)).text


def test_attachments_and_inline_texts() -> None:
    mail = only(
        HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nText\n"
        b"--x\nContent-Type: text/plain\n\nListenfuss\n"
        b"--x\nContent-Type: text/plain; name=log.txt\nContent-Disposition: inline\n\nZeile\n"
        b'--x\nContent-Type: image/jpeg; name="=?utf-8?q?Z=C3=A4hler.jpg?="\n'
        b"Content-Transfer-Encoding: base64\n\n/9j/4A==\n--x--\n"
    )
    assert mail.text == "Fehler\n\nText\n\nListenfuss"
    assert [(file.name, file.media_type, file.size, file.text) for file in mail.attachments] == [
        ("log.txt", "text/plain", 5, "Zeile"),
        ("Zähler.jpg", "image/jpeg", 4, None),
    ]


def test_message_in_message() -> None:
    inner = b"From: a@b.example\nSubject: Alt\nContent-Type: multipart/mixed; boundary=y\n\n"
    inner += b"--y\n\nFrage\n--y\nContent-Type: text/csv; name=a.csv\n\na;b\n--y--\n"
    mail = only(
        HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nsiehe unten\n"
        b"--x\nContent-Type: message/rfc822\n\n" + inner + b"--x--\n"
    )
    assert [(file.name, file.text) for file in mail.attachments] == [
        ("message.eml", "From: a@b.example\nSubject: Alt\n\nFrage"),
        ("message.eml/a.csv", "a;b"),
    ]


def test_uuencoded_file_in_the_text() -> None:
    mail = only(HEAD + b"\nvorher\nbegin 644 a.txt\n#0V%T\n`\nend\nnachher\n")
    assert mail.text == "Fehler\n\nvorher\n\nnachher"
    assert [(file.name, file.text) for file in mail.attachments] == [("a.txt", "Cat")]


def test_flowed_text_is_joined() -> None:
    mail = only(
        HEAD
        + b"Content-Type: text/plain; format=flowed\n\n"
        + b"Ein langer \nSatz.\n> zitiert \n> auch\n-- \nMax\n"
    )
    assert mail.text == "Fehler\n\nEin langer Satz.\n> zitiert auch\n-- \nMax"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"Content-Type: text/plain; charset=x-klingonisch\n\nGr\xfc\xdfe", "unknown_charset"),
        (b"Content-Type: text/plain; charset=utf-8\n\nGr\xfc\xdfe \xc3\xbc", "charset_mixed"),
        (b"Content-Transfer-Encoding: base64\n\nQUJ*D", "base64_broken"),
        (b"Content-Transfer-Encoding: x-geheim\n\nabc", "unknown_transfer_encoding"),
        (b"\nab\0c", "nul_characters"),
        (b"Date: vorgestern\n\nabc", "date_unreadable"),
        (b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nabc", "multipart_unclosed"),
        (b"\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----", "encrypted"),
        (b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", "encrypted"),
        (
            b"Content-Type: application/pkcs7-mime; smime-type=signed-data\n\nx",
            "signed_content_unread",
        ),
        (
            b'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=x\n\n'
            b"--x\n\nabc\n--x\nContent-Type: application/pgp-signature\n\nx\n--x--",
            "signature_not_checked",
        ),
        (b"Content-Type: message/external-body; access-type=URL\n\nx", "external_body_not_loaded"),
        (b"Content-Type: application/ms-tnef\n\nx", "tnef_unread"),
        (b"\n", "no_text"),
    ],
)
def test_what_could_not_be_read_is_named(body: bytes, code: str) -> None:
    mail = only(HEAD + body)
    assert code in codes(mail)
    check(mail)


def test_bidi_and_zero_width_characters_stay() -> None:
    text = "a\u202eb\u200bc\u2066d\ufeffe"
    body = b"Content-Type: text/plain; charset=utf-8\n\n" + text.encode()
    assert only(HEAD + body).text == "Fehler\n\n" + text
    assert read_text(text).text == text


# --- pasted text ---


def test_pasted_outlook_headers() -> None:
    mail = read_text(
        "Von: Eva Beispiel <eva@kunde.example>\nGesendet: Donnerstag, 12. März 2026 10:12\n"
        "An: hilfe@firma.example\nBetreff: AW: Fehler E04\n\nGuten Tag,\nes steht.\n"
    )
    assert mail.text == "AW: Fehler E04\n\nGuten Tag,\nes steht."
    assert mail.sender == Mailbox("Eva Beispiel", "eva@kunde.example")
    assert mail.to == (Mailbox("", "hilfe@firma.example"),)
    assert mail.date == datetime(2026, 3, 12, 10, 12, tzinfo=UTC)
    assert [name for name, _ in mail.headers] == ["Von", "Gesendet", "An", "Betreff"]
    check(mail)


@pytest.mark.parametrize(
    "text",
    [
        "Von: Berlin\nDer Zug steht.",
        "Betreff: Fehler\n\nText",  # one line alone may be anything
        "Guten Tag\nVon: a\nAn: b",
        "An: alle\nDatum: heute",
        "",
    ],
)
def test_other_text_stays_whole(text: str) -> None:
    assert read_text(text).text == text


@given(st.text(max_size=300))
@example("Von: \ud800\nAn: b\n\nc")
@example("From: a\nTo: b")
def test_any_pasted_text_is_a_mail(text: str) -> None:
    check(read_text(text))
    check(read_html(text))


@given(st.text(st.characters(categories=["L", "P", "Zs"]), min_size=1).filter(str.strip))
def test_pasted_text_is_not_changed(text: str) -> None:
    mail = read_text(f"Hallo\n{text}")
    assert mail.text == f"Hallo\n{text}"


def test_dropped_html() -> None:
    mail = read_html(
        "<p>Von: Eva &lt;eva@kunde.example&gt;<br>Betreff: Fehler</p><p>Es <b>steht</b>.</p>"
    )
    assert (mail.kind, mail.subject, mail.text) == ("html", "Fehler", "Fehler\n\nEs steht.")


# --- kinds of files ---


@pytest.mark.parametrize(
    ("name", "data", "kind", "text"),
    [
        ("a.eml", HEAD + b"\nText", "eml", "Fehler\n\nText"),
        ("ohne", HEAD + b"\nText", "eml", "Fehler\n\nText"),
        ("falsch.txt", HEAD + b"\nText", "eml", "Fehler\n\nText"),
        ("a.eml", b"kein Kopf\nText", "eml", "kein Kopf\nText"),
        ("a.txt", "Grüße".encode("cp1252"), "text", "Grüße"),
        ("a.txt", "Grüße".encode("utf-16"), "text", "Grüße"),
        ("a.txt", b"<!DOCTYPE html><p>a</p>", "html", "a"),
        ("a.htm", b"<center>a</center>", "html", "a"),
        ("a.rtf", rb"{\rtf1 a}", "text", "a"),
        (
            "a.emlx",
            b"%d\n" % len(HEAD + b"\nText") + HEAD + b"\nText<?xml",
            "eml",
            "Fehler\n\nText",
        ),
        (
            "a.mbox",
            b"From x Mon Mar  2 10:00:00 2026\n" + HEAD + b"\nText\n",
            "mbox",
            "Fehler\n\nText",
        ),
        ("mac.eml", (HEAD + b"\nText").replace(b"\n", b"\r"), "eml", "Fehler\n\nText"),
    ],
)
def test_kinds(name: str, data: bytes, kind: str, text: str, tmp_path: Path) -> None:
    mail = only(data, name)
    assert (mail.kind, mail.text) == (kind, text)
    (tmp_path / name).write_bytes(data)
    assert list(read_path(tmp_path / name)) == [mail]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\0\0\n", "empty"),
        (b"%PDF-1.4", "not_a_message"),
        (b"\x89PNG\r\n\x1a\n", "not_a_message"),
        (bytes(range(256)) * 10, "not_a_message"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "not_a_message"),
    ],
)
def test_what_is_no_mail_is_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        only(data, "x.dat")
    assert caught.value.code == "unreadable_file"
    assert caught.value.values == {"file": "x.dat", "reason": reason}


def test_missing_file_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        list(read_path(tmp_path / "fehlt.eml"))
    assert caught.value.values == {"file": "fehlt.eml", "reason": "missing"}


def test_mbox_messages_and_stuffed_lines() -> None:
    data = b"".join(
        b"From a@b.example Mon Mar  2 10:00:0%d 2026\nSubject: %d\n\n>From hier\nFrom dort\n\n"
        % (n, n)
        for n in range(3)
    )
    mails = list(read_bytes(data, name="a.mbox"))
    assert [mail.text for mail in mails] == [f"{n}\n\nFrom hier\nFrom dort" for n in range(3)]


def test_maildir(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / part).mkdir()
    (tmp_path / "cur" / "1.host:2,S").write_bytes(HEAD + b"\neins")
    (tmp_path / "new" / "2.host").write_bytes(HEAD + b"\nzwei")
    (tmp_path / "tmp" / "3.host").write_bytes(HEAD + b"\nhalb")
    mails = list(read_path(tmp_path))
    assert [(mail.kind, mail.text) for mail in mails] == [
        ("maildir", "Fehler\n\nzwei"),
        ("maildir", "Fehler\n\neins"),
    ]


def test_folder_reads_the_rest_and_names_what_failed(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(HEAD + b"\neins")
    (tmp_path / "2.msg").write_bytes(b"\x89PNG kaputt")
    (tmp_path / "3.eml").write_bytes(HEAD + b"\ndrei")
    (tmp_path / "notiz.pdf").write_bytes(b"%PDF")
    mails: list[str] = []
    with pytest.raises(UserError) as caught:
        mails.extend(mail.text for mail in read_path(tmp_path))
    assert mails == ["Fehler\n\neins", "Fehler\n\ndrei"]
    assert caught.value.values == {"file": "2.msg", "reason": "not_a_message", "count": 1}


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no_mails"):
        list(read_path(tmp_path))


def test_cancel_stops_between_mails(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(b"From a Mon Mar  2 10:00:00 2026\n\na\n\n" * 3)
    cancel = Cancel()
    mails = read_path(path, cancel=cancel)
    next(mails)
    cancel.request()
    with pytest.raises(Cancelled):
        next(mails)


# --- hostile input ---


@given(
    st.binary(max_size=500), st.sampled_from(["", "a.eml", "a.msg", "a.html", "a.mbox", "a.rtf"])
)
@example(b"From a 10:00\n", "a.mbox")
@example(b"Content-Type: message/delivery-status\n\n\xff", "a.eml")
@example(b'Content-Type: text/plain; charset="\xff"\n\n\xff', "a.eml")
def test_any_bytes_are_mails_or_a_user_error(data: bytes, name: str) -> None:
    with contextlib.suppress(UserError):
        for mail in read_bytes(data, name=name):
            check(mail)


@given(st.binary(max_size=300))
def test_any_body_behind_headers_is_a_mail(body: bytes) -> None:
    check(only(HEAD + body))
    check(only(HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" + body))


NESTED = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(2_000)
)
MEGA = 1024 * 1024


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (HEAD + b"\n" + b"Eine Zeile mit etwas Text darin.\n" * (50 * MEGA // 33), "body_cut"),
        (HEAD + b"\n" + b"a" * 50 * MEGA, "body_cut"),
        (
            HEAD + b"Content-Type: text/html\n\n" + b"<p>Absatz</p>\n" * (50 * MEGA // 14),
            "body_cut",
        ),
        (HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"QQ==" * (10 * MEGA), "body_cut"),
        (HEAD + NESTED, "nesting_cut"),
        (HEAD + b"Content-Type: message/rfc822\n\n" * 3_000, "nesting_cut"),
        (HEAD + b"X: " + b"a" * 5 * MEGA + b"\n\nText", "header_cut"),
        (HEAD + b"X: a\n" + b" b\n" * MEGA + b"\nText", "headers_cut"),
        (b"To: " + b"a@b.example, " * 50_000 + b"\n" + HEAD + b"\nText", "addresses_cut"),
        (
            HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 20_000,
            "parts_cut",
        ),
        (HEAD + b"\n" + b"\0" * MEGA, "nul_characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_huge_messages_stay_bounded(data: bytes, code: str) -> None:
    begun = time.process_time()
    mail = only(data, "a.eml")
    assert time.process_time() - begun < 8
    assert code in codes(mail)
    assert len(mail.text) <= MAX_TEXT + len(mail.subject) + 2
