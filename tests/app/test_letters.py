"""E-mails saved as files: read whatever they are like, found whom they concern, written once and taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import contacts, letters, members, timeline, undo
from app.errors import KnownError, UsageError
from app.letters import Person
from app.workspace import Workspace

PLAIN = """From: =?utf-8?q?N=C3=BA=C3=B1ez=2C_Jos=C3=A9?= <Jose@Nunez.cafe>
To: Ada Admin <ada@harbor.example>, Tom <tom@else.example>
Subject: =?utf-8?q?Caf=C3=A9?=
 and more
Date: Fri, 20 Nov 2026 10:15:00 +0100
Message-ID: <one@nunez.cafe>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

Buenos d\xedas,\r\n\r\n\r\n\r\nhasta ma\xf1ana\x07
"""
PAGE = """From: x@y.example
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=nobody-knows

<html><head><title>T</title><style>p{}</style></head><body><p>Hello<br>there &amp; here</p><script>no()</script></body>
--b
Content-Type: text/plain
Content-Disposition: attachment; filename=a.txt

attached
--b
Content-Type: message/rfc822

From: z@z.example

enclosed
--b--
"""


def eml(folder: Path, text: str, name: str = "one.eml") -> Path:
    path = folder / name
    path.write_bytes(text.encode("latin-1"))
    return path


def test_an_e_mail_is_read_with_its_odd_letters(tmp_path: Path) -> None:
    letter = letters.read(eml(tmp_path, PLAIN))
    assert letter.subject == "Café and more"
    assert letter.sender == Person("Núñez, José", "Jose@Nunez.cafe")
    assert [one.address for one in letter.receivers] == ["ada@harbor.example", "tom@else.example"]
    assert letter.at == datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
    assert letter.text == "Buenos días,\n\nhasta mañana"
    assert letter.external_id == "<one@nunez.cafe>"


def test_of_a_page_the_words_count_and_what_is_attached_does_not(tmp_path: Path) -> None:
    letter = letters.read(eml(tmp_path, PAGE))
    assert letter.text == "Hello\nthere & here"
    assert letter.subject == ""
    assert letter.at is None


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "letter.none"), (b"a,b\n1,2\n", "letter.none"), (b"\xd0\xcf\x11\xe0 rest", "letter.outlook")],
)
def test_what_is_no_e_mail_is_said_to_be_none(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "list.eml"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"list\.eml") as caught:
        letters.read(path)
    assert caught.value.code == code


def test_a_folder_or_nothing_is_said_to_be_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.eml"):
        with pytest.raises(KnownError) as caught:
            letters.read(path)
        assert caught.value.code == "letter.unread"


@pytest.mark.parametrize(
    "head", ["From: =?utf-8?b?////?= <a@b.c>", "From: \x00<a@b.c>", "Date: yesterday", "From: <<>>,"]
)
def test_broken_heads_break_nothing(tmp_path: Path, head: str) -> None:
    letter = letters.read(eml(tmp_path, f"{head}\nSubject: S\n\nbody"))
    assert letter.subject == "S"
    assert letter.at is None


def test_an_e_mail_finds_its_contact_is_written_once_and_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    number = workspace.write(contacts.create, {"first_name": "José", "emails": ["jose@nunez.cafe"]}).entries[0].id
    found = workspace.read(letters.look, eml(tmp_path, PLAIN))
    assert found.direction == "in"
    assert found.known == {number: "José"}
    change = workspace.write(letters.keep, found, [number])
    assert change.subject == "José"
    assert workspace.write(letters.keep, found, [number]).entries == ()
    (item,) = workspace.read(timeline.page, "contact", number, "talks").items
    assert (item.what, item.direction, item.subject) == ("email", "in", "Café and more")
    assert item.at == datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
    workspace.write(undo.undo, change.op)
    assert workspace.read(timeline.page, "contact", number, "talks").items == ()


def test_what_a_member_sent_goes_out_to_whom_it_was_sent(workspace: Workspace, tmp_path: Path) -> None:
    workspace.write(members.add, "Tom Becker", "jose@nunez.cafe", "sales")
    found = workspace.read(letters.look, eml(tmp_path, PLAIN))
    assert found.direction == "out"
    assert [one.address for one in found.others] == ["tom@else.example"]
    assert found.known == {}


def test_a_stranger_becomes_a_contact_with_the_e_mail(workspace: Workspace, tmp_path: Path) -> None:
    found = workspace.read(letters.look, eml(tmp_path, PLAIN))
    change = workspace.write(letters.take_in, [found, found])
    assert change.result is not None
    number = change.result["contact"]
    assert change.result == {"written": 1, "made": 1, "nobody": 0, "contact": number}
    detail = workspace.read(contacts.detail, number)
    assert (detail.values["first_name"], detail.values["last_name"]) == ("José", "Núñez")
    assert detail.values["emails"] == ["Jose@Nunez.cafe"]
    assert [item.subject for item in detail.timeline if item.what == "email"] == ["Café and more"]
    workspace.write(undo.undo, change.op)
    with pytest.raises(KnownError):
        workspace.read(contacts.detail, number)


def test_an_e_mail_among_members_makes_nobody(workspace: Workspace, tmp_path: Path) -> None:
    for name, address in (("Jo", "jose@nunez.cafe"), ("Tom", "tom@else.example")):
        workspace.write(members.add, name, address, "sales")
    found = workspace.read(letters.look, eml(tmp_path, PLAIN))
    change = workspace.write(letters.take_in, [found])
    assert change.result == {"written": 0, "made": 0, "nobody": 1, "contact": None}
    with pytest.raises(UsageError) as caught:
        workspace.write(letters.welcome, found)
    assert caught.value.code == "letter.nobody"
