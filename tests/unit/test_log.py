from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from desktop import log
from desktop.errors import UserError
from desktop.log import Code


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    log.start(tmp_path / "logs")
    yield tmp_path / "logs" / "trennwerk.log"
    log.stop()


def lines(file: Path) -> list[str]:
    """Without the time in front."""
    return [line.split(" ", 2)[2] for line in file.read_text("ascii").splitlines()]


def test_events_are_codes_and_numbers(file: Path) -> None:
    log.event(Code.MODEL_STARTED, spans=9, seconds=0.12345678, complete=True)
    assert lines(file) == ["model_started spans=9 seconds=0.123457 complete=1"]


@pytest.mark.parametrize(
    "value", ["Annegret", b"Annegret", None, ["Annegret"], 2**70, float("nan")]
)
def test_what_is_no_number_is_not_written(file: Path, value: object) -> None:
    log.event(Code.MODEL_STARTED, spans=value)  # type: ignore[arg-type]
    assert lines(file) == ["model_started spans=?"]


def test_what_is_no_code_is_not_written(file: Path) -> None:
    with pytest.raises(ValueError, match="Annegret"):
        log.event("Annegret")  # type: ignore[arg-type]
    assert not file.exists()


def test_a_bug_gets_a_reference_and_shows_no_values(file: Path) -> None:
    secret = "Annegret Brömmelkamp"

    def inner(name: str) -> None:
        try:
            raise UserError("unknown_case", case=name)
        except UserError as error:
            raise ValueError(f"cannot read {name}") from error

    with pytest.raises(ValueError, match="cannot read") as caught:
        inner(secret)
    reference = log.reference(caught.value)
    assert re.fullmatch(r"F-[0-9A-Z]{6}", reference)
    text = file.read_text("ascii")
    assert reference in text
    assert "ValueError at test_log.py:" in text
    assert ":inner < UserError[unknown_case] at" in text
    assert "Annegret" not in text
    assert str(file.parent) not in text


def test_an_exception_that_calls_itself_by_content(file: Path) -> None:
    error = type("Brömmelkamp\nx" * 20, (UserError,), {})("Frau Brömmelkamp")
    log.reference(error)
    text = file.read_text("ascii")
    assert len(text.splitlines()) == 1
    assert "Frau" not in text


def test_endless_causes_end(file: Path) -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    log.reference(first)
    assert len(lines(file)) == 1


def test_without_a_start_nothing_is_written(tmp_path: Path) -> None:
    log.stop()
    log.event(Code.STARTED)
    assert log.reference(ValueError("x")).startswith("F-")
    assert list(tmp_path.iterdir()) == []
    assert not any(isinstance(found, RotatingFileHandler) for found in log._logger.handlers)


def test_other_libraries_do_not_get_in(file: Path) -> None:
    logging.getLogger("pypdf").warning("Annegret")
    logging.getLogger().warning("Annegret")
    log.event(Code.STARTED)
    assert lines(file) == ["started"]


def test_the_file_is_turned_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_MOST_BYTES", 2000)
    log.start(tmp_path)
    for number in range(300):
        log.event(Code.MODEL_STARTED, number=number)
    log.stop()
    assert len(list(tmp_path.iterdir())) == 4
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())
