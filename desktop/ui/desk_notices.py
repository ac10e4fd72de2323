"""The desk's inline bars: what went wrong, what can be taken back, what needs a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain import Problem
from desktop.services.opinions import SecondOpinion
from desktop.ui.bars import Bar, Bars, Tone
from desktop.ui.desk_bars import ReasonBar
from desktop.ui.desk_session import ReviewSession
from desktop.ui.desk_status import DeskStatus
from desktop.ui.icons import Icons
from desktop.ui.look import column
from desktop.ui.marks import Difference
from desktop.ui.problem_texts import problem_line
from desktop.ui.tasks import Task


class Notices(QWidget):
    """Above the texts; it listens to the session and asks before an incomplete approval."""

    def __init__(self, icons: Icons, session: ReviewSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._step: Bar | None = None
        self._closed: Bar | None = None
        self.bars = Bars(icons)
        self.reason = ReasonBar()
        layout = column(self, spacing=0)
        layout.addWidget(self.bars)
        layout.addWidget(self.reason)
        self.reason.given.connect(session.approve)
        session.differs.connect(self._show_difference)
        session.failed.connect(self.bars.error)
        session.save_failed.connect(self._save_failed)
        session.status_changed.connect(self._status_changed)
        session.asking.connect(self._follow_opinion)
        session.answered.connect(self._show_opinion)

    def approve(self) -> None:
        """Approve, or ask for the reason when not everything was checked."""
        status = self._session.status
        if not status.approvable:
            return
        if status.checked and status.complete:
            self._session.approve()
        elif status.checked:
            self.reason.ask(self.tr("Diese Nachricht wurde nicht vollständig geprüft."))
        else:
            self.reason.ask(self.tr("Diese Nachricht wurde noch gar nicht geprüft."))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Name what could not be read of the message."""
        if problems:
            lines = dict.fromkeys(problem_line(problem) for problem in problems)
            headline = self.tr("Die Nachricht ließ sich nicht ganz lesen.")
            self.bars.say(headline, " ".join(lines), tone=Tone.WARNING)

    def offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        self._step = self.bars.undoable(text, undo)

    def forget_step(self) -> None:
        """The offer to undo stands only until the next step."""
        self._drop(self._step)
        self._step = None

    def clear(self) -> None:
        self._step = self._closed = None
        self.bars.clear()
        self.reason.hide()

    def _status_changed(self, status: DeskStatus) -> None:
        if not status.approvable:
            self.reason.hide()
        if status.editable:
            self._drop(self._closed)
            self._closed = None
        elif status.reopenable and self._closed is None:
            self._closed = self._say_closed(status)

    def _say_closed(self, status: DeskStatus) -> Bar:
        """Why nothing can be changed now, and how to change that."""
        review = self._session.review
        who = review.approved_by if review is not None else ""
        headline = self.tr("Freigegeben von {who}.").format(who=who) if who else ""
        why = status.override_reason
        return self.bars.say(
            headline or self.tr("Freigegeben."),
            self.tr("Nicht vollständig geprüft; Grund: {why}").format(why=why) if why else "",
            action=(self.tr("Wieder öffnen"), self._session.reopen),
            seconds=0,
        )

    def _drop(self, bar: Bar | None) -> None:
        if bar is not None and bar in self.bars.bars():
            bar.closed.emit()

    def _show_difference(self, change: Difference) -> None:
        if not change:
            self.bars.say(self.tr("Die neue Prüfung hat nichts anderes gefunden."))
            return
        text = self.tr("Neue Prüfung: {new} weitere Funde, {gone} nicht mehr gefunden.")
        self.bars.say(
            text.format(new=len(change.found), gone=len(change.lost)),
            self.tr("Von Hand gesetzte Funde bleiben, wie sie sind."),
            action=(self.tr("Übernehmen"), self._session.take_over),
            seconds=0,
        )

    def _follow_opinion(self, task: Task) -> None:
        self.bars.follow(task, self.tr("Ein Chatmodell liest die Nachricht. Das dauert Minuten."))

    def _show_opinion(self, opinion: SecondOpinion) -> None:
        advice = []
        if opinion.added:
            advice.append(self.tr("Neue Funde sind unsicher, bis Sie sie bestätigen (F8)."))
        if not opinion.complete:
            advice.append(self.tr("Das Modell hat nicht den ganzen Text gelesen."))
        tone = Tone.SUCCESS if opinion.complete else Tone.WARNING
        self.bars.say(self._opinion_text(opinion), " ".join(advice), tone=tone, seconds=0)

    def _opinion_text(self, opinion: SecondOpinion) -> str:
        words = {
            0: self.tr("keine neuen Funde"),
            1: self.tr("1 neuer Fund"),
        }
        parts = [words.get(opinion.added, self.tr("{n} neue Funde").format(n=opinion.added))]
        if opinion.agreed:
            parts.append(self.tr("{n} übereinstimmend").format(n=opinion.agreed))
        if opinion.dropped:
            text = self.tr("{n} verworfen, da nicht im Text")
            parts.append(text.format(n=opinion.dropped))
        return self.tr("Zweite Meinung: {counts}.").format(counts=", ".join(parts))

    def _save_failed(self, error: BaseException) -> None:
        self.bars.error(error)
        self.bars.say(
            self.tr("Die letzten Änderungen sind noch nicht gespeichert."),
            tone=Tone.DANGER,
            action=(self.tr("Erneut versuchen"), self._session.flush),
        )
