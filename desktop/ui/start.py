"""The program's course: first run or unlocking, the work, locking, the end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.domain import Clock
from desktop.log import reference
from desktop.ui.messages import explain
from desktop.ui.preferences import Look, Preferences
from desktop.ui.shell import Shell, plain, wanted_mode
from desktop.ui.stage import Waiting, application_icon
from desktop.ui.stop_signals import StopSignals
from desktop.ui.tasks import Tasks
from desktop.ui.theme import UNIT, Theme
from desktop.ui.translations import Translations, system_language
from desktop.ui.window import restore_geometry, save_geometry

if TYPE_CHECKING:
    from desktop.detect.detector import Detector
    from desktop.services.context import Context
    from desktop.ui.main_window import Workbench

MINIMUM = (112 * UNIT, 72 * UNIT)
PATIENCE_MS = 10_000  # for the last saves when the window is closed


class Window(QMainWindow):
    """The one window. Its title never says what is in it."""

    closing = Signal()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


class Program(QObject):
    """Owns the window and decides what it shows; ``finished`` when all work has ended."""

    finished = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        workspace: Path,
        make_detector: Callable[[], Detector],
        clock: Clock,
        random: Callable[[int], bytes],
        language: str | None = None,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._application = application
        self.tasks = Tasks(self)
        preferences = Preferences(workspace, parent=self)
        self.theme = Theme(wanted_mode(preferences), self)
        self.theme.apply(application)
        self.translations = Translations(application)
        self._asked_language = language
        self.translations.use(language or preferences.language or system_language())
        self._detector: Future[Detector] = Future()
        self._make_detector = make_detector
        self._workspace, self._clock, self._random, self._demo = workspace, clock, random, demo
        self._preferences = preferences
        self.workbench: Workbench | None = None
        self.window = Window()
        self.window.setWindowTitle("Trennwerk")
        self.window.setWindowIcon(application_icon())
        self.window.setMinimumSize(*MINIMUM)
        self.window.closing.connect(self._end)
        self._ending = self.ended = False
        preferences.changed.connect(self._preference_changed)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def shell(self) -> Shell:
        return Shell(
            workspace=self._workspace,
            theme=self.theme,
            tasks=self.tasks,
            preferences=self._preferences,
            clock=self._clock,
            random=self._random,
            detector=self._detector.result,
            language=self.translations.language,
            demo=self._demo,
        )

    def show(self) -> None:
        """Show the window; the detector loads behind it once the first picture stands."""
        restore_geometry(self.window, self._preferences, "window")
        if self._demo:
            self._open_demo()
        elif has_vault(self._workspace):
            self.show_unlock()
        else:
            self.show_first_run()
        self.window.show()
        QTimer.singleShot(0, self._load_detector)

    # --- screens ----------------------------------------------------------------------------

    def show_first_run(self) -> None:
        from desktop.ui.wizard import FirstRun

        first_run = FirstRun(self.shell)
        first_run.finished.connect(self._made)
        first_run.language_chosen.connect(self._language_in_first_run)
        self._put(first_run)

    def show_unlock(self, note: str = "") -> None:
        from desktop.ui.unlock import Unlock

        unlock = Unlock(self.shell, note=note)
        unlock.unlocked.connect(self.show_workbench)
        self._put(unlock)
        unlock.password.setFocus()

    def show_workbench(self, ctx: Context) -> None:
        from desktop.ui.main_window import Workbench

        self.workbench = Workbench(self.shell, ctx)
        self.workbench.locked.connect(self._lock)
        self.workbench.section_changed.connect(self._name_section)
        self._put(self.workbench)
        self.workbench.begin()

    def _name_section(self, name: str) -> None:
        self.window.setWindowTitle(f"{name} – Trennwerk")

    def _put(self, screen: QWidget) -> None:
        if screen is not self.workbench:
            self.window.setWindowTitle("Trennwerk")
        self.window.setCentralWidget(screen)  # deletes the one before

    # --- course -----------------------------------------------------------------------------

    def _load_detector(self) -> None:
        def work() -> None:
            try:
                detector = self._make_detector()
                detector.start()
                self._detector.set_result(detector)
            except BaseException as error:  # handed on to whoever waits for the detector
                self._detector.set_exception(error)
                raise

        if not self._detector.done():
            self.tasks.run(plain(work), failed=self._note, lane="detector")

    def _note(self, error: Exception) -> None:
        reference(error)

    def _made(self, password: str, user_name: str) -> None:
        """Straight from the first run to the work: the password was just typed."""
        shell = self.shell

        def work() -> Context:
            from desktop.services import workspace

            return workspace.unlock(
                shell.workspace,
                password=password,
                user_name=user_name,
                detector=shell.detector(),
                clock=shell.clock,
                random=shell.random,
                language=shell.language,
            )

        self.tasks.run(
            plain(work),
            done=self.show_workbench,
            failed=lambda _error: self.show_unlock(),
            lane="vault",
        )

    def _open_demo(self) -> None:
        shell = self.shell

        def work() -> Context:
            from desktop.services import demo

            return demo.prepare(
                shell.workspace, detector=shell.detector(), clock=shell.clock, random=shell.random
            )

        waiting = Waiting(shell, self.tr("Der Rundgang wird vorbereitet …"))
        self._put(waiting)
        self.tasks.run(
            plain(work),
            done=self.show_workbench,
            failed=lambda error: waiting.explain(explain(error)),
            lane="vault",
        )

    def _lock(self, reason: str) -> None:
        """Cover the screen at once; what is unsaved is stored behind the cover."""
        if self._demo:
            self.window.close()
            return
        if self.workbench is None:
            return
        notes = {
            "idle": self.tr("Gesperrt, weil niemand da war."),
            "suspend": self.tr("Gesperrt, weil der Rechner geschlafen hat."),
            "screen": self.tr("Gesperrt mit dem Bildschirm."),
        }
        workbench = self._take_workbench()
        self.show_unlock(notes.get(reason, ""))
        workbench.end(reason, workbench.deleteLater)

    def _take_workbench(self) -> Workbench:
        """Off the screen but alive: its last saves must still come through."""
        workbench = self.workbench
        assert workbench is not None
        self.workbench = None
        self.window.takeCentralWidget()
        workbench.hide()
        return workbench

    def _end(self) -> None:
        """The window was closed: store, lock, end all work. Safe to call twice."""
        if self._ending:
            return
        self._ending = True
        save_geometry(self.window, self._preferences, "window")
        if self.workbench is None:
            self._finish()
            return
        QTimer.singleShot(PATIENCE_MS, self, self._finish)
        workbench = self._take_workbench()
        self.finished.connect(workbench.deleteLater)
        workbench.end("exit", self._finish)

    def _finish(self) -> None:
        if self.ended:
            return
        self.ended = True
        self._preferences.store()
        self.tasks.shutdown()
        if self._detector.done() and self._detector.exception() is None:
            self._detector.result().close()
        self.finished.emit()

    def report(self, error: BaseException) -> None:
        """A bug that nobody caught: shown with its reference number, and never with its words,
        which may hold mail content.
        """
        if self.workbench is not None:
            self.workbench.bars.error(error)
        else:
            reference(error)

    # --- looks ------------------------------------------------------------------------------

    def _preference_changed(self, name: str) -> None:
        if name == "theme":
            self.theme.set_mode(wanted_mode(self._preferences))
        elif name == "language" and self.workbench is not None:
            self._speak(self._preferences.language or system_language())

    def _follow_system(self) -> None:
        if self._preferences.theme is Look.SYSTEM:
            self.theme.set_mode(wanted_mode(self._preferences))

    def _speak(self, language: str) -> None:
        """Make the workbench anew in another language; nothing unsaved is lost."""
        self.translations.use(language)
        old = self._take_workbench()
        section = old.section()

        def renew() -> None:
            old.deleteLater()
            self.show_workbench(replace(old.ctx, language=language))
            if self.workbench is not None:
                self.workbench.show_section(section)

        old.end("switch", renew, lock=False)

    def _language_in_first_run(self, language: str) -> None:
        self._preferences.language = language
        self.translations.use(language)
        self.show_first_run()


def has_vault(workspace: Path) -> bool:
    """Whether to unlock rather than set up; only looks at file names."""
    from desktop.vault.vault import exists

    return exists(workspace)


def run(
    *,
    workspace: Path,
    make_detector: Callable[[], Detector],
    argv: list[str],
    clock: Clock,
    random: Callable[[int], bytes],
    language: str | None = None,
    demo: bool = False,
) -> int:
    """Open the window and run until it is closed; returns the exit code."""
    application = QApplication(argv)
    application.setApplicationName("Trennwerk")
    application.setDesktopFileName("trennwerk")
    program = Program(
        application,
        workspace=workspace,
        make_detector=make_detector,
        clock=clock,
        random=random,
        language=language,
        demo=demo,
    )
    application.setQuitOnLastWindowClosed(False)
    program.finished.connect(application.quit)
    program.tasks.unhandled.connect(program.report)
    sys.excepthook = lambda _kind, error, _trace: program.report(error)
    signals = StopSignals()
    signals.asked.connect(program.window.close)  # with its last saves
    program.show()
    try:
        return application.exec()
    finally:
        signals.release()
        sys.excepthook = sys.__excepthook__
