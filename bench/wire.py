"""A server far away: how long a person waits for each screen and each save, with a wire of 50 ms in between.

python -m bench.wire [MILLISECONDS] [CONTACTS]
"""

import statistics
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

from app import contacts, finding, leads, meetings
from app import workspace as door
from app.fields import CONTACT, LEAD
from app.workspace import Workspace
from bench.common import machine, timed
from bench.fill import fill
from tests.helpers.postgres import PostgresServer, running_server
from tests.helpers.wire import Wire
from tests.helpers.workspaces import new_server_workspace

RUNS = 9
SCREEN = "promise: < 160 ms"


def main() -> None:
    milliseconds = float(sys.argv[1]) if len(sys.argv) > 1 else 50.0
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with running_server() as server:
        print(machine(), f"{count} contacts, {count // 10} leads, server, {milliseconds:g} ms away")
        measure(server, milliseconds / 1000, count)


def measure(server: PostgresServer, seconds: float, count: int) -> None:
    _, near = new_server_workspace(server)
    with door.open_workspace(near) as opened:
        fill(opened, count, count // 10)
    parts = urlsplit(near)
    with Wire(server.host, server.port, seconds) as wire:
        login = parts.netloc.rpartition("@")[0]
        far = parts._replace(netloc=f"{login}@127.0.0.1:{wire.port}").geturl()
        show("start to the first page", lambda: start(far), lambda: start(near), wire, "promise: < 700 ms, 8 trips")
        with door.open_workspace(far) as there, door.open_workspace(near) as here:
            for name, act, promise in acts(there):
                show(name, act, {other: work for other, work, _ in acts(here)}[name], wire, promise)


def start(url: str) -> None:
    with door.open_workspace(url) as opened:
        opened.read(contacts.first_page)


def acts(workspace: Workspace) -> list[tuple[str, Callable[[], object], str]]:
    """Return what a person does, by name."""
    numbers = workspace.read(finding.ids, CONTACT)
    lead = workspace.read(finding.ids, LEAD)[0]
    stages = [stage.id for stage in workspace.context().board()][:5]
    turn = iter(range(10**9))
    return [
        ("a page of contacts", lambda: workspace.read(contacts.first_page), f"{SCREEN}, 1 trip"),
        ("a page from the middle", lambda: workspace.read(contacts.page, numbers[5000:5050]), f"{SCREEN}, 1 trip"),
        ("a contact", lambda: workspace.read(contacts.detail, numbers[7]), f"{SCREEN}, 2 trips"),
        ("the board", lambda: workspace.read(leads.board), f"{SCREEN}, 1 trip"),
        ("a meeting", lambda: workspace.read(meetings.agenda), f"{SCREEN}, 2 trips"),
        (
            "save a contact",
            lambda: workspace.write(contacts.edit, numbers[7], {"city": f"c{next(turn)}"}),
            f"{SCREEN}, 2 trips",
        ),
        (
            "move a lead",
            lambda: workspace.write(leads.move, lead, stages[next(turn) % 5]),
            f"{SCREEN}, 2 trips",
        ),
    ]


def show(name: str, far: Callable[[], object], near: Callable[[], object], wire: Wire, promise: str) -> None:
    far()
    near()
    wire.count()
    away = []
    here = []
    for _ in range(RUNS):
        away.append(timed(far))
        here.append(timed(near))
    trips = wire.count() / RUNS
    print(
        f"{name:<28} {statistics.median(away):7.0f} ms, {trips:.0f} trips; without the wire "
        f"{statistics.median(here):6.1f} ms  {promise}"
    )


if __name__ == "__main__":
    main()
