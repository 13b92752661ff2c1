"""Moments as the journal writes them and as cards keep them: microseconds since 1970."""

from datetime import UTC, datetime, timedelta

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Return the microseconds of a moment."""
    return (moment - _START) // _MICROSECOND


def micros_of(text: str) -> int:
    """Return the microseconds of a moment in ISO 8601."""
    return micros(datetime.fromisoformat(text))
