"""The main job through the services: a mail comes in, a merged answer goes out."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from desktop.domain import HUMAN, CaseState, Label, Role, Span, TokenState
from desktop.errors import UserError
from desktop.exchange.sealing import new_key_pair, open_package
from desktop.exchange.vendors import Vendor
from desktop.services import (
    answers,
    checking,
    exporting,
    headless,
    inbox,
    intake,
    replies,
    review,
    vendors,
    workspace,
)
from desktop.services.context import Context
from desktop.vault.keys import KdfParams

MAIL = """From: Petra Hagedorn <petra.hagedorn@post.example>
To: service@firma.example
Subject: Gerät defekt
Message-ID: <one@post.example>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Guten Tag,

das Gerät zeigt Fehler E-17. Meine Mail ist petra.hagedorn@post.example,
die IBAN DE89 3704 0044 0532 0130 00.

Viele Grüße
Petra Hagedorn
"""


@pytest.fixture
def mail_file(tmp_path: Path) -> Path:
    path = tmp_path / "mail.eml"
    path.write_bytes(MAIL.encode())
    return path


@pytest.fixture
def case_id(ctx: Context, mail_file: Path) -> str:
    imported = intake.import_paths(ctx, paths=[mail_file])
    assert imported.failures == ()
    (case,) = imported.case_ids
    return case


@pytest.fixture
def vendor(ctx: Context) -> Vendor:
    return vendors.add_vendor(ctx, vendor=Vendor(id="", name="Werkstatt"))


def approve_with_all_names(ctx: Context, case_id: str) -> review.Review:
    """Detect, add by hand what the rules alone do not see, approve."""
    found = review.detect(ctx, case_id=case_id)
    text = found.mail.text
    spans = list(found.spans)
    start = 0
    while (start := text.find("Petra Hagedorn", start)) >= 0:
        end = start + len("Petra Hagedorn")
        spans = [s for s in spans if s.end <= start or s.start >= end]
        spans.append(Span(start, end, Label.PERSON))
        start = end
    review.save(ctx, case_id=case_id, spans=spans)
    return review.approve(ctx, case_id=case_id, override_reason="Nur Regeln im Test")


def test_a_mail_becomes_a_new_case(ctx: Context, case_id: str) -> None:
    opened = review.open_case(ctx, case_id=case_id)
    assert opened.state is CaseState.NEW
    assert opened.detection is None
    assert opened.mail.text.startswith("Gerät defekt\n\nGuten Tag")
    assert opened.split.description == opened.mail.text


def test_the_same_mail_twice_is_named_as_a_duplicate(
    ctx: Context, case_id: str, mail_file: Path
) -> None:
    again = intake.import_paths(ctx, paths=[mail_file])
    assert again.case_ids == ()
    (failure,) = again.failures
    assert (failure.code, failure.values["case"]) == ("duplicate", case_id)


def test_one_unreadable_file_does_not_stop_the_others(
    ctx: Context, mail_file: Path, tmp_path: Path
) -> None:
    imported = intake.import_paths(ctx, paths=[tmp_path / "missing.eml", mail_file])
    assert len(imported.case_ids) == 1
    assert [failure.name for failure in imported.failures] == ["missing.eml"]


def test_rules_alone_leave_the_mail_not_fully_checked(ctx: Context, case_id: str) -> None:
    found = review.detect(ctx, case_id=case_id)
    assert not found.complete
    labels = {span.label for span in found.spans}
    assert {Label.EMAIL, Label.IBAN} <= labels
    with pytest.raises(UserError, match="incomplete_detection"):
        review.approve(ctx, case_id=case_id)
    approved = review.approve(ctx, case_id=case_id, override_reason="von Hand geprüft")
    assert approved.state is CaseState.APPROVED
    assert approved.override_reason == "von Hand geprüft"


def test_nothing_leaves_without_approval(ctx: Context, case_id: str, vendor: Vendor) -> None:
    review.detect(ctx, case_id=case_id)
    with pytest.raises(UserError, match="not_approved"):
        exporting.export(ctx, case_id=case_id, vendor_id=vendor.id)


def test_a_value_that_still_stands_refuses_the_export(
    ctx: Context, case_id: str, vendor: Vendor, tmp_path: Path
) -> None:
    text = review.detect(ctx, case_id=case_id).mail.text
    first = text.index("Petra Hagedorn")
    review.save(ctx, case_id=case_id, spans=[Span(first, first + 14, Label.PERSON)])
    review.approve(ctx, case_id=case_id, override_reason="Test")
    out = tmp_path / "package.twp.json"
    # Her address still holds her name.
    with pytest.raises(UserError, match="description_"):
        exporting.export(ctx, case_id=case_id, vendor_id=vendor.id, out=out)
    assert not out.exists()
    assert replies.list_replies(ctx, case_id=case_id) == []
    assert headless.describe_case(ctx, case_id=case_id)["packages"] == []


def test_human_marks_survive_a_second_run(ctx: Context, case_id: str) -> None:
    found = review.detect(ctx, case_id=case_id)
    iban = next(span for span in found.spans if span.label is Label.IBAN)
    text = found.mail.text
    start = text.index("E-17")
    mine = Span(start, start + 4, Label.ID_NUMBER)
    kept = [span for span in found.spans if span is not iban]
    review.save(ctx, case_id=case_id, spans=[*kept, mine])
    for _ in range(3):  # the removal is not forgotten by any later run
        again = review.detect(ctx, case_id=case_id)
        assert mine in again.spans
        assert all(span.label is not Label.IBAN for span in again.spans)


def test_an_edit_after_approval_takes_the_approval_back(ctx: Context, case_id: str) -> None:
    approved = approve_with_all_names(ctx, case_id)
    edited = review.save(ctx, case_id=case_id, spans=approved.spans[1:])
    assert edited.state is CaseState.DETECTED
    assert edited.approved_at is None


def test_reply_finds_its_case_and_becomes_the_answer(
    ctx: Context, case_id: str, vendor: Vendor, tmp_path: Path
) -> None:
    approve_with_all_names(ctx, case_id)
    out = tmp_path / "package.twp.json"
    sent = exporting.export(ctx, case_id=case_id, vendor_id=vendor.id, out=out)
    written = json.loads(out.read_text("utf-8"))
    assert written["problembeschreibung"] == sent.description
    for personal in ("Petra", "Hagedorn", "0532", "post.example"):
        assert personal not in out.read_text("utf-8")

    name = next(token for token in sent.tokens if token.startswith("[NAME-1"))
    answer = f"Zu {sent.package_id}: Bitte sagen Sie {name.lower()}, dass E-17 ein Lagerfehler ist."
    dropped = intake.import_bytes(ctx, name="reply.txt", data=answer.encode())
    (reply,) = dropped.replies
    assert reply.case_id == case_id
    states = dict(reply.states)
    assert states[name] is TokenState.RESTORED
    assert set(states.values()) == {TokenState.RESTORED, TokenState.MISSING}

    merged = replies.merge_view(ctx, case_id=case_id)
    assert "sagen Sie Petra Hagedorn, dass" in merged.merged_text
    assert merged.needs_human
    draft = answers.write_eml(ctx, case_id=case_id, out=tmp_path / "answer.eml")
    mail = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert mail["To"].addresses[0].addr_spec == "petra.hagedorn@post.example"
    assert mail["Subject"] == "Re: Gerät defekt"
    assert mail["In-Reply-To"] == "<one@post.example>"
    assert "Petra Hagedorn" in mail.get_content()
    (row,) = inbox.list_cases(ctx)
    assert row.state is CaseState.ANSWERED


def test_reply_mail_without_its_quotation(
    ctx: Context, case_id: str, vendor: Vendor, tmp_path: Path
) -> None:
    approve_with_all_names(ctx, case_id)
    sent = exporting.export(ctx, case_id=case_id, vendor_id=vendor.id, form="eml")
    name = next(token for token in sent.tokens if token.startswith("[NAME-1"))
    quoted = "\n".join("> " + line for line in sent.description.splitlines())
    mail = (
        "From: technik@werkstatt.example\nTo: uns@firma.example\n"
        f"Subject: AW: {sent.package_id}\nContent-Type: text/plain; charset=utf-8\n\n"
        f"Hallo,\n\nbitte {name} ausrichten: Lager getauscht.\n\n"
        f"Am 03.11.2026 um 10:00 schrieb uns@firma.example:\n{quoted}\n"
    )
    reply = replies.import_reply(ctx, data=mail.encode(), name="antwort.eml")
    merged = replies.merge_view(ctx, case_id=case_id, reply_id=reply.reply_id)
    assert "bitte Petra Hagedorn ausrichten" in merged.merged_text
    assert "> " not in merged.merged_text


def test_the_package_itself_is_no_reply(
    ctx: Context, case_id: str, vendor: Vendor, tmp_path: Path
) -> None:
    approve_with_all_names(ctx, case_id)
    out = tmp_path / "package.twp.json"
    exporting.export(ctx, case_id=case_id, vendor_id=vendor.id, out=out)
    with pytest.raises(UserError, match="reply_is_package"):
        replies.import_reply(ctx, path=out)


def test_reply_to_a_package_of_another_vault_is_refused(ctx: Context) -> None:
    with pytest.raises(UserError, match="unknown_package"):
        replies.import_reply(ctx, text="Zu TW-0000000000X: alles gut")


def test_two_vendors_get_other_check_characters(ctx: Context, case_id: str) -> None:
    approve_with_all_names(ctx, case_id)
    one, two = (
        vendors.add_vendor(ctx, vendor=Vendor(id="", name=name)) for name in ("Eins", "Zwei")
    )
    first = exporting.export(ctx, case_id=case_id, vendor_id=one.id)
    second = exporting.export(ctx, case_id=case_id, vendor_id=two.id)
    assert len(first.tokens) == len(second.tokens)
    assert set(first.tokens).isdisjoint(second.tokens)
    assert [t.rsplit("-", 1)[0] for t in first.tokens] == [
        t.rsplit("-", 1)[0] for t in second.tokens
    ]


def test_a_vendor_profile_may_let_a_label_through(ctx: Context, case_id: str) -> None:
    approve_with_all_names(ctx, case_id)
    vendor = vendors.add_vendor(
        ctx, vendor=Vendor(id="", name="Bank", allowed=frozenset({Label.IBAN}))
    )
    shown = exporting.preview_package(ctx, case_id=case_id, vendor_id=vendor.id)
    assert "DE89 3704 0044 0532 0130 00" in shown.description
    assert shown.shown_labels == (Label.IBAN,)
    assert "Petra" not in shown.description


def test_a_failed_write_leaves_no_package(
    ctx: Context, case_id: str, vendor: Vendor, tmp_path: Path
) -> None:
    approve_with_all_names(ctx, case_id)
    with pytest.raises(UserError, match="unwritable_file"):
        exporting.export(
            ctx, case_id=case_id, vendor_id=vendor.id, out=tmp_path / "no" / "such" / "p.json"
        )
    assert headless.describe_case(ctx, case_id=case_id)["packages"] == []
    assert review.open_case(ctx, case_id=case_id).state is CaseState.APPROVED


def test_everything_is_in_the_audit_log_and_nothing_personal(
    ctx: Context, case_id: str, vendor: Vendor, tmp_path: Path
) -> None:
    approve_with_all_names(ctx, case_id)
    exporting.export(ctx, case_id=case_id, vendor_id=vendor.id)
    entries = checking.list_audit(ctx)
    actions = [entry.action for entry in entries]
    for action in ("mail_imported", "detected", "marks_saved", "approved", "package_exported"):
        assert action in actions
    assert "Hagedorn" not in repr(entries)
    assert checking.verify(ctx).ok


def test_search_and_title(ctx: Context, case_id: str) -> None:
    review.detect(ctx, case_id=case_id)
    assert [row.id for row in inbox.list_cases(ctx, query="hagedorn e-17")] == [case_id]
    assert inbox.list_cases(ctx, query="Schmidt") == []
    assert inbox.list_cases(ctx, states=[CaseState.CLOSED]) == []
    (row,) = inbox.list_cases(ctx)
    assert (row.title, row.sender) == ("Gerät defekt", "Petra Hagedorn")


def test_human_marks_are_never_uncertain() -> None:
    assert not review.is_uncertain(Span(0, 1, Label.PERSON, score=0.1, source=HUMAN))
    assert review.is_uncertain(Span(0, 1, Label.PERSON, score=0.1, source="model"))


def test_pasted_text_becomes_a_case(ctx: Context) -> None:
    imported = intake.import_text(ctx, text="Hallo, rufen Sie 0421 555 01 23 an.")
    assert len(imported.case_ids) == 1
    (failure,) = intake.import_text(ctx, text="  \n ").failures
    assert failure.code == "empty_message"


def test_language_decides_on_the_words_of_tokens(ctx: Context) -> None:
    assert intake.language_of("please call me on the phone, it is not working for my wife") == "en"
    assert intake.language_of("Bitte rufen Sie mich an, der Router ist kaputt") == "de"
    assert intake.language_of("") == "de"


def test_password_strength_rises_with_length() -> None:
    assert workspace.password_strength("").score == 0
    assert workspace.password_strength("erika", ["Erika"]).score == 0
    assert workspace.password_strength("siebzehn lila Elefanten kochen").score == 4


def test_an_administrator_reads_no_mail(ctx: Context, tmp_path: Path, quick: KdfParams) -> None:
    folder = tmp_path / "admin"
    workspace.create(
        folder,
        password="Verwaltung 99 lila",
        user_name="Admin",
        clock=ctx.clock,
        random=ctx.random,
        kdf=quick,
        role=Role.ADMIN,
    )
    opened = workspace.unlock(
        folder,
        password="Verwaltung 99 lila",
        detector=ctx.detector,
        clock=ctx.clock,
        random=ctx.random,
    )
    try:
        with pytest.raises(UserError, match="not_permitted"):
            inbox.list_cases(opened)
        with pytest.raises(UserError, match="not_permitted"):
            intake.import_text(opened, text="Hallo")
    finally:
        workspace.lock(opened)


def test_a_vendor_with_a_key_gets_a_sealed_package(ctx: Context, case_id: str) -> None:
    private, public = new_key_pair()
    approve_with_all_names(ctx, case_id)
    vendor = vendors.add_vendor(ctx, vendor=Vendor(id="", name="Labor", public_key=public))
    sent = exporting.export(ctx, case_id=case_id, vendor_id=vendor.id)
    assert sent.description not in sent.text
    opened = json.loads(open_package(sent.text, private))
    assert opened["problembeschreibung"] == sent.description
    with pytest.raises(UserError, match="public_key_is_private"):
        vendors.add_vendor(ctx, vendor=Vendor(id="", name="Falsch", public_key=private))


def test_a_value_marked_once_is_marked_everywhere_but_where_a_human_took_it_away() -> None:
    text = "Gerät 4711-2208 defekt, nochmals: Gerät 4711-2208, danke"
    first = Span(6, 15, Label.ID_NUMBER, 0.4, "model")
    second = Span(40, 49, Label.ID_NUMBER, 0.4, review.SAME_VALUE)
    assert review.consistent(text, (first,), removed=()) == (first, second)
    assert review.consistent(text, (first,), removed=[second]) == (first,)


def test_a_line_with_nothing_but_the_package_id_is_not_for_the_customer(
    ctx: Context, case_id: str, vendor: Vendor
) -> None:
    approve_with_all_names(ctx, case_id)
    sent = exporting.export(ctx, case_id=case_id, vendor_id=vendor.id)
    text = f"Paket: {sent.package_id}\n\nLager getauscht, siehe {sent.package_id} vom Montag.\n"
    replies.import_reply(ctx, text=text)
    merged = replies.merge_view(ctx, case_id=case_id)
    assert merged.merged_text.strip() == f"Lager getauscht, siehe {sent.package_id} vom Montag."
