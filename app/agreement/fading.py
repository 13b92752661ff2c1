"""How points fade: all halve in the same time, so that one factor ages them all (see `app.scores`).

Moments are microseconds since 1970. Nothing of the database is loaded for it.
"""

_DAY = 86_400_000_000
_MOST = 900.0
_LEAST = -100.0


def left(published: int, halving_days: int, now: int) -> float:
    """Return what is left now of a point that was whole when the version was published."""
    return float(2.0 ** -min(max(_halvings(published, halving_days, now), _LEAST), _MOST))


def weight(published: int, halving_days: int, since: int) -> float:
    """Return what a point that fades since a moment was worth when the version was published."""
    exponent = _halvings(published, halving_days, since)
    return 0.0 if exponent < _LEAST else float(2.0 ** min(exponent, _MOST))


def _halvings(published: int, halving_days: int, until: int) -> float:
    """Return how many half-lives lie between the publishing and a moment, negative before it."""
    return (until - published) / (halving_days * _DAY)
