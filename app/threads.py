"""How the lines of a timeline stand: pinned notes first, then the rest, each reply below the note that it answers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.timeline import TimelineItem

Key = tuple[str, int, str, int]


class Placed(NamedTuple):
    """A line in its place: among the pinned ones or not, below the note that it answers or by itself."""

    item: TimelineItem
    is_on_top: bool
    is_below: bool


def arranged(items: Iterable[TimelineItem], pinned: Iterable[TimelineItem]) -> tuple[Placed, ...]:
    """Return lines in the order in which they are read; both are given the newest first.

    A pinned note stands on top with its replies and nowhere else; a pinned reply stands on top and in its thread. A
    reply to a note that is not among the lines stands by itself. Replies to one note are read the oldest first.
    """
    tops = list(pinned)
    firsts = {one.key for one in tops if one.is_pinned and one.parent_id is None}
    rest = [one for one in items if one.key not in firsts and _root(one) not in firsts]
    return (*_threads([one for one in tops if one.is_pinned], tops, on_top=True), *_threads(rest, rest, on_top=False))


def _root(item: TimelineItem) -> Key | None:
    """Return the key of the note that a line answers: a thread stays on one record."""
    return None if item.parent_id is None else (item.source, item.parent_id, item.kind, item.record_id)


def _threads(firsts: list[TimelineItem], known: list[TimelineItem], *, on_top: bool) -> Iterator[Placed]:
    below: dict[Key, list[TimelineItem]] = defaultdict(list)
    for one in reversed(known):
        root = _root(one)
        if root is not None:
            below[root].append(one)
    there = {one.key for one in firsts}
    for one in firsts:
        if _root(one) in there:
            continue
        yield Placed(one, on_top, is_below=False)
        for reply in below[one.key]:
            yield Placed(reply, on_top, is_below=True)
