"""A report before it is printed: its texts as the window says them, its chart and its table."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.papers import Bar, ReportSheet, Stretch, printed_report
from app.reports.answer import Answer
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.reports import words as said
from ui.reports.charts import Charts


def sheet_of(answer: Answer, charts: Charts, when: str, left_out: str, around: Surroundings) -> ReportSheet:
    """Return a report as it is shown, for paper."""
    heads, rows = said.table(answer, around.words)
    warned = [] if charts.warning.isHidden() else charts.warning.text().split("\n")
    return ReportSheet(
        title=said.name(answer.report),
        when=when,
        meaning=said.meaning(answer.report),
        bars=[
            Bar(
                title=one.title,
                entered=one.entered,
                rate=" ".join(part for part in (one.rate, one.range) if part),
                note=" · ".join(one.note),
                went_on=one.went_on.number,
                stayed=one.stayed.number,
                open=one.still_open.number,
                words=(one.went_on.words, one.stayed.words, one.still_open.words),
            )
            for one in charts.cohorts
        ],
        stretches=[Stretch(one.name, one.p25, one.median, one.p75, one.p90, one.agreed) for one in charts.stretches],
        axis=charts.axis.text(),
        heads=heads,
        rows=rows,
        has_total=len(rows) > len(answer.rows),
        notes=[note for note in (left_out, *warned) if note],
    )


def show_report(jobs: Jobs, sheet: ReportSheet, around: Surroundings, parent: QWidget, *, save: bool) -> None:
    """Open the preview of a report; with `save` it asks at once where to save the PDF."""
    from ui.printing.preview import PrintPreview, Wanted  # noqa: PLC0415 - Qt's part for PDF is loaded when wanted

    chart = ("chart", QCoreApplication.translate("ReportPaper", "Chart"), True)
    table = ("table", QCoreApplication.translate("ReportPaper", "Table"), True)
    wanted = Wanted(
        kind="report",
        heading=QCoreApplication.translate("ReportPaper", "Print report"),
        title=sheet.title,
        make=printed_report,
        args=(sheet,),
        parts=(chart, table) if sheet.bars or sheet.stretches else (),
        language=around.words.language,
        languages=False,
    )
    dialog = PrintPreview(jobs, wanted, parent, save=save)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
