"""What a lead's score is made of, clause by clause: under the pointer, or beside the card when a key asks for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from app.agreement import explaining
from app.agreement.explaining import Explained
from app.agreement.gates import said
from app.agreement.judging import Line
from app.agreement.plain import in_words
from app.errors import KnownError
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.notices import announce

_LONGEST = 80
_MOST = 12


class ScoreTip(QObject):
    """Reads what a score is made of and shows it; asked by a key, it is said to screen readers too."""

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.around = around
        self._asked = 0

    def ask(
        self,
        number_of: int,
        widget: QWidget,
        place: QPoint,
        *,
        aloud: bool = False,
        service: Callable[..., Explained] = explaining.explain,
    ) -> None:
        """Show what a score is made of at a place on the screen, over a widget, once it is read.

        `number_of` is the lead's id, or that of what `service` explains.
        """
        self._asked += 1
        number = self._asked

        def show(found: Explained) -> None:
            if number != self._asked or not widget.isVisible():
                return
            lines = self._lines(found)
            QToolTip.showText(place, self._shown(found, lines), widget)
            if aloud:
                spoken = [self.headline(found), *(f"{one}: {points} {more}".strip() for one, points, more in lines)]
                announce(widget, ". ".join(spoken))

        self._jobs.read(service, number_of, done=show, failed=self._failed, key="score")

    def _failed(self, error: KnownError) -> None:
        """Say nothing: the next hover asks again."""
        del error

    def headline(self, found: Explained) -> str:
        """Return the score in words, and who gives it."""
        number = self.around.words.number
        if found.version is None:
            if found.score is None:
                return self.tr("No score: no agreement gives points yet")
            return self.tr("Score {score}, as it was entered: no agreement gives points yet").format(
                score=number(found.score)
            )
        score, version = number(found.score or 0), number(found.version)
        if found.needed is None:
            return self.tr("Score {score} · agreement version {version}").format(score=score, version=version)
        return self.tr("Score {score}, needs {needed} · agreement version {version}").format(
            score=score, needed=number(found.needed), version=version
        )

    def _lines(self, found: Explained) -> list[tuple[str, str, str]]:
        """Return each clause with what it gives and why it is that much."""
        words, shown = self.around.words.paper, found.lines[:_MOST]
        return [(in_words(said(one), words)[:_LONGEST], self._points(one), self._why(one)) for one in shown]

    def _points(self, one: Line) -> str:
        return f"+{self.around.words.number(round(one.points))}" if one.met else "–"

    def _why(self, one: Line) -> str:
        worth = self.around.words.number(one.clause.points or 0)
        if one.broken:
            return self.tr("cannot be followed")
        if not one.met:
            return self.tr("not met · {worth} points").format(worth=worth)
        if one.since is None:
            return ""
        day = self.around.words.moment(one.since, self.around.now)
        return self.tr("{day} · {worth} points, fading").format(day=day, worth=worth)

    def _shown(self, found: Explained, lines: list[tuple[str, str, str]]) -> str:
        from html import escape  # noqa: PLC0415 - who points at a score needs it, the start does not

        rows = "".join(
            f"<tr><td>{escape(one)}{f'<br><small>{escape(more)}</small>' if more else ''}</td>"
            f"<td align='right' style='padding-left:18px'><b>{escape(points)}</b></td></tr>"
            for one, points, more in lines
        )
        return f"<b>{escape(found.lead[:_LONGEST])}</b><br>{escape(self.headline(found))}<table>{rows}</table>"
