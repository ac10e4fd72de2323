"""When the vault locks by itself: no keyboard or mouse for a while, suspend, screen lock."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication, QWindow

from desktop.domain import Clock

TICK_SECONDS = 5
# The clock moved on this far between two ticks: the machine slept meanwhile.
SLEPT = timedelta(seconds=60)
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragMove,
    }
)


def _slot(signature: str) -> bytes:
    """What Qt's SLOT macro makes of a signature."""
    return b"1" + signature.encode("ascii")


class IdleLock(QObject):
    """Emits ``lock_requested`` once when the user has been away; ``start`` arms it again.

    It compares clock readings, so time that the machine spent asleep counts. ``minutes`` 0 means
    never for being idle.
    """

    lock_requested = Signal(str)  # "idle", "suspend", "screen"

    def __init__(self, *, clock: Clock, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.minutes = minutes
        self._last_activity = self._last_tick = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_SECONDS * 1000)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        self._last_activity = self._last_tick = self._clock()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @property
    def armed(self) -> bool:
        return self._timer.isActive()

    def watch_windows(self, application: QGuiApplication) -> None:
        """Take keys and mouse moves in the program's windows for a sign of life.

        The filter sits on the windows, not on the application, which would call it for every
        event of every widget.
        """
        application.focusWindowChanged.connect(self._watch_window)
        self._watch_window(application.focusWindow())

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            self._last_activity = self._clock()
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self._last_activity = self._clock()
        return False

    def tick(self) -> None:
        """Look at the clock and lock when the user is away for long or the machine slept."""
        now = self._clock()
        slept = now - self._last_tick > SLEPT
        idle = bool(self.minutes) and now - self._last_activity >= timedelta(minutes=self.minutes)
        self._last_tick = now
        if slept or idle:
            self._lock("suspend" if slept else "idle")

    def watch_system(self) -> None:
        """Listen for suspend and screen lock where the desktop announces them over D-Bus."""
        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect(
                "org.freedesktop.login1",
                "/org/freedesktop/login1",
                "org.freedesktop.login1.Manager",
                "PrepareForSleep",
                self,
                _slot("going_to_sleep(bool)"),
            )
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for service, path in (
                ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
                ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
            ):
                session.connect(
                    service, path, service, "ActiveChanged", self, _slot("screen_locked(bool)")
                )

    @Slot(bool)
    def going_to_sleep(self, starting: bool) -> None:
        if starting:
            self._lock("suspend")

    @Slot(bool)
    def screen_locked(self, active: bool) -> None:
        if active:
            self._lock("screen")

    def _lock(self, reason: str) -> None:
        if self.armed:
            self.stop()
            self.lock_requested.emit(reason)
