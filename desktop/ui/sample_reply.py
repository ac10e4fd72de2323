"""In the guided tour: let the vendor of a sample case answer, so that the way back can be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.bars import Bars
from desktop.ui.shell import Shell, plain

if TYPE_CHECKING:
    from desktop.services.context import Context

OFFER_SECONDS = 60


class SampleReply(QObject):
    """``take(text)`` imports what the vendor is made to write."""

    def __init__(
        self, shell: Shell, ctx: Context, bars: Bars, take: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._ctx, self._bars, self._take = shell, ctx, bars, take

    def offer(self, case_id: str) -> None:
        """Offer the sample reply to this case's newest package, where there is one."""
        ctx = self._ctx

        def work() -> str | None:
            from desktop.services import demo

            return demo.reply_for(ctx, case_id=case_id)

        self._shell.tasks.run(
            plain(work), owner=self, done=self._offer, failed=self._bars.error, lane="vault"
        )

    def _offer(self, text: str | None) -> None:
        if text is not None:
            self._bars.say(
                self.tr("Rundgang: Zu diesem Paket gibt es eine Beispielantwort."),
                action=(self.tr("Eintreffen lassen"), lambda: self._take(text)),
                seconds=OFFER_SECONDS,
            )
