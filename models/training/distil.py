"""Distillation: a tagger learns what several taggers together think of each piece.

The teachers' opinions are the mean of the logs of their probabilities. They and the learner see
the same changed mail (Hinton, Vinyals, Dean 2015, arXiv:1503.02531; Beyer et al. 2022,
arXiv:2106.05237), and it need not be labelled: where a source leaves marks open, they still say
what they think.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from models.training.marker import Marker, load_marker, seen_together


def read_teachers(run: Path, named: Sequence[str]) -> list[Marker]:
    """Taggers of ``run`` that no longer learn; ``a.pt+b.pt`` is the mean of the weights of both."""
    teachers = [load_marker(*(run / name for name in one.split("+"))) for one in named]
    for teacher in teachers:
        teacher.requires_grad_(False)
    return teachers


class Teachers:
    """Several taggers, asked as one."""

    def __init__(self, teachers: Sequence[Marker], device: str, *, compiled: bool) -> None:
        self._device = device
        on_device = [teacher.to(device) for teacher in teachers]
        self._ask = [torch.compile(each) if compiled else each for each in on_device]

    @torch.no_grad()
    def __call__(self, pieces: Tensor, factors: Tensor, mail: Tensor) -> Tensor:
        """Logs of the probabilities (windows, pieces, tags) of what ``windowing.Batch`` holds."""
        same = seen_together(mail)
        with torch.autocast(self._device, torch.bfloat16):
            told = [torch.log_softmax(ask(pieces, factors, same), -1) for ask in self._ask]
        return torch.log_softmax(torch.stack(told).mean(0), -1)
