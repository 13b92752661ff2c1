"""How a value is written in a field, and what is read from it: text, e-mails, phones, amounts, days, yes or no."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.fields import clean, fold
from app.importing import amounts
from app.outcomes import day_of
from app.periods import local_day
from ui.around import Surroundings

_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
_FEWEST_DIGITS = 3
_MOST = Decimal(10) ** 14
_PLACES = 4


class UnreadableError(ValueError):
    """The text is no value of the field; it says what would be."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a field: text, email, phone, money, number, date or yesno."""

    type: str = "text"

    def read(self, text: str, around: Surroundings) -> Any:
        """Return the plain value that a text means, None if it is empty.

        Raises:
            UnreadableError: it is none.
        """
        words = clean(text).strip()
        if not words:
            return None
        reader = {"email": _email, "phone": _phone, "number": _number, "date": _date, "yesno": _yesno}.get(self.type)
        return words if reader is None else reader(words, around)

    def written(self, value: Any, around: Surroundings) -> str:
        """Return a plain value as it is written and read."""
        if value is None or value == "":
            return ""
        if self.type == "number":
            return around.words.paper.number(Decimal(str(value)), _places(Decimal(str(value))))
        if self.type == "date":
            return around.words.paper.day_short(date.fromisoformat(str(value)[:10]), None)
        if self.type == "yesno":
            return _yes() if value is True else _no()
        return str(value)


def money(text: str, around: Surroundings) -> tuple[Decimal, str | None] | None:
    """Return an amount and its currency as they were typed, None for nothing.

    Raises:
        UnreadableError: it is no amount.
    """
    words = clean(text).strip()
    if not words:
        return None
    comma = around.words.language == "es"
    found = amounts.parse(words, "," if comma else ".")
    if found is None or abs(found[0]) >= _MOST or found[0] != round(found[0], _PLACES):
        raise UnreadableError(
            QCoreApplication.translate("Form", "Write an amount, such as {example}.").format(
                example="48.000,50" if comma else "48,000.50"
            )
        )
    return found


def _email(words: str, around: Surroundings) -> str:
    del around
    if _EMAIL.fullmatch(words) is None:
        raise UnreadableError(
            QCoreApplication.translate("Form", "An e-mail has a name, an @ and a place: ana@harbor.example.")
        )
    return words


def _phone(words: str, around: Surroundings) -> str:
    del around
    if sum(letter.isdigit() for letter in words) < _FEWEST_DIGITS or "@" in words:
        raise UnreadableError(QCoreApplication.translate("Form", "A phone number has at least three digits."))
    return words


def _number(words: str, around: Surroundings) -> str:
    found = money(words, around)
    assert found is not None  # noqa: S101 - the text is not empty
    return str(found[0])


def _date(words: str, around: Surroundings) -> str:
    found = day(words, around)
    if found is None:
        raise UnreadableError(
            QCoreApplication.translate("Form", "Write a day, such as {example}, Friday or tomorrow.").format(
                example=around.words.paper.day_short(local_day(around.now, around.words.zone), None)
            )
        )
    return found.isoformat()


def day(words: str, around: Surroundings) -> date | None:
    """Return the day that a text means: a date as the language writes it, a weekday, today, tomorrow."""
    today = local_day(around.now, around.words.zone)
    found = day_of(words, today)
    if found is not None:
        return found
    parts = fold(words.replace("\u00a0", " ").replace(",", " ")).split()
    numbers = [int(part) for part in parts if part.isdecimal() and part.isascii()]
    months = [number for part in parts if (number := _month(part, around)) is not None]
    if len(months) != 1 or not numbers or len(numbers) + 1 != len([part for part in parts if part != "de"]):
        return None
    year = numbers[1] if len(numbers) > 1 else today.year
    try:
        return date(year, months[0], numbers[0])
    except ValueError:
        return None


def _month(word: str, around: Surroundings) -> int | None:
    calendar = around.words.paper.table["calendar"]
    for names in (calendar["months"], calendar["months_short"]):
        for number, name in enumerate(names, 1):
            if word.strip(".") == fold(str(name)).strip("."):
                return number
    return None


def _yesno(words: str, around: Surroundings) -> bool:
    del around
    said = words.casefold()
    if said in {_yes().casefold(), "yes", "sí", "si"}:
        return True
    if said in {_no().casefold(), "no"}:
        return False
    raise UnreadableError(QCoreApplication.translate("Form", "Write yes or no."))


def _yes() -> str:
    return QCoreApplication.translate("Form", "Yes")


def _no() -> str:
    return QCoreApplication.translate("Form", "No")


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
