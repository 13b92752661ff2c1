"""Minutes for good: a summary as plain JSON values, and back."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.errors import DamagedError
from app.summary_data import Summary


def freeze(summary: Summary) -> dict[str, Any]:
    """Return a summary as plain JSON values, for good."""
    return {one.name: _frozen(getattr(summary, one.name)) for one in fields(summary)}


def _frozen(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _frozen(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_frozen(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def thaw(plain: Mapping[str, Any]) -> Summary:
    """Return the summary that was frozen.

    Raises:
        DamagedError: these are no minutes.
    """
    try:
        summary = _thawed(Summary, plain)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise DamagedError(
            "The frozen minutes of this meeting cannot be read; the journal holds what was said."
        ) from error
    assert isinstance(summary, Summary)  # noqa: S101 - tells mypy what was asked for
    return summary


def _thawed(kind: Any, plain: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if plain is None and (kind is NoneType or NoneType in inner):
        return None
    if origin in (Union, UnionType):
        return _one_of([one for one in inner if one is not NoneType], plain)
    if origin is tuple:
        return tuple(_thawed(inner[0], one) for one in plain)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(
            **{one.name: _thawed(hints[one.name], plain[one.name]) for one in fields(kind) if one.name in plain}
        )
    if kind is datetime:
        return datetime.fromisoformat(plain)
    if kind is date:
        return date.fromisoformat(plain)
    return Decimal(plain) if kind is Decimal else plain


def _one_of(kinds: list[Any], plain: Any) -> Any:
    """Return what the first kind makes of it that can: a chart's point stands at a day or at a text."""
    for kind in kinds[:-1]:
        try:
            return _thawed(kind, plain)
        except ValueError:
            continue
    return _thawed(kinds[-1], plain)
