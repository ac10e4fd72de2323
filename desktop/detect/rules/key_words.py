"""Announcing words from the word lists as patterns."""

from __future__ import annotations

from desktop.detect.rules.engine import SMALL
from desktop.detect.rules.lexicon import words

_ANY = f"[0-9{SMALL}-]*"


def key_pattern(section: str) -> str:
    """The words of a section of ``secret_words`` as one group of alternatives, longest first.

    In the list "*" stands for any first part of a compound, "_" for a blank, a dash or nothing.
    """
    keys = sorted(words("secret_words")[section], key=lambda key: (-len(key), key))
    whole = [_written(key) for key in keys if key[0] != "*"]
    tails = [_written(key[1:]) for key in keys if key[0] == "*"]
    if tails:
        whole.append(f"{_ANY}(?:{'|'.join(tails)})")
    return f"(?:{'|'.join(whole)})"


def _written(key: str) -> str:
    return key.replace(".", "\\.").replace("_", "[ _-]?")


def listed(section: str) -> tuple[str, ...]:
    """The words of a section of ``secret_words``, sorted; "_" stands for a blank."""
    return tuple(sorted(word.replace("_", " ") for word in words("secret_words")[section]))
