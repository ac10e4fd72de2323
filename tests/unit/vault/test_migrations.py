from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop.domain import CaseState, Clock, Label, TokenState
from desktop.errors import UserError
from desktop.vault import (
    answers,
    audit,
    cases,
    mails,
    migrations,
    packages,
    replies,
    reviews,
    vendors,
)
from desktop.vault import vault as vaults
from desktop.vault.audit import AuditState
from desktop.vault.schema import STEPS
from desktop.vault.stores import Store, open_alone
from desktop.vault.verify import verify

KEY = bytes(range(32))
CASES = STEPS[Store.CASES]
NOTES = ("CREATE TABLE notes (id TEXT) STRICT", "INSERT INTO notes SELECT id FROM cases")
OLD = Path(__file__).parents[2] / "data" / "vault"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store of the first version with one row."""
    file = tmp_path / "cases.db"
    migrations.create_store(file, KEY, store=Store.CASES)
    run(file, "INSERT INTO settings VALUES ('a', '1')")
    return file


def run(file: Path, sql: str) -> list[Any]:
    connection = open_alone(file, KEY, store=Store.CASES)
    rows: list[Any] = connection.execute(sql).fetchall()
    connection.close()
    return rows


def migrate(file: Path, *steps: tuple[str, ...]) -> int | None:
    return migrations.migrate(file, KEY, store=Store.CASES, steps=steps)


def test_missing_steps_are_applied_in_order_and_once(file: Path) -> None:
    third = ("ALTER TABLE notes ADD COLUMN text TEXT",)
    assert migrate(file, *CASES, NOTES, third) == len(CASES)
    assert migrate(file, *CASES, NOTES, third) is None
    assert run(file, "PRAGMA user_version") == [(len(CASES) + 2,)]
    assert run(file, "SELECT text FROM notes") == []
    assert run(file, "SELECT value FROM settings") == [("1",)]
    assert [path.name for path in file.parent.iterdir()] == ["cases.db"]


def test_a_failing_step_leaves_the_old_version_and_its_copy(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(Exception, match="no such table"):
        migrate(file, *CASES, NOTES, ("DROP TABLE nowhere",))
    assert run(file, "PRAGMA user_version") == [(len(CASES),)]
    assert run(file, "SELECT name FROM sqlite_schema WHERE name = 'notes'") == []
    assert run(file, "SELECT value FROM settings") == [("1",)]
    assert (file.parent / "cases.db.before-migration").read_bytes() == before
    assert migrate(file, *CASES, NOTES) == len(CASES)
    assert not (file.parent / "cases.db.before-migration").exists()


def test_a_step_that_breaks_references_is_undone(file: Path) -> None:
    orphan = ("INSERT INTO package_tokens VALUES ('nowhere', 0, 'x', 'PERSON')",)
    with pytest.raises(UserError, match="store_damaged"):
        migrate(file, *CASES, orphan)
    assert run(file, "SELECT * FROM package_tokens") == []


def test_a_copy_that_a_killed_program_left_is_removed_once_all_is_well(file: Path) -> None:
    copy = file.parent / "cases.db.before-migration"
    shutil.copy(file, copy)
    assert migrate(file, *CASES) is None
    assert not copy.exists()


def test_a_newer_store_is_refused_untouched(file: Path) -> None:
    migrate(file, *CASES, NOTES)
    before = file.read_bytes()
    with pytest.raises(UserError, match="workspace_newer") as caught:
        migrate(file, *CASES)
    assert caught.value.values == {"found": len(CASES) + 1, "known": len(CASES)}
    assert file.read_bytes() == before


def test_a_store_without_tables_is_none_of_ours(tmp_path: Path) -> None:
    file = tmp_path / "cases.db"
    connection = open_alone(file, KEY, store=Store.CASES, create=True)
    connection.execute("CREATE TABLE other (id)")
    connection.close()
    with pytest.raises(UserError, match="store_damaged"):
        migrate(file, *CASES)


def test_a_full_disk_leaves_the_old_version(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", full)
        with pytest.raises(UserError, match="disk_full"):
            migrate(file, *CASES, NOTES)
    assert migrate(file, *CASES, NOTES) == len(CASES)


@pytest.mark.parametrize("version", ["v1"])
def test_kept_old_workspaces_open(version: str, tmp_path: Path, clock: Clock) -> None:
    """Made by the program of that version (see the folder's README); never changed again."""
    workspace = tmp_path / "workspace"
    shutil.copytree(OLD / version, workspace)
    vault = vaults.unlock(workspace, password="Alter Tresor", clock=clock)
    case = cases.listing(vault)[0]
    assert case.id == "C-2026-0001"
    assert case.state is CaseState.REPLIED
    assert mails.get(vault, case.id).text.startswith("Heizung\n\nGuten Tag,")
    assert mails.original(vault, case.id)[0] == "heizung.eml"
    review = reviews.get(vault, case.id)
    assert review is not None
    assert review.persons[0].name == "Annegret Brömmelkamp"
    assert reviews.values(vault, case.id) == [(Label.PERSON, "Annegret Brömmelkamp")]
    package = packages.of_case(vault, case.id)[0]
    assert vendors.get(vault, package.vendor_id).allowed == {Label.ORG}
    assert packages.values(vault, package.id)[0].value == "Annegret Brömmelkamp"
    assert replies.of_case(vault, case.id)[0].sightings[0].state is TokenState.RESTORED
    answer = answers.get(vault, case.id)
    assert answer is not None
    assert "Annegret Brömmelkamp" in answer.text
    assert all(report.ok for report in verify(vault))
    assert audit.verify(vault).state is AuditState.COMPLETE
    vault.lock()
