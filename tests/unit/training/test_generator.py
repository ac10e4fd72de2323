"""The generator of labelled mails: every frame renders, marks fit, the same seed gives the same."""

from __future__ import annotations

import itertools
import json
import random
import re
from pathlib import Path

import pytest

from desktop.domain import Label
from models.training.generator import __main__ as command
from models.training.generator import generate, lists, noise
from models.training.generator.compose import FRAMES, frames, industries, whole_mails
from models.training.generator.markup import Draft, pick_alternative, render
from models.training.generator.scene import Scene

pytestmark = pytest.mark.skipif(
    not lists.DATA.exists(), reason="needs ../shared/data/lists beside the checkout"
)
EDGES = re.compile(r"^[\s.,;:!?()<>|/\-]|[\s.,;:()<>|]$")


def every_frame() -> list[str]:
    parts = sorted({path.stem for path in FRAMES.glob("*.txt") if "whole" not in path.stem})
    lines = itertools.chain.from_iterable(frames(part) for part in parts)
    wholes = itertools.chain.from_iterable(whole_mails(x) for x in ("de", "at", "ch", "en"))
    return [*lines, *wholes]


@pytest.fixture(scope="module")
def mails() -> list[dict[str, object]]:
    return list(generate(2000, seed=11))


def test_every_frame_renders_in_every_country() -> None:
    names = lists.load()
    found = every_frame()
    assert len(found) > 700
    for number, template in enumerate(found):
        for country in ("DE", "AT", "CH", "EN"):
            for turn in range(3):
                rng = random.Random(f"{number}-{turn}")
                draft = Draft()
                render(template, Scene(rng, names, country).slot, rng, draft)
                assert draft.text.strip(), template
                assert "{" not in draft.text.replace("\\{", "") or "\\{" in template, template


def test_marks_hold_no_blanks_or_punctuation_at_their_edges(
    mails: list[dict[str, object]],
) -> None:
    bad = []
    for mail in mails:
        text, spans = str(mail["text"]), mail["spans"]
        assert isinstance(spans, list)
        past = 0
        for span in spans:
            value = text[span["start"] : span["end"]]
            assert span["start"] >= past, "marks overlap"
            past = span["end"]
            Label(span["label"])
            if "(" in value and ")" in value:  # an area code in brackets, "Halle (Saale)"
                value = value.removeprefix("(").removesuffix(")")
            if span["label"] != "PASSWORD" and EDGES.search(value):
                bad.append((span["label"], value))
    assert not bad, set(bad)


def test_all_labels_and_many_industries(mails: list[dict[str, object]]) -> None:
    seen = {span["label"] for mail in mails for span in mail["spans"]}  # type: ignore[attr-defined]
    assert seen == {label.value for label in Label}
    assert len(industries("de")) >= 20
    assert {"de", "en"} == {mail["lang"] for mail in mails}
    assert len({mail["text"] for mail in mails}) == len(mails)


def test_same_seed_same_mails() -> None:
    assert list(generate(40, seed=5)) == list(generate(40, seed=5))
    assert list(generate(5, seed=5)) != list(generate(5, seed=6))


def test_command_writes_the_mails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mails.jsonl"
    monkeypatch.setattr("sys.argv", ["generator", "--count", "7", "--seed", "3", "--out", str(out)])
    command.main()
    read = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert read == list(generate(7, seed=3))


def test_towns_are_no_firms() -> None:
    names = {place.town for found in lists.load().places.values() for place in found}
    assert not {n for n in names if re.search(r"Agentur|GmbH|Bank$|Sparkasse|Finanzamt", n)}
    assert {"Berlin", "Kiel"} <= names
    assert not lists.is_town("Agentur für Arbeit Bremen", frozenset({"Bremen"}))
    assert lists.is_town("Frankfurt am Main", frozenset({"Frankfurt"}))


@pytest.mark.parametrize("change", [change for change, _ in noise.CHANGES])
def test_noise_keeps_the_marked_words(change: object) -> None:
    text = (
        "Hallo, ich bin Jörg Größer aus\nKöln, bitte rufen Sie mich unter 0221 445566 an.\n\nOK\nJ."
    )
    spans = [(15, 26, "PERSON"), (31, 35, "LOCATION"), (64, 75, "PHONE")]
    for seed in range(20):
        out, moved = change(text, spans, random.Random(seed))  # type: ignore[operator]
        assert [label for *_, label in moved] == ["PERSON", "LOCATION", "PHONE"]
        plain = noise.no_umlauts(out, moved, random.Random(0))
        words = [plain[0][a:b].lower().replace("\n> ", " ") for a, b, _ in plain[1]]
        if change is not noise.scanned:  # which mistakes digits for letters
            assert words[2] == "0221 445566"
        assert words[0].startswith("j")


def test_alternatives_nest_and_escape() -> None:
    rng = random.Random(1)
    assert pick_alternative("[a]b", 0, rng) == ("a", 3)
    draft = Draft()
    render(r"\[x\] [y[z|z]|yz] {slot}", lambda name, _: [(name, "PERSON")], rng, draft)
    assert draft.text == "[x] yz slot"
    assert draft.spans == [(7, 11, "PERSON")]
    with pytest.raises(ValueError, match="unclosed"):
        pick_alternative("[a", 0, rng)


def test_one_mark_for_first_name_and_surname() -> None:
    draft = Draft()
    render(
        "{a} {b} {c}, {d}",
        lambda name, _: [(name, "LOCATION" if name == "c" else "PERSON")],
        random.Random(1),
        draft,
    )
    assert draft.spans == [(0, 3, "PERSON"), (4, 5, "LOCATION"), (7, 8, "PERSON")]


def test_unknown_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        Scene(random.Random(1), lists.load(), "DE").slot("nosuchslot", "")


def test_persons_agree_with_their_words() -> None:
    names = lists.load()
    for seed in range(200):
        scene = Scene(random.Random(seed), names, "DE")
        kin = scene.slot("kin", "nom")[0][0]
        woman = scene.person("relative").gender == "f"
        assert kin.startswith("meine ") == woman
        assert scene.slot("sex", "relative:er/sie")[0][0] == ("sie" if woman else "er")
        assert scene.person("her").gender == "f"
        assert scene.person("him2").gender == "m"
