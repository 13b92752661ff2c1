"""The head of a meeting's page: its name and day, who is there, the time of the step, and what can be done."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.context import MemberRow
from app.meeting_papers import MeetingRow
from ui import icons
from ui.around import Surroundings
from ui.meetings.listing import Disc
from ui.theme import Theme, font
from ui.widgets.charts import Ring

_MOST_FACES = 5
_LONGEST_MENU = 20
_ROOM_FOR_ALL, _ROOM_FOR_WORDS = 1180, 1000


class Head(QWidget):
    """The head."""

    new_asked = Signal()
    close_asked = Signal()
    edit_asked = Signal()
    agenda_asked = Signal()
    meeting_asked = Signal(int)
    attend_asked = Signal(int, bool)  # a member, and whether they are there

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writable = False
        self._running = False
        self.name = QLabel(self)
        self.name.setFont(font(20, 600))
        self.when = QLabel(self)
        self.when.setObjectName("muted")
        for label in (self.name, self.when):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.chooser = self._button(self.tr("Other meetings"), words=False)
        self.there = QPushButton(self.tr("%n here", None, 0), self)
        self.there.setObjectName("quiet")
        self._faces = QHBoxLayout()
        self._faces.setSpacing(2)
        self.ring = Ring(theme, self.tr("Time"), 34, self)
        self.time = QLabel(self)
        self.time.setFont(font(15, 600))
        self.of = QLabel(self)
        self.of.setObjectName("muted")
        self.of.setFont(font(12))
        begins = self.tr("Start")
        self.run_button = QPushButton(f" {begins}", self)
        self.run_button.setAccessibleName(begins)
        self.present_button = self._button(self.tr("Present"))
        self.close_button = QPushButton(self.tr("Close meeting"), self)
        self.print_button = self._button(self.tr("Print summary"))
        self.print_button.setObjectName("primary")
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()

    def _button(self, title: str, *, words: bool = True) -> QPushButton:
        button = QPushButton(f" {title}" if words else "", self)
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.setIconSize(icons.size_of(16))
        return button

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.name)
        names.addWidget(self.when)
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addWidget(self.time)
        times.addWidget(self.of)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 0)
        row.setSpacing(10)
        row.addLayout(names)
        row.addWidget(self.chooser)
        row.addStretch(1)
        row.addLayout(self._faces)
        row.addWidget(self.there)
        row.addWidget(self.ring)
        row.addLayout(times)
        for button in (self.run_button, self.present_button, self.close_button, self.print_button):
            row.addWidget(button)

    def show_meeting(self, title: str, when: str, present: Sequence[MemberRow], *, writable: bool) -> None:
        """Show which meeting it is, and who is there."""
        self._writable = writable
        self.name.setText(title)
        self.when.setText(when)
        while self._faces.count():
            item = self._faces.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for member in present[:_MOST_FACES]:
            self._faces.addWidget(Disc(self._theme, 26, member.name, parent=self))
        self.there.setText(self.tr("%n here", None, len(present)))
        self.there.setEnabled(writable)
        self.run_button.setVisible(writable)
        self._fit()

    def open_chooser(
        self, rows: Sequence[MeetingRow], current: int | None, around: Surroundings, *, closable: bool
    ) -> None:
        """Open the menu of the meetings."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("New meeting…")).triggered.connect(self._ask_new)
        if closable:
            menu.addAction(self.tr("Name and day…")).triggered.connect(self._ask_edit)
        menu.addAction(self.tr("Agenda…")).triggered.connect(self._ask_agenda)
        if closable:
            menu.addAction(self.tr("Close meeting")).triggered.connect(self._ask_close)
        menu.addSeparator()
        for row in rows[:_LONGEST_MENU]:
            when = around.words.moment(row.starts_at, around.now)
            closed = self.tr(" · closed") if row.closed_at is not None else ""
            name = (row.title or around.words.paper.text("meeting"))[:60].replace("&", "&&")
            entry = menu.addAction(f"{name} · {when}{closed}")
            entry.setCheckable(True)
            entry.setChecked(row.id == current)
            entry.triggered.connect(partial(self.meeting_asked.emit, row.id))
        menu.popup(self.chooser.mapToGlobal(self.chooser.rect().bottomLeft()))

    def open_present(self, members: Iterable[MemberRow], present: Sequence[MemberRow]) -> None:
        """Open the menu of who is there."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        here = {member.id for member in present}
        for member in members:
            if member.active or member.id in here:
                entry = menu.addAction(member.name[:60].replace("&", "&&"))
                entry.setCheckable(True)
                entry.setChecked(member.id in here)
                entry.triggered.connect(partial(self.attend_asked.emit, member.id, member.id not in here))
        menu.popup(self.there.mapToGlobal(self.there.rect().bottomLeft()))

    def _ask_new(self) -> None:
        self.new_asked.emit()

    def _ask_edit(self) -> None:
        self.edit_asked.emit()

    def _ask_agenda(self) -> None:
        self.agenda_asked.emit()

    def _ask_close(self) -> None:
        self.close_asked.emit()

    def tell_time(self, spent: int, minutes: int, *, running: bool, by: str = "") -> None:
        """Say how many seconds a step took of its minutes, and who let its time run."""
        self._running = running
        said = self.tr("Pause") if running else self.tr("Start")
        self.run_button.setText(f" {said}")
        self.run_button.setAccessibleName(said)
        self.time.setText(f"{spent // 60:02}:{spent % 60:02}")
        self.of.setText(self.tr("of %n minutes", None, minutes))
        started = self.tr("{name} let the time run").format(name=by) if running and by else ""
        for widget in (self.ring, self.time, self.of):
            widget.setToolTip(started)
        planned = minutes * 60
        token = "bad" if 0 < planned < spent else "accent"
        self.ring.show_share(spent / planned if planned else 0.0, "", self.of.text(), token)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for; menus and palette have it too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= _ROOM_FOR_WORDS
        self.close_button.setVisible(self._writable and self.width() >= _ROOM_FOR_ALL)
        self.present_button.setText(f" {self.present_button.accessibleName()}" if wide else "")
        for widget in (self.ring, self.of):
            widget.setVisible(wide)

    def _draw(self) -> None:
        text = self._theme.colour("text")
        self.present_button.setIcon(icons.icon("presentation", text, 16))
        self.chooser.setIcon(icons.icon("calendar", text, 16))
        self.run_button.setIcon(icons.icon("pause" if self._running else "play", text, 16))
        self.print_button.setIcon(icons.icon("printer", self._theme.colour("on_accent"), 16))
