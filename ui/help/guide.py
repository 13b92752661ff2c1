"""The user guide in a window of its own: contents on one side, the chapter on the other, a field to search in all."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import guide
from app.guide import Chapter
from app.wording import Language
from ui.theme import Theme, font
from ui.widgets.query_field import QueryField

SIZE = (1000, 720)
_SIDE = 260
_MARGIN = 40
_WIDEST = 900
_LINE = 135.0  # per cent of a line's own height


class Page(QTextBrowser):
    """A chapter, its pictures as wide as there is room, in the theme and language of the window where they exist."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._text = ""
        self._width = 0
        self.setOpenLinks(False)
        self.setFont(font(14))
        self.setAccessibleName(self.tr("Chapter"))
        self.document().setDocumentMargin(_MARGIN)

    def read(self, text: str) -> None:
        """Show a chapter from its beginning."""
        self._text = text
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Return a picture of the guide, drawn to the page's width."""
        name = url.toString() if isinstance(url, QUrl) else url
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return super().loadResource(kind, QUrl(name))
        image = QImage(str(self._picture(name)))
        width = min(self.viewport().width(), _WIDEST) - 2 * _MARGIN
        if image.isNull() or width <= 0:
            return image
        ratio = self.devicePixelRatioF()
        if image.width() > width * ratio:
            image = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pictures anew for another width."""
        super().resizeEvent(event)
        if self._text and self.viewport().width() != self._width:
            place = self.verticalScrollBar().value()
            self._lay_out()
            self.verticalScrollBar().setValue(place)

    def _picture(self, name: str) -> Path:
        theme = "dark" if self._theme.is_dark else "light"
        wanted = name.replace("-light-", f"-{theme}-").replace("-en.", f"-{self._language}.")
        fitting = (wanted, name.replace("-en.", f"-{self._language}."), name)
        return next((place for one in fitting if (place := guide.FOLDER / one).is_file()), guide.FOLDER / name)

    def _lay_out(self) -> None:
        self._width = self.viewport().width()
        document = self.document()
        document.clear()
        document.setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            if "\ufffc" not in block.text():  # a picture's line is as high as the picture
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(spacing)
            block = block.next()


class GuideWindow(QWidget):
    """The guide. `show_chapter` opens it at a chapter."""

    closed = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Tandem guide"))
        self.resize(*SIZE)
        self._all = guide.chapters(language)
        self.field = QueryField(theme, self.tr("Search the guide"), self)
        self.field.asked.connect(self._search)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Contents"))
        self.list.setObjectName("contents")
        self.list.currentItemChanged.connect(self._choose)
        self.field.left.connect(self.list.setFocus)
        self.nothing = QLabel(self.tr("No chapter holds these words."), self)
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 14, 10, 14)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.page = Page(theme, language, self)
        self.page.anchorClicked.connect(self._follow)
        split = QSplitter(self)
        split.addWidget(side)
        split.addWidget(self.page)
        split.setSizes([_SIDE, SIZE[0] - _SIDE])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._search("")

    def show_chapter(self, name: str) -> None:
        """Show a chapter by its name in links."""
        for row in range(self.list.count()):
            if self._chapter(self.list.item(row)).name == name:
                self.list.setCurrentRow(row)

    def _search(self, words: str) -> None:
        current = self.list.currentItem()
        shown = self._chapter(current).name if current is not None else ""
        self.list.clear()
        for chapter in guide.meeting(self._all, words):
            item = QListWidgetItem(chapter.title, self.list)
            item.setData(int(Qt.ItemDataRole.UserRole), chapter)
            if chapter.name == shown:
                self.list.setCurrentItem(item)
        self.nothing.setVisible(not self.list.count())
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _choose(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.page.read(self._chapter(current).text)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in {"http", "https", "mailto"}:
            QDesktopServices.openUrl(url)
        else:
            self.show_chapter(url.path())

    @staticmethod
    def _chapter(item: QListWidgetItem) -> Chapter:
        chapter: Chapter = item.data(int(Qt.ItemDataRole.UserRole))
        return chapter
