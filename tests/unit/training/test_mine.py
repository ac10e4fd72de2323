"""Names found by how words stand in mail."""

from __future__ import annotations

import pytest

pytest.importorskip("tokenizers", reason="the training road needs the 'train' extra")

from hypothesis import given
from hypothesis import strategies as st

from desktop.detect.lexicon import FIELDS, Lexicon
from models.training.mine import Stands, count, names

KNOWN = {
    "anna": (3, 0, 0, 0, 0, 4, 0),
    "gründen": (0, 0, 0, 0, 0, 5, 0),
    "kirchen": (0, 0, 2, 0, 0, 5, 0),
}
FIELD = {name: place for place, (name, _) in enumerate(FIELDS)}


def found(*texts: str) -> dict[str, tuple[int, ...]]:
    lexicon = Lexicon.build(KNOWN)
    return dict(names(count(texts, lexicon), lexicon))


@pytest.mark.parametrize(
    ("texts", "word", "field", "value"),
    [
        # villages without an article
        (("Wir wohnen in Ebratsweiler.", "nach Ebratsweiler, bitte"), "ebratsweiler", "town", 2),
        (("in Ebratsweiler", "aus Ebratsweiler", "ein Ebratsweiler"), "ebratsweiler", "town", 0),
        (("in Ordnung", "nach Ordnung der Dinge", "in der Ordnung"), "ordnung", "town", 0),
        (("nach links", "in Links", "nach links"), "links", "town", 0),  # mostly small
        (("in Ebratsweiler",), "ebratsweiler", "town", 0),  # once is chance
        (("aus Kostengründen",) * 9, "kostengründen", "town", 0),  # ends in a common noun
        (("aus Kostengründen", "in Kostengründen"), "kostengründen", "town", 2),
        (("aus Altenkirchen",) * 9, "altenkirchen", "town", 2),  # ends in a town's name
        (("nach Mexico", "in Mexico") * 60, "mexico", "town", 2),
        (("nach Mexico", "in Mexico") * 61, "mexico", "town", 0),  # a country
        # surnames behind a given name or a title
        (("Anna Oltrop", "Herr Oltrop rief an"), "oltrop", "surname", 1),
        (("Anna, Oltrop", "Frau. Oltrop"), "oltrop", "surname", 0),  # not next to each other
        (("Anna Oltrop", "Herr Oltrop", *["Oltrop"] * 6), "oltrop", "surname", 0),  # too rarely
    ],
)
def test_a_name_is_told_by_where_it_stands(
    texts: tuple[str, ...], word: str, field: str, value: int
) -> None:
    values = found(*texts).get(word, (0,) * len(FIELDS))
    assert values[FIELD[field]] == value


def test_what_lists_know_is_kept() -> None:
    lexicon = Lexicon.build({"anna": KNOWN["anna"], "essen": (0, 1, 0, 0, 0, 6, 2)})
    more = lexicon.with_words(dict(names(count(["in Essen", "aus Essen"], lexicon), lexicon)))
    assert more.look_up("essen") == (0, 1, 2, 0, 0, 6, 2)
    assert more.look_up("anna") == KNOWN["anna"]
    assert len(more) == 2


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_place_is_counted_twice(texts: list[str]) -> None:
    for entry in count(texts, Lexicon.build(KNOWN)).values():
        assert sum(entry[Stands.SMALL :]) <= entry[Stands.ANYWHERE]
