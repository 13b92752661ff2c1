"""The charts of a report: cohorts with their change, spreads of time, and what a check of the data warns of."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.metrics import FEWEST_CASES, difference
from app.reports.answer import Answer, Row
from ui.around import Surroundings
from ui.reports import words as said
from ui.theme import Theme, font
from ui.widgets.bars import Cohort, CohortBars, Count, RangeBars, Stretch
from ui.widgets.wrapping import wrapping

_MOST_BARS = 6
_TEAMS = {"marketing": "marketing", "sales": "sales"}
_GAP = 0.2
"""Of Little's law: what is over it is told as a warning (formula 18)."""


class Charts(QWidget):
    """The chart of a report, where it has one."""

    opened = Signal(object)  # (row, figure): what is to be shown below

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.bars = CohortBars(theme, self.tr("Conversion"), self)
        self.spreads = RangeBars(theme, self.tr("Time in stage"), self)
        self.cohorts: list[Cohort] = []
        self.stretches: list[Stretch] = []
        self.axis = wrapping(self, name="faint")
        self.axis.setFont(font(11))
        self.warning = wrapping(self, name="warning")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.bars, self.spreads, self.axis, self.warning):
            layout.addWidget(widget)
        for chart in (self.bars, self.spreads):
            chart.opened.connect(self.opened)

    def show_answer(self, answer: Answer, before: Answer | None, around: Surroundings) -> None:
        """Draw a report, compared with the one before it where there is one."""
        self._around = around
        rows = answer.rows[:_MOST_BARS] if answer.report == "conversion" else ()
        was: Mapping[str, Row] = {str(row["key"]): row for row in before.rows} if before is not None else {}
        cohorts = [self._cohort(row, was.get(str(row["key"])), compared=before is not None) for row in rows]
        self.bars.setVisible(bool(cohorts))
        if cohorts:
            spoken = ". ".join(", ".join(part for part in self._told(one) if part) for one in cohorts)
            self.bars.show_cohorts(cohorts, spoken)
        spreads = [row for row in answer.rows if row.get("time")] if answer.report == "stage-time" else []
        stretches = [self._stretch(row) for row in spreads]
        self.spreads.setVisible(bool(stretches))
        if stretches:
            heads = (self.tr("median"), self.tr("over"))
            self.spreads.show_stretches(stretches, heads, ". ".join(one.spoken for one in stretches))
        self.axis.setText(self.tr("The axis is drawn by roots: short times have more room than long ones."))
        self.axis.setVisible(bool(stretches))
        warned = [self._warning(row) for row in spreads]
        self.warning.setText("\n".join(one for one in warned if one))
        self.warning.setVisible(any(warned))
        self.cohorts, self.stretches = cohorts, stretches
        self.setVisible(bool(cohorts or stretches))

    @staticmethod
    def _told(one: Cohort) -> tuple[str, ...]:
        return one.title, one.entered, one.went_on.words, one.stayed.words, one.still_open.words, one.rate, *one.note

    def _warning(self, row: Row) -> str:
        """Say that Little's law does not hold for a stage: some moves were written down late, or not at all."""
        check = row.get("little")
        if not check or check["gap"] is None or abs(check["gap"]) <= _GAP:
            return ""
        words = self._around.words
        return self.tr(
            "{stage}: on average {open} leads stood there, while their times speak of {expected}. "
            "Some moves may have been written down late."
        ).format(
            stage=said.key(row),
            open=words.number(round(check["open"])),
            expected=words.number(round(check["expected"])),
        )

    def _stretch(self, row: Row) -> Stretch:
        words, stage = self._around.words, self._around.context.stages.get(row.get("id", 0))
        time: dict[str, float | None] = row["time"]
        median = time.get("median")
        days = "–" if median is None else words.paper.amount(Decimal(median).quantize(Decimal("0.1")), "days", "")
        over, there = int(row.get("over") or 0), int(row.get("open") or 0)
        told = self.tr("{over} of {there}").format(over=over, there=there) if there else ""
        agreed = row.get("agreed_days")
        spoken = self.tr("{stage}: median {days}, {over} of {there} over the agreed days").format(
            stage=said.key(row), days=days, over=over, there=there
        )
        return Stretch(
            name=said.key(row),
            token="muted" if stage is None else _TEAMS.get(stage.team, "accent"),
            p25=time.get("p25"),
            median=median,
            p75=time.get("p75"),
            p90=time.get("p90"),
            agreed=None if agreed is None else float(agreed),
            cells=(days,),
            over=told,
            warned=over > 0,
            spoken=spoken,
            key=(row, "left"),
            over_key=(row, "over" if over else "open"),
        )

    def _cohort(self, row: Row, was: Row | None, *, compared: bool) -> Cohort:
        words = self._around.words
        entered, converted, still = (int(row.get(name) or 0) for name in ("entered", "converted", "open"))
        rate, spread = self.tr("Too few for a rate"), ""
        if entered >= FEWEST_CASES and isinstance(row.get("rate"), float):
            rate = said.percent(row["rate"])
            spread = f"{said.percent(row['low'])}–{said.percent(row['high'])}"
        stayed = entered - converted
        return Cohort(
            said.key(row),
            self.tr("%n entered", None, entered),
            Count(converted, self.tr("{count} went on").format(count=words.number(converted)), (row, "converted")),
            Count(stayed, self.tr("{count} did not").format(count=words.number(stayed)), (row, "stayed")),
            Count(still, self.tr("{count} still open").format(count=words.number(still)), (row, "open")),
            rate,
            spread,
            self._change(row, was) if compared and spread else (),
            "accent",
        )

    def _change(self, row: Row, was: Row | None) -> tuple[str, ...]:
        """Say how a rate changed since the period before, or that the change is within chance."""
        entered, converted = int((was or {}).get("entered") or 0), int((was or {}).get("converted") or 0)
        found = difference(int(row["converted"]), int(row["entered"]), converted, entered)
        if found is None:
            return (self.tr("Too few before"),)
        before = self.tr("{rate} before").format(rate=said.percent(converted / entered))
        low, high = found
        if low <= 0 <= high:
            return self.tr("No clear change"), before
        points = round((int(row["converted"]) / int(row["entered"]) - converted / entered) * 100)
        if low > 0:
            return self.tr("Up %n points", None, points), before
        return self.tr("Down %n points", None, -points), before
