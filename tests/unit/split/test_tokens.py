"""Tokens in replies: what is forgiven, what is not, and one state for every token."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Label, TokenState
from desktop.split.tokens import find_tokens, make_token, package_key

KEY = package_key(b"k" * 32, "TW-0000000000")
OTHER_KEY = package_key(b"k" * 32, "TW-1111111111")
NAME = make_token(KEY, Label.PERSON, 1, "de")
NAME_10 = make_token(KEY, Label.PERSON, 10, "de")
PHONE = make_token(KEY, Label.PHONE, 1, "de")
MAIL = make_token(KEY, Label.EMAIL, 2, "de")
DEVICE = make_token(KEY, Label.MAC, 1, "de")
C = PHONE[-4:-1]

R, M, D = TokenState.RESTORED, TokenState.MISSING, TokenState.REPEATED
A, F = TokenState.ALTERED, TokenState.FOREIGN


def states(reply: str, *issued: str) -> list[tuple[str, TokenState]]:
    return [(s.token, s.state) for s in find_tokens(reply, issued, key=KEY)]


# text with {} for nothing: (why, reply, the exact stretch that is the token)
FORGIVEN = [
    ("as issued", f"Tel. {PHONE} an", PHONE),
    ("lower case", f"[telefon-1-{C.lower()}]", None),
    ("capitalised", f"[Telefon-1-{C}]", None),
    ("blanks at dashes", f"[TELEFON - 1 - {C}]", None),
    ("blanks in brackets", f"[ TELEFON-1-{C} ]", None),
    ("no-break blanks", f"[TELEFON\xa0-\u202f1-{C}]", None),
    ("zero-width", f"[TELE\u200bFON-1\ufeff-{C}]", None),
    ("soft hyphen", f"[TELE\xadFON-1-{C}]", None),
    ("en dash", f"[TELEFON–1–{C}]", None),
    ("em dash", f"[TELEFON—1—{C}]", None),
    ("no-break hyphen", f"[TELEFON\u20111\u2011{C}]", None),
    ("minus sign", f"[TELEFON−1−{C}]", None),
    ("underscore", f"[TELEFON_1_{C}]", None),
    ("blanks for dashes", f"[TELEFON 1 {C}]", None),
    ("first dash lost", f"[TELEFON1-{C}]", None),
    ("bold inside", f"[**TELEFON-1-{C}**]", None),
    ("code inside", f"[`TELEFON-1-{C}`]", None),
    ("quotes inside", f"[„TELEFON-1-{C}“]", None),
    ("full-width brackets", f"［TELEFON-1-{C}］", None),
    ("full-width all", "［ＴＥＬＥＦＯＮ－１－" + C + "］", None),
    ("lenticular brackets", f"【TELEFON-1-{C}】", None),
    ("Markdown escape", f"\\[TELEFON\\-1\\-{C}\\]", None),
    ("entities for brackets", f"&#91;TELEFON-1-{C}&#93;", None),
    ("named entities", f"&lsqb;TELEFON&#8209;1&#x2011;{C}&rsqb;", None),
    ("entity blanks", f"[TELEFON-1-&nbsp;{C}]", None),
    ("entity soft hyphen", f"[TELE&shy;FON-1-{C}]", None),
    ("wrapped at a dash", f"[TELEFON-\n1-{C}]", None),
    ("wrapped in a quote", f"> siehe [TELEFON-1-\n> > {C}] bitte", f"[TELEFON-1-\n> > {C}]"),
    ("wrapped in the word", f"[TELE\r\n  FON-1-{C}]", None),
    ("wrapped quoted-printable", f"[TELEFON-1=\n-{C}]", None),
    ("without brackets", f"TELEFON-1-{C}", None),
    ("without brackets, in a sentence", f"Nummer Telefon-1-{C}, danke", f"Telefon-1-{C}"),
    ("round brackets", f"(TELEFON-1-{C})", f"TELEFON-1-{C}"),
    ("other words in the brackets", f"[siehe TELEFON-1-{C} bitte]", f"TELEFON-1-{C}"),
    ("inflected", f"des {PHONE}s", PHONE),
    ("in bold", f"**{PHONE}**", PHONE),
    ("in wiki brackets", f"[{PHONE}]", PHONE),
    ("as a path", f"C:\\{PHONE}\\Desktop", PHONE),
    ("as a link", f"{PHONE}(tel:1)", PHONE),
    ("word translated", f"[PHONE-1-{C}]", None),
    ("after an open bracket", f"[siehe {PHONE}", PHONE),
    ("closing bracket lost", f"siehe [TELEFON-1-{C}, danke", f"[TELEFON-1-{C}"),
    ("opening bracket lost", f"siehe TELEFON-1-{C}] danke", f"TELEFON-1-{C}]"),
    ("bracket with partner", f"[TELEFON-1-{C} anrufen]", f"TELEFON-1-{C}"),
    ("bracket with partner before", f"[ruf TELEFON-1-{C}]", f"TELEFON-1-{C}"),
    ("in a link", f"tel:%5BTELEFON-1-{C}%5d", f"%5BTELEFON-1-{C}%5d"),
    ("after surrogates", f"\ud800\U0001f600{PHONE}", PHONE),
]


@pytest.mark.parametrize(("why", "reply", "stretch"), FORGIVEN, ids=[f[0] for f in FORGIVEN])
def test_forgiven(why: str, reply: str, stretch: str | None) -> None:
    (seen,) = find_tokens(reply, [PHONE], key=KEY)
    assert (seen.token, seen.state) == (PHONE, R)
    assert reply[seen.start : seen.end] == (stretch or reply)


def test_words_that_people_correct() -> None:
    assert states(MAIL.replace("EMAIL", "E-Mail"), MAIL) == [(MAIL, R)]
    assert states(MAIL.replace("EMAIL", "E–Mail")[1:-1], MAIL) == [(MAIL, R)]
    for spelling in ("GERÄT", "Gerät", "GERA\u0308T", "gerät"):
        assert states(DEVICE.replace("GERAET", spelling), DEVICE) == [(DEVICE, R)]


def test_look_alikes_of_digits_in_the_check_characters() -> None:
    number = next(
        n for n in range(1, 999) if {"0", "1"} & set(make_token(KEY, Label.ORG, n, "de")[-4:-1])
    )
    token = make_token(KEY, Label.ORG, number, "de")
    sloppy = token[:-4] + token[-4:].replace("0", "O").replace("1", "l")
    assert states(sloppy, token) == [(token, R)]


WRONG = "AAA" if C != "AAA" else "BBB"
NOT_FORGIVEN = [
    ("wrong check", f"[TELEFON-1-{WRONG}]", A),
    ("check cut", f"[TELEFON-1-{C[:2]}]", A),
    ("check grown", f"[TELEFON-1-{C}s]", A),
    ("check gone", "[TELEFON-1]", A),
    ("other word", f"[RUFNUMMER-1-{C}]", A),
    ("not found at all", "Guten Tag", M),
    ("wrong check without brackets", f"TELEFON-1-{WRONG}", A),
    ("part of a word", f"XTELEFON-1-{C}", M),
    ("leading zero", f"[TELEFON-01-{C}]", M),
    ("number swapped with check", f"[TELEFON-{C}-1]", M),
    ("endless number", f"[TELEFON-{'1' * 5000}-{C}]", M),
    ("template", "Sehr geehrter [Name], [Telefon]", M),
]


@pytest.mark.parametrize(("why", "reply", "state"), NOT_FORGIVEN, ids=[n[0] for n in NOT_FORGIVEN])
def test_not_forgiven(why: str, reply: str, state: TokenState) -> None:
    seen = [s for s in find_tokens(reply, [PHONE], key=KEY) if s.token == PHONE]
    assert [s.state for s in seen] == [state]
    assert (seen[0].start == -1) == (state is M)


def test_prefixes_are_kept_apart() -> None:
    assert states(NAME_10, NAME, NAME_10) == [(NAME_10, R), (NAME, M)]
    assert states(f"{NAME} {NAME_10}", NAME, NAME_10) == [(NAME, R), (NAME_10, R)]


def test_repeated_and_quoted() -> None:
    reply = f"{NAME} und {NAME}\n> {NAME}"
    assert states(reply, NAME) == [(NAME, D)] * 3
    quote = (reply.index("\n>"), len(reply))
    own = f"{NAME}" + reply[quote[0] :]
    seen = find_tokens(own, [NAME], key=KEY, quoted=[(len(NAME), len(own))])
    assert [s.state for s in seen] == [R, R]
    only = find_tokens(reply, [NAME], key=KEY, quoted=[(0, len(reply))])
    assert {s.state for s in only} == {R}


def test_foreign() -> None:
    theirs = make_token(OTHER_KEY, Label.PERSON, 7, "de")
    assert states(f"{theirs} {NAME}", NAME) == [(theirs, F), (NAME, R)]
    assert states(f"[KUNDE-3-ABC] {NAME}", NAME) == [("[KUNDE-3-ABC]", F), (NAME, R)]
    # The issued token is there, so a damaged twin stands for something else.
    twin = "[NAME-1]"
    assert states(f"{NAME} {twin}", NAME) == [(NAME, R), (twin, F)]
    # Without brackets it is more likely to be ordinary text.
    assert states(f"{NAME} name-1-und", NAME) == [(NAME, R)]
    # Genuine by its check characters, but of no mark of this package.
    stray = make_token(KEY, Label.PERSON, 3, "de")
    assert states(stray, NAME) == [(stray, F), (NAME, M)]


@pytest.mark.parametrize("harmless", ["[Link 2]", "[1]", "[siehe Anhang]", "[ABC-12-3456]", "a[0]"])
def test_brackets_that_are_no_tokens(harmless: str) -> None:
    assert states(harmless) == []


def test_literals_of_the_original_are_not_reported() -> None:
    assert find_tokens("[NAME-9-XXX]", [], key=KEY, literals=["[NAME-9-XXX]"]) == ()
    assert states("[NAME-9-XXX]") == [("[NAME-9-XXX]", F)]


def test_a_wrong_key_restores_nothing() -> None:
    assert {s.state for s in find_tokens(NAME, [NAME], key=OTHER_KEY)} == {A}


JUNK = st.sampled_from(
    [NAME, PHONE, NAME[:-1], NAME[1:], "[", "]", "-", "1", "NAME", "\n> ", " ", "&#91;", "&", ";",
     "\\", "–", "\u200b", "\ud800", "𝔘", "e", f"[TELEFON-1-{WRONG}]"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(JUNK, max_size=25).map("".join))
def test_every_token_has_exactly_one_state_and_places_are_disjoint(reply: str) -> None:
    issued = [NAME, PHONE, MAIL]
    seen = find_tokens(reply, issued, key=KEY)
    for token in issued:
        assert len({s.state for s in seen if s.token == token}) == 1
    places = [s for s in seen if s.state is not M]
    assert all(0 <= s.start < s.end <= len(reply) for s in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert seen[len(places) :] == tuple(s for s in seen if s.state is M)


@pytest.mark.parametrize(
    "hostile",
    ["[" * 300_000, "[a" * 150_000, "[NAME-1-" * 40_000, "[" + "NAME-1-7KQ " * 30_000,
     "NAME-" * 60_000, "&#91;" * 60_000, "[" + "\n> " * 100_000, "[" + "&#8209;" * 40_000 + "]"],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_replies_take_linear_time(hostile: str) -> None:
    started = time.process_time()
    find_tokens(hostile, [NAME], key=KEY)
    assert time.process_time() - started < 5


def test_a_random_check_rarely_fits() -> None:
    rng = random.Random(7)
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    tries = [f"[NAME-1-{''.join(rng.choices(alphabet, k=3))}]" for _ in range(2000)]
    hits = sum(states(text, NAME) == [(NAME, R)] for text in tries)
    assert hits <= 2
