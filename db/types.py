"""Column types that behave the same on both engines."""

from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MONEY_SCALE = 10_000


def to_micros(moment: datetime) -> int:
    """Return an aware moment as microseconds since 1970-01-01 UTC."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def from_micros(micros: int) -> datetime:
    """Return the aware UTC moment that lies so many microseconds after 1970-01-01."""
    return EPOCH + timedelta(microseconds=micros)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored as whole microseconds since 1970 so that both engines do the same sums."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return the stored number."""
        del dialect
        return None if value is None else to_micros(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Return the moment, aware, in UTC."""
        del dialect
        return None if value is None else from_micros(int(value))


class Money(TypeDecorator[Decimal]):
    """An amount with four decimals, stored as a whole number of ten-thousandths so that sums are exact."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Return the stored number of ten-thousandths."""
        del dialect
        return None if value is None else to_units(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """Return the amount."""
        del dialect
        return None if value is None else from_units(int(value))


def to_units(value: Decimal) -> int:
    """Return an amount as ten-thousandths, rounded half to even."""
    return int((value * MONEY_SCALE).to_integral_value(ROUND_HALF_EVEN))


def from_units(units: int) -> Decimal:
    """Return ten-thousandths as an amount without needless zeros, at least two decimals."""
    value = Decimal(units).scaleb(-4)
    short = value.quantize(Decimal("0.01"))
    return short if short == value else value


# A primary key: 64 bits on both engines; SQLite gives out row ids only to a column called INTEGER.
Id = BigInteger().with_variant(Integer(), "sqlite")


def _key() -> TypeEngine[str]:
    """Text that is ordered and compared by its code points on both engines."""
    return Text().with_variant(String(collation="C"), "postgresql")


Key = _key()

# Table options that keep a table in the order of its primary key, where the engine can.
CLUSTERED = {"sqlite_with_rowid": False}
