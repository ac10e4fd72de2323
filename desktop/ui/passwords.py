"""Password fields: with an eye to look, a note when Caps Lock is on, and a strength meter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.look import column, label, row
from desktop.ui.shell import plain
from desktop.ui.tasks import Tasks
from desktop.ui.theme import UNIT, Theme
from desktop.ui.wizard_logic import MIN_LENGTH

if TYPE_CHECKING:
    from desktop.services.workspace import Strength

MEASURE_AFTER_MS = 150
SEGMENTS = 4


class PasswordField(QLineEdit):
    """A line for a password that can be shown while nobody looks over the shoulder."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(1024)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.setText(self.tr("Passwort zeigen"))
        self._eye.toggled.connect(self._show)

        self._dress()
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if shown else mode.Password)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_eye"):
            self._dress()

    def _dress(self) -> None:
        self._eye.setIcon(eye_icon(self.palette().placeholderText().color(), self._eye.isChecked()))


def eye_icon(colour: QColor, open_: bool) -> QIcon:
    """An eye, crossed out unless ``open_``: drawn here because the icon font loads too slowly for
    the unlock screen.
    """
    side = 64
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    outline = QPainterPath(QPointF(6, 32))
    outline.quadTo(32, 2, 58, 32)
    outline.quadTo(32, 62, 6, 32)
    painter.drawPath(outline)
    painter.drawEllipse(QPointF(32, 32), 8, 8)
    if not open_:
        painter.drawLine(12, 54, 52, 10)
    painter.end()
    return QIcon(pixmap)


class StrengthMeter(QWidget):
    """Four segments that fill up; the word below says the same without colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score = -1
        self.setFixedHeight(UNIT // 2)
        theme.changed.connect(self.update)

    def show_score(self, score: int) -> None:
        """0 to 4; -1 shows an empty meter."""
        self._score = score
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = UNIT / 2
        width = (self.width() - gap * (SEGMENTS - 1)) / SEGMENTS
        filled = max(self._score, 1) if self._score >= 0 else 0
        name = "danger" if self._score < 2 else "warning" if self._score < 3 else "success"
        for number in range(SEGMENTS):
            painter.setBrush(self._theme.color(name if number < filled else "border"))
            painter.drawRoundedRect(
                QRectF(number * (width + gap), 0, width, self.height()), 2.0, 2.0
            )
        painter.end()


class NewPassword(QWidget):
    """A new password, typed twice, with its strength measured off the window's thread."""

    changed = Signal()

    def __init__(
        self, theme: Theme, tasks: Tasks, user_inputs: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._user_inputs = user_inputs
        self.score = 0
        layout = column(self)
        self.password = PasswordField()
        self.repeat = PasswordField()
        self.meter = StrengthMeter(theme)
        self.verdict = label("", "small", wrap=True)
        for caption, field in (
            (self.tr("Neues Passwort"), self.password),
            (self.tr("Passwort wiederholen"), self.repeat),
        ):
            text = label(caption)
            text.setBuddy(field)
            layout.addWidget(text)
            layout.addWidget(field)
            if field is self.password:
                layout.addWidget(self.meter)
                layout.addWidget(self.verdict)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(MEASURE_AFTER_MS)
        self._delay.timeout.connect(self._measure)
        self.password.textChanged.connect(self._typed)
        self.repeat.textChanged.connect(self.changed)
        self._show_verdict("")

    def clear(self) -> None:
        self.password.clear()
        self.repeat.clear()

    def _typed(self) -> None:
        # Until it is measured a new text counts as weak: nobody slips through by typing fast.
        self.score = 0
        if self.password.text():
            self._delay.start()
        else:
            self._delay.stop()
            self.meter.show_score(-1)
            self._show_verdict("")
        self.changed.emit()

    def _measure(self) -> None:
        password, inputs = self.password.text(), tuple(self._user_inputs())

        def work() -> Strength:
            from desktop.services.workspace import password_strength

            return password_strength(password, inputs)

        def done(strength: Strength) -> None:
            if self.password.text() == password:
                self._show(strength)

        self._tasks.run(plain(work), owner=self, done=done, lane="strength")

    def _show(self, strength: Strength) -> None:
        self.score = strength.score
        self.meter.show_score(strength.score)
        self._show_verdict(strength_name(strength.score))
        self.changed.emit()

    def _show_verdict(self, name: str) -> None:
        hint = self.tr("Mindestens {n} Zeichen. Gut sind vier oder mehr zufällige Wörter.").format(
            n=MIN_LENGTH
        )
        self.verdict.setText(f"{name}. {hint}" if name else hint)


def strength_name(score: int) -> str:
    """The strength 0 to 4 in a word."""
    names = (
        QCoreApplication.translate("Strength", "Sehr schwach"),
        QCoreApplication.translate("Strength", "Schwach"),
        QCoreApplication.translate("Strength", "Mittel"),
        QCoreApplication.translate("Strength", "Stark"),
        QCoreApplication.translate("Strength", "Sehr stark"),
    )
    return names[min(max(score, 0), 4)]


def captioned(caption: str, field: QWidget) -> QWidget:
    """A field with its caption above it."""
    holder = QWidget()
    layout = column(holder, spacing=UNIT // 2)
    text = label(caption)
    text.setBuddy(field)
    layout.addWidget(text)
    layout.addWidget(field)
    return holder


def beside(*widgets: QWidget, stretch: bool = True) -> QWidget:
    """Widgets in a row; the rest of the width stays empty."""
    holder = QWidget()
    layout = row(holder)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return holder
