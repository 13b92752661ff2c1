"""When this computer keeps its desktop notifications to itself: quiet hours on some days, and a pause by hand."""

from datetime import datetime, time, timedelta, tzinfo

from app import settings

KEY = "quiet"
PAUSE = "quiet_until"
_FURTHEST = 14
"""Quiet hours one upon the other that are followed: all of some may be quiet for good."""


def pause(until: datetime | None) -> None:
    """Keep quiet until a moment; None ends the pause."""
    settings.write(**{PAUSE: until.isoformat() if until is not None else None})


def keep(start: time | None, end: time | None, days: tuple[int, ...] = tuple(range(7))) -> None:
    """Keep quiet hours: from and to by the wall clock, on days of the week (0 is Monday); None for no such hours.

    Hours that end no later than they begin last into the next day and belong to the day they begin on.
    """
    hours = (
        None if start is None or end is None else {"from": f"{start:%H:%M}", "to": f"{end:%H:%M}", "days": list(days)}
    )
    settings.write(**{KEY: hours})


def resume(now: datetime) -> None:
    """End the pause at this moment; quiet hours stay."""
    pause(now)


def until(now: datetime, zone: tzinfo, paused: datetime | None = None) -> datetime | None:
    """Return when it really stops being quiet, None where it is not quiet now.

    Quiet hours into which a pause runs count on, as do hours that follow upon others. With `paused` it is asked what
    would be if a pause lasted until then. Settings that cannot be read count as none.
    """
    kept = settings.read()
    pause_ends = paused or _paused(kept.get(PAUSE))
    found = None
    for _ in range(_FURTHEST):
        at = found or now
        ends = [one for one in (pause_ends, _hours(kept.get(KEY), at, zone)) if one is not None and one > at]
        if not ends:
            break
        found = max(ends)
    return found


def paused_until(now: datetime) -> datetime | None:
    """Return until when the pause lasts that was set by hand, None where there is none now."""
    found = _paused(settings.read().get(PAUSE))
    return found if found is not None and found > now else None


def hours_until(now: datetime, zone: tzinfo) -> datetime | None:
    """Return when the quiet hours end that it is now, None outside of them."""
    return _hours(settings.read().get(KEY), now, zone)


def ended(now: datetime, zone: tzinfo) -> datetime | None:
    """Return when it was last quiet, None where that is longer ago than a week or never was."""
    kept = settings.read()
    ends = [_paused(kept.get(PAUSE))]
    found = _read(kept.get(KEY))
    if found is not None:
        start, end, days = found
        for back in range(8):
            day = now.astimezone(zone).date() - timedelta(days=back)
            last = day + timedelta(days=1) if end <= start else day
            if day.weekday() in days:
                ends.append(datetime.combine(last, end, zone))
    return max((one for one in ends if one is not None and one <= now), default=None)


def hours() -> tuple[time, time, tuple[int, ...]] | None:
    """Return the quiet hours that are kept."""
    return _read(settings.read().get(KEY))


def _paused(kept: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(kept)) if kept else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def _read(kept: object) -> tuple[time, time, tuple[int, ...]] | None:
    if not isinstance(kept, dict):
        return None
    try:
        start, end = time.fromisoformat(kept["from"]), time.fromisoformat(kept["to"])
        return start, end, tuple(int(day) for day in kept.get("days", range(7)))
    except (KeyError, TypeError, ValueError):
        return None


def _hours(kept: object, now: datetime, zone: tzinfo) -> datetime | None:
    found = _read(kept)
    if found is None:
        return None
    start, end, days = found
    here = now.astimezone(zone)
    for back in (0, 1):
        day = here.date() - timedelta(days=back)
        last = day + timedelta(days=1) if end <= start else day
        begins, ends = datetime.combine(day, start, zone), datetime.combine(last, end, zone)
        if day.weekday() in days and begins <= here < ends:
            return ends
    return None
