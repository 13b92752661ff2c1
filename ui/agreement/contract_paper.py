"""The agreement before it is printed: its contract, in the preview that every paper has."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.agreement.contract import printed
from ui.around import Surroundings
from ui.jobs import Jobs


def show_contract(
    jobs: Jobs, agreement_id: int, number: int, around: Surroundings, parent: QWidget, *, draft: bool
) -> None:
    """Open the preview of a version's contract."""
    from ui.printing.preview import PrintPreview, Wanted  # noqa: PLC0415 - Qt's part for PDF is loaded when wanted

    words = around.words
    wanted = Wanted(
        kind="contract",
        heading=QCoreApplication.translate("Agreement", "Print the agreement"),
        title=words.paper.text("draft_file" if draft else "file", "contract", n=words.number(number)),
        make=printed,
        args=(agreement_id,),
        parts=(),
        language=words.language,
    )
    dialog = PrintPreview(jobs, wanted, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
