"""Settings count at once and are remembered; the watched folder takes in; the log is proved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.errors import UserError
from desktop.services import intake
from desktop.services.context import Context
from desktop.ui import files
from desktop.ui.audit_page import AuditPage
from desktop.ui.bars import MAX_BARS, Bars, Tone
from desktop.ui.icons import Icons
from desktop.ui.main_window import Workbench
from desktop.ui.preferences import Look, Preferences
from desktop.ui.settings_page import SettingsPage
from desktop.ui.shell import Shell
from desktop.ui.sidebar import Section
from desktop.ui.tasks import Tasks
from desktop.ui.window import restore_geometry, save_geometry


@pytest.fixture
def bars(qtbot: QtBot, shell: Shell) -> Bars:
    result = Bars(Icons(shell.theme))
    result.resize(900, 200)
    qtbot.addWidget(result)
    result.show()
    return result


def page(qtbot: QtBot, shell: Shell, ctx: Context, bars: Bars) -> SettingsPage:
    widget = SettingsPage(shell, ctx, bars)
    qtbot.addWidget(widget)
    return widget


def test_choices_are_remembered(
    qtbot: QtBot, shell: Shell, ctx: Context, bars: Bars, workspace_folder: Path
) -> None:
    widget = page(qtbot, shell, ctx, bars)
    widget.theme.setCurrentIndex(widget.theme.findData(Look.DARK))
    widget._theme_chosen()
    widget.lock.setCurrentIndex(widget.lock.findData(3))
    widget.lock.activated.emit(widget.lock.currentIndex())
    widget.quote.setChecked(False)
    again = Preferences(workspace_folder)
    assert again.theme is Look.DARK
    assert again.lock_minutes == 3
    assert not again.quote_original


def test_nothing_is_written_before_the_vault_is_made(tmp_path: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path / "neu")
    preferences.theme = Look.DARK
    assert not (tmp_path / "neu").exists()
    (tmp_path / "neu").mkdir()
    preferences.store()
    assert Preferences(tmp_path / "neu").theme is Look.DARK


def test_damaged_layouts_are_forgotten(tmp_path: Path, qtbot: QtBot) -> None:
    broken = replace(settings.load(tmp_path), columns="{kein json", theme="contrast-light")
    settings.save(tmp_path, broken)
    preferences = Preferences(tmp_path)
    assert preferences.layout("inbox").isEmpty()
    assert preferences.theme is Look.CONTRAST


def test_the_place_of_the_window_is_remembered(qtbot: QtBot, bars: Bars, shell: Shell) -> None:
    bars.resize(777, 222)
    save_geometry(bars, shell.preferences, "probe")
    shell.preferences.store()
    bars.resize(100, 100)
    restore_geometry(bars, Preferences(shell.workspace), "probe")
    assert bars.width() == 777


def test_a_place_that_makes_no_sense_is_not_taken(qtbot: QtBot, bars: Bars, shell: Shell) -> None:
    shell.preferences.set_layout("probe", QByteArray(b"unsinn"))
    restore_geometry(bars, shell.preferences, "probe")
    assert bars.screen().availableGeometry().intersects(bars.geometry())


def test_a_backup_is_written_and_told(
    qtbot: QtBot,
    shell: Shell,
    ctx: Context,
    bars: Bars,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "save_path", lambda *_args, **_words: tmp_path / "sicherung.twb")
    page(qtbot, shell, ctx, bars).backup()
    qtbot.waitUntil(lambda: shell.tasks.busy == 0, timeout=20_000)
    assert (tmp_path / "sicherung.twb").exists()
    assert bars.bars()[0].headline == "Die Sicherung ist geschrieben und geprüft."


# --- the watched folder -------------------------------------------------------------------------


def test_what_lies_in_the_watched_folder_is_taken_in(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, mail_file: Path
) -> None:
    folder = tmp_path / "eingang"
    folder.mkdir()
    bench.shell.preferences.watched_folder = folder
    assert bench.watched.watching
    part = folder / "neu.eml.part"
    part.write_text(mail_file.read_text("utf-8"), "utf-8")
    part.rename(folder / "neu.eml")
    qtbot.waitUntil(lambda: bench.inbox.model.rowCount() == 1, timeout=20_000)
    assert bench.desk.case_id == "", "the user stays where they are"
    (news,) = bench.bars.bars()
    assert news.headline == "Neue Nachricht im überwachten Ordner."
    news.action_button.click()
    assert bench.desk.case_id == "C-2026-0001"
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=20_000)
    bench.shell.preferences.watched_folder = None
    assert not bench.watched.watching


def test_a_watched_folder_that_is_gone_is_said(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    bench.shell.preferences.watched_folder = tmp_path / "fort"
    assert bench.bars.bars()[0].headline == "Der überwachte Ordner ist nicht da."
    assert not bench.watched.watching


# --- the log ------------------------------------------------------------------------------------


def test_the_log_is_listed_and_proved(
    qtbot: QtBot, shell: Shell, ctx: Context, bars: Bars, mail_file: Path
) -> None:
    intake.import_paths(ctx, paths=[mail_file])
    widget = AuditPage(shell, ctx, bars)
    widget.resize(1100, 600)
    qtbot.addWidget(widget)
    widget.show()
    widget.refresh()
    qtbot.waitUntil(lambda: widget.model.rowCount() > 0, timeout=10_000)
    newest = [widget.model.index(0, column).data() for column in range(5)]
    assert newest[2:4] == ["Nachricht übernommen", "C-2026-0001"]
    widget.check_button.click()
    qtbot.waitUntil(widget.verdict.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: shell.tasks.busy == 0, timeout=10_000)
    assert widget.headline.text() == "Das Protokoll ist vollständig und unverändert."
    assert widget.verdict.property("tone") == "success"
    assert widget.check_button.isEnabled()


def test_nothing_personal_is_in_the_log(
    qtbot: QtBot, shell: Shell, ctx: Context, bars: Bars, mail_file: Path
) -> None:
    intake.import_paths(ctx, paths=[mail_file])
    widget = AuditPage(shell, ctx, bars)
    qtbot.addWidget(widget)
    widget.refresh()
    qtbot.waitUntil(lambda: widget.model.rowCount() > 0, timeout=10_000)
    shown = " ".join(
        str(widget.model.index(row, column).data())
        for row in range(widget.model.rowCount())
        for column in range(5)
    )
    assert "Brömmelkamp" not in shown
    assert "Wechselrichter" not in shown


# --- bars ---------------------------------------------------------------------------------------


def test_errors_stay_and_news_go(qtbot: QtBot, bars: Bars) -> None:
    bars.say("Gespeichert.", tone=Tone.SUCCESS, seconds=1)
    bars.error(UserError("disk_full", file="x"))
    qtbot.waitUntil(lambda: len(bars.bars()) == 1, timeout=5_000)
    assert bars.bars()[0].headline == "Der Datenträger ist voll."
    assert bars.bars()[0].tone is Tone.WARNING


def test_a_bug_shows_its_reference(qtbot: QtBot, bars: Bars) -> None:
    bars.error(RuntimeError("Annegret"))
    (bar,) = bars.bars()
    assert bar.tone is Tone.DANGER
    assert "F-" in bar.advice
    assert "Annegret" not in bar.headline + bar.advice


def test_only_a_few_bars_and_none_twice(qtbot: QtBot, bars: Bars) -> None:
    for number in range(6):
        bars.say(f"Hinweis {number}", tone=Tone.WARNING)
    bars.say("Hinweis 5", tone=Tone.WARNING)
    assert len(bars.bars()) == MAX_BARS
    assert bars.bars()[-1].headline == "Hinweis 5"


def test_undo_runs_once_and_closes(qtbot: QtBot, bars: Bars) -> None:
    undone: list[bool] = []
    bar = bars.undoable("Entfernt.", lambda: undone.append(True))
    bar.action_button.click()
    assert undone == [True]
    assert not bars.bars()


def test_work_shows_progress_and_can_be_cancelled(qtbot: QtBot, bars: Bars, tasks: Tasks) -> None:
    from threading import Event

    from desktop.domain import Cancel, Progress

    started, go = Event(), Event()

    def work(cancel: Cancel, progress: Progress) -> None:
        progress(1, 3)
        started.set()
        go.wait(10)
        cancel.check()

    bar = bars.follow(tasks.run(work), "Nachrichten werden gelesen")
    assert started.wait(10)
    qtbot.waitUntil(lambda: "1 von 3" in bar.words.full_text())
    bar.cancel_button.click()
    go.set()
    qtbot.waitUntil(lambda: bool(bars.bars()), timeout=5_000)
    assert bars.bars()[0].headline == "Abgebrochen."


def test_sections_count_what_waits(qtbot: QtBot, bench: Workbench, mail_file: Path) -> None:
    intake.import_paths(bench.ctx, paths=[mail_file])
    bench.listing.refresh()
    button = bench.sidebar.buttons[Section.INBOX]
    qtbot.waitUntil(lambda: button.count == 1, timeout=10_000)
    assert button.accessibleName() == "Posteingang (1)"
