"""The rows of new records: stored columns, what is derived from them, keys, consents and stays."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app import derived, rank
from app.fields import CONSENT, CUSTOM, KINDS
from app.importing import histories, stored
from app.importing.converting import Column
from app.importing.lists import Lists
from app.importing.planning import ENTRIES
from app.stays import StageFacts, StayTimes
from db.folding import KEY_LENGTH, fold, key

_encode = json.JSONEncoder().encode
_REFERRED = {"owner": "member", "qualified_by": "member", "campaign": "campaign"}
_LISTS = ("emails", "phones", "tags")
_EMPTY = "[]"
_NO_DIGIT = re.compile(r"[^0-9]")


def _listed(entries: list[str] | None) -> str:
    """Return a list as JSON; the one plain entry that most lists hold needs no encoder."""
    if entries is None:
        return _EMPTY
    if len(entries) == 1:
        only = entries[0]
        if only.isascii() and only.isprintable() and '"' not in only and "\\" not in only:
            return f'["{only}"]'
    return _encode(entries)


@dataclass(slots=True)
class Numbers:
    """Which ids the new records get, and the names by which others show them.

    Attributes:
        first: kind -> the id of its first new record.
        names: kind -> the shown names of the new records, in order.
        held: kind -> id -> the shown name of records that stand.
    """

    first: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=lambda: {"company": [], "contact": [], "lead": []})
    held: dict[str, dict[int, str]] = field(default_factory=lambda: {"company": {}, "contact": {}})

    def real(self, kind: str, ref: int | None) -> int | None:
        """Return the id that a reference stands for."""
        return ref if ref is None or ref > 0 else self.first[kind] - ref - 1

    def name(self, kind: str, ref: int | None) -> str | None:
        """Return the shown name of a record by its reference."""
        if ref is None:
            return None
        return self.names[kind][-ref - 1] if ref < 0 else self.held[kind].get(ref)


@dataclass(slots=True)
class Made:
    """The rows of a chunk of new records, as the tables take them."""

    columns: dict[str, Column]
    keys: list[tuple[str, str, str, int]]
    consents: list[tuple[int, str, bool]]
    stays: list[tuple[int, StayTimes]]


@dataclass(slots=True)
class Maker:
    """Makes the rows of one kind of record."""

    kind: str
    numbers: Numbers
    lists: Lists
    now: int
    currency: str
    facts: Mapping[int, StageFacts]
    patches: Mapping[int, list[dict[str, Any]]]
    fill: bool
    keep_names: bool
    ranks: dict[int, Iterator[str]] = field(default_factory=dict)
    count: int = 0

    def make(self, size: int, values: dict[str, Column]) -> Made:
        """Return the rows of the next `size` records from their stored values."""
        start = self.count
        self.count += size
        if self.patches:
            self._patch(start, size, values)
        first = self.numbers.first[self.kind] + start
        ids = list(range(first, first + size))
        nothing: Column = [None] * size
        columns: dict[str, Column] = {"id": ids}
        for name, one in KINDS[self.kind].fields.items():
            if name in values and one.column and one.edit:
                columns[one.column] = values[name]
        for name, what in _REFERRED.items():
            if name in values and name in KINDS[self.kind].fields:
                column = KINDS[self.kind].fields[name].column
                columns[column] = [self.lists.real(what, number) for number in values[name]]
        columns["created_at"] = [self.now if one is None else one for one in values.get("created", nothing)]
        columns["custom"] = self._custom(values, size)
        made = Made(columns, [], [], [])
        if self.kind == "contact":
            self._contact(made, values, size, ids)
        elif self.kind == "company":
            self._company(made, values, size, ids)
        else:
            self._lead(made, values, size, ids)
        for name in _LISTS:
            if name in KINDS[self.kind].fields:
                columns[name] = [_listed(one) for one in values.get(name, nothing)]
        self._tag_keys(made, values, ids)
        return made

    # What later rows add ------------------------------------------------------------------------------------------

    def _patch(self, start: int, size: int, values: dict[str, Column]) -> None:
        for row in range(size):
            several = self.patches.get(start + row)
            if not several:
                continue
            base = {name: column[row] for name, column in values.items() if column[row] is not None}
            for given in several:
                patch = dict(given)
                entries = patch.pop(ENTRIES, None)
                if entries:
                    base[ENTRIES] = [*(base.get(ENTRIES) or []), *entries]
                base |= stored.merged(self.kind, base, patch, fill=self.fill)
            for name, value in base.items():
                if name not in values:
                    values[name] = [None] * size
                elif values[name][row] is not value:
                    values[name] = list(values[name])
                values[name][row] = value

    # Shared -------------------------------------------------------------------------------------------------------

    def _custom(self, values: dict[str, Column], size: int) -> Column:
        columns = [
            (self.lists.field_id(self.kind, name.removeprefix(CUSTOM)), column)
            for name, column in values.items()
            if name.startswith(CUSTOM)
        ]
        if not columns:
            return ["{}"] * size
        numbers = [number for number, _ in columns]
        return [
            _encode({number: value for number, value in zip(numbers, row, strict=True) if value is not None})
            for row in zip(*(column for _, column in columns), strict=True)
        ]

    def _tag_keys(self, made: Made, values: dict[str, Column], ids: list[int]) -> None:
        tags = values.get("tags")
        if tags is not None:
            for number, several in zip(ids, tags, strict=True):
                for one in dict.fromkeys(key(tag) for tag in several or ()):
                    if one:
                        made.keys.append((self.kind, "tag", one, number))

    # Kinds --------------------------------------------------------------------------------------------------------

    def _contact(self, made: Made, values: dict[str, Column], size: int, ids: list[int]) -> None:
        nothing: Column = [None] * size
        companies = values.get("company")
        if companies is not None:
            made.columns["company_id"] = [self.numbers.real("company", ref) for ref in companies]
            firms: Column = [self.numbers.name("company", ref) for ref in companies]
        else:
            firms = nothing
        names: list[str] = []
        sorts: list[str] = []
        searches: list[str] = []
        keys = made.keys
        rows = zip(
            values.get("name", nothing),
            values.get("first_name", nothing),
            values.get("last_name", nothing),
            values.get("emails", nothing),
            values.get("phones", nothing),
            firms,
            values.get("external_id", nothing),
            ids,
            strict=True,
        )
        for given, first, last, emails, phones, firm, external, number in rows:
            if first:
                full = f"{first} {last}" if last else first
                by_last = f"{last} {first}" if last else first
            else:
                full = by_last = last or ""
            name = given or full or firm or (emails[0] if emails else phones[0] if phones else external or "")
            names.append(name)
            sorts.append(key(by_last or name))
            text = fold(name)
            if emails:
                text += _email_keys(emails, number, keys)
            if phones:
                text += _phone_keys(phones, number, keys)
            searches.append(f"{text}|{fold(firm)}" if firm else text)
        made.columns |= {"name": names, "sort_key": sorts, "search": searches}
        if self.keep_names:
            self.numbers.names["contact"] += names
        made.consents += _consents(values, ids)

    def _company(self, made: Made, values: dict[str, Column], size: int, ids: list[int]) -> None:
        nothing: Column = [None] * size
        rows = zip(*(values.get(name, nothing) for name in ("name", "domain", "external_id")), strict=True)
        found = [
            derived.company_columns({"name": name, "domain": domain, "external_id": external})
            for name, domain, external in rows
        ]
        for column in ("name", "name_key", "sort_key", "search"):
            made.columns[column] = [one[column] for one in found]
        self.numbers.names["company"] += made.columns["name"]
        del ids

    def _lead(self, made: Made, values: dict[str, Column], size: int, ids: list[int]) -> None:
        nothing: Column = [None] * size
        people: Column = values.get("contact", nothing)
        firms: Column = values.get("company", nothing)
        made.columns["contact_id"] = [self.numbers.real("contact", ref) for ref in people]
        made.columns["company_id"] = [self.numbers.real("company", ref) for ref in firms]
        made.columns.pop("reason_id", None)
        if "reason" in values:
            made.columns["reason_id"] = values["reason"]
        found = [
            derived.lead_columns(
                {"name": name, "external_id": external},
                self.numbers.name("contact", person),
                self.numbers.name("company", firm),
            )
            for name, external, person, firm in zip(
                values.get("name", nothing), values.get("external_id", nothing), people, firms, strict=True
            )
        ]
        for column in ("name", "sort_key", "search"):
            made.columns[column] = [one[column] for one in found]
        if "value" in values and "currency" not in values:
            made.columns["currency"] = [None if one is None else self.currency for one in values["value"]]
        self._stages(made, values, size, ids)

    def _stages(self, made: Made, values: dict[str, Column], size: int, ids: list[int]) -> None:
        nothing: Column = [None] * size
        first = self.lists.first_stage.id
        standings: list[dict[str, Any]] = []
        rows = zip(
            values.get(ENTRIES, nothing), values.get("stage", nothing), made.columns["created_at"], ids, strict=True
        )
        for entries, stage, created, number in rows:
            real = [(moment, self._stage(one)) for moment, one in entries or ()]
            stays = histories.of_new(real, self._stage(stage) if stage is not None else None, created, first)
            made.stays += [(number, stay) for stay in stays]
            standings.append(histories.columns(stays, self.facts))
        for column in standings[0] if standings else ():
            made.columns[column] = [one[column] for one in standings]
        made.columns["rank"] = [self.place(one["stage_id"]) for one in standings]

    def _stage(self, number: int) -> int:
        return self.lists.real("stage", number) or number

    def place(self, stage: int) -> str:
        """Return the next rank at the foot of a stage."""
        return next(self.ranks[stage])


def _consents(values: Mapping[str, Column], ids: Sequence[int]) -> list[tuple[int, str, bool]]:
    """Return what people allowed or refused: contact, purpose, allowed."""
    return [
        (number, name.removeprefix(CONSENT), said == "yes")
        for name, column in values.items()
        if name.startswith(CONSENT)
        for number, said in zip(ids, column, strict=True)
        if said is not None
    ]


def _email_keys(emails: Sequence[str], number: int, keys: list[tuple[str, str, str, int]]) -> str:
    """Add the keys of a contact's e-mails; return what a search finds of them."""
    text = ""
    for email in emails:
        bare = fold(email)
        text += "|" + bare
        folded = bare if bare.isascii() and " " not in bare and len(bare) < KEY_LENGTH else key(email)
        if folded:
            keys.append(("contact", "email", folded, number))
    return text


def _phone_keys(phones: Sequence[str], number: int, keys: list[tuple[str, str, str, int]]) -> str:
    """Add the keys of a contact's phones; return what a search finds of them."""
    text = ""
    for phone in phones:
        text += "|" + fold(phone)
        folded = _NO_DIGIT.sub("", phone)[:KEY_LENGTH] if phone.isascii() else ""
        folded = folded or derived.folded("phone", phone)
        if folded:
            keys.append(("contact", "phone", folded, number))
    return text


def foot(last: str | None) -> Iterator[str]:
    """Yield ranks after the last one of a stage, without end."""
    while True:
        last = rank.between(last, None)
        yield last


def rows(
    columns: Mapping[str, Sequence[Any]], constants: Mapping[str, Any]
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return the names and the rows of columns of one length, constants the same in every row."""
    names = [*columns, *constants]
    size = len(next(iter(columns.values())))
    fixed = [[value] * size for value in constants.values()]
    return names, zip(*columns.values(), *fixed, strict=True)
