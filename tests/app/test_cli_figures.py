"""Reports and a meeting's papers as processes."""

from pathlib import Path
from typing import Any

import pypdf
import pytest

from app import meetings, outcomes
from app import workspace as door
from tests.helpers.commands import asked, run

PAPERS = {"a4": (595, 842), "letter": (612, 792)}
REPORTS = ("conversion", "flow", "wins", "cycle", "stage-time", "velocity", "goals", "coverage")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A sample workspace that is only read."""
    path = tmp_path_factory.mktemp("sample") / "sample.tandem"
    made = asked("new", path, "--sample", "--company", "Harbor Coffee Co", "--timezone", "Europe/Madrid")
    assert (made["company"], made["timezone"], made["currency"]) == ("Harbor Coffee Co", "Europe/Madrid", "EUR")
    return str(path)


def text_of(path: Path) -> str:
    # Ligatures and no-break spaces are the paper's own.
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_says_its_population_clock_and_window(sample: str, name: str) -> None:
    found = asked("report", sample, name)
    assert {"report", "population", "clock", "window", "as_of", "rows", "total", "open"} <= found.keys()
    assert found["report"] == name
    assert all(found[said] for said in ("population", "clock", "as_of"))
    assert all("key" in row for row in found["rows"])
    assert found["population"] in run("report", sample, name).stdout


def test_a_report_s_options_are_followed(sample: str) -> None:
    by_month = asked("report", sample, "wins", "--by", "month", "--from", "2020-01-01")
    whole = asked("report", sample, "wins")
    assert sum(row["won"] for row in by_month["rows"]) == whole["total"]["won"] > 0
    nothing = asked("report", sample, "wins", "--as-of", "2020-01-01")
    assert nothing["total"]["won"] == 0
    assert nothing["as_of"] == "2020-01-01T22:59:59.999999Z"
    ever = asked("report", sample, "conversion", "--window", "all")
    assert ever["total"]["entered"] >= asked("report", sample, "conversion")["total"]["entered"]
    rates = [row["rate"] for row in ever["rows"] if row["rate"] is not None]
    assert rates
    assert all(0 <= rate <= 1 for rate in rates)


def test_the_agenda_in_words_and_as_a_document(sample: str) -> None:
    found = asked("meeting", sample, "agenda")
    assert [step["topic"] for step in found["steps"]] == list(meetings.TOPICS)
    assert found["minutes"] == sum(step["minutes"] for step in found["steps"])
    goal = found["steps"][1]["lines"][0]
    assert {"name", "target", "actual", "state", "population", "clock", "window"} <= goal.keys()
    said = run("meeting", sample, "agenda").stdout
    assert found["title"] in said
    assert goal["name"] in said
    assert "Asistentes" in run("meeting", sample, "agenda", "--language", "es").stdout
    first = asked("meeting", sample, "agenda", "--meeting", 1)
    assert (first["meeting"], first["closed"] is not None) == (1, True)


@pytest.mark.parametrize("what", ["agenda", "summary"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("language", "words"), [("en", "Expected by today"), ("es", "Previsto hoy")])
def test_a_paper_has_its_size_and_language(
    sample: str, tmp_path: Path, what: str, paper: str, language: str, words: str
) -> None:
    target = tmp_path / "paper.pdf"
    answer = asked("meeting", sample, what, "--paper", paper, "--language", language, "-o", target)
    assert answer == {"file": str(target), "bytes": target.stat().st_size}
    found = pypdf.PdfReader(target)
    box = found.pages[0].mediabox
    assert (round(box.width), round(box.height)) == PAPERS[paper]
    root: Any = found.trailer["/Root"]
    assert root["/Lang"].startswith(language)
    assert root["/MarkInfo"]["/Marked"]
    assert "Harbor Coffee Co" in text_of(target)
    assert words in text_of(target)


def test_a_summary_as_plain_text_says_the_same(sample: str, tmp_path: Path) -> None:
    run("meeting", sample, "summary", "-o", tmp_path / "s.txt")
    run("meeting", sample, "agenda", "-o", tmp_path / "a.txt", "--language", "es")
    assert "Shared goals" in (tmp_path / "s.txt").read_text("utf-8")
    assert "Asistentes" in (tmp_path / "a.txt").read_text("utf-8")


def test_a_closed_meeting_is_reprinted_to_the_byte_by_another_process(url: str, tmp_path: Path) -> None:
    with door.open_workspace(url) as made:
        meeting = made.write(meetings.prepare, title="Weekly #eval(1) $x$ \\ *b*").entries[0].id
        made.write(outcomes.decide, meeting, "#panic() [x] @ref")
        made.write(meetings.close, meeting)
    for name in ("one.pdf", "two.pdf"):
        run("meeting", url, "summary", "-o", tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert "Weekly #eval(1) $x$ \\ *b*" in text_of(tmp_path / "one.pdf")
    assert "#panic() [x] @ref" in text_of(tmp_path / "one.pdf")


def test_without_a_meeting_there_is_one_to_be_held_now(url: str, tmp_path: Path) -> None:
    assert asked("meeting", url, "agenda")["meeting"] is None
    run("meeting", url, "summary", "-o", tmp_path / "s.pdf")
    assert "No shared goals yet" in text_of(tmp_path / "s.pdf")
