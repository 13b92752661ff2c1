"""Moving leads: places, stays, milestones, gates."""

from decimal import Decimal

import pytest

from app import leads, things
from app.errors import NotFoundError, RefusedError
from app.workspace import Workspace


def stage(workspace: Workspace, name: str) -> int:
    return workspace.context().stage(name).id


def new_lead(workspace: Workspace, name: str, **values: object) -> int:
    return workspace.write(leads.create, {"name": name, **values}).entries[0].id


def column(workspace: Workspace, name: str) -> list[str]:
    board = workspace.read(leads.board)
    return next([card.name for card in one.cards] for one in board.columns if one.stage.name == name)


def test_a_card_lands_below_the_one_it_was_dropped_on(workspace: Workspace) -> None:
    a, b, c = (new_lead(workspace, name) for name in "abc")
    qualified = stage(workspace, "Qualified")
    workspace.write(leads.move, a, qualified)
    workspace.write(leads.move, b, qualified, after=a)
    workspace.write(leads.move, c, qualified, after=a)
    assert column(workspace, "Qualified") == ["a", "c", "b"]
    workspace.write(leads.move, b, qualified)
    assert column(workspace, "Qualified") == ["b", "a", "c"]
    workspace.write(leads.move, b, qualified, after=c)
    assert column(workspace, "Qualified") == ["a", "c", "b"]


def test_ranks_stay_unique_and_short_in_one_gap(workspace: Workspace) -> None:
    names = [f"n{number}" for number in range(4)]
    numbers = [new_lead(workspace, name) for name in names]
    new = stage(workspace, "New")
    for turn in range(260):
        workspace.write(leads.move, numbers[1 + turn % 2], new, after=numbers[0])
    board = workspace.read(leads.board)
    cards = next(one.cards for one in board.columns if one.stage.id == new)
    assert len(cards) == 4
    assert max(len(card.rank) for card in cards) <= 60


def test_moving_writes_stays_and_milestones(workspace: Workspace) -> None:
    number = new_lead(workspace, "a", value="10.50")
    workspace.write(leads.move, number, stage(workspace, "Sales qualified"))
    with workspace.reading() as session:
        row = (
            session.connection()
            .exec_driver_sql("SELECT lead_at, mql_at, sql_at, opportunity_at, entered_at FROM leads")
            .one()
        )
        stays = session.connection().exec_driver_sql("SELECT entered_at, left_at FROM stays ORDER BY id").all()
    assert row.mql_at == row.sql_at == row.entered_at
    assert row.lead_at < row.mql_at
    assert row.opportunity_at is None
    assert stays[0].left_at == stays[1].entered_at == row.entered_at
    assert stays[1].left_at is None


def test_losing_needs_its_reason_and_other_its_note(workspace: Workspace) -> None:
    number = new_lead(workspace, "a")
    lost = stage(workspace, "Lost")
    context = workspace.context()
    with pytest.raises(RefusedError, match="reason"):
        workspace.write(leads.move, number, lost)
    with pytest.raises(RefusedError, match="reason"):
        workspace.write(leads.move, number, lost, reason=context.reason("Not qualified").id)
    with pytest.raises(RefusedError, match="note"):
        workspace.write(leads.move, number, lost, reason=context.reason("Other").id)
    workspace.write(leads.move, number, lost, reason=context.reason("Other").id, note="moved abroad")
    assert column(workspace, "Lost") == ["a"]
    assert column(workspace, "New") == []


def test_a_stage_that_left_the_board_takes_no_leads(workspace: Workspace) -> None:
    number = new_lead(workspace, "a")
    nurturing = stage(workspace, "Nurturing")
    workspace.write(things.edit, "stage", nurturing, {"archived_at": workspace.clock()})
    with pytest.raises(RefusedError, match="archived"):
        workspace.write(leads.move, number, nurturing)
    with pytest.raises(NotFoundError):
        workspace.write(leads.move, number, 999)
    with pytest.raises(NotFoundError):
        workspace.write(leads.move, 999, stage(workspace, "New"))


def test_the_board_counts_and_sums_by_currency(workspace: Workspace) -> None:
    new_lead(workspace, "a", value="10.10", currency="EUR")
    new_lead(workspace, "b", value="20.20")
    new_lead(workspace, "c", value="5", currency="USD")
    won = new_lead(workspace, "d", value="7")
    workspace.write(leads.move, won, stage(workspace, "Won"))
    columns = {one.stage.name: one for one in workspace.read(leads.board).columns}
    assert columns["New"].count == 3
    assert columns["New"].total == {"EUR": Decimal("30.30"), "USD": Decimal("5.00")}
    assert (columns["Won"].count, columns["Won"].total) == (1, {"EUR": Decimal("7.00")})


def test_the_newest_closed_leads_have_cards_and_the_figures_are_of_all(workspace: Workspace) -> None:
    new_lead(workspace, "open")
    for number, end in enumerate(("Won", "Lost", "Won", "Won")):
        lead = new_lead(workspace, f"{end} {number}", value=f"{number}.5", currency="USD" if number == 2 else "EUR")
        why = workspace.context().reason("Other", "lost").id if end == "Lost" else None
        workspace.write(leads.move, lead, stage(workspace, end), reason=why, note="moved")
    plain = new_lead(workspace, "Won at no price")
    workspace.write(leads.move, plain, stage(workspace, "Won"))
    columns = {one.stage.name: one for one in workspace.read(leads.board, closed=2).columns}
    assert [card.name for card in columns["New"].cards] == ["open"]
    assert [card.name for card in columns["Won"].cards] == ["Won at no price", "Won 3"]
    assert columns["Won"].count == 4
    assert columns["Won"].total == {"EUR": Decimal("4.00"), "USD": Decimal("2.50")}
    assert (columns["Lost"].cards, columns["Lost"].count) == ((), 1)
    assert columns["Lost"].total == {"EUR": Decimal("1.50")}
    narrowed = {one.stage.name: one for one in workspace.read(leads.board, "currency:USD").columns}
    assert [card.name for card in narrowed["Won"].cards] == ["Won 2"]
    assert (narrowed["Won"].count, narrowed["New"].count) == (1, 0)
