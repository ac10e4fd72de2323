"""The guided tour: the whole main job on sample mails in a throw-away workspace."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.detect.detector import Detector
from desktop.domain import Clock, Role
from desktop.exchange.vendors import Vendor
from desktop.services import (
    answers,
    checking,
    exporting,
    intake,
    replies,
    review,
    vendors,
    workspace,
)
from desktop.services.context import Context, Random
from desktop.vault.keys import KdfParams

VENDOR = "Werkstatt Demo"
PASSWORD = "Rundgang durch Trennwerk"  # opens nothing but a folder that is deleted at the end
QUICK = KdfParams(memory_kib=8 * 1024, iterations=1, lanes=1)
_SLOT = re.compile(r"\{\{([A-ZÄÖÜ]+)-(\d+)\}\}")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the tour: a code that ``resources/cli/demo.json`` words, and its values."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


def sample_mails() -> list[Path]:
    return sorted((paths.resources() / "demo" / "mails").glob("*.eml"))


def sample_reply(name: str) -> str | None:
    """The vendor's reply to the sample mail ``name`` (file stem), with open slots; None without."""
    path = paths.resources() / "demo" / "replies" / f"{name}.txt"
    return path.read_text("utf-8") if path.exists() else None


def fill_reply(template: str, *, package_id: str, tokens: tuple[str, ...]) -> str:
    """Put the package's real tokens into a sample reply.

    A slot ``{{NAME-1}}`` stands for the package's token that begins so; a line with a slot that
    the package does not have is left out, as no vendor could have written it.
    """
    by_name = {token.strip("[]").rsplit("-", 1)[0]: token for token in tokens}
    lines = []
    for line in template.replace("{{PACKAGE}}", package_id).splitlines():
        wanted = ["-".join(match.groups()) for match in _SLOT.finditer(line)]
        if all(name in by_name for name in wanted):
            lines.append(_SLOT.sub(lambda m: by_name["-".join(m.groups())], line))
    return "\n".join(lines) + "\n"


def prepare(folder: Path, *, detector: Detector, clock: Clock, random: Random) -> Context:
    """A workspace with the sample mails read and one vendor, opened; for the window's demo too."""
    workspace.create(
        folder,
        password=PASSWORD,
        user_name="Demo",
        clock=clock,
        random=random,
        kdf=QUICK,
        role=Role.AGENT,
    )
    ctx = workspace.unlock(folder, password=PASSWORD, detector=detector, clock=clock, random=random)
    vendors.add_vendor(ctx, vendor=Vendor(id="", name=VENDOR, email="technik@werkstatt.example"))
    return ctx


def run(*, detector: Detector, clock: Clock, random: Random) -> Iterator[Step]:
    """Do the main job on every sample mail, one step of output at a time."""
    with tempfile.TemporaryDirectory(prefix="trennwerk-demo-") as name:
        folder = Path(name)
        ctx = prepare(folder / "workspace", detector=detector, clock=clock, random=random)
        try:
            imported = intake.import_paths(ctx, paths=sample_mails())
            yield Step(
                "imported", {"count": len(imported.case_ids), "problems": len(imported.failures)}
            )
            for path, case_id in zip(sample_mails(), imported.case_ids, strict=True):
                yield from one_case(ctx, case_id, path, folder)
            verification = checking.verify(ctx)
            yield Step(
                "verified",
                {"state": verification.audit.state.value, "entries": verification.audit.count},
            )
        finally:
            workspace.lock(ctx)


def one_case(ctx: Context, case_id: str, path: Path, folder: Path) -> Iterator[Step]:
    """One mail from detection to the merged answer, as far as the samples go."""
    yield Step("case", {"case": case_id, "file": path.name})
    found = review.detect(ctx, case_id=case_id)
    complete = found.detection is not None and found.detection.complete
    yield Step(
        "detected",
        {
            "case": case_id,
            "spans": len(found.spans),
            "persons": len(found.persons),
            "uncertain": sum(span.score < review.UNCERTAIN_BELOW for span in found.spans),
            "complete": complete,
        },
    )
    review.approve(ctx, case_id=case_id, override_reason=None if complete else "Demo")
    yield Step("reviewed" if complete else "approved_incomplete", {"marks": len(found.spans)})
    vendor = vendors.list_vendors(ctx)[0]
    package = folder / f"{path.stem}.twp.json"
    sent = exporting.export(ctx, case_id=case_id, vendor_id=vendor.id, out=package)
    yield Step("description", {"text": indented(sent.description)})
    yield Step(
        "exported",
        {"package": sent.package_id, "vendor": vendor.name, "tokens": len(sent.tokens)},
    )
    template = sample_reply(path.stem)
    if template is None:
        return
    text = fill_reply(template, package_id=sent.package_id, tokens=sent.tokens)
    reply = replies.import_reply(ctx, text=text)
    counted = Counter(state.value for _, state in reply.states)
    yield Step("replied", {"states": ", ".join(f"{n} {state}" for state, n in counted.items())})
    merged = replies.merge_view(ctx, case_id=case_id)
    yield Step("merged", {"text": indented(merged.merged_text)})
    answers.save_answer(ctx, case_id=case_id, text=merged.merged_text)
    draft = answers.write_eml(ctx, case_id=case_id, out=folder / f"{path.stem}-answer.eml")
    yield Step("answer", {"file": draft.name, "size": draft.stat().st_size})


def indented(text: str) -> str:
    return "\n".join(f"   | {line}" for line in text.rstrip().splitlines())
