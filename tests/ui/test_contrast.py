"""Contrast: every text and sign readable on its ground, in both themes and in the system's colours."""

import ast
from dataclasses import asdict, fields

import pytest
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import sample
from app.workspace import open_workspace
from tests.helpers import readable
from tests.helpers.readable import Reader
from tests.ui.conftest import Open
from tools.words import ROOT
from ui import contrast
from ui.painting import Brush
from ui.theme import AVATARS, DARK, LIGHT, Theme, Tokens


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
SYSTEMS = {
    "black": BLACK,
    "white": WHITE,
    "aquatic": ("#202020", "#ffffff", "#8ee3f0", "#263b50"),
    "desert": ("#fffaef", "#3d3d3d", "#903909", "#fff5e3"),
    "dusk": ("#2d3236", "#ffffff", "#a1bfde", "#212d3b"),
    "night sky": ("#000000", "#ffffff", "#d6b4fd", "#2b2b2b"),
}
"""Ground, ink, ground of what is chosen and ink on it, as Windows has them in its contrast themes."""

GROUNDS = ("canvas", "frame", "surface", "sunken", "accent_soft", "hover")
TINTED = ("good", "warn", "bad", "marketing", "sales")
PAIRS = (
    *((ink, ground) for ink in ("text", "muted", "faint", "accent_text") for ground in GROUNDS),
    *((ink, ground) for ink in TINTED for ground in (f"{ink}_soft", "surface", "canvas", "accent_soft")),
    *(("text", f"{ink}_soft") for ink in TINTED),
    *(("on_accent", ground) for ground in ("accent", "accent_hover")),
    *(("muted", "pill"), ("on_toast", "toast"), ("toast_link", "toast")),
)
"""Which inks stand on which grounds."""


def put_on(theme: Theme, look: str) -> None:
    if look in SYSTEMS:
        theme.show_contrast(on=True, palette=system(*SYSTEMS[look]))
    else:
        theme.show_contrast(on=False)
        theme.choose("dark" if look == "dark" else "light")


def tokens_of(look: str) -> Tokens:
    themes = {"light": LIGHT, "dark": DARK}
    return themes.get(look) or Tokens(**contrast.colours(system(*SYSTEMS[look])))


@pytest.mark.parametrize("look", ["light", "dark", *SYSTEMS])
def test_every_ink_is_readable_on_its_grounds(look: str) -> None:
    tokens = tokens_of(look)
    found = {pair: readable.contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < readable.LEAST} == {}
    parts = {name: readable.contrast(getattr(tokens, name), tokens.surface) for name in ("accent", "edge")}
    assert {name: ratio for name, ratio in parts.items() if ratio < readable.LEAST_OF_PARTS} == {}


@pytest.mark.parametrize("look", ["light", "dark", *SYSTEMS])
def test_initials_are_readable_on_their_grounds(theme: Theme, look: str) -> None:
    put_on(theme, look)
    pairs = [theme.avatar(seed) for seed in range(len(AVATARS[False]))]
    assert [pair for pair in pairs if readable.contrast(*pair) < readable.LEAST] == []


def pills() -> set[tuple[str, str]]:
    """Return the ink and ground of each chip that is painted, as far as its call names both."""
    found = set()
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "pill":
                ink, ground = (one.value if isinstance(one, ast.Constant) else "" for one in node.args[3:5])
                if ink and ground:
                    found.add((str(ink), str(ground)))
    return found


def test_the_inks_of_painted_chips_are_among_those_tried() -> None:
    assert ("accent_text", "accent_soft") in pills()
    assert pills() - set(PAIRS) == set()


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


def test_what_cannot_be_read_is_found(theme: Theme, qtbot: QtBot, reader: Reader) -> None:
    def paint(self: QWidget, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            brush = Brush(painter, theme, self.rect(), mirrored=False)
            brush.pill(10, 10, "Overdue", "bad", "bad_soft")
            brush.pill(10, 50, "Pale", "warn_soft", "pill")

    top = QWidget()
    qtbot.addWidget(top)
    top.resize(300, 200)
    chips: QWidget = type("Chips", (QWidget,), {"paintEvent": paint})(top)
    chips.resize(200, 100)
    for number, (words, ink) in enumerate((("Plain", LIGHT.text), ("Faded", LIGHT.line))):
        label = QLabel(words, top)
        label.setStyleSheet(f"color: {ink}")
        label.move(10, 110 + 40 * number)
    top.show()
    assert sorted(said.split("'")[1] for said in reader.poor(top)) == ["Faded", "Pale"]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    return Reader(monkeypatch)


def test_all_that_the_pages_show_can_be_read(
    open_desk: Open, file_url: str, theme: Theme, qtbot: QtBot, reader: Reader
) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(sample.make, act="sample.fill")
    window = open_desk(file_url).window
    qtbot.waitUntil(lambda: window.contacts.details.name.text() != "", timeout=15_000)
    poor = {}
    for look in ("light", "dark", "black", "white"):
        put_on(theme, look)
        for place in window._pages:
            window.go_to(place)
            qtbot.wait(400 if look == "light" else 50)  # a page reads what it shows when it is shown first
            poor[look, place] = reader.poor(window)
    assert {where: found for where, found in poor.items() if found} == {}
