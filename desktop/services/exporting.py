"""Packages: the approved description with tokens of its own for one vendor, checked for leaks."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.access import Right
from desktop.domain import CaseState, Label, Mail
from desktop.errors import UserError
from desktop.exchange import package as packing
from desktop.exchange.ids import new_package_id
from desktop.exchange.leakcheck import Leak, leaks
from desktop.exchange.sealing import seal_package
from desktop.exchange.vendors import Vendor, hidden_spans
from desktop.services import vendors
from desktop.services.context import Context
from desktop.services.review import PREVIEW
from desktop.split.check import package_key
from desktop.split.merge import values_of
from desktop.split.split import Split, split
from desktop.split.tokens import TokenEntry
from desktop.vault import audit, cases, mails, packages, reviews


@dataclass(frozen=True, slots=True)
class PackagePreview:
    """What would go out, and the personal data that would still stand in it."""

    description: str
    tokens: tuple[str, ...]
    leaks: tuple[Leak, ...]
    shown_labels: tuple[Label, ...]  # what this vendor's profile lets through in clear


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A package that was stored and, if a path was given, written."""

    package_id: str
    path: Path | None
    text: str
    description: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    case: cases.CaseRow
    mail: Mail
    review: reviews.ReviewRow
    vendor: Vendor


def preview_package(ctx: Context, *, case_id: str, vendor_id: str) -> PackagePreview:
    """The package as this vendor would get it, but for its tokens' check characters."""
    ctx.require(Right.EXPORT)
    prepared = _prepare(ctx, case_id, vendor_id)
    made = _split(ctx, prepared, package_key(prepared.case.key, PREVIEW))
    found = _leaks(made)
    audit.append(ctx.vault, "package_previewed", case_id=case_id, details={"leaks": len(found)})
    shown = {span.label for span in prepared.review.spans} & prepared.vendor.allowed
    return PackagePreview(made.description, made.tokens, found, tuple(sorted(shown)))


def export(
    ctx: Context,
    *,
    case_id: str,
    vendor_id: str,
    out: Path | None = None,
    form: str = "json",
    accept_uncertain: bool = False,
) -> ExportResult:
    """Make the package, store it, write it to ``out``; all of it or nothing.

    A leak that is certain always refuses; one that may be another word ("Klein", "klein") refuses
    unless a human said ``accept_uncertain``. Raises UserError not_approved, description_leaks,
    description_may_leak (both: count), unknown_case, unknown_vendor, unwritable_file (file).
    """
    ctx.require(Right.EXPORT)
    prepared = _prepare(ctx, case_id, vendor_id)
    if prepared.review.approved_at is None:
        audit.append(ctx.vault, "export_refused", case_id=case_id)
        raise UserError("not_approved", case=case_id)
    package_id = new_package_id(ctx.random)
    key = package_key(prepared.case.key, package_id)
    made = _split(ctx, prepared, key)
    _refuse_leaks(ctx, case_id, _leaks(made), accept_uncertain=accept_uncertain)
    package = packing.build(
        package_id=package_id,
        case_ref=case_id,
        vendor=prepared.vendor,
        created=ctx.clock(),
        language=prepared.case.language,
        description=made.description,
        tokens=[(entry.token, entry.label) for entry in made.entries],
    )
    document = _document(package, prepared.vendor, form)
    with ctx.vault.transaction():
        _store(ctx, prepared, made, package, key, document, form)
        if out is not None:
            write_whole(out, document)
    return ExportResult(package_id, out, document.decode("utf-8"), made.description, made.tokens)


def _refuse_leaks(
    ctx: Context, case_id: str, found: Sequence[Leak], *, accept_uncertain: bool
) -> None:
    certain = sum(leak.certain for leak in found)
    if not certain and (accept_uncertain or not found):
        return
    audit.append(ctx.vault, "export_refused", case_id=case_id, details={"leaks": len(found)})
    if certain:
        raise UserError("description_leaks", case=case_id, count=certain)
    raise UserError("description_may_leak", case=case_id, count=len(found))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all; raises UserError unwritable_file."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError("unwritable_file", file=path.name, reason=error.strerror or "io") from error


def _prepare(ctx: Context, case_id: str, vendor_id: str) -> _Prepared:
    with ctx.vault.transaction():
        return _Prepared(
            cases.get(ctx.vault, case_id),
            mails.get(ctx.vault, case_id),
            reviews.get(ctx.vault, case_id) or reviews.ReviewRow(case_id),
            vendors.get_vendor(ctx, vendor_id=vendor_id),
        )


def _split(ctx: Context, prepared: _Prepared, key: bytes) -> Split:
    return split(
        prepared.mail.text,
        hidden_spans(prepared.review.spans, prepared.vendor),
        key=key,
        language=prepared.case.language,
        persons=prepared.review.persons,
        previous=_previous(ctx, prepared.case.id),
    )


def _previous(ctx: Context, case_id: str) -> list[TokenEntry]:
    """The entries of the case's earlier packages: the same value keeps its number."""
    entries = []
    for row in packages.of_case(ctx.vault, case_id):
        kept = json.loads(packages.split(ctx.vault, row.id))
        entries += [
            TokenEntry(token, Label(label), number, value, start, end)
            for token, label, number, value, start, end in kept["entries"]
        ]
    return entries


def _leaks(made: Split) -> tuple[Leak, ...]:
    values = [(entry.label, entry.value) for entry in made.entries]
    return leaks(made.description, values, tokens=made.tokens)


def _document(package: packing.Package, vendor: Vendor, form: str) -> bytes:
    if form == "json":
        readable = packing.to_json(package, vendor)
        if vendor.public_key:
            readable = seal_package(readable, package.id, vendor.public_key)
        return readable.encode("utf-8")
    if form == "text":
        return packing.to_text(package, vendor).encode("utf-8")
    if form == "eml":
        return packing.to_eml(package, vendor)
    raise ValueError(form)


def _store(
    ctx: Context,
    prepared: _Prepared,
    made: Split,
    package: packing.Package,
    key: bytes,
    document: bytes,
    form: str,
) -> None:
    row = packages.PackageRow(
        id=package.id,
        case_id=prepared.case.id,
        vendor_id=prepared.vendor.id,
        created=package.created,
        language=package.language,
        form=form,
        description=made.description,
        document=document.decode("utf-8"),
        key=key,
    )
    packages.add(ctx.vault, row, token_values(made, prepared), split=_split_json(made))
    cases.update(ctx.vault, prepared.case.id, state=CaseState.EXPORTED)
    audit.append(
        ctx.vault,
        "package_exported",
        case_id=prepared.case.id,
        package_id=package.id,
        details={"vendor_id": prepared.vendor.id, "form": form, "tokens": len(made.tokens)},
    )


def token_values(made: Split, prepared: _Prepared) -> list[packages.TokenValue]:
    values = values_of(made.entries, prepared.review.persons)
    labels = {entry.token: entry.label for entry in made.entries}
    return [packages.TokenValue(token, labels[token], value) for token, value in values.items()]


def _split_json(made: Split) -> str:
    """What ``rehydrate`` and ``merge_reply`` need again of a split, as JSON (version 1)."""
    return json.dumps(
        {
            "version": 1,
            "literals": list(made.literals),
            "entries": [
                [entry.token, entry.label.value, entry.number, entry.value, entry.start, entry.end]
                for entry in made.entries
            ],
        }
    )
