"""Many leads moved in one act, and stages that take no more."""

import random

import pytest

from app import leads, moving, rank, stages, undo
from app.errors import NotFoundError, RefusedError
from app.moving import Block
from app.workspace import Workspace
from tests.app.test_leads import column, new_lead, stage


def made(workspace: Workspace, names: str) -> dict[str, int]:
    return {name: new_lead(workspace, name) for name in reversed(names)}


def test_many_go_together_in_their_order_and_come_back_with_one_undo(workspace: Workspace) -> None:
    ids = made(workspace, "abcdef")
    qualified = stage(workspace, "Qualified")
    workspace.write(leads.move, ids["f"], qualified)
    change = workspace.write(moving.move_all, [Block((ids["d"], ids["a"], ids["b"]), qualified, ids["f"])])
    assert column(workspace, "Qualified") == ["f", "d", "a", "b"]
    assert column(workspace, "New") == ["c", "e"]
    assert change.subject == "d, a, b"
    workspace.write(undo.undo)
    assert column(workspace, "Qualified") == ["f"]
    assert column(workspace, "New") == ["a", "b", "c", "d", "e"]
    workspace.write(undo.redo)
    assert column(workspace, "Qualified") == ["f", "d", "a", "b"]


def test_within_a_stage_any_of_them_go_anywhere(workspace: Workspace) -> None:
    ids = made(workspace, "abcdefgh")
    new, chance = stage(workspace, "New"), random.Random(7)  # noqa: S311 - the same turns each time
    for _ in range(25):
        before = column(workspace, "New")
        chosen = chance.sample(before, chance.randint(1, 5))
        rest = [name for name in before if name not in chosen]
        after = chance.choice([None, *rest])
        workspace.write(moving.move_all, [Block(tuple(ids[name] for name in chosen), new, ids.get(after or ""))])
        at = rest.index(after) + 1 if after else 0
        wanted = [*rest[:at], *chosen, *rest[at:]]
        assert column(workspace, "New") == wanted
        if chance.random() < 0.3:
            workspace.write(undo.undo)
            assert column(workspace, "New") == before


def test_several_stages_values_and_reasons_are_one_act(workspace: Workspace) -> None:
    ids = made(workspace, "abc")
    lost, price = stage(workspace, "Lost"), workspace.context().reason("Price", "lost").id
    blocks = [Block((ids["a"], ids["b"]), lost), Block((ids["c"],), stage(workspace, "Qualified"))]
    with pytest.raises(RefusedError, match="say why"):
        workspace.write(moving.move_all, blocks)
    assert column(workspace, "New") == ["a", "b", "c"]
    workspace.write(moving.move_all, blocks, price, "Too dear", {"source": "event"})
    assert column(workspace, "Lost") == ["a", "b"]
    with workspace.reading() as session:
        found = session.connection().exec_driver_sql("SELECT source, reason_id FROM leads ORDER BY name").all()
    assert [tuple(row) for row in found] == [("event", price), ("event", price), ("event", None)]
    workspace.write(undo.undo)
    assert column(workspace, "New") == ["a", "b", "c"]
    with workspace.reading() as session:
        found = session.connection().exec_driver_sql("SELECT source, reason_id, note, lost_at FROM leads").all()
    assert {tuple(row) for row in found} == {(None, None, None, None)}


def test_who_is_gone_is_passed_over(workspace: Workspace) -> None:
    ids = made(workspace, "ab")
    qualified = stage(workspace, "Qualified")
    workspace.write(moving.remove_all, [ids["a"]])
    workspace.write(moving.move_all, [Block((ids["a"], ids["b"]), qualified)])
    assert column(workspace, "Qualified") == ["b"]
    with pytest.raises(NotFoundError):
        workspace.write(moving.move_all, [Block((ids["a"],), qualified)])


def test_a_hard_limit_lets_nobody_else_in(workspace: Workspace) -> None:
    ids = made(workspace, "abcd")
    qualified = stage(workspace, "Qualified")
    workspace.write(stages.edit, qualified, {"wip_limit": 2, "wip_hard": True})
    workspace.write(leads.move, ids["a"], qualified)
    with pytest.raises(RefusedError, match="Qualified takes 2 leads at most, and 1 stand there now"):
        workspace.write(moving.move_all, [Block((ids["b"], ids["c"]), qualified)])
    workspace.write(leads.move, ids["b"], qualified)
    workspace.write(moving.move_all, [Block((ids["a"],), qualified, ids["b"])])  # within the stage nobody comes in
    assert column(workspace, "Qualified") == ["b", "a"]
    with pytest.raises(RefusedError, match="takes 2 leads at most"):
        workspace.write(leads.move, ids["c"], qualified)
    with pytest.raises(RefusedError, match="takes 2 leads at most"):
        workspace.write(leads.create, {"name": "e"}, qualified)
    workspace.write(stages.edit, qualified, {"wip_hard": False})
    workspace.write(leads.move, ids["c"], qualified)
    assert column(workspace, "Qualified") == ["c", "b", "a"]


def test_assigning_many_is_one_act(workspace: Workspace) -> None:
    ids = made(workspace, "abcd")
    me = next(iter(workspace.context().members))
    change = workspace.write(moving.assign, list(ids.values()), {"owner": me})
    assert change.subject.endswith("+1")
    cards = workspace.read(leads.board).columns[0].cards
    assert {card.owner_id for card in cards} == {me}
    workspace.write(undo.undo)
    assert {card.owner_id for card in workspace.read(leads.board).columns[0].cards} == {None}


@pytest.mark.parametrize(("before", "after"), [(None, None), ("V", None), (None, "V"), ("V", "W"), ("V", "V1")])
def test_ranks_between_are_in_order_and_short(before: str | None, after: str | None) -> None:
    found = rank.several(500, before, after)
    assert found == sorted(set(found))
    assert before is None or before < found[0]
    assert after is None or found[-1] < after
    assert max(map(len, found)) <= 9
