"""Vendors are kept with their profile; a removal can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain import Label
from desktop.exchange.vendors import Vendor
from desktop.services import vendors
from desktop.services.context import Context
from desktop.ui.bars import Bars
from desktop.ui.icons import Icons
from desktop.ui.shell import Shell
from desktop.ui.vendors import Vendors


@pytest.fixture
def bars(qtbot: QtBot, shell: Shell) -> Bars:
    result = Bars(Icons(shell.theme))
    qtbot.addWidget(result)
    return result


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, ctx: Context, bars: Bars) -> Vendors:
    widget = Vendors(shell, ctx, bars)
    widget.resize(1100, 700)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def idle(page: Vendors) -> bool:
    return page._shell.tasks.busy == 0


def test_a_new_vendor_is_stored_with_its_profile(qtbot: QtBot, page: Vendors, ctx: Context) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: idle(page))
    assert page.empty.isVisible()
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    assert not page.save_button.isEnabled()
    qtbot.keyClicks(page.form.name, "Werkstatt Nord")
    qtbot.keyClicks(page.form.email, "technik@werkstatt.example")
    page.form.boxes[Label.ORG].setChecked(True)
    page.form.instructions.setPlainText("Bitte die Platzhalter stehen lassen.")
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.list.count() == 1 and idle(page))
    (stored,) = vendors.list_vendors(ctx)
    assert stored.name == "Werkstatt Nord"
    assert stored.allowed == {Label.ORG}
    assert stored.instructions.startswith("Bitte")
    assert not page.save_button.isEnabled(), "nothing unsaved is left"


def test_an_invalid_address_is_marked(qtbot: QtBot, page: Vendors, ctx: Context) -> None:
    page.begin_new()
    page.form.name.setText("Werkstatt Nord")
    page.form.email.setText("keine Adresse")
    page.save()
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.form.email.property("invalid") == "true"
    assert vendors.list_vendors(ctx) == []


def test_a_removal_can_be_undone(qtbot: QtBot, page: Vendors, ctx: Context, bars: Bars) -> None:
    vendors.add_vendor(ctx, vendor=Vendor(id="", name="Werkstatt Nord"))
    page.refresh()
    qtbot.waitUntil(lambda: page.list.count() == 1)
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.list.count() == 0 and idle(page))
    assert vendors.list_vendors(ctx) == []
    (bar,) = bars.bars()
    bar.action_button.click()
    qtbot.waitUntil(lambda: page.list.count() == 1 and idle(page))
    assert [vendor.name for vendor in vendors.list_vendors(ctx)] == ["Werkstatt Nord"]


def test_two_vendors_cannot_share_a_name(qtbot: QtBot, page: Vendors, ctx: Context) -> None:
    vendors.add_vendor(ctx, vendor=Vendor(id="", name="Werkstatt Nord"))
    page.begin_new()
    page.form.name.setText("Werkstatt Nord")
    page.save()
    qtbot.waitUntil(page.trouble.isVisible)
    assert "Werkstatt Nord" in page.trouble.text()
