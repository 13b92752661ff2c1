"""What a line of a timeline says, in a sentence, with its icon and the colour of the team that did it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.context import StageRow
from app.timeline import DONE, TimelineItem
from ui.around import Surroundings

_ICONS = {
    "note": "sticky-note",
    "call": "phone",
    "email": "mail",
    "meeting": "handshake",
    "visit": "building-2",
    DONE: "square-check",
    "importing.update": "file-down",
}
_STEP = frozenset({"next_step", "due"})
_SHOWN = 80


def icon(item: TimelineItem, around: Surroundings) -> str:
    """Return the icon of a line."""
    if item.what == "call" and item.direction:
        return "phone-incoming" if item.direction == "in" else "phone-outgoing"
    if item.what in _ICONS:
        return _ICONS[item.what]
    if item.kind == "consent":
        return "shield-check"
    if item.is_move:
        kind = _stage_kind(item, around)
        return "trophy" if kind == "won" else "x" if kind == "lost" else "arrow-right-left"
    return "user-round-plus" if _is_new(item) else "pencil"


def token(item: TimelineItem, around: Surroundings) -> str:
    """Return the token of a line's colour: its team's, none where nobody is known."""
    member = around.context.members.get(item.member_id or 0)
    return {"marketing": "marketing", "sales": "sales"}.get(member.team if member else "", "accent_text")


def sentence(item: TimelineItem, titles: Mapping[str, str], around: Surroundings) -> str:
    """Return what happened; `titles` are the fields' names for people."""
    who = item.who or QCoreApplication.translate("Timeline", "Somebody")
    if item.source == "activity":
        return _activity(item, who)
    if item.source == "task":
        return QCoreApplication.translate("Timeline", "{who} did: {task}").format(who=who, task=item.text[:200])
    if item.source == "import":
        return QCoreApplication.translate("Timeline", "{who} imported a newer version").format(who=who)
    if item.kind == "consent":
        return _consent(item, who)
    if item.is_move:
        return _move(item, who, around)
    return _edit(item, who, titles)


def detail(item: TimelineItem, titles: Mapping[str, str], around: Surroundings) -> str:
    """Return what stands below the sentence: what was written, or what a field was before and is now."""
    if item.source in {"activity", "import"}:
        return "\n".join(part for part in (item.subject, item.text) if part)
    if item.source == "task":
        return ""
    if item.is_move:
        reason = around.context.reasons.get((item.fields.get("reason") or {}).get("after") or 0)
        note = (item.fields.get("note") or {}).get("after") or ""
        return " · ".join(part for part in (reason.name if reason else "", note) if part)
    if _STEP & item.fields.keys():
        return str((item.fields.get("next_step") or {}).get("after") or "")
    if _is_new(item):
        return ""
    lines: list[str] = []
    for name, both in item.fields.items():
        before, after = _plain(both.get("before")), _plain(both.get("after"))
        if name in titles and name not in _IDS and before != after and len(lines) < 3:
            lines.append(f"{before or '–'} → {after or '–'}")
    return "\n".join(lines)


_IDS = frozenset({"owner", "company", "contact", "campaign", "created", "qualified_by"})


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return QCoreApplication.translate("Timeline", "yes") if value else QCoreApplication.translate("Timeline", "no")
    text = ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    one = " ".join(text.split())
    return one if len(one) <= _SHOWN else f"{one[:_SHOWN]}…"


def _is_new(item: TimelineItem) -> bool:
    exists = item.fields.get("exists")
    return exists is not None and not exists.get("before") and len(item.fields) > 1


def _activity(item: TimelineItem, who: str) -> str:
    if item.parent_id is not None:
        return QCoreApplication.translate("Timeline", "{who} replied").format(who=who)
    sentences = {
        ("note", None): QCoreApplication.translate("Timeline", "{who} wrote a note"),
        ("call", None): QCoreApplication.translate("Timeline", "{who} logged a call"),
        ("call", "out"): QCoreApplication.translate("Timeline", "{who} called"),
        ("call", "in"): QCoreApplication.translate("Timeline", "{who} took a call"),
        ("email", None): QCoreApplication.translate("Timeline", "{who} wrote an e-mail"),
        ("email", "in"): QCoreApplication.translate("Timeline", "{who} had an e-mail"),
        ("meeting", None): QCoreApplication.translate("Timeline", "{who} held a meeting"),
        ("visit", None): QCoreApplication.translate("Timeline", "{who} paid a visit"),
    }
    said = sentences.get((item.what, item.direction)) or sentences.get((item.what, None), "{who}")
    return said.format(who=who)


def _consent(item: TimelineItem, who: str) -> str:
    granted = (item.fields.get("granted") or {}).get("after")
    if granted is None:
        said = QCoreApplication.translate("Timeline", "{who} changed the consent for {purpose}")
    elif granted:
        said = QCoreApplication.translate("Timeline", "{who} wrote down consent for {purpose}")
    else:
        said = QCoreApplication.translate("Timeline", "{who} withdrew consent for {purpose}")
    return said.format(who=who, purpose=item.record)


def _stage_kind(item: TimelineItem, around: Surroundings) -> str:
    stage = around.context.stages.get(item.fields["stage"].get("after") or 0)
    return stage.kind if stage is not None else ""


def _move(item: TimelineItem, who: str, around: Surroundings) -> str:
    stage = around.context.stages.get(item.fields["stage"].get("after") or 0)
    lead, name = item.record, stage.name if stage is not None else "–"
    if not lead:
        return _own_move(item, who, stage, name)
    if _is_new(item):
        said = QCoreApplication.translate("Timeline", "{who} opened the lead {lead}")
    elif stage is not None and stage.kind == "won":
        said = QCoreApplication.translate("Timeline", "{lead} won by {who}")
    elif stage is not None and stage.kind == "lost":
        said = QCoreApplication.translate("Timeline", "{lead} lost, said {who}")
    elif stage is not None and stage.kind == "handoff":
        said = QCoreApplication.translate("Timeline", "{lead} handed over by {who}")
    else:
        said = QCoreApplication.translate("Timeline", "{who} moved {lead} to {stage}")
    return said.format(who=who, lead=lead, stage=name)


def _own_move(item: TimelineItem, who: str, stage: StageRow | None, name: str) -> str:
    """Return a move on the timeline of the lead itself, which need not be named."""
    kind = stage.kind if stage is not None else ""
    if _is_new(item):
        said = QCoreApplication.translate("Timeline", "{who} opened the lead")
    elif kind == "won":
        said = QCoreApplication.translate("Timeline", "Won by {who}")
    elif kind == "lost":
        said = QCoreApplication.translate("Timeline", "Lost, said {who}")
    elif kind == "handoff":
        said = QCoreApplication.translate("Timeline", "Handed over by {who}")
    else:
        said = QCoreApplication.translate("Timeline", "{who} moved the lead to {stage}")
    return said.format(who=who, stage=name)


def _edit(item: TimelineItem, who: str, titles: Mapping[str, str]) -> str:
    exists = item.fields.get("exists")
    about = item.record
    if exists is not None and not exists.get("after"):
        said = QCoreApplication.translate("Timeline", "{who} moved {record} to the bin")
    elif exists is not None and len(item.fields) > 1:
        said = QCoreApplication.translate("Timeline", "{who} added {record}")
    elif exists is not None:
        said = QCoreApplication.translate("Timeline", "{who} took {record} out of the bin")
    elif _STEP & item.fields.keys() and item.fields.keys() <= _STEP:
        said = QCoreApplication.translate("Timeline", "{who} set the next step")
    else:
        named = [titles.get(name, name.partition(":")[2] or "") for name in item.fields]
        fields = ", ".join(one for one in named if one)
        if fields and about:
            said = QCoreApplication.translate("Timeline", "{who} changed {fields} of {record}")
        elif fields:
            said = QCoreApplication.translate("Timeline", "{who} changed: {fields}")
        else:
            said = QCoreApplication.translate("Timeline", "{who} changed {record}")
        return said.format(who=who, fields=fields, record=about or _this(item))
    return said.format(who=who, record=about or _this(item))


def _this(item: TimelineItem) -> str:
    names = {
        "contact": QCoreApplication.translate("Timeline", "this contact"),
        "company": QCoreApplication.translate("Timeline", "this company"),
    }
    return names.get(item.kind, QCoreApplication.translate("Timeline", "the lead"))
