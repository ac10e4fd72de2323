"""Writes ambiguous_words.txt.z: words that are common German words even where they are names.

usage: build_ambiguous.py LM_FOLDER GIVEN_NAMES.tsv OUT
A word is in when it often stands in small letters or after an article ("der Sommer"), counted over
German mails (CodE Alltag XL, CC BY-SA 4.0, Krieg-Holz et al. 2016, Eder et al. 2020); frequent
given names (open data of German cities, CC BY 3.0 DE, dl-de/by-2-0) only when that is their main
use. The file holds the words alone, one a line, in small letters, compressed with zlib.
"""

from __future__ import annotations

import collections
import lzma
import re
import sys
import zlib
from pathlib import Path

DETERMINERS = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "im",
        "am",
        "zum",
        "zur",
        "vom",
        "beim",
        "ins",
        "ans",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "keinem",
        "mein",
        "meine",
        "meinen",
        "meinem",
        "meiner",
        "dein",
        "deine",
        "ihr",
        "ihre",
        "ihren",
        "ihrem",
        "ihrer",
        "sein",
        "seine",
        "seinen",
        "seiner",
        "unser",
        "unsere",
        "unseren",
        "unserer",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
        "jeder",
        "jede",
        "jedes",
        "jedem",
        "jeden",
    ]
)
ADDRESSING = frozenset(("herr", "herrn", "frau", "familie", "hallo", "lieber", "liebe", "dr", "hi"))
WORD = re.compile(r"[A-Za-zÄÖÜäöüßé]+")
PER_FILE = 15_000_000  # characters read of each corpus file
SURE_NAME = 400  # bearers of a given name from which it counts as a name first


def main(corpus: Path, given_names: Path, out: Path) -> None:
    small, after_article, capital, addressed = (collections.Counter[str]() for _ in range(4))
    for file in sorted(corpus.glob("de_mail_*.txt.xz"))[::5]:
        with lzma.open(file, "rt", encoding="utf-8") as stream:
            text = stream.read(PER_FILE)
        before = ""
        for match in WORD.finditer(text):
            word = match.group()
            if not word[0].isupper():
                small[word.capitalize()] += 1
            elif word[1:].islower():
                capital[word] += 1
                after_article[word] += before in DETERMINERS
                addressed[word] += before.lower() in ADDRESSING
            before = word
    rows = (line.split("\t") for line in given_names.read_text("utf-8").splitlines())
    names = {row[0] for row in rows if int(row[2]) >= SURE_NAME}
    chosen = []
    for word in {*capital, *small}:
        often_small = small[word] >= 12 and small[word] > 0.15 * capital[word]
        often_noun = (
            after_article[word] >= 6
            and after_article[word] >= 0.12 * capital[word]
            and after_article[word] > 2 * addressed[word]
        )
        mostly_word = (
            after_article[word] >= max(20, 0.2 * capital[word]) or small[word] > 3 * capital[word]
        )
        common = (often_small or often_noun) and (word not in names or mostly_word)
        if common and 2 <= len(word) <= 11:
            chosen.append(word.lower())
    out.write_bytes(zlib.compress("\n".join(sorted(chosen)).encode(), 9))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
