"""What is said of a file and its rows, in the window's language.

The import says it in English sentences, on the command line too. Here each is known by its pattern: `{}` stands for
what differs. A sentence that is not known is shown as it stands.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from app.errors import KnownError
from ui import refusals


def said(sentence: str) -> str:
    """Return a sentence of the import in the window's language."""
    for english, own in _sentences().items():
        match = _pattern(english).fullmatch(sentence)
        if match:
            return own.format(*match.groups())
    return sentence


def refused(error: KnownError) -> str:
    """Return why an import cannot go on, in the window's language: in words of the wizard's own where it has some."""
    own = said(str(error))
    return refusals.said(error) if own == str(error) else own


def remedy(sentence: str) -> str:
    """Return what can be done about a refused row."""
    return {
        "Nothing in this row identifies it: no name, company, e-mail, phone or id.": QCoreApplication.translate(
            "Importing", "Add one of them in the file, or send a column to one of these fields."
        ),
        "This is a line at the foot of a report, no record.": QCoreApplication.translate(
            "Importing", "Nothing to do: it holds no person."
        ),
        "This is a line of totals, no record.": QCoreApplication.translate(
            "Importing", "Nothing to do: it holds no person."
        ),
    }.get(sentence, "")


@cache
def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(re.escape(part) for part in english.split("{}")), re.DOTALL)


def _sentences() -> dict[str, str]:
    return {
        "Nothing in this row identifies it: no name, company, e-mail, phone or id.": QCoreApplication.translate(
            "Importing", "Neither a name nor an e-mail, phone, company or id"
        ),
        "This is a line at the foot of a report, no record.": QCoreApplication.translate(
            "Importing", "A line at the foot of a report"
        ),
        "This is a line of totals, no record.": QCoreApplication.translate("Importing", "A line of totals"),
        "The stage is empty; a lead that is made begins in {}.": QCoreApplication.translate(
            "Importing", "The stage is empty; a lead that is made begins in {0}."
        ),
        "This column is left out.": QCoreApplication.translate("Importing", "This column is left out."),
        "Labels such as Work or Home are used for the order only.": QCoreApplication.translate(
            "Importing", "Labels such as Work or Home are used for the order only."
        ),
        "No column was recognised. Name them in a layout file and give it with --layout.": QCoreApplication.translate(
            "Importing", "No column was recognised. Choose for each where it goes."
        ),
        "This is not a date; it is left out.": QCoreApplication.translate(
            "Importing", "This is not a date; it is left out."
        ),
        "This is not a date; it is kept as it stands.": QCoreApplication.translate(
            "Importing", "This is not a date; it is kept as it stands."
        ),
        "This is not an amount; it is left out.": QCoreApplication.translate(
            "Importing", "This is not an amount; it is left out."
        ),
        "There is no such reason in the list; it is left out.": QCoreApplication.translate(
            "Importing", "There is no such reason in the list; it is left out."
        ),
        "This is neither yes nor no; it is left out.": QCoreApplication.translate(
            "Importing", "This is neither yes nor no; it is left out."
        ),
        "Another column gives {} too; its values count.": QCoreApplication.translate(
            "Importing", "Another column gives {0} too; its values count."
        ),
        "The row has more cells than there are columns; these were left out.": QCoreApplication.translate(
            "Importing", "The row has more cells than there are columns; these were left out."
        ),
        "The row has a cell too many; did its values move?": QCoreApplication.translate(
            "Importing", "The row has a cell too many; did its values move?"
        ),
        "The row has fewer cells than columns; the rest are empty.": QCoreApplication.translate(
            "Importing", "The row has fewer cells than columns; the rest are empty."
        ),
        "The quotes in this row do not match; it was read as it seems meant.": QCoreApplication.translate(
            "Importing", "The quotes in this row do not match; it was read as it seems meant."
        ),
        "Lines inside this cell look like rows; is a quote missing?": QCoreApplication.translate(
            "Importing", "Lines inside this cell look like rows; is a quote missing?"
        ),
        "This line is not UTF-8 like the others; it was read as Windows-1252.": QCoreApplication.translate(
            "Importing", "This line is not UTF-8 like the others; it was read as Windows-1252."
        ),
        "NUL characters were taken out of this line.": QCoreApplication.translate(
            "Importing", "NUL characters were taken out of this line."
        ),
        "Characters of this line were lost before it came here.": QCoreApplication.translate(
            "Importing", "Characters of this line were lost before it came here."
        ),
        "There are hidden sheets with rows; they are not read.": QCoreApplication.translate(
            "Importing", "There are hidden sheets with rows; they are not read."
        ),
        "A card inside a card, its agent's, was left out.": QCoreApplication.translate(
            "Importing", "A card inside a card, its agent’s, was left out."
        ),
        "This line stands outside any card.": QCoreApplication.translate(
            "Importing", "This line stands outside any card."
        ),
        "These look like dates but do not tell day from month; they are kept as text. "
        "Send the column to a date field and answer day_first to have them read.": QCoreApplication.translate(
            "Importing", "These look like dates but do not tell day from month; they are kept as text."
        ),
        "{} more remarks like these are not listed.": QCoreApplication.translate(
            "Importing", "{0} more remarks like these are not listed."
        ),
        "The import was stopped; nothing was written.": QCoreApplication.translate(
            "Importing", "The import was stopped; nothing was written."
        ),
        "{} is empty: it has 0 bytes.": QCoreApplication.translate(
            "Importing", "{0} is empty: it has 0 bytes. Was it still being written?"
        ),
        "{} is a folder. Choose a file.": QCoreApplication.translate(
            "Importing", "{0} is a folder. Open it and drop the files in it that you want."
        ),
        "{} cannot be opened: {}.": QCoreApplication.translate(
            "Importing", "{0} cannot be opened: {1}. Is it open in another program, or not yours to read?"
        ),
        "{} cannot be read: {}.": QCoreApplication.translate(
            "Importing", "{0} cannot be read: {1}. Is it open in another program, or not yours to read?"
        ),
        "{} is a picture, not a table. Choose the list itself.": QCoreApplication.translate(
            "Importing", "{0} is a picture, not a table. Choose the list itself."
        ),
        "{} is a PDF, not a table. Export the list from the program that made it, as CSV.": QCoreApplication.translate(
            "Importing", "{0} is a PDF, not a table. Export the list from the program that made it, as CSV."
        ),
        "{} is a text document, not a table. Save its table as CSV or .xlsx.": QCoreApplication.translate(
            "Importing", "{0} is a text document, not a table. Save its table as CSV or .xlsx."
        ),
        "{} is a packed file, not a table. Unpack it first.": QCoreApplication.translate(
            "Importing", "{0} is a packed file, not a table. Unpack it first."
        ),
        "{} is a database, not a table. Open it as a workspace, "
        "or export its table as CSV.": QCoreApplication.translate(
            "Importing", "{0} is a database, not a table. Open it as a workspace, or export its table as CSV."
        ),
        "{} is a web page or XML, not a table. "
        "Open it in a spreadsheet and save it as CSV.": QCoreApplication.translate(
            "Importing", "{0} is a web page or XML, not a table. Open it in a spreadsheet and save it as CSV."
        ),
        "{} is JSON, not a table. Export the list as CSV.": QCoreApplication.translate(
            "Importing", "{0} is JSON, not a table. Export the list as CSV."
        ),
        "{} is protected by a password. Open it, take the password off and save it again.": QCoreApplication.translate(
            "Importing", "{0} is protected by a password. Open it, take the password off and save it again."
        ),
        "{} is a workbook or document of an old kind. Save it as .xlsx or CSV.": QCoreApplication.translate(
            "Importing", "{0} is a workbook or document of an old kind. Save it as .xlsx or CSV."
        ),
        "{} holds blank lines only: there is nothing to import.": QCoreApplication.translate(
            "Importing", "{0} holds blank lines only: there is nothing to import."
        ),
        "{} is larger than {} MB. Split it and import the parts.": QCoreApplication.translate(
            "Importing", "{0} is larger than {1} MB. Split it and import the parts."
        ),
        "{} has a line of more than {} MB: it is not a table, or its line ends are lost.": QCoreApplication.translate(
            "Importing", "{0} has a line of more than {1} MB: it is not a table, or its line ends are lost."
        ),
        "The list has changed since the plan was made, and there is something to ask now. "
        "Look at the plan again.": QCoreApplication.translate(
            "Importing",
            "The list has changed since the plan was made, and there is something to ask now. Look at the plan again.",
        ),
        "No row with names of columns starts on line {}.": QCoreApplication.translate(
            "Importing", "No row with names of columns starts on line {0}. Choose another line."
        ),
        "Import {} ({}) was taken back already.": QCoreApplication.translate(
            "Importing", "This import was taken back already."
        ),
    }
