"""Replies come back: they find their case, every token shows its state, the answer leaves."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain import CaseState, TokenState
from desktop.exchange.difference import ChangeKind, difference
from desktop.exchange.vendors import Vendor
from desktop.services import exporting, inbox, intake, review, vendors
from desktop.services.context import Context
from desktop.ui import files
from desktop.ui import merge as merge_module
from desktop.ui.main_window import Workbench
from desktop.ui.merge import Merge
from desktop.ui.merge_changes import readable, shared
from desktop.ui.sidebar import Section
from desktop.ui.textpane import LONGEST_LINE
from desktop.ui.theme import UNIT, Mode


@dataclass(frozen=True)
class Sent:
    case_id: str
    package_id: str
    tokens: tuple[str, ...]


@pytest.fixture
def sent(ctx: Context, mail_file: Path) -> Sent:
    """A case whose package is with the vendor."""
    (case_id,) = intake.import_paths(ctx, paths=[mail_file]).case_ids
    review.detect(ctx, case_id=case_id)
    review.approve(ctx, case_id=case_id, override_reason="Selbst gelesen")
    vendor = vendors.add_vendor(ctx, vendor=Vendor(id="", name="Werkstatt Nord"))
    result = exporting.export(ctx, case_id=case_id, vendor_id=vendor.id, accept_uncertain=True)
    return Sent(case_id, result.package_id, result.tokens)


def name_token(sent: Sent) -> str:
    return next(token for token in sent.tokens if token.startswith("[NAME"))


def phone_token(sent: Sent) -> str:
    return next(token for token in sent.tokens if token.startswith("[TELEFON"))


def reply_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "antwort.txt"
    path.write_text(text, "utf-8")
    return path


def drop(bench: Workbench, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(600, 300), copy, data, left, none)
    QApplication.sendEvent(bench, entering)
    QApplication.sendEvent(bench, QDropEvent(QPointF(600, 300), copy, data, left, none))


def opened(qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path, text: str) -> Merge:
    drop(bench, reply_file(tmp_path, text))
    merge = bench.replies.merge
    qtbot.waitUntil(lambda: merge.view is not None, timeout=20_000)
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=20_000)
    return merge


def whole_reply(sent: Sent) -> str:
    return (
        f"Antwort zu {sent.package_id}\n\nGuten Tag {name_token(sent)},\n"
        f"wir rufen Sie unter {phone_token(sent)} an."
    )


def test_a_dropped_reply_opens_its_case(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path, ctx: Context
) -> None:
    bench.show_section(Section.SETTINGS)
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    assert bench.section() is Section.REPLIES
    assert merge.case_id == sent.case_id
    assert "Guten Tag Annegret Brömmelkamp," in merge.answer.plain()
    assert "0591 / 80 44 217" in merge.answer.plain()
    assert name_token(sent) in merge.reply.plain()
    assert bench.replies.model.rowCount() == 1
    assert inbox.list_cases(ctx)[0].state is CaseState.REPLIED


def test_every_token_shows_its_state(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path
) -> None:
    text = f"{sent.package_id}: {name_token(sent)} und nochmals {name_token(sent)}, [NAME-9-QQQ]"
    merge = opened(qtbot, bench, sent, tmp_path, text)
    states = {row.token: row.state for row in merge.tokens._rows}
    assert states[name_token(sent)] is TokenState.REPEATED
    assert states[phone_token(sent)] is TokenState.MISSING
    assert states["[NAME-9-QQQ]"] is TokenState.FOREIGN
    assert set(sent.tokens) <= set(states)
    assert merge.tokens.topLevelItem(0).text(1) == "fremd", "what needs a human stands first"
    assert "bitte prüfen" in merge.counts.full_text()
    assert merge.notice.property("tone") == "warning"


def test_choosing_a_token_shows_its_place(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path
) -> None:
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    row = next(
        number
        for number in range(merge.tokens.topLevelItemCount())
        if merge.tokens.topLevelItem(number).text(0) == phone_token(sent)
    )
    merge.tokens.setCurrentItem(merge.tokens.topLevelItem(row))
    assert merge.reply.textCursor().selectedText() == phone_token(sent)
    assert merge.answer.textCursor().selectedText() == "0591 / 80 44 217"


def test_an_edited_answer_is_kept(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path
) -> None:
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    qtbot.keyClicks(merge.answer, "Hallo! ")
    merge.flush()
    merge.show_empty()
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=10_000)
    merge.open_case(sent.case_id)
    qtbot.waitUntil(lambda: merge.view is not None, timeout=10_000)
    assert merge.answer.plain().startswith("Hallo! ")


def test_copying_is_cleared_again(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path, ctx: Context
) -> None:
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    merge.copy_button.click()
    assert "Brömmelkamp" in QApplication.clipboard().text()
    assert bench.clipboard.holding
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=10_000)
    assert inbox.list_cases(ctx)[0].state is CaseState.ANSWERED
    bench.clipboard.clear()
    assert QApplication.clipboard().text() == ""


def test_the_draft_is_written_and_handed_to_the_mail_program(
    qtbot: QtBot,
    bench: Workbench,
    sent: Sent,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    out, handed = tmp_path / "entwurf.eml", []
    monkeypatch.setattr(merge, "_choose_path", lambda *_args, **_words: out)
    monkeypatch.setattr(files, "open_with_program", lambda path: bool(handed.append(path)) or True)
    bench.activateWindow()
    merge.answer.setFocus()
    qtbot.waitUntil(merge.answer.hasFocus)
    with qtbot.waitSignal(merge.answered, timeout=10_000):
        qtbot.keyClick(merge.answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert handed == [out]
    draft = out.read_text("utf-8")
    assert "X-Unsent: 1" in draft
    assert "annegret.broemmelkamp@mail.example" in draft
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=10_000)


def test_printing_is_noted(
    qtbot: QtBot,
    bench: Workbench,
    sent: Sent,
    tmp_path: Path,
    ctx: Context,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    printed: list[str] = []
    monkeypatch.setattr(
        merge_module,
        "print_document",
        lambda document, _parent: bool(printed.append(document.toPlainText())) or True,
    )
    with qtbot.waitSignal(merge.answered, timeout=10_000):
        merge.print_button.click()
    assert "Brömmelkamp" in printed[0]
    assert inbox.list_cases(ctx)[0].state is CaseState.ANSWERED
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=10_000)


def test_somebody_elses_reply_is_not_a_case_of_ours(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path, ctx: Context
) -> None:
    drop(bench, reply_file(tmp_path, "Antwort zu TW-0000000000X: [NAME-1-ABC] ist unbekannt."))
    qtbot.waitUntil(lambda: len(bench.bars.bars()) > 0, timeout=10_000)
    qtbot.waitUntil(lambda: bench.shell.tasks.busy == 0, timeout=10_000)
    assert bench.replies.merge.view is None


def test_the_same_reply_twice_is_said(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path
) -> None:
    opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    bench.bars.clear()
    drop(bench, tmp_path / "antwort.txt")
    qtbot.waitUntil(lambda: len(bench.bars.bars()) > 0, timeout=10_000)
    assert "ist schon da" in bench.bars.bars()[0].headline


def test_the_theme_changes_under_an_open_reply(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path
) -> None:
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent))
    before = merge.answer.plain()
    bench.shell.theme.set_mode(Mode.DARK)
    assert merge.answer.plain() == before
    bench.shell.theme.set_mode(Mode.LIGHT)


def test_lines_stay_readable_on_a_wide_screen(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path
) -> None:
    merge = opened(qtbot, bench, sent, tmp_path, whole_reply(sent) + " Und noch mehr." * 80)
    bench.resize(2560, 1440)
    longest = merge.answer.fontMetrics().averageCharWidth() * LONGEST_LINE
    qtbot.waitUntil(lambda: merge.answer.width() > 1.2 * longest)
    assert merge.answer.document().idealWidth() <= longest + 4 * UNIT
    bench.resize(1366, 768)
    qtbot.waitUntil(lambda: merge.answer.width() < longest)
    assert merge.answer.document().idealWidth() <= merge.answer.viewport().width()


def test_markup_in_a_reply_stays_text(
    qtbot: QtBot, bench: Workbench, sent: Sent, tmp_path: Path
) -> None:
    text = f"{sent.package_id}: 3 < 5 & \"so\" <img src='http://leak.example/x.png'>"
    merge = opened(qtbot, bench, sent, tmp_path, text)
    assert "3 < 5" in merge.reply.plain()


# --- the difference ---------------------------------------------------------------------------

WORDS = st.text(alphabet="ab [N1]\n.", max_size=60)


@given(WORDS, WORDS)
def test_readable_changes_tile_both_texts(before: str, after: str) -> None:
    changes = readable(difference(before, after), after)
    assert "".join(before[slice(*change.sent)] for change in changes) == before
    assert "".join(after[slice(*change.received)] for change in changes) == after
    assert 0.0 <= shared(changes) <= 1.0
    kinds = [change.kind is ChangeKind.SAME for change in changes]
    assert all(one != other for one, other in pairwise(kinds))


def test_a_few_common_words_do_not_tear_a_sentence() -> None:
    before = "Die Pumpe im Keller tropft und wir brauchen Hilfe."
    after = "Wir haben die Dichtung und den Filter gewechselt."
    changes = readable(difference(before, after), after)
    assert sum(change.kind is not ChangeKind.SAME for change in changes) == 1


def test_a_token_in_common_stays_visible() -> None:
    before, after = "Vorher [NAME-1-ABC] hier", "Nachher [NAME-1-ABC] dort"
    changes = readable(difference(before, after), after)
    same = [after[slice(*c.received)] for c in changes if c.kind is ChangeKind.SAME]
    assert any("[NAME-1-ABC]" in text for text in same)
