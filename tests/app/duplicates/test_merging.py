"""Two contacts made one and taken apart again: nothing of either is lost, and each thing finds its owner."""

import threading
from typing import Any

import pytest

from app import consents, contacts, feed, leads, records, tasks, timeline, undo
from app.changes import Change
from app.duplicates import merging
from app.errors import ConflictError, KnownError, NotFoundError, RefusedError, UsageError
from app.fields import CONTACT
from app.workspace import Workspace, open_workspace

ANA = {
    "first_name": "Ana",
    "last_name": "Núñez",
    "emails": ["ana@nunez.example"],
    "phones": ["+34 600 000 001"],
    "job_title": "Head of buying",
    "tags": ["vip"],
}
ANNE = {
    "first_name": "Ana",
    "last_name": "Nunez",
    "emails": ["ANA@nunez.example", "a.nunez@post.example"],
    "phones": ["+34 600 000 002"],
    "job_title": "Buyer",
    "city": "León",
    "tags": ["fair", "vip"],
}


def made(change: Change) -> int:
    return change.entries[0].id


def pair(workspace: Workspace) -> tuple[int, int]:
    one, other = (made(workspace.write(contacts.create, values)) for values in (ANA, ANNE))
    for number, name in ((one, "Espresso"), (other, "Spare parts")):
        workspace.write(leads.create, {"contact": number, "name": name})
        workspace.write(feed.add, "contact", number, "note", f"About {name}")
        workspace.write(tasks.add, "contact", number, f"Call about {name}", None, None)
    workspace.write(consents.say, one, "email", granted=True)
    workspace.write(consents.say, other, "email", granted=False, source="letter")
    workspace.write(consents.say, other, "phone", granted=True)
    return one, other


def state(workspace: Workspace, number: int) -> dict[str, Any]:
    """Return what belongs to a contact, but for stamps."""
    found = workspace.read(contacts.detail, number)
    values = {name: value for name, value in found.values.items() if name not in {"version", "updated"}}
    return {
        "id": found.id,
        "values": values,
        "leads": sorted(lead.name for lead in found.leads),
        "tasks": sorted(task.title for task in found.tasks),
        "notes": sorted(item.text for item in found.timeline if item.source == "activity"),
        "consents": found.consents,
    }


def standing(workspace: Workspace) -> list[merging.MergeRow]:
    return workspace.read(merging.standing)


def test_a_merge_joins_all_and_undo_and_redo_turn_it_whole(workspace: Workspace) -> None:
    one, other = pair(workspace)
    before = state(workspace, one), state(workspace, other)
    change = workspace.write(merging.merge, one, other, {"job_title": "Buyer"})
    assert change.subject == "Ana Núñez"
    joined = state(workspace, one)
    assert joined["values"]["last_name"] == "Núñez"
    assert joined["values"]["job_title"] == "Buyer"
    assert joined["values"]["city"] == "León"
    assert joined["values"]["emails"] == ["ana@nunez.example", "a.nunez@post.example"]
    assert joined["values"]["phones"] == ["+34 600 000 001", "+34 600 000 002"]
    assert joined["values"]["tags"] == ["vip", "fair"]
    assert joined["leads"] == ["Espresso", "Spare parts"]
    assert joined["notes"] == ["About Espresso", "About Spare parts"]
    assert joined["tasks"] == ["Call about Espresso", "Call about Spare parts"]
    assert joined["consents"] == {"email": "no", "phone": "yes"}
    assert state(workspace, other) == joined  # the old one leads to it

    workspace.write(undo.undo)
    assert (state(workspace, one), state(workspace, other)) == before
    assert standing(workspace) == []
    workspace.write(undo.redo)
    assert state(workspace, other) == joined


def test_taken_apart_at_once_both_are_as_they_were(workspace: Workspace) -> None:
    one, other = pair(workspace)
    before = state(workspace, one), state(workspace, other)
    workspace.write(merging.merge, one, other, {"job_title": "Buyer"})
    joined = state(workspace, one)
    (row,) = standing(workspace)
    assert (row.kept_id, row.gone_id, row.gone) == (one, other, "Ana Nunez")
    workspace.write(merging.unmerge, row.id)
    assert (state(workspace, one), state(workspace, other)) == before
    assert standing(workspace) == []
    workspace.write(undo.undo)  # taking apart can be undone as well
    assert state(workspace, other) == joined
    with pytest.raises(RefusedError):
        workspace.write(undo.redo)
        workspace.write(merging.unmerge, row.id)


def test_what_happened_meanwhile_goes_to_whom_it_belongs(workspace: Workspace) -> None:
    one, other = pair(workspace)
    workspace.write(merging.merge, one, other, {"job_title": "Buyer"})
    # Of the other's: the title was taken from it, an address came from it, so did the lead and the note.
    workspace.write(contacts.edit, one, {"job_title": "Chief buyer", "source": "fair"})
    workspace.write(
        contacts.edit,
        one,
        {
            "emails": ["ana@nunez.example", "new@nunez.example"],
            "phones": ["+34 600 000 002"],
            "tags": ["vip", "fair", "spring"],
        },
    )
    lead = next(lead for lead in workspace.read(contacts.detail, one).leads if lead.name == "Spare parts")
    workspace.write(records.edit, records.kind_named("lead"), lead.id, {"value": "120"})
    note = next(item for item in workspace.read(timeline.page, "contact", one).items if "Spare" in item.text)
    workspace.write(feed.edit, note.id, {"text": "About Spare parts, more"})
    workspace.write(feed.add, "contact", one, "note", "Written since")
    workspace.write(consents.say, one, "phone", granted=False)

    workspace.write(merging.unmerge, standing(workspace)[0].id)
    mine, theirs = state(workspace, one), state(workspace, other)
    assert mine["values"]["job_title"] == "Head of buying"
    assert theirs["values"]["job_title"] == "Chief buyer"
    assert mine["values"]["source"] == "fair"
    assert theirs["values"].get("source") is None
    assert mine["values"]["emails"] == ["ana@nunez.example", "new@nunez.example"]
    assert theirs["values"]["emails"] == ["ANA@nunez.example"]  # the one that was taken out is out
    assert mine["values"]["phones"] == []
    assert theirs["values"]["phones"] == ["+34 600 000 002"]
    assert mine["values"]["tags"] == ["vip", "spring"]
    assert theirs["values"]["tags"] == ["fair", "vip"]
    assert mine["leads"] == ["Espresso"]
    assert theirs["leads"] == ["Spare parts"]
    assert str(workspace.read(contacts.detail, other).leads[0].value) == "120.00"
    assert mine["notes"] == ["About Espresso", "Written since"]
    assert theirs["notes"] == ["About Spare parts, more"]
    assert mine["consents"] == {"email": "yes"}
    assert theirs["consents"] == {"email": "no", "phone": "no"}


def test_undo_of_a_merge_leaves_a_later_edit_alone(workspace: Workspace) -> None:
    one, other = pair(workspace)
    change = workspace.write(merging.merge, one, other)
    workspace.write(contacts.edit, one, {"city": "Oviedo"})
    with pytest.raises(ConflictError):
        workspace.write(undo.undo, change.op)
    assert state(workspace, other)["id"] == one
    workspace.write(merging.unmerge, standing(workspace)[0].id)
    assert state(workspace, one)["values"].get("city") is None
    assert state(workspace, other)["values"]["city"] == "Oviedo"


def test_merges_on_merges_come_apart_from_the_last(workspace: Workspace) -> None:
    one, other = pair(workspace)
    third = made(workspace.write(contacts.create, {"first_name": "Anita"}))
    first = workspace.write(merging.merge, one, other)
    assert first
    workspace.write(merging.merge, third, one)
    assert state(workspace, other)["id"] == third
    history = workspace.read(timeline.page, "contact", third, "edits").items
    assert {item.record_id for item in history if item.kind == "contact"} == {one, other, third}
    by_gone = {row.gone_id: row.id for row in standing(workspace)}
    assert set(by_gone) == {one}  # the one below it shows again when this one is apart
    inner = workspace.read(merging.standing, one)
    assert inner == []
    workspace.write(merging.unmerge, by_gone[one])
    assert state(workspace, other)["id"] == one
    workspace.write(merging.unmerge, standing(workspace)[0].id)
    assert state(workspace, other)["id"] == other
    assert state(workspace, third)["leads"] == []


def test_what_cannot_be_merged_is_refused(workspace: Workspace) -> None:
    one, other = pair(workspace)
    with pytest.raises(UsageError):
        workspace.write(merging.merge, one, one)
    with pytest.raises(UsageError):
        workspace.write(merging.merge, one, other, {"created": "2020-01-01T00:00:00Z"})
    first, second = workspace.read(merging.facing, one, other)
    assert (first.leads, first.notes, second.consents) == (1, 1, {"email": "no", "phone": "yes"})
    workspace.write(contacts.edit, other, {"city": "Oviedo"})
    with pytest.raises(ConflictError):
        workspace.write(merging.merge, one, other, {}, (first.values["version"], second.values["version"]))
    assert state(workspace, other)["id"] == other
    workspace.write(contacts.remove, other)
    with pytest.raises(NotFoundError):
        workspace.write(merging.merge, one, other)
    with pytest.raises(NotFoundError):
        workspace.read(contacts.detail, other)


def test_two_who_merge_one_pair_at_once_merge_it_once(workspace: Workspace) -> None:
    one, other = pair(workspace)
    answers: list[object] = []

    def mine(kept: int, gone: int) -> None:
        with open_workspace(workspace.url) as door:
            try:
                answers.append(door.write(merging.merge, kept, gone))
            except KnownError as error:
                answers.append(error)

    both = [threading.Thread(target=mine, args=pairing) for pairing in ((one, other), (other, one))]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(type(answer).__name__ for answer in answers) == ["Change", "NotFoundError"]
    (row,) = standing(workspace)
    assert workspace.read(records.read, CONTACT, row.kept_id)["emails"]  # type: ignore[index]  # it is there
    assert len(workspace.read(contacts.detail, row.gone_id).leads) == 2


def test_many_are_merged_in_one_act_and_come_apart_one_by_one(workspace: Workspace) -> None:
    pairs = [pair(workspace) for _ in range(3)]
    before = [(state(workspace, one), state(workspace, other)) for one, other in pairs]
    told: dict[str, int] = {}
    asked = [*pairs, (pairs[0][1], pairs[1][0])]
    workspace.write(merging.merge_all, asked, told)
    assert told == {"merged": 3, "left": 1}
    (line,) = workspace.read(contacts.detail, pairs[1][1]).merged
    assert line.name == "Ana Nunez"
    workspace.write(merging.unmerge, line.id)
    assert (state(workspace, pairs[1][0]), state(workspace, pairs[1][1])) == before[1]
    for one, other in (pairs[0], pairs[2]):
        assert state(workspace, other) == state(workspace, one)
        assert state(workspace, one)["consents"] == {"email": "no", "phone": "yes"}
    workspace.write(undo.undo)
    workspace.write(undo.undo)
    assert [(state(workspace, one), state(workspace, other)) for one, other in pairs] == before
