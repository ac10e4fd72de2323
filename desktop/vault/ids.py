"""Random ids that a person can read out: a letter, a dash, and Crockford base 32."""

from __future__ import annotations

from desktop.vault.keys import Random
from desktop.vault.recovery import ALPHABET


def new_id(prefix: str, random: Random, *, letters: int = 8) -> str:
    """For example ``R-7KQ2M9XA``."""
    return f"{prefix}-" + "".join(ALPHABET[byte & 31] for byte in random(letters))
