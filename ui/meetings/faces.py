"""A meeting's figures as the screen draws them: from the paper's own words and shares, so that both say the same."""

from typing import Any

from app.meeting_agenda import Agenda, Step, step_title
from app.summary_data import ChartData, DisputeLine, GoalLine, Summary, Win
from app.summary_disputes import dispute
from app.summary_figures import chart, goal, win
from app.summary_layout import Layout, Row, zone_of
from ui.widgets.charts import LineData, Point, Tick
from ui.widgets.goal_bar import GoalFace
from ui.words import Words

_TOKENS = {"good": ("good", "check"), "warn": ("warn", "clock"), "bad": ("bad", "alarm-clock")}


class Faces:
    """Writes what a summary holds."""

    def __init__(self, summary: Summary, words: Words) -> None:
        self._layout = Layout(words.paper, summary, zone_of(summary.timezone))
        self._words = words

    def goal(self, one: GoalLine) -> GoalFace:
        """Return a goal as its bar shows it."""
        row = goal(self._layout, one)
        bar: dict[str, Any] = row["bar"]
        token, icon = _TOKENS.get(row["tone"], ("muted", ""))
        parts = tuple(
            (row[name], colour)
            for name, colour in (("marketing", "marketing"), ("sales", "sales"), ("rest", "accent"))
            if row[name]
        )
        told = (
            f"{row['name']}: {row['pill']}",
            f"{row['done']} {row['of']}",
            *(said for said, _ in parts),
            row["expected"],
        )
        return GoalFace(
            name=row["name"],
            state=row["pill"],
            token=token,
            icon=icon,
            actual=row["done"],
            target=row["of"],
            marketing=bar["marketing"],
            sales=bar["sales"],
            both=bar["rest"],
            mark=bar["mark"],
            parts=parts,
            expected=row["expected"],
            spoken=". ".join(said for said in told if said) + ".",
        )

    def counted(self, one: GoalLine | ChartData) -> str:
        """Return what a figure counts: population, clock and window."""
        self._layout.counted.clear()
        self._layout.mark(one.population, one.clock, one.window)
        return " · ".join(part for note in self._layout.counted for part in note if part)

    def chart(self, data: ChartData) -> tuple[str, LineData, str] | None:
        """Return a chart's title, its line, and what it says in words; None where there is nothing to draw."""
        row = chart(self._layout, data)
        if row is None:
            return None
        points = tuple(Point(one["y"], one["value"], one["label"]) for one in row["points"])
        ticks = tuple(Tick(one["y"], one["label"]) for one in row["ticks"])
        aim = None if row["goal"] is None else Tick(row["goal"]["y"], row["goal"]["label"])
        return row["title"], LineData(points, ticks, aim), row["alt"]

    def win(self, one: Win) -> tuple[str, str]:
        """Return a win's words and what stands below them."""
        row = win(self._layout, one)
        return row["title"], row["detail"]

    def dispute(self, one: DisputeLine) -> Row:
        """Return a dispute's words: `title`, `pill`, and the sentences of `told`."""
        return dispute(self._layout, one)

    def step(self, step: Step) -> str:
        """Return a step's title."""
        return step_title(self._words.paper, step)


def title_of(agenda: Agenda, words: Words) -> str:
    """Return what a meeting is called."""
    return agenda.title or words.paper.text("meeting")
