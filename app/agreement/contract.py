"""The agreement as a contract on paper: what both teams sign, in plain words, on one or two pages.

A published version's paper has nothing on it that can change after, so a reprint is the same to the byte.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from app.agreement import papers
from app.agreement.papers import Names, Paper, Signed
from app.agreement.plain import sentence
from app.agreement.terms import DEFINED, TEAMS, ClauseTerms, PlayTerms, PromiseTerms, Team, Terms
from app.context import Context
from app.press import press
from app.printable import bare, line
from app.summary_layout import NAME, TITLE, Row, zone_of
from app.summary_page import PAPERS
from app.summary_page import Paper as Sheet
from app.wording import Language, Wording, clock_time, load

_HOUR = 60
_CELL = 24


@dataclass(frozen=True, slots=True)
class Contract:
    """A version with its signatures, what it calls people and stages, and the moment at which it is printed."""

    paper: Paper
    names: Names
    now: datetime


def contract_of(session: Session, agreement_id: int) -> Contract:
    """Return a version as it is printed.

    Raises:
        NotFoundError: there is no such version.
    """
    context: Context = session.info["context"]
    return Contract(papers.paper(session, agreement_id), papers.names(session, agreement_id), context.now)


def printed(
    session: Session,
    agreement_id: int,
    *,
    paper: Sheet = "a4",
    language: Language = "en",
    parts: Collection[str] = (),
) -> bytes:
    """Return the PDF of a version; nothing of it can be left out.

    Raises:
        NotFoundError: there is no such version.
    """
    del parts
    return render(contract_of(session, agreement_id), paper=paper, language=language)


def render(contract: Contract, *, paper: Sheet = "a4", language: Language = "en") -> bytes:
    """Return the contract as a tagged PDF; a published version gives the same bytes, in every process."""
    at = contract.paper.terms.published_at or contract.now
    return press().print("contract.typ", laid_out(contract, load(language), paper), int(at.timestamp()))


def render_plain(contract: Contract, language: Language = "en") -> str:
    """Return the contract as plain text, for when there is no way to print; it holds all that the paper does."""
    page = laid_out(contract, load(language), "a4")
    lines = [one for one in (page["company"], page["title"], page["when"], page["draft"]) if one]
    lines += ["", _underlined(page["definitions"]["title"])]
    for one in page["definitions"]["rows"]:
        lines += ["", one["title"], one["hint"], *(f"- {text}: {worth}" for text, worth in one["required"])]
        lines += [one["enough"]] if one["enough"] else []
        lines += [f"- {text}: {worth}" for text, worth in one["points"]]
        lines += [one["halving"]] if one["halving"] else []
    plays = page["plays"]
    lines += ["", _underlined(plays["title"]), *(" | ".join(row) for row in plays["rows"])]
    lines += [plays["empty"]] if not plays["rows"] else []
    lines += ["", _underlined(page["rule"]["title"]), page["rule"]["text"]]
    lines += ["", _underlined(page["promises"]["title"])]
    for side in page["promises"]["sides"]:
        lines += ["", side["title"], *(f"- {row}" for row in side["rows"] or [page["promises"]["empty"]])]
    lines += ["", _underlined(page["review"]["title"]), page["review"]["text"]]
    lines += ["", _underlined(page["signatures"]["title"])]
    for box in page["signatures"]["boxes"]:
        lines += [" · ".join(part for part in (box["team"], box["name"], box["said"], box["digest"]) if part)]
    return bare("\n".join([*lines, "", page["zone"], page["footer"]])) + "\n"


def laid_out(contract: Contract, words: Wording, paper: Sheet) -> Row:
    """Return the paper as JSON values: texts to print, None or empty where there is nothing to say."""
    return _Layout(contract, words).page(paper)


def _underlined(title: str) -> str:
    return f"{title}\n{'-' * len(title)}"


class _Layout:
    """One contract in one language."""

    def __init__(self, contract: Contract, words: Wording) -> None:
        self._terms: Terms = contract.paper.terms
        self._signed: Mapping[Team, Signed] = contract.paper.signatures
        self._names, self._now, self._words = contract.names, contract.now, words
        self._zone = zone_of(contract.names.timezone)

    def page(self, paper: Sheet) -> Row:
        """Return the whole page."""
        words, terms = self._words, self._terms
        company = line(self._names.company, longest=NAME)
        title = self._say("title")
        return {
            "language": words.table["language"],
            "region": words.table["region"],
            "paper": PAPERS[paper],
            "company": company,
            "title": title,
            "document": bare(f"{title} – {words.number(terms.number)}"),
            "author": bare(company),
            "when": self._when(),
            "draft": self._state(),
            "page": words.text("page"),
            "footer": " · ".join(one for one in (company, self._footer(title)) if one),
            "present": {"label": "", "people": [], "beside": False},
            "definitions": {
                "title": self._say("definitions"),
                "rows": [self._definition(one) for one in DEFINED],
                "empty": self._say("nothing_asked"),
            },
            "plays": self._plays(),
            "rule": {"title": self._say("rule"), "text": self._rule()},
            "promises": self._promises(),
            "review": {"title": self._say("review"), "text": self._review()},
            "signatures": {
                "title": self._say("signatures"),
                "boxes": [self._signature(team) for team in TEAMS],
            },
            "zone": self._say("zone", zone=line(self._names.timezone, longest=NAME)),
        }

    # Head and foot

    def _when(self) -> str:
        at, number = self._terms.published_at, self._words.number(self._terms.number)
        if at is None:
            return self._say("draft", n=number)
        return self._say("in_force", n=number, **self._moment(at))

    def _state(self) -> str:
        """Return what a draft says in large letters; nothing on what is in force."""
        if not self._terms.is_draft:
            return ""
        held = [team for team, one in self._signed.items() if one.holds]
        if len(held) == len(TEAMS):
            return self._say("both_signed")
        return self._say("half_signed", team=self._words.text(f"team_{held[0]}")) if held else self._say("not_signed")

    def _footer(self, title: str) -> str:
        number = self._words.number(self._terms.number)
        if not self._terms.is_draft:
            return self._say("footer", title=title, n=number)
        zone = line(self._names.timezone, longest=NAME)
        local = self._local(self._now)
        day = self._words.day_short(local.date(), None)
        return self._say("footer_draft", title=title, n=number, zone=zone, date=day, time=clock_time(local))

    # Definitions

    def _definition(self, milestone: Any) -> Row:
        clauses, needed = self._terms.definition(milestone), self._terms.needed(milestone)
        points = [one for one in clauses if one.points is not None]
        enough = ""
        if needed is not None:
            enough = self._say("enough", n=self._words.number(needed))
        elif points:
            enough = self._say("counted_points")
        fades = self._terms.halving_days is not None and any(one.fades for one in points)
        return {
            "title": self._say(milestone),
            "hint": self._say(f"{milestone}_hint"),
            "required": [[self._clause(one), self._say("required")] for one in clauses if one.points is None],
            "enough": enough,
            "points": [[self._clause(one), self._worth(one)] for one in points],
            "halving": self._say("halving", n=self._words.number(self._terms.halving_days or 0)) if fades else "",
        }

    def _clause(self, one: ClauseTerms) -> str:
        """Return a clause in the teams' own words, with what it means beside them, or in plain words."""
        plain = sentence(one.query, self._words)
        return f"{line(one.label)} ({line(plain)})" if one.label else line(plain)

    def _worth(self, one: ClauseTerms) -> str:
        fades = one.fades and self._terms.halving_days is not None
        return self._say("worth_fading" if fades else "worth", n=self._words.number(one.points or 0))

    # Actions, rule, promises, review

    def _plays(self) -> Row:
        return {
            "title": self._say("plays"),
            "head": [self._say(key) for key in ("play", "when", "within", "who")],
            "rows": [self._play(one) for one in self._terms.plays],
            "empty": self._say("no_plays"),
        }

    def _play(self, one: PlayTerms) -> list[str]:
        stage = self._names.stages.get(one.stage_id or 0, self._say("gone_stage"))
        when = self._say("arrives") if one.stage_id is None else self._say("enters", stage=line(stage, longest=NAME))
        if one.query:
            when = f"{when}, {self._say('only_for', condition=line(sentence(one.query, self._words)))}"
        return [line(one.title, unbroken=_CELL), when, self._time(one.within_minutes), self._say(f"doer_{one.doer}")]

    def _rule(self) -> str:
        terms = self._terms
        people = terms.route_members if terms.route == "turn" else (terms.route_member_id,)
        known = [self._person(one) for one in people if one is not None]
        said = [
            self._say(
                "route_rule", person=self._person(one.member_id), condition=line(sentence(one.query, self._words))
            )
            for one in terms.route_rules
        ]
        said += [self._say(f"route_{terms.route}", people=", ".join(known) or self._say("nobody"))]
        if terms.capacity is not None:
            said.append(self._say("capacity", n=self._words.number(terms.capacity)))
        said += [self._say("answer", time=self._time(terms.answer_minutes)), self._say(f"silence_{terms.on_silence}")]
        return " ".join(said)

    def _promises(self) -> Row:
        return {
            "title": self._say("promises"),
            "sides": [
                {
                    "team": team,
                    "title": self._say(f"{team}_promises"),
                    "rows": [self._promise(one) for one in self._terms.promises if one.team == team],
                }
                for team in TEAMS
            ],
            "empty": self._say("no_promises"),
        }

    def _promise(self, one: PromiseTerms) -> str:
        key = "volume_only" if one.metric == "volume" and one.query else one.metric
        said = self._say(
            key,
            n=self._words.number(one.amount or 0),
            milestone="" if one.milestone is None else one.milestone.upper(),
            condition=sentence(one.query, self._words),
            time=self._time(one.within_minutes or 0),
        )
        said = f"{line(one.title)} ({line(said)})" if one.title else line(said)
        share = (
            self._say("share", n=self._words.percent(Decimal(one.goal_percent))) if one.goal_percent is not None else ""
        )
        return ", ".join(part for part in (said, share, self._say(one.period)) if part)

    def _review(self) -> str:
        terms = self._terms
        if terms.review_months is None and terms.review_on is None:
            return self._say("no_review")
        said = []
        if terms.review_months is not None:
            key = "every_month" if terms.review_months == 1 else "every"
            said.append(self._say(key, n=self._words.number(terms.review_months)))
        if terms.review_on is not None:
            said.append(self._say("next_review", date=self._words.day_long(terms.review_on)))
        return " ".join(said)

    # Signatures

    def _signature(self, team: Team) -> Row:
        signed = self._signed.get(team)
        said = name = digest = ""
        if signed is None:
            said = self._say("unsigned")
        else:
            name = self._person(signed.member_id)
            said = self._say("signed" if signed.holds else "other_terms", **self._moment(signed.at))
            digest = self._say("digest", digest=line(self._terms.digest())) if signed.holds else ""
        return {
            "team": self._say(team),
            "side": team,
            "name": name,
            "said": said,
            "holds": signed is not None and signed.holds,
            "digest": digest,
            "by_hand": self._say("by_hand"),
        }

    # Pieces

    def _say(self, key: str, **parts: str) -> str:
        return self._words.text(key, "contract", **parts)

    def _person(self, number: int) -> str:
        return line(self._names.members.get(number, self._say("gone")), longest=TITLE)

    def _time(self, minutes: int) -> str:
        hours, rest = divmod(minutes, _HOUR)
        said = [self._say("hours", n=self._words.number(hours))] if hours or not rest else []
        return " ".join([*said, self._say("minutes", n=self._words.number(rest))] if rest else said)

    def _moment(self, at: datetime) -> dict[str, str]:
        local = self._local(at)
        return {"date": self._words.day_long(local.date()), "time": clock_time(local)}

    def _local(self, at: datetime) -> datetime:
        return at if self._zone is None else at.astimezone(self._zone)
