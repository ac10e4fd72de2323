"""The detector over all layers: nothing skipped, nothing unchecked without saying so."""

from __future__ import annotations

import itertools
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect.chunks import chunks
from desktop.detect.detector import Detector, open_detector, settle
from desktop.detect.layers import joined_gaps, run_model, run_rules
from desktop.detect.model_state import ModelState
from desktop.detect.thread import Known
from desktop.domain import HUMAN, Cancel, Detection, Gap, Label, Span
from desktop.errors import Cancelled
from tests.growth import CLEARLY_MORE, grows_at_most

MAIL = "Hallo,\nmein Konto ist DE02120300000000202051.\nGruß\nErika Beck\nerika.beck@mail.example\n"


class Words:
    """A model that marks every "Xaver"; it fails, dies or is slow as the test says."""

    def __init__(self, gap: str = "", error: type[Exception] | None = None) -> None:
        self.gap, self.error = gap, error
        self.closed = False
        self.longest = 0

    state = ModelState.READY

    def start(self) -> None:
        return

    def find(
        self, text: str, *, timeout: float | None = None, cancel: Cancel | None = None
    ) -> Detection:
        self.longest = max(self.longest, len(text))
        if self.error:
            raise self.error
        if self.gap:
            return Detection((), (Gap("model", 0, len(text), self.gap),))
        starts = [at for at in range(len(text)) if text.startswith("Xaver", at)]
        return Detection(tuple(Span(at, at + 5, Label.PERSON, 0.95, "model") for at in starts))

    def close(self) -> None:
        self.closed = True


def detector(model: Words) -> Detector:
    return Detector(model)  # type: ignore[arg-type]


def shown(text: str, found: Detection) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], str(s.label)) for s in found.spans]


def test_rules_alone_find_and_say_that_the_model_did_not_look() -> None:
    found = Detector(None).detect(MAIL)
    assert ("DE02120300000000202051", "IBAN") in shown(MAIL, found)
    assert ("erika.beck@mail.example", "EMAIL") in shown(MAIL, found)
    assert found.gaps == (Gap("model", 0, len(MAIL), "off"),)
    assert not found.complete


def test_missing_model_is_a_gap_over_the_whole_text(tmp_path: object) -> None:
    from pathlib import Path

    with open_detector(model=Path(str(tmp_path)) / "none.gguf") as opened:
        found = opened.detect(MAIL)
        assert opened.model_state is ModelState.MISSING
    assert [(gap.start, gap.end) for gap in found.gaps] == [(0, len(MAIL))]
    assert found.spans


@pytest.mark.parametrize("reason", ["timeout", "died"])
def test_gaps_of_the_model_are_kept(reason: str) -> None:
    text = (MAIL + "\n") * 300
    found = detector(Words(gap=reason)).detect(text)
    assert found.gaps == (Gap("model", 0, len(text), reason),)


def test_failing_model_does_not_hide_the_rules() -> None:
    found = detector(Words(error=OSError)).detect(MAIL)
    assert found.gaps == (Gap("model", 0, len(MAIL), "failed"),)
    assert found.spans


def test_failing_rules_do_not_hide_the_model() -> None:
    def broken(text: str) -> list[Span]:
        raise ValueError(text)

    spans, gaps = run_rules(MAIL, find=broken)
    assert (spans, gaps) == ([], [Gap("rules", 0, len(MAIL), "failed")])


def test_rules_out_of_time_say_which_part_is_unchecked() -> None:
    text = "Wort " * 10_000
    ticks = itertools.count(0, 10)
    _, gaps = run_rules(text, find=lambda part: [], clock=lambda: next(ticks))
    (gap,) = joined_gaps(gaps)
    assert (gap.reason, gap.end) == ("timeout", len(text))
    assert gap.start > 0


@pytest.mark.parametrize("filler", ["Wort ", "Zeile\n", "Absatz\n\n", "x" * 50, " "])
def test_long_text_is_read_in_parts_and_in_full(filler: str) -> None:
    text = (filler * 700 + "\nXaver\n") * 20
    model = Words()
    found = detector(model).detect(text)
    marks = [s for s in found.spans if s.source == "model"]
    assert len(marks) == 20
    assert found.complete
    assert model.longest < 10_000


def test_batch_says_the_same_as_one_by_one() -> None:
    texts = [MAIL, "", "Xaver", "Wort " * 5000 + "Xaver", "Nr. 5"]
    own = detector(Words())
    assert list(own.detect_many(texts)) == [own.detect(text) for text in texts]
    rules = Detector(None)
    assert list(rules.detect_many(texts)) == [rules.detect(text) for text in texts]


def test_big_batch_is_shared_by_the_workers_in_order() -> None:
    texts = [("Wort " * 100 + "Xaver ") * (number % 3) for number in range(90)]
    crew: list[Words] = []

    def one_thread() -> Words:
        crew.append(Words())
        return crew[-1]

    shared = Detector(Words(), one_thread=one_thread)  # type: ignore[arg-type]
    assert list(shared.detect_many(texts)) == list(detector(Words()).detect_many(texts))
    shared.close()
    assert all(worker.longest and worker.closed for worker in crew)
    assert crew


def test_batch_with_a_dead_model_has_gaps() -> None:
    found = list(detector(Words(error=EOFError)).detect_many([MAIL, MAIL]))
    assert [f.gaps for f in found] == [(Gap("model", 0, len(MAIL), "failed"),)] * 2


def test_big_batch_in_processes_says_the_same_in_the_same_order() -> None:
    texts = [f"{MAIL}\nKundennummer {number}4711\n" + "Wort " * 300 for number in range(150)]
    with Detector(None) as rules:
        found = list(rules.detect_many(texts))
    assert found[::50] == [Detector(None).detect(text) for text in texts[::50]]
    assert all(f"{n}4711" in [t[s.start : s.end] for s in f.spans]
               for n, (t, f) in enumerate(zip(texts, found, strict=True)))  # fmt: skip


def test_human_decisions_stand() -> None:
    text = "Xaver und Xaver"
    human = [Span(10, 15, Label.ORG)]
    found = detector(Words()).detect(text, human=human, removed=[Span(0, 5, Label.PERSON)])
    assert [(s.start, s.label, s.source) for s in found.spans] == [(10, Label.ORG, HUMAN)]


def test_known_values_are_found() -> None:
    text = "Bitte an Yıldırım zurückrufen, Az. ZZ-9912"
    known = Known(names=("Emre Yıldırım",), values=((Label.ID_NUMBER, "ZZ9912"),))
    assert shown(text, Detector(None).detect(text, known=known))[0] == ("Yıldırım", "PERSON")
    assert ("ZZ-9912", "ID_NUMBER") in shown(text, Detector(None).detect(text, known=known))


def test_sure_marks_are_searched_in_the_rest() -> None:
    text = "hier Erika Quandt. quandt meint: Quandts Rad, im Sommer, frau quandt, equandt"
    spans = settle(text, [Span(5, 17, Label.PERSON, 0.95, "model")])
    assert [text[s.start : s.end] for s in spans] == [
        "Erika Quandt", "quandt", "Quandts", "quandt", "equandt",
    ]  # fmt: skip
    unsure = settle(text, [Span(5, 17, Label.PERSON, 0.55, "rule:some")])
    assert len(unsure) == 1


def test_finding_itself_again_is_no_agreement() -> None:
    (span,) = settle("Erika Quandt", [Span(0, 12, Label.PERSON, 0.85, "model")])
    assert (span.score, span.agreed) == (0.85, ())


def test_unlikely_lone_guesses_are_dropped_and_impossible_forms_doubted() -> None:
    text = "Nord und S-und-P"
    guess = [Span(0, 4, Label.ORG, 0.25, "model"), Span(9, 16, Label.EMAIL, 0.45, "model")]
    assert settle(text, guess) == ()
    assert settle(text, [Span(0, 4, Label.PERSON, 0.25, "model")]) == ()
    for label in (Label.PERSON, Label.ORG):
        assert len(settle(text, [Span(0, 4, label, 0.35, "model")])) == 1
    assert len(settle(text, [Span(0, 4, Label.ID_NUMBER, 0.4, "model")])) == 1
    (doubted,) = settle(text, [Span(9, 16, Label.EMAIL, 0.9, "model")])
    assert doubted.score == 0.45


def test_cancel() -> None:
    with pytest.raises(Cancelled):
        Detector(None).detect(MAIL, cancel=Cancel(requested=True))
    with pytest.raises(Cancelled):
        detector(Words()).detect(MAIL, cancel=Cancel(requested=True))


@pytest.mark.parametrize(
    "unit", ["a.", "1-", "@", "(", "7", " ", "Herr Beck ", "Eva.Roth@a.example\n"]
)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (8_000, 64_000))
    detect = Detector(None).detect
    assert grows_at_most(CLEARLY_MORE, partial(detect, small), partial(detect, large))


def test_empty_text() -> None:
    assert Detector(None).detect("").spans == ()
    assert detector(Words()).detect("") == Detection(())


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab \n", max_size=400), st.integers(4, 60), st.integers(0, 40))
def test_cores_tile_every_text(text: str, core: int, around: int) -> None:
    parts = list(chunks(text, core=core, around=around))
    position = 0
    for part in parts:
        assert part.first == position < part.last <= part.first + core
        assert part.first - around - 1 <= part.start <= part.first
        assert part.last <= part.end <= part.last + around
        position = part.last
    assert position == len(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Xaver", " ", "\n", "\n\n", "wort " * 900, "x" * 3000])))
def test_model_over_parts_equals_model_over_the_whole(pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = Words().find(text)
    spans, gaps = run_model(Words(), text, seconds_per_1000=1.0)
    assert (tuple(spans), gaps) == (whole.spans, [])
