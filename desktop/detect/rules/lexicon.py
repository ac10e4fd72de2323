"""The word lists of the rule layer: small files under ``resources/detect``, read on first use."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache

from desktop.detect.rules.folding import fold, lower
from desktop.paths import resources


def _lines(name: str) -> list[str]:
    packed = (resources() / "detect" / f"{name}.txt.z").read_bytes()
    return zlib.decompress(packed).decode("latin-1").split("\n")


@lru_cache(maxsize=1)
def given_names() -> dict[str, bool]:
    """Given name in small letters -> whether it is a name beyond doubt."""
    names: dict[str, bool] = {}
    for line in _lines("given_names"):
        names[line.rstrip("?")] = not line.endswith("?")
    for line in _lines("rare_given_names"):
        names.setdefault(line, False)
    written = words("more_given_names")
    for entry in sorted(written["later"]):  # "Roman?" after "Roman": doubt wins, in every run
        low = _low(entry)
        names[low.rstrip("?")] = not low.endswith("?")
    for entry in written["never"]:
        names.pop(_low(entry), None)
    return names


def _low(entry: str) -> str:
    """As the rules see a word: folded, small letters."""
    return lower(fold(entry)).decode("latin-1")


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    return frozenset(_lines("surnames"))


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Capitalised words of everyday mail, in small letters."""
    return frozenset(_lines("common_words"))


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Words that mail writes in small letters."""
    return frozenset(_lines("small_words"))


def everyday(word: str) -> bool:
    """Whether mail uses it as a word; a full stop or comma behind it does not count."""
    low = word.lower().rstrip(".,")
    return low in common_words() or low in small_words()


@lru_cache(maxsize=1)
def postcodes() -> dict[str, str]:
    """Country letter and postcode ("d10115", "a1010", "c8005") -> place names, parted by "|"."""
    return dict(line.split("\t", 1) for line in _lines("postcodes"))


@lru_cache(maxsize=1)
def towns() -> frozenset[str]:
    return frozenset(_lines("towns"))


@lru_cache(maxsize=1)
def streets() -> frozenset[str]:
    """Street names that end in no street word ("Stau", "Unter den Linden")."""
    return frozenset(_lines("streets"))


@lru_cache(maxsize=8)
def words(name: str) -> dict[str, frozenset[str]]:
    """Sections of a plain word file: ``[section]`` lines, then words; "#" starts a comment line."""
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    path = resources() / "detect" / f"{name}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], set())
        elif line and not line.startswith("#"):
            current.update(line.split())
    return {section: frozenset(found) for section, found in sections.items()}


@lru_cache(maxsize=8)
def phrases(name: str) -> dict[str, tuple[str, ...]]:
    """As ``words``, but each line is one entry."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    path = resources() / "detect" / f"{name}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.append(line)
    return {section: tuple(found) for section, found in sections.items()}


def either(entries: Iterable[str]) -> str:
    """A pattern for one of the entries, the longest first, so that it prefers them."""
    return "|".join(map(re.escape, sorted(entries, key=lambda entry: (-len(entry), entry))))
