"""As of when something is asked: a moment that has passed, as a day or as the text of a command line."""

from datetime import date, datetime, timedelta

from app.context import Context
from app.errors import UsageError
from app.periods import day_start


def day_end(context: Context, day: date) -> datetime:
    """Return the moment for which a day of the workspace's zone stands: its end, or now while it lasts.

    Raises:
        UsageError: the day has not begun.
    """
    moment = day_start(day + timedelta(days=1), context.zone) - timedelta(microseconds=1)
    # Today has not ended: as of today is as of now.
    return context.now if day_start(day, context.zone) <= context.now < moment else _past(context, moment)


def moment_of(context: Context, text: str) -> datetime:
    """Return the moment that `--as-of` gives: a day (see `day_end`), or a time, in the workspace's zone if it has none.

    Raises:
        UsageError: it cannot be read, or lies in the future.
    """
    try:
        if len(text.strip()) == len("2026-01-31"):
            return day_end(context, date.fromisoformat(text.strip()))
        moment = datetime.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        raise UsageError(
            "--as-of “{text}” is not a moment. Write it as in 2026-01-31 or 2026-01-31T17:00.", text=text
        ) from None
    return _past(context, moment if moment.tzinfo is not None else moment.replace(tzinfo=context.zone))


def _past(context: Context, moment: datetime) -> datetime:
    if moment > context.now:
        raise UsageError("--as-of lies in the future; choose a moment that has passed.")
    return moment
