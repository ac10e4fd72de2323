"""The panel of persons and data: grouping, the expanded card, persons by drag and menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desktop.domain import Label, Mention, Person, Span
from desktop.ui.desk_actions import DeskActions
from desktop.ui.entities import EntityPanel
from desktop.ui.entity_card import Detail, EntityCard
from desktop.ui.entity_groups import Entity, Group
from desktop.ui.entity_rows import ROLE
from desktop.ui.icons import Icons
from desktop.ui.mark_owners import Marks
from desktop.ui.theme import Theme

TEXT = "Max Muster, Eva Beispiel, 0171 / 55 89, Max Muster"
MAX = Span(0, 10, Label.PERSON, 0.99, "model", ("rule:salutation",))
EVA = Span(12, 24, Label.PERSON, 0.6, "model")
PHONE = Span(26, 38, Label.PHONE, 0.97, "rule:phone")
AGAIN = Span(40, 50, Label.PERSON)
MARKS = Marks(
    (MAX, EVA, PHONE, AGAIN),
    (
        Person(1, "Max Muster", (Mention(MAX, "first_mention"), Mention(AGAIN, "same_name"))),
        Person(2, "Eva Beispiel", (Mention(EVA, "first_mention"),), role="sender"),
    ),
)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> EntityPanel:
    owner = QObject()
    commands = DeskActions(Icons(theme, owner), theme, owner)

    def describe(entity: Entity, current: Span) -> Detail:
        return Detail(entity, current, "[NAME-1-7KQ]", "same_name", MARKS.persons, True)

    def build(detail: Detail) -> EntityCard:
        return EntityCard(
            detail,
            theme,
            relabel=commands.labels,
            accept=commands.accept,
            remove=commands.remove,
            apply_to_all=commands.apply_to_all,
        )

    result = EntityPanel(theme, describe, build)
    result.owner_ = owner  # keeps the actions alive as long as the panel
    result.editable = True
    qtbot.addWidget(result)
    result.resize(304, 640)
    result.show()
    result.show_marks(TEXT, MARKS)
    return result


def group(panel: EntityPanel, at: int) -> Group:
    found = panel.topLevelItem(at).data(0, ROLE)
    assert isinstance(found, Group)
    return found


def spoken(panel: EntityPanel) -> list[list[str]]:
    rows = []
    for at in range(panel.topLevelItemCount()):
        top = panel.topLevelItem(at)
        rows.append([top.text(0), *(top.child(n).text(0) for n in range(top.childCount()))])
    return rows


def test_rows_are_grouped_and_say_everything(panel: EntityPanel) -> None:
    assert spoken(panel) == [
        ["Max Muster", "Name: Max Muster, 2 Stellen, Sicherheit .99"],
        ["Eva Beispiel", "Name: Eva Beispiel, Sicherheit .60, unsicher"],
        ["Ohne Person", "Telefon: 0171 / 55 89, Sicherheit .97"],
    ]


def test_the_chosen_row_expands_and_explains(panel: EntityPanel, qtbot: QtBot) -> None:
    panel.show_current(MAX)
    card = panel.card
    assert card is not None
    texts = [child.text() for child in card.findChildren(type(card.token))]
    assert any("Sprachmodell und Regelwerk" in text for text in texts)
    assert any("0,99" in text or "0.99" in text for text in texts)
    assert card.token.text() == "→ [NAME-1-7KQ]"
    with qtbot.waitSignal(panel.chosen) as chosen:
        card.place_wanted.emit(AGAIN)
    assert chosen.args == [AGAIN]
    panel.show_current(None)
    assert panel.card is None


def test_choosing_by_keyboard_tells_the_first_place(panel: EntityPanel, qtbot: QtBot) -> None:
    panel.show_current(MAX)
    panel.setFocus()
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel, Qt.Key.Key_Down)
        qtbot.keyClick(panel, Qt.Key.Key_Down)
    assert chosen.args == [EVA]


def test_dropping_moves_data_and_merges_persons(panel: EntityPanel, qtbot: QtBot) -> None:
    phone = group(panel, 2).entities[0]
    with qtbot.waitSignal(panel.move_wanted) as moved:
        panel.drop(phone, group(panel, 0))
    assert moved.args == [(PHONE,), 1]
    with qtbot.waitSignal(panel.merge_wanted) as merged:
        panel.drop(group(panel, 1), group(panel, 0))
    assert merged.args == [1, 2]
    with qtbot.waitSignal(panel.move_wanted) as dissolved:
        panel.drop(group(panel, 1), group(panel, 2))
    assert dissolved.args == [(EVA,), None]


def test_the_menu_offers_the_other_persons(panel: EntityPanel, qtbot: QtBot) -> None:
    menu = panel.menu_for(group(panel, 2).entities[0])
    assert menu is not None
    choices = menu.actions()[0].menu()
    assert [action.text() for action in choices.actions()] == [
        "Max Muster",
        "Eva Beispiel",
        "Neue Person",
    ]
    with qtbot.waitSignal(panel.move_wanted) as moved:
        choices.actions()[1].trigger()
    assert moved.args == [(PHONE,), 2]
    panel.editable = False
    assert panel.menu_for(group(panel, 0)) is None


def test_folded_persons_stay_folded(panel: EntityPanel) -> None:
    panel.topLevelItem(1).setExpanded(False)
    panel.show_marks(TEXT, MARKS)
    assert [panel.topLevelItem(at).isExpanded() for at in range(3)] == [True, False, True]
    panel.show_current(EVA)
    assert panel.topLevelItem(1).isExpanded()
