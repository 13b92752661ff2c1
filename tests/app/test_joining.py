"""Saying who one is in a workspace, and the first rule that both teams share."""

import pytest

from app import agreeing, joining, undo, views
from app.errors import RefusedError, UsageError
from app.workspace import Workspace, open_workspace


def test_an_account_acts_for_the_member_it_claims(file_workspace: Workspace) -> None:
    file_workspace.write(joining.introduce, "Tom Becker", "tom@harbor.example", "sales", "tom")
    tom = file_workspace.context().member("tom@harbor.example")
    assert (tom.login, tom.team, tom.role) == ("tom", "sales", "member")
    with pytest.raises(RefusedError, match="another account"):
        file_workspace.write(joining.claim, tom.id, "somebody")


def test_a_name_is_needed_and_an_email_is_nobody_elses(file_workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="name"):
        file_workspace.write(joining.introduce, " \n ", "", "sales", "x")
    file_workspace.write(joining.introduce, "Tom", "tom@harbor.example", "sales", "tom")
    with pytest.raises(UsageError, match="Tom has the e-mail"):
        file_workspace.write(joining.introduce, "Other", "TOM@harbor.example", "sales", "other")


def test_on_a_server_the_login_says_it(server_url: str) -> None:
    with open_workspace(server_url) as server_workspace, pytest.raises(RefusedError, match="login"):
        server_workspace.write(joining.introduce, "Tom", "", "sales", "tom")


def test_the_first_rule_is_a_view_and_agreed_days_and_can_be_undone(workspace: Workspace) -> None:
    before = agreeing.handoff_days(workspace.context())
    workspace.write(agreeing.agree, "Ready for sales", "score", 3, score=60)
    assert agreeing.handoff_days(workspace.context()) == 3
    found = [one for one in workspace.read(views.views) if one.name == "Ready for sales"]
    assert [(one.query, one.shared) for one in found] == [("state:open team:marketing score>=60", True)]
    workspace.write(agreeing.agree, "Ready for sales", "asked", 3, tag="de mo")
    found = [one for one in workspace.read(views.views) if one.name == "Ready for sales"]
    assert [one.query for one in found] == ['state:open team:marketing tag:"de mo"']
    workspace.write(agreeing.agree, "Ready for sales", "hand", 2)
    assert not [one for one in workspace.read(views.views) if one.name == "Ready for sales"]
    for _ in range(3):
        workspace.write(undo.undo)
    assert agreeing.handoff_days(workspace.context()) == before


def test_a_rule_that_means_nothing_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="tag"):
        workspace.write(agreeing.agree, "Ready for sales", "asked", 1, tag=' " ')
    with pytest.raises(UsageError, match="days"):
        workspace.write(agreeing.agree, "Ready for sales", "score", 0)
