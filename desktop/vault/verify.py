"""Whether the stores are whole: every page's seal, SQLite's structure, and the references."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.errors import UserError
from desktop.vault.opened import Vault
from desktop.vault.stores import Row, Store


@dataclass(frozen=True, slots=True)
class StoreReport:
    """``problems``: pages_damaged, structure_damaged, references_broken, unreadable."""

    store: Store
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


def verify(vault: Vault) -> tuple[StoreReport, ...]:
    """Check every store that the user may open. Reads all of it: seconds for a large one."""
    return tuple(verify_store(vault, store) for store in Store if store in vault.stores)


def verify_store(vault: Vault, store: Store) -> StoreReport:
    checks: tuple[tuple[str, str, Callable[[list[Row]], bool]], ...] = (
        ("cipher_integrity_check", "pages_damaged", lambda rows: not rows),
        ("integrity_check(1)", "structure_damaged", lambda rows: rows == [("ok",)]),
        ("foreign_key_check", "references_broken", lambda rows: not rows),
    )
    problems: list[str] = []
    for pragma, problem, passed in checks:
        try:
            if not passed(vault.rows(store, f"PRAGMA {store.schema}.{pragma}")):
                problems.append(problem)
        except UserError as error:
            if error.code not in ("store_damaged", "disk_failed"):
                raise
            problems.append("unreadable")
    return StoreReport(store, tuple(dict.fromkeys(problems)))
