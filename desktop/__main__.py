"""``python -m desktop`` and the ``trennwerk`` command."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support


def main() -> int:
    """Run the program with the words of the command line; returns the exit code."""
    freeze_support()
    from desktop.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
