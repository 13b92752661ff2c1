"""Disputes with their rulings, and what was forgiven, in the paper's language."""

from app.agreement.plain import in_words
from app.printable import line
from app.summary_data import DisputeLine, ForgivenLine
from app.summary_layout import NAME, TITLE, Layout, Row
from app.wording import Wording

_TONES = {"": "warn", "upheld": "calm", "overturned": "good"}


def dispute(layout: Layout, one: DisputeLine) -> Row:
    """Return a dispute: its lead, how it stands, and sentences on the rejection, the dispute, the score, the ruling."""
    words = layout.words
    told = [_said(layout, "rejected", one.rejected_by, _why(layout, one))]
    told.append(
        _said(layout, "disputed", one.disputed_by, words.text("quoted", section="clause", text=line(one.words)))
    )
    told += [score] if (score := scored(words, one)) else []
    if one.ruling:
        said = words.text("quoted", section="clause", text=line(one.ruling_note))
        told.append(_said(layout, f"ruled_{one.ruling}", one.ruled_by, said))
        of = layout.line(in_words(one.example_of, words), TITLE) or words.text(one.milestone, section="contract")
        told.append(words.text("example", section="dispute", of=of))
    return {
        "title": layout.line(one.lead, NAME),
        "pill": words.text(one.ruling or "open", section="dispute"),
        "tone": _TONES[one.ruling],
        "told": told,
    }


def forgiven(layout: Layout, one: ForgivenLine) -> Row:
    """Return what was forgiven: whose promise and which, and why and by whom."""
    words = layout.words
    promise = layout.line(one.title, TITLE) or words.text(one.metric or "gone", section="forgiven")
    case = layout.line(one.lead, NAME)
    if one.leads:
        case = words.text("leads", section="forgiven", n=words.number(one.leads))
    parts = [promise, case or words.text("all", section="forgiven")]
    team = words.text(f"team_{one.team}")
    note = line(one.note)
    told = [words.text("quoted", section="clause", text=note)] if note else []
    told.append(words.text("by", section="forgiven", who=layout.line(one.who, NAME) or words.text("nobody")))
    return {"title": f"{team[:1].upper()}{team[1:]}: {' · '.join(parts)}", "told": " · ".join(told)}


def scored(words: Wording, one: DisputeLine) -> str:
    """Return what spoke for the lead as it was sent: its points, and the clauses that it met and missed."""
    found = []
    if one.points is not None and one.needed is not None:
        found.append(words.text("points", section="dispute", n=words.number(one.points), of=words.number(one.needed)))
    for name, met in (("met", True), ("missed", False)):
        said = [line(in_words(each.said, words), longest=TITLE) for each in one.clauses if each.met is met]
        if said:
            found.append(words.text(name, section="dispute", clauses=", ".join(said)))
    return " · ".join(found)


def _why(layout: Layout, one: DisputeLine) -> str:
    words = layout.words
    reason = layout.line(one.reason, TITLE) or words.text("no_reason")
    note = line(one.note)
    return f"{reason}, {words.text('quoted', section='clause', text=note)}" if note else reason


def _said(layout: Layout, name: str, who: str, what: str) -> str:
    person = layout.line(who, NAME) or layout.words.text("somebody", section="dispute")
    return layout.words.text(name, section="dispute", who=person, what=what)
