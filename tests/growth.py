"""How the time of a piece of work grows with its input, told in a way that a busy machine spares.

Eight times the text takes linear work some eight times as long and quadratic work 64 times. The
ordinary run tells these two apart with a wide limit between them; that it is at most ten times is
measured by ``tests/benchmarks/test_bench_growth.py``, on a machine that has nothing else to do.
"""

from __future__ import annotations

import time
from collections.abc import Callable

LINEAR, CLEARLY_MORE = 10.0, 24.0  # the project's figure; between eight and 64
_TRIES = 5


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def grows_at_most(
    limit: float,
    small: Callable[[], object],
    large: Callable[[], object],
    *,
    least: float = 0.003,
) -> bool:
    """Whether ``large`` takes at most ``limit`` times as long as ``small``, in the best of some
    tries; a ``small`` quicker than ``least`` seconds counts as that long."""
    small()  # lists and automata are built by what they meet first
    return any(seconds(large) <= limit * max(least, seconds(small)) for _ in range(_TRIES))
