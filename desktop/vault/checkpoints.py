"""Signed heads of the audit log, kept beside the stores in ``audit.checkpoints``, one a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop.vault.files import disk_errors, replace_durably
from desktop.vault.keys import from_text, to_text

NAME: Final = "audit.checkpoints"
_SPACING = 256  # of old checkpoints that agree with the log, one is kept for so many entries


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """At ``at`` the log of the workspace had ``count`` entries and the chain value ``head``."""

    count: int
    head: bytes
    at: str
    user_id: str
    signature: bytes

    @staticmethod
    def sign(
        signer: Ed25519PrivateKey,
        *,
        workspace_id: str,
        count: int,
        head: bytes,
        at: datetime,
        user_id: str,
    ) -> Checkpoint:
        message = _message(workspace_id, count, head, at.isoformat(), user_id)
        return Checkpoint(count, head, at.isoformat(), user_id, signer.sign(message))

    def genuine(self, workspace_id: str, signing_keys: Mapping[str, bytes]) -> bool:
        """Whether a known user (id → public key) of this workspace signed it."""
        public = signing_keys.get(self.user_id)
        if public is None:
            return False
        message = _message(workspace_id, self.count, self.head, self.at, self.user_id)
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(self.signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def to_line(self) -> str:
        return json.dumps(
            {
                "count": self.count,
                "head": self.head.hex(),
                "at": self.at,
                "user": self.user_id,
                "signature": to_text(self.signature),
            }
        )

    @staticmethod
    def from_line(line: str) -> Checkpoint | None:
        """None for a line that is no checkpoint."""
        try:
            data = json.loads(line)
            return Checkpoint(
                int(data["count"]),
                bytes.fromhex(data["head"]),
                str(data["at"]),
                str(data["user"]),
                from_text(data["signature"]),
            )
        except (ValueError, KeyError, TypeError, RecursionError):
            return None


def _message(workspace_id: str, count: int, head: bytes, at: str, user_id: str) -> bytes:
    parts = ("trennwerk checkpoint v1", workspace_id, str(count), head.hex(), at, user_id)
    return "|".join(parts).encode()


def read(workspace: Path) -> list[Checkpoint]:
    """The checkpoints of the file, unchecked; none when there is no file."""
    file = workspace / NAME
    if not file.is_file():
        return []
    with disk_errors(NAME):
        text = file.read_text(encoding="utf-8", errors="replace")
    marks = (Checkpoint.from_line(line) for line in text.splitlines())
    return [mark for mark in marks if mark is not None]


def write(workspace: Path, marks: list[Checkpoint]) -> None:
    text = "".join(mark.to_line() + "\n" for mark in marks)
    replace_durably(workspace / NAME, text.encode())


def thinned(marks: list[Checkpoint], agrees: Callable[[Checkpoint], bool]) -> list[Checkpoint]:
    """Without those that later ones make needless; one that disagrees is evidence and stays."""
    kept: list[Checkpoint] = []
    last_block = -1
    for mark in reversed(marks):
        if not agrees(mark):
            kept.append(mark)
        elif mark.count // _SPACING != last_block:
            last_block = mark.count // _SPACING
            kept.append(mark)
    return kept[::-1]
