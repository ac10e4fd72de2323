"""One model, one file: everything beside the transformer lies in the GGUF file's metadata.

Keys under ``trennwerk.``: kind ("tagger"), format, labels, vocabulary (JSON list), lexicon (bytes),
genre.weight, genre.offset, head.weight, head.bias (one row a genre), transitions,
calibration.slope, calibration.offset (one a label), window, overlap, provenance (JSON).
``models/training/export.py`` writes them. Format 1 knew no genres: its texts are all of one kind.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from desktop.detect.genre import Genre, GenreModel
from desktop.detect.gguf_file import GgufFile
from desktop.detect.lexicon import Lexicon
from desktop.detect.model_state import ModelProblem, ModelState
from desktop.detect.pieces import ROWS_PER_PIECE, SPECIAL, Pieces
from desktop.detect.viterbi import Floats, tag_count
from desktop.domain import Label

ARCHITECTURE = "llama-embed"
KIND = "tagger"
FORMAT = 2  # raised whenever an older program could not read the file rightly
TABLE = "token_embd.weight"
MAX_WINDOW = 4096


@dataclass(frozen=True)
class ModelFile:
    """What the tagger needs: rows for pieces, head, transitions, calibration, window."""

    path: Path
    labels: tuple[Label, ...]
    pieces: Pieces
    table: Floats  # (rows, width)
    head: Floats  # (tags, width)
    bias: Floats  # (genres, tags), the recall bias included
    transitions: Floats  # (tags, tags)
    slope: Floats  # (labels,)
    offset: Floats  # (labels,)
    window: int
    overlap: int
    version: str = ""
    licence: str = ""
    provenance: dict[str, Any] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return int(self.table.shape[1])


def load(path: Path) -> ModelFile:
    """Raises ModelProblem with the state: MISSING, BROKEN, WRONG_KIND or TOO_NEW."""
    file = GgufFile(path)
    values = file.values
    if values.get("general.architecture") != ARCHITECTURE or values.get("trennwerk.kind") != KIND:
        raise ModelProblem(ModelState.WRONG_KIND, str(values.get("general.architecture", ""))[:40])
    stated = values.get("trennwerk.format")
    if not isinstance(stated, int) or stated > FORMAT:
        raise ModelProblem(ModelState.TOO_NEW, f"format {stated}")
    try:
        model = _model(file)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise ModelProblem(ModelState.BROKEN, type(error).__name__) from error
    _check(model)
    return model


def _model(file: GgufFile) -> ModelFile:
    values = file.values

    def floats(key: str, *shape: int) -> Floats:
        array: Floats = np.asarray(values[f"trennwerk.{key}"], dtype=np.float32).reshape(shape)
        return array

    labels = tuple(Label(name) for name in values["trennwerk.labels"])
    vocabulary = json.loads(values["trennwerk.vocabulary"])
    if not set(SPECIAL) <= set(vocabulary) or len(set(vocabulary)) != len(vocabulary):
        raise ValueError("vocabulary")
    lexicon = Lexicon.from_bytes(values["trennwerk.lexicon"].tobytes())
    table, tags = file.tensor(TABLE), tag_count(len(labels))
    if values["trennwerk.format"] == 1:
        genres = GenreModel.none(len(vocabulary))
        table = np.vstack((table, np.zeros((len(Genre), table.shape[1]), np.float32)))
        bias = np.tile(floats("head.bias", tags), (len(Genre), 1))
    else:
        genres = GenreModel(
            floats("genre.weight", len(vocabulary), len(Genre)), floats("genre.offset", len(Genre))
        )
        bias = floats("head.bias", len(Genre), tags)
    return ModelFile(
        path=file.path,
        labels=labels,
        pieces=Pieces(vocabulary, lexicon, genres),
        table=table,
        head=floats("head.weight", tags, table.shape[1]),
        bias=bias,
        transitions=floats("transitions", tags, tags),
        slope=floats("calibration.slope", len(labels)),
        offset=floats("calibration.offset", len(labels)),
        window=int(values["trennwerk.window"]),
        overlap=int(values["trennwerk.overlap"]),
        version=str(values.get("general.version", "")),
        licence=str(values.get("general.license", "")),
        provenance=json.loads(values.get("trennwerk.provenance", "{}")),
    )


def _check(model: ModelFile) -> None:
    """What a cut or edited file could get wrong without any single value looking odd."""
    genres = model.pieces.genres
    numbers = (
        *(model.table, model.head, model.bias, model.transitions, model.slope, model.offset),
        *(genres.weight, genres.offset),
    )
    if not (
        model.table.shape[0] == model.pieces.table_rows
        and 0 <= 2 * model.overlap < model.window <= MAX_WINDOW
        and all(np.isfinite(array).all() for array in numbers)
        and model.pieces.offsets.shape == (ROWS_PER_PIECE,)
    ):
        raise ModelProblem(ModelState.BROKEN, "at odds with itself")
