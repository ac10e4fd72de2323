"""Training that knows of the rounding to Q4_0, the number format of the blocks that ship.

The forward and backward pass see the rounded weights, the optimiser moves the exact ones (the
straight-through estimator of Bengio et al. 2013, arXiv:1308.3432, as in quantisation-aware
training, Jacob et al. 2018, arXiv:1712.05877).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

_BLOCK = 32  # values that share a scale
_HALF = 8  # a value is one of 16 steps, from -8 to 7 times the scale


def q4_0(weight: Tensor) -> Tensor:
    """``weight`` (rows, width) as it is after ggml's Q4_0; ``width`` must be a multiple of 32."""
    parts = weight.detach().reshape(-1, _BLOCK)
    furthest = parts.gather(1, parts.abs().argmax(1, keepdim=True))
    scale = furthest / -_HALF
    steps = torch.where(scale == 0, 0.0, parts / scale)
    steps = torch.trunc(steps + _HALF + 0.5).clamp(0, 2 * _HALF - 1) - _HALF
    return (steps * scale.half().float()).reshape(weight.shape)


def rounded_weights(network: nn.Module) -> list[nn.Parameter]:
    """The matrices of the blocks: what ``export`` writes in the blocks' number format."""
    linear = [module for module in network.modules() if isinstance(module, nn.Linear)]
    return [module.weight for module in linear]


@contextmanager
def rounded(weights: list[nn.Parameter]) -> Iterator[None]:
    """Within, the weights are the rounded ones; afterwards they are exact again."""
    exact = [weight.detach().clone() for weight in weights]
    with torch.no_grad():
        for weight in weights:
            weight.copy_(q4_0(weight))
    try:
        yield
    finally:
        with torch.no_grad():
            for weight, values in zip(weights, exact, strict=True):
                weight.copy_(values)
