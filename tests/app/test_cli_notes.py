"""The commands on notes as processes, on both engines: writing, replying, reacting, pinning, and the timeline."""

import pytest

from app import contacts, feed, leads, replies
from app.errors import NotFoundError, RefusedError
from app.workspace import open_workspace
from tests.helpers.commands import asked, run

ADA = "ada@harbor.example"


def test_pins_stand_first_replies_below_theirs_signs_with_them(url: str) -> None:
    with open_workspace(url) as made:
        made.write(contacts.create, {"first_name": "Ann"})
        made.write(feed.add, "contact", 1, "note", "Never call before ten")
        made.write(feed.add, "contact", 1, "note", "Wants two sites")
        made.write(replies.reply, 1, "She is back at eleven")
        note = asked("note", url, "contact", 1, "Asked for a price")
        assert (note["id"], note["kind"], note["record"], note["text"]) == (4, "contact", 1, "Asked for a price")
        answer = asked("reply", url, 3, "Thank you")  # to a reply: a thread is one deep
        assert (answer["id"], answer["reply_to"], answer["who"]) == (5, 1, "Ada Admin")
        assert asked("pin", url, 1)["pinned"] is True
        signed = run("react", url, 3, "great").stdout
        assert signed == f"note 3 (reply to 1) on contact 1: She is back at eleven  [great: {ADA}]\n"

        notes = [one for one in asked("show", url, "contact", 1)["timeline"] if one["id"]]
        assert [(one["id"], one["pinned"], one["reply_to"], one["reactions"]) for one in notes] == [
            (1, True, None, {}),
            (3, False, 1, {"great": [ADA]}),
            (5, False, 1, {}),
            (4, False, None, {}),
            (2, False, None, {}),
        ]
        lines = [line for line in run("show", url, "contact", 1).stdout.splitlines() if "  note " in line]
        assert lines[0].endswith("note 1 (pinned)  Never call before ten")
        assert lines[1].startswith("    ")
        assert lines[1].endswith(f"note 3 (reply to 1)  She is back at eleven  [great: {ADA}]")
        assert lines[3].endswith("note 4  Asked for a price")

        assert asked("react", url, 3, "great", "--off")["reactions"] == {}
        assert asked("pin", url, 1, "--off")["pinned"] is False
        made.write(feed.remove, 1)
        for service, *more in ((replies.reply, "Hello"), (replies.react, "great"), (replies.pin,)):
            with pytest.raises(RefusedError, match="moved to the bin"):
                made.write(service, 1, *more)
            with pytest.raises(NotFoundError):
                made.write(service, 99, *more)


def test_a_lead_of_nobody_has_notes_of_its_own(url: str) -> None:
    with open_workspace(url) as made:
        made.write(leads.create, {"name": "Forty seats"})
        made.write(feed.add, "lead", 1, "note", "Decides in May")
        made.write(feed.add, "lead", 1, "note", "Never mind")
    run("pin", url, 1)
    shown = [(one["id"], one["pinned"]) for one in asked("show", url, "lead", 1)["timeline"] if one["id"]]
    assert shown == [(1, True), (2, False)]


def test_what_cannot_be_done_is_refused(file_url: str) -> None:
    with open_workspace(file_url) as made:
        made.write(contacts.create, {"first_name": "Ann"})
    assert "says nothing" in run("note", file_url, "contact", 1, "  ", code=1).stderr
    assert run("reply", file_url, 99, "Hello", code=1).stderr == "tandem: There is no activity 99.\n"
    assert "great" in run("react", file_url, 1, "applause", code=2).stderr
