"""A definition over many leads at once, at each moment at which something that it asks for had changed.

Between two changes points can only fade, so a lead first meets a definition at one of these moments. Each clause is
judged once for each distinct set of the values it looks at, by the same judge as a single lead.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from app import records
from app.agreement.past import Past
from app.agreement.terms import ClauseTerms, Milestone, Terms
from app.context import Context
from app.fields import COMPANY, CONSENT, CONTACT, LEAD, Kind, fold
from app.periods import day_numbers
from app.query import QueryError, Record, parse
from app.query.nodes import Clause, Word, leaves
from db.types import from_micros

if TYPE_CHECKING:
    import numpy as np

    Numbers: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    Flags: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

PATHS: Mapping[str, Kind] = {"contact": CONTACT, "company": COMPANY}
_DAY = 86_400_000_000
_RELATIVE = re.compile(
    r"today|yesterday|tomorrow|[+-]\d{1,5}[dwmy]|(last|this|next)-(week|month|quarter|year)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the fields that it looks at, as (path, name); `broken` says why it cannot be followed.

    `clock` says what else its verdict hangs on: the day on which it is asked, the very moment, or neither.
    """

    text: str
    names: frozenset[tuple[str, str]] = frozenset()
    clock: Literal["", "day", "moment"] = ""
    broken: str = ""


class _Probe(dict[str, Any]):
    """Values that note which of them are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return default

    def items(self) -> Any:
        self.names.add(f"{CONSENT}*")
        return ()


def asked(text: str, context: Context) -> Asked:
    """Return what a clause's query over leads looks at."""
    try:
        query = parse(text, LEAD.name)
        judge = query.bind(context)
    except QueryError as error:
        return Asked(text, broken=str(error))
    names: set[tuple[str, str]] = set()
    clock: Literal["", "day", "moment"] = ""
    for one in () if query.node is None else leaves(query.node):
        if isinstance(one, Word):
            names |= {("", "name"), ("contact", "name"), ("company", "name")}
            continue
        for path, _, leaf in judge.bound[one].leaves:
            probe = _Probe()
            leaf.met(probe)
            names |= {(path, name) for name in probe.names}
        clock = _clock(one, clock)
    reached = {path for path, _ in names} - {""}
    names |= {("", path) for path in reached} | {(path, records.EXISTS) for path in reached}
    return Asked(text, frozenset(names), clock)


def _clock(one: Clause, known: Literal["", "day", "moment"]) -> Literal["", "day", "moment"]:
    if fold(one.field) == "overdue" or known == "moment":
        return "moment"
    return "day" if known or any(_RELATIVE.search(value.text) for value in one.values) else ""


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
    _verdicts: dict[str, "Flags"] = field(default_factory=dict)

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
        import numpy as np  # noqa: PLC0415 - heavy, and only what looks at many leads needs it

        if one.broken:
            return np.ones(len(self.owners), bool)
        if one.text not in self._verdicts:
            keys = [self.column(*key) for key in sorted(one.names)]
            if one.clock:
                keys.append(self.moments if one.clock == "moment" else day_numbers(self.moments, self.context.zone))
            firsts, which = _distinct(keys, len(self.owners))
            judges: dict[int, Any] = {}
            met = np.fromiter(
                (self._judge(one, int(line), judges).verdict(self.record(one, int(line))).met for line in firsts),
                bool,
                len(firsts),
            )
            self._verdicts[one.text] = met[which]
        return self._verdicts[one.text]

    def failed(self, one: Asked, line: int) -> tuple[str, ...]:
        """Return the parts of a query that the lead of a line did not meet, as they are written."""
        found: tuple[str, ...] = self._judge(one, line, {}).verdict(self.record(one, line)).failed
        return found

    def record(self, one: Asked, line: int) -> Record:
        """Return the lead of a line as it then stood, with the fields that a query looks at."""
        values: dict[str, dict[str, Any]] = {"": {}, "contact": {}, "company": {}}
        for path, name in one.names:
            code = int(self.column(path, name)[line])
            past = self.around[path] if path else self.leads
            values[path][name] = None if code < 0 else past.tracks[name].codes.plain[code]

        def around(path: str, _: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
            return [values[path]] if int(self.places(path)[line]) >= 0 else []

        return Record(LEAD, values[""], around)

    def _judge(self, one: Asked, line: int, judges: dict[int, Any]) -> Any:
        moment = int(self.moments[line])
        key = 0 if not one.clock else moment
        if key not in judges:
            context = self.context.at(from_micros(moment)) if one.clock else self.context
            judges[key] = parse(one.text, LEAD.name).bind(context)
        return judges[key]


def _places(leads: Past, others: Past, path: str) -> "Numbers":
    """Return by the code of a lead's contact or company its place among the others; the last one is of no code."""
    import numpy as np  # noqa: PLC0415 - as above

    plain = leads.tracks[path].codes.plain
    return np.append(others.places(np.array([-1 if one is None else one for one in plain], np.int64)), -1)


def _distinct(keys: Sequence["Numbers"], count: int) -> tuple["Numbers", "Numbers"]:
    """Return the first line of each distinct set of values, and which set each line holds."""
    import numpy as np  # noqa: PLC0415 - as above

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
    import numpy as np  # noqa: PLC0415 - as above

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
    import numpy as np  # noqa: PLC0415 - as above

    count = len(lines.owners)
    points, unmet = np.zeros(count), np.zeros(count, np.int64)
    met: dict[str, Flags] = {}
    definition = terms.definition(milestone)
    share = _shares(lines, terms, definition)
    for clause in definition:
        one = known[clause.query]
        if not one.broken:
            mine = met[clause.key] = lines.verdicts(one)
            if clause.points is None:
                unmet += ~mine
            else:
                worth = float(clause.points)
                points = points + np.where(mine, worth * share if clause.fades else worth, 0.0)
        step()
    needed = terms.needed(milestone)
    full = (unmet == 0) & (True if needed is None else points >= needed)
    return Judged(full, points, met, unmet)


def _shares(lines: Lines, terms: Terms, definition: Iterable[ClauseTerms]) -> "Floats":
    import numpy as np  # noqa: PLC0415 - as above

    ages = np.maximum(lines.moments - lines.created[lines.owners], 0)
    if terms.halving_days is None or not any(one.fades for one in definition):
        return np.ones(len(ages))
    half = terms.halving_days * _DAY
    # The interpreter's own power, as for one lead: numpy's may end in another last digit.
    return np.fromiter((2.0 ** (-age / half) for age in ages.tolist()), np.float64, len(ages))


def firsts(lines: Lines, judged: Judged) -> "Numbers":
    """Return for each lead the first moment at which it met a definition, -1 where there is none."""
    import numpy as np  # noqa: PLC0415 - as above

    found = np.full(len(lines.leads.ids), -1, np.int64)
    met = np.flatnonzero(judged.full)
    owners, places = np.unique(lines.owners[met], return_index=True)
    found[owners] = lines.moments[met[places]]
    return found


def nearest(lines: Lines, judged: Judged, place: int) -> int:
    """Return the line at which a lead came nearest: fewest required clauses unmet, most points, latest."""
    low, high = (int(one) for one in lines.owners.searchsorted([place, place + 1]))
    return max(range(low, high), key=lambda line: (-int(judged.unmet[line]), float(judged.points[line]), line))


def moment_of(micros: int) -> datetime:
    """Return a moment given in microseconds."""
    return from_micros(micros).astimezone(UTC)
