"""Announcing words from the word lists as patterns."""

from __future__ import annotations

from desktop.detect.rules.engine import SMALL
from desktop.detect.rules.lexicon import words

_ANY = f"[0-9{SMALL}-]{{0,40}}"


def key_pattern(section: str) -> str:
    """The words of a section of ``secret_words`` as one group of alternatives, longest first.

    In the list "*" stands for any first part of a compound, "_" for a blank, a dash or nothing.
    """
    keys = sorted(words("secret_words")[section], key=lambda key: (-len(key), key))
    parts = (key.replace("_", "[ _-]?").replace(".", "\\.").replace("*", _ANY) for key in keys)
    return f"(?:{'|'.join(parts)})"


def listed(section: str) -> tuple[str, ...]:
    """The words of a section of ``secret_words``, sorted; "_" stands for a blank."""
    return tuple(sorted(word.replace("_", " ") for word in words("secret_words")[section]))
