"""Notes, calls, mentions and tasks: written, told, taken back, on both engines."""

from datetime import timedelta

import pytest

from app import consents, contacts, feed, leads, members, mentions, tasks, things, timeline, undo
from app.errors import RefusedError, UsageError
from app.fields import LEAD
from app.records import read as read_record
from app.workspace import Workspace


def contact(workspace: Workspace) -> int:
    return workspace.write(contacts.create, {"first_name": "Ida"}).entries[0].id


def whats(workspace: Workspace, number: int, shown: str = "all") -> list[str]:
    return [item.what for item in workspace.read(timeline.page, "contact", number, shown).items]


def test_a_note_names_whom_it_calls_and_undo_takes_it_away(workspace: Workspace) -> None:
    workspace.write(members.add, "Tom Becker", "tom@harbor.example", "sales")
    number = contact(workspace)
    change = workspace.write(feed.add, "contact", number, "note", "Please call, @tom, before @Friday. cc @Ada")
    assert [entry.kind for entry in change.entries] == ["activity", "mention"]
    assert change.subject == "Ida"
    tom = next(one.id for one in workspace.context().members.values() if one.name == "Tom Becker")
    assert change.entries[1].fields["member_id"] == (None, tom)
    assert whats(workspace, number, "notes") == ["note"]
    workspace.write(undo.undo)
    assert whats(workspace, number, "notes") == []
    workspace.write(undo.redo)
    assert whats(workspace, number, "notes") == ["note"]


def test_the_named_one_sees_it_until_it_is_read(workspace: Workspace) -> None:
    number = contact(workspace)
    change = workspace.write(feed.add, "contact", number, "note", "@ada look")
    assert len(change.entries) == 1  # one's own words are no news
    assert workspace.read(mentions.mine) == []
    me = workspace.context().me
    assert me is not None

    made = workspace.write(things.create, "mention", {"activity_id": change.entries[0].id, "member_id": me.id})
    (row,) = workspace.read(mentions.mine)
    assert (row.record, row.text, row.by) == ("Ida", "@ada look", "Ada Admin")
    workspace.write(mentions.mark, [made.entries[0].id])
    assert workspace.read(mentions.mine) == []
    assert len(workspace.read(mentions.mine, unread=False)) == 1
    workspace.write(undo.undo)
    assert len(workspace.read(mentions.mine)) == 1


def test_an_edit_tells_the_newly_named_and_untells_the_rest(workspace: Workspace) -> None:
    for name in ("Tom Becker", "Eve Stone"):
        workspace.write(members.add, name, f"{name[:3]}@harbor.example", "sales")
    number = contact(workspace)
    note = workspace.write(feed.add, "contact", number, "note", "@Tom look").entries[0].id
    change = workspace.write(feed.edit, note, {"text": "@Eve look"})
    assert [(entry.kind, entry.fields.get("exists")) for entry in change.entries] == [
        ("activity", None),
        ("mention", (False, True)),
        ("mention", (True, False)),
    ]
    with pytest.raises(UsageError):
        workspace.write(feed.edit, note, {"text": " "})
    with pytest.raises(UsageError):
        workspace.write(feed.edit, note, {"member_id": 1})
    workspace.write(feed.remove, note)
    assert whats(workspace, number, "notes") == []


def test_only_the_author_changes_a_note(workspace: Workspace) -> None:
    number = contact(workspace)

    workspace.write(members.add, "Tom Becker", "tom@harbor.example", "sales")
    tom = next(one.id for one in workspace.context().members.values() if one.name == "Tom Becker")
    values = {"kind": "contact", "record_id": number, "type": "note", "text": "x", "at": workspace.clock()}
    note = workspace.write(things.create, "activity", values | {"member_id": tom}).entries[0].id
    for act, args in ((feed.edit, ({"text": "y"},)), (feed.remove, ())):
        with pytest.raises(RefusedError, match="Tom Becker"):
            workspace.write(act, note, *args)


def test_an_email_is_logged_once(workspace: Workspace) -> None:
    number = contact(workspace)
    given = ("contact", number, "Offer", "Dear Ida", workspace.clock(), "out", "<1@x.example>")
    first = workspace.write(feed.log_email, *given)
    assert workspace.write(feed.log_email, *given).entries == ()
    assert len(first.entries) == 1
    (item,) = workspace.read(timeline.page, "contact", number, "talks").items
    assert (item.subject, item.text, item.direction) == ("Offer", "Dear Ida", "out")
    with pytest.raises(UsageError):
        workspace.write(feed.log_email, "contact", number, "a", "b", None, "sideways")
    workspace.write(undo.undo)
    assert len(workspace.write(feed.log_email, *given).entries) == 1


def test_a_lead_s_next_step_is_its_open_task_that_is_due_first(workspace: Workspace) -> None:
    lead = workspace.write(leads.create, {"name": "Big"}).entries[0].id
    now = workspace.clock()

    def step() -> object:
        with workspace.reading() as session:
            found = read_record(session, LEAD, lead)
            assert found is not None
            return found["next_step"]

    later = workspace.write(tasks.add, "lead", lead, "Send offer", None, now + timedelta(days=3)).entries[0].id
    assert step() == "Send offer"
    workspace.write(tasks.add, "lead", lead, "Call  back", None, now + timedelta(days=1))
    assert step() == "Call back"
    workspace.write(tasks.finish_step, lead)
    assert step() == "Send offer"
    workspace.write(tasks.edit, later, {"title": "Send a better offer"})
    assert step() == "Send a better offer"
    workspace.write(undo.undo)
    assert step() == "Send offer"
    workspace.write(tasks.finish, later)
    assert step() is None
    workspace.write(tasks.finish, later, done=False)
    assert step() == "Send offer"
    workspace.write(tasks.set_step, lead, "Write", None)
    assert step() == "Write"
    workspace.write(tasks.remove, later)
    assert step() is None


def test_a_step_written_into_the_lead_stays_until_it_is_done(workspace: Workspace) -> None:
    lead = workspace.write(leads.create, {"name": "Big", "next_step": "Visit", "due": "2026-01-01T00:00:00Z"})
    number = lead.entries[0].id
    workspace.write(tasks.add, "lead", number, "Call", None, workspace.clock())
    with workspace.reading() as session:
        assert (read_record(session, LEAD, number) or {})["next_step"] == "Visit"
    workspace.write(tasks.finish_step, number)
    with workspace.reading() as session:
        assert (read_record(session, LEAD, number) or {})["next_step"] == "Call"
    with pytest.raises(UsageError):
        workspace.write(tasks.add, "lead", number, "  ")


def test_what_happened_with_the_leads_stands_in_the_contact_s_timeline(workspace: Workspace) -> None:
    number = contact(workspace)
    lead = workspace.write(leads.create, {"contact": number, "name": "Big"}).entries[0].id
    workspace.write(leads.move, lead, workspace.context().stage("Qualified").id)
    workspace.write(leads.edit, lead, {"source": "web"})
    workspace.write(feed.add, "lead", lead, "call", "Wants two", "out", 12)
    assert whats(workspace, number) == ["call", "leads.edit", "leads.move", "leads.create", "contacts.create"]
    assert whats(workspace, number, "moves") == ["leads.move", "leads.create"]
    assert whats(workspace, number, "edits") == ["leads.edit", "contacts.create"]
    part = workspace.read(timeline.page, "contact", number, "all", None, 2)
    assert [item.what for item in part.items] == ["call", "leads.edit"]
    older = workspace.read(timeline.page, "contact", number, "all", part.before, 50)
    seen = {item.key for item in part.items}
    assert [item.what for item in older.items if item.key not in seen] == [
        "leads.move",
        "leads.create",
        "contacts.create",
    ]


def test_consent_is_given_and_withdrawn_with_what_it_rests_on(workspace: Workspace) -> None:
    number = contact(workspace)
    said = {"basis": "consent", "source": "web form", "wording": "Yes, write to me."}
    workspace.write(consents.say, number, "email", granted=True, **said)
    (row,) = workspace.read(contacts.detail, number).agreed
    assert (row.granted, row.basis, row.source, row.wording) == (True, *said.values())
    workspace.write(consents.say, number, "email", granted=False, source="phone")
    detail = workspace.read(contacts.detail, number)
    assert detail.consents == {"email": "no"}
    assert [item.what for item in detail.timeline] == ["consents.say", "consents.say", "contacts.create"]
    workspace.write(undo.undo)
    (row,) = workspace.read(contacts.detail, number).agreed
    assert (row.granted, row.wording) == (True, "Yes, write to me.")
