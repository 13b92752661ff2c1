"""Why two contacts are taken for one, in plain words for the command line; the window has its own."""

from collections.abc import Mapping, Sequence

from app.context import FieldRow

_WORDS: Mapping[str, str] = {
    "email": "e-mail",
    "shared_email": "e-mail that others have too",
    "mailbox": "name of the mailbox",
    "phone": "phone",
    "shared_phone": "phone that others have too",
    "name": "name",
    "first_name": "first name",
    "last_name": "last name",
    "company": "company",
    "street": "street",
    "city": "city",
    "postcode": "postcode",
    "generation": "generation",
}
_OWN = {
    "turned_name": "first and last name in each other's place",
    "part_name": "names in part the same",
}


def said(why: Sequence[str], fields: Mapping[int, FieldRow]) -> list[str]:
    """Return reasons in words, as in “same e-mail”, “close name”, “other city”."""
    return [_said(reason, fields) for reason in why]


def _said(reason: str, fields: Mapping[int, FieldRow]) -> str:
    bare, how = reason, "same"
    if bare.startswith("but "):
        bare, how = bare.removeprefix("but "), "other"
    if bare in _OWN:
        return _OWN[bare]
    if bare.startswith("close_"):
        bare, how = bare.removeprefix("close_"), "close"
    if bare.startswith("field:"):
        field = fields.get(int(bare.removeprefix("field:")))
        return f"{how} {field.name if field else 'field'}"
    return f"{how} {_WORDS.get(bare, bare)}"
