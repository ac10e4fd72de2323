"""A long byte stream sealed in chunks, so that a cut, swapped or altered chunk is refused.

The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): one key a stream, the nonce
counts the chunks and marks the last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desktop.vault.keys import WrongKey

CHUNK = 2**20
_TAG = 16


def write(stream: BinaryIO, parts: Iterable[bytes], *, key: bytes, bound_to: bytes) -> None:
    """Seal the concatenation of ``parts``; ``bound_to`` is authenticated with every chunk."""
    cipher = ChaCha20Poly1305(key)
    waiting = bytearray()
    number = 0
    for part in parts:
        waiting += part
        while len(waiting) > CHUNK:  # never the last chunk: that one is sealed differently
            stream.write(
                cipher.encrypt(_nonce(number, last=False), bytes(waiting[:CHUNK]), bound_to)
            )
            del waiting[:CHUNK]
            number += 1
    stream.write(cipher.encrypt(_nonce(number, last=True), bytes(waiting), bound_to))


def read(stream: BinaryIO, *, key: bytes, bound_to: bytes) -> Iterator[bytes]:
    """The chunks of what ``write`` sealed; raises WrongKey where it was altered or cut."""
    cipher = ChaCha20Poly1305(key)
    number = 0
    sealed = stream.read(CHUNK + _TAG)
    while True:
        following = stream.read(CHUNK + _TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), sealed, bound_to)
        except InvalidTag as error:
            raise WrongKey from error
        if not following:
            return
        sealed = following
        number += 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])
