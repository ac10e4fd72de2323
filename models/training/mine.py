"""Names that no list holds, told by how words stand in unlabelled mail.

    python -m models.training.mine --run RUN

A village stands behind "in", "nach" and "aus" without an article, a surname behind a given name or
"Herr". What was found so in the pretraining mails joins the lists' names in ``RUN/lexicon.bin``
(patterns as in Hearst, COLING 1992; a word is judged by all places where it stands, as one tells
little). Runs behind ``vocabulary``; a network that was trained without these names profits as well,
because the lexicon's fields mean the same as before.

Given names behind a greeting were tried: nearly all were groups ("Hallo Reisefreunde,").
"""

from __future__ import annotations

import argparse
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from desktop.detect.lexicon import Lexicon
from desktop.detect.pieces import lower, words
from models.training import vocabulary
from models.training.sources import DATA

_TITLES = frozenset({"herr", "herrn", "frau", "hr", "fr"})
_ARTICLES = frozenset(
    re.findall(
        r"\w+",
        """
        der die das den dem des ein eine einen einem einer eines im am zum zur vom beim ins kein
        keine keinen mein meine meinen meinem ihr ihre ihren ihrem sein seine seinen dein deine
        unser unsere diese dieser diesem dieses jede jeder alle viele mehr einige welche neue
        neuen und oder als ohne mit per pro
        """,
    )
)
_KNOWN_GIVEN = 2  # the field's value from which a word before another is surely a given name


class Stands(IntEnum):
    """Where a capitalised word stands; the values are places in ``Counts``."""

    ANYWHERE = 0  # in capitals or not
    SMALL = 1  # written in lower case
    ARTICLE = 2  # behind an article or the like
    NAMED = 3  # behind a given name or a title
    IN = 4
    NACH = 5
    AUS = 6


_LOCAL = {"in": Stands.IN, "nach": Stands.NACH, "aus": Stands.AUS}
Counts = dict[str, list[int]]


@dataclass(frozen=True)
class Rule:
    """From how many places, and from which shares of all, a word counts as a name."""

    where: tuple[Stands, ...]
    share: float
    least: int = 2
    ways: int = 1  # so many of ``where`` have to occur
    most: int = 1 << 30  # of all its places
    articles: float = 1.0  # at most so many of its places follow an article
    small: float = 0.15  # at most so many are written in lower case


# where hundreds of mails lead is a country, a topic, and not where somebody lives
PLACE = Rule((Stands.IN, Stands.NACH, Stands.AUS), 0.12, most=120, articles=0.12)
SURE_PLACE = replace(PLACE, ways=2)
SURNAME = Rule((Stands.NAMED,), 0.3)
_SHORTEST_PART = 5  # letters of a compound's last part
_COMMON_PART = 4  # the lexicon's frequency from which it is a common word


def count(texts: Iterable[str], lexicon: Lexicon) -> Counts:
    """How often each word stands where."""
    counts: Counts = defaultdict(lambda: [0] * len(Stands))
    given: dict[str, bool] = {}
    for text in texts:
        before, name = "", False
        for match in words(text):
            word = match.group()
            if not word[0].isalpha():
                before, name = word, False
                continue
            small = lower(word)
            entry = counts[small]
            entry[Stands.ANYWHERE] += 1
            if word[0].islower():
                entry[Stands.SMALL] += 1
            elif before in _LOCAL:
                entry[_LOCAL[before]] += 1
            elif before in _ARTICLES:
                entry[Stands.ARTICLE] += 1
            elif name or before in _TITLES:
                entry[Stands.NAMED] += 1
            if small not in given:
                given[small] = lexicon.look_up(small)[0] >= _KNOWN_GIVEN
            before, name = small, given[small] and word[0].isupper()
    return dict(counts)


def passes(entry: list[int], rule: Rule) -> bool:
    """Whether a word with these counts is a name by ``rule``."""
    total, found = entry[Stands.ANYWHERE], [entry[way] for way in rule.where]
    return (
        total <= rule.most
        and sum(found) >= max(rule.least, rule.share * total)
        and sum(map(bool, found)) >= rule.ways
        and entry[Stands.ARTICLE] <= rule.articles * total
        and entry[Stands.SMALL] <= rule.small * total
    )


def is_compound(word: str, lexicon: Lexicon) -> bool:
    """Whether the word ends in a common word that is no town's name: "aus Kostengründen" and "in
    Termingeschäften" need no article either."""
    for cut in range(2, len(word) - _SHORTEST_PART + 1):
        _, _, town, _, _, frequency, _ = lexicon.look_up(word[cut:])
        if frequency >= _COMMON_PART and not town:
            return True
    return False


def is_place(word: str, entry: list[int], lexicon: Lexicon) -> bool:
    """Two prepositions are enough; behind one alone stand common nouns as well."""
    if passes(entry, SURE_PLACE):
        return True
    return passes(entry, PLACE) and not is_compound(word, lexicon)


def names(
    counts: Mapping[str, list[int]], lexicon: Lexicon
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The words that the lexicon does not know as such a name, with their new field values."""
    for word, entry in counts.items():
        given, surname, town, street, firm, frequency, lowered = lexicon.look_up(word)
        new_town = 2 if is_place(word, entry, lexicon) else town
        named = not given and passes(entry, SURNAME)
        new_surname = 1 if named else surname
        if (new_surname, new_town) != (surname, town):
            often = frequency or min(7, int(math.log(entry[Stands.ANYWHERE], 4)) + 1)
            yield word, (given, new_surname, new_town, street, firm, often, lowered)


def make(options: argparse.Namespace) -> int:
    """Read the mails, write the run's lexicon; returns how many names were found."""
    pieces = vocabulary.load(options.run)
    counts = count(vocabulary.pretraining_mails(options.data), pieces.lexicon)
    found = dict(names(counts, pieces.lexicon))
    vocabulary.save(options.run, list(pieces.vocabulary), pieces.lexicon.with_words(found))
    return len(found)


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(description=__doc__)
    result.add_argument("--run", type=Path, required=True)
    result.add_argument("--data", type=Path, default=DATA)
    return result


if __name__ == "__main__":
    print(f"{make(parser().parse_args())} names that the lists did not hold")
