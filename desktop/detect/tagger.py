"""The local model: text in, calibrated spans out, every piece of the text seen.

Runs in this process; ``worker.ModelWorker`` runs it in a child process, where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop.detect import model_file
from desktop.detect.llama_runtime import LlamaRuntime
from desktop.detect.model_state import ModelProblem
from desktop.detect.pieces import Encoded, Rows
from desktop.detect.viterbi import Floats, best_path, log_softmax, spans_of
from desktop.detect.windows import sections, windows
from desktop.domain import Detection, Span

SOURCE = "model"
SECTION = 20_000  # characters that are in memory as pieces at a time


class Tagger:
    """Raises ModelProblem when the file cannot be used (see ``model_state``)."""

    def __init__(self, path: Path, threads: int = 2) -> None:
        self.file = model_file.load(path)
        self._own = LlamaRuntime(
            path, window=self.file.window, width=self.file.width, threads=threads
        )
        # each kind of text has its transformer: the file's own, or an expert's
        self._runtimes: list[LlamaRuntime] = []
        try:
            for reading in self.file.readings:
                blocks = reading.blocks
                self._runtimes.append(self._expert(blocks, threads) if blocks else self._own)
        except ModelProblem:
            self.close()
            raise

    def _expert(self, blocks: bytes, threads: int) -> LlamaRuntime:
        file = self.file
        return LlamaRuntime.of_bytes(blocks, window=file.window, width=file.width, threads=threads)

    def scores(self, encoded: Encoded, between: Callable[[], None] | None = None) -> Floats:
        """The head's scores (pieces, tags); ``between`` is called before each window."""
        file, reading = self.file, self.file.readings[encoded.genre]
        runtime = self._runtimes[encoded.genre]
        result = np.full((len(encoded), len(reading.bias)), np.nan, np.float32)
        for part in windows(len(encoded), file.window, file.overlap):
            if between is not None:
                between()
            states = runtime.hidden(self._embeddings(encoded.rows[part.start : part.end]))
            kept = states[part.keep_start - part.start : part.keep_end - part.start]
            result[part.keep_start : part.keep_end] = kept @ reading.head.T + reading.bias
        if not np.isfinite(result).all():
            raise RuntimeError("a piece went unchecked")
        return result

    def _embeddings(self, rows: Rows) -> Floats:
        """The sums (pieces, width) of the table's rows; the few of the factors by a product, which
        takes a quarter of the time of gathering and adding all."""
        table, first = self.file.table, len(self.file.pieces.vocabulary)
        factors = np.zeros((len(rows), len(table) - first), np.float32)
        factors[np.arange(len(rows))[:, None], rows[:, 1:] - first] = 1
        embeddings: Floats = table[rows[:, 0]] + factors @ table[first:]
        return embeddings

    def find(self, text: str, between: Callable[[], None] | None = None) -> Detection:
        """All spans of the text; the detection is complete or an exception is raised."""
        found: list[Span] = []
        for start, end in sections(text, SECTION):
            encoded = self.file.pieces.encode(text[start:end])
            if len(encoded):
                found += self._spans(encoded, self.scores(encoded, between), start)
        return Detection(tuple(found))

    def _spans(self, encoded: Encoded, scores: Floats, shift: int) -> list[Span]:
        file, reading = self.file, self.file.readings[encoded.genre]
        path = best_path(scores, len(file.labels), file.transitions)
        found = []
        for span in spans_of(path, log_softmax(scores)):
            odds = reading.slope[span.label] * span.confidence + reading.offset[span.label]
            found.append(
                Span(
                    start=shift + int(encoded.starts[span.first]),
                    end=shift + int(encoded.ends[span.last]),
                    label=file.labels[span.label],
                    score=round(float(1 / (1 + np.exp(-odds))), 4),
                    source=SOURCE,
                )
            )
        return found

    def close(self) -> None:
        for runtime in {self._own, *self._runtimes}:
            runtime.close()
