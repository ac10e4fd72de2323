"""A robot user for the real program: presses its keys, clicks, drops files, and looks at it.

The program is started by its own entry point and knows nothing of the robot, which lives on the
program's event loop and follows a story: a generator that yields what it waits for. Nothing
sleeps; a condition that does not come true in time ends the program with a picture of the window.
"""

from __future__ import annotations

import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QMimeData, QObject, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QWidget

LOOK_EVERY_MS = 10
PATIENCE_MS = 30_000  # for one condition, on a machine that may be busy
FAILED = 3
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Until:
    """What the story waits for, in words and as a condition."""

    words: str
    holds: Callable[[], bool]


Story = Callable[["Robot"], Iterator[Until]]


class Robot(QObject):
    """Follows one story. ``code`` is 0 when it came to its end."""

    def __init__(self, story: Story, out: Path) -> None:
        super().__init__()
        self._steps = story(self)
        self._out = out
        self._wanted = Until("the window", lambda: self.window is not None)
        self._deeds: deque[Callable[[], object]] = deque()  # one after the other, in order
        self._acting = 0
        self._due = False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.code = FAILED

    def start(self) -> None:
        self._clock.start()
        self._timer.start()

    def _look(self) -> None:
        try:
            if self._deeds or not self._free() or not self._wanted.holds():
                if self._clock.elapsed() > PATIENCE_MS:
                    raise TimeoutError(self._wanted.words)
                return
            self._wanted = next(self._steps)
            self._clock.restart()
        except StopIteration:
            self.code = 0
            self._timer.stop()
        except Exception:  # noqa: BLE001 - whatever it is, it is told and the program ends
            self._timer.stop()
            self._give_up()

    def _give_up(self) -> None:
        print(f"waiting for: {self._wanted.words}", file=sys.stderr)
        traceback.print_exc()
        for number, each in enumerate(QApplication.topLevelWidgets()):
            if each.isVisible():
                each.grab().save(str(self._out / f"failed-{number}.png"))
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog):
                each.reject()
        if self.window is not None:
            self.window.close()
        else:
            QApplication.exit(FAILED)

    # --- seeing -----------------------------------------------------------------------------

    @property
    def window(self) -> QMainWindow | None:
        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        return next((each for each in shown if isinstance(each, QMainWindow)), None)

    @property
    def screen(self) -> QWidget | None:
        """What the window shows: first run, unlock, workbench; None when nothing."""
        return self.window.centralWidget() if self.window is not None else None

    def shows(self, kind: type[QWidget]) -> bool:
        """Whether the window shows such a screen and can be typed into."""
        screen = self.screen
        return isinstance(screen, kind) and screen.isVisible() and self.active(self.window)

    def active(self, widget: QWidget | None) -> bool:
        """Whether the keyboard belongs to this window; asks for it as a window manager would."""
        if widget is None or not widget.isVisible():
            return False
        if not widget.isActiveWindow():
            widget.activateWindow()
        return widget.isActiveWindow()

    @property
    def file_dialog(self) -> QFileDialog | None:
        shown = QApplication.activeModalWidget()
        return shown if isinstance(shown, QFileDialog) else None

    # --- doing ------------------------------------------------------------------------------

    def _do(self, deed: Callable[[], object]) -> None:
        self._deeds.append(deed)
        self._schedule()

    def _schedule(self) -> None:
        if self._deeds and not self._due and self._free():
            self._due = True
            QTimer.singleShot(0, self, self._act)

    def _free(self) -> bool:
        """Whether the robot may go on: the deed before is done, or it opened a dialog."""
        return not self._acting or QApplication.activeModalWidget() is not None

    def _act(self) -> None:
        self._due = False
        if not self._free():  # in the midst of a deed; its end schedules the next
            return
        deed = self._deeds.popleft()
        self._acting += 1
        try:
            deed()
        except Exception:  # noqa: BLE001 - as in _look
            self._timer.stop()
            self._give_up()
        finally:
            self._acting -= 1
        self._schedule()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """A key on the keyboard; it goes where the keyboard belongs."""
        self._do(lambda: QTest.keyClick(_focused(), key, modifiers))

    def type(self, text: str) -> None:
        for letter in text:
            self._do(partial(_type, letter))

    def click(self, widget: QWidget) -> Iterator[Until]:
        """The left mouse button on the middle of a widget, once it can be seen and stands still."""
        window = widget.window()
        last = QPoint(-1, -1)

        def still() -> bool:
            nonlocal last
            before, last = last, widget.mapTo(window, widget.rect().center())
            there = window.childAt(last)
            return before == last and (there is widget or widget.isAncestorOf(there))

        yield Until(f"a way to click on {widget}", still)
        self._do(lambda: QTest.mouseClick(window.windowHandle(), LEFT, PLAIN, last))

    def drop(self, *paths: Path, at: QPoint | None = None) -> None:
        """Files from a file manager, dragged into the window and let go there."""
        window = self.window
        assert window is not None
        place = at or window.rect().center()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        handle = window.windowHandle()
        for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
            event = kind(place, COPY, data, LEFT, PLAIN)
            QApplication.sendEvent(handle, event)
            if not event.isAccepted():
                raise AssertionError(f"{kind.__name__} was refused")

    def choose_file(self, path: Path) -> Iterator[Until]:
        """Answer the program's file dialog by keyboard."""
        yield Until("the file dialog", lambda: self.active(self.file_dialog))
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(str(path))
        self.press(Qt.Key.Key_Return)
        yield Until("the file dialog is gone", lambda: self.file_dialog is None)
        yield Until("the window has the keyboard again", lambda: self.active(self.window))

    def close_window(self) -> None:
        """The cross in the window's frame."""
        assert self.window is not None
        self.window.windowHandle().close()


def _focused() -> QWidget:
    """Where a key goes: as Qt does it, to the window itself when nothing in it has the focus."""
    shown = QApplication
    widget = shown.activePopupWidget() or shown.focusWidget() or shown.activeWindow()
    if widget is None:
        raise AssertionError("no window has the keyboard")
    return widget


def _type(letter: str) -> None:
    QTest.keyClick(_focused(), letter)


def run_program(story: Story, out: Path) -> int:
    """Start the real program with a robot at its keyboard; the program's exit code, or FAILED."""
    from desktop.ui import start

    robots: list[Robot] = []

    class Application(QApplication):
        """The program's application; the robot begins with its event loop."""

        def __init__(self, words: list[str]) -> None:
            super().__init__(words)
            robots.append(Robot(story, out))
            robots[0].start()

    start.QApplication = Application  # type: ignore[misc]
    from desktop import app

    code = app.run([])
    return code or robots[0].code


def main(story: Story, out: Path) -> None:
    sys.argv = ["trennwerk"]  # what the program's own start would leave there
    sys.exit(run_program(story, out))
