"""A narrower network out of a pretrained one: the hidden units that say the least are left out.

    python -m models.training.narrow --run RUN --hidden 512

Reads ``RUN/pretrain.pt``, writes ``RUN/narrow.pt`` (``tag --start narrow.pt``). A unit's weight is
the mean size of its activation on mails of ``RUN/corpus`` times the length of its column in the
layer's last matrix (structured pruning by activation, as in An et al. 2024, arXiv:2312.11983).
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from models.training.marker import save
from models.training.network import Network, load_network
from models.training.objectives import factors_of
from models.training.pretrain import batches

_BATCHES, _SIZE = 8, 16  # looked at: about 33,000 pieces


@torch.no_grad()
def worth(network: Network, folder: Path, seed: int) -> list[Tensor]:
    """How much each hidden unit adds, layer by layer: (hidden,) each."""
    network.eval()
    sums = [torch.zeros(network.shape.hidden) for _ in network.blocks]
    hooks = []
    for number, block in enumerate(network.blocks):

        def note(_module: Any, _inputs: Any, output: Tensor, number: int = number) -> None:
            gate, up = output.chunk(2, -1)
            sums[number] += (F.silu(gate) * up).abs().float().sum((0, 1))

        hooks.append(block.ffn_gate_up.register_forward_hook(note))
    source = batches(folder, _SIZE, network.shape.window, seed)
    for _ in range(_BATCHES):
        packed = next(source)
        pieces = torch.from_numpy(packed[..., 0].astype(np.int64))
        network(pieces, torch.from_numpy(factors_of(packed)))
    for hook in hooks:
        hook.remove()
    return [
        total * block.ffn_down.weight.norm(dim=0)
        for total, block in zip(sums, network.blocks, strict=True)
    ]


@torch.no_grad()
def narrowed(network: Network, scores: list[Tensor], hidden: int) -> Network:
    """The network with the ``hidden`` best units of each layer, in their old order."""
    result = Network(dataclasses.replace(network.shape, hidden=hidden))
    state = network.state_dict()
    for number, score in enumerate(scores):
        kept = score.topk(hidden).indices.sort().values
        up, down = f"blocks.{number}.ffn_gate_up.weight", f"blocks.{number}.ffn_down.weight"
        state[up] = torch.cat([half[kept] for half in state[up].chunk(2)])
        state[down] = state[down][:, kept]
    result.load_state_dict(state)
    return result


def narrow(run: Path, hidden: int, seed: int) -> None:
    """From ``RUN/pretrain.pt`` to ``RUN/narrow.pt``.

    Raises ValueError when ``hidden`` is no multiple of 32, the block of the quantised kinds.
    """
    if hidden % 32:
        raise ValueError(f"hidden must be a multiple of 32, is {hidden}")
    network = load_network(run / "pretrain.pt")
    found = narrowed(network, worth(network, run / "corpus", seed), hidden)
    save(run / "narrow.pt", {"shape": found.shape.to_dict(), "network": found.state_dict()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--hidden", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    narrow(options.run, options.hidden, options.seed)


if __name__ == "__main__":
    main()
