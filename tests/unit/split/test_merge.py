"""Merging: values where tokens are certain, the vendor's words everywhere else."""

from __future__ import annotations

from desktop.domain import Label, Mention, Person, Span, TokenState
from desktop.split.merge import merge_reply, values_of
from desktop.split.split import split
from desktop.split.tokens import make_token, package_key

KEY = package_key(b"k" * 32, "TW-0000000000")
NAME = make_token(KEY, Label.PERSON, 1, "de")
PHONE = make_token(KEY, Label.PHONE, 1, "de")
VALUES = {NAME: "Max Muster", PHONE: "0591 804421"}


def test_a_clean_reply() -> None:
    merge = merge_reply(f"Hallo {NAME}s Gerät, Tel. {PHONE}.", [NAME, PHONE], VALUES, key=KEY)
    assert merge.text == "Hallo Max Musters Gerät, Tel. 0591 804421."
    assert not merge.needs_human
    assert merge.states == {NAME: TokenState.RESTORED, PHONE: TokenState.RESTORED}
    assert [piece.token for piece in merge.pieces] == [None, NAME, None, PHONE, None]
    assert "".join(piece.text for piece in merge.pieces) == merge.text


def test_what_needs_a_human() -> None:
    missing = merge_reply(f"Hallo {NAME}", [NAME, PHONE], VALUES, key=KEY)
    assert missing.text == "Hallo Max Muster"
    assert missing.needs_human
    damaged = merge_reply(f"{NAME} [TELEFON-1]", [NAME, PHONE], VALUES, key=KEY)
    assert damaged.text == "Max Muster [TELEFON-1]"
    assert damaged.pieces[-1].state is TokenState.ALTERED
    twice = merge_reply(NAME * 2, [NAME], VALUES, key=KEY)
    assert twice.text == "Max Muster" * 2
    assert twice.needs_human
    valueless = merge_reply(NAME, [NAME], {}, key=KEY)
    assert valueless.text == NAME
    assert valueless.needs_human


def test_values_are_not_searched_again() -> None:
    tricky = {NAME: PHONE, PHONE: NAME}
    assert merge_reply(f"{NAME} {PHONE}", [NAME, PHONE], tricky, key=KEY).text == f"{PHONE} {NAME}"


def test_an_empty_reply() -> None:
    merge = merge_reply("", [NAME], VALUES, key=KEY)
    assert (merge.text, merge.pieces, merge.needs_human) == ("", (), True)
    assert not merge_reply("Danke", [], {}, key=KEY).needs_human


def test_values_for_answers() -> None:
    text = "Muster hier. Gruß, Max Muster, a@x.example"
    spans = [Span(0, 6, Label.PERSON), Span(19, 29, Label.PERSON), Span(31, 42, Label.EMAIL)]
    mentions = tuple(Mention(span, "test") for span in spans)
    persons = [Person(1, "Max Muster", mentions)]
    done = split(text, spans, key=KEY, persons=persons)
    assert list(values_of(done.entries, persons).values()) == ["Max Muster", "a@x.example"]
    assert list(values_of(done.entries).values()) == ["Muster", "a@x.example"]
