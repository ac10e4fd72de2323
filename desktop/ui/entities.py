"""The panel of persons and data: everything found, by person, the selected one expanded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain import Span
from desktop.ui import labels
from desktop.ui.entity_card import Detail, EntityCard
from desktop.ui.entity_groups import Entity, Group, groups
from desktop.ui.entity_rows import ROLE, EntityDelegate, group_name, spoken
from desktop.ui.mark_owners import Marks
from desktop.ui.theme import Theme

Describe = Callable[[Entity, Span], Detail]
Build = Callable[[Detail], EntityCard]
_SPOKEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class _Row(QTreeWidgetItem):
    """Says what it shows only when asked: a long list is mostly out of sight."""

    def __init__(self, shown: Entity | Group, flags: Qt.ItemFlag) -> None:
        super().__init__()
        self.shown = shown
        self.setFlags(flags)

    def data(self, column: int, role: int) -> object:
        if role == ROLE:
            return self.shown
        if role in _SPOKEN:
            return group_name(self.shown) if isinstance(self.shown, Group) else spoken(self.shown)
        return super().data(column, role)


class EntityPanel(QTreeWidget):
    """Shows marks and passes on what the user wants with them; it changes nothing itself."""

    chosen = Signal(object)  # Span
    move_wanted = Signal(object, object)  # tuple[Span, ...], person number | 0 new | None nobody
    merge_wanted = Signal(int, int)  # person that stays, person that goes
    hovered = Signal(object)  # Span | None

    def __init__(
        self, theme: Theme, describe: Describe, build: Build, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._build = build
        self._groups: tuple[Group, ...] = ()
        self._current: Span | None = None
        self._items: dict[Span, _Row] = {}
        self._detail: QTreeWidgetItem | None = None
        self._closed: set[int | None] = set()
        self._flags_used: Qt.ItemFlag | None = None
        self.editable = False
        self._delegate = EntityDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Personen und Daten"))
        self.currentItemChanged.connect(self._current_changed)
        self.itemClicked.connect(self._clicked)
        self.itemCollapsed.connect(lambda item: self._remember(item, closed=True))
        self.itemExpanded.connect(lambda item: self._remember(item, closed=False))
        self.itemEntered.connect(self._entered)
        self.customContextMenuRequested.connect(self._menu)
        theme.changed.connect(self.viewport().update)

    # --- showing --------------------------------------------------------------------------

    def show_marks(self, text: str, marks: Marks) -> None:
        """List all marks anew; what was folded and chosen stays so where it still exists."""
        found = groups(text, marks)
        place = self.verticalScrollBar().value()
        self.blockSignals(True)
        if _outline(found) == _outline(self._groups) and self._flags == self._flags_used:
            self._refill(found)
        else:
            self._rebuild(found)
        self._groups = found
        self.blockSignals(False)
        self.show_current(self._current if self._current in self._items else None)
        self.verticalScrollBar().setValue(place)

    def _rebuild(self, found: Sequence[Group]) -> None:
        self._items.clear()
        self._keep_focus()
        self._detail = None
        self.clear()
        self._flags_used = self._flags
        for group in found:
            top = _Row(group, self._flags)
            rows = [_Row(entity, self._flags) for entity in group.entities]
            top.addChildren(rows)
            self.addTopLevelItem(top)
            for entity, item in zip(group.entities, rows, strict=True):
                self._items.update(dict.fromkeys(entity.spans, item))
            top.setExpanded(group.number not in self._closed)

    def _refill(self, found: Sequence[Group]) -> None:
        """The same rows with other scores or places, which is what most edits come to."""
        self._items.clear()
        for at, group in enumerate(found):
            top = self.topLevelItem(at)
            assert isinstance(top, _Row)
            top.shown = group
            rows = (child for child in map(top.child, range(top.childCount())))
            for entity, row in zip(group.entities, rows, strict=True):
                assert isinstance(row, _Row)
                row.shown = entity
                self._items.update(dict.fromkeys(entity.spans, row))
        self.viewport().update()

    @property
    def _flags(self) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.editable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def show_current(self, span: Span | None) -> None:
        """Select and expand the row of ``span``, without telling anybody."""
        self._current = span
        item = self._items.get(span) if span is not None else None
        entity = item.shown if item is not None else None
        detail = self._describe(entity, span) if isinstance(entity, Entity) and span else None
        if detail is not None and self._stands(item, detail):
            return
        self.blockSignals(True)
        self._fold_detail()
        if item is None or detail is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            group = item.parent()
            assert group is not None  # entities never stand at the top
            group.setExpanded(True)
            self.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._unfold_detail(item, detail)
        self.blockSignals(False)

    def _stands(self, item: QTreeWidgetItem | None, detail: Detail) -> bool:
        """Whether just this is unfolded already, at the row that is the current one."""
        card = self.card
        if card is None or card.detail != detail or self._detail is None:
            return False
        return self._detail.parent() is item is self.currentItem()

    @property
    def current(self) -> Span | None:
        return self._current

    @property
    def card(self) -> EntityCard | None:
        found = self.itemWidget(self._detail, 0) if self._detail is not None else None
        return found if isinstance(found, EntityCard) else None

    def _unfold_detail(self, row: _Row, shown: Detail) -> None:
        detail = QTreeWidgetItem()
        detail.setFlags(Qt.ItemFlag.NoItemFlags)  # the caret passes over it; its card stays alive
        row.addChild(detail)
        card = self._build(shown)
        card.place_wanted.connect(self.chosen)
        spans = shown.entity.spans
        card.person_wanted.connect(lambda number: self.move_wanted.emit(spans, number))
        self._detail = detail
        self.setItemWidget(detail, 0, card)
        self._fit_detail()
        row.setExpanded(True)
        self.scrollToItem(detail)
        self.scrollToItem(row)

    def _fit_detail(self) -> None:
        """The card wraps its words, so its height hangs on the panel's width."""
        card = self.card
        if card is None or self._detail is None:
            return
        width = self.viewport().width()
        card.setFixedWidth(width)
        height = card.heightForWidth(width) if card.hasHeightForWidth() else -1
        if height < 0:
            height = card.sizeHint().height()
        self._detail.setSizeHint(0, QSize(width, height))

    def _fold_detail(self) -> None:
        self._keep_focus()
        if self._detail is not None:
            item = self._detail.parent()
            if item is not None:
                item.removeChild(self._detail)
            self._detail = None

    def _keep_focus(self) -> None:
        """The card goes; a focus inside it must not land somewhere in the window."""
        card, focused = self.card, self.window().focusWidget()
        if card is not None and focused is not None and card.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._detail is not None:
            self._fit_detail()
            self.scrollToItem(self._detail)

    # --- choosing -------------------------------------------------------------------------

    def _current_changed(self, item: QTreeWidgetItem | None) -> None:
        entity = item.data(0, ROLE) if item is not None else None
        if isinstance(entity, Entity) and self._current not in entity.spans:
            self.chosen.emit(entity.spans[0])

    def _clicked(self, item: QTreeWidgetItem) -> None:
        shown = item.data(0, ROLE)
        if isinstance(shown, Group):
            item.setExpanded(not item.isExpanded())
        elif isinstance(shown, Entity) and self._current in shown.spans:
            self.chosen.emit(self._current)

    def _remember(self, item: QTreeWidgetItem, *, closed: bool) -> None:
        shown = item.data(0, ROLE)
        if isinstance(shown, Group):
            (self._closed.add if closed else self._closed.discard)(shown.number)

    def _entered(self, item: QTreeWidgetItem) -> None:
        shown = item.data(0, ROLE)
        self.hovered.emit(shown.spans[0] if isinstance(shown, Entity) else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing must not jump through the list: letters and digits are the desk's keys."""
        if event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)

    # --- persons --------------------------------------------------------------------------

    def _menu(self, position: QPoint) -> None:
        item = self.itemAt(position)
        menu = self.menu_for(item.data(0, ROLE)) if item is not None else None
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(position))

    def menu_for(self, shown: Entity | Group | None) -> QMenu | None:
        """What can be done with a row's person; None when nothing can."""
        if not self.editable or shown is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(shown, Group):
            if shown.person is None:
                return None
            self._add_merges(menu, shown.person.number)
            spans = tuple(span for entity in shown.entities for span in entity.spans)
            menu.addAction(self.tr("Person auflösen"), lambda: self.move_wanted.emit(spans, None))
            return menu
        self._add_moves(menu, shown)
        return menu

    def _add_merges(self, menu: QMenu, number: int) -> None:
        sub = menu.addMenu(self.tr("Ist dieselbe Person wie"))
        for other, name in self._others(number):
            sub.addAction(name, partial(self.merge_wanted.emit, other, number))
        sub.setEnabled(not sub.isEmpty())

    def _add_moves(self, menu: QMenu, entity: Entity) -> None:
        sub = menu.addMenu(self.tr("Gehört zu"))
        for other, name in self._others(entity.person):
            sub.addAction(name, partial(self.move_wanted.emit, entity.spans, other))
        if entity.person is not None:
            sub.addAction(labels.nobody(), lambda: self.move_wanted.emit(entity.spans, None))
        sub.addAction(self.tr("Neue Person"), lambda: self.move_wanted.emit(entity.spans, 0))

    def _others(self, number: int | None) -> list[tuple[int, str]]:
        found = []
        for at in range(self.topLevelItemCount()):
            item = self.topLevelItem(at)
            group = item.data(0, ROLE) if item is not None else None
            if isinstance(group, Group) and group.number not in (None, number):
                assert group.number is not None
                found.append((group.number, group_name(group)))
        return found

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._drop_target(event.position().toPoint()) is None:
            event.ignore()
        else:
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropping data on a person moves it there; a person on a person makes them one."""
        target = self._drop_target(event.position().toPoint())
        item = self.currentItem()
        source = item.data(0, ROLE) if item is not None else None
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the marks change, then the list follows
        event.accept()
        if target is not None:
            self.drop(source, target)

    def drop(self, source: Entity | Group | None, target: Group) -> None:
        if isinstance(source, Entity) and source.person != target.number:
            self.move_wanted.emit(source.spans, target.number)
        elif isinstance(source, Group) and source.number != target.number:
            if target.number is None:
                spans: Collection[Span] = tuple(s for e in source.entities for s in e.spans)
                self.move_wanted.emit(spans, None)
            elif source.number is not None:
                self.merge_wanted.emit(target.number, source.number)

    def _drop_target(self, position: QPoint) -> Group | None:
        item = self.itemAt(position)
        while item is not None:
            shown = item.data(0, ROLE)
            if isinstance(shown, Group):
                return shown
            item = item.parent()
        return None


def _outline(found: Sequence[Group]) -> list[tuple[object, ...]]:
    """What the rows are, apart from their scores and places."""
    return [(g.number, group_name(g), *(entity.key for entity in g.entities)) for g in found]
