"""What is wrong with how a window looks, found by walking its widgets.

Words cut off, controls over one another or out of reach, targets too small, words in the wrong language.
"""

import re
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QStackedLayout,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableView,
    QWidget,
)

from tools import words as gathering
from ui import painting

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)
TARGET = 28
"""Pixels that what can be pressed is high and wide at least."""
_SLACK = 1
_HEADER_INSET = 12  # as the style sheet has it
_ARROW = 16
_MOST_ROWS = 60
ENCODINGS = "UTF-8 Windows-1252 Latin-1 MAC-ROMAN MAC-CYRILLIC KOI8-R ISO8859-2 BIG5 EUC-JP"
"""Named alike in every language."""


def below(tops: Iterable[QWidget]) -> list[QWidget]:
    """Return all widgets in sight in some windows."""
    return [
        widget
        for top in tops
        for widget in [top, *top.findChildren(QWidget)]
        if widget.isVisible() and widget.window() is top.window() and not widget.size().isEmpty()
    ]


def called(widget: QWidget) -> str:
    """Return what a fault calls a widget."""
    path: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(path) < 4:
        path.append(type(one).__name__ + (f"#{one.objectName()}" if one.objectName() else ""))
        one = one.parentWidget()
    return f"{' < '.join(path)} {(text_of(widget) or widget.accessibleName())[:60]!r}"


def text_of(widget: QWidget) -> str:
    """Return the words that a widget shows and that stand there by themselves: not what somebody types."""
    if isinstance(widget, QAbstractButton | QLabel):
        return plain(widget.text())
    if isinstance(widget, QLineEdit):
        return "" if widget.text() else widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        return "" if widget.toPlainText() else widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def typed(widgets: Iterable[QWidget]) -> frozenset[str]:
    """Return the parts of what stands in fields: somebody typed it."""
    lines = [one.text() for one in widgets if isinstance(one, QLineEdit)]
    texts = [one.toPlainText() for one in widgets if isinstance(one, QPlainTextEdit)]
    return frozenset().union(*(pieces(text.replace(":", " : ")) for text in lines + texts))


def plain(words: str) -> str:
    """Return words without the mark of the letter that goes with Alt."""
    return re.sub(r"&(.)", r"\1", words)


# Words that need more room than they have


def cut_off(widgets: Iterable[QWidget]) -> list[str]:
    """Say which widgets' words do not fit."""
    return [f"cut off: {called(one)}: {need}" for one in widgets if (need := _lacks(one))]


def _lacks(widget: QWidget) -> str:
    if _paints_itself(widget):
        return ""  # and cuts its words where they end
    if isinstance(widget, QLabel):
        return _label_lacks(widget)
    if isinstance(widget, QLineEdit):
        return _over(widget.fontMetrics().horizontalAdvance(text_of(widget)), _line_room(widget))
    if isinstance(widget, QComboBox):
        return _over(widget.fontMetrics().horizontalAdvance(text_of(widget)), _combo_room(widget))
    if isinstance(widget, QHeaderView):
        return _header_lacks(widget)
    if isinstance(widget, QCheckBox | QRadioButton) and widget.toolTip():
        return ""  # cuts its words by itself, and says them in full where it is pointed at
    if isinstance(widget, QMenuBar) or (isinstance(widget, QAbstractButton) and text_of(widget)):
        return _over(widget.sizeHint().width(), widget.width())
    return ""


def _over(wanted: int, room: int) -> str:
    return f"{wanted} wide in {room}" if wanted > room + _SLACK else ""


def _paints_itself(widget: QWidget) -> bool:
    return any("paintEvent" in vars(one) for one in type(widget).__mro__ if one.__module__.startswith("ui."))


def _label_lacks(label: QLabel) -> str:
    if not label.text() or label.pixmap().width():
        return ""
    if not label.wordWrap():
        return _over(label.sizeHint().width(), label.width())
    metrics, margins = label.fontMetrics(), label.contentsMargins()
    room = label.width() - margins.left() - margins.right() - 2 * label.margin()
    words = re.split(r"[\s\u200b\-/–—]+", text_of(label))
    longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    height = label.heightForWidth(label.width())
    if height > label.height() + _SLACK:
        return f"{height} high in {label.height()}"
    return _over(longest, room)


def _line_room(field: QLineEdit) -> int:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inner = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    inside = [one for one in field.findChildren(QAbstractButton) if one.isVisible()]
    margins = field.textMargins()
    return inner.width() - 4 - margins.left() - margins.right() - sum(one.width() for one in inside)


def _combo_room(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return int(box.style().subControlRect(kind, option, part, box).width())


def _header_lacks(header: QHeaderView) -> str:
    model = header.model()
    if model is None or header.orientation() != Qt.Orientation.Horizontal:
        return ""
    poor = []
    for section in range(header.count()):
        if not header.isSectionHidden(section):
            words = str(model.headerData(section, header.orientation()) or "")
            sorts = header.isSortIndicatorShown() and header.sortIndicatorSection() == section
            room = header.sectionSize(section) - 2 * _HEADER_INSET - (_ARROW if sorts else 0)
            if lack := _over(header.fontMetrics().horizontalAdvance(words), room):
                poor.append(f"{words!r} {lack}")
    return ", ".join(poor)


# Controls over one another, or where no hand comes


def overlapping(widgets: Iterable[QWidget]) -> list[str]:
    """Say which controls that a layout placed lie over one another."""
    found = []
    for parent in widgets:
        layout = parent.layout()
        if layout is None:
            continue
        placed = [one for one in _placed(layout) if one.isVisible() and not one.size().isEmpty()]
        for one, other in combinations(placed, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > _SLACK and both.height() > _SLACK:
                found.append(f"over one another: {called(one)} and {called(other)}: {both.size().toTuple()}")
    return found


def _placed(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, QStackedLayout):
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def out_of_reach(widgets: Iterable[QWidget]) -> list[str]:
    """Say which controls stick out of what holds them, where nothing can be scrolled to them."""
    return [
        f"out of reach: {called(one)}: {why}" for one in widgets if isinstance(one, CONTROLS) and (why := _hidden(one))
    ]


def _hidden(widget: QWidget) -> str:
    inner, rect = widget, QRect(QPoint(), widget.size())
    while not inner.isWindow():
        parent = inner.parentWidget()
        if parent is None:
            break
        rect = rect.translated(inner.pos())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
            # What is scrolled: all of it can be seen, in the directions that scroll.
            across = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            down = area.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            seen = parent.rect()
            if not across and (rect.left() < -_SLACK or rect.right() > seen.right() + _SLACK):
                return f"{rect.getCoords()} in {called(area)} {seen.size().toTuple()}"
            if not down and (rect.top() < -_SLACK or rect.bottom() > seen.bottom() + _SLACK):
                return f"{rect.getCoords()} in {called(area)} {seen.size().toTuple()}"
            rect = rect.intersected(seen)
            if rect.isEmpty():
                return ""
        elif not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect):
            return f"{rect.getCoords()} in {called(parent)} {parent.size().toTuple()}"
        inner = parent
    return ""


def small(widgets: Iterable[QWidget]) -> list[str]:
    """Say which targets are smaller than a finger or an unsteady hand wants them."""
    return [
        f"small: {called(one)}: {one.size().toTuple()}"
        for one in widgets
        # What stands inside a line to write in is a drawing there.
        if isinstance(one, QAbstractButton) and not isinstance(one.parent(), QLineEdit)
        if min(one.width(), one.height()) < TARGET
    ]


# Words in the wrong language


@contextmanager
def painted() -> Iterator[list[tuple[str, bool]]]:
    """Gather what is painted by hand meanwhile: each line of words, and whether it was cut."""
    lines: list[tuple[str, bool]] = []
    lay = painting._laid

    def laid(words: str, face: painting.Face, width: int) -> object:
        line = painting.flat(words)
        lines.append((words, face.metrics.horizontalAdvance(line) > width))
        return lay(words, face, width)

    with mock.patch.object(painting, "_laid", laid):
        yield lines


def words_shown(widgets: Sequence[QWidget]) -> set[str]:
    """Return all that widgets say: on them, when pointed at, to a screen reader, and in their menus."""
    said: set[str] = set()
    for widget in widgets:
        said |= {text_of(widget), plain(widget.toolTip()), widget.accessibleName(), widget.accessibleDescription()}
        said |= {plain(action.text()) for action in _actions(widget)}
        if widget.isWindow():
            said.add(widget.windowTitle())
        if isinstance(widget, QComboBox):
            said |= {widget.itemText(row) for row in range(widget.count())}
        if isinstance(widget, QHeaderView) and widget.model() is not None:
            said |= {str(widget.model().headerData(one, widget.orientation())) for one in range(widget.count())}
    return {line.strip() for words in said for line in words.splitlines() if re.search(r"[^\W\d_]{3}", line)}


def _tool_tips(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(), _MOST_ROWS) if model is not None else 0):
        for column in range(model.columnCount(QModelIndex()) if isinstance(view, QTableView) else 1):
            tip = model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str):
                yield tip


def _actions(widget: QWidget) -> Iterator[QAction]:
    for menu in widget.findChildren(QMenu) if isinstance(widget, QMenuBar) else []:
        yield from menu.actions()
    yield from widget.actions()


@cache
def sources() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what the program says in English and otherwise in Spanish, with a pattern of it filled in."""
    found = {}
    for path in gathering.TRANSLATIONS.glob("*_es.ts"):
        for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - a file of ours
            source, translation = message.findtext("source", ""), message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation] or [translation.text]
            fixed = re.sub(r"\{[^}]*\}|%n", "", source)
            # With something filled in, a word or two are no proof: "Call Amelia" may be anybody's own.
            if source not in forms and len(fixed.split()) > (2 if fixed != source else 0):
                pattern = re.sub(r"\\\{[^}]*\\\}", ".*", re.escape(plain(source))).replace("%n", r"[\d,.]+")
                found[source] = re.compile(pattern, re.DOTALL)
    return tuple(found.items())


def in_english(shown: Iterable[str], data: AbstractSet[str]) -> list[str]:
    """Say which words of a Spanish window are English; what stands in the workspace is nobody's to translate."""
    whole = _whole(data)
    return [
        f"in English: {words!r} is {source!r}"
        for words in sorted(shown)
        for source in _sources_of(words)
        if not all(_is_data(part, data, whole) for part in pieces(words))
    ]


@lru_cache(maxsize=50_000)
def _sources_of(words: str) -> tuple[str, ...]:
    """Return what the program says in English that these words can be; most scenes show the same."""
    return tuple(source for source, pattern in sources() if pattern.fullmatch(words))


def untold(english: Iterable[str], spanish: Iterable[str], data: AbstractSet[str]) -> list[str]:
    """Say which words are the same in both languages though no translation says so."""
    whole = _whole(data)
    return [
        f"the same in both: {words!r}"
        for words in sorted({*english} & {*spanish})
        if not all(_is_data(part, data, whole) for part in pieces(words) - alike())
    ]


def cut_words(lines: Iterable[tuple[str, bool]], widgets: Sequence[QWidget]) -> list[str]:
    """Say which of the program's own words were cut as they were painted, and are not said where one points."""
    tips = {plain(widget.toolTip()) for widget in widgets}
    tips.update(tip for widget in widgets if isinstance(widget, QAbstractItemView) for tip in _tool_tips(widget))
    return [
        f"cut off as it was painted: {words!r}"
        for words in sorted({words for words, is_cut in lines if is_cut})
        if words in own_words() and not any(words in tip for tip in tips)
    ]


def _whole(data: AbstractSet[str]) -> str:
    return "\0".join(data)  # no part reaches over that sign


def _is_data(part: str, data: AbstractSet[str], whole: str) -> bool:
    return part in data or part in whole  # what was typed is painted apart from its rest


@cache
def own_words() -> frozenset[str]:
    """Return all that the program says in any language with nothing filled in."""
    found: set[str] = set()
    for path in gathering.TRANSLATIONS.glob("*_es.ts"):
        for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - a file of ours
            found |= {plain(message.findtext("source", "")), plain(message.findtext("translation", ""))}
    return frozenset(found)


@lru_cache(maxsize=200_000)  # every scene's workspace holds the same texts
def pieces(words: str) -> frozenset[str]:
    """Return the parts of a text that figures and signs set apart."""
    words = re.sub(r"(?<!\S)-?[\w.]+(?::|[<>]=?)\S+", " ", words)  # a condition of the query language
    found = (part.strip() for part in re.split(r"[^\w\s'’]+|[\d_]+", words))
    return frozenset(part for part in found if re.search(r"[^\W\d_]{3}", part))


@cache
def alike() -> frozenset[str]:
    """Return the parts of what is the same in English and Spanish because a translation says so."""
    found: set[str] = {"Tandem", "English", "Español"}.union(*map(pieces, ENCODINGS.split()))
    for path in gathering.TRANSLATIONS.glob("*_es.ts"):
        for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - a file of ours
            source, translation = message.findtext("source", ""), message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            theirs = frozenset().union(*(pieces(plain(form)) for form in forms))
            found |= theirs & pieces(plain(source).replace("(s)", ""))
    return frozenset(found)


def lines_in(files: Iterable[Path]) -> frozenset[str]:
    """Return the parts of what stands in files of text."""
    lines = [line for path in files for line in _text(path).splitlines()]
    cells = (cell for line in lines for cell in (*line.split(";"), line.replace(";", " ")))  # names are put together
    return frozenset().union(*map(pieces, cells))


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def texts_in(path: str) -> frozenset[str]:
    """Return all texts that stand in a workspace's file."""
    found: set[str] = set()
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table.startswith(("journal", "ops", "sqlite")):
            continue
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            for value in row:
                if isinstance(value, str):
                    found |= pieces(value)
    connection.close()
    return frozenset(found)
