"""Files made to trouble readers, imported: the records that come of them, on both engines."""

import csv
import gzip
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app import exporting, finding
from app.errors import KnownError
from app.fields import KINDS
from app.importing.cells import e164, plausible
from app.workspace import Workspace
from db.folding import fold
from tests.helpers.commands import limited
from tests.helpers.shared_data import DATA, beside, everything, files, holds, run

NASTY = DATA / "nasty"
pytestmark = beside

# Created, updated and rejected rows; what must be answered first; and of which contacts what is known.
Made = tuple[tuple[int, int, int], Mapping[str, str], list[dict[str, str]]]
MADE: dict[str, Made] = {
    "csv/made/all_control_characters.csv": ((29, 0, 0), {}, []),
    "csv/made/cp1252_semicolon_excel_eu.csv": (
        (2, 0, 0),
        {},
        [
            {"name": "Jürgen Groß", "custom:Notes": "1.234,56 €", "company": "Groß GmbH"},
            {"name": "Renée Œuvray", "company": "L’Œuvre", "custom:Notes": "« prêt » …"},
        ],
    ),
    "csv/made/delim_sep_semicolon.csv": ((1, 0, 0), {}, [{"name": "A One", "emails": "a@example.com"}]),
    "csv/made/delim_sep_tab_quoted.csv": ((1, 0, 0), {}, [{"name": "A One", "emails": "a@example.com"}]),
    "csv/made/duplicate_headers.csv": (
        (1, 0, 0),
        {},
        [{"name": "A One", "emails": "a@example.com; a2@example.com", "phones": "1; 2"}],
    ),
    "csv/made/eol_blank_lines_500_in_middle.csv": ((2, 0, 0), {}, [{"name": "A One"}, {"name": "B Two"}]),
    "csv/made/eol_lfcr.csv": ((2, 0, 0), {}, [{"name": "A One"}, {"name": "B Two"}]),
    "csv/made/eol_mixed.csv": ((3, 0, 0), {}, [{"name": "A One"}, {"name": "B Two"}, {"name": "C Three"}]),
    "csv/made/header_10k_characters.csv": ((1, 0, 0), {}, [{"name": "A"}]),
    "csv/made/headers_differing_by_case_and_space.csv": (
        (1, 0, 0),
        {},
        [{"emails": "; ".join(f"{letter}@example.com" for letter in "abcde")}],
    ),
    "csv/made/is_really_vcard.csv": ((1, 0, 0), {}, [{"name": "A One", "emails": "a@example.com"}]),
    "csv/made/latin1_semicolon.csv": ((1, 0, 0), {}, [{"name": "Jürgen Groß", "custom:Notes": "£10"}]),
    "csv/made/mixed_utf8_and_cp1252_lines.csv": (
        (3, 0, 0),
        {},
        [{"name": "Renée"}, {"name": "Renée"}, {"name": "Łucja"}],
    ),
    "csv/made/nul_bytes.csv": ((2, 0, 0), {}, [{"name": "NulName"}, {"name": "Plain"}]),
    "csv/made/ragged_rows.csv": (
        (5, 0, 0),
        {},
        [{"name": "A One"}, {"name": "B Two", "phones": ""}, {"phones": "3"}, {"name": "D Four", "emails": ""}, {}],
    ),
    "csv/made/stray_quotes_inside.csv": (
        (3, 0, 0),
        {},
        [{"name": 'John "Johnny" Doe', "custom:Notes": '5" pipe'}, {"name": 'Jane "Jay" Doe'}, {"name": "O'Neil"}],
    ),
    "csv/made/utf16le_bom_comma.csv": (
        (3, 0, 0),
        {},
        [{"name": "José Ñandú"}, {"name": "Zoë Brontë", "city": "Zürich"}, {"name": "Łukasz Żółć"}],
    ),
    "csv/made/enc_cp437_dos.csv": ((1, 0, 0), {"encoding": "cp437"}, [{}]),
    "csv/made/enc_koi8_r.csv": (
        (1, 0, 0),
        {"encoding": "koi8-r"},
        [{"name": "Иван Петров", "company": "Ромашка", "city": "Москва"}],
    ),
    "csv/made/enc_shift_jis.csv": ((1, 0, 0), {"encoding": "cp932"}, [{}]),
    "csv/made/enc_windows1255.csv": ((1, 0, 0), {"encoding": "cp1255"}, [{}]),
    "csv/made/utf8_overlong.csv": ((1, 0, 0), {"encoding": "cp1252"}, [{}]),
    "csv/frictionless/blank-cells.csv": ((5, 0, 0), {}, [{"external_id": "1", "name": "Paul"}, {}, {}, {}, {}]),
    "csv/dataloader/dateUsingDefaultTimeZone.csv": ((1, 0, 0), {}, [{"phones": "415-555-0000"}]),
    "text/address/opencage_addresses_sample.csv": ((77, 0, 0), {}, []),
    "text/names/world_names_sample.csv": ((24, 0, 0), {}, []),
    "text/phone/phones_as_people_type_them.csv": ((40, 0, 0), {}, []),
    "xlsx/made/contacts_1904.xlsx": ((3, 0, 0), {}, [{"created": "2024-02-28T23:00:00Z"}, {}, {}]),
    "xlsx/made/contacts_on_third_sheet.xlsx": ((3, 0, 0), {"sheet": "People"}, [{"name": "José Ñandú"}, {}, {}]),
    "xlsx/made/dimension_says_1M_rows.xlsx": ((2, 0, 0), {}, [{"name": "A One"}, {"name": "B Two"}]),
    "xlsx/made/duplicate_and_blank_headers.xlsx": (
        (2, 0, 0),
        {},
        [{"emails": "a@example.com; a2@example.com", "custom:Column 3": "x"}, {"name": "B Two"}],
    ),
    "xlsx/made/external_link_formula.xlsx": ((2, 0, 0), {}, [{"custom:Notes": "cached text"}, {}]),
    "xlsx/made/formulas_with_cached_values.xlsx": (
        (3, 0, 0),
        {},
        [{"name": "José Ñandú", "custom:Amount": "100"}, {"custom:Amount": "200"}, {"custom:Amount": "300"}],
    ),
    "xlsx/made/merged_two_row_header.xlsx": ((3, 0, 0), {}, [{"name": "José Ñandú"}, {}, {}]),
    "xlsx/made/numbers_phones_zips.xlsx": (
        (4, 0, 0),
        {"day_first": "true"},
        [
            {"phones": "34600123456", "postcode": "08005", "external_id": "1234567890123456"},
            {"phones": "34600123457", "postcode": "08005", "external_id": "0001234"},
            {"phones": "34600123458", "postcode": "01002"},
            {"name": "12345", "phones": "3,4600E+10"},
        ],
    ),
    "xlsx/made/really_csv.xlsx": ((1, 0, 0), {}, [{"name": "A One"}]),
    "xlsx/made/table_with_totals_row.xlsx": ((5, 0, 1), {}, []),
    "vcard/davx5_allfields-vcard3.vcf": (
        (1, 0, 0),
        {},
        [
            {
                "name": "Ämi Display",
                "company": "ABC, Inc.",
                "phones": "+49 1234 56788; +1-800-MYFAX",
                "custom:Notes": "This fax number is operational 0800 to 1715 EST, Mon-Fri.\nSecond note",
                "custom:Own labels": "Useless: +49 1234 56788\n@work: work@example.com\n"
                "Monkey Tree: Postfach 314, vorne hinten, Teststraße 22",
            }
        ],
    ),
    "vcard/monica_vcard_stub.vcf": ((3, 0, 0), {}, [{"name": "Bono"}, {"name": "John Doe"}, {"name": "Johnny"}]),
    "vcard/thunderbird_dos_vcard.vcf": ((1, 0, 0), {}, [{"name": "Name Surname"}]),
    "vcard/vobject_simple_3_0.vcf": (
        (1, 0, 0),
        {},
        [
            {
                "phones": "+01-(0)2-765.43.21; +01-(0)5-555.55.55; +01-(0)2-876.54.32",
                "custom:Birthday": "02-10",
                "street": "Haight Street 512;\nEscape, Test",
                "company": "University of Novosibirsk",
            }
        ],
    ),
    "vcard/ez-vcard/John_Doe_ANDROID.vcf": (
        (6, 0, 0),
        {},
        [
            {"name": "john.doe@company.com"},
            {},
            {"name": "Ñ Ñ Ñ Ñ Ñ"},
            {},
            {"company": "ÑÑÑÑÑÑÑÑÑÑÑÑ"},
            {"name": "ÑÑÑÑ"},
        ],
    ),
    "vcard/ez-vcard/John_Doe_GMAIL.vcf": (
        (1, 0, 0),
        {},
        [{"emails": "john.doe@ibm.com", "custom:Birthday": "1980-03-22"}],
    ),
    "vcard/ez-vcard/John_Doe_MS_OUTLOOK.vcf": (
        (1, 0, 0),
        {},
        [{"street": "Cresent moon drive", "city": "Albaney", "postcode": "12345"}],
    ),
    "vcard/ez-vcard/outlook-2003.vcf": ((1, 0, 0), {}, [{"name": "John Doe III"}]),
    "vcard/ez-vcard/rfc2426-example.vcf": ((2, 0, 0), {}, [{"name": "Frank Dawson"}, {"name": "Tim Howes"}]),
    "vcard/ez-vcard/rfc6350-example.vcf": (
        (1, 0, 0),
        {},
        [{"phones": "+1-418-656-9254 ext. 102; +1-418-262-6501", "custom:Birthday": "--0203"}],
    ),
    "vcard/kcontacts/vcard1.vcf": ((1, 0, 0), {}, [{"name": "Frank Dawson"}]),
    "vcard/kcontacts/vcard6.vcf": ((1, 0, 0), {}, [{"emails": "email1@abc.de; email2@abc.de"}]),
    "vcard/kcontacts/vcard9.vcf": ((1, 0, 0), {}, [{"last_name": "123ㄓㄕㄖbcdeαβγδαβγδαβγδαβγδαβγδαβγδαβㄤㄓㄕㄖ"}]),
    "vcard/kcontacts/vcard10.vcf": (
        (5, 0, 0),
        {},
        [
            {"name": "Bike Shop"},
            {"custom:URL": "http://some-webseite.com", "street": "AAAAAAA-AäAAAAA 11"},
            {"custom:URL": "http://some-webseite.com"},
            {"job_title": "Facharzt für Allgemeinmedizin"},
            {"street": "DDDDDDDDDDDstraße 26\n00000 DDDDDDDDDDDDDDDDD"},
        ],
    ),
    "vcard/kcontacts/vcard12.vcf": ((1, 0, 0), {}, [{"name": "Good Looking"}]),
    "vcard/kcontacts/vcard14.vcf": ((1, 0, 0), {}, [{"emails": "thejoe@abc.com; johndoe@abc.com"}]),
    "vcard/made/agent_3_0_escaped.vcf": ((1, 0, 0), {}, [{"name": "Boss", "phones": "+1 555 0101"}]),
    "vcard/made/folding_styles.vcf": (
        (1, 0, 0),
        {},
        [
            {
                "name": "Tab Folded Name",
                "emails": "f@example.com",
                "custom:Notes": "two sp aces kept\nand a newline, comma; semicolon\\backslash",
            }
        ],
    ),
    "vcard/made/latin1_raw.vcf": ((1, 0, 0), {}, [{"name": "José Ñandú"}]),
    "vcard/made/mixed_versions.vcf": ((3, 0, 0), {}, [{"name": "José Ñandú"}, {"name": "Zoë Three"}, {}]),
    "vcard/made/nested_agent.vcf": ((1, 0, 0), {}, [{"name": "Big Boss", "phones": "+1 555 0100"}]),
    "vcard/made/no_name_only_org_or_email.vcf": (
        (3, 0, 1),
        {},
        [{"name": "Acme"}, {"name": "only@example.com"}, {"name": "+34600000001"}],
    ),
    "vcard/made/same_uid_two_revisions.vcf": ((1, 1, 0), {}, [{"name": "New Name", "phones": "+34600000010"}]),
    "vcard/made/truncated_last_card.vcf": ((1, 0, 1), {}, [{"name": "Whole One"}]),
    "vcard/made/utf16le_bom.vcf": ((2, 0, 0), {}, [{"name": "José Ñandú"}, {"name": "李娜"}]),
    "vcard/roundcube/apple.vcf": (
        (1, 0, 0),
        {},
        [{"name": "Apple Computer AG", "company": "Apple Computer AG", "custom:URL": "http://www.apple.ch"}],
    ),
    "vcard/roundcube/johndoe.vcf": ((1, 0, 0), {}, [{"name": "John Doë"}]),
    "vcard/roundcube/thebat.vcf": ((1, 0, 0), {"encoding": "cp1250"}, [{"name": "Piotr Iksiński"}]),
}


@pytest.mark.parametrize("name", MADE)
def test_records(workspace: Workspace, name: str) -> None:
    counts, answers, wanted = MADE[name]
    if answers:
        asked = run(workspace, NASTY / name)
        assert {one.key for one in asked.questions}.intersection(answers)
        assert asked.import_id is None
    answer = run(workspace, NASTY / name, answers)
    assert answer.questions == []
    assert (answer.created, answer.updated, len(answer.rejections)) == counts
    found = everything(workspace, "contact")
    assert len(found) == counts[0]
    for one, fields in zip(found, wanted or [{}] * len(found), strict=True):
        holds(one, fields)


def test_no_file_is_more_than_refused(file_workspace: Workspace) -> None:
    """Whatever the file: an answer whose counts add up, or a sentence; and the workspace stays whole."""
    for path in files("nasty"):
        if path.suffix == ".gz":
            continue
        try:
            run(file_workspace, path)
        except KnownError as error:
            assert str(error).endswith((".", "!")), path  # noqa: PT017 - most files are no error
    with file_workspace.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_names_that_other_readers_eat(workspace: Workspace) -> None:
    path = NASTY / "csv/made/names_that_readers_eat.csv"
    assert run(workspace, path).created == 33
    found = everything(workspace, "contact")
    for one, row in zip(found, lines(path), strict=True):
        assert one["name"] == (row["Name"] or row["Email"])
        assert (one.get("country", ""), one["phones"]) == (row["Country"], row["Phone"])


def test_one_day_in_three_styles(workspace: Workspace) -> None:
    run(workspace, NASTY / "csv/made/dates_one_style_each.csv")
    for day, one in enumerate(everything(workspace, "contact"), start=1):
        styles = {cell for name, cell in one.items() if name.startswith("custom:Date")}
        assert styles == {f"2024-02-{day:02d}"}


def test_formulas_are_kept_as_typed_and_never_run(workspace: Workspace, tmp_path: Path) -> None:
    path = NASTY / "csv/made/formula_injection.csv"
    run(workspace, path)
    before = everything(workspace, "contact")
    for one, row in zip(before, lines(path), strict=True):
        texts = [row[name].strip() for name in ("Name", "Company", "Notes")]
        assert [one["name"], one["company"], one["custom:Notes"]] == texts
    for form in ("csv", "xlsx"):
        out = tmp_path / f"out.{form}"
        exporting.export(workspace, "contacts", form, out)
        if form == "csv":
            assert not [cell for row in lines(out) for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
        again = run(workspace, out)
        assert (again.unchanged, again.rows_read) == (len(before), len(before))
    assert everything(workspace, "contact") == before


def test_people_of_one_email_are_asked_about(workspace: Workspace) -> None:
    path = NASTY / "csv/made/dedupe_truth_small.csv"
    assert [one.key for one in run(workspace, path).questions] == ["shared_email"]
    run(workspace, path, {"shared_email": "keep apart"})
    found = everything(workspace, "contact")
    truth = lines(path)
    by_email: dict[str, set[str]] = {}
    for row in truth:
        by_email.setdefault(row["Email"].strip().lower(), set()).add(row["ID"])
    ids = {one["external_id"] for one in found}
    for group in ({"1", "2", "3", "21"}, {"9", "10"}, {"11", "12"}, {"16", "20"}):
        assert len(ids & group) == 1
    assert {"6", "7", "17", "18", "19", "4", "5", "13", "14", "15"} <= ids


def test_emails_strange_but_true(workspace: Workspace) -> None:
    path = NASTY / "text/email/isemail_cases_sample.csv"
    answer = run(workspace, path, {"column:address": "contact.emails"})
    rows = lines(path)
    addresses = [row["address"].strip() for row in rows]
    assert answer.created + answer.updated == len(rows)
    assert answer.created == len(set(addresses))
    odd = {one.value.strip() for one in answer.warnings if one.column == "address"}
    for row, address in zip(rows, addresses, strict=True):
        # White space around an address is taken off, so what is left of it may be one after all.
        usable = row["should_be_kept_as_usable"] == "yes" or (address != row["address"] and plausible(address))
        assert usable or not address or address in odd, row
        assert not usable or (plausible(address) and address not in odd), row


def test_phones_as_people_type_them(workspace: Workspace) -> None:
    path = NASTY / "text/phone/phones_as_people_type_them.csv"
    answer = run(workspace, path, {"region": "ES"})
    assert answer.created == 40
    found = {one["name"]: str(one["phones"]) for one in everything(workspace, "contact")}
    assert found["Phone 01"] == found["Phone 02"] == "34600123456"
    assert found["Phone 03"] == "3.46E+10"
    assert found["Phone 15"] == "1-800-FLOWERS"
    said = {one.line for one in answer.warnings if one.column == "Phone"}
    assert {4, 20, 21, 22, 23, 24, 25} <= said


def test_every_spelling_of_a_phone_is_one_number() -> None:
    for row in lines(NASTY / "text/phone/libphonenumber_examples_sample.csv"):
        for spelling in ("e164", "international", "national", "rfc3966", "as_typed_1", "as_typed_2"):
            if row[spelling]:
                assert e164(row[spelling], row["region"]) == row["e164"], (row, spelling)


def test_naughty_strings_are_kept_found_and_exported(workspace: Workspace, tmp_path: Path) -> None:
    strings = json.loads((NASTY / "text/blns/blns.json").read_text(encoding="utf-8"))
    kept = [text for text in strings if text.strip(" \t\r\n\u00a0\ufeff")]
    path = tmp_path / "naughty.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["External ID", "Full name", "Email", "Company", "Notes"])
        for number, text in enumerate(kept):
            writer.writerow([f"n{number}", text, f"n{number}@a.example", text, text])
    answer = run(workspace, path)
    assert (answer.created, answer.rejections, answer.questions) == (len(kept), [], [])
    found = everything(workspace, "contact")
    for one, text in zip(found, kept, strict=True):
        plain = text.strip(" \t\r\n\u00a0\ufeff").replace("\0", "")
        assert (one["name"], one["custom:Notes"]) == (plain, plain)
        assert fold(one["company"]) == fold(plain)  # companies are one whatever the case of their letters
    with workspace.reading() as session:
        for one in found:
            words = str(one["name"]).replace("\\", "\\\\").replace('"', '\\"')
            assert one["id"] in finding.ids(session, KINDS["contact"], f'"{words}"'), one["name"]
    out = tmp_path / "out.csv"
    exporting.export(workspace, "contacts", "csv", out)
    again = run(workspace, out)
    assert (again.unchanged, again.rows_read) == (len(kept), len(kept))


def test_names_of_the_world_are_found_without_accents(workspace: Workspace) -> None:
    run(workspace, NASTY / "text/names/world_names_sample.csv")
    with workspace.reading() as session:
        for words, name in (("bjork gudmundsdottir", "Björk"), ("nguyen tan dung", "Nguy"), ("o suilleabhain", "ó S")):
            found = finding.ids(session, KINDS["contact"], words)
            assert any(one["id"] in found for one in everything(workspace, "contact") if name in one["name"]), words


VOLUME = NASTY / "volume/leads_10000.csv.gz"
STAGES = {"Contacted": "Nurturing", "New": "New", "Qualified": "Qualified", "Proposal": "Proposal"}


def test_ten_thousand_leads(url: str) -> None:
    """As a command, in a process that may hold half a gigabyte."""
    answers = ["--answer", "stage:Contacted=Nurturing", "--answer", "shared_email=keep apart", "--kind", "leads"]
    done = limited("import", url, VOLUME, *answers, "--json")
    answer: dict[str, Any] = json.loads(done.stdout)
    assert (answer["rows_read"], answer["created"], answer["rejected"]) == (10_000, 10_000, 0)
    with gzip.open(VOLUME, "rt", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    stages = Counter(STAGES.get(row["Stage"], row["Stage"]) for row in rows if row["Stage"])
    out = json.loads(limited("find", url, "", "--what", "leads", "--json").stdout)
    assert out["count"] == len(rows)
    wins = json.loads(limited("report", url, "wins", "--json").stdout)["total"]
    assert (wins["won"], wins["lost"]) == (stages["Won"], stages["Lost"])
