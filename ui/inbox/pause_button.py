"""The button that keeps notifications off the desktop for an hour, and says until when it is really quiet."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app import quiet, wording
from ui import icons
from ui.around import Surroundings
from ui.theme import Theme

_PAUSE = timedelta(hours=1)
_DAY = timedelta(days=1)


class PauseButton(QPushButton):
    """The button. Outside quiet hours a pause lasts an hour from now, within them an hour longer than they do."""

    said = Signal(str, object)  # what came of a click; there is no Change to it

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self.setObjectName("quiet")
        self.setIconSize(icons.size_of(16))
        self.clicked.connect(self.turn)
        theme.changed.connect(self.tell)

    def turn(self) -> None:
        """Pause, or take the pause back."""
        now, zone = self.around.now, self.around.context.zone
        hours = quiet.hours_until(now, zone)
        if quiet.paused_until(now) is not None:
            quiet.resume(now)
            if hours is None:
                said = self.tr("Notifications come again.")
            else:
                said = self.tr("The pause is taken back. Your quiet hours last until {time}.").format(
                    time=self._at(quiet.until(now, zone) or hours)
                )
        else:
            end = self._end_of_pause(now)
            quiet.pause(end)
            really = quiet.until(now, zone) or end
            if hours is not None:
                said = self.tr("No notifications until {time}, an hour longer than your quiet hours.")
            elif really > end:
                said = self.tr("No notifications until {time}, since your quiet hours follow the pause.")
            else:
                said = self.tr("No notifications until {time}.")
            said = said.format(time=self._at(really))
        self.tell()
        self.said.emit(said, None)

    def tell(self) -> None:
        """Say how it is now, and what a click does."""
        now, zone = self.around.now, self.around.context.zone
        until, hours = quiet.until(now, zone), quiet.hours_until(now, zone)
        self.setIcon(icons.icon("bell" if until is None else "bell-off", self._theme.colour("muted"), 16))
        end = self._end_of_pause(now)
        longer = self._at(quiet.until(now, zone, end) or end)
        if until is None:
            self.setText(self.tr("Quiet…"))
            does = self.tr("Keep notifications off the desktop until {time}").format(time=longer)
        elif quiet.paused_until(now) is None:
            self.setText(self.tr("Quiet hours until {time}").format(time=self._at(until)))
            does = self.tr("Keep notifications off the desktop an hour longer, until {time}").format(time=longer)
        else:
            self.setText(self.tr("Quiet until {time}").format(time=self._at(until)))
            if hours is None:
                does = self.tr("Let notifications come again")
            else:
                does = self.tr("Take the pause back; your quiet hours last until {time}").format(time=self._at(hours))
        self.setToolTip(does)
        self.setAccessibleDescription(does)

    def _end_of_pause(self, now: datetime) -> datetime:
        return (quiet.hours_until(now, self.around.context.zone) or now) + _PAUSE

    def _at(self, moment: datetime) -> str:
        if moment - self.around.now >= _DAY:
            return self.around.words.moment(moment, self.around.now)
        return wording.clock_time(moment.astimezone(self.around.context.zone))
