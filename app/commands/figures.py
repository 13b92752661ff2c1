"""Commands that answer with figures: reports, and a meeting's agenda and summary."""

import argparse
from pathlib import Path

from app.commands.common import Command, WrongUsageError, answer, integer, opened, saved, workspace_argument


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("name", metavar="NAME", help="conversion, flow, wins, cycle, stage-time, velocity, goals …")
    parser.add_argument("--by", metavar="FIELD", help="source, owner, team, campaign, month, stage, custom:NAME …")
    parser.add_argument("--from", dest="start", metavar="D", help="the first day, as in 2026-01-01")
    parser.add_argument("--to", dest="end", metavar="D", help="the last day")
    parser.add_argument("--window", metavar="DAYS|all", help="how long a cohort is given")
    parser.add_argument(
        "--as-of",
        metavar="TIME",
        help="as the figures stood then; a day is its end in the workspace's zone",
    )
    parser.add_argument("--pair", metavar="FROM:TO", help="two milestones, as in mql:sal")


def _report(given: argparse.Namespace) -> int:
    from app import reports  # noqa: PLC0415 - other commands need no reports

    if given.name not in reports.REPORTS and given.name not in reports.AWAITED:
        raise WrongUsageError(f"There is no report “{given.name}”. Choose one of: {', '.join(reports.NAMES)}.")
    with opened(given, settled=True) as made:
        found = made.read(
            reports.report,
            given.name,
            by=given.by,
            start=given.start,
            end=given.end,
            window=given.window,
            as_of=given.as_of,
            pair=given.pair,
        )
    answer(given, found.to_json(), found.to_text())
    return 0


def _meeting_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="[WORKSPACE] agenda|summary", nargs="+")
    parser.add_argument("--meeting", type=integer, metavar="N", help="the latest, if left out")
    parser.add_argument("--add", metavar="TOPIC", help="agenda: first put it on that of the next meeting, and show it")
    parser.add_argument("--paper", default="a4", choices=["a4", "letter"])
    parser.add_argument("--language", default="en", choices=["en", "es"])
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.pdf", help="where the paper goes; a FILE.txt holds it as plain text"
    )


_PAPERS = ("agenda", "summary")


def _meeting(given: argparse.Namespace) -> int:
    words: list[str] = given.words
    given.workspace = None if len(words) == 1 else words.pop(0)
    if len(words) != 1 or words[0] not in _PAPERS:
        raise WrongUsageError("Write: meeting WORKSPACE agenda, or: meeting WORKSPACE summary -o FILE.pdf")
    return _agenda(given) if words[0] == "agenda" else _summary(given)


def _agenda(given: argparse.Namespace) -> int:
    from app import agenda_page, meetings, next_agenda  # noqa: PLC0415 - other commands need no meetings

    with opened(given, settled=True) as made:
        number = given.meeting
        if given.add:
            number = (made.write(next_agenda.put_on_next, given.add).result or {})["meeting"]
        found = made.read(meetings.agenda, number)
    if given.output is None:
        answer(given, found.to_json(given.language), agenda_page.render_plain(found, given.language))
        return 0
    if _is_text(given.output):
        written = agenda_page.render_plain(found, given.language).encode() + b"\n"
    else:
        written = agenda_page.render(found, paper=given.paper, language=given.language)
    return saved(given, written, "agenda")


def _summary(given: argparse.Namespace) -> int:
    from app import meetings, summary  # noqa: PLC0415 - other commands make no paper

    if given.output is None:
        raise WrongUsageError("Say where the PDF goes: -o FILE.pdf")
    with opened(given, settled=True) as made:
        found = made.read(meetings.summary_of, given.meeting)
    if _is_text(given.output):
        written = summary.render_plain(found, given.language).encode()
    else:
        written = summary.render(found, paper=given.paper, language=given.language)
    return saved(given, written, "summary")


def _is_text(file: Path) -> bool:
    return file.suffix.lower() == ".txt"


COMMANDS = {
    "report": Command("makes a report", _report_arguments, _report),
    "meeting": Command("prints a meeting's agenda, or its summary as a PDF", _meeting_arguments, _meeting),
}
