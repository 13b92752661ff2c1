"""The views that a new workspace comes with, in the window's language, as long as nobody gave them another name."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.views import View

FIRST = (
    QT_TRANSLATE_NOOP("FirstViews", "Reply overdue"),
    QT_TRANSLATE_NOOP("FirstViews", "My leads"),
    QT_TRANSLATE_NOOP("FirstViews", "Hot this week"),
    QT_TRANSLATE_NOOP("FirstViews", "No next step"),
)


def named(view: View) -> View:
    """Return a view under the name by which the window shows it."""
    if view.kind == "lead" and view.name in FIRST:
        return replace(view, name=QCoreApplication.translate("FirstViews", view.name))
    return view
