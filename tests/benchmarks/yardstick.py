"""The yardstick: this detector and two others on the same mails, in one run, in one table.

usage: python tests/benchmarks/yardstick.py [--data ../shared/data] [--model FILE.gguf]
                                            [--crf FILE] [--out tests/benchmarks/RESULTS.md]
Needs the ``bench`` extra (presidio-analyzer, python-crfsuite). A system that cannot run here is
named in the table with the reason. The conditional random field is trained first when ``--crf``
is not there yet, on codealltag_train, mails_annotated and support_written.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.detect.detector import Detector, open_detector  # noqa: E402
from desktop.detect.evaluate import Scores, as_rows, evaluate  # noqa: E402
from desktop.detect.goldfile import read_gold  # noqa: E402
from desktop.detect.model_state import ModelState  # noqa: E402

SETS = ("dev/support_hard_sample", "dev/codealltag_dev", "dev/insurance_mails_silver")
TRAINING = ("ner/codealltag_train", "ner/mails_annotated", "ner/support_written")
GROUPS = {
    "EMAIL, IP, MAC, IBAN": ("EMAIL", "IP", "MAC", "IBAN"),
    "PHONE, CREDIT_CARD": ("PHONE", "CREDIT_CARD"),
    "ID_NUMBER, PASSWORD, DATE_OF_BIRTH": ("ID_NUMBER", "PASSWORD", "DATE_OF_BIRTH"),
    "ADDRESS": ("ADDRESS",),
    "PERSON": ("PERSON",),
}
HEADS = ("system", "precision", "recall", "F1", "characters of direct identifiers")
HEADS += ("mails that leak", "corrections a mail")
Row = dict[str, Any]
FindAll = Callable[[Sequence[str]], Iterable[Sequence[Row]]]


class Unavailable(Exception):
    """A system that cannot run here; the message says why."""


def ours(detector: Detector) -> FindAll:
    return lambda texts: [as_rows(found.spans) for found in detector.detect_many(texts)]


def one_by_one(find: Callable[[str], list[Row]]) -> FindAll:
    return lambda texts: [find(text) for text in texts]


def rules_only() -> FindAll:
    detector = open_detector(with_model=False)
    detector.start()  # as the program does
    return ours(detector)


def with_model(model: Path | None) -> FindAll:
    detector = open_detector(model=model)
    detector.start()
    detector.detect("Guten Tag")
    if detector.model_state is not ModelState.READY:
        raise Unavailable(f"the model is {detector.model_state}")
    return ours(detector)


def presidio() -> FindAll:
    try:
        from presidio_baseline import Presidio
    except ImportError as error:
        raise Unavailable(f"not installed ({error.name})") from error
    analyser = Presidio()
    analyser.find("Guten Tag")
    return one_by_one(analyser.find)


def crf(data: Path, file: Path) -> FindAll:
    try:
        from crf_baseline import CrfTagger, train
    except ImportError as error:
        raise Unavailable(f"not installed ({error.name})") from error
    if not file.exists():
        rows = [row for name in TRAINING for row in read_gold(data / f"{name}.jsonl.xz")]
        print(f"training the conditional random field on {len(rows)} mails …", flush=True)
        train(rows, file)
    return one_by_one(CrfTagger(file).find)


def measure(find_all: FindAll, gold: Sequence[Row]) -> Scores:
    texts = [row["text"] for row in gold]
    started = time.perf_counter()
    found = list(find_all(texts))
    seconds = time.perf_counter() - started
    rows = [{"text": t, "spans": spans} for t, spans in zip(texts, found, strict=True)]
    return evaluate(gold, rows, seconds=seconds)


def group_recall(scores: Scores, labels: Sequence[str]) -> str:
    figures = [scores.per_label[label] for label in labels if label in scores.per_label]
    total = sum(figure.n for figure in figures)
    hits = sum(figure.recall * figure.n for figure in figures)
    return f"{hits / total:.3f}" if total else "–"


def table(results: dict[str, Scores | str]) -> list[str]:
    heads = [*HEADS, *GROUPS, "ms per 1,000 characters"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for name, scores in results.items():
        if isinstance(scores, str):
            lines.append(f"| {name} | {scores} |" + " |" * (len(heads) - 2))
            continue
        exact = (scores.precision, scores.recall, scores.f1)
        cells = [f"{v:.3f}" for v in (*exact, scores.char_recall_direct, scores.leak_direct)]
        cells.append(f"{scores.corrections_per_mail:.2f}")
        cells += [group_recall(scores, labels) for labels in GROUPS.values()]
        cells.append(f"{scores.ms_per_1000_chars or 0:.1f}")
        lines.append("| " + " | ".join([name, *cells]) + " |")
    return lines


def run(args: argparse.Namespace) -> str:
    makers: dict[str, Callable[[], FindAll]] = {
        "Trennwerk, rules only": rules_only,
        "Trennwerk, rules and model": lambda: with_model(args.model),
        "Presidio, German patterns": presidio,
        "CRF, hand-made features": lambda: crf(args.data, args.crf),
    }
    systems: dict[str, FindAll | str] = {}
    for name, maker in makers.items():
        try:
            systems[name] = maker()
        except Unavailable as error:
            systems[name] = str(error)
    lines = []
    for data_set in SETS:
        gold = [r for r in read_gold(args.data / f"{data_set}.jsonl.xz") if r["spans"] is not None]
        results: dict[str, Scores | str] = {
            name: system if isinstance(system, str) else measure(system, gold)
            for name, system in systems.items()
        }
        characters = sum(len(row["text"]) for row in gold)
        lines += [f"## {data_set}: {len(gold)} mails, {characters:,} characters", ""]
        lines += [*table(results), ""]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--crf", type=Path, default=Path(tempfile.gettempdir()) / "yardstick.crf")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    head = (
        "# Results of the yardstick\n\n"
        "Made by `python tests/benchmarks/yardstick.py --out tests/benchmarks/RESULTS.md` after "
        "`pip install .[bench]`; figures by `desktop/detect/evaluate.py` (exact spans, edges "
        f"trimmed to letters and digits). {os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}. "
        "Columns of label groups are recall. Presidio refuses e-mail addresses of the reserved "
        "domains (.example) that the sample uses. Times are of this run: other work on the machine "
        f"lengthens all of them (load average at the start {os.getloadavg()[0]:.1f}).\n\n"
    )
    text = run(args)
    print(text)
    if args.out:
        args.out.write_text(head + text, encoding="utf-8")


if __name__ == "__main__":
    main()
