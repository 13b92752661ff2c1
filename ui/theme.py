"""The look: one table of colours in two themes, and what Qt is told of it (palette, style sheet, fonts).

Every colour of the window stands here. Widgets get theirs by palette and style sheet; what paints itself asks a
`Theme` by the token's name.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui import contrast, sheet

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FAMILY = "Inter"
Choice: TypeAlias = Literal["system", "light", "dark"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark")
Density: TypeAlias = Literal["comfortable", "compact"]
DENSITIES: tuple[Density, ...] = ("comfortable", "compact")
CLEAR = QColor(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme by what they are for; `_soft` lies under text of its own name."""

    canvas: str
    frame: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    marketing: str
    marketing_soft: str
    sales: str
    sales_soft: str
    pill: str
    track: str
    scroll: str
    shade: str
    toast: str
    on_toast: str
    toast_link: str
    veil: str


LIGHT = Tokens(
    canvas="#f5f5f8",
    frame="#eeeef3",
    surface="#ffffff",
    sunken="#f0f0f4",
    hover="#e7e7ee",
    line="#e1e1e8",
    edge="#8a8a98",
    text="#191921",
    muted="#525260",
    faint="#666674",
    accent="#4450d2",
    accent_hover="#3842b8",
    accent_soft="#e8eafc",
    accent_text="#3842c0",
    on_accent="#ffffff",
    good="#127645",
    good_soft="#def4e7",
    warn="#875000",
    warn_soft="#fcefd6",
    bad="#b92727",
    bad_soft="#fde6e5",
    marketing="#9c3a9b",
    marketing_soft="#f7e6f6",
    sales="#0a726c",
    sales_soft="#daf2ef",
    pill="#e9e9ef",
    track="#e4e4ea",
    scroll="#c6c6d0",
    shade="#14000000",
    toast="#1b1b22",
    on_toast="#f4f4f8",
    toast_link="#a9b0ff",
    veil="#66101018",
)
DARK = Tokens(
    canvas="#131317",
    frame="#0f0f12",
    surface="#1c1c22",
    sunken="#17171c",
    hover="#292932",
    line="#2d2d36",
    edge="#7a7a88",
    text="#ececf2",
    muted="#b2b2be",
    faint="#9a9aa8",
    accent="#8e97ff",
    accent_hover="#a5acff",
    accent_soft="#292c50",
    accent_text="#acb3ff",
    on_accent="#0f0f19",
    good="#5ed296",
    good_soft="#163625",
    warn="#f0b55e",
    warn_soft="#3a2b12",
    bad="#ff8c86",
    bad_soft="#432021",
    marketing="#ec8eea",
    marketing_soft="#3d2140",
    sales="#50ccc4",
    sales_soft="#103634",
    pill="#2b2b34",
    track="#34343e",
    scroll="#454551",
    shade="#60000000",
    toast="#f0f0f5",
    on_toast="#191921",
    toast_link="#3842c0",
    veil="#99000000",
)
# Behind initials and on them, by theme; the same person has the same place in both.
AVATARS: Mapping[bool, tuple[tuple[str, str], ...]] = {
    False: (
        ("#dde3ff", "#2f3ba6"),
        ("#daf2e4", "#0d603a"),
        ("#fce4d7", "#8c3a0e"),
        ("#f6def5", "#82267d"),
        ("#d9eff7", "#0d5a76"),
        ("#fbecc6", "#6d4900"),
        ("#fadcdf", "#981f2e"),
        ("#e5e1fb", "#4e35a4"),
    ),
    True: (
        ("#30375e", "#c4cbff"),
        ("#1e4331", "#a6e8c4"),
        ("#502f1f", "#ffc5a4"),
        ("#49274a", "#f6bef2"),
        ("#1e404e", "#aadff6"),
        ("#493a16", "#f6d78f"),
        ("#50262b", "#ffbcc2"),
        ("#393163", "#d0c5ff"),
    ),
}


class Theme(QObject):
    """The theme in force. `changed` is emitted after palette and style sheet were put in place.

    `density` is how much room rows and cards take; `density_changed` is emitted when another was chosen.
    """

    changed = Signal()
    density_changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = "system", density: Density = "comfortable") -> None:
        super().__init__()
        self._application = application
        self._hints = application.styleHints()  # held: PySide drops what stays a temporary
        self._colours: dict[str, QColor] = {}
        self.choice: Choice = choice
        self.density: Density = density
        self.tokens = LIGHT
        application.setStyle(QStyleFactory.create("Fusion"))
        self._accessibility = self._hints.accessibility()
        self._system: QPalette | None = None
        self._hints.colorSchemeChanged.connect(self._scheme_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._contrast_changed)
        self._wants_contrast = self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        self.choose(choice)

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is in force."""
        return contrast.is_dark(self._system) if self._system is not None else self.tokens is DARK

    @property
    def is_high_contrast(self) -> bool:
        """Whether the system's own colours are in force instead of a theme's."""
        return self._system is not None

    def show_contrast(self, *, on: bool, palette: QPalette | None = None) -> None:
        """Put the system's own colours in force, or a theme again; `palette` stands for the system's."""
        self._wants_contrast = on
        self._put_on(palette)

    def choose(self, choice: Choice) -> None:
        """Put a theme in force; "system" follows the desktop."""
        self.choice = choice
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
        self._hints.setColorScheme(scheme)
        self._put_on()

    @property
    def is_compact(self) -> bool:
        """Whether rows and cards are to take little room."""
        return self.density == "compact"

    def choose_density(self, density: Density) -> None:
        """Let rows and cards take more or less room."""
        if density != self.density:
            self.density = density
            self.density_changed.emit()

    def colour(self, name: str) -> QColor:
        """Return the colour of a token."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(getattr(self.tokens, name))
        return found

    def avatar(self, seed: int) -> tuple[QColor, QColor]:
        """Return the ground and the ink of somebody's initials."""
        if self._system is not None:
            ground, ink = contrast.avatar(self._system)
            return self._named(ground), self._named(ink)
        pairs = AVATARS[self.is_dark]
        ground, ink = pairs[seed % len(pairs)]
        return self._named(ground), self._named(ink)

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Leave the style sheet off while a window is built.

        With it on, Qt goes through all rules for a widget each time that something above it gets a parent: building the
        window takes three times as long.
        """
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._dress()

    def stop_listening(self) -> None:
        """Let go of the desktop's news; called when the window closes for good."""
        self._hints.colorSchemeChanged.disconnect(self._scheme_changed)
        self._accessibility.contrastPreferenceChanged.disconnect(self._contrast_changed)

    def _named(self, colour: str) -> QColor:
        found = self._colours.get(colour)
        if found is None:
            found = self._colours[colour] = QColor(colour)
        return found

    def _scheme_changed(self) -> None:
        if self.choice == "system":
            self._put_on()

    def _contrast_changed(self, preference: Qt.ContrastPreference) -> None:
        self.show_contrast(on=preference == Qt.ContrastPreference.HighContrast)

    def _put_on(self, system: QPalette | None = None) -> None:
        dark = self.choice == "dark" or (self.choice == "system" and self._hints.colorScheme() == Qt.ColorScheme.Dark)
        self.tokens = DARK if dark else LIGHT
        self._system = None
        self._colours.clear()
        if self._wants_contrast:
            self._application.setPalette(system or QPalette())  # an empty one is the system's
            self._system = self._application.palette()
            self.tokens = Tokens(**contrast.colours(self._system))
        else:
            self._application.setPalette(palette(self.tokens))
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        folder = RESOURCES / "icons"
        if self.is_high_contrast:
            made = contrast.text(folder, is_dark=self.is_dark)
        else:
            made = sheet.text(asdict(self.tokens), folder, is_dark=self.is_dark)
        # Where one sheet takes another's place, Qt goes through all widgets that it keeps rules for, and among them are
        # some that were deleted: it reads freed memory. Without a sheet it forgets them, and asks the living alone.
        self._application.setStyleSheet("")
        self._application.setStyleSheet(made)


def palette(tokens: Tokens) -> QPalette:
    """Return what Qt's own widgets draw with."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in {
        roles.Window: "canvas",
        roles.WindowText: "text",
        roles.Base: "surface",
        roles.AlternateBase: "sunken",
        roles.Text: "text",
        roles.Button: "surface",
        roles.ButtonText: "text",
        roles.BrightText: "bad",
        roles.Highlight: "accent",
        roles.HighlightedText: "on_accent",
        roles.Accent: "accent",
        roles.Link: "accent_text",
        roles.LinkVisited: "accent_text",
        roles.PlaceholderText: "faint",
        roles.ToolTipBase: "toast",
        roles.ToolTipText: "on_toast",
        roles.Light: "surface",
        roles.Midlight: "sunken",
        roles.Mid: "line",
        roles.Dark: "edge",
        roles.Shadow: "edge",
    }.items():
        made.setColor(role, QColor(getattr(tokens, name)))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made


def load_fonts(application: QGuiApplication) -> None:
    """Load the fonts that Tandem carries and make Inter the window's font."""
    for path in sorted((RESOURCES / "fonts").glob("Inter-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    application.setFont(font(13))


def font(pixels: int, weight: int = 400, *, figures: bool = False) -> QFont:
    """Return the window's font in a size and weight; with `figures`, all digits are of one width."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
