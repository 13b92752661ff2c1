"""The figures of a printed summary: headline tiles, goals with their bars, the line over time."""

import math
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.printable import bare, line
from app.summary_data import ChartData, ChartPoint, GoalLine, Tile, Unit, Win
from app.summary_layout import TITLE, Layout, Row
from app.wording import shortens

_TONES = {"ahead": "good", "on_pace": "good", "met": "good", "behind": "warn", "missed": "bad", "not_started": "calm"}
_MILLION = Decimal(1_000_000)
_MANY_LABELS = 8  # along a chart
_HIGH_RATES = 50  # percent: above it a chart of rates may leave out the lower part of its axis
_STEP_OF_RATES = 20


def tile(layout: Layout, one: Tile) -> Row:
    """Return a headline figure: its label, value, and the difference with its tone."""
    words, currency = layout.words, layout.summary.currency
    shorten = one.value is not None and (shortens(one.value) or abs(one.value) >= _MILLION)
    return {
        "label": layout.label(one.label, "label"),
        "mark": layout.mark(one.population, one.clock, one.window),
        "value": words.text("unknown")
        if one.value is None
        else words.amount(one.value, one.unit, currency, short=shorten),
        "delta": "" if one.delta is None else _delta(layout, one, one.delta, shorten),
        "tone": {True: "good", False: "bad", None: "calm"}[one.good],
    }


def _delta(layout: Layout, one: Tile, delta: Decimal, shorten: bool) -> str:
    words = layout.words
    size = words.difference(delta, one.unit, layout.summary.currency, short=shorten)
    if one.delta_kind == "target":
        return words.plural("short_of", delta, size) if delta < 0 else words.text("over", n=size)
    signed = f"+{size}" if delta > 0 else f"\u2212{size}" if delta < 0 else f"±{size}"
    if one.delta_kind == "plain":
        return signed
    return words.text({"week": "this_week", "meeting": "since_meeting"}[one.delta_kind], n=signed)


def goal(layout: Layout, one: GoalLine) -> Row:
    """Return a goal: its words, and its bar as shares of the whole track."""
    words, currency = layout.words, layout.summary.currency
    told = [part for part in (one.actual, one.target, one.marketing, one.sales) if part is not None]
    short = one.unit == "money" and all(shortens(part) for part in told)
    expected = None if one.expected is None else _whole(one.expected, one.unit, short)

    def written(amount: Decimal) -> str:
        return words.amount(amount, one.unit, currency, short=short)

    pill, tone = _pill(layout, one, expected, short)
    bar = _rate_bar(one) if one.unit == "percent" else _bar(one)
    rest = Decimal(0) if one.unit == "percent" else one.actual - (one.marketing or 0) - (one.sales or 0)
    parted = one.marketing is not None or one.sales is not None
    return {
        "name": layout.line(one.name, TITLE) or layout.label(one.metric, "label"),
        "mark": layout.mark(one.population, one.clock, one.window),
        "pill": pill,
        "tone": tone,
        "done": written(one.actual),
        "of": words.text("of", n=written(one.target)),
        "marketing": "" if one.marketing is None else words.text("marketing", n=written(one.marketing)),
        "sales": "" if one.sales is None else words.text("sales", n=written(one.sales)),
        "rest": words.text("elsewhere", n=written(rest)) if parted and rest > 0 else "",
        "expected": _mark_label(layout, one, "" if expected is None else written(expected)),
        "bar": bar,
    }


def win(layout: Layout, one: Win) -> Row:
    """Return something to celebrate; what it brought stands behind its title."""
    words, title = layout.words, layout.line(one.title, TITLE)
    if one.value is not None:
        brought = words.amount(one.value, one.unit, one.currency)
        if one.target is not None:
            brought = f"{brought} {words.text('of', n=words.amount(one.target, one.unit, one.currency))}"
        title = words.text("brought", title=title, n=brought)
    return {"title": title, "detail": layout.line(one.detail, TITLE)}


def _mark_label(layout: Layout, one: GoalLine, expected: str) -> str:
    """Return what the upright line on the bar stands for: what is expected by today, or a rate's goal."""
    if expected:
        return layout.words.text("expected", n=expected)
    return layout.words.text("goal", n=layout.words.percent(one.target)) if one.unit == "percent" else ""


def _whole(amount: Decimal, unit: Unit, short: bool) -> Decimal:
    """Round what was reckoned, not counted, to what its neighbours on the paper are given in."""
    if unit in {"percent", "hours", "days"}:
        return amount
    step = Decimal(1000) if short else Decimal(1)
    return (amount / step).to_integral_value(ROUND_HALF_UP) * step


def _pill(layout: Layout, one: GoalLine, expected: Decimal | None, short: bool) -> tuple[str, str]:
    words, currency = layout.words, layout.summary.currency
    if one.state == "no_pace":
        return "", "calm"
    tone = _TONES[one.state]
    if one.state == "behind" and one.unit == "percent" and one.actual < one.target:
        gap = one.target - one.actual
        text = words.plural("short_of", gap, words.difference(gap, one.unit, currency))
        return text[:1].upper() + text[1:], "bad"
    if one.state == "behind" and expected is not None and expected - one.actual >= 1:
        gap = expected - one.actual
        return words.text("behind_by", n=words.difference(gap, one.unit, currency, short=short and shortens(gap))), tone
    return words.text(one.state, section="state"), tone


def _bar(one: GoalLine) -> Row:
    """Stack both teams' parts, and what is neither's, on a track as long as the target."""
    track = max(one.target, Decimal(1)) if one.target > 0 else max(one.actual, Decimal(1))
    track = max(track, one.actual, one.expected or Decimal(0))
    marketing, sales = max(one.marketing or Decimal(0), Decimal(0)), max(one.sales or Decimal(0), Decimal(0))
    rest = max(one.actual - marketing - sales, Decimal(0))
    track = max(track, marketing + sales + rest)
    mark = None if one.expected is None or one.expected <= 0 else float(one.expected / track)
    return {
        "marketing": float(marketing / track),
        "sales": float(sales / track),
        "rest": float(rest / track),
        "mark": mark if mark is None or mark < 1 else None,
    }


def _rate_bar(one: GoalLine) -> Row:
    """Fill a track of 0 to 100 %; two teams' rates don't add up, so the bar is of one team's colour or of both's."""
    track = max(Decimal(100), one.actual, one.target)
    share = float(max(one.actual, Decimal(0)) / track)
    team = "rest"
    if (one.marketing is None) != (one.sales is None):
        team = "sales" if one.marketing is None else "marketing"
    mark = float(max(one.target if one.expected is None else one.expected, Decimal(0)) / track)
    return {"marketing": 0.0, "sales": 0.0, "rest": 0.0, "mark": mark if mark < 1 else None} | {team: share}


def chart(layout: Layout, data: ChartData | None) -> Row | None:
    """Return a line over time with its axis, or None if there is nothing to draw."""
    if data is None:
        return None
    values = [value for point in data.points if (value := _known(point)) is not None]
    if not values:
        return None
    words, currency = layout.words, layout.summary.currency
    ticks = _ticks(data, values)
    low, high = ticks[0], ticks[-1]

    def height(value: Decimal) -> float:
        return float((value - low) / (high - low))

    def written(value: Decimal) -> str:
        return words.amount(value, data.unit, currency, short=True)

    count = len(data.points)
    every = max(1, math.ceil(count / _MANY_LABELS))
    told = _told(data.points)
    points: list[Row] = [
        {
            "y": None if value is None else height(value),
            "value": written(value) if value is not None and place in told else "",
            "label": _day(layout, point) if (count - 1 - place) % every == 0 else "",
        }
        for place, (point, value) in enumerate((point, _known(point)) for point in data.points)
    ]
    title = layout.label(data.title, "chart", "label")
    goal_text = "" if data.goal is None else words.text("goal", n=written(data.goal))
    return {
        "title": title,
        "mark": layout.mark(data.population, data.clock, data.window),
        "ticks": [{"y": height(tick), "label": written(tick)} for tick in ticks],
        "goal": None if data.goal is None else {"y": height(data.goal), "label": goal_text},
        "points": points,
        "alt": bare(_spoken(layout, data, title, goal_text)),
    }


def _known(point: ChartPoint) -> Decimal | None:
    return point.value if point.value is not None and point.value.is_finite() else None


def _told(points: tuple[ChartPoint, ...]) -> set[int]:
    """Return the places whose figures are written: all of a few; of many the highest, the lowest and the last."""
    known = [(value, place) for place, point in enumerate(points) if (value := _known(point)) is not None]
    if len(points) <= _MANY_LABELS:
        return {place for _, place in known}
    return {max(known)[1], min(known)[1], known[-1][1]}


def _spoken(layout: Layout, data: ChartData, title: str, goal_text: str) -> str:
    words, said = layout.words, []
    for point in data.points:
        day, value = _day(layout, point), _known(point)
        if value is None:
            said.append(words.text("chart_gap", date=day))
        else:
            written = words.amount(value, data.unit, layout.summary.currency)
            said.append(words.text("chart_point", value=written, date=day))
    text = words.text("chart_alt", title=title, points=", ".join(said))
    return f"{text} {goal_text}." if goal_text else text


def _day(layout: Layout, point: ChartPoint) -> str:
    if isinstance(point.at, date):
        return layout.words.day_short(point.at, layout.summary.date.year)
    return line(point.at, longest=12)


def _ticks(data: ChartData, values: list[Decimal]) -> list[Decimal]:
    """Return the marks of the axis, the lowest and highest of which hold all values and the goal."""
    held = [*values, *([] if data.goal is None else [data.goal])]
    low, high = min(held), max(held)
    if data.unit == "percent" and low >= 0 and high <= 100:  # noqa: PLR2004 - percent
        if low < _HIGH_RATES:
            return [Decimal(tick) for tick in (0, 25, 50, 75, 100)]
        start = int((low - _STEP_OF_RATES // 2) // _STEP_OF_RATES) * _STEP_OF_RATES
        return [Decimal(tick) for tick in range(start, 101, _STEP_OF_RATES)]
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = _step((high - low) / 4, whole=data.unit == "count")
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return [step * tick for tick in range(first, last + 1)]


def _step(rough: Decimal, *, whole: bool) -> Decimal:
    """Return the least of 1, 2 or 5 times a power of ten that is at least `rough`, whole if asked."""
    if rough <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    return max(step, Decimal(1)) if whole else step
