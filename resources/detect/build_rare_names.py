"""Build ``rare_given_names.txt.z``: given names that few parents chose, from the cities' lists.

Run from the repository root: ``python resources/detect/build_rare_names.py [DATA]`` (default
``../shared/data``). They are all doubtful: the rules take one only with a surname or a place that
says that a name stands there. Source and licence: README.md here (``vornamen_de_cities.tsv``).
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from desktop.detect.rules import lexicon  # noqa: E402
from desktop.detect.rules.folding import fold, lower  # noqa: E402

FEWEST = 2
_NAME = re.compile(r"[^\W\d_]{3,16}")


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared" / "data"
    text = (data / "lists" / "vornamen_de_cities.tsv").read_text(encoding="utf-8")
    counts: Counter[str] = Counter()
    for line in text.split("\n"):
        name, _, count = line.rpartition("\t")
        name = _mended(name.split("\t")[0])
        if count.isdigit() and _NAME.fullmatch(name) and name[0].isupper() and name[1:].islower():
            counts[lower(fold(name)).decode("latin-1")] += int(count)
    packed = set(
        zlib.decompress((HERE / "given_names.txt.z").read_bytes()).decode("latin-1").split("\n")
    )
    known = {name.rstrip("?") for name in packed}
    taken = known | lexicon.common_words() | lexicon.small_words() | lexicon.towns()
    rare = sorted(name for name, n in counts.items() if n >= FEWEST and name not in taken)
    (HERE / "rare_given_names.txt.z").write_bytes(
        zlib.compress("\n".join(rare).encode("latin-1"), 9)
    )
    sys.stdout.write(f"rare_given_names: {len(rare)} entries\n")


def _mended(name: str) -> str:
    """UTF-8 that was read as Latin-1 ("GÃ¼l") as it was written."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


if __name__ == "__main__":
    main()
