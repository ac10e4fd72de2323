"""All stores or none: after exceptions, in threads, on a full disk, when the program is killed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.domain import Clock, Mail
from desktop.errors import UserError
from desktop.vault import answers, audit, cases, mails
from desktop.vault import vault as vaults
from desktop.vault.audit import AuditState
from desktop.vault.stores import Store
from desktop.vault.vault import Vault
from desktop.vault.verify import verify

PASSWORD = "Sieben Zwerge 7!"  # as in conftest.py


def write_everywhere(vault: Vault) -> None:
    case = cases.add(vault)
    mails.add(vault, case.id, Mail("Hallo", (), "text"), original=b"x" * 20_000)
    audit.append(vault, "mail_imported", case_id=case.id)


def write_and_raise(vault: Vault, error: BaseException, *, inner: bool = False) -> None:
    with vault.transaction():
        write_everywhere(vault)
        if not inner:
            raise error
    raise error


def write_until_full(vault: Vault) -> tuple[tuple[int, int, int], UserError]:
    """The counts before the transaction that failed (an almost empty page takes several rows)."""
    for _ in range(50):
        before = counts(vault)
        try:
            with vault.transaction():
                write_everywhere(vault)
        except UserError as error:
            return before, error
    raise AssertionError("the disk never was full")


def counts(vault: Vault) -> tuple[int, int, int]:
    """Rows of cases, of mails, and of the audit entries about them."""
    imported = [entry for entry in audit.entries(vault) if entry.action == "mail_imported"]
    return len(cases.listing(vault)), len(mails.heads(vault)), len(imported)


def test_a_transaction_reaches_all_stores(vault: Vault) -> None:
    with vault.transaction():
        write_everywhere(vault)
    assert counts(vault) == (1, 1, 1)


@pytest.mark.parametrize("error", [ValueError, UserError, KeyboardInterrupt])
def test_an_exception_undoes_all_stores(vault: Vault, error: type[BaseException]) -> None:
    with pytest.raises(error):
        write_and_raise(vault, error("x"))
    assert counts(vault) == (0, 0, 0)
    with vault.transaction():
        write_everywhere(vault)
    assert cases.listing(vault)[0].id == "C-2026-0001"
    assert audit.verify(vault).state is AuditState.COMPLETE


def test_an_inner_transaction_undoes_only_its_part(vault: Vault) -> None:
    with vault.transaction():
        write_everywhere(vault)
        with pytest.raises(ValueError, match="inner"):
            write_and_raise(vault, ValueError("inner"))
        assert counts(vault) == (1, 1, 1)
        with vault.transaction():
            write_everywhere(vault)
    assert counts(vault) == (2, 2, 2)
    assert audit.verify(vault).state is AuditState.COMPLETE


def test_an_outer_exception_undoes_finished_inner_transactions(vault: Vault) -> None:
    with pytest.raises(ValueError, match="outer"), vault.transaction():
        write_and_raise(vault, ValueError("outer"), inner=True)
    assert counts(vault) == (0, 0, 0)


def test_threads_take_turns(vault: Vault) -> None:
    """Each transaction sees its own two writes and none of another's half."""
    torn: list[int] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(4):
                with vault.transaction():
                    write_everywhere(vault)
                    write_everywhere(vault)
                    torn.append(len(cases.listing(vault)) % 2)
                torn.append(len(mails.heads(vault)) % 2)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert set(torn) == {0}
    assert counts(vault) == (32, 32, 32)
    assert audit.verify(vault).state is AuditState.COMPLETE


def test_lock_in_another_thread_waits_for_the_transaction(vault: Vault) -> None:
    locker = threading.Thread(target=vault.lock)
    with vault.transaction():
        locker.start()
        write_everywhere(vault)
    locker.join()
    assert vault.locked


@pytest.mark.parametrize("store", list(Store))
def test_a_full_disk_changes_nothing(vault: Vault, store: Store) -> None:
    with vault.transaction():
        write_everywhere(vault)
    pages = vault.rows(store, f"PRAGMA {store.schema}.page_count")[0][0]
    vault.rows(store, f"PRAGMA {store.schema}.max_page_count = {pages}")
    before, error = write_until_full(vault)
    assert (error.code, error.values) == ("disk_full", {"file": store.file})
    assert counts(vault) == before
    vault.rows(store, f"PRAGMA {store.schema}.max_page_count = 1000000")
    with vault.transaction():
        write_everywhere(vault)
    assert all(report.ok for report in verify(vault))
    assert audit.verify(vault).state is AuditState.COMPLETE


def test_a_full_disk_does_not_keep_the_vault_open(vault: Vault) -> None:
    pages = vault.rows(Store.AUDIT, "PRAGMA main.page_count")[0][0]
    vault.rows(Store.AUDIT, f"PRAGMA main.max_page_count = {pages}")
    assert write_until_full(vault)[1].code == "disk_full"
    vault.lock()
    assert vault.locked


CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop.vault import vault as vaults
from desktop.domain import Mail
from desktop.vault import audit, cases, mails
def write_everywhere(vault):
    case = cases.add(vault)
    mails.add(vault, case.id, Mail("Hallo", (), "text"), original=b"x" * 20000)
    audit.append(vault, "mail_imported", case_id=case.id)
vault = vaults.unlock(
    Path(sys.argv[1]), password=sys.argv[2], clock=lambda: datetime.now(UTC)
)
for schema in ("main", "cases", "identities"):  # small caches: pages reach the files at once
    vault._connection._connection.execute(f"PRAGMA {schema}.cache_size = 2")
for number in range(int(sys.argv[3])):
    with vault.transaction():
        write_everywhere(vault)
        write_everywhere(vault)
        if number == int(sys.argv[4]):
            print("within", flush=True)
            sys.stdin.read()  # until it is killed
    print("done", flush=True)
"""


@contextmanager
def child(workspace: Path, rounds: int, stop_in: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", CHILD, str(workspace), PASSWORD, str(rounds), str(stop_in)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def next_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_program_killed_in_a_transaction_leaves_none_of_it(
    workspace: Path, vault: Vault, clock: Clock
) -> None:
    vault.lock()
    with child(workspace, rounds=3, stop_in=2) as process:
        assert [next_line(process) for _ in range(3)] == ["done", "done", "within"]
        # The changed pages are in the files already, and the old ones in hot journals.
        journals = [workspace / f"{store.file}-journal" for store in Store]
        assert any(journal.exists() and journal.stat().st_size for journal in journals)
        process.kill()
        process.wait()
    opened = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert counts(opened) == (4, 4, 4)
    assert all(report.ok for report in verify(opened))
    assert audit.verify(opened).state is AuditState.COMPLETE
    opened.lock()
    assert not list(workspace.glob("*-journal"))


def test_a_program_killed_at_any_moment_leaves_the_stores_agreed(
    workspace: Path, vault: Vault, clock: Clock
) -> None:
    vault.lock()
    least = 0
    for rounds in (1, 2, 3):  # killed as it goes on writing after so many finished transactions
        with child(workspace, rounds=1000, stop_in=-1) as process:
            for _ in range(rounds):
                assert next_line(process) == "done"
            process.kill()
            process.wait()
        least += 2 * rounds
        opened = vaults.unlock(workspace, password=PASSWORD, clock=clock)
        found = counts(opened)
        assert len(set(found)) == 1
        assert found[0] >= least
        assert all(report.ok for report in verify(opened))
        assert audit.verify(opened).state is AuditState.COMPLETE
        opened.lock()
        least = found[0]


def test_a_copy_taken_in_mid_write_recovers(
    workspace: Path, vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    """What a power cut would leave: database files and hot journals as they are at that moment."""
    vault.lock()
    copy = tmp_path / "copy"
    with child(workspace, rounds=2, stop_in=1) as process:
        assert [next_line(process), next_line(process)] == ["done", "within"]
        shutil.copytree(workspace, copy)
    opened = vaults.unlock(copy, password=PASSWORD, clock=clock)
    assert counts(opened) == (2, 2, 2)
    opened.lock()


def test_answers_outlive_a_locked_vault(workspace: Path, vault: Vault, clock: Clock) -> None:
    case = cases.add(vault)
    answers.save(vault, case.id, text="Sehr geehrte Frau Beispiel")
    vault.lock()
    opened = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    saved = answers.get(opened, case.id)
    assert saved is not None
    assert saved.text == "Sehr geehrte Frau Beispiel"
    opened.lock()
