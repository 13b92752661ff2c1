"""Going straight to a record, on both engines."""

import pytest

from app import companies, contacts, jumping, leads
from app.workspace import Workspace


def found(workspace: Workspace, text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.name) for hit in workspace.read(jumping.look, text)]


@pytest.fixture
def people(workspace: Workspace) -> Workspace:
    company = workspace.write(companies.create, {"name": "Amber Works", "city": "Oslo"}).entries[0].id
    for first, last in (("Ana", "Okafor"), ("Amelia", "Okafor"), ("Zoë", "Amari"), ("Łukasz", "Ødegård")):
        values = {"first_name": first, "last_name": last, "emails": [f"{first}@amber.example"], "company": company}
        workspace.write(contacts.create, values)
    workspace.write(leads.create, {"name": "Amphora", "company": company})
    return workspace


def test_those_whose_name_begins_so_come_first(people: Workspace) -> None:
    assert found(people, "am") == [
        ("contact", "Zoë Amari"),
        ("contact", "Amelia Okafor"),
        ("contact", "Łukasz Ødegård"),
        ("contact", "Ana Okafor"),
        ("company", "Amber Works"),
        ("lead", "Amphora"),
    ]
    hits = people.read(jumping.look, "amphora")
    assert [(hit.name, hit.beside) for hit in hits] == [("Amphora", "Amber Works · New")]


@pytest.mark.parametrize("text", ["lukasz ødegard", "LUKASZ", "Łuk", "zoe"])
def test_case_and_accents_do_not_matter(people: Workspace, text: str) -> None:
    assert len(found(people, text)) == 1


@pytest.mark.parametrize("text", ["", "  ", "city:", '"', "(", "a:b:c", "\\", "%", "x" * 50_000, "\ud800", "\0"])
def test_any_text_may_be_typed(people: Workspace, text: str) -> None:
    assert found(people, text) == []


def test_a_query_is_followed(people: Workspace) -> None:
    assert ("contact", "Zoë Amari") in found(people, "name:zoe has:email")
