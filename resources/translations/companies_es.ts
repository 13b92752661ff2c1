<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Companies</name>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Open leads</source>
        <translation>Leads abiertos</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
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
        <source>Added</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Own number</source>
        <translation>Número propio</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificado</translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message>
        <source>Companies</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Empresa nueva</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>Nombre de la empresa</translation>
    </message>
    <message>
        <source>Filter companies</source>
        <translation>Filtrar empresas</translation>
    </message>
    <message>
        <source>&amp;Filter companies</source>
        <translation>&amp;Filtrar empresas</translation>
    </message>
    <message>
        <source>&amp;New company</source>
        <translation>Empresa &amp;nueva</translation>
    </message>
    <message>
        <source>&amp;Log a call or note…</source>
        <translation>&amp;Anotar una llamada o nota…</translation>
    </message>
    <message>
        <source>Add a &amp;task…</source>
        <translation>Añadir una &amp;tarea…</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Volver a la lista</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name}: alta hecha.</translation>
    </message>
    <message>
        <source>No company meets this search</source>
        <translation>Ninguna empresa cumple esta búsqueda</translation>
    </message>
    <message>
        <source>A company comes in with its people, or is made here.</source>
        <translation>Una empresa entra con su gente, o se crea aquí.</translation>
    </message>
</context>
<context>
    <name>CompanyView</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Nobody is known here yet.</source>
        <translation>Aún no se conoce a nadie aquí.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>No leads yet.</source>
        <translation>Aún no hay leads.</translation>
    </message>
    <message>
        <source>How the biggest win came about</source>
        <translation>Cómo llegó la mayor venta</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Próximos pasos</translation>
    </message>
    <message>
        <source>No next steps.</source>
        <translation>No hay próximos pasos.</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>Back to the companies</source>
        <translation>Volver a las empresas</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Añadir persona</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Lead nuevo</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>First and last name, or an e-mail</source>
        <translation>Nombre y apellidos, o un correo</translation>
    </message>
    <message>
        <source>Add a note, call or meeting</source>
        <translation>Añadir nota, llamada o reunión</translation>
    </message>
    <message>
        <source>Show in Contacts</source>
        <translation>Ver en Contactos</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ Añadir</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>Añadir tarea</translation>
    </message>
    <message>
        <source>A lead at {name} opened.</source>
        <translation>Lead en {name} abierto.</translation>
    </message>
    <message>
        <source>{open} open, {won} won, {lost} lost</source>
        <translation>Abiertos: {open}, ganados: {won}, perdidos: {lost}</translation>
    </message>
    <message>
        <source>{person} works at {company} now.</source>
        <translation>{person} trabaja ahora en {company}.</translation>
    </message>
    <message>
        <source>A task of {name} changed.</source>
        <translation>Una tarea de {name} ha cambiado.</translation>
    </message>
    <message>
        <source>What you wrote on {name} moved to the bin.</source>
        <translation>Lo que escribiste sobre {name} está en la papelera.</translation>
    </message>
    <message>
        <source>{name} moved to the bin.</source>
        <translation>{name}: en la papelera.</translation>
    </message>
</context>
<context>
    <name>FieldsCard</name>
    <message>
        <source>Details</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>There is no member “{name}”.</source>
        <translation>No hay ningún miembro «{name}».</translation>
    </message>
    <message>
        <source>{field} of {name} saved.</source>
        <translation>{field} de {name}: guardado.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Won so far</source>
        <translation>Ganado hasta ahora</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Reply owed</source>
        <translation>Respuesta pendiente</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Nobody owes one</source>
        <translation>Nadie debe ninguna</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>RelayCard</name>
    <message>
        <source>First touch</source>
        <translation>Contactó</translation>
    </message>
    <message>
        <source>Qualified by</source>
        <translation>Cualificó</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>Aceptó</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Cerró</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message numerus="yes">
        <source>%n days from qualified to won</source>
        <translation>
            <numerusform>%n día de cualificado a ganado</numerusform>
            <numerusform>%n días de cualificado a ganado</numerusform>
        </translation>
    </message>
</context>
</TS>
