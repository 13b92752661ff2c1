"""The door of a workspace: opening, reading, writing, and noticing what colleagues do."""

import getpass
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeAlias, TypeVar
from zoneinfo import ZoneInfo, available_timezones

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app import members, seeding
from app.agreement.starting import Answers
from app.changes import Change, Entry, Noticed
from app.context import Context, Info, MemberRow, StaleContextError, load
from app.errors import (
    RESTORED,
    KnownError,
    ReadOnlyError,
    RefusedError,
    RestoredError,
    UnreachableError,
    UsageError,
    sentence,
)
from app.fields import currency_code
from db import places, upgrade, watch
from db.engine import FileStore, ServerStore, Store, is_server, open_store
from db.journal import AlreadyDoneError, Write
from db.models import Journal, Op
from db.presence import Here, Seat

P = ParamSpec("P")
T = TypeVar("T")
Present: TypeAlias = dict[tuple[str, int], tuple[int, ...]]
"""The members who have a record open, by the record's kind and id."""
READ_ONLY = sentence(
    "This workspace is open to look only, so that was not saved. Ask for write permission on its folder, or open it "
    "from where it may be changed."
)
_SHARED_LISTS = frozenset(
    {"agreement", "campaign", "clause", "field", "import", "member", "play", "promise", "reason", "stage", "workspace"}
)


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class Workspace:
    """An open workspace. `read` and `write` may be called from any thread; writes take turns."""

    def __init__(self, store: Store, as_member: str | None, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.clock = clock
        self._as = as_member
        self._me_id: int | None = None
        self._context: Context | None = None
        self._has_left = False
        self._lock = threading.Lock()
        self._own: set[str] = set()
        try:
            context = self.context()
        except (DBAPIError, KnownError):
            upgrade.explain(store)
            raise
        upgrade.check(context.info.schema, context.info.min_client)
        if as_member is not None and not store.stamps:
            self._me_id = context.member(as_member).id
            self._context = None
        elif as_member is not None and (context.me is None or context.member(as_member).id != context.me.id):
            raise RefusedError(
                "On a server everybody acts as themselves: this login is not “{as_member}”. Leave out --as, "
                "or log in as that member.",
                as_member=as_member,
            )

    @property
    def url(self) -> str:
        """The file's path or the server's address."""
        return self.store.url

    @property
    def info(self) -> Info:
        """Which workspace this is."""
        return self.context().info

    @property
    def me(self) -> MemberRow | None:
        """The member who acts; None where the account is bound to none."""
        return self.context().me

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written from here, or on a file by who acts, since they have left."""
        return self.store.read_only or self._has_left

    def context(self) -> Context:
        """Return members, stages and the other small lists, as of now."""
        with self._lock:
            if self._context is None:
                with self.store.reading() as session:
                    login = None if self._me_id is not None else _login(session, self.store)
                    self._context = load(session, self._me_id, login, self.clock())
                    self._has_left = not self.store.stamps and members.has_left(self._context)
            return self._context.at(self.clock())

    @contextmanager
    def reading(self, *, through: bool = False) -> Iterator[Session]:
        """Give a session for reads; of those that may go `through` much of the database nothing is kept in memory."""
        context = self.context()
        with self.store.reading(through=through) as session:
            session.info["context"] = context
            yield session

    def read(self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a reading service; once more on a fresh connection if the link had dropped meanwhile."""
        return self._read(False, lambda session: service(session, *args, **kwargs))

    def read_through(self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a reading service that may go through much of the database, and keep nothing of that in memory."""
        return self._read(True, lambda session: service(session, *args, **kwargs))

    def _read(self, through: bool, call: Callable[[Session], T]) -> T:
        try:
            with self.reading(through=through) as session:
                return call(session)
        except UnreachableError:
            with self.reading(through=through) as session:
                return call(session)

    def write(
        self,
        service: Callable[..., Any],
        *args: Any,
        op: str | None = None,
        act: str | None = None,
        **kwargs: Any,
    ) -> Change:
        """Call a writing service in one transaction and return what it changed.

        `act` names what is done, for undo and the journal; left out, it is the service's own name.

        `op` is the caller's id of this save: sent again with the same id after a lost connection, the first
        answer comes back and nothing is written twice.

        Raises:
            KnownError: refused, in conflict, busy, unreachable, read-only; nothing was written.
        """
        if self.store.read_only:
            raise ReadOnlyError(READ_ONLY)
        context = self.context()
        if self._has_left:
            raise members.refusal(context)
        write = Write(
            act=act or f"{service.__module__.rpartition('.')[2]}.{service.__name__}",
            member_id=context.me.id if context.me else None,
            clock=self.clock,
            pipelined=not getattr(service, "in_bulk", False),
            alone=getattr(service, "alone", False),
        )
        if op is not None:
            write.op = op
        self._own.add(write.op)
        try:
            with self.store.writing(write) as session:
                session.info["context"] = context
                if not self.store.stamps and write.facts.epoch != context.info.epoch:
                    raise RestoredError(RESTORED)
                service(session, *args, **kwargs)
                if (write.entries and write.facts.agreement_id is not None) or _publishes(write):
                    from app.agreement import rescoring  # noqa: PLC0415 - without an agreement nothing is scored

                    rescoring.keep(session)
        except AlreadyDoneError:
            return self.change(write.op)
        except StaleContextError:
            with self._lock:
                self._context = None
            return self.write(service, *args, op=write.op, act=act, **kwargs)
        change = Change(write.op, write.act, write.subject, tuple(write.entries), result=write.result)
        self.noticed(entry.kind for entry in change.entries)
        return change

    def change(self, op: str) -> Change:
        """Return what an act that was committed before changed."""
        with self.store.reading() as session:
            head = session.execute(sa.select(Op.act, Op.subject, Op.result).where(Op.op == op)).one()
            rows = session.execute(
                sa.select(Journal.act, Journal.kind, Journal.record_id, Journal.fields, Journal.import_id)
                .where(Journal.op == op)
                .order_by(Journal.id)
            ).all()
        entries = tuple(
            Entry(
                row.act,
                row.kind,
                row.record_id,
                {name: (both["before"], both["after"]) for name, both in row.fields.items()},
                row.import_id,
            )
            for row in rows
        )
        return Change(op, head.act, head.subject, entries, own=op in self._own, result=head.result)

    def is_own(self, op: str) -> bool:
        """Return whether an act was done through this object."""
        return op in self._own

    def noticed(self, kinds: Iterator[str]) -> None:
        """Forget the small lists if one of them changed."""
        if any(kind in _SHARED_LISTS for kind in kinds):
            with self._lock:
                self._context = None

    def latest(self) -> int:
        """Return the number of the journal's last line."""
        with self.store.reading() as session:
            return watch.latest(session)

    def watch(
        self,
        since: int,
        seen: Callable[[list[Noticed]], None],
        stop: threading.Event,
        trouble: Callable[[KnownError | None], None] | None = None,
        here: Here | None = None,
    ) -> None:
        """Hand every line of the journal after `since` to `seen`, in order, until `stop` is set.

        Blocks the calling thread. `here`, made by `presence`, says what I have open and hears what colleagues have.
        `trouble` hears a known error when the database goes away and None when it is
        back.
        """

        def hand_on(rows: Sequence[Any]) -> None:
            self.noticed(row.kind for row in rows)
            lines = []
            for row in rows:
                happened = (row.seq, row.at, row.actor_id, row.act, row.kind, row.record_id)
                lines.append(Noticed(*happened, row.fields, row.op, row.import_id))
            seen(lines)

        watch.follow(self.store, since, hand_on, stop, trouble, here)

    def presence(self, seen: Callable[[Present], None]) -> Here:
        """Return what says to colleagues which record I have open; `seen` hears which ones they have.

        It is to be handed to `watch`, in whose thread `seen` is called.
        """
        context = self.context()
        by_login = self.store.stamps
        me = context.me

        def hear(seats: frozenset[Seat]) -> None:
            people = self.context().members.values()
            known = {one.login if by_login else str(one.id): one.id for one in people}
            present: dict[tuple[str, int], list[int]] = {}
            for seat in sorted(seats, key=lambda one: one.who):
                member = known.get(seat.who)
                if member is not None and (me is None or member != me.id):
                    present.setdefault((seat.kind, seat.record_id), []).append(member)
            seen({record: tuple(dict.fromkeys(ids)) for record, ids in present.items()})

        return Here("" if me is None else str(me.id), hear)

    def close(self) -> None:
        """Close the workspace."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _publishes(write: Write) -> bool:
    return any(one.kind == "agreement" for one in write.entries)


def _login(session: Session, store: Store) -> str:
    return store.account(session) if isinstance(store, ServerStore) else account()


def account() -> str:
    """Return the name of the computer's account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name in a bare container
        return "user"


def open_workspace(
    url: str,
    as_member: str | None = None,
    clock: Callable[[], datetime] = utc_now,
    *,
    read_only: bool = False,
) -> Workspace:
    """Return an open workspace.

    Raises:
        KnownError: nothing there, no workspace, damaged, newer than this program, unreachable, no such member.
    """
    if not is_server(url) and not read_only:
        places.check(Path(url).resolve())
        read_only = not _may_write(Path(url).resolve())
    store = open_store(url, read_only=read_only)
    try:
        return Workspace(store, as_member, clock)
    except BaseException:
        store.close()
        raise


def _may_write(path: Path) -> bool:
    """Return whether this account may change a file, and write beside it what a save needs."""
    return not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def create(
    url: str,
    company: str = "My company",
    timezone: str = "UTC",
    currency: str = "EUR",
    member: str | None = None,
    email: str | None = None,
    clock: Callable[[], datetime] = utc_now,
    answers: Answers | None = None,
) -> Workspace:
    """Make a workspace and return it open; its first draft of the agreement follows from the welcome's answers.

    Raises:
        RefusedError: there is something at that place already.
        UsageError: the time zone or currency is not one.
    """
    if timezone not in available_timezones():
        raise UsageError(
            "There is no time zone “{timezone}”. Write it as in Europe/Madrid or America/New_York.", timezone=timezone
        )
    code = currency_code(currency)
    if code is None:
        raise UsageError(
            "“{currency}” is not a currency code. Write three letters, as in EUR or USD.", currency=currency
        )
    ZoneInfo(timezone)
    first = {"name": member or account(), "email": email, "team": "both", "role": "admin"}
    seed: dict[str, Any] = {
        "company": company,
        "timezone": timezone,
        "currency": code,
        "now": clock(),
        "answers": answers,
    }
    if is_server(url):
        upgrade.create_on_server(
            url,
            lambda connection, login: seeding.seed(connection, first_member=first | {"login": login}, **seed),
        )
    else:
        _create_file(Path(url), first, seed)
    return open_workspace(url, clock=clock)


def _create_file(path: Path, first: dict[str, Any], seed: dict[str, Any]) -> None:
    if path.exists():
        raise RefusedError("There is something at {path} already. Choose another name, or open it.", path=path)
    if not path.parent.is_dir():
        raise UsageError("There is no folder {folder}. Make it first, or choose another place.", folder=path.parent)
    places.check(path.resolve())
    store = FileStore(path, create=True)
    try:
        with store.altering() as connection:
            upgrade.create_schema(connection)
            seeding.seed(connection, first_member=first | {"login": account()}, **seed)
    finally:
        store.close()
