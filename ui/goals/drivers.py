"""What drives a goal, in words: the figure, the one before, and whether that is better."""

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from app.goal_detail import Driver
from app.reports.progress import ANSWERED, Progress
from ui.widgets.goal_words import GoalWords
from ui.words import Due, Words

_FULL = Decimal(100)
_TENTH = Decimal("0.1")


class DriverWords:
    """Writes the drivers of one goal."""

    def __init__(self, one: Progress, words: Words, said: GoalWords) -> None:
        self._one, self._words, self._said = one, words, said

    def name(self, driver: Driver) -> str:
        """Return what a figure is."""
        answered = self._one.goal.metric == ANSWERED
        return {
            "leads": QCoreApplication.translate("DriverWords", "Leads that wait for an answer, or got one")
            if answered
            else QCoreApplication.translate("DriverWords", "Leads that count"),
            "average": QCoreApplication.translate("DriverWords", "Average value"),
            "marketing": QCoreApplication.translate("DriverWords", "Brought by marketing"),
            "sales": QCoreApplication.translate("DriverWords", "Brought by sales"),
            "days": QCoreApplication.translate("DriverWords", "Time until a lead gets there, median"),
            "answer_hours": QCoreApplication.translate("DriverWords", "Time until the first answer, median"),
            "unanswered": QCoreApplication.translate("DriverWords", "Left without an answer"),
        }[driver.what]

    def figures(self, driver: Driver) -> str:
        """Return a figure beside the one before."""
        if driver.now is None and driver.then is None:
            return QCoreApplication.translate("DriverWords", "too few to say, now and then")
        words = QCoreApplication.translate("DriverWords", "{now}, {then} then")
        return words.format(now=self._amount(driver, driver.now), then=self._amount(driver, driver.then))

    def change(self, driver: Driver) -> Due | None:
        """Return how much a figure changed, in the colour of better or worse; None where nothing can be said."""
        if driver.now is None or driver.then is None:
            return None
        gap = self._rounded(driver, driver.now) - self._rounded(driver, driver.then)
        if not gap:
            return Due(QCoreApplication.translate("DriverWords", "as before"), "muted", "")
        token = "good" if (gap > 0) == driver.better else "warn"
        if driver.what == "average" and driver.then:
            share = abs(gap) / driver.then * _FULL
            amount = self._words.paper.percent(share.quantize(Decimal(1), ROUND_HALF_UP))
        else:
            amount = self._in_unit(driver, abs(gap))
        more = QCoreApplication.translate("DriverWords", "{amount} more")
        less = QCoreApplication.translate("DriverWords", "{amount} fewer")
        if driver.what == "average":
            less = QCoreApplication.translate("DriverWords", "{amount} less")
        elif driver.what in {"days", "answer_hours"}:
            more = QCoreApplication.translate("DriverWords", "{amount} slower")
            less = QCoreApplication.translate("DriverWords", "{amount} faster")
        return Due((more if gap > 0 else less).format(amount=amount), token, "")

    def _amount(self, driver: Driver, amount: Decimal | None) -> str:
        if amount is None:
            return QCoreApplication.translate("DriverWords", "too few to say")
        if driver.what == "average":
            return self._said.amount(amount)
        return self._in_unit(driver, self._rounded(driver, amount))

    def _in_unit(self, driver: Driver, amount: Decimal) -> str:
        written = self._words.paper.number(amount)
        if driver.what == "days":
            return QCoreApplication.translate("DriverWords", "{n} d").format(n=written)
        if driver.what == "answer_hours":
            return QCoreApplication.translate("DriverWords", "{n} h").format(n=written)
        return written

    @staticmethod
    def _rounded(driver: Driver, amount: Decimal) -> Decimal:
        if driver.what not in {"days", "answer_hours"}:
            return amount.quantize(Decimal(1), ROUND_HALF_UP)
        found = amount.quantize(_TENTH, ROUND_HALF_UP)
        return found.to_integral_value() if found == found.to_integral_value() else found
