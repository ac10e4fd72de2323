"""Settings that must not lie in the open (``desktop.settings`` holds the others), in ``cases.db``.

Values are JSON. They are read by every role, so nothing personal belongs here.
"""

from __future__ import annotations

from typing import Any

from desktop.vault.codec import dump, load
from desktop.vault.opened import Vault
from desktop.vault.stores import Store


def put(vault: Vault, key: str, value: Any) -> None:
    """Set ``key``; ``value`` is anything that JSON can hold, None removes it."""
    if value is None:
        vault.run(Store.CASES, "DELETE FROM cases.settings WHERE key = ?", (key,))
        return
    vault.run(
        Store.CASES,
        "INSERT INTO cases.settings VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, dump(value)),
    )


def get(vault: Vault, key: str, default: Any = None) -> Any:
    rows = vault.rows(Store.CASES, "SELECT value FROM cases.settings WHERE key = ?", (key,))
    return load(rows[0][0], lambda value: value) if rows else default
