"""The two texts side by side: marks in both, scrolling and hovering linked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain import HUMAN, Segment, Span
from desktop.services.review import is_uncertain
from desktop.split.split import Split
from desktop.split.tokens import TokenEntry
from desktop.ui.markpaint import Ident, Mark
from desktop.ui.marktext import MarkText
from desktop.ui.textmap import Ranges, display_description
from desktop.ui.theme import Theme


class TwinViews(QObject):
    """Keeps ``original`` and ``description`` in step; a mark is known by its original place."""

    chosen = Signal(object)  # Ident | None

    def __init__(self, theme: Theme, describe: Callable[[Ident], str], parent: QObject) -> None:
        super().__init__(parent)
        self.original = MarkText(theme)
        self.original.resizable = True
        self.original.setAccessibleName(self.tr("Original der Nachricht"))
        self.description = MarkText(theme)
        self.description.displayed = display_description
        self.description.setAccessibleName(self.tr("Problembeschreibung mit Platzhaltern"))
        self.ranges = Ranges(())
        self._spans: tuple[Span, ...] = ()
        self._segments: tuple[Segment, ...] = ()
        self._following = False
        for view, other in (
            (self.original, self.description),
            (self.description, self.original),
        ):
            view.describe_mark = describe
            view.mark_hovered.connect(self.show_hover)
            view.mark_chosen.connect(self.chosen)
            view.verticalScrollBar().valueChanged.connect(
                lambda _value, view=view, other=other: self._follow(view, other)
            )

    # --- showing --------------------------------------------------------------------------

    def show_text(self, text: str, segments: Sequence[Segment]) -> None:
        """A new mail; until its first split the description is not known and stays empty."""
        self.ranges = Ranges(())
        self._spans, self._segments = (), tuple(segments)
        self._following = True
        self.original.show_text(text, segments)
        self.description.show_text("")
        self._following = False

    def show_spans(self, spans: Sequence[Span], *, editable: bool) -> None:
        self._spans = tuple(spans)
        self.original.resizable = editable
        self.original.show_marks([_mark(span, span.start, span.end) for span in spans])

    def show_split(self, split: Split) -> None:
        """The description of just these spans; the view keeps its place."""
        first = not self.description.text
        pairs = list(_pairs(split.entries))
        self.ranges = Ranges(pairs)
        segments = [
            replace(
                segment,
                start=self.ranges.to_description(segment.start),
                end=self.ranges.to_description(segment.end),
            )
            for segment in self._segments
        ]
        self._following = True
        if first:
            self.description.show_text(split.description, segments)
        else:
            self.description.change_text(split.description)
            self.description.show_segments(segments)
        spans = {(span.start, span.end): span for span in self._spans}
        self.description.show_marks(
            [_mark(spans[left], *right) for left, right in pairs if left in spans]
        )
        self._following = False
        if first:
            self._follow(self.original, self.description)

    def show_current(self, ident: Ident | None, *, reveal: bool) -> None:
        self._following = True
        self.original.show_current(ident, reveal=reveal and not self.description.hasFocus())
        self.description.show_current(ident, reveal=reveal and not self.original.hasFocus())
        self._following = False
        if reveal and not self.description.hasFocus():
            self._follow(self.original, self.description)

    def show_hover(self, ident: Ident | None) -> None:
        self.original.show_hover(ident)
        self.description.show_hover(ident)

    # --- selection ------------------------------------------------------------------------

    def selection(self) -> tuple[int, int] | None:
        """The selected range in the original, also when it was selected in the description."""
        if self.description.hasFocus():
            chosen = self.description.selection()
            if chosen is None:
                return None
            start, end = (self.ranges.to_original(point) for point in chosen)
            return (start, end) if start < end else None
        return self.original.selection()

    def clear_selection(self) -> None:
        self.original.clear_selection()
        self.description.clear_selection()

    @property
    def caret(self) -> int:
        """Where the user is, in the original."""
        if self.description.hasFocus():
            return self.ranges.to_original(self.description.caret)
        return self.original.caret

    @property
    def focused(self) -> bool:
        return self.original.hasFocus() or self.description.hasFocus()

    def take_focus(self) -> None:
        self.original.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- scrolling ------------------------------------------------------------------------

    def _follow(self, view: MarkText, other: MarkText) -> None:
        """Bring to the other's top what stands at this view's top; ends meet at the end."""
        if self._following or not other.text:
            return
        self._following = True
        bar = view.verticalScrollBar()
        if bar.maximum() > 0 and bar.value() == bar.maximum():
            other.verticalScrollBar().setValue(other.verticalScrollBar().maximum())
        else:
            point, part = view.anchor()
            to = self.ranges.to_description if view is self.original else self.ranges.to_original
            other.scroll_to(to(point), part)
        self._following = False


def _mark(span: Span, start: int, end: int) -> Mark:
    place = (span.start, span.end)
    return Mark(start, end, span.label, place, is_uncertain(span), span.source == HUMAN)


def _pairs(
    entries: Iterable[TokenEntry],
) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """Original range and description range of each token, in text order."""
    shift = 0
    for entry in entries:
        start = entry.start + shift
        yield (entry.start, entry.end), (start, start + len(entry.token))
        shift += len(entry.token) - (entry.end - entry.start)
