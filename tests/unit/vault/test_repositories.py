from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import (
    Attachment,
    CaseState,
    Clock,
    Detection,
    Gap,
    Gender,
    Label,
    Mail,
    Mailbox,
    Mention,
    Person,
    Problem,
    Segment,
    SegmentKind,
    Span,
    TokenState,
)
from desktop.errors import UserError
from desktop.vault import (
    answers,
    cases,
    codec,
    mails,
    packages,
    replies,
    reviews,
    settings,
    vendors,
)
from desktop.vault.packages import PackageRow, TokenValue
from desktop.vault.replies import SightingRow
from desktop.vault.reviews import ReviewRow
from desktop.vault.stores import Store
from desktop.vault.vault import Vault
from desktop.vault.vendors import VendorRow

MAIL = Mail(
    text="Zählerstand\n\nGuten Tag, Annegret Brömmelkamp aus Lingen.",
    segments=(Segment(SegmentKind.SUBJECT, 0, 13), Segment(SegmentKind.BODY, 13, 55)),
    kind="eml",
    subject="Zählerstand",
    sender=Mailbox("Annegret Brömmelkamp", "a.b@kunde.example"),
    date=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
    message_id="<1@kunde.example>",
)
SPAN = Span(24, 44, Label.PERSON, 0.9, "model", ("rule:signoff",))

texts = st.text(st.characters(codec=None), max_size=30)  # also lone surrogates and NUL
mailboxes = st.builds(Mailbox, texts, texts)
problems = st.builds(Problem, texts, texts)
moments = st.datetimes(timezones=st.none() | st.just(UTC))
mail_values = st.builds(
    Mail,
    text=texts,
    segments=st.lists(
        st.builds(Segment, st.sampled_from(SegmentKind), st.integers(), st.integers()), max_size=2
    ).map(tuple),
    kind=st.sampled_from(["eml", "text"]),
    subject=texts,
    sender=st.none() | mailboxes,
    to=st.lists(mailboxes, max_size=2).map(tuple),
    cc=st.lists(mailboxes, max_size=1).map(tuple),
    date=st.none() | moments,
    message_id=texts,
    in_reply_to=texts,
    references=st.lists(texts, max_size=2).map(tuple),
    headers=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    attachments=st.lists(
        st.builds(
            Attachment, texts, texts, st.integers(0), st.none() | texts, st.none() | problems
        ),
        max_size=2,
    ).map(tuple),
    problems=st.lists(problems, max_size=2).map(tuple),
)


@given(mail_values)
def test_mails_survive_their_json(mail: Mail) -> None:
    assert codec.mail_from_json(codec.mail_to_json(mail)) == mail
    codec.mail_to_json(mail).encode("ascii")


@given(
    st.lists(
        st.builds(
            Span,
            st.integers(0, 99),
            st.integers(0, 99),
            st.sampled_from(Label),
            st.floats(0, 1),
            texts,
            st.lists(texts, max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(Gap, texts, st.integers(), st.integers(), texts), max_size=2).map(tuple),
)
def test_detections_survive_their_json(spans: tuple[Span, ...], gaps: tuple[Gap, ...]) -> None:
    detection = Detection(spans, gaps)
    assert codec.detection_from_json(codec.detection_to_json(detection)) == detection


@pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", '{"text": 1}'])
def test_damaged_json_is_damage(text: str) -> None:
    with pytest.raises(UserError, match="store_damaged"):
        codec.mail_from_json(text)


# -- cases -----------------------------------------------------------------------------------------


def test_case_numbers_count_within_the_year_and_are_never_reused(
    vault: Vault, clock: Clock
) -> None:
    ids = [cases.add(vault).id for _ in range(3)]
    cases.remove(vault, ids[-1])
    vault.clock = lambda: datetime(2027, 1, 1, tzinfo=UTC)
    assert [*ids, cases.add(vault).id] == [
        "C-2026-0001",
        "C-2026-0002",
        "C-2026-0003",
        "C-2027-0001",
    ]
    vault.clock = clock
    assert cases.add(vault).id == "C-2026-0004"


def test_cases_are_updated_and_listed(vault: Vault) -> None:
    first, second = cases.add(vault, title="[NAME-1-7KQ]"), cases.add(vault, language="en")
    assert first.unread
    assert len(first.key) == 32
    assert first.key != second.key
    changed = cases.update(
        vault, first.id, state=CaseState.DETECTED, complete=True, uncertain=3, unread=False
    )
    assert changed == replace(
        first,
        state=CaseState.DETECTED,
        complete=True,
        uncertain=3,
        unread=False,
        updated=changed.updated,
    )
    assert changed.updated > first.updated
    assert cases.get(vault, first.id) == changed
    assert [case.id for case in cases.listing(vault)] == [first.id, second.id]
    assert [case.id for case in cases.listing(vault, states={CaseState.NEW})] == [second.id]
    untouched = cases.update(vault, first.id, touch=False, unread=True)
    assert untouched.updated == changed.updated


def test_unknown_cases_and_fields(vault: Vault) -> None:
    for use in (
        lambda: cases.get(vault, "C-2026-9999"),
        lambda: cases.update(vault, "C-2026-9999", title="x"),
        lambda: cases.remove(vault, "C-2026-9999"),
        lambda: mails.get(vault, "C-2026-9999"),
        lambda: mails.head(vault, "C-2026-9999"),
        lambda: mails.original(vault, "C-2026-9999"),
    ):
        with pytest.raises(UserError, match="unknown_case"):
            use()
    with pytest.raises(TypeError):
        cases.update(vault, cases.add(vault).id, **{"id = 'x', title": "x"})  # type: ignore[misc]


# -- mails -----------------------------------------------------------------------------------------


@pytest.fixture
def case_id(vault: Vault) -> str:
    case = cases.add(vault)
    mails.add(vault, case.id, MAIL, original=b"Subject: Z\xe4hlerstand\r\n\r\n\0", name="m.eml")
    return case.id


def test_mails_come_back_as_they_were(vault: Vault, case_id: str) -> None:
    assert mails.get(vault, case_id) == MAIL
    assert mails.original(vault, case_id) == ("m.eml", b"Subject: Z\xe4hlerstand\r\n\r\n\0")
    head = mails.heads(vault)[case_id]
    assert head == mails.head(vault, case_id)
    assert (head.subject, head.sender, head.date) == (MAIL.subject, MAIL.sender, MAIL.date)
    assert mails.add(vault, case_id, Mail("zweite", (), "text"), original=b"2") == 1
    assert mails.get(vault, case_id, 1).text == "zweite"
    assert set(mails.heads(vault)) == {case_id}


def test_a_mail_with_broken_characters_is_stored(vault: Vault) -> None:
    mail = Mail("a\ud800\0b", (), "text", subject="\udcff", sender=Mailbox("\ud800", ""))
    case = cases.add(vault)
    mails.add(vault, case.id, mail, original=b"")
    assert mails.get(vault, case.id) == mail
    assert mails.head(vault, case.id).subject == "?"
    assert mails.search(vault, "b") == {case.id}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zählerstand", True),
        ("ZÄHLERSTAND brömmelKAMP", True),
        ("a.b@kunde", True),
        ("", True),
        ("zählerstand nirgends", False),
        ("%", False),
        ("' OR 1=1 --", False),
    ],
)
def test_search(vault: Vault, case_id: str, words: str, found: bool) -> None:
    assert mails.search(vault, words) == ({case_id} if found else set())


def test_duplicates_are_known_by_bytes_or_by_message_id_and_text(
    vault: Vault, case_id: str
) -> None:
    original = mails.original(vault, case_id)[1]
    assert mails.find_duplicate(vault, Mail("x", (), "text"), original) == case_id
    assert mails.find_duplicate(vault, MAIL, b"other transport headers") == case_id
    other = replace(MAIL, text="another text", message_id=MAIL.message_id)
    assert mails.find_duplicate(vault, other, b"other") is None
    assert mails.find_duplicate(vault, replace(MAIL, message_id=""), b"other") is None
    assert mails.find_message(vault, "<1@kunde.example>") == case_id
    assert mails.find_message(vault, "") is None


# -- reviews ---------------------------------------------------------------------------------------


def test_reviews(vault: Vault, case_id: str) -> None:
    assert reviews.get(vault, case_id) is None
    person = Person(1, "Annegret Brömmelkamp", (Mention(SPAN, "x"),), Gender.FEMALE, "sender")
    review = ReviewRow(
        case_id, Detection((SPAN,), (Gap("model", 0, 9, "died"),)), (SPAN,), (person,)
    )
    reviews.save(vault, review, text=MAIL.text)
    stored = reviews.get(vault, case_id)
    assert stored is not None
    assert stored.updated is not None
    assert replace(stored, updated=None) == review
    assert reviews.values(vault, case_id) == [(Label.PERSON, "Annegret Brömmelkamp")]
    approved = replace(
        review,
        spans=(),
        persons=(),
        approved_by="U-00000000",
        approved_at=datetime(2026, 3, 1, tzinfo=UTC),
        override_reason="Modell fehlte",
    )
    reviews.save(vault, approved, text=MAIL.text)
    again = reviews.get(vault, case_id)
    assert again is not None
    assert replace(again, updated=None) == approved
    assert reviews.values(vault, case_id) == []


# -- vendors, packages, replies, answers -----------------------------------------------------------


@pytest.fixture
def vendor(vault: Vault) -> VendorRow:
    row = VendorRow(vendors.fresh_id(vault), "Werkstatt Nord", allowed=frozenset({Label.ORG}))
    vendors.add(vault, row)
    return row


def test_vendors(vault: Vault, vendor: VendorRow) -> None:
    assert vendors.get(vault, vendor.id) == vendors.by_name(vault, "Werkstatt Nord") == vendor
    double = VendorRow(vendors.fresh_id(vault), vendor.name)
    with pytest.raises(UserError, match="vendor_exists"):
        vendors.add(vault, double)
    second = replace(double, name="alpha")
    vendors.add(vault, second)
    with pytest.raises(UserError, match="vendor_exists"):
        vendors.update(vault, replace(second, name=vendor.name))
    changed = replace(vendor, email="n@nord.example", instructions="Bitte.", public_key="{}")
    vendors.update(vault, changed)
    assert vendors.listing(vault) == [second, changed]
    vendors.remove(vault, vendor.id)
    assert vendors.listing(vault) == [second]
    assert vendors.get(vault, vendor.id).removed
    vendors.add(vault, replace(double, id=vendors.fresh_id(vault)))  # the name is free again
    for unknown in (lambda: vendors.by_name(vault, "?"), lambda: vendors.get(vault, "?")):
        with pytest.raises(UserError, match="unknown_vendor"):
            unknown()


@pytest.fixture
def package(vault: Vault, case_id: str, vendor: VendorRow, clock: Clock) -> PackageRow:
    row = PackageRow(
        "TW-0123456789A", case_id, vendor.id, clock(), "de", "json", "[NAME-1-7KQ]", "{}", b"k" * 32
    )
    values = [
        TokenValue("[NAME-1-7KQ]", Label.PERSON, "Annegret \ud800\0"),
        TokenValue("[ORT-1-7KQ]", Label.LOCATION, "Lingen"),
    ]
    packages.add(vault, row, values, split='{"a": 1}')
    assert packages.values(vault, row.id) == values
    return row


def test_packages(vault: Vault, package: PackageRow, case_id: str) -> None:
    assert packages.get(vault, package.id) == package
    assert packages.of_case(vault, case_id) == [package]
    assert packages.tokens(vault, package.id) == ("[NAME-1-7KQ]", "[ORT-1-7KQ]")
    assert packages.split(vault, package.id) == '{"a": 1}'
    assert packages.known(vault, package.id)
    assert not packages.known(vault, "TW-?")
    for unknown in (lambda: packages.get(vault, "?"), lambda: packages.split(vault, "?")):
        with pytest.raises(UserError, match="unknown_package"):
            unknown()


def test_replies(vault: Vault, package: PackageRow, case_id: str) -> None:
    seen = (
        SightingRow("[NAME-1-7KQ]", TokenState.RESTORED, 5, 17),
        SightingRow("[ORT-1-7KQ]", TokenState.MISSING, -1, -1),
    )
    reply = replies.add(
        vault, package.id, text="Frau [NAME-1-7KQ]", sightings=seen, original=b"raw", kind="eml"
    )
    assert replies.get(vault, reply.id) == reply
    assert reply.case_id == case_id
    assert replies.of_case(vault, case_id) == [reply]
    assert replies.original(vault, reply.id) == b"raw"
    assert replies.find_duplicate(vault, package.id, b"raw") == reply.id
    assert replies.find_duplicate(vault, package.id, b"other") is None
    with pytest.raises(UserError, match="unknown_package"):
        replies.add(vault, "TW-?", text="", sightings=(), original=b"")
    for unknown in (lambda: replies.get(vault, "?"), lambda: replies.original(vault, "?")):
        with pytest.raises(UserError, match="unknown_reply"):
            unknown()


def test_answers(vault: Vault, case_id: str) -> None:
    assert answers.get(vault, case_id) is None
    answers.save(vault, case_id, text="eins")
    saved = answers.save(vault, case_id, text="zwei", reply_id="R-00000000")
    assert answers.get(vault, case_id) == saved


def test_settings(vault: Vault) -> None:
    assert settings.get(vault, "a", 7) == 7
    for value in (1, "zwei", [3], {"vier": 4.5}, False):
        settings.put(vault, "a", value)
        assert settings.get(vault, "a") == value
    settings.put(vault, "a", None)
    assert settings.get(vault, "a") is None


def test_erasing_leaves_nothing_personal_of_a_case(
    vault: Vault, case_id: str, package: PackageRow
) -> None:
    reviews.save(vault, ReviewRow(case_id, spans=(SPAN,)), text=MAIL.text)
    answers.save(vault, case_id, text="Frau Brömmelkamp")
    assert mails.erase(vault, case_id)
    assert not mails.erase(vault, case_id)
    tables = vault.rows(
        Store.IDENTITIES, "SELECT name FROM identities.sqlite_schema WHERE type = 'table'"
    )
    for (table,) in tables:
        assert vault.rows(Store.IDENTITIES, f"SELECT * FROM identities.{table}") == [], table
    assert packages.tokens(vault, package.id) == ("[NAME-1-7KQ]", "[ORT-1-7KQ]")
    assert packages.values(vault, package.id) == []
    cases.remove(vault, case_id)
    assert not packages.known(vault, package.id)
