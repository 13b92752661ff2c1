"""Refusals in the window's language: what is named by a code is said anew, anything else as it stands."""

from PySide6.QtCore import QCoreApplication

from app.errors import KnownError


def said(error: KnownError) -> str:
    """Return the sentence for a refusal."""
    found = _sentences().get(error.code) if error.code else None
    return str(error) if found is None else found.format(**error.facts)


def _sentences() -> dict[str, str]:
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
        "meeting.closed": QCoreApplication.translate(
            "Refusals", "That meeting is closed, and its minutes stand. Write it down in the next one."
        ),
        "meeting.gone": QCoreApplication.translate("Refusals", "That meeting was moved to the bin."),
    }
