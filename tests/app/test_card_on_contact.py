"""A vCard laid on a contact: it fills and updates, keeps what a stranger's card has no say in, and is taken back."""

from pathlib import Path

import pytest

from app import card_on_contact, contacts, timeline, undo
from app.changes import Change
from app.errors import KnownError
from app.workspace import Workspace

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Amelia Okafor
N:Okafor;Amelia;;;
ORG:Northwind Labs
TITLE:Head of Purchasing
EMAIL:amelia@northwindlab.com
TEL;TYPE=work:+44 20 7946 0958
ADR:;;1 High Street;London;;N1 9GU;United Kingdom
CATEGORIES:vip
NOTE:Met at the fair
END:VCARD
"""


def vcf(folder: Path, text: str = CARD) -> Path:
    path = folder / "amelia.vcf"
    path.write_text(text, encoding="utf-8")
    return path


def lay(workspace: Workspace, number: int, path: Path) -> Change:
    (card,) = workspace.read(card_on_contact.look, path)
    return workspace.write(card_on_contact.lay, number, card)


def make(workspace: Workspace, **values: object) -> int:
    return workspace.write(contacts.create, values).entries[0].id


def test_a_card_brings_its_person_up_to_date_in_one_act(workspace: Workspace, tmp_path: Path) -> None:
    given = {"first_name": "Amy", "last_name": "Okafor", "emails": ["AMELIA@northwindlab.com"], "job_title": "Buyer"}
    number = make(workspace, **given, phones=["1"], tags=["fair"])
    change = lay(workspace, number, vcf(tmp_path))
    detail = workspace.read(contacts.detail, number)
    assert detail.values["first_name"] == "Amelia"
    assert detail.values["job_title"] == "Head of Purchasing"
    assert detail.values["emails"] == ["AMELIA@northwindlab.com"]
    assert detail.values["phones"] == ["1", "+44 20 7946 0958"]
    assert detail.values["tags"] == ["fair", "vip"]
    assert detail.values["city"] == "London"
    assert detail.company == "Northwind Labs"
    assert [one.text for one in workspace.read(timeline.page, "contact", number, "notes").items] == ["Met at the fair"]
    assert change.result is not None
    assert change.result["sure"]
    assert change.subject == "Amelia Okafor"
    assert lay(workspace, number, vcf(tmp_path)).entries == ()
    workspace.write(undo.undo, change.op)
    before = workspace.read(contacts.detail, number)
    assert {name: before.values[name] for name in given} == given
    assert before.company == ""


def test_a_stranger_s_card_fills_but_overwrites_nothing(workspace: Workspace, tmp_path: Path) -> None:
    number = make(workspace, first_name="Tom", last_name="Becker", job_title="Buyer")
    change = lay(workspace, number, vcf(tmp_path))
    values = workspace.read(contacts.detail, number).values
    assert (values["name"], values["job_title"], values["city"]) == ("Tom Becker", "Buyer", "London")
    assert change.result is not None
    assert not change.result["sure"]


def test_all_cards_of_a_file_are_read_and_a_list_is_none(workspace: Workspace, tmp_path: Path) -> None:
    assert len(workspace.read(card_on_contact.look, vcf(tmp_path, CARD * 2))) == 2
    with pytest.raises(KnownError) as caught:
        workspace.read(card_on_contact.look, vcf(tmp_path, "a,b\n1,2\n"))
    assert caught.value.code == "card.none"


def test_every_card_of_the_shelf_can_be_laid_on_somebody(workspace: Workspace) -> None:
    shelf = Path(__file__).parents[3] / "shared" / "data" / "nasty" / "vcard"
    paths = sorted(shelf.rglob("*.vcf"))
    if not paths:
        pytest.skip("needs the shelf of nasty files")
    laid = 0
    for path in paths:
        for card in card_on_contact.read(path):
            number = make(workspace, emails=[f"n{laid}@shelf.example"])
            workspace.write(card_on_contact.lay, number, card)
            laid += 1
    assert laid > 20
