"""The transformer in llama.cpp: embeddings in, hidden states out, both as numpy arrays.

``Llama.embed()`` cuts long input silently and copies every number through Python lists; this goes
to the C interface instead. A micro-batch smaller than the input aborts the process, so context,
batch and micro-batch all have the size of the window.
"""

from __future__ import annotations

import ctypes
import os
import tempfile
from pathlib import Path
from typing import Any

import llama_cpp.llama_cpp as llama
import numpy as np

from desktop.detect.model_state import ModelProblem, ModelState
from desktop.detect.viterbi import Floats


@llama.llama_log_callback  # type: ignore[untyped-decorator]
def _silent(_level: int, _text: bytes, _data: object) -> None:
    """llama.cpp writes to stderr unless told otherwise; nothing there concerns the user."""


def _uses_amx() -> bool:
    """Whether llama.cpp would repack weights for AMX, which ends the process.

    Seen with llama-cpp-python 0.3.36 built from source on a processor that has AMX. Its other
    repacked weights are sound, and save a tenth of the time.
    """
    return b"AMX_INT8 = 1" in llama.llama_print_system_info()


class LlamaRuntime:
    """Holds model, context and batch until ``close``. Raises ModelProblem(BROKEN) if it can't."""

    def __init__(
        self, path: Path, *, window: int, width: int, threads: int, mapped: bool = True
    ) -> None:
        self.window, self.width = window, width
        self._model: Any = None
        self._context: Any = None
        self._batch: Any = None
        llama.llama_log_set(_silent, ctypes.c_void_p(0))
        llama.llama_backend_init()
        parameters = llama.llama_model_default_params()
        parameters.n_gpu_layers = 0
        parameters.use_extra_bufts = not _uses_amx()
        if not mapped:
            parameters.load_mode = llama.LLAMA_LOAD_MODE_NONE
        self._model = llama.llama_model_load_from_file(str(path).encode("utf-8"), parameters)
        if not self._model:
            raise ModelProblem(ModelState.BROKEN, "llama.cpp refused it")
        if llama.llama_model_n_embd(self._model) != width:
            self.close()
            raise ModelProblem(ModelState.BROKEN, "width")
        self._open(threads)

    @classmethod
    def of_bytes(cls, data: bytes, *, window: int, width: int, threads: int) -> LlamaRuntime:
        """The transformer of a GGUF file in memory. llama.cpp reads files only: it gets one that
        is gone when it has been read. Raises ModelProblem(BROKEN), also when the disk is full."""
        try:
            handle, name = tempfile.mkstemp(suffix=".gguf")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                return cls(Path(name), window=window, width=width, threads=threads, mapped=False)
            finally:
                Path(name).unlink()
        except OSError as error:
            raise ModelProblem(ModelState.BROKEN, f"temporary file: errno {error.errno}") from error

    def _open(self, threads: int) -> None:
        parameters = llama.llama_context_default_params()
        parameters.n_ctx = parameters.n_batch = parameters.n_ubatch = self.window
        parameters.n_seq_max = 1
        parameters.n_threads = parameters.n_threads_batch = threads
        # saves a sixth of the time, once denormal numbers are flushed (denormals.py)
        parameters.flash_attn_type = llama.LLAMA_FLASH_ATTN_TYPE_ENABLED
        parameters.embeddings = True
        parameters.pooling_type = llama.LLAMA_POOLING_TYPE_NONE
        parameters.attention_type = llama.LLAMA_ATTENTION_TYPE_NON_CAUSAL
        self._context = llama.llama_init_from_model(self._model, parameters)
        if not self._context:
            self.close()
            raise ModelProblem(ModelState.BROKEN, "no context")
        self._batch = llama.llama_batch_init(self.window, self.width, 1)
        for at in range(self.window):
            self._batch.pos[at] = at
            self._batch.n_seq_id[at] = 1
            self._batch.seq_id[at][0] = 0
            self._batch.logits[at] = 1

    def hidden(self, embeddings: Floats) -> Floats:
        """Hidden states (pieces, width) of embeddings (pieces, width), at most a window of them."""
        count = len(embeddings)
        if not 0 < count <= self.window or self._batch is None:
            raise ValueError("pieces do not fit the window")
        source = np.ascontiguousarray(embeddings, dtype=np.float32)
        ctypes.memmove(self._batch.embd, source.ctypes.data, source.nbytes)
        self._batch.n_tokens = count
        code = llama.llama_encode(self._context, self._batch)
        if code != 0:
            raise RuntimeError(f"llama_encode: {code}")
        result = llama.llama_get_embeddings(self._context)
        if not result:
            raise RuntimeError("no embeddings")
        states = np.ctypeslib.as_array(result, shape=(count, self.width)).copy()
        # one hidden state a piece, or a piece went unchecked
        if states.shape != source.shape or not np.isfinite(states).all():
            raise RuntimeError("embeddings and pieces differ")
        return states

    def close(self) -> None:
        if self._batch is not None:
            llama.llama_batch_free(self._batch)
        if self._context:
            llama.llama_free(self._context)
        if self._model:
            llama.llama_model_free(self._model)
        self._batch = self._context = self._model = None
