"""What the desk's actions do to marks: choose, add, relabel, resize, accept, remove, walk."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain import HUMAN, Label, Span
from desktop.services.review import is_uncertain
from desktop.ui import labels, marks
from desktop.ui.desk_actions import DeskActions
from desktop.ui.desk_session import ReviewSession
from desktop.ui.desk_views import TwinViews
from desktop.ui.mark_owners import Marks, merge_persons, move
from desktop.ui.markpaint import Ident
from desktop.ui.marks import Step, StepKind


class Editing(QObject):
    """Holds which mark is chosen; every change goes through the session as one undoable step."""

    chosen = Signal(object)  # Span | None
    said = Signal(str)  # for screen readers
    bulk_done = Signal(str)  # a step that touched more than one mark, in words

    def __init__(
        self, session: ReviewSession, views: TwinViews, actions: DeskActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._views = views
        self._actions = actions
        self.current: Span | None = None
        self._connect()

    def _connect(self) -> None:
        actions = self._actions
        for action, callback in (
            (actions.undo, self.undo),
            (actions.redo, self.redo),
            (actions.next_mark, lambda: self.walk(1)),
            (actions.previous_mark, lambda: self.walk(-1)),
            (actions.next_uncertain, self.next_uncertain),
            (actions.accept, self.accept),
            (actions.accept_all, self.accept_all),
            (actions.remove, self.remove),
            (actions.remove_all, self.remove_all),
            (actions.apply_to_all, self.apply_to_all),
            (actions.end_right, lambda: self.stretch(0, 1)),
            (actions.end_left, lambda: self.stretch(0, -1)),
            (actions.start_left, lambda: self.stretch(-1, 0)),
            (actions.start_right, lambda: self.stretch(1, 0)),
        ):
            _on_trigger(action.triggered.connect, callback)
        for label, action in actions.labels.items():
            _on_trigger(action.triggered.connect, partial(self.set_label, label))

    # --- choosing and walking -------------------------------------------------------------

    def choose(self, span: Span | None, *, reveal: bool = True) -> None:
        """Make ``span`` the current mark in both texts and the panel."""
        self.current = span
        ident = (span.start, span.end) if span is not None else None
        self._views.show_current(ident, reveal=reveal and span is not None)
        self.refresh()
        self.chosen.emit(span)
        if span is not None and reveal:
            self.said.emit(self._spoken(span))

    def choose_ident(self, ident: Ident | None) -> None:
        """The caret moved: onto a mark, or away from all."""
        span = self._at(ident)
        if span != self.current:
            self.choose(span, reveal=False)
            if span is not None:
                self.said.emit(self._spoken(span))

    def _at(self, ident: Ident | None) -> Span | None:
        spans = self._session.marks.spans
        return next((span for span in spans if (span.start, span.end) == ident), None)

    def _spoken(self, span: Span) -> str:
        spans = self._session.marks.spans
        words = [labels.name(span.label), self._text[span.start : span.end]]
        if is_uncertain(span):
            words.append(self.tr("unsicher"))
        words.append(self.tr("Fund {n} von {all}").format(n=spans.index(span) + 1, all=len(spans)))
        return ", ".join(words)

    def walk(self, by: int) -> None:
        """To the next or previous mark from the caret, around the ends."""
        self._go(self._session.marks.spans, by)

    def next_uncertain(self) -> None:
        """To the next uncertain mark; when none is left, to the next one no human confirmed."""
        spans = self._session.marks.spans
        wanted = [span for span in spans if is_uncertain(span)]
        self._go(wanted or [span for span in spans if span.source != HUMAN] or spans, 1)

    def _go(self, spans: Collection[Span], by: int) -> None:
        if not spans:
            return
        at = self.current.start if self.current is not None else self._views.caret
        if by > 0:
            ahead = [s for s in spans if s.start > at or (self.current is None and s.end >= at)]
            target = min(ahead, default=min(spans))
        else:
            target = max((span for span in spans if span.start < at), default=max(spans))
        if not self._views.focused:
            self._views.take_focus()
        self.choose(target)

    # --- changing -------------------------------------------------------------------------

    def set_label(self, label: Label) -> None:
        """Mark the selection, or give the current mark another label."""
        selection = self._views.selection()
        if selection is not None:
            self.add(*selection, label)
        elif self.current is not None:
            span = self.current
            after = marks.relabel(self._text, self._marks, [span], label)
            self._edit(StepKind.RELABEL, after, (span.start, span.end))

    def add(self, start: int, end: int, label: Label) -> None:
        """Mark a selected range, grown to whole words."""
        snapped = marks.snap(self._text, start, end)
        self._views.clear_selection()
        if snapped is None:
            return
        after = marks.add(self._text, self._marks, *snapped, label)
        if not self._edit(StepKind.ADD, after, snapped):
            self.choose(self._at(snapped), reveal=False)

    def accept(self) -> None:
        if self.current is not None:
            span = self.current
            after = marks.accept(self._text, self._marks, [span])
            self._edit(StepKind.ACCEPT, after, (span.start, span.end))

    def accept_all(self) -> None:
        if self.current is None:
            return
        span = self.current
        same = marks.same_value(self._text, self._marks, span)
        after = marks.accept(self._text, self._marks, same)
        self._edit(StepKind.ACCEPT, after, (span.start, span.end), count=len(same))

    def remove(self) -> None:
        if self.current is not None:
            after = marks.remove(self._text, self._marks, [self.current])
            self._edit(StepKind.REMOVE, after, None)

    def remove_all(self) -> None:
        if self.current is None:
            return
        same = marks.same_value(self._text, self._marks, self.current)
        after = marks.remove(self._text, self._marks, same)
        self._edit(StepKind.REMOVE, after, None, count=len(same))

    def apply_to_all(self) -> None:
        """Mark every place with the same words like the current mark."""
        if self.current is None:
            return
        span = self.current
        after, count = marks.apply_to_all(self._text, self._marks, span)
        if not count:
            self.said.emit(self.tr("Keine weitere Stelle"))
        self._edit(StepKind.APPLY_ALL, after, (span.start, span.end), count=count)

    def resize(self, ident: Ident, start: int, end: int) -> None:
        """Move the ends of the mark at ``ident``."""
        span = self._at(ident)
        if span is None:
            return
        after = marks.resize(self._text, self._marks, span, start, end)
        now = next((s for s in after.spans if s not in self._marks.spans), span)
        self._edit(StepKind.RESIZE, after, (now.start, now.end))

    def stretch(self, start: int, end: int) -> None:
        """Move the current mark's ends by characters."""
        if self.current is not None:
            span = self.current
            self.resize((span.start, span.end), span.start + start, span.end + end)

    def move(self, spans: Collection[Span], person: int | None) -> None:
        """Give marks to a person: a number, 0 for a new one, None for nobody."""
        after = move(self._text, self._marks, spans, person)
        self._edit(StepKind.MOVE, after, self._place, count=1)

    def merge(self, keep: int, other: int) -> None:
        self._edit(StepKind.MERGE, merge_persons(self._marks, keep, other), self._place)

    def _edit(self, kind: StepKind, after: Marks, then: Ident | None, *, count: int = 1) -> bool:
        place = then[0] if then else (self.current.start if self.current else 0)
        self.current = None
        done = self._session.edit(kind, after, count=count, place=place)
        self.choose(self._at(then), reveal=False)
        if done:
            words = self.step_text(kind, count)
            self.said.emit(words)
            if count > 1 or kind is StepKind.APPLY_ALL:  # some of it may be out of sight
                self.bulk_done.emit(words)
        return done

    # --- undo and redo --------------------------------------------------------------------

    def undo(self) -> None:
        step = self._session.undo()
        if step is not None:
            self._return_to(step)
            words = self.step_text(step.kind, step.count)
            self.said.emit(self.tr("Rückgängig: {step}").format(step=words))

    def redo(self) -> None:
        step = self._session.redo()
        if step is not None:
            self._return_to(step)
            words = self.step_text(step.kind, step.count)
            self.said.emit(self.tr("Wiederholt: {step}").format(step=words))

    def _return_to(self, step: Step) -> None:
        """Show the place where the step happened."""
        self.choose(self._session.marks.at(step.place))

    def step_text(self, kind: StepKind, count: int) -> str:
        many = count > 1
        return {
            StepKind.ADD: self.tr("Fund gesetzt"),
            StepKind.REMOVE: self.tr("{n} Funde entfernt") if many else self.tr("Fund entfernt"),
            StepKind.RELABEL: self.tr("Art geändert"),
            StepKind.RESIZE: self.tr("Grenzen geändert"),
            StepKind.ACCEPT: self.tr("{n} Funde bestätigt") if many else self.tr("Fund bestätigt"),
            StepKind.APPLY_ALL: self.tr("An {n} Stellen markiert")
            if many
            else self.tr("An einer Stelle markiert"),
            StepKind.MERGE: self.tr("Personen zusammengelegt"),
            StepKind.MOVE: self.tr("Zuordnung geändert"),
            StepKind.DETECT: self.tr("Neue Prüfung übernommen"),
            StepKind.OPINION: self.tr("Zweite Meinung übernommen"),
        }[kind].format(n=count)

    # --- enabling -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Enable just what can be done now."""
        session, actions = self._session, self._actions
        status = session.status
        editable, any_marks = status.editable, bool(session.marks.spans)
        selected = self._views.selection() is not None
        for step, action, word in (
            (session.history.next_undo, actions.undo, self.tr("Rückgängig")),
            (session.history.next_redo, actions.redo, self.tr("Wiederholen")),
        ):
            action.setEnabled(editable and step is not None)
            text = f"{word}: {self.step_text(step.kind, step.count)}" if step else word
            action.setToolTip(text)
        for action in (actions.next_mark, actions.previous_mark, actions.next_uncertain):
            action.setEnabled(any_marks)
        for action in actions.on_marks():
            action.setEnabled(editable and self.current is not None)
        for action in actions.labels.values():
            action.setEnabled(editable and (self.current is not None or selected))
        actions.find.setEnabled(session.review is not None)
        actions.detect.setEnabled(status.approvable)
        actions.approve.setEnabled(status.approvable)
        actions.reopen.setEnabled(status.reopenable)
        actions.export.setEnabled(status.exportable)

    @property
    def _text(self) -> str:
        return self._session.text

    @property
    def _marks(self) -> Marks:
        return self._session.marks

    @property
    def _place(self) -> Ident | None:
        return (self.current.start, self.current.end) if self.current is not None else None


def _on_trigger(connect: Callable[..., object], callback: Callable[[], object]) -> None:
    # ``triggered`` carries a bool that must not become the callback's argument.
    connect(lambda _checked=False: callback())
