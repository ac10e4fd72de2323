"""What a failure says to the user: what happened, and what is safe and to be done.

The core raises codes; ``message_texts.py`` holds the German source of each. A bug has no code: it
gets a reference number that the log file repeats.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.errors import UserError
from desktop.ui.message_texts import REASONS, TEXTS
from desktop.ui.noop import QT_TRANSLATE_NOOP

log = logging.getLogger(__name__)

_UNKNOWN = (
    QT_TRANSLATE_NOOP("messages", "Das ist nicht möglich ({code})."),
    QT_TRANSLATE_NOOP("messages", "Es wurde nichts verändert."),
)
_BUG = (
    QT_TRANSLATE_NOOP("messages", "Ein Fehler im Programm ist aufgetreten."),
    QT_TRANSLATE_NOOP(
        "messages",
        "Gespeichertes ist unversehrt. Versuchen Sie es noch einmal. Bleibt der Fehler, "
        "nennen Sie bei einer Meldung die Nummer {reference}; sie steht auch im Protokoll.",
    ),
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """``headline`` says what happened; ``advice`` what is safe and what to do."""

    headline: str
    advice: str
    reference: str = ""

    def as_text(self) -> str:
        return f"{self.headline} {self.advice}".strip()


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def _translate(text: str) -> str:
    return QCoreApplication.translate("messages", text)


def explain(error: BaseException) -> Explanation:
    """The words for any failure; a bug is logged under its reference number."""
    if isinstance(error, UserError):
        return explain_code(error.code, error.values)
    # Imported here: the log module sets up files, which a mere look at a text must not.
    from desktop.log import reference

    number = reference(error)
    headline, advice = (_translate(text) for text in _BUG)
    return Explanation(headline, advice.format(reference=number), reference=number)


def explain_code(code: str, values: Mapping[str, object]) -> Explanation:
    """The words for a code with its values; an unknown code is named rather than hidden."""
    headline, advice = TEXTS.get(code, _UNKNOWN)
    filled = _Values({name: _value(name, value) for name, value in values.items()} | {"code": code})
    return Explanation(
        _translate(headline).format_map(filled), _translate(advice).format_map(filled)
    )


def _value(name: str, value: object) -> object:
    """Reasons and the like are codes of their own."""
    text = str(value)
    if name in ("reason", "problem") and text in REASONS:
        return _translate(REASONS[text])
    return value
