"""One model, one file: everything beside the transformer lies in the GGUF file's metadata.

Keys under ``trennwerk.``: kind ("tagger"), format, labels, vocabulary (JSON list), lexicon
(bytes*), genre.weight, genre.pairs, genre.offset, head.weight, head.bias (one row a genre),
transitions, calibration.slope, calibration.offset (one a label), window, overlap, provenance
(JSON), and of each genre that is read by a transformer of its own, under ``expert.GENRE.``: blocks
(a GGUF file, as bytes*), head.weight, head.bias (one row), calibration.slope, calibration.offset;
``experts`` names these genres. ``models/training/export.py`` writes them. Format 1 knew no genres:
its texts are all of one kind. Format 2 knew no experts, formats up to 4 no pairs of pieces that
tell kinds of text.

bytes*: eight in an element of an array of UINT64, the length under the same key with ``.size``;
up to format 3 an array of UINT8, which llama.cpp took most of a second to turn into text for its
log, element by element.
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
FORMAT = 5  # raised whenever an older program could not read the file rightly
TABLE = "token_embd.weight"
MAX_WINDOW = 4096
_WORD = 8  # bytes in an element


@dataclass(frozen=True)
class Reading:
    """How one kind of text is read: head and calibration, and the transformer before them."""

    head: Floats  # (tags, width)
    bias: Floats  # (tags,), the recall bias included
    slope: Floats  # (labels,)
    offset: Floats  # (labels,)
    blocks: bytes = b""  # a GGUF file; empty: the transformer of the file itself


@dataclass(frozen=True)
class ModelFile:
    """What the tagger needs: rows for pieces, a reading a genre, transitions, window."""

    path: Path
    labels: tuple[Label, ...]
    pieces: Pieces
    table: Floats  # (rows, width)
    readings: tuple[Reading, ...]  # by genre
    transitions: Floats  # (tags, tags)
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
    labels = tuple(Label(name) for name in values["trennwerk.labels"])
    vocabulary = json.loads(values["trennwerk.vocabulary"])
    if not set(SPECIAL) <= set(vocabulary) or len(set(vocabulary)) != len(vocabulary):
        raise ValueError("vocabulary")
    lexicon = Lexicon.from_bytes(_bytes(file, "lexicon"))
    table, tags = file.tensor(TABLE), tag_count(len(labels))
    if values["trennwerk.format"] == 1:
        genres = GenreModel.none(len(vocabulary))
        table = np.vstack((table, np.zeros((len(Genre), table.shape[1]), np.float32)))
        bias = np.tile(_floats(file, "head.bias", tags), (len(Genre), 1))
    else:
        genres = GenreModel(
            _floats(file, "genre.weight", len(vocabulary), len(Genre)),
            _floats(file, "genre.offset", len(Genre)),
            _pairs(file),
        )
        bias = _floats(file, "head.bias", len(Genre), tags)
    return ModelFile(
        path=file.path,
        labels=labels,
        pieces=Pieces(vocabulary, lexicon, genres),
        table=table,
        readings=_readings(file, bias, len(labels), table.shape[1]),
        transitions=_floats(file, "transitions", tags, tags),
        window=int(values["trennwerk.window"]),
        overlap=int(values["trennwerk.overlap"]),
        version=str(values.get("general.version", "")),
        licence=str(values.get("general.license", "")),
        provenance=json.loads(values.get("trennwerk.provenance", "{}")),
    )


def _bytes(file: GgufFile, key: str) -> bytes:
    data: bytes = file.values[f"trennwerk.{key}"].tobytes()
    size = file.values.get(f"trennwerk.{key}.size", len(data))
    if not len(data) - _WORD < size <= len(data):
        raise ValueError(key)
    return data[:size]


def _floats(file: GgufFile, key: str, *shape: int) -> Floats:
    array: Floats = np.asarray(file.values[f"trennwerk.{key}"], dtype=np.float32).reshape(shape)
    return array


def _pairs(file: GgufFile) -> Floats:
    """Rows for pairs of pieces, of shape (buckets, genres); none before format 5."""
    if file.values["trennwerk.format"] < 5:
        return np.zeros((0, len(Genre)), np.float32)
    return _floats(file, "genre.pairs", -1, len(Genre))


def _readings(file: GgufFile, bias: Floats, labels: int, width: int) -> tuple[Reading, ...]:
    """By genre: its expert, or the file's own transformer with the genre's row of ``bias``."""
    tags, experts = tag_count(labels), set(file.values.get("trennwerk.experts", ()))
    if not experts <= {genre.name for genre in Genre}:
        raise ValueError("experts")
    found = []
    for genre in Genre:
        prefix = f"expert.{genre.name}." if genre.name in experts else ""
        blocks = _bytes(file, f"{prefix}blocks") if prefix else b""
        if prefix and not blocks:
            raise ValueError("blocks")
        found.append(
            Reading(
                head=_floats(file, f"{prefix}head.weight", tags, width),
                bias=_floats(file, f"{prefix}head.bias", tags) if prefix else bias[genre],
                slope=_floats(file, f"{prefix}calibration.slope", labels),
                offset=_floats(file, f"{prefix}calibration.offset", labels),
                blocks=blocks,
            )
        )
    return tuple(found)


def _check(model: ModelFile) -> None:
    """What a cut or edited file could get wrong without any single value looking odd."""
    genres = model.pieces.genres
    numbers = [model.table, model.transitions, genres.weight, genres.offset, genres.pairs]
    for each in model.readings:
        numbers += [each.head, each.bias, each.slope, each.offset]
    if not (
        model.table.shape[0] == model.pieces.table_rows
        and 0 <= 2 * model.overlap < model.window <= MAX_WINDOW
        and all(np.isfinite(array).all() for array in numbers)
        and model.pieces.offsets.shape == (ROWS_PER_PIECE,)
    ):
        raise ModelProblem(ModelState.BROKEN, "at odds with itself")
