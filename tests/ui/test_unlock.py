"""Unlocking with the password, or with the recovery sheet; the program's course around it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.detect.detector import Detector, open_detector
from desktop.domain import Clock
from desktop.services import demo, workspace
from desktop.ui.main_window import Workbench
from desktop.ui.preferences import Look
from desktop.ui.shell import Shell
from desktop.ui.sidebar import Section
from desktop.ui.start import Program
from desktop.ui.theme import Mode
from desktop.ui.unlock import Unlock
from desktop.ui.wizard import FirstRun


@pytest.fixture
def unlock(qtbot: QtBot, shell: Shell) -> Unlock:
    widget = Unlock(shell)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_the_password_opens(qtbot: QtBot, unlock: Unlock, password: str) -> None:
    assert not unlock.unlock_button.isEnabled()
    unlock.password.setText(password)  # QTest knows no umlauts
    with qtbot.waitSignal(unlock.unlocked, timeout=10_000) as opened:
        qtbot.keyClick(unlock.password, Qt.Key.Key_Return)
    assert unlock.password.text() == ""
    workspace.lock(opened.args[0])


def test_a_wrong_password_is_said_and_can_be_mended(
    qtbot: QtBot, unlock: Unlock, password: str
) -> None:
    qtbot.keyClicks(unlock.password, "falsch")
    qtbot.mouseClick(unlock.unlock_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(unlock.trouble.isVisible, timeout=10_000)
    assert unlock.trouble.text().startswith("Das Passwort stimmt nicht.")
    assert unlock.password.property("invalid") == "true"
    assert unlock.password.selectedText() == "falsch"
    unlock.password.setText(password)  # QTest knows no umlauts
    assert not unlock.password.property("invalid")
    with qtbot.waitSignal(unlock.unlocked, timeout=10_000) as opened:
        unlock.unlock()
    workspace.lock(opened.args[0])


def test_the_recovery_sheet_opens_and_sets_a_password(
    qtbot: QtBot, shell: Shell, tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "vergessen"
    sheet = workspace.create(
        folder, password="gleich vergessen 1", user_name="Erika Beck", clock=clock, kdf=demo.QUICK
    )
    widget = Unlock(replace(shell, workspace=folder))
    qtbot.addWidget(widget)
    widget.show()
    widget.go_to_recovery()
    widget.code.setText(sheet.code.lower())
    widget.new_password.password.setText("Birke Turbine 12 Sofa")
    widget.new_password.repeat.setText("Birke Turbine 12 Sofa")
    qtbot.waitUntil(widget.recover_button.isEnabled, timeout=10_000)
    with qtbot.waitSignal(widget.unlocked, timeout=20_000) as opened:
        qtbot.mouseClick(widget.recover_button, Qt.MouseButton.LeftButton)
    workspace.lock(opened.args[0])


def test_a_wrong_code_is_said(qtbot: QtBot, unlock: Unlock) -> None:
    unlock.go_to_recovery()
    unlock.code.setText("unsinn")
    unlock.new_password.password.setText("Birke Turbine 12 Sofa")
    unlock.new_password.repeat.setText("Birke Turbine 12 Sofa")
    qtbot.waitUntil(unlock.recover_button.isEnabled, timeout=10_000)
    unlock.recover()
    qtbot.waitUntil(unlock.trouble.isVisible, timeout=10_000)
    assert "Code" in unlock.trouble.text()


# --- the program ------------------------------------------------------------------------------


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, workspace_folder: Path, clock: Clock
) -> Iterator[Program]:
    made: list[Detector] = []

    def make() -> Detector:
        made.append(open_detector(with_model=False))
        return made[-1]

    result = Program(
        qapp,
        workspace=workspace_folder,
        make_detector=make,
        clock=clock,
        random=secrets.token_bytes,
        language="de",
    )
    qapp.setQuitOnLastWindowClosed(False)
    qtbot.addWidget(result.window)
    yield result
    if not result.ended:
        with qtbot.waitSignal(result.finished, timeout=20_000):
            result.window.close()
    result.translations.use("de")


def open_workbench(qtbot: QtBot, program: Program, password: str) -> Workbench:
    program.show()
    unlock = program.window.centralWidget()
    assert isinstance(unlock, Unlock)
    unlock.password.setText(password)
    unlock.unlock()
    qtbot.waitUntil(lambda: program.workbench is not None, timeout=20_000)
    assert program.workbench is not None
    return program.workbench


def test_an_existing_vault_is_unlocked(qtbot: QtBot, program: Program, password: str) -> None:
    bench = open_workbench(qtbot, program, password)
    assert bench.section() is Section.INBOX
    assert program.window.windowTitle() == "Posteingang – Trennwerk"


def test_locking_covers_everything_and_unlocking_brings_it_back(
    qtbot: QtBot, program: Program, password: str
) -> None:
    bench = open_workbench(qtbot, program, password)
    bench.header.lock_button.click()
    unlock = program.window.centralWidget()
    assert isinstance(unlock, Unlock)
    assert program.window.windowTitle() == "Trennwerk"
    assert program.workbench is None
    qtbot.waitUntil(lambda: bench.ctx.vault.locked, timeout=10_000)
    unlock.password.setText(password)
    unlock.unlock()
    qtbot.waitUntil(lambda: program.workbench is not None, timeout=20_000)


def test_idle_says_why_it_locked(qtbot: QtBot, program: Program, password: str) -> None:
    bench = open_workbench(qtbot, program, password)
    bench.idle.lock_requested.emit("idle")
    unlock = program.window.centralWidget()
    assert isinstance(unlock, Unlock)
    assert unlock.note.text() == "Gesperrt, weil niemand da war."
    qtbot.waitUntil(lambda: bench.ctx.vault.locked, timeout=10_000)


def test_without_a_vault_the_first_run_opens(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock
) -> None:
    program = Program(
        qapp,
        workspace=tmp_path / "neu",
        make_detector=lambda: open_detector(with_model=False),
        clock=clock,
        random=secrets.token_bytes,
        language="de",
    )
    qapp.setQuitOnLastWindowClosed(False)
    qtbot.addWidget(program.window)
    program.show()
    assert isinstance(program.window.centralWidget(), FirstRun)
    with qtbot.waitSignal(program.finished, timeout=20_000):
        program.window.close()
    assert not (tmp_path / "neu").exists()


def test_the_demo_opens_with_its_mails(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock
) -> None:
    program = Program(
        qapp,
        workspace=tmp_path / "demo",
        make_detector=lambda: open_detector(with_model=False),
        clock=clock,
        random=secrets.token_bytes,
        language="de",
        demo=True,
    )
    qapp.setQuitOnLastWindowClosed(False)
    qtbot.addWidget(program.window)
    program.show()
    qtbot.waitUntil(
        lambda: program.workbench is not None and program.workbench.inbox.model.rowCount() > 10,
        timeout=30_000,
    )
    bench = program.workbench
    assert bench is not None
    bench.open_at_desk("C-2026-0002")
    qtbot.waitUntil(lambda: bench.desk.status.checked, timeout=30_000)
    bench.desk.session.approve("Rundgang")
    qtbot.waitUntil(lambda: bench.export.preview is not None, timeout=30_000)
    if bench.export.may_send():
        bench.export.send("text")
        qtbot.waitUntil(
            lambda: any("Beispielantwort" in bar.headline for bar in bench.bars.bars()),
            timeout=20_000,
        )
        offer = next(bar for bar in bench.bars.bars() if "Beispielantwort" in bar.headline)
        offer.action_button.click()
        qtbot.waitUntil(lambda: bench.replies.merge.view is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program.tasks.busy == 0, timeout=30_000)
    with qtbot.waitSignal(program.finished, timeout=20_000):
        program.window.close()


def test_closing_locks_and_ends_all_threads(qtbot: QtBot, program: Program, password: str) -> None:
    bench = open_workbench(qtbot, program, password)
    with qtbot.waitSignal(program.finished, timeout=20_000):
        program.window.close()
    assert bench.ctx.vault.locked
    assert program.tasks.busy == 0


def test_theme_and_language_change_while_it_runs(
    qtbot: QtBot, program: Program, password: str
) -> None:
    open_workbench(qtbot, program, password)
    program._preferences.theme = Look.DARK
    assert program.theme.mode is Mode.DARK
    program._preferences.language = "en"
    qtbot.waitUntil(
        lambda: (
            program.workbench is not None
            and program.workbench.sidebar.buttons[Section.INBOX].name == "Inbox"
        ),
        timeout=10_000,
    )
    assert program.workbench is not None
    assert not program.workbench.ctx.vault.locked
    assert program.workbench.ctx.language == "en"


def test_the_window_remembers_its_place(qtbot: QtBot, program: Program, password: str) -> None:
    open_workbench(qtbot, program, password)
    program.window.resize(1210, 733)
    with qtbot.waitSignal(program.finished, timeout=20_000):
        program.window.close()
    assert not program._preferences.layout("window").isEmpty()


def test_a_bug_that_nobody_caught_is_shown_with_its_number(
    qtbot: QtBot, program: Program, password: str
) -> None:
    bench = open_workbench(qtbot, program, password)
    program.report(ZeroDivisionError("Annegret Brömmelkamp"))
    (bar,) = bench.bars.bars()
    assert "F-" in bar.advice
    assert "Annegret" not in bar.headline + bar.advice
