"""The style sheet of Qt's own widgets: one for the window, made from the colours of the theme in force."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

_SHEET = Template(
    """
QMainWindow, QWidget#page, QWidget#columns { background: $canvas; }
QWidget#titlebar { background: $frame; border-bottom: 1px solid $line; }
QWidget#sidebar { background: $frame; border-right: 1px solid $line; }
QWidget#details, QScrollArea#details { background: $surface; }
QWidget#detailframe { background: $surface; border-left: 1px solid $line; }
QLabel { background: transparent; }
QLabel#muted { color: $muted; }
QLabel#faint { color: $faint; }
QLabel#problem { color: $bad; }
QLabel#marketing { background: $marketing_soft; color: $marketing; border-radius: 9px; padding: 1px 8px; }
QLabel#sales { background: $sales_soft; color: $sales; border-radius: 9px; padding: 1px 8px; }
QLabel#key { background: $sunken; color: $muted; border: 1px solid $line; border-radius: 4px; padding: 0 5px; }
QFrame#hint { background: $accent_soft; border: none; border-radius: 8px; }
QFrame#rule { background: $line; border: none; max-height: 1px; }
QWidget#sidebarinner, QWidget#panelinner { background: transparent; }
QPushButton#find, QPushButton#bell, QPushButton#me, QPushButton#nav { border: none; padding: 0; min-height: 0;
    background: transparent; }
QFrame#palette, QFrame#panel, QFrame#popover { background: $surface; border: 1px solid $line; border-radius: 12px; }
QLineEdit#palette, QLineEdit#palette:focus { border: none; background: transparent; padding: 0 10px; min-height: 40px; }
QListView#palette { background: transparent; border: none; outline: none; }
QPushButton#line { border: none; background: transparent; text-align: left; padding: 0 4px; min-height: 28px;
    font-weight: 500; }
QPushButton#line:hover { color: $accent_text; }
QPushButton#line:disabled { color: $text; }
QPushButton#line:focus { border: 2px solid $accent; border-radius: 6px; padding: 0 2px; }
QFrame#card { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame#card[chosen="true"] { border: 2px solid $accent; background: $accent_soft; }
QFrame#question { background: $surface; border: 2px solid $warn; border-radius: 12px; }
QFrame#problemcard { background: $bad_soft; border: none; border-radius: 12px; }
QFrame#dropzone { background: $surface; border: 2px dashed $edge; border-radius: 14px; }
QFrame#foot { background: $surface; border: none; border-top: 1px solid $line; }
QLabel#sign { background: $good_soft; border-radius: 9px; padding: 8px; }
QTabBar::tab { background: transparent; border: none; border-bottom: 3px solid transparent; padding: 6px 4px 7px 4px;
    margin-right: 20px; color: $muted; font-weight: 600; }
QTabBar::tab:selected { color: $accent_text; border-bottom: 3px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $text; }
QPushButton#answer { border-radius: 8px; padding: 0; text-align: left; font-weight: 400; }
QPushButton#answer:checked { background: $accent_soft; border: 2px solid $accent; }
QPushButton#tile { border-radius: 12px; padding: 0; min-height: 70px; max-height: 70px; }
QPushButton#tile:checked { background: $accent_soft; border: 2px solid $accent; min-height: 68px; max-height: 68px; }
QPushButton#tile:focus { border: 2px solid $text; padding: 0; min-height: 68px; max-height: 68px; }
QProgressBar { background: $track; border: none; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTableView#importcolumns, QTableView#importrows { border-top: none; border-radius: 10px; }
QPlainTextEdit { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 4px 6px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QFrame#waiting:hover { background: $hover; border-radius: 8px; }
QListWidget#contents { background: transparent; border: none; outline: none; }
QListWidget#contents::item { padding: 7px 8px; border-radius: 6px; }
QListWidget#contents::item:selected { background: $accent_soft; color: $accent_text; }
QMenuBar { background: transparent; padding: 0; spacing: 2px; }
QMenuBar::item { padding: 5px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 14px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $accent_text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QToolTip { background: $toast; color: $on_toast; border: none; padding: 4px 7px; }
QLineEdit { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 0 10px;
    min-height: 30px; selection-background-color: $accent; selection-color: $on_accent; }
QComboBox, QDateEdit, QTimeEdit, QSpinBox, QDoubleSpinBox { background: $surface; border: 1px solid $line;
    border-radius: 8px; padding: 0 8px 0 10px; min-height: 30px; }
QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid $accent;
    padding: 0 7px 0 9px; min-height: 28px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { border: none; background: transparent; width: 22px; height: 13px;
    subcontrol-origin: border; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button { subcontrol-position: top right; margin: 2px; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button { subcontrol-position: bottom right;
    margin: 2px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow { image: url("$icons/step-up.svg"); width: 12px;
    height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow { image: url("$icons/drop-down.svg");
    width: 12px; height: 12px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; background: transparent; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/drop-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; selection-background-color: $accent_soft;
    selection-color: $accent_text; outline: none; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 9px; }
QLineEdit#field { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0 7px;
    min-height: 28px; }
QLineEdit#field:hover { border: 1px solid $line; background: $sunken; }
QLineEdit#field:focus { border: 2px solid $accent; padding: 0 6px; background: $surface; }
QPushButton { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 0 13px; min-height: 30px;
    font-weight: 600; }
QPushButton:hover { background: $hover; }
QPushButton:disabled { color: $faint; }
QPushButton:focus { border: 2px solid $accent; padding: 0 12px; }
QPushButton#primary { background: $accent; color: $on_accent; border: none; padding: 0 14px; min-height: 32px; }
QPushButton#primary:hover { background: $accent_hover; }
QPushButton#primary:disabled { background: $track; color: $faint; }
QPushButton#primary:focus { border: 2px solid $text; padding: 0 12px; min-height: 28px; }
QPushButton#place { background: transparent; border: none; border-radius: 8px; text-align: left; padding: 0 13px;
    min-height: 34px; color: $muted; }
QPushButton#place:hover { background: $hover; }
QPushButton#place:checked { background: $accent_soft; color: $accent_text; }
QPushButton#place:focus { border: 2px solid $accent; padding: 0 11px; min-height: 30px; }
QPushButton#flat { background: transparent; border: none; color: $accent_text; padding: 0 6px; }
QPushButton#flat:hover { background: $accent_soft; }
QPushButton#askback { background: transparent; border: none; padding: 0 8px; }
QPushButton#askback:hover { background: $hover; }
QPushButton#askback:focus { border: 2px solid $accent; padding: 0 6px; }
QPushButton#quiet { background: transparent; border: none; color: $muted; padding: 0 8px; }
QPushButton#quiet:hover { background: $hover; }
QPushButton#quiet:focus { border: 2px solid $accent; padding: 0 6px; min-height: 26px; }
QPushButton#news { background: $accent; color: $on_accent; border: none; border-radius: 14px; padding: 0 14px 0 8px;
    min-height: 28px; }
QPushButton#news:hover { background: $accent_hover; }
QPushButton#news:focus { border: 2px solid $text; padding: 0 12px 0 6px; min-height: 24px; }
QProgressBar#going { background: $track; border: none; border-radius: 4px; }
QProgressBar#going::chunk { background: $accent; border-radius: 4px; }
QFrame#chip { background: $surface; border: 1px solid $line; border-radius: 15px; }
QFrame#chip[on="true"] { background: $accent_soft; border: 1px solid $accent; }
QPushButton#chip { background: transparent; border: none; border-radius: 14px; padding: 0 12px; min-height: 28px;
    color: $muted; }
QPushButton#chip[on="true"] { color: $accent_text; }
QPushButton#chip[crossed="true"] { padding: 0 12px 0 2px; }
QPushButton#chip:hover { background: $hover; }
QPushButton#chip[on="true"]:hover { background: $accent_soft; }
QPushButton#chip:focus { border: 2px solid $accent; padding: 0 10px; min-height: 24px; }
QPushButton#chip[crossed="true"]:focus { padding: 0 10px 0 0; }
QFrame#choices { background: $surface; border: 1px solid $line; border-radius: 8px; }
QListWidget#choices { background: $surface; border: none; outline: none; }
QListWidget#choices::item { padding: 0 6px; border-radius: 5px; color: $text; }
QListWidget#choices::item:selected, QListWidget#choices::item:hover { background: $accent_soft; color: $accent_text; }
QToolButton { background: transparent; border: none; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton#chip { border-radius: 14px; padding: 0; }
QToolButton#chip:focus { border: 2px solid $accent; padding: 0; }
QFrame#choice { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame#choice[first="true"] { border: 2px solid $accent; }
QFrame#refusal { background: $bad_soft; border: none; border-radius: 10px; }
QFrame#refusal QLabel { color: $text; }
QLineEdit[wrong="true"], QLineEdit[wrong="true"]:focus { border: 2px solid $bad; padding: 0 9px; }
QFrame#stepcard { background: $surface; border: 1px solid $line; border-radius: 10px; }
QLabel#warning { color: $warn; }
QTableWidget#report::item:selected { background: $accent_soft; color: $accent_text; }
QFrame#composer { background: $sunken; border: 1px solid $line; border-radius: 10px; }
QPlainTextEdit#writing { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 4px 6px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit#writing:focus { border: 2px solid $accent; padding: 3px 5px; }
QPushButton#pillchip { border-radius: 15px; padding: 0 12px; min-height: 28px; max-height: 28px; color: $muted; }
QPushButton#pillchip:checked { background: $accent_soft; border: 1px solid $accent; color: $accent_text; }
QPushButton#pillchip:focus { border: 2px solid $accent; padding: 0 11px; min-height: 26px; max-height: 26px; }
QPushButton#sort { background: transparent; border: none; color: $muted; padding: 0 6px; min-height: 28px; }
QPushButton#sort:hover { background: $hover; }
QPushButton#sort:checked { background: $accent_soft; color: $accent_text; }
QPushButton#sort:focus { border: 2px solid $accent; padding: 0 4px; min-height: 24px; }
QPushButton#step { border: none; background: transparent; min-height: 0; padding: 0; }
QToolButton#tag { background: $pill; color: $muted; border-radius: 11px; padding: 0 8px; min-height: 28px;
    font-size: 12px; font-weight: 600; }
QToolButton#tag:hover { background: $hover; }
QToolButton#tag:focus { border: 2px solid $accent; padding: 0 6px; min-height: 24px; }
QToolButton#quiet { color: $muted; font-weight: 600; padding: 5px 8px; }
QToolButton::menu-indicator { image: none; }
QSpinBox { min-height: 30px; }
QCheckBox { min-height: 28px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 16px; height: 16px; border: 1px solid $edge;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border: 2px solid $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { border: 1px solid $accent; background: $accent;
    image: url("$icons/$tick.svg"); }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $edge; border-radius: 9px;
    background: $surface; }
QRadioButton::indicator:hover { border: 1px solid $accent; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; background: $surface; }
QRadioButton:focus, QCheckBox:focus { color: $accent_text; }
QCheckBox#task:focus { border: 2px solid $accent; border-radius: 6px; }
QFrame#after { background: $good_soft; border: none; border-top: 1px solid $line; }
QFrame#after[end="top-right"] { border-top: none; border-top-right-radius: 11px; }
QFrame#after[end="top-left"] { border-top: none; border-top-left-radius: 11px; }
QFrame#after[end="bottom-right"] { border-bottom-right-radius: 11px; }
QFrame#after[end="bottom-left"] { border-bottom-left-radius: 11px; }
QFrame#after QLabel#afterhead { color: $good; }
QFrame#foot { background: $surface; border: none; border-top: 1px solid $line; }
QRadioButton#choice, QCheckBox#choice { border: 1px solid transparent; border-radius: 8px; padding: 0 8px;
    min-height: 34px; spacing: 9px; }
QRadioButton#choice:hover, QCheckBox#choice:hover { border: 1px solid $line; }
QRadioButton#choice:checked, QCheckBox#choice:checked { background: $accent_soft; border: 1px solid $accent;
    font-weight: 600; }
QRadioButton#choice:focus, QCheckBox#choice:focus { border: 2px solid $accent; padding: 0 7px; min-height: 32px; }
QListWidget#choosing { background: $surface; border: 1px solid $line; border-radius: 10px; outline: none; }
QListWidget#choosing::item { padding: 8px 10px; color: $text; }
QListWidget#choosing::item:selected { background: $accent_soft; color: $text; }
QProgressBar { background: $track; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QPushButton#handanswer { border-radius: 10px; padding: 0; text-align: left; font-weight: 400; }
QPushButton#handanswer:focus { border: 2px solid $accent; padding: 0; }
QPushButton#handanswer[tone="bad"]:checked { background: $bad_soft; border: 2px solid $bad; }
QPushButton#handanswer[tone="warn"]:checked { background: $warn_soft; border: 2px solid $warn; }
QPushButton#handanswer[tone="muted"]:checked { background: $sunken; border: 2px solid $edge; }
QLabel#handsign { border-radius: 7px; background: $pill; }
QLabel#handsign[tone="good"] { background: $good_soft; }
QLabel#handsign[tone="bad"] { background: $bad_soft; }
QLabel#handsign[tone="warn"] { background: $warn_soft; }
QFrame#handform { background: $surface; border: 2px solid $edge; border-radius: 10px; }
QFrame#handform[tone="bad"] { border: 2px solid $bad; }
QFrame#handform[tone="warn"] { border: 2px solid $warn; }
QFrame#handtile { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QFrame#handbox { background: $accent_soft; border: none; border-radius: 10px; }
QWidget#handhead { background: transparent; border-bottom: 1px solid $line; }
QScrollArea#handside { background: $surface; border-left: 1px solid $line; }
QLabel#handbadge { background: $accent_soft; color: $accent_text; border-radius: 6px; padding: 3px 8px; }
QLabel#clausefield { background: $pill; border-radius: 6px; padding: 0 9px; font-weight: 600; }
QLabel#clausebadge { border-radius: 9px; padding: 1px 8px; font-weight: 600; }
QLabel#clausebadge[tone="plain"] { background: $pill; color: $muted; }
QLabel#clausebadge[tone="good"] { background: $good_soft; color: $good; }
QLabel#clausebadge[tone="warn"] { background: $warn_soft; color: $warn; }
QLabel#keychip { background: $pill; color: $muted; border-radius: 5px; padding: 2px 6px; }
QFrame#bar { background: $warn_soft; border: none; border-bottom: 1px solid $line; }
QFrame#conflict { background: $warn_soft; border: none; border-radius: 8px; }
QFrame#toast { background: $toast; border-radius: 9px; }
QFrame#toast QLabel { color: $on_toast; }
QFrame#toast QPushButton { background: transparent; border: none; color: $toast_link; min-height: 28px;
    padding: 0 8px; }
QFrame#toast QPushButton:focus { border: 2px solid $toast_link; padding: 0 6px; min-height: 24px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 0 12px; font-weight: 500; }
QHeaderView::section:hover { background: $sunken; }
QTableView { background: $surface; border: none; border-top: 1px solid $line; outline: none; }
QListView#cards { background: transparent; border: none; outline: none; }
QTableView::corner { background: $surface; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 34px; }
QScrollBar::handle:horizontal { min-width: 34px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
"""
)


def text(colours: Mapping[str, str], icons: Path, *, is_dark: bool) -> str:
    """Return the style sheet in these colours, by the names of `ui.theme.Tokens`; `icons` is the drawings' folder."""
    # A drawing that a style sheet names cannot take a colour: the tick has one for each theme.
    tick = "tick-on-light" if is_dark else "tick-on-dark"
    return _SHEET.substitute(colours, icons=icons.as_posix(), tick=tick)
