from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain import Clock, Mail, Mailbox, Role
from desktop.errors import UserError
from desktop.vault import audit, cases, keystore, mails
from desktop.vault import vault as vaults
from desktop.vault.keys import KdfParams
from desktop.vault.recovery import RecoverySheet
from desktop.vault.stores import Connection, Store
from desktop.vault.vault import Vault

PASSWORD = "Sieben Zwerge 7!"  # as in conftest.py
FILES = {".lock", "audit.checkpoints", "audit.db", "cases.db", "identities.db", "vault.json"}


def actions(vault: Vault) -> list[str]:
    return [entry.action for entry in audit.entries(vault)]


def test_create_then_unlock(workspace: Path, sheet: RecoverySheet, vault: Vault) -> None:
    assert vaults.exists(workspace)
    assert {path.name for path in workspace.iterdir()} == FILES
    assert vault.user.name == "Erika Beck"
    assert vault.user.role is Role.AGENT
    assert vault.id == sheet.workspace_id
    assert vaults.user_names(workspace) == ("Erika Beck",)
    assert actions(vault) == ["workspace_created", "unlocked"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_files_are_for_their_owner_only(workspace: Path, vault: Vault) -> None:
    for path in workspace.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_create_refuses_what_is_there(
    workspace: Path, sheet: RecoverySheet, kdf: KdfParams, clock: Clock
) -> None:
    with pytest.raises(UserError, match="workspace_exists"):
        vaults.create(workspace, password="x", user_name="y", kdf=kdf, clock=clock)
    (workspace / keystore.NAME).unlink()  # lost: the stores must not be overwritten
    with pytest.raises(UserError, match="workspace_not_empty"):
        vaults.create(workspace, password="x", user_name="y", kdf=kdf, clock=clock)


def test_create_refuses_an_empty_password(tmp_path: Path, kdf: KdfParams, clock: Clock) -> None:
    with pytest.raises(UserError, match="password_empty"):
        vaults.create(tmp_path / "w", password="", user_name="y", kdf=kdf, clock=clock)
    assert not (tmp_path / "w").exists()


def test_an_interrupted_create_leaves_no_workspace(
    workspace: Path, kdf: KdfParams, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(keystore, "write", dies)
        with pytest.raises(KeyboardInterrupt):
            vaults.create(workspace, password="x", user_name="y", kdf=kdf, clock=clock)
    assert not vaults.exists(workspace)
    vaults.create(workspace, password="x", user_name="y", kdf=kdf, clock=clock)
    vaults.unlock(workspace, password="x", clock=clock).lock()


@pytest.mark.parametrize("password", ["", "sieben zwerge 7!", PASSWORD + " ", "ü" * 5000])
def test_wrong_passwords_are_counted(
    workspace: Path, sheet: RecoverySheet, clock: Clock, password: str
) -> None:
    for _ in range(2):
        with pytest.raises(UserError, match="wrong_password"):
            vaults.unlock(workspace, password=password, clock=clock)
    opened = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert actions(opened)[-2:] == ["unlock_failed", "unlocked"]
    assert audit.entries(opened)[-2].details == {"failures": 2}
    opened.lock()
    reopened = vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert actions(reopened)[-2:] == ["locked", "unlocked"]
    reopened.lock()


def test_missing_workspaces_and_unknown_users(
    tmp_path: Path, workspace: Path, sheet: RecoverySheet, clock: Clock
) -> None:
    with pytest.raises(UserError, match="workspace_missing"):
        vaults.unlock(tmp_path / "nowhere", password="x", clock=clock)
    assert not (tmp_path / "nowhere").exists()
    with pytest.raises(UserError, match="unknown_user"):
        vaults.unlock(workspace, password=PASSWORD, user_name="Max", clock=clock)


@pytest.mark.parametrize("store", list(Store))
def test_missing_and_damaged_stores(
    workspace: Path, sheet: RecoverySheet, clock: Clock, store: Store
) -> None:
    file = workspace / store.file
    data = file.read_bytes()
    file.write_bytes(data[:200] + b"damage" + data[206:])
    with pytest.raises(UserError, match="store_damaged") as caught:
        vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert caught.value.values == {"store": store.value}
    file.unlink()
    with pytest.raises(UserError, match="workspace_damaged") as caught:
        vaults.unlock(workspace, password=PASSWORD, clock=clock)
    assert caught.value.values == {"file": store.file}
    assert not file.exists()
    file.write_bytes(data)
    vaults.unlock(workspace, password=PASSWORD, clock=clock).lock()


def test_stores_cannot_be_swapped(workspace: Path, sheet: RecoverySheet, clock: Clock) -> None:
    (workspace / "cases.db").write_bytes((workspace / "identities.db").read_bytes())
    with pytest.raises(UserError, match="store_damaged"):
        vaults.unlock(workspace, password=PASSWORD, clock=clock)


def test_lock_closes_everything(workspace: Path, vault: Vault) -> None:
    vault.lock()
    vault.lock()
    assert vault.locked
    for use in (
        lambda: cases.listing(vault),
        lambda: cases.add(vault),
        lambda: audit.append(vault, "approved"),
        lambda: vault.audit_key,
        vault.signer,
        vault.store_keys,
    ):
        with pytest.raises(UserError, match="locked"):
            use()
    assert vault._secret is None
    assert vault._store_keys == {}


def test_lock_waits_for_no_transaction_of_its_own_thread(vault: Vault) -> None:
    with pytest.raises(RuntimeError), vault.transaction():
        vault.lock()
    assert not vault.locked


def test_only_one_program_at_a_time(workspace: Path, vault: Vault, clock: Clock) -> None:
    with pytest.raises(UserError, match="workspace_in_use"):
        vaults.unlock(workspace, password=PASSWORD, clock=clock)
    script = (
        "import sys; from pathlib import Path; from desktop.vault.lockfile import WorkspaceLock\n"
        "from desktop.errors import UserError\n"
        "try: WorkspaceLock(Path(sys.argv[1]))\n"
        "except UserError as error: print(error.code)"
    )
    command = [sys.executable, "-c", script, str(workspace)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "workspace_in_use"
    vault.lock()
    vaults.unlock(workspace, password=PASSWORD, clock=clock).lock()


def test_change_password(workspace: Path, vault: Vault, kdf: KdfParams, clock: Clock) -> None:
    with pytest.raises(UserError, match="wrong_password"):
        vaults.change_password(vault, old="no", new="Neues Wort", kdf=kdf)
    with pytest.raises(UserError, match="password_empty"):
        vaults.change_password(vault, old=PASSWORD, new="", kdf=kdf)
    vaults.change_password(vault, old=PASSWORD, new="Neues Wort", kdf=kdf)
    vaults.change_password(vault, old="Neues Wort", new="Neueres Wort", kdf=kdf)
    assert actions(vault)[-2:] == ["password_changed", "password_changed"]
    vault.lock()
    for old in (PASSWORD, "Neues Wort"):
        with pytest.raises(UserError, match="wrong_password"):
            vaults.unlock(workspace, password=old, clock=clock)
    vaults.unlock(workspace, password="Neueres Wort", clock=clock).lock()


def test_a_password_change_that_cannot_be_written_changes_nothing(
    workspace: Path, vault: Vault, kdf: KdfParams, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(UserError, match="disk_full"):
            vaults.change_password(vault, old=PASSWORD, new="Neu", kdf=kdf)
    vault.lock()
    assert {path.name for path in workspace.iterdir()} == FILES
    vaults.unlock(workspace, password=PASSWORD, clock=clock).lock()


def test_a_change_that_cannot_be_audited_changes_nothing(
    workspace: Path, vault: Vault, kdf: KdfParams, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (workspace / keystore.NAME).read_bytes()

    def full(_: object) -> None:
        raise UserError("disk_full", file="audit.db")

    monkeypatch.setattr(Connection, "commit", full)
    with pytest.raises(UserError, match="disk_full"):
        vaults.change_password(vault, old=PASSWORD, new="Neu", kdf=kdf)
    with pytest.raises(UserError, match="disk_full"):
        vaults.new_recovery_sheet(vault)
    assert (workspace / keystore.NAME).read_bytes() == before
    assert actions(vault)[-1] == "unlocked"


def test_recovery(
    workspace: Path, sheet: RecoverySheet, kdf: KdfParams, clock: Clock, tmp_path: Path
) -> None:
    other = vaults.create(tmp_path / "o", password="x", user_name="y", kdf=kdf, clock=clock)
    for code, refusal in ((other.code, "wrong_recovery_code"), ("ABC", "recovery_code_malformed")):
        with pytest.raises(UserError, match=refusal):
            vaults.unlock_with_recovery(
                workspace, code=code, new_password="Neu", kdf=kdf, clock=clock
            )
    opened = vaults.unlock_with_recovery(
        workspace, code=sheet.code.lower(), new_password="Neu", kdf=kdf, clock=clock
    )
    assert actions(opened)[-2:] == ["unlock_failed", "unlocked_by_recovery"]
    renewed = vaults.new_recovery_sheet(opened)
    opened.lock()
    with pytest.raises(UserError, match="wrong_password"):
        vaults.unlock(workspace, password=PASSWORD, clock=clock)
    with pytest.raises(UserError, match="wrong_recovery_code"):
        vaults.unlock_with_recovery(
            workspace, code=sheet.code, new_password="Neu", kdf=kdf, clock=clock
        )
    vaults.unlock_with_recovery(
        workspace, code=renewed.code, new_password="Drei", kdf=kdf, clock=clock
    ).lock()


def test_a_key_file_is_needed_once_it_is_set(tmp_path: Path, kdf: KdfParams, clock: Clock) -> None:
    workspace, key, other = tmp_path / "w", tmp_path / "key", tmp_path / "other"
    key.write_bytes(b"k" * 32)
    other.write_bytes(b"o" * 32)
    vaults.create(workspace, password="x", user_name="y", key_file=key, kdf=kdf, clock=clock)
    with pytest.raises(UserError, match="key_file_needed"):
        vaults.unlock(workspace, password="x", clock=clock)
    with pytest.raises(UserError, match="wrong_password"):
        vaults.unlock(workspace, password="x", key_file=other, clock=clock)
    opened = vaults.unlock(workspace, password="x", key_file=key, clock=clock)
    vaults.change_password(opened, old="x", new="y", old_key_file=key, kdf=kdf)
    opened.lock()
    vaults.unlock(workspace, password="y", clock=clock).lock()


@pytest.mark.parametrize("content", [None, b"", b"k" * 31])
def test_what_is_no_key_file_is_refused(
    tmp_path: Path, content: bytes | None, kdf: KdfParams, clock: Clock
) -> None:
    key = tmp_path / "key"
    if content is not None:
        key.write_bytes(content)
    with pytest.raises(UserError, match="key_file_unreadable"):
        vaults.create(
            tmp_path / "w", password="x", user_name="y", key_file=key, kdf=kdf, clock=clock
        )


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMIN])
def test_a_role_without_the_key_cannot_open_the_store(
    tmp_path: Path, role: Role, kdf: KdfParams, clock: Clock
) -> None:
    workspace = tmp_path / "w"
    vaults.create(workspace, password="x", user_name="y", role=role, kdf=kdf, clock=clock)
    opened = vaults.unlock(workspace, password="x", clock=clock)
    with pytest.raises(UserError, match="store_closed"):
        mails.heads(opened)
    assert Store.IDENTITIES not in opened.store_keys()
    cases.add(opened)
    opened.lock()


def test_a_role_cannot_be_raised_by_editing_the_file(
    workspace: Path, kdf: KdfParams, clock: Clock
) -> None:
    vaults.create(
        workspace, password="x", user_name="y", role=Role.COORDINATOR, kdf=kdf, clock=clock
    )
    body = json.loads((workspace / keystore.NAME).read_bytes())
    body["users"][0]["role"] = "lead"
    del body["checksum"]
    forged = body | {"checksum": keystore._checksum(body)}
    (workspace / keystore.NAME).write_text(json.dumps(forged))
    with pytest.raises(UserError, match="wrong_password"):
        vaults.unlock(workspace, password="x", clock=clock)


def test_nothing_personal_lies_in_the_open(workspace: Path, vault: Vault) -> None:
    mail = Mail(
        "Zählerstand\n\nAnnegret Brömmelkamp wohnt hier.",
        (),
        "text",
        subject="Zählerstand",
        sender=Mailbox("Annegret Brömmelkamp", "annegret@broemmelkamp.example"),
    )
    with vault.transaction():
        case = cases.add(vault)
        mails.add(vault, case.id, mail, original=mail.text.encode())
        audit.append(vault, "mail_imported", case_id=case.id)
        vault.run(Store.CASES, "PRAGMA cases.cache_spill = 1")
        for path in workspace.iterdir():
            assert_sealed(path)
    vault.lock()
    for path in workspace.iterdir():
        assert_sealed(path)


def assert_sealed(path: Path) -> None:
    data = path.read_bytes()
    for word in ("Brömmelkamp", "annegret@", "Zählerstand", PASSWORD, "SQLite format"):
        assert word.encode() not in data, path.name
        assert word.encode("utf-16-le") not in data, path.name
    if path.suffix == ".db":
        assert b"CREATE TABLE" not in data
