"""Make the vocabulary (BPE over lower-case words) and the lexicon.

python -m models.training.vocabulary --out RUN [--pieces 12000] [--files 4]

Writes ``RUN/vocabulary.json`` and ``RUN/lexicon.bin``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import WhitespaceSplit
from tokenizers.trainers import BpeTrainer

from desktop.detect.genre import GenreModel
from desktop.detect.lexicon import Lexicon
from desktop.detect.pieces import SPECIAL, Pieces, lower, words
from models.training.sources import DATA, documents, examples, lines, table

GENRES = "genres.npz"  # made by ``genres``
SYMBOLS = "".join(chr(c) for c in range(33, 127)) + "äöüßéèêáàâçñóòôúùûíìîëïåøæœčćšžřłńęąőűğışțăđý"
SYMBOLS += "€§°²³µ«»„“”‚‘’–—…•·×©®™½¼±¿¡´¨→►✓★☎✉😊👍"
RUNS = "-=_*.#~+!?>/\\<|:^"
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LEAST_SEEN = 4  # words met less often in the mails get no entry of their own


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each run of letters occurs, as written."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(m.group() for m in words(text) if m.group()[0].isalpha())
    return counts


def learn(counts: Counter[str], size: int) -> list[str]:
    """A vocabulary of at most ``size`` pieces: special ones, symbols, then BPE merges."""
    lowered: Counter[str] = Counter()
    for word, count in counts.items():
        lowered[lower(word)] += count

    def stream() -> Iterator[str]:
        for word, count in sorted(lowered.items(), key=lambda item: (-item[1], item[0])):
            for _ in range(min(count, 3000) if count > 2 else 0):
                yield word

    base = list(dict.fromkeys(lower(c) for c in SYMBOLS if len(lower(c)) == 1))
    model = Tokenizer(BPE())
    model.pre_tokenizer = WhitespaceSplit()
    trainer = BpeTrainer(
        vocab_size=size - len(SPECIAL) - len(RUNS) - 64,
        initial_alphabet=base,
        limit_alphabet=len(base) + 40,
        show_progress=False,
    )
    model.train_from_iterator(stream(), trainer)
    learnt = sorted(model.get_vocab().items(), key=lambda item: item[1])
    runs = [symbol * 3 for symbol in RUNS]
    return list(dict.fromkeys([*SPECIAL, *base, *runs, *(piece for piece, _ in learnt)]))


def list_flags(lists: Path) -> dict[str, list[int]]:
    """Lower-case word -> [given, surname, town, street, firm] from the name lists."""
    flags: dict[str, list[int]] = {}

    def mark(name: str, field: int, value: int) -> None:
        for form in {lower(name), lower(name).translate(UMLAUTS)}:
            entry = flags.setdefault(form, [0] * 5)
            entry[field] = max(entry[field], value)

    def mark_words(name: str, field: int, whole: int, part: int) -> None:
        found = [m.group() for m in words(name) if m.group()[0].isalpha()]
        for word in found:
            if len(found) == 1:
                mark(word, field, whole)
            elif len(word) > 3 and part:
                mark(word, field, part)

    given: Counter[str] = Counter()
    for row in table(lists / "vornamen_de_cities.tsv"):
        if len(row) >= 3 and row[2].isdigit():
            given[row[0]] += int(row[2])
    for name, count in given.items():
        mark_words(name, 0, 3 if count >= 100 else 2 if count >= 5 else 1, 1)
    for row in table(lists / "common-forenames-by-country.csv", ","):
        for name in row[-2:]:
            mark_words(name, 0, 2, 1)
    for name in lines(lists / "personennamen.list"):
        mark_words(name, 1, 1, 1)
    for row in table(lists / "common-surnames-by-country.csv", ","):
        mark_words(row[4] if len(row) > 4 else "", 1, 1, 1)
    for row in table(lists / "plz_ort_dach.tsv"):
        mark_words(row[2] if len(row) > 2 else "", 2, 2, 1)
    for name in lines(lists / "stadtnamen.list"):
        mark_words(name, 2, 2, 1)
    for name in lines(lists / "strassennamen.list"):
        mark_words(name, 3, 1, 1)
    parts: Counter[str] = Counter()
    for name in lines(lists / "firmennamen.list"):
        mark_words(name, 4, 1, 0)
        parts.update({lower(m.group()) for m in words(name) if len(m.group()) > 3})
    for word, count in parts.items():
        if count >= 5:
            mark(word, 4, 1)
    return flags


def build_lexicon(counts: Counter[str], flags: dict[str, list[int]]) -> Lexicon:
    """Counts of words as written and the lists' flags, folded into one table."""
    total: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for word, count in counts.items():
        total[lower(word)] += count
        small[lower(word)] += count if word.islower() else 0
    table_: dict[str, tuple[int, ...]] = {}
    kept = {word for word, count in total.items() if count >= LEAST_SEEN} | set(flags)
    for word in sorted(kept):
        count = total[word]
        frequency = min(7, int(math.log(count, 4)) + 1) if count else 0
        share = small[word] / count if count else 0.0
        table_[word] = (*flags.get(word, [0] * 5), frequency, min(3, int(share * 4)))
    return Lexicon.build(table_)


def pretraining_mails(
    data: Path, files: int | None = None, per_file: int | None = None
) -> Iterator[str]:
    """The unlabelled mails of the first ``files``, composed to NFC."""
    for path in sorted((data / "lm").glob("*.txt.xz"))[:files]:
        for text in itertools.islice(documents(path), per_file):
            yield unicodedata.normalize("NFC", text)


def training_texts(data: Path, files: int, per_file: int | None = None) -> Iterator[str]:
    """Pretraining mails, composed to NFC, and the annotated texts."""
    yield from pretraining_mails(data, files, per_file)
    for path in sorted((data / "ner").glob("*.jsonl.xz")):
        yield from (example["text"] for example in examples(path))


def save(out: Path, vocabulary: list[str], lexicon: Lexicon) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / "vocabulary.json").write_text(json.dumps(vocabulary, ensure_ascii=False), "utf-8")
    (out / "lexicon.bin").write_bytes(lexicon.to_bytes())


def load(out: Path) -> Pieces:
    """The pieces made by ``save``; they tell kinds of text once ``genres`` has run."""
    vocabulary = json.loads((out / "vocabulary.json").read_text("utf-8"))
    lexicon = Lexicon.from_bytes((out / "lexicon.bin").read_bytes())
    genres = out / GENRES
    if not genres.exists():
        return Pieces(vocabulary, lexicon)
    with np.load(genres) as found:
        return Pieces(vocabulary, lexicon, GenreModel(**found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--pieces", type=int, default=12000)
    parser.add_argument("--files", type=int, default=4)
    parser.add_argument("--per-file", type=int)
    options = parser.parse_args()
    counts = count_words(training_texts(options.data, options.files, options.per_file))
    vocabulary = learn(counts, options.pieces)
    lexicon = build_lexicon(counts, list_flags(options.data / "lists"))
    save(options.out, vocabulary, lexicon)
    print(f"{len(vocabulary)} pieces, {len(lexicon)} words in the lexicon")


if __name__ == "__main__":
    main()
