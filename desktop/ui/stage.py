"""The stage before the vault is open: one card in the middle of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop import paths
from desktop.ui.look import column, frame, label, row
from desktop.ui.messages import Explanation
from desktop.ui.shell import Shell
from desktop.ui.theme import UNIT, TextSize, Theme, font

CARD_WIDTH = 448
SIGN_SIZE = 56
WIDE_CARD = QSize(864, 608)


def application_icon() -> QIcon:
    return QIcon(str(paths.resources() / "icons" / "trennwerk.svg"))


class Stage(QWidget):
    """Holds ``card`` in its middle; ``wide`` for the first run, narrow for unlocking."""

    def __init__(self, shell: Shell, *, wide: bool = False) -> None:
        super().__init__()
        self.shell_theme = shell.theme
        self.card = frame("card")
        if wide:
            self.card.setFixedSize(WIDE_CARD)
        else:
            self.card.setFixedWidth(CARD_WIDTH)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        layout = column(self, margin=2 * UNIT)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)


class Waiting(Stage):
    """A moment of work before the first screen; or, if it went wrong, what to do about it."""

    def __init__(self, shell: Shell, text: str) -> None:
        super().__init__(shell)
        layout = column(self.card, margin=4 * UNIT, spacing=2 * UNIT)
        sign = label()
        sign.setPixmap(application_icon().pixmap(SIGN_SIZE, SIGN_SIZE))
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(sign)
        self.headline = label(text, "heading", wrap=True)
        self.headline.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.headline)
        self.advice = label("", "muted", wrap=True)
        self.advice.hide()
        layout.addWidget(self.advice)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        layout.addWidget(self.progress)

    def explain(self, explanation: Explanation) -> None:
        self.headline.setText(explanation.headline)
        self.advice.setText(explanation.advice)
        self.advice.show()
        self.progress.hide()


class StepList(QWidget):
    """The steps of the first run, done ones ticked, the present one strong."""

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._names = tuple(names)
        self._step = 0
        self.setFixedWidth(30 * UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_step(self, step: int) -> None:
        self._step = int(step)
        self.setAccessibleName(self._names[self._step])
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(area, 5, 5)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        top = 5.0 * UNIT
        for number, name in enumerate(self._names):
            self._draw(painter, QPointF(4 * UNIT, top + number * 6 * UNIT), number, name)
        painter.end()

    def _draw(self, painter: QPainter, centre: QPointF, number: int, name: str) -> None:
        done, now = number < self._step, number == self._step
        accent, muted = self._theme.color("accent"), self._theme.color("muted")
        radius = 1.5 * UNIT
        if number + 1 < len(self._names):
            painter.setPen(QPen(accent if done else self._theme.color("border"), 2))
            start = centre + QPointF(0, radius + 4)
            painter.drawLine(start, centre + QPointF(0, 6 * UNIT - radius - 4))
        painter.setPen(QPen(accent if done or now else self._theme.color("edge"), 1.5))
        painter.setBrush(accent if done or now else QColor(0, 0, 0, 0))
        painter.drawEllipse(centre, radius, radius)
        inside = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setFont(font(TextSize.SMALL, bold=True))
        painter.setPen(self._theme.color("on_accent") if done or now else muted)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, "✓" if done else str(number + 1))
        painter.setFont(font(bold=now))
        painter.setPen(self._theme.color("text") if now else muted)
        words = QRectF(7 * UNIT, centre.y() - 2 * UNIT, self.width() - 8 * UNIT, 4 * UNIT)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
