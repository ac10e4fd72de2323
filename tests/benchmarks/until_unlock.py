"""Starts the real program, says ``ready`` when a password can be typed, ends on a line of input.

The program's own start is untouched but for its application class, which looks on.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    from PySide6.QtCore import QSocketNotifier, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from desktop.ui import start

    class Application(QApplication):
        """Looks every few milliseconds whether the password field has the keyboard."""

        def __init__(self, words: list[str]) -> None:
            super().__init__(words)
            self._look = QTimer(self)
            self._look.setInterval(5)
            self._look.timeout.connect(self._see)
            self._look.start()

        def _see(self) -> None:
            from desktop.ui.unlock import Unlock

            windows = [each for each in self.topLevelWidgets() if isinstance(each, QMainWindow)]
            door = windows[0].centralWidget() if windows else None
            if not isinstance(door, Unlock) or not door.isVisible():
                return
            if not door.isActiveWindow():
                windows[0].activateWindow()  # as a window manager would
            elif door.password.hasFocus():
                self._look.stop()
                windows[0].repaint()
                print("ready", flush=True)
                self._told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
                self._told.activated.connect(windows[0].close)

    start.QApplication = Application  # type: ignore[misc]
    from desktop import app

    return app.run([])


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.argv = ["trennwerk"]
    sys.exit(main())
