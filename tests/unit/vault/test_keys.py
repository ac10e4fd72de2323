from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vault import keys
from desktop.vault.keys import KdfParams, UserSecret, WrongKey

QUICK = KdfParams(64, 1, 1)
SECRET = UserSecret(bytes(range(32)), bytes(range(32, 64)))


@given(plain=st.binary(max_size=300), key=st.binary(min_size=32, max_size=32))
def test_seal_round_trip(plain: bytes, key: bytes) -> None:
    sealed = keys.seal(key, plain, purpose=b"a", random=os.urandom)
    assert keys.unseal(key, sealed, purpose=b"a") == plain


@given(at=st.integers(0, 12 + 5 + 16 - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_does_not_open(at: int, bit: int) -> None:
    key = bytes(32)
    sealed = bytearray(keys.seal(key, b"hello", purpose=b"a", random=os.urandom))
    sealed[at] ^= 1 << bit
    with pytest.raises(WrongKey):
        keys.unseal(key, bytes(sealed), purpose=b"a")


def test_a_sealed_value_does_not_open_for_another_purpose_or_key() -> None:
    sealed = keys.seal(bytes(32), b"hello", purpose=b"a", random=os.urandom)
    with pytest.raises(WrongKey):
        keys.unseal(bytes(32), sealed, purpose=b"b")
    with pytest.raises(WrongKey):
        keys.unseal(b"\1" * 32, sealed, purpose=b"a")
    with pytest.raises(WrongKey):
        keys.unseal(bytes(32), b"short", purpose=b"a")


@given(store_key=st.binary(min_size=32, max_size=32), seed=st.binary(min_size=64, max_size=64))
def test_wrap_round_trip(store_key: bytes, seed: bytes) -> None:
    secret = UserSecret.from_bytes(seed)
    wrapped = keys.wrap(store_key, secret.exchange_public(), purpose=b"s", random=os.urandom)
    assert keys.unwrap(wrapped, secret, purpose=b"s") == store_key
    assert UserSecret.from_bytes(secret.to_bytes()) == secret


@pytest.mark.parametrize("damaged", [b"", b"x" * 31, bytes(32) + b"x" * 60, b"\1" * 92])
def test_unwrap_refuses_what_is_not_wrapped(damaged: bytes) -> None:
    with pytest.raises(WrongKey):
        keys.unwrap(damaged, SECRET, purpose=b"s")


def test_unwrap_refuses_another_user_and_purpose() -> None:
    wrapped = keys.wrap(bytes(32), SECRET.exchange_public(), purpose=b"s", random=os.urandom)
    with pytest.raises(WrongKey):
        keys.unwrap(wrapped, UserSecret(b"\7" * 32, b"\7" * 32), purpose=b"s")
    with pytest.raises(WrongKey):
        keys.unwrap(wrapped, SECRET, purpose=b"t")


def test_the_same_letters_are_the_same_password() -> None:
    composed, decomposed = "Gr\u00fc\u00dfe", "Gru\u0308\u00dfe"
    salt = bytes(16)
    assert keys.password_key(composed, salt, QUICK, None) == keys.password_key(
        decomposed, salt, QUICK, None
    )


def test_password_salt_costs_and_key_file_all_count() -> None:
    made = {
        keys.password_key(password, salt, kdf, key_file)
        for password in ("a", "b")
        for salt in (bytes(16), b"\1" * 16)
        for kdf in (QUICK, KdfParams(64, 2, 1))
        for key_file in (None, b"x" * 32, b"y" * 32)
    }
    assert len(made) == 24


@pytest.mark.parametrize("pass_seconds", [0.0, 0.002, 0.02, 0.1, 0.3, 1.5, 20.0])
def test_calibration_never_goes_under_64_mib_and_aims_at_its_time(pass_seconds: float) -> None:
    def measured(params: KdfParams) -> float:
        return pass_seconds * params.iterations * params.memory_kib / keys.LEAST_MEMORY_KIB

    found = keys.calibrate(measured)
    assert keys.LEAST_MEMORY_KIB <= found.memory_kib <= keys.MOST_MEMORY_KIB
    assert found.sane()
    if 0.002 <= pass_seconds <= 0.3:
        assert 0.5 <= measured(found) <= 1.0


def test_measuring_runs_the_real_derivation() -> None:
    assert keys.measure(QUICK) > 0


@pytest.mark.parametrize(
    ("params", "sane"),
    [
        (KdfParams(64, 1, 1), True),
        (KdfParams(256 * 1024, 10, 4), True),
        (KdfParams(64 * 2**20, 1, 1), False),  # 64 GiB would exhaust the machine
        (KdfParams(64, 10**9, 1), False),
        (KdfParams(7, 1, 1), False),  # Argon2 needs 8 KiB a lane
        (KdfParams(64, 0, 1), False),
        (KdfParams(64, 1, 0), False),
        (KdfParams(10**5, 1, 65), False),
    ],
)
def test_sane_costs(params: KdfParams, sane: bool) -> None:
    assert params.sane() is sane


def test_secrets_do_not_show_in_reprs() -> None:
    assert SECRET.exchange.hex() not in repr(SECRET)
    assert repr(SECRET.exchange) not in repr(SECRET)
