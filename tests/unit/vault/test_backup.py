from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.domain import Clock, Mail, Role
from desktop.errors import UserError
from desktop.vault import audit, backup, backup_file, cases, mails, staging
from desktop.vault import vault as vaults
from desktop.vault.audit import AuditState
from desktop.vault.keys import KdfParams
from desktop.vault.recovery import RecoverySheet
from desktop.vault.stores import Store
from desktop.vault.vault import Vault

PASSWORD = "Sieben Zwerge 7!"  # as in conftest.py


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """Two cases with mails; enough bytes for more than one sealed chunk."""
    for number in range(2):
        with vault.transaction():
            case = cases.add(vault)
            mail = Mail(f"Frau Brömmelkamp {number}", (), "text")
            mails.add(vault, case.id, mail, original=b"x" * 800_000)
            audit.append(vault, "mail_imported", case_id=case.id)
    return vault


@pytest.fixture
def file(filled: Vault, tmp_path: Path) -> Path:
    file = tmp_path / "sicherung.twbackup"
    assert backup.backup(filled, file).ok
    return file


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_backup_holds_everything_and_shows_nothing(filled: Vault, file: Path) -> None:
    report = backup.verify_backup(file, password=PASSWORD)
    assert report.ok
    assert report.workspace_id == filled.id
    assert report.audit.state is AuditState.COMPLETE
    assert report.size == file.stat().st_size
    data = file.read_bytes()
    for word in ("Brömmelkamp", "Erika", "SQLite", "CREATE"):
        assert word.encode() not in data
    assert audit.entries(filled)[-1].details == {"bytes": report.size}
    assert {path.name for path in file.parent.iterdir()} == {file.name, "workspace"}


def test_restore_into_an_empty_folder(
    filled: Vault, file: Path, tmp_path: Path, clock: Clock, sheet: RecoverySheet, kdf: KdfParams
) -> None:
    target = tmp_path / "new"
    restored = backup.restore(file, target, password=PASSWORD, clock=clock)
    assert restored.replaced is None
    opened = vaults.unlock(target, password=PASSWORD, clock=clock)
    assert opened.user == filled.user
    assert [case.id for case in cases.listing(opened)] == ["C-2026-0002", "C-2026-0001"]
    assert mails.original(opened, "C-2026-0002")[1] == b"x" * 800_000
    assert [entry.action for entry in audit.entries(opened)][-2:] == [
        "workspace_restored",
        "unlocked",
    ]
    assert audit.verify(opened).state is AuditState.COMPLETE
    opened.lock()
    vaults.unlock_with_recovery(
        target, code=sheet.code, new_password="Neu", kdf=kdf, clock=clock
    ).lock()


def test_restore_over_a_workspace_keeps_what_it_replaces(
    filled: Vault, file: Path, workspace: Path, clock: Clock
) -> None:
    cases.add(filled)
    with pytest.raises(UserError, match="workspace_in_use"):
        backup.restore(file, workspace, password=PASSWORD, clock=clock)
    filled.lock()
    (workspace / "models").mkdir()
    (workspace / "models" / "own.gguf").write_bytes(b"GGUF")
    replaced = backup.restore(file, workspace, password=PASSWORD, clock=clock).replaced
    assert replaced is not None
    assert backup.replaced_folders(workspace) == [replaced]
    assert (workspace / "models" / "own.gguf").exists()
    opened = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert len(cases.listing(opened)) == 2
    opened.lock()
    old = vaults.unlock(replaced, password=PASSWORD, clock=clock)
    assert len(cases.listing(old)) == 3
    old.lock()
    assert backup.discard_replaced(workspace) == 1
    assert backup.replaced_folders(workspace) == []


def test_restore_by_the_recovery_sheet(
    file: Path, tmp_path: Path, sheet: RecoverySheet, clock: Clock
) -> None:
    backup.restore(file, tmp_path / "new", code=sheet.code, clock=clock)
    vaults.unlock(tmp_path / "new", password=PASSWORD, clock=clock).lock()


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"password": "wrong"}, "wrong_password"),
        ({"password": ""}, "wrong_password"),
        ({"code": "ABC"}, "recovery_code_malformed"),
    ],
)
def test_wrong_secrets_change_nothing(
    filled: Vault, file: Path, workspace: Path, given: dict[str, str], refusal: str
) -> None:
    filled.lock()
    before = tree(workspace)
    with pytest.raises(UserError, match=refusal):
        backup.restore(file, workspace, **given)
    assert tree(workspace) == before


def test_every_kind_of_damage_is_refused_and_changes_nothing(
    filled: Vault, file: Path, workspace: Path
) -> None:
    filled.lock()
    before = tree(workspace)
    data = file.read_bytes()
    places = [0, 5, 17, 20, 22, 60, 300, 900, 2000, len(data) // 2, len(data) - 17, len(data) - 1]
    damaged = [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in places]
    cuts = [0, 10, 20, 500, 5000, 2**20 + 3000, len(data) - 1]
    damaged += [data[:at] for at in cuts]
    damaged += [data + b"x", data + data, b"", b"PK\3\4" * 1000]
    for number, bad in enumerate(damaged):
        file.write_bytes(bad)
        with pytest.raises(UserError) as caught:
            backup.restore(file, workspace, password=PASSWORD)
        assert caught.value.code in ("backup_damaged", "wrong_password"), number
        assert tree(workspace) == before


def test_chunks_cannot_be_swapped(file: Path) -> None:
    header = backup_file.read_header(file)
    data = file.read_bytes()
    size = 2**20 + 16
    first, second = (data[header.length + size * at :][:size] for at in (0, 1))
    rest = data[header.length + 2 * size :]
    assert len(second) == size or not rest
    file.write_bytes(data[: header.length] + second + first + rest)
    with pytest.raises(UserError, match="backup_damaged"):
        backup.verify_backup(file, password=PASSWORD)


def test_missing_and_newer_backups(file: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="backup_missing"):
        backup.verify_backup(tmp_path / "nowhere", password=PASSWORD)
    data = file.read_bytes()
    start = len(backup_file.MAGIC) + 4
    length = int.from_bytes(data[start - 4 : start])
    header = json.dumps(json.loads(data[start : start + length]) | {"version": 2}).encode()
    file.write_bytes(backup_file.MAGIC + len(header).to_bytes(4) + header + data[start + length :])
    with pytest.raises(UserError, match="backup_newer"):
        backup.verify_backup(file, password=PASSWORD)


def test_a_backup_of_damaged_stores_is_not_kept(filled: Vault, tmp_path: Path) -> None:
    target = tmp_path / "b.twbackup"
    target.write_bytes(b"the last good one")
    store = filled.workspace / Store.IDENTITIES.file
    data = bytearray(store.read_bytes())
    data[len(data) // 2] ^= 1
    store.write_bytes(data)
    with pytest.raises(UserError, match="backup_failed"):
        backup.backup(filled, target)
    assert target.read_bytes() == b"the last good one"
    assert {path.name for path in tmp_path.iterdir()} == {target.name, "workspace"}
    assert not list(filled.workspace.glob(".scratch-*"))


def test_a_full_disk_leaves_the_last_backup(
    filled: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "b.twbackup"
    target.write_bytes(b"the last good one")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(backup_file.sealed_stream, "write", full)
        with pytest.raises(UserError, match="disk_full"):
            backup.backup(filled, target)
    assert target.read_bytes() == b"the last good one"
    with pytest.raises(UserError, match="disk_failed"):
        backup.backup(filled, tmp_path / "no such folder" / "b.twbackup")


def test_a_backup_cannot_overwrite_the_workspace(filled: Vault) -> None:
    with pytest.raises(UserError, match="backup_in_workspace"):
        backup.backup(filled, filled.workspace / "vault.json")


def test_a_restore_killed_before_its_end_leaves_the_old_or_the_new(
    filled: Vault, file: Path, workspace: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases.add(filled)
    filled.lock()

    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(staging, "commit", dies)
        with pytest.raises(KeyboardInterrupt):
            backup.restore(file, workspace, password=PASSWORD, clock=clock)
    old = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert len(cases.listing(old)) == 3
    old.lock()
    with monkeypatch.context() as patch:
        patch.setattr(staging, "_move_all", dies)
        with pytest.raises(KeyboardInterrupt):
            backup.restore(file, workspace, password=PASSWORD, clock=clock)
    assert staging.is_ready(workspace)
    assert vaults.user_names(workspace) == ("Erika Beck",)
    new = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert len(cases.listing(new)) == 2
    new.lock()


def test_a_user_without_a_key_backs_up_the_store_all_the_same(
    tmp_path: Path, kdf: KdfParams, clock: Clock
) -> None:
    workspace, file = tmp_path / "w", tmp_path / "b"
    vaults.create(workspace, password="x", user_name="y", role=Role.ADMIN, kdf=kdf, clock=clock)
    opened = vaults.unlock(workspace, password="x", clock=clock)
    report = backup.backup(opened, file)
    assert {store.store for store in report.stores} == {Store.AUDIT, Store.CASES}
    identities = (workspace / "identities.db").read_bytes()
    (workspace / "identities.db-journal").write_bytes(b"left in mid-write")
    with pytest.raises(UserError, match="store_needs_recovery"):
        backup.backup(opened, tmp_path / "c")
    opened.lock()
    backup.restore(file, tmp_path / "new", password="x", clock=clock)
    assert (tmp_path / "new" / "identities.db").read_bytes() == identities
