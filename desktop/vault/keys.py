"""The key hierarchy, as pure functions over bytes.

A password (Argon2id, RFC 9106) opens the user's secret: an X25519 key, which unwraps the store keys
granted to that user, and an Ed25519 key, which signs audit checkpoints. Store keys are wrapped as
in HPKE's base idea: ephemeral X25519, HKDF-SHA256, ChaCha20-Poly1305 (RFC 7748, 5869, 8439). Every
sealed value names its purpose and owner in the additional data, so none fits in another's place.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Random = Callable[[int], bytes]

KEY_BYTES = 32
_NONCE_BYTES = 12
_MIB = 1024  # KiB
MOST_ITERATIONS = 1000


class WrongKey(Exception):
    """A sealed value does not open: the key, its purpose or its owner is another one."""


# -- passwords -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KdfParams:
    """Argon2id costs: memory in KiB, passes over it, parallel lanes."""

    memory_kib: int
    iterations: int
    lanes: int

    def sane(self) -> bool:
        """Whether a file may ask for these: an altered file must not exhaust the machine."""
        return (
            8 * self.lanes <= self.memory_kib <= 4096 * _MIB
            and 1 <= self.iterations <= MOST_ITERATIONS
            and 1 <= self.lanes <= 64
        )


LEAST_MEMORY_KIB = 64 * _MIB
MOST_MEMORY_KIB = 256 * _MIB
AIM_SECONDS = 0.7  # between the half and the full second that the design asks for


def measure(params: KdfParams) -> float:
    """Seconds that one derivation takes on this machine."""
    start = time.perf_counter()
    derive(b"calibration", bytes(16), params)
    return time.perf_counter() - start


def calibrate(measured: Callable[[KdfParams], float] = measure) -> KdfParams:
    """Costs for new passwords: about AIM_SECONDS here, never under 64 MiB.

    Memory is what hurts an attacker's graphics cards most, so it grows first, then the passes.
    """
    lanes = min(4, os.cpu_count() or 1)
    probe = KdfParams(LEAST_MEMORY_KIB, 2, lanes)
    unit = max(measured(probe), 0.001) / probe.iterations  # one pass over 64 MiB
    passes = AIM_SECONDS / unit
    factor = int(min(MOST_MEMORY_KIB // LEAST_MEMORY_KIB, max(1, passes // 3)))
    guess = KdfParams(LEAST_MEMORY_KIB * factor, _iterations(passes / factor), lanes)
    # A larger memory leaves the caches, so a pass costs more than the probe said: correct once.
    pass_seconds = max(measured(guess), 0.001) / guess.iterations
    return KdfParams(guess.memory_kib, _iterations(AIM_SECONDS / pass_seconds), lanes)


def _iterations(passes: float) -> int:
    return max(1, min(MOST_ITERATIONS, round(passes)))


def derive(secret: bytes, salt: bytes, params: KdfParams) -> bytes:
    """Argon2id of ``secret``: 32 bytes."""
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=params.iterations,
        lanes=params.lanes,
        memory_cost=params.memory_kib,
    )
    return kdf.derive(secret)


def password_key(password: str, salt: bytes, params: KdfParams, key_file: bytes | None) -> bytes:
    """The key that a password, and the bytes of a key file if there is one, stand for.

    The password is normalised (NFC): the same letters from another keyboard are the same password.
    """
    stretched = derive(unicodedata.normalize("NFC", password).encode(), salt, params)
    if key_file is None:
        return stretched
    return hmac.digest(hashlib.sha256(key_file).digest(), stretched, "sha256")


# -- sealing ---------------------------------------------------------------------------------------


def seal(key: bytes, plain: bytes, *, purpose: bytes, random: Random) -> bytes:
    """Nonce, ciphertext and tag of ``plain`` bound to ``purpose``."""
    nonce = random(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, purpose)


def unseal(key: bytes, sealed: bytes, *, purpose: bytes) -> bytes:
    """The inverse of ``seal``; raises WrongKey."""
    if len(sealed) < _NONCE_BYTES + 16:
        raise WrongKey
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], purpose)
    except InvalidTag as error:
        raise WrongKey from error


def subkey(key: bytes, info: str) -> bytes:
    """A key of its own for one use, from ``key`` (HKDF-SHA256)."""
    return HKDF(SHA256(), KEY_BYTES, None, info.encode()).derive(key)


# -- users -----------------------------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class UserSecret:
    """What a password opens: 32 bytes of X25519 and 32 bytes of Ed25519."""

    exchange: bytes
    signing: bytes

    @staticmethod
    def new(random: Random) -> UserSecret:
        return UserSecret(random(KEY_BYTES), random(KEY_BYTES))

    @staticmethod
    def from_bytes(data: bytes) -> UserSecret:
        if len(data) != 2 * KEY_BYTES:
            raise WrongKey
        return UserSecret(data[:KEY_BYTES], data[KEY_BYTES:])

    def to_bytes(self) -> bytes:
        return self.exchange + self.signing

    def exchange_public(self) -> bytes:
        return X25519PrivateKey.from_private_bytes(self.exchange).public_key().public_bytes_raw()

    def signing_public(self) -> bytes:
        return self.signer().public_key().public_bytes_raw()

    def signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.signing)


def wrap(store_key: bytes, public: bytes, *, purpose: bytes, random: Random) -> bytes:
    """``store_key`` for the owner of ``public``: ephemeral public key, then the sealed key."""
    ephemeral = X25519PrivateKey.from_private_bytes(random(KEY_BYTES))
    sender = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    return sender + seal(
        _wrap_key(shared, sender, public), store_key, purpose=purpose, random=random
    )


def unwrap(wrapped: bytes, secret: UserSecret, *, purpose: bytes) -> bytes:
    """The inverse of ``wrap``; raises WrongKey."""
    sender = wrapped[:KEY_BYTES]
    if len(sender) < KEY_BYTES:
        raise WrongKey
    private = X25519PrivateKey.from_private_bytes(secret.exchange)
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(sender))
    except ValueError as error:  # a point of small order: no honest sender has one
        raise WrongKey from error
    key = _wrap_key(shared, sender, secret.exchange_public())
    return unseal(key, wrapped[KEY_BYTES:], purpose=purpose)


def _wrap_key(shared: bytes, sender: bytes, receiver: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, sender + receiver, b"trennwerk wrap v1").derive(shared)


# -- text forms ------------------------------------------------------------------------------------


def to_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def from_text(text: str) -> bytes:
    """Strict base64; raises ValueError."""
    return base64.b64decode(text.encode("ascii"), validate=True)
