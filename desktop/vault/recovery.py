"""The code on the printed recovery sheet: 8 groups of 5 characters, 184 random bits, 16 check bits.

It is random enough that no slow derivation is needed, and a slip of the pen is told from a wrong
sheet by its check sum.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import UserError
from desktop.vault.keys import Random, subkey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_SECRET_BYTES = 23
_CHECK_BYTES = 2
_LENGTH = 40
_GROUP = 5
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = frozenset(" -–—_.\t\r\n\u00a0")


@dataclass(frozen=True, slots=True, repr=False)
class RecoverySheet:
    """What is printed once and kept in a safe place; the program stores only what it unlocks."""

    code: str
    created: datetime
    workspace_id: str


def new_code(random: Random) -> str:
    secret = random(_SECRET_BYTES)
    number = int.from_bytes(secret + _check(secret))
    letters = "".join(ALPHABET[(number >> shift) & 31] for shift in range(195, -1, -5))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def code_key(code: str) -> bytes:
    """The key that a typed code stands for; raises UserError recovery_code_malformed.

    Case, blanks and dashes do not matter, nor whether a nought was read as O, a one as I or L.
    """
    kept = "".join(sign for sign in code.upper() if sign not in _SEPARATORS)
    letters = kept.translate(_LOOKALIKES)
    if len(letters) != _LENGTH or any(letter not in ALPHABET for letter in letters):
        raise UserError("recovery_code_malformed")
    number = 0
    for letter in letters:
        number = number << 5 | ALPHABET.index(letter)
    data = number.to_bytes(_SECRET_BYTES + _CHECK_BYTES)
    secret = data[:_SECRET_BYTES]
    if data[_SECRET_BYTES:] != _check(secret):
        raise UserError("recovery_code_malformed")
    return subkey(secret, "trennwerk recovery v1")


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"trennwerk recovery check" + secret).digest()[:_CHECK_BYTES]
