"""The look where the system asks for high contrast: the system's own colours, and next to no style sheet."""

from collections.abc import Mapping

from PySide6.QtGui import QPalette

_GROUNDS = ("canvas", "frame", "surface", "sunken", "hover", "accent_soft", "pill", "track", "on_toast", "toast_link")
_SOFT = ("good_soft", "warn_soft", "bad_soft", "marketing_soft", "sales_soft")
_INKS = ("line", "edge", "text", "muted", "faint", "good", "warn", "bad", "marketing", "sales", "scroll", "toast")
SHEET = """
QWidget#page, QWidget#columns { background: palette(window); }
QPushButton, QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit, QToolButton {
    border: 1px solid palette(window-text); border-radius: 6px; padding: 0 8px; min-height: 26px;
    background: palette(window); color: palette(window-text); }
QPushButton:focus, QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QPlainTextEdit:focus, QToolButton:focus {
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
"""
"""Only what would have no ground or edge without it, in the palette's own roles."""


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
