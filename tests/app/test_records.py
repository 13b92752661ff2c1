"""Saves: merged by field, guarded, once only, whatever the engine."""

import pytest

from app import companies, contacts, leads, records, things
from app.errors import ConflictError, NotFoundError, UsageError
from app.fields import CONTACT
from app.workspace import Workspace


def made(workspace: Workspace, **values: object) -> int:
    return workspace.write(contacts.create, values).entries[0].id


def test_a_contact_is_read_back_as_it_was_written(workspace: Workspace) -> None:
    number = made(
        workspace,
        first_name="José",
        last_name="Ñandú",
        emails=["jose@x.example", "j@y.example"],
        tags=["vip"],
        **{"consent:email": "no"},
    )
    detail = workspace.read(contacts.detail, number)
    assert detail.values["name"] == "José Ñandú"
    assert detail.values["emails"] == ["jose@x.example", "j@y.example"]
    assert detail.consents == {"email": "no"}
    assert detail.values["version"] == 1
    assert [item.what for item in detail.timeline] == ["contacts.create"]
    assert detail.timeline[0].who == "Ada Admin"


def test_two_who_change_different_fields_both_win(workspace: Workspace) -> None:
    number = made(workspace, first_name="A", city="Rome")
    base = {"city": "Rome", "job_title": None}
    workspace.write(contacts.edit, number, {"city": "Milan", "job_title": None}, base)
    workspace.write(contacts.edit, number, {"city": "Rome", "job_title": "CEO"}, base)
    values = workspace.read(contacts.detail, number).values
    assert (values["city"], values["job_title"], values["version"]) == ("Milan", "CEO", 3)


def test_two_who_change_one_field_differently_are_asked(workspace: Workspace) -> None:
    number = made(workspace, first_name="A", city="Rome")
    workspace.write(contacts.edit, number, {"city": "Milan"}, {"city": "Rome"})
    with pytest.raises(ConflictError) as caught:
        workspace.write(contacts.edit, number, {"city": "Turin"}, {"city": "Rome"})
    assert caught.value.fields == {"city": ("Rome", "Turin", "Milan")}
    assert workspace.read(contacts.detail, number).values["city"] == "Milan"


def test_a_save_sent_twice_counts_once(workspace: Workspace) -> None:
    number = made(workspace, first_name="A")
    first = workspace.write(contacts.edit, number, {"city": "Rome"}, op="a" * 32)
    workspace.write(contacts.edit, number, {"city": "Milan"})
    again = workspace.write(contacts.edit, number, {"city": "Rome"}, op="a" * 32)
    assert again.entries == first.entries
    assert workspace.read(contacts.detail, number).values["city"] == "Milan"


def test_saving_what_stands_already_writes_nothing(workspace: Workspace) -> None:
    number = made(workspace, first_name="A", city="Rome")
    last = workspace.latest()
    assert workspace.write(contacts.edit, number, {"city": "Rome"}).entries == ()
    assert workspace.latest() == last


def test_what_lies_in_the_bin_is_not_there_until_it_is_taken_out(workspace: Workspace) -> None:
    number = made(workspace, first_name="A")
    workspace.write(contacts.remove, number)
    with pytest.raises(NotFoundError, match="bin"):
        workspace.read(contacts.detail, number)
    assert workspace.read(contacts.first_page) == []
    workspace.write(records.restore, CONTACT, number)
    assert [row.id for row in workspace.read(contacts.first_page)] == [number]


@pytest.mark.parametrize("name", ["scoer", "id", "updated", "custom:Nothing", "version", "deleted_at"])
def test_a_field_that_is_none_or_is_not_theirs_to_set_is_refused(workspace: Workspace, name: str) -> None:
    number = made(workspace, first_name="A")
    with pytest.raises(UsageError):
        workspace.write(contacts.edit, number, {name: "1"})


def test_any_text_is_kept_but_what_no_database_can_hold(workspace: Workspace) -> None:
    texts = ["a" * 50_000, "quo\"te's", "100 %_", "\u202eright\u202c", "=1+1", "<b>x</b>", "\x01\x1f"]
    for text in texts:
        number = made(workspace, first_name=text, tags=[text], emails=[text])
        assert workspace.read(contacts.detail, number).values["first_name"] == text
    number = made(workspace, first_name="nul\0here\ud800")
    assert workspace.read(contacts.detail, number).values["first_name"] == "nulhere?"


def test_a_renamed_company_is_found_with_its_people(workspace: Workspace) -> None:
    company = workspace.write(companies.create, {"name": "Ärger GmbH"}).entries[0].id
    made(workspace, first_name="Ida", company=company)
    workspace.write(companies.edit, company, {"name": "Freude GmbH"})
    with workspace.reading() as session:
        assert records.read(session, CONTACT, 1) is not None
        assert session.connection().exec_driver_sql("SELECT search FROM contacts").scalar_one() == "ida|freude gmbh"


def test_what_is_no_record_is_merged_and_guarded_too(workspace: Workspace) -> None:
    lead = workspace.write(leads.create, {"name": "L"}).entries[0].id
    task = (
        workspace.write(
            things.create,
            "task",
            {"kind": "lead", "record_id": lead, "title": "Call", "created_at": workspace.clock()},
        )
        .entries[0]
        .id
    )
    workspace.write(things.edit, "task", task, {"title": "Call Ida"}, {"title": "Call"})
    with pytest.raises(ConflictError):
        workspace.write(things.edit, "task", task, {"title": "Write"}, {"title": "Call"})
