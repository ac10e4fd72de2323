"""From a file that ships back to what training goes on from, at the precision the file has.

    python -m models.training.restore --model models/trennwerk.gguf --run RUN

Writes what ``vocabulary`` and ``genres`` write, and ``RUN/support.pt``, ``private.pt`` and
``prose.pt`` for the kinds of text, as ``tag`` writes them. Rounding to the file's number format is
not undone by it.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import gguf
import numpy as np
import numpy.typing as npt
import torch

from desktop.detect import model_file
from desktop.detect.genre import Genre
from desktop.detect.gguf_file import GgufFile
from desktop.detect.model_file import ModelFile
from desktop.detect.pieces import FACTOR_ROWS
from desktop.detect.viterbi import OUTSIDE
from models.training import genres, vocabulary
from models.training.marker import Marker, save
from models.training.network import Network, Shape

Floats = npt.NDArray[np.float32]
_CUT = ("attn_q", "attn_k", "attn_v", "ffn_gate", "ffn_up")  # two or three in one of the network's


def _halves(weight: Floats, heads: int) -> Floats:
    """Rows of a query or key matrix, from llama.cpp's neighbouring pairs to rotary halves."""
    rows, width = weight.shape
    pairs = weight.reshape(heads, rows // heads // 2, 2, width)
    result: Floats = pairs.swapaxes(1, 2).reshape(rows, width)
    return result


def weights(path: Path, shape: Shape) -> dict[str, Floats]:
    """The blocks under the network's names: ``export.tensors`` the other way, without the table."""
    named = {
        tensor.name: gguf.quants.dequantize(tensor.data, tensor.tensor_type)
        for tensor in gguf.GGUFReader(path).tensors
    }
    found = {"norm.weight": named["output_norm.weight"]}
    for number in range(shape.layers):
        mine = f"blocks.{number}"
        part = {
            name: named[f"blk.{number}.{name}.weight"]
            for name in (*_CUT, "attn_norm", "attn_output", "ffn_norm", "ffn_down")
        }
        q, k, v, gate, up = (part.pop(name) for name in _CUT)
        qk = [_halves(each, shape.heads) for each in (q, k)]
        found[f"{mine}.attn_qkv.weight"] = np.concatenate([*qk, v])
        found[f"{mine}.ffn_gate_up.weight"] = np.concatenate([gate, up])
        found |= {f"{mine}.{name}.weight": values for name, values in part.items()}
    return found


def shape_of(model: ModelFile) -> Shape:
    """The sizes of the network, as the file states them."""
    values = GgufFile(model.path).values

    def stated(name: str) -> int:
        return int(values[f"{model_file.ARCHITECTURE}.{name}"])

    return Shape(
        pieces=len(model.pieces.vocabulary),
        factors=FACTOR_ROWS,
        width=stated("embedding_length"),
        layers=stated("block_count"),
        heads=stated("attention.head_count"),
        hidden=stated("feed_forward_length"),
        window=model.window,
    )


def markers(model: ModelFile) -> dict[Genre, Marker]:
    """Who reads each kind of text; the recall bias is taken out of the heads again."""
    shape, biases = shape_of(model), model.provenance.get("recall_bias", {})
    found = {}
    for genre, reading in zip(Genre, model.readings, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            own = Path(folder) / "blocks.gguf"
            own.write_bytes(reading.blocks)
            state = weights(own if reading.blocks else model.path, shape)
        marker = Marker(Network(shape))
        state["table"] = model.table
        marker.network.load_state_dict({k: torch.tensor(v) for k, v in state.items()})
        bias = reading.bias.copy()
        bias[OUTSIDE] -= biases.get(genre.name, 0.0)
        with torch.no_grad():
            marker.head.weight.copy_(torch.tensor(reading.head))
            marker.head.bias.copy_(torch.tensor(bias))
        found[genre] = marker.eval()
    return found


def restore(path: Path, run: Path) -> None:
    """Write the run folder. Raises ModelProblem when the file cannot be read."""
    model = model_file.load(path)
    vocabulary.save(run, list(model.pieces.vocabulary), model.pieces.lexicon)
    genres.save(run, model.pieces.genres)
    for genre, marker in markers(model).items():
        shape, facts = marker.network.shape.to_dict(), {"restored": model.version}
        state = {"shape": shape, "marker": marker.state_dict(), "facts": facts}
        save(run / f"{genre.name.lower()}.pt", state)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    options = parser.parse_args()
    restore(options.model, options.run)


if __name__ == "__main__":
    main()
