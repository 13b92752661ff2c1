"""The query language: one text that finds records, judges one of them, and is built from chips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.fields import Kind, clean, kind_of
from app.query.binding import Bound, bind
from app.query.chips import Chip, chips_of, joined, written
from app.query.done import DID
from app.query.nodes import Clause, Either, Every, Node, Not, QueryError, Word, leaves
from app.query.quoting import quoted
from app.query.records import Record, around, record_of
from app.query.targets import names
from app.query.words import condition, met, wanted
from db.rows import table_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a record meets a query, and which of its parts it does not meet, as they are written."""

    met: bool
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read, for one kind of record."""

    text: str
    kind: Kind
    node: Node | None

    @property
    def only_words(self) -> bool:
        """Whether it asks for words only, which the index in name order holds."""
        return self.node is None or all(isinstance(one, Word) for one in leaves(self.node))

    @property
    def words(self) -> Sequence[str]:
        """The words, folded, that all must be met, where it asks for nothing else; else none."""
        parts = self.node.parts if isinstance(self.node, Every) else (self.node,)
        found = [one.text for one in parts if isinstance(one, Word)]
        return wanted(found) if len(found) == len(parts) else ()

    def condition(self, session: Session, context: Context | None = None) -> sa.ColumnElement[bool]:
        """Return the one condition that the database checks; true for an empty query.

        It is followed in the session's context, or in another one that is given.

        Raises:
            QueryError: a part cannot be followed in this workspace; it says where.
        """
        if self.node is None:
            return sa.true()
        return self._sql(self.node, session, context or session.info["context"], contrary=False)

    def bind(self, context: Context) -> "Judge":
        """Return the query as it judges records in memory.

        Raises:
            QueryError: a part cannot be followed in this workspace; it says where.
        """
        clauses = [] if self.node is None else [one for one in leaves(self.node) if isinstance(one, Clause)]
        return Judge(self, {clause: bind(clause, self.kind, context) for clause in clauses})

    def judge(self, record: Record, context: Context) -> Verdict:
        """Return the verdict on one record in memory, the same as the database's.

        Raises:
            QueryError: a part cannot be followed in this workspace; it says where.
        """
        return self.bind(context).verdict(record)

    def chips(self) -> tuple[Chip, ...]:
        """Return the parts that must all be met, from left to right."""
        return chips_of(self.text, self.node)

    def replaced(self, chip: Chip, text: str = "") -> str:
        """Return the text of the query with another part, or none, in the place of one of its chips."""
        return joined([text if one == chip else one.text for one in self.chips()])

    def _sql(self, node: Node, session: Session, context: Context, *, contrary: bool) -> sa.ColumnElement[bool]:
        if isinstance(node, Not):
            return self._sql(node.part, session, context, contrary=not contrary)
        if isinstance(node, Every | Either):
            # Words that must all be met are looked up together: each may be common, and both of them rare.
            words = [part.text for part in node.parts if isinstance(part, Word)] if isinstance(node, Every) else []
            together = len(words) > 1 and not contrary
            parts = [
                self._sql(part, session, context, contrary=contrary)
                for part in node.parts
                if not (together and isinstance(part, Word))
            ]
            if together:
                parts.append(condition(session, self.kind, *words))
            return sa.and_(*parts) if isinstance(node, Every) != contrary else sa.or_(*parts)
        if isinstance(node, Word):
            found = condition(session, self.kind, node.text)
        else:
            bound = bind(node, self.kind, context)
            found = self._any(bound, session)
            contrary = contrary != bound.contrary
        # What is neither true nor false, for want of a value, counts as false, here and in memory.
        return sa.not_(sa.func.coalesce(found, sa.false())) if contrary else found

    def _any(self, bound: Bound, session: Session) -> sa.ColumnElement[bool]:
        return sa.or_(*(_reached(self.kind, path, kind, leaf.sql(session)) for path, kind, leaf in bound.leaves))


@dataclass(frozen=True, slots=True)
class Judge:
    """A query bound to a workspace, for any number of records."""

    query: Query
    bound: Mapping[Clause, Bound]

    def verdict(self, record: Record) -> Verdict:
        """Return whether a record meets the query, and what it does not meet."""
        node = self.query.node
        if node is None:
            return Verdict(met=True)
        parts = node.parts if isinstance(node, Every) else (node,)
        failed = tuple(part for part in parts if not self._met(part, record))
        return Verdict(not failed, tuple(self.query.text[part.start : part.end] for part in failed))

    def _met(self, node: Node, record: Record) -> bool:
        if isinstance(node, Not):
            return not self._met(node.part, record)
        if isinstance(node, Every):
            return all(self._met(part, record) for part in node.parts)
        if isinstance(node, Either):
            return any(self._met(part, record) for part in node.parts)
        if isinstance(node, Word):
            return met(record.search, node.text)
        bound = self.bound[node]
        found = any(leaf.met(one.values) for path, _, leaf in bound.leaves for one in record.reached(path))
        return found != bound.contrary


def _reached(kind: Kind, path: str, other: Kind, condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Return a condition on what a record belongs to, or on what belongs to it, as one on the record."""
    if not path or path == DID:  # what was done is asked of the record itself
        return condition
    own, table = table_of(kind.table), table_of(other.table)
    if path == "leads":
        found = sa.select(table.c.contact_id).where(table.c.contact_id.is_not(None))
        held = own.c.id
    else:
        found = sa.select(table.c.id)
        held = own.c[f"{path}_id"]
    return held.in_(found.where(table.c.deleted_at.is_(None), condition))


def parse(text: str, kind: str) -> Query:
    """Return a query for records of the kind "contact", "company" or "lead".

    Raises:
        QueryError: it cannot be read; it says where and what to do.
    """
    text = clean(text)
    from app.query import grammar  # noqa: PLC0415 - brings its library, for which a start has no time

    return Query(text, kind_of(kind), grammar.read(text))


__all__ = [
    "Chip",
    "Judge",
    "Query",
    "QueryError",
    "Record",
    "Verdict",
    "around",
    "joined",
    "names",
    "parse",
    "quoted",
    "record_of",
    "written",
]
