"""The plan of an import: what every row of a file would do, computed before anything is written.

Records to be made are put aside by kind; what a later row adds to one of them, or to a record that stands, is kept
beside. `applying` writes exactly this; a dry run stops here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy.orm import Session

from app.fields import CONSENT, KINDS
from app.importing import histories, stored
from app.importing.converting import Batch, Column, Converter
from app.importing.lists import Lists
from app.importing.mapping import Target
from app.importing.matching import Finder, Found
from app.importing.notices import Notices
from app.importing.options import OnExisting
from app.importing.parting import filled, part_companies
from app.importing.profiling import TOTALS, Profile
from app.importing.progress import Progress
from app.importing.spool import Spool
from app.stays import StayTimes
from db.folding import fold

ORDER = ("company", "contact", "lead")
_IDENTITY = {
    "contact": ("external_id", "emails", "phones", "name", "first_name", "last_name"),
    "company": ("name", "external_id", "domain"),
    "lead": ("external_id", "name"),
}
ENTRIES = "entries"
Told: TypeAlias = Callable[[Batch, Sequence[Sequence[str]], Sequence[str], Sequence[int]], None]
"""Hears of each chunk: the rows, their cells, what becomes of each, and which record it is."""


@dataclass(slots=True)
class Changed:
    """A record that stands and that the import changes: stored values before and after, by field."""

    version: int
    custom: dict[str, Any]
    before: dict[str, Any]
    after: dict[str, Any]
    base: dict[str, Any]
    stays: list[StayTimes] | None = None


@dataclass(slots=True)
class Plan:
    """What an import would do.

    Attributes:
        kind: the kind of a row: contact, company or lead.
        rows: how many rows were read.
        created, updated, unchanged, skipped: rows by what becomes of them; `notices` has the rejected ones.
        fresh: kind -> the records to be made, in chunks of (lines, field -> column).
        counts: kind -> how many are to be made.
        patches: kind -> number of a record to be made -> what later rows add to it.
        changes: kind -> id -> what changes on a record that stands.
    """

    kind: str
    notices: Notices
    lists: Lists
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    fresh: dict[str, Spool] = field(default_factory=lambda: {kind: Spool() for kind in ORDER})
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ORDER, 0))
    patches: dict[str, dict[int, list[dict[str, Any]]]] = field(default_factory=lambda: {kind: {} for kind in ORDER})
    changes: dict[str, dict[int, Changed]] = field(default_factory=lambda: {kind: {} for kind in ORDER})
    finders: dict[str, Finder] = field(default_factory=dict)

    def close(self) -> None:
        """Let go of what was put aside."""
        for spool in self.fresh.values():
            spool.close()


@dataclass(slots=True)
class Planner:
    """Makes the plan of one file, chunk by chunk."""

    session: Session
    plan: Plan
    converter: Converter
    targets: Sequence[Target | None]
    on_existing: OnExisting
    now: int
    feet: set[int]
    staged: bool
    progress: Progress = field(default_factory=Progress)
    told: Told | None = None

    def take(self, profile: Profile) -> Plan:
        """Return the plan of all rows that were put aside."""
        for lines, cells in profile.rows:
            batch = self.converter.batch(lines, cells)
            verdicts, refs = self._chunk(batch)
            if self.told is not None:
                self.told(batch, cells, verdicts, refs)
            self.progress.step(len(lines))
        return self.plan

    def _chunk(self, batch: Batch) -> tuple[list[str], list[int]]:
        """Plan some rows; return what becomes of each, and which record it is."""
        plan = self.plan
        size = len(batch.lines)
        plan.rows += size
        if batch.companies is not None:
            part_companies(batch, plan.lists)
        alive = self._alive(batch)
        verdicts: list[str] = ["" if one else "rejected" for one in alive]
        refs: dict[str, list[int]] = {}
        for kind in ORDER:
            values = batch.values[kind]
            self._refer(kind, values, refs)
            present = self._present(kind, values, alive)
            if not any(present):
                refs[kind] = [0] * size
                continue
            refs[kind] = self._kind(kind, batch, present, verdicts, refs)
        for row, verdict in enumerate(verdicts):
            if not verdict:
                verdicts[row] = "unchanged"
        for name in ("created", "updated", "unchanged", "skipped"):
            setattr(plan, name, getattr(plan, name) + verdicts.count(name))
        return verdicts, refs[plan.kind]

    def _alive(self, batch: Batch) -> list[bool]:
        """Return which rows hold something that identifies them; the others are rejected with the reason."""
        size = len(batch.lines)
        columns = [
            batch.values[kind][name]
            for kind in ORDER
            for name in _IDENTITY[kind]
            if name in batch.values[kind] and (kind != "company" or name == "name" or self.plan.kind == "company")
        ]
        if len(columns) == 1:
            alive = [value is not None for value in columns[0]]
        else:
            alive = [any(row) for row in zip(*columns, strict=True)] if columns else [False] * size
        for kind in ORDER:
            if "emails" in batch.values[kind] or "phones" in batch.values[kind]:
                break
        reachable = [batch.values["contact"].get(name) for name in ("emails", "phones", "external_id")]
        named = batch.values["contact"].get("name") or batch.values["contact"].get("first_name")
        named = named or batch.values[self.plan.kind].get("name")
        for row, line in enumerate(batch.lines):
            if not alive[row]:
                self.plan.notices.reject(
                    line, "", "Nothing in this row identifies it: no name, company, e-mail, phone or id."
                )
            elif line in self.feet:
                alive[row] = False
                self.plan.notices.reject(line, _shown(batch, row), "This is a line at the foot of a report, no record.")
            elif (
                named is not None
                and named[row] is not None
                and fold(named[row]) in TOTALS
                and not any(column is not None and column[row] for column in reachable)
            ):
                alive[row] = False
                self.plan.notices.reject(line, named[row], "This is a line of totals, no record.")
        return alive

    def _present(self, kind: str, values: dict[str, Column], alive: list[bool]) -> list[bool]:
        if kind == "lead" and self.plan.kind == "lead":
            return alive
        columns = [values[name] for name in _IDENTITY[kind] if name in values]
        if kind == "contact" and self.plan.kind == "contact":
            # A company without a person is a contact that bears its name, unless the file tells companies apart.
            companies = self.converter.places.get(("row", "kind"))
            if not companies:
                return alive
        if not columns:
            return [False] * len(alive)
        return [bool(one and any(row)) for one, row in zip(alive, zip(*columns, strict=True), strict=True)]

    def _refer(self, kind: str, values: dict[str, Column], refs: dict[str, list[int]]) -> None:
        """Point contacts and leads at the company and the contact of their row."""
        for other in ("company", "contact"):
            if other in refs and other != kind and other in KINDS[kind].fields and any(refs[other]):
                values[other] = [ref or None for ref in refs[other]]

    def _kind(
        self, kind: str, batch: Batch, present: list[bool], verdicts: list[str], refs: dict[str, list[int]]
    ) -> list[int]:
        plan, values = self.plan, batch.values[kind]
        main = kind == plan.kind or (plan.kind == "contact" and kind == "company" and batch.companies is not None)
        parties = None
        if kind == "lead":
            parties = list(zip(refs["contact"], refs["company"], strict=True))
            values = self._lead(batch)
        elif kind == "contact":
            parties = [(0, company) for company in refs["company"]]
        ids = batch.ids if kind == plan.kind else self._held(kind, batch)
        found = plan.finders[kind].find(self.session, batch.lines, values, present, ids, parties)
        for row in found.skipped:
            verdicts[row] = "skipped"
        self._fresh(kind, batch.lines, values, found.new)
        plan.counts[kind] = plan.finders[kind].count
        later, standing = _sorted(found, verdicts, main=main)
        if kind == "company" and not main and values.keys() <= {"name"}:
            return found.refs  # found by its name, which is all that the row says of it
        if later:
            self._later(kind, values, found.refs, later, verdicts, main=main)
        if standing and self.on_existing == "skip":
            if main:
                for row in standing:
                    verdicts[row] = "skipped"
        elif standing:
            self._standing(kind, batch, values, found.refs, standing, verdicts, main=main)
        return found.refs

    def _held(self, kind: str, batch: Batch) -> Column | None:
        """Return the companies or contacts that records of ours refer to already, where a row gives the same name.

        A name alone does not tell two of the same name apart; the record that the row is does.
        """
        names = batch.values[kind].get("name")
        if batch.ids is None or names is None or kind not in KINDS[self.plan.kind].fields:
            return None
        held = stored.referred(self.session, KINDS[self.plan.kind], KINDS[kind], batch.ids)
        found: Column = []
        for number, name in zip(batch.ids, names, strict=True):
            ref, shown = held.get(number, (None, None))
            found.append(ref if name is not None and name == shown else None)
        return found

    def _lead(self, batch: Batch) -> dict[str, Column]:
        values = dict(batch.values["lead"])
        if batch.entries is not None:
            values[ENTRIES] = batch.entries
            if "stage_changed" in {target.field for target in self.targets if target is not None}:
                stages = values.get("stage") or [None] * len(batch.lines)
                values["stage"] = [
                    None if entries else stage for entries, stage in zip(batch.entries, stages, strict=True)
                ]
        if self.staged:
            stages = values.get("stage") or [None] * len(batch.lines)
            entries = values.get(ENTRIES) or [None] * len(batch.lines)
            self._say_first(batch.lines, stages, entries)
        return values

    def _say_first(self, lines: list[int], stages: Column, entries: Column) -> None:
        name = self.plan.lists.first_stage.name
        column = next(
            (
                self.converter.columns[position]
                for (kind, field), positions in self.converter.places.items()
                if kind == "lead" and field == "stage"
                for position in positions
            ),
            "",
        )
        for line, stage, entered in zip(lines, stages, entries, strict=True):
            if stage is None and not entered:
                self.plan.notices.warn(line, column, "", f"The stage is empty; a lead that is made begins in {name}.")

    def _fresh(self, kind: str, lines: list[int], values: dict[str, Column], new: list[bool]) -> None:
        count = sum(new)
        if not count:
            return
        if count == len(new):
            kept, columns = lines, {name: column for name, column in values.items() if filled(column)}
        else:
            rows = [row for row, one in enumerate(new) if one]
            kept = [lines[row] for row in rows]
            columns = {name: [column[row] for row in rows] for name, column in values.items()}
            columns = {name: column for name, column in columns.items() if filled(column)}
        self.plan.fresh[kind].put((kept, columns), count * (len(columns) + 1))

    # Rows of records that are known already -----------------------------------------------------------------------

    def _later(
        self, kind: str, values: dict[str, Column], refs: list[int], rows: list[int], verdicts: list[str], *, main: bool
    ) -> None:
        """Keep what rows add to records that earlier rows made."""
        plan = self.plan
        for row in rows:
            if self.on_existing == "skip":
                if main:
                    verdicts[row] = "skipped"
                continue
            patch = {name: column[row] for name, column in values.items() if column[row] is not None}
            if main:
                verdicts[row] = "updated"
            if patch:
                plan.patches[kind].setdefault(-refs[row] - 1, []).append(patch)

    def _standing(
        self,
        kind: str,
        batch: Batch,
        values: dict[str, Column],
        refs: list[int],
        rows: list[int],
        verdicts: list[str],
        *,
        main: bool,
    ) -> None:
        """Find out what rows change on records that stand."""
        plan = self.plan
        if self.converter.own and not main:
            # The company of a lead's row is the lead's: where its contact works is told by the contacts' own file.
            values = {name: column for name, column in values.items() if name != "company"}
        changes = plan.changes[kind]
        wanted = sorted({refs[row] for row in rows})
        consents = any(name.startswith(CONSENT) for name in values)
        loaded = stored.read(
            self.session, KINDS[kind], [ref for ref in wanted if ref not in changes], consents=consents
        )
        patches: dict[int, list[int]] = {}
        for row in rows:
            patches.setdefault(refs[row], []).append(row)
        for ref, several in patches.items():
            base = changes[ref].base if ref in changes else loaded[ref]
            changed = changes.get(ref) or Changed(base["version"], base["custom"], {}, {}, base)
            for row in several:
                patch = {name: column[row] for name, column in values.items() if column[row] is not None}
                self._patch(kind, changed, patch, batch.lines[row])
            # Rows that undo each other leave the record as it was.
            moved = bool(changed.after) or changed.stays is not None
            if moved:
                changes[ref] = changed
            else:
                changes.pop(ref, None)
            for row in several:
                if moved and (main or verdicts[row] == ""):
                    verdicts[row] = "updated"

    def _patch(self, kind: str, changed: Changed, patch: dict[str, Any], line: int) -> None:
        base = {**changed.base, **changed.after}
        entries, stage = patch.pop(ENTRIES, None) or [], patch.pop("stage", None)
        number = patch.get("external_id")
        if number is not None and base.get("external_id") not in {None, number}:
            self.plan.notices.warn(
                line, "", str(number), f"This is {base['name']}, known under the id {base['external_id']}, which stays."
            )
        after = stored.merged(kind, base, patch, fill=self.on_existing == "fill")
        if kind == "lead" and (entries or stage is not None) and self.on_existing != "fill":
            held = changed.stays or [StayTimes(*one) for one in changed.base[stored.STAYS]]
            stays = histories.of_standing(
                [(one.stage_id, one.entered_at, one.left_at) for one in held],
                entries,
                stage,
                self.now,
                self.plan.lists.facts(),
            )
            if stays is not None:
                changed.stays = stays
        for name, value in after.items():
            changed.before.setdefault(name, changed.base.get(name))
            changed.after[name] = value
        for name in [name for name, value in changed.after.items() if value == changed.base.get(name)]:
            del changed.after[name], changed.before[name]


def _sorted(found: Found, verdicts: list[str], *, main: bool) -> tuple[list[int], list[int]]:
    """Return the rows of records that earlier rows made and of those that stand; say which rows make one."""
    later: list[int] = []
    standing: list[int] = []
    for row, ref in enumerate(found.refs):
        if ref == 0:
            continue
        if found.new[row]:
            if main:
                verdicts[row] = "created"
        elif ref < 0:
            later.append(row)
        else:
            standing.append(row)
    return later, standing


def _shown(batch: Batch, row: int) -> str:
    """Return the first text of a row, for the remark about it."""
    for values in batch.values.values():
        for column in values.values():
            if isinstance(column[row], str):
                return str(column[row])
    return ""


def total(plan: Plan) -> Mapping[str, Mapping[str, int]]:
    """Return the records by kind: how many are made and how many changed."""
    return {
        KINDS[kind].plural: {"created": plan.counts[kind], "updated": len(plan.changes[kind])}
        for kind in ("contact", "company", "lead")
    }
