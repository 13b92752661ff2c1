"""Scenes of the inbox."""

from datetime import time, timedelta

from app import digest, feed, quiet, replies
from app.workspace import open_workspace
from tools.scenes import handoffs
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui.inbox.page import InboxPage

_ASKED = (
    "@Priya could Fjord Freight speak at the March webinar? Grace’s question in the last one got the most replies of "
    "the evening, and eleven of the people who wrote back are logistics leads."
)
_ANSWERED = "Good idea, but after the proposal is signed, please. Legal has it until Wednesday."


def _filled(stage: Stage) -> InboxPage:
    """Let notes name who looks at the picture, one of them answered, beside tasks and handoffs."""
    handoffs.prepared(stage)
    with (
        open_workspace(stage.url, "tom@harbor.example", clock=lambda: NOW - timedelta(hours=2)) as tom,
        open_workspace(stage.url, "sofia@harbor.example", clock=lambda: NOW - timedelta(hours=1)) as sofia,
    ):
        asked = tom.write(feed.add, "contact", 7, "note", _ASKED)
        note = next(one.id for one in asked.entries if one.kind == "activity")
        sofia.write(replies.reply, note, _ANSWERED)
        sofia.write(replies.react, note, replies.SIGNS[0])
        sofia.write(feed.add, "contact", 12, "note", "@Priya which three questions do you hear most?")
    stage.window.go_to("inbox")
    page = stage.window.waiting
    stage.until(lambda: len(page.list.model_.items) > 3)  # noqa: PLR2004 - notes and handoffs
    stage.rest()
    return page


def _choose(page: InboxPage, sort: str, word: str = "") -> None:
    found = next(one for one in page.list.model_.items if one.sort == sort and word in one.text)
    page.list.choose(page.list.model_.row_of(found.key) or 0)


def _full(stage: Stage) -> None:
    page = _filled(stage)
    _choose(page, "mention", "webinar")
    stage.rest()


def _replying(stage: Stage) -> None:
    _full(stage)
    page = stage.window.waiting
    page.begin_reply()
    page.view.reply.setPlainText("Yes, I’ll ask Grace about the webinar on Tuesday")
    stage.rest()


def _handoff(stage: Stage) -> None:
    page = _filled(stage)
    _choose(page, "handoff")
    stage.rest()


def _digest(stage: Stage) -> None:
    """Let the day begin: the toast, and the same on the inbox's top."""
    page = _filled(stage)
    digest.want(on=True)
    stage.window.inbox.load()
    stage.until(stage.window.toast.isVisible)
    page.load()
    stage.until(page.digest.isVisible)
    _choose(page, "mention", "webinar")
    stage.rest()


def _empty(stage: Stage) -> None:
    stage.window.go_to("inbox")
    page = stage.window.waiting
    stage.rest()
    page.narrow("disputes")
    stage.rest()


def _quiet(stage: Stage) -> None:
    """Pause within quiet hours: what is said, and until when it is really quiet."""
    page = _filled(stage)
    quiet.keep(time(10), time(12))
    page.pause.turn()
    stage.until(stage.window.toast.isVisible)
    stage.rest()


SCENES: Scenes = {
    "inbox": Scene(_full),
    "inbox-replying": Scene(_replying),
    "inbox-handoff": Scene(_handoff),
    "inbox-small": Scene(_full, SMALL),
    "inbox-handoff-small": Scene(_handoff, SMALL),
    "inbox-digest": Scene(_digest),
    "inbox-nothing": Scene(_empty),
    "inbox-quiet": Scene(_quiet, SMALL),
}
