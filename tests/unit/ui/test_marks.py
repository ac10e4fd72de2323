"""The editing model: every edit keeps marks sorted and disjoint, and undo takes it back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import HUMAN, Label, Mention, Person, Span
from desktop.ui import marks
from desktop.ui.entity_groups import groups, number_text
from desktop.ui.mark_owners import Marks, merge_persons, move
from desktop.ui.marks import History, StepKind

TEXT = "Herr Max Muster, max@muster.example, ruft an. Gruß, Max Muster (0171 / 55 89)"
NAME = Span(5, 15, Label.PERSON, 0.99, "model", ("rule:salutation",))
MAIL = Span(17, 35, Label.EMAIL, 0.99, "rule:email")
LAST = Span(52, 62, Label.PERSON, 0.6, "model")
PHONE = Span(64, 76, Label.PHONE, 0.7, "rule:phone")
MAX = Person(1, "Max Muster", (Mention(NAME, "first_mention"), Mention(LAST, "same_name")))
START = Marks((NAME, MAIL, LAST, PHONE), (MAX,))


def words(found: Marks) -> list[str]:
    return [TEXT[span.start : span.end] for span in found.spans]


def test_the_table_fits_the_text() -> None:
    assert words(START) == ["Max Muster", "max@muster.example", "Max Muster", "0171 / 55 89"]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("seit dem Gewitter am", 10, 13, "Gewitter"),  # grows to the word
        ("(Max Muster), ja", 0, 13, "Max Muster"),  # drops punctuation and blanks
        ("Frau Müller-Lüdenscheidt kam", 6, 8, "Müller-Lüdenscheidt"),
        ("an max@muster.example.", 4, 5, "max@muster.example"),  # not the full stop
        ("Tel. 0171 / 55 89!", 6, 15, "0171 / 55"),
        ("Muster's Haus", 0, 2, "Muster's"),
        ("Mu\u0308ller", 0, 1, "Mu\u0308ller"),  # NFD
        ("a😀Max b", 2, 3, "Max"),
        ("ende Ab", 7, 5, "Ab"),  # backwards
        ("a -- b", 1, 5, None),
        ("", 0, 5, None),
    ],
)
def test_selections_snap_to_words(text: str, start: int, end: int, expected: str | None) -> None:
    snapped = marks.snap(text, start, end)
    assert (text[slice(*snapped)] if snapped else None) == expected


@given(st.text(alphabet="aB1 .-@ü😀\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_snapping_twice_changes_nothing(text: str, start: int, end: int) -> None:
    snapped = marks.snap(text, start, end)
    if snapped is not None:
        assert text[snapped[0]].isalnum()
        assert text[snapped[1] - 1].isalnum()
        assert marks.snap(text, *snapped) == snapped


def test_adding_makes_a_human_mark_and_a_new_person() -> None:
    after = marks.add(TEXT, START, 37, 41, Label.PERSON)
    assert after.spans[2] == Span(37, 41, Label.PERSON, 1.0, HUMAN)
    assert [person.name for person in after.persons] == ["Max Muster", "ruft"]


def test_adding_a_known_value_joins_its_person() -> None:
    before = marks.remove(TEXT, START, [LAST])
    after = marks.add(TEXT, before, LAST.start, LAST.end, Label.PERSON)
    assert len(after.persons) == 1
    assert after.persons[0].mentions[1].reason == "same_value"


def test_adding_inside_a_mark_keeps_the_rest_marked() -> None:
    after = marks.add(TEXT, START, 5, 8, Label.USERNAME)  # "Max" of "Max Muster"
    assert words(after)[:2] == ["Max", "Muster"]
    assert after.spans[1].label is Label.PERSON


def test_removing_the_last_mention_removes_the_person() -> None:
    after = marks.remove(TEXT, START, [NAME, LAST])
    assert words(after) == ["max@muster.example", "0171 / 55 89"]
    assert after.persons == ()


def test_relabel_forgets_who_agreed_and_leaves_the_person() -> None:
    after = marks.relabel(TEXT, START, [NAME], Label.ORG)
    assert after.spans[0] == Span(5, 15, Label.ORG, 1.0, HUMAN)
    assert [m.span for m in after.persons[0].mentions] == [LAST]


def test_accept_remembers_who_found_it() -> None:
    after = marks.accept(TEXT, START, [NAME, LAST])
    assert after.spans[0].source == HUMAN
    assert after.spans[0].agreed == ("model", "rule:salutation")
    assert [m.span for m in after.persons[0].mentions] == [after.spans[0], after.spans[2]]
    assert marks.accept(TEXT, after, after.spans[:1]) == after


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (5, 8, "Max"),
        (0, 15, "Herr Max Muster"),
        (5, 99, "Max Muster, "),  # stops at its neighbour
        (15, 15, "Max Muster"),  # never empty
        (15, 16, "Max Muster"),  # never without a letter or digit
    ],
)
def test_resize_stays_between_its_neighbours(start: int, end: int, expected: str) -> None:
    after = marks.resize(TEXT, START, NAME, start, end)
    assert words(after)[0] == expected
    assert after.persons[0].number == 1


def test_apply_to_all_confirms_every_place_but_what_a_human_decided() -> None:
    decided = marks.relabel(TEXT, START, [LAST], Label.ORG)
    after, count = marks.apply_to_all(TEXT, decided, NAME)
    assert count == 1  # itself; the other place is a human's
    assert [span.label for span in after.spans if TEXT[span.start] == "M"] == [
        Label.PERSON,
        Label.ORG,
    ]
    after, count = marks.apply_to_all(TEXT, START, NAME)
    assert count == 2
    assert all(span.source == HUMAN for span in after.spans if span.label is Label.PERSON)


def test_apply_to_all_finds_other_blanks_and_whole_words_only() -> None:
    text = "Max  Muster und max muster und Max\nMuster und Max Musterin"
    span = Span(0, 11, Label.PERSON)
    after, count = marks.apply_to_all(text, Marks((span,)), span)
    assert [(s.start, s.end) for s in after.spans] == [(0, 11), (31, 41)]
    assert count == 1
    number = Span(0, 4, Label.ID_NUMBER)
    text = "AB12 und ab12 und AB123"
    assert [s.start for s in marks.apply_to_all(text, Marks((number,)), number)[0].spans] == [0, 9]


def test_persons_merge_move_and_dissolve() -> None:
    apart = move(TEXT, START, [LAST], 0)
    assert [(p.number, p.name) for p in apart.persons] == [(1, "Max Muster"), (2, "Max Muster")]
    together = merge_persons(apart, 1, 2)
    assert [m.span for m in together.persons[0].mentions] == [NAME, LAST]
    with_mail = move(TEXT, START, [MAIL], 1)
    assert MAIL in [m.span for m in with_mail.persons[0].mentions]
    nobody = move(TEXT, with_mail, START.spans, None)
    assert nobody.persons == ()
    assert merge_persons(START, 1, 7) == START
    assert move(TEXT, START, [MAIL], 7) == START


def test_a_second_detection_shows_differences_and_spares_human_marks() -> None:
    mine = marks.accept(TEXT, START, [NAME])
    again = [Span(5, 8, Label.USERNAME, 0.9, "model"), MAIL, Span(37, 41, Label.ORG, 0.9, "model")]
    change = marks.difference(mine, again)
    assert change.found == (again[2],)
    assert change.lost == (LAST, PHONE)
    after = marks.take_over(TEXT, mine, change)
    assert [span.start for span in after.spans] == [5, 17, 37]
    assert not marks.difference(after, again)


def test_undo_and_redo_walk_the_steps() -> None:
    history = History(START)
    assert history.undo() is None
    assert not history.do(StepKind.ACCEPT, START)
    history.do(StepKind.REMOVE, marks.remove(TEXT, START, [NAME, LAST]), count=2, place=5)
    history.do(StepKind.ACCEPT, marks.accept(TEXT, history.marks, [MAIL]))
    step = history.undo()
    assert step is not None
    assert step.kind is StepKind.ACCEPT
    history.undo()
    assert history.marks == START
    assert history.next_redo is not None
    assert history.next_redo.count == 2
    history.redo()
    assert len(history.marks.spans) == 2
    history.do(StepKind.REMOVE, Marks())
    assert history.redo() is None


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, int, int, Label]]:
    kinds = st.sampled_from(["add", "remove", "relabel", "accept", "resize", "all", "move"])
    places = st.integers(0, len(TEXT))
    return draw(
        st.lists(st.tuples(kinds, places, places, st.sampled_from(list(Label))), max_size=8)
    )


def _apply(before: Marks, kind: str, start: int, end: int, label: Label) -> Marks:
    target = before.at(start)
    if kind == "add":
        snapped = marks.snap(TEXT, start, end)
        return marks.add(TEXT, before, *snapped, label) if snapped else before
    if target is None:
        return before
    if kind == "remove":
        return marks.remove(TEXT, before, [target])
    if kind == "relabel":
        return marks.relabel(TEXT, before, [target], label)
    if kind == "accept":
        return marks.accept(TEXT, before, [target])
    if kind == "resize":
        return marks.resize(TEXT, before, target, min(start, end), max(start, end))
    if kind == "all":
        return marks.apply_to_all(TEXT, before, target)[0]
    return move(TEXT, before, [target], end % 4 or None)


@given(edits())
def test_any_edits_keep_marks_sound_and_undo_restores(
    steps: list[tuple[str, int, int, Label]],
) -> None:
    history = History(START)
    done = 0
    for step in steps:
        done += history.do(StepKind.ADD, _apply(history.marks, *step))
        spans = history.marks.spans
        assert list(spans) == sorted(spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        owned = [m.span for person in history.marks.persons for m in person.mentions]
        assert len(owned) == len(set(owned))
        assert set(owned) <= set(spans)
        assert all(person.mentions for person in history.marks.persons)
        listed = [s for g in groups(TEXT, history.marks) for e in g.entities for s in e.spans]
        assert sorted(listed) == list(spans)
    for _ in range(done):
        history.undo()
    assert history.marks == START


def test_the_panel_groups_equal_values_by_person() -> None:
    found = groups(TEXT, START)
    assert [group.number for group in found] == [1, None]
    (name,) = found[0].entities
    assert (name.value, len(name.spans), name.uncertain, name.score) == ("Max Muster", 2, 1, 0.6)
    assert name.sources == ("rule:salutation", "model")
    assert [entity.label for entity in found[1].entities] == [Label.EMAIL, Label.PHONE]


@pytest.mark.parametrize(
    ("score", "shown"), [(1.0, "1.0"), (0.999, ".99"), (0.6, ".60"), (0, ".00")]
)
def test_scores_are_never_rounded_up(score: float, shown: str) -> None:
    assert number_text(score) == shown
