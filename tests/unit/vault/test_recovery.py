from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.vault.recovery import ALPHABET, code_key, new_code

CODE = new_code(lambda length: bytes(range(1, length + 1)))


@given(st.binary(min_size=23, max_size=23))
def test_every_code_reads_back(secret: bytes) -> None:
    code = new_code(lambda _: secret)
    groups = code.split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert len(code_key(code)) == 32


@given(st.lists(st.binary(min_size=23, max_size=23), min_size=2, max_size=2, unique=True))
def test_other_codes_are_other_keys(secrets: list[bytes]) -> None:
    keys = {code_key(new_code(lambda _, secret=secret: secret)) for secret in secrets}
    assert len(keys) == 2


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        CODE.replace("-", "–"),
        "\n" + CODE.replace("-", "\r\n") + " ",
        CODE.replace("0", "O").replace("1", "I"),
        CODE.replace("0", "o").replace("1", "l"),
    ],
)
def test_a_code_is_read_kindly(typed: str) -> None:
    assert code_key(typed) == code_key(CODE)


def test_every_slip_in_one_letter_is_noticed() -> None:
    for at, letter in enumerate(CODE):
        if letter == "-":
            continue
        slip = ALPHABET[(ALPHABET.index(letter) + 1) % 32]
        with pytest.raises(UserError, match="recovery_code_malformed"):
            code_key(CODE[:at] + slip + CODE[at + 1 :])


@pytest.mark.parametrize(
    "typed", ["", "A", CODE[:-1], CODE + "0", CODE.replace("5", "U"), "ä" * 40]
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="recovery_code_malformed"):
        code_key(typed)
