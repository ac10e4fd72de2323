"""The tables, as ordered steps for each store: step n brings version n-1 to version n.

A step that was released is never changed; a new one is added behind it, with an old workspace kept
in ``tests/data/vault`` to prove it. Times are ISO 8601 in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.vault.stores import Store

Step = tuple[str, ...]

_AUDIT_1: Step = (
    """CREATE TABLE entries (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user_id TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id TEXT NOT NULL,
        package_id TEXT NOT NULL,
        details TEXT NOT NULL,
        mac BLOB NOT NULL CHECK (length(mac) = 32)
    ) STRICT""",
    "CREATE INDEX entries_by_case ON entries (case_id, seq)",
    # INSERT OR REPLACE would slip past the DELETE trigger where recursive triggers are off.
    """CREATE TRIGGER entries_only_appended BEFORE INSERT ON entries
       WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
       BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER entries_not_updated BEFORE UPDATE ON entries
       BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER entries_not_deleted BEFORE DELETE ON entries
       BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
)

_CASES_1: Step = (
    "CREATE TABLE counters (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT",
    """CREATE TABLE cases (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        created TEXT NOT NULL,
        updated TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        complete INTEGER NOT NULL,
        overridden INTEGER NOT NULL,
        uncertain INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        key BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX cases_by_state ON cases (state, updated)",
    """CREATE TABLE vendors (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        language TEXT NOT NULL,
        allowed TEXT NOT NULL,
        instructions TEXT NOT NULL,
        public_key TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE UNIQUE INDEX vendors_by_name ON vendors (name) WHERE removed = 0",
    """CREATE TABLE packages (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        vendor_id TEXT NOT NULL REFERENCES vendors (id),
        created TEXT NOT NULL,
        language TEXT NOT NULL,
        form TEXT NOT NULL,
        description TEXT NOT NULL,
        document TEXT NOT NULL,
        key BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX packages_by_case ON packages (case_id)",
    """CREATE TABLE package_tokens (
        package_id TEXT NOT NULL REFERENCES packages (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        token TEXT NOT NULL,
        label TEXT NOT NULL,
        PRIMARY KEY (package_id, token)
    ) STRICT""",
    """CREATE TABLE replies (
        id TEXT PRIMARY KEY,
        package_id TEXT NOT NULL REFERENCES packages (id) ON DELETE CASCADE,
        received TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        digest BLOB NOT NULL,
        sightings TEXT NOT NULL,
        original BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX replies_by_package ON replies (package_id)",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

_IDENTITIES_1: Step = (
    # The parent of everything personal of a case: erasing it erases all.
    "CREATE TABLE dossiers (case_id TEXT PRIMARY KEY) STRICT",
    """CREATE TABLE mails (
        case_id TEXT NOT NULL REFERENCES dossiers (case_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        received TEXT NOT NULL,
        date TEXT,
        message_id TEXT NOT NULL,
        digest BLOB NOT NULL,
        kind TEXT NOT NULL,
        sender_name TEXT NOT NULL,
        sender_address TEXT NOT NULL,
        subject TEXT NOT NULL,
        attachments INTEGER NOT NULL,
        folded TEXT NOT NULL,
        mail TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT""",
    "CREATE INDEX mails_by_digest ON mails (digest)",
    "CREATE INDEX mails_by_message_id ON mails (message_id)",
    """CREATE TABLE originals (
        case_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (case_id, position),
        FOREIGN KEY (case_id, position) REFERENCES mails (case_id, position) ON DELETE CASCADE
    ) STRICT""",
    """CREATE TABLE reviews (
        case_id TEXT PRIMARY KEY REFERENCES dossiers (case_id) ON DELETE CASCADE,
        updated TEXT NOT NULL,
        detection TEXT,
        approved_by TEXT NOT NULL,
        approved_at TEXT,
        override_reason TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE spans (
        case_id TEXT NOT NULL REFERENCES reviews (case_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        label TEXT NOT NULL,
        score REAL NOT NULL,
        source TEXT NOT NULL,
        agreed TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT""",
    """CREATE TABLE persons (
        case_id TEXT NOT NULL REFERENCES reviews (case_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        gender TEXT NOT NULL,
        role TEXT NOT NULL,
        mentions TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT""",
    """CREATE TABLE package_splits (
        package_id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES dossiers (case_id) ON DELETE CASCADE,
        split TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX package_splits_by_case ON package_splits (case_id)",
    """CREATE TABLE package_values (
        package_id TEXT NOT NULL REFERENCES package_splits (package_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        token TEXT NOT NULL,
        label TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (package_id, token)
    ) STRICT""",
    """CREATE TABLE answers (
        case_id TEXT PRIMARY KEY REFERENCES dossiers (case_id) ON DELETE CASCADE,
        reply_id TEXT NOT NULL,
        updated TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
)

STEPS: Final[Mapping[Store, tuple[Step, ...]]] = {
    Store.AUDIT: (_AUDIT_1,),
    Store.CASES: (_CASES_1,),
    Store.IDENTITIES: (_IDENTITIES_1,),
}
