"""The composition root: the one place that knows every part and wires them together."""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import cli, log, paths

if TYPE_CHECKING:
    from desktop.detect.detector import Detector


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
    try:
        if args.command is None or (args.command == "demo" and not args.headless):
            return open_window(demo=args.command == "demo")
        return run_command(args)
    finally:
        log.stop()


def start_log() -> None:
    """Open the log; a folder that cannot be written must not keep anybody from their work."""
    try:
        log.start()
    except OSError:
        print("trennwerk: kein Protokoll möglich / cannot write the log", file=sys.stderr)


def run_command(args: argparse.Namespace) -> int:
    """One headless command with the real detector, clock, dice and streams."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
    wiring = cli.Wiring(
        make_detector=make_detector,
        clock=now,
        random=secrets.token_bytes,
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
    )
    return cli.run(args, wiring)


def open_window(*, demo: bool) -> int:
    """Start Qt. The demo lives in a folder that is gone when the window closes."""
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
