"""Keys and check characters: what makes a token one of this package and of no other.

The check characters are the first 15 bits of HMAC-SHA256 (RFC 2104) over label and number under
the package's key, written in Crockford's base32. The MAC covers the label and not its word, so the
same token in another language has the same check characters.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

from desktop.domain import Label
from desktop.split.words import word_for

BASE32: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECK_LENGTH: Final = 3
MAX_NUMBER: Final = 999_999

_PACKAGE_CONTEXT: Final = b"trennwerk package key 1\0"
_TOKEN_CONTEXT: Final = b"trennwerk token 1\0"
# Crockford: letters that people write for digits are read as these digits, never issued.
_LOOKALIKES: Final = str.maketrans("OIL", "011")


def package_key(case_key: bytes, package_id: str) -> bytes:
    """The 32-byte key of one package, derived from its case's key (at least 16 bytes)."""
    if len(case_key) < 16:
        raise ValueError("case key too short")
    message = _PACKAGE_CONTEXT + package_id.encode("utf-8")
    return hmac.digest(case_key, message, hashlib.sha256)


def check_characters(key: bytes, label: Label, number: int) -> str:
    """The three check characters of the token for ``label`` and ``number`` under ``key``."""
    message = _TOKEN_CONTEXT + f"{label.value}:{number}".encode("ascii")
    digest = hmac.digest(key, message, hashlib.sha256)
    bits = int.from_bytes(digest[:2], "big") >> 1
    return "".join(BASE32[(bits >> shift) & 31] for shift in (10, 5, 0))


def make_token(key: bytes, label: Label, number: int, language: str) -> str:
    """The token as it is issued, e.g. ``[NAME-1-7KQ]``."""
    return f"[{word_for(label, language)}-{number}-{check_characters(key, label, number)}]"


def fold_check(raw: str) -> str:
    """Check characters as read: upper case, look-alikes of digits as digits."""
    return raw.upper().translate(_LOOKALIKES)
