"""64 kB of hostile text take at most ten times what 8 kB take, rule by rule.

Run with ``python -m pytest tests/benchmarks/test_bench_growth.py`` on a machine that has nothing
else to do: eight times is what linear work takes, and a busy machine is not exact to a quarter.
"""

from __future__ import annotations

from functools import partial

import pytest

from desktop.detect.rules import find
from tests.growth import LINEAR, grows_at_most
from tests.unit.detect.rules.test_engine import HOSTILE
from tests.unit.detect.rules.test_hostile_names import CASES, slow_units


@pytest.mark.parametrize("name", CASES)
def test_names_and_places(name):
    assert not slow_units(CASES[name], LINEAR)


@pytest.mark.parametrize("unit", HOSTILE)
def test_all_rules(unit):
    small, large = (unit * 8192)[:8192], (unit * 65536)[:65536]
    assert grows_at_most(LINEAR, partial(find, small), partial(find, large))
