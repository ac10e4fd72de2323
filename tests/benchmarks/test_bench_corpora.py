"""Every message of the corpora is read within a second, those with PDFs within two more.

Run with ``python -m pytest tests/benchmarks/test_bench_corpora.py`` on a machine that has nothing
else to do: a busy one counts several times the processor time.
"""

from __future__ import annotations

import pytest

from tests.unit.mail.test_corpora import DATA, FOLDERS, slow_messages

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data/mail is not there")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_message_is_read_within_a_second(folder: str) -> None:
    assert slow_messages(folder, 1, 2) == []
