"""A definition over many leads at once, at each moment at which something that it asks for had changed.

Between two changes points can only fade, so a lead first meets a definition at one of these moments. Each clause is
judged once for each distinct set of the values it looks at, by the same judge as a single lead.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

import numpy as np

from app import records
from app.agreement.asking import RELATIVE, SEARCHED, Asked, looked_at, place_of
from app.agreement.past import Past
from app.agreement.terms import ROUNDING, Milestone, Terms
from app.context import Context
from app.fields import COMPANY, CONTACT, LEAD, Kind, fold
from app.periods import day_numbers
from app.query import Record
from app.query.binding import bind
from app.query.done import DID
from app.query.leaves import Leaf
from app.query.nodes import Clause, Either, Every, Node, Not, Word
from app.query.touches import fading, fitting, latest
from app.query.words import met as met_word
from db.types import from_micros

Numbers: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Flags: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

PATHS: Mapping[str, Kind] = {"contact": CONTACT, "company": COMPANY}
_DAY = 86_400_000_000


def _clock(one: Clause) -> Literal["", "day", "moment"]:
    """Return what besides a record's values the verdict of a clause hangs on: the day, the very moment, or nothing."""
    if fold(one.field) == "overdue":
        return "moment"
    return "day" if any(RELATIVE.search(value.text) for value in one.values) else ""


@dataclass(slots=True)
class Lines:
    """The moments at which leads are judged, by lead and time: `owners` are the places of the leads in `leads`."""

    context: Context
    leads: Past
    around: Mapping[str, Past]
    created: "Numbers"
    owners: "Numbers"
    moments: "Numbers"
    _columns: dict[tuple[str, str], "Numbers"] = field(default_factory=dict)
    _places: dict[str, "Numbers"] = field(default_factory=dict)
    _parts: dict[str, list["Flags"]] = field(default_factory=dict)

    def column(self, path: str, name: str) -> "Numbers":
        """Return the code of a field at each line, -1 where nothing lies at the end of the path."""
        if (path, name) not in self._columns:
            past = self.around[path] if path else self.leads
            places = self.places(path) if path else self.owners
            self._columns[path, name] = past.tracks[name].at(places, self.moments)
        return self._columns[path, name]

    def places(self, path: str) -> "Numbers":
        """Return at each line the place of what lies at the end of a path, -1 for nothing."""
        if path not in self._places:
            self._places[path] = _places(self.leads, self.around[path], path)[self.column("", path)]
        return self._places[path]

    def verdicts(self, one: Asked) -> "Flags":
        """Return whether the lead of each line then met a query; all do that cannot be followed."""
        if one.text not in self._parts:
            self._parts[one.text] = [self._met(part, one) for part in one.parts]
        met = np.ones(len(self.owners), bool)
        for part in self._parts[one.text]:
            met &= part
        return met

    def failed(self, one: Asked, lines: "Numbers") -> list[tuple[str, ...]]:
        """Return for each of some lines the parts of a query that its lead did not meet, as they are written."""
        texts = [one.text[part.start : part.end] for part in one.parts]
        met = np.stack([part[lines] for part in self._parts[one.text]], axis=1)
        distinct, which = np.unique(met, axis=0, return_inverse=True)
        said = [tuple(text for text, held in zip(texts, row, strict=True) if not held) for row in distinct.tolist()]
        return [said[place] for place in which.reshape(-1).tolist()]

    def _met(self, node: Node, one: Asked) -> "Flags":
        """Return at each line whether a part of a query is met, as `app.query.Judge` says it of one record."""
        if isinstance(node, Not):
            return ~self._met(node.part, one)
        if isinstance(node, Every | Either):
            parts = [self._met(part, one) for part in node.parts]
            both: Flags = np.logical_and.reduce(parts) if isinstance(node, Every) else np.logical_or.reduce(parts)
            return both
        if isinstance(node, Word):
            return self._found(node)
        bound = one.bound[node]
        found = np.zeros(len(self.owners), bool)
        for place, (path, leaf) in enumerate((place_of(path), leaf) for path, _, leaf in bound.leaves):
            met = self._leaf(node, place, path, leaf)
            if path:
                past = self.around[path].tracks[records.EXISTS]
                there = np.array([*map(bool, past.codes.values), False])  # the last is of no record
                met = met & there[self.column(path, records.EXISTS)]
            found |= met
        return ~found if bound.contrary else found

    def _leaf(self, node: Clause, place: int, path: str, leaf: Leaf) -> "Flags":
        names = sorted(looked_at(leaf))
        keys = [self.column(path, name) for name in names]
        clock = _clock(node)
        if leaf.spans is not None and not clock:
            past, (name, ranges) = self.around[path] if path else self.leads, leaf.spans
            if past.tracks[name].codes.numeric:
                return past.tracks[name].codes.within(ranges)[self.column(path, name)]
        if clock:
            keys.append(self.moments if clock == "moment" else day_numbers(self.moments, self.context.zone))
        firsts, which = _distinct(keys, len(self.owners))

        def met(line: int) -> bool:
            values = {name: self._value(path, name, line) for name in names}
            if not clock:
                return leaf.met(values)
            bare = replace(self.context, agreement=None)
            then = bind(node, LEAD, bare.at(from_micros(int(self.moments[line]))))
            return then.leaves[place][2].met(values)

        found: Flags = np.fromiter(map(met, firsts.tolist()), bool, len(firsts))[which]
        return found

    def _found(self, node: Word) -> "Flags":
        firsts, which = _distinct([self.column(*key) for key in sorted(SEARCHED)], len(self.owners))

        def met(line: int) -> bool:
            values = {path or "name": self._value(path, "name", line) for path in ("", *PATHS)}
            record = Record(LEAD, values, lambda path, _: [{"name": values[path]}])
            return met_word(record.search, node.text)

        found: Flags = np.fromiter(map(met, firsts.tolist()), bool, len(firsts))[which]
        return found

    def _value(self, path: str, name: str, line: int) -> Any:
        code = int(self.column(path, name)[line])
        past = self.around[path] if path else self.leads
        return None if code < 0 else past.tracks[name].codes.plain(code)


def _places(leads: Past, others: Past, path: str) -> "Numbers":
    """Return by the code of a lead's contact or company its place among the others; the last one is of no code."""
    plain = leads.tracks[path].codes.values
    return np.append(others.places(np.array([-1 if one is None else one for one in plain], np.int64)), -1)


def _distinct(keys: Sequence["Numbers"], count: int) -> tuple["Numbers", "Numbers"]:
    """Return the first line of each distinct set of values, and which set each line holds."""
    which = np.zeros(count, np.int64)
    firsts = np.zeros(min(count, 1), np.int64)
    for column in keys:
        key = column
        low = key.min() if count else 0
        width = int(key.max() - low) + 1 if count else 1
        if width > 1 << 32:
            key, low = np.unique(key, return_inverse=True)[1].reshape(-1), 0
            width = int(key.max()) + 1
        _, firsts, which = np.unique(which * width + (key - low), return_index=True, return_inverse=True)
        which = which.reshape(-1)
    return firsts, which


def lines_of(context: Context, leads: Past, around: Mapping[str, Past], created: "Numbers", ends: "Numbers") -> Lines:
    """Return a line for each lead as it was made and for each change of what is asked for, before it ended.

    Args:
        context: what the reads take for granted.
        leads: the leads, with their tracks.
        around: their contacts and companies, by path.
        created: when each lead was made.
        ends: from when on each is judged no more; but as it was made, each is.
    """
    owners: list[Numbers] = [np.arange(len(leads.ids))]
    moments: list[Numbers] = [created]
    for track in leads.tracks.values():
        owners.append(track.owners)
        moments.append(track.moments)
    for path, others in around.items():
        # Of all that a lead ever belonged to; a line too many changes nothing.
        held = leads.tracks[path]
        places = _places(leads, others, path)
        whose = np.concatenate([np.arange(len(leads.ids)), held.owners])
        which = places[np.concatenate([held.now, held.before])]
        for track in others.tracks.values():
            low, high = (np.searchsorted(track.owners, which, side) for side in ("left", "right"))
            counts = np.where(which < 0, 0, high - low)
            owners.append(np.repeat(whose, counts))
            steps = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
            moments.append(track.moments[np.repeat(low, counts) + steps])
    owner, moment = np.concatenate(owners), np.concatenate(moments)
    inside = (moment == created[owner]) | ((moment > created[owner]) & (moment < ends[owner]))
    owner, moment = owner[inside], moment[inside]
    order = np.lexsort((moment, owner))
    owner, moment = owner[order], moment[order]
    new = np.ones(len(owner), bool)
    new[1:] = (owner[1:] != owner[:-1]) | (moment[1:] != moment[:-1])
    return Lines(context, leads, around, created, owner[new], moment[new])


@dataclass(frozen=True, slots=True)
class Judged:
    """What a definition says at each line.

    Attributes:
        full: whether the lead then met all of it.
        points: what it had.
        met: by the key of each clause that can be followed, whether it was met.
        unmet: how many required clauses were not met.
    """

    full: "Flags"
    points: "Floats"
    met: Mapping[str, "Flags"]
    unmet: "Numbers"


def judged(
    lines: Lines, terms: Terms, milestone: Milestone, known: Mapping[str, Asked], step: Callable[[], None]
) -> Judged:
    """Return what a definition says at each line; `known` has its queries, `step` is called after each clause."""
    count = len(lines.owners)
    points, unmet = np.zeros(count), np.zeros(count, np.int64)
    met: dict[str, Flags] = {}
    definition = terms.definition(milestone)
    for clause in definition:
        one = known[clause.query]
        if not one.broken:
            mine = met[clause.key] = lines.verdicts(one)
            if clause.points is None:
                unmet += ~mine
            else:
                worth = float(clause.points)
                held = worth * _shares(lines, terms, one) if clause.fades else worth
                points = points + np.where(mine, held, 0.0)
        step()
    needed = terms.needed(milestone)
    full = (unmet == 0) & (True if needed is None else points + ROUNDING >= needed)
    return Judged(full, points, met, unmet)


def _shares(lines: Lines, terms: Terms, one: Asked) -> "Floats":
    """Return what is left at each line of the points of a clause that fades."""
    if terms.halving_days is None:
        return np.ones(len(lines.owners))
    starts = lines.created[lines.owners]
    wanted = fading(one.node)
    if wanted is not None:
        fits = fitting(wanted)
        last = [latest({DID: value}, fits) or 0 for value in lines.leads.tracks[DID].codes.values]
        then = np.array([*last, 0], np.int64)[lines.column("", DID)]
        starts = np.where(then > 0, then, starts)
    ages = np.maximum(lines.moments - starts, 0)
    half = terms.halving_days * _DAY
    # The interpreter's own power, as for one lead: numpy's may end in another last digit.
    return np.fromiter((2.0 ** (-age / half) for age in ages.tolist()), np.float64, len(ages))


def firsts(lines: Lines, judged: Judged) -> "Numbers":
    """Return for each lead the first moment at which it met a definition, -1 where there is none."""
    found = np.full(len(lines.leads.ids), -1, np.int64)
    met = np.flatnonzero(judged.full)
    owners, places = np.unique(lines.owners[met], return_index=True)
    found[owners] = lines.moments[met[places]]
    return found


def nearest(lines: Lines, judged: Judged) -> "Numbers":
    """Return for each lead the line at which it came nearest: fewest required clauses unmet, most points, latest."""
    order = np.lexsort((np.arange(len(lines.owners)), judged.points, -judged.unmet, lines.owners))
    ends: Numbers = np.searchsorted(lines.owners, np.arange(len(lines.leads.ids)), "right") - 1
    return order[ends]
