"""Places in an order that many people rearrange at once: text between two neighbours, one row a move.

A rank is a fraction in base 62, written without the leading point and never ending in the smallest digit, so that
there is always room between two of them. They are compared by code point.
"""

from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_BASE = len(DIGITS)
WIDTH = 6
STEP = 3_844  # 62 squared: an append moves the third digit from the end
TOO_LONG = 40


def between(before: str | None, after: str | None) -> str:
    """Return a rank between two others; None stands for the open end.

    Raises:
        ValueError: `before` does not come before `after`.
    """
    if before is not None and after is not None:
        if before >= after:
            raise ValueError(f"{before!r} does not come before {after!r}")
        return _midpoint(before, after)
    if before is None and after is None:
        return _written(_BASE**WIDTH // 2 + 1)
    if after is None:
        stepped = _number(before or "") + STEP
        return _written(stepped) if stepped < _BASE**WIDTH else _midpoint(before or "", None)
    stepped = _number(after) - STEP
    return _written(stepped) if stepped > 0 else _midpoint("", after)


def several(count: int, before: str | None, after: str | None) -> list[str]:
    """Return `count` ranks in order between two others, as short as halving makes them; None is the open end."""
    if after is None:
        return list(spread(count, before))
    if count == 0:
        return []
    middle = between(before, after)
    left = (count - 1) // 2
    return [*several(left, before, middle), middle, *several(count - 1 - left, middle, after)]


def spread(count: int, after: str | None = None) -> Iterator[str]:
    """Yield `count` ranks in order, the first of them after `after`."""
    last = after
    for _ in range(count):
        last = between(last, None)
        yield last


def _number(rank: str) -> int:
    value = 0
    for digit in rank[:WIDTH].ljust(WIDTH, "0"):
        value = value * _BASE + _VALUE[digit]
    return value


def _written(number: int) -> str:
    digits = []
    rest = number if number % _BASE else number + 1
    for _ in range(WIDTH):
        rest, digit = divmod(rest, _BASE)
        digits.append(DIGITS[digit])
    return "".join(reversed(digits))


def _midpoint(before: str, after: str | None) -> str:
    shared = 0
    while after is not None and shared < len(after) and (before[shared : shared + 1] or "0") == after[shared]:
        shared += 1
    if shared:
        return (after or "")[:shared] + _midpoint(before[shared:], (after or "")[shared:])
    low = _VALUE[before[0]] if before else 0
    high = _VALUE[after[0]] if after else _BASE
    if high - low > 1:
        return DIGITS[(low + high) // 2]
    if after and len(after) > 1:
        return after[0]
    return DIGITS[low] + _midpoint(before[1:], None)
