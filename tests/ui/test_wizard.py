"""The first run: its decisions, and the real screens making a real vault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services import workspace
from desktop.ui.preferences import Preferences
from desktop.ui.shell import Shell
from desktop.ui.wizard import FirstRun
from desktop.ui.wizard_logic import Draft, Step, Wizard, groups, last_group, sheet_confirmed

GOOD = Draft(name="Erika Beck", password="Birke Turbine 12", repeat="Birke Turbine 12", score=4)
CODE = "Q0BSN-K76YW-BBE9H-S699G-0DEAE-P3J1Q-7NEXW-X3PTY"


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (Draft(), "name_missing"),
        (replace(GOOD, name="  "), "name_missing"),
        (replace(GOOD, password="kurz"), "password_short"),
        (replace(GOOD, score=1), "password_weak"),
        (replace(GOOD, repeat=""), "repeat_missing"),
        (replace(GOOD, repeat="anders"), "passwords_differ"),
        (GOOD, ""),
    ],
)
def test_the_first_problem_is_named(draft: Draft, problem: str) -> None:
    assert draft.problem() == problem


def test_the_own_name_counts_as_guessable() -> None:
    assert Draft(name="Dr. Erika Beck").user_inputs() == ("Dr", "Erika", "Beck")


def test_steps_go_on_only_when_nothing_is_missing() -> None:
    wizard = Wizard().forward()
    assert wizard.step is Step.PASSWORD
    assert wizard.forward() is wizard
    assert wizard.back().step is Step.WELCOME
    made = replace(wizard, draft=GOOD).created(CODE)
    assert made.draft == Draft(), "the password is forgotten once the vault is made"
    assert made.back() is made
    assert made.forward() is made
    done = replace(made, typed="x3pty").forward()
    assert done.step is Step.DONE
    assert done.forward() is done


@pytest.mark.parametrize("typed", ["X3PTY", "x3pty", " X3 PTY ", "-X3PTY"])
def test_the_last_group_confirms_the_sheet(typed: str) -> None:
    assert sheet_confirmed(CODE, typed)


@given(st.text())
def test_nothing_else_confirms_it(typed: str) -> None:
    if "".join(typed.split()).strip("-").upper() != "X3PTY":
        assert not sheet_confirmed(CODE, typed)


def test_no_code_is_never_confirmed() -> None:
    assert last_group("") == ""
    assert groups("") == ()
    assert not sheet_confirmed("", "")


# --- the screens ------------------------------------------------------------------------------


@pytest.fixture
def first_run(qtbot: QtBot, shell: Shell, tmp_path: Path) -> FirstRun:
    fresh = tmp_path / "neu"
    new = replace(shell, workspace=fresh, preferences=Preferences(fresh))
    widget = FirstRun(new)
    widget.resize(1366, 768)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_vault_is_made_by_keyboard(qtbot: QtBot, first_run: FirstRun, tmp_path: Path) -> None:
    assert not (tmp_path / "neu").exists(), "looking at the first page must leave no trace"
    qtbot.mouseClick(first_run.next_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first_run.name, "Erika Beck")
    qtbot.keyClicks(first_run.password.password, "Birke Turbine 12 Sofa")
    assert not first_run.next_button.isEnabled()
    qtbot.waitUntil(lambda: first_run.password.score >= 2)
    qtbot.keyClicks(first_run.password.repeat, "Birke Turbine 12 Sofa")
    assert first_run.next_button.isEnabled()
    qtbot.keyClick(first_run.password.repeat, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first_run.wizard.step is Step.RECOVERY, timeout=20_000)
    assert workspace.exists(tmp_path / "neu")
    assert first_run.password.password.text() == ""
    assert not first_run.back_button.isVisible()
    assert not first_run.next_button.isEnabled()
    qtbot.waitUntil(first_run.pages.isEnabled)
    assert first_run.focusWidget() is first_run.typed
    shown = groups(first_run.code.text().replace("\n", "-").replace("–", "-"))
    assert shown == groups(first_run.wizard.recovery_code)
    qtbot.keyClicks(first_run.typed, first_run.expected_group().lower())
    qtbot.keyClick(first_run.typed, Qt.Key.Key_Return)
    assert first_run.wizard.step is Step.DONE
    with qtbot.waitSignal(first_run.finished) as finished:
        qtbot.mouseClick(first_run.next_button, Qt.MouseButton.LeftButton)
    assert finished.args == ["Birke Turbine 12 Sofa", "Erika Beck"]


def test_what_is_missing_is_said(qtbot: QtBot, first_run: FirstRun) -> None:
    first_run._forward()
    assert first_run.hint.text() == "Tragen Sie Ihren Namen ein."
    first_run.name.setText("Erika Beck")
    first_run.password.password.setText("kurz")
    assert first_run.hint.text() == "Das Passwort ist noch zu kurz."


def test_a_folder_that_cannot_be_written_is_explained(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    blocked = tmp_path / "datei"
    blocked.write_text("im Weg")
    widget = FirstRun(replace(shell, workspace=blocked / "neu"))
    qtbot.addWidget(widget)
    widget.show()
    widget.wizard = replace(widget.wizard, draft=GOOD, step=Step.PASSWORD)
    widget._show()
    widget._forward()
    qtbot.waitUntil(widget.trouble.isVisible)
    assert widget.wizard.step is Step.PASSWORD
    assert widget.next_button.isEnabled()


def test_the_language_can_be_chosen_first(qtbot: QtBot, first_run: FirstRun) -> None:
    with qtbot.waitSignal(first_run.language_chosen) as chosen:
        first_run.language.setCurrentIndex(first_run.language.findData("en"))
        first_run.language.activated.emit(first_run.language.currentIndex())
    assert chosen.args == ["en"]


def test_the_sheet_can_be_saved(
    qtbot: QtBot, first_run: FirstRun, tmp_path: Path, clock: object
) -> None:
    from desktop.ui.sheet import save_pdf
    from desktop.vault.recovery import RecoverySheet

    sheet = RecoverySheet(CODE, clock(), "W-1234")  # type: ignore[operator]
    save_pdf(sheet, tmp_path / "blatt.pdf")
    assert (tmp_path / "blatt.pdf").read_bytes().startswith(b"%PDF")
