"""vCards of all versions, read as they are meant and written so that they are read again."""

from pathlib import Path

import pytest

from app import contacts, exporting, imports
from app.workspace import Workspace
from tests.helpers.reading import Read, read, read_apart
from tests.helpers.shared_data import everything

SMALL = 128 << 20


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def cards(path: Path, *texts: str) -> Read:
    path.write_bytes("".join(texts).encode())
    return read(path)


def only(path: Path, *lines: str, version: str = "3.0") -> dict[str, str]:
    """Return the one card that the lines make, by column, empty columns left out."""
    found = cards(path, card(*lines, version=version))
    assert (found.error, found.count, found.form, found.header_line) == ("", 1, "vcf", 0)
    return {name: cell for name, cell in zip(found.columns, found.rows[0], strict=True) if cell}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.vcf"


def test_all_there_is(path: Path) -> None:
    assert only(
        path,
        "UID:urn:uuid:7",
        "FN:Dr. Ana B. Silva\\, Jr.",
        "N:Silva;Ana;B.;Dr.;Jr.",
        "NICKNAME:Nana",
        "ORG:Orta\\; Sons;Sales;North",
        "TITLE:Buyer",
        "ROLE:Decides",
        "item1.EMAIL;TYPE=INTERNET:second@a.example",
        "item1.X-ABLabel:_$!<School>!$_",
        "EMAIL;TYPE=INTERNET,PREF:first@a.example",
        "TEL;TYPE=CELL:+351 21 000",
        "ADR;TYPE=HOME:PO 1;Flat 2;Main St 3;Porto;North;4000;Portugal",
        "ADR;TYPE=WORK:;;Other St;Lisbon;;;",
        "CATEGORIES:a\\,b,c",
        "NOTE:one\\ntwo",
        "NOTE:three",
        "URL:http\\://a.example",
        "BDAY:19800229",
        "X-SKYPE:ana",
        "GEO:1;2",
    ) == {
        "UID": "7",
        "Full Name": "Dr. Ana B. Silva, Jr.",
        "Name prefix": "Dr.",
        "First name": "Ana",
        "Middle name": "B.",
        "Last name": "Silva",
        "Name suffix": "Jr.",
        "Nickname": "Nana",
        "Organization": "Orta; Sons",
        "Department": "Sales / North",
        "Job title": "Buyer",
        "Role": "Decides",
        "E-mail 1": "first@a.example",
        "E-mail 2": "second@a.example",
        "Phone 1": "+351 21 000",
        "Phone 1 Label": "cell",
        "Street": "PO 1\nFlat 2\nMain St 3",
        "City": "Porto",
        "Region": "North",
        "Postcode": "4000",
        "Country": "Portugal",
        "Address 2": "Other St\nLisbon",
        "Categories": "a,b\nc",
        "Notes": "one\ntwo\nthree",
        "URL": "http://a.example",
        "Birthday": "1980-02-29",
        "Own labels": "School: second@a.example",
        "vCard X-SKYPE": "ana",
        "vCard GEO": "1 2",
    }


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("BDAY:1980-02-29T00:00:00Z", "1980-02-29"),
        ("BDAY:--0229", "--0229"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"),
        ("BDAY;VALUE=text:circa 1800", "circa 1800"),
        ("BDAY:02-10", "02-10"),
    ],
)
def test_no_year_is_made_up(path: Path, line: str, wanted: str) -> None:
    assert only(path, "FN:A", line)["Birthday"] == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:caf=E9", "café"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:soft =\r\nbreak", "soft break"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo", "one\ntwo"),
        ("NOTE:C:\\path\\new", "C:\\path\\new"),
        ("NOTE;QUOTED-PRINTABLE:=C3=A9", "é"),
        ("NOTE;CHARSET=klingon:plain", "plain"),
    ],
)
def test_cards_of_the_old_kind(path: Path, line: str, wanted: str) -> None:
    assert only(path, "N:A;B", line, "TEL:1", version="2.1")["Notes"] == wanted


def test_a_telephone_as_an_address(path: Path) -> None:
    found = only(path, "FN:A", 'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-0100;ext=5', version="4.0")
    assert found["Phone 1"] == "+1-555-0100 ext. 5"


def test_one_card_is_wrong_and_the_others_are_read(path: Path) -> None:
    found = cards(path, card("FN:A"), "BEGIN:VCARD\r\nFN:cut\r\n", card("FN:B", "no property at all"), "stray\r\n")
    assert found.column("Full Name") == ["A", "B"]
    assert [line for line, _ in found.rejections] == [5]
    assert [line for line, _ in found.notices] == [10, 12]


def test_pictures_do_not_fill_the_memory(path: Path) -> None:
    picture = "PHOTO;ENCODING=b:" + "\r\n ".join(["A" * 70] * 1_000)
    with path.open("wb") as stream:
        for number in range(2_000):
            stream.write(card(f"FN:P{number}", picture).encode())
    assert path.stat().st_size > SMALL
    found = read_apart([path], memory=SMALL)[path]
    assert (found.error, found.count) == ("", 2_000)


def test_a_property_without_end_is_cut(path: Path) -> None:
    path.write_bytes(card("FN:A", "NOTE:" + "x\r\n " * 3_000_000).encode())
    found = read_apart([path])[path]
    assert (found.count, len(found.column("Notes")[0]) <= 1 << 20) == (1, True)


def test_our_own_cards_come_back_as_they_went(workspace: Workspace, tmp_path: Path) -> None:
    values = {
        "first_name": "Ana; B",
        "last_name": "Silva, C\\D",
        "emails": ["ana@a.example", "b@a.example"],
        "phones": ["+351 21 000", "call me"],
        "job_title": "Buys\nand sells",
        "street": "Main St 1\nFlat 2",
        "city": "Porto; North",
        "postcode": "0400",
        "tags": ["a, b", "c;d", "e"],
    }
    workspace.write(contacts.create, values)
    workspace.write(contacts.create, {"emails": ["only@a.example"]})
    before = everything(workspace, "contact")
    out = tmp_path / "out.vcf"
    exporting.export(workspace, "contacts", "vcf", out)
    answer = imports.run(workspace, out)
    assert (answer.unchanged, answer.questions) == (2, [])
    assert everything(workspace, "contact") == before
