"""The exports of other programs: by which headers each is known, and where its columns go.

A layout's `signs` are headers that only it has together; `columns` holds what the common words of `words.py` do not
say. Names of columns are compared folded.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.importing.words import normal

LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """How one program's export looks.

    Attributes:
        name: as shown in the plan and given to `--layout`.
        kind: contacts, companies or leads.
        signs: alternatives; each is a set of headers that must all be there.
        columns: header -> target.
        patterns: (regular expression over the whole header, target with groups), tried after `columns`.
        defaults: field -> value for rows that have none.
    """

    name: str
    kind: str
    signs: tuple[frozenset[str], ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    patterns: tuple[tuple[re.Pattern[str], str], ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)


def _signs(*alternatives: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(normal(word) for word in one.split(";")) for one in alternatives)


def _columns(**by_target: str) -> dict[str, str]:
    return {
        normal(word): target.replace("__", ".", 1) for target, words in by_target.items() for word in words.split(";")
    }


def _numbered(value: str, label: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return (
        (re.compile(rf"e mail \d+ {value}"), "contact.emails"),
        (re.compile(rf"phone \d+ {value}"), "contact.phones"),
        (
            re.compile(rf"(?:e mail|phone|address|organization|relation|website|custom field|event|im) \d+ {label}"),
            "label",
        ),
    )


_ENTERED = (re.compile(r'date entered "(?P<stage>.+?)(?: \([^()]*\))?"', re.IGNORECASE), "lead.entered:{stage}")
_ENTERED_PLAIN = (re.compile(r"date entered (?P<stage>.+?)(?: \([^()]*\))?", re.IGNORECASE), "lead.entered:{stage}")

LAYOUTS: Sequence[KnownLayout] = (
    KnownLayout(
        "Tandem",
        "contacts",
        _signs("external_id;first_name;last_name;emails;phones;job_title;consent"),
    ),
    KnownLayout("Tandem companies", "companies", _signs("external_id;name;domain;industry;size;created")),
    KnownLayout("Tandem leads", "leads", _signs("external_id;name;contact;stage;qualified_by;expected_close")),
    KnownLayout(
        "HubSpot deals",
        "leads",
        _signs(
            "Record ID;Deal Name;Deal Stage",
            "ID d'enregistrement;Nom de la transaction;Phase de la transaction",
            "ID de registro;Nombre del negocio;Etapa del negocio",
            "Datensatz-ID;Deal-Name;Deal-Phase",
        ),
        _columns(
            external_id="Record ID;ID d'enregistrement;ID de registro;Datensatz-ID",
            lead__name="Deal Name;Nom de la transaction;Nombre del negocio;Deal-Name",
            lead__stage="Deal Stage;Phase de la transaction;Etapa del negocio;Deal-Phase",
            lead__value="Amount;Montant;Valor;Importe;Betrag",
            lead__expected_close="Close Date;Date de fermeture;Fecha de cierre;Abschlussdatum",
            owner="Deal owner;Propriétaire de la transaction;Propietario del negocio;Zuständiger Mitarbeiter",
        ),
        (_ENTERED, _ENTERED_PLAIN),
    ),
    KnownLayout(
        "HubSpot companies",
        "companies",
        _signs("Record ID;Company name;Company owner", "Record ID;Company name;Company Domain Name"),
        _columns(company__name="Company name", company__domain="Company Domain Name"),
    ),
    KnownLayout(
        "HubSpot contacts",
        "contacts",
        _signs(
            "Record ID;First Name;Last Name;Email;Lifecycle Stage",
            "Record ID;First Name;Last Name;Email;Contact owner",
            "Record ID - Contact;First Name;Last Name;Email",
            "ID d'enregistrement;Prénom;Nom de famille;Adresse e-mail",
            "ID d'enregistrement;Prénom;Nom;E-mail",
            "ID de registro;Nombre;Apellidos;Correo",
            "ID de registro;Nombre;Apellidos;Correo electrónico",
            "Datensatz-ID;Vorname;Nachname;E-Mail",
            "Datensatz-ID;Vorname;Nachname;E-Mail-Adresse",
        ),
        _columns(
            external_id="Record ID;Record ID - Contact;ID d'enregistrement;ID de registro;Datensatz-ID",
            contact__first_name="Prénom;Nombre;Vorname",
            contact__last_name="Nom;Nom de famille;Apellidos;Nachname",
        )
        | {
            normal("Lifecycle Stage"): "contact.custom:Lifecycle Stage",
            normal("Lead Status"): "contact.custom:Lead Status",
            normal("Phase du cycle de vie"): "contact.custom:Lifecycle Stage",
            normal("Statut du lead"): "contact.custom:Lead Status",
            normal("Etapa del ciclo de vida"): "contact.custom:Lifecycle Stage",
            normal("Estado del lead"): "contact.custom:Lead Status",
            normal("Lifecycle-Phase"): "contact.custom:Lifecycle Stage",
            normal("Lead-Status"): "contact.custom:Lead Status",
            normal("Last contacted"): "contact.custom:Last contacted|date",
        },
    ),
    KnownLayout(
        "Salesforce stage history",
        "leads",
        _signs("Opportunity Name;From Stage;To Stage;Last Modified"),
        _columns(
            external_id="Opportunity ID",
            lead__name="Opportunity Name",
            lead__stage="To Stage",
            lead__stage_changed="Last Modified",
            lead__value="Amount",
            lead__expected_close="Close Date",
            created="Created Date",
        )
        | {
            normal("From Stage"): LEFT_OUT,
            normal("Stage Duration"): LEFT_OUT,
            normal("Stage"): LEFT_OUT,
        },
    ),
    KnownLayout(
        "Salesforce opportunities",
        "leads",
        _signs("Opportunity Name;Stage;Close Date", "Id;Name;StageName;CloseDate"),
        _columns(
            external_id="Opportunity ID;Id",
            lead__name="Opportunity Name;Name",
            lead__stage="Stage;StageName",
            lead__value="Amount",
            lead__expected_close="Close Date;CloseDate",
            created="Created Date;CreatedDate",
            source="Lead Source;LeadSource",
            owner="Opportunity Owner;OwnerId",
        ),
    ),
    KnownLayout(
        "Salesforce leads",
        "leads",
        _signs("LastName;Company;LeadSource", "First Name;Last Name;Lead Source;Lead Status;Company / Account"),
        _columns(
            external_id="Id;Lead ID",
            contact__first_name="FirstName",
            contact__last_name="LastName",
            contact__phones="MobilePhone",
            company="Company / Account",
            lead__stage="Status;Lead Status",
            source="LeadSource",
            owner="OwnerId",
        ),
    ),
    KnownLayout(
        "Salesforce contacts",
        "contacts",
        _signs(
            "First Name;Last Name;Account Name;Mailing City",
            "First Name;Last Name;Email;Account Name",
            "FirstName;LastName;Email;AccountId",
            "Contact ID;First Name;Last Name",
        ),
        _columns(
            external_id="Contact ID;Id",
            contact__first_name="FirstName",
            contact__last_name="LastName",
            contact__phones="MobilePhone;HomePhone;OtherPhone",
            contact__street="MailingStreet",
            contact__city="MailingCity",
            contact__postcode="MailingPostalCode",
            contact__country="MailingCountry",
            owner="OwnerId",
            source="LeadSource",
        ),
    ),
    KnownLayout(
        "Salesforce accounts",
        "companies",
        _signs("Name;NumEmp;Industry", "Account Name;Industry;Billing City", "Name;Industry;BillingCity"),
        _columns(
            external_id="Account ID;Id",
            company__name="Account Name;Name",
            company__industry="Industry",
            company__size="NumEmp;Employees;NumberOfEmployees",
            company__city="Billing City;BillingCity",
            company__country="Billing Country;BillingCountry",
        ),
    ),
    KnownLayout(
        "Pipedrive",
        "leads",
        _signs("Person - Name;Deal - Title", "Deal - Title;Deal - Value", "Deal - Title;Organization - Name"),
        _columns(
            contact__name="Person - Name",
            contact__first_name="Person - First name",
            contact__last_name="Person - Last name",
            contact__external_id="Person - ID",
            external_id="Deal - ID",
            company="Organization - Name;Deal - Organization",
            lead__name="Deal - Title",
            lead__value="Deal - Value",
            lead__currency="Deal - Currency;Deal - Currency of Value",
            lead__stage="Deal - Stage",
            lead__note="Note - Content",
            lead__expected_close="Deal - Expected close date",
            lead__reason="Deal - Lost reason",
            owner="Deal - Owner",
            created="Deal - Deal created",
        )
        | {
            normal("Activity - Due date"): "lead.custom:Activity - Due date|date",
            normal("Organization - Address"): "company.custom:Address",
            normal("Activity - Subject"): "lead.next_step",
        },
        (
            (re.compile(r"person email.*"), "contact.emails"),
            (re.compile(r"person phone.*"), "contact.phones"),
            (re.compile(r"deal (?:won|lost) time"), "lead.custom:{0}|date"),
        ),
    ),
    KnownLayout(
        "Pipedrive people",
        "contacts",
        _signs("Person - Name;Person - Email", "Person - Name;Person - Email (Work)", "Person - Name;Person - Phone"),
        _columns(
            contact__name="Person - Name",
            contact__first_name="Person - First name",
            contact__last_name="Person - Last name",
            external_id="Person - ID",
            company="Organization - Name;Person - Organization",
            owner="Person - Owner",
        ),
        (
            (re.compile(r"person email.*"), "contact.emails"),
            (re.compile(r"person phone.*"), "contact.phones"),
        ),
    ),
    KnownLayout(
        "Zoho leads",
        "leads",
        _signs("Record Id;Lead Source;Lead Status;Last Name", "Lead Id;Lead Source;Lead Status;Last Name"),
        _columns(external_id="Record Id;Lead Id", lead__stage="Lead Status", owner="Lead Owner.id;Lead Owner")
        | {
            normal("Ad Campaign Name"): "campaign",
            normal("Description"): "lead.note",
        },
    ),
    KnownLayout(
        "Zoho contacts",
        "contacts",
        _signs("Record Id;First Name;Last Name;Account Name", "Contact Id;First Name;Last Name;Account Name"),
        _columns(external_id="Record Id;Contact Id", owner="Contact Owner.id;Contact Owner", company="Account Name"),
    ),
    KnownLayout(
        "Google Contacts",
        "contacts",
        _signs("First Name;Last Name;E-mail 1 - Label;E-mail 1 - Value", "First Name;Labels;Organization Name;Notes"),
        _columns(tags="Labels", company="Organization Name", contact__job_title="Organization Title")
        | {normal("Website 1 - Value"): "contact.custom:Website"},
        _numbered("value", "label"),
    ),
    KnownLayout(
        "Google Contacts (before 2023)",
        "contacts",
        _signs("Name;Given Name;Family Name;Group Membership"),
        _columns(
            contact__name="Name",
            contact__first_name="Given Name",
            contact__last_name="Family Name",
            tags="Group Membership",
            company="Organization 1 - Name",
            contact__job_title="Organization 1 - Title",
        ),
        _numbered("value", "type"),
    ),
    KnownLayout(
        "LinkedIn connections",
        "contacts",
        _signs("First Name;Last Name;Company;Position;Connected On"),
        _columns(external_id="URL") | {normal("Connected On"): "created"},
        defaults={"source": "LinkedIn"},
    ),
    KnownLayout(
        "Mailchimp",
        "contacts",
        _signs("EMAIL;MEMBER_RATING;OPTIN_TIME", "Email Address;MEMBER_RATING;OPTIN_TIME", "EMAIL;LEID;EUID"),
        _columns(external_id="EUID", contact__country="CC", created="OPTIN_TIME")
        | {
            normal("STATUS"): "contact.custom:Mailchimp status",
            normal("UNSUB"): "contact.consent:email=no",
        },
    ),
    KnownLayout("Mautic", "contacts", _signs("email;firstname;lastname")),
    KnownLayout(
        "Odoo",
        "contacts",
        _signs("ID;Name;Company Type;Related Company", "External ID;Name;Is a Company"),
        _columns(
            external_id="ID;External ID",
            row_kind="Company Type;Is a Company",
            company="Related Company;Related Company/Name",
        )
        | {normal("Street2"): "contact.custom:Street 2", normal("Website"): "contact.custom:Website"},
    ),
    KnownLayout(
        "Thunderbird",
        "contacts",
        _signs(
            "Display Name;Primary Email",
            "Anzeigename;Primäre E-Mail-Adresse",
            "Nom à afficher;Adresse électronique principale",
            "Nombre a mostrar;Correo electrónico principal",
        ),
        _columns(contact__name="Display Name;Anzeigename;Nom à afficher;Nombre a mostrar"),
    ),
    KnownLayout(
        "vCard",
        "contacts",
        _signs("UID;Full Name"),
        _columns(
            external_id="UID",
            contact__name="Full Name",
            tags="Categories",
            company="Organization;Company",
            contact__job_title="Title;Job Title",
        ),
        (
            (re.compile(r"e mail \d+"), "contact.emails"),
            (re.compile(r"phone \d+"), "contact.phones"),
            (re.compile(r"(?:e mail|phone) \d+ (?:type|label)"), "label"),
        ),
    ),
    KnownLayout(
        "Outlook.com",
        "contacts",
        _signs("First Name;Last Name;Given Name Yomi;Family Name Yomi;E-mail Address;Business Phone"),
    ),
    KnownLayout(
        "Outlook",
        "contacts",
        _signs(
            "E-mail Address;E-mail 2 Address;E-mail 3 Address",
            "First Name;Last Name;E-mail Address;Business Phone",
            "E-Mail-Adresse;Vorname;Nachname;Firma",
            "Adresse de messagerie;Prénom;Nom",
            "Dirección de correo electrónico;Nombre;Apellidos",
            "Indirizzo posta elettronica;Nome;Cognome",
            "Indirizzo di posta elettronica;Nome;Cognome",
            "Endereço de correio eletrónico;Nome;Apelido",
            "Endereço de email;Nome;Sobrenome",
            "E-mailadres;Voornaam;Achternaam",
            "Adres e-mail;Imię;Nazwisko",
            "E-postadress;Förnamn;Efternamn",
            "E-mailadresse;Fornavn;Efternavn",
            "E-postadresse;Fornavn;Etternavn",
        ),
        _columns(
            contact__first_name="Nome;Nombre;Prénom;Imię;Fornavn;Voornaam;Förnamn;Vorname",
            contact__last_name="Nom;Cognome;Apelido;Sobrenome;Apellidos;Nazwisko;Nachname",
        )
        | {normal(f"E-mail{number} Type"): "label" for number in ("", " 2", " 3")},
        (
            (re.compile(r"e mail (?:\d )?type"), "label"),
            (re.compile(r"e mail (?:\d )?display name"), "label"),
        ),
    ),
)
