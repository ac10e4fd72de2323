"""What teachers say of each piece is learnt, also where no mark says anything."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the training road needs the 'train' extra")

import torch

from desktop.detect.viterbi import OUTSIDE
from models.training.distil import Teachers, read_teachers
from models.training.marker import Marker, loss_of, save, unlike
from models.training.network import PRESETS, Network, Shape
from models.training.policy import TAGS

PIECES, FACTORS, WINDOW = 40, 12, 16


def marker(seed: int) -> Marker:
    torch.manual_seed(seed)
    return Marker(Network(Shape(PIECES, FACTORS, **PRESETS["tiny"])), dropout=0.0)


def a_batch() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Two windows with two mails and a mail with room left."""
    chance = torch.Generator().manual_seed(3)
    pieces = torch.randint(0, PIECES, (2, WINDOW), generator=chance)
    factors = torch.randint(0, 2, (2, WINDOW, FACTORS), generator=chance).float()
    mail = torch.zeros(2, WINDOW, dtype=torch.long)
    mail[0, 9:] = 1
    mail[1, 12:] = -1
    return pieces, factors, mail


def test_several_teachers_are_asked_as_one() -> None:
    batch = a_batch()
    one, other = marker(1), marker(2)
    alone = [Teachers([each], "cpu", compiled=False)(*batch) for each in (one, other)]
    together = Teachers([one, other], "cpu", compiled=False)(*batch)
    assert torch.allclose(together.exp().sum(-1), torch.ones(2, WINDOW), atol=1e-4)
    mean = torch.log_softmax((alone[0] + alone[1]) / 2, -1)
    assert torch.allclose(together, mean, atol=1e-4)
    assert not together.requires_grad


def test_nothing_is_less_unlike_than_the_same() -> None:
    *_, mail = batch = a_batch()
    told = Teachers([marker(1)], "cpu", compiled=False)(*batch)
    entropy = unlike(told, told, mail)
    assert entropy < unlike(told + torch.randn(told.shape), told, mail)
    room = told.clone()
    room[1, 12:] = -7.0  # no piece of a mail: says nothing
    assert unlike(room, told, mail) == entropy


def test_a_learner_comes_near_its_teachers_where_all_marks_are_open() -> None:
    batch = a_batch()
    told = Teachers([marker(1)], "cpu", compiled=False)(*batch)
    learner = marker(2)
    allowed = torch.ones(2, WINDOW, TAGS, dtype=torch.bool)
    optimiser = torch.optim.Adam(learner.parameters(), lr=3e-3)
    losses = []
    for _ in range(40):
        loss = loss_of(learner, *batch, allowed, 1.0, told, 0.5)
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
        losses.append(float(loss.detach()))
    entropy = 0.5 * float(unlike(told, told, batch[2]))
    assert losses[-1] - entropy < 0.2 * (losses[0] - entropy)


def test_without_teachers_only_the_marks_count() -> None:
    batch = a_batch()
    learner = marker(2).eval()
    allowed = torch.zeros(2, WINDOW, TAGS, dtype=torch.bool)
    allowed[..., OUTSIDE] = True
    told = Teachers([marker(1)], "cpu", compiled=False)(*batch)
    marks = loss_of(learner, *batch, allowed, 0.5)
    assert loss_of(learner, *batch, allowed, 0.5, told, 0.0) == marks
    assert loss_of(learner, *batch, allowed, 0.5, told, 0.7) != marks


def test_a_teacher_may_be_the_mean_of_weights(tmp_path: Path) -> None:
    for number in (1, 2):
        made = marker(number)
        state = {"shape": made.network.shape.to_dict(), "marker": made.state_dict()}
        save(tmp_path / f"{number}.pt", state)
    mean, second = read_teachers(tmp_path, ["1.pt+2.pt", "2.pt"])
    assert torch.equal(second.head.weight, marker(2).head.weight)
    middle = (marker(1).head.weight + marker(2).head.weight) / 2
    assert torch.allclose(mean.head.weight, middle, atol=1e-6)
    assert not any(each.requires_grad for each in mean.parameters())
