"""The structured record of a case: the description in clear, the personal data sealed beside it.

The form is fixed (``resources/schemas/record.schema.json``). Each of the four sealed lists is bound
to its field and to the description, so none can be moved, or put beside another description,
unnoticed. The version stands in the protected header of each JWE.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from desktop.domain import Label
from desktop.errors import UserError
from desktop.exchange.formats import dump, load, text_field
from desktop.exchange.sealing import Enc, Key, seal, unseal

FIELDS: Final = ("name", "email", "telefon", "weitereIdentifikatoren")
PERSONAL: Final = "personenbezogeneDaten"
DESCRIPTION: Final = "problembeschreibung"

_FIELD_OF: Final = {Label.PERSON: "name", Label.EMAIL: "email", Label.PHONE: "telefon"}
_KIND: Final = "record"


class Entry(Protocol):
    """What a record needs of an entry of a split (``split.tokens.TokenEntry`` has it)."""

    @property
    def token(self) -> str: ...
    @property
    def label(self) -> Label: ...
    @property
    def value(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RecordItem:
    """One value behind a token."""

    token: str
    value: str
    label: Label


@dataclass(frozen=True, slots=True)
class Record:
    description: str
    items: tuple[RecordItem, ...]


def record_of(description: str, entries: Iterable[Entry]) -> Record:
    """The record of a split: every pair of token and value once, grouped by field."""
    items = dict.fromkeys(RecordItem(e.token, e.value, e.label) for e in entries)
    ordered = sorted(items, key=lambda item: FIELDS.index(_field(item.label)))
    return Record(description, tuple(ordered))


def seal_record(record: Record, key: Key, enc: Enc = Enc.A256GCM) -> str:
    """The record as JSON; errors as of ``sealing.seal``."""
    sealed = {}
    for field in FIELDS:
        items = [
            {"platzhalter": item.token, "wert": item.value, "art": item.label.value}
            for item in record.items
            if _field(item.label) == field
        ]
        plaintext = json.dumps(items).encode("ascii")
        sealed[field] = seal(plaintext, key, enc, _binding(field, record.description))
    return dump({PERSONAL: sealed, DESCRIPTION: record.description})


def open_record(data: str | bytes, key: Key) -> Record:
    """Read a record back.

    UserError ``record_unreadable`` (reason), ``record_altered`` (field) when a sealed list belongs
    to another field or description, and those of ``sealing.unseal``.
    """
    value = load(data, kind=_KIND)
    description = text_field(value, DESCRIPTION, kind=_KIND)
    personal = value.get(PERSONAL)
    if not isinstance(personal, dict):
        raise UserError("record_unreadable", reason=f"field_{PERSONAL}")
    items: list[RecordItem] = []
    for field in FIELDS:
        plaintext, bound = unseal(text_field(personal, field, kind=_KIND), key)
        if bound != _binding(field, description):
            raise UserError("record_altered", field=field)
        items += _items(plaintext, field)
    return Record(description, tuple(items))


def _field(label: Label) -> str:
    return _FIELD_OF.get(label, "weitereIdentifikatoren")


def _binding(field: str, description: str) -> dict[str, str]:
    digest = hashlib.sha256(description.encode("utf-8", "surrogatepass")).digest()
    return {"feld": field, "sha256": urlsafe_b64encode(digest).decode("ascii").rstrip("=")}


def _items(plaintext: bytes, field: str) -> list[RecordItem]:
    # What was sealed with the right key was written by this format; still nothing is assumed.
    try:
        listed: list[dict[str, Any]] = json.loads(plaintext)
        items = [
            RecordItem(str(item["platzhalter"]), str(item["wert"]), Label(item["art"]))
            for item in listed
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UserError("record_unreadable", reason=f"field_{field}") from None
    if any(_field(item.label) != field for item in items):
        raise UserError("record_unreadable", reason=f"field_{field}")
    return items
