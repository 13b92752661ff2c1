"""Scenes of the import: the choice of a file, the matching with a question, the plan, what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt

from app import contacts, finding
from app.fields import KINDS
from app.workspace import open_workspace
from tools.scenes.stage import SMALL, Scene, Scenes, Stage
from ui.importing.frame import CHOOSE, DONE, MATCH, PLAN
from ui.importing.wizard import ImportWizard

_HEADS = (
    "Record ID;First Name;Last Name;Email;Phone Number;Company Name;Job Title;Lifecycle Stage;Create Date;"
    "Original Source;NPS score;Machine model"
)
_PEOPLE = (
    ("Amelia", "Okafor", "amelia@northwindlab.example", "+44 20 7946 0958", "Northwind Labs", "Head of Operations"),
    ("José", "Núñez", "jose@nunez.example", "+34 915 550 132", "Núñez Café", "Owner"),
    ("Noor", "Al-Sayed", "noor@almanar.example", "+971 4 555 0101", "Al Manar Group", "Buyer"),
    ("Zoë", "Brühl", "zoe@bruehl.example", "+49 30 5550 118", "Brühl & Söhne", "Einkauf"),
    ("Kenji", "Ito", "kenji@helixbio.example", "+81 3 5555 0190", "Helix Bio", "Facilities"),
)
_LIFE = ("lead", "marketingqualifiedlead", "customer")
_DAYS = ("03/04/2024", "11/02/2024", "07/09/2024", "05/06/2024", "08/01/2024")


def _place(stage: Stage, name: str) -> Path:
    """Return where a file of a scene lies: beside its workspace, where no other gallery writes."""
    return Path(stage.url).parent / name


def _file(stage: Stage) -> Path:
    """Return a list as another program exports it: a question of day and month, two fields nobody knows, odd rows."""
    lines = [_HEADS]
    for number in range(1_204):
        first, last, mail, phone, company, job = _PEOPLE[number % 5]
        if number >= len(_PEOPLE):
            last, mail = f"{last} {number}", f"{number}.{mail}"
        day = _DAYS[number % 5]
        lines.append(
            f"{10_400 + number};{first};{last};{mail};{phone};{company};{job};{_LIFE[number % 3]};{day};Offline;"
            f"{number % 11};{'La Marzocco KB90' if number % 3 else ''}"
        )
    lines.insert(40, "; ; ; ; ;;;Lisbon;;;9;")
    lines.insert(212, ";;;;;;;;;;7;Linea Mini")
    path = _place(stage, "hubspot-contacts-2026-11-20.csv")
    path.write_text("\n".join(lines) + "\n", encoding="cp1252")
    return path


def _wizard(stage: Stage, path: Path | None = None) -> ImportWizard:
    stage.files += [] if path is None else [path]
    stage.rest()
    stage.window.importing.start(() if path is None else (path,))
    return stage.window.importing.wizard


def _choosing(stage: Stage) -> None:
    wizard = _wizard(stage)
    stage.rest()
    stage.until(lambda: wizard.step == CHOOSE)


def _matching(stage: Stage) -> None:
    wizard = _wizard(stage, _file(stage))
    stage.until(lambda: wizard.step == MATCH)


def _other_way(stage: Stage) -> None:
    _matching(stage)
    stage.window.importing.wizard.matching.found_card.other.click()
    stage.rest()


def _target(stage: Stage) -> None:
    _matching(stage)
    matching = stage.window.importing.wizard.matching
    matching.choose_target(8)
    if matching.choices is not None:
        stage.over.append(matching.choices)
    stage.rest()


def _planned(stage: Stage) -> None:
    _matching(stage)
    wizard = stage.window.importing.wizard
    wizard.answer("day_first", "true")
    stage.until(wizard.next.isEnabled)
    wizard.next.click()
    stage.until(lambda: wizard.step == PLAN)


def _updates(stage: Stage) -> None:
    _planned(stage)
    stage.window.importing.wizard.plan.show_verdict("created")
    stage.rest()


def _known(stage: Stage) -> None:
    """A list of people who are here already: some change, some are the same, some cells cannot be read."""
    with open_workspace(stage.url) as made, made.reading() as session:
        ids = finding.first_ids(session, KINDS["contact"], "has:email", "name", 60)
        people = [contacts.detail(session, number).values for number in ids]
    lines = ["Full name,Email,City,Job title,Company,Birthday,Consent"]
    for number, one in enumerate(people):
        city = one["city"] if number % 3 else "Sevilla"
        job = one["job_title"] or "Buyer"
        day = "someday" if number in (7, 21) else f"19{60 + number % 30}-05-{1 + number % 28:02}"
        lines.append(f"{one['name']},{one['emails'][0]},{city},{job},,{day},")
    path = _place(stage, "fair in Sevilla.csv")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    wizard = _wizard(stage, path)
    stage.until(lambda: wizard.step == MATCH and wizard.next.isEnabled())
    wizard.next.click()
    stage.until(lambda: wizard.step == PLAN)
    wizard.plan.show_verdict("updated")
    stage.rest()


def _stages(stage: Stage) -> None:
    """Leads whose stages the board does not know."""
    lines = ["Deal ID,Deal Name,Deal Stage,Amount,Contact Name,Email"]
    names = ("Qualified", "Proposal", "Negotiation", "New", "Won")
    lines += [
        f"d{number},Order {number},{names[number % 5]},{1000 + number},Person {number},p{number}@deals.example"
        for number in range(60)
    ]
    path = _place(stage, "deals.csv")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    wizard = _wizard(stage, path)
    stage.until(lambda: wizard.step == MATCH and wizard.next.isEnabled())
    wizard.next.click()
    stage.until(lambda: wizard.step == PLAN)
    stage.rest()


def _done(stage: Stage) -> None:
    _planned(stage)
    wizard = stage.window.importing.wizard
    wizard.next.click()
    stage.until(lambda: wizard.step == DONE)
    stage.rest()


def _undone(stage: Stage) -> None:
    _done(stage)
    wizard = stage.window.importing.wizard
    wizard.undo()
    stage.until(lambda: not wizard.result.undo.isVisible())
    stage.rest()


def _refused(stage: Stage) -> None:
    path = _place(stage, "photo of the list.csv")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    wizard = _wizard(stage, path)
    stage.until(wizard.choosing.problem.isVisible)
    stage.rest()


SCENES: Scenes = {
    "import-choose": Scene(_choosing),
    "import-mapping": Scene(_matching),
    "import-mapping-small": Scene(_matching, SMALL),
    "import-mapping-200": Scene(_matching, SMALL, scale=2),
    "import-mapping-rtl": Scene(_matching, direction=Qt.LayoutDirection.RightToLeft),
    "import-other-way": Scene(_other_way),
    "import-target": Scene(_target),
    "import-plan": Scene(_planned),
    "import-plan-small": Scene(_planned, SMALL),
    "import-plan-new": Scene(_updates),
    "import-plan-updates": Scene(_known),
    "import-plan-question": Scene(_stages),
    "import-done": Scene(_done),
    "import-undone": Scene(_undone),
    "import-refused": Scene(_refused, empty=True),
}
