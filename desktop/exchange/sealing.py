"""Sealed values and packages: JWE in compact form (RFC 7516, algorithms of RFC 7518 and 8037).

Content is encrypted with A256GCM (256-bit key) or A256CBC-HS512 (512-bit key: 256 bits for AES,
256 for HMAC). The content key is the caller's own (``dir``), or wrapped under a password
(PBES2-HS512+A256KW), or wrapped to a public key (ECDH-ES+A256KW on X25519 or P-521). The kind of
key fixes the algorithm: what a file claims is never believed beyond that.
"""

from __future__ import annotations

import json
import warnings
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, cast

from cryptography.exceptions import InvalidTag
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OctKey, OKPKey
from joserfc.registry import HeaderParameter

from desktop.errors import UserError
from desktop.exchange.formats import MOST_BYTES, check_version, dump, load, text_field
from desktop.exchange.ids import is_package_id

FORMAT: Final = "trennwerk.sealed"
VERSION: Final = 1
# OWASP's figure for PBKDF2 with HMAC-SHA-512; opening refuses fewer than RFC 8018 asks for.
_ROUNDS: Final = 210_000
_FEWEST_ROUNDS: Final = 1_000
_HEADER: Final = "trw"  # our own protected header: {"v": version, …what the value is bound to}
_PASSWORD_ALG: Final = "PBES2-HS512+A256KW"
_PUBLIC_ALG: Final = "ECDH-ES+A256KW"
_CURVES: Final = ("X25519", "P-521")
_BROKEN: Final = (JoseError, ValueError, InvalidTag, AssertionError, TypeError, KeyError)


class Enc(StrEnum):
    """The content encryption, in the words of the standard."""

    A256GCM = "A256GCM"
    A256CBC_HS512 = "A256CBC-HS512"

    @property
    def key_bytes(self) -> int:
        return 32 if self is Enc.A256GCM else 64


@dataclass(frozen=True, slots=True)
class SecretKey:
    """The content key itself: 32 bytes for A256GCM, 64 for A256CBC-HS512."""

    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Password:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A JWK as JSON: the public part seals, the private part opens."""

    jwk: str = field(repr=False)


Key = SecretKey | Password | KeyPair


class _Registry(jwe.JWERegistry):
    max_ciphertext_length = MOST_BYTES


def seal(plaintext: bytes, key: Key, enc: Enc, bound: Mapping[str, str]) -> str:
    """Seal ``plaintext``; ``bound`` stands readable but protected in the header.

    ValueError for a key of the wrong length, UserError ``public_key_invalid``, ``password_empty``.
    """
    if isinstance(key, SecretKey) and len(key.raw) != enc.key_bytes:
        raise ValueError(f"{enc.value} needs a key of {enc.key_bytes} bytes")
    alg = _algorithm(key)
    header: dict[str, Any] = {"alg": alg, "enc": enc.value, _HEADER: {"v": VERSION, **bound}}
    if alg == _PASSWORD_ALG:
        header["p2c"] = _ROUNDS
    return jwe.encrypt_compact(header, plaintext, _loaded(key), registry=_registry(alg))


def unseal(sealed: str, key: Key) -> tuple[bytes, dict[str, str]]:
    """The plaintext and what it was bound to.

    UserError ``sealed_unreadable`` (no JWE of ours), ``sealed_newer``, or ``sealed_not_opened``
    (another key, or altered: the two cannot be told apart).
    """
    if len(sealed) > MOST_BYTES:
        raise UserError("sealed_unreadable", reason="too_large")
    bound = _bound(sealed)
    loaded = _loaded(key)
    try:
        opened = jwe.decrypt_compact(sealed, loaded, registry=_registry(_algorithm(key)))
    except _BROKEN:
        raise UserError("sealed_not_opened") from None
    if opened.plaintext is None:
        raise UserError("sealed_not_opened")
    return opened.plaintext, bound


def check_public_key(jwk: str) -> str:
    """The JWK as compact JSON, if it is a public key on X25519 or P-521.

    UserError ``public_key_invalid``; ``public_key_is_private`` for one with its secret in it.
    """
    loaded = _key_pair(jwk)
    if loaded.is_private:
        raise UserError("public_key_is_private")
    return json.dumps(loaded.as_dict(private=False), separators=(",", ":"))


def new_key_pair(curve: str = "X25519") -> tuple[str, str]:
    """A fresh (private, public) pair of JWKs as JSON, on X25519 or P-521."""
    if curve not in _CURVES:
        raise ValueError("unknown curve")
    pair: ECKey | OKPKey
    if curve == "X25519":
        pair = OKPKey.generate_key("X25519")
    else:
        pair = ECKey.generate_key("P-521")
    return json.dumps(pair.as_dict(private=True)), json.dumps(pair.as_dict(private=False))


def seal_package(
    package_json: str, package_id: str, public_key: str, enc: Enc = Enc.A256CBC_HS512
) -> str:
    """A package sealed to a vendor, as a JSON file that shows the package id and nothing else."""
    check_public_key(public_key)
    sealed = seal(package_json.encode("utf-8"), KeyPair(public_key), enc, {"id": package_id})
    return dump({"format": FORMAT, "version": VERSION, "id": package_id, "jwe": sealed})


def open_package(data: str | bytes, private_key: str) -> str:
    """The JSON of a sealed package; UserErrors as of ``unseal``, ``sealed_altered`` when the file
    shows another id than was sealed."""
    value = load(data, kind="sealed")
    check_version(value, kind="sealed", name=FORMAT, newest=VERSION)
    plaintext, bound = unseal(text_field(value, "jwe", kind="sealed"), KeyPair(private_key))
    if bound.get("id") != value.get("id") or not is_package_id(bound.get("id", "")):
        raise UserError("sealed_altered", field="id")
    return plaintext.decode("utf-8")


def _algorithm(key: Key) -> str:
    match key:
        case SecretKey():
            return "dir"
        case Password():
            return _PASSWORD_ALG
        case KeyPair():
            return _PUBLIC_ALG


def _loaded(key: Key) -> OctKey | OKPKey | ECKey:
    match key:
        case SecretKey(raw):
            return OctKey.import_key(raw)
        case Password(text):
            if not text:
                raise UserError("password_empty")
            with warnings.catch_warnings():
                # A password may begin like a PEM file; it is still only a password.
                warnings.simplefilter("ignore")
                return OctKey.import_key(text.encode("utf-8", "surrogatepass"))
        case KeyPair(jwk):
            return _key_pair(jwk)


def _key_pair(jwk: str) -> OKPKey | ECKey:
    try:
        value = json.loads(jwk)
        curve, kind = value["crv"], value["kty"]
        loaded: OKPKey | ECKey
        if (kind, curve) == ("OKP", "X25519"):
            loaded = OKPKey.import_key(value)
        elif (kind, curve) == ("EC", "P-521"):
            loaded = ECKey.import_key(value)
        else:
            raise UserError("public_key_invalid")
        loaded.as_dict(private=False)  # the parts are only read when they are needed
        _ = loaded.public_key
    except (*_BROKEN, RecursionError):
        raise UserError("public_key_invalid") from None
    return loaded


def _registry(alg: str) -> _Registry:
    ours = HeaderParameter("What the value is bound to", _check_bound)
    return _Registry(header_registry={_HEADER: ours}, algorithms=[alg, *Enc])


def _check_bound(value: object) -> None:
    if not isinstance(value, dict):
        raise ValueError("must be an object")


def _bound(sealed: str) -> dict[str, str]:
    """The header's own part, checked before any key is derived."""
    try:
        encoded = sealed.split(".", 1)[0].encode("ascii")
        header = json.loads(urlsafe_b64decode(encoded + b"=" * (-len(encoded) % 4)))
        bound = header[_HEADER]
        version = bound["v"]
        rounds = header.get("p2c", _ROUNDS)
        known = isinstance(version, int) and isinstance(rounds, int)
    except (*_BROKEN, AttributeError, RecursionError):
        raise UserError("sealed_unreadable", reason="no_jwe") from None
    if not known or rounds < _FEWEST_ROUNDS:
        raise UserError("sealed_unreadable", reason="header")
    if version > VERSION:
        raise UserError("sealed_newer", found=version, known=VERSION)
    return cast(dict[str, str], {k: v for k, v in bound.items() if isinstance(v, str)})
