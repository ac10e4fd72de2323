from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Clock
from desktop.errors import UserError
from desktop.vault import audit, audit_words, checkpoints
from desktop.vault import vault as vaults
from desktop.vault.audit import AuditReport, AuditState
from desktop.vault.checkpoints import Checkpoint
from desktop.vault.stores import Store, open_alone
from desktop.vault.vault import Vault

PASSWORD = "Sieben Zwerge 7!"  # as in conftest.py
TRIGGERS = ("entries_only_appended", "entries_not_updated", "entries_not_deleted")


@pytest.fixture
def log(vault: Vault) -> Vault:
    """A vault with ten entries."""
    for number in range(8):
        audit.append(vault, "marks_saved", case_id="C-2026-0001", details={"marks": number})
    assert audit.verify(vault) == AuditReport(AuditState.COMPLETE, 10, 10)
    return vault


@contextmanager
def tampering(vault: Vault) -> Iterator[Any]:
    """The audit store as an attacker with its key has it: without its triggers."""
    file, key = vault.workspace / "audit.db", vault.store_keys()[Store.AUDIT]
    connection = open_alone(file, key, store=Store.AUDIT)
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger}")
    yield connection
    connection.close()


def test_entries_say_who_did_what_when(vault: Vault) -> None:
    number = audit.append(
        vault,
        "package_exported",
        case_id="C-2026-0007",
        package_id="TW-0123456789A",
        details={"tokens": 4, "form": "json", "vendor_id": "V-7KQ2M9XA"},
    )
    entry = audit.entries(vault, case_id="C-2026-0007")[0]
    assert entry.seq == number == 3
    assert entry.user_id == vault.user.id
    assert entry.package_id == "TW-0123456789A"
    assert entry.details == {"tokens": 4, "form": "json", "vendor_id": "V-7KQ2M9XA"}
    assert entry.at.tzinfo is not None
    assert [found.seq for found in audit.entries(vault, after=1, limit=1)] == [2]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE main.entries SET action = 'approved' WHERE seq = 1",
        "DELETE FROM main.entries",
        "DELETE FROM main.entries WHERE seq = 10",
        "REPLACE INTO main.entries SELECT * FROM main.entries WHERE seq = 2",
        "INSERT INTO main.entries SELECT 12, at, user_id, action, case_id, package_id, details, mac"
        " FROM main.entries WHERE seq = 2",
    ],
)
def test_the_store_itself_refuses_all_but_appending(log: Vault, statement: str) -> None:
    with pytest.raises(Exception, match="append-only"):
        log.run(Store.AUDIT, statement)
    assert audit.verify(log).state is AuditState.COMPLETE


@pytest.mark.parametrize(
    ("statement", "good"),
    [
        ("UPDATE entries SET action = 'approved' WHERE seq = 4", 3),
        ("UPDATE entries SET user_id = 'U-00000000' WHERE seq = 10", 9),
        ("UPDATE entries SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 1", 0),
        ("UPDATE entries SET details = '{}' WHERE seq = 10", 9),
        ("UPDATE entries SET mac = zeroblob(32) WHERE seq = 7", 6),
        ("DELETE FROM entries WHERE seq = 5", 4),
        ("DELETE FROM entries WHERE seq = 1", 0),
        ("UPDATE entries SET seq = seq + 1 WHERE seq = 10", 9),
        (
            "INSERT INTO entries SELECT 11, at, user_id, action, case_id, package_id, details, mac"
            " FROM entries WHERE seq = 10",
            10,
        ),
    ],
)
def test_alterations_are_found(log: Vault, statement: str, good: int) -> None:
    with tampering(log) as connection:
        connection.execute(statement)
    report = audit.verify(log)
    assert (report.state, report.good_up_to) == (AuditState.ALTERED, good)


@pytest.mark.parametrize("left", [0, 1, 9])
def test_truncation_is_found_also_after_the_next_unlocking(
    log: Vault, clock: Clock, left: int
) -> None:
    with tampering(log) as connection:
        connection.execute("DELETE FROM entries WHERE seq > ?", (left,))
    assert audit.verify(log) == AuditReport(AuditState.TRUNCATED, left, left)
    log.shut()
    opened = vaults.unlock(log.workspace, password=PASSWORD, clock=clock)
    assert audit.verify(opened).state in (AuditState.TRUNCATED, AuditState.ALTERED)
    for _ in range(12):  # also when the log has grown over the place
        audit.append(opened, "approved")
    report = audit.verify(opened)
    assert report.state is AuditState.ALTERED
    assert report.good_up_to < report.count
    opened.shut()


def test_a_log_that_was_written_anew_with_the_key_is_found(log: Vault) -> None:
    """The chain itself holds then; only the checkpoint outside of the store tells."""
    with tampering(log) as connection:
        connection.execute("DELETE FROM entries WHERE seq = 10")
    key = log.audit_key
    last, mac = audit.head(log)
    row = (last + 1, "2026-03-01T09:00:00+00:00", log.user.id, "approved", "", "", "{}")
    log.run(
        Store.AUDIT,
        "INSERT INTO main.entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, audit.chain(key, mac, row)),
    )
    assert audit.verify(log) == AuditReport(AuditState.ALTERED, 10, 1)


def test_without_checkpoints_nothing_vouches(log: Vault) -> None:
    file = log.workspace / checkpoints.NAME
    genuine = file.read_text()
    file.unlink()
    assert audit.verify(log) == AuditReport(AuditState.GOOD_UP_TO, 10, 0)
    file.write_text("nonsense\n{}\n[]\n" + genuine)
    assert audit.verify(log).state is AuditState.COMPLETE


def test_a_checkpoint_of_an_earlier_time_vouches_up_to_there(log: Vault) -> None:
    file = log.workspace / checkpoints.NAME
    earlier = file.read_text()
    audit.append(log, "approved")
    file.write_text(earlier)
    assert audit.verify(log) == AuditReport(AuditState.GOOD_UP_TO, 11, 10)


@pytest.mark.parametrize("change", [{"count": 5}, {"head": "00" * 32}, {"user": "U-00000000"}])
def test_forged_checkpoints_do_not_count(log: Vault, change: dict[str, object]) -> None:
    file = log.workspace / checkpoints.NAME
    forged = json.loads(file.read_text().splitlines()[-1]) | change
    file.write_text(json.dumps(forged) + "\n")
    assert audit.verify(log) == AuditReport(AuditState.GOOD_UP_TO, 10, 0)


def test_a_damaged_page_is_reported_up_to_there(log: Vault, clock: Clock) -> None:
    with log.transaction():
        for _ in range(500):
            audit.append(log, "approved")
    log.shut()
    file = log.workspace / "audit.db"
    whole = file.read_bytes()
    marks = (log.workspace / checkpoints.NAME).read_bytes()
    states = set()
    for at in range(4096 * 8 + 2000, len(whole) - 4096, 4096 * 4):  # the pages of the entries
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        (log.workspace / checkpoints.NAME).write_bytes(marks)
        try:
            opened = vaults.unlock(log.workspace, password=PASSWORD, clock=clock)
        except UserError as error:  # the page is needed for the next entry
            states.add(error.code)
            continue
        report = audit.verify(opened)
        opened.shut()
        assert (report.state is AuditState.COMPLETE) == (report.good_up_to == report.count)
        states.add(report.state.value)
    assert "good_up_to" in states
    assert states <= {"good_up_to", "store_damaged", "complete"}  # an index holds no entry


def test_an_unwritable_checkpoint_does_not_undo_the_work(
    log: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("disk_full", file=checkpoints.NAME)

    with monkeypatch.context() as patch:
        patch.setattr(checkpoints, "replace_durably", full)
        audit.append(log, "approved")
    assert audit.verify(log) == AuditReport(AuditState.GOOD_UP_TO, 11, 10)
    audit.append(log, "approved")
    assert audit.verify(log) == AuditReport(AuditState.COMPLETE, 12, 12)


def test_old_checkpoints_are_thinned_and_evidence_stays() -> None:
    marks = [Checkpoint(number, b"", "", "", b"") for number in range(1, 1000)]
    kept = checkpoints.thinned(marks, agrees=lambda mark: mark.count != 77)
    assert [mark.count for mark in kept] == [77, 255, 511, 767, 999]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Annegret"),
        ("Annegret", 1),
        ("reason", "Frau Brömmelkamp wollte es"),
        ("vendor_id", "max-mueller"),
        ("code", "Annegret Brömmelkamp"),
        ("marks", "12"),
        ("marks", 2**60),
        ("state", "annegret"),
        ("token", "[NAME-1-7KQ] Annegret"),
        ("sha256", "annegret"),
        ("form", "annegret@example.org"),
    ],
)
def test_nothing_personal_gets_in(vault: Vault, key: str, value: str | int) -> None:
    with pytest.raises(ValueError, match="not permitted") as caught:
        audit.append(vault, "approved", details={key: value})
    assert "annegret" not in str(caught.value).lower()
    assert len(audit.entries(vault)) == 2


@pytest.mark.parametrize(
    ("action", "case_id", "package_id"),
    [
        ("Annegret", "", ""),
        ("approved", "Annegret", ""),
        ("approved", "", "Annegret"),
        ("approved", "C-2026-0001 Annegret", ""),
    ],
)
def test_nor_by_the_other_columns(vault: Vault, action: str, case_id: str, package_id: str) -> None:
    with pytest.raises(ValueError, match=r"audit action|case id|package id"):
        audit.append(vault, action, case_id=case_id, package_id=package_id)


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=40) | st.integers(), max_size=3))
def test_free_text_is_never_permitted(details: dict[str, str | int]) -> None:
    try:
        text = audit_words.canonical("approved", details)
    except ValueError:
        return
    assert details == json.loads(text)
    assert all(key in audit_words._KEYS for key in details)
    assert not any(isinstance(value, str) and " " in value for value in details.values())


def test_a_case_log_survives_nothing_but_the_case_id(log: Vault) -> None:
    found = audit.entries(log, case_id="C-2026-0001")
    assert len(found) == 8
    assert {entry.action for entry in found} == {"marks_saved"}


def test_the_log_belongs_to_its_workspace(log: Vault, tmp_path: Path) -> None:
    assert audit.genesis(log) != audit.chain(log.audit_key, b"", ())
    before = audit.genesis(log)
    log.id = "W-OTHER"
    assert audit.genesis(log) != before
    assert audit.verify(log).state is AuditState.ALTERED
