"""What one version of the agreement says otherwise than another, term by term and clause by clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from app.agreement.terms import Terms

RULE = ("route", "route_member_id", "route_members", "route_rules", "capacity", "answer_minutes", "on_silence")
REVIEW = ("review_months", "review_on")
SCORES = ("mql_points", "sal_points", "sql_points", "halving_days")
_PARTS = (("clause", "clauses"), ("play", "plays"), ("promise", "promises"))
_NO_TERM = frozenset({"id", "key", "position"})


@dataclass(frozen=True, slots=True)
class Changed:
    """A difference.

    Attributes:
        what: added, removed, or changed.
        part: score, rule, review, clause, play or promise.
        key: which clause, action or promise; the name of a term.
        before: the part or value as it was, None where it was not.
        after: as it is, None where it is gone.
        fields: which fields of a part are others.
    """

    what: Literal["added", "removed", "changed"]
    part: str
    key: str
    before: Any
    after: Any
    fields: tuple[str, ...] = ()


def difference(before: Terms | None, after: Terms) -> tuple[Changed, ...]:
    """Return what a version says otherwise than another; all of it is added where there is no other."""
    return (*_terms(before, after), *_parts(before, after))


def _terms(before: Terms | None, after: Terms) -> Iterator[Changed]:
    for part, names in (("score", SCORES), ("rule", RULE), ("review", REVIEW)):
        for name in names:
            was = None if before is None else getattr(before, name)
            now = getattr(after, name)
            if was == now:
                continue
            what: Literal["added", "removed", "changed"] = "changed"
            if was in (None, ()):
                what = "added"
            elif now in (None, ()):
                what = "removed"
            yield Changed(what, part, name, was, now)


def _parts(before: Terms | None, after: Terms) -> Iterator[Changed]:
    for part, name in _PARTS:
        was = {one.key: one for one in getattr(before, name, ())}
        now = {one.key: one for one in getattr(after, name)}
        for key, one in now.items():
            if key not in was:
                yield Changed("added", part, key, None, one)
                continue
            fields = tuple(
                field
                for field in one.__dataclass_fields__
                if field not in _NO_TERM and getattr(one, field) != getattr(was[key], field)
            )
            if fields:
                yield Changed("changed", part, key, was[key], one, fields)
        for key, one in was.items():
            if key not in now:
                yield Changed("removed", part, key, one, None)
