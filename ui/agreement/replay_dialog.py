"""Try it on the past: a draft is run over the leads of the last months, before anybody signs it."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.agreement import replay
from app.agreement.replayed import Replay
from app.errors import KnownError
from app.importing.progress import StoppedError
from ui import refusals
from ui.agreement import promise_words as said
from ui.agreement.replay_charts import AnswerBars, MissedRows, MonthPairs
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_TICK = 100
_CHOICES = (3, 6, 12, 24)


class ReplayDialog(QDialog):
    """A draft over the past: tiles before → after, months, answers, and the won leads that it would have missed."""

    leads_asked = Signal(object)  # ids of leads
    lead_asked = Signal(int)

    def __init__(
        self, jobs: Jobs, theme: Theme, around: Surroundings, draft_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._around, self._draft = jobs, around, draft_id
        self.replay: Replay | None = None
        self._progress = replay.watched()
        self.setWindowTitle(self.tr("Try it on the past"))
        self.resize(980, 720)
        self.title = QLabel(self.windowTitle(), self)
        self.title.setFont(font(20, 600))
        self.about = wrapping(self, font(13), name="muted")
        self.months = QComboBox(self)
        self.months.setAccessibleName(self.tr("How far back"))
        for months in _CHOICES:
            self.months.addItem(self.tr("The last %n months", None, months), months)
        self.months.setCurrentIndex(_CHOICES.index(replay.MONTHS))
        self.months.currentIndexChanged.connect(self.run)
        self.going = QProgressBar(self)
        self.going.setObjectName("going")
        self.going.setTextVisible(False)
        self.going.setAccessibleName(self.tr("How far the replay is"))
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.stop_button.clicked.connect(self._stop)
        self.problem = wrapping(self, font(13), name="problem")
        self.problem.hide()
        self._tiles = [self._tile(name) for name in self._names()]
        self.pairs, self.answers = MonthPairs(theme, self), AnswerBars(theme, self)
        self.missed_title = wrapping(self, font(14, 600))
        self.missed = MissedRows(theme, self)
        self.missed.opened.connect(self._open)
        self.list_button = QPushButton(self.tr("Open as a list"), self)
        self.list_button.setObjectName("flat")
        self.list_button.clicked.connect(self._list)
        self.foot = wrapping(self, font(12), name="faint")
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self.run()

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Leads ready for sales"),
            self.tr("Accepted by sales"),
            self.tr("Refusals"),
            self.tr("Leads per seller a day"),
        )

    def _tile(self, name: str) -> tuple[QFrame, QLabel, QLabel]:
        tile = QFrame(self)
        tile.setObjectName("card")
        inner = QVBoxLayout(tile)
        inner.setContentsMargins(14, 10, 14, 10)
        inner.setSpacing(2)
        inner.addWidget(wrapping(tile, font(12, 600), name, name="muted"))
        figure, more = QLabel(tile), wrapping(tile, font(12), name="muted")
        figure.setFont(font(20, 600, figures=True))
        inner.addWidget(figure)
        inner.addWidget(more)
        inner.addStretch(1)
        return tile, figure, more

    def _card(self, widget: QWidget) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(widget)
        return frame

    def _lay_out(self) -> None:
        self._body = QWidget(self)
        self._body.setObjectName("columns")
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 6, 0)
        body.setSpacing(12)
        tiles, charts, head = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for tile, *_ in self._tiles:
            tiles.addWidget(tile, 1)
        charts.addWidget(self._card(self.pairs), 6)
        charts.addWidget(self._card(self.answers), 5)
        head.addWidget(self.missed_title, 1)
        head.addWidget(self.list_button)
        for layout in (tiles, charts, head):
            layout.setSpacing(12)
            body.addLayout(layout)
        body.addWidget(self._card(self.missed))
        body.addWidget(self.foot)
        body.addStretch(1)
        scroll = scrolled(self._body, self)
        top, wait, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.months)
        wait.addWidget(self.going, 1)
        wait.addWidget(self.stop_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self.about)
        outer.addLayout(wait)
        outer.addWidget(self.problem)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)

    # Running

    def run(self) -> None:
        """Run the draft over the months that are chosen."""
        self._progress.stop()  # of an earlier run
        self._progress = replay.watched()
        self.problem.hide()
        for widget in (self.going, self.stop_button):
            widget.show()
        self._timer.start()
        self._jobs.read(
            replay.replay,
            self._draft,
            self.months.currentData(),
            self._progress,
            done=partial(self._take, self._progress),
            failed=partial(self._fail, self._progress),
        )

    def _tick(self) -> None:
        self.going.setMaximum(self._progress.total)
        self.going.setValue(self._progress.done)

    def _stop(self) -> None:
        self._progress.stop()

    def done(self, result: int) -> None:
        """Stop what still runs, and close."""
        self._progress.stop()
        self._timer.stop()
        super().done(result)

    def _over(self) -> None:
        self._timer.stop()
        for widget in (self.going, self.stop_button):
            widget.hide()

    def _fail(self, progress: object, error: KnownError) -> None:
        if progress is not self._progress:
            return
        self._over()
        is_stopped = isinstance(error, StoppedError)
        self.problem.setText(
            self.tr("It was stopped. Nothing is changed by trying.") if is_stopped else refusals.said(error)
        )
        self.problem.show()

    def _take(self, progress: object, found: Replay) -> None:
        if progress is self._progress:
            self._over()
            self.show_replay(found)

    # Showing

    def show_replay(self, found: Replay) -> None:
        """Show what a replay came to."""
        self.replay = found
        words = self._around.words
        days = words.paper.days(found.first_day, found.last_day)
        self.about.setText(
            self.tr("Over the same {n} leads, {days}, as they then stood. Nothing is changed.").format(
                n=words.number(found.leads), days=days
            )
        )
        for (_, figure, more), (one, two) in zip(self._tiles, self._figures(found), strict=True):
            figure.setText(one)
            more.setText(two)
        self.pairs.show_replay(found, self._around)
        self.answers.show_replay(found)
        self.missed.show_replay(found, self._around)
        value = words.totals(found.missed_value)
        missed = self.tr("%n won leads would not have been handed over", None, len(found.missed))
        of = self.tr("of {n} won · {value} of {all}").format(
            n=words.number(found.won), value=value, all=words.totals(found.won_value)
        )
        lines = [missed, of]
        either = sum(not one.caught_before for one in found.missed)
        if either and found.compared is not None:
            too = self.tr("%n of them not under version {number} either", None, either)
            lines.append(too.format(number=found.compared))
        self.missed_title.setText(" · ".join(lines))
        self.list_button.setVisible(bool(found.missed))
        told = [
            self.tr(
                "Answers are those that sales really gave. A lead that the draft holds back might still have reached "
                "sales later."
            )
        ]
        told += [self.tr("“{query}” cannot be followed, so it stops nobody.").format(query=one) for one in found.broken]
        self.foot.setText(" ".join(told))

    def _figures(self, found: Replay) -> tuple[tuple[str, str], ...]:
        before, after, number = found.before, found.after, self._around.words.number
        shares = [
            100 * one.accepted / (one.accepted + one.refused) if one.accepted + one.refused else None
            for one in (before, after)
        ]
        points = round(shares[1] - shares[0]) if shares[0] is not None and shares[1] is not None else 0
        better = self.tr("%n points better", None, points) if points > 0 else self.tr("%n points worse", None, -points)
        fewer = before.ready - after.ready
        count = self.tr("%n fewer", None, fewer) if fewer >= 0 else self.tr("%n more", None, -fewer)
        spared = self.tr("%n spared", None, len(found.spared_ids))
        sellers = self.tr("%n sellers", None, found.sellers)
        days = self.tr("%n working days", None, found.working_days)
        a_day = [
            "–" if one.a_day is None else self._around.words.paper.number(Decimal(one.a_day), 1)
            for one in (before, after)
        ]
        return (
            (self._arrow(number(before.ready), number(after.ready)), count),
            (
                self._arrow(said.share(before.accepted, before.refused), said.share(after.accepted, after.refused)),
                better if points else self.tr("the same"),
            ),
            (self._arrow(number(before.refused), number(after.refused)), spared),
            (self._arrow(*a_day), f"{sellers}, {days}"),
        )

    @staticmethod
    def _arrow(before: str, after: str) -> str:
        return f"{before} → {after}"

    def _open(self, lead_id: int) -> None:
        self.accept()
        self.lead_asked.emit(lead_id)

    def _list(self) -> None:
        if self.replay is not None:
            ids = tuple(one.id for one in self.replay.missed)
            self.accept()
            self.leads_asked.emit(ids)
