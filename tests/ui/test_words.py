"""The window's two languages: nothing left out, nothing stale, amounts and times as people write them."""

import ast
import shutil
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.lead_cards import LeadCard
from app.wording import Language
from tools import words as gathering
from ui import words
from ui.moments import micros
from ui.words import Words

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def texts(path: Path) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    if not path.exists():
        return found
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of ours
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = forms
    return found


@pytest.mark.parametrize("language", gathering.LANGUAGES)
def test_every_word_of_the_window_is_translated(language: str, tmp_path: Path) -> None:
    for room, sources in gathering.rooms().items():
        kept = gathering.TRANSLATIONS / f"{room}_{language}.ts"
        fresh = tmp_path / kept.name
        if kept.exists():
            shutil.copy(kept, fresh)
        gathering.gather(sources, language, fresh)
        assert texts(fresh).keys() == texts(kept).keys(), "run python -m tools.words"
        assert {key: forms for key, forms in texts(kept).items() if not all(forms)} == {}


@pytest.mark.parametrize("language", gathering.LANGUAGES)
def test_no_two_rooms_say_the_same_in_one_context(language: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for path in sorted(gathering.TRANSLATIONS.glob(f"*_{language}.ts")):
        for key in texts(path):
            assert seen.setdefault(key, path.name) == path.name, key


def test_translations_keep_the_places_of_what_is_filled_in() -> None:
    for path in gathering.TRANSLATIONS.glob("*_es.ts"):
        for (context, source), forms in texts(path).items():
            for form in forms:
                holes = sorted(part.partition("}")[0] for part in source.split("{")[1:])
                assert sorted(part.partition("}")[0] for part in form.split("{")[1:]) == holes, (context, source)


def test_a_language_is_chosen_from_what_the_account_wants() -> None:
    assert words.choose(["de-DE", "es-MX", "en-GB"]) == "es"
    assert words.choose(["es_ES.UTF-8"]) == "es"
    assert words.choose(["de-DE"]) == "en"


def test_spanish_is_spoken_and_put_away_again(application: QCoreApplication) -> None:
    translators = words.install(application, "es")
    try:
        assert QCoreApplication.translate("Window", "&File") == "&Archivo"
        assert QCoreApplication.translate("StageHead", "%n overdue", None, 1) == "1 atrasado"
        assert QCoreApplication.translate("StageHead", "%n overdue", None, 2) == "2 atrasados"
    finally:
        for translator in translators:
            application.removeTranslator(translator)
    assert QCoreApplication.translate("Window", "&File") == "&File"


def card(**given: object) -> LeadCard:
    values: dict[str, object] = {
        "id": 1,
        "version": 1,
        "stage_id": 1,
        "rank": "V",
        "name": "Ann",
        "company": "",
        "units": None,
        "currency": "EUR",
        "owner_id": None,
        "score": None,
        "next_step": "",
        "due": None,
        "entered": micros(NOW),
        "created": micros(NOW),
        "state": "open",
        "source": "",
        "campaign_id": None,
        "contact_id": None,
    }
    return LeadCard(**(values | given))  # type: ignore[arg-type]  # a made-up card


@pytest.mark.parametrize(
    ("due", "said", "token"),
    [
        (timedelta(minutes=-1), "1 min overdue", "bad"),
        (timedelta(hours=-5), "5 h overdue", "bad"),
        (timedelta(hours=3), "3 h left", "warn"),
        (timedelta(hours=26), "26 h left", "muted"),
        (timedelta(hours=49), "2 d left", "muted"),
    ],
)
def test_when_a_step_is_due(due: timedelta, said: str, token: str) -> None:
    found = Words("en", ZoneInfo("UTC"), "EUR").due(card(due=micros(NOW + due)), NOW)
    assert found is not None
    assert (found.words, found.token) == (said, token)


def test_sums_say_every_currency_their_own_first() -> None:
    speaker = Words("en", ZoneInfo("UTC"), "EUR")
    assert speaker.totals({}) == "€0"
    assert speaker.totals({"USD": Decimal(20), "EUR": Decimal(10), "GBP": Decimal(0)}) == "€10 + $20"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ann Lee", "AL"), ("ann", "A"), ("李明", "李明"), ("", ""), ("Ann van der Lee", "AL"), ("  ", "")],
)
def test_initials(name: str, letters: str) -> None:
    assert words.initials(name).strip() == letters


def test_no_words_stand_within_a_string_that_is_put_together() -> None:
    """The tool that gathers words does not look into f-strings."""
    hidden = [
        f"{path.relative_to(gathering.ROOT)}:{call.lineno}"
        for path in sorted((gathering.ROOT / "ui").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in ("tr", "translate")
    ]
    assert not hidden


@pytest.mark.parametrize(
    ("language", "system", "day"),
    [
        ("en", "en_GB", "25/11/2026"),
        ("en", "es_ES", "25/11/2026"),
        ("en", "en_US", "11/25/26"),
        ("es", "en_US", "25/11/2026"),
    ],
)
def test_fields_for_days_follow_the_accounts_country(language: Language, system: str, day: str) -> None:
    locale = words.locale_of(language, QLocale(system))
    assert locale.toString(QDate(2026, 11, 25), QLocale.FormatType.ShortFormat) == day
