"""The settling of proposals: stated order, stated borders, and properties over random proposals."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect.merge import merge, without_removed
from desktop.detect.rules import CHECKSUMMED
from desktop.domain import HUMAN, Label, Span

PROVED = "rule:" + sorted(CHECKSUMMED)[0]


def at(text: str, part: str, label: Label, source: str, score: float = 0.9) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), label, score, source)


def shown(text: str, spans: tuple[Span, ...]) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], str(span.label)) for span in spans]


# text, proposals (part, label, source), what comes out
TABLE = [
    # a name begins behind a greeting of another language, where a comma ends it
    (
        "Cara Ludovica,\nmille grazie",
        [("Cara Ludovica", "PERSON", "model")],
        [("Ludovica", "PERSON")],
    ),
    ("Cara Lindner, Ulm", [("Cara Lindner", "PERSON", "model")], [("Cara Lindner", "PERSON")]),
    (
        "Heute kam Cara Lindner,",
        [("Cara Lindner", "PERSON", "model")],
        [("Cara Lindner", "PERSON")],
    ),
    ("Cara Lindner kam", [("Cara Lindner", "PERSON", "model")], [("Cara Lindner", "PERSON")]),
    # degrees, a school class and the letters of a form are no names; initials on a line are one
    (
        "Ellen Faber, M. A., B. Ed.",
        [("Ellen Faber", "PERSON", "model"), ("M. A., B. Ed", "PERSON", "model")],
        [("Ellen Faber", "PERSON")],
    ),
    ("Grüße\nM. A.", [("M. A", "PERSON", "model")], [("M. A", "PERSON")]),
    ("unser emil 3a", [("emil 3a", "PERSON", "model")], [("emil", "PERSON")]),
    ("Faber, w, 1961", [("w", "PERSON", "model")], []),
    # a surname of two words, no Austrian engineer
    ("Frau Di Pietro", [("Frau Di Pietro", "PERSON", "model")], [("Di Pietro", "PERSON")]),
    ("DI Pichler", [("DI Pichler", "PERSON", "model")], [("Pichler", "PERSON")]),
    # a human outranks everything
    (
        "IBAN DE02 1203",
        [("DE02 1203", "ID_NUMBER", HUMAN), ("DE02 1203", "IBAN", PROVED)],
        [("DE02 1203", "ID_NUMBER")],
    ),
    # a checksum outranks the model, and takes all of its value
    (
        "nr 4111111111 x",
        [("nr 4111111111", "ID_NUMBER", "model"), ("4111111111", "CREDIT_CARD", PROVED)],
        [("4111111111", "CREDIT_CARD")],
    ),
    # the model outranks a pattern
    (
        "Am Mai Platz",
        [("Mai", "DATE", "rule:x"), ("Am Mai Platz", "ADDRESS", "model")],
        [("Am Mai Platz", "ADDRESS")],
    ),
    # a pattern outranks an instruct model
    (
        "AB-123",
        [("AB-123", "OTHER", "instruct:m"), ("AB-123", "ID_NUMBER", "rule:x")],
        [("AB-123", "ID_NUMBER")],
    ),
    # overlap of one label: one span over both
    (
        "Max Müller",
        [("Müller", "PERSON", "model"), ("Max Müller", "PERSON", "rule:x")],
        [("Max Müller", "PERSON")],
    ),
    # a fixed form swallows the parts that the model saw
    (
        "max.beck@mail.example",
        [("max.beck", "USERNAME", "model"), ("max.beck@mail.example", "EMAIL", "rule:e")],
        [("max.beck@mail.example", "EMAIL")],
    ),
    # neighbours that are one value
    (
        "38118 Halle",
        [("38118", "LOCATION", "rule:x"), ("Halle", "LOCATION", "model")],
        [("38118 Halle", "LOCATION")],
    ),
    ("Ring 5", [("Ring", "ADDRESS", "model"), ("5", "ADDRESS", "rule:x")], [("Ring 5", "ADDRESS")]),
    (
        "Erika Beck",
        [("Erika", "PERSON", "rule:x"), ("Beck", "PERSON", "model")],
        [("Erika Beck", "PERSON")],
    ),
    # neighbours that are two values
    (
        "Halle Bonn",
        [("Halle", "LOCATION", "model"), ("Bonn", "LOCATION", "model")],
        [("Halle", "LOCATION"), ("Bonn", "LOCATION")],
    ),
    (
        "Anna\nBert",
        [("Anna", "PERSON", "model"), ("Bert", "PERSON", "model")],
        [("Anna", "PERSON"), ("Bert", "PERSON")],
    ),
    # titles and salutations are no part of a name; a genitive is
    ("Frau Dr. Beck,", [("Frau Dr. Beck,", "PERSON", "model")], [("Beck", "PERSON")]),
    (
        "Herrn Prof. Dr.-Ing. Ali Can",
        [("Herrn Prof. Dr.-Ing. Ali Can", "PERSON", "model")],
        [("Ali Can", "PERSON")],
    ),
    ("Annas Buch", [("Annas", "PERSON", "model")], [("Annas", "PERSON")]),
    ("Herr", [("Herr", "PERSON", "model")], []),
    ("Eva Roth, M.Sc.", [("Eva Roth, M.Sc.", "PERSON", "model")], [("Eva Roth", "PERSON")]),
    # punctuation goes, what belongs to the value stays
    ("(0341) 12 34 56.", [("(0341) 12 34 56.", "PHONE", "model")], [("(0341) 12 34 56", "PHONE")]),
    ("(0341 123456)", [("(0341 123456)", "PHONE", "model")], [("(0341 123456)", "PHONE")]),
    ("(0341 123456", [("(0341 123456", "PHONE", "model")], [("0341 123456", "PHONE")]),
    ("+49 341 1.", [("+49 341 1.", "PHONE", "model")], [("+49 341 1", "PHONE")]),
    ("@kim.k,", [("@kim.k,", "USERNAME", "model")], [("@kim.k", "USERNAME")]),
    ("**** 1059", [("**** 1059", "CREDIT_CARD", "model")], [("**** 1059", "CREDIT_CARD")]),
    ('"Nordsee!"', [('"Nordsee!"', "PASSWORD", "model")], [("Nordsee!", "PASSWORD")]),
    (
        "06185 Halle (Saale)",
        [("06185 Halle (Saale)", "LOCATION", "model")],
        [("06185 Halle (Saale)", "LOCATION")],
    ),
    (" .,- ", [(".,-", "ORG", "model")], []),
]


@pytest.mark.parametrize(("text", "proposals", "wanted"), TABLE)
def test_table(
    text: str, proposals: list[tuple[str, str, str]], wanted: list[tuple[str, str]]
) -> None:
    spans = [at(text, part, Label(label), source, 0.8) for part, label, source in proposals]
    assert shown(text, merge(text, spans)) == wanted
    assert shown(text, merge(text, reversed(spans))) == wanted


@pytest.mark.parametrize(
    ("score", "wanted"), [(0.89, ("0171 4711", "ID_NUMBER")), (0.9, ("Kd 0171 4711", "PHONE"))]
)
def test_a_sure_pattern_stands_before_a_model_that_is_less_sure(
    score: float, wanted: tuple[str, str]
) -> None:
    text = "Kd 0171 4711"
    model = at(text, "Kd 0171 4711", Label.PHONE, "model", score)
    keyed = at(text, "0171 4711", Label.ID_NUMBER, "rule:keyed", 0.99)
    assert shown(text, merge(text, [model, keyed])) == [wanted]


def test_the_form_of_an_address_in_the_net_is_the_patterns_to_tell() -> None:
    text = "x-ufpy.example"
    model = at(text, text, Label.EMAIL, "model", 0.99)
    pattern = at(text, text, Label.URL, "rule:url", 0.95)
    assert shown(text, merge(text, [model, pattern])) == [(text, "URL")]


def test_a_guess_of_the_model_stands_behind_patterns() -> None:
    text = "Kd 0171 4711"
    guess = at(text, "Kd 0171 4711", Label.PHONE, "model", 0.4)
    pattern = at(text, "0171 4711", Label.ID_NUMBER, "rule:shape", 0.6)
    assert shown(text, merge(text, [guess, pattern])) == [("0171 4711", "ID_NUMBER")]
    assert shown(text, merge(text, [guess])) == [(text, "PHONE")]


def test_a_birth_date_tells_more_than_a_date() -> None:
    text = "15.3.1944"
    date = at(text, text, Label.DATE, "rule:date", 0.9)
    birth = at(text, text, Label.DATE_OF_BIRTH, "model", 0.7)
    assert shown(text, merge(text, [date, birth])) == [(text, "DATE_OF_BIRTH")]


def test_a_firm_holds_the_names_in_it() -> None:
    text = "Reinhold Vogt Metallbau KG"
    name = at(text, "Reinhold Vogt", Label.PERSON, "rule:title", 0.95)
    firm = at(text, text, Label.ORG, "model", 0.8)
    assert shown(text, merge(text, [name, firm])) == [(text, "ORG")]


def test_a_name_does_not_grow_over_the_line_end() -> None:
    text = "Saluti\nGiuseppe"
    found = [
        at(text, "Giuseppe", Label.PERSON, "model"),
        at(text, text, Label.PERSON, "rule:x", 0.8),
    ]
    assert shown(text, merge(text, found)) == [("Giuseppe", "PERSON")]


def test_the_model_does_not_widen_what_a_sure_pattern_says() -> None:
    text = "Hallo Imke"
    found = [
        at(text, text, Label.PERSON, "model", 0.8),
        at(text, "Imke", Label.PERSON, "rule:x", 0.95),
    ]
    assert shown(text, merge(text, found)) == [("Imke", "PERSON")]
    mail = "an eva@mail.example"
    found = [
        at(mail, mail, Label.EMAIL, "model", 0.9),
        at(mail, "eva@mail.example", Label.EMAIL, "rule:email", 0.99),
    ]
    assert shown(mail, merge(mail, found)) == [("eva@mail.example", "EMAIL")]


def test_agreement_is_named_and_makes_surer() -> None:
    text = "Erika Beck"
    (span,) = merge(
        text,
        [at(text, text, Label.PERSON, "model", 0.7), at(text, text, Label.PERSON, "rule:x", 0.6)],
    )
    assert (span.source, span.agreed) == ("model", ("rule:x",))
    assert span.score == pytest.approx(0.88)


def test_two_hits_of_one_source_are_no_agreement() -> None:
    text = "Erika Beck"
    (span,) = merge(
        text,
        [at(text, "Erika", Label.PERSON, "model", 0.7), at(text, text, Label.PERSON, "model", 0.6)],
    )
    assert (span.score, span.agreed) == (0.7, ())


def test_checksum_keeps_what_a_human_mark_leaves() -> None:
    text = "DE02120300000000202051"
    spans = [Span(0, 4, Label.OTHER), Span(0, 22, Label.IBAN, 1.0, PROVED)]
    assert shown(text, merge(text, spans)) == [
        ("DE02", "OTHER"),
        ("120300000000202051", "IBAN"),
    ]


def test_removed_marks_stay_away() -> None:
    text = "Im Sommer kommt Eva Sommer."
    found = [
        Span(3, 9, Label.PERSON, 0.9, "model"),
        Span(3, 9, Label.ORG, 0.9, "rule:x"),
        Span(16, 26, Label.PERSON, 0.9, "model"),
    ]
    removed = [Span(3, 9, Label.PERSON)]
    assert shown(text, merge(text, found, removed=removed)) == [("Eva Sommer", "PERSON")]


def test_longer_proposal_loses_the_removed_part_of_its_label_only() -> None:
    text = "Eva Sommer"
    removed = [Span(4, 10, Label.PERSON)]
    person = Span(0, 10, Label.PERSON, 0.9, "model")
    assert shown(text, without_removed(text, [person], removed)) == [("Eva", "PERSON")]
    firm = Span(0, 10, Label.ORG, 0.9, "model")
    assert shown(text, without_removed(text, [firm], removed)) == [("Eva Sommer", "ORG")]


SOURCES = [HUMAN, PROVED, "model", "rule:pattern", "rule:known_name", "instruct:any"]
TEXTS = st.text(alphabet="Aaäß19 .,-()+@*\n", max_size=40) | st.lists(
    st.sampled_from(
        ["Herr", "Dr.", "Eva", "Roth", "38118", "Bonn", "Ring", "5", "M.Sc.", "\n", ","]
    )
).map(" ".join)


@st.composite
def proposals(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    borders = st.integers(0, len(text))
    span = st.builds(
        lambda a, b, label, score, source: Span(min(a, b), max(a, b), label, score, source),
        borders, borders, st.sampled_from(list(Label)), st.sampled_from([0.3, 0.5, 0.8, 1.0]),
        st.sampled_from(SOURCES),
    )  # fmt: skip
    return text, draw(st.lists(span, max_size=8))


def letters(text: str, spans: list[Span]) -> set[int]:
    return {at for s in spans for at in range(s.start, s.end) if text[at].isalnum()}


@settings(max_examples=60, deadline=None)
@given(proposals())
def test_properties(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    merged = merge(text, spans)
    assert list(merged) == sorted(merged)
    for left, right in pairwise(merged):
        assert left.end <= right.start
    assert all(0 <= span.start < span.end <= len(text) for span in merged)
    assert merge(text, merged) == merged, "idempotent"
    sure = [span for span in spans if span.source in (HUMAN, PROVED)]
    assert letters(text, sure) <= letters(text, list(merged)), "nothing sure is lost"
    assert merge(text, reversed(spans)) == merged, "the order of proposals does not matter"


@settings(max_examples=60, deadline=None)
@given(proposals())
def test_disjoint_human_marks_are_kept_as_they_are(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    human: list[Span] = []
    for span in sorted(spans):
        apart = not human or human[-1].end <= span.start
        if span.source == HUMAN and span.start < span.end and apart:
            human.append(span)
    machine = [span for span in spans if span.source != HUMAN]
    merged = merge(text, [*machine, *human])
    places = {(span.start, span.end, span.label) for span in merged}
    assert {(span.start, span.end, span.label) for span in human} <= places


@settings(max_examples=60, deadline=None)
@given(proposals(), st.data())
def test_removed_is_never_marked_again_with_its_label(
    case: tuple[str, list[Span]], data: st.DataObject
) -> None:
    text, spans = case
    machine = [span for span in spans if span.source != HUMAN]
    if not machine:
        return
    gone = data.draw(st.sampled_from(machine))
    merged = merge(text, machine, removed=[gone])
    for span in merged:
        inside = gone.start <= span.start and span.end <= gone.end
        overlap = span.start < gone.end and gone.start < span.end
        assert not inside
        assert not (overlap and span.label is gone.label)
    assert merge(text, merged, removed=[gone]) == merged


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        # ranks of several capitals are titles
        ("POK Behrend", "Behrend"),
        ("StR Behrend", "Behrend"),
        ("OStD Behrend", "Behrend"),
        ("POM'in Behrend", "Behrend"),
        ("PHKin Britta Behrend", "Britta Behrend"),
        # near misses: initials, names in capitals
        ("KH Behrend", "KH Behrend"),
        ("MAX Behrend", "MAX Behrend"),
        ("KOCH Anna", "KOCH Anna"),
        ("POK BEHREND", "POK BEHREND"),
        ("McKay Behrend", "McKay Behrend"),
        ("POK", "POK"),
    ],
)
def test_short_ranks_are_no_part_of_a_name(name: str, kept: str) -> None:
    text = f"laut {name} da"
    assert shown(text, merge(text, [at(text, name, Label.PERSON, "model")])) == [(kept, "PERSON")]
