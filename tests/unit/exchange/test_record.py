"""Sealed values, records and packages: read back exactly, refused when anything is off."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import paths
from desktop.domain import Label
from desktop.errors import UserError
from desktop.exchange.ids import new_package_id
from desktop.exchange.record import FIELDS, Record, RecordItem, open_record, record_of, seal_record
from desktop.exchange.sealing import (
    Enc,
    Key,
    KeyPair,
    Password,
    SecretKey,
    check_public_key,
    new_key_pair,
    open_package,
    seal,
    seal_package,
    unseal,
)

X_PRIVATE, X_PUBLIC = new_key_pair("X25519")
P_PRIVATE, P_PUBLIC = new_key_pair("P-521")
PACKAGE_ID = new_package_id(lambda n: b"\x07" * n)


@dataclass(frozen=True)
class Found:
    token: str
    label: Label
    value: str


RECORD = record_of(
    "Hallo [NAME-1-7KQ] [IP-1-ABC]",
    [
        Found("[IP-1-ABC]", Label.IP, "192.0.2.1"),
        Found("[NAME-1-7KQ]", Label.PERSON, "Jörg Müller"),
        Found("[NAME-1-7KQ]", Label.PERSON, "Müller"),
        Found("[NAME-1-7KQ]", Label.PERSON, "Müller"),
    ],
)


def test_a_record_holds_each_pair_once_by_field() -> None:
    assert [item.value for item in RECORD.items] == ["Jörg Müller", "Müller", "192.0.2.1"]


@pytest.mark.parametrize("enc", list(Enc))
@pytest.mark.parametrize(
    ("lock", "opener"),
    [
        (None, None),
        (Password("richtig -----BEGIN Pferd"), Password("richtig -----BEGIN Pferd")),
        (KeyPair(X_PUBLIC), KeyPair(X_PRIVATE)),
        (KeyPair(P_PUBLIC), KeyPair(P_PRIVATE)),
    ],
    ids=["dir", "password", "X25519", "P-521"],
)
def test_records_are_read_back(enc: Enc, lock: Key | None, opener: Key | None) -> None:
    own = SecretKey(bytes(range(enc.key_bytes)))
    data = seal_record(RECORD, lock or own, enc)
    assert open_record(data, opener or own) == RECORD
    header = json.loads(
        urlsafe_b64decode(json.loads(data)["personenbezogeneDaten"]["name"].split(".")[0] + "==")
    )
    assert header["enc"] == enc.value
    assert "Müller" not in data


KEY = SecretKey(b"k" * 32)


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=())), st.sampled_from(list(Label)), st.text())
def test_every_value_survives(value: str, label: Label, description: str) -> None:
    record = Record(description, (RecordItem("[X-1-000]", value, label),))
    assert open_record(seal_record(record, KEY), KEY) == record


def test_the_form_is_the_schema() -> None:
    schema = json.loads((paths.resources() / "schemas/record.schema.json").read_text("utf-8"))
    value = json.loads(seal_record(RECORD, KEY))
    personal = schema["properties"]["personenbezogeneDaten"]
    assert set(value) == set(schema["required"]) == set(schema["properties"])
    assert set(value["personenbezogeneDaten"]) == set(personal["required"]) == set(FIELDS)
    sealed = re.compile(schema["$defs"]["sealed"]["pattern"])
    assert all(sealed.fullmatch(jwe) for jwe in value["personenbezogeneDaten"].values())
    item = schema["$defs"]["plaintext"]["items"]
    opened = json.loads(unseal(value["personenbezogeneDaten"]["name"], KEY)[0])
    assert all(set(one) == set(item["required"]) for one in opened)
    assert re.fullmatch(item["properties"]["platzhalter"]["pattern"], opened[0]["platzhalter"])
    assert item["properties"]["art"]["enum"] == [label.value for label in Label]


def refused(data: str, key: Key = KEY) -> tuple[str, object]:
    with pytest.raises(UserError) as caught:
        open_record(data, key)
    values = caught.value.values
    return caught.value.code, values.get("reason", values.get("field"))


def test_altered_records_are_refused() -> None:
    value = json.loads(seal_record(RECORD, KEY))
    personal = value["personenbezogeneDaten"]
    other_text = json.dumps({**value, "problembeschreibung": "anderes"})
    assert refused(other_text) == ("record_altered", "name")
    swapped = {**personal, "name": personal["email"], "email": personal["name"]}
    assert refused(json.dumps({**value, "personenbezogeneDaten": swapped}))[0] == "record_altered"
    parts = personal["name"].split(".")
    for at in range(5):
        if not parts[at]:
            continue
        mid = len(parts[at]) // 2
        flip = "A" if parts[at][mid] != "A" else "B"
        bad = [*parts[:at], parts[at][:mid] + flip + parts[at][mid + 1 :], *parts[at + 1 :]]
        broken = {**personal, "name": ".".join(bad)}
        code, _ = refused(json.dumps({**value, "personenbezogeneDaten": broken}))
        assert code in ("sealed_not_opened", "sealed_unreadable", "record_altered")


def test_the_wrong_key_opens_nothing() -> None:
    data = seal_record(RECORD, KEY)
    assert refused(data, SecretKey(b"x" * 32))[0] == "sealed_not_opened"
    assert refused(data, SecretKey(b"x" * 64))[0] == "sealed_not_opened"
    # The kind of key fixes the algorithm, whatever the header says.
    assert refused(data, Password("k" * 32))[0] == "sealed_not_opened"
    assert refused(data, KeyPair(X_PRIVATE))[0] == "sealed_not_opened"
    sealed = seal_record(RECORD, KeyPair(X_PUBLIC))
    assert refused(sealed, KeyPair(X_PUBLIC))[0] == "sealed_not_opened"
    assert refused(sealed, KeyPair(P_PRIVATE))[0] == "sealed_not_opened"


@pytest.mark.parametrize(
    ("data", "reason"),
    [("", "no_json"), ("[]", "no_object"), ("{}", "field_problembeschreibung"),
     ('{"problembeschreibung": ""}', "field_personenbezogeneDaten"),
     ('{"problembeschreibung": "", "personenbezogeneDaten": {}}', "field_name")],
)  # fmt: skip
def test_what_is_no_record(data: str, reason: str) -> None:
    assert refused(data) == ("record_unreadable", reason)


def with_header(**changes: object) -> str:
    sealed = seal(b"x", Password("p"), Enc.A256GCM, {})
    first, rest = sealed.split(".", 1)
    header = {**json.loads(urlsafe_b64decode(first + "==")), **changes}
    return urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=") + "." + rest


@pytest.mark.parametrize(
    ("sealed", "code"),
    [
        ("", "sealed_unreadable"),
        ("a.b.c.d.e", "sealed_unreadable"),
        ("ä.b.c.d.e", "sealed_unreadable"),
        (with_header(trw={"v": 2}), "sealed_newer"),
        (with_header(trw=[]), "sealed_unreadable"),
        (with_header(trw={"v": "1"}), "sealed_unreadable"),
        (with_header(p2c=1), "sealed_unreadable"),
        (with_header(p2c=10**9), "sealed_not_opened"),
        (with_header(p2c="x"), "sealed_unreadable"),
        (with_header(alg="dir"), "sealed_not_opened"),
        (with_header(alg="none"), "sealed_not_opened"),
        (with_header(enc="A128GCM"), "sealed_not_opened"),
        (with_header(zip="DEF"), "sealed_not_opened"),
        (with_header(p2s=5), "sealed_not_opened"),
    ],
)
def test_hostile_headers(sealed: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        unseal(sealed, Password("p"))
    assert caught.value.code == code


def test_large_values() -> None:
    plaintext = b"x" * 3_000_000
    assert unseal(seal(plaintext, KEY, Enc.A256GCM, {"a": "b"}), KEY)[0] == plaintext


def test_keys() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        seal(b"", KEY, Enc.A256CBC_HS512, {})
    with pytest.raises(UserError, match="password_empty"):
        seal(b"", Password(""), Enc.A256GCM, {})
    with pytest.raises(ValueError, match="curve"):
        new_key_pair("P-256")
    assert json.loads(check_public_key(X_PUBLIC))["crv"] == "X25519"
    for private in (X_PRIVATE, P_PRIVATE):
        with pytest.raises(UserError, match="public_key_is_private"):
            check_public_key(private)
    assert "kkkk" not in repr(KEY)


@pytest.mark.parametrize(
    "jwk",
    ["", "{}", "[]", "[" * 10_000, '{"kty": "oct", "k": "AAAA"}', '{"kty": "EC", "crv": "P-256"}',
     '{"kty": "OKP", "crv": "X25519", "x": "AA"}', '{"kty": "EC", "crv": "P-521", "x": 1, "y": 2}',
     '{"kty": "EC", "crv": "P-521", "x": "AAAA", "y": "AAAA"}', '{"kty": "OKP", "crv": "X25519"}'],
)  # fmt: skip
def test_bad_public_keys(jwk: str) -> None:
    with pytest.raises(UserError, match="public_key_invalid"):
        check_public_key(jwk)


@pytest.mark.parametrize(("private", "public"), [(X_PRIVATE, X_PUBLIC), (P_PRIVATE, P_PUBLIC)])
def test_sealed_packages(private: str, public: str) -> None:
    data = seal_package('{"ü": 1}', PACKAGE_ID, public)
    assert open_package(data, private) == '{"ü": 1}'
    renamed = json.loads(data) | {"id": "TW-00000000000"}
    with pytest.raises(UserError, match="sealed_altered"):
        open_package(json.dumps(renamed), private)
    with pytest.raises(UserError, match="sealed_newer"):
        open_package(json.dumps(json.loads(data) | {"version": 2}), private)
    with pytest.raises(UserError, match="public_key_is_private"):
        seal_package("{}", PACKAGE_ID, private)
