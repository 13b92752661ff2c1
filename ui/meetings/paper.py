"""A meeting's summary before it is printed: what can stand on it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.meeting_print import PARTS, USUAL, printed
from app.wording import Language
from ui.jobs import Jobs


def show_summary(
    jobs: Jobs, meeting_id: int | None, title: str, language: Language, parent: QWidget, *, save: bool
) -> None:
    """Open the preview of a summary; with `save` it asks at once where to save the PDF."""
    from ui.printing.preview import PrintPreview, Wanted  # noqa: PLC0415 - Qt's part for PDF is loaded when wanted

    words = {
        "goals": QCoreApplication.translate("Summary", "Shared goals"),
        "chart": QCoreApplication.translate("Summary", "Chart of the weeks"),
        "wins": QCoreApplication.translate("Summary", "Wins"),
        "settled": QCoreApplication.translate("Summary", "Decisions and actions"),
        "names": QCoreApplication.translate("Summary", "Names of those who wait"),
        "notes": QCoreApplication.translate("Summary", "Meeting notes"),
    }
    wanted = Wanted(
        kind="summary",
        heading=QCoreApplication.translate("Summary", "Print summary"),
        title=title,
        make=printed,
        args=(meeting_id,),
        parts=tuple((name, words[name], name in USUAL) for name in PARTS),
        language=language,
    )
    dialog = PrintPreview(jobs, wanted, parent, save=save)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
