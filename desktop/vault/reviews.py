"""The marks of a case in ``identities.db``: what was detected, what a human made of it, and who
approved it. The values of marks are stored beside them, to be found again by their person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain import Detection, Label, Person, Span
from desktop.vault.codec import (
    detection_from_json,
    detection_to_json,
    dump,
    load,
    mentions_to_json,
    person_from_row,
    storable,
)
from desktop.vault.opened import Vault
from desktop.vault.stores import Store


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """``detection`` is what the detector last said (None: not yet run); ``spans`` and ``persons``
    are the marks as they stand; ``override_reason`` is why an incomplete check was approved.
    """

    case_id: str
    detection: Detection | None = None
    spans: tuple[Span, ...] = ()
    persons: tuple[Person, ...] = ()
    approved_by: str = ""
    approved_at: datetime | None = None
    override_reason: str = ""
    updated: datetime | None = None  # set by the store


def get(vault: Vault, case_id: str) -> ReviewRow | None:
    """None for a case whose marks were never stored."""
    with vault.held():
        rows = vault.rows(
            Store.IDENTITIES,
            "SELECT detection, approved_by, approved_at, override_reason, updated"
            " FROM identities.reviews WHERE case_id = ?",
            (case_id,),
        )
        if not rows:
            return None
        detection, approved_by, approved_at, reason, updated = rows[0]
        return ReviewRow(
            case_id,
            detection_from_json(detection) if detection else None,
            _spans(vault, case_id),
            _persons(vault, case_id),
            approved_by,
            datetime.fromisoformat(approved_at) if approved_at else None,
            reason,
            datetime.fromisoformat(updated),
        )


def save(vault: Vault, review: ReviewRow, *, text: str) -> None:
    """Replace what is stored; ``text`` is the text that the marks' offsets count in."""
    case_id = review.case_id
    with vault.transaction():
        vault.run(
            Store.IDENTITIES, "INSERT OR IGNORE INTO identities.dossiers VALUES (?)", (case_id,)
        )
        vault.run(
            Store.IDENTITIES,
            "INSERT INTO identities.reviews"
            " (case_id, updated, detection, approved_by, approved_at, override_reason)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET"
            " updated = excluded.updated, detection = excluded.detection,"
            " approved_by = excluded.approved_by, approved_at = excluded.approved_at,"
            " override_reason = excluded.override_reason",
            (
                case_id,
                vault.clock().isoformat(),
                detection_to_json(review.detection) if review.detection else None,
                review.approved_by,
                review.approved_at.isoformat() if review.approved_at else None,
                storable(review.override_reason),
            ),
        )
        _save_spans(vault, review, text)
        _save_persons(vault, review)


def values(vault: Vault, case_id: str) -> list[tuple[Label, str]]:
    """Every marked value of the case with its label, in the order of the text."""
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT label, value FROM identities.spans WHERE case_id = ? ORDER BY position",
        (case_id,),
    )
    return [(Label(label), value) for label, value in rows]


def _save_spans(vault: Vault, review: ReviewRow, text: str) -> None:
    vault.run(Store.IDENTITIES, "DELETE FROM identities.spans WHERE case_id = ?", (review.case_id,))
    vault.run_many(
        Store.IDENTITIES,
        "INSERT INTO identities.spans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                review.case_id,
                position,
                span.start,
                span.end,
                span.label.value,
                float(span.score),
                span.source,
                dump(list(span.agreed)),
                storable(text[span.start : span.end]),
            )
            for position, span in enumerate(review.spans)
        ],
    )


def _spans(vault: Vault, case_id: str) -> tuple[Span, ...]:
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT start, end, label, score, source, agreed FROM identities.spans"
        " WHERE case_id = ? ORDER BY position",
        (case_id,),
    )
    return tuple(
        Span(start, end, Label(label), score, source, load(agreed, tuple))
        for start, end, label, score, source, agreed in rows
    )


def _save_persons(vault: Vault, review: ReviewRow) -> None:
    vault.run(
        Store.IDENTITIES, "DELETE FROM identities.persons WHERE case_id = ?", (review.case_id,)
    )
    vault.run_many(
        Store.IDENTITIES,
        "INSERT INTO identities.persons VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                review.case_id,
                position,
                person.number,
                storable(person.name),
                person.gender.value,
                person.role,
                mentions_to_json(person.mentions),
            )
            for position, person in enumerate(review.persons)
        ],
    )


def _persons(vault: Vault, case_id: str) -> tuple[Person, ...]:
    rows = vault.rows(
        Store.IDENTITIES,
        "SELECT number, name, gender, role, mentions FROM identities.persons"
        " WHERE case_id = ? ORDER BY position",
        (case_id,),
    )
    return tuple(person_from_row(*row) for row in rows)
