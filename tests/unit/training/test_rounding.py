"""Rounding in training is the file's own."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training road needs the 'train' extra")

import gguf
import torch
from hypothesis import given
from hypothesis import strategies as st

from models.training.network import Network, Shape
from models.training.rounding import q4_0, rounded, rounded_weights


@given(st.integers(0, 10_000), st.sampled_from([1e-3, 1.0, 30.0]), st.booleans())
def test_it_rounds_as_the_file_does(seed: int, size: float, some_blocks_are_zero: bool) -> None:
    weight = torch.randn(6, 64, generator=torch.Generator().manual_seed(seed)) * size
    weight[:2] *= not some_blocks_are_zero
    kind = gguf.GGMLQuantizationType.Q4_0
    wanted = gguf.quants.dequantize(gguf.quants.quantize(weight.numpy(), kind), kind)
    # a value that lies in the middle of two steps may go either way
    off = (q4_0(weight) - torch.from_numpy(wanted)).abs()
    assert float((off > 1e-6 * size).float().mean()) < 0.01


def test_the_exact_weights_come_back_and_take_the_gradient() -> None:
    network = Network(Shape(40, 10, width=32, layers=1, heads=2, hidden=32, window=8))
    weights = rounded_weights(network)
    assert {tuple(weight.shape) for weight in weights} == {(96, 32), (32, 32), (64, 32)}
    exact = [weight.detach().clone() for weight in weights]
    pieces = torch.arange(8)[None]
    with rounded(weights):
        assert all(torch.equal(weight, q4_0(weight)) for weight in weights)
        network(pieces, torch.zeros(1, 8, 10)).square().sum().backward()
    assert all(torch.equal(a, b) for a, b in zip(weights, exact, strict=True))
    assert all(weight.grad is not None and bool(weight.grad.any()) for weight in weights)
