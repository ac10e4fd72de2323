"""Package ids: ``TW-``, ten random characters of Crockford's base32 and one check character.

The check character is a polynomial over GF(32): every single wrong character and every swap of two
neighbours is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

PREFIX: Final = "TW-"
_BASE32: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE: Final = {char: value for value, char in enumerate(_BASE32)}
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_RANDOM_CHARACTERS: Final = 10

# Between the parts of an id that came back: dashes of any kind, blanks, an HTML entity; between
# its characters: invisible ones, or the soft line break of quoted-printable.
_INVISIBLE: Final = r"(?:=\r?\n|[\xad\u200b-\u200f\u2060\ufeff]){0,2}"
_ID: Final = re.compile(
    r"(?<![0-9A-Za-z])[Tt]" + _INVISIBLE + r"[Ww](?:[^0-9A-Za-z]{1,4}|&#?[0-9A-Za-z]{1,8};)"
    r"((?:[0-9A-Za-z]" + _INVISIBLE + r"){11})(?![0-9A-Za-z])"
)


def new_package_id(random: Callable[[int], bytes]) -> str:
    """A fresh id of 50 random bits; ``random(n)`` gives n bytes from a secure source."""
    bits = int.from_bytes(random(7), "big")
    body = "".join(_BASE32[(bits >> (5 * at)) & 31] for at in range(_RANDOM_CHARACTERS))
    return PREFIX + body + _check(body)


def is_package_id(text: str) -> bool:
    """Whether ``text`` is an id precisely as issued."""
    body = text.removeprefix(PREFIX)
    return (
        text.startswith(PREFIX)
        and len(body) == _RANDOM_CHARACTERS + 1
        and all(char in _VALUE for char in body)
        and _check(body[:-1]) == body[-1]
    )


def package_ids_in(text: str) -> tuple[str, ...]:
    """All package ids in ``text`` (raw or decoded, any form), in canonical form, each once."""
    found: dict[str, None] = {}
    for match in _ID.finditer(text):
        body = re.sub(r"[^0-9A-Z]", "", match.group(1).upper()).translate(_LOOKALIKES)
        if is_package_id(PREFIX + body):
            found[PREFIX + body] = None
    return tuple(found)


def _check(body: str) -> str:
    """Horner's scheme at x in GF(2)[x]/(x^5+x^2+1), times x once more for the check's place."""
    total = 0
    for char in body:
        total = _times_x(total ^ _VALUE[char])
    return _BASE32[total]


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ 0b100101 if value & 32 else value
