"""What every use case needs: the unlocked vault, the detector, the time, the dice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.access import Right, require
from desktop.detect.detector import Detector
from desktop.domain import Clock
from desktop.vault.vault import Vault

Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Context:
    """One unlocked session; handed to every service as its first argument."""

    vault: Vault
    detector: Detector
    clock: Clock
    random: Random
    language: str = "de"  # of new tokens and packages unless the case or the vendor says otherwise

    def require(self, right: Right) -> None:
        """Raise UserError not_permitted unless the user's role holds ``right``."""
        require(self.vault.user.role, right)
