"""Three clients with their own views of one workspace, in any order hypothesis can think of.

They load, edit from what they loaded, resend, crash before the commit, undo, and read the feed. Whatever they do: the
journal replayed gives the database, every feed is the journal, and what was accepted is there until somebody who saw it
changed it.
"""

import shutil
import tempfile
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy.orm import Session

from app import contacts, undo
from app import workspace as door
from app.errors import ConflictError, RefusedError
from app.workspace import Workspace
from db import watch

FIELDS = ("city", "job_title", "country")
VALUES = st.sampled_from(["a", "b", "c", None])
CLIENTS = st.integers(0, 2)


class CrashedError(Exception):
    """The client died before its commit."""


def crash(session: Session, number: int, mine: dict[str, Any]) -> None:
    contacts.edit(session, number, mine)
    raise CrashedError


class Sharing(RuleBasedStateMachine):
    contacts_made = Bundle("contacts_made")
    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="tandem-machine-"))
        path = self.folder / "team.tandem"
        shutil.copyfile(self.template, path)
        self.clients: list[Workspace] = [door.open_workspace(str(path)) for _ in range(3)]
        self.views: list[dict[int, dict[str, Any]]] = [{} for _ in self.clients]
        self.feeds: list[list[Any]] = [[] for _ in self.clients]
        self.accepted: list[tuple[int, str, Any]] = []
        self.sent: list[tuple[str, int, dict[str, Any]]] = []

    def teardown(self) -> None:
        for client in self.clients:
            client.close()
        shutil.rmtree(self.folder)

    @initialize(target=contacts_made)
    def first_contact(self) -> int:
        return self.clients[0].write(contacts.create, {"first_name": "Ida"}).entries[0].id

    @rule(target=contacts_made, client=CLIENTS)
    def make(self, client: int) -> int:
        return self.clients[client].write(contacts.create, {"first_name": "Bo"}).entries[0].id

    @rule(client=CLIENTS, number=contacts_made)
    def load(self, client: int, number: int) -> None:
        row = self._row(number)
        if row["deleted_at"] is None:
            values = self.clients[client].read(contacts.detail, number).values
            self.views[client][number] = {name: values[name] for name in FIELDS}

    @rule(client=CLIENTS, number=contacts_made, field=st.sampled_from(FIELDS), value=VALUES)
    def edit(self, client: int, number: int, field: str, value: str | None) -> None:
        seen = self.views[client].get(number)
        row = self._row(number)
        if seen is None or row["deleted_at"] is not None:
            return
        op = uuid.uuid4().hex
        try:
            change = self.clients[client].write(contacts.edit, number, {field: value}, {field: seen[field]}, op=op)
        except ConflictError:
            assert len({seen[field], value, row[field]}) == 3
            return
        assert not (value not in (seen[field], row[field]) and seen[field] != row[field])
        if change.entries:
            self.sent.append((op, number, {field: value}))
        seen[field] = self._row(number)[field]

    @rule(client=CLIENTS)
    def resend(self, client: int) -> None:
        if self.sent:
            op, number, mine = self.sent[-1]
            before = self._journal()
            self.clients[client].write(contacts.edit, number, mine, op=op)
            assert self._journal() == before

    @rule(client=CLIENTS, number=contacts_made, value=VALUES)
    def die(self, client: int, number: int, value: str | None) -> None:
        if self._row(number)["deleted_at"] is None:
            before = self._journal()
            with pytest.raises(CrashedError):
                self.clients[client].write(crash, number, {"city": value})
            assert self._journal() == before

    @rule(client=CLIENTS)
    def undo(self, client: int) -> None:
        try:
            self.clients[client].write(undo.undo)
        except (ConflictError, RefusedError):
            return

    @rule(client=CLIENTS)
    def read_feed(self, client: int) -> None:
        feed = self.feeds[client]
        with self.clients[client].store.reading() as session:
            feed.extend(watch.since(session, feed[-1].seq if feed else 0))
        assert [line.seq for line in feed] == [line[0] for line in self._journal()]

    @invariant()
    def the_journal_replayed_is_the_database(self) -> None:
        replayed: dict[int, dict[str, Any]] = {}
        with self.clients[0].store.reading() as session:
            for line in watch.since(session, 0):
                record = replayed.setdefault(line.record_id, dict.fromkeys(FIELDS))
                for name, both in line.fields.items():
                    if name in FIELDS:
                        assert record[name] == both["before"]
                        record[name] = both["after"]
        for number, record in replayed.items():
            row = self._row(number)
            assert {name: row[name] for name in FIELDS} == record

    def _row(self, number: int) -> dict[str, Any]:
        with self.clients[0].store.reading() as session:
            found = session.connection().exec_driver_sql("SELECT * FROM contacts WHERE id = ?", (number,)).one()
        return dict(found._mapping)

    def _journal(self) -> list[tuple[Any, ...]]:
        with self.clients[0].store.reading() as session:
            return [
                tuple(row) for row in session.connection().exec_driver_sql("SELECT seq, op FROM journal ORDER BY seq")
            ]


def test_no_order_of_events_loses_anything(file_template: Path) -> None:
    Sharing.template = file_template
    machine = Sharing.TestCase
    machine.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
    machine("runTest").runTest()
