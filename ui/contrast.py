"""The look where the system asks for high contrast: the system's own colours, and next to no style sheet."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from PySide6.QtGui import QPalette

_GROUNDS = ("canvas", "frame", "surface", "sunken", "hover", "accent_soft", "pill", "track", "on_toast", "toast_link")
_SOFT = ("good_soft", "warn_soft", "bad_soft", "marketing_soft", "sales_soft")
_INKS = ("line", "edge", "text", "muted", "faint", "good", "warn", "bad", "marketing", "sales", "scroll", "toast")
_SHEET = Template(
    """
QWidget#page, QWidget#columns { background: palette(window); }
QPushButton, QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QPlainTextEdit, QToolButton {
    border: 1px solid palette(window-text); border-radius: 6px; padding: 0 8px; min-height: 26px;
    background: palette(window); color: palette(window-text); }
QPushButton:focus, QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QPlainTextEdit:focus, QToolButton:focus {
    border: 3px solid palette(highlight); padding: 0 6px; min-height: 22px; }
QPushButton:checked, QPushButton#primary { background: palette(highlight); color: palette(highlighted-text); }
QToolButton { padding: 2px; min-height: 20px; }
QLineEdit QToolButton { border: none; padding: 0; min-height: 0; }
QFrame#palette, QFrame#panel, QFrame#choices { background: palette(window); border: 2px solid palette(window-text); }
QFrame#toast { background: palette(window-text); border: 2px solid palette(window); }
QFrame#toast QLabel, QFrame#toast QPushButton { background: transparent; color: palette(window); }
QFrame#bar, QFrame#refusal, QFrame#conflict, QFrame#choice, QFrame#card {
    background: palette(window); border: 1px solid palette(window-text); }
QLineEdit[wrong="true"] { border: 3px solid palette(window-text); }
QPushButton#find, QPushButton#bell, QPushButton#me, QPushButton#nav, QPushButton#step {
    border: none; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { border: none; background: transparent; width: 20px;
    subcontrol-origin: border; margin: 2px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow { image: url("$icons/step-up-$ground.svg");
    width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow {
    image: url("$icons/drop-down-$ground.svg"); width: 12px; height: 12px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; background: transparent; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/drop-down-$ground.svg"); width: 14px; height: 14px; }
QCheckBox::indicator, QAbstractItemView::indicator, QRadioButton::indicator { width: 14px; height: 14px;
    border: 2px solid palette(window-text); background: palette(window); }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: palette(highlight);
    image: url("$icons/$tick.svg"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid palette(window-text); }
"""
)
"""Only what would have no ground or edge without it, in the palette's own roles."""


def text(icons: Path, *, is_dark: bool) -> str:
    """Return the style sheet on a dark or a light ground; `icons` is the folder of the drawings."""
    ground = "on-dark" if is_dark else "on-light"
    tick = "tick-on-light" if is_dark else "tick-on-dark"  # it stands on what is chosen, the ground's opposite
    return _SHEET.substitute(icons=icons.as_posix(), ground=ground, tick=tick)


def colours(palette: QPalette) -> Mapping[str, str]:
    """Return the colours of all tokens by a palette: what lies below is ground, what stands on it ink."""
    roles = QPalette.ColorRole
    ground, ink = (palette.color(role).name() for role in (roles.Window, roles.WindowText))
    chosen, on_chosen = (palette.color(role).name() for role in (roles.Highlight, roles.HighlightedText))
    found = dict.fromkeys((*_GROUNDS, *_SOFT), ground) | dict.fromkeys(_INKS, ink)
    return found | {
        "accent": chosen,
        "accent_hover": chosen,
        "on_accent": on_chosen,
        "accent_text": ink,
        "shade": f"#00{ground[1:]}",
        "veil": f"#cc{ground[1:]}",
    }


def avatar(palette: QPalette) -> tuple[str, str]:
    """Return the ground and the ink of everybody's initials."""
    return palette.color(QPalette.ColorRole.WindowText).name(), palette.color(QPalette.ColorRole.Window).name()


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette's ground is darker than its ink."""
    roles = QPalette.ColorRole
    return palette.color(roles.Window).lightness() < palette.color(roles.WindowText).lightness()
