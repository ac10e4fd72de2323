"""The strip of attachments below the text: what came along, what is wrong with it, its text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QWidget

from desktop.domain import Attachment
from desktop.ui.icons import Icons
from desktop.ui.look import clear_layout, column, label, row, tool
from desktop.ui.problem_texts import problem_line
from desktop.ui.textmap import display
from desktop.ui.theme import UNIT

_NAME_LENGTH = 36
_SHOWN_AT_MOST = 12
_PREVIEW_CHARACTERS = 20_000


class AttachmentStrip(QFrame):
    """A button for each attachment; a click shows the text that was read from it."""

    opened = Signal(bool)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: Attachment | None = None
        self.setProperty("role", "footer")
        layout = column(self, spacing=0)
        self._preview = _Preview(icons)
        self._preview.closed.connect(self.close_preview)
        self._preview.hide()
        layout.addWidget(self._preview)
        strip = row()
        strip.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        self._title = label("", "muted")
        strip.addWidget(self._title)
        self._buttons: QHBoxLayout = row(spacing=UNIT // 2)
        strip.addLayout(self._buttons)
        strip.addStretch(1)
        layout.addLayout(strip)
        self.hide()

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        self.close_preview()
        clear_layout(self._buttons)
        self.setVisible(bool(attachments))
        self._title.setText(self.tr("Anhänge"))
        for attachment in attachments[:_SHOWN_AT_MOST]:
            self._buttons.addWidget(self._button(attachment))
        rest = len(attachments) - _SHOWN_AT_MOST
        if rest > 0:
            self._buttons.addWidget(label(self.tr("und {n} weitere").format(n=rest), "muted"))

    def _button(self, attachment: Attachment) -> QToolButton:
        result = QToolButton()
        problem = attachment.problem
        name = shortened(attachment.name or self.tr("ohne Namen"))
        size = QLocale().formattedDataSize(attachment.size, 0)
        result.setText(f"{name}  ·  {size}")
        result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if problem is not None:
            self._icons.put(result, "alert", "warning")
        else:
            self._icons.put(result, "attachment", "muted")
        result.setToolTip(self._tip(attachment))
        result.setAccessibleName(self._tip(attachment).replace("\n", ", "))
        result.clicked.connect(lambda: self.toggle(attachment))
        return result

    def _tip(self, attachment: Attachment) -> str:
        lines = [display(attachment.name), attachment.media_type]
        lines.append(QLocale().formattedDataSize(attachment.size))
        if attachment.problem is not None:
            lines.append(problem_line(attachment.problem))
        elif attachment.text is None:
            lines.append(self.tr("Ohne lesbaren Text: wird nicht auf Personendaten geprüft."))
        return "\n".join(line for line in lines if line)

    def toggle(self, attachment: Attachment) -> None:
        """Show the attachment's text, or fold it away when it is shown already."""
        if self._shown is attachment:
            self.close_preview()
            return
        self._shown = attachment
        self._preview.show_attachment(attachment, self._tip(attachment))
        self._preview.show()
        self.opened.emit(True)

    def close_preview(self) -> None:
        if self._shown is not None:
            self._shown = None
            self._preview.hide()
            self.opened.emit(False)


class _Preview(QFrame):
    closed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        layout = column(self, spacing=0)
        head = row()
        head.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        self._name = label("", "heading")
        head.addWidget(self._name, 1)
        close = tool(icons, "close", self.tr("Vorschau schließen (Esc)"), colour="muted")
        close.clicked.connect(self.closed)
        head.addWidget(close)
        layout.addLayout(head)
        self._problem = label("", "warning", wrap=True)
        self._problem.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        layout.addWidget(self._problem)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(2 * UNIT)
        self.text.setFixedHeight(20 * UNIT)
        layout.addWidget(self.text)

    def show_attachment(self, attachment: Attachment, tip: str) -> None:
        self._name.setText(shortened(attachment.name))
        self._name.setToolTip(tip)
        problem = attachment.problem
        self._problem.setText(problem_line(problem) if problem is not None else "")
        self._problem.setVisible(problem is not None)
        text = attachment.text
        if text is None:
            self.text.setPlainText("")
            self.text.setPlaceholderText(
                self.tr("Aus diesem Anhang lässt sich kein Text lesen. Öffnen Sie ihn nicht hier.")
            )
        else:
            self.text.setPlainText(display(text[:_PREVIEW_CHARACTERS]))
        self.text.setAccessibleName(self.tr("Text von {name}").format(name=attachment.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def shortened(name: str) -> str:
    """A long file name with its ending kept: that is what tells its kind."""
    name = display(name).replace("\n", " ")
    if len(name) <= _NAME_LENGTH:
        return name
    return f"{name[: _NAME_LENGTH - 11]}…{name[-10:]}"
