"""Column types that behave the same on both engines."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from sqlalchemy import CTE, BigInteger, Dialect, Index, Integer, String, Text, bindparam, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateIndex
from sqlalchemy.sql.compiler import DDLCompiler
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


def living() -> dict[str, Any]:
    """Return the options of an index that holds only the rows which are not deleted, on both engines."""
    return _partial("deleted_at IS NULL")


def present(column: str) -> dict[str, Any]:
    """Return the options of an index that holds only the rows in which a column is filled."""
    return _partial(f"{column} IS NOT NULL")


def _partial(condition: str) -> dict[str, Any]:
    # An option of one dialect would load that dialect to check it: all of the server's, in a program that opens a file.
    return {"info": {"where": condition}}


@compiles(CreateIndex)
def _create_index(element: CreateIndex, compiler: DDLCompiler, **options: Any) -> str:
    visit: Callable[..., str] = compiler.visit_create_index
    statement = visit(element, **options)
    condition = element.element.info.get("where")
    return f"{statement} WHERE {condition}" if condition else statement


def on_files(index: Index) -> Index:
    """Return an index that only a file gets.

    A file groups rows by sorting them unless an index holds them in order; a server hashes, and its indexes refuse
    the long texts that a field may hold.
    """
    return index.ddl_if(dialect="sqlite")


def on_servers(index: Index) -> Index:
    """Return an index that only a server gets, since a file has a wider one; there, each column slows an import."""
    return index.ddl_if(dialect="postgresql")


def given(session: Session, name: str, columns: Mapping[str, TypeEngine[Any]], rows: Sequence[Sequence[Any]]) -> CTE:
    """Return rows of this program as a table that a statement can read: numbers, text, JSON text or None."""
    dialect = session.get_bind().dialect
    if dialect.name == "sqlite":
        parts = [f"json_extract(value, '$[{place}]') AS {column}" for place, column in enumerate(columns)]
        source = f"json_each(:{name})"
    else:
        parts = [
            f"CAST(value ->> {place} AS {kind.compile(dialect=dialect)}) AS {column}"
            for place, (column, kind) in enumerate(columns.items())
        ]
        source = f"jsonb_array_elements(CAST(:{name} AS JSONB)) AS given(value)"
    statement = text(f"SELECT {', '.join(parts)} FROM {source}").bindparams(bindparam(name, json.dumps(rows)))
    return statement.columns(**columns).cte(name)
