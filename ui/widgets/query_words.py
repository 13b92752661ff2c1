"""What is wrong with a query, in the window's language; the command line says it as `app.query` does."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.errors import KnownError

SENTENCES = (
    QT_TRANSLATE_NOOP("QueryError", "“{field}” has no order; write {field}:{value}"),
    QT_TRANSLATE_NOOP("QueryError", "“{sign}” takes one value"),
    QT_TRANSLATE_NOOP("QueryError", "“has” goes with a colon, as in has:email"),
    QT_TRANSLATE_NOOP("QueryError", "“did” goes with a colon, as in did:webinar or did:webinar>=-14d"),
    QT_TRANSLATE_NOOP("QueryError", "Nothing is asked for here; has:did finds whom anything was done with"),
    QT_TRANSLATE_NOOP("QueryError", "“me” is nobody here: this account belongs to no member"),
    QT_TRANSLATE_NOOP("QueryError", "There is no member “{value}”; choose one of: {known}"),
    QT_TRANSLATE_NOOP("QueryError", "There is no member “{value}”; there is no member yet"),
    QT_TRANSLATE_NOOP("QueryError", "There is no stage “{value}”; choose one of: {known}"),
    QT_TRANSLATE_NOOP("QueryError", "There is no stage “{value}”; there is no stage yet"),
    QT_TRANSLATE_NOOP("QueryError", "There is no campaign “{value}”; choose one of: {known}"),
    QT_TRANSLATE_NOOP("QueryError", "There is no campaign “{value}”; there is no campaign yet"),
    QT_TRANSLATE_NOOP("QueryError", "There is no reason “{value}”; choose one of: {known}"),
    QT_TRANSLATE_NOOP("QueryError", "There is no reason “{value}”; there is no reason yet"),
    QT_TRANSLATE_NOOP("QueryError", "“{value}” is no team; choose one of: {known}"),
    QT_TRANSLATE_NOOP("QueryError", "“{value}” is no milestone; choose one of: {known}"),
    QT_TRANSLATE_NOOP("QueryError", "“{value}” is no state; choose one of: {known}"),
    QT_TRANSLATE_NOOP("QueryError", "“{word}” cannot stand here; put it in quotes to search for it"),
    QT_TRANSLATE_NOOP(
        "QueryError", "“{sign}” needs a field before it, as in city:Rome; put the text in quotes to search for it"
    ),
    QT_TRANSLATE_NOOP("QueryError", "Something is missing at the end"),
    QT_TRANSLATE_NOOP("QueryError", "A query may have {most} characters at most; this one has {count}"),
    QT_TRANSLATE_NOOP("QueryError", "A query may have {most} parts at most"),
    QT_TRANSLATE_NOOP("QueryError", "A query may have {most} words at most"),
    QT_TRANSLATE_NOOP("QueryError", "That is negated too often; one minus is enough"),
    QT_TRANSLATE_NOOP("QueryError", 'This quote is never closed; add a " at its end'),
    QT_TRANSLATE_NOOP("QueryError", "Something is missing before this bracket"),
    QT_TRANSLATE_NOOP("QueryError", "A comma stands between two values, as in source:web,event"),
    QT_TRANSLATE_NOOP("QueryError", "No bracket stands after an operator; several values go as in source:web,event"),
    QT_TRANSLATE_NOOP("QueryError", "A minus stands right before what it excludes, as in -tag:student"),
    QT_TRANSLATE_NOOP("QueryError", "No space stands before “{sign}”; write {field}{sign}VALUE"),
    QT_TRANSLATE_NOOP("QueryError", "“{word}” needs a value after it, as in city:Rome"),
    QT_TRANSLATE_NOOP("QueryError", "A value is missing after this comma"),
    QT_TRANSLATE_NOOP("QueryError", "“{word}” needs something after it; put it in quotes to search for it"),
    QT_TRANSLATE_NOOP("QueryError", "This bracket is never closed; add a ) at its end"),
    QT_TRANSLATE_NOOP("QueryError", "Brackets may stand in one another {most} deep at most"),
    QT_TRANSLATE_NOOP("QueryError", "This bracket closes none that was opened; take it away"),
    QT_TRANSLATE_NOOP("QueryError", "Nothing is asked for here; -has:city finds what is empty"),
    QT_TRANSLATE_NOOP("QueryError", "A value may have {most} characters at most"),
    QT_TRANSLATE_NOOP("QueryError", "“{value}” is neither yes nor no"),
    QT_TRANSLATE_NOOP("QueryError", "From two dots to a range goes with a colon only, as in score:10..20"),
    QT_TRANSLATE_NOOP("QueryError", "“{value}” is too far away"),
    QT_TRANSLATE_NOOP("QueryError", "“{value}” is no number; write it as in 40, 2.5, 10k or 10..20"),
    QT_TRANSLATE_NOOP(
        "QueryError",
        "“{value}” is no time; write a day as 2026-01-31, a month as 2026-01, or today, yesterday, -7d, +2w, -3m, "
        "this-month, last-quarter, next-week",
    ),
    QT_TRANSLATE_NOOP(
        "QueryError",
        "“{value}” is no day; write a day as 2026-01-31, a month as 2026-01, or today, yesterday, -7d, +2w, -3m, "
        "this-month, last-quarter, next-week",
    ),
    QT_TRANSLATE_NOOP(
        "QueryError", "There is no field “{name}”; write custom:NAME:VALUE, in quotes where the name has spaces"
    ),
    QT_TRANSLATE_NOOP("QueryError", "There is no field “{name}”; did you mean {near}?"),
    QT_TRANSLATE_NOOP("QueryError", "There is no field “{name}”; put it in quotes to search for it as a text"),
)


def said(error: KnownError) -> str:
    """Return what is wrong in the window's language, with the place in the query; other errors as they say it."""
    sentence = getattr(error, "sentence", "")
    if not sentence:
        return str(error)
    either = QCoreApplication.translate("QueryError", " or ")
    words = {
        name: one if isinstance(one, str | int) else either.join(one)
        for name, one in getattr(error, "words", {}).items()
    }
    whole = QCoreApplication.translate("QueryError", "{what} (at character {place})")
    what = QCoreApplication.translate("QueryError", sentence).format(**words)
    return whole.format(what=what, place=getattr(error, "start", 0) + 1)
