"""Who is taken for whom: typing slips found, families, colleagues, fathers and sons left apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.duplicates import blocking
from app.duplicates.profile import Profile, email_key, phone_key
from app.duplicates.rarity import Rarity, measured
from app.duplicates.scoring import CERTAIN, LIKELY, LOOK, alike, judge
from tests.app.duplicates.people import RARITY, judged, person

AMELIA = {"email": "amelia@northwind.example", "company": "Northwind Labs", "company_id": 7, "city": "Leeds"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Amelia|Okafor", **AMELIA), person("Amelia|Okafor", email="AMELIA@Northwind.example ")),
        (person("José|Núñez", email="jose@luna.example"), person("Jose|Nunez", email="jose@luna.example")),
        (person("Amelia|Okafor", **AMELIA), person("Amelia|Okafro", email="amelia@northwind.example")),
        (person("Jonas|Weber", phone="+49 30 1234567"), person("Weber|Jonas", phone="030 123 45 67")),
        (person("A.|Okafor", **AMELIA), person("Amelia|Okafor", email="amelia+news@northwind.example")),
        (person("Zoë|Lind", born="1980-02-29", city="Oslo", street="Storgata 5"),) * 2,
        (person("Zoë|Lind", number="4817613"), person("Zoe|Lindh", number="4817613", city="Oslo", postcode="0155")),
    ],
)
def test_certain(one: Profile, other: Profile) -> None:
    assert judged(one, other).grade == CERTAIN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Beatriz|Carvalho", company="Luna Azul", city="Porto"), person("Bea|Carvalho", company="Luna Azul")),
        (person("Ravi|Menon", city="Leeds"), person("Ravi|Menon", city="Leeds")),
        (person("Grace|Lindqvist", phone="020 7946 0958"), person("G.|Lindqvist", phone="+44 20 7946 0958")),
        (person("Olivia|Tran", phone="+44 7700 900412"), person("Olivia|Tran-Hill", phone="07700 900412")),
        (person("", email="amelia@northwind.example", city="Leeds"), person("Amelia|Okafor", **AMELIA)),
        (person("Ana|Berg", company="Northwind Labs"), person("Ana|Berg", company="Northwind Laboratories Ltd")),
    ],
)
def test_likely(one: Profile, other: Profile) -> None:
    assert judged(one, other).grade == LIKELY


HOME = {"street": "Calle Mayor 12", "city": "Sevilla", "postcode": "41001", "phone": "954 123 456"}
OFFICE = {"company": "Northwind Labs", "company_id": 7, "phone": "+44 113 496 0000", "city": "Leeds"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Husband and wife, brother and sister.
        (person("Carmen|Ortega", **HOME), person("Rafael|Ortega", **HOME)),
        (
            person("Carmen|Ortega", email="ortega@casa.example", **HOME),
            person("Luis|Ortega", email="ortega@casa.example"),
        ),
        # Father and son of one name: told apart by age or by what stands behind the name.
        (person("Luis|Ortega", born="1950-03-01", **HOME), person("Luis|Ortega", born="1982-11-17", **HOME)),
        (person("Luis|Ortega Jr.", **HOME), person("Luis|Ortega", **HOME)),
        # Two of one office.
        (person("Tom|Becker", **OFFICE), person("Priya|Raman", **OFFICE)),
        (person("Tom|Becker", number="4711-08", **OFFICE), person("Priya|Raman", number="4711-08", **OFFICE)),
        # The secretary's address.
        (person("Tom|Becker", email="desk@north.example"), person("Priya|Raman", email="desk@north.example")),
        # A name, and nothing else.
        (person("Ana|Costa", company="Luna"), person("Ana|Costa", company="Sol y Mar")),
        (person("Xochiquetzal|Zubizarreta"), person("Xochiquetzal|Zubizarreta")),
    ],
)
def test_never_more_than_a_look(one: Profile, other: Profile) -> None:
    assert judged(one, other).grade in {LOOK, ""}


def test_what_many_share_makes_nobody_certain() -> None:
    one = person("Tom|Becker", email="info@north.example", **OFFICE)
    other = person("Tom|Becker", email="info@north.example", **OFFICE)
    switchboard = phone_key(OFFICE["phone"])  # type: ignore[arg-type]  # the number is a text
    assert judged(one, other, switchboard).grade == LIKELY
    assert "shared_email" in judged(one, other, switchboard).why
    assert judged(one, other).grade == CERTAIN  # nobody else has that number


def test_two_people_behind_one_telephone_are_not_certain() -> None:
    one = person("Luis|Ortega", email="luis@casa.example", **HOME)
    other = person("Luis|Ortega", email="l.ortega.hijo@uni.example", **HOME)
    assert judged(one, other).grade == LIKELY


def test_strangers_are_no_pair() -> None:
    assert judged(person("Tom|Becker", city="Leeds"), person("Ana|Costa", city="Leeds")).grade == ""


def test_reasons_for_and_against() -> None:
    verdict = judged(
        person("Amelia|Okafor", city="Leeds", **{k: v for k, v in AMELIA.items() if k == "email"}),
        person("Amelia|Okafor", email="amelia@northwind.example", city="Lagos"),
    )
    assert verdict.why == ("email", "name", "but city")


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("ana", "ana", "same"),
        ("b", "beatriz", "part"),
        ("bea", "beatriz", "part"),
        ("okafor", "okafro", "close"),
        ("lindqvist", "lindkvist", "close"),
        ("ana", "ada", "other"),
        ("weber", "becker", "other"),
    ],
)
def test_words(one: str, other: str, level: str) -> None:
    assert alike(one, other) == alike(other, one) == level


def test_addresses_and_numbers_have_one_spelling() -> None:
    assert email_key(" Ana+News@Example.ORG ") == "ana@example.org"
    assert email_key("no address") == ""
    assert phone_key("+34 600 123 456") == phone_key("600123456") == phone_key("0034600123456 ext. 12")
    assert phone_key("12") == ""


def test_common_names_say_less() -> None:
    people = [person(f"Name{n}|Smith") for n in range(300)] + [person(f"Name{n}|Rare{n}") for n in range(700)]
    found = measured(people)
    assert found.of_name("family", "smith") < 3
    assert found.of_name("family", "zubizarreta") > 8
    assert Rarity.from_json(found.to_json()) == found


def test_among_many_people_it_takes_more() -> None:
    one, other = person("Ravi|Menon", city="Leeds"), person("Ravy|Menon", city="Leeds")
    assert judge(one, other, Rarity(1_000)).grade == LIKELY
    assert judge(one, other, Rarity(300_000)).grade == LOOK


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_compared(first: str, last: str, email: str, phone: str) -> None:
    one = person("", first_name=first, last_name=last, email=email, phone=phone, city=last, company=first)
    other = person("", first_name=last, last_name=first, email=phone, phone=email, city=first, company=last)
    judge(one, other, RARITY)
    assert judge(one, one, RARITY).score >= judge(one, other, RARITY).score - 1e-9
    assert all(0 <= key < 2**63 for key in blocking.keys(one, RARITY))
