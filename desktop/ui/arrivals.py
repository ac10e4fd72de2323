"""What follows an import: which screen shows what came, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.bars import Bars, Tone
from desktop.ui.importing import explain_failure

if TYPE_CHECKING:
    from desktop.services.intake import Imported

MANY = 3  # imported at once: from here none of them is opened by itself


class Arrivals(QObject):
    """``came`` with the new cases always; ``…_wanted`` when the user shall see one at once."""

    came = Signal(object)  # tuple of case ids
    case_wanted = Signal(str)
    reply_wanted = Signal(str, str)  # case id, reply id

    def __init__(self, bars: Bars, parent: QObject) -> None:
        super().__init__(parent)
        self._bars = bars

    def taken_in(self, imported: Imported) -> None:
        """The user imported something: show a reply in its case, or the one or two new mails."""
        self.came.emit(imported.case_ids)
        if imported.replies:
            newest = imported.replies[-1]
            self.reply_wanted.emit(newest.case_id, newest.reply_id)
        elif 0 < len(imported.case_ids) < MANY:
            self.case_wanted.emit(imported.case_ids[-1])

    def came_by_itself(self, imported: Imported) -> None:
        """Something lay in the watched folder: tell it, and leave the user where they are."""
        self.came.emit(imported.case_ids)
        for failure in imported.failures:
            # The folder keeps its files: at the next start they are all there already.
            if failure.code not in ("duplicate", "duplicate_reply"):
                self._bars.explain(explain_failure(failure), tone=Tone.WARNING)
        if imported.replies:
            reply = imported.replies[-1]
            self._bars.say(
                self.tr("Antwort zu {case} eingetroffen.").format(case=reply.case_id),
                tone=Tone.SUCCESS,
                action=(
                    self.tr("Öffnen"),
                    lambda: self.reply_wanted.emit(reply.case_id, reply.reply_id),
                ),
            )
        elif imported.case_ids:
            case_id = imported.case_ids[-1]
            self._bars.say(
                self.tr("Neue Nachricht im überwachten Ordner."),
                tone=Tone.SUCCESS,
                action=(self.tr("Öffnen"), lambda: self.case_wanted.emit(case_id)),
            )

    def troubled(self, name: str, code: str) -> None:
        """The watched folder, or a file in it, cannot be read."""
        self._bars.problem(code, file=name, folder=name)
