<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Conflict</name>
    <message>
        <source>Keep theirs</source>
        <translation>Dejar el suyo</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar el mío</translation>
    </message>
    <message>
        <source>{field} wasn&apos;t saved: a colleague changed it meanwhile to “{theirs}”. Yours is “{mine}”.</source>
        <translation>{field}: no se guardó, porque entretanto alguien del equipo lo cambió a «{theirs}». Lo tuyo es «{mine}».</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail and phone</source>
        <translation>Correo y teléfono</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Alta</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Filter contacts</source>
        <translation>Filtrar contactos</translation>
    </message>
    <message>
        <source>&amp;Filter contacts</source>
        <translation>&amp;Filtrar contactos</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Close details</source>
        <translation>Cerrar la ficha</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>{field} of {name} saved.</source>
        <translation>{field} de {name}: guardado.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>{who} wrote a note</source>
        <translation>{who} escribió una nota</translation>
    </message>
    <message>
        <source>{who} logged a call</source>
        <translation>{who} anotó una llamada</translation>
    </message>
    <message>
        <source>{who} wrote an e-mail</source>
        <translation>{who} escribió un correo</translation>
    </message>
    <message>
        <source>{who} held a meeting</source>
        <translation>{who} tuvo una reunión</translation>
    </message>
    <message>
        <source>{who} paid a visit</source>
        <translation>{who} hizo una visita</translation>
    </message>
    <message>
        <source>{who} added this contact</source>
        <translation>{who} añadió este contacto</translation>
    </message>
    <message>
        <source>{who} moved this contact to the bin</source>
        <translation>{who} llevó este contacto a la papelera</translation>
    </message>
    <message>
        <source>{who} imported a newer version</source>
        <translation>{who} importó una versión más nueva</translation>
    </message>
    <message>
        <source>{who} changed this contact</source>
        <translation>{who} cambió este contacto</translation>
    </message>
    <message>
        <source>{who} changed: {fields}</source>
        <translation>{who} cambió: {fields}</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Todavía no ha pasado nada.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n older</source>
        <translation>
            <numerusform>Ver %n anterior</numerusform>
            <numerusform>Ver %n anteriores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>Look around with a sample company</source>
        <translation>Curiosear con una empresa de ejemplo</translation>
    </message>
    <message>
        <source>Nobody meets this search</source>
        <translation>Nadie cumple esta búsqueda</translation>
    </message>
    <message>
        <source>Esc in the search field brings all contacts back.</source>
        <translation>Esc en el campo de búsqueda devuelve todos los contactos.</translation>
    </message>
    <message>
        <source>All the people you talk to, in one list</source>
        <translation>Todas las personas con quienes hablas, en una lista</translation>
    </message>
    <message>
        <source>Bring your lists in with “tandem import”, or see first what Tandem does with a sample.</source>
        <translation>Trae tus listas con «tandem import», o mira antes con un ejemplo lo que hace Tandem.</translation>
    </message>
</context>
</TS>
