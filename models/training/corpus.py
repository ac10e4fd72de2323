"""Turn pretraining mails into shards of packed pieces: ``RUN/corpus/shard_NNN.npy``.

    python -m models.training.corpus --run RUN [--pieces 20000000]

A shard has shape (pieces, 4), uint16: piece, before * 6 + after, case * 4 + part, lexicon code;
documents follow each other, told apart by their edges. Mails that look as if they held personal
data come first choice, others are thinned out: what the model shall know is how names stand there.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop.detect.lexicon import pack
from desktop.detect.pieces import EDGE, FIRST, GLUED, INSIDE, LAST, WHOLE, Pieces, gap, words
from models.training import vocabulary
from models.training.sources import DATA, documents, examples

Packed = npt.NDArray[np.uint16]

_PERSONAL = re.compile(
    r"@\w|\btel|\bfax|\bmobil|stra(?:ß|ss)e\b|str\. ?\d|\b\d{5} [A-ZÄÖÜ]"
    r"|gru(?:ß|ss)|grüße|\bherr|\bfrau",
    re.IGNORECASE,
)
_SHARD = 1 << 21
_REPEAT = 2  # how often the annotated texts (without their labels) are seen in the mix
_CAPS, _SMALL = 0.02, 0.06  # share of documents put in capitals, in lower case


def pack_text(
    pieces: Pieces, text: str, memo: dict[str, tuple[list[tuple[int, int]], int]]
) -> Packed:
    """One document; ``memo`` keeps what is known of a word as ((piece, part) ..., code of word)."""
    rows: list[tuple[int, int, int, int]] = []
    matches = list(words(text))
    before = EDGE
    for index, match in enumerate(matches):
        follows = index + 1 < len(matches)
        after = gap(text[match.end() : matches[index + 1].start()]) if follows else EDGE
        word = match.group()
        known = memo.get(word)
        if known is None:
            found, (case, *lexical) = pieces.word(word)
            last = len(found) - 1
            parts = [
                WHOLE if not last else FIRST if not i else LAST if i == last else INSIDE
                for i in range(last + 1)
            ]
            known = (
                [(p, case * 4 + part) for (p, _), part in zip(found, parts, strict=True)],
                pack(tuple(lexical)),
            )
            memo[word] = known
        shapes, code = known
        last = len(shapes) - 1
        for place, (piece, shape) in enumerate(shapes):
            left = before if place == 0 else GLUED
            right = after if place == last else GLUED
            rows.append((piece, left * 6 + right, shape, code))
        before = after
    return np.array(rows, dtype=np.uint16).reshape(len(rows), 4)


def chosen(data: Path, rng: random.Random, keep: float) -> Iterator[str]:
    """Documents in the order of training: annotated texts strewn among the pretraining mails."""
    extra = [e["text"] for p in sorted((data / "ner").glob("*.jsonl.xz")) for e in examples(p)]
    extra *= _REPEAT
    rng.shuffle(extra)
    for path in sorted((data / "lm").glob("*.txt.xz"), reverse=True):
        for text in documents(path):
            if not _PERSONAL.search(text) and rng.random() > keep:
                continue
            yield text
            if extra and rng.random() < 0.4:
                yield extra.pop()


def noisy(text: str, rng: random.Random) -> str:
    """The text, at times in capitals or in lower case: mails come like that too."""
    draw = rng.random()
    if draw < _CAPS:
        return text.upper()
    return text.lower() if draw < _CAPS + _SMALL else text


def write_shards(pieces: Pieces, texts: Iterator[str], out: Path, limit: int, seed: int) -> int:
    """Returns the number of pieces written; a shard appears under its name only when whole."""
    out.mkdir(parents=True, exist_ok=True)
    rng, memo = random.Random(seed), dict[str, tuple[list[tuple[int, int]], int]]()
    held: list[Packed] = []
    size = total = number = 0

    def flush() -> None:
        nonlocal held, size, number
        part = out / f"part_{number:03}.npy"
        np.save(part, np.concatenate(held))
        part.rename(out / f"shard_{number:03}.npy")
        print(f"shard {number}: {size} pieces", flush=True)
        held, size, number = [], 0, number + 1

    for text in texts:
        packed = pack_text(pieces, noisy(unicodedata.normalize("NFC", text[:20000]), rng), memo)
        held.append(packed)
        size += len(packed)
        total += len(packed)
        if len(memo) > 1_000_000:
            memo.clear()
        if size >= min(_SHARD, limit):
            flush()
        if total >= limit:
            break
    if held:
        flush()
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--pieces", type=int, default=20_000_000)
    parser.add_argument("--keep", type=float, default=0.35, help="share kept of impersonal mails")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pieces = vocabulary.load(options.run)
    texts = chosen(options.data, random.Random(options.seed), options.keep)
    write_shards(pieces, texts, options.run / "corpus", options.pieces, options.seed)


if __name__ == "__main__":
    main()
