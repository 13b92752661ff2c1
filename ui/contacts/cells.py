"""What the cells of the table of contacts say and are painted with; nothing of the database is loaded for it."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

from PySide6.QtCore import QRect, QRectF

from app.contact_row import ContactRow
from ui.leads.colours import StageLook, stage_token
from ui.lists.cells import Cells
from ui.lists.column import Column
from ui.lists.plain import Plain, day
from ui.painting import NORMAL, Brush
from ui.words import Words

PLAIN = (
    "phone",
    "company",
    "job_title",
    "first_name",
    "last_name",
    "street",
    "postcode",
    "country",
    "language",
    "campaign",
    "external_id",
)
"""Columns that say what stands in a field, beside those that a list shows at first."""
_RING = 32
_SMALL_RING = 28
_DOT = 8
_LATELY = timedelta(days=7)


class Stages(Protocol):
    """The stages of a workspace, by id."""

    @property
    def stages(self) -> Mapping[int, StageLook]:
        """Them."""
        ...


class Around(Protocol):
    """What the words of a cell depend on besides its row."""

    @property
    def context(self) -> Stages:
        """The workspace's small lists."""
        ...

    @property
    def words(self) -> Words:
        """The window's language."""
        ...

    @property
    def now(self) -> datetime:
        """The present moment."""
        ...


class ContactCells(Cells):
    """Paints the cells of contacts."""

    around: Around

    def cell(self, brush: Brush, area: QRect, row: Any, column: Column) -> None:
        """Paint what a contact says in a column."""
        whole = self.inner(area)
        if column.name == "name":
            self.named(brush, area, row.name, row.company or row.job_title)
        elif column.name == "email":
            self.two_lines(brush, whole, row.email or row.phone, row.phone if row.email else "")
        elif column.name == "owner":
            self.owned(brush, area, row.owner)
        elif column.name == "stage":
            self._stage(brush, whole, row)
        elif column.name == "score":
            if row.score is not None:
                size = _SMALL_RING if self.theme.is_compact else _RING
                brush.ring(whole.left(), area.top() + (area.height() - size) / 2, size, row.score)
        elif column.name == "tags":
            self.tagged(brush, whole, row.tags)
        else:
            super().cell(brush, area, row, column)

    def _stage(self, brush: Brush, whole: QRectF, row: ContactRow) -> None:
        stage = None if row.stage_id is None else self.around.context.stages.get(row.stage_id)
        if stage is not None:
            brush.dot(whole.left(), whole.center().y() - _DOT / 2, _DOT, stage_token(stage))
            brush.text(whole.adjusted(_DOT + 7, 0, 0, 0), stage.name, NORMAL, "text")


def texts(around: Around) -> Mapping[str, Callable[[Any], str]]:
    """Return what a contact says in each column that every workspace has, by the column's name."""
    tell = _Tell(around)
    return {
        "name": _named,
        "stage": tell.stage,
        "owner": _owned,
        "tags": _tagged,
        "active": tell.active,
        "score": _scored,
        "email": _reached,
        "city": _lives,
        "source": Plain("source"),
        "added": tell.added,
        "updated": tell.updated,
        **{name: Plain(name) for name in PLAIN},
    }


class _Tell:
    """What rows say that depends on the workspace's lists and the time."""

    def __init__(self, around: Around) -> None:
        self.around = around

    def stage(self, row: ContactRow) -> str:
        """Return the name of the stage."""
        stage = None if row.stage_id is None else self.around.context.stages.get(row.stage_id)
        return "" if stage is None else stage.name

    def active(self, row: ContactRow) -> str:
        """Return when something was last done; of what is long past the hour is of no interest."""
        if row.active_at is None:
            return ""
        words, now = self.around.words, self.around.now
        told = words.moment if now - row.active_at < _LATELY else words.day
        return told(row.active_at, now)

    def added(self, row: ContactRow) -> str:
        """Return the day on which the contact came in."""
        return day(self.around.words, row.created_at)

    def updated(self, row: ContactRow) -> str:
        """Return the day on which the contact was last changed."""
        return "" if row.updated_at is None else day(self.around.words, row.updated_at)


def _named(row: ContactRow) -> str:
    return f"{row.name}, {row.company}" if row.company else row.name


def _reached(row: ContactRow) -> str:
    return ", ".join(text for text in (row.email, row.phone) if text)


def _owned(row: ContactRow) -> str:
    return row.owner


def _tagged(row: ContactRow) -> str:
    return ", ".join(row.tags)


def _scored(row: ContactRow) -> str:
    return "" if row.score is None else str(row.score)


def _lives(row: ContactRow) -> str:
    return ", ".join(text for text in (row.city, row.country) if text)
