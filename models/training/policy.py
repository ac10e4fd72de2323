"""What each source's labels may teach.

Our own sets say what is personal data and what is not. Others mark every place or firm, or leave
labels out. So each source has labels it *teaches* (a mark means yes, no mark means no), labels
about which a mark leaves open whether it counts (*open*: the tag or "outside" are both right).
Single marks can be open as well (``"open": true``): places, firms and public figures as a topic,
which CodE Alltag marks and our rules do not. Mails of the same kind as CodE Alltag's that were
labelled by our rules are *silent* about places and firms: no mark says nothing, so that private
mails are not taught two opposite things. What a topic is in support mails our own sets teach.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop.detect.genre import Genre
from desktop.detect.pieces import Encoded
from desktop.detect.viterbi import BEGIN, END, INSIDE, OUTSIDE, SINGLE, tag, tag_count
from desktop.domain import Label
from models.training.sources import Example

LABELS: tuple[Label, ...] = tuple(Label)
TAGS = tag_count(len(LABELS))
_NUMBER = {label: number for number, label in enumerate(LABELS)}

Allowed = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Policy:
    """``teaches``: marks are meant as ours are; other marks are open. ``weight``: copies a pass.
    ``silent``: labels of which no mark says nothing. ``genre``: the kind of text it teaches.
    ``strays``: share shown as one of the other kinds, because at run time the kind may be mistaken,
    and a mail's numbers and addresses have to be found all the same."""

    teaches: frozenset[Label]
    weight: float = 1.0
    silent: frozenset[Label] = frozenset()
    genre: Genre = Genre.SUPPORT
    strays: float = 0.0


def _only(*names: str) -> frozenset[Label]:
    return frozenset(Label(name) for name in names)


ALL = frozenset(LABELS)
_TOPICS = _only("LOCATION", "ORG")
_CONTACT = ("PERSON", "EMAIL", "PHONE", "IBAN", "CREDIT_CARD", "IP", "ID_NUMBER")
_STRAYS = 0.12
POLICIES: dict[str, Policy] = {
    "mails_annotated": Policy(ALL, 2.5),
    "support_written": Policy(ALL, 4.0, strays=_STRAYS),
    "handwritten": Policy(ALL, 3.0, strays=_STRAYS),
    "corrected": Policy(ALL, 1.0, _TOPICS),
    "codealltag_train": Policy(ALL, 4.0, genre=Genre.PRIVATE, strays=0.06),
    "generated": Policy(ALL, 0.3, strays=_STRAYS),
    "selftrained": Policy(ALL, 1.0, genre=Genre.PRIVATE),
    "germeval2014_dev": Policy(_only("PERSON"), 4.0, genre=Genre.PROSE),
    "sentences": Policy(_only("PERSON"), 3.0, genre=Genre.PROSE),
    "dfki_pool_train": Policy(_only("PERSON"), 0.8, genre=Genre.PROSE),
    "legal_ler_dev": Policy(_only("PERSON"), 0.1, genre=Genre.PROSE),
    "massive_de_train": Policy(_only("PERSON", "EMAIL"), 0.08),
    "presidio_generated_large": Policy(_only(*_CONTACT), 0.1),
    "presidio_synth_v2": Policy(_only(*_CONTACT), 0.1),
    "kurkowski_contextual_anon": Policy(_only(*_CONTACT), 0.06),
    "datafog_corpus": Policy(_only(*_CONTACT), 0.5),
}


def shown_as(policy: Policy, rng: random.Random) -> Genre:
    """The kind of text that an example is shown as this time."""
    if rng.random() >= policy.strays:
        return policy.genre
    return rng.choice([genre for genre in Genre if genre is not policy.genre])


def covered(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
    """First and one past the last piece that touch ``start..end``."""
    first = int(np.searchsorted(encoded.ends, start, side="right"))
    past = int(np.searchsorted(encoded.starts, end, side="left"))
    return first, past


def allowed_tags(encoded: Encoded, example: Example, policy: Policy) -> Allowed:
    """Which tags are right for each piece: (pieces, tags), one for a source that says all."""
    table = np.zeros((len(encoded), TAGS), dtype=np.bool_)
    table[:, OUTSIDE] = True
    silent = [tag(_NUMBER[label], part) for label in policy.silent for part in range(4)]
    table[:, silent] = True
    for span in example["spans"]:
        first, past = covered(encoded, span["start"], span["end"])
        if first >= past:
            continue
        label = Label(span["label"])
        table[first:past, silent] = False
        if label in policy.teaches and not span.get("open"):
            table[first:past, OUTSIDE] = False
        number = _NUMBER[label]
        if past - first == 1:
            table[first, tag(number, SINGLE)] = True
        else:
            table[first, tag(number, BEGIN)] = True
            table[first + 1 : past - 1, tag(number, INSIDE)] = True
            table[past - 1, tag(number, END)] = True
        if label not in policy.teaches:
            table[first:past, 1:] |= _any_other(policy)
    return table


def _any_other(policy: Policy) -> Allowed:
    """Tags of the labels a source does not teach: inside an open mark each of them may be right."""
    row = np.zeros(TAGS - 1, dtype=np.bool_)
    for label in LABELS:
        if label not in policy.teaches:
            row[4 * _NUMBER[label] : 4 * _NUMBER[label] + 4] = True
    return row
