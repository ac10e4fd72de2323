"""The composition root: the one place that knows every part and wires them together."""

from __future__ import annotations

import argparse
import io
import os
import secrets
import signal
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TextIO

from desktop import cli, log, paths
from desktop.domain import Cancel
from desktop.errors import UserError

if TYPE_CHECKING:
    from desktop.detect.detector import Detector

BROKEN_OFF = -1  # in the log: neither done nor refused
# Commands with something to put in order when they are interrupted; the others just end.
KEEP_SOMETHING = frozenset({"demo", "import"})


def now() -> datetime:
    return datetime.now(UTC)


def make_detector() -> Detector:
    """The full detector: rules and the shipped model in its child process."""
    from desktop.detect.detector import open_detector

    return open_detector()


def run(argv: Sequence[str]) -> int:
    """Open the window, or run one command; returns the exit code."""
    words = list(argv)
    args = cli.build_parser().parse_args(words)
    start_log()
    code = BROKEN_OFF
    try:
        windowed = args.command is None or (args.command == "demo" and not args.headless)
        code = open_window(demo=args.command == "demo") if windowed else run_command(args)
        return code
    finally:
        log.event(log.Code.STOPPED, exit=code)
        log.stop()


def start_log() -> None:
    """Open the log; a folder that cannot be written must not keep anybody from their work."""
    try:
        log.start()
        log.event(log.Code.STARTED)
    except OSError:
        cli.complain(sys.stderr, "kein Protokoll möglich / cannot write the log")


def run_command(args: argparse.Namespace) -> int:
    """One headless command with the real detector, clock, dice and streams.

    Whatever goes wrong ends in one line; what is a bug is logged under the number in that line.
    """
    stdin, stdout, stderr = (utf8(each) for each in (sys.stdin, sys.stdout, sys.stderr))
    cancel = Cancel()
    wiring = cli.Wiring(make_detector, now, secrets.token_bytes, stdin, stdout, stderr, cancel)
    if args.command in KEEP_SOMETHING:
        stop_between_steps(cancel)
    try:
        if sys.stdout is None:
            raise UserError("output_closed")
        code = cli.run(args, wiring)
        stdout.flush()
        return code
    except UserError as error:
        cli.complain(stderr, cli.message(error))
    except BrokenPipeError:
        forget_output()  # whoever read has seen enough: no reason to complain
    except OSError as error:
        forget_output()
        cli.complain(stderr, cli.message(UserError("io_failed", reason=error.strerror or "io")))
    except Exception as error:  # noqa: BLE001 - its words may hold mail content: only its number
        cli.complain(stderr, cli.message(UserError("bug", number=log.reference(error))))
    return 1


def stop_between_steps(cancel: Cancel) -> None:
    """Ctrl+C asks the work to stop where nothing is half done; pressed again it ends all at once.

    Not as an exception at any place: that can leave the import system locked while threads import.
    """

    def asked(number: int, _frame: FrameType | None) -> None:
        cancel.request()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGINT, asked)


def utf8(stream: TextIO | None) -> TextIO:
    """A standard stream in UTF-8; for one that the caller closed an empty one."""
    if stream is None:
        return io.TextIOWrapper(io.BytesIO(), "utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
    return stream


def forget_output() -> None:
    """Python writes what is left when it ends; that must not fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def open_window(*, demo: bool) -> int:
    """Start Qt. The demo lives in a folder that is gone when the window closes."""
    if not has_screen():
        cli.complain(sys.stderr, cli.message(UserError("no_screen")))
        return 1
    from desktop.ui import start

    if not demo:
        return start.run(
            workspace=paths.default_workspace(),
            make_detector=make_detector,
            argv=sys.argv,
            clock=now,
            random=secrets.token_bytes,
        )
    with tempfile.TemporaryDirectory(prefix="trennwerk-demo-") as folder:
        return start.run(
            workspace=Path(folder) / "workspace",
            make_detector=make_detector,
            argv=sys.argv,
            clock=now,
            random=secrets.token_bytes,
            demo=True,
        )


def has_screen() -> bool:
    """Whether Qt will find one: it would end the process on the spot where there is none."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
