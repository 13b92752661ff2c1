"""What a replay answers, as figures, as JSON and as text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.agreement.clause_text import ClauseText, clause_text
from app.fields import to_plain
from app.metrics import rate_of

Touch = tuple[str, datetime]


@dataclass(frozen=True, slots=True)
class Side:
    """What one version makes of the leads.

    Attributes:
        ready: how many would have been MQLs.
        accepted: how many of them sales really accepted, won ones included.
        refused: how many it refused: rejected, recycled, or disqualified without ever having been accepted.
        open: how many are neither.
        won: how many were won.
        a_day: MQLs per seller and working day; None without sellers or working days.
    """

    ready: int
    accepted: int
    refused: int
    open: int
    won: int
    a_day: float | None

    def to_json(self) -> dict[str, Any]:
        """Return it as a part of a document, with the rate of acceptance and its interval (formula 17)."""
        rate = rate_of(self.accepted, self.accepted + self.refused)
        return {
            "ready": self.ready,
            "accepted": self.accepted,
            "refused": self.refused,
            "open": self.open,
            "won": self.won,
            "rate": rate.rate,
            "low": rate.low,
            "high": rate.high,
            "per_seller_per_day": self.a_day,
        }


@dataclass(frozen=True, slots=True)
class Failed:
    """A clause that was not met: required where `points` is None. `parts` are those of its query that failed."""

    key: str
    query: str
    label: str
    points: int | None
    parts: tuple[str, ...]

    @property
    def said(self) -> ClauseText:
        """What it asks for and was not met, as it is written."""
        return clause_text(self.label, *(self.parts or (self.query,)))


@dataclass(frozen=True, slots=True)
class Missed:
    """A won lead that would never have been an MQL, as it stood when it came nearest to it.

    `failed` are the required clauses that it did not meet and, where its points did not suffice, those that would have
    brought some. `caught_before` says whether the version in force lets it through.
    """

    id: int
    caught_before: bool
    won_at: datetime
    judged_at: datetime
    failed: tuple[Failed, ...]
    points: float
    needed: int | None
    value: Decimal | None
    currency: str
    name: str = ""
    company: str = ""
    owner_id: int | None = None
    first_touch: Touch | None = None
    last_touch: Touch | None = None

    @property
    def short(self) -> bool:
        """Whether its points did not suffice."""
        return self.needed is not None and self.points < self.needed

    def to_json(self) -> dict[str, Any]:
        """Return it as a part of a document."""
        return {
            "id": self.id,
            "name": self.name,
            "company": self.company,
            "owner": self.owner_id,
            "won_at": to_plain(self.won_at),
            "judged_at": to_plain(self.judged_at),
            "value": to_plain(self.value),
            "currency": self.currency,
            "points": self.points,
            "needed": self.needed,
            "caught_before": self.caught_before,
            "failed": [
                {"key": one.key, "query": one.query, "label": one.label, "points": one.points, "parts": list(one.parts)}
                for one in self.failed
            ],
            "first_touch": _touch(self.first_touch),
            "last_touch": _touch(self.last_touch),
        }

    def why(self) -> str:
        """Return in words what kept it out."""
        said: list[str] = [one.said for one in self.failed if one.points is None]
        if self.short:
            said.append(f"{shown_points(self.points)} of {self.needed} points")
        return "; ".join(said)


@dataclass(frozen=True, slots=True)
class Replay:
    """What a version would have done with the leads made from `first_day` to `last_day`.

    `compared` is the number of the version in force beside which it stands; where it is None, `before` is what really
    became MQLs. `by_month` has each month with both counts, by when the lead first was an MQL. `spared` are refusals
    that the version in force let through and this one does not, by reason. `broken` are queries that cannot be
    followed in this workspace: they stop nobody.
    """

    number: int
    version_id: int
    is_draft: bool
    compared: int | None
    first_day: date
    last_day: date
    months: int
    leads: int
    before: Side
    after: Side
    by_month: tuple[tuple[str, int, int], ...]
    spared: tuple[tuple[str, int], ...]
    spared_ids: tuple[int, ...]
    missed: tuple[Missed, ...]
    won: int
    won_value: Mapping[str, Decimal]
    missed_value: Mapping[str, Decimal]
    sellers: int
    working_days: int
    broken: Mapping[str, str]

    @property
    def population(self) -> str:
        """What was counted, in words."""
        return f"leads made from {self.first_day} to {self.last_day}, as they then stood"

    def to_json(self) -> dict[str, Any]:
        """Return the document that `replay --json` prints."""
        return {
            "version": self.number,
            "draft": self.is_draft,
            "compared": self.compared,
            "population": self.population,
            "from": self.first_day.isoformat(),
            "to": self.last_day.isoformat(),
            "leads": self.leads,
            "before": self.before.to_json(),
            "after": self.after.to_json(),
            "months": [{"month": key, "before": before, "after": after} for key, before, after in self.by_month],
            "spared": {
                "count": len(self.spared_ids),
                "ids": list(self.spared_ids),
                "reasons": [{"reason": reason, "count": count} for reason, count in self.spared],
            },
            "won": {"count": self.won, "value": _sums(self.won_value)},
            "missed": {
                "count": len(self.missed),
                "value": _sums(self.missed_value),
                "leads": [one.to_json() for one in self.missed],
            },
            "sellers": self.sellers,
            "working_days": self.working_days,
            "broken": dict(self.broken),
        }

    def to_text(self) -> str:
        """Return the figures as plain text."""
        name = f"Version {self.compared}" if self.compared is not None else "As it went"
        spared = ", ".join(f"{count} {reason or '(blank)'}" for reason, count in self.spared)
        heads = ("MQLs", "accepted", "refused", "unanswered", "won", "acceptance", "per seller and day")
        lines = [
            f"Version {self.number}{' (draft)' if self.is_draft else ''} over {self.leads} {self.population}.",
            "Nothing is changed by a replay. Answers are those that sales really gave.",
            "",
            f"{'':<14}" + "".join(f"{head:>12}" for head in heads[:-1]) + f"{heads[-1]:>20}",
            _line(name, self.before),
            _line(f"Version {self.number}", self.after),
            "",
            f"Refusals spared: {len(self.spared_ids)}{f' ({spared})' if spared else ''}",
            f"Won leads that would have been missed: {len(self.missed)} of {self.won}{self._either()}",
        ]
        lines += [
            f"  {one.id}  {one.name}{f', {one.company}' if one.company else ''}: {one.why()}" for one in self.missed
        ]
        lines += [f"Cannot be followed, so it stops nobody: {query} ({why})" for query, why in self.broken.items()]
        return "\n".join(lines)

    def _either(self) -> str:
        """Return in words how many of the missed the version in force misses as well."""
        either = sum(not one.caught_before for one in self.missed)
        return f", {either} of them under version {self.compared} too" if either and self.compared is not None else ""


def shown_points(points: float) -> str:
    """Return points with one decimal, cut off and not rounded: 49.96 is less than 50."""
    tenths = int(points * 10)
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}" + (f".{rest}" if rest else "")


def _line(name: str, side: Side) -> str:
    rate = rate_of(side.accepted, side.accepted + side.refused).rate
    cells = [str(one) for one in (side.ready, side.accepted, side.refused, side.open, side.won)]
    cells.append("-" if rate is None else f"{rate * 100:.1f} %")
    last = "-" if side.a_day is None else f"{side.a_day:.2f}"
    return f"{name:<14}" + "".join(f"{cell:>12}" for cell in cells) + f"{last:>20}"


def _sums(sums: Mapping[str, Decimal]) -> list[dict[str, str]]:
    return [{"amount": f"{amount:f}", "currency": currency} for currency, amount in sums.items()]


def _touch(touch: Touch | None) -> dict[str, Any] | None:
    return None if touch is None else {"type": touch[0], "at": to_plain(touch[1])}
