"""The printed contract: the same bytes for the same version, whatever is renamed after; text is never markup."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from app import things
from app.agreement import contract, drafts
from app.summary_page import Paper as Sheet
from app.wording import Language
from tests.helpers.commands import asked, run
from tests.helpers.parties import clause, draft_of, parties


def text_of(pdf: bytes) -> str:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split()).replace("\u200b", "")


def test_a_published_version_prints_the_same_bytes_whatever_is_renamed(url: str) -> None:
    with parties(url) as both:
        number = both.agree(
            {"mql_points": 15}, clause("value>=5000"), clause("source:web,event", points=15, fades=True)
        )
        first = both.marketing.read(contract.printed, number)
        stage = next(one for one in both.marketing.context().stages.values() if one.milestone == "sal")
        both.marketing.write(things.edit, "stage", stage.id, {"name": "Renamed"})
        both.marketing.write(drafts.begin)
        assert both.sales.read(contract.printed, number) == first
        assert both.sales.read(contract.printed, number, paper="letter") != first
        said = text_of(first)
        for words in ("Version 2 · in force since", "Value is at least 5,000", "Source is one of web or event"):
            assert words in said or words.replace("Version 2", "Version 1") in said
        assert "+15, fading" in said
        assert "at least 15 of these points" in said
        assert "Mia" in said
        assert "Sol" in said
        assert both.marketing.read(contract.contract_of, number).paper.terms.digest() in said.replace(" ", "")
        assert "Draft" not in said
        assert len(pypdf.PdfReader(BytesIO(first)).pages) <= 2


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_draft_says_so_on_paper(file_url: str, paper: Sheet, language: Language) -> None:
    with parties(file_url) as both:
        number = draft_of(both.marketing)
        made = both.marketing.read(contract.printed, number, paper=paper, language=language)
        said = text_of(made)
        assert {"en": "Draft, not signed", "es": "Borrador, sin firmar"}[language] in said
        assert len(pypdf.PdfReader(BytesIO(made)).pages) <= 2
        both.marketing.write(drafts.sign, number, "marketing")
        half = text_of(both.marketing.read(contract.printed, number, paper=paper, language=language))
        assert {"en": "signed by marketing only", "es": "firmado solo por marketing"}[language] in half


def test_what_people_typed_is_no_markup_and_any_script_is_set(file_url: str) -> None:
    with parties(file_url) as both:
        words = ("#read('/etc/passwd') $x$ @ref <label>", "شركة من خمسين شخصًا (50)", "שלום", "x" * 900)
        number = both.agree({}, *(clause("has:email", key=f"k{n}", label=one) for n, one in enumerate(words)))
        said = text_of(both.marketing.read(contract.printed, number))
        assert "#read('/etc/passwd')" in said
        plain = contract.render_plain(both.marketing.read(contract.contract_of, number), "es")
        for one in words:
            assert one in plain
        assert "Correo se conoce" in plain


def test_the_command_prints_a_version(file_url: str, tmp_path: Path) -> None:
    file = tmp_path / "contract.pdf"
    with parties(file_url) as both:
        number = both.agree({}, clause("has:phone"))
        assert asked("agreement", file_url, "print", "-o", file)["file"] == str(file)
        assert file.read_bytes() == both.marketing.read(contract.printed, number)
        both.marketing.write(drafts.begin)
    plain = tmp_path / "contrato.txt"
    run("agreement", file_url, "print", "--version", 2, "--language", "es", "-o", plain)
    assert "Borrador, sin firmar" in plain.read_text("utf-8")
    assert "-o FILE" in run("agreement", file_url, "print", code=2).stderr
