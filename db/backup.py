"""Backups that were read back before they count, and a look at whether a workspace holds together.

A backup is always a file of one workspace, whichever engine it was taken from. It is made in a folder of this
computer and read back there, where that costs no network; only then does it go where it is wanted, under a name that
nothing had before.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from db import search
from db.base import SCHEMA
from db.engine import FileStore, ServerStore, Store, is_server
from db.errors import DamagedError, RefusedError
from db.faults import translated
from db.places import uri
from db.queue import WriteQueue

KEPT = 10
"""How many backups of one kind a workspace keeps beside it."""


def write(store: Store, path: Path) -> None:
    """Write a copy of a workspace to a file that must not exist yet, and read it back.

    Raises:
        RefusedError: there is something there already.
        DamagedError: the copy is not whole; none was left.
    """
    if path.exists():
        raise RefusedError("There is something at {path} already. Choose another name for the backup.", path=path)
    with tempfile.TemporaryDirectory(prefix="tandem-backup-") as folder, translated(str(path)):
        made = Path(folder) / "workspace.tandem"
        _take(store, made)
        verify(made)
        _carry(made, path)


def _take(store: Store, made: Path) -> None:
    if isinstance(store, ServerStore):
        from db import copying  # noqa: PLC0415 - copying makes its target through db.upgrade, which backs up first

        copying.copy(store, str(made))
        return
    # In the queue, so that no writer changes pages under the copy and makes it begin again.
    with store.queue, closing(store.connect()) as source, closing(sqlite3.connect(made)) as target:
        source.backup(target, pages=-1)


def _carry(made: Path, path: Path) -> None:
    """Copy a file to its place, to the disk, under its name only when it is whole."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with made.open("rb") as source, partial.open("xb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
            target.flush()
            os.fsync(target.fileno())
        if partial.stat().st_size != made.stat().st_size:
            raise DamagedError("{file} did not arrive whole, so it was not kept. Try again.", file=path.name)
        # A name taken meanwhile is not overwritten.
        try:
            os.link(partial, path)
        except OSError:
            if path.exists():
                raise RefusedError("There is something at {path} already.", path=path) from None
            partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)


def verify(path: Path) -> None:
    """Raise unless a file is a whole workspace.

    Raises:
        DamagedError: it is not; the sentence says what is wrong.
    """
    if not path.is_file():
        raise DamagedError("There is no backup at {path}.", path=path)
    with translated(str(path)), closing(sqlite3.connect(uri(path, "ro"), uri=True)) as connection:
        found = connection.execute("PRAGMA integrity_check(3)").fetchall()
        if found != [("ok",)]:
            raise DamagedError("{file} is damaged: {why}", file=path.name, why=found[0][0])
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise DamagedError(
                "{file} is not whole: {count} rows miss what they belong to.", file=path.name, count=len(orphans)
            )
        if connection.execute("SELECT count(*) FROM workspace").fetchone() != (1,):
            raise DamagedError("{file} holds no workspace.", file=path.name)
        (schema,) = connection.execute("SELECT schema FROM workspace").fetchone()
        if schema > SCHEMA:
            raise RefusedError(
                "{file} was made by a newer Tandem (schema {schema}). Please update this program.",
                file=path.name,
                schema=schema,
            )


def keep(store: Store, why: str) -> Path | None:
    """Write a backup into the folder beside a workspace's file, named after the moment and why; drop the oldest.

    Returns where, or None for a server: its owner backs it up by its own means.
    """
    if isinstance(store, ServerStore):
        return None
    with translated(store.url):
        path = _place(store.path, why)
    write(store, path)
    for old in sorted(path.parent.glob(f"*-{why}.tandem"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _place(workspace: Path, why: str) -> Path:
    folder = workspace.with_name(workspace.name + ".backups")
    folder.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    return folder / f"{workspace.stem}-{stamp}-{why}.tandem"


def restore(path: Path, target: str) -> None:
    """Put a backup in the place of a workspace, in one transaction; nobody reads half of it.

    The present state is kept beside it first. Whoever has the workspace open is told to open it anew, since its
    epoch goes up.

    Raises:
        DamagedError: the backup is not whole; nothing was changed.
        RefusedError: the target holds another workspace, or a server that is not empty.
    """
    verify(path)
    if is_server(target):
        from db import copying  # noqa: PLC0415 - as above

        store = FileStore(path, read_only=True)
        try:
            copying.copy(store, target)
        finally:
            store.close()
        return
    with tempfile.TemporaryDirectory(prefix="tandem-restore-") as folder, translated(target):
        made = Path(folder) / "workspace.tandem"
        shutil.copyfile(path, made)
        there = Path(target)
        with _queued(there):
            if there.exists():
                _replace(made, there)
            else:
                _carry(made, there)


@contextmanager
def _queued(path: Path) -> Iterator[None]:
    queue = WriteQueue(path.with_name(path.name + ".queue"))
    try:
        with queue:
            yield
    finally:
        queue.close()


def _replace(made: Path, there: Path) -> None:
    store = FileStore(there)
    try:
        with closing(store.connect()) as target, closing(sqlite3.connect(made)) as source:
            standing, coming = _identity(target), _identity(source)
            if standing is not None:
                if coming is None or coming[0] != standing[0]:
                    raise RefusedError(
                        "{file} is another workspace than the backup. Restore to a new name, or remove it first.",
                        file=there.name,
                    )
                _raise_epoch(source, max(standing[1], coming[1]) + 1)
                _keep_present(target, there)
                source.backup(target, pages=-1)
                return
    except DamagedError:
        pass
    finally:
        store.close()
    # Too damaged to be written into: it is put aside whole, for whoever may want to look at it.
    there.rename(_place(there, "damaged"))
    _carry(made, there)


def _keep_present(target: sqlite3.Connection, there: Path) -> None:
    with closing(sqlite3.connect(_place(there, "restored-over"))) as kept:
        target.backup(kept, pages=-1)


def _identity(connection: sqlite3.Connection) -> tuple[str, int] | None:
    """Return a workspace's uuid and epoch, or None where the file is too damaged to tell."""
    try:
        row = connection.execute("SELECT uuid, epoch FROM workspace").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else (str(row[0]), int(row[1]))


def _raise_epoch(connection: sqlite3.Connection, epoch: int) -> None:
    for number in range(1, SCHEMA + 1):
        connection.create_function(f"tandem_client_{number}", 0, lambda: 1)
    connection.execute("UPDATE workspace SET epoch = ?", (epoch,))
    connection.commit()


def check(store: Store) -> list[str]:
    """Return what does not hold together, one sentence each; nothing when all is well."""
    found: list[str] = []
    with store.reading() as session:
        if isinstance(store, FileStore):
            damage = session.execute(sa.text("PRAGMA integrity_check(20)")).scalars()
            found += [f"The file is damaged: {words}." for words in damage if words != "ok"]
            orphans = session.execute(sa.text("PRAGMA foreign_key_check")).all()[:20]
            found += [
                f"Row {row[1]} of {row[0]} belongs to something in {row[2]} that is not there." for row in orphans
            ]
        for sentence, statement in _RULES + (_FILE_RULES if isinstance(store, FileStore) else ()):
            count = session.execute(sa.text(statement)).scalar_one()
            if count:
                found.append(sentence.format(count))
    return found


# Each statement counts what breaks a rule that every write keeps.
_RULES = (
    (
        "{} open stays do not match the stage of their lead.",
        "SELECT count(*) FROM stays s JOIN leads l ON l.id = s.lead_id "
        "WHERE s.left_at IS NULL AND s.stage_id <> l.stage_id",
    ),
    (
        "{} leads have no open stay, or more than one.",
        "SELECT count(*) FROM leads l WHERE "
        "(SELECT count(*) FROM stays s WHERE s.lead_id = l.id AND s.left_at IS NULL) <> 1",
    ),
    ("{} stays end before they begin.", "SELECT count(*) FROM stays WHERE left_at < entered_at"),
    (
        "{} lines of the journal belong to no act.",
        "SELECT count(*) FROM journal j WHERE NOT EXISTS (SELECT 1 FROM ops o WHERE o.op = j.op)",
    ),
    ("{} lines of the journal have no number.", "SELECT count(*) FROM journal WHERE seq IS NULL"),
    (
        "{} e-mails, phones or tags lead to nothing.",
        "SELECT count(*) FROM record_keys k WHERE NOT EXISTS "
        "(SELECT 1 FROM contacts c WHERE k.kind = 'contact' AND c.id = k.record_id) AND NOT EXISTS "
        "(SELECT 1 FROM companies c WHERE k.kind = 'company' AND c.id = k.record_id) AND NOT EXISTS "
        "(SELECT 1 FROM leads l WHERE k.kind = 'lead' AND l.id = k.record_id)",
    ),
)
# A file's search index stands beside its table.
_FILE_RULES = tuple(
    (
        f"{{}} {table} are missing in the search index, or left over in it.",
        f"SELECT abs((SELECT count(*) FROM {table}) - (SELECT count(*) FROM {table}_search_docsize))",
    )
    for table in search.SEARCHED
)
