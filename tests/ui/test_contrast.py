"""High contrast: the system's colours, and every text readable on its ground."""

from dataclasses import asdict, fields

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Open
from ui.theme import Theme, Tokens


def system(ground: str, ink: str, chosen: str, on_chosen: str) -> QPalette:
    roles = QPalette.ColorRole
    made = QPalette()
    pairs = {
        roles.Window: ground,
        roles.Base: ground,
        roles.Button: ground,
        roles.WindowText: ink,
        roles.Text: ink,
        roles.ButtonText: ink,
        roles.Highlight: chosen,
        roles.HighlightedText: on_chosen,
    }
    for role, colour in pairs.items():
        made.setColor(role, QColor(colour))
    return made


BLACK = ("#000000", "#ffffff", "#1aebff", "#000000")
WHITE = ("#ffffff", "#000000", "#37006e", "#ffffff")


@pytest.mark.parametrize("colours", [BLACK, WHITE])
def test_tokens_are_the_systems_colours(theme: Theme, qapp: QApplication, colours: tuple[str, str, str, str]) -> None:
    theme.show_contrast(on=True, palette=system(*colours))
    ground, ink, chosen, on_chosen = colours
    assert theme.is_high_contrast
    assert theme.is_dark == (ground == "#000000")
    tokens = theme.tokens
    assert len(asdict(tokens)) == len(fields(Tokens))
    assert (tokens.surface, tokens.text, tokens.accent, tokens.on_accent) == (ground, ink, chosen, on_chosen)
    assert {tokens.muted, tokens.faint, tokens.bad, tokens.accent_text} == {ink}
    assert {tokens.bad_soft, tokens.pill, tokens.accent_soft, tokens.on_toast} == {ground}
    assert tuple(colour.name() for colour in theme.avatar(3)) == (ink, ground)
    assert "#" not in qapp.styleSheet().replace("QFrame#", "").replace("QPushButton#", "").replace("QWidget#", "")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == ground
    theme.show_contrast(on=False)
    assert not theme.is_high_contrast
    assert theme.tokens.surface == "#ffffff"
    assert len(qapp.styleSheet()) > 5_000


def test_the_window_goes_over_to_it_while_it_stands(open_desk: Open, file_url: str, theme: Theme) -> None:
    window = open_desk(file_url).window
    theme.show_contrast(on=True, palette=system(*BLACK))
    window.toast.say("Done")
    image = window.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 4).lightness() < 40
    for place in ("companies", "board", "meetings", "goals", "reports"):
        window.go_to(place)
        window.grab()
    theme.show_contrast(on=False)
