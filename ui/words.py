"""Words, amounts and times as the window writes them, in its language.

Words go through Qt's translator; how numbers, money and days are written is the paper's own table, so that screen
and paper agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import wording
from app.texts import fold
from app.wording import Language, Wording
from ui.theme import RESOURCES

if TYPE_CHECKING:
    from app.lead_cards import LeadCard

LANGUAGES: tuple[Language, ...] = ("en", "es")
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_SOON = 8 * _HOUR  # a step due within a working day is said to be near
_HOURS_SAID = 48  # up to here in hours, later in days


@dataclass(frozen=True, slots=True)
class Due:
    """What a card says of its next step: the words, and the token of their colour ("bad", "warn", "good", "muted")."""

    words: str
    token: str
    icon: str


class Words:
    """The window's language. Made once at the start and handed to whatever writes."""

    def __init__(self, language: Language, zone: ZoneInfo, currency: str) -> None:
        self.language = language
        self.zone = zone
        self.currency = currency
        self.paper: Wording = wording.load(language)

    @classmethod
    def plain(cls, language: Language) -> "Words":
        """Return a language before any workspace is open."""
        return cls(language, ZoneInfo("UTC"), "EUR")

    def at(self, zone: ZoneInfo, currency: str) -> "Words":
        """Return the same language for another workspace."""
        return Words(self.language, zone, currency)

    def number(self, value: int) -> str:
        """Return a whole number."""
        return self.paper.number(value)

    def money(self, amount: Decimal, currency: str, *, short: bool = False) -> str:
        """Return an amount; `short` writes thousands and millions as a word or letter."""
        return self.paper.money(amount, currency, short=short)

    def totals(self, total: Mapping[str, Decimal]) -> str:
        """Return sums by currency, the workspace's own first."""
        amounts = {name: amount for name, amount in total.items() if amount}
        if not amounts:
            return self.money(Decimal(0), self.currency)
        order = sorted(amounts, key=lambda name: (name != self.currency, -amounts[name]))
        return " + ".join(self.money(amounts[name], name, short=abs(amounts[name]) >= 1_000_000) for name in order)

    def day(self, moment: datetime, now: datetime) -> str:
        """Return a day with short names, and its year where it is another than this one."""
        return self.paper.day_short(moment.astimezone(self.zone).date(), now.astimezone(self.zone).year)

    def moment(self, moment: datetime, now: datetime) -> str:
        """Return a day and the time of day, near days by name."""
        here, today = moment.astimezone(self.zone), now.astimezone(self.zone)
        days = (today.date() - here.date()).days
        day = (
            QCoreApplication.translate("Words", "Today")
            if days == 0
            else QCoreApplication.translate("Words", "Yesterday")
            if days == 1
            else self.day(moment, now)
        )
        return f"{day}, {wording.clock_time(here)}"

    def due(self, card: "LeadCard", now: datetime) -> Due | None:
        """Return what a card says of when its next step is due, or None if it has no such day."""
        if card.state == "won":
            return Due(QCoreApplication.translate("Words", "Won"), "good", "check")
        if card.state == "lost":
            return Due(QCoreApplication.translate("Words", "Lost"), "muted", "x")
        return None if card.due_at is None else self.due_by(card.due_at, now)

    def due_by(self, due_at: datetime, now: datetime) -> Due:
        """Return what is said of something that is due at a moment."""
        left = due_at - now
        if left < timedelta():
            late = QCoreApplication.translate("Words", "{time} overdue").format(time=self.length(-left))
            return Due(late, "bad", "alarm-clock")
        words = QCoreApplication.translate("Words", "{time} left").format(time=self.length(left))
        return Due(words, "warn" if left <= _SOON else "muted", "clock")

    def length(self, time: timedelta) -> str:
        """Return a length of time, rounded down, in the largest unit that says enough."""
        if time < _HOUR:
            return QCoreApplication.translate("Words", "{n} min").format(n=max(1, int(time / timedelta(minutes=1))))
        hours = int(time / _HOUR)
        if hours < _HOURS_SAID:
            return QCoreApplication.translate("Words", "{n} h").format(n=hours)
        return self.days(int(time / _DAY))

    def days(self, count: int) -> str:
        """Return a number of days as a card writes it."""
        return QCoreApplication.translate("Words", "{n} d").format(n=self.number(count))

    def no_step(self) -> str:
        """Return what a card says that has no next step."""
        return QCoreApplication.translate("Words", "No next step")

    def no_day(self) -> str:
        """Return what a card says whose next step has no day."""
        return QCoreApplication.translate("Words", "No date")

    def sentence(self, card: "LeadCard", owner: str, now: datetime) -> str:
        """Return a card as it is read aloud, its owner by name."""
        due = self.due(card, now)
        parts = [
            card.name,
            card.company,
            due.words if due else "",
            "" if card.value is None else self.money(card.value, card.currency),
            card.next_step or (self.no_step() if card.state == "open" else ""),
            owner,
            "" if card.score is None else QCoreApplication.translate("Words", "Score {n}").format(n=card.score),
        ]
        return ", ".join(part for part in parts if part)


def choose(wanted: list[str]) -> Language:
    """Return the first language of a list such as ["es-ES", "en"] that the window speaks; English if none is."""
    for name in wanted:
        short = name.replace("_", "-").partition("-")[0]
        for language in LANGUAGES:
            if short == language:
                return language
    return "en"


def of_the_system() -> Language:
    """Return the language of this computer's account."""
    return choose(QLocale.system().uiLanguages())


def locale_of(language: Language, system: QLocale) -> QLocale:
    """Return by what fields for days are written: in the window's language as in the account's country.

    English alone would write the month before the day, which half of a team would read the other way round.
    """
    return QLocale(QLocale(language).language(), system.territory())


def install(application: QCoreApplication, language: Language) -> list[QTranslator]:
    """Make the application speak a language, Qt's own words included; the translators must be kept."""
    QLocale.setDefault(locale_of(language, QLocale.system()))
    made = []
    for folder, name in (
        (str(RESOURCES / "translations"), "tandem"),
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
    ):
        translator = QTranslator(application)
        if translator.load(f"{name}_{language}", folder):
            application.installTranslator(translator)
            made.append(translator)
    return made


def initials(name: str) -> str:
    """Return up to two letters that stand for a name."""
    words = [word for word in name.split() if word[:1].isalnum()]
    if not words:
        return name[:1].upper()
    if len(words) == 1:
        return words[0][: 2 if not words[0].isascii() and len(words[0]) <= 3 else 1].upper()
    return (words[0][0] + words[-1][0]).upper()


def seed(name: str) -> int:
    """Return a number that stays the same for a name, to choose its colour by."""
    return sum(map(ord, name))


def matches(text: str, typed: str) -> tuple[int, int] | None:
    """Return where what was typed stands in a text, case and accents aside, or None; nothing typed stands at (0, 0).

    Words in any order count too, and are then found at the place of the first of them.
    """
    wanted = fold(typed).strip()
    if not wanted:
        return 0, 0
    starts: list[int] = []
    folded = ""
    for place, letter in enumerate(text):
        made = fold(letter) if not letter.isspace() else " "
        folded += made
        starts += [place] * len(made)
    if all(word in folded for word in wanted.split()):
        found = wanted if wanted in folded else wanted.split()[0]
        at = folded.index(found)
        return starts[at], starts[at + len(found) - 1] + 1
    return None
