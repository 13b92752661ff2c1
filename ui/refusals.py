"""Refusals in the window's language.

`python -m tools.words` gathers what `app` and `db` raise, sentence by sentence. What the window words otherwise than
the command line has a code, and stands here.
"""

from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from app import wording
from app.agreement.clause_text import ClauseTexts
from app.agreement.plain import in_words
from app.errors import KnownError, Word
from app.query.nodes import QueryError
from ui import words
from ui.widgets import query_words


def said(error: KnownError) -> str:
    """Return the sentence for a refusal."""
    own = own_sentences().get(error.code) if error.code else None
    if own is not None:
        return own.format(**error.facts)
    if isinstance(error, QueryError):
        return query_words.said(error)
    sentence = QCoreApplication.translate("Refused", error.said)
    return _FORMATTER.vformat(sentence, (), error.values) if error.values else sentence


class _Formatter(Formatter):
    """Writes Tandem's own words and large numbers as the window's language has them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Word):
            value = QCoreApplication.translate("RefusedWords", value)
        if isinstance(value, ClauseTexts):
            paper = wording.load(words.choose([QLocale().name()]))
            value = ", ".join(in_words(one, paper) for one in value)
        if format_spec == ",":
            return QLocale().toString(int(value))
        return str(super().format_field(value, format_spec))


_FORMATTER = _Formatter()


def own_sentences() -> dict[str, str]:
    """Return the sentences that the window words in a way of its own, by their codes."""
    return {
        "report.alone": QCoreApplication.translate("Refusals", "This report is not grouped: choose “All together”."),
        "report.by": QCoreApplication.translate(
            "Refusals", "A report cannot be grouped by “{by}”. Choose another field."
        ),
        "report.milestones": QCoreApplication.translate(
            "Refusals",
            "Fewer than two stages bear a milestone, so nothing can be converted. Set them on the stages.",
        ),
        "report.moment": QCoreApplication.translate(
            "Refusals", "Pipeline velocity is a figure of one moment; it cannot be grouped by a unit of time."
        ),
        "report.period": QCoreApplication.translate("Refusals", "The period ends before it begins. Swap its days."),
        "report.qualified": QCoreApplication.translate(
            "Refusals", "No stage bears the milestone MQL, so no lead is ever qualified. Set it on a stage."
        ),
        "report.stage-time.by": QCoreApplication.translate(
            "Refusals",
            "Time in stage is measured stage by stage; group it by a field, not by time or milestone.",
        ),
        "goal.by-hand": QCoreApplication.translate(
            "Refusals", "“{goal}” is entered by hand; no leads stand behind it."
        ),
        "stage.full": QCoreApplication.translate(
            "Refusals",
            "{stage} takes {limit} leads at most, and {there} stand there now. "
            "Move one on first, or change the stage's limit.",
        ),
        "meeting.closed": QCoreApplication.translate(
            "Refusals", "That meeting is closed, and its minutes stand. Write it down in the next one."
        ),
        "drop.many": QCoreApplication.translate(
            "Refusals",
            "{count} files are too many at once: up to {most} can be taken in. Put them in one list, or drop some of "
            "them.",
        ),
        "drop.remote": QCoreApplication.translate(
            "Refusals",
            "What was dropped lies in the web, not on this computer. Save it as a file, and drop that.",
        ),
        "drop.folder": QCoreApplication.translate(
            "Refusals", "{file} is a folder, and files are taken in. Open it and drop the files that you want."
        ),
        "drop.gone": QCoreApplication.translate(
            "Refusals", "{file} is not there any more. Look where it is now, and drop it from there."
        ),
        "drop.locked": QCoreApplication.translate(
            "Refusals",
            "{file} cannot be opened: another program holds it, or it is not yours to read. Close it there, or drop a "
            "copy.",
        ),
        "drop.empty": QCoreApplication.translate(
            "Refusals", "{file} is empty: it has 0 bytes. Save it again, and drop it then."
        ),
        "drop.picture": QCoreApplication.translate(
            "Refusals",
            "{file} is a picture; there is no list to be read in it. Drop the list itself, a vCard or an e-mail.",
        ),
        "drop.film": QCoreApplication.translate(
            "Refusals", "{file} is a film or a picture of a telephone. Drop a list, a vCard or an e-mail."
        ),
        "letter.large": QCoreApplication.translate(
            "Refusals", "{file} is larger than an e-mail is. Save it without what is attached."
        ),
        "letter.unread": QCoreApplication.translate(
            "Refusals", "{file} cannot be read. Close it in other programs, or drop a copy."
        ),
        "letter.outlook": QCoreApplication.translate(
            "Refusals",
            "{file} is a message in Outlook's own form. Drag it from Outlook on the web, or save it as .eml.",
        ),
        "letter.none": QCoreApplication.translate(
            "Refusals", "{file} holds no e-mail. Save the e-mail from your mail program as .eml."
        ),
        "letter.nobody": QCoreApplication.translate(
            "Refusals", "This e-mail names no address but those of members, so there is no contact to keep it with."
        ),
        "card.none": QCoreApplication.translate(
            "Refusals", "{file} holds no vCard. Export the person from your address book as .vcf."
        ),
        "meeting.gone": QCoreApplication.translate("Refusals", "That meeting was moved to the bin."),
    }
