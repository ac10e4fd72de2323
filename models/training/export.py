"""Write one GGUF file: the transformer for llama.cpp, everything else as metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt
from gguf import GGMLQuantizationType as Kind

from desktop.detect.model_file import ARCHITECTURE, FORMAT, KIND
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
    found = {"token_embd.weight": state["table"], "output_norm.weight": state["norm.weight"]}
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


def _write_shape(writer: gguf.GGUFWriter, shape: Shape, window: int) -> None:
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
    writer.add_vocab_size(shape.pieces + shape.factors)
    writer.add_tokenizer_model("no_vocab")  # pieces and factors are our own


def write(
    path: Path,
    network: Network,
    pieces: Pieces,
    *,
    labels: tuple[str, ...],
    head: Mapping[str, Floats],
    calibration: tuple[Floats, Floats],
    overlap: int,
    kind: str,
    version: str,
    provenance: Mapping[str, Any],
) -> None:
    """``head`` holds ``weight`` (tags, width), ``bias`` (genres, tags), ``transitions``.

    The embedding table stays at Q8_0 or better; ``kind`` goes to the matrices of the blocks.
    """
    writer = gguf.GGUFWriter(None, ARCHITECTURE)
    writer.add_name("Trennwerk tagger")
    writer.add_version(version)
    writer.add_license(LICENCE)
    writer.add_author(AUTHORS)
    _write_shape(writer, network.shape, network.shape.window)
    writer.add_string("trennwerk.kind", KIND)
    writer.add_uint32("trennwerk.format", FORMAT)
    writer.add_array("trennwerk.labels", list(labels))
    writer.add_string("trennwerk.vocabulary", json.dumps(pieces.vocabulary, ensure_ascii=False))
    writer.add_array("trennwerk.lexicon", pieces.lexicon.to_bytes())
    numbers = {
        "genre.weight": pieces.genres.weight,
        "genre.offset": pieces.genres.offset,
        "head.weight": head["weight"],
        "head.bias": head["bias"],
        "transitions": head["transitions"],
        "calibration.slope": calibration[0],
        "calibration.offset": calibration[1],
    }
    for name, values in numbers.items():
        writer.add_array(f"trennwerk.{name}", np.asarray(values, np.float32).ravel().tolist())
    writer.add_uint32("trennwerk.window", network.shape.window)
    writer.add_uint32("trennwerk.overlap", overlap)
    writer.add_string("trennwerk.provenance", json.dumps(provenance, ensure_ascii=False))
    for name, values in tensors(network).items():
        chosen = Kind.F32 if values.ndim < 2 else KINDS[kind]
        if name == "token_embd.weight" and chosen == Kind.Q4_0:
            chosen = Kind.Q8_0
        if chosen in (Kind.F32, Kind.F16):
            writer.add_tensor(name, values.astype(np.float32 if chosen == Kind.F32 else np.float16))
        else:
            writer.add_tensor(name, gguf.quants.quantize(values, chosen), raw_dtype=chosen)
    part = path.with_suffix(".part")
    writer.write_header_to_file(part)
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    part.replace(path)
