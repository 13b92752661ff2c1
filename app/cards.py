"""A contact as a vCard 3.0."""

from collections.abc import Mapping
from typing import Any


def card(contact: Mapping[str, Any]) -> str:
    """Return a contact, its references by name, as the text of one vCard."""
    import vobject  # noqa: PLC0415 - only vCards need it

    made = vobject.vCard()
    made.add("uid").value = contact.get("external_id") or f"tandem-contact-{contact['id']}"
    made.add("fn").value = contact["name"] or ""
    made.add("n").value = vobject.vcard.Name(
        family=contact.get("last_name") or "", given=contact.get("first_name") or ""
    )
    for email in contact["emails"]:
        made.add("email").value = email
    for phone in contact["phones"]:
        made.add("tel").value = phone
    if contact.get("company"):
        made.add("org").value = [contact["company"]]
    if contact.get("job_title"):
        made.add("title").value = contact["job_title"]
    place = {name: contact.get(name) or "" for name in ("street", "city", "postcode", "country")}
    if any(place.values()):
        made.add("adr").value = vobject.vcard.Address(
            street=place["street"], city=place["city"], code=place["postcode"], country=place["country"]
        )
    if contact["tags"]:
        made.add("categories").value = list(contact["tags"])
    return str(made.serialize())
