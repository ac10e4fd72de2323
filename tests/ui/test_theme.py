"""Contrast of every colour pair in use, and label styles that do not rest on colour alone."""

from dataclasses import fields

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain import Label
from desktop.ui.theme import (
    FAMILIES,
    MIN_CONTRAST,
    MIN_GRAPHIC_CONTRAST,
    PALETTES,
    SHAPES,
    Mode,
    Palette,
    Theme,
    contrast,
    label_style,
    luminance,
    mix,
)

TEXT_PAIRS = [
    (ink, ground)
    for ink in ("text", "muted")
    for ground in ("window", "base", "raised", "hover", "accent_soft")
]
TEXT_PAIRS += [("accent", ground) for ground in ("window", "base", "raised", "hover")]
TEXT_PAIRS += [("on_accent", "accent"), ("base", "text")]
TEXT_PAIRS += [
    (tone, ground)
    for tone in ("danger", "warning", "success")
    for ground in ("window", "base", "raised", tone + "_soft")
]
TEXT_PAIRS += [("text", tone + "_soft") for tone in ("danger", "warning", "success")]
TEXT_PAIRS += [("muted", tone + "_soft") for tone in ("danger", "warning", "success")]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_reads_on_its_ground(mode: Mode, ink: str, ground: str) -> None:
    palette = PALETTES[mode]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= MIN_CONTRAST


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("ink", ["edge", "focus", "accent"])
@pytest.mark.parametrize("ground", ["window", "base", "raised"])
def test_outlines_of_controls_are_seen(mode: Mode, ink: str, ground: str) -> None:
    palette = PALETTES[mode]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= MIN_GRAPHIC_CONTRAST


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("label", Label)
def test_marked_text_and_letters_read(mode: Mode, label: Label) -> None:
    palette, style = PALETTES[mode], label_style(label, mode)
    assert len({style.tint, style.strong, palette.base}) == 3
    assert contrast(palette.muted, style.tint) >= MIN_CONTRAST
    for ground in (style.tint, style.strong):
        assert contrast(palette.text, ground) >= MIN_CONTRAST
        assert contrast(style.ink, ground) >= MIN_CONTRAST
    assert contrast(style.ink, palette.base) >= MIN_CONTRAST


def test_every_label_has_a_family_and_every_family_its_own_shape() -> None:
    assert set(FAMILIES) == set(Label)
    assert len(set(SHAPES.values())) == len(SHAPES)


@pytest.mark.parametrize("mode", Mode)
def test_colours_are_written_in_full(mode: Mode) -> None:
    for field in fields(Palette):
        value = getattr(PALETTES[mode], field.name)
        assert len(value) == 7
        assert value[0] == "#"
        int(value[1:], 16)


def test_contrast_formula_matches_the_standards_examples() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ffffff") == pytest.approx(1)
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_changing_the_mode_restyles_and_tells(qapp: QApplication, qtbot) -> None:
    theme = Theme(Mode.LIGHT)
    theme.apply(qapp)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert qapp.palette().base().color().name() == PALETTES[Mode.DARK].base
    assert theme.dark
    assert theme.label(Label.PERSON) == label_style(Label.PERSON, Mode.DARK)
    theme.set_mode(Mode.LIGHT)
