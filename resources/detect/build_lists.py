"""Build the word lists of the rule layer from the open data beside the checkout.

Run from the repository root: ``python resources/detect/build_lists.py [DATA]`` (default
``../shared/data``). Writes ``*.txt.z`` (zlib, folded Latin-1, one entry a line, sorted)
beside this file.
Sources and licences are named in README.md here.
"""

from __future__ import annotations

import csv
import json
import lzma
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from desktop.detect.rules.folding import fold, lower  # noqa: E402

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FREE_WORD = re.compile(
    r"(?<![\w@./:-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@/]|[.:-]\w)"
)  # not in an address
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ' .\-/()]*")
STREET_SUFFIX = re.compile(
    r"(?i)(stra(ß|ss)e|str\.?|weg|gasse|platz|allee|ring|damm|ufer|chaussee|steig|stieg|pfad)$"
)
FIRM = re.compile(
    r"(?i)\b(gmbh|mbh|ag|kg|e\.?v\.?|co|bank|versicherung|verlag|amt|hotline|service)\b"
)
GIVEN_NAME_MINIMUM = 8  # births in the cities' lists; below it the lists hold slips and oddities
SMALL_WORD_MINIMUM = 20  # in LM_FILES
LM_FILES = 4


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared" / "data"
    capital, lower = count_words(data)
    inside, outside = count_marks(data)
    given = given_names(data)
    surnames = set(surname_list(data))
    places = place_table(data)
    towns = {name for names in places.values() for name in names} | set(read(data, "stadtnamen"))
    common = common_words(capital, lower, inside, outside, given, surnames)
    doubtful = {
        name
        for name in given
        if is_doubtful(name, capital, lower, inside, outside)
        or (name in towns and not (inside[name] >= 4 and outside[name] <= 0.1 * inside[name]))
        or name in common
    }
    sure = {
        fold(name) for name in (given - doubtful) | written_names("sure")
    }  # one sure form of writing is enough
    write("given_names", (name + ("" if fold(name) in sure else "?") for name in given))
    write("surnames", (name for name in surnames if name not in common))
    write("common_words", common)
    write(
        "small_words", (w for w, n in lower.items() if n >= SMALL_WORD_MINIMUM and w.lower() == w)
    )
    write("postcodes", (f"{code}\t{'|'.join(sorted(names))}" for code, names in places.items()))
    write("towns", (town for town in towns if keeps_as_town(town, common)))
    write("streets", streets(data))


def read(data: Path, name: str) -> list[str]:
    return (data / "lists" / f"{name}.list").read_text(encoding="utf-8").split("\n")


def count_words(data: Path) -> tuple[Counter[str], Counter[str]]:
    """How often a word stands capitalised inside a sentence, and in lower case, in mail text."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for number in range(LM_FILES):
        with lzma.open(data / "lm" / f"de_mail_{number}.txt.xz", "rt", encoding="utf-8") as file:
            for line in file:
                for match in FREE_WORD.finditer(line):
                    word = match.group()
                    (capital if word[0].isupper() else lower)[word] += 1
    return capital, lower


def count_marks(data: Path) -> tuple[Counter[str], Counter[str]]:
    """Capitalised words inside and outside of PERSON marks in the annotated training mails."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for name in ("codealltag_train", "mails_annotated"):
        for text, marks in marked_texts(data / "ner" / f"{name}.jsonl.xz"):
            covered = bytearray(len(text) + 1)
            for start, end in marks:
                covered[start:end] = b"\1" * (end - start)
            for match in WORD.finditer(text):
                if match.group()[0].isupper():
                    (inside if covered[match.start()] else outside)[match.group()] += 1
    return inside, outside


def marked_texts(path: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            entry = json.loads(line)
            spans = entry["spans"] or []
            yield entry["text"], [(s["start"], s["end"]) for s in spans if s["label"] == "PERSON"]


def given_names(data: Path) -> set[str]:
    counts: Counter[str] = Counter()
    text = (data / "lists" / "vornamen_de_cities.tsv").read_text(encoding="utf-8")
    for line in text.split("\n"):
        name, _, count = line.rpartition("\t")
        name = name.split("\t")[0]
        if len(name) > 1 and count.isdigit() and LATIN.fullmatch(name):
            counts[name] += int(count)
    names = {name for name, count in counts.items() if count >= GIVEN_NAME_MINIMUM}
    return names | set(column(data / "lists" / "common-forenames-by-country.csv")) | written_names()


def written_names(section: str = "names") -> set[str]:
    text = (HERE / "more_given_names.txt").read_text(encoding="utf-8")
    body = text.partition(f"[{section}]")[2].partition("[")[0]
    lines = [line for line in body.splitlines() if not line.startswith("#")]
    return {name for line in lines for name in line.split()}


def surname_list(data: Path) -> Iterator[str]:
    for name in read(data, "personennamen"):
        if len(name) > 2 and LATIN.fullmatch(name) and " " not in name and name[0].isupper():
            yield name
    yield from column(data / "lists" / "common-surnames-by-country.csv")


def column(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for key in ("Localized Name", "Romanized Name"):
                name = (row[key] or "").strip().capitalize()
                if len(name) > 1 and LATIN.fullmatch(name) and " " not in name:
                    yield name


def place_table(data: Path) -> dict[str, set[str]]:
    """Postcode with country letter to its place names, without the bulk-mail firms."""
    places: dict[str, set[str]] = {}
    text = (data / "lists" / "plz_ort_dach.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        country, code, place, *_ = line.split("\t")
        if FIRM.search(place) or any(sign.isdigit() for sign in place) or len(place) > 40:
            places.setdefault(f"{country[0]}{code}", set())
            continue
        places.setdefault(f"{country[0]}{code}", set()).add(place.split(",")[0].strip())
    return places


def is_doubtful(
    name: str,
    capital: Counter[str],
    lower: Counter[str],
    inside: Counter[str],
    outside: Counter[str],
) -> bool:
    """A name that often is something else: a word, a place, a firm."""
    if lower[name.lower()] > 0.25 * capital[name] and lower[name.lower()] >= 4:
        return True
    return (outside[name] >= 3 and outside[name] > 0.35 * inside[name]) or len(name) < 3


def common_words(
    capital: Counter[str],
    lower: Counter[str],
    inside: Counter[str],
    outside: Counter[str],
    given: set[str],
    surnames: set[str],
) -> set[str]:
    """Capitalised words of everyday mail that are not names, or hardly ever are."""
    words = set()
    for word, count in capital.items():
        total = count + lower[word.lower()]
        if total < 40 or not LATIN.fullmatch(word):
            continue
        if word in given or word in surnames:
            if outside[word] > 3 * inside[word] and outside[word] >= 3:
                words.add(word)
        elif outside[word] >= inside[word]:
            words.add(word)
    return words


def keeps_as_town(town: str, common: set[str]) -> bool:
    return len(town) > 2 and town not in common and LATIN.fullmatch(town) is not None


def streets(data: Path) -> Iterator[str]:
    """Street names that do not show by a street word that they are one."""
    for name in read(data, "strassennamen"):
        plain = len(name) > 3 and LATIN.fullmatch(name) and name[0].isupper()
        if plain and not STREET_SUFFIX.search(name) and name.count(" ") < 4:
            yield name


def write(name: str, entries: Iterable[str]) -> None:
    """As the rules see text: one Latin-1 byte a sign, small letters."""
    lines = {lower(fold(entry)).decode("latin-1") for entry in entries}
    text = "\n".join(sorted(lines))
    packed = zlib.compress(text.encode("latin-1"), 9)
    (HERE / f"{name}.txt.z").write_bytes(packed)
    sys.stdout.write(f"{name}: {text.count(chr(10)) + 1} entries, {len(packed)} bytes\n")


if __name__ == "__main__":
    main()
