"""Goals in words: their measure, where they stand and what their bar shows, as screens say it."""

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from app.goals import AMOUNTS
from app.reports.progress import ANSWERED, MANUAL, GoalRow, Progress
from app.summary_data import Unit
from app.wording import shortens
from ui.widgets.goal_bar import GoalFace
from ui.words import Words

_TOKENS = {
    "ahead": ("good", "trending-up"),
    "on_pace": ("good", "check"),
    "met": ("good", "check"),
    "behind": ("warn", "clock"),
    "missed": ("bad", "alarm-clock"),
    "not_started": ("muted", "calendar"),
    "no_pace": ("muted", ""),
}
_SHORT_FROM = 10_000
_FULL = Decimal(100)


def metric_name(metric: str) -> str:
    """Return what a metric counts, as a person reads it."""
    said = {
        "leads": QCoreApplication.translate("GoalWords", "New leads"),
        "mqls": QCoreApplication.translate("GoalWords", "Leads that became qualified (MQL)"),
        "sals": QCoreApplication.translate("GoalWords", "Leads accepted by sales (SAL)"),
        "sqls": QCoreApplication.translate("GoalWords", "Leads qualified by sales (SQL)"),
        "opportunities": QCoreApplication.translate("GoalWords", "Opportunities"),
        "pipeline": QCoreApplication.translate("GoalWords", "Value of opportunities"),
        "won": QCoreApplication.translate("GoalWords", "Leads won"),
        "won_value": QCoreApplication.translate("GoalWords", "Value won"),
        ANSWERED: QCoreApplication.translate("GoalWords", "Leads answered in time"),
        MANUAL: QCoreApplication.translate("GoalWords", "Entered by hand"),
    }
    return said.get(metric, metric)


def unit_of(goal: GoalRow) -> Unit:
    """Return what a goal's amounts are."""
    return "money" if goal.metric in AMOUNTS else "percent" if goal.metric == ANSWERED else "count"


class GoalWords:
    """Writes one goal's amounts and says where it stands."""

    def __init__(self, words: Words, progress: Progress) -> None:
        self._paper = words.paper
        self._one = progress
        self._unit = unit_of(progress.goal)
        self._currency = progress.currency or words.currency

    def amount(self, amount: Decimal) -> str:
        """Return an amount in the goal's unit, as short as it can be read."""
        return self._paper.amount(self._rounded(amount), self._unit, self._currency, short=self._is_short(amount))

    def difference(self, amount: Decimal) -> str:
        """Return how far apart two amounts are."""
        return self._paper.difference(self._rounded(amount), self._unit, self._currency, short=self._is_short(amount))

    def _is_short(self, amount: Decimal) -> bool:
        return self._unit == "money" and (abs(amount) >= _SHORT_FROM or shortens(amount))

    def _rounded(self, amount: Decimal) -> Decimal:
        if self._unit == "count" and amount == amount.to_integral_value():
            return amount
        return amount.quantize(Decimal("0.1") if self._unit == "percent" else Decimal(1), ROUND_HALF_UP)

    def state(self) -> str:
        """Return where the goal stands, in words."""
        one = self._one
        gap = (one.actual or Decimal(0)) - one.expected
        if one.state == "behind" and self._unit == "percent":
            short = one.goal.target - (one.actual or Decimal(0))
            return QCoreApplication.translate("GoalWords", "{amount} short").format(amount=self.difference(short))
        if one.state == "behind":
            return QCoreApplication.translate("GoalWords", "Behind by {amount}").format(amount=self.difference(gap))
        if one.state == "ahead":
            return QCoreApplication.translate("GoalWords", "Ahead by {amount}").format(amount=self.difference(gap))
        if one.state == "missed":
            gap = one.goal.target - (one.actual or Decimal(0))
            return QCoreApplication.translate("GoalWords", "Missed by {amount}").format(amount=self.difference(gap))
        if one.state == "on_pace" and self._unit == "percent":
            return QCoreApplication.translate("GoalWords", "Met so far")
        return {
            "on_pace": QCoreApplication.translate("GoalWords", "On pace"),
            "met": QCoreApplication.translate("GoalWords", "Met"),
            "not_started": QCoreApplication.translate("GoalWords", "Not started"),
            "no_pace": QCoreApplication.translate("GoalWords", "Too few to say"),
        }[one.state]

    def token(self) -> tuple[str, str]:
        """Return the colour and the drawing of the state."""
        if self._one.state == "behind" and self._unit == "percent":
            return "bad", "alarm-clock"
        return _TOKENS[self._one.state]

    def target(self) -> str:
        """Return what is aimed at, as in "of 160"."""
        words = QCoreApplication.translate("GoalWords", "of {target}")
        return words.format(target=self.amount(self._one.goal.target))

    def actual(self) -> str:
        """Return what was reached."""
        return "–" if self._one.actual is None else self.amount(self._one.actual)

    def expected(self) -> str:
        """Return what the mark on the bar says."""
        if self._unit == "percent":
            return QCoreApplication.translate("GoalWords", "Promised at least {amount}").format(
                amount=self.amount(self._one.goal.target)
            )
        if self._one.state == "not_started":
            return ""
        return QCoreApplication.translate("GoalWords", "Expected by today {amount}").format(
            amount=self.amount(self._one.expected)
        )

    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return what stands under the bar, with the token of its colour."""
        part = self._one.part
        if self._unit == "percent":
            said = QCoreApplication.translate("GoalWords", "{kept} of {cases} in time")
            return ((said.format(kept=self._paper.number(part.kept), cases=self._paper.number(part.cases)), "accent"),)
        return (
            (
                QCoreApplication.translate("GoalWords", "Marketing {amount}").format(
                    amount=self.amount(part.marketing)
                ),
                "marketing",
            ),
            (QCoreApplication.translate("GoalWords", "Sales {amount}").format(amount=self.amount(part.sales)), "sales"),
        )


def face_of(progress: Progress, words: Words) -> GoalFace:
    """Return a goal as its bar shows it."""
    said = GoalWords(words, progress)
    token, icon = said.token()
    rate = progress.goal.metric == ANSWERED
    actual, target = progress.actual or Decimal(0), progress.goal.target
    # A rate's bar is as long as all cases; an amount's as long as the target, or what passed it.
    track = max(_FULL if rate else target, actual, Decimal(1) if target <= 0 else target)
    mark = target if rate else progress.expected if progress.state != "not_started" else None
    state, parts, expected = said.state(), said.parts(), said.expected()
    figures = f"{said.actual()} {said.target()}"
    told = [f"{progress.goal.name}: {state}", figures, *(part for part, _ in parts), expected]
    return GoalFace(
        name=progress.goal.name,
        state=state,
        token=token,
        icon=icon,
        actual=said.actual(),
        target=said.target(),
        marketing=0.0 if rate else _share(progress.part.marketing, track),
        sales=0.0 if rate else _share(progress.part.sales, track),
        both=_share(actual, track) if rate else 0.0,
        mark=None if mark is None or mark <= 0 else _share(mark, track),
        parts=parts,
        expected=expected,
        spoken=". ".join(one for one in told if one) + ".",
    )


def _share(amount: Decimal, track: Decimal) -> float:
    return float(max(amount, Decimal(0)) / track)
