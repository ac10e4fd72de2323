"""What an audit entry may say: lists of permitted words, ids and numbers, so that no personal data
can enter by mistake. Whoever needs another word adds it here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from desktop.domain import CaseState, Label, Role

ACTIONS: Final = frozenset(
    {
        # the vault itself writes these
        "workspace_created",
        "workspace_restored",
        "unlocked",
        "unlock_failed",
        "unlocked_by_recovery",
        "locked",
        "password_changed",
        "recovery_sheet_made",
        "store_migrated",
        "backup_made",
        # services write these
        "mail_imported",
        "duplicate_refused",
        "import_failed",
        "case_opened",
        "detected",
        "marks_saved",
        "persons_changed",
        "approved",
        "reopened",
        "case_closed",
        "case_erased",
        "package_previewed",
        "package_exported",
        "export_refused",
        "reply_imported",
        "reply_refused",
        "reply_viewed",
        "merged",
        "answer_saved",
        "answer_viewed",
        "answer_exported",
        "answer_printed",
        "answer_copied",
        "record_exported",
        "revealed",
        "vendor_added",
        "vendor_updated",
        "vendor_removed",
        "setting_changed",
        "stores_verified",
        "audit_read",
        "backup_verified",
        "permission_refused",
    }
)

NUMBERS: Final = frozenset(
    {
        "added",
        "altered",
        "attachments",
        "bytes",
        "changed",
        "count",
        "duplicates",
        "entries",
        "failures",
        "foreign",
        "from_version",
        "gaps",
        "good_up_to",
        "leaks",
        "marks",
        "missing",
        "overridden",
        "persons",
        "problems",
        "removed",
        "repeated",
        "restored",
        "seconds",
        "tokens",
        "to_version",
        "uncertain",
    }
)

_ID = "[0-9A-HJKMNP-TV-Z]"
_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "vendor_id": re.compile(f"V-{_ID}{{8}}"),
    "reply_id": re.compile(f"R-{_ID}{{8}}"),
    "user_id": re.compile(f"U-{_ID}{{8}}"),
    "sha256": re.compile(r"[0-9a-f]{64}"),
    "signing_key": re.compile(r"[0-9a-f]{64}"),
    "token": re.compile(r"\[?[A-Z]{2,20}-[0-9]{1,6}-[0-9A-Z]{3,6}\]?"),
    "code": re.compile(r"locked|cancelled|[a-z]+(_[a-z]+){1,5}"),  # of a UserError
}

_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "state": frozenset(CaseState),
    "from_state": frozenset(CaseState),
    "label": frozenset(Label),
    "role": frozenset(Role),
    "store": frozenset({"audit", "cases", "identities"}),
    "form": frozenset({"json", "text", "eml", "record", "clipboard", "print"}),
    "kind": frozenset({"eml", "msg", "mbox", "maildir", "text", "html", "json", "package"}),
    "encryption": frozenset({"A256GCM", "A256CBC-HS512"}),
    "result": frozenset({"ok", "failed", "complete", "altered", "truncated", "good_up_to"}),
    "reason": frozenset({"user", "idle", "suspend", "screen", "exit", "switch"}),
    "setting": frozenset({"language", "theme", "vendor", "idle", "watched_folder", "clipboard"}),
}

CASE_ID: Final = re.compile(r"C-[0-9]{4}-[0-9]{4,9}")
PACKAGE_ID: Final = re.compile(r"TW-[0-9A-Z*~$=-]{11,14}")


def check_ids(case_id: str, package_id: str) -> None:
    """Raise ValueError unless both are empty or look like ids."""
    if case_id and not CASE_ID.fullmatch(case_id):
        raise ValueError("not a case id")
    if package_id and not PACKAGE_ID.fullmatch(package_id):
        raise ValueError("not a package id")


def canonical(action: str, details: Mapping[str, str | int]) -> str:
    """The details as sorted JSON; raises ValueError for what is not on the lists.

    The message names the key at most: the value may be what must not be written anywhere.
    """
    if action not in ACTIONS:
        raise ValueError("unknown audit action")
    for key, value in details.items():
        if not _permitted(key, value):
            raise ValueError(f"audit detail not permitted: {key if key in _KEYS else '?'}")
    return json.dumps(dict(details), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


_KEYS: Final = NUMBERS | _PATTERNS.keys() | _WORDS.keys()


def _permitted(key: str, value: str | int) -> bool:
    if key in NUMBERS:
        return isinstance(value, int) and abs(value) < 2**53
    if not isinstance(value, str):
        return False
    if key in _PATTERNS:
        return _PATTERNS[key].fullmatch(value) is not None
    return value in _WORDS.get(key, frozenset())
