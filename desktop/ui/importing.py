"""Bringing things in: the import menu, drops anywhere in the window, paste, the watched folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.domain import Cancel, Progress
from desktop.errors import UserError
from desktop.ui import files
from desktop.ui.bars import Bars, Tone
from desktop.ui.dropped import Blob, Dropped, take
from desktop.ui.icons import Icons
from desktop.ui.messages import Explanation, explain_code
from desktop.ui.shell import Shell
from desktop.ui.theme import UNIT, TextSize, Theme, font

if TYPE_CHECKING:
    from desktop.services.context import Context
    from desktop.services.intake import Failure, Imported

FAILURES_SHOWN = 3


class Importer(QObject):
    """Runs imports in the background and says what became of them.

    ``imported(Imported)`` follows every import, also one with failures.
    """

    imported = Signal(object)

    def __init__(self, shell: Shell, ctx: Context, bars: Bars, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._ctx = ctx
        self._bars = bars

    def take(self, data: QMimeData) -> None:
        """Import a drop or paste, whatever it is."""
        dropped = take(data)
        if dropped.empty:
            self._bars.problem(dropped.problem or "nothing_dropped")
            return
        self.run(dropped)

    def paste(self) -> None:
        self.take(QApplication.clipboard().mimeData())

    def run(self, dropped: Dropped, *, quiet: bool = False) -> None:
        """Import in the background; ``quiet`` says nothing when nothing new was found."""
        ctx = self._ctx

        def work(cancel: Cancel, progress: Progress) -> Imported:
            from desktop.services import intake

            if dropped.paths:
                return intake.import_paths(
                    ctx, paths=dropped.paths, cancel=cancel, progress=progress
                )
            if dropped.blobs:
                return _import_blobs(ctx, dropped.blobs, cancel, progress)
            return intake.import_text(ctx, text=dropped.text, html=dropped.html)

        def done(imported: Imported) -> None:
            self._report(imported, quiet=quiet)
            self.imported.emit(imported)

        task = self._shell.tasks.run(
            work, owner=self, done=done, failed=self._bars.error, lane="vault"
        )
        if not quiet:
            self._bars.follow(task, self.tr("Nachrichten werden gelesen"))

    def _report(self, imported: Imported, *, quiet: bool) -> None:
        parts = [
            text
            for text in (
                _count(
                    len(imported.case_ids),
                    self.tr("1 Nachricht übernommen"),
                    self.tr("{n} Nachrichten übernommen"),
                ),
                _count(
                    len(imported.replies),
                    self.tr("1 Antwort zugeordnet"),
                    self.tr("{n} Antworten zugeordnet"),
                ),
            )
            if text
        ]
        if parts:
            self._bars.say(", ".join(parts) + ".", tone=Tone.SUCCESS)
        elif not imported.failures and not quiet:
            self._bars.problem("nothing_dropped")
        if imported.failures:
            self._report_failures(imported)

    def _report_failures(self, imported: Imported) -> None:
        failures = imported.failures
        if len(failures) == 1:
            self._bars.explain(explain_failure(failures[0]), tone=Tone.WARNING)
            return
        lines = [explain_failure(failure).headline for failure in failures[:FAILURES_SHOWN]]
        if len(failures) > FAILURES_SHOWN:
            lines.append(self.tr("… und {n} weitere").format(n=len(failures) - FAILURES_SHOWN))
        headline = self.tr("{n} Dateien wurden nicht übernommen.").format(n=len(failures))
        self._bars.say(headline, "\n".join(lines), tone=Tone.WARNING)

    # --- choosing ---------------------------------------------------------------------------

    def choose_files(self) -> None:
        paths = files.open_paths(
            _window(self),
            title=self.tr("Nachrichten oder Antworten importieren"),
            kinds=self.tr(
                "Nachrichten (*.eml *.msg *.mbox *.txt *.html *.htm *.twp.json *.json)"
                ";;Alle Dateien (*)"
            ),
        )
        if paths:
            self.run(Dropped(paths=paths))

    def choose_folder(self) -> None:
        path = files.open_folder(_window(self), title=self.tr("Ordner importieren"))
        if path is not None:
            self.run(Dropped(paths=(path,)))

    def menu(self, icons: Icons, parent: QWidget) -> QMenu:
        """The import menu with its keys."""
        menu = QMenu(parent)
        for name, text, keys, slot in (
            ("mail", self.tr("Dateien …"), "Ctrl+O", self.choose_files),
            ("folder", self.tr("Ordner oder Postfach …"), "Ctrl+Shift+O", self.choose_folder),
            ("paste", self.tr("Aus der Zwischenablage"), "Ctrl+V Ctrl+Shift+V", self.paste),
        ):
            action = QAction(text, menu)
            action.setShortcuts([QKeySequence(key) for key in keys.split()])
            action.triggered.connect(slot)
            icons.put(action, name)
            menu.addAction(action)
            parent.addAction(action)
        return menu


def _import_blobs(
    ctx: Context, blobs: Sequence[Blob], cancel: Cancel, progress: Progress
) -> Imported:
    """Import virtual files one after the other; one that fails does not stop the others."""
    from desktop.services import intake

    cases: list[str] = []
    replies: list[object] = []
    failures: list[object] = []
    for number, blob in enumerate(blobs):
        cancel.check()
        try:
            one = intake.import_bytes(ctx, name=blob.name, data=blob.data)
        except UserError as error:
            failures.append(intake.Failure(blob.name, error.code, error.values))
            continue
        finally:
            progress(number + 1, len(blobs))
        cases.extend(one.case_ids)
        replies.extend(one.replies)
        failures.extend(one.failures)
    return intake.Imported(tuple(cases), tuple(replies), tuple(failures))  # type: ignore[arg-type]


def explain_failure(failure: Failure) -> Explanation:
    """The words for one thing that was not taken in; what has no file name is a message."""
    values = {key: value for key, value in failure.values.items() if value != ""}
    name = failure.name or QCoreApplication.translate("Importer", "Nachricht")
    return explain_code(failure.code, {"file": name} | values)


def _count(number: int, one: str, many: str) -> str:
    if number == 0:
        return ""
    return one if number == 1 else many.format(n=number)


def _window(importer: Importer) -> QWidget | None:
    parent = importer.parent()
    return parent.window() if isinstance(parent, QWidget) else None


class DropFrame(QWidget):
    """The inviting frame over the whole window while something is dragged over it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def invite(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.color("window")
        veil.setAlpha(244)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self._theme.color("accent"), 2, Qt.PenStyle.DashLine))
        area = self.rect().adjusted(2 * UNIT, 2 * UNIT, -2 * UNIT, -2 * UNIT)
        painter.drawRoundedRect(area, 2 * UNIT, 2 * UNIT)
        middle = area.center().y()
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(self._theme.color("text"))
        painter.setFont(font(TextSize.LARGE, bold=True))
        upper = QRect(area.left(), middle - 5 * UNIT, area.width(), 4 * UNIT)
        painter.drawText(upper, centre | Qt.AlignmentFlag.AlignBottom, self.tr("Hier ablegen"))
        painter.setPen(self._theme.color("muted"))
        painter.setFont(font())
        lower = QRect(area.left(), middle, area.width(), 6 * UNIT)
        painter.drawText(
            lower,
            centre | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            self.tr("Nachrichten werden zu Vorgängen, Antworten finden ihren Vorgang."),
        )
        painter.end()
