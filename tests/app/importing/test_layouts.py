"""Exports of other programs: recognised, and every record in the fields where it belongs, on both engines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.importing import dates
from app.importing.cells import e164
from app.workspace import Workspace
from tests.helpers.reading import read_apart
from tests.helpers.shared_data import DATA, beside, everything, files, holds, run

FOLDER = DATA / "layouts"
pytestmark = beside
Records = Sequence[Mapping[str, str]]


@dataclass
class Case:
    """What a file gives.

    Attributes:
        kind, layout, header, encoding, delimiter: what is found out of it.
        counts: created, updated and rejected rows.
        answers: what a person says where the file leaves it open.
        keyless: rows with neither id nor e-mail, which nothing tells from other people when they come again.
    """

    name: str
    layout: str
    counts: tuple[int, int, int]
    contacts: Records = ()
    companies: Records = ()
    leads: Records = ()
    kind: str = "contacts"
    header: int = 1
    encoding: str = "utf-8"
    delimiter: str = ","
    answers: Mapping[str, str] = field(default_factory=dict)
    asked: Sequence[str] = ()
    said: Sequence[str] = ()
    keyless: int = 0


CASES = [
    Case(
        "google_contacts_2024_labels.csv",
        "Google Contacts",
        (1, 0, 0),
        [
            {
                "name": "Grace Brewster Hopper",
                "emails": "grace@navy.example; grace@example.com",
                "custom:Birthday": "1906-12-09",
                "tags": "Navy",
                "street": "1 Main St",
                "custom:Address 1 - Extended Address": "Suite 4",
                "city": "Arlington",
            }
        ],
        [{"name": "US Navy"}],
        said=["Labels such as Work"],
    ),
    Case(
        "google_contacts_old_roundcube.csv",
        "Google Contacts (before 2023)",
        (1, 0, 0),
        [
            {
                "name": "Prefix Firstname Middle Lastname Suffix",
                "first_name": "Firstname",
                "last_name": "Lastname",
                "emails": "home@aaa.pl; work@email.pl; unknown@email.com; other@email.com",
                "custom:Notes": 'note"note',
                "phones": "pager; mainphone; homephone; homefax; mobile; workphone; workfax",
                "custom:Address 2 - Street": "work_street",
            }
        ],
        said=["not a phone number"],
    ),
    Case(
        "headers_de_DE_outlook_thunderbird.csv",
        "Outlook",
        (1, 0, 0),
        [{"first_name": "Test", "last_name": "Person", "postcode": "00184", "custom:Spitzname": "Tess"}],
        [{"name": "Beispiel Org"}],
    ),
    Case(
        "hubspot_contacts_fr.csv",
        "HubSpot contacts",
        (3, 0, 0),
        [
            {
                "external_id": "5101",
                "phones": "04 50 11 22 33; 06 11 22 33 44",
                "created": "2023-04-12T07:31:00Z",
                "owner": "Inès Moreau",
                "custom:Lifecycle Stage": "Customer",
            },
            {"external_id": "5102", "created": "2024-11-02T15:05:00Z"},
            {"external_id": "5103", "created": "2025-01-14T23:00:00Z", "phones": "02 98 00 11 22"},
        ],
        [{"name": "Fromagerie Perrin"}, {"name": "Atelier Girard"}, {"name": "Le Goff Transports"}],
    ),
    Case(
        "linkedin_Connections.csv",
        "LinkedIn connections",
        (2, 0, 0),
        [
            {"name": "Priya Patel", "created": "2025-03-11T23:00:00Z", "source": "LinkedIn"},
            {"name": "Daniel Kim", "created": "2024-01-02T23:00:00Z", "emails": ""},
        ],
        header=4,
    ),
    Case("mailchimp_audience.csv", "Mailchimp", (2, 0, 0), [{"name": "John Smith"}, {"name": "Jane Doe"}]),
    Case(
        "mautic_contacts.csv",
        "Mautic",
        (2, 0, 0),
        [{"name": "John doe", "emails": "john@doe.email"}, {"emails": "ferda@mravenec.email"}],
    ),
    Case(
        "odoo_res.partner.csv",
        "Odoo",
        (6, 0, 0),
        [{"name": name, "company": "Grocery Outlet"} for name in ("Bob", "Bill", "Warehouse", "Accounting dep.")],
        [{"name": "Grocery Outlet", "external_id": "res_partner_1"}, {"name": "Agrolait"}],
    ),
    Case(
        "outlook_com_people.csv",
        "Outlook.com",
        (1, 1, 0),
        [
            {
                "name": "Ana Silva",
                "emails": "ana@silva.example",
                "phones": "+351 912 345 678; +351 21 000 0000",
                "custom:Birthday": "1991-06-05",
            }
        ],
        answers={"day_first": "true"},
        asked=["day_first"],
    ),
    Case(
        "outlook_emails_only_roundcube.csv",
        "Outlook",
        (1, 0, 0),
        [{"name": "test1@domain.tld", "emails": "test1@domain.tld; test2@domain.tld; test3@domain.tld"}],
    ),
    Case(
        "outlook_en_cp1252.csv",
        "Outlook",
        (3, 0, 0),
        [
            {
                "name": "Nuala O'Dwyer",
                "emails": "nuala@harbour.example",
                "custom:Birthday": "1980-02-29",
                "custom:Anniversary": "",
                "tags": "Customer; Trade fair",
            },
            {"name": "Only A Company Ltd", "company": "Only A Company Ltd", "custom:Birthday": ""},
            {"name": "Bo", "first_name": "Bo"},
        ],
        said=["mail server's own name"],
        keyless=1,
    ),
    Case(
        "outlook_es_recent_utf8bom.csv",
        "Outlook",
        (2, 0, 0),
        [{"custom:Cumpleaños": "", "custom:Birthday": "1990-02-01"}, {}],
        delimiter=";",
        answers={"day_first": "true"},
        asked=["day_first"],
    ),
    Case(
        "pipedrive_sample_import.csv",
        "Pipedrive",
        (1, 0, 0),
        [{"name": "Tony Turner", "emails": "tony.turner@moveer.com; tony.turner@gmial.com"}],
        [{"name": "Moveer Limited"}],
        [
            {
                "name": "Moveer Deal",
                "value": "100.00",
                "contact": "Tony Turner",
                "custom:Activity - Due date": "2024-12-05",
                "note": "<p>Prefers <b>mornings</b></p>",
            }
        ],
        kind="leads",
    ),
    Case(
        "salesforce_contacts_report.csv",
        "Salesforce contacts",
        (2, 0, 3),
        [{"name": "Grace Hopper", "postcode": "60602"}, {"name": "Anita Borg", "postcode": "01002"}],
    ),
    Case(
        "salesforce_dataloader_accounts_html.csv",
        "Salesforce accounts",
        (4, 0, 0),
        companies=[
            {"name": "Company A"},
            {"custom:RichText": "<p>    4 leading spaces and 2 trailing spaces  </p>"},
            {"custom:RichText": "4 leading spaces and 2 trailing spaces with 3 spaces after <   char"},
            {"name": "Company D"},
        ],
        kind="companies",
    ),
    Case("thunderbird_basic.csv", "Thunderbird", (2, 0, 0), [{"name": "John Doe"}, {"emails": "jane@doe.invalid"}]),
    Case("thunderbird_semicolon.csv", "Thunderbird", (2, 0, 0), [{"name": "John Doe"}, {}], delimiter=";"),
    Case(
        "zoho_leads_001.csv",
        "Zoho leads",
        (2, 0, 0),
        [{"name": "Thandi Mokoena", "phones": "0719042207"}, {"name": "Kari Hansen"}],
        leads=[{"external_id": "zcrm_5361160000000018001", "stage": "New"}, {"stage": "New"}],
        kind="leads",
        said=["a lead that is made begins in New"],
    ),
]


def test_every_file_is_told_about() -> None:
    assert {case.name for case in CASES} == {path.name for path in files("layouts")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.partition(".")[0])
def test_layout(workspace: Workspace, case: Case) -> None:
    open_ = run(workspace, FOLDER / case.name)
    assert [one.key for one in open_.questions] == list(case.asked)
    answer = run(workspace, FOLDER / case.name, case.answers) if case.asked else open_
    assert (answer.kind, answer.layout, answer.header_line) == (case.kind, case.layout, case.header)
    assert (answer.encoding, answer.delimiter) == (case.encoding, case.delimiter)
    assert (answer.created, answer.updated, len(answer.rejections)) == case.counts
    for words in case.said:
        assert any(words in one.message for one in answer.warnings)
    for kind in ("contact", "company", "lead"):
        wanted: Records = {"contact": case.contacts, "company": case.companies, "lead": case.leads}[kind]
        if kind == "company" and not wanted:
            continue
        found = everything(workspace, kind)
        assert len(found) == len(wanted)
        for one, fields in zip(found, wanted, strict=True):
            holds(one, fields)
    again = run(workspace, FOLDER / case.name, case.answers)
    assert (again.created, again.updated, len(again.rejections)) == (case.keyless, 0, case.counts[2])


def test_no_column_is_lost_without_a_word(file_workspace: Workspace) -> None:
    """What a file holds is in some record afterwards, or the answer says that its column was left out."""
    read = read_apart(files("layouts"))
    for case in CASES:
        answer = run(file_workspace, FOLDER / case.name, case.answers)
        kept = "\n".join(
            str(cell) for kind in ("contact", "company", "lead") for one in everything(file_workspace, kind)
            for cell in one.values()
        )  # fmt: skip
        # What steers a row, as whether it is a person or a company, is no field of it.
        said = {one.column for one in answer.warnings}
        said |= {one["column"] for one in answer.columns if one["field"].startswith("row.")}
        found = read[FOLDER / case.name]
        assert found.error == ""
        for place, column in enumerate(found.columns):
            lost = [
                row[place] for row in found.rows if row[place].strip() and not _is_kept(row[place], kept.casefold())
            ]
            assert not lost or column in said, (case.name, column, lost)


EMPTY = {"0/0/00", "00/00/00"}
TRUTHS = {"true", "false", "0", "1"}


def _is_kept(cell: str, kept: str) -> bool:
    """Whether a cell stands among what is kept: as it is, in its parts, or as the date or yes or no that it is."""
    text = cell.strip().casefold()
    parts = [one.strip() for one in text.replace(" ::: ", ";").replace(",", ";").split(";")]
    if text in kept or text in EMPTY or text in TRUTHS or all(one in kept or one.startswith("* ") for one in parts):
        return True
    reader = dates.DateReader(day_first=True, zone=ZoneInfo("Europe/Madrid"))
    moment = reader.moment(text)
    return moment is not None and any(
        day in kept for day in (str(reader.day(text)), datetime.fromtimestamp(moment / 1e6, UTC).date().isoformat())
    )


def test_french_phones_are_dialled_from_france() -> None:
    wanted = ("+33450112233", "+33611223344", "+33298001122")
    given = ("04 50 11 22 33", "06 11 22 33 44", "02 98 00 11 22")
    assert tuple(e164(one, "FR") for one in given) == wanted


def test_phones_of_a_country_are_told_from_others(file_workspace: Workspace) -> None:
    path = FOLDER / "hubspot_contacts_fr.csv"
    french = run(file_workspace, path, {"region": "FR"})
    assert not [one for one in french.warnings if "dialled" in one.message]
