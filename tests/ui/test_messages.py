"""Every code that the program can raise has words, and the words fit the code's values."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.errors import UserError
from desktop.ui import messages
from desktop.ui.audit_words import ACTIONS, action_name, details_text
from desktop.ui.message_texts import REASONS, TEXTS
from desktop.vault import audit_words

DESKTOP = Path(__file__).resolve().parent.parent.parent / "desktop"
COMMAND_LINE = {"cli.py", "app.py", "__main__.py"}  # these have words of their own
# Codes of the core that only the command line can meet.
HEADLESS = {"bad_json_line", "unknown_label", "evaluate_unannotated", "evaluate_order"} | {
    "evaluate_count"
}


def raised() -> dict[str, set[str]]:
    """Each code in a ``UserError("code", …)`` of the program, with the names of its values."""
    found: dict[str, set[str]] = {}
    for path in DESKTOP.rglob("*.py"):
        if path.name in COMMAND_LINE:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            first = node.args[0]
            if name == "UserError" and isinstance(first, ast.Constant):
                values = {word.arg for word in node.keywords if word.arg}
                known = found.setdefault(str(first.value), values)
                known &= values  # only what every place gives can be relied on
    return found


RAISED = raised()


@pytest.mark.parametrize("code", sorted(set(RAISED) - HEADLESS))
def test_every_code_has_words(code: str) -> None:
    assert code in TEXTS


@pytest.mark.parametrize("code", sorted(set(TEXTS) & set(RAISED)))
def test_words_use_only_values_that_are_given(code: str) -> None:
    for text in TEXTS[code]:
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        assert fields <= RAISED[code] | {"code", "file"}, code


def test_values_are_filled_in(qapp: QApplication) -> None:
    said = messages.explain(UserError("unreadable_file", file="brief.msg", reason="io"))
    assert said.headline == "„brief.msg“ lässt sich nicht lesen: Lesefehler."
    assert said.advice == "Es wurde nichts übernommen."
    assert said.as_text().startswith("„brief.msg“")


def test_missing_values_do_not_break_the_message(qapp: QApplication) -> None:
    assert "…" in messages.explain(UserError("unreadable_file")).headline


def test_an_unknown_code_is_named(qapp: QApplication) -> None:
    assert "so_etwas" in messages.explain(UserError("so_etwas")).headline


def test_a_bug_gets_a_reference_and_shows_nothing_of_its_text(qapp: QApplication) -> None:
    said = messages.explain(ValueError("Annegret Brömmelkamp, Tel. 0591 80 44 217"))
    assert said.reference
    assert said.reference in said.advice
    assert "Annegret" not in said.as_text()


def test_reasons_are_words(qapp: QApplication) -> None:
    for code, words in REASONS.items():
        said = messages.explain_code("unreadable_file", {"file": "x", "reason": code})
        assert words in said.headline


def test_every_audit_action_has_words(qapp: QApplication) -> None:
    assert set(ACTIONS) >= audit_words.ACTIONS
    assert action_name("approved") == "Freigegeben"


def test_details_leave_out_what_says_nothing(qapp: QApplication) -> None:
    assert details_text({"marks": 9, "gaps": 0}) == "Funde 9"
