"""The expanded row of the panel: why it was found, what it becomes, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from desktop.domain import HUMAN, Label, Person, Span
from desktop.services.review import is_uncertain
from desktop.ui import labels
from desktop.ui.entity_groups import Entity
from desktop.ui.entity_rows import paint_badge
from desktop.ui.look import column, label, row
from desktop.ui.theme import UNIT, Theme

_NEW, _NOBODY = 0, -1  # in the list of persons


@dataclass(frozen=True, slots=True)
class Detail:
    """What the card shows: the entity, the place on the desk, its token and why it is whose."""

    entity: Entity
    current: Span
    token: str
    reason: str  # code of the mention, "" when it belongs to nobody
    persons: tuple[Person, ...]
    editable: bool


class LabelButton(QPushButton):
    """A label as a button: badge, name, and the digit that does the same."""

    def __init__(self, kind: Label, theme: Theme, *, digit: bool = True) -> None:
        super().__init__()
        self.label = kind
        self._theme = theme
        self._digit = labels.key(kind) if digit else ""
        self.setProperty("kind", "label")
        self.setAccessibleName(labels.name(kind))
        tip = f"{labels.name(kind)}: {labels.hint(kind)}"
        self.setToolTip(f"{tip} ({self._digit})" if self._digit else tip)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus with the text

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(labels.name(self.label)) + 6 * UNIT
        if self._digit:
            width += metrics.horizontalAdvance(self._digit) + UNIT
        return QSize(width, max(4 * UNIT, metrics.height() + UNIT))

    def minimumSizeHint(self) -> QSize:
        return QSize(9 * UNIT, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = 2.25 * UNIT
        box = QRectF(UNIT, (self.height() - side) / 2, side, side)
        paint_badge(painter, box, self.label, self._theme, hollow=not self.isEnabled())
        inner = self.rect().adjusted(int(UNIT + side) + 6, 0, -UNIT, 0)
        painter.setFont(self.font())
        painter.setPen(self._theme.color("muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, self._digit)
        if self._digit:
            inner.adjust(0, 0, -self.fontMetrics().horizontalAdvance(self._digit) - 4, 0)
        painter.setPen(self._theme.color("text" if self.isEnabled() else "edge"))
        name = painter.fontMetrics().elidedText(
            labels.name(self.label), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.end()


def label_menu(parent: QWidget, kinds: Sequence[Label], actions: dict[Label, QAction]) -> QMenu:
    """A menu of labels; the actions do what the digits do."""
    menu = QMenu(parent)
    for kind in kinds:
        menu.addAction(actions[kind])
    return menu


class EntityCard(QFrame):
    """Its buttons trigger the desk's own actions, so keyboard and mouse do the same."""

    place_wanted = Signal(object)  # Span
    person_wanted = Signal(object)  # int | None: 0 makes a new person, None means nobody

    def __init__(
        self,
        detail: Detail,
        theme: Theme,
        *,
        relabel: dict[Label, QAction],
        accept: QAction,
        remove: QAction,
        apply_to_all: QAction,
    ) -> None:
        super().__init__()
        self.detail = detail
        self._theme = theme
        self.setProperty("role", "detail")
        self.setAccessibleName(self.tr("Einzelheiten zu {value}").format(value=detail.entity.value))
        layout = column(self)
        layout.setContentsMargins(int(3.5 * UNIT), UNIT // 2, 2 * UNIT, 2 * UNIT)
        if len(detail.entity.spans) > 1:
            layout.addLayout(self._places())
        why = label(self._why(), "muted", wrap=True)
        sources = dict.fromkeys((detail.current.source, *detail.current.agreed))
        why.setToolTip("\n".join(map(labels.source_name, sources)))
        layout.addWidget(why)
        if detail.token:
            self.token = label(f"→ {detail.token}")
            self.token.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(self.token)
        layout.addLayout(self._labels(relabel))
        layout.addLayout(self._persons())
        layout.addLayout(self._buttons(accept, remove, apply_to_all))

    def _places(self) -> QHBoxLayout:
        spans = self.detail.entity.spans
        at = spans.index(self.detail.current) if self.detail.current in spans else 0
        layout = row(spacing=UNIT // 2)
        text = self.tr("Stelle {n} von {all}").format(n=at + 1, all=len(spans))
        layout.addWidget(label(text, "small"), 1)
        for sign, tip, step in (
            ("‹", self.tr("Vorige Stelle"), -1),
            ("›", self.tr("Nächste Stelle"), 1),
        ):
            button = QPushButton(sign)
            button.setProperty("kind", "quiet")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            target = spans[(at + step) % len(spans)]
            button.clicked.connect(lambda _=False, span=target: self.place_wanted.emit(span))
            layout.addWidget(button)
        return layout

    def _why(self) -> str:
        """Which layers found it and agreed, how sure, and why it belongs to its person."""
        span = self.detail.current
        if span.source == HUMAN:
            names = labels.layer_names(span.agreed)
            lines = [self.tr("Von Hand gesetzt oder bestätigt.")]
            if names:
                lines.append(self.tr("Zuvor gefunden: {who}.").format(who=_and(names)))
        else:
            names = labels.layer_names((span.source, *span.agreed))
            lines = [self.tr("Gefunden: {who}.").format(who=_and(names))]
            sure = QLocale().toString(int(span.score * 100) / 100, "f", 2)
            if is_uncertain(span):
                lines.append(self.tr("Unsicher ({score}): bitte prüfen.").format(score=sure))
            else:
                lines.append(self.tr("Sicherheit {score}.").format(score=sure))
        reason = labels.reason_name(self.detail.reason)
        if reason:
            lines.append(self.tr("Zuordnung: {why}.").format(why=reason))
        return " ".join(lines)

    def _labels(self, relabel: dict[Label, QAction]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, UNIT // 2, 0, 0)
        grid.setSpacing(UNIT // 2)
        mine = self.detail.entity.label
        shown = [*labels.KEYED] if mine in labels.KEYED else [*labels.KEYED[:-1], mine]
        for at, kind in enumerate(shown):
            button = LabelButton(kind, self._theme)
            button.setChecked(kind is mine)
            button.setEnabled(self.detail.editable)
            button.clicked.connect(relabel[kind].trigger)
            grid.addWidget(button, at // 2, at % 2)
        more = QPushButton(self.tr("Weitere …"))
        more.setProperty("kind", "label")
        more.setEnabled(self.detail.editable)
        more.setFixedHeight(button.sizeHint().height())
        rest = [kind for kind in Label if kind not in shown]
        menu = label_menu(more, rest, relabel)
        more.clicked.connect(lambda: menu.popup(more.mapToGlobal(more.rect().bottomLeft())))
        grid.addWidget(more, len(shown) // 2, len(shown) % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _persons(self) -> QHBoxLayout:
        layout = row()
        layout.setContentsMargins(0, UNIT // 2, 0, 0)
        title = label(self.tr("Gehört zu"), "muted")
        layout.addWidget(title)
        self.person = QComboBox()
        self.person.setAccessibleName(self.tr("Gehört zu"))
        self.person.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for person in self.detail.persons:
            self.person.addItem(person.name or labels.unnamed(person.number), person.number)
        self.person.addItem(labels.nobody(), _NOBODY)
        self.person.addItem(self.tr("Neue Person"), _NEW)
        number = self.detail.entity.person
        self.person.setCurrentIndex(self.person.findData(_NOBODY if number is None else number))
        self.person.setEnabled(self.detail.editable)
        self.person.activated.connect(self._person_chosen)
        layout.addWidget(self.person, 1)
        return layout

    def _person_chosen(self) -> None:
        number = self.person.currentData()
        wanted = None if number == _NOBODY else number
        if wanted != self.detail.entity.person:
            self.person_wanted.emit(wanted)

    def _buttons(self, accept: QAction, remove: QAction, apply_to_all: QAction) -> QHBoxLayout:
        layout = row(spacing=UNIT // 2)
        layout.setContentsMargins(0, UNIT // 2, 0, 0)
        for action, text in (
            (accept, self.tr("Bestätigen")),
            (remove, self.tr("Entfernen")),
            (apply_to_all, self.tr("Überall")),
        ):
            button = QPushButton(text)
            button.setProperty("kind", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
            button.setAccessibleName(action.text())
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)
            button.clicked.connect(action.trigger)
            layout.addWidget(button, 1)
        return layout


def _and(names: Sequence[str]) -> str:
    """A list in words: the layers that agreed."""
    joined = " " + QCoreApplication.translate("EntityCard", "und") + " "
    return joined.join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
