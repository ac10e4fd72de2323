from __future__ import annotations

import pytest

from desktop.domain import Clock, Mail
from desktop.vault import audit, cases, mails
from desktop.vault import vault as vaults
from desktop.vault.stores import Store
from desktop.vault.vault import Vault
from desktop.vault.verify import verify

PASSWORD = "Sieben Zwerge 7!"  # as in conftest.py


def test_whole_stores_pass(vault: Vault) -> None:
    reports = verify(vault)
    assert [report.store for report in reports] == list(Store)
    assert all(report.ok for report in reports)


@pytest.mark.parametrize("store", list(Store))
def test_one_flipped_bit_is_found_and_named(vault: Vault, store: Store, clock: Clock) -> None:
    with vault.transaction():
        for _ in range(20):
            case = cases.add(vault)
            mails.add(vault, case.id, Mail("Hallo", (), "text"), original=b"x" * 3000)
            for _ in range(10):
                audit.append(vault, "case_opened", case_id=case.id)
    vault.shut()
    file = vault.workspace / store.file
    data = bytearray(file.read_bytes())
    data[len(data) // 2 + 1500] ^= 1  # in a page that unlocking does not need
    file.write_bytes(data)
    opened = vaults.unlock(vault.workspace, password=PASSWORD, clock=clock)
    bad = {report.store: report.problems for report in verify(opened) if not report.ok}
    opened.shut()
    assert list(bad) == [store]
    assert "pages_damaged" in bad[store]


def test_a_broken_reference_is_found(vault: Vault) -> None:
    vault.rows(Store.CASES, "PRAGMA foreign_keys = OFF")
    vault.run(Store.CASES, "INSERT INTO cases.package_tokens VALUES ('nowhere', 0, 'x', 'PERSON')")
    bad = {report.store: report.problems for report in verify(vault) if not report.ok}
    assert bad == {Store.CASES: ("references_broken",)}
