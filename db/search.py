"""The indexes that find folded text (`db.folding`): what differs between the engines in searching lies here."""

import json
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Connection, Engine, Integer, Select, Table, and_, bindparam, func, select, text
from sqlalchemy.orm import Session

from db.rows import fetched
from db.textual import contains, unindexed
from db.types import given

SEARCHED = ("contacts", "companies", "leads")
# An index serves a condition that is written as the index is. In UTF-8 a letter other than ASCII's has several bytes.
_LETTERS_HELD = "string_to_array(regexp_replace(search, '[ -~]+', '', 'g'), NULL)"
_HOLDS_OTHERS = "octet_length(search) <> length(search)"


def install(connection: Connection) -> None:
    """Make the search indexes of `contacts`, `companies` and `leads`, or what is missing of them.

    On SQLite an index of any three letters in a row, which holds no text and is kept by triggers, but for a bulk load,
    which switches them off through `tandem_bulk()`; a list of all that it knows; a covering index in name order; and
    one that tells where in that order a row stands.
    On PostgreSQL a trigram GIN index, and one of single letters other than those of ASCII: folded text in Latin letters
    has none, so it costs those who write in them next to nothing.
    """
    if connection.dialect.name == "sqlite":
        for table in SEARCHED:
            for statement in _sqlite_statements(table):
                connection.execute(text(statement))
    else:
        for table in SEARCHED:
            connection.execute(
                text(f"CREATE INDEX IF NOT EXISTS ix_{table}_search ON {table} USING gin (search gin_trgm_ops)")
            )
            connection.execute(
                text(
                    f"CREATE INDEX IF NOT EXISTS ix_{table}_letters ON {table} USING gin ({_LETTERS_HELD}) "
                    f"WHERE {_HOLDS_OTHERS}"
                )
            )


def _sqlite_statements(table: str) -> list[str]:
    fts = f"{table}_search"
    added = f"INSERT INTO {fts}(rowid, search) VALUES (new.id, {_indexed('new.search')})"
    removed = f"INSERT INTO {fts}({fts}, rowid, search) VALUES ('delete', old.id, {_indexed('old.search')})"
    return [
        f"CREATE INDEX IF NOT EXISTS ix_{table}_cover ON {table}(sort_key, id, deleted_at, search)",
        f"CREATE INDEX IF NOT EXISTS ix_{table}_near ON {table}(id, sort_key, deleted_at)",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {fts} USING fts5(search, content='', tokenize='trigram case_sensitive 1')",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {fts}_letters USING fts5vocab({fts}, instance)",
        f"CREATE TRIGGER IF NOT EXISTS {table}_search_insert AFTER INSERT ON {table} "
        f"WHEN tandem_bulk() = 0 BEGIN {added}; END",
        f"CREATE TRIGGER IF NOT EXISTS {table}_search_delete AFTER DELETE ON {table} BEGIN {removed}; END",
        f"CREATE TRIGGER IF NOT EXISTS {table}_search_update AFTER UPDATE OF search ON {table} "
        f"WHEN old.search IS NOT new.search BEGIN {removed}; {added}; END",
    ]


def _indexed(column: str) -> str:
    """Return the text of which a file's index knows the letters: two blanks let its last two begin three as well."""
    return f"{column} || '  '"


def index_new_rows(connection: Connection, table: str, first_id: int) -> None:
    """Bring rows from `first_id` on, written with the triggers switched off, into the search index."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                f"INSERT INTO {table}_search(rowid, search) "
                f"SELECT id, {_indexed('search')} FROM {table} WHERE id >= :first"
            ),
            {"first": first_id},
        )


SHORTEST = 3
"""Letters from which on the index of letters knows a word."""
LONGEST_PROBED = 200
SAMPLE = 100
"""Rows that tell what is common in a table, taken from a few places all over it."""
PLACES = 10
COMMON = 0.2
"""The share of the sampled rows from which on three letters tell next to nothing of a row, and cost the most."""
RARE_IN_FILE = 1_000
FEW = 5_000
"""Rows that a file rather sorts than meets along the names, of which each is read from another place."""
RARE_ON_SERVER = 5_000
RARE_UNINDEXED = 1_000
_LAST = "\U0010ffff"
_SAMPLES: "WeakKeyDictionary[Engine, dict[str, Sample]]" = WeakKeyDictionary()
"""By the table."""


class Sample:
    """What is searched for in some rows of a table, taken when its highest id was `newest`.

    `common` has the three letters in a row that too many of them hold.
    """

    def __init__(self, newest: int, texts: Sequence[str]) -> None:
        self.newest = newest
        self._texts = texts
        held = Counter(three for one in texts for three in _threes(one))
        self.common = frozenset(three for three, count in held.items() if count > COMMON * len(texts))

    def holds_often(self, word: str) -> bool:
        """Return whether that many rows hold a word of three letters or more."""
        if not self.common.issuperset(_threes(word)):
            return False
        return sum(word in one for one in self._texts) > COMMON * SAMPLE


def _apart(part: str) -> Sequence[str]:
    """Return three letters after three letters of a text, and its last three."""
    last = len(part) - SHORTEST
    return [part[place : place + SHORTEST] for place in (*range(0, last, SHORTEST), last)]


def _threes(wanted: str) -> set[str]:
    return {wanted[place : place + SHORTEST] for place in range(len(wanted) - SHORTEST + 1)}


def rare(session: Session, table: Table, *wanted: str) -> ColumnElement[bool] | None:
    """Return the condition by which the index finds folded words, None where walking along the names is quicker.

    The index is asked first how many rows it would find that have all of them. Few are sorted sooner than the names are
    walked; of many, the first fifty are met along the names at once.
    """
    if session.get_bind().dialect.name != "sqlite":
        return _all_on_server(session, table, wanted)
    found = _many_letters(session, table, wanted)
    for word in wanted:
        if found is None and len(word) < SHORTEST:
            found = _few_letters(session, table, word)
    if found is None:
        return None
    # The index may find more than there is: what is wanted has to stand in one piece, and not in the blanks.
    return and_(among(table, found), *(contains(table.c.search, word) for word in wanted))


def among(table: Table, found: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that a row of a file is one of some, however many they are."""
    numbers = func.json_each(json.dumps(found)).table_valued("value")
    return table.c.id.in_(select(numbers.c.value))


def _few_letters(session: Session, table: Table, wanted: str) -> list[int] | None:
    """Return the rows of a file in which some three letters begin with a text, None where they are too many."""
    probe = f"SELECT DISTINCT doc FROM {table.name}_search_letters WHERE term BETWEEN :wanted AND :last"
    return _probed(session, probe, wanted=wanted, last=wanted + _LAST * SHORTEST)


@dataclass(frozen=True, slots=True)
class Letters:
    """What the index of letters of a file is asked for: `quoted`, nothing where all is common.

    It finds all rows that are wanted; whether they hold the `unsure` texts is to be looked for.
    """

    quoted: str
    unsure: tuple[str, ...]


def letters(session: Session, table: Table, wanted: Sequence[str]) -> Letters | None:
    """Return what a file's index of letters is asked for so as to find folded texts.

    None where all are too short, and on a server.
    """
    asked = [word for word in wanted if len(word) >= SHORTEST]
    if not asked or session.get_bind().dialect.name != "sqlite":
        return None
    sample = _sample(session, table)
    # What a large table has in every fifth row need not be asked for.
    rarer = [word for word in asked if not sample.holds_often(word)]
    told = {word: _telling(sample.common, word[:LONGEST_PROBED]) for word in rarer}
    parts = dict.fromkeys(part for word in rarer for part in told[word])
    # A text in one part is found whole; two blanks follow what the index knows, and may be taken for the text's.
    sure = {word for word in rarer if told[word] == [word] and not word.endswith(" ")}
    if len(rarer) > 1:
        # Three letters beside the next three tell of several words together as much as each word in one piece does,
        # and the index has a third of it to go through.
        parts, sure = dict.fromkeys(three for part in parts for three in _apart(part)), set()
    quoted = " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)
    return Letters(quoted, tuple(word for word in wanted if word not in sure))


def _many_letters(session: Session, table: Table, wanted: Sequence[str]) -> list[int] | None:
    """Return the rows of a file that hold all parts of texts that tell something, None where they are too many."""
    asked = letters(session, table, wanted)
    if asked is None or not asked.quoted:
        return None
    probe = f"SELECT rowid FROM {table.name}_search WHERE {table.name}_search MATCH :wanted"
    return _probed(session, probe, wanted=asked.quoted)


def _probed(session: Session, probe: str, **values: str) -> list[int] | None:
    found = fetched(session, text(f"{probe} LIMIT {RARE_IN_FILE + 1}"), values)
    return None if len(found) > RARE_IN_FILE else [number for (number,) in found]


def _sample(session: Session, table: Table) -> Sample:
    """Return some rows, a few neighbours at each place, since they lie together in the file.

    What is common stays so: they are kept until there are twice as many rows.
    """
    ((newest,),) = fetched(session, text(f"SELECT COALESCE(MAX(id), 0) FROM {table.name}"))
    kept = _SAMPLES.setdefault(session.get_bind().engine, {})
    sample = kept.get(table.name)
    if sample is None or not sample.newest <= newest < 2 * sample.newest:
        numbers = [newest - newest // PLACES * (row % PLACES) - row // PLACES for row in range(SAMPLE)]
        texts = session.execute(select(table.c.search).where(table.c.id.in_(numbers))).scalars().all()
        sample = kept[table.name] = Sample(newest, texts)
    return sample


def _telling(common: Container[str], wanted: str) -> list[str]:
    """Return the longest parts of a text without three letters that are common, such as the end of an address.

    The index goes through all rows that hold any three letters of what it is asked for: a million for "+34" so as to
    find the thousand with "+34 6123", which hold " 6123" as well. A text in which all is common is its one part.
    """
    parts: list[str] = []
    last = -1
    for place in range(len(wanted) - SHORTEST + 1):
        three = wanted[place : place + SHORTEST]
        if three not in common:
            if parts and last == place - 1:
                parts[-1] += three[-1]
            else:
                parts.append(three)
            last = place
    return parts or [wanted]


def _all_on_server(session: Session, table: Table, wanted: Sequence[str]) -> ColumnElement[bool] | None:
    found = [_rare_on_server(session, table, word) for word in wanted]
    if all(one is None for one in found):
        return None
    return and_(
        *(contains(table.c.search, word) if one is None else one for word, one in zip(wanted, found, strict=True))
    )


def _rare_on_server(session: Session, table: Table, wanted: str) -> ColumnElement[bool] | None:
    head = wanted[:LONGEST_PROBED]
    hits = select(table.c.id).where(table.c.search.contains(head, autoescape=True))
    if len(head) < SHORTEST:
        others = [letter for letter in head if not letter.isascii()]
        if not others:
            return _rare_unindexed(session, table, hits)
        held = text(f"{_HOLDS_OTHERS} AND {_LETTERS_HELD} @> CAST(:others AS text[])")
        hits = hits.where(held.bindparams(bindparam("others", others, unique=True)))
    few = select(func.count()).select_from(hits.limit(RARE_ON_SERVER + 1).subquery())
    if session.execute(few).scalar_one() > RARE_ON_SERVER:
        return None
    # Materialized, so that the planner does not walk the names after all.
    numbered = table.c.id.in_(select(hits.cte().prefix_with("MATERIALIZED").c.id))
    return numbered if head == wanted else and_(numbered, contains(table.c.search, wanted))


def _rare_unindexed(session: Session, table: Table, hits: Select[tuple[int]]) -> ColumnElement[bool] | None:
    """Return the condition for one or two letters that no index of a server knows.

    All rows are read as they lie until there are too many; should there be few, a walk along the names would read each
    of them from another place.
    """
    found = session.execute(hits.limit(RARE_UNINDEXED + 1)).scalars().all()
    return None if len(found) > RARE_UNINDEXED else table.c.id.in_(found)


def first(session: Session, table: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return a condition as it serves best where only the first few rows in order are wanted.

    The planner of a file does not know how many rows meet a condition: for few it would walk along all names, each
    row read from another place; for many it would sort them all. So the rows are counted first, up to a limit. A
    server keeps statistics.
    """
    if session.get_bind().dialect.name != "sqlite":
        return condition
    probe = select(table.c.id).where(table.c.deleted_at.is_(None), condition).limit(FEW + 1)
    found = session.connection().execute(probe).scalars().all()
    if len(found) > FEW:
        return unindexed(condition)
    listed = given(session, "few", {"id": Integer()}, [[number] for number in found])
    return table.c.id.in_(select(listed.c.id))
