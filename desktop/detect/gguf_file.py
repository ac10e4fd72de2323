"""Reading what a GGUF file says about itself, and single tensors out of it.

The format is described in ggml's docs/gguf.md. The ``gguf`` package reads arrays one element at a
time, which takes ten seconds for the lexicon; here an array of numbers is one ``numpy`` view.
Every length is checked against the size of the file before it is believed.
"""

from __future__ import annotations

import math
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop.detect.model_state import ModelProblem, ModelState

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_SCALARS = {
    0: "B",
    1: "b",
    2: "H",
    3: "h",
    4: "I",
    5: "i",
    6: "f",
    7: "?",
    10: "Q",
    11: "q",
    12: "d",
}
_STRING, _ARRAY = 8, 9
_MAX_ENTRIES = 4096  # keys, tensors; ours has some fifty of each
_MAX_DIMENSIONS = 4
_F32, _F16, _Q4_0, _Q8_0 = 0, 1, 2, 8
_BLOCK = 32  # values that share a scale in the quantised kinds
_BLOCK_BYTES = {_F32: 4 * _BLOCK, _F16: 2 * _BLOCK, _Q4_0: _BLOCK // 2 + 2, _Q8_0: _BLOCK + 2}


@dataclass(frozen=True, slots=True)
class TensorInfo:
    """Where a tensor lies: ``shape`` with the fastest dimension last, as numpy has it."""

    shape: tuple[int, ...]
    kind: int
    offset: int


class _Reader:
    """Takes values off the front of a buffer; raises struct.error past its end."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> Any:
        (value,) = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return value

    def raw(self, size: int) -> bytes:
        if size > len(self.data) - self.at:
            raise ModelProblem(ModelState.BROKEN, "cut short")
        self.at += size
        return self.data[self.at - size : self.at]

    def string(self) -> str:
        return self.raw(self.take("Q")).decode("utf-8", "replace")

    def value(self, kind: int) -> Any:
        if kind == _STRING:
            return self.string()
        if kind != _ARRAY:
            return self.take(_SCALARS[kind])
        inner, count = self.take("I"), self.take("Q")
        if inner == _STRING:
            if count * 8 > len(self.data) - self.at:
                raise ModelProblem(ModelState.BROKEN, "cut short")
            return [self.string() for _ in range(count)]
        form = np.dtype("<" + _SCALARS[inner])
        return np.frombuffer(self.raw(count * form.itemsize), form)


class GgufFile:
    """Metadata (``values``) and places of the tensors (``tensors``) of one file.

    Raises ModelProblem: MISSING when there is no such file, BROKEN when it is no whole GGUF file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values: dict[str, Any] = {}
        self.tensors: dict[str, TensorInfo] = {}
        try:
            with path.open("rb") as stream:
                self._read(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        except FileNotFoundError:
            raise ModelProblem(ModelState.MISSING, "no file") from None
        except OSError as error:
            raise ModelProblem(ModelState.BROKEN, f"errno {error.errno}") from error
        except (struct.error, ValueError, KeyError, OverflowError, MemoryError) as error:
            raise ModelProblem(ModelState.BROKEN, type(error).__name__) from error

    def _read(self, data: mmap.mmap) -> None:
        with data:
            reader = _Reader(data)
            if reader.raw(4) != _MAGIC or reader.take("I") not in _VERSIONS:
                raise ModelProblem(ModelState.BROKEN, "not a GGUF file")
            tensors, entries = reader.take("Q"), reader.take("Q")
            if max(tensors, entries) > _MAX_ENTRIES:
                raise ModelProblem(ModelState.BROKEN, "too many entries")
            for _ in range(entries):
                key = reader.string()
                self.values[key] = reader.value(reader.take("I"))
            for _ in range(tensors):
                self._tensor(reader)
            grain = int(self.values.get("general.alignment", 32)) or 32
            self._start = -(-reader.at // grain) * grain
            if any(self._end(info) > len(data) for info in self.tensors.values()):
                raise ModelProblem(ModelState.BROKEN, "cut short")

    def _end(self, info: TensorInfo) -> int:
        """Where the bytes of a tensor end; where they begin for kinds unknown here."""
        count = math.prod(info.shape)
        return self._start + info.offset + count * _BLOCK_BYTES.get(info.kind, 0) // _BLOCK

    def _tensor(self, reader: _Reader) -> None:
        name, dimensions = reader.string(), reader.take("I")
        if dimensions > _MAX_DIMENSIONS:
            raise ModelProblem(ModelState.BROKEN, "too many dimensions")
        shape = tuple(reader.take("Q") for _ in range(dimensions))[::-1]
        self.tensors[name] = TensorInfo(shape, reader.take("I"), reader.take("Q"))

    def tensor(self, name: str) -> npt.NDArray[np.float32]:
        """A tensor as float32; kinds F32, F16 and Q8_0. Raises ModelProblem(BROKEN)."""
        info = self.tensors.get(name)
        if info is None or info.kind not in (_F32, _F16, _Q8_0):
            raise ModelProblem(ModelState.BROKEN, f"tensor {name}")
        if info.kind == _Q8_0 and info.shape[-1] % _BLOCK:
            raise ModelProblem(ModelState.BROKEN, f"tensor {name}")
        begin = self._start + info.offset
        size = self._end(info) - begin
        with self.path.open("rb") as stream:
            stream.seek(begin)
            data = stream.read(size)
        return _floats(data, info.kind).reshape(info.shape)


def _floats(data: bytes, kind: int) -> npt.NDArray[np.float32]:
    if kind == _F32:
        return np.frombuffer(data, "<f4").astype(np.float32)
    if kind == _F16:
        return np.frombuffer(data, "<f2").astype(np.float32)
    blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("values", "i1", _BLOCK)]))
    scaled: npt.NDArray[np.float32] = blocks["values"] * blocks["scale"].astype(np.float32)[:, None]
    return scaled
