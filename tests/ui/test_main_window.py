"""The workbench on the real services: from a dropped mail to the package, and everything around."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain import CaseState, Label
from desktop.exchange.vendors import Vendor
from desktop.services import inbox, intake, vendors
from desktop.services.context import Context
from desktop.ui.keys import Keys
from desktop.ui.main_window import Workbench
from desktop.ui.marks import StepKind, remove
from desktop.ui.shell import Shell
from desktop.ui.sidebar import Section


def drop(bench: Workbench, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(600, 300), copy, data, left, none)
    QApplication.sendEvent(bench, entering)
    QApplication.sendEvent(bench, QDropEvent(QPointF(600, 300), copy, data, left, none))


def drop_files(bench: Workbench, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(bench, data)


def quiet(qtbot: QtBot, bench: Workbench) -> None:
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=30_000)


def on_desk(qtbot: QtBot, bench: Workbench, mail_file: Path) -> str:
    drop_files(bench, mail_file)
    qtbot.waitUntil(lambda: bench.desk.status.checked, timeout=30_000)
    quiet(qtbot, bench)
    return bench.desk.case_id


def approved(qtbot: QtBot, bench: Workbench, mail_file: Path) -> str:
    case_id = on_desk(qtbot, bench, mail_file)
    # Only the rules looked at this mail, so a human must stand for it with a reason.
    bench.desk.commands.approve.trigger()
    qtbot.waitUntil(bench.desk.notices.reason.isVisible)
    bench.desk.notices.reason.field.setText("Selbst ganz gelesen")
    bench.desk.notices.reason.go.click()
    qtbot.waitUntil(lambda: bench.desk.status.state is CaseState.APPROVED, timeout=20_000)
    quiet(qtbot, bench)
    return case_id


def test_an_empty_window_says_what_to_do(bench: Workbench) -> None:
    assert bench.inbox.empty.isVisible()
    assert not bench.footer.button.isVisible()
    assert bench.focusWidget() is bench.header.import_button


def test_the_list_takes_the_keyboard_and_opens_nothing_by_itself(
    qtbot: QtBot, shell: Shell, ctx: Context, mail_file: Path
) -> None:
    (first,) = intake.import_paths(ctx, paths=[mail_file]).case_ids
    bench = Workbench(shell, ctx)
    qtbot.addWidget(bench)
    bench.show()
    bench.activateWindow()
    bench.begin()
    quiet(qtbot, bench)
    assert bench.focusWidget() is bench.inbox.list
    assert (bench.desk.case_id, bench.inbox.current_case()) == ("", first)
    qtbot.keyClick(bench.inbox.list, Qt.Key.Key_Return)
    assert bench.desk.case_id == first
    quiet(qtbot, bench)
    done: list[bool] = []
    bench.end("exit", lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)


def test_a_dropped_mail_is_on_the_desk(qtbot: QtBot, bench: Workbench, mail_file: Path) -> None:
    case_id = on_desk(qtbot, bench, mail_file)
    assert case_id == "C-2026-0001"
    assert bench.inbox.current_case() == case_id
    row = bench.inbox.model.rows()[0]
    assert row.title == "Wechselrichter zeigt Fehler 3026"
    assert row.state is CaseState.DETECTED
    assert not row.unread
    assert bench.desk.status.marks > 0
    assert "Nicht vollständig geprüft" in bench.footer.check.text()


def test_several_files_at_once_and_one_that_is_broken(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, mail_file: Path
) -> None:
    second = tmp_path / "zwei.eml"
    second.write_text(mail_file.read_text("utf-8").replace("3026", "3027").replace("<1@", "<2@"))
    broken = tmp_path / "leer.eml"
    broken.write_bytes(b"")
    drop_files(bench, mail_file, second, broken)
    qtbot.waitUntil(lambda: bench.inbox.model.rowCount() == 2, timeout=20_000)
    said = [bar.headline for bar in bench.bars.bars()]
    assert any("„leer.eml“ lässt sich nicht lesen" in words for words in said)
    assert "2 Nachrichten übernommen." in said
    quiet(qtbot, bench)


def test_the_same_mail_twice_is_said(qtbot: QtBot, bench: Workbench, mail_file: Path) -> None:
    on_desk(qtbot, bench, mail_file)
    bench.bars.clear()
    drop_files(bench, mail_file)
    qtbot.waitUntil(lambda: len(bench.bars.bars()) == 1)
    assert "ist schon da, als Vorgang C-2026-0001" in bench.bars.bars()[0].headline


def test_dropped_text_becomes_a_case(qtbot: QtBot, bench: Workbench) -> None:
    data = QMimeData()
    data.setText("Guten Tag, mein Name ist Erika Beck, die Pumpe tropft. Tel. 0591 / 80 44 217")
    drop(bench, data)
    qtbot.waitUntil(lambda: bench.desk.status.checked, timeout=20_000)
    quiet(qtbot, bench)


def test_a_drop_of_nothing_is_explained(bench: Workbench) -> None:
    data = QMimeData()
    data.setText("   ")
    drop(bench, data)
    assert bench.bars.bars()[0].headline == "Darin ist nichts, was sich übernehmen lässt."


def test_search_finds_and_says_when_not(qtbot: QtBot, bench: Workbench, mail_file: Path) -> None:
    on_desk(qtbot, bench, mail_file)
    qtbot.keyClicks(bench.header.search, "Wechselrichter")
    qtbot.waitUntil(lambda: bench.listing.query == "Wechselrichter")
    quiet(qtbot, bench)
    assert bench.inbox.model.rowCount() == 1
    bench.header.search.setText("Waschmaschine")
    qtbot.waitUntil(lambda: bench.inbox.model.rowCount() == 0)
    assert "Waschmaschine" in bench.inbox.empty.text()
    qtbot.keyClick(bench.header.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bench.inbox.model.rowCount() == 1)


def test_sections_by_keyboard(qtbot: QtBot, bench: Workbench) -> None:
    bench.activateWindow()
    qtbot.waitExposed(bench)
    for key, section in ((Qt.Key.Key_2, Section.BOARD), (Qt.Key.Key_5, Section.SETTINGS)):
        qtbot.keyClick(bench, key, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda section=section: bench.section() is section)
    quiet(qtbot, bench)


def test_every_section_opens(qtbot: QtBot, bench: Workbench) -> None:
    for section in Section:
        bench.show_section(section)
        quiet(qtbot, bench)
        assert not bench.grab().isNull()
    assert not bench.bars.bars()


def test_the_side_bar_narrows_with_the_window(qtbot: QtBot, bench: Workbench) -> None:
    wide = bench.sidebar.width()
    bench.resize(1100, 700)
    qtbot.waitUntil(lambda: bench.sidebar.width() < wide)
    bench.header.menu_button.click()
    assert bench.sidebar.width() == wide


def test_f1_lists_the_keys(qtbot: QtBot, bench: Workbench) -> None:
    qtbot.keyClick(bench, Qt.Key.Key_F1)
    (keys,) = bench.findChildren(Keys)
    assert keys.isVisible()
    assert not keys.isModal()
    shown = {each.text() for each in keys.findChildren(QLabel)}
    assert {"F8", "Nächster unsicherer Fund", "Sperren"} <= shown
    keys.close()


def test_lock_by_keyboard(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.locked) as locked:
        qtbot.keyClick(bench, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert locked.args == ["user"]


def test_a_case_is_put_away_and_taken_up_again(
    qtbot: QtBot, bench: Workbench, mail_file: Path, ctx: Context
) -> None:
    case_id = on_desk(qtbot, bench, mail_file)
    bench.bars.clear()
    bench.inbox.list.close_wanted.emit(case_id)
    qtbot.waitUntil(lambda: bench.inbox.model.rowCount() == 0, timeout=10_000)
    assert inbox.list_cases(ctx)[0].state is CaseState.CLOSED
    (bar,) = bench.bars.bars()
    bar.action_button.click()
    qtbot.waitUntil(lambda: bench.inbox.model.rowCount() == 1, timeout=10_000)
    quiet(qtbot, bench)


# --- out and back -----------------------------------------------------------------------------


def test_export_with_a_vendor_made_on_the_spot(
    qtbot: QtBot,
    bench: Workbench,
    ctx: Context,
    mail_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case_id = approved(qtbot, bench, mail_file)
    panel = bench.export
    qtbot.waitUntil(lambda: panel.isVisible() and panel.form.isVisible(), timeout=10_000)
    assert not panel.mail_button.isEnabled()
    panel.fields.name.setText("Werkstatt Nord")
    panel.fields.email.setText("technik@werkstatt.example")
    panel.add_button.click()
    qtbot.waitUntil(lambda: panel.preview is not None, timeout=10_000)
    assert not panel.form.isVisible()
    assert "Letzte Prüfung bestanden" in panel.verdict_text.text()
    assert "Brömmelkamp" not in panel.description.toPlainText()
    out = tmp_path / "paket.twp.json"
    monkeypatch.setattr(panel, "_choose_path", lambda *_args, **_words: out)
    with qtbot.waitSignal(panel.exported, timeout=10_000) as exported:
        panel.file_button.click()
    assert out.exists()
    assert "Brömmelkamp" not in out.read_text("utf-8")
    assert exported.args[0].package_id.startswith("TW-")
    quiet(qtbot, bench)
    assert inbox.list_cases(ctx)[0].state is CaseState.EXPORTED
    assert bench.desk.case_id == case_id
    assert not panel.isVisible()


def test_a_leak_keeps_the_package_in(
    qtbot: QtBot, bench: Workbench, ctx: Context, mail_file: Path
) -> None:
    vendors.add_vendor(ctx, vendor=Vendor(id="", name="Werkstatt Nord"))
    text = mail_file.read_text("utf-8")
    mail_file.write_text(text.replace("217.", "217. Abends auch 0591 / 80 44 217."), "utf-8")
    on_desk(qtbot, bench, mail_file)
    session = bench.desk.session
    _, second = [span for span in session.marks.spans if span.label is Label.PHONE]
    session.edit(StepKind.REMOVE, remove(session.text, session.marks, [second]))
    bench.desk.commands.approve.trigger()
    bench.desk.notices.reason.field.setText("Selbst ganz gelesen")
    bench.desk.notices.reason.go.click()
    panel = bench.export
    qtbot.waitUntil(lambda: panel.isVisible() and panel.preview is not None, timeout=20_000)
    assert [leak.label for leak in panel.preview.leaks] == [Label.PHONE]
    assert "Es geht nichts hinaus" in panel.verdict_text.text()
    assert not panel.may_send()
    assert not panel.file_button.isEnabled()
    panel.reopen_button.click()
    qtbot.waitUntil(lambda: bench.desk.status.state is CaseState.DETECTED, timeout=10_000)
    assert not panel.isVisible()
    quiet(qtbot, bench)
