from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Role
from desktop.errors import UserError
from desktop.vault import keystore
from desktop.vault.keystore import STORES_OF
from desktop.vault.recovery import RecoverySheet
from desktop.vault.stores import Store


@pytest.fixture
def file(workspace: Path, sheet: RecoverySheet) -> Path:
    return workspace / keystore.NAME


def test_round_trip(file: Path) -> None:
    data = file.read_bytes()
    assert keystore.serialise(keystore.parse(data)) == data


def test_every_altered_byte_is_damage_not_a_wrong_password(file: Path) -> None:
    data = file.read_bytes()
    for at in range(0, len(data), 7):
        altered = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert outcome(altered) in ("workspace_damaged", "workspace_newer", data), at


def outcome(altered: bytes) -> str | bytes:
    """The refusal; or what was read, where the byte was a blank that JSON skips."""
    try:
        return keystore.serialise(keystore.parse(altered))
    except UserError as error:
        return error.code


@pytest.mark.parametrize("part", [0, 1, 10, 500, -1])
def test_a_cut_file_is_damage(file: Path, part: int) -> None:
    with pytest.raises(UserError, match="workspace_damaged"):
        keystore.parse(file.read_bytes()[:part])


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_foreign_bytes_are_damage(data: bytes) -> None:
    with pytest.raises(UserError, match="workspace_damaged"):
        keystore.parse(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["users", "id", "created", "password", "grants", "kdf"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_forged_json_is_damage_even_with_a_check_sum(inner: object) -> None:
    body = {"format": keystore.FORMAT, "version": 1, "id": "x", "created": inner, "users": inner}
    data = json.dumps(body | {"checksum": keystore._checksum(body)}).encode()
    with pytest.raises(UserError, match="workspace_damaged"):
        keystore.parse(data)


def test_a_newer_file_is_refused_as_such(file: Path) -> None:
    body = json.loads(file.read_bytes()) | {"version": 2}
    with pytest.raises(UserError, match="workspace_newer") as caught:
        keystore.parse(json.dumps(body).encode())
    assert caught.value.values == {"found": 2, "known": 1}


@pytest.mark.parametrize(
    ("key", "value"), [("memory_kib", 2**40), ("iterations", 10**9), ("lanes", 0)]
)
def test_a_file_cannot_demand_the_whole_machine(file: Path, key: str, value: int) -> None:
    body = json.loads(file.read_bytes())
    del body["checksum"]
    body["users"][0]["password"][key] = value
    data = json.dumps(body | {"checksum": keystore._checksum(body)}).encode()
    with pytest.raises(UserError, match="workspace_damaged"):
        keystore.parse(data)


def test_a_missing_and_a_huge_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="workspace_missing"):
        keystore.read(tmp_path)
    with (tmp_path / keystore.NAME).open("wb") as stream:
        stream.truncate(100 * 2**20)
    with pytest.raises(UserError, match="workspace_damaged"):
        keystore.read(tmp_path)


def test_roles_without_personal_data_get_no_key_for_it() -> None:
    assert {role for role in Role if Store.IDENTITIES not in STORES_OF[role]} == {
        Role.COORDINATOR,
        Role.ADMIN,
    }
    assert all(Store.AUDIT in stores for stores in STORES_OF.values())
