"""The program's log: codes from a list, and numbers. Nothing else can be written to it.

Names, texts, paths and messages of exceptions stay out by construction, so a log can be sent to
whoever mends the program.
"""

from __future__ import annotations

import logging
import math
import secrets
from enum import StrEnum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from desktop import paths
from desktop.errors import UserError

_MOST_BYTES = 1_000_000
_BACKUPS = 3
_MOST_FRAMES = 40
_MOST_CAUSES = 8
_REFERENCE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_logger = logging.getLogger("trennwerk")
_logger.propagate = False
_logger.setLevel(logging.INFO)
_logger.addHandler(logging.NullHandler())


class Code(StrEnum):
    """Everything that can happen in the log; add a member for a new event."""

    STARTED = "started"
    STOPPED = "stopped"
    BUG = "bug"
    AUDIT_NOT_WRITTEN = "audit_not_written"
    CHECKPOINT_NOT_WRITTEN = "checkpoint_not_written"
    SETTINGS_SET_ASIDE = "settings_set_aside"
    MODEL_STARTED = "model_started"
    MODEL_DIED = "model_died"
    WATCH_STARTED = "watch_started"
    WATCH_FAILED = "watch_failed"


class _LogFile(RotatingFileHandler):
    """A log that cannot be written (any more) must not disturb the work, nor print its lines."""

    def handleError(self, record: logging.LogRecord) -> None:
        del record


def start(folder: Path | None = None) -> None:
    """Write to ``trennwerk.log`` in ``folder`` (default: the log folder) from now on."""
    stop()
    target = paths.log_folder() if folder is None else folder
    target.mkdir(parents=True, exist_ok=True)
    handler = _LogFile(
        target / "trennwerk.log",
        maxBytes=_MOST_BYTES,
        backupCount=_BACKUPS,
        encoding="ascii",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _logger.addHandler(handler)


def stop() -> None:
    """Close the log file; later events go nowhere."""
    for handler in list(_logger.handlers):
        if isinstance(handler, RotatingFileHandler):
            _logger.removeHandler(handler)
            handler.close()


def event(code: Code, **numbers: int | float) -> None:
    """Log that something happened. What is no number is written as ``?``."""
    parts = [f"{key}={_number(value)}" for key, value in numbers.items()]
    _logger.info("%s", " ".join([Code(code).value, *parts]))


def reference(exc: BaseException) -> str:
    """A reference number for a bug, such as ``F-7KQ2M9``, under which the log describes it.

    The log gets the types of the exception and its causes, and where in the code they arose: file
    names, line numbers, functions. Messages and values are left out: they can hold mail content.
    """
    number = "F-" + "".join(secrets.choice(_REFERENCE_LETTERS) for _ in range(6))
    _logger.info("%s", f"{Code.BUG.value} {number} " + " < ".join(_describe(exc)))
    return number


def _number(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int):
        return str(value) if abs(value) < 2**63 else "?"
    if isinstance(value, float):
        return f"{value:.6g}" if math.isfinite(value) else "?"
    return "?"


def _describe(exc: BaseException) -> list[str]:
    chain: list[str] = []
    seen: BaseException | None = exc
    while seen is not None and len(chain) < _MOST_CAUSES:
        code = f"[{_code(seen.code)}]" if isinstance(seen, UserError) else ""
        chain.append(f"{_name(type(seen).__name__)}{code} at {_places(seen.__traceback__)}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return chain


def _places(traceback: TracebackType | None) -> str:
    frames: list[str] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        file = Path(code.co_filename).name
        frames.append(f"{_name(file)}:{traceback.tb_lineno}:{_name(code.co_name)}")
        traceback = traceback.tb_next
    return " ".join(frames[-_MOST_FRAMES:]) or "-"


def _name(name: str) -> str:
    """A name from the code: never longer than one, ASCII only."""
    return name[:80].encode("ascii", "replace").decode("ascii").replace("\n", "?")


def _code(code: str) -> str:
    return code if code.isascii() and code.replace("_", "").isalnum() and len(code) < 60 else "?"
