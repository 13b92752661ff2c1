"""Proves that a program which was packed, installed or moved still has all its parts.

Each check works in one folder, in the order given, and returns what is worth knowing (a figure, a name). What goes
wrong is written down as “FAIL …” and the rest goes on, so that one run names everything that is missing.
"""

import io
import json
import os
import platform
import sys
import tempfile
import zoneinfo
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from app import cli, settings

Check = Callable[[Path], object]
SAMPLE = "sample.tandem"
SUMMARY = "summary.pdf"
_PEOPLE = "Vorname;Name;E-Mail;Telefon;Ort\nJürgen;Groß;juergen@example.org;+49 30 901820;Köln\n"
_AWAY = "postgres://nobody@127.0.0.1:1/none?connect_timeout=2"


class SelfTestError(Exception):
    """A part did not do what it should; the text says what it did."""


def ensure(holds: object, otherwise: object) -> None:
    """Raise SelfTestError with what was found instead, unless it holds."""
    if not holds:
        raise SelfTestError(str(otherwise))


def run(checks: Mapping[str, Check], output: str | None) -> int:
    """Run the checks in a folder of their own; write a JSON object of results; return 1 if any failed, else 0.

    The results go to the file named, else to standard output, where there is one.
    """
    results: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="tandem-self-test-", ignore_cleanup_errors=True) as name:
        before = os.environ.get(settings.FOLDER)
        os.environ[settings.FOLDER] = name
        try:
            for title, check in checks.items():
                results[title] = _result(check, Path(name))
        finally:
            if before is None:
                del os.environ[settings.FOLDER]
            else:
                os.environ[settings.FOLDER] = before
    text = json.dumps(results, indent=1, ensure_ascii=False)
    if output:
        Path(output).write_text(text + "\n", encoding="utf-8")
    elif sys.stdout is not None:
        sys.stdout.write(text + "\n")
    return int(any(str(result).startswith("FAIL") for result in results.values()))


def _result(check: Check, folder: Path) -> object:
    try:
        return check(folder)
    except Exception as error:  # noqa: BLE001 - whatever is missing from a bundle shows as any error at all
        return f"FAIL {type(error).__name__}: {error}"


def command(*words: str | Path) -> Any:
    """Run one command and return its JSON answer.

    Raises:
        SelfTestError: it ended with another exit code than 0.
    """
    code, answer, said = _command(*words, "--json")
    ensure(code == 0, f"exit {code}: {said}")
    return json.loads(answer)


def _command(*words: str | Path) -> tuple[int, str, str]:
    answer, said = io.StringIO(), io.StringIO()
    with redirect_stdout(answer), redirect_stderr(said):
        code = cli.run([str(word) for word in words])
    return code, answer.getvalue(), said.getvalue().strip()


def _system(folder: Path) -> object:
    del folder
    frozen = "packed" if getattr(sys, "frozen", False) else "from source"
    return f"{platform.platform()}, Python {platform.python_version()}, {frozen}"


def _time_zones(folder: Path) -> object:
    """Read the zones that are carried along, since not every system has its own."""
    del folder
    zoneinfo.reset_tzpath([])
    try:
        return str(zoneinfo.ZoneInfo.no_cache("America/Argentina/Buenos_Aires"))
    finally:
        zoneinfo.reset_tzpath()


def _sample(folder: Path) -> object:
    command("new", folder / SAMPLE, "--sample", "--timezone", "Europe/Madrid")
    contacts = command("find", folder / SAMPLE, "", "--count")["count"]
    leads = command("find", folder / SAMPLE, "", "--what", "leads", "--count")["count"]
    ensure(contacts > 0, "the sample has no contacts")
    ensure(leads > 0, "the sample has no leads")
    return f"{contacts} contacts, {leads} leads"


def _search(folder: Path) -> object:
    some = command("find", folder / SAMPLE, "has:email", "--limit", "1")["rows"][0]
    found = command("find", folder / SAMPLE, f'"{some["name"]}"', "--limit", "50")["rows"]
    ensure(any(row["id"] == some["id"] for row in found), f"{some['name']} is not found by name")
    return len(found)


def _import_csv(folder: Path) -> object:
    (folder / "people.csv").write_text(_PEOPLE, encoding="cp1252")
    command("new", folder / "fresh.tandem")
    answer = command("import", folder / "fresh.tandem", folder / "people.csv", "--kind", "contacts")
    row = command("find", folder / "fresh.tandem", "Jürgen")["rows"][0]
    ensure((row["name"], row["phones"]) == ("Jürgen Groß", ["+49 30 901820"]), row)
    ensure("Köln" in row.values(), row)
    return f"{answer['encoding']}, {answer['created']} created"


def _round_trip(form: str) -> Check:
    def check(folder: Path) -> object:
        file, there = folder / f"contacts.{form}", folder / f"{form}.tandem"
        written = command("export", folder / SAMPLE, "contacts", "--format", form, "-o", file)["rows"]
        command("new", there)
        answer = command("import", there, file, "--kind", "contacts")
        created = answer["records"]["contacts"]["created"]
        ensure(written == created > 0, f"{written} written, {created} read back: {answer['rejections'][:3]}")
        return created

    return check


def _report(folder: Path) -> object:
    answer = command("report", folder / SAMPLE, "conversion", "--by", "source")
    ensure(answer["rows"], answer)
    return f"{len(answer['rows'])} sources, {answer['total']}"


def _summary(folder: Path) -> object:
    command("meeting", folder / SAMPLE, "summary", "-o", folder / SUMMARY)
    data = (folder / SUMMARY).read_bytes()
    ensure(data.startswith(b"%PDF"), data[:20])
    return f"{len(data)} bytes"


def _backup(folder: Path) -> object:
    command("backup", folder / SAMPLE, "-o", folder / "backup.tandem")
    answer = command("check", folder / "backup.tandem")
    ensure(answer["ok"], answer)
    return f"{(folder / 'backup.tandem').stat().st_size} bytes"


def _upgrade(folder: Path) -> object:
    return command("upgrade", folder / SAMPLE)["message"]


def _server_away(folder: Path) -> object:
    """Ask for a server where none is: the driver must be there, and the answer a sentence."""
    del folder
    code, _, said = _command("find", _AWAY, "")
    ensure(code == 1 and said.startswith("tandem: ") and "\n" not in said, f"exit {code}: {said}")
    return said.removeprefix("tandem: ")


def _keyring(folder: Path) -> object:
    del folder
    import keyring  # noqa: PLC0415 - only what speaks to a server needs it

    return type(keyring.get_keyring()).__module__


def _days_off(folder: Path) -> object:
    found = command("calendar", folder / SAMPLE, "--country", "ES-MD", "--year", "2026")
    names = {one["day"]: one["name"] for one in found["days_off"]}
    ensure(names.get("2026-05-02") == "Fiesta de la Comunidad de Madrid", names)
    return len(names)


CHECKS: dict[str, Check] = {
    "system": _system,
    "time zones": _time_zones,
    "sample": _sample,
    "search": _search,
    "import csv": _import_csv,
    "round trip xlsx": _round_trip("xlsx"),
    "round trip vcf": _round_trip("vcf"),
    "report": _report,
    "summary": _summary,
    "backup": _backup,
    "upgrade": _upgrade,
    "days off": _days_off,
    "server away": _server_away,
    "keyring": _keyring,
}
