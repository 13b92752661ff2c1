"""The search for letters reads an index and nothing beside it, on both engines."""

import re
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from app import administration, contacts, finding, imports, undo
from app import workspace as door
from app.duplicates import merging
from app.fields import CONTACT, fold
from app.workspace import Workspace
from db import nearest, rows, search
from db.models import Contact

ALONG = re.compile("INDEX ix_contacts_(sort|cover)")


def added(workspace: Workspace, *names: str) -> list[int]:
    return [workspace.write(contacts.create, {"first_name": name}).entries[0].id for name in names]


def plan(workspace: Workspace, query: str) -> str:
    """Return how a file's engine means to find the first page of what a query meets."""
    with workspace.reading() as session:
        table = rows.table_of(Contact)
        statement = (
            sa.select(table.c.id)
            .where(table.c.deleted_at.is_(None), finding.first_condition(session, CONTACT, query))
            .order_by(*finding.order(session, CONTACT, "name"))
            .limit(50)
        )
        compiled = statement.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        return "\n".join(str(row[3]) for row in session.execute(sa.text(f"EXPLAIN QUERY PLAN {compiled}")))


def test_two_rare_words_in_one_query(workspace: Workspace) -> None:
    wanted, *_ = added(workspace, "Hiroshi Naka", "Hiroshi Sato", "Noor Naka")
    assert workspace.read(finding.ids, CONTACT, "hiroshi naka") == [wanted]
    assert workspace.read(finding.count, CONTACT, "hiroshi or naka") == 3


def test_names_are_walked_along_an_index_that_knows_all(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RARE_IN_FILE", 0)
    added(file_workspace, "Ana", "Bo")
    assert re.search(r"COVERING INDEX ix_contacts_cover", plan(file_workspace, "an"))
    assert "TEMP B-TREE" not in plan(file_workspace, "an")
    assert re.search(r"COVERING INDEX ix_contacts_sort", plan(file_workspace, ""))


def test_few_are_found_by_their_letters_and_many_along_the_names(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RARE_IN_FILE", 2)
    added(file_workspace, "Hiroshi", "Noor Hanae", "Noor Hana", "Noor Hanako")
    assert "ix_contacts_cover" not in plan(file_workspace, "hiroshi")
    assert "ix_contacts_cover" in plan(file_workspace, "noor")
    assert file_workspace.read(finding.count, CONTACT, "noor") == 3


def test_what_lies_in_the_bin_is_not_found(workspace: Workspace) -> None:
    kept, gone = added(workspace, "Hiroshi Naka", "Hiroshi Sato")
    workspace.write(contacts.remove, gone)
    for query in ("hi", "hiroshi", "name:hiroshi", ""):
        assert workspace.read(finding.ids, CONTACT, query) == [kept], query


def test_a_long_word_is_met_whole_though_its_head_alone_is_rare(workspace: Workspace) -> None:
    wanted, *_ = added(workspace, "Hiroshinaka", "Hiroshinoor")
    assert workspace.read(finding.ids, CONTACT, "hiroshinaka") == [wanted]
    assert workspace.read(finding.ids, CONTACT, "hiroshinaga") == []


def test_a_long_word_is_rare_though_its_head_is_common(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RARE_IN_FILE", 1)
    wanted, *_ = added(file_workspace, "Hiroshinaka", "Hiroshinoor", "Hiroshinara")
    assert "ix_contacts_cover" not in plan(file_workspace, "hiroshinaka")
    assert file_workspace.read(finding.ids, CONTACT, "hiroshinaka") == [wanted]


def test_few_are_sorted_and_many_met_along_the_names_whatever_is_asked_for(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FEW", 2)
    for place, name in enumerate(("Cy", "Bo", "Ana", "Di")):
        file_workspace.write(
            contacts.create, {"first_name": name, "city": "Rome", "source": ("web", "fair")[place > 1]}
        )
    assert ALONG.search(plan(file_workspace, "city:rome"))
    assert not ALONG.search(plan(file_workspace, "source:web"))
    assert ALONG.search(plan(file_workspace, "created>=2000-01-01"))
    assert [row.name for row in file_workspace.read(contacts.first_page, "city:rome")] == ["Ana", "Bo", "Cy", "Di"]
    assert [row.name for row in file_workspace.read(contacts.first_page, "source:web")] == ["Bo", "Cy"]


@pytest.mark.parametrize("sort", ["name", "-name", "city", "-created"])
def test_the_first_are_the_head_of_all(workspace: Workspace, sort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FEW", 2)
    for number, name in enumerate(("Cy", "Bo", "Ána", "Di", "Ana", "Bo")):
        workspace.write(contacts.create, {"first_name": name, "city": ("Rome", None, "Oslo")[number % 3]})
    for query in ("", "o", "has:city", "city:rome", "-city:rome", "created>=2000-01-01", "ana or city:rome"):
        found = list(workspace.read(finding.ids, CONTACT, query, sort))
        assert workspace.read(finding.first_ids, CONTACT, query, sort, 2) == found[:2]
        assert [row.id for row in workspace.read(contacts.first_page, query, sort, 2)] == found[:2]
        assert workspace.read(finding.count, CONTACT, query) == len(found) > 0, query


@pytest.mark.parametrize("sort", ["name", "-name"])
@pytest.mark.parametrize(("some", "many", "ahead"), [(50, 100, 0), (0, 100, 0), (0, 0, 4), (0, 100, 4), (0, 0, 0)])
def test_words_find_the_same_however_they_are_looked_for(
    sort: str, some: int, many: int, ahead: int, file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = ("Hiroshi", "Hiro", "Noor", "Naka", "木村", 'the "x" y', "Hiroshi Naka")
    names = [f"{first} {last}" for first in parts for last in parts]
    *_, gone = added(file_workspace, *names, "Hiroshi Gone")
    file_workspace.write(contacts.remove, gone)
    monkeypatch.setattr(search, "RARE_IN_FILE", 3)
    for name, value in (("SOME", some), ("MANY", many), ("AHEAD", ahead)):
        monkeypatch.setattr(nearest, name, value)
    held = sorted((fold(name), number) for number, name in enumerate(names, 1))
    for query in (
        "hiroshi",
        "hiroshi naka",
        "naka hi",
        "iro oor",
        '"hiroshi naka"',
        '"i naka"',
        "木村",
        "木 naka",
        '"x" y',
        "zzz",
    ):
        words = [fold(word) for word in re.findall(r'"([^"]*)"|(\S+)', query) for word in word if word]
        wanted = [number for text, number in held if all(word in text for word in words)]
        if sort == "-name":
            wanted.reverse()
        for limit in (1, 2, 50):
            assert file_workspace.read(finding.first_ids, CONTACT, query, sort, limit) == wanted[:limit], query
            found = file_workspace.read(contacts.first_page, query, sort, limit)
            assert [row.id for row in found] == wanted[:limit], query
        assert list(file_workspace.read(finding.ids, CONTACT, query, sort)) == wanted, query


def test_longer_than_any_index_is_asked_for(workspace: Workspace) -> None:
    wanted, *_ = added(workspace, "x" * 300 + "y", "x" * 301)
    assert workspace.read(finding.ids, CONTACT, "x" * 300 + "y") == [wanted]
    assert workspace.read(finding.ids, CONTACT, "z" * 300) == []


def test_one_letter_of_any_script(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = added(workspace, "木村", "Łódź", "Łuk")
    for limit in (0, 1, 2):
        for name in ("RARE_UNINDEXED", "RARE_ON_SERVER", "RARE_IN_FILE"):
            monkeypatch.setattr(search, name, limit)
        assert workspace.read(finding.ids, CONTACT, "木") == [first]
        assert workspace.read(finding.ids, CONTACT, "村木") == []
        assert set(workspace.read(finding.ids, CONTACT, "ł")) == {second, third}


def test_few_letters_that_are_rare_are_found_without_a_walk(file_workspace: Workspace) -> None:
    added(file_workspace, "木村", "Łódź", "Łuk")
    for word in ("木", "村", "uk", "z", "qx"):
        assert not ALONG.search(plan(file_workspace, word)), word


def test_of_a_word_only_what_is_rare_is_looked_up(file_workspace: Workspace) -> None:
    for number in range(10):
        file_workspace.write(contacts.create, {"first_name": f"Al{number}", "phones": [f"+34 61{number}7 555"]})
    looked_up: list[str] = []

    @event.listens_for(file_workspace.store.engine, "before_cursor_execute")
    def _(_link: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if " MATCH " in statement:
            looked_up.append(next(one for one in parameters if str(one).startswith('"')))

    for query, count in (('"+34 6147"', 1), ('"+34 61"', 10), ('"+34 6147 555"', 1), ('"+34 6147 5x"', 0)):
        assert len(file_workspace.read(finding.ids, CONTACT, query)) == count, query
    assert looked_up == ['"6147"', '"+34 61"', '"6147 "', '"6147 " AND " 5x"']


def test_two_common_words_that_are_rarely_met_together_are_looked_up_together(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RARE_IN_FILE", 2)
    wanted, *_ = added(file_workspace, "Noor Sato", *(f"Noor {number}" for number in range(3)), *("Sato",) * 3)
    for query in ("noor sato", "sa noor sato", "noor no sato name:noor"):
        assert not ALONG.search(plan(file_workspace, query)), query
        assert file_workspace.read(finding.ids, CONTACT, query) == [wanted], query
    for query, count in (
        ("noor -sato", 3),
        ("noor or sato", 7),
        ("-(noor sato)", 6),
        ("no sa", 1),
        ("noor sato qx", 0),
    ):
        assert file_workspace.read(finding.count, CONTACT, query) == count, query


def test_what_is_common_in_a_sample_is_met_along_the_names(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "SAMPLE", 8)
    monkeypatch.setattr(search, "PLACES", 1)
    added(file_workspace, "Hiroshi", "Noor Hanae", "Noor Hana", "Noor Hanako")
    assert ALONG.search(plan(file_workspace, "noor"))
    assert not ALONG.search(plan(file_workspace, "hanako hiroshi"))
    assert file_workspace.read(finding.count, CONTACT, "noor") == 3


def assert_found_alike(workspace: Workspace) -> None:
    """Each one, two, three letters in a row that stand in any contact are found in all that hold them, and no other."""
    held = {row.id: row.search for row in workspace.read(_texts)}
    words = {
        text[start : start + length] for text in held.values() for length in (1, 2, 3) for start in range(len(text))
    }
    for word in words:
        wanted = {number for number, text in held.items() if fold(word) in text}
        with workspace.reading() as session:
            condition = search.rare(session, rows.table_of(Contact), word)
            assert condition is not None, word
            found = session.execute(sa.select(Contact.id).where(Contact.deleted_at.is_(None), condition)).scalars()
            assert set(found) == wanted, word


def _texts(session: Any) -> Any:
    return session.execute(sa.select(Contact.id, Contact.search).where(Contact.deleted_at.is_(None))).all()


def test_the_index_follows_whatever_is_done(workspace: Workspace, tmp_path: Path) -> None:
    first, second, _ = added(workspace, "木村 さくら", "Жанна", "Łódź")
    assert_found_alike(workspace)
    workspace.write(contacts.edit, first, {"first_name": "木本 さくや", "emails": ["sakuya@fjord.example"]})
    assert_found_alike(workspace)
    workspace.write(contacts.remove, second)
    assert_found_alike(workspace)
    workspace.write(undo.undo)
    assert_found_alike(workspace)
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\n田中,tanaka@fjord.example\nЮля,\n", encoding="utf-8")
    imports.run(workspace, path)
    assert_found_alike(workspace)
    (tanaka,) = workspace.read(finding.ids, CONTACT, "中")
    workspace.write(merging.merge, first, tanaka)
    assert_found_alike(workspace)
    workspace.write(undo.undo)
    workspace.write(undo.undo)
    assert_found_alike(workspace)
    assert workspace.read(finding.ids, CONTACT, "中") == []
    workspace.write(undo.redo)
    assert workspace.read(finding.ids, CONTACT, "нн") == []
    assert_found_alike(workspace)


def test_a_copy_finds_the_same(workspace: Workspace, tmp_path: Path) -> None:
    added(workspace, "木村 さくら", "Жанна", "Łódź")
    target = str(tmp_path / "copy.tandem")
    administration.copy(workspace.url, target)
    with door.open_workspace(target) as copied:
        assert_found_alike(copied)


def test_a_copy_on_a_server_finds_the_same(file_workspace: Workspace, empty_server_url: str) -> None:
    added(file_workspace, "木村 さくら", "Жанна", "Łódź")
    administration.copy(file_workspace.url, empty_server_url)
    with door.open_workspace(empty_server_url) as copied:
        assert_found_alike(copied)


def test_a_server_has_an_index_for_a_letter_of_another_script(server_url: str) -> None:
    with door.open_workspace(server_url) as opened, opened.reading() as session:
        table = rows.table_of(Contact)
        conditions = [search.rare(session, table, word) for word in ("木", "a村")]
        statements = [sa.select(table.c.id).where(one) for one in conditions if one is not None]
        session.execute(sa.text("SET enable_seqscan = off"))

        @event.listens_for(opened.store.engine, "before_cursor_execute", retval=True)
        def _explain(_link: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> tuple[str, Any]:
            return f"EXPLAIN {statement}", parameters

        plans = ["\n".join(line for (line,) in rows.fetched(session, statement)) for statement in statements]
    assert ["ix_contacts_letters" in one for one in plans] == [True, True], plans
