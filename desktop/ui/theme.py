"""Colours, sizes and fonts of the whole window: light, dark and high contrast.

Everything visible takes its colours from ``Theme.palette`` and its distances from ``UNIT``, so
that no widget invents its own. Label colours are the set of Okabe and Ito ("Color Universal
Design", 2008), which people with colour-vision deficiency can tell apart; a mark also carries
its letter and an underline shape, so colour is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.domain import Label

UNIT = 8  # the grid, in device-independent pixels
MIN_CONTRAST = 4.5  # WCAG 2.2, text
MIN_GRAPHIC_CONTRAST = 3.0  # WCAG 2.2, borders of controls and other graphics


class Mode(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Shape(StrEnum):
    """How a mark is underlined; one shape a label family."""

    SOLID = "solid"
    DOUBLE = "double"
    DASH = "dash"
    DOT = "dot"
    WAVE = "wave"
    DASH_DOT = "dash_dot"
    THICK = "thick"
    BRACKET = "bracket"


class TextSize(StrEnum):
    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Palette:
    """Named colours as ``#rrggbb``; the names say the use, not the colour."""

    window: str
    base: str  # behind text
    raised: str  # bars, cards, menus
    border: str  # between panels; decoration only
    edge: str  # outline of controls, at least 3:1
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str  # selected rows
    hover: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    focus: str


PALETTES: dict[Mode, Palette] = {
    Mode.LIGHT: Palette(
        window="#f4f5f8",
        base="#ffffff",
        raised="#fbfbfd",
        border="#d8dce4",
        edge="#838c9b",
        text="#1a1f28",
        muted="#566072",
        accent="#4448c2",
        on_accent="#ffffff",
        accent_soft="#e7e8fb",
        hover="#eceef4",
        danger="#b3261e",
        danger_soft="#fcebe9",
        warning="#835000",
        warning_soft="#fff2d9",
        success="#1a6b3a",
        success_soft="#e2f4e8",
        focus="#4448c2",
    ),
    Mode.DARK: Palette(
        window="#15171d",
        base="#1b1e25",
        raised="#20242c",
        border="#343a46",
        edge="#727d8f",
        text="#e6e9ef",
        muted="#a4adbc",
        accent="#a9adff",
        on_accent="#14163c",
        accent_soft="#2d3158",
        hover="#282d37",
        danger="#ff9b92",
        danger_soft="#43211f",
        warning="#f4bf6a",
        warning_soft="#3a2d14",
        success="#7dd6a0",
        success_soft="#1a3626",
        focus="#a9adff",
    ),
    Mode.CONTRAST: Palette(
        window="#000000",
        base="#000000",
        raised="#000000",
        border="#ffffff",
        edge="#ffffff",
        text="#ffffff",
        muted="#e6e6e6",
        accent="#ffe94a",
        on_accent="#000000",
        accent_soft="#3a3500",
        hover="#262626",
        danger="#ff9b92",
        danger_soft="#330000",
        warning="#ffc861",
        warning_soft="#2e2000",
        success="#7dffb0",
        success_soft="#002e14",
        focus="#ffe94a",
    ),
}


class Family(StrEnum):
    """Groups of labels that share a colour and an underline shape; the letter tells them apart."""

    PERSON = "person"
    CONTACT = "contact"
    PLACE = "place"
    MONEY = "money"
    NUMBER = "number"
    ACCESS = "access"
    DEVICE = "device"
    CONTEXT = "context"


FAMILIES: dict[Label, Family] = {
    Label.PERSON: Family.PERSON,
    Label.DATE_OF_BIRTH: Family.PERSON,
    Label.EMAIL: Family.CONTACT,
    Label.PHONE: Family.CONTACT,
    Label.ADDRESS: Family.PLACE,
    Label.LOCATION: Family.PLACE,
    Label.IBAN: Family.MONEY,
    Label.CREDIT_CARD: Family.MONEY,
    Label.ID_NUMBER: Family.NUMBER,
    Label.LICENSE_PLATE: Family.NUMBER,
    Label.USERNAME: Family.ACCESS,
    Label.PASSWORD: Family.ACCESS,
    Label.IP: Family.DEVICE,
    Label.MAC: Family.DEVICE,
    Label.URL: Family.DEVICE,
    Label.ORG: Family.CONTEXT,
    Label.DATE: Family.CONTEXT,
    Label.OTHER: Family.CONTEXT,
}

OKABE_ITO: dict[Family, str] = {
    Family.PERSON: "#0072b2",  # blue
    Family.CONTACT: "#009e73",  # bluish green
    Family.PLACE: "#e69f00",  # orange
    Family.MONEY: "#d55e00",  # vermillion
    Family.NUMBER: "#cc79a7",  # reddish purple
    Family.ACCESS: "#f0e442",  # yellow
    Family.DEVICE: "#56b4e9",  # sky blue
    Family.CONTEXT: "#7f7f7f",  # stands for black, which is the text's own colour
}

SHAPES: dict[Family, Shape] = {
    Family.PERSON: Shape.SOLID,
    Family.CONTACT: Shape.DASH,
    Family.PLACE: Shape.WAVE,
    Family.MONEY: Shape.DOUBLE,
    Family.NUMBER: Shape.DASH_DOT,
    Family.ACCESS: Shape.THICK,
    Family.DEVICE: Shape.DOT,
    Family.CONTEXT: Shape.BRACKET,
}

_FUSION = "trennwerkFusion"  # property of the application: the style is set already
_TINT = {Mode.LIGHT: 0.20, Mode.DARK: 0.26, Mode.CONTRAST: 0.30}
_STRONGER = {Mode.LIGHT: 2.0, Mode.DARK: 1.5, Mode.CONTRAST: 1.5}  # the current mark


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How a label looks: ``ink`` reads at 4.5:1 on ``tint`` and on the text's ground."""

    ink: str
    tint: str
    strong: str  # ground of the current mark
    shape: Shape


def luminance(colour: str) -> float:
    """Relative luminance in [0, 1] of ``#rrggbb`` (WCAG 2.2)."""
    channels = []
    for at in (1, 3, 5):
        value = int(colour[at : at + 2], 16) / 255
        channels.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio in [1, 21] (WCAG 2.2)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(ground: str, colour: str, share: float) -> str:
    """``colour`` laid over ``ground`` with opacity ``share``."""
    parts = (
        round(int(ground[at : at + 2], 16) * (1 - share) + int(colour[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def readable(colour: str, grounds: tuple[str, ...], towards: str) -> str:
    """``colour`` moved just so far ``towards`` black or white that it reads on all grounds."""
    for step in range(21):
        candidate = mix(colour, towards, step / 20)
        if all(contrast(candidate, ground) >= MIN_CONTRAST for ground in grounds):
            return candidate
    return towards


def ground(base: str, colour: str, share: float, inks: tuple[str, ...]) -> str:
    """``colour`` laid over ``base`` with ``share`` or as much less as all ``inks`` need to read."""
    for step in range(20):
        candidate = mix(base, colour, share * (1 - step / 20))
        if all(contrast(ink, candidate) >= MIN_CONTRAST for ink in inks):
            return candidate
    return base


def label_style(label: Label, mode: Mode) -> LabelStyle:
    family = FAMILIES[label]
    palette = PALETTES[mode]
    colour = OKABE_ITO[family]
    share = _TINT[mode]
    tint = ground(palette.base, colour, share, (palette.text, palette.muted))
    strong = ground(palette.base, colour, share * _STRONGER[mode], (palette.text,))
    towards = "#000000" if mode is Mode.LIGHT else "#ffffff"
    ink = readable(colour, (palette.base, tint, strong), towards)
    return LabelStyle(ink, tint, strong, SHAPES[family])


class Theme(QObject):
    """The look in use. Widgets read ``palette``, ``label`` and ``font`` and follow ``changed``."""

    changed = Signal()

    def __init__(self, mode: Mode = Mode.LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self._labels = _styles(mode)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def palette(self) -> Palette:
        return PALETTES[self._mode]

    @property
    def dark(self) -> bool:
        return self._mode is not Mode.LIGHT

    def set_mode(self, mode: Mode) -> None:
        """Change the look of the running program."""
        if mode is self._mode:
            return
        self._mode = mode
        self._labels = _styles(mode)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        self.changed.emit()

    def label(self, label: Label) -> LabelStyle:
        return self._labels[label]

    def color(self, name: str) -> QColor:
        """The palette's colour ``name`` (a field of ``Palette``) for painting."""
        return QColor(getattr(self.palette, name))

    def apply(self, application: QApplication) -> None:
        """Give the application this look: Fusion, palette roles and the style sheet."""
        from desktop.ui.stylesheet import stylesheet

        # Qt takes four times as long to change a sheet as to take it off and put another on.
        application.setStyleSheet("")
        if not application.property(_FUSION):
            application.setStyle("Fusion")
            application.setProperty(_FUSION, True)
        application.setPalette(qt_palette(self.palette))
        application.setStyleSheet(stylesheet(self.palette, self._mode.value))


def system_mode() -> Mode:
    """The desktop's own choice of light or dark."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return Mode.DARK if scheme == Qt.ColorScheme.Dark else Mode.LIGHT


def font(size: TextSize = TextSize.NORMAL, *, bold: bool = False) -> QFont:
    """The system font in one of three sizes; all sizes follow what the user set in the system."""
    result = QFont(QApplication.font())
    factor = {TextSize.SMALL: 0.88, TextSize.NORMAL: 1.0, TextSize.LARGE: 1.3}[size]
    if result.pointSizeF() > 0:
        result.setPointSizeF(result.pointSizeF() * factor)
    else:
        result.setPixelSize(round(result.pixelSize() * factor))
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def icon_size() -> QSize:
    """Square icons as high as the text's line, on the grid."""
    height = QFontMetrics(QApplication.font()).height()
    side = max(16, round(height / UNIT) * UNIT)
    return QSize(side, side)


def qt_palette(colours: Palette) -> QPalette:
    """The palette's colours on Qt's roles, for everything that Fusion draws itself."""
    result = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Light, colours.hover),
        (role.Midlight, colours.border),
        (role.Mid, colours.border),
        (role.Dark, colours.edge),
        (role.Shadow, colours.edge),
    ):
        result.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.edge))
    return result


def _styles(mode: Mode) -> dict[Label, LabelStyle]:
    return {label: label_style(label, mode) for label in Label}
