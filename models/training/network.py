"""The network: a small Llama-shaped transformer without a causal mask, as llama.cpp runs it.

RMSNorm before each part, rotary positions, SwiGLU, no biases (Touvron et al. 2023,
arXiv:2302.13971); every position sees every other one. The input is a sum of rows (see
``desktop.detect.pieces``), which llama.cpp takes as ready-made embeddings.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

ROPE_BASE = 10000.0
EPSILON = 1e-5


@dataclass(frozen=True)
class Shape:
    """Sizes of the network; ``pieces`` and ``factors`` are rows of the embedding table."""

    pieces: int
    factors: int
    width: int = 256
    layers: int = 6
    heads: int = 4
    hidden: int = 704
    window: int = 256

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


PRESETS = {
    "tiny": {"width": 32, "layers": 2, "heads": 2, "hidden": 64, "window": 64},
    "cpu": {"width": 256, "layers": 6, "heads": 4, "hidden": 704, "window": 256},
    "gpu": {"width": 384, "layers": 10, "heads": 6, "hidden": 1024, "window": 512},
}


class Block(nn.Module):
    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width, self.heads, self.dropout = shape.width, shape.heads, dropout
        self.attn_norm = nn.RMSNorm(width, eps=EPSILON)
        self.attn_qkv = nn.Linear(width, 3 * width, bias=False)
        self.attn_output = nn.Linear(width, width, bias=False)
        self.ffn_norm = nn.RMSNorm(width, eps=EPSILON)
        self.ffn_gate_up = nn.Linear(width, 2 * shape.hidden, bias=False)
        self.ffn_down = nn.Linear(shape.hidden, width, bias=False)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        qkv = self.attn_qkv(self.attn_norm(x))
        q, k, v = qkv.view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = attend(turn(q, cos, sin), turn(k, cos, sin), v, mask)
        mixed = self.attn_output(mixed.transpose(1, 2).reshape(batch, length, width))
        x = x + F.dropout(mixed, self.dropout, self.training)
        gate, up = self.ffn_gate_up(self.ffn_norm(x)).chunk(2, -1)
        return x + F.dropout(self.ffn_down(F.silu(gate) * up), self.dropout, self.training)


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Attention of (B, heads, T, size), written out: in windows this short the backward pass of
    PyTorch's fused one takes a third of a training step on a processor, this one a tenth."""
    scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2)
    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    return scores.softmax(-1).to(v.dtype) @ v


def turn(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions on the two halves of each head (Su et al. 2021, arXiv:2104.09864)."""
    left, right = x.chunk(2, -1)
    return torch.cat((left * cos - right * sin, right * cos + left * sin), -1)


class Network(nn.Module):
    """Rows in, hidden states out: ``pieces`` (B, T) and multi-hot ``factors`` (B, T, F)."""

    cos: Tensor
    sin: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.table = nn.Parameter(torch.empty(shape.pieces + shape.factors, shape.width))
        self.blocks = nn.ModuleList(Block(shape, dropout) for _ in range(shape.layers))
        self.norm = nn.RMSNorm(shape.width, eps=EPSILON)
        half = shape.width // shape.heads // 2
        steps = ROPE_BASE ** (-torch.arange(half, dtype=torch.float32) / half)
        angles = torch.arange(shape.window, dtype=torch.float32)[:, None] * steps
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)
        self._start()

    def _start(self) -> None:
        nn.init.normal_(self.table, std=0.05)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, std=0.8 * module.in_features**-0.5)
        for block in self.blocks:
            for last in (block.attn_output, block.ffn_down):
                last.weight.data.mul_((2 * self.shape.layers) ** -0.5)

    def forward(self, pieces: Tensor, factors: Tensor, mask: Tensor | None = None) -> Tensor:
        x = F.embedding(pieces, self.table[: self.shape.pieces])
        x = x + factors.to(x.dtype) @ self.table[self.shape.pieces :]
        length = pieces.shape[1]
        cos, sin = self.cos[:length].to(x.dtype), self.sin[:length].to(x.dtype)
        for block in self.blocks:
            x = block(x, cos, sin, mask)
        return self.norm(x)


def load_network(path: Path) -> Network:
    """The network that ``pretrain`` or ``narrow`` saved, at its own sizes."""
    state = torch.load(path, weights_only=True)
    network = Network(Shape(**state["shape"]))
    network.load_state_dict(state["network"])
    return network


def parameters(network: nn.Module) -> int:
    return sum(p.numel() for p in network.parameters())
