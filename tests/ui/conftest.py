"""Fixtures shared by all tests of the user interface."""

import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

# Screen-less by default; set QT_QPA_PLATFORM=xcb to watch a test or to run under Xvfb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.detect.detector import Detector, open_detector
from desktop.services import demo, intake, workspace
from desktop.services.context import Context
from desktop.ui.desk import Desk
from desktop.ui.desk_reviews import ServiceReviews
from desktop.ui.main_window import Workbench
from desktop.ui.preferences import Preferences
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Mode, Theme
from desktop.vault.keys import KdfParams
from tests.ui.desk_driver import settle


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """One application with a fixed font, so that sizes do not depend on the machine."""
    qapp.setFont(QFont("DejaVu Sans", 10))
    qapp.setApplicationName("Trennwerk")
    return qapp


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    result = Theme(Mode.LIGHT)
    result.apply(qapp)
    return result


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """A task runner that must have ended all its threads when the test is over."""
    result = Tasks()
    yield result
    assert result.shutdown(), "a background thread was still running at the end of the test"


PASSWORD = "Nur für Prüfungen 17"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An unlocked real workspace in a temporary folder; the rules are its only detector."""
    path = tmp_path / "workspace"

    def clock() -> datetime:
        return datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    quick = KdfParams(memory_kib=8, iterations=1, lanes=1)
    workspace.create(path, password=PASSWORD, user_name="Erika Beck", clock=clock, kdf=quick)
    with open_detector(with_model=False) as detector:
        opened = workspace.unlock(path, password=PASSWORD, detector=detector, clock=clock)
        yield opened
        workspace.lock(opened)


# --- the real program on a workspace of its own ------------------------------------------------

DROPPED = """From: Annegret Brömmelkamp <annegret.broemmelkamp@mail.example>
To: service@solar.example
Subject: Wechselrichter zeigt Fehler 3026
Date: Thu, 12 Mar 2026 14:02:00 +0100
Message-ID: <1@mail.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Guten Tag,

mein Wechselrichter zeigt den Fehler. Bitte rufen Sie mich an: 0591 / 80 44 217.

Mit freundlichen Grüßen
Annegret Brömmelkamp
"""


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 12, 14, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(scope="session")
def detector() -> Iterator[Detector]:
    """The rules; the model has its own tests, and every mail then says what was not checked."""
    result = open_detector(with_model=False)
    yield result
    result.close()


@pytest.fixture
def workspace_folder(tmp_path: Path, clock: SetClock) -> Path:
    folder = tmp_path / "workspace"
    workspace.create(folder, password=PASSWORD, user_name="Erika Beck", clock=clock, kdf=demo.QUICK)
    return folder


@pytest.fixture
def ctx(workspace_folder: Path, detector: Detector, clock: SetClock) -> Iterator[Context]:
    result = workspace.unlock(workspace_folder, password=PASSWORD, detector=detector, clock=clock)
    yield result
    if not result.vault.locked:
        workspace.lock(result)


@pytest.fixture
def shell(
    workspace_folder: Path, theme: Theme, tasks: Tasks, clock: SetClock, detector: Detector
) -> Shell:
    return Shell(
        workspace=workspace_folder,
        theme=theme,
        tasks=tasks,
        preferences=Preferences(workspace_folder),
        clock=clock,
        random=secrets.token_bytes,
        detector=lambda: detector,
        language="de",
    )


@pytest.fixture
def password() -> str:
    return PASSWORD


@pytest.fixture
def mail_file(tmp_path: Path) -> Path:
    path = tmp_path / "nachricht.eml"
    path.write_text(DROPPED, "utf-8")
    return path


MAIL = b"""From: Annegret Beispiel <annegret@beispiel.example>
To: service@helfer.example
Subject: Anlage steht \xe2\x80\x93 bitte melden
Content-Type: text/plain; charset=utf-8

Guten Tag,

bitte rufen Sie mich an: Telefon 05931 / 80 44 217 oder
annegret@beispiel.example. Es geht um \xf0\x9f\x98\x80 die Heizung von Max Muster.
Herr Muster ist nur abends da, Max Muster hat den Schl\xc3\xbcssel.

Mit freundlichen Gr\xc3\xbc\xc3\x9fen
Annegret Beispiel
"""


@pytest.fixture
def case_id(context: Context) -> str:
    return intake.import_bytes(context, name="a.eml", data=MAIL).case_ids[0]


@pytest.fixture
def desk(qtbot: QtBot, context: Context, tasks: Tasks, theme: Theme) -> Desk:
    result = Desk(ServiceReviews(lambda: context), tasks, theme)
    qtbot.addWidget(result)
    result.resize(1280, 720)
    result.show()
    return result


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, case_id: str) -> Desk:
    """The desk with the case on it and its first detection done."""
    desk.open_case(case_id)
    settle(qtbot, desk)
    desk.activateWindow()
    desk.views.take_focus()
    return desk


@pytest.fixture
def bench(qtbot: QtBot, shell: Shell, ctx: Context, tasks: Tasks) -> Iterator[Workbench]:
    widget = Workbench(shell, ctx)
    widget.resize(1366, 768)
    qtbot.addWidget(widget)
    widget.show()
    widget.begin()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    yield widget
    done: list[bool] = []
    widget.end("exit", lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
