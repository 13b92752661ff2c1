"""Files made to trouble readers, read in one process of bounded memory: the cells that are in each, or why not."""

import csv
import json
from pathlib import Path

import pytest

from tests.helpers.reading import Read, read, read_apart
from tests.helpers.shared_data import DATA, beside, files

NASTY = DATA / "nasty"
pytestmark = beside

REFUSED = {
    "csv/made/empty.csv": "empty: it has 0 bytes",
    "text/blns/blns.json": "is JSON, not a table",
    "xlsx/calamine/empty_sheet.xlsx": "is empty: there are no rows",
    "xlsx/calamine/errors.xlsx": "errors of the spreadsheet only",
    "xlsx/made/truncated_half.xlsx": "damaged or cut short",
    "xlsx/made/zero_bytes.xlsx": "empty: it has 0 bytes",
    "xlsx/made/zip_without_workbook.xlsx": "without a workbook",
}
# The names of the columns, and the first rows below them.
CELLS: dict[str, tuple[list[str], list[list[str]]]] = {
    "csv/agate/test_cr.csv": (
        ["number", "text", "boolean", "date", "datetime", "timedelta"],
        [["1", "a", "True", "2015-11-04", "2015-11-04T12:22:00", "0:04:15"]],
    ),
    "csv/csvkit/bad.csv": (
        ["column_a", "column_b", "column_c"],
        [["1", "27", ""], ["", "I'm too short!", ""], ["0", "mixed types.... uh oh", "17"]],
    ),
    # Three blank lines, and then the same table: it is not blank throughout.
    "csv/csvkit/bad_skip_lines.csv": (
        ["column_a", "column_b", "column_c"],
        [["1", "27", ""], ["", "I'm too short!", ""], ["0", "mixed types.... uh oh", "17"]],
    ),
    "csv/csvkit/dummy.tsv": (["a", "b", "c"], [["1", "2", "3"]]),
    "csv/csvkit/mac_newlines.csv": (["a", "b", "c"], [["1", "2", "3"], ["Once upon\ra time", "5", "6"]]),
    "csv/csvkit/test_empty_columns_long_row.csv": (["a", "b", "c"], []),
    "csv/csvkit/test_latin1.csv": (["a", "b", "c"], [["1", "2", "3"], ["4", "5", "©"]]),
    "csv/csvkit/test_no_leading_zeroes.csv": (["a", "b", "c"], [["01", "00.11", "0.1"]]),
    "csv/csvkit/test_utf16_little.csv": (["a", "b", "c"], [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "csv/csvkit/test_utf8_bom.csv": (["foo", "bar", "baz"], [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "csv/dataloader/csvEscapedQuotes.csv": (
        ["column1", "column2"],
        [['"The Best" Account', "bla"], ['The "Best" Account', "bla"]],
    ),
    "csv/dataloader/csvSeparator.csv": (
        ["column1", "column2!some", "column3"],
        [["col11", "col12!somev1", "col13"], ["col21", "col22!somev2", "col23"]],
    ),
    "csv/dataloader/csvtext_BOM_UTF16LE.csv": (
        ["column1", "column2", "column3"],
        [["row1-1", "row1-2", "row1-3"], ["row2-1", "row2-2", "row2-3"]],
    ),
    "csv/dataloader/csvtext_BOM_UTF8.csv": (
        ["column1", "column2", "column3"],
        [["row1-1", "row1-2", "row1-3"], ["row2-1", "row2-2", "row2-3"]],
    ),
    "csv/frictionless/Table With Data.csv": (["id", "name"], [["1", "english"], ["2", "中国人"]]),
    "csv/frictionless/blank-cells.csv": (["id", "name"], [["1", "Paul"], ["2", "John"], ["3", "George"]]),
    "csv/frictionless/blank-headers.csv": (["id", "Column 2", "age"], [["1101", "John", "30"]]),
    "csv/frictionless/blank-rows.csv": (["id", "name", "age"], [["1101", "John", "30"], ["1102", "Julie", "26"]]),
    "csv/frictionless/defective-rows.csv": (["id", "name", "age"], [["1101", "John", ""], ["1102", "Julie", "26"]]),
    "csv/frictionless/duplicate-column.csv": (["A", "B", "B (2)", "C"], [["a", "b", "C", "c"]]),
    "csv/frictionless/duplicate-headers.csv": (
        ["id", "name", "id (2)", "age", "id (3)"],
        [["1101", "John", "0", "30", "001101"], ["1102", "Julie", "0", "26", "001102"]],
    ),
    "csv/frictionless/leading-zeros.csv": (["value"], [["01"], ["002"], ["00003"]]),
    "csv/frictionless/long.csv": (["id", "name"], [["1", "a"], ["2", "b"], ["3", "c"], ["4", "d"], ["5", "e"]]),
    "csv/frictionless/table-unicode-headers.csv": (["id", "国人"], [["1", "english"], ["2", "中国人"]]),
    "csv/phpspreadsheet/contains_html.csv": (["Column A", "<a href=''>Link</a>", "Column C"], []),
    "csv/phpspreadsheet/encoding.utf16le.csv": (["Å", "1"], [["2", "3"]]),
    "csv/phpspreadsheet/encoding.utf8bom.csv": (["Å", "1"], [["2", "3"]]),
    "csv/phpspreadsheet/linend.mac.csv": (["A", "1"], [["2", "3"]]),
    **dict.fromkeys(
        (f"csv/phpspreadsheet/premiere.{name}.csv" for name in ("utf16be", "utf16lebom", "utf32lebom", "win1252")),
        (["première", "second", "troisième"], [["Quatrième", "cinquième", "sixième"]]),
    ),
    "csv/phpspreadsheet/semicolon_separated.csv": (
        ["This", "Are", "Headers"],
        [["Cell A2", "Number with comma", "25,5"], ["Two colons and a comma", "B|3", ":,:"]],
    ),
    "csv/phpspreadsheet/sep.csv": (["A", "1"], [["2", "3"]]),
    "csv/made/delim_semicolon_with_commas_in_header.csv": (["Name, full", "Email, work"], [["One, A"]]),
    "xlsx/calamine/date.xlsx": (["2021-01-01", "15"], [["2021-01-02", "16"], ["255:10:10", "17"]]),
    "xlsx/calamine/date_1904.xlsx": (["2021-01-01", "15"], [["2021-01-02", "16"], ["255:10:10", "17"]]),
    "xlsx/calamine/empty_shared_string.xlsx": (["abc"], []),
    "xlsx/calamine/has_x000D_inline.xlsx": (["ABC DEF"], []),
    "xlsx/calamine/inlineStr_cdata.xlsx": (["Hello CDATA", "World"], [["12345", "NormalText"]]),
    "xlsx/calamine/merge_cells.xlsx": (
        ["Row Merge", "Column 2", "Not Merged"],
        [["Column Merge", "Chunk Merged", ""]],
    ),
    "xlsx/calamine/nonstandard-xml-ns-prefix.xlsx": (["a", "b"], [["1", "3"], ["2", "4"]]),
    "xlsx/calamine/temperature-in-middle.xlsx": (["Column 1", "label", "value"], [["", "celsius", "22.2222"]]),
    "xlsx/csvkit/test.xlsx": (
        ["text", "date", "integer", "boolean", "float", "datetime", "empty_column"],
        [["Chicago Reader", "1971-01-01", "40", "TRUE", "1", "1971-01-01 04:14:00", ""]],
    ),
    "xlsx/frictionless/cast-int-to-string-issue-1251.xlsx": (
        ["A", "B", "C", "D", "E"],
        [["001", "b", "1", "a", "1"], ["002", "c", "1", "1", "1"]],
    ),
    "xlsx/frictionless/merged-cells.xlsx": (["data"], []),
    "xlsx/frictionless/skip-rows.xlsx": (["A", "B"], [["8", "9"]]),
    "xlsx/frictionless/table-infer-boolean.xlsx": (["number", "string", "boolean"], [["1", "two", "TRUE"]]),
    "xlsx/made/contacts_1904.xlsx": (
        ["First name", "Last name", "Email", "Phone", "First contact"],
        [
            ["José", "Ñandú", "jose@nandu.example", "+34 600 000 001", "2024-02-29"],
            ["Zoë", "Brontë", "zoe@bronte.example", "+44 20 7946 0001", "2023-12-31"],
            ["李", "娜", "lina@example.cn", "+86 138 0013 8000", "2024-07-05"],
        ],
    ),
    "xlsx/made/dimension_says_1M_rows.xlsx": (["Name", "Email"], [["A One", "a@example.com"]]),
    "xlsx/made/duplicate_and_blank_headers.xlsx": (
        ["Email", "Email (2)", "Column 3", "Name", "Name (2)"],
        [["a@example.com", "a2@example.com", "x", "A One", "Alias"], ["b@example.com", "", "", "B Two", ""]],
    ),
    "xlsx/made/external_link_formula.xlsx": (
        ["Name", "Email", "Notes"],
        [["Ext", "e@example.com", "cached text"], ["Web", "w@example.com", "cached web"]],
    ),
    "xlsx/made/numbers_phones_zips.xlsx": (
        ["Name", "Email", "Phone", "ZIP", "Customer no", "Chance", "Amount", "Since", "Active"],
        [["Number phone", "n1@example.com", "34600123456", "08005", "1234567890123456", "0.25", "1234.5"]],
    ),
    "xlsx/made/really_csv.xlsx": (["Name", "Email"], [["A One", "a@example.com"]]),
    "xlsx/phpspreadsheet/1904_Calendar.xlsx": (["2022-01-01", "2021-12-31"], [["2022-12-31", "2023-01-01"]]),
    "xlsx/phpspreadsheet/blankcell.xlsx": (["Column 1", "Column 2", "C1"], [["", "", "C3"]]),
    "xlsx/phpspreadsheet/explicitdate.xlsx": (["1", "2", "3"], [["2021-12-31 23:44:51.894", "2021-12-31"]]),
    "xlsx/phpspreadsheet/issue.2450.xlsx": (["Sexe", "Prénom", "Année de naissance"], [["M", "Alphonse", "1932"]]),
    "xlsx/phpspreadsheet/octo#thorpe.xlsx": (["xyz"], []),
    "xlsx/phpspreadsheet/tableTest.xlsx": (
        ["Year", "Country", "Q1", "Q2", "Q3", "Q4", "Sales"],
        [["2010", "Belgium", "380", "390", "420", "460", "1650"]],
    ),
}  # fmt: skip
# What a person is asked, for want of a sure sign.
ASKED = {
    "csv/phpspreadsheet/issue.2232.csv": {"header_line"},
    "csv/made/enc_cp437_dos.csv": {"encoding"},
    "csv/made/enc_koi8_r.csv": {"encoding"},
    "csv/made/enc_shift_jis.csv": {"encoding"},
    "csv/made/enc_windows1255.csv": {"encoding"},
    "csv/made/utf8_overlong.csv": {"encoding"},
    "xlsx/calamine/any_sheets.xlsx": {"header_line"},
    "xlsx/calamine/issues.xlsx": {"sheet", "header_line"},
    "xlsx/calamine/whitespace_trim.xlsx": {"sheet"},
    "xlsx/frictionless/issue-1024.xlsx": {"header_line"},
    "xlsx/frictionless/skip-rows.xlsx": {"header_line"},
    "xlsx/made/contacts_on_third_sheet.xlsx": {"sheet", "header_line"},
    "xlsx/phpspreadsheet/issue.3464.xlsx": {"header_line"},
    "vcard/roundcube/thebat.vcf": {"encoding"},
}
# Lines about which something must be said.
SAID = {
    "csv/csvkit/bad.csv": [2, 3],
    "csv/csvkit/bad_skip_lines.csv": [5, 6],
    "csv/frictionless/defective-rows.csv": [2, 3],
    "csv/made/ragged_rows.csv": [3, 4, 5],
    "csv/made/stray_quotes_inside.csv": [3],
    "csv/made/mixed_utf8_and_cp1252_lines.csv": [3],
    "csv/made/nul_bytes.csv": [2],
    "xlsx/csvkit/test.xlsx": [3],
}


@pytest.fixture(scope="module")
def found() -> dict[str, Read]:
    """Every file, read in one process that may hold half a gigabyte."""
    return {path.relative_to(NASTY).as_posix(): one for path, one in read_apart(files("nasty")).items()}


def test_a_file_is_read_or_refused_with_a_sentence(found: dict[str, Read]) -> None:
    assert len(found) > 100
    refused = {name: one.error for name, one in found.items() if one.error}
    assert refused.keys() == REFUSED.keys()
    for name, words in REFUSED.items():
        assert words in refused[name]
        assert Path(name).name in refused[name]


def test_cells_are_what_they_are(found: dict[str, Read]) -> None:
    for name, (columns, rows) in CELLS.items():
        one = found[name]
        assert one.columns == columns, name
        assert len(one.rows) >= len(rows)
        assert [row[: len(wanted)] for row, wanted in zip(one.rows, rows, strict=False)] == rows, name


def test_nothing_is_asked_that_is_sure(found: dict[str, Read]) -> None:
    asked = {name: set(one.questions) for name, one in found.items() if one.questions}
    # A file of dates or lone words alone has no sure header, whatever it is.
    unsure = {name for name in asked.keys() - ASKED.keys() if asked[name] == {"header_line"}}
    assert {name for name in asked if name not in unsure} == ASKED.keys()
    for name, keys in ASKED.items():
        assert asked[name] == keys, name
    for name in unsure:
        assert len(found[name].columns) <= 3 and found[name].count <= 5, name  # noqa: PT018 - tiny ones


def test_what_is_left_out_is_said(found: dict[str, Read]) -> None:
    for name, lines in SAID.items():
        assert [line for line, _ in found[name].notices if line] == lines, name


def test_a_file_chosen_by_a_person_is_read_as_they_say() -> None:
    for name, encoding, cell in (
        ("enc_cp437_dos.csv", "cp437", "é"),
        ("enc_koi8_r.csv", "koi8-r", "Иван Петров"),
        ("enc_shift_jis.csv", "cp932", "表"),
        ("enc_windows1255.csv", "cp1255", "ו"),
    ):
        one = read(NASTY / "csv/made" / name, {"encoding": encoding})
        assert one.questions == {}
        assert cell in "".join(map("".join, one.rows)), one.rows


def test_the_preview_of_an_encoding_shows_the_right_one_first(found: dict[str, Read]) -> None:
    for name, encoding in (
        ("csv/made/enc_cp437_dos.csv", "cp437"),
        ("csv/made/enc_koi8_r.csv", "koi8-r"),
        ("csv/made/enc_shift_jis.csv", "cp932"),
        ("csv/made/enc_windows1255.csv", "cp1255"),
        ("vcard/roundcube/thebat.vcf", "cp1250"),
    ):
        assert found[name].questions["encoding"][0] == encoding == found[name].encoding


def test_overlong_bytes_are_never_the_letter_they_pretend(found: dict[str, Read]) -> None:
    assert "/" not in "".join(map("".join, found["csv/made/utf8_overlong.csv"].rows)).replace("example", "")


def test_csv_spectrum(found: dict[str, Read]) -> None:
    names = [name for name in found if name.startswith("csv/csv-spectrum/")]
    assert len(names) == 5
    for name in names:
        wanted = json.loads((NASTY / name).with_suffix(".expected.json").read_text(encoding="utf-8"))
        one = found[name]
        assert [dict(zip(one.columns, row, strict=True)) for row in one.rows] == wanted


def test_pollock(found: dict[str, Read]) -> None:
    """Polluted in one place each: the cells of the clean copy, or the one row that is not is reported."""
    names = [name for name in found if name.startswith("csv/pollock/")]
    assert names
    for name in names:
        one = found[name]
        path = NASTY / name
        with (path.parent / "clean" / path.name).open(encoding="utf-8", newline="") as stream:
            header, *rows = csv.reader(stream)
        repeated = [" ".join([column] * 2) for column in one.columns]
        assert header in (one.columns, repeated), name
        assert one.count >= len(rows)
        odd = [line for line, row, wanted in zip(one.lines, one.rows, rows, strict=False) if row != wanted]
        said = {line for line, _ in (*one.notices, *one.rejections)}
        assert len(odd) <= 1, name
        assert said.issuperset(odd), name
        if "multitable" in name:
            # The second table has its header rejected; its rows go on where the columns are the same.
            assert [line for line, why in one.rejections if "repeats the names" in why] == [len(rows) + 2]
        else:
            assert one.count == len(rows), name


def test_dates_of_one_column_have_one_order(found: dict[str, Read]) -> None:
    one = found["csv/frictionless/issue-1232.csv"]
    assert one.column("codice_regione")[:2] == ["03", "00"]
    assert one.column("data_entrata_in_carica")[0] == "13/10/2021"


def test_sheets_are_chosen() -> None:
    path = NASTY / "xlsx/made/contacts_on_third_sheet.xlsx"
    people = read(path, {"sheet": "People"})
    assert (people.count, people.questions, people.header_line) == (3, {}, 1)
    assert "People" in read(path).questions["sheet"]


def test_phones_and_codes_of_numbers(found: dict[str, Read]) -> None:
    one = found["xlsx/made/numbers_phones_zips.xlsx"]
    assert one.column("Phone") == ["34600123456", "34600123457", "34600123458", "3,4600E+10"]
    assert one.column("ZIP")[:2] == ["08005", "08005"]
    assert one.column("Name")[3] == "12345"
    assert one.column("Since") == ["2024-03-04", "04/03/2024", "45355", "2024-03-04 23:59:59"]


def test_totals_and_headers_above_headers_are_no_records(found: dict[str, Read]) -> None:
    table = found["xlsx/made/table_with_totals_row.xlsx"]
    assert (table.count, [line for line, _ in table.rejections]) == (5, [7])
    merged = found["xlsx/made/merged_two_row_header.xlsx"]
    assert (merged.header_line, merged.count, merged.columns[0]) == (2, 3, "First name")
    formulas = found["xlsx/made/formulas_with_cached_values.xlsx"]
    assert formulas.column("Amount") == ["100", "200", "300"]
    assert formulas.column("Full name")[0] == "José Ñandú"
