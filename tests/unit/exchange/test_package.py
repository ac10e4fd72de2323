"""Packages: ids, the three forms, and reading back."""

from __future__ import annotations

import email
import email.policy
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Label, Mailbox, Span
from desktop.errors import UserError
from desktop.exchange.ids import is_package_id, new_package_id, package_ids_in
from desktop.exchange.package import Package, build, file_name, from_json, to_eml, to_json, to_text
from desktop.exchange.vendors import Vendor, check_vendor, hidden_spans

ID = new_package_id(lambda n: bytes(range(1, n + 1)))
VENDOR = Vendor("v1", "Werkstatt Nord", "service@werkstatt.example", instructions="Bitte bis Mo.")
WHEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def package(description: str = "Hallo [NAME-1-7KQ], Gerät ist laut.") -> Package:
    tokens = [("[NAME-1-7KQ]", Label.PERSON)] if "[NAME-1-7KQ]" in description else []
    return build(
        package_id=ID, case_ref="C-2026-0007", vendor=VENDOR, created=WHEN, language="de",
        description=description, tokens=tokens * 2,
    )  # fmt: skip


@given(st.binary(min_size=7, max_size=7))
def test_ids_are_recognised_and_single_errors_are_not(seed: bytes) -> None:
    made = new_package_id(lambda n: seed[:n])
    assert is_package_id(made)
    assert package_ids_in(f"Re: Ihre Anfrage {made}.") == (made,)
    for at in range(3, len(made)):
        other = "7" if made[at] != "7" else "8"
        assert not is_package_id(made[:at] + other + made[at + 1 :])
        if at + 1 < len(made) and made[at] != made[at + 1]:
            swapped = made[:at] + made[at + 1] + made[at] + made[at + 2 :]
            assert not is_package_id(swapped)


@pytest.mark.parametrize(
    "form",
    ["{}", "{lower}", "tw {body}", "TW – {body}", "TW\u2011{body}", "TW&#8209;{body}",
     "TW\xa0{body}", "<{}@trennwerk.invalid>", "[{}]", "**{}**", "T\u200bW-{half}\u200b{rest}",
     "TW-{half}=\r\n{rest}", '{{"id": "{}"}}', "{}.twp.json", "x_{}"],
)  # fmt: skip
def test_ids_in_any_form(form: str) -> None:
    body = ID[3:]
    text = form.format(ID, lower=ID.lower(), body=body, half=body[:5], rest=body[5:])
    assert package_ids_in(text) == (ID,)


def test_no_ids_where_there_are_none() -> None:
    assert package_ids_in(f"A{ID} {ID}A TW-1234 TW-ABCDEFGHIJKL {ID[:-1]}") == ()
    assert package_ids_in("TW-" * 50_000) == ()


def test_json_round_trip() -> None:
    made = package()
    assert from_json(to_json(made)) == made
    assert from_json(to_json(made, VENDOR).encode()) == made
    assert made.tokens == ("[NAME-1-7KQ]",)
    value = json.loads(to_json(made, VENDOR))
    assert value["antwort"] == ""
    assert "Bitte bis Mo." in value["hinweise"]


@given(st.text(st.characters(exclude_categories=())))
def test_every_description_survives(description: str) -> None:
    made = package(description)
    data = to_json(made).encode("utf-8")  # lone surrogates too
    if not any(0xD800 <= ord(c) <= 0xDFFF for c in description):
        assert from_json(data) == made


def broken(**changes: object) -> str:
    return json.dumps({**json.loads(to_json(package())), **changes})


@pytest.mark.parametrize(
    ("data", "code", "reason"),
    [
        (b"\xff\xfe", "package_unreadable", "no_json"),
        ("[" * 100_000, "package_unreadable", "no_json"),
        ("[]", "package_unreadable", "no_object"),
        (broken(format="x"), "package_unreadable", "other_format"),
        (broken(version=True), "package_unreadable", "no_version"),
        (broken(version=2), "package_newer", None),
        (broken(id="TW-0000000001"), "package_unreadable", "field_id"),
        (broken(problembeschreibung=None), "package_unreadable", "field_problembeschreibung"),
        (broken(platzhalter=[{"platzhalter": "x", "art": "?"}]), "package_unreadable",
         "field_platzhalter"),
        (broken(platzhalter=[{"platzhalter": "x", "art": []}]), "package_unreadable",
         "field_platzhalter"),
        (broken(platzhalter="x"), "package_unreadable", "field_platzhalter"),
        (broken(erstellt="gestern"), "package_unreadable", "field_erstellt"),
        (broken(erstellt="2026-01-01"), "package_unreadable", "field_erstellt"),
    ],
)  # fmt: skip
def test_broken_packages_are_refused(data: str | bytes, code: str, reason: str | None) -> None:
    with pytest.raises(UserError) as caught:
        from_json(data)
    assert caught.value.code == code
    assert caught.value.values.get("reason") == reason


def test_text_form() -> None:
    text = to_text(package(), VENDOR)
    assert package_ids_in(text) == (ID,)
    assert "[NAME-1-7KQ]  Name einer Person" in text
    assert "\nHallo [NAME-1-7KQ], Gerät ist laut.\n" in text
    assert "Bitte bis Mo." in text
    english = to_text(package(), replace(VENDOR, language="en"))
    assert "[NAME-1-7KQ]  name of a person" in english
    assert "keine Platzhalter" in to_text(package("nichts"), VENDOR)


def test_mail_form() -> None:
    data = to_eml(package(), VENDOR, sender=Mailbox("Erika Beck", "beck@firma.example"))
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Werkstatt Nord <service@werkstatt.example>"
    assert message["Message-ID"] == f"<{ID}@trennwerk.invalid>"
    assert message["X-Trennwerk-Package"] == ID
    body, enclosed = list(message.iter_parts())
    assert body.get_content().replace("\r\n", "\n") == to_text(package(), VENDOR)
    assert enclosed.get_filename() == file_name(package(), "json") == f"{ID}.twp.json"
    assert from_json(enclosed.get_content()) == package()


def test_what_is_no_package() -> None:
    with pytest.raises(ValueError, match="token"):
        build(
            package_id=ID, case_ref="", vendor=VENDOR, created=WHEN, language="de",
            description="", tokens=[("[NAME-1-7KQ]", Label.PERSON)],
        )  # fmt: skip
    with pytest.raises(ValueError, match="id"):
        build(
            package_id="TW-1", case_ref="", vendor=VENDOR, created=WHEN, language="de",
            description="", tokens=[],
        )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": " "}, "id"), ({"name": "a\nb"}, "name"), ({"email": "a@b\nBcc: x@y"}, "email"),
        ({"email": "ohne"}, "email"), ({"language": "deutsch!"}, "language"),
        ({"instructions": "x" * 30_000}, "instructions"),
    ],
)  # fmt: skip
def test_vendor_profiles(change: dict[str, str], field: str) -> None:
    assert check_vendor(VENDOR) is VENDOR
    with pytest.raises(UserError) as caught:
        check_vendor(replace(VENDOR, **change))
    assert caught.value.values == {"field": field}


def test_allowed_labels_stay_in_clear() -> None:
    spans = [Span(0, 1, Label.ORG), Span(2, 3, Label.PERSON)]
    assert hidden_spans(spans, replace(VENDOR, allowed=frozenset({Label.ORG}))) == (spans[1],)
