"""Inline bars above the work: news, errors, undo and running work. They never take the focus."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from desktop.errors import UserError
from desktop.ui.icons import Icons
from desktop.ui.look import Elided, button, column, label, row, tool
from desktop.ui.messages import Explanation, explain, explain_code
from desktop.ui.tasks import Task
from desktop.ui.theme import UNIT

MAX_BARS = 3
NEWS_SECONDS = 8
UNDO_SECONDS = 15


class Tone(StrEnum):
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


_SIGNS = {
    Tone.INFO: ("info", "accent"),
    Tone.SUCCESS: ("success", "success"),
    Tone.WARNING: ("alert", "warning"),
    Tone.DANGER: ("error", "danger"),
}
Action = tuple[str, Callable[[], object]]


class Bar(QFrame):
    """One message: headline, advice, at most one action, and a way to close it."""

    closed = Signal()

    def __init__(
        self, icons: Icons, tone: Tone, headline: str, advice: str, action: Action | None
    ) -> None:
        super().__init__()
        self.tone = tone
        self.headline = headline
        self.advice = advice
        self.setProperty("role", "notice")
        self.setProperty("tone", tone.value)
        self.setAccessibleName(f"{headline} {advice}".strip())
        layout = row(self)
        layout.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT + UNIT // 2)
        layout.addWidget(_sign(icons, tone))
        words = column(spacing=2)
        words.addWidget(label(headline, "heading" if advice else "", wrap=True))
        if advice:
            words.addWidget(label(advice, wrap=True))
        layout.addLayout(words, 1)
        if action is not None:
            text, callback = action
            self.action_button = button(text, kind="quiet", clicked=lambda: self._act(callback))
            layout.addWidget(self.action_button)
        self.close_button = tool(icons, "close", self.tr("Hinweis schließen"), colour="muted")
        self.close_button.clicked.connect(self.closed)
        layout.addWidget(self.close_button)

    def _act(self, callback: Callable[[], object]) -> None:
        self.closed.emit()
        callback()


def _sign(icons: Icons, tone: Tone) -> QWidget:
    name, colour = _SIGNS[tone]
    result = tool(icons, name, "", colour=colour)
    result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    result.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return result


class WorkBar(QFrame):
    """Running work with its progress and *Abbrechen*."""

    def __init__(self, text: str, task: Task) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", Tone.INFO.value)
        self.setAccessibleName(text)
        self._text = text
        layout = row(self)
        layout.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        words = column(spacing=UNIT // 2)
        self.words = Elided(text)
        words.addWidget(self.words)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        words.addWidget(self.progress)
        layout.addLayout(words, 1)
        self.cancel_button = button(self.tr("Abbrechen"), kind="quiet", clicked=self._cancel)
        layout.addWidget(self.cancel_button)
        self._task = task
        self.stopped = False  # by the user
        task.progressed.connect(self.show_progress)

    def show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if total > 1:
            counted = self.tr("{done} von {total}").format(done=done, total=total)
            self.words.show_text(f"{self._text} · {counted}")

    def _cancel(self) -> None:
        self.stopped = True
        self.cancel_button.setEnabled(False)
        self.words.show_text(self.tr("Wird abgebrochen …"))
        self._task.cancel()


class Bars(QWidget):
    """The stack of bars at the top of the window; the newest is on top, old news make room."""

    error_shown = Signal(str)  # the headline

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._layout = column(self, spacing=1)
        self._bars: list[Bar] = []

    def say(
        self,
        headline: str,
        advice: str = "",
        *,
        tone: Tone = Tone.INFO,
        action: Action | None = None,
        seconds: int | None = None,
    ) -> Bar:
        """Show a message. News go by themselves after ``seconds``; warnings and errors stay."""
        for old in [bar for bar in self._bars if bar.headline == headline]:
            self._remove(old)
        while len(self._bars) >= MAX_BARS:
            self._remove(self._bars[0])
        bar = Bar(self._icons, tone, headline, advice, action)
        bar.closed.connect(lambda: self._remove(bar))
        self._bars.append(bar)
        self._layout.insertWidget(0, bar)
        if seconds is None and tone in (Tone.INFO, Tone.SUCCESS):
            seconds = UNDO_SECONDS if action is not None else NEWS_SECONDS
        if seconds:
            timer = QTimer(bar)
            timer.setSingleShot(True)
            timer.timeout.connect(bar.closed)
            timer.start(seconds * 1000)
        QAccessible.updateAccessibility(QAccessibleEvent(bar, QAccessible.Event.Alert))
        return bar

    def undoable(self, headline: str, undo: Callable[[], object]) -> Bar:
        """Say what was done and offer to take it back."""
        return self.say(headline, action=(self.tr("Rückgängig"), undo))

    def explain(self, explanation: Explanation, *, tone: Tone = Tone.DANGER) -> Bar:
        bar = self.say(explanation.headline, explanation.advice, tone=tone)
        self.error_shown.emit(explanation.headline)
        return bar

    def error(self, error: BaseException) -> None:
        """Show any failure in words; a bug gets a reference number."""
        tone = Tone.WARNING if isinstance(error, UserError) else Tone.DANGER
        self.explain(explain(error), tone=tone)

    def problem(self, code: str, **values: object) -> None:
        """Show the message of a code that is no exception."""
        self.explain(explain_code(code, values), tone=Tone.WARNING)

    def follow(self, task: Task, text: str) -> WorkBar:
        """Show ``task`` until it is finished."""
        bar = WorkBar(text, task)
        self._layout.addWidget(bar)
        task.finished.connect(lambda: self._drop(bar))
        task.cancelled.connect(lambda: self._say_stopped(bar))
        return bar

    def _say_stopped(self, bar: WorkBar) -> None:
        """Work that ends because its screen goes needs no words."""
        if bar.stopped:
            self.say(self.tr("Abgebrochen."))

    def bars(self) -> tuple[Bar, ...]:
        return tuple(self._bars)

    def clear(self) -> None:
        for bar in list(self._bars):
            self._remove(bar)

    def _remove(self, bar: Bar) -> None:
        if bar in self._bars:
            self._bars.remove(bar)
            self._drop(bar)

    def _drop(self, bar: QWidget) -> None:
        self._layout.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
