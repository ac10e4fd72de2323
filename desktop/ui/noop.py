"""Marks texts for translation where they stand, to be translated where they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself. The name is what ``pyside6-lupdate`` looks for; PySide6's own of this name
    is typed as ``object``.
    """
    return text
