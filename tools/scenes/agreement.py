"""Scenes of the agreement."""

from app import finding
from app.agreement import drafts, papers
from app.fields import LEAD
from app.workspace import open_workspace
from tools.scenes.meetings import exemplify
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui.agreement.agreement_page import AgreementPage
from ui.printing.preview import PrintPreview


def _open(stage: Stage, row: int = 0) -> AgreementPage:
    stage.window.go_to("agreement")
    page = stage.window.agreement
    stage.until(lambda: page.pane is not None)
    page.parts.setCurrentRow(row)
    if row == 0:
        stage.until(lambda: page.pane is not None and page.pane.found.isVisible())
    stage.rest()
    return page


def _first(stage: Stage) -> None:
    _open(stage)


def _published(stage: Stage) -> int:
    with open_workspace(stage.url, clock=lambda: NOW) as priya:
        number = priya.read(papers.draft_id) or 0
        priya.write(drafts.sign, number, "marketing")
    with open_workspace(stage.url, as_member="Tom Becker", clock=lambda: NOW) as tom:
        tom.write(drafts.sign, number, "sales")
        tom.write(drafts.publish, number)
    return number


def _examples(stage: Stage) -> None:
    """The definition with its examples, and the list of them open."""
    number = _published(stage)
    with open_workspace(stage.url, clock=lambda: NOW) as priya:
        keys = [one.key for one in priya.read(papers.paper, number).terms.definition("mql")]
        priya.write(exemplify, keys[0])
    page = _open(stage)
    stage.until(lambda: page.pane is not None and page.pane.examples.found)
    page.examples.open_all()
    stage.take_dialogs()


def _in_force(stage: Stage) -> None:
    _published(stage)
    _open(stage)


def _changed(stage: Stage) -> None:
    """A second draft with a few changes, signed by one team."""
    _published(stage)
    with open_workspace(stage.url, clock=lambda: NOW) as priya:
        priya.write(drafts.begin)
        number = priya.read(papers.draft_id) or 0
        terms = priya.read(papers.paper, number).terms
        keyed = {one.key: one.id for one in terms.clauses}
        priya.write(drafts.change, number, {"mql_points": 45})
        priya.write(drafts.edit, "clause", keyed["role"], {"points": 25, "label": "We know what they do"})
        priya.write(drafts.remove, "clause", keyed["event"])
        priya.write(drafts.add, number, "clause", {"milestone": "mql", "query": "value>=10000", "points": 20})
        priya.write(drafts.sign, number, "marketing")
    _open(stage)


def _checked(stage: Stage) -> None:
    """A lead that the draft does not let through yet, with what each clause says of it."""
    _changed(stage)
    page = stage.window.agreement
    check = page.check
    with open_workspace(stage.url, clock=lambda: NOW) as priya:
        number = priya.read(finding.ids, LEAD, "state:open")[0]
    check.show_lead(number)
    stage.until(lambda: check.tried is not None)
    check.why.setChecked(True)
    stage.rest()


def _condition(stage: Stage) -> None:
    """The condition of a clause is changed."""
    page = _open(stage)
    assert page.pane is not None  # noqa: S101 - it was waited for
    chips = next(one for one in page.pane.chips.values() if any(part.condition for part in one.parts))
    chips.opened.emit(next(place for place, part in enumerate(chips.parts) if part.condition))
    stage.rest()


def _texts(stage: Stage) -> None:
    """The clauses as the text of the query language."""
    page = _open(stage)
    page.show_text(on=True)
    stage.until(lambda: page.pane is not None and page.pane.found.isVisible())
    stage.rest()


def _ruled(stage: Stage) -> None:
    """Two rules before the route, which goes in turn."""
    with open_workspace(stage.url, clock=lambda: NOW) as priya:
        people = {one.name: one.id for one in priya.context().members.values()}
        rules = [
            {"query": "country:Spain or country:Portugal", "member_id": people["Diego Fuentes"]},
            {"query": "value>=50000", "member_id": people["Tom Becker"]},
        ]
        number = priya.read(papers.draft_id) or 0
        priya.write(drafts.change, number, {"route": "turn", "route_rules": rules})
    _open(stage, 4)


def _history(stage: Stage) -> None:
    _changed(stage)
    page = stage.window.agreement
    page.show_tab("history")
    stage.until(lambda: bool(page.history.changes))
    stage.rest()


def _contract(stage: Stage) -> None:
    """The draft's contract before it is printed."""
    _changed(stage)
    stage.window.agreement.print_contract()
    preview = next(one for one in stage.window.findChildren(PrintPreview) if one.isVisible())
    stage.until(lambda: bool(preview.pdf))
    stage.rest()
    stage.take_dialogs()


def _part(row: int) -> Scene:
    def play(stage: Stage) -> None:
        _open(stage, row)

    return Scene(play)


SCENES: Scenes = {
    "agreement-examples": Scene(_examples),
    "agreement": Scene(_first),
    "agreement-in-force": Scene(_in_force),
    "agreement-changed": Scene(_changed),
    "agreement-changed-small": Scene(_changed, SMALL),
    "agreement-check": Scene(_checked),
    "agreement-check-small": Scene(_checked, SMALL),
    "agreement-condition": Scene(_condition),
    "agreement-text": Scene(_texts),
    "agreement-history": Scene(_history),
    "agreement-history-small": Scene(_history, SMALL),
    "agreement-contract": Scene(_contract),
    "agreement-plays": _part(3),
    "agreement-rule": Scene(_ruled),
    "agreement-promises": _part(5),
    "agreement-review": _part(6),
}
