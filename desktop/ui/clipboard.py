"""Copying personal data with care: out of clipboard histories where the system allows it, and
cleared again after a few seconds unless somebody else's copy stands there by then.
"""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

SECONDS = 10
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
# Each of these is a convention by which one family of clipboard managers leaves a copy alone.
HISTORY_HINTS: dict[str, bytes] = {
    "x-kde-passwordManagerHint": b"secret",  # Klipper, CopyQ, GPaste
    "application/x-nspasteboard-concealed-type": b"\x00",  # macOS managers (nspasteboard.org)
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
}


class SecretClipboard(QObject):
    """Copies text for ``seconds``; remembers a digest of what it copied, never the text."""

    copied = Signal(int)  # seconds until it is cleared
    cleared = Signal()

    def __init__(
        self,
        clipboard: QClipboard,
        *,
        timer: QTimer | None = None,
        seconds: int = SECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = timer if timer is not None else QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._digest = b""
        self.seconds = seconds

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard and start the countdown anew."""
        data = QMimeData()
        data.setText(text)
        for name, value in HISTORY_HINTS.items():
            data.setData(name, value)
        self._clipboard.setMimeData(data)
        self._digest = _digest(self._clipboard.text())
        self._timer.start(self.seconds * 1000)
        self.copied.emit(self.seconds)

    def clear(self) -> None:
        """Take our text off the clipboard; what others copied since stays."""
        self._timer.stop()
        if not self._digest:
            return
        if _digest(self._clipboard.text()) == self._digest:
            self._clipboard.clear()
        self._digest = b""
        self.cleared.emit()

    @property
    def holding(self) -> bool:
        return bool(self._digest)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
