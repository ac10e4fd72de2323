"""Mentions find their person, or stay alone when two persons fit."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect.persons import link, merge_persons, split_person
from desktop.domain import Gender, Label, Mailbox, Person, Span
from desktop.errors import UserError
from tests.growth import CLEARLY_MORE, grows_at_most


def marked(text: str) -> tuple[str, list[Span]]:
    """ "Frau [Beck]" with marks: [PERSON], {EMAIL}, <USERNAME>, |PHONE|."""
    kinds = {"[": ("]", Label.PERSON), "{": ("}", Label.EMAIL), "<": (">", Label.USERNAME),
             "|": ("|", Label.PHONE)}  # fmt: skip
    out, spans, opened = "", [], None
    for sign in text:
        if opened and sign == opened[0]:
            spans.append(Span(opened[2], len(out), opened[1], 0.9, "model"))
            opened = None
        elif not opened and sign in kinds:
            opened = (*kinds[sign], len(out))
        else:
            out += sign
    return out, spans


def told(text: str, persons: tuple[Person, ...]) -> list[list[str]]:
    return [[text[m.span.start : m.span.end] for m in person.mentions] for person in persons]


LINKED = [
    ("Herr [Müller] rief an. [Max Müller] wohnt hier.", [["Müller", "Max Müller"]]),
    ("[Erika Beck] und [Tom Beck]: Herr [Beck] zahlt.", [["Erika Beck"], ["Tom Beck"], ["Beck"]]),
    ("Frau [Erika Beck] und [Tom Roth]: Frau [Beck]", [["Erika Beck", "Beck"], ["Tom Roth"]]),
    ("Herr [Tom Beck], Frau [Eva Beck], Frau [Beck]", [["Tom Beck"], ["Eva Beck", "Beck"]]),
    ("[Anna Lind], [Anna] und [Annas] Hund", [["Anna Lind", "Anna", "Annas"]]),
    ("[J. Kaiser] ist [Jürgen Kaiser]", [["J. Kaiser", "Jürgen Kaiser"]]),
    (
        "[J. Kaiser]: [Jürgen Kaiser] oder [Jana Kaiser]",
        [["J. Kaiser"], ["Jürgen Kaiser"], ["Jana Kaiser"]],
    ),
    ("[Dudek, Malgorzata] = [Małgorzata Dudek]", [["Dudek, Malgorzata", "Małgorzata Dudek"]]),
    (
        "[HEINZ KÖHLER], [Heinz Koehler], [Köhlers] Auto",
        [["HEINZ KÖHLER", "Heinz Koehler", "Köhlers"]],
    ),
    ("[Max Müller] {max.mueller@firma.example}", [["Max Müller", "max.mueller@firma.example"]]),
    ("[Max Müller] <mmueller7>", [["Max Müller", "mmueller7"]]),
    ("[Max Müller] {info@firma.example}", [["Max Müller"]]),
    ("[Eva Roth], [Kai Roth] {roth@web.example}", [["Eva Roth"], ["Kai Roth"]]),
    ("Gruß\n[Eva Roth]\nMusterfirma\nTel. |0341 1234567|", [["Eva Roth", "0341 1234567"]]),
    ("Gruß\n[Eva Roth]\n\n|0341 1234567|", [["Eva Roth"]]),
    ("[Kim Yilmaz]\n[K. Y.]\n[KY]", [["Kim Yilmaz", "K. Y.", "KY"]]),
    ("[Amra Hodžić] oder [Amra H]", [["Amra Hodžić", "Amra H"]]),
    ("[Sommer] kommt, [Sommer] geht", [["Sommer", "Sommer"]]),
]


@pytest.mark.parametrize(("text", "wanted"), LINKED)
def test_linked(text: str, wanted: list[list[str]]) -> None:
    plain, spans = marked(text)
    assert told(plain, link(plain, spans)) == wanted


def test_gender_and_roles_from_the_text() -> None:
    text, spans = marked("Sehr geehrte Frau Dr. [Klein],\n\nmein Rad.\n\nMit Grüßen\n[Tom Roth]\n")
    klein, roth = link(text, spans)
    assert (klein.gender, klein.role) == (Gender.FEMALE, "recipient")
    assert (roth.gender, roth.role) == (Gender.UNKNOWN, "sender")


def test_headers_give_role_and_full_name() -> None:
    text, spans = marked("Hallo,\nviele Grüße\n[Erika]\n{e.b@mail.example}")
    (person,) = link(text, spans, sender=Mailbox("Erika Beck", "e.b@mail.example"))
    assert (person.name, person.role) == ("Erika Beck", "sender")
    assert [mention.reason for mention in person.mentions] == ["header", "header"]


def test_header_alone_is_no_person() -> None:
    assert link("Hallo", [], sender=Mailbox("Erika Beck", "e.beck@mail.example")) == ()


def test_quoted_sign_off_gives_no_role() -> None:
    text, spans = marked("ok\n> Mit Grüßen\n> [Tom Roth]\n")
    assert link(text, spans)[0].role == ""


def test_merge_and_split_by_hand() -> None:
    text, spans = marked("[Erika Beck] und [Tom Beck]: Herr [Beck]")
    persons = link(text, spans)
    merged = merge_persons(persons, 2, 3)
    assert told(text, merged) == [["Erika Beck"], ["Tom Beck", "Beck"]]
    assert [p.number for p in merged] == [1, 2]
    assert merged[1].mentions[1].reason == "human"
    again = split_person(merged, 2, [spans[2]])
    assert told(text, again) == [["Erika Beck"], ["Tom Beck"], ["Beck"]]
    assert split_person(merged, 2, [spans[1], spans[2]]) == merged


def test_unknown_person_is_refused() -> None:
    with pytest.raises(UserError, match="unknown_person"):
        merge_persons((), 1, 2)


def test_time_is_linear() -> None:
    def mails(count: int) -> tuple[str, list[Span]]:
        return marked(
            "".join(
                f"Gruß\n[Name{chr(97 + n % 26)}{n} Vor{n}]\n{{vor{n}@a.example}}\n"
                for n in range(count)
            )
        )

    small, large = partial(link, *mails(100)), partial(link, *mails(800))
    assert grows_at_most(CLEARLY_MORE, small, large)


WORDS = st.lists(
    st.sampled_from(["[Eva Roth]", "[Roth]", "[Eva]", "[E. Roth]", "[Kai Roth]", "[Beck, Tom]",
                     "{eva.roth@a.example}", "<troth>", "Herr", "Frau", "und", "\n", "[ER]"]),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_every_name_belongs_to_exactly_one_person(words: list[str]) -> None:
    text, spans = marked(" ".join(words))
    persons = link(text, spans)
    mentions = [mention.span for person in persons for mention in person.mentions]
    assert len(mentions) == len(set(mentions))
    assert {s for s in spans if s.label is Label.PERSON} <= set(mentions) <= set(spans)
    assert [person.number for person in persons] == list(range(1, len(persons) + 1))
    assert link(text, list(reversed(spans))) == persons
