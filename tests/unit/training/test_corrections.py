"""Corrections to the model's marks: what a reader may say, and what comes of it."""

import json
import lzma
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from desktop.detect.genre import Genre
from desktop.detect.lexicon import Lexicon
from desktop.detect.pieces import SPECIAL, Pieces
from desktop.detect.viterbi import OUTSIDE
from desktop.domain import Label
from models.training import corrections
from models.training.corrections import Unreadable, corrected, load, read
from models.training.policy import POLICIES, allowed_tags, shown_as
from models.training.sheets import write_sheet
from models.training.sources import DATA, documents

TEXT = "Hallo Theo, in Obernhof war Sorry Theo Maier bei Kürmeier. Gruß Willy"


def mark(value: str, label: str, score: float = 0.9) -> dict[str, Any]:
    start = TEXT.index(value)
    return {"start": start, "end": start + len(value), "label": label, "score": score}


MARKS = [
    mark("Theo", "PERSON"),
    mark("Obernhof", "LOCATION", 0.5),
    mark("Sorry Theo", "PERSON", 0.4),
    mark("Kürmeier", "PERSON", 0.6),
]


def said(fixes: str) -> list[tuple[str, str, bool]]:
    found = corrected(TEXT, MARKS, fixes, "a sheet")
    return [(TEXT[m["start"] : m["end"]], m["label"], m.get("open", False)) for m in found]


ACCEPTED = [
    ("Theo", "PERSON", False),
    ("Obernhof", "LOCATION", False),
    ("Sorry Theo", "PERSON", False),
    ("Kürmeier", "PERSON", False),
]


@pytest.mark.parametrize(
    ("fixes", "place", "instead"),
    [
        ("", 0, ("Theo", "PERSON", False)),  # nothing said: accepted
        ("1 n", 0, None),  # no mark
        ("2 t", 1, ("Obernhof", "LOCATION", True)),  # a topic
        ("4 ORG", 3, ("Kürmeier", "ORG", False)),  # another label
        ('3 "Theo Maier"', 2, ("Theo Maier", "PERSON", False)),  # another border, the nearest
        ('4 n; +t ORG "Kürmeier"', 3, ("Kürmeier", "ORG", True)),  # two changes of one mark
    ],
)
def test_a_correction_changes_one_mark(
    fixes: str, place: int, instead: tuple[str, str, bool] | None
) -> None:
    wanted = [*ACCEPTED[:place], *([instead] if instead else []), *ACCEPTED[place + 1 :]]
    assert said(fixes) == wanted


def test_a_missing_mark_is_set_everywhere_and_goes_before_what_it_overlaps() -> None:
    found = said('+ PERSON "Theo"; + PERSON "Willy"')
    assert [value for value, *_ in found] == ["Theo", "Obernhof", "Theo", "Kürmeier", "Willy"]


@pytest.mark.parametrize(
    "fixes", ["9 n", "1 x", '+ NAME "Theo"', '+ PERSON "Karl"', '3 "Karl"', "n 3", '+ PERSON "Theo']
)
def test_what_cannot_be_read_is_refused_by_name(fixes: str) -> None:
    with pytest.raises(Unreadable, match="a sheet"):
        corrected(TEXT, MARKS, fixes, "a sheet")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    held = [
        {"file": "de_mail_0.txt.xz", "number": 1, "text": TEXT, "marks": MARKS},
        {"file": "de_mail_0.txt.xz", "number": 2, "text": "nichts", "marks": []},
    ]
    write_sheet(tmp_path / "000", held)
    (tmp_path / "lm").mkdir()
    packed = "\0".join(["anderes", TEXT, "nichts"]).encode()
    (tmp_path / "lm" / "de_mail_0.txt.xz").write_bytes(lzma.compress(packed))
    return tmp_path / "000.txt"


def test_a_sheet_shows_numbers_and_doubt(sheet: Path) -> None:
    shown = sheet.read_text("utf-8")
    assert shown.startswith("##### 1\nHallo ⟦1 PERSON|Theo⟧, in ⟦2? LOCATION|Obernhof⟧")


def test_corrections_hold_places_only_and_find_their_words_again(sheet: Path) -> None:
    sheet.with_suffix(".fix").write_text("1: 2 t; 3 n\n2: skip\n", "utf-8")
    out = sheet.parent / "out"
    read([sheet], out)
    stored = (out / "000.jsonl").read_text("utf-8")
    assert "Theo" not in stored
    assert "Obernhof" not in stored
    (example,) = load(sheet.parent, out)
    assert example["text"] == TEXT
    assert [span["label"] for span in example["spans"]] == ["PERSON", "LOCATION", "PERSON"]


def test_another_text_and_a_newer_version_are_refused(sheet: Path) -> None:
    sheet.with_suffix(".fix").write_text("", "utf-8")
    out = sheet.parent / "out"
    read([sheet], out)
    rows = [json.loads(line) for line in (out / "000.jsonl").read_text("utf-8").splitlines()]
    for change, why in (({"sha256": "0"}, "not the text"), ({"version": 2}, "newer")):
        (out / "000.jsonl").write_text(json.dumps({**rows[0], **change}), "utf-8")
        with pytest.raises(ValueError, match=why):
            load(sheet.parent, out)


@pytest.mark.parametrize("line", ["17 2 n", "3: 1 n", "x: 1 n"])
def test_a_line_without_a_mail_of_the_sheet_is_refused(sheet: Path, line: str) -> None:
    sheet.with_suffix(".fix").write_text(line, "utf-8")
    with pytest.raises(Unreadable, match="000"):
        corrections.read_sheet(sheet)


def test_an_open_mark_allows_its_label_and_outside() -> None:
    pieces = Pieces((*SPECIAL, "ab", "cd"), Lexicon.build({"anna": (3, 0, 0, 0, 0, 5, 0)}))
    encoded = pieces.encode("ab cd")
    person = {"start": 0, "end": 2, "label": "PERSON", "open": True}
    firm = {"start": 3, "end": 5, "label": "ORG"}
    table = allowed_tags(encoded, {"spans": [person, firm]}, POLICIES["corrected"])
    assert table[:, OUTSIDE].tolist() == [True, False]
    assert table.sum(1).tolist() == [2, 1]


def test_where_a_source_is_silent_no_mark_says_nothing_of_places_and_firms() -> None:
    pieces = Pieces((*SPECIAL, "ab", "cd"), Lexicon.build({"anna": (3, 0, 0, 0, 0, 5, 0)}))
    encoded = pieces.encode("ab cd")
    person = {"start": 0, "end": 2, "label": "PERSON"}
    table = allowed_tags(encoded, {"spans": [person]}, POLICIES["corrected"])
    assert table.sum(1).tolist() == [1, 9]  # outside, and four tags each of LOCATION and ORG
    assert allowed_tags(encoded, {"spans": [person]}, POLICIES["handwritten"]).sum() == 2


def test_the_corrections_of_the_repository_find_their_mails() -> None:
    """One file's worth: reading all of them takes as long as unpacking all of ``lm``."""
    name = "de_mail_0.txt.xz"
    if not (DATA / "lm" / name).exists():
        pytest.skip(f"../shared/data/lm/{name} is missing")
    rows = [
        json.loads(line)
        for path in corrections.FOLDER.glob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    ]
    assert {row["version"] for row in rows} == {corrections.VERSION}
    wanted = {row["number"]: row for row in rows if row["file"] == name}
    assert wanted
    for number, text in enumerate(documents(DATA / "lm" / name)):
        row = wanted.pop(number, None)
        if row is not None:
            assert corrections.fingerprint(text) == row["sha256"]
            for span in row["spans"]:
                value = text[span["start"] : span["end"]]
                assert value.strip()
                assert Label(span["label"])
        if not wanted:
            break
    assert not wanted


def test_some_texts_are_shown_as_another_kind() -> None:
    policy, rng = POLICIES["handwritten"], random.Random(3)
    shown = Counter(shown_as(policy, rng) for _ in range(4000))
    assert shown[Genre.SUPPORT] / 4000 == pytest.approx(1 - policy.strays, abs=0.02)
    assert min(shown[genre] for genre in Genre) > 100
    assert shown_as(POLICIES["corrected"], rng) is Genre.SUPPORT
