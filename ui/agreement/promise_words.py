"""What promises, their states and what a draft lacks are called on the screen."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QObject

from app.agreement.cases import Case
from app.agreement.clause_text import clause_text
from app.agreement.ledger import Kept, Side
from app.agreement.plain import in_words
from app.agreement.replayed import Missed, shown_points
from app.agreement.terms import PromiseTerms
from ui.around import Surroundings
from ui.words import Words


def promise(terms: PromiseTerms, words: Words) -> str:
    """Return what was promised, in the teams' own words or else in plain ones."""
    if terms.title:
        return terms.title
    time = within(terms.within_minutes, words)
    amount = words.number(terms.amount or 0)
    return {
        "volume": QCoreApplication.translate("PromiseWords", "{amount} leads {period}").format(
            amount=amount, period=period(terms.period)
        ),
        "answers": QCoreApplication.translate("PromiseWords", "Every handoff answered in {time}").format(time=time),
        "attempts": QCoreApplication.translate("PromiseWords", "{amount} tries in {time} on accepted leads").format(
            amount=amount, time=time
        ),
        "complete": QCoreApplication.translate("PromiseWords", "What is asked for on every lead"),
        "returns": QCoreApplication.translate("PromiseWords", "Returned leads taken up in {time}").format(time=time),
        "reasons": QCoreApplication.translate("PromiseWords", "A reason with every refusal"),
    }[terms.metric]


def period(name: str) -> str:
    """Return how often a promise is counted."""
    return {
        "week": QCoreApplication.translate("PromiseWords", "a week"),
        "month": QCoreApplication.translate("PromiseWords", "a month"),
        "quarter": QCoreApplication.translate("PromiseWords", "a quarter"),
    }[name]


def within(minutes: int | None, words: Words) -> str:
    """Return an amount of working time."""
    return words.length(timedelta(minutes=minutes or 0))


def about(one: Kept, words: Words, *, is_past: bool = False) -> str:
    """Return the line under a promise, now or as of the past: how it is counted and what is its goal."""
    terms = one.terms
    if one.is_volume:
        said = QCoreApplication.translate("PromiseWords", "{done} so far · {expected} expected by today")
        if is_past:
            said = QCoreApplication.translate("PromiseWords", "{done} by then · {expected} expected by then")
        said = said.format(done=words.number(one.kept), expected=words.number(round(one.expected or 0)))
        is_over = one.expected is not None and one.expected >= (terms.amount or 0)
        return QCoreApplication.translate("PromiseWords", "The whole period is counted") if is_over else said
    counted = {
        "answers": QCoreApplication.translate("PromiseWords", "Handed over, in working hours"),
        "attempts": QCoreApplication.translate("PromiseWords", "Calls, mails and meetings"),
        "complete": QCoreApplication.translate("PromiseWords", "Asked for at the handoff"),
        "returns": QCoreApplication.translate("PromiseWords", "Refused or recycled by sales"),
        "reasons": QCoreApplication.translate("PromiseWords", "Counted by reason and source"),
    }[terms.metric]
    parts = [counted]
    if one.paused:
        parts.append(QCoreApplication.translate("PromiseWords", "{n} not counted").format(n=words.number(one.paused)))
    goal = QCoreApplication.translate("PromiseWords", "goal {share}").format(share=percent(terms.goal_percent or 100))
    return " · ".join([*parts, goal])


def percent(whole: float) -> str:
    """Return a share given in percent, without decimals."""
    return QCoreApplication.translate("PromiseWords", "{n}%").format(n=round(whole))


def share(kept: int, overdue: int) -> str:
    """Return kept / (kept + overdue) in percent, a dash where nothing was due."""
    return percent(100 * kept / (kept + overdue)) if kept + overdue else "–"


def state(one: Kept, words: Words) -> tuple[str, str, str]:
    """Return how a promise stands: the words, and the tokens of their colour and ground."""
    if one.pace == "kept":
        return QCoreApplication.translate("PromiseWords", "Kept"), "good", "good_soft"
    if one.pace == "on pace":
        return QCoreApplication.translate("PromiseWords", "On pace"), "good", "good_soft"
    if one.pace == "quiet":
        return QCoreApplication.translate("PromiseWords", "Nothing due"), "muted", "pill"
    if one.is_volume:
        behind = (one.expected or 0) - one.kept if one.pace == "behind" else one.overdue
        count = max(1, round(behind))
        token = ("warn", "warn_soft") if one.pace == "behind" else ("bad", "bad_soft")
        return (
            QCoreApplication.translate("PromiseWords", "{n} short").format(n=words.number(count)),
            *token,
        )
    reached = 100 * one.kept / (one.kept + one.overdue)
    points = max(1, round((one.terms.goal_percent or 100) - reached))
    return Counted().points_short(points), "warn", "warn_soft"


def counts(one: Kept, words: Words) -> tuple[tuple[str, str, int, str], ...]:
    """Return the figures under a promise's bar: name, words, number and token."""
    volume = one.is_volume
    found = [
        (
            "kept",
            QCoreApplication.translate("PromiseWords", "delivered")
            if volume
            else QCoreApplication.translate("PromiseWords", "kept"),
            one.kept,
            "text",
        ),
        (
            "owed",
            QCoreApplication.translate("PromiseWords", "to go")
            if volume
            else QCoreApplication.translate("PromiseWords", "not due yet"),
            one.owed,
            "text",
        ),
        (
            "overdue",
            QCoreApplication.translate("PromiseWords", "missing")
            if volume
            else QCoreApplication.translate("PromiseWords", "overdue"),
            one.overdue,
            "bad",
        ),
    ]
    if one.forgiven:
        found.append(("forgiven", QCoreApplication.translate("PromiseWords", "forgiven"), one.forgiven, "text"))
    del words
    return tuple(found)


class Counted(QObject):
    """Words whose form goes by a number: only the translator of an object knows of those."""

    def points_short(self, number: int) -> str:
        """Return by how many points a goal was missed."""
        return self.tr("%n points short", None, number)

    def late(self, metric: str, number: int) -> str:
        """Return what opens the late cases of a promise."""
        if metric == "volume":
            return self.tr("%n leads are missing", None, number)
        if metric == "answers":
            return self.tr("See the %n late answers", None, number)
        if metric == "attempts":
            return self.tr("See the %n leads without enough tries", None, number)
        if metric == "complete":
            return self.tr("See the %n incomplete leads", None, number)
        if metric == "returns":
            return self.tr("See the %n leads nobody took up", None, number)
        return self.tr("See the %n refusals without a reason", None, number)


def late(one: Kept) -> str:
    """Return what the line under the figures says of what is late."""
    if one.overdue:
        return Counted().late(one.terms.metric, one.overdue)
    return QCoreApplication.translate("PromiseWords", "Nothing late")


def side(one: Side) -> str:
    """Return whose promises these are, and to whom."""
    return (
        QCoreApplication.translate("PromiseWords", "Marketing to sales")
        if one.team == "marketing"
        else QCoreApplication.translate("PromiseWords", "Sales to marketing")
    )


def carried(case: Case, terms: PromiseTerms, around: Surroundings) -> str:
    """Return what is still owed of a case of before."""
    title = promise(terms, around.words)
    return QCoreApplication.translate("PromiseWords", "{name}: {promise}").format(name=case.name, promise=title)


def missing(count: int, day: date, around: Surroundings) -> str:
    """Return how many leads a period lacks that began on a day."""
    began = around.words.paper.day_short(day, around.now.year)
    return QCoreApplication.translate("PromiseWords", "{n} missing since {day}").format(
        n=around.words.number(count), day=began
    )


def why(one: Missed, around: Surroundings) -> str:
    """Return what kept a won lead out."""
    said = [in_words(each.said, around.words.paper) for each in one.failed if each.points is None]
    if one.short:
        said.append(
            QCoreApplication.translate("PromiseWords", "Score {points}, needs {needed}").format(
                points=shown_points(one.points), needed=around.words.number(one.needed or 0)
            )
        )
    return " · ".join(said)


def without(one: Missed, around: Surroundings) -> str:
    """Return which clauses would have brought the points that it lacks."""
    lacking = (clause_text(each.label, each.query) for each in one.failed if each.points is not None)
    named = [in_words(each, around.words.paper) for each in lacking]
    if not named:
        return ""
    return QCoreApplication.translate("PromiseWords", "No points from: {clauses}").format(clauses=", ".join(named))
