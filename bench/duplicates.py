"""The search for duplicates: made once for the whole list, then its page, beside the bare statements.

python -m bench.duplicates [CONTACTS]
"""

import sqlite3
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from app import contacts
from app import workspace as door
from app.duplicates import index, likely, pairs
from app.workspace import Workspace
from bench.common import machine, pair
from bench.fill import filled

TWICE = 200
"""Contacts that are written a second time, so that there are pairs to show."""


def double(opened: Workspace) -> None:
    """Write some contacts again, as somebody does who does not look first."""
    for number in range(1, TWICE + 1):
        found = opened.read(contacts.detail, number).values
        values = {name: found[name] for name in ("first_name", "last_name", "emails", "phones") if found.get(name)}
        opened.write(contacts.create, values)


def compare(opened: Workspace) -> str:
    """Compare everybody; return how long it took, and how long a save had to wait at most."""
    started, worst, blocks = time.perf_counter(), 0.0, 0
    told = {"left": 1}
    while told["left"]:
        step = opened.read(index.prepare)
        before = time.perf_counter()
        opened.write(index.take, step, told)
        worst, blocks = max(worst, time.perf_counter() - before), blocks + 1
    took = time.perf_counter() - started
    return f"all compared once: {took:.1f} s in {blocks} blocks; longest write {worst * 1000:.0f} ms"


def main() -> None:
    """Measure on a file."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(machine(), f"{count} contacts")
    with tempfile.TemporaryDirectory() as folder:
        url = filled(Path(folder) / "bench.tandem", count)
        with door.open_workspace(url) as opened:
            double(opened)
            print(compare(opened), flush=True)
            one = opened.read(contacts.detail, 1).values
            opened.write(contacts.edit, 1, {"city": "Porto"})
            print("one edit taken in: " + compare(opened))
            link = sqlite3.connect(url)
            bare = partial(_bare, link)
            print(pair("page of duplicates", partial(opened.read, pairs.found), bare).line("promise: < 2,000 ms"))
            print(pair("number on the button", partial(opened.read, pairs.counted), bare).line())
            typed = {name: one[name] for name in ("first_name", "last_name", "emails")}
            looked = partial(opened.read, likely.alike, typed)
            print(pair("who may be meant, while typing", looked, bare).line("promise: < 100 ms"))
            link.close()


def _bare(link: sqlite3.Connection) -> list[tuple[object, ...]]:
    return link.execute(
        "SELECT p.grade, a.name, b.name FROM duplicate_pairs p JOIN contacts a ON a.id = p.first_id "
        "JOIN contacts b ON b.id = p.second_id WHERE p.grade <> 'look' ORDER BY p.score DESC LIMIT 300"
    ).fetchall()


if __name__ == "__main__":
    main()
