"""What two contacts are compared by: one contact's fields, folded and cut into parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.context import FieldRow
from db.folding import key

_CUTS = re.compile(r"[\s\-‐-―'’`.,;/()\"]+")
_NO_WORD = re.compile(r"[\W_]+")
_EXTENSION = re.compile(r"(?:\s*(?:ext|extension|x|#|;ext=)\.?\s*\d+)+$", re.IGNORECASE)
_GENERATION = {
    **dict.fromkeys(("jr", "jnr", "junior"), "junior"),
    **dict.fromkeys(("snr", "senior"), "senior"),
    **{one: one for one in ("ii", "iii", "iv")},
}
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "mlle", "ing", "lic", "dra"})
# Words of the names of the field in which a team keeps when people were born.
_BIRTH = ("birth", "born", "bday", "dob", "geburt", "nacimiento", "naissance", "nascimento", "nascita", "cumple")
_ROLES = (
    "info sales office contact hello admin support mail post kontakt hola contacto ventas service team noreply "
    "no-reply marketing billing accounts reception welcome enquiries inquiries webmaster postmaster help jobs hr "
    "press legal orders shop buero empfang administracion compras facturacion comercial secretaria atencion"
)
ROLES = frozenset(_ROLES.split())
_PHONE_DIGITS = 8
_FEWEST_DIGITS = 6
PARTS = 6
"""How many words of a name count; a pasted text is no name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A contact as it is compared.

    `emails` are folded whole, `phones` the last digits of each number, `dates` and `others` the values of the fields
    that a team added, by the field's number. `generation` is what tells a father from his son by name.
    """

    id: int
    given: tuple[str, ...]
    family: tuple[str, ...]
    generation: str
    emails: frozenset[str]
    phones: frozenset[str]
    company_id: int | None
    company: str
    street: str
    city: str
    postcode: str
    dates: Mapping[int, str]
    births: frozenset[int]
    others: Mapping[int, str]

    @property
    def words(self) -> tuple[str, ...]:
        """All parts of the name."""
        return (*self.given, *self.family)


def of(row: Mapping[str, Any], fields: Mapping[int, FieldRow]) -> Profile:
    """Return the profile of a contact: its columns, with `company` the name of whom it works for."""
    company = _text(row.get("company"))
    given, family = words_of(row.get("first_name")), words_of(row.get("last_name"))
    if not given and not family:
        given, family = _split(row, company)
    generation = next((_GENERATION[word] for word in (*family, *given) if word in _GENERATION), "")
    dates, births, others = _custom(row.get("custom") or {}, fields)
    return Profile(
        int(row.get("id") or 0),
        _bare(given),
        _bare(family),
        generation,
        frozenset(one for one in (email_key(text) for text in row.get("emails") or []) if one),
        frozenset(one for one in (phone_key(text) for text in row.get("phones") or []) if one),
        row.get("company_id"),
        company,
        _text(row.get("street")),
        _text(row.get("city")),
        _NO_WORD.sub("", key(row.get("postcode") or "")),
        dates,
        births,
        others,
    )


def words_of(text: str | None) -> tuple[str, ...]:
    """Return the words of a name, folded."""
    return tuple(one for one in _CUTS.split(key(text or "")) if one)[:PARTS]


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in words if one not in _GENERATION and one not in _TITLES) or words


def _split(row: Mapping[str, Any], company: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return first and last name out of the one name a contact has; one named after something else has none."""
    name = row.get("name") or ""
    others = {*(row.get("emails") or []), *(row.get("phones") or []), row.get("external_id")}
    if name in others or _text(name) == company or "@" in name:
        return (), ()
    if "," in name:
        last, _, first = name.partition(",")
        return words_of(first), words_of(last)
    words = words_of(name)
    return words[:-1], words[-1:]


def _text(value: str | None) -> str:
    return " ".join(_NO_WORD.split(key(value or ""))).strip()


def email_key(text: str) -> str:
    """Return an e-mail address as it is compared: folded, without what stands after a plus."""
    local, at, domain = key(text).replace(" ", "").rpartition("@")
    if not at:
        return ""
    return f"{local.partition('+')[0] or local}@{domain}"


def phone_key(text: str) -> str:
    """Return the last digits of a number, which are the same with and without the country's code."""
    digits = "".join(one for one in _EXTENSION.sub("", text[:80]) if one.isdecimal())
    return digits[-_PHONE_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""


def is_role(email: str) -> bool:
    """Return whether an address belongs to a desk rather than to a person."""
    return email.partition("@")[0] in ROLES


def is_birth(name: str) -> bool:
    """Return whether a field that a team added says when people were born."""
    folded = key(name)
    return any(word in folded for word in _BIRTH)


def _custom(
    values: Mapping[str, Any], fields: Mapping[int, FieldRow]
) -> tuple[dict[int, str], frozenset[int], dict[int, str]]:
    dates: dict[int, str] = {}
    births: set[int] = set()
    others: dict[int, str] = {}
    for number, value in values.items():
        field = fields.get(int(number))
        if field is None or isinstance(value, bool) or value in (None, ""):
            continue
        if field.form == "date":
            dates[field.id] = str(value)
            if is_birth(field.name):
                births.add(field.id)
        elif field.form != "yesno":
            text = _NO_WORD.sub("", key(str(value)))
            if text:
                others[field.id] = text
    return dates, frozenset(births), others
