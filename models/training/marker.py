"""The network with its tagging head: loss, decoding as at run time, saving, averaging."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from desktop.detect.pieces import FACTOR_ROWS, Encoded, Pieces
from desktop.detect.viterbi import OUTSIDE, best_path, spans_of
from desktop.detect.windows import windows
from desktop.domain import Span
from models.training.measure import scores
from models.training.network import Network, Shape
from models.training.policy import LABELS, TAGS
from models.training.sources import Example

Floats = npt.NDArray[np.float32]
OVERLAP = 32  # pieces shared by neighbouring windows at run time
_BRIEF = ("f1", "recall", "char_recall_direct", "leak_any")


class Marker(nn.Module):
    """The network and a linear head over the tags."""

    def __init__(self, network: Network, dropout: float = 0.1) -> None:
        super().__init__()
        self.network = network
        self.drop = nn.Dropout(dropout)
        self.head = nn.Linear(network.shape.width, TAGS)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, pieces: Tensor, factors: Tensor, mask: Tensor | None = None) -> Tensor:
        found: Tensor = self.head(self.drop(self.network(pieces, factors, mask))).float()
        return found


def loss_of(
    marker: nn.Module,
    pieces: Tensor,
    factors: Tensor,
    mail: Tensor,
    allowed: Tensor,
    outside: float,
    told: Tensor | None = None,
    share: float = 0.0,
) -> Tensor:
    """Minus the log of the chance that a right tag gets; "outside" weighs ``outside``.

    Mails that share a window do not see each other. With what teachers ``told`` (logs of
    probabilities) that is ``share`` of the loss.
    """
    out = marker(pieces, factors, seen_together(mail))
    right = torch.logsumexp(out.masked_fill(~allowed, -1e4), -1)
    loss = torch.logsumexp(out, -1) - right
    weight = torch.where(allowed[..., OUTSIDE], outside, 1.0) * (mail >= 0)
    labelled = (loss * weight).sum() / weight.sum()
    return labelled if told is None else (1 - share) * labelled + share * unlike(out, told, mail)


def seen_together(mail: Tensor) -> Tensor:
    """Which pieces (windows, 1, pieces, pieces) are of the same mail and see each other."""
    return (mail[:, :, None] == mail[:, None, :])[:, None]


def unlike(out: Tensor, told: Tensor, mail: Tensor) -> Tensor:
    """Cross entropy between what was told and a tagger's scores, over all pieces of mails."""
    each = -(told.exp() * torch.log_softmax(out, -1)).sum(-1)
    real = mail >= 0
    return (each * real).sum() / real.sum()


def overlap_of(shape: Shape) -> int:
    return OVERLAP if shape.window > 2 * OVERLAP else shape.window // 4


@torch.no_grad()
def tag_scores(marker: Marker, encoded: Encoded) -> Floats:
    """The head's scores (pieces, tags) of a text that is cut into windows as at run time."""
    shape = marker.network.shape
    device = marker.head.weight.device
    result = np.zeros((len(encoded), TAGS), np.float32)
    for part in windows(len(encoded), shape.window, overlap_of(shape)):
        rows = torch.from_numpy(encoded.rows[part.start : part.end].astype(np.int64))
        factors = torch.zeros(len(rows), FACTOR_ROWS)
        factors.scatter_(1, rows[:, 1:] - shape.pieces, 1.0)
        out = marker(rows[None, :, 0].to(device), factors[None].to(device))[0].cpu().numpy()
        kept = slice(part.keep_start - part.start, part.keep_end - part.start)
        result[part.keep_start : part.keep_end] = out[kept]
    return result


def find(marker: Marker, pieces: Pieces, text: str) -> list[Span]:
    """Spans by the same decoding as at run time, without scores."""
    encoded = pieces.encode(text)
    out = tag_scores(marker, encoded)
    return [
        Span(int(encoded.starts[s.first]), int(encoded.ends[s.last]), LABELS[s.label])
        for s in spans_of(best_path(out, len(LABELS)), out)
    ]


def develop(marker: Marker, pieces: Pieces, sets: dict[str, list[Example]]) -> dict[str, Any]:
    """The brief figures of each set."""
    marker.eval()
    result = {}
    for name, gold in sets.items():
        found = scores(gold, [find(marker, pieces, example["text"]) for example in gold])
        result[name] = {key: found[key] for key in _BRIEF}
    marker.train()
    return result


class Average:
    """Running mean of the weights over the last part of training (Izmailov et al. 2018)."""

    def __init__(self) -> None:
        self.count = 0
        self.mean: dict[str, Tensor] = {}

    def add(self, marker: Marker) -> None:
        self.count += 1
        for name, value in marker.state_dict().items():
            if name in self.mean:
                self.mean[name] += (value - self.mean[name]) / self.count
            else:
                self.mean[name] = value.detach().clone()


def save(path: Path, state: dict[str, Any]) -> None:
    """The file is whole or it is the old one."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def load_marker(*paths: Path) -> Marker:
    """The tagger of one run, or the mean of the weights of several that went on from each other
    (Wortsman et al. 2022, arXiv:2203.05482)."""
    states = [torch.load(path, weights_only=True) for path in paths]
    marker = Marker(Network(Shape(**states[0]["shape"])))
    mean = Average()
    for state in states:
        marker.load_state_dict(state["marker"])
        mean.add(marker)
    marker.load_state_dict(mean.mean)
    marker.eval()
    return marker
