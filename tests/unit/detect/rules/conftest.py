"""Shared by the tables of recognisers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.detect.merge import merge
from desktop.detect.rules import find
from desktop.domain import Label

Found = Callable[[str, Label], list[str]]


@pytest.fixture(scope="session")
def found() -> Found:
    """What the rules mark with a label, as the user sees it: settled and in text order."""

    def values(text: str, label: Label) -> list[str]:
        return [text[s.start : s.end] for s in merge(text, find(text)) if s.label is label]

    return values
