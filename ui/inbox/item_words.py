"""What is said of a thing that waits: its group, its two lines, and how long is left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject

from app.handoffs.reading import HandoffRow
from app.handoffs.running import Running
from app.inbox_items import Item
from ui.around import Surroundings
from ui.handoffs import words as handoff_words
from ui.words import Due

_QUOTED = 120


class ItemWords(QObject):
    """The words, in the window's language."""

    def group(self, group: str) -> str:
        """Return the name of a group."""
        return {
            "handoffs": self.tr("Handoffs to answer"),
            "clocks": self.tr("Clocks about to run out"),
            "mentions": self.tr("Mentions"),
            "tasks": self.tr("Tasks due"),
            "disputes": self.tr("Disputes"),
        }[group]

    def chip(self, group: str) -> str:
        """Return a group's name as short as a chip has it; "" is everything."""
        return {
            "": self.tr("Everything"),
            "handoffs": self.tr("Handoffs"),
            "clocks": self.tr("Clocks"),
            "mentions": self.tr("Mentions"),
            "tasks": self.tr("Tasks"),
            "disputes": self.tr("Disputes"),
        }[group]

    def title(self, one: Item) -> str:
        """Return the first line."""
        who = one.who or self.tr("A colleague")
        if one.sort == "handoff":
            return " · ".join(part for part in (one.record, one.company) if part)
        if one.sort == "mention":
            return self.tr("{who} on {record}").format(who=who, record=one.record)
        if one.sort == "dispute":
            return self.tr("{who} disputes the rejection of {record}").format(who=who, record=one.record)
        return one.text

    def below(self, one: Item, around: Surroundings) -> str:
        """Return the second line."""
        if one.sort == "handoff":
            parts = [one.source] if one.source else []
            if one.score is not None:
                parts.append(self.tr("score {n}").format(n=around.words.number(one.score)))
            sender = self.tr("from {who}").format(who=one.who) if one.who else ""
            return " · ".join(part for part in (", ".join(parts), sender) if part)
        if one.sort == "mention":
            return f"“{' '.join(one.text.split())[:_QUOTED]}”"
        if one.sort == "dispute":
            note = f"“{' '.join(one.text.split())[:_QUOTED]}”"
            return self.tr("{note} · waits for a ruling").format(note=note)
        if one.group == "clocks":
            return self.tr("{record} · promised in the agreement").format(record=one.record)
        if one.kind == "meeting":
            return self.tr("Action of the meeting {meeting}").format(meeting=one.record)
        return one.record

    def due(self, one: Item, around: Surroundings) -> Due:
        """Return how long is left, or when it came; an icon stands where it is a time that runs out."""
        if one.clock is not None:
            return handoff_words.clock_due(Running("answer", one.clock), around)
        if one.due_at is None:
            return Due(around.words.day(one.at, around.now), "muted", "")
        if one.left is not None and one.due_at > around.now:
            return handoff_words.time_left(one.left // timedelta(minutes=1), "warn", around)
        if one.sort == "task" and one.group == "tasks":
            zone = around.context.zone
            if one.due_at.astimezone(zone).date() == around.now.astimezone(zone).date() and one.due_at > around.now:
                return Due(self.tr("Today"), "warn", "clock")
            if one.due_at > around.now:
                return Due(around.words.day(one.due_at, around.now), "muted", "")
        return around.words.due_by(one.due_at, around.now)

    def as_said(self, items: Sequence[Item], handoff: HandoffRow, around: Surroundings) -> list[Item] | None:
        """Return things with the clock of an open handoff as it was read; None where they say the same already."""
        known = next((one for one in items if one.key == ("handoff", handoff.id)), None)
        if known is None or not handoff.is_open:
            return None
        newer = replace(known, clock=handoff.clock)
        if self.due(newer, around) == self.due(known, around):
            return None
        return [newer if one is known else one for one in items]

    def icon(self, one: Item) -> tuple[str, str]:
        """Return the drawing of a thing that has no face, and the token of its colour."""
        if one.sort == "dispute":
            return "scale", "warn"
        return ("alarm-clock", "bad") if one.group == "clocks" else ("square-check", "accent")

    def head(self, one: Item) -> str:
        """Return what stands above the chosen thing."""
        who = one.who or self.tr("A colleague")
        if one.sort == "handoff":
            return self.tr("{who} hands {record} over to you").format(who=who, record=one.record)
        if one.sort == "mention":
            return self.tr("{who} wrote to you").format(who=who)
        return self.title(one)

    def when(self, one: Item, around: Surroundings) -> str:
        """Return when it came and what it is about."""
        when = around.words.moment(one.at, around.now)
        return " · ".join(part for part in (one.record, when) if part)
