"""``python -m desktop`` and the ``trennwerk`` command."""

from __future__ import annotations

import signal
import sys


def main() -> int:
    """Run the program with the words of the command line; returns the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends it without a trace in the terminal
    from multiprocessing import freeze_support

    freeze_support()
    from desktop.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
