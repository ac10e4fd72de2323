"""Write one GGUF file: the transformer for llama.cpp, everything else as metadata."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt
from gguf import GGMLQuantizationType as Kind
from gguf import GGUFValueType as ValueType

from desktop.detect.genre import Genre
from desktop.detect.model_file import ARCHITECTURE, FORMAT, KIND, TABLE
from desktop.detect.pieces import Pieces
from models.training.network import EPSILON, ROPE_BASE, Network, Shape

Floats = npt.NDArray[np.float32]
KINDS = {"f32": Kind.F32, "f16": Kind.F16, "q8_0": Kind.Q8_0, "q4_0": Kind.Q4_0}
LICENCE = "cc-by-sa-4.0"
AUTHORS = (
    "CodE Alltag 2.0 (Krieg-Holz et al. 2016, Eder et al. 2020), CC BY-SA 4.0, and the sources "
    "named in the model card"
)


def _interleaved(weight: Floats, heads: int) -> Floats:
    """Rows of a query or key matrix, from rotary halves to the neighbouring pairs of llama.cpp."""
    rows, width = weight.shape
    halves = weight.reshape(heads, 2, rows // heads // 2, width)
    result: Floats = halves.swapaxes(1, 2).reshape(rows, width)
    return result


def tensors(network: Network) -> dict[str, Floats]:
    """The network's weights under llama.cpp's names."""
    shape = network.shape
    state = {
        name: value.detach().float().cpu().numpy() for name, value in network.state_dict().items()
    }
    found = {TABLE: state["table"], "output_norm.weight": state["norm.weight"]}
    for number in range(shape.layers):
        mine, theirs = f"blocks.{number}", f"blk.{number}"
        q, k, v = np.split(state[f"{mine}.attn_qkv.weight"], 3)
        gate, up = np.split(state[f"{mine}.ffn_gate_up.weight"], 2)
        found |= {
            f"{theirs}.attn_q.weight": _interleaved(q, shape.heads),
            f"{theirs}.attn_k.weight": _interleaved(k, shape.heads),
            f"{theirs}.attn_v.weight": v,
            f"{theirs}.ffn_gate.weight": gate,
            f"{theirs}.ffn_up.weight": up,
        }
        for name in ("attn_norm", "attn_output", "ffn_norm", "ffn_down"):
            found[f"{theirs}.{name}.weight"] = state[f"{mine}.{name}.weight"]
    return found


@dataclass(frozen=True)
class Head:
    """What stands behind a transformer: ``weight`` (tags, width), ``bias`` (genres, tags), and the
    calibration's ``slope`` and ``offset`` (labels)."""

    weight: Floats
    bias: Floats
    slope: Floats
    offset: Floats


def _write_shape(writer: gguf.GGUFWriter, shape: Shape, window: int, rows: int) -> None:
    writer.add_block_count(shape.layers)
    writer.add_context_length(window)
    writer.add_embedding_length(shape.width)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_rope_freq_base(ROPE_BASE)
    writer.add_causal_attention(False)
    writer.add_vocab_size(rows)
    writer.add_tokenizer_model("no_vocab")  # pieces and factors are our own


def _write_tensors(writer: gguf.GGUFWriter, found: Mapping[str, Floats], kind: str) -> None:
    """The embedding table stays at Q8_0 or better; ``kind`` goes to the matrices of the blocks."""
    for name, values in found.items():
        chosen = Kind.F32 if values.ndim < 2 else KINDS[kind]
        if name == TABLE and chosen == Kind.Q4_0:
            chosen = Kind.Q8_0
        if chosen in (Kind.F32, Kind.F16):
            writer.add_tensor(name, values.astype(np.float32 if chosen == Kind.F32 else np.float16))
        else:
            writer.add_tensor(name, gguf.quants.quantize(values, chosen), raw_dtype=chosen)


def _write_file(writer: gguf.GGUFWriter, path: Path) -> None:
    """The file is whole or it is the old one."""
    part = path.with_suffix(".part")
    writer.write_header_to_file(part)
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    part.replace(path)


def _write_head(writer: gguf.GGUFWriter, prefix: str, head: Head, bias: Floats) -> None:
    numbers = {
        "head.weight": head.weight,
        "head.bias": bias,
        "calibration.slope": head.slope,
        "calibration.offset": head.offset,
    }
    for name, values in numbers.items():
        _write_numbers(writer, f"{prefix}{name}", values)


def _write_numbers(writer: gguf.GGUFWriter, name: str, values: Floats) -> None:
    writer.add_array(f"trennwerk.{name}", np.asarray(values, np.float32).ravel().tolist())


def _write_bytes(writer: gguf.GGUFWriter, name: str, data: bytes) -> None:
    """As ``model_file`` reads bytes: eight in an element."""
    words = np.frombuffer(data + bytes(-len(data) % 8), "<u8").tolist()
    writer.add_key_value(f"trennwerk.{name}", words, ValueType.ARRAY, ValueType.UINT64)
    writer.add_uint64(f"trennwerk.{name}.size", len(data))


def blocks(network: Network, kind: str) -> bytes:
    """The network without its table, as a GGUF file: its input is made of another one's table."""
    writer = gguf.GGUFWriter(None, ARCHITECTURE)
    _write_shape(writer, network.shape, network.shape.window, 1)
    found = tensors(network)
    _write_tensors(writer, found | {TABLE: np.zeros_like(found[TABLE][:1])}, kind)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "blocks.gguf"
        _write_file(writer, path)
        return path.read_bytes()


def write(
    path: Path,
    network: Network,
    pieces: Pieces,
    *,
    labels: tuple[str, ...],
    head: Head,
    experts: Mapping[Genre, tuple[Network, Head]],
    overlap: int,
    kind: str,
    kinds_of_experts: Mapping[Genre, str],
    version: str,
    provenance: Mapping[str, Any],
) -> None:
    """``experts``: networks with a head that read texts of one genre; their tables are not written,
    they read ``network``'s. ``kind`` is the number format of the blocks (``KINDS``), but of those
    experts that have another."""
    writer = gguf.GGUFWriter(None, ARCHITECTURE)
    writer.add_name("Trennwerk tagger")
    writer.add_version(version)
    writer.add_license(LICENCE)
    writer.add_author(AUTHORS)
    shape = network.shape
    _write_shape(writer, shape, shape.window, shape.pieces + shape.factors)
    writer.add_string("trennwerk.kind", KIND)
    writer.add_uint32("trennwerk.format", FORMAT)
    writer.add_array("trennwerk.labels", list(labels))
    writer.add_string("trennwerk.vocabulary", json.dumps(pieces.vocabulary, ensure_ascii=False))
    _write_bytes(writer, "lexicon", pieces.lexicon.to_bytes())
    _write_numbers(writer, "genre.weight", pieces.genres.weight)
    _write_numbers(writer, "genre.pairs", pieces.genres.pairs)
    _write_numbers(writer, "genre.offset", pieces.genres.offset)
    _write_head(writer, "", head, head.bias)
    tags = len(head.weight)
    _write_numbers(writer, "transitions", np.zeros((tags, tags), np.float32))
    if experts:
        writer.add_array("trennwerk.experts", [genre.name for genre in experts])
    for genre, (expert, its) in experts.items():
        prefix = f"expert.{genre.name}."
        _write_bytes(writer, f"{prefix}blocks", blocks(expert, kinds_of_experts.get(genre, kind)))
        _write_head(writer, prefix, its, its.bias[genre])
    writer.add_uint32("trennwerk.window", shape.window)
    writer.add_uint32("trennwerk.overlap", overlap)
    writer.add_string("trennwerk.provenance", json.dumps(provenance, ensure_ascii=False))
    _write_tensors(writer, tensors(network), kind)
    _write_file(writer, path)
