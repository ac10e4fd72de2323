"""Draws every screen of the real program into PNG files, to be looked at.

    python tests/ui/screens.py OUT [--size 1366x768] [--theme light] [--language de] [NAME …]

Everything is real: workspace, services, detector, sample mails. Only the clock stands still and the
file dialogs are answered. Not a test; a person judges the pictures.
"""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.detect.detector import open_detector
from desktop.domain import CaseState
from desktop.errors import UserError
from desktop.services import answers, demo, exporting, inbox, replies, review, vendors, workspace
from desktop.services.context import Context
from desktop.ui.main_window import Workbench
from desktop.ui.preferences import Look
from desktop.ui.sidebar import Section
from desktop.ui.start import Program

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


NEW, DETECTED, APPROVED = range(8, 12), (2, 3), (5,)  # of the sample mails, by number


def now() -> datetime:
    return NOW


def settle(ready: Callable[[], bool] = lambda: True, *, seconds: float = 60) -> None:
    """Let the program work until it is quiet and ``ready``."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QTest.qWait(10)
        if ready():
            break
    else:
        raise TimeoutError("the program did not come to rest")
    for _ in range(5):
        QApplication.processEvents()


class Studio:
    """One running program with cases in every state."""

    def __init__(self, application: QApplication, folder: Path, language: str) -> None:
        self.detector = open_detector()
        self.program = Program(
            application,
            workspace=folder / "workspace",
            make_detector=lambda: self.detector,
            clock=now,
            random=secrets.token_bytes,
            language=language,
        )
        self.folder = folder
        self.language = language
        self.leaking = ""

    def fill(self) -> Context:
        """A workspace with cases in every state."""
        ctx = demo.prepare(
            self.folder / "workspace", detector=self.detector, clock=now, random=secrets.token_bytes
        )
        vendor = vendors.list_vendors(ctx)[0]
        ids = sorted(row.id for row in inbox.list_cases(ctx))
        for number, case_id in enumerate(ids):
            if number in NEW:
                continue
            review.detect(ctx, case_id=case_id)
            if number in DETECTED:
                continue
            review.approve(ctx, case_id=case_id, override_reason="Bild")
            if number in APPROVED:
                continue
            try:
                exporting.export(ctx, case_id=case_id, vendor_id=vendor.id, accept_uncertain=True)
            except UserError:
                self.leaking = case_id  # the last check found something: a scene of its own
                continue
            text = demo.reply_for(ctx, case_id=case_id)
            if text is not None:
                replies.import_reply(ctx, text=text)
        rows = inbox.list_cases(ctx, states=[CaseState.REPLIED])
        if len(rows) > 1:
            answers.mark_answered(ctx, case_id=rows[-1].id, action="answer_copied")
        return ctx

    def empty(self) -> Context:
        folder, password = self.folder / "workspace", demo.PASSWORD
        workspace.create(
            folder, password=password, user_name="Erika Beck", clock=now, kdf=demo.QUICK
        )
        return workspace.unlock(folder, password=password, detector=self.detector, clock=now)


def scenes(studio: Studio) -> Iterator[str]:
    """Bring the program into one state after the other; the name of each."""
    program = studio.program
    program.show_first_run()
    yield "first-run"
    first = program.window.centralWidget()
    first._forward()
    first.name.setText("Erika Beck")
    first.password.password.setText("Birke Turbine 12 Sofa Zaun")
    first.password.repeat.setText("Birke Turbine 12")
    settle(lambda: first.password.score > 0)
    yield "first-run-password"
    first.password.repeat.setText("Birke Turbine 12 Sofa Zaun")
    settle(lambda: first.next_button.isEnabled())
    first._forward()
    settle(lambda: first._sheet is not None)
    yield "first-run-sheet"
    first.typed.setText(first.expected_group())
    first._forward()
    yield "first-run-done"
    program.show_unlock("")
    yield "unlock"
    unlock = program.window.centralWidget()
    unlock.password.setText("falsch")
    unlock.unlock()
    settle(lambda: unlock.trouble.isVisible())
    yield "unlock-wrong"
    unlock.go_to_recovery()
    yield "unlock-recovery"
    shutil.rmtree(studio.folder / "workspace")
    yield from work_scenes(studio)


def work_scenes(studio: Studio) -> Iterator[str]:
    program = studio.program
    program.show_workbench(studio.empty())
    bench = program.workbench
    assert bench is not None
    yield from empty_scenes(studio, bench)
    close(studio, bench)
    program.show_workbench(studio.fill())
    bench = program.workbench
    assert bench is not None
    settle(lambda: bench.inbox.model.rowCount() > 0)
    yield "inbox"
    rows = {row.state: row.id for row in reversed(bench._rows)}
    yield from case_scenes(studio, bench, rows)
    yield from office_scenes(studio, bench)
    close(studio, bench)


def empty_scenes(studio: Studio, bench: Workbench) -> Iterator[str]:
    """What a new workspace shows."""
    settle(lambda: studio.program.tasks.busy == 0)
    yield "inbox-empty"
    bench.drop_frame.invite()
    yield "drop"
    bench.drop_frame.hide()
    bench.show_section(Section.REPLIES)
    yield "replies-empty"
    bench.show_section(Section.SETTINGS)
    settle(lambda: studio.program.tasks.busy == 0)
    yield "vendors-empty"


def case_scenes(studio: Studio, bench: Workbench, rows: dict[CaseState, str]) -> Iterator[str]:
    """A mail's way from the desk to the merged answer; ``rows``: a case in each state."""
    tasks = studio.program.tasks
    bench.open_at_desk(rows[CaseState.DETECTED])
    settle(lambda: bench.desk.status.checked and tasks.busy == 0)
    yield "desk"
    bench.open_at_desk(rows[CaseState.APPROVED])
    settle(lambda: bench.desk.status.state is CaseState.APPROVED)
    bench.open_export(rows[CaseState.APPROVED])
    settle(lambda: bench.export.preview is not None and tasks.busy == 0)
    yield "export"
    if studio.leaking:
        bench.open_at_desk(studio.leaking)
        bench.open_export(studio.leaking)
        settle(lambda: bench.export.preview is not None and tasks.busy == 0)
        yield "export-leak"
    bench.export.open_form()
    yield "export-new-vendor"
    bench.close_export()
    bench.show_section(Section.BOARD)
    yield "board"
    bench.open_reply(rows[CaseState.REPLIED])
    settle(lambda: bench.replies.merge.view is not None)
    yield "merge"
    bench.replies.merge.tabs.setCurrentIndex(1)
    yield "merge-difference"


def office_scenes(studio: Studio, bench: Workbench) -> Iterator[str]:
    """Audit, settings, and the bars that tell of trouble."""
    tasks = studio.program.tasks
    bench.show_section(Section.AUDIT)
    audit = bench.pages[Section.AUDIT]
    settle(lambda: tasks.busy == 0)
    audit.check()
    settle(lambda: audit.verdict.isVisible() and tasks.busy == 0)
    yield "audit"
    bench.show_section(Section.SETTINGS)
    settle(lambda: tasks.busy == 0)
    yield "vendors"
    bench.pages[Section.SETTINGS].tabs.setCurrentIndex(1)
    yield "settings"
    bench.show_section(Section.INBOX)
    bench.bars.problem("unreadable_file", file="alt.msg", reason="damaged")
    bench.bars.undoable("„Werkstatt Nord“ ist entfernt.", lambda: None)
    bench.bars.error(RuntimeError("Bild"))
    yield "bars"
    bench.bars.clear()
    bench._search("gibtesnicht")
    settle(lambda: bench.inbox.model.rowCount() == 0)
    yield "search-nothing"


def close(studio: Studio, bench: Workbench) -> None:
    done: list[bool] = []
    bench.end("switch", lambda: done.append(True))
    settle(lambda: bool(done))
    shutil.rmtree(studio.folder / "workspace")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", action="append")
    parser.add_argument("--theme", action="append", choices=[look.value for look in Look])
    parser.add_argument("--language", default="de", choices=["de", "en"])
    args = parser.parse_args()
    application = QApplication(sys.argv[:1])
    application.setFont(QFont("DejaVu Sans", 10))
    application.setQuitOnLastWindowClosed(False)
    args.out.mkdir(parents=True, exist_ok=True)
    sizes = [tuple(map(int, size.split("x"))) for size in args.size or ["1366x768"]]
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(application, Path(folder), args.language)
        program = studio.program
        program.window.show()
        program._load_detector()
        for name in scenes(studio):
            if args.names and name not in args.names:
                continue
            for size in sizes:
                for theme in args.theme or ["light"]:
                    program._preferences.theme = Look(theme)
                    program.window.resize(*size)
                    settle()
                    picture = args.out / f"{name}-{theme}-{args.language}-{size[0]}.png"
                    program.window.grab().save(str(picture))
        program.window.close()
        settle(lambda: program.ended)
    return 0


if __name__ == "__main__":
    sys.exit(main())
