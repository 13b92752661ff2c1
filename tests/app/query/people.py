"""A small workspace in which every field is empty somewhere, and filled with something awkward elsewhere."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app import companies, contacts, feed, leads, members, things
from app.workspace import Workspace

NOW = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
"""Just before the clocks go forward in the workspace's zone."""
_TEXTS = (
    *(
        "Rome",
        "rome",
        "São Paulo",
        "SAO PAULO",
        "Sao  Paulo",
        "Łódź",
        "木村",
        "web",
        "Web",
        "we*b",
        '100% "real"',
        "a_b",
    ),
    *(
        "x" * 300,
        "=1+1",
        "-",
        "none",
        "me",
        "or",
        "İstanbul",
        "straße",
        "STRASSE",
        "Ⅷ",
        "e\u0301te\u0301",
        "ı",
        "\u202eabc",
    ),
)
_AMOUNTS = ("0", "39.5", "40", "40.01", "-7", "999999999.9999", "1000000")


def fill(workspace: Workspace) -> None:
    """Fill an empty workspace."""

    def write(service: Any, *args: Any, **more: Any) -> int:
        found = workspace.write(service, *args, **more).entries
        return found[0].id

    write(members.add, "Bo Sales", "bo@harbor.example", "sales", login=None)
    write(members.add, "Ana María Núñez", "ana@harbor.example", "marketing", login=None)
    for name in ("Autumn Fair", "Webinar São Paulo"):
        write(things.create, "campaign", {"name": name})
    for kind, name, form in (
        ("contact", "Shoe size", "number"),
        ("contact", "Diet", "text"),
        ("lead", "Budget", "number"),
        ("lead", "Trial ends", "date"),
        ("lead", "Demo given", "yesno"),
        ("lead", "Región", "text"),
    ):
        write(things.create, "field", {"kind": kind, "name": name, "form": form})
    context = workspace.context()
    people, campaigns, stages = list(context.members), list(context.campaigns), list(context.stages)
    firms = [
        write(
            companies.create,
            {"name": f"{_TEXTS[n]} Ltd"}
            | _some(
                n,
                {
                    "industry": _TEXTS[-n - 1],
                    "size": "10",
                    "city": _TEXTS[n],
                    "domain": "harbor.example",
                    "owner": people[n % len(people)],
                    "tags": ["VIP"],
                    "country": "Rome",
                    "external_id": _TEXTS[n],
                },
            ),
        )
        for n in range(6)
    ]
    persons = [
        write(
            contacts.create,
            {"first_name": _TEXTS[n % len(_TEXTS)], "last_name": _TEXTS[(n * 7) % len(_TEXTS)]}
            | _some(
                n,
                {
                    "emails": [f"p{n}@Harbor.example", f"second{n % 3}@else.example"][: 1 + n % 2],
                    "phones": [f"+34 600 10{n:02}", "no digits"][: 1 + n % 2],
                    "city": _TEXTS[(n * 5) % len(_TEXTS)],
                    "source": _TEXTS[(n * 3) % len(_TEXTS)],
                    "street": f"{n} {_TEXTS[n % len(_TEXTS)]}",
                    "postcode": str(n),
                    "country": _TEXTS[(n * 2) % len(_TEXTS)],
                    "language": _TEXTS[n % len(_TEXTS)],
                    "external_id": f"{_TEXTS[n % len(_TEXTS)]}",
                    "job_title": f"Head of {_TEXTS[n % len(_TEXTS)]}",
                    "tags": ["VIP", _TEXTS[n % len(_TEXTS)]][: 1 + n % 2],
                    "company": firms[n % len(firms)],
                    "campaign": campaigns[n % 2],
                    "owner": people[n % len(people)],
                    "custom:Shoe size": _AMOUNTS[n % len(_AMOUNTS)],
                    "custom:Diet": _TEXTS[n % len(_TEXTS)],
                    "consent:email": ("yes", "no")[n % 2],
                    "consent:Post Mail": "yes",
                },
            ),
        )
        for n in range(26)
    ]
    for n in range(26):
        lead = write(
            leads.create,
            {"name": _TEXTS[n % len(_TEXTS)]}
            | _some(
                n + 1,
                {
                    "contact": persons[n],
                    "company": firms[n % len(firms)],
                    "owner": people[n % len(people)],
                    "source": _TEXTS[(n * 3) % len(_TEXTS)],
                    "value": _AMOUNTS[n % len(_AMOUNTS)],
                    "qualified_by": people[n % len(people)],
                    "note": f"{_TEXTS[n % len(_TEXTS)]}, said {n}",
                    "tags": ["VIP", "we"],
                    "external_id": _TEXTS[(n * 2) % len(_TEXTS)],
                    "currency": ("EUR", "USD")[n % 2],
                    "expected_close": (NOW + timedelta(days=n * 11 - 100)).date().isoformat(),
                    "score": n * 4 - 8,
                    "created": (NOW - timedelta(hours=n * 13)).isoformat(),
                    "due": (NOW + timedelta(hours=n * 5 - 40)).isoformat(),
                    "next_step": f"call {_TEXTS[n % len(_TEXTS)]}",
                    "custom:Budget": _AMOUNTS[n % len(_AMOUNTS)],
                    "custom:Trial ends": (NOW + timedelta(days=n)).date().isoformat(),
                    "custom:Demo given": n % 2 == 0,
                    "custom:Región": _TEXTS[n % len(_TEXTS)],
                },
            ),
        )
        stage = context.stages[stages[n % len(stages)]]
        reason = next(one.id for one in context.reasons.values() if one.list == "lost" and not one.note_required)
        workspace.write(leads.move, lead, stage.id, reason=reason if stage.kind == "lost" else None)
    for n in range(30):
        type_ = ("note", "call", "email", "meeting", "visit")[n % 5]
        kind, number = (("contact", persons[n % 25 + 1]), ("lead", n % 24 + 1), ("company", firms[n % 6]))[n % 3]
        at = NOW - timedelta(hours=n * 17 - 40)
        text = _TEXTS[n % len(_TEXTS)]
        if type_ == "email":
            write(feed.log_email, kind, number, text, "price list", at, ("in", "out")[n % 2])
        else:
            write(feed.add, kind, number, type_, text, None, None, at)
    workspace.write(contacts.remove, persons[3])


def _some(number: int, values: dict[str, Any]) -> dict[str, Any]:
    """Return part of the values, another part for each number; all of them for every fifth."""
    if number % 5 == 0:
        return values
    return {name: value for place, (name, value) in enumerate(values.items()) if (number >> (place % 4)) & 1}
