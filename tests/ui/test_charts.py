"""Goals and charts as they are drawn: what they say, what opens behind a mark, and that they mirror."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.reports.progress import GoalRow, Part, Progress, State
from ui.theme import Theme
from ui.widgets.bars import Cohort, CohortBars, Count, RangeBars, Stretch
from ui.widgets.chart import Chart
from ui.widgets.charts import (
    LineChart,
    LineData,
    Piece,
    Pile,
    PileData,
    Point,
    Ring,
    SparkBars,
    StackedBars,
    Tick,
)
from ui.widgets.goal_bar import GoalBar, GoalFace
from ui.widgets.goal_words import face_of
from ui.words import Words

LONG = "w" * 50_000


def goal(metric: str = "pipeline", target: int = 500_000, name: str = "Pipeline created") -> GoalRow:
    hours = 4 if metric == "answered_within" else None
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    return GoalRow(1, 1, name, metric, Decimal(target), None, None, "USD", hours, "", first, last, {}, 0)


def standing(row: GoalRow, state: State, actual: int | None, expected: int, part: Part) -> Progress:
    return Progress(
        goal=row,
        part=part,
        actual=None if actual is None else Decimal(actual),
        expected=Decimal(expected),
        state=state,
        projected=None,
        gone=37,
        days=64,
        weeks=(),
        within=(),
        reached=None,
        currency="USD" if row.metric == "pipeline" else "",
    )


def words() -> Words:
    return Words("en", ZoneInfo("UTC"), "EUR")


def behind() -> GoalFace:
    part = Part(Decimal(146_000), Decimal(98_000))
    return face_of(standing(goal(), "behind", 244_000, 289_062, part), words())


def test_a_goal_says_by_how_much_it_is_behind_and_who_brought_what() -> None:
    face = behind()
    assert (face.state, face.token) == ("Behind by $45.1k", "warn")
    assert (face.actual, face.target, face.expected) == ("$244k", "of $500k", "Expected by today $289k")
    assert [one for one, _ in face.parts] == ["Marketing $146k", "Sales $98k"]
    assert (face.marketing, face.sales, face.both) == (0.292, 0.196, 0.0)
    assert face.mark == pytest.approx(0.578124)
    assert face.spoken.startswith("Pipeline created: Behind by $45.1k. $244k of $500k. Marketing $146k.")


@pytest.mark.parametrize(
    ("state", "actual", "said", "token"),
    [
        ("behind", 88, "7 points short", "bad"),
        ("on_pace", 96, "Met so far", "good"),
        ("no_pace", None, "Too few to say", "muted"),
        ("missed", 90, "Missed by 5 points", "bad"),
    ],
)
def test_a_promise_is_measured_against_all_cases(state: State, actual: int | None, said: str, token: str) -> None:
    row = goal("answered_within", 95)
    face = face_of(standing(row, state, actual, 95, Part(kept=126, cases=143)), words())
    assert (face.state, face.token) == (said, token)
    assert face.both == (actual or 0) / 100
    assert face.mark == 0.95
    assert face.expected == "Promised at least 95%"


def test_what_passes_the_target_fills_the_bar_and_no_more() -> None:
    face = face_of(standing(goal("won", 10), "met", 25, 5, Part(Decimal(20), Decimal(5))), words())
    assert face.share == 1
    assert face.mark == 0.2
    assert face.state == "Met"


def test_before_a_period_nothing_is_expected() -> None:
    face = face_of(standing(goal("won", 10), "not_started", 0, 0, Part()), words())
    assert (face.mark, face.expected, face.state) == (None, "", "Not started")


def line() -> LineData:
    points = tuple(Point(None if n == 1 else n / 4, f"{n}%", f"W{n}", n if n != 1 else None) for n in range(4))
    return LineData(points, (Tick(0, "0%"), Tick(1, "100%")), Tick(0.9, "Goal 90%"))


def piles() -> PileData:
    pieces = (Piece(0.5, "marketing", "5 from marketing", key="m"), Piece(0.25, "sales", "2 from sales", True, "s"))
    return PileData(
        (Pile(pieces, "7", "May"), Pile((), "0", "Jun")), (Tick(0, "0"),), (0.4, "half within 12 days", "good")
    )


COHORT = Cohort(
    "New → Qualified",
    "1,240 entered",
    Count(303, "303 of 842 went on", "on"),
    Count(539, "539 did not", "not"),
    Count(398, "398 still open", "open"),
    "36%",
    "33–39%",
    ("No clear change", "33% before"),
    "marketing",
)
STRETCH = Stretch(
    "Nurturing", "marketing", 8, 19, 34, 52, 30, ("19 d", "52 d", "30 d"), "9 of 31", True, "Nurturing: 19 d", 2, -2
)


def shown(qtbot: QtBot, chart: QWidget, width: int = 640, height: int = 220) -> None:
    qtbot.addWidget(chart)
    chart.resize(width, height)
    chart.show()
    qtbot.waitExposed(chart)
    chart.grab()


def cohorts(theme: Theme) -> CohortBars:
    chart = CohortBars(theme, "From stage to stage")
    chart.show_cohorts(
        [COHORT, replace(COHORT, title="Other", went_on=Count(1, "1 of 4 went on", "few"), range="")], "…"
    )
    return chart


def every(theme: Theme) -> list[QWidget]:
    lines, columns, spark, ring = (
        LineChart(theme, "Answered in time"),
        StackedBars(theme, "By month"),
        SparkBars(theme, "Last 8 weeks"),
        Ring(theme, "Time"),
    )
    lines.show_line(line(), "a line")
    columns.show_piles(piles(), "columns")
    spark.show_heights((0, 0.5, 1), "weeks")
    ring.show_share(0.4, "40", "40 %")
    stretches = RangeBars(theme, "Days in each stage")
    stretches.show_stretches([STRETCH], ("Half", "9 of 10", "Agreed", "Over"), "days")
    return [lines, columns, spark, ring, stretches, cohorts(theme), GoalBar(theme, behind())]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_chart_draws_in_both_themes_and_says_what_it_shows(
    theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    for chart in every(theme):
        chart.setLayoutDirection(direction)
        shown(qtbot, chart)
        face = QAccessible.queryAccessibleInterface(chart)
        assert face.text(QAccessible.Text.Name)
        assert face.text(QAccessible.Text.Description)
        before = chart.grab().toImage()
        theme.choose("dark")
        assert chart.grab().toImage() != before
        theme.choose("light")


def test_keys_go_from_mark_to_mark_and_open_what_stands_behind(theme: Theme, qtbot: QtBot) -> None:
    chart = LineChart(theme, "Answered in time")
    chart.show_line(line(), "a line")
    shown(qtbot, chart)
    opened: list[object] = []
    chart.opened.connect(opened.append)
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    chart.repaint()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space):
        qtbot.keyClick(chart, key)
    assert opened == [0, 2, 3]  # the second point is unknown and has no rows
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened[-1] == 2


def test_no_line_is_drawn_over_what_is_unknown(theme: Theme, qtbot: QtBot) -> None:
    chart = LineChart(theme, "Answered in time")
    points = tuple(Point(height, "", "", None) for height in (0.5, 0.5, None, 0.5, 0.5))
    chart.show_line(LineData(points, ()), "a line")
    shown(qtbot, chart)
    picture = chart.grab().toImage()
    left, right = (chart.spots[place].area.center().toPoint() for place in (1, 2))
    middle = picture.pixelColor((left.x() + right.x()) // 2, left.y())
    joined = picture.pixelColor((chart.spots[0].area.center().toPoint().x() + left.x()) // 2, left.y())
    assert joined.name() == theme.tokens.sales
    assert middle.name() != theme.tokens.sales


def click(qtbot: QtBot, chart: Chart, key: object) -> None:
    spot = next(spot for spot in chart.spots if spot.key == key)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.area.center().toPoint())


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_click_on_a_count_opens_its_rows(theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    chart = cohorts(theme)
    chart.setLayoutDirection(direction)
    shown(qtbot, chart)
    opened: list[object] = []
    chart.opened.connect(opened.append)
    for key in ("on", "not", "open", "few"):
        click(qtbot, chart, key)
    assert opened == ["on", "not", "open", "few"]
    qtbot.mouseClick(
        chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 2 if not chart.isRightToLeft() else 2, 2)
    )
    assert len(opened) == 4


def test_a_chart_without_rows_behind_it_is_no_stop_for_the_keys(theme: Theme, qtbot: QtBot) -> None:
    chart = SparkBars(theme, "Last 8 weeks")
    chart.show_heights((1,), "one week")
    qtbot.addWidget(chart)
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_nasty_names_are_cut_and_nothing_breaks(theme: Theme, qtbot: QtBot) -> None:
    for name in (LONG, "<b>x</b>", "a\0b\r\nc", "\ud800", "\u202ertl", ""):
        bar = GoalBar(theme, face_of(standing(goal(name=name), "behind", 1, 2, Part(Decimal(1))), words()))
        shown(qtbot, bar, 240)
        assert bar.height() < 100


def test_nothing_to_draw_is_drawn_too(theme: Theme, qtbot: QtBot) -> None:
    empty = (
        LineChart(theme, "a"),
        StackedBars(theme, "b"),
        SparkBars(theme, "c"),
        CohortBars(theme, "d"),
        RangeBars(theme, "e"),
    )
    empty[0].show_line(LineData((), ()), "none")
    empty[3].show_cohorts([], "none")
    empty[4].show_stretches([], (), "none")
    for chart in empty:
        shown(qtbot, chart)
        assert list(chart.spots) == []
