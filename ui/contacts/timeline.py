"""What happened with a record, newest first: narrowed to a sort, older lines on demand, one's own words changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app import mentions, timeline
from app.errors import KnownError
from app.timeline import Part, TimelineItem
from ui import icons
from ui.around import Surroundings
from ui.contacts.timeline_words import detail, icon, sentence, token
from ui.jobs import Jobs
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_DISC = 28
_LONGEST = 2_000


class Body(QWidget):
    """A text as it was written, never as markup, with the members in it that an “@” names told apart."""

    def __init__(self, text: str, around: Surroundings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text[:_LONGEST]
        self._theme = theme
        self._spans = [(one.start, one.end) for one in mentions.named(around.context, self.text)]
        self._layout = QTextLayout(self.text.replace("\n", "\u2028"), font(13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._lay(width)

    def sizeHint(self) -> QSize:
        """Return the size at the width at hand."""
        return QSize(120, self._lay(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(0, self._lay(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        del event
        self._lay(self.width())
        with QPainter(self) as painter:
            painter.setPen(self._theme.colour("muted"))
            self._layout.draw(painter, QPointF(0, 0), self._formats(self._theme.colour("accent_text")))

    def _formats(self, ink: QColor) -> list[QTextLayout.FormatRange]:
        found = []
        for start, end in self._spans:
            one = QTextLayout.FormatRange()
            # Qt counts in halves of what lies outside the basic plane.
            one.start = _units(self.text[:start])
            one.length = _units(self.text[start:end])
            look = QTextCharFormat()
            look.setForeground(ink)
            look.setBackground(self._theme.colour("accent_soft"))
            one.format = look
            found.append(one)
        return found

    def _lay(self, width: int) -> int:
        height = 0.0
        self._layout.beginLayout()
        for _ in range(_LONGEST):
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return int(height) + 1


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Line(QWidget):
    """One line: a disc with what it was, the sentence, the time and the text."""

    changed = Signal(object)  # TimelineItem: its words are to be changed
    removed = Signal(object)  # TimelineItem

    def __init__(
        self, item: TimelineItem, titles: Mapping[str, str], around: Surroundings, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._theme = theme
        self._icon, self._token = icon(item, around), token(item, around)
        self.last = False
        title = wrapping(self, font(13, 600), sentence(item, titles, around))
        when = around.words.moment(item.at, around.now)
        if item.minutes:
            when = self.tr("{when} · {minutes} min").format(when=when, minutes=around.words.number(item.minutes))
        time = wrapping(self, font(12), when, name="faint")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(time)
        below = detail(item, titles, around)
        self.body = Body(below, around, theme, self) if below else None
        if self.body is not None:
            column.addWidget(self.body)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_DISC + 12, 3, 0, 14)
        layout.setSpacing(2)
        layout.addLayout(column, 1)
        me = around.context.me
        if item.source == "activity" and item.member_id == (me.id if me else None):
            layout.addWidget(self._own(), 0, Qt.AlignmentFlag.AlignTop)

    def _own(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon("ellipsis", self._theme.colour("muted"), 16))
        button.setIconSize(icons.size_of(16))
        button.setFixedSize(28, 28)
        button.setAccessibleName(self.tr("Change or remove what you wrote"))
        button.setToolTip(button.accessibleName())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("Change the words"), self._ask_change)
        menu.addAction(self.tr("Move to the bin"), self._ask_removal)
        button.setMenu(menu)
        return button

    def _ask_change(self) -> None:
        self.changed.emit(self.item)

    def _ask_removal(self) -> None:
        self.removed.emit(self.item)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the line down to the next."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            middle = _DISC / 2 if not self.isRightToLeft() else self.width() - _DISC / 2
            if not self.last:
                brush.line(QPointF(middle, _DISC + 6), QPointF(middle, self.height()), "line")
            ground = {"accent_text": "accent_soft"}.get(self._token, f"{self._token}_soft")
            brush.dot(0, 2, _DISC, ground)
            icons.draw(painter, self._icon, middle - 7, 9, 14, self._theme.colour(self._token))


class Timeline(QWidget):
    """The timeline of one record. Its holder hands it the newest part; it reads filters and older parts itself."""

    change_asked = Signal(object)  # TimelineItem
    removal_asked = Signal(object)  # TimelineItem
    failed = Signal(object)  # KnownError

    def __init__(
        self, jobs: Jobs, theme: Theme, around: Surroundings, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self.around, self._kind = jobs, theme, around, kind
        self._record: int | None = None
        self._titles: Mapping[str, str] = {}
        self._items: list[TimelineItem] = []
        self._before: datetime | None = None
        self._shown = "all"
        self._lines: list[_Line] = []
        title = QLabel(self.tr("Timeline"), self)
        title.setFont(font(14, 600))
        self.filter = QToolButton(self)
        self.filter.setObjectName("quiet")
        self.filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter.setIconSize(icons.size_of(16))
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._names = {
            "all": self.tr("Everything"),
            "notes": self.tr("Notes"),
            "talks": self.tr("Calls and e-mails"),
            "moves": self.tr("Moves"),
            "edits": self.tr("Edits"),
        }
        menu = QMenu(self.filter)
        group = QActionGroup(menu)
        for shown, name in self._names.items():
            action = menu.addAction(name, partial(self.narrow, shown))
            action.setCheckable(True)
            action.setChecked(shown == "all")
            group.addAction(action)
        self.filter.setMenu(menu)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.filter)
        self._more = QPushButton(self.tr("Show older"), self)
        self._more.setObjectName("flat")
        self._more.hide()
        self._more.clicked.connect(self.show_older)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(self._layout)
        layout.addWidget(self._nothing)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._tell_filter()

    def show_part(
        self, record_id: int, items: Sequence[TimelineItem], before: datetime | None, titles: Mapping[str, str]
    ) -> None:
        """Show the newest part of a record's timeline; narrowed, it is read anew."""
        fresh = record_id != self._record
        self._record, self._titles = record_id, titles
        if self._shown != "all":
            self._read()
            return
        known = {item.key for item in items}
        kept = [] if fresh else [item for item in self._items if item.key not in known and _older(item, items)]
        self._lay([*items, *kept])
        self._before = before if not kept else self._before
        self._more.setVisible(self._before is not None)

    def narrow(self, shown: str) -> None:
        """Show one sort of lines only."""
        self._shown = shown
        self._tell_filter()
        self._read()

    def show_older(self) -> None:
        """Read the part before the oldest line."""
        self._more.setEnabled(False)
        self._read(self._before)

    def repaint_icons(self) -> None:
        """Draw icons in the theme's colours."""
        self._tell_filter()

    # Inside

    def _read(self, before: datetime | None = None) -> None:
        if self._record is None:
            return
        self._jobs.read(
            timeline.page,
            self._kind,
            self._record,
            self._shown,
            before,
            done=partial(self._take, self._record, self._shown, before),
            failed=self._not_read,
            key=f"timeline.{self._kind}",
        )

    def _take(self, record_id: int, shown: str, before: datetime | None, part: Part) -> None:
        self._more.setEnabled(True)
        if record_id != self._record or shown != self._shown:
            return
        if before is None:
            self._lay(part.items)
        else:
            known = {item.key for item in self._items}
            self._add([item for item in part.items if item.key not in known])
        self._before = part.before
        self._more.setVisible(self._before is not None)

    def _not_read(self, error: KnownError) -> None:
        self._more.setEnabled(True)
        self.failed.emit(error)

    def _lay(self, items: Sequence[TimelineItem]) -> None:
        if [line.item for line in self._lines] != list(items):
            for line in self._lines:
                self._layout.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._lines, self._items = [], []
            self._add(items)
        self._nothing.setVisible(not self._items)
        self._nothing.setText(
            self.tr("Nothing has happened yet.") if self._shown == "all" else self.tr("Nothing of this sort yet.")
        )

    def _add(self, items: Sequence[TimelineItem]) -> None:
        if self._lines:
            self._lines[-1].last = False
        for item in items:
            line = _Line(item, self._titles, self.around, self._theme, self)
            line.changed.connect(self.change_asked)
            line.removed.connect(self.removal_asked)
            self._layout.addWidget(line)
            self._lines.append(line)
            self._items.append(item)
        if self._lines:
            self._lines[-1].last = True

    def _tell_filter(self) -> None:
        self.filter.setText(self._names[self._shown])
        self.filter.setAccessibleName(self.tr("Show in the timeline: {what}").format(what=self._names[self._shown]))
        self.filter.setIcon(icons.icon("list-filter", self._theme.colour("muted"), 16))


def _older(item: TimelineItem, items: Sequence[TimelineItem]) -> bool:
    """Return whether a line that stood there is older than what was read anew: it is kept then."""
    return bool(items) and item.at < items[-1].at
