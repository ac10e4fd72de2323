"""Offsets: code points against UTF-16 units, and the original against the description."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.textmap import Ranges, TextMap, display

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS)
def test_units_are_those_of_utf16(text: str) -> None:
    mapping = TextMap(text)
    for point in range(len(text) + 1):
        unit = mapping.to_units(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert mapping.to_point(unit) == point
    assert mapping.units == mapping.to_units(len(text))


def test_a_unit_inside_a_pair_belongs_to_its_character() -> None:
    mapping = TextMap("a😀b")
    assert [mapping.to_point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
    assert mapping.to_units(99) == 4
    assert mapping.to_point(-5) == 0


@given(st.text(max_size=80))
def test_what_is_shown_has_the_same_length_and_lines(text: str) -> None:
    shown = display(text)
    assert len(shown) == len(text)
    assert shown.count("\n") == text.count("\n")
    assert not set(shown) & set("\x00\r\u2028\u2029\ufdd0\ufdd1\u202e")
    shown.encode("utf-16")  # no lone surrogates


def test_offsets_follow_the_replaced_stretches() -> None:
    # "Herr Max Muster ruft an" -> "Herr [NAME-1-7KQ] ruft an"
    ranges = Ranges([((5, 15), (5, 17))])
    assert ranges.to_description(3) == 3
    assert ranges.to_description(9) == 5
    assert ranges.to_description(15) == 17
    assert ranges.to_original(17) == 15
    assert ranges.to_original(8) == 5
    assert Ranges([]).to_original(7) == 7
