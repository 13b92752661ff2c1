"""The questions of an import as cards: what is asked, and what each answer would mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.importing.charsets import NAMES
from app.importing.table import Choice
from ui import icons
from ui.importing.parts import Answer, Card
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_MANY = 5
"""From so many answers on they are in a box that opens."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the window's words: its head, what it is about, and title and meaning of each answer."""

    title: str
    about: str
    answers: Sequence[tuple[str, str, str]]  # the value, what the button says, what it means


class Counted(QObject):
    """Sentences with a number in them; only an object's own `tr` is gathered with its plural forms."""

    def dates(self, count: int) -> str:
        """Return what is said of dates that do not tell."""
        return self.tr("“{column}” holds %Ln dates, and none of them tells day from month.", None, count)

    def amounts(self, count: int) -> str:
        """Return what is said of amounts that do not tell."""
        return self.tr("“{column}” holds %Ln amounts, and none of them tells.", None, count)

    def rows(self, count: int) -> str:
        """Return what is said of people who share an e-mail."""
        return self.tr("%Ln rows share an e-mail with somebody of another first name.", None, count)


def asked(choice: Choice) -> Asked:
    """Return a question in the window's words."""
    key = choice.key.partition(":")[0]
    made = {
        "day_first": _order,
        "decimal": _decimal,
        "encoding": _encoding,
        "delimiter": _delimiter,
        "header_line": _header,
        "sheet": _sheet,
        "shared_email": _shared,
        "stage": _stage,
        "column": _column,
    }.get(key)
    if made is None:
        return Asked(choice.question, "", [(value, meaning or value, "") for value, meaning in choice.choices])
    return made(choice)


def delimiter_name(text: str) -> str:
    """Return the name of what stands between cells."""
    return {
        "\t": QCoreApplication.translate("Importing", "tab"),
        "tab": QCoreApplication.translate("Importing", "tab"),
        ",": QCoreApplication.translate("Importing", "comma"),
        ";": QCoreApplication.translate("Importing", "semicolon"),
        "|": QCoreApplication.translate("Importing", "pipe"),
        " ": QCoreApplication.translate("Importing", "space"),
        "space": QCoreApplication.translate("Importing", "space"),
        "none": QCoreApplication.translate("Importing", "nothing: one column"),
        "\x1e": QCoreApplication.translate("Importing", "nothing: one column"),
    }.get(text, text)


def encoding_name(name: str) -> str:
    """Return an encoding as people know it."""
    known = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "latin-1": "Latin-1", "ascii": "ASCII"}
    return known.get(name.lower(), known.get(name, name.upper().replace("_", "-")))


def _order(choice: Choice) -> Asked:
    samples = choice.facts.get("samples") or ()
    if not samples:
        return Asked(choice.question, "", [(value, meaning, "") for value, meaning in choice.choices])
    answers = []
    for value, at in (("true", 1), ("false", 2)):
        days = [short_day(one[at]) for one in samples if one[at] is not None]
        then = ", ".join(dict.fromkeys(days[1:4]))
        meaning = QCoreApplication.translate("Importing", "then {days}").format(days=then) if then else ""
        answers.append((value, days[0] if days else "", meaning))
    about = Counted().dates(choice.facts["count"])
    return Asked(
        QCoreApplication.translate("Importing", "{date}: which is the day?").format(date=samples[0][0]),
        about.format(column=choice.facts["column"]),
        answers,
    )


def short_day(day: date | None) -> str:
    """Return a day in words, as people of the window's language write it."""
    if day is None:
        return ""
    locale = QLocale()
    # Without the weekday, which says nothing here.
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat).replace("dddd, ", "").replace("dddd ", "")
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def _decimal(choice: Choice) -> Asked:
    samples = choice.facts.get("samples") or ("",)
    about = Counted().amounts(choice.facts.get("count", 0))
    answers = []
    for (value, meaning), words in zip(
        choice.choices,
        (
            QCoreApplication.translate("Importing", "The point parts decimals"),
            QCoreApplication.translate("Importing", "The comma parts decimals"),
        ),
        strict=True,
    ):
        numbers = [one.strip() for one in meaning.split(";")]
        locale = QLocale()
        shown = []
        for one in numbers[:3]:
            amount = float(one)
            shown.append(locale.toString(amount, "f", 0 if amount == int(amount) else len(one.partition(".")[2])))
        answers.append((value, words, "; ".join(shown)))
    return Asked(
        QCoreApplication.translate("Importing", "{amount}: thousands or decimals?").format(amount=samples[0]),
        about.format(column=choice.facts.get("column", "")),
        answers,
    )


def _encoding(choice: Choice) -> Asked:
    answers = []
    for value, meaning in choice.choices:
        shown = meaning.removeprefix(f"{NAMES.get(value, '')}: ")
        answers.append((value, shown or encoding_name(value), encoding_name(value)))
    return Asked(
        QCoreApplication.translate("Importing", "Which of these reads right?"),
        QCoreApplication.translate(
            "Importing", "The file does not say how its letters are written. Choose the line in which names look right."
        ),
        answers,
    )


def _delimiter(choice: Choice) -> Asked:
    answers = [(value, delimiter_name(value), meaning.partition(": ")[2]) for value, meaning in choice.choices]
    return Asked(
        QCoreApplication.translate("Importing", "What stands between the cells?"),
        QCoreApplication.translate("Importing", "Two ways of cutting the lines are equally good."),
        answers,
    )


def _header(choice: Choice) -> Asked:
    answers = []
    for value, meaning in choice.choices:
        if value == "0":
            answers.append((value, QCoreApplication.translate("Importing", "None: the first row holds a record"), ""))
        else:
            answers.append((value, QCoreApplication.translate("Importing", "Line {line}").format(line=value), meaning))
    return Asked(QCoreApplication.translate("Importing", "Which line names the columns?"), "", answers)


def _sheet(choice: Choice) -> Asked:
    return Asked(
        QCoreApplication.translate("Importing", "Which sheet holds the list?"),
        QCoreApplication.translate(
            "Importing", "Several sheets of this workbook have rows. One is imported at a time."
        ),
        [(value, value, meaning) for value, meaning in choice.choices],
    )


def _shared(choice: Choice) -> Asked:
    mine, theirs = choice.facts.get("names", ("", ""))
    about = Counted().rows(choice.facts.get("count", 0))
    example = QCoreApplication.translate("Importing", "Line {line}: {one} and {other} both have {email}.").format(
        line=choice.facts.get("line", ""), one=mine, other=theirs, email=choice.facts.get("email", "")
    )
    titles = {
        "merge": (
            QCoreApplication.translate("Importing", "One person"),
            QCoreApplication.translate("Importing", "The rows are put together"),
        ),
        "keep apart": (
            QCoreApplication.translate("Importing", "Two people"),
            QCoreApplication.translate("Importing", "Both are kept, with the same e-mail"),
        ),
        "skip": (
            QCoreApplication.translate("Importing", "Leave the second out"),
            QCoreApplication.translate("Importing", "The first of each is imported"),
        ),
    }
    answers = [(value, *titles.get(value, (value, meaning))) for value, meaning in choice.choices]
    return Asked(
        QCoreApplication.translate("Importing", "One e-mail, two names: one person or two?"),
        f"{about} {example}",
        answers,
    )


def _stage(choice: Choice) -> Asked:
    name = choice.key.partition(":")[2]
    answers = [
        (
            value,
            QCoreApplication.translate("Importing", "A new stage “{stage}”").format(stage=name)
            if value == "new"
            else value,
            "",
        )
        for value, _ in choice.choices
    ]
    return Asked(
        QCoreApplication.translate("Importing", "Which stage is “{stage}”?").format(stage=name),
        QCoreApplication.translate("Importing", "The board has no stage of this name."),
        answers,
    )


def _column(choice: Choice) -> Asked:
    name = choice.key.partition(":")[2]
    words = {
        "keep": (
            QCoreApplication.translate("Importing", "Keep it"),
            QCoreApplication.translate("Importing", "as a field of our own"),
        ),
        "drop": (QCoreApplication.translate("Importing", "Leave it out"), ""),
    }
    return Asked(
        QCoreApplication.translate("Importing", "What of “{column}”?").format(column=name),
        QCoreApplication.translate("Importing", "It is none of the fields that Tandem knows."),
        [(value, *words.get(value, (value, meaning))) for value, meaning in choice.choices],
    )


class QuestionCard(Card):
    """One question; `answered` tells its key and the answer."""

    answered = Signal(str, str)

    def __init__(self, theme: Theme, choice: Choice, answer: str | None, parent: QWidget) -> None:
        shown = asked(choice)
        super().__init__("", parent, name="question" if answer is None else "card")
        self.key = choice.key
        self.setProperty("key", choice.key)
        self.buttons: dict[str, Answer] = {}
        self.box: QComboBox | None = None
        head = QHBoxLayout()
        head.setSpacing(8)
        sign = QLabel(self)
        token = "warn" if answer is None else "good"
        drawing = "circle-help" if answer is None else "circle-check"
        sign.setPixmap(icons.pixmap(drawing, theme.colour(token), 18, self.devicePixelRatioF()))
        tag = QLabel(self.tr("A question") if answer is None else self.tr("Answered"), self)
        tag.setObjectName("warning" if answer is None else "muted")
        tag.setFont(font(12, 600))
        head.addWidget(sign)
        head.addWidget(tag, 1)
        self.body.addLayout(head)
        self.body.addWidget(wrapping(self, font(16, 600), shown.title))
        if shown.about:
            self.body.addWidget(wrapping(self, font(13), shown.about, name="muted"))
        if len(shown.answers) > _MANY:
            self._offer_box(shown, answer)
        else:
            self._offer_buttons(shown, answer)
        if choice.key in {"day_first", "decimal"}:
            self.body.addWidget(wrapping(self, font(12), self.tr("Counts for the whole file."), name="muted"))
        self.setAccessibleName(shown.title)

    def _offer_buttons(self, shown: Asked, answer: str | None) -> None:
        group = QButtonGroup(self)
        group.setExclusive(True)
        for value, title, meaning in shown.answers:
            button = Answer(title, meaning, self)
            button.setProperty("value", value)
            button.setChecked(value == answer)
            group.addButton(button)
            self.buttons[value] = button
            self.body.addWidget(button)
        group.buttonClicked.connect(self._clicked)

    def _offer_box(self, shown: Asked, answer: str | None) -> None:
        box = self.box = QComboBox(self)
        box.setAccessibleName(shown.title)
        with QSignalBlocker(box):
            if answer is None:
                box.addItem(self.tr("Choose…"), "")
            for value, title, _ in shown.answers:
                box.addItem(title, value)
            box.setCurrentIndex(max(0, box.findData(answer)) if answer is not None else 0)
        box.activated.connect(self._activated)
        self.body.addWidget(box)

    def answer(self, value: str) -> None:
        """Give an answer, as a click on it does."""
        self.answered.emit(self.key, value)

    def _clicked(self, button: Answer) -> None:
        self.answer(str(button.property("value")))

    def _activated(self, place: int) -> None:
        if self.box is not None and self.box.itemData(place):
            self.answer(str(self.box.itemData(place)))


def asked_anew(
    before: Mapping[str, QuestionCard],
    layout: QVBoxLayout,
    theme: Theme,
    asked: Sequence[Choice],
    answers: Mapping[str, str],
    parent: QWidget,
) -> dict[str, QuestionCard]:
    """Lay a card for each question in place of those before, the unanswered ones first; return them by their keys."""
    for card in before.values():
        layout.removeWidget(card)
        card.hide()
        card.deleteLater()
    made: dict[str, QuestionCard] = {}
    for one in sorted(asked, key=lambda one: one.key in answers):
        made[one.key] = QuestionCard(theme, one, answers.get(one.key), parent)
        layout.addWidget(made[one.key])
    return made
