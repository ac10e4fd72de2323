"""Answers: drafts that mail programs open, in the thread, and no way to add a header line."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Mail, Mailbox
from desktop.errors import UserError
from desktop.exchange.answer import Original, answer_eml, quote, reply_subject

SENDER = Mailbox("Annegret Brömmelkamp", "a.b@post.example")
ORIGINAL = Original(
    subject="AW: Wechselrichter", sender=SENDER, date=datetime(2026, 3, 1, 14, 2, tzinfo=UTC),
    message_id="<m1@post.example>", references=("<m0@post.example>",),
    text="Hallo,\n\n> alt\nlaut.",
)  # fmt: skip


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def content(data: bytes) -> str:
    return str(parsed(data).get_content()).replace("\r\n", "\n")


def test_a_draft_in_the_thread() -> None:
    data = answer_eml("Guten Tag Frau Brömmelkamp,\ndas Gerät 😀 kommt.", ORIGINAL)
    message = parsed(data)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Re: Wechselrichter"
    assert message["To"].addresses[0].addr_spec == SENDER.address
    assert message["To"].addresses[0].display_name == SENDER.name
    assert message["In-Reply-To"] == "<m1@post.example>"
    assert message["References"].split() == ["<m0@post.example>", "<m1@post.example>"]
    assert content(data) == "Guten Tag Frau Brömmelkamp,\ndas Gerät 😀 kommt.\n"
    assert message["Content-Transfer-Encoding"] == "quoted-printable"
    assert all(len(line) <= 78 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_original_quoted() -> None:
    assert content(answer_eml("Ja.", ORIGINAL, with_quote=True)) == (
        "Ja.\n\nAm 01.03.2026 um 14:02 schrieb Annegret Brömmelkamp:\n"
        "> Hallo,\n>\n>> alt\n> laut.\n"
    )
    assert quote(Original(text="x"), language="en") == "? wrote:\n> x"


@pytest.mark.parametrize(
    ("subject", "reply"),
    [("Frage", "Re: Frage"), ("Re: AW: WG: Frage", "Re: Frage"), ("RE[3]: Frage", "Re: Frage"),
     ("", "Re:"), ("Antwort erbeten", "Re: Antwort erbeten"), ("Re: re: " * 500, "Re:")],
)  # fmt: skip
def test_subjects(subject: str, reply: str) -> None:
    assert reply_subject(subject) == reply


HOSTILE = st.text(max_size=60) | st.sampled_from(
    ["x\r\nBcc: e@x.example", "x\nBcc: e@x.example\n\nbody", "x\rBcc: y", "x\x00y",
     "=?utf-8?q?=0A?=", "x\u2028Bcc: y", "x\x85Bcc: y", "\ud800", "a" * 3000, "ä" * 3000,
     "x\x0bBcc: y"]
)  # fmt: skip


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_no_value_adds_a_header(subject: str, name: str, message_id: str, text: str) -> None:
    original = Original(
        subject=subject, sender=Mailbox(name, "a@post.example"), message_id=message_id,
        references=(message_id, "<ok@x.example>"),
    )  # fmt: skip
    data = answer_eml(text, original, sender=Mailbox(name, "b@post.example"))
    head = data.split(b"\r\n\r\n")[0]
    assert head.isascii()
    assert max(map(len, head.split(b"\r\n"))) < 998
    message = parsed(data)
    allowed = {
        "x-unsent", "from", "to", "subject", "in-reply-to", "references", "mime-version",
        "content-type", "content-transfer-encoding",
    }  # fmt: skip
    names = [key.lower() for key in message]
    assert set(names) <= allowed
    assert len(names) == len(set(names))
    assert message["To"].addresses[0].addr_spec == "a@post.example"
    assert [len(message[h].addresses) for h in ("From", "To")] == [1, 1]


@given(st.text())
def test_every_text_arrives(text: str) -> None:
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    expected = "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in expected)
    assert content(answer_eml(text, Original())) in (expected, expected + "\n")


@pytest.mark.parametrize(
    "address",
    ["", "ohne", "a@b@c", "a b@x.example", "a@x.example\nBcc: y", "a@x,b@y.example", "@x",
     "ä@x.example", "a@" + "ä" * 300 + ".example"],
)  # fmt: skip
def test_bad_addresses_are_refused(address: str) -> None:
    with pytest.raises(UserError, match="address_invalid"):
        answer_eml("x", Original(), to=[Mailbox("x", address)])


def test_international_domains_and_no_recipient() -> None:
    message = parsed(answer_eml("x", Original(), to=[Mailbox("", "a@bücher.example")]))
    assert message["To"] == "a@xn--bcher-kva.example"
    assert parsed(answer_eml("x", Original()))["To"] is None


def test_many_references_keep_first_and_last() -> None:
    many = tuple(f"<m{n}@x.example>" for n in range(500))
    original = Original(message_id="<last@x.example>", references=many)
    references = parsed(answer_eml("x", original))["References"].split()
    assert len(references) == 40
    assert references[0] == "<m0@x.example>"
    assert references[-1] == "<last@x.example>"


def test_original_of_a_mail() -> None:
    mail = Mail(
        "Frage\n\nText", (), "eml", subject="Frage", sender=SENDER, in_reply_to="<p@x.example>"
    )
    original = Original.of(mail)
    assert original.text == "Text"
    assert original.references == ("<p@x.example>",)


def test_answers_go_where_the_writer_wants_them() -> None:
    def sender(reply_to: str) -> Mailbox | None:
        mail = Mail("x", (), "eml", sender=SENDER, headers=(("Reply-To", reply_to),))
        return Original.of(mail).sender

    assert sender("Service <s@post.example>") == Mailbox("Service", "s@post.example")
    assert sender("") == SENDER
    assert sender("niemand") == SENDER
    assert Original.of(Mail("x", (), "text")).sender is None
