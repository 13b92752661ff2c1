"""What a report is asked: its name, how to group, which period, which window, as of when."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from app.as_of import moment_of
from app.context import Context
from app.errors import UsageError
from app.stays import MILESTONES

DEFAULT_WINDOW = 90


@dataclass(frozen=True, slots=True)
class Question:
    """A report to make.

    Attributes:
        report: one of `app.reports.NAMES`.
        by: the field to group by, or None.
        start: the first day of the period in the workspace's zone, or None for no bound.
        end: its last day, counted.
        window: the days a cohort is given; None for all the time there was.
        as_of: the moment at which the figures stood, or None for the present.
        pair: the milestones between which conversion or flow is measured, or None for the report's own choice.
    """

    report: str
    by: str | None = None
    start: date | None = None
    end: date | None = None
    window: int | None = DEFAULT_WINDOW
    as_of: datetime | None = None
    pair: tuple[str, str] | None = None

    @property
    def period(self) -> str:
        """The period in words."""
        if self.start is None and self.end is None:
            return "at any time"
        if self.end is None:
            return f"since {self.start}"
        return f"until {self.end}" if self.start is None else f"from {self.start} to {self.end}"

    @property
    def window_text(self) -> str:
        """The window in words."""
        return "all" if self.window is None else f"{self.window} days"


def ask(
    context: Context,
    report: str,
    by: str | None = None,
    start: str | None = None,
    end: str | None = None,
    window: str | None = None,
    as_of: str | None = None,
    pair: str | None = None,
) -> Question:
    """Return the question that the words of a command line put.

    Args:
        context: gives the present and the zone in which a time without one is read.
        report: its name.
        by: the field to group by.
        start: first day, as 2026-01-31.
        end: last day, counted.
        window: a number of days, or "all".
        as_of: a moment as ISO 8601; a date alone means the end of that day.
        pair: two milestones, as lead:customer.

    Raises:
        UsageError: one of them cannot be read; the sentence says which.
    """
    first, last = _date("--from", start), _date("--to", end)
    if first is not None and last is not None and last < first:
        raise UsageError(
            f"The period ends on {last}, before it begins on {first}. Swap --from and --to.", code="report.period"
        )
    return Question(
        report=report,
        by=by.strip() or None if by else None,
        start=first,
        end=last,
        window=_window(window),
        as_of=moment_of(context, as_of) if as_of else None,
        pair=_pair(pair),
    )


def _date(option: str, text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(
            "{option} “{text}” is not a date. Write it as in 2026-01-31.", option=option, text=text
        ) from None


def _window(text: str | None) -> int | None:
    if text is None or not text.strip():
        return DEFAULT_WINDOW
    if text.strip().lower() == "all":
        return None
    longest = 36_500
    if not text.strip().isdecimal() or int(text) > longest:
        raise UsageError(
            "--window “{text}” is not a number of days from 0 to {longest}, nor “all”.", text=text, longest=longest
        )
    return int(text)


def _pair(text: str | None) -> tuple[str, str] | None:
    if not text:
        return None
    parts = tuple(part.strip().lower() for part in text.split(":"))
    if len(parts) != 2 or any(part not in MILESTONES for part in parts):  # noqa: PLR2004 - a pair
        raise UsageError(
            "“{text}” is not a pair of milestones. Write two of {known}, as in lead:customer.",
            text=text,
            known=", ".join(MILESTONES),
        )
    before, after = parts
    if MILESTONES.index(before) >= MILESTONES.index(after):
        raise UsageError(
            "“{text}” runs backwards: {before} does not come before {after}.", text=text, before=before, after=after
        )
    return before, after


def milestones_in_use(context: Context) -> list[str]:
    """Return the milestones that a stage of the workspace bears, in their order."""
    borne = {stage.milestone for stage in context.stages.values() if stage.milestone is not None}
    return [milestone for milestone in MILESTONES if milestone in borne]


def adjacent_pairs(context: Context) -> list[tuple[str, str]]:
    """Return each milestone in use with the next one."""
    return list(pairwise(milestones_in_use(context)))


def overall(context: Context) -> tuple[str, str]:
    """Return the first and the last milestone in use.

    Raises:
        UsageError: the stages bear fewer than two milestones.
    """
    used = milestones_in_use(context)
    if len(used) < 2:  # noqa: PLR2004 - a pair
        raise UsageError(
            "Fewer than two stages bear a milestone, so nothing can be converted. Set them on the stages.",
            code="report.milestones",
        )
    return used[0], used[-1]
