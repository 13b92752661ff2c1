"""The dialogs that belong to the window as a whole: settings, keys, the guide, and the report of a fault."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.faults import Fault
from app.wording import Language
from ui.actions import Action
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.help.guide import GuideWindow
    from ui.report.dialog import ReportDialog
    from ui.settings.working_time import WorkingTimeDialog


class Dialogs(QObject):
    """Opens them over a window; none of them stops the work but settings and keys, which change nothing of it."""

    theme_chosen = Signal(str)
    import_asked = Signal()
    said = Signal(str, object)  # what was done in one of them, and its Change

    def __init__(self, window: QWidget, jobs: Jobs, theme: Theme, around: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._jobs, self._around = jobs, around
        self._theme = theme
        self._language: Language = around.words.language
        self.report: ReportDialog | None = None
        self.guide: GuideWindow | None = None
        self.working_time: WorkingTimeDialog | None = None

    def show_settings(self, pages: Sequence[tuple[str, str]]) -> None:
        """Open the settings; `pages` are the places that can come first, with their titles."""
        from ui.settings.dialog import SettingsDialog  # noqa: PLC0415 - made when wanted, no part of a start

        dialog = SettingsDialog(self._theme, pages, self._window)
        dialog.theme_chosen.connect(self.theme_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_working_time(self) -> None:
        """Open what says when the workspace works."""
        from ui.settings.working_time import WorkingTimeDialog  # noqa: PLC0415 - made when wanted, no part of a start

        self.working_time = dialog = WorkingTimeDialog(self._jobs, self._around, self._window)
        dialog.said.connect(self.said)
        dialog.finished.connect(self._forget_working_time)
        dialog.open()

    def _forget_working_time(self) -> None:
        if self.working_time is not None:
            self.working_time.deleteLater()
            self.working_time = None

    def take_around(self, around: Surroundings) -> None:
        """Let the dialogs know what changed, and one follow that shows what colleagues may change."""
        self._around = around
        if self.working_time is not None:
            self.working_time.take_around(around)

    def show_keys(self, menus: Sequence[tuple[str, str]], table: Sequence[Action]) -> None:
        """Open the sheet of keys."""
        from ui.help.keys import KeysDialog  # noqa: PLC0415 - made when wanted, no part of a start

        dialog = KeysDialog(menus, table, self._window)
        dialog.guide_asked.connect(self.show_guide)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_steps(self) -> None:
        """Open the first steps of a new workspace, or take them up again."""
        from ui.welcome.steps import StepsDialog  # noqa: PLC0415 - made when wanted, no part of a start

        dialog = StepsDialog(self._jobs, self._around, self._window)
        dialog.said.connect(self.said)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._ask_for_list)
        dialog.open()

    def _ask_for_list(self) -> None:
        from ui.welcome.bring import BringDialog  # noqa: PLC0415 - made when wanted, no part of a start

        dialog = BringDialog(self._window)
        dialog.import_asked.connect(self.import_asked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_who(self) -> None:
        """Ask who somebody is who opened the workspace for the first time."""
        from ui.welcome.who import WhoDialog  # noqa: PLC0415 - made when wanted, no part of a start

        dialog = WhoDialog(self._jobs, self._around, self._window)
        dialog.said.connect(self.said)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_guide(self) -> None:
        """Open the guide, or bring it to the front."""
        if self.guide is None:
            from ui.help.guide import GuideWindow  # noqa: PLC0415 - made when wanted, no part of a start

            self.guide = GuideWindow(self._theme, self._language)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def say_fault(self, fault: Fault) -> None:
        """Tell of a fault of Tandem's own, or add it to what is told."""
        if self.report is None:
            from ui.report.dialog import ReportDialog  # noqa: PLC0415 - made when wanted, no part of a start

            self.report = ReportDialog(fault, self._window)
            self.report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.report.destroyed.connect(self._forget_report)
            self.report.show()
        else:
            self.report.add(fault)

    def may_lose(self, count: int) -> bool:
        """Ask whether saves that have not reached the database may be lost."""
        box = QMessageBox(self._window)
        box.setText(self.tr("%n changes have not reached the database yet.", None, count))
        box.setInformativeText(self.tr("They are lost if Tandem closes before the connection is back."))
        stay = box.addButton(self.tr("Keep Tandem open"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is not stay

    def close(self) -> None:
        """Close what has a window of its own; the main window closes."""
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None
        if self.report is not None:
            self.report.close()

    def _forget_report(self) -> None:
        self.report = None
