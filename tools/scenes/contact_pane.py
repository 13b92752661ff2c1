"""Scenes of the pane of a contact."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from app import contacts, feed, leads, records, replies, tasks
from app.fields import LEAD
from app.workspace import open_workspace
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage


def _busy(session: Any) -> int:
    """Return a contact who has an open lead with a next step."""
    card = next(one for one in leads.board(session).columns[2].cards if one.next_step)
    lead = records.require(session, LEAD, card.id)
    return int(lead["contact"])


def _chosen(stage: Stage) -> int:
    """Choose a contact with an open lead and show them."""
    page = stage.window.contacts
    stage.window.go_to("contacts")
    with open_workspace(stage.url, clock=lambda: NOW) as workspace:
        number = workspace.read(_busy)
        workspace.write(feed.add, "contact", number, "note", "Asked @Diego Fuentes for the new price list.")
        workspace.write(feed.add, "contact", number, "call", "Wants a rollout in two sites before March.", "out", 12)
        workspace.write(tasks.add, "contact", number, "Send the price list")
    stage.until(page.model.rowCount)
    page.open_record(number)
    stage.until(lambda: page.details.detail is not None and page.details.detail.id == number)
    stage.wait(600)
    return number


def _pane(stage: Stage) -> None:
    _chosen(stage)


def _talked(stage: Stage) -> None:
    """Let a note be pinned and answered, and another have signs below it."""
    number = _chosen(stage)
    details = stage.window.contacts.details
    with (
        open_workspace(stage.url, "tom@harbor.example", clock=lambda: NOW - timedelta(hours=2)) as tom,
        open_workspace(stage.url, "sofia@harbor.example", clock=lambda: NOW - timedelta(hours=1)) as sofia,
    ):
        first = tom.write(
            feed.add, "contact", number, "note", "Never call before ten: she is on the road with her team."
        )
        pinned = next(one.id for one in first.entries if one.kind == "activity")
        tom.write(replies.pin, pinned)
        sofia.write(replies.reply, pinned, "Her assistant answers from nine on, and knows the project.")
        sofia.write(replies.react, pinned, "thanks")
        asked = next(one.item for one in details.timeline.lines if one.item.what == "call")
        tom.write(replies.reply, asked.id, "Then the offer has to go out this week.")
        for one in (tom, sofia):
            one.write(replies.react, asked.id, "agree")
    details.read()
    stage.until(lambda: any(one.placed.is_on_top for one in details.timeline.lines))
    stage.wait()
    stage.wait()
    details.area.verticalScrollBar().setValue(details.timeline.y() - 12)


def _answering(stage: Stage) -> None:
    _talked(stage)
    line = stage.window.contacts.details.timeline
    line.lines[0].reply_asked.emit(line.lines[0].placed)
    line.box.writing.setPlainText("Thanks, I will ask for him first.")
    stage.wait()


def _colleagues(stage: Stage) -> None:
    _chosen(stage)
    stage.window.contacts.details.colleagues.tell(("Tom Becker", "Sofia Marin"))


def _log(stage: Stage) -> None:
    _chosen(stage)
    details = stage.window.contacts.details
    details.composer.begin("call")
    details.composer.writing.setPlainText("Left a message: two sites before March, the budget is confirmed.")
    details.composer.minutes.setValue(4)


def _task(stage: Stage) -> None:
    _chosen(stage)
    details = stage.window.contacts.details
    details.add_task()
    details.composer.task.setText("Send the offer @Tom Friday")


def _disputed(stage: Stage) -> None:
    number = _chosen(stage)
    details = stage.window.contacts.details
    row = details.form.rows["city"]
    row.field.setFocus()
    row.field.setText("Leeds")
    row.field.setModified(True)
    with open_workspace(stage.url, clock=lambda: NOW) as workspace:
        workspace.write(contacts.edit, number, {"city": "Hull"})
    stage.until(row.choice.isVisible)
    stage.wait()
    details.area.ensureWidgetVisible(row.choice, 0, 200)


def _wrong(stage: Stage) -> None:
    _chosen(stage)
    row = stage.window.contacts.details.form.many["emails"].rows[0]
    row.field.setFocus()
    row.field.setText("amelia at northwind")
    row.field.setModified(True)
    row.field.editingFinished.emit()


def _consent(stage: Stage) -> None:
    _chosen(stage)
    details = stage.window.contacts.details
    details.consents.add.click()
    stage.wait()
    details.area.ensureWidgetVisible(details.consents.form)


def _long(stage: Stage) -> None:
    number = _chosen(stage)
    long = "Pneumonoultramicroscopicsilicovolcanoconiosis " * 6
    with open_workspace(stage.url, clock=lambda: NOW) as workspace:
        values = {"last_name": long, "tags": [long[:60], "a", "b"], "job_title": long, "city": "<b>x</b>" * 40}
        workspace.write(contacts.edit, number, values)
        workspace.write(feed.add, "contact", number, "note", "x" * 400 + "\n<img src=x>\u202eright\n" + long)
    stage.until(stage.window.contacts.pill.isVisible)


SCENES: Scenes = {
    "contact-notes": Scene(_talked),
    "contact-reply": Scene(_answering, SMALL),
    "pane": Scene(_pane),
    "pane-small": Scene(_pane, SMALL),
    "pane-200": Scene(_pane, SMALL, scale=2),
    "pane-rtl": Scene(_pane, direction=Qt.LayoutDirection.RightToLeft),
    "pane-colleagues": Scene(_colleagues),
    "pane-log": Scene(_log),
    "pane-task": Scene(_task),
    "pane-two-values": Scene(_disputed),
    "pane-wrong": Scene(_wrong),
    "pane-consent": Scene(_consent),
    "pane-long": Scene(_long),
}
