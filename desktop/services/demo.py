"""The guided tour: the whole main job on sample mails in a throw-away workspace."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
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
    inbox,
    intake,
    replies,
    review,
    vendors,
    workspace,
)
from desktop.services.context import Context, Random
from desktop.vault import mails, packages
from desktop.vault.keys import KdfParams

VENDOR = "Werkstatt Demo"
PASSWORD = "Rundgang durch Trennwerk"  # opens nothing but a folder that is deleted at the end
QUICK = KdfParams(memory_kib=8 * 1024, iterations=1, lanes=1)
_SLOT = re.compile(r"\{\{(.+?)\}\}")


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


def fill_reply(template: str, *, package_id: str, tokens: Mapping[str, str]) -> str:
    """Put the package's real tokens (by the value that they stand for) into a sample reply.

    A slot ``{{some value}}`` stands for the token of that value; a line with a slot that the
    package does not have is left out, as no vendor could have written it.
    """
    lines = []
    for line in template.replace("{{PACKAGE}}", package_id).splitlines():
        if all(match[1] in tokens for match in _SLOT.finditer(line)):
            lines.append(_SLOT.sub(lambda match: tokens[match[1]], line))
    return "\n".join(lines) + "\n"


def reply_for(ctx: Context, *, case_id: str) -> str | None:
    """A vendor's reply to the newest package of a sample case, as that vendor would send it."""
    sent = packages.of_case(ctx.vault, case_id)
    name, _ = mails.original(ctx.vault, case_id)
    template = sample_reply(Path(name).stem)
    if not sent or template is None:
        return None
    tokens = {item.value: item.token for item in packages.values(ctx.vault, sent[-1].id)}
    return fill_reply(template, package_id=sent[-1].id, tokens=tokens)


def prepare(folder: Path, *, detector: Detector, clock: Clock, random: Random) -> Context:
    """A workspace with one vendor and the sample mails in it, opened; for the window's demo too."""
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
    intake.import_paths(ctx, paths=sample_mails())
    return ctx


def run(*, detector: Detector, clock: Clock, random: Random) -> Generator[Step, None, None]:
    """Do the main job on every sample mail, one step of output at a time."""
    with tempfile.TemporaryDirectory(prefix="trennwerk-demo-") as name:
        folder = Path(name)
        ctx = prepare(folder / "workspace", detector=detector, clock=clock, random=random)
        try:
            rows = sorted(inbox.list_cases(ctx), key=lambda row: row.id)
            yield Step("imported", {"count": len(rows)})
            for path, row in zip(sample_mails(), rows, strict=True):
                yield from one_case(ctx, row.id, path, folder)
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
    text = reply_for(ctx, case_id=case_id)
    if text is None:
        return
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
