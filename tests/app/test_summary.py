"""The summary on paper: the same bytes for the same minutes, readable aloud, any script, and no text is markup."""

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import wording
from app.freezing import freeze, thaw
from app.printable import line
from app.summary import render, render_plain
from app.summary_data import ActionLine, Person, Summary, WaitingLine, Win
from app.summary_page import Paper
from app.wording import Language
from tests.helpers.commands import ROOT
from tests.helpers.summaries import MONDAY, empty, weekly

SCRIPTS = {
    "arabic": "نور السيد · مجموعة المنار (70)",
    "hebrew": "השיווק מטפל באנשי קשר",
    "chinese": "网络研讨会线索当天移交销售",
    "japanese": "当日中に引き渡す",
    "korean": "당일 인계",
    "hindi": "बिक्री उसी दिन",
    "bengali": "বিক্রয়",
    "tamil": "விற்பனை",
    "telugu": "అమ్మకాలు",
    "thai": "ส่งต่อฝ่ายขาย",
    "khmer": "ការលក់",
    "burmese": "အရောင်း",
    "sinhala": "විකුණුම්",
    "georgian": "გაყიდვები",
    "armenian": "վաճառք",
    "amharic": "ሽያጭ",
    "greek": "Ελληνικά πωλήσεις",
    "cyrillic": "Кириллица продажи",
    "vietnamese": "Tiếng Việt bán hàng",
    "accents": "naïve Łódź ﬁ 1.234,50 € — “x”",
    "emoji": "🎉🚀 👩‍💼 🇪🇸 👍🏽",
    "mixed": "Deal שלום (42) مرحبا 北京 🎉 end",
}
HOSTILE = (
    "#read('/etc/passwd') #panic()",
    "$ x^2 $ *bold* _it_ @ref <label> `raw`",
    "#set page(fill: red) \\ \\u{41} [x] // c /* c */",
    "= Heading\n- list\n+ enum / term: x",
    '"quoted\\" #{"json":1}\', {n} {page} {0}',
    "<script>alert(1)</script> &amp; %s %(n)s",
    "'; DROP TABLE leads; --",
)


@cache
def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")


def standards(pdf: bytes) -> set[str]:
    """Return the standards to which a PDF claims to keep, as its metadata say them."""
    metadata: Any = read(pdf).trailer["/Root"]
    said = metadata["/Metadata"].get_object().get_data().decode()
    return {name for name in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<") if name in said}


def with_text(text: str) -> Summary:
    """Return minutes that say the same text wherever a person may write."""
    wait = WaitingLine(text, text, text, Decimal(100), "EUR", Decimal(30))
    return replace(
        weekly(),
        company=text,
        title=text,
        present=(Person(text, "sales"),),
        goals=tuple(replace(one, name=text) for one in weekly().goals or ()),
        wins=(Win(text, text),),
        decisions=(text,),
        actions=(ActionLine(text, text, MONDAY, None),),
        waiting=(wait,),
        notes=text,
    )


@pytest.mark.parametrize("made", [weekly, empty])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_paper_keeps_to_archive_and_accessibility_standards(made: Any, paper: Paper, language: Language) -> None:
    pdf = render(made(), paper=paper, language=language)
    assert len(standards(pdf)) == 3
    root: Any = read(pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == {"en": "en-GB", "es": "es-ES"}[language]
    assert read(pdf).metadata is not None


def test_the_same_minutes_give_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib; from app.summary import render; from tests.helpers.summaries import weekly\n"
        "print(hashlib.sha256(render(weekly(), paper='letter', language='es')).hexdigest())"
    )
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    again = render(weekly(), paper="letter", language="es")
    assert hashlib.sha256(again).hexdigest() == there.strip()
    later = replace(weekly(), printed_at=weekly().printed_at + timedelta(seconds=1))
    assert render(later, paper="letter", language="es") != again


def test_a_usual_meeting_takes_one_page() -> None:
    nobody = replace(weekly(), waiting=())
    usual: tuple[tuple[Paper, Summary], ...] = (("a4", weekly()), ("letter", nobody))
    languages: tuple[Language, ...] = ("en", "es")
    pages = {
        (paper, language): len(read(render(minutes, paper=paper, language=language)).pages)
        for paper, minutes in usual
        for language in languages
    }
    assert set(pages.values()) == {1}


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_printed_with_the_fonts_at_hand(name: str) -> None:
    pdf = render(with_text(SCRIPTS[name]))
    # Only the first try, with our own fonts and every character found, gives a PDF of both standards.
    assert len(standards(pdf)) == 3
    assert "\ufffd" not in text_of(pdf)


@pytest.mark.parametrize("name", ["chinese", "greek", "cyrillic", "accents", "georgian"])
def test_what_was_printed_can_be_read_out_again(name: str) -> None:
    pdf = render(with_text(SCRIPTS[name]))
    assert text_of(pdf).count(SCRIPTS[name].replace("ﬁ", "fi")[:10]) + text_of(pdf).count(SCRIPTS[name][:10]) >= 8


def test_a_character_that_no_font_has_leaves_the_rest_readable() -> None:
    pdf = render(with_text("Before \U00012000\U0001f9ff\U000e0041 after"))
    assert pdf.startswith(b"%PDF")
    assert "Before" in text_of(pdf)
    assert "after" in text_of(pdf)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    pdf = render(with_text(text))
    said = squeezed(text_of(pdf))
    # Title, person, decision, win, action, waiting, notes: as it was typed.
    assert said.count(squeezed(line(text))) >= 8
    assert len(standards(pdf)) == 3
    plain = render_plain(with_text(text))
    assert plain.count(" ".join(text.split())) >= 8


@settings(max_examples=30)
@given(st.text(st.characters(), max_size=60))
def test_any_text_makes_a_paper(text: str) -> None:
    assert render(with_text(text)).startswith(b"%PDF")
    render_plain(with_text(text), "es").encode()


def test_fifty_thousand_characters_anywhere_make_a_paper() -> None:
    for text in ("word " * 10_000, "x" * 50_000, "משפט ארוך " * 5_000):
        pdf = render(with_text(text))
        assert len(standards(pdf)) == 3
        assert len(read(pdf).pages) < 60


def test_names_that_are_cut_are_said_to_be() -> None:
    long = replace(weekly(), wins=(Win("A win " * 100),))
    assert "cut to fit" in text_of(render(long))
    assert "cut to fit" not in text_of(render(weekly()))
    assert "A decision " * 30 in text_of(render(replace(weekly(), decisions=("A decision " * 40,))))


def test_a_figure_says_what_it_counts() -> None:
    said = text_of(render(weekly()))
    assert "Leads that first entered a qualified (MQL) stage in the window" in said
    assert "Window: 1 Oct – 23 Nov 2026" in said
    for key in ("waiting", "touched_within", "lost"):
        for language in ("en", "es"):
            assert wording.load(language).said("population", key)


def test_who_waits_can_be_counted_without_names() -> None:
    counted = text_of(render(replace(weekly(), show_overdue_names=False)))
    assert "Amelia" not in counted
    assert "3 people wait longer than agreed. The longest is 28 h over." in counted
    more = text_of(render(replace(weekly(), more_waiting=17)))
    assert "and 17 more" in more


def test_amounts_and_days_are_written_in_the_language() -> None:
    won = Win("Bellini", "web", Decimal("8600.5"), None, "money", "EUR")
    met = Win("Leads", "", Decimal(12), Decimal(10))
    minutes = replace(weekly(), wins=(won, met), waiting=(WaitingLine("A", "", "", None, "", Decimal(1251)),))
    english, spanish = render_plain(minutes), render_plain(minutes, "es")
    assert "Bellini: €8,600.50" in english
    assert "Leads: 12 of 10" in english
    assert "52\xa0days" in english
    assert "Bellini: 8600,50\xa0€" in spanish
    assert "52\xa0días" in spanish


def test_plain_text_holds_all_that_the_paper_does() -> None:
    plain = render_plain(weekly())
    for one in (*(weekly().decisions or ()), "Bellini Foods signed: $38,000", "[x] Fix web form", "Amelia Okafor"):
        assert one in plain
    assert "\u2068" not in render_plain(with_text(SCRIPTS["arabic"]))


def test_minutes_are_frozen_and_thawed_without_loss() -> None:
    for minutes in (weekly(), empty(), with_text("x")):
        assert thaw(freeze(minutes)) == minutes
    older = freeze(weekly())
    del older["more_waiting"]
    assert thaw(older) == weekly()


def test_moments_are_told_in_the_workspace_s_zone_even_an_unknown_one() -> None:
    tokyo = replace(weekly(), timezone="Asia/Tokyo", starts=datetime(2026, 11, 23, 1, tzinfo=UTC), ends=None)
    assert "10:00" in text_of(render(tokyo))
    assert render(replace(weekly(), timezone="Mars/Olympus")).startswith(b"%PDF")


def test_both_languages_have_the_same_words_to_say() -> None:
    english, spanish = (
        tomllib.loads((wording.TRANSLATIONS / f"paper.{language}.toml").read_text("utf-8")) for language in ("en", "es")
    )

    def keys(table: Mapping[str, Any], path: str = "") -> set[str]:
        found = set()
        for name, value in table.items():
            found |= keys(value, f"{path}{name}.") if isinstance(value, dict) else {path + name}
        return found

    symbols = {key for key in keys(english) | keys(spanish) if "symbols" in key}
    assert keys(english) - symbols == keys(spanish) - symbols
