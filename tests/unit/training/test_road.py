"""The whole road at a tiny setting: text, vocabulary, pretraining, tagging, GGUF, llama.cpp."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the training road needs the 'train' extra")
pytest.importorskip("tokenizers", reason="the training road needs the 'train' extra")

import torch

from desktop.detect import model_file
from desktop.detect.genre import Genre
from desktop.detect.tagger import Tagger
from models.training import (
    card,
    corpus,
    genres,
    marker,
    mine,
    narrow,
    pretrain,
    restore,
    selftrain,
    ship,
    tag,
    vocabulary,
)

MINUTES = float(os.environ.get("ROAD_MINUTES", "0.4"))  # of tagging; more where the machine is busy
_SPEC = importlib.util.spec_from_file_location(
    "road_data", Path(__file__).with_name("road_data.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
road_data = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(road_data)


def options(parser: argparse.ArgumentParser, run: Path, words: str) -> argparse.Namespace:
    """``words`` as on the command line; no path of a test holds a blank."""
    return parser.parse_args(["--run", str(run), *words.split()])


QUICK = "--no-compile --threads 1"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A run folder with everything trained at the tiny setting."""
    folder = tmp_path_factory.mktemp("road")
    data, run = folder / "data", folder / "run"
    road_data.write(data)
    texts = list(vocabulary.training_texts(data, 1))
    counts = vocabulary.count_words(texts)
    vocabulary.save(
        run,
        vocabulary.learn(counts, 600),
        vocabulary.build_lexicon(counts, vocabulary.list_flags(data / "lists")),
    )
    mine.make(options(mine.parser(), run, f"--data {data}"))
    pieces = vocabulary.load(run)
    chosen = corpus.chosen(data, random.Random(1), 1.0)
    assert corpus.write_shards(pieces, chosen, run / "corpus", 30_000, 1) > 5000
    tiny = f"--preset tiny --minutes {MINUTES / 5} {QUICK}"
    pretrain.train(run, options(pretrain.parser(), run, tiny))
    narrow.narrow(run, 32, 1)
    sources = f"--data {data} --written {data / 'written'} --corrected {data / 'corrected'}"
    genres.make(options(genres.parser(), run, sources))
    learn = f"{sources} --start narrow.pt --minutes {MINUTES} --batch 8 --rate 4e-3 --dropout 0"
    tag.train(run, options(tag.parser(), run, f"{learn} {QUICK}"))
    words = f"--data {data} --teachers tag.pt --threads 1 --share 1 --count 40"
    selftrain.write(options(selftrain.parser(), run, words))
    learn = f"{sources} --name private --expert PRIVATE --start tag.pt --steps 30 --batch 8"
    learn += f" --selftrained {run / 'selftrained.jsonl'} --teachers tag.pt+tag.pt --taught 0.3"
    tag.train(run, options(tag.parser(), run, f"{learn} --rate 4e-3 {QUICK}"))
    words = f"{sources} --out {run / 'tiny.gguf'} --kinds f16 q8_0 --expert PRIVATE private"
    words += " --blocks PRIVATE=f32"
    report = ship.ship(options(ship.parser(), run, words))
    (run / "report.json").write_text(json.dumps(report), "utf-8")
    yield run
    sys.stdout.flush()


def test_llama_cpp_and_pytorch_agree(run: Path) -> None:
    words = f"--out {run / 'tiny.gguf'} --expert PRIVATE private"
    markers, _ = ship.read_markers(run, options(ship.parser(), run, words))
    pieces = vocabulary.load(run)
    mail, letter = (
        make(random.Random(7))["text"] * 3 for make in (road_data.mail, road_data.letter)
    )
    assert (pieces.encode(mail).genre, pieces.encode(letter).genre) == (
        Genre.SUPPORT,
        Genre.PRIVATE,
    )
    named = model_file.load(run / "tiny.gguf").provenance["recall_bias"]
    biases = {genre: named[genre.name] for genre in Genre}
    for text in (mail, letter):
        assert ship.agreement(markers, pieces, run / "tiny.gguf", [text], biases) < 0.05


def test_a_shipped_file_becomes_a_run_again(run: Path) -> None:
    restore.restore(run / "tiny.gguf", run / "again")
    old, new = vocabulary.load(run), vocabulary.load(run / "again")
    mail = road_data.mail(random.Random(9))["text"]
    for kind, name in ((Genre.SUPPORT, "tag"), (Genre.PRIVATE, "private")):
        was, encoded = marker.load_marker(run / f"{name}.pt"), old.encode(mail, kind)
        now = marker.load_marker(run / "again" / f"{kind.name.lower()}.pt")
        assert (new.encode(mail, kind).rows == encoded.rows).all()
        told = [marker.tag_scores(each, encoded) for each in (was, now)]
        assert float(abs(told[0] - told[1]).max()) < 0.05
    learn = f"--data {run.parent / 'data'} --written {run.parent / 'data' / 'written'}"
    learn += f" --corrected {run.parent / 'data' / 'corrected'} --start private.pt --steps 3"
    learn += " --name more --expert PRIVATE --batch 8"
    tag.train(run / "again", options(tag.parser(), run / "again", f"{learn} {QUICK}"))
    more = marker.load_marker(run / "again" / "more.pt")
    assert torch.equal(more.network.table, now.network.table)


def test_teachers_mark_what_nobody_labelled(run: Path) -> None:
    lines = (run / "selftrained.jsonl").read_text("utf-8").splitlines()
    assert 0 < len(lines) <= 40
    for mail in map(json.loads, lines):
        assert any(not mark.get("open") for mark in mail["spans"])
        ends = [0, *(mark["end"] for mark in mail["spans"])]
        assert all(end <= mark["start"] for end, mark in zip(ends, mail["spans"], strict=False))


def test_an_expert_reads_the_same_table_with_blocks_of_its_own(run: Path) -> None:
    main, expert = (marker.load_marker(run / f"{name}.pt") for name in ("tag", "private"))
    assert torch.equal(main.network.table, expert.network.table)
    assert not torch.equal(main.head.weight, expert.head.weight)
    blocks = [bool(reading.blocks) for reading in model_file.load(run / "tiny.gguf").readings]
    assert blocks == [genre is Genre.PRIVATE for genre in Genre]


def test_an_expert_of_another_table_is_refused(run: Path) -> None:
    other = torch.load(run / "private.pt", weights_only=True)
    other["marker"]["network.table"] += 1
    torch.save(other, run / "other.pt")
    words = f"--out {run / 'tiny.gguf'} --expert PRIVATE other"
    with pytest.raises(SystemExit, match="another table"):
        ship.read_markers(run, options(ship.parser(), run, words))


def test_the_shipped_file_finds_what_was_taught(run: Path) -> None:
    tagger = Tagger(run / "tiny.gguf", 1)
    right = total = 0
    for seed in range(100, 130):
        example = road_data.mail(random.Random(seed))
        found = {(s.start, s.end, str(s.label)) for s in tagger.find(example["text"]).spans}
        wanted = {(s["start"], s["end"], s["label"]) for s in example["spans"]}
        right, total = right + len(found & wanted), total + len(wanted)
    tagger.close()
    assert right / total > 0.8


def test_the_card_has_what_was_measured(run: Path) -> None:
    report = json.loads((run / "report.json").read_text("utf-8"))
    sets = report["files"]["f16"]["figures"]
    assert f"| held_out | {sets['held_out']['mails']} |" in card.figures(sets)
    assert f"{sets['held_out']['labels']['PERSON']['f1']:.2f} (" in card.labels(sets)
    assert card.reliability(sets).count("\n| 0.") == len(sets["held_out"]["reliability"])
    assert card.biases(report).count("(chosen)") == 1
    assert "| Q8_0 |" in card.quantisation(report)


def test_the_narrowed_network_is_narrower(run: Path) -> None:
    assert marker.load_marker(run / "tag.pt").network.shape.hidden == 32


def test_pretraining_goes_on_from_its_checkpoint(run: Path) -> None:
    before = (run / "pretrain.jsonl").read_text("utf-8")
    longer = f"--preset tiny --minutes {MINUTES / 4} {QUICK}"
    again = options(pretrain.parser(), run, longer)
    pretrain.train(run, again)
    assert (run / "pretrain.jsonl").read_text("utf-8").startswith(before)
