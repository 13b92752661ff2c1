"""What a column called Name means beside one for the first name, language by language."""

from pathlib import Path

import pytest

from app import contacts, imports
from app.workspace import Workspace


@pytest.mark.parametrize(
    "heads",
    [
        "Vorname,Name",
        "Voornaam,Naam",
        "Fornavn,Navn",
        "Förnamn,Namn",
        "Prénom,Nom",
        "Nome,Cognome",
        "First name,Last name",
    ],
)
def test_both_parts_of_a_name_are_found(file_workspace: Workspace, tmp_path: Path, heads: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"{heads},Email\nJürgen,Groß,j@harbor.example\n", encoding="utf-8")
    imports.run(file_workspace, path)
    assert [row.name for row in file_workspace.read(contacts.first_page, "Jürgen")] == ["Jürgen Groß"]
