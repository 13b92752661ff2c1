"""What every page has in common. A page is made in `ui.window`, shown by its place, and told of what concerns it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.views import View
from ui.actions import Action
from ui.around import Surroundings


class Page(QWidget):
    """A page. `place` is its name in the program, `title` the one for people, `icon` its drawing in the sidebar.

    A page over a list of contacts, companies or leads says so by `kind`: then it shows saved views of that kind. One
    that has no place of its own in the sidebar stands behind another, its `home`. One
    that shows a single thing of another kind, as a meeting, says which by `holds`.
    """

    said = Signal(str, object)  # what was done, in a sentence, and the Change that undo takes back (or None)
    failed = Signal(object)  # KnownError: something asked for here could not be had
    record_asked = Signal(str, int)  # kind and id of a record that stands on another page
    turned_to = Signal(str)  # the place of a page that is to be shown; one of its tabs after a slash
    acts_changed = Signal()  # what can be done here is another than before
    list_asked = Signal(str, str)  # kind and query: what another page's list is to show

    def __init__(self, place: str, title: str, icon: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place = place
        self.title = title
        self.icon = icon
        self.kind = ""
        self.home = ""
        self.holds = ""
        self.around = around

    def load(self) -> None:
        """Read what the page shows, anew if it was read before."""

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self.around = around

    def take_focus(self) -> None:
        """Put the focus where keys go about the page."""
        self.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done on this page; the window puts it into menus and the palette."""
        return ()

    def open_record(self, record_id: int) -> None:
        """Show one of the page's records, whatever its list is narrowed to."""

    def show_tab(self, name: str) -> None:
        """Show one of the page's tabs."""

    def query_in_force(self) -> str:
        """Return the query that the page's list is narrowed by."""
        return ""

    def show_query(self, query: str) -> None:
        """Narrow the page's list, as a saved view does."""

    def show_view(self, view: View) -> None:
        """Show what a saved view shows: its query, and whatever else it keeps of the page's list."""
        self.show_query(view.query)

    def view_settings(self) -> dict[str, Any]:
        """Return what a view keeps of the page's list besides its query."""
        return {}

    def panes(self) -> Sequence[QWidget]:
        """Return the parts of the page that F6 goes to, in order; those that are not in sight are passed over."""
        return (self,)

    def stop(self) -> None:
        """End what goes on by itself; the window closes."""
