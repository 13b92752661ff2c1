<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Bar</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{count} open · {sum}</source>
        <translation>{count} abiertos · {sum}</translation>
    </message>
    <message>
        <source>{name} moved to {stage}.</source>
        <translation>{name} pasó a {stage}.</translation>
    </message>
    <message>
        <source>{name} moved to {stage}, position {place} of {count}</source>
        <translation>{name} pasó a {stage}, posición {place} de {count}</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Drag a card here</source>
        <translation>Arrastra aquí una tarjeta</translation>
    </message>
</context>
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
    <name>Jobs</name>
    <message>
        <source>Something went wrong in Tandem itself; nothing was changed.</source>
        <translation>Algo ha fallado en el propio Tandem; no se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the workspace…</source>
        <translation>Abriendo el espacio de trabajo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Why was {name} lost?</source>
        <translation>¿Por qué se perdió {name}?</translation>
    </message>
    <message>
        <source>The reason is counted in the reports of both teams.</source>
        <translation>El motivo cuenta en los informes de los dos equipos.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Leave it where it was</source>
        <translation>Dejarlo donde estaba</translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation>Pasar a {stage}</translation>
    </message>
    <message>
        <source>Say more (needed here)</source>
        <translation>Explica algo más (aquí hace falta)</translation>
    </message>
    <message>
        <source>Note (if you like)</source>
        <translation>Nota (si quieres)</translation>
    </message>
</context>
<context>
    <name>SaveState</name>
    <message numerus="yes">
        <source>Waiting for connection (%n)</source>
        <translation>
            <numerusform>Esperando conexión (%n)</numerusform>
            <numerusform>Esperando conexión (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Marketing + Sales</source>
        <translation>Marketing + Ventas</translation>
    </message>
</context>
<context>
    <name>StageHead</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n atrasado</numerusform>
            <numerusform>%n atrasados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Something went wrong in Tandem itself.</source>
        <translation>Algo ha fallado en el propio Tandem.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TeamBand</name>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventas</translation>
    </message>
    <message>
        <source>Handed from one to the other</source>
        <translation>De un equipo al otro</translation>
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
    <name>TitleBar</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>&amp;Lead</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Colores del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Move &amp;on a stage</source>
        <translation>&amp;Avanzar una etapa</translation>
    </message>
    <message>
        <source>Move &amp;back a stage</source>
        <translation>&amp;Retroceder una etapa</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Buscar…</translation>
    </message>
    <message>
        <source>Look for &amp;changes</source>
        <translation>Buscar &amp;cambios</translation>
    </message>
    <message>
        <source>&amp;Contacts</source>
        <translation>&amp;Contactos</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>&amp;Tablero</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Search leads</source>
        <translation>Buscar leads</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>Buscar contactos</translation>
    </message>
    <message>
        <source>Something went wrong in Tandem itself: {error}</source>
        <translation>Algo ha fallado en el propio Tandem: {error}</translation>
    </message>
    <message>
        <source>You can keep working; what you change is sent when the connection is back.</source>
        <translation>Puedes seguir trabajando; lo que cambies se envía cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rehacer: {what}</translation>
    </message>
    <message>
        <source>This is a made-up company: 1,200 contacts, 300 leads, a year of history.</source>
        <translation>Es una empresa inventada: 1200 contactos, 300 leads, un año de historia.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the database yet.</source>
        <translation>
            <numerusform>%n cambio aún no ha llegado a la base de datos.</numerusform>
            <numerusform>%n cambios aún no han llegado a la base de datos.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are lost if Tandem closes before the connection is back.</source>
        <translation>Se pierden si Tandem se cierra antes de que vuelva la conexión.</translation>
    </message>
    <message>
        <source>Keep Tandem open</source>
        <translation>Dejar Tandem abierto</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Cerrar y perderlos</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganado</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>{time} overdue</source>
        <translation>{time} tarde</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Sin próximo paso</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Score {n}</source>
        <translation>Puntuación {n}</translation>
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
