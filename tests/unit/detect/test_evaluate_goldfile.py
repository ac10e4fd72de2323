"""Files of marked mails: read in full or refused with a reason."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from desktop.detect.detector import Detector
from desktop.detect.goldfile import measure, read_gold
from desktop.errors import UserError

ROW = {"text": "Post an eva@mail.example", "spans": [{"start": 8, "end": 24, "label": "EMAIL"}]}


def test_plain_and_packed_files_read_the_same(tmp_path: Path) -> None:
    line = json.dumps(ROW) + "\n\n"
    plain, packed = tmp_path / "gold.jsonl", tmp_path / "gold.jsonl.xz"
    plain.write_text(line, encoding="utf-8")
    packed.write_bytes(lzma.compress(line.encode()))
    assert read_gold(plain) == read_gold(packed) == [ROW]


def test_measure() -> None:
    ticks = iter([0.0, 0.24])
    scores = measure(Detector(None), [ROW], clock=lambda: next(ticks))
    assert (scores.recall, scores.untouched_mails) == (1.0, 1.0)
    assert scores.ms_per_1000_chars == pytest.approx(10_000)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"text": "a", "spans": []}\n{"text"', "bad_json_line"),
        (b"[]", "bad_json_line"),
        (b'{"text": 5}', "bad_json_line"),
        (b"[" * 100_000, "bad_json_line"),
        (b"\xff\xfe\x00", "unreadable_file"),
    ],
)
def test_broken_files_are_refused(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_gold(file)
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["none.jsonl", "cut.jsonl.xz"])
def test_missing_and_cut_files_are_refused(tmp_path: Path, name: str) -> None:
    if name.startswith("cut"):
        (tmp_path / name).write_bytes(lzma.compress(b"{}" * 99)[:-9])
    with pytest.raises(UserError) as caught:
        read_gold(tmp_path / name)
    assert caught.value.code == "unreadable_file"
    assert caught.value.values["file"] == name
