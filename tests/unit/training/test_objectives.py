"""The objectives of pretraining on toy pieces: what they show, what they hide, and that they learn.

The toy text counts: words of three pieces, each the one before plus one, so that both neighbours
of a piece and the piece before it tell what it is.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="pretraining needs the 'train' extra")
pytest.importorskip("tokenizers", reason="pretraining needs the 'train' extra")

import torch

from desktop.detect.lexicon import Lexicon
from desktop.detect.pieces import FACTOR_ROWS, FIRST, INSIDE, LAST, LOWER, SPECIAL, WHOLE
from models.training import objectives, pretrain, vocabulary
from models.training.network import Network, Shape, load_network
from models.training.objectives import OBJECTIVES

PIECES, WINDOWS, LENGTH = 24, 8, 32
SHAPE = Shape(PIECES, FACTOR_ROWS, width=32, layers=2, heads=2, hidden=64, window=LENGTH)
NAMES = sorted(OBJECTIVES)


def batch(seed: int, windows: int = WINDOWS, length: int = LENGTH) -> objectives.Packed:
    """Packed windows (windows, length, 4) of the counting text."""
    rng = np.random.default_rng(seed)
    count = rng.integers(0, 1000, (windows, 1)) + np.arange(length)
    packed = np.zeros((windows, length, 4), np.uint16)
    packed[..., 0] = 4 + count % (PIECES - 4)
    packed[..., 2] = LOWER * 4 + np.array([FIRST, INSIDE, LAST])[count % 3]
    packed[..., 3] = 1 + count // 3 % 4000  # the lexicon knows every word
    return packed


def tensors(arrays: tuple[Any, ...]) -> list[Any]:
    return [torch.from_numpy(array) for array in arrays]


def started(name: str) -> tuple[Any, Any]:
    torch.manual_seed(1)
    network = Network(SHAPE)
    return network, OBJECTIVES[name](SHAPE)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Tiny matrices on several threads wait for each other where the machine is busy."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("name", NAMES)
def test_the_loss_falls(name: str) -> None:
    network, objective = started(name)
    rng = np.random.default_rng(1)
    weights = [*network.parameters(), *objective.parameters()]
    optimiser = torch.optim.AdamW(weights, lr=5e-3)
    figures = []
    for seed in range(130):
        values = objective(network, *tensors(objective.draw(batch(seed), rng)))
        values[0].backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        figures.append([float(value.detach()) for value in values])
    first, last = np.mean(figures[:5], axis=0), np.mean(figures[-5:], axis=0)
    assert len(first) == 1 + len(objective.parts)
    assert (last < 0.9 * first).all(), (first, last)


@pytest.mark.parametrize("name", NAMES)
def test_every_batch_has_the_same_sizes_and_stays_as_it_was(name: str) -> None:
    _, objective = started(name)
    rng, sizes = np.random.default_rng(1), set()
    for seed in range(5):
        packed = batch(seed)
        sizes.add(tuple((array.shape, str(array.dtype)) for array in objective.draw(packed, rng)))
        assert (packed == batch(seed)).all()
    assert len(sizes) == 1


def test_hidden_places_show_nothing_of_the_lexicon() -> None:
    packed = batch(1)
    hidden, places, target = objectives.hide(packed, PIECES, np.random.default_rng(1))
    assert len(places) == int(packed[..., 0].size * objectives.HIDDEN_SHARE)
    assert (target == packed.reshape(-1, 4)[places, 0]).all()
    assert (hidden.reshape(-1, 4)[places, 3] == 0).all()
    others = np.setdiff1d(np.arange(packed[..., 0].size), places)
    assert (hidden.reshape(-1, 4)[others] == packed.reshape(-1, 4)[others]).all()


def test_causal_guesses_the_piece_that_follows_in_the_same_window() -> None:
    packed = batch(1)
    _, places, target = objectives.upcoming(packed, np.random.default_rng(1))
    windows, at = np.divmod(places, LENGTH)
    assert len(places) == int(WINDOWS * (LENGTH - 1) * objectives.GUESSED_SHARE)
    assert len(set(places.tolist())) == len(places)
    assert at.max() < LENGTH - 1
    assert (target == packed[windows, at + 1, 0]).all()


def test_causal_hears_of_a_word_from_the_lexicon_when_it_is_over() -> None:
    packed = batch(1)
    packed[0, :5, 2] = LOWER * 4 + WHOLE
    shown, _, _ = objectives.upcoming(packed, np.random.default_rng(1))
    over = np.isin(packed[..., 2] % 4, (WHOLE, LAST))
    assert (shown[over] == packed[over]).all()
    assert (shown[~over, 3] == 0).all()
    assert (shown[..., :3] == packed[..., :3]).all()


@pytest.mark.parametrize("place", [1, 17, LENGTH - 1])
def test_causal_sees_nothing_of_the_future(place: int) -> None:
    network, _ = started("causal")
    mask = objectives.past(LENGTH)
    packed = batch(1)
    changed = packed.copy()
    changed[:, place, 0] = 4 + (changed[:, place, 0] - 3) % (PIECES - 4)
    changed[:, place, 1] = 7
    seen = []
    with torch.no_grad():
        for one in (packed, changed):
            pieces, factors = tensors((objectives.pieces_of(one), objectives.factors_of(one)))
            seen.append((network(pieces, factors, mask), network(pieces, factors)))
    (before, open_before), (after, open_after) = seen
    assert torch.equal(before[:, :place], after[:, :place])
    assert not torch.allclose(before[:, place:], after[:, place:])
    assert not torch.allclose(open_before[:, :place], open_after[:, :place])


def test_causal_loss_is_taken_under_the_mask() -> None:
    network, objective = started("causal")
    pieces, factors, places, target = tensors(objective.draw(batch(1), np.random.default_rng(1)))
    first = places % LENGTH < 10
    some = places[first], target[first]
    later = pieces.clone()
    later[:, 10:] = 4
    with torch.no_grad():
        (one,) = objective(network, pieces, factors, *some)
        (other,) = objective(network, later, factors, *some)
    assert torch.equal(one, other)


def test_replaced_marks_the_places_that_differ_and_no_other() -> None:
    packed = batch(1)
    rng = np.random.default_rng(1)
    _, places, target = objectives.hide(packed, PIECES, rng)
    samples = target.copy()
    wrong = rng.random(len(samples)) < 0.5
    samples[wrong] = 4 + (samples[wrong] - 3) % (PIECES - 4)
    original = objectives.pieces_of(packed)
    shown, differs = objectives.exchange(*tensors((original, places, samples)))
    expected = np.zeros(original.size, bool)
    expected[places[wrong]] = True
    assert (differs.numpy().ravel() == expected).all()
    assert (shown.numpy().ravel()[places] == samples).all()
    assert (shown.numpy()[~differs.numpy()] == original[~differs.numpy()]).all()


def test_replaced_shows_the_network_no_lexicon_and_no_hidden_place() -> None:
    _, objective = started("replaced")
    packed = batch(1)
    seen: list[Any] = []

    def network(pieces: Any, factors: Any) -> Any:
        seen.extend((pieces, factors))
        return torch.zeros(*pieces.shape, SHAPE.width)

    arrays = objective.draw(packed, np.random.default_rng(1))
    objective(network, *tensors(arrays))
    pieces, factors = seen
    plain = packed.copy()
    plain[..., 3] = 0
    assert (factors.numpy() == objectives.factors_of(plain)).all()
    changed = np.flatnonzero(pieces.numpy() != objectives.pieces_of(packed))
    assert set(changed.tolist()) <= set(arrays[2].tolist())
    assert len(changed) > 0


def test_samples_follow_the_distribution() -> None:
    chances = torch.tensor([0.5, 0.0, 0.2, 0.3])
    draws = (torch.arange(1000) + 0.5) / 1000
    found = objectives.sample(chances.log().expand(1000, 4), draws)
    assert torch.bincount(found, minlength=4).tolist() == [500, 0, 200, 300]
    edges = torch.tensor([0.0, 1 - 2**-24])
    assert objectives.sample(chances.log().expand(2, 4), edges).tolist() == [0, 3]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run folder with a vocabulary and one shard of the counting text."""
    letters = [chr(ord("a") + number) for number in range(PIECES - len(SPECIAL))]
    vocabulary.save(tmp_path, [*SPECIAL, *letters], Lexicon.build({}))
    (tmp_path / "corpus").mkdir()
    np.save(tmp_path / "corpus" / "shard_000.npy", batch(1, 1, 6000)[0])
    return tmp_path


def pretrained(run: Path, words: str) -> list[dict[str, float]]:
    """Train as on the command line; returns the figures."""
    quick = f"--run {run} --preset tiny --batch 4 --threads 1 --no-compile"
    options: argparse.Namespace = pretrain.parser().parse_args([*quick.split(), *words.split()])
    pretrain.train(run, options)
    figures = (run / f"{options.name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in figures.splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_steps_repeat_and_go_on_from_the_checkpoint(run: Path, name: str) -> None:
    once = pretrained(run, f"--objective {name} --steps 6 --name once")
    again = pretrained(run, f"--objective {name} --steps 6 --name again")
    assert once[-1]["loss"] == again[-1]["loss"]
    assert (once[-1]["step"], load_network(run / "once.pt").shape.pieces) == (6, PIECES)
    on = pretrained(run, f"--objective {name} --steps 9 --name once")
    assert [line["step"] for line in on] == [6, 9]


def test_a_checkpoint_holds_what_its_objective_needs(run: Path) -> None:
    plain = {"shape", "network", "optimiser", "seconds", "steps"}
    wanted = {
        "masked": plain,
        "causal": plain | {"objective"},
        "replaced": plain | {"objective", "replaced"},
    }
    networks = set()
    for name in NAMES:
        pretrained(run, f"--objective {name} --steps 1 --name {name}")
        state = torch.load(run / f"{name}.pt", weights_only=True)
        assert set(state) == wanted[name]
        networks.add(tuple(state["network"]))
    assert len(networks) == 1


def test_a_checkpoint_of_another_objective_is_refused(run: Path) -> None:
    pretrained(run, "--steps 1")
    with pytest.raises(ValueError, match="objective masked, not causal"):
        pretrained(run, "--steps 2 --objective causal")
