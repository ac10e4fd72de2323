"""The style sheet made from the palette's colours.

Widgets opt in by dynamic properties, set before they are shown:

- ``QPushButton``: ``kind`` = ``primary`` (one a screen), ``quiet`` (no outline), ``danger``;
  without it an outlined button. ``QToolButton`` is always quiet.
- ``QFrame``: ``role`` = ``panel`` (ground of text, no border), ``bar`` (strip with a line below),
  ``footer`` (strip with a line above), ``card`` (rounded outline), ``side`` (side bar).
- inline bars: ``QFrame`` with ``role=notice`` and ``tone`` = info, warning, danger, success.
- ``QLabel``: ``role`` = ``title``, ``heading``, ``muted``, ``error``, ``empty``, ``chip``.
"""

from __future__ import annotations

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.ui.theme import Palette


def stylesheet(colours: Palette, mode: str) -> str:
    """The whole program's style sheet; text sizes follow the system font.

    ``mode`` names the drawn arrows and ticks that fit the colours (``resources/icons/caret-*.svg``,
    ``check-*.svg``).
    """
    caret = (paths.resources() / "icons" / f"caret-{mode}.svg").as_posix()
    check = (paths.resources() / "icons" / f"check-{mode}.svg").as_posix()
    size = QFontInfo(QApplication.font()).pointSizeF()
    return "\n".join(
        (
            _frames(colours),
            _labels(colours, size),
            _buttons(colours),
            _fields(colours, caret),
            _boxes(colours, check),
            _views(colours),
            _menus(colours),
            _scrolling(colours),
        )
    )


def _frames(c: Palette) -> str:
    return f"""
QMainWindow, QDialog, QWizard {{ background: {c.window}; }}
QFrame[role="panel"] {{ background: {c.base}; border: none; }}
QFrame[role="bar"] {{
    background: {c.raised}; border: none; border-bottom: 1px solid {c.border};
}}
QFrame[role="footer"] {{
    background: {c.raised}; border: none; border-top: 1px solid {c.border};
}}
QFrame[role="side"] {{ background: {c.window}; border: none; border-right: 1px solid {c.border}; }}
QFrame[role="card"] {{
    background: {c.base}; border: 1px solid {c.border}; border-radius: 6px;
}}
QFrame[role="popup"] {{
    background: {c.raised}; border: 1px solid {c.edge}; border-radius: 6px;
}}
QFrame[role="notice"] {{ border: none; border-left: 4px solid {c.accent};
    background: {c.accent_soft}; }}
QFrame[role="notice"][tone="warning"] {{ border-left-color: {c.warning};
    background: {c.warning_soft}; }}
QFrame[role="notice"][tone="danger"] {{ border-left-color: {c.danger};
    background: {c.danger_soft}; }}
QFrame[role="notice"][tone="success"] {{ border-left-color: {c.success};
    background: {c.success_soft}; }}
QFrame[role="detail"] {{ background: {c.base}; border: none; }}
QFrame[role="line"] {{ background: {c.border}; border: none; max-height: 1px; min-height: 1px; }}
QSplitter::handle {{ background: {c.border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {c.accent}; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; padding: 4px; }}
QStatusBar {{ background: {c.raised}; border-top: 1px solid {c.border}; }}
QStatusBar::item {{ border: none; }}
QToolBar {{ background: {c.raised}; border: none; border-bottom: 1px solid {c.border};
    padding: 4px 8px; spacing: 4px; }}
"""


def _labels(c: Palette, size: float) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {size * 1.3:.1f}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="muted"], QLabel[role="empty"] {{ color: {c.muted}; }}
QLabel[role="small"] {{ color: {c.muted}; font-size: {size * 0.88:.1f}pt; }}
QLabel[role="error"] {{ color: {c.danger}; }}
QLabel[role="warning"] {{ color: {c.warning}; }}
QLabel[role="success"] {{ color: {c.success}; }}
QLabel[role="chip"] {{ color: {c.muted}; background: {c.hover}; border-radius: 8px;
    padding: 1px 8px; }}
"""


def _buttons(c: Palette) -> str:
    return f"""
QPushButton {{ background: {c.base}; color: {c.text}; border: 1px solid {c.edge};
    border-radius: 4px; padding: 5px 16px; min-height: 20px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:focus {{ border: 2px solid {c.focus}; padding: 4px 15px; }}
QPushButton:disabled {{ color: {c.edge}; border-color: {c.border}; background: transparent; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent};
    border: 1px solid {c.accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {c.text}; color: {c.base};
    border-color: {c.text}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.hover}; color: {c.muted};
    border-color: {c.border}; }}
QPushButton[kind="danger"] {{ color: {c.danger}; border-color: {c.danger}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent;
    color: {c.accent}; padding: 5px 8px; }}
QPushButton[kind="quiet"]:hover {{ background: {c.hover}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {c.focus}; padding: 4px 7px; }}
QPushButton[kind="quiet"]:disabled {{ color: {c.edge}; }}
QPushButton[kind="label"], QPushButton[kind="small"] {{ padding: 3px 8px; text-align: left;
    background: {c.base}; border: 1px solid {c.edge}; }}
QPushButton[kind="small"] {{ text-align: center; }}
QPushButton[kind="label"]:hover, QPushButton[kind="small"]:hover {{ background: {c.hover}; }}
QPushButton[kind="label"]:checked {{ background: {c.accent_soft}; border: 1px solid {c.accent}; }}
QPushButton[kind="label"]:focus, QPushButton[kind="small"]:focus {{
    border: 2px solid {c.focus}; padding: 2px 7px; }}
QPushButton[kind="label"]:disabled, QPushButton[kind="small"]:disabled {{
    border-color: {c.border}; color: {c.edge}; background: transparent; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 4px; color: {c.text}; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.accent_soft}; }}
QToolButton:focus {{ border: 2px solid {c.focus}; padding: 3px; }}
QToolButton:disabled {{ color: {c.edge}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
"""


def _fields(c: Palette, caret: str) -> str:
    return f"""
QLineEdit, QSpinBox, QDateEdit, QComboBox {{ background: {c.base}; color: {c.text};
    border: 1px solid {c.edge}; border-radius: 4px; padding: 4px 8px; min-height: 20px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {c.muted}; }}
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {{
    border: 2px solid {c.focus}; padding: 3px 7px; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {c.edge}; border-color: {c.border}; }}
QLineEdit[invalid="true"] {{ border: 2px solid {c.danger}; padding: 3px 7px; }}
QComboBox {{ padding-right: 0; }}
QComboBox::drop-down {{ border: none; width: 24px; subcontrol-origin: border;
    subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url("{caret}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.edge}; }}
QPlainTextEdit, QTextEdit {{ background: {c.base}; color: {c.text};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; border: none; }}
QPlainTextEdit[role="field"], QTextEdit[role="field"] {{ border: 1px solid {c.edge};
    border-radius: 4px; padding: 4px; }}
QPlainTextEdit[role="field"]:focus, QTextEdit[role="field"]:focus {{
    border: 2px solid {c.focus}; padding: 3px; }}
QProgressBar {{ background: {c.border}; border: none; border-radius: 2px; min-height: 4px;
    max-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
"""


def _boxes(c: Palette, check: str) -> str:
    return f"""
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {c.edge};
    border-radius: 3px; background: {c.base}; }}
QCheckBox::indicator:hover {{ background: {c.hover}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
    image: url("{check}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {c.focus}; width: 12px; height: 12px; }}
QCheckBox::indicator:disabled {{ border-color: {c.border}; }}
"""


def _views(c: Palette) -> str:
    return f"""
QAbstractItemView {{ background: {c.base}; color: {c.text}; border: none; outline: none;
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QAbstractItemView::item:hover {{ background: {c.hover}; }}
QAbstractItemView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QAbstractItemView[role="rows"]::item {{ padding: 4px 8px; }}
QListView[role="rows"]::item {{ padding: 8px 16px; }}
QHeaderView::section {{ background: {c.raised}; color: {c.muted}; border: none;
    border-bottom: 1px solid {c.border}; padding: 4px 8px; }}
QTabBar::tab {{ background: transparent; color: {c.muted}; padding: 8px 16px;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ color: {c.accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {c.border}; }}
"""


def _menus(c: Palette) -> str:
    return f"""
QMenuBar {{ background: {c.raised}; color: {c.text}; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.hover}; }}
QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; padding: 4px 0; }}
QMenu::item {{ padding: 6px 24px 6px 16px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.edge}; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: 4px 0; }}
QMenu::icon {{ padding-left: 8px; }}
"""


def _scrolling(c: Palette) -> str:
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollArea {{ border: none; background: transparent; }}
"""
