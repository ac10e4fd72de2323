"""What the rules say, where the model read and where it did not."""

from __future__ import annotations

import pytest

from desktop.detect.second_look import seconded, sensible
from desktop.domain import Gap, Label, Span


def rule(start: int, end: int, label: Label = Label.PERSON, score: float = 0.8) -> Span:
    return Span(start, end, label, score, "rule:some")


def model(start: int, end: int, label: Label = Label.PERSON, score: float = 0.95) -> Span:
    return Span(start, end, label, score, "model")


@pytest.mark.parametrize(
    ("mark", "by_model", "gaps", "stays"),
    [
        (rule(5, 9), [], [], False),  # read, and left unmarked
        (rule(5, 9), [model(0, 5), model(9, 12)], [], False),  # neighbours are no second
        (rule(5, 9), [model(8, 12, Label.ORG, 0.3)], [], True),  # the model saw something there
        (rule(5, 9), [model(0, 30), model(2, 3)], [], True),  # a long mark before a short one
        (rule(5, 9, score=0.9), [], [], True),  # a pattern that saw more than a shape
        (rule(5, 9, Label.IBAN, 0.5), [], [], True),  # numbers need no second
        (rule(5, 9), [], [Gap("model", 0, 30, "off")], True),  # not read
        (rule(5, 9), [], [Gap("model", 9, 30, "off")], False),  # the gap begins behind
    ],
)
def test_doubtful_marks_need_a_second(
    mark: Span, by_model: list[Span], gaps: list[Gap], stays: bool
) -> None:
    assert list(seconded("", [mark], by_model, gaps)) == ([mark] if stays else [])


@pytest.mark.parametrize(
    ("mark", "by_model", "start"),
    [
        (rule(0, 20, Label.ADDRESS), [model(9, 20, Label.ADDRESS)], 9),  # "zurück an Bergweg 9"
        (rule(0, 20, Label.ADDRESS), [model(9, 24, Label.ADDRESS)], 9),
        (rule(0, 20, Label.ADDRESS), [model(9, 20, Label.ADDRESS, 0.6)], 0),  # not sure
        (rule(0, 20, Label.ADDRESS), [model(9, 20, Label.ORG)], 0),  # something else
        (rule(0, 20, Label.ADDRESS), [model(0, 8, Label.ADDRESS)], 0),  # two marks for one
        (rule(9, 20, Label.ADDRESS), [model(3, 20, Label.ADDRESS)], 3),  # "Lange Heide 7"
        (rule(9, 20, Label.ORG), [model(3, 20, Label.ORG)], 9),  # merging lets it grow
        (rule(0, 20, score=0.95), [model(9, 20)], 9),  # "Taschengeld Jolie"
    ],
)
def test_the_sure_model_knows_where_a_mark_begins(
    mark: Span, by_model: list[Span], start: int
) -> None:
    (found,) = seconded("", [mark], by_model, [])
    assert (found.start, found.end) == (start, mark.end)


@pytest.mark.parametrize(
    ("mark", "by_model", "end"),
    [
        (rule(0, 20, score=0.95), [model(0, 8)], 8),  # "Nowotny Dialyse"
        (rule(0, 6, score=0.95), [model(0, 12)], 12),  # "Silvio Wind"
        (rule(0, 20, score=0.95), [model(0, 8), model(12, 20)], 8),  # two people, one pattern
        (rule(0, 20, score=0.95), [model(0, 8, score=0.6)], 20),  # not sure
        (rule(0, 20, score=0.95), [model(3, 8)], 20),  # begins elsewhere
        (rule(0, 20, score=0.95), [model(0, 8, Label.ORG)], 20),  # something else
        (rule(0, 20, Label.ADDRESS), [model(0, 8, Label.ADDRESS)], 20),  # floors are the rules'
    ],
)
def test_the_model_knows_where_a_name_ends(mark: Span, by_model: list[Span], end: int) -> None:
    (found,) = seconded("", [mark], by_model, [])
    assert (found.start, found.end) == (mark.start, end)


@pytest.mark.parametrize(
    ("text", "mark", "by_model", "value"),
    [
        # the given name behind the comma belongs to it, where the rule read both as one name
        ("Halter: Wessel, Anke", "field", ["Wessel"], "Wessel, Anke"),
        ("Halter: Wessel, Anke", "field", ["Wessel", "Anke"], "Wessel, Anke"),
        ("Halter: Wessel, Anke Marie", "table", ["Wessel"], "Wessel, Anke Marie"),
        ("Konto Wessel, Anke-Marie", "given_name", ["Wessel"], "Wessel, Anke-Marie"),
        ("Halter: Wessel, Anke", "echo", ["Wessel"], "Wessel"),  # another pattern
        ("Halter: Wessel Garage", "field", ["Wessel"], "Wessel"),  # no comma
        ("Halter: Wessel, anke", "field", ["Wessel"], "Wessel"),
        ("Halter: Wessel, Anke", "field", ["Wessel, An"], "Wessel, An"),  # cut elsewhere
    ],
)
def test_a_given_name_behind_a_comma_stays(
    text: str, mark: str, by_model: list[str], value: str
) -> None:
    begin = text.index("Wessel")
    ruled = Span(begin, len(text), Label.PERSON, 0.92, f"rule:person_{mark}")
    read = [model(text.index(one), text.index(one) + len(one)) for one in by_model]
    (found,) = seconded(text, [ruled], read, [])
    assert text[found.start : found.end] == value


@pytest.mark.parametrize(
    ("text", "rule_name", "stays"),
    [
        ("der nennt sich dort wolken_schieber", "username_parted", True),
        ("im Forum heißt dort wolken_schieber", "username_parted", True),
        ("die Datei wolken_schieber", "username_parted", False),
        ("sie nennt sich. Die Datei wolken_schieber", "username_parted", False),
        ("der nennt sich wolken_schieber", "username_dotted", False),
    ],
)
def test_a_login_that_is_called_one_needs_no_second(text: str, rule_name: str, stays: bool) -> None:
    begin = text.index("wolken")
    mark = Span(begin, len(text), Label.USERNAME, 0.8, f"rule:{rule_name}")
    assert list(seconded(text, [mark], [], [])) == ([mark] if stays else [])


@pytest.mark.parametrize(
    ("text", "value", "stays"),
    [
        ("Konfession: ev", "ev", False),
        ("Muttersprache: Dari / Farsi", "Farsi", False),
        ("Familienstand : ledig", "ledig", False),
        ("Merhaba, Ayla", "Merhaba", False),
        ("Sie spricht Farsi.", "Farsi", False),
        ("Merhaba Ayla", "Merhaba Ayla", True),
        ("Religion: keine, Name: Ott", "Ott", True),
        ("Konfession\nName: Ott", "Ott", True),
    ],
)
def test_the_answers_of_a_form_are_no_names(text: str, value: str, stays: bool) -> None:
    begin = text.index(value)
    mark = model(begin, begin + len(value))
    assert sensible(text, [mark]) == ([mark] if stays else [])
