<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AsOf</name>
    <message>
        <source>As of</source>
        <translation>A fecha de</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n asunto te espera</numerusform>
            <numerusform>%n asuntos te esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nada te espera</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take this filter away</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>Take away: {filter}</source>
        <translation>Quitar: {filter}</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Search or type a value</source>
        <translation>Buscar o escribir un valor</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nada se llama así.</translation>
    </message>
    <message>
        <source>No value is in use yet.</source>
        <translation>Aún no hay ningún valor en uso.</translation>
    </message>
</context>
<context>
    <name>Colleagues</name>
    <message>
        <source>{names} have this open</source>
        <translation>{names} tienen esto abierto</translation>
    </message>
    <message>
        <source>{name} has this open</source>
        <translation>{name} tiene esto abierto</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
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
    <name>FilterBar</name>
    <message>
        <source>Save as a view</source>
        <translation>Guardar como vista</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>de mayor a menor</translation>
    </message>
    <message>
        <source>from the start</source>
        <translation>de menor a mayor</translation>
    </message>
    <message>
        <source>Sorted by {order}, {way}</source>
        <translation>Orden: {order}, {way}</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Al revés</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Reply overdue</source>
        <translation>Respuesta atrasada</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
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
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Tiene</translation>
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
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Cierre previsto</translation>
    </message>
    <message>
        <source>Qualified by</source>
        <translation>Calificado por</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Owner: anyone</source>
        <translation>Responsable: cualquiera</translation>
    </message>
    <message>
        <source>Stage: any</source>
        <translation>Etapa: cualquiera</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>La semana pasada</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Over 90 days ago</source>
        <translation>Hace más de 90 días</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>La próxima semana</translation>
    </message>
    <message>
        <source>None set</source>
        <translation>Sin fecha</translation>
    </message>
</context>
<context>
    <name>FindButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>Busca o da una orden</translation>
    </message>
</context>
<context>
    <name>FirstViews</name>
    <message>
        <source>Reply overdue</source>
        <translation>Vencidas</translation>
    </message>
    <message>
        <source>My leads</source>
        <translation>Mis leads</translation>
    </message>
    <message>
        <source>Hot this week</source>
        <translation>Leads calientes</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Sin próximo paso</translation>
    </message>
</context>
<context>
    <name>GoalWords</name>
    <message>
        <source>New leads</source>
        <translation>Leads nuevos</translation>
    </message>
    <message>
        <source>Leads that became qualified (MQL)</source>
        <translation>Leads que pasaron a cualificados (MQL)</translation>
    </message>
    <message>
        <source>Leads accepted by sales (SAL)</source>
        <translation>Leads aceptados por ventas (SAL)</translation>
    </message>
    <message>
        <source>Leads qualified by sales (SQL)</source>
        <translation>Leads cualificados por ventas (SQL)</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Oportunidades</translation>
    </message>
    <message>
        <source>Value of opportunities</source>
        <translation>Valor de las oportunidades</translation>
    </message>
    <message>
        <source>Leads won</source>
        <translation>Leads ganados</translation>
    </message>
    <message>
        <source>Value won</source>
        <translation>Valor ganado</translation>
    </message>
    <message>
        <source>Leads answered in time</source>
        <translation>Leads respondidos a tiempo</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>Anotado a mano</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>Faltan {amount}</translation>
    </message>
    <message>
        <source>Behind by {amount}</source>
        <translation>Por detrás en {amount}</translation>
    </message>
    <message>
        <source>Ahead by {amount}</source>
        <translation>Por delante en {amount}</translation>
    </message>
    <message>
        <source>Missed by {amount}</source>
        <translation>No alcanzado por {amount}</translation>
    </message>
    <message>
        <source>Met so far</source>
        <translation>Cumplido hasta hoy</translation>
    </message>
    <message>
        <source>On pace</source>
        <translation>Al ritmo previsto</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>Too few to say</source>
        <translation>Muy pocos casos</translation>
    </message>
    <message>
        <source>of {target}</source>
        <translation>de {target}</translation>
    </message>
    <message>
        <source>Promised at least {amount}</source>
        <translation>Prometido: al menos {amount}</translation>
    </message>
    <message>
        <source>Expected by today {amount}</source>
        <translation>Previsto para hoy {amount}</translation>
    </message>
    <message>
        <source>{kept} of {cases} in time</source>
        <translation>{kept} de {cases} a tiempo</translation>
    </message>
    <message>
        <source>Marketing {amount}</source>
        <translation>Marketing {amount}</translation>
    </message>
    <message>
        <source>Sales {amount}</source>
        <translation>Ventas {amount}</translation>
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
    <name>Me</name>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
</context>
<context>
    <name>NextAgenda</name>
    <message>
        <source>On the agenda of {day}: {topic}</source>
        <translation>En la agenda de {day}: {topic}</translation>
    </message>
    <message>
        <source>Put on the next agenda</source>
        <translation>Llevar a la próxima reunión</translation>
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
    <name>Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Busca o da una orden</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Nothing is called “{words}”.</source>
        <translation>Nada se llama «{words}».</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Something went wrong in Tandem itself.</source>
        <translation>Algo ha fallado en el propio Tandem.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Another workspace…</source>
        <translation>Otro espacio de trabajo…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Open to look only</source>
        <translation>Abrir solo para mirar</translation>
    </message>
</context>
<context>
    <name>QueryError</name>
    <message>
        <source>“{field}” has no order; write {field}:{value}</source>
        <translation>«{field}» no tiene orden; escribe {field}:{value}</translation>
    </message>
    <message>
        <source>“{sign}” takes one value</source>
        <translation>«{sign}» admite un solo valor</translation>
    </message>
    <message>
        <source>“has” goes with a colon, as in has:email</source>
        <translation>«has» va con dos puntos, como en has:email</translation>
    </message>
    <message>
        <source>“did” goes with a colon, as in did:webinar or did:webinar&gt;=-14d</source>
        <translation>«did» va con dos puntos, como en did:webinar o did:webinar&gt;=-14d</translation>
    </message>
    <message>
        <source>Nothing is asked for here; has:did finds whom anything was done with</source>
        <translation>Aquí no se pregunta nada; has:did encuentra a aquellos con quienes se ha hecho algo</translation>
    </message>
    <message>
        <source>“me” is nobody here: this account belongs to no member</source>
        <translation>«me» no es nadie aquí: esta cuenta no es de ningún miembro</translation>
    </message>
    <message>
        <source>There is no member “{value}”; choose one of: {known}</source>
        <translation>No hay ningún miembro «{value}»; elige uno de: {known}</translation>
    </message>
    <message>
        <source>There is no member “{value}”; there is no member yet</source>
        <translation>No hay ningún miembro «{value}»; todavía no hay ninguno</translation>
    </message>
    <message>
        <source>There is no stage “{value}”; choose one of: {known}</source>
        <translation>No hay ninguna etapa «{value}»; elige una de: {known}</translation>
    </message>
    <message>
        <source>There is no stage “{value}”; there is no stage yet</source>
        <translation>No hay ninguna etapa «{value}»; todavía no hay ninguna</translation>
    </message>
    <message>
        <source>There is no campaign “{value}”; choose one of: {known}</source>
        <translation>No hay ninguna campaña «{value}»; elige una de: {known}</translation>
    </message>
    <message>
        <source>There is no campaign “{value}”; there is no campaign yet</source>
        <translation>No hay ninguna campaña «{value}»; todavía no hay ninguna</translation>
    </message>
    <message>
        <source>There is no reason “{value}”; choose one of: {known}</source>
        <translation>No hay ningún motivo «{value}»; elige uno de: {known}</translation>
    </message>
    <message>
        <source>There is no reason “{value}”; there is no reason yet</source>
        <translation>No hay ningún motivo «{value}»; todavía no hay ninguno</translation>
    </message>
    <message>
        <source>“{value}” is no team; choose one of: {known}</source>
        <translation>«{value}» no es un equipo; elige uno de: {known}</translation>
    </message>
    <message>
        <source>“{value}” is no milestone; choose one of: {known}</source>
        <translation>«{value}» no es un hito; elige uno de: {known}</translation>
    </message>
    <message>
        <source>“{value}” is no state; choose one of: {known}</source>
        <translation>«{value}» no es un estado; elige uno de: {known}</translation>
    </message>
    <message>
        <source>“{word}” cannot stand here; put it in quotes to search for it</source>
        <translation>«{word}» no puede ir aquí; ponlo entre comillas para buscarlo</translation>
    </message>
    <message>
        <source>“{sign}” needs a field before it, as in city:Rome; put the text in quotes to search for it</source>
        <translation>Falta un campo antes de «{sign}», como en city:Rome; pon el texto entre comillas para buscarlo</translation>
    </message>
    <message>
        <source>Something is missing at the end</source>
        <translation>Falta algo al final</translation>
    </message>
    <message>
        <source>A query may have {most} characters at most; this one has {count}</source>
        <translation>Una consulta puede tener {most} caracteres como máximo; esta tiene {count}</translation>
    </message>
    <message>
        <source>A query may have {most} parts at most</source>
        <translation>Una consulta puede tener {most} partes como máximo</translation>
    </message>
    <message>
        <source>A query may have {most} words at most</source>
        <translation>Una consulta puede tener {most} palabras como máximo</translation>
    </message>
    <message>
        <source>That is negated too often; one minus is enough</source>
        <translation>Está negado demasiadas veces; basta un signo menos</translation>
    </message>
    <message>
        <source>This quote is never closed; add a &quot; at its end</source>
        <translation>Estas comillas no se cierran; añade &quot; al final</translation>
    </message>
    <message>
        <source>Something is missing before this bracket</source>
        <translation>Falta algo antes de este paréntesis</translation>
    </message>
    <message>
        <source>A comma stands between two values, as in source:web,event</source>
        <translation>La coma va entre dos valores, como en source:web,event</translation>
    </message>
    <message>
        <source>No bracket stands after an operator; several values go as in source:web,event</source>
        <translation>Después de un operador no va paréntesis; varios valores se escriben como en source:web,event</translation>
    </message>
    <message>
        <source>A minus stands right before what it excludes, as in -tag:student</source>
        <translation>El signo menos va justo delante de lo que excluye, como en -tag:student</translation>
    </message>
    <message>
        <source>No space stands before “{sign}”; write {field}{sign}VALUE</source>
        <translation>Delante de «{sign}» no va espacio; escribe {field}{sign}VALOR</translation>
    </message>
    <message>
        <source>“{word}” needs a value after it, as in city:Rome</source>
        <translation>Falta un valor después de «{word}», como en city:Rome</translation>
    </message>
    <message>
        <source>A value is missing after this comma</source>
        <translation>Falta un valor después de esta coma</translation>
    </message>
    <message>
        <source>“{word}” needs something after it; put it in quotes to search for it</source>
        <translation>Falta algo después de «{word}»; ponlo entre comillas para buscarlo</translation>
    </message>
    <message>
        <source>This bracket is never closed; add a ) at its end</source>
        <translation>Este paréntesis no se cierra; añade ) al final</translation>
    </message>
    <message>
        <source>Brackets may stand in one another {most} deep at most</source>
        <translation>Los paréntesis pueden anidarse {most} veces como máximo</translation>
    </message>
    <message>
        <source>This bracket closes none that was opened; take it away</source>
        <translation>Este paréntesis no cierra ninguno abierto; quítalo</translation>
    </message>
    <message>
        <source>Nothing is asked for here; -has:city finds what is empty</source>
        <translation>Aquí no se pide nada; -has:city encuentra lo que está vacío</translation>
    </message>
    <message>
        <source>A value may have {most} characters at most</source>
        <translation>Un valor puede tener {most} caracteres como máximo</translation>
    </message>
    <message>
        <source>“{value}” is neither yes nor no</source>
        <translation>«{value}» no es ni sí ni no (yes, no)</translation>
    </message>
    <message>
        <source>From two dots to a range goes with a colon only, as in score:10..20</source>
        <translation>Un intervalo con dos puntos seguidos solo va tras dos puntos, como en score:10..20</translation>
    </message>
    <message>
        <source>“{value}” is too far away</source>
        <translation>«{value}» queda demasiado lejos</translation>
    </message>
    <message>
        <source>“{value}” is no number; write it as in 40, 2.5, 10k or 10..20</source>
        <translation>«{value}» no es un número; escríbelo como en 40, 2.5, 10k o 10..20</translation>
    </message>
    <message>
        <source>“{value}” is no time; write a day as 2026-01-31, a month as 2026-01, or today, yesterday, -7d, +2w, -3m, this-month, last-quarter, next-week</source>
        <translation>«{value}» no es un momento; escribe un día como 2026-01-31, un mes como 2026-01, o today, yesterday, -7d, +2w, -3m, this-month, last-quarter, next-week</translation>
    </message>
    <message>
        <source>“{value}” is no day; write a day as 2026-01-31, a month as 2026-01, or today, yesterday, -7d, +2w, -3m, this-month, last-quarter, next-week</source>
        <translation>«{value}» no es un día; escribe un día como 2026-01-31, un mes como 2026-01, o today, yesterday, -7d, +2w, -3m, this-month, last-quarter, next-week</translation>
    </message>
    <message>
        <source>There is no field “{name}”; write custom:NAME:VALUE, in quotes where the name has spaces</source>
        <translation>No hay ningún campo «{name}»; escribe custom:NOMBRE:VALOR, entre comillas si el nombre lleva espacios</translation>
    </message>
    <message>
        <source>There is no field “{name}”; did you mean {near}?</source>
        <translation>No hay ningún campo «{name}»; ¿quisiste decir {near}?</translation>
    </message>
    <message>
        <source>There is no field “{name}”; put it in quotes to search for it as a text</source>
        <translation>No hay ningún campo «{name}»; ponlo entre comillas para buscarlo como texto</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>{what} (at character {place})</source>
        <translation>{what} (en el carácter {place})</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>&amp;Abrir espacio de trabajo…</translation>
    </message>
    <message>
        <source>Open {workspace}</source>
        <translation>Abrir {workspace}</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This report is not grouped: choose “All together”.</source>
        <translation>Este informe no se agrupa: elija «Todo junto».</translation>
    </message>
    <message>
        <source>A report cannot be grouped by “{by}”. Choose another field.</source>
        <translation>Un informe no se puede agrupar por «{by}». Elija otro campo.</translation>
    </message>
    <message>
        <source>Fewer than two stages bear a milestone, so nothing can be converted. Set them on the stages.</source>
        <translation>Menos de dos etapas llevan un hito, así que nada puede convertirse. Póngalos en las etapas.</translation>
    </message>
    <message>
        <source>Pipeline velocity is a figure of one moment; it cannot be grouped by a unit of time.</source>
        <translation>La velocidad de las oportunidades es una cifra de un momento; no se puede agrupar por una unidad de tiempo.</translation>
    </message>
    <message>
        <source>The period ends before it begins. Swap its days.</source>
        <translation>El periodo termina antes de empezar. Intercambie sus días.</translation>
    </message>
    <message>
        <source>No stage bears the milestone MQL, so no lead is ever qualified. Set it on a stage.</source>
        <translation>Ninguna etapa lleva el hito MQL, así que ningún lead llega a cualificarse. Póngalo en una etapa.</translation>
    </message>
    <message>
        <source>Time in stage is measured stage by stage; group it by a field, not by time or milestone.</source>
        <translation>El tiempo en cada etapa se mide etapa por etapa; agrúpelo por un campo, no por tiempo ni por hito.</translation>
    </message>
    <message>
        <source>“{goal}” is entered by hand; no leads stand behind it.</source>
        <translation>«{goal}» se introduce a mano; no hay leads detrás.</translation>
    </message>
    <message>
        <source>{stage} takes {limit} leads at most, and {there} stand there now. Move one on first, or change the stage&apos;s limit.</source>
        <translation>{stage} admite {limit} leads como máximo, y ahora hay {there}. Haz avanzar alguno antes o cambia el límite de la etapa.</translation>
    </message>
    <message>
        <source>That meeting is closed, and its minutes stand. Write it down in the next one.</source>
        <translation>Esa reunión está cerrada y su acta queda como está. Anótelo en la próxima.</translation>
    </message>
    <message>
        <source>{count} files are too many at once: up to {most} can be taken in. Put them in one list, or drop some of them.</source>
        <translation>{count} archivos son demasiados a la vez: se toman {most} como mucho. Júntelos en una lista o suelte solo algunos.</translation>
    </message>
    <message>
        <source>What was dropped lies in the web, not on this computer. Save it as a file, and drop that.</source>
        <translation>Lo que soltó está en la web, no en este equipo. Guárdelo como archivo y suelte ese.</translation>
    </message>
    <message>
        <source>{file} is a folder, and files are taken in. Open it and drop the files that you want.</source>
        <translation>{file} es una carpeta, y aquí se toman archivos. Ábrala y suelte los archivos que quiera.</translation>
    </message>
    <message>
        <source>{file} is not there any more. Look where it is now, and drop it from there.</source>
        <translation>{file} ya no está ahí. Mire dónde está ahora y suéltelo desde allí.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: another program holds it, or it is not yours to read. Close it there, or drop a copy.</source>
        <translation>{file} no se puede abrir: otro programa lo tiene abierto o no tiene permiso para leerlo. Ciérrelo allí o suelte una copia.</translation>
    </message>
    <message>
        <source>{file} is empty: it has 0 bytes. Save it again, and drop it then.</source>
        <translation>{file} está vacío: tiene 0 bytes. Guárdelo de nuevo y suéltelo entonces.</translation>
    </message>
    <message>
        <source>{file} is a picture; there is no list to be read in it. Drop the list itself, a vCard or an e-mail.</source>
        <translation>{file} es una imagen; en ella no hay ninguna lista que leer. Suelte la lista misma, una vCard o un correo.</translation>
    </message>
    <message>
        <source>{file} is a film or a picture of a telephone. Drop a list, a vCard or an e-mail.</source>
        <translation>{file} es un vídeo o una foto de un teléfono. Suelte una lista, una vCard o un correo.</translation>
    </message>
    <message>
        <source>{file} is larger than an e-mail is. Save it without what is attached.</source>
        <translation>{file} es más grande que un correo. Guárdelo sin los adjuntos.</translation>
    </message>
    <message>
        <source>{file} cannot be read. Close it in other programs, or drop a copy.</source>
        <translation>{file} no se puede leer. Ciérrelo en otros programas o suelte una copia.</translation>
    </message>
    <message>
        <source>{file} is a message in Outlook&apos;s own form. Drag it from Outlook on the web, or save it as .eml.</source>
        <translation>{file} es un mensaje en el formato propio de Outlook. Arrástrelo desde Outlook en la web o guárdelo como .eml.</translation>
    </message>
    <message>
        <source>{file} holds no e-mail. Save the e-mail from your mail program as .eml.</source>
        <translation>{file} no contiene ningún correo. Guarde el correo como .eml desde su programa de correo.</translation>
    </message>
    <message>
        <source>This e-mail names no address but those of members, so there is no contact to keep it with.</source>
        <translation>Este correo solo nombra direcciones de miembros, así que no hay contacto en el que guardarlo.</translation>
    </message>
    <message>
        <source>{file} holds no vCard. Export the person from your address book as .vcf.</source>
        <translation>{file} no contiene ninguna vCard. Exporte a la persona desde su agenda como .vcf.</translation>
    </message>
    <message>
        <source>That meeting was moved to the bin.</source>
        <translation>Esa reunión está en la papelera.</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>{name}, no longer in this list</source>
        <translation>{name}, ya no está en esta lista</translation>
    </message>
</context>
<context>
    <name>SaveState</name>
    <message>
        <source>Read only</source>
        <translation>Solo lectura</translation>
    </message>
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
    <name>SavedViews</name>
    <message>
        <source>“{name}” is in the sidebar.</source>
        <translation>«{name}» está en la barra lateral.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Keep it for me alone</source>
        <translation>Solo para mí</translation>
    </message>
    <message>
        <source>Share it with everybody</source>
        <translation>Compartir con todos</translation>
    </message>
    <message>
        <source>Let it show the list as it stands now</source>
        <translation>Que muestre la lista como está ahora</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Shows the list as it stands now</source>
        <translation>Muestra la lista como está ahora</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>«{name}» se ha quitado.</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>This workspace is open to look only.</source>
        <translation>Este espacio de trabajo está abierto solo para mirar.</translation>
    </message>
    <message>
        <source>You can keep working; what you change is sent when the connection is back.</source>
        <translation>Puedes seguir trabajando; lo que cambies se envía cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>You can read everything; nothing that you change is saved.</source>
        <translation>Puedes leerlo todo; nada de lo que cambies se guarda.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Marketing + Sales</source>
        <translation>Marketing + Ventas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help and shortcuts</source>
        <translation>Ayuda y atajos</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Nueva vista</translation>
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
    <name>Undoing</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message numerus="yes">
        <source>{count} were changed by colleagues since and stay as they are.</source>
        <translation>
            <numerusform>{count} lo cambió un compañero después y queda como está.</numerusform>
            <numerusform>{count} los cambiaron compañeros después y quedan como están.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rehacer: {what}</translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Saved view</source>
        <translation>Vista guardada</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>Change this view</source>
        <translation>Cambiar esta vista</translation>
    </message>
    <message>
        <source>It shows: {query}</source>
        <translation>Muestra: {query}</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Everybody sees it</source>
        <translation>La ven todos</translation>
    </message>
    <message>
        <source>Count it in red: it is something that should not be</source>
        <translation>Contarla en rojo: es algo que no debería haber</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>Window</name>
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
        <source>&amp;Contact</source>
        <translation>&amp;Contacto</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>&amp;Lead</translation>
    </message>
    <message>
        <source>&amp;Meeting</source>
        <translation>&amp;Reunión</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation>Abrir la bandeja</translation>
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
        <source>&amp;Narrow sidebar</source>
        <translation>&amp;Barra lateral estrecha</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>&amp;Working time…</source>
        <translation>&amp;Horario de trabajo…</translation>
    </message>
    <message>
        <source>Look for &amp;changes</source>
        <translation>Buscar &amp;cambios</translation>
    </message>
    <message>
        <source>&amp;Find or run…</source>
        <translation>&amp;Buscar o ejecutar…</translation>
    </message>
    <message>
        <source>What &amp;waits for me</source>
        <translation>Lo que me &amp;espera</translation>
    </message>
    <message>
        <source>Next &amp;part of the window</source>
        <translation>&amp;Siguiente parte de la ventana</translation>
    </message>
    <message>
        <source>&amp;Last part of the window</source>
        <translation>Parte &amp;anterior de la ventana</translation>
    </message>
    <message>
        <source>&amp;Duplicates…</source>
        <translation>&amp;Duplicados…</translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation>Primeros &amp;pasos…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>This is a made-up company: 1,200 contacts, 300 leads, a year of history.</source>
        <translation>Es una empresa inventada: 1200 contactos, 300 leads, un año de historia.</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Vista guardada</translation>
    </message>
    <message>
        <source>Views are kept of lists: narrow the contacts or the board first.</source>
        <translation>Las vistas se guardan de listas: filtra antes los contactos o el tablero.</translation>
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
</TS>
