"""Header words of address books and CRMs in many languages, and the field each of them names.

The words are folded (no case, no accents, signs and underscores as spaces). A target is a field by its name, with the
kind of record in front where it matters; `custom:NAME|date` is a field the team adds, holding dates.
"""

import re
from functools import cache

from db.folding import fold

_WORDS: dict[str, str] = {
    "contact.external_id": "contact id; person id; id persona; kontakt id",
    "external_id": "id; record id; row id; external id; lead id; deal id; opportunity id; customer no; "
    "customer number; customer id; account id; uid; kundennummer; numero de client; numero de cliente; "
    "identificador; num",
    "contact.first_name": "first name; firstname; given name; forename; fname; vorname; prenom; nombre; "
    "nombre de pila; nome proprio; primeiro nome; voornaam; imie; fornamn; fornavn; etunimi; nombres; "
    "person first name",
    "contact.last_name": "last name; lastname; surname; family name; lname; second name; nachname; familienname; "
    "nom de famille; apellidos; apellido; cognome; sobrenome; apelido; achternaam; nazwisko; efternamn; "
    "efternavn; etternavn; sukunimi; primer apellido; person last name",
    "name": "name; full name; fullname; display name; displayname; contact name; anzeigename; vollstandiger name; "
    "nom complet; nombre completo; nombre y apellidos; nome completo; nome; nom; volledige naam; naam; "
    "weergavenaam; wyswietlana nazwa; nazwa; visningsnamn; namn; navn; nimi; nombre para mostrar; person name; "
    "nom affiche; nome visualizzato; nome de exibicao; имя; фио; 姓名; 名前; 氏名; شخص; lead name; deal name; "
    "opportunity name",
    "contact.middle_name": "middle name; additional name; weitere vornamen; zweiter vorname; deuxieme prenom; "
    "segundo nombre; secondo nome; segundo nome; drugie imie; mellannamn; mellemnavn; tussenvoegsel",
    "contact.custom:Name prefix": "name prefix; prefix; title; salutation; anrede; titel; titre; tratamiento; titolo; "
    "titulo; tytul; civilite",
    "contact.custom:Name suffix": "name suffix; suffix; namenszusatz; suffixe; sufijo; suffisso; sufixo; "
    "achtervoegsel; sufiks",
    "contact.emails": "email; e mail; mail; email address; e mail address; emails; primary email; "
    "secondary email; email 2; email 3; e mail adresse; emailadresse; primare e mail adresse; "
    "sekundare e mail adresse; adresse e mail; adresse de messagerie; adresse electronique; courriel; "
    "correo; correo electronico; direccion de correo electronico; direccion de correo; email principal; "
    "indirizzo e mail; indirizzo di posta elettronica; posta elettronica; endereco de email; endereco de e mail; "
    "correio eletronico; e mailadres; adres e mail; e postadress; e post; epost; mailadresse; work email; "
    "home email; other email; business email; personal email; private email; електронна пошта; почта; "
    "электронная почта; 邮箱; 电子邮件; メール; メールアドレス; sahkoposti; additional email; additional emails",
    "contact.phones": "phone; phones; telephone; tel; mobile; mobile phone; cell; cell phone; phone number; "
    "mobile number; mobile phone number; work phone; home phone; business phone; business phone 2; home phone 2; "
    "other phone; primary phone; company main phone; car phone; phone 1; phone 2; phone 3; telefon; "
    "telefonnummer; mobiltelefon; handy; mobil tel nr; mobil; telefon geschaftlich; telefon geschaftlich 2; "
    "telefon privat; telefon privat 2; haupttelefon; weiteres telefon; autotelefon; tel dienstlich; "
    "tel privat; telephone bureau; telephone bureau 2; telephone domicile; telephone domicile 2; tel mobile; "
    "telephone mobile; telephone portable; numero de telephone; numero de telephone mobile; telephone principal; "
    "autre telephone; telephone voiture; telefono; telefono movil; movil; celular; telefono del trabajo; "
    "telefono del trabajo 2; telefono particular; telefono particular 2; telefono principal; otro telefono; "
    "numero de telefono; numero de telefono movil; telefono trabajo; telefono oficina; cellulare; telefono ufficio; "
    "telefono ufficio 2; telefono abitazione; telefono abitazione 2; altro telefono; telefone; telemovel; "
    "telefone comercial; telefone comercial 2; telefone residencial; telefone principal; outro telefone; "
    "telefone celular; telefoon; telefoon op werk; telefoon op werk 2; telefoon thuis; telefoon thuis 2; "
    "mobiele telefoon; ander telefoonnummer; telefoonnummer; telefon komorkowy; telefon sluzbowy; telefon domowy; "
    "telefon sluzbowy 2; telefon domowy 2; numer telefonu; telefon arbete; telefon arbete 2; telefon hem; "
    "telefon bostad; mobiltelefon 2; telefon arbejde; telefon hjem; mobilnummer; телефон; 电话; 电话号码; 電話; "
    "電話番号; puhelin; home mobile; work mobile",
    "company": "company; company name; organization; organisation; organization name; organisation name; "
    "account name; account; firm; employer; business; associated company; related company; firma; unternehmen; "
    "unternehmensname; name des unternehmens; societe; entreprise; nom de l entreprise; nom de la societe; "
    "organisation 1 name; organization 1 name; empresa; nombre de la empresa; compania; organizacion; azienda; "
    "societa; nome azienda; organizzazione; nome da empresa; organizacao; bedrijf; bedrijfsnaam; organisatie; "
    "przedsiebiorstwo; firma nazwa; organizacja; foretag; foretagsnamn; virksomhed; firmanavn; компания; 公司; "
    "会社; 会社名; yritys; work company; seller",
    "contact.job_title": "job title; jobtitle; position; role; organization title; organization 1 title; "
    "occupation; berufsbezeichnung; stellung; stelle; jobbezeichnung; fonction; poste; titre du poste; "
    "intitule du poste; puesto; cargo; puesto de trabajo; posizione; qualifica; funcao; cargo profissional; functie; "
    "stanowisko; befattning; stilling; jobtitel; должность; 职位; 役職; work title",
    "contact.street": "street; address; street address; business street; work address; mailing street; "
    "address 1 street; address 1; strasse geschaftlich; strasse; dienstlich adresse; anschrift; adresse; "
    "rue bureau; rue; calle del trabajo; calle; direccion; via ufficio; via; indirizzo; rua comercial; rua; "
    "endereco; straat; adres werk straat; ulica; ulica sluzbowy adres; gatuadress; gata; vej; gade; "
    "work street; home street; home address; mailing address; adres; postadress",
    "contact.city": "city; town; business city; work city; mailing city; address 1 city; ort; "
    "ort geschaftlich; stadt; dienstlich ort; ville; ville bureau; ciudad; ciudad del trabajo; localidad; poblacion; "
    "citta; citta ufficio; cidade; cidade comercial; plaats; plaats werk; stad; miasto; miejscowosc; by; город; "
    "城市; 市; home city; suburb; locality; seller city; paikkakunta",
    "contact.postcode": "postcode; post code; postal code; zip; zip code; zipcode; business postal code; "
    "work zip; work zipcode; mailing zip postal code; mailing postal code; mailing zip; address 1 postal code; plz; "
    "postleitzahl; postleitzahl geschaftlich; dienstlich plz; code postal; code postal bureau; codigo postal; "
    "codigo postal del trabajo; cp; cap; cap ufficio; codice postale; cep; codigo postal comercial; postcode werk; "
    "kod pocztowy; postnummer; индекс; 邮编; 郵便番号; home postal code; home zip; home zipcode; postinumero",
    "contact.country": "country; country region; business country region; business country; work country; "
    "mailing country; address 1 country; land; land region; land geschaftlich; dienstlich land; "
    "land region geschaftlich; pays; pays region bureau; pays bureau; pais; pais o region del trabajo; "
    "pais region; paese; paese ufficio; pais comercial; land werk; kraj; страна; 国家; 国; home country; "
    "home country region; country code; maa; cc",
    "contact.language": "language; preferred language; sprache; langue; idioma; lingua; taal; jezyk; sprak; sprog; "
    "langage",
    "source": "source; lead source; original source; origin; herkunft; quelle; lead quelle; origine; "
    "source du lead; source d origine; origen; fuente; fuente original; fuente de lead; origem; fonte; bron; zrodlo; "
    "kalla; kilde; источник; 来源; lahde",
    "campaign": "campaign; campaign name; kampagne; campagne; campana; campagna; campanha; kampania; kampanj",
    "owner": "owner; contact owner; lead owner; deal owner; account owner; opportunity owner; owner name; owner email; "
    "lead owner id; hubspot owner; company owner; inhaber; besitzer; zustandig; zustandiger mitarbeiter; "
    "kontakt inhaber; proprietaire; proprietaire du contact; responsable; propietario; propietario del contacto; "
    "proprietario; proprietario del contatto; eigenaar; wlasciciel; agare; ejer; ответственный; assigned to; "
    "sales rep; salesperson; account manager",
    "lead.qualified_by": "qualified by; sdr; qualifiziert von; qualifie par; cualificado por",
    "created": "created; created at; created on; created date; create date; created time; date created; creation date; "
    "first contact; first contact date; since; erstellt; erstellt am; erstelldatum; date de creation; "
    "fecha de creacion; creado; creado el; data di creazione; data de criacao; aangemaakt; aanmaakdatum; "
    "data utworzenia; skapad; oprettet; fecha de alta; added; date added; lead created; add time; deal created",
    "tags": "tags; tag; categories; category; labels; groups; group; group membership; keywords; kategorien; "
    "kategorie; etiketten; categories geschaftlich; schlagworter; etiquettes; etiquetas; categorias; categoria; "
    "categorie; etichette; marcadores; categorieen; kategorier; метки; 标签; liste; categories e mail",
    "lead.stage": "stage; deal stage; lead stage; opportunity stage; pipeline stage; to stage; phase; deal phase; "
    "etape; etape de la transaction; etapa; etapa del negocio; fase; etap; steg; lead status; status; stadium; "
    "estado; statut; stato",
    "lead.stage_changed": "stage changed; stage changed at; stage change date; last stage change; "
    "stage since; phase seit; etape depuis; etapa desde; last modified stage",
    "lead.value": "amount; value; deal value; deal amount; opportunity amount; close value; betrag; wert; montant; "
    "valeur; importe; valor; importo; valore; bedrag; waarde; kwota; wartosc; belopp; belob; сумма; 金额; revenue; "
    "expected revenue; opportunity value",
    "lead.currency": "currency; deal currency; currency code; wahrung; devise; moneda; divisa; valuta; moeda; waluta",
    "lead.expected_close": "close date; expected close; expected close date; closing date; abschlussdatum; "
    "date de fermeture; date de cloture; fecha de cierre; data di chiusura; data de fechamento; sluitingsdatum",
    "lead.score": "score; lead score; punktzahl; puntuacion; punteggio",
    "lead.reason": "closed lost reason; lost reason; loss reason; reason; verlustgrund; motivo de perdida; "
    "raison de la perte",
    "lead.next_step": "next step; nachster schritt; prochaine etape; proximo paso",
    "company.domain": "company domain; company domain name; domain; website; web site; domaine; dominio; "
    "website url; company website; web",
    "company.industry": "industry; sector; branche; secteur; sector de actividad; industria; settore; setor; branza; "
    "bransch; business segment",
    "company.size": "company size; number of employees; employees; numemp; mitarbeiterzahl; nombre d employes; "
    "numero de empleados; unternehmensgrosse",
    "contact.custom:Birthday|date": "birthday; birth date; date of birth; birthdate; geburtstag; geburtsdatum; "
    "anniversaire de naissance; date de naissance; cumpleanos; fecha de nacimiento; compleanno; data di nascita; "
    "aniversario; data de nascimento; verjaardag; geboortedatum; urodziny; data urodzenia; fodelsedag; fodselsdag; "
    "anniversaire; bday",
    "contact.custom:Anniversary|date": "anniversary; jahrestag; jubileum; rocznica; arsdag",
    "contact.custom:Notes": "notes; note; comments; comment; notizen; notiz; anmerkungen; remarques; "
    "commentaires; notas; observaciones; comentarios; nota; notities; opmerkingen; uwagi; notatki; anteckningar; "
    "noter; bemerkungen; opis; info; 备注; 備考",
    "contact.consent:email=no": "do not email; email opt out; opted out of email; unsubscribed from all email; "
    "has opted out of email; keine e mails; ne pas envoyer d e mail; no enviar correo; email opted out",
    "contact.consent:phone=no": "do not call; has opted out of call",
    "contact.consent:email": "email opt in; marketing consent; email consent; consent email; newsletter; opt in",
}
_SIGNS = re.compile(r"[^\w]+|_+")


def normal(header: str) -> str:
    """Return a header as it is compared: folded, signs and underscores as single spaces, at most 200 characters."""
    return " ".join(_SIGNS.sub(" ", fold(header[:200])).split())


@cache
def _index() -> dict[str, str]:
    return {normal(word): target for target, words in _WORDS.items() for word in words.split(";")}


_NUMBERED = re.compile(
    r"(?P<what>e ?mail|e mail adresse|correo|courriel|phone|telephone|telefon|telefono|tel|mobile)"
    r" ?(?P<number>\d)(?: (?:address|adresse|value|adres|adress|direccion|indirizzo|endereco|de correo electronico))*$"
)
_EMAIL_WORDS = re.compile(
    r"(?:(?:adresse de messagerie|direccion de correo electronico|indirizzo posta elettronica|"
    r"indirizzo di posta elettronica|endereco de correio eletronico|endereco de email|e mailadres|e mail adres|"
    r"adres e mail|adres email|e postadress|e mailadresse|e mail adresse|email address|e mail address|email|e mail)"
    r"(?: \d)?(?: (?:work|home|other|private|business|travail|trabajo))?)$"
)


def target_of(header: str) -> str | None:
    """Return the target that a header names by itself, or None."""
    words = normal(header)
    found = _index().get(words)
    if found is None:
        bare = re.sub(r" \d+$", "", words)
        found = _index().get(bare) if bare != words and _index().get(bare) in _LISTS else None
    if found is None and _EMAIL_WORDS.match(words):
        found = "contact.emails"
    if found is None:
        numbered = _NUMBERED.match(words)
        if numbered:
            what = numbered["what"]
            found = "contact.emails" if "mail" in what or what in {"correo", "courriel"} else "contact.phones"
    return found


_LISTS = {"contact.emails", "contact.phones", "tags"}
