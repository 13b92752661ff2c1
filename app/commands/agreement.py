"""Commands on the agreement: show, draft, sign, publish, print, examples, count, check."""

import argparse
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.agreement import document, drafts, papers
from app.agreement.terms import DEFINED, TEAMS
from app.commands import weighing
from app.commands.common import Command, WrongUsageError, answer, integer, opened, saved
from app.context import Context
from app.errors import NotFoundError, UsageError
from app.workspace import Workspace

_DOES = ("show", "draft", "sign", "publish", "print", "examples", "check", "count")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", metavar="[WORKSPACE] show|draft|sign|publish|print|examples|count|check LEAD", nargs="+"
    )
    parser.add_argument(
        "--version", type=integer, metavar="N", help="show or print: this version; the one in force, if left out"
    )
    parser.add_argument("--file", type=Path, metavar="FILE", help="draft: take the terms from a .toml or .json file")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="draft: a term, or KEY.FIELD of a part"
    )
    parser.add_argument(
        "--add", action="append", default=[], metavar="WHAT:QUERY", help="draft: a clause, as in mql:value>=5000"
    )
    parser.add_argument("--points", type=integer, metavar="N", help="draft: what the clause that is added is worth")
    parser.add_argument("--fades", action="store_true", help="draft: its points halve with time")
    parser.add_argument("--drop", action="append", default=[], metavar="KEY", help="draft: take a part out")
    parser.add_argument("--discard", action="store_true", help="draft: throw the draft away")
    parser.add_argument("--team", choices=TEAMS, help="sign: for which team, where you belong to both")
    parser.add_argument("--paper", default="a4", choices=["a4", "letter"], help="print: on this paper")
    parser.add_argument("--language", default="en", choices=["en", "es"], help="print: in this language")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.pdf", help="print: where to; a FILE.txt holds it as plain text"
    )


def _run(given: argparse.Namespace) -> int:
    words: list[str] = given.words
    alone = words[0] in _DOES and len(words) == 1 + (words[0] == "check")
    given.workspace = None if alone else words.pop(0)
    if not words or words[0] not in _DOES or len(words) != 1 + (words[0] == "check"):
        raise WrongUsageError(
            "Write: agreement WORKSPACE show, draft, sign, publish, print, examples, count or check LEAD."
        )
    if words[0] in {"check", "count"}:
        return weighing.run(given, words)
    if words[0] == "print":
        return _print(given)
    if words[0] == "examples":
        return _examples(given)
    with opened(given) as made:
        number = {"show": _show, "draft": _draft, "sign": _sign, "publish": _publish}[words[0]](given, made)
        if number is None:
            answer(given, {"discarded": True}, "The draft is in the bin.")
            return 0
        with made.reading() as session:
            paper = papers.paper(session, number)
            context: Context = session.info["context"]
            answer(given, document.to_document(paper, context), document.to_text(paper, context))
    return 0


def _show(given: argparse.Namespace, made: Workspace) -> int:
    if given.version is not None:
        return made.read(papers.version_id, given.version)
    current = made.context().agreement
    if current is not None:
        return current.id
    return _known_draft(made, "No version of the agreement is in force, and there is no draft. “draft” begins one.")


def _print(given: argparse.Namespace) -> int:
    from app.agreement import contract  # noqa: PLC0415 - the other acts make no paper

    if given.output is None:
        raise WrongUsageError("Say where the PDF goes: -o FILE.pdf")
    with opened(given) as made:
        found = made.read(contract.contract_of, _show(given, made))
    if given.output.suffix.lower() == ".txt":
        written = contract.render_plain(found, given.language).encode()
    else:
        written = contract.render(found, paper=given.paper, language=given.language)
    return saved(given, written, "agreement")


def _examples(given: argparse.Namespace) -> int:
    from app.handoffs import disputes  # noqa: PLC0415 - the other acts need no handoffs

    document, lines = {}, []
    with opened(given) as made:
        for milestone in DEFINED:
            found = made.read(disputes.examples, milestone)
            document[milestone] = [one.to_json() for one in found]
            for one in found:
                of = f"{milestone.upper()}, {one.clause_key}" if one.clause_key else milestone.upper()
                lines.append(f"{of}: {one.lead}, {one.reason or 'no reason'}: {one.ruling} ({one.ruling_note})")
    answer(given, {"examples": document}, "\n".join(lines) or "No disputed rejection was ruled on yet.")
    return 0


def _known_draft(made: Workspace, otherwise: str) -> int:
    found = made.read(papers.draft_id)
    if found is None:
        raise NotFoundError(otherwise)
    return found


def _draft(given: argparse.Namespace, made: Workspace) -> int | None:
    if given.discard:
        made.write(drafts.discard, _known_draft(made, "There is no draft."))
        return None
    made.write(_drafted, _document(given.file) if given.file else {}, given)
    return _known_draft(made, "There is no draft.")


def _document(file: Path) -> Mapping[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        found = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise UsageError(f"{file} is no document of terms: {error}.") from error
    if not isinstance(found, dict):
        raise UsageError(f"{file} is no document of terms.")
    return found


def _drafted(session: Session, wanted: Mapping[str, Any], given: argparse.Namespace) -> None:
    if not given.add and (given.fades or given.points is not None):
        raise WrongUsageError("--points and --fades say what a clause is worth that --add adds; there is none.")
    context: Context = session.info["context"]
    number = drafts.begin(session)
    if wanted:
        values, parts = document.terms_of(wanted, context)
        drafts.rewrite(session, number, values, parts)
    for key in given.drop:
        drafts.remove(session, *_part(session, number, key))
    for word in given.set:
        name, equals, text = word.partition("=")
        if not equals:
            raise WrongUsageError(f"“{word}” sets nothing. Write --set NAME=VALUE, as in mql_points=40.")
        key, dot, field = name.rpartition(".")
        if dot and field.strip() in {"id", "key"}:
            raise WrongUsageError(f"The {field.strip()} of a part stays. --drop {key}, and --add another.")
        called, value = document.value_of(field, text, context)
        if dot:
            drafts.edit(session, *_part(session, number, key), {called: value})
        else:
            drafts.change(session, number, {called: value})
    for word in given.add:
        milestone, colon, query = word.partition(":")
        if not colon or milestone not in DEFINED:
            raise WrongUsageError(f"“{word}” adds nothing. Write --add mql:QUERY, sal:QUERY or sql:QUERY.")
        clause = {"milestone": milestone, "query": query, "points": given.points, "fades": given.fades}
        drafts.add(session, number, "clause", clause)


def _part(session: Session, number: int, key: str) -> tuple[str, int]:
    terms = papers.paper(session, number).terms
    for kind, parts in (("clause", terms.clauses), ("play", terms.plays), ("promise", terms.promises)):
        for one in parts:
            if one.key == key:
                return kind, one.id
    raise NotFoundError(f"The draft has no part “{key}”. “show --version {terms.number}” lists them with their keys.")


def _sign(given: argparse.Namespace, made: Workspace) -> int:
    number = _known_draft(made, "There is no draft to sign.")
    me = made.me
    team = given.team or (me.team if me is not None else None)
    if team not in TEAMS:
        raise WrongUsageError("Say for which team you sign: --team marketing or --team sales.")
    digest = made.read(papers.paper, number).terms.digest()
    made.write(drafts.sign, number, team, digest)
    return number


def _publish(given: argparse.Namespace, made: Workspace) -> int:
    del given
    number = _known_draft(made, "There is no draft to publish.")
    made.write(drafts.publish, number)
    return number


COMMANDS = {
    "agreement": Command(
        "shows, drafts, signs, publishes and prints the agreement, and lists its examples", _arguments, _run
    )
}
