"""Workbooks as people and attackers make them: read as they stand, within limits, or refused with a reason."""

import gzip
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.importing import books
from tests.helpers.reading import Read, read, read_apart

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Email</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Ana</t></is></c>'
    '<c r="B2" t="inlineStr"><is><t>ana@a.example</t></is></c></row>'
)


def parts(rows: str = ROWS, *, before: str = "", extra: str = "") -> dict[str, str]:
    """Return the parts of a workbook of one sheet as XML."""
    return {
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>{extra}</Relationships>',
        "xl/worksheets/sheet1.xml": f'{HEAD}{before}<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
    }


def book(path: Path, made: dict[str, str]) -> Path:
    """Write the parts of a workbook as a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in made.items():
            packed.writestr(name, text)
    return path


def saved(path: Path, rows: Sequence[Sequence[Any]], change: Callable[[Any], None] | None = None) -> Path:
    """Write rows as a spreadsheet program would."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(list(row))
    if change:
        change(made)
    made.save(path)
    return path


def refused(found: Read, *words: str) -> None:
    """Hold that a file was refused, with a sentence that says why."""
    assert found.error
    assert all(word in found.error for word in words), found.error


def test_every_kind_of_cell(tmp_path: Path) -> None:
    moment = datetime(2026, 3, 4, 17, 5, 6)  # noqa: DTZ001 - cells know no zone
    values = [
        ("text", "  kept as it stands "),
        ("whole", 34600123456.0),
        ("long", 1234567890123456),
        ("huge", 3.46e20),
        ("part", 0.1 + 0.2),
        ("tiny", 0.0000012),
        ("below", -5.5),
        ("yes", True),
        ("day", date(2026, 3, 4)),
        ("moment", moment),
        ("time", time(9, 30)),
        ("length", timedelta(hours=26, minutes=5)),
        ("leap", date(1900, 2, 28)),
        ("odd", "_x0001_ and _xD83D__xDE00_"),
    ]

    def padded(made: Any) -> None:
        made.active.append(["code", 8005])
        made.active.cell(len(values) + 2, 2).number_format = "00000"
        made.active.append(["percent", 0.25])
        made.active.cell(len(values) + 3, 2).number_format = "0%"

    found = read(saved(tmp_path / "cells.xlsx", [("Kind", "Value"), *values], padded))
    assert dict(found.rows) == {
        "text": "  kept as it stands ",
        "whole": "34600123456",
        "long": "1234567890123456",
        "huge": "346000000000000000000",
        "part": "0.3",
        "tiny": "0.0000012",
        "below": "-5.5",
        "yes": "TRUE",
        "day": "2026-03-04",
        "moment": "2026-03-04 17:05:06",
        "time": "09:30:00",
        "length": "26:05:00",
        "leap": "1900-02-28",
        "odd": "\x01 and \U0001f600",
        "code": "08005",
        "percent": "0.25",
    }
    assert found.numbers == []


def test_the_dates_of_an_old_mac_are_not_four_years_off(tmp_path: Path) -> None:
    def old(made: Any) -> None:
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    rows = [("Name", "Since"), ("Ana", date(2024, 2, 29))]
    assert read(saved(tmp_path / "mac.xlsx", rows, old)).rows == [["Ana", "2024-02-29"]]


def test_true_numbers_are_never_asked_about(tmp_path: Path) -> None:
    """1.234 in a cell of numbers is a little more than one, never more than a thousand."""
    found = read(saved(tmp_path / "n.xlsx", [("Name", "Amount", "Mixed"), ("Ana", 1.234, 5), ("Bo", None, "1.234")]))
    assert found.numbers == ["Amount"]
    assert found.column("Amount") == ["1.234", ""]


def test_which_sheet_is_asked_once_and_hidden_ones_are_named(tmp_path: Path) -> None:
    def sheets(made: Any) -> None:
        made.active.title = "Read me"
        made.create_sheet("People").append(["Name", "Email"])
        made["People"].append(["Ana", "ana@a.example"])
        made.create_sheet("Old").append(["Name"])
        made["Old"].append(["Zoe"])
        made["Old"].sheet_state = "hidden"
        made.create_sheet("Nothing")

    path = saved(tmp_path / "three.xlsx", [("From our old system",)], sheets)
    found = read(path)
    assert found.questions["sheet"] == ["Read me", "People"]
    assert any("hidden" in said for _, said in found.notices)
    chosen = read(path, {"sheet": "people"})
    assert (chosen.sheet, chosen.rows, chosen.questions) == ("People", [["Ana", "ana@a.example"]], {})
    assert read(path, {"sheet": "Old"}).columns == ["Name"]
    assert "no sheet “Gone”" in read(path, {"sheet": "Gone"}).error


def test_only_hidden_sheets_hold_rows(tmp_path: Path) -> None:
    def hidden(made: Any) -> None:
        made.create_sheet("Empty")
        made.active.sheet_state = "hidden"
        made.active = 1

    refused(read(saved(tmp_path / "hidden.xlsx", [("Name",), ("Ana",)], hidden)), "hidden", "sheet=NAME")


def test_what_a_workbook_says_of_its_size_is_not_believed(tmp_path: Path) -> None:
    made = parts(f"{ROWS}<row r='1048576'><c r='XFD1048576'/></row>")
    sheet = made["xl/worksheets/sheet1.xml"]
    made["xl/worksheets/sheet1.xml"] = sheet.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    found = read_apart([book(tmp_path / "claims.xlsx", made)]).popitem()[1]
    assert (found.columns, found.rows) == (["Name", "Email"], [["Ana", "ana@a.example"]])


def test_a_cell_far_out_costs_nothing(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Bo</t></is></c>'
    far += '<c r="XFD1048576" t="inlineStr"><is><t>far out</t></is></c></row>'
    found = read_apart([book(tmp_path / "far.xlsx", parts(ROWS + far))]).popitem()[1]
    assert (found.lines, found.rows[-1]) == ([2, 1048576], ["Bo", ""])
    assert found.notices == [(1048576, "The row has more cells than there are columns; these were left out.")]


def test_wide_sheets_are_refused(tmp_path: Path) -> None:
    def columns(count: int) -> str:
        cells = "".join(f'<c t="inlineStr"><is><t>c{number}</t></is></c>' for number in range(count))
        return f'<row r="1">{cells}</row><row r="2">{cells}</row>'

    letters = '<row r="1"><c r="EQXD1" t="inlineStr"><is><t>x</t></is></c></row>'
    files = {
        book(tmp_path / "wide.xlsx", parts(columns(100_000))): "16,384 columns",
        book(tmp_path / "broad.xlsx", parts(columns(10_000))): "10,000 columns",
        book(tmp_path / "beyond.xlsx", parts(letters)): "16,384 columns",
        book(tmp_path / "odd.xlsx", parts(letters.replace("EQXD1", "\u00c4\u00d6\u00dc9"))): "columns",
    }
    for path, found in read_apart(files).items():
        refused(found, files[path])


BOMB = 300 << 20


def test_bombs_are_refused_unread(tmp_path: Path) -> None:
    whole = book(tmp_path / "bomb.xlsx", parts())
    with (
        zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as packed,
        packed.open("xl/sharedStrings.xml", "w") as part,
    ):
        for _ in range(BOMB >> 20):
            part.write(b" " * (1 << 20))
    long = parts(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * (20 << 20)}</t></is></c></row>')
    blank = {**parts(), "xl/worksheets/sheet1.xml": f"{HEAD}<worksheet {' ' * (30 << 20)}/>"}
    many = parts("".join(f"<row r='{number}'><c t='b'><v>1</v></c></row>" for number in range(1, 200_001)))
    files = [whole, book(tmp_path / "long.xlsx", long), book(tmp_path / "blank.xlsx", blank)]
    more = book(tmp_path / "many.xlsx", many)
    found = read_apart([*files, more])
    refused(found[files[0]], "MB", "not read")
    refused(found[files[1]], "cell")
    refused(found[files[2]], "MB")
    assert found[more].count == 199_999


def shared(path: Path, count: int) -> Path:
    """Write a workbook whose cells share many texts."""
    made = parts(
        "".join(f'<row><c t="s"><v>{number}</v></c></row>' for number in range(count)),
        extra=f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>',
    )
    texts = "".join(f"<si><t>T{number}</t><rPh><t>said</t></rPh></si>" for number in range(count))
    made["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{SPREADSHEET}">{texts}</sst>'
    return book(path, made)


def test_texts_that_memory_cannot_hold_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = shared(tmp_path / "texts.xlsx", 100_000)
    found = read_apart([path])[path]
    assert (found.columns, found.rows[0], found.count) == (["T0"], ["T1"], 99_999)
    monkeypatch.setattr(books, "MAX_SHARED", 1 << 20)
    refused(read(path), "1 MB of texts", "CSV")


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(10))


@pytest.mark.parametrize(
    ("doctype", "used"),
    [
        (f"<!DOCTYPE worksheet [{ENTITIES}]>", "&e9;"),
        ('<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        ('<!DOCTYPE worksheet [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>', "&e;"),
        ('<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/x.dtd">', "x"),
    ],
)
def test_entities_are_refused(tmp_path: Path, doctype: str, used: str) -> None:
    made = parts(ROWS.replace("Ana", used), before=doctype)
    refused(read(book(tmp_path / "entities.xlsx", made)), "document type")
    made = parts()
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace(HEAD, HEAD + doctype.replace("worksheet", "workbook"))
    refused(read(book(tmp_path / "root.xlsx", made)), "document type")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}, "damaged"),
        ({"xl/worksheets/sheet1.xml": None}, "no sheet"),
        ({"xl/workbook.xml": "<workbook/>"}, "no sheet"),
        ({"xl/workbook.xml": None, "_rels/.rels": None}, "without a workbook"),
        ({"xl/workbook.bin": "x"}, ".xlsb"),
        ({"xl/workbook.xml": None, "_rels/.rels": None, "mimetype": "x"}, "OpenDocument"),
        ({"xl/workbook.xml": None, "_rels/.rels": None, "word/document.xml": "<x/>"}, "Word"),
    ],
)
def test_no_sound_workbook(tmp_path: Path, change: dict[str, str | None], words: str) -> None:
    made = {name: text for name, text in (parts() | change).items() if text is not None}
    refused(read(book(tmp_path / "unsound.xlsx", made)), words)


def test_a_cell_that_names_a_text_which_is_not_there(tmp_path: Path) -> None:
    refused(read(book(tmp_path / "lost.xlsx", parts('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))), "damaged")


def test_bytes_that_fell_over(tmp_path: Path) -> None:
    path = saved(tmp_path / "whole.xlsx", [("Name", "Email")] + [(f"N{n}", f"n{n}@a.example") for n in range(3_000)])
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        place = packed.getinfo("xl/worksheets/sheet1.xml").header_offset + 200
    data[place : place + 40] = bytes(40)
    (tmp_path / "fallen.xlsx").write_bytes(data)
    refused(read(tmp_path / "fallen.xlsx"), "damaged")
    (tmp_path / "half.xlsx").write_bytes(path.read_bytes()[: len(data) // 2])
    refused(read(tmp_path / "half.xlsx"), "damaged")


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    made = bytearray(book(tmp_path / "p.xlsx", parts()).read_bytes())
    place = made.find(b"PK\x01\x02")
    made[place + 8] |= 1
    (tmp_path / "locked.xlsx").write_bytes(made)
    refused(read(tmp_path / "locked.xlsx"), "password")


def test_a_packed_workbook(tmp_path: Path) -> None:
    path = saved(tmp_path / "b.xlsx", [("Name", "Email"), ("Ana", "ana@a.example")])
    (tmp_path / "b.xlsx.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert read(tmp_path / "b.xlsx.gz").rows == [["Ana", "ana@a.example"]]


def test_errors_and_formulas_without_a_result_are_said(tmp_path: Path) -> None:
    rows = [
        '<row r="3"><c r="A3" t="e"><v>#DIV/0!</v></c><c r="B3" t="str"><f>1/0</f><v>bo@a.example</v></c></row>',
        '<row r="4"><c r="A4"><f>SUM(1)</f></c><c r="B4" t="inlineStr"><is><t>cy@a.example</t></is></c></row>',
    ]
    found = read(book(tmp_path / "errors.xlsx", parts(ROWS + "".join(rows))))
    assert found.rows[1:] == [["", "bo@a.example"], ["", "cy@a.example"]]
    assert [(line, "error" in said, "formula" in said) for line, said in found.notices] == [
        (3, True, False),
        (4, False, True),
    ]


def test_a_declared_table_names_its_header_and_its_totals(tmp_path: Path) -> None:
    def framed(made: Any) -> None:
        table = openpyxl.worksheet.table.Table(displayName="People", ref="A3:B6", totalsRowCount=1)
        made.active.add_table(table)

    rows = [("Our people", "2026"), (), ("Name", "Amount"), ("Ana", 1), ("Bo", 2), ("all of it", 3)]
    found = read(saved(tmp_path / "table.xlsx", rows, framed))
    assert (found.header_line, found.questions, found.rows) == (3, {}, [["Ana", "1"], ["Bo", "2"]])
    assert found.rejections == [(6, "It holds totals of the rows above, not a record.")]


def test_the_spelling_of_the_parts_does_not_matter(tmp_path: Path) -> None:
    """Names in other letters, prefixes and paths: as other programs than the usual one write them."""
    sheet = parts()["xl/worksheets/sheet1.xml"].replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
    made = parts() | {"xl/Worksheets/Sheet1.XML": sheet.replace("xmlns=", "xmlns:x=")}
    del made["xl/worksheets/sheet1.xml"]
    assert read(book(tmp_path / "other.xlsx", made)).rows == [["Ana", "ana@a.example"]]
    wide = parts()["xl/worksheets/sheet1.xml"].replace("UTF-8", "UTF-16")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        for name, text in parts().items():
            files.writestr(name, wide.encode("utf-16") if "sheet1" in name else text)
    (tmp_path / "wide.xlsx").write_bytes(packed.getvalue())
    assert read(tmp_path / "wide.xlsx").rows == [["Ana", "ana@a.example"]]
