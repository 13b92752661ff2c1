"""How a server is connected to: whose word is taken for who it is, and how long silence is borne.

Any server but this very computer must prove its name by a certificate; nothing in the address lowers that. Keepalives
find a dead link within seconds. The password comes from the address or the computer's keyring and goes nowhere else.
"""

import re
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit, urlunsplit

from db.errors import RefusedError, UsageError

HERE = frozenset({"", "localhost", "127.0.0.1", "::1"})
SERVICE = "Tandem"
EXAMPLE = "postgresql://db.harbor.example/tandem"
"""What an address looks like."""
SCHEMAS = "tandem,tandem_log,public"
_WEAKER = frozenset({"disable", "allow", "prefer", "require", "verify-ca"})
_LINK = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
}
_PLANS = (
    # A plan that serves every word alike reads the whole index of letters for two of them: each word has its own.
    "plan_cache_mode=force_custom_plan",
    # The ids that a condition finds must fit into a table of hashes, 32 bytes each, or they are gone through anew for
    # each lead: a definition that asks for an e-mail address ran for ever beside a million contacts. This is for two.
    "work_mem=16MB",
    "hash_mem_multiplier=4",
    # Nothing here runs so long that compiling it first pays.
    "jit=off",
)
_UNSAFE_KEYRINGS = ("fail", "null", "plaintext")


def is_server(url: str) -> bool:
    """Return whether the address names a PostgreSQL server rather than a file."""
    return url.startswith(("postgresql://", "postgres://"))


def connection_options(url: str, client: int) -> dict[str, Any]:
    """Return the driver's arguments for an address `postgresql://LOGIN[:PASSWORD]@HOST[:PORT]/DATABASE[?…]`.

    `client` is the schema number that this program knows; the database stops older ones.

    Raises:
        UsageError: the address cannot be read.
        RefusedError: the address asks for less than a proven connection to another computer.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UsageError(
            "{address} is no address of a server. Write postgresql://LOGIN@HOST/DATABASE.", address=hide(url)
        ) from error
    given = dict(parse_qsl(parts.query))
    host = unquote(parts.hostname or given.pop("host", ""))
    login = unquote(parts.username or "")
    found: dict[str, Any] = {
        **_LINK,
        "dbname": unquote(parts.path.lstrip("/")) or login,
        "options": " ".join(f"-c {one}" for one in (f"search_path={SCHEMAS}", f"app.client_schema={client}", *_PLANS)),
        "application_name": "Tandem",
    }
    found |= {name: value for name, value in (("host", host), ("port", port), ("user", login)) if value}
    password = unquote(parts.password) if parts.password else keyring_password(url)
    if password:
        found["password"] = password
    if not (host in HERE or host.startswith("/")):
        if given.get("sslmode") in _WEAKER:
            raise RefusedError(
                "The address asks for sslmode={mode}, under which anybody on the way could pose as {host}. "
                "Leave it out: the server proves itself by its certificate (sslrootcert=FILE names your own).",
                mode=given["sslmode"],
                host=host,
            )
        found |= {"sslmode": "verify-full", "channel_binding": "require"}
        found.setdefault("sslrootcert", "system")
    allowed = {name: value for name, value in given.items() if name in {"sslmode", "sslrootcert", "sslcert", "sslkey"}}
    return found | allowed


def with_login(address: str, login: str, password: str) -> str:
    """Return an address with a name and a password in it; what is left empty stays as it is.

    Raises:
        UsageError: the address cannot be read.
        RefusedError: it asks for less than a proven connection.
    """
    whole = address if "://" in address else f"postgresql://{address}"
    try:
        parts = urlsplit(whole)
        names_port = parts.port is None or parts.port > 0
    except ValueError:
        names_port = False
    if not whole.startswith(("postgresql://", "postgres://")) or not names_port or not parts.path.strip("/"):
        raise UsageError(
            "{address} is no address of a database. Write it as in {example}.",
            address=hide(address)[:80],
            example=EXAMPLE,
        )
    name = quote(login, safe="") or (parts.username or "")
    secret = quote(password, safe="") or (parts.password or "")
    who = f"{name}:{secret}@" if name and secret else f"{name}@" if name else ""
    made = urlunsplit(parts._replace(netloc=who + parts.netloc.rpartition("@")[2]))
    connection_options(made, 0)
    return made


def hide(text: str) -> str:
    """Return text without the passwords of the addresses in it."""
    return re.sub(r"(postgres(?:ql)?://[^:/@\s]*):[^@\s]*@", r"\1:…@", text)


def keyring_password(url: str) -> str | None:
    """Return the password that the computer's keyring holds for an address, or None."""
    import keyring  # noqa: PLC0415 - an address with its password needs no keyring
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    if not keyring_is_safe():
        return None
    try:
        return keyring.get_password(SERVICE, hide(url))
    except KeyringError:
        return None


def keyring_is_safe() -> bool:
    """Return whether the computer has a keyring that keeps passwords encrypted."""
    import keyring  # noqa: PLC0415 - asked for servers only

    backend = keyring.get_keyring()
    return not any(word in type(backend).__module__.lower() for word in _UNSAFE_KEYRINGS)


def remember_password(url: str, password: str) -> None:
    """Keep the password of an address in the computer's keyring.

    Raises:
        RefusedError: there is none that would keep it safe; it is asked for each time then.
    """
    import keyring  # noqa: PLC0415 - asked for servers only

    if not keyring_is_safe():
        raise RefusedError("This computer has no keyring that keeps passwords safe, so it will be asked for each time.")
    keyring.set_password(SERVICE, hide(url), password)
