"""Who may do what on a server: the database itself is the boundary, since every member logs in to it.

The schema belongs to a role that nobody logs in as, the journal to another. Members reach them through three groups
(member, lead, admin), column by column; who wrote a row and when is stamped by triggers and defaults from
`session_user`, which no member can put on. Admins make and end logins through functions that look at the caller.
"""

import hashlib
from dataclasses import dataclass, fields
from importlib.resources import files

from sqlalchemy import Connection, Table, text

import db.models  # noqa: F401 - the tables register themselves with the base
from db.base import Base, Stamped
from db.errors import RefusedError
from db.models.leads import SCORED

SCHEMA = "tandem"
LOG = "tandem_log"
_LONGEST = 63
_STAMPS = frozenset({"version", "recorded_at", "recorded_by", "updated_at", "updated_by"})
# What the server fills in by itself, beside the stamps.
_FILLED = {"ops": {"member_id": "me()", "at": "moment()"}, "journal": {"actor_id": "me()", "at": "moment()"}}
_ONLY_ADMIN = frozenset({"members", "workspace"})
_GROWS_ONLY = frozenset({"journal"})
PARTS_OF_AGREEMENTS = ("clauses", "plays", "promises", "signatures")
_DELETABLE = frozenset({"duplicate_keys", "duplicate_pairs", "record_keys", "stays"})
# Whose rows a member sees and writes, where that is not all of them.
_OWN_ROWS = {
    "saved_views": f"shared OR member_id = {SCHEMA}.me()",
    "inbox_marks": f"member_id = {SCHEMA}.me()",
}
# The only columns of these that ever change.
_CHANGEABLE = {
    "ops": {"state"},
    "imports": {"undone_at", "answer"},
    "import_changes": set[str](),
    "record_keys": set[str](),
    "duplicate_keys": set[str](),
    "duplicate_pairs": set[str](),
    "kept_apart": {"deleted_at"},
    "contact_merges": {"deleted_at"},
    "mentions": {"read_at", "deleted_at"},
    "inbox_marks": {"done_at", "later_until", "deleted_at"},
    "signatures": {"deleted_at"},
    "reactions": {"deleted_at"},
    "forgivenesses": {"deleted_at"},
    "workspace": {"company", "timezone", "currency", "working_hours", "holidays", "calendar"},
}


@dataclass(frozen=True, slots=True)
class Roles:
    """The names of a workspace's roles on its server."""

    owner: str
    journal: str
    member: str
    lead: str
    admin: str
    logins: str

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, in the order in which they can be made."""
        return tuple(getattr(self, one.name) for one in fields(self))


def roles_of(database: str) -> Roles:
    """Return the names of the roles of the workspace in a database."""
    longest = _LONGEST - len("tandem__journal")
    if len(database.encode()) > longest:
        digest = hashlib.sha256(database.encode()).hexdigest()[:10]
        database = database.encode()[: longest - 11].decode(errors="ignore") + "_" + digest
    return Roles(*(f"tandem_{database}_{one.name}" for one in fields(Roles)))


def make(connection: Connection) -> Roles:
    """Make the roles and empty schemas of a new workspace; the login behind the connection may act as its owner.

    Raises:
        RefusedError: the login may not make roles, or roles of a workspace of this name are there already.
    """
    found = roles_of(_database(connection))
    able = "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = session_user"
    if not connection.execute(text(able)).scalar_one():
        raise RefusedError(
            "To make a workspace on a server, log in as one who may make roles there (CREATEROLE) and who owns the "
            "empty database. Ask the server's administrator."
        )
    taken = connection.execute(
        text("SELECT rolname FROM pg_roles WHERE rolname = ANY(:names)"), {"names": list(found.all)}
    ).scalars()
    if any(taken):
        raise RefusedError(
            "The server keeps the roles of an earlier workspace of this name ({role} and others). Choose "
            "another name for the database, or drop those roles.",
            role=found.member,
        )
    quoted = _quoted(connection, found)
    for name in found.all:
        more = " CREATEROLE" if name == found.logins else ""
        connection.exec_driver_sql(f"CREATE ROLE {quoted[name]} NOLOGIN{more}")
    for name in (found.owner, found.journal, found.logins):
        connection.exec_driver_sql(f"GRANT {quoted[name]} TO CURRENT_USER")
    connection.exec_driver_sql(f"GRANT {quoted[found.member]} TO {quoted[found.lead]}")
    connection.exec_driver_sql(f"GRANT {quoted[found.lead]} TO {quoted[found.admin]}")
    connection.exec_driver_sql(f"GRANT {quoted[found.admin]} TO SESSION_USER")
    for name in (found.member, found.lead, found.admin):
        connection.exec_driver_sql(f"GRANT {quoted[name]} TO {quoted[found.logins]} WITH ADMIN OPTION")
    connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA} AUTHORIZATION {quoted[found.owner]}")
    connection.exec_driver_sql(f"CREATE SCHEMA {LOG} AUTHORIZATION {quoted[found.journal]}")
    return found


def guard(connection: Connection) -> None:
    """Give every table its owner, functions, triggers, defaults and grants, whatever it had before.

    Runs after the tables were made and after every upgrade, as one who may act as the owner.
    """
    found = roles_of(_database(connection))
    quoted = _quoted(connection, found)
    _own(connection, found, quoted)
    for file in ("functions", "logins"):
        _run(connection, file, found)
    for table in Base.metadata.sorted_tables:
        _triggers(connection, table)
        _defaults(connection, table)
    _keep_journal(connection)
    _grant(connection, found, quoted)
    _private(connection, quoted[found.member])
    _hand_over(connection, quoted, found)


def remove(connection: Connection) -> None:
    """Take away a workspace's tables and roles; members' logins stay, without any right here."""
    found = roles_of(_database(connection))
    connection.exec_driver_sql(f"DROP SCHEMA {SCHEMA}, {LOG} CASCADE")
    for name in reversed([*_quoted(connection, found).values()]):
        connection.exec_driver_sql(f"DROP OWNED BY {name} CASCADE")
        connection.exec_driver_sql(f"DROP ROLE {name}")


def _database(connection: Connection) -> str:
    return str(connection.exec_driver_sql("SELECT current_database()").scalar_one())


def _quoted(connection: Connection, found: Roles) -> dict[str, str]:
    quote = connection.dialect.identifier_preparer.quote_identifier
    # A percent sign would be taken for a parameter.
    return {name: quote(name).replace("%", "%%") for name in found.all}


def _run(connection: Connection, file: str, found: Roles) -> None:
    statements = files("db").joinpath("sql", f"{file}.sql").read_text("utf-8")
    names = {"schema": SCHEMA, "log": LOG}
    names |= {f"{one.name}_text": "'" + getattr(found, one.name).replace("'", "''") + "'" for one in fields(found)}
    for token, name in names.items():
        statements = statements.replace(f"@{token}@", name)
    # Straight to the driver: this text has colons and percent signs that are nobody's parameters.
    driver = connection.connection.cursor()
    try:
        driver.execute(statements)
    finally:
        driver.close()


def schema_of(table: Table) -> str:
    """Return the schema that a table stands in on a server."""
    return LOG if table.name == "journal" else SCHEMA


def _own(connection: Connection, found: Roles, quoted: dict[str, str]) -> None:
    standing = connection.exec_driver_sql(
        "SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        f"WHERE c.relname = 'journal' AND c.relkind = 'r' AND n.nspname IN ('{SCHEMA}', '{LOG}')"
    ).scalar_one()
    if standing != LOG:
        connection.exec_driver_sql(f"ALTER TABLE {SCHEMA}.journal SET SCHEMA {LOG}")
    connection.exec_driver_sql(f"CREATE SEQUENCE IF NOT EXISTS {LOG}.journal_number")
    for schema, owner in ((SCHEMA, found.owner), (LOG, found.journal)):
        others = connection.execute(
            text(
                "SELECT c.relkind::text, c.relname FROM pg_class c WHERE c.relnamespace = to_regnamespace(:schema) "
                "AND c.relkind IN ('r', 'S') AND pg_get_userbyid(c.relowner) <> :owner "
                # A sequence that belongs to a column goes with its table.
                "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))"
            ),
            {"schema": schema, "owner": owner},
        ).all()
        for kind, name in others:
            what = "TABLE" if kind == "r" else "SEQUENCE"
            connection.exec_driver_sql(f'ALTER {what} {schema}."{name}" OWNER TO {quoted[owner]}')


def _triggers(connection: Connection, table: Table) -> None:
    name = f"{schema_of(table)}.{table.name}"
    acts = "INSERT" if table.name in _GROWS_ONLY else "INSERT OR UPDATE OR DELETE"
    wanted = {"check_client": f"BEFORE {acts} ON {name} FOR EACH STATEMENT"}
    if is_stamped(table):
        wanted["touch"] = f"BEFORE UPDATE{_touching(table)} ON {name} FOR EACH ROW"
    if table.name == "workspace":
        wanted["touch_version"] = f"BEFORE UPDATE ON {name} FOR EACH ROW"
    if table.name == "ops":
        wanted["check_act"] = f"BEFORE UPDATE ON {name} FOR EACH ROW"
    if table.name == "agreements":
        wanted["keep_version"] = f"BEFORE UPDATE OR DELETE ON {name} FOR EACH ROW"
    if table.name in PARTS_OF_AGREEMENTS:
        wanted["keep_parts"] = f"BEFORE INSERT OR UPDATE OR DELETE ON {name} FOR EACH ROW"
    for function, when in wanted.items():
        connection.exec_driver_sql(
            f"DROP TRIGGER IF EXISTS {function} ON {name}; "
            f"CREATE TRIGGER {function} {when} EXECUTE FUNCTION {SCHEMA}.{function}()"
        )


def _touching(table: Table) -> str:
    """Return which columns of a table make a write one of somebody's: of a lead not those that follow from others."""
    if table.name != "leads":
        return ""
    return f" OF {', '.join(one.name for one in table.columns if one.name not in SCORED)}"


def is_stamped(table: Table) -> bool:
    """Return whether rows of a table say who touched them last."""
    return any(issubclass(one.class_, Stamped) and one.local_table is table for one in Base.registry.mappers)


def _defaults(connection: Connection, table: Table) -> None:
    wanted = dict(_FILLED.get(table.name, {}))
    if is_stamped(table):
        wanted |= {"recorded_at": "moment()", "updated_at": "moment()", "recorded_by": "me()", "updated_by": "me()"}
    for column, value in wanted.items():
        connection.exec_driver_sql(
            f"ALTER TABLE {schema_of(table)}.{table.name} ALTER COLUMN {column} SET DEFAULT {SCHEMA}.{value}"
        )


def _keep_journal(connection: Connection) -> None:
    name = f"{LOG}.journal"
    for trigger, when, function in (
        ("keep_rows", f"BEFORE UPDATE OR DELETE ON {name} FOR EACH ROW", "keep"),
        ("keep_all", f"BEFORE TRUNCATE ON {name} FOR EACH STATEMENT", "keep"),
    ):
        connection.exec_driver_sql(
            f"DROP TRIGGER IF EXISTS {trigger} ON {name}; "
            f"CREATE TRIGGER {trigger} {when} EXECUTE FUNCTION {LOG}.{function}()"
        )
    connection.exec_driver_sql(
        f"DROP TRIGGER IF EXISTS number ON {name}; "
        f"CREATE CONSTRAINT TRIGGER number AFTER INSERT ON {name} DEFERRABLE INITIALLY DEFERRED "
        f"FOR EACH ROW EXECUTE FUNCTION {LOG}.number()"
    )


def _private(connection: Connection, member: str) -> None:
    """Let members see and write those rows alone that are theirs or everybody's."""
    for table, rows in _OWN_ROWS.items():
        name = f"{SCHEMA}.{table}"
        connection.exec_driver_sql(
            f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY; DROP POLICY IF EXISTS own_rows ON {name}; "
            f"CREATE POLICY own_rows ON {name} TO {member} USING ({rows}) WITH CHECK ({rows})"
        )


def _grant(connection: Connection, found: Roles, quoted: dict[str, str]) -> None:
    member, admin = quoted[found.member], quoted[found.admin]
    database = connection.dialect.identifier_preparer.quote_identifier(_database(connection)).replace("%", "%%")
    groups = f"{member}, {quoted[found.lead]}, {admin}, PUBLIC"
    statements = [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {member}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {member}, {quoted[found.owner]}",
        f"GRANT USAGE ON SCHEMA {SCHEMA}, {LOG} TO {member}, {quoted[found.owner]}, {quoted[found.journal]}",
        *(
            f"REVOKE ALL ON ALL {what} IN SCHEMA {schema} FROM {groups}"
            for schema in (SCHEMA, LOG)
            for what in ("TABLES", "SEQUENCES", "FUNCTIONS")
        ),
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {member}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {LOG} TO {member}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {SCHEMA} TO {member}",
        f"GRANT USAGE ON SEQUENCE {LOG}.journal_id_seq TO {member}",
        f"GRANT EXECUTE ON FUNCTION {SCHEMA}.moment(), {SCHEMA}.me() TO {member}, {quoted[found.journal]}",
        f"GRANT EXECUTE ON FUNCTION {SCHEMA}.allocate(text, bigint) TO {member}",
        f"GRANT EXECUTE ON FUNCTION {SCHEMA}.set_password(text, text) TO {member}",
        f"GRANT EXECUTE ON FUNCTION {SCHEMA}.add_login(text, text, text), {SCHEMA}.set_role(text, text), "
        f"{SCHEMA}.remove_login(text) TO {admin}",
    ]
    for table in Base.metadata.sorted_tables:
        statements += _table_grants(table, admin if table.name in _ONLY_ADMIN else member)
    for statement in statements:
        connection.exec_driver_sql(statement)


def _table_grants(table: Table, group: str) -> list[str]:
    name = f"{schema_of(table)}.{table.name}"
    filled = set(_FILLED.get(table.name, ())) | (_STAMPS if is_stamped(table) else set())
    writable = [column.name for column in table.columns if column.name not in filled]
    if table.name == "journal":
        writable.remove("seq")
    given = []
    if table.name != "workspace":
        given.append(f"GRANT INSERT ({', '.join(writable)}) ON {name} TO {group}")
    keys = {column.name for column in table.primary_key.columns}
    changeable = [one for one in writable if one in _CHANGEABLE.get(table.name, set(writable) - keys)]
    if changeable and table.name not in _GROWS_ONLY:
        given.append(f"GRANT UPDATE ({', '.join(changeable)}) ON {name} TO {group}")
    if table.name in _DELETABLE:
        given.append(f"GRANT DELETE ON {name} TO {group}")
    return given


def _hand_over(connection: Connection, quoted: dict[str, str], found: Roles) -> None:
    """Give each function to the role with whose rights it shall run."""
    owner, logins, journal = quoted[found.owner], quoted[found.logins], quoted[found.journal]
    connection.exec_driver_sql(f"GRANT USAGE, CREATE ON SCHEMA {SCHEMA} TO {logins}")
    for name, who in (
        ("moment()", owner),
        ("me()", owner),
        ("touch()", owner),
        ("touch_version()", owner),
        ("check_client()", owner),
        ("check_act()", owner),
        ("keep_version()", owner),
        ("keep_parts()", owner),
        ("allocate(text, bigint)", owner),
        ("check_admin()", logins),
        ("group_of(text)", logins),
        ("is_ours(text)", logins),
        ("add_login(text, text, text)", logins),
        ("set_role(text, text)", logins),
        ("set_password(text, text)", logins),
        ("remove_login(text)", logins),
    ):
        connection.exec_driver_sql(f"ALTER FUNCTION {SCHEMA}.{name} OWNER TO {who}")
    for name in ("number()", "keep()"):
        connection.exec_driver_sql(f"ALTER FUNCTION {LOG}.{name} OWNER TO {journal}")
    connection.exec_driver_sql(f"REVOKE CREATE ON SCHEMA {SCHEMA} FROM {logins}")


def switch_stamps(connection: Connection, *, on: bool) -> None:
    """Switch what stamps and guards rows off or on, for whoever copies a whole workspace with its stamps."""
    what = "ENABLE" if on else "DISABLE"
    for table in Base.metadata.sorted_tables:
        connection.exec_driver_sql(f"ALTER TABLE {schema_of(table)}.{table.name} {what} TRIGGER USER")
