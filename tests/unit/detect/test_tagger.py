"""The tagger on a small real model file: nothing lost, every state of a file told apart."""

from __future__ import annotations

import itertools
import struct
from pathlib import Path

import numpy as np
import pytest

from desktop.detect import model_file
from desktop.detect.genre import Genre
from desktop.detect.gguf_file import GgufFile
from desktop.detect.model_state import ModelProblem, ModelState
from desktop.detect.tagger import Tagger
from desktop.detect.viterbi import tag_count
from desktop.domain import Label

DATA = Path(__file__).resolve().parents[2] / "data" / "detect"
TINY = DATA / "tiny_tagger.gguf"
FORMAT_1 = DATA / "tiny_tagger_1.gguf"  # kept: written before kinds of text were told
FORMAT_2 = DATA / "tiny_tagger_2.gguf"  # kept: written before kinds had readers of their own
FORMAT_3 = DATA / "tiny_tagger_3.gguf"  # kept: as format 4, written byte by byte
FORMAT_4 = DATA / "tiny_tagger_4.gguf"  # kept: written before pairs told kinds of text
MAIL = (
    "Guten Tag,\n\nmein Drucker druckt nicht mehr.\nTel. 044 1234567\n"
    "Mit freundlichen Grüßen\nClara Buchfink\nclara.buchfink@mail.example"
)


LETTER = (
    "Liebste Emine, wie war euer Urlaub am Meer?\nBring die Kinder mit.\nFühl dich umarmt\nJonas"
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(TINY, 1)


def test_it_finds_what_it_was_taught(tagger: Tagger) -> None:
    found = {(MAIL[s.start : s.end], s.label) for s in tagger.find(MAIL).spans}
    assert ("Clara Buchfink", Label.PERSON) in found
    assert ("clara.buchfink@mail.example", Label.EMAIL) in found


def test_a_letter_is_read_by_its_expert(tagger: Tagger) -> None:
    file, found = tagger.file, tagger.find(LETTER).spans
    assert file.pieces.encode(LETTER).genre is Genre.PRIVATE
    assert [bool(one.blocks) for one in file.readings] == [one is Genre.PRIVATE for one in Genre]
    assert {LETTER[s.start : s.end] for s in found} == {"Emine", "Jonas"}
    as_mail = tagger.scores(file.pieces.encode(LETTER, Genre.SUPPORT))
    assert not np.allclose(as_mail, tagger.scores(file.pieces.encode(LETTER)), atol=0.5)


def test_an_expert_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    Tagger(TINY, 1).close()
    assert list(tmp_path.iterdir()) == []


def test_an_expert_that_finds_no_room_on_the_disk_is_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(ModelProblem) as caught:
        Tagger(TINY, 1)
    assert caught.value.state is ModelState.BROKEN
    assert "temporary file" in caught.value.detail


def test_an_expert_that_is_no_model(tmp_path: Path) -> None:
    head, rest = TINY.read_bytes()[:4], TINY.read_bytes()[4:]
    assert rest.count(b"GGUF") == 1
    path = tmp_path / "model.gguf"
    path.write_bytes(head + rest.replace(b"GGUF", b"GGGG"))
    with pytest.raises(ModelProblem) as caught:
        Tagger(path, 1)
    assert caught.value.state is ModelState.BROKEN


def test_an_expert_of_a_kind_unknown_here(tmp_path: Path) -> None:
    data = TINY.read_bytes()
    path = tmp_path / "model.gguf"
    path.write_bytes(data.replace(b"PRIVATE", b"POSTERS"))
    assert _state(path) is ModelState.BROKEN


def test_every_piece_gets_scores_also_beyond_one_window(tagger: Tagger) -> None:
    encoded = tagger.file.pieces.encode(MAIL * 20)
    assert len(encoded) > 5 * tagger.file.window
    scores = tagger.scores(encoded)
    assert scores.shape == (len(encoded), tag_count(len(tagger.file.labels)))
    assert np.isfinite(scores).all()


def test_the_last_line_of_a_long_text_is_looked_at(tagger: Tagger) -> None:
    text = "mein Drucker druckt nicht mehr.\n" * 900 + "\n" + MAIL
    assert len(text) > 25_000
    detection = tagger.find(text)
    assert detection.complete
    assert text[detection.spans[-1].start :].startswith("clara.buchfink@")


def test_spans_are_sorted_disjoint_scored_and_without_blanks_around(tagger: Tagger) -> None:
    spans = tagger.find(MAIL * 3).spans
    assert spans
    for left, right in itertools.pairwise(spans):
        assert left.end <= right.start
    for span in spans:
        value = (MAIL * 3)[span.start : span.end]
        assert value == value.strip()
        assert 0.0 <= span.score <= 1.0
        assert span.source == "model"


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\x00", "\ud800", "😀" * 300, "ﷺ", "i̇İ", "-" * 5000]
)
def test_odd_texts_are_no_trouble(tagger: Tagger, text: str) -> None:
    assert tagger.find(text).complete


def test_the_caller_may_stop_between_windows(tagger: Tagger) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        tagger.find(MAIL, stop)


def test_more_pieces_than_a_window_are_refused_not_cut(tagger: Tagger) -> None:
    too_many = np.zeros((tagger.file.window + 1, tagger.file.width), np.float32)
    with pytest.raises(ValueError, match="window"):
        tagger._own.hidden(too_many)


def _state(path: Path) -> ModelState:
    with pytest.raises(ModelProblem) as caught:
        model_file.load(path)
    return caught.value.state


def _changed(tmp_path: Path, old: bytes, new: bytes) -> Path:
    data = TINY.read_bytes()
    assert old in data
    assert len(old) == len(new)
    path = tmp_path / "model.gguf"
    path.write_bytes(data.replace(old, new, 1))
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    assert _state(tmp_path / "none.gguf") is ModelState.MISSING


@pytest.mark.parametrize(
    "data", [b"", b"GGUF", b"no model at all" * 9, b"GGUF\x03\0\0\0" + b"\xff" * 64]
)
def test_no_gguf_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(data)
    assert _state(path) is ModelState.BROKEN


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.7])
def test_a_file_cut_short(tmp_path: Path, share: float) -> None:
    path = tmp_path / "model.gguf"
    data = TINY.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert _state(path) is ModelState.BROKEN


def test_another_kind_of_model(tmp_path: Path) -> None:
    assert _state(_changed(tmp_path, b"llama-embed", b"llama-other")) is ModelState.WRONG_KIND


def test_a_file_of_a_later_version(tmp_path: Path) -> None:
    key = b"trennwerk.format" + struct.pack("<I", 4)
    today, later = (
        struct.pack("<I", number) for number in (model_file.FORMAT, model_file.FORMAT + 1)
    )
    newer = _changed(tmp_path, key + today, key + later)
    assert _state(newer) is ModelState.TOO_NEW


def test_a_file_of_an_earlier_version_takes_all_texts_for_one_kind() -> None:
    old = Tagger(FORMAT_1, 1)
    found = {(MAIL[s.start : s.end], s.label) for s in old.find(MAIL).spans}
    old.close()
    assert ("Clara Buchfink", Label.PERSON) in found
    assert ("clara.buchfink@mail.example", Label.EMAIL) in found
    assert old.file.pieces.encode(MAIL).genre is Genre.SUPPORT
    assert not old.file.table[-len(Genre) :].any()


def test_a_file_without_experts_reads_all_kinds_itself() -> None:
    old = Tagger(FORMAT_2, 1)
    found = {MAIL[s.start : s.end] for s in old.find(MAIL).spans}
    old.close()
    assert {"Clara Buchfink", "clara.buchfink@mail.example"} <= found
    assert not any(reading.blocks for reading in old.file.readings)
    assert len({reading.head.tobytes() for reading in old.file.readings}) == 1


def test_a_file_written_byte_by_byte_says_the_same() -> None:
    old, new = model_file.load(FORMAT_3), model_file.load(FORMAT_4)
    assert [each.blocks for each in old.readings] == [each.blocks for each in new.readings]
    assert old.pieces.lexicon.to_bytes() == new.pieces.lexicon.to_bytes()
    assert np.array_equal(old.table, new.table)


def test_a_file_without_pairs_tells_kinds_by_single_pieces() -> None:
    old, new = model_file.load(FORMAT_4), model_file.load(TINY)
    assert len(old.pieces.genres.pairs) == 0
    assert new.pieces.genres.pairs.any()
    assert np.array_equal(old.pieces.genres.weight, new.pieces.genres.weight)
    assert old.pieces.encode(LETTER).genre is Genre.PRIVATE


def test_pairs_of_a_broken_shape_are_refused(tmp_path: Path) -> None:
    file = model_file.load(TINY)
    count, known = file.pieces.genres.pairs.size, b"trennwerk.genre.pairs"
    head = known + struct.pack("<IIQ", 9, 6, count)
    # one number less than the array has: what follows is read from the wrong place
    odd = _changed(tmp_path, head, known + struct.pack("<IIQ", 9, 6, count - 1))
    assert _state(odd) is ModelState.BROKEN


@pytest.mark.parametrize("size", [0, 1 << 40])
def test_a_size_that_its_bytes_do_not_have(tmp_path: Path, size: int) -> None:
    key = b"trennwerk.lexicon.size" + struct.pack("<I", 10)
    stated = int(GgufFile(TINY).values["trennwerk.lexicon.size"])
    odd = _changed(tmp_path, key + struct.pack("<Q", stated), key + struct.pack("<Q", size))
    assert _state(odd) is ModelState.BROKEN


def test_a_file_at_odds_with_itself(tmp_path: Path) -> None:
    key = b"trennwerk.overlap" + struct.pack("<I", 4)
    overlap = int(GgufFile(TINY).values["trennwerk.overlap"])
    odd = _changed(tmp_path, key + struct.pack("<I", overlap), key + struct.pack("<I", 1 << 20))
    assert _state(odd) is ModelState.BROKEN


def test_what_the_file_says_of_itself() -> None:
    file = model_file.load(TINY)
    assert file.licence == "cc-by-sa-4.0"
    assert file.labels == tuple(Label)
    assert "training" in file.provenance
