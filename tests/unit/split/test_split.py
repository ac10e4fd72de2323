"""The split: exact both ways for every text, and no token where none was put."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain import Label, Mention, Person, Span
from desktop.errors import UserError
from desktop.split.rehydrate import describe_map, rehydrate, to_description, to_original
from desktop.split.split import Split, split
from desktop.split.tokens import TokenState, find_tokens, make_token, package_key

KEY = package_key(b"k" * 32, "TW-0000000000")
OTHER_KEY = package_key(b"k" * 32, "TW-1111111111")


def mark(text: str, value: str, label: Label, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(value, start + 1)
    return Span(start, start + len(value), label)


# Texts made of what could go wrong: genuine tokens of this very key, mangled ones, prefixes,
# combining characters, zero-width characters, line ends, astral characters, lone surrogates.
PIECES = st.one_of(
    st.builds(
        lambda label, number, language: make_token(KEY, label, number, language),
        st.sampled_from(list(Label)),
        st.integers(1, 12),
        st.sampled_from(["de", "en"]),
    ),
    st.builds(
        lambda label, number: make_token(KEY, label, number, "de")[1:-1].lower(),
        st.sampled_from(list(Label)),
        st.integers(1, 3),
    ),
    st.sampled_from(
        ["[", "]", "[NAME-1-", "7KQ]", "[NAME-1", "NAME", "-1-", "_1", "_10", "\r\n", "\n> ", "\\[",
         "\u200b", "\ufeff", "\xa0", "\xfc", "u\u0308", "\U0001f469\u200d\U0001f467", "\U0001d518",
         "\ud800", "\udc00", "\x00", "&#91;", "\uff3b", "&nbsp;", "Müller", " "]
    ),
    st.text(max_size=8),
)  # fmt: skip


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = "".join(draw(st.lists(PIECES, max_size=14)))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    label = st.sampled_from([Label.PERSON, Label.EMAIL, Label.IP, Label.PHONE])
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Span(start, end, draw(label)) for start, end in pairs]


@settings(max_examples=300, deadline=None)
@given(marked_texts(), st.sampled_from(["de", "en", "de-AT", "fr"]))
@example(("[NAME-1-7KQ]", [Span(0, 6, Label.PERSON)]), "de")
def test_round_trip_and_description(marked: tuple[str, list[Span]], language: str) -> None:
    text, spans = marked
    done = split(text, spans, key=KEY, language=language)
    assert rehydrate(done.description, done) == text
    outside, cursor = [], 0
    for (start, end), (token_start, token_end) in describe_map(done):
        outside.append((text[cursor:start], start, end, token_start, token_end))
        cursor = end
    # The description is the text with exactly the marked ranges exchanged.
    rebuilt = (
        "".join(literal + done.description[ts:te] for literal, _, _, ts, te in outside)
        + text[cursor:]
    )
    assert rebuilt == done.description
    for entry, (_, (start, end)) in zip(done.entries, describe_map(done), strict=True):
        assert done.description[start:end] == entry.token
        assert text[entry.start : entry.end] == entry.value


@settings(max_examples=300, deadline=None)
@given(marked_texts())
def test_tokens_are_found_where_they_were_put_and_nowhere_else(
    marked: tuple[str, list[Span]],
) -> None:
    text, spans = marked
    done = split(text, spans, key=KEY)
    seen = find_tokens(done.description, done.tokens, key=KEY, literals=done.literals)
    genuine = {
        (s.token, s.start, s.end)
        for s in seen
        if s.state in (TokenState.RESTORED, TokenState.REPEATED)
    }
    put = {
        (entry.token, *where)
        for entry, (_, where) in zip(done.entries, describe_map(done), strict=True)
    }
    assert genuine == put


@settings(max_examples=100, deadline=None)
@given(marked_texts())
def test_places_map_both_ways(marked: tuple[str, list[Span]]) -> None:
    text, spans = marked
    done = split(text, spans, key=KEY)
    inside = {i for span in spans for i in range(span.start + 1, span.end)}
    for offset in range(len(text) + 1):
        there = to_description(done, offset)
        if offset not in inside:
            assert to_original(done, there) == offset
    assert to_description(done, len(text)) == len(done.description)


def test_the_form_of_tokens() -> None:
    text = "Max Muster, Tel. 0591 804421"
    spans = [mark(text, "Max Muster", Label.PERSON), mark(text, "0591 804421", Label.PHONE)]
    german = split(text, spans, key=KEY)
    check = make_token(KEY, Label.PHONE, 1, "de")[-4:-1]
    assert german.tokens[1] == f"[TELEFON-1-{check}]"
    # The same token in English has the same check characters.
    assert split(text, spans, key=KEY, language="en").tokens[1] == f"[PHONE-1-{check}]"


def test_another_package_has_other_check_characters() -> None:
    text = " ".join(f"wert{i}" for i in range(20))
    spans = [mark(text, f"wert{i}", Label.OTHER) for i in range(2, 20)]
    one, other = split(text, spans, key=KEY), split(text, spans, key=OTHER_KEY)
    assert not set(one.tokens) & set(other.tokens)
    assert [entry.number for entry in one.entries] == [entry.number for entry in other.entries]


def test_same_value_same_number() -> None:
    text = "a@x.example A@X.example b@x.example | 0591/80 44 | 0591 8044 | geheim Geheim"
    spans = [
        mark(text, "a@x.example", Label.EMAIL),
        mark(text, "A@X.example", Label.EMAIL),
        mark(text, "b@x.example", Label.EMAIL),
        mark(text, "0591/80 44", Label.PHONE),
        mark(text, "0591 8044", Label.PHONE),
        mark(text, "geheim", Label.PASSWORD),
        mark(text, "Geheim", Label.PASSWORD),
    ]
    numbers = [entry.number for entry in split(text, spans, key=KEY).entries]
    assert numbers == [1, 1, 2, 1, 1, 1, 2]


def person(number: int, name: str, *spans: Span) -> Person:
    return Person(number, name, tuple(Mention(span, "test") for span in spans))


def test_variants_of_one_person_share_a_number_and_namesakes_do_not() -> None:
    text = "Max Muster schrieb. Herr Muster rief an. Frau Muster auch. Muster"
    full = mark(text, "Max Muster", Label.PERSON)
    he, she = mark(text, "Muster", Label.PERSON, 1), mark(text, "Muster", Label.PERSON, 2)
    loose = mark(text, "Muster", Label.PERSON, 3)
    persons = [person(1, "Max Muster", full, he), person(2, "Muster", she)]
    done = split(text, [full, he, she, loose], key=KEY, persons=persons)
    # "Muster" without a link could be either: it is neither's.
    assert [entry.number for entry in done.entries] == [1, 1, 2, 3]
    assert rehydrate(done.description, done) == text
    alone = split(text, [full, he, loose], key=KEY, persons=persons[:1])
    assert [entry.number for entry in alone.entries] == [1, 1, 1]


def test_numbers_stay_when_marks_come_and_go() -> None:
    text = "Anna Berg und Ben Tal und Cem Ada"
    anna, ben, cem = (mark(text, n, Label.PERSON) for n in ("Anna Berg", "Ben Tal", "Cem Ada"))
    first = split(text, [ben, cem], key=KEY)
    more = split(text, [anna, ben, cem], key=KEY, previous=first.entries)
    assert [entry.number for entry in more.entries] == [3, 1, 2]
    fewer = split(text, [cem], key=KEY, previous=first.entries)
    assert [entry.number for entry in fewer.entries] == [2]
    # The number of a value that is no longer marked goes to nobody else.
    other = split(text, [anna], key=KEY, previous=first.entries)
    assert [entry.number for entry in other.entries] == [3]


def test_a_text_with_exactly_our_tokens_gets_other_numbers() -> None:
    theirs = [make_token(KEY, Label.PERSON, n, "de") for n in (1, 2)]
    text = f"Muster schrieb {theirs[0]} und {theirs[1].lower().replace('-', '–')}."
    done = split(text, [mark(text, "Muster", Label.PERSON)], key=KEY)
    assert [entry.number for entry in done.entries] == [3]
    assert len(done.literals) == 2
    assert rehydrate(done.description, done) == text


def test_text_around_a_mark_does_not_make_a_second_token() -> None:
    bare = make_token(KEY, Label.PERSON, 1, "de")[1:-1]
    text = f"{bare}Muster"  # with the mark gone, the bare token would stand free
    done = split(text, [mark(text, "Muster", Label.PERSON)], key=KEY)
    assert [entry.number for entry in done.entries] == [2]


def test_normal_forms_are_kept() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Jürgen Größ grüßt Jürgen Größ")
        name = unicodedata.normalize(form, "Jürgen Größ")
        spans = [mark(text, name, Label.PERSON), mark(text, name, Label.PERSON, 1)]
        done = split(text, spans, key=KEY)
        assert rehydrate(done.description, done) == text
    both = "Jürgen Ju\u0308rgen"
    done = split(both, [Span(0, 6, Label.PERSON), Span(7, 14, Label.PERSON)], key=KEY)
    assert len(done.tokens) == 1
    assert rehydrate(done.description, done) == both


@pytest.mark.parametrize("bad", [(3, 3), (-1, 2), (0, 99), (4, 2)])
def test_bad_spans_are_refused(bad: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="spans"):
        split("ein Text", [Span(*bad, Label.PERSON)], key=KEY)


def test_overlapping_spans_are_refused() -> None:
    with pytest.raises(ValueError, match="spans"):
        split("ein Text", [Span(0, 5, Label.PERSON), Span(4, 8, Label.ORG)], key=KEY)


def test_an_edited_description_is_not_rehydrated() -> None:
    done = split("Max Muster", [Span(0, 10, Label.PERSON)], key=KEY)
    with pytest.raises(UserError, match="description_changed"):
        rehydrate(done.description + " ", done)
    assert isinstance(replace(done, literals=()), Split)
