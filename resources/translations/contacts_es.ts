<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Choice</name>
    <message>
        <source>Keep theirs</source>
        <translation>Dejar lo suyo</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar lo mío</translation>
    </message>
    <message>
        <source>{name} changed “{field}” while you were changing it too.</source>
        <translation>{name} ha cambiado «{field}» mientras tú también lo cambiabas.</translation>
    </message>
    <message>
        <source>Keep {name}&apos;s</source>
        <translation>Dejar lo de {name}</translation>
    </message>
    <message>
        <source>A colleague changed “{field}” while you were changing it too.</source>
        <translation>Alguien del equipo ha cambiado «{field}» mientras tú también lo cambiabas.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Saliente</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrante</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>When: a day and a time, such as yesterday 16:30</source>
        <translation>Cuándo: un día y una hora, como ayer 16:30</translation>
    </message>
    <message>
        <source>Call back @Tom Friday</source>
        <translation>Devolver la llamada @Tom viernes</translation>
    </message>
    <message>
        <source>Task: what is to be done, @ whom, and the day</source>
        <translation>Tarea: qué hay que hacer, @ quién y el día</translation>
    </message>
    <message>
        <source>Save or cancel first what you began here.</source>
        <translation>Guarda o cancela antes lo que has empezado aquí.</translation>
    </message>
    <message>
        <source>It says nothing yet. Write a word or two.</source>
        <translation>Todavía no dice nada. Escribe una o dos palabras.</translation>
    </message>
    <message>
        <source>Write a note, @ to call somebody</source>
        <translation>Escribe una nota, @ para avisar a alguien</translation>
    </message>
    <message>
        <source>What came of the call?</source>
        <translation>¿Qué salió de la llamada?</translation>
    </message>
    <message>
        <source>What was written?</source>
        <translation>¿Qué se escribió?</translation>
    </message>
    <message>
        <source>What came of the meeting?</source>
        <translation>¿Qué salió de la reunión?</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Anotar llamada</translation>
    </message>
    <message>
        <source>Log e-mail</source>
        <translation>Anotar correo</translation>
    </message>
    <message>
        <source>Log meeting</source>
        <translation>Anotar reunión</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>Añadir tarea</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>Write when as a day and a time, such as yesterday 16:30.</source>
        <translation>Escribe cuándo como un día y una hora, por ejemplo ayer 16:30.</translation>
    </message>
    <message>
        <source>Note on {name} saved.</source>
        <translation>Nota sobre {name} guardada.</translation>
    </message>
    <message>
        <source>Call with {name} logged.</source>
        <translation>Llamada con {name} anotada.</translation>
    </message>
    <message>
        <source>E-mail with {name} logged.</source>
        <translation>Correo con {name} anotado.</translation>
    </message>
    <message>
        <source>Meeting with {name} logged.</source>
        <translation>Reunión con {name} anotada.</translation>
    </message>
    <message>
        <source>Task on {name} added.</source>
        <translation>Tarea sobre {name} añadida.</translation>
    </message>
</context>
<context>
    <name>ConsentList</name>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ Añadir</translation>
    </message>
    <message>
        <source>Write down a consent</source>
        <translation>Anotar un consentimiento</translation>
    </message>
    <message>
        <source>given {day}</source>
        <translation>dado el {day}</translation>
    </message>
    <message>
        <source>withdrawn {day}</source>
        <translation>retirado el {day}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Dar</translation>
    </message>
    <message>
        <source>post</source>
        <translation>correo postal</translation>
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
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
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
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Web</translation>
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
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>E-mail and phone</source>
        <translation>Correo y teléfono</translation>
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
        <source>New contact</source>
        <translation>Nuevo contacto</translation>
    </message>
    <message>
        <source>&amp;Filter contacts</source>
        <translation>&amp;Filtrar contactos</translation>
    </message>
    <message>
        <source>&amp;New contact…</source>
        <translation>&amp;Nuevo contacto…</translation>
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
        <source>Add an e-mail or v&amp;Card…</source>
        <translation>Añadir un correo o una v&amp;Card…</translation>
    </message>
    <message>
        <source>E&amp;xplain the score</source>
        <translation>E&amp;xplicar la puntuación</translation>
    </message>
    <message>
        <source>&amp;Next contact</source>
        <translation>Contacto &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous contact</source>
        <translation>Contacto a&amp;nterior</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Previous contact (Ctrl+Page Up)</source>
        <translation>Contacto anterior (Ctrl+Re Pág)</translation>
    </message>
    <message>
        <source>Next contact (Ctrl+Page Down)</source>
        <translation>Contacto siguiente (Ctrl+Av Pág)</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Cerrar la ficha</translation>
    </message>
    <message>
        <source>Call {number}</source>
        <translation>Llamar al {number}</translation>
    </message>
    <message>
        <source>Write to {address}</source>
        <translation>Escribir a {address}</translation>
    </message>
    <message>
        <source>Log a meeting</source>
        <translation>Anotar una reunión</translation>
    </message>
    <message>
        <source>Log a call that came in</source>
        <translation>Anotar una llamada recibida</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Añadir una tarea</translation>
    </message>
    <message>
        <source>Copy {text}</source>
        <translation>Copiar {text}</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>{name} moved to the bin.</source>
        <translation>{name}: en la papelera.</translation>
    </message>
    <message>
        <source>A task of {name} is done.</source>
        <translation>Una tarea de {name} está hecha.</translation>
    </message>
    <message>
        <source>A task of {name} moved to the bin.</source>
        <translation>Una tarea de {name}: en la papelera.</translation>
    </message>
    <message>
        <source>Consent of {name} written down.</source>
        <translation>Consentimiento de {name} anotado.</translation>
    </message>
    <message>
        <source>Consent of {name} withdrawn.</source>
        <translation>Consentimiento de {name} retirado.</translation>
    </message>
    <message>
        <source>{name} stands by itself again.</source>
        <translation>{name} vuelve a estar por separado.</translation>
    </message>
    <message>
        <source>What you wrote on {name} moved to the bin.</source>
        <translation>Lo que escribiste sobre {name} está en la papelera.</translation>
    </message>
    <message>
        <source>{field} of {name} saved.</source>
        <translation>{field} de {name}: guardado.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Write an amount, such as {example}.</source>
        <translation>Escribe un importe, como {example}.</translation>
    </message>
    <message>
        <source>An e-mail has a name, an @ and a place: ana@harbor.example.</source>
        <translation>Un correo tiene un nombre, una @ y un lugar: ana@harbor.example.</translation>
    </message>
    <message>
        <source>A phone number has at least three digits.</source>
        <translation>Un teléfono tiene al menos tres cifras.</translation>
    </message>
    <message>
        <source>Write a day, such as {example}, Friday or tomorrow.</source>
        <translation>Escribe un día, como {example}, viernes o mañana.</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>Escribe sí o no.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>FormGrid</name>
    <message>
        <source>There is no member “{name}”.</source>
        <translation>No hay ningún miembro «{name}».</translation>
    </message>
</context>
<context>
    <name>LeadPart</name>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Lead nuevo</translation>
    </message>
    <message>
        <source>This lead is closed. A click on the bar opens it again.</source>
        <translation>Este lead está cerrado. Un clic en la barra lo abre de nuevo.</translation>
    </message>
    <message>
        <source>A lead of {name} opened.</source>
        <translation>Lead de {name} abierto.</translation>
    </message>
    <message>
        <source>{name} moved to {stage}.</source>
        <translation>{name} pasa a {stage}.</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Hecho: {what}</translation>
    </message>
    <message>
        <source>“{what}” is due {day} now.</source>
        <translation>«{what}» vence ahora el {day}.</translation>
    </message>
    <message>
        <source>Next step of {name}: {what}</source>
        <translation>Próximo paso de {name}: {what}</translation>
    </message>
    <message>
        <source>{field} of {name} saved.</source>
        <translation>{field} de {name}: guardado.</translation>
    </message>
</context>
<context>
    <name>LikelyBox</name>
    <message numerus="yes">
        <source>%n people who may be the same one</source>
        <translation>
            <numerusform>%n persona que puede ser la misma</numerusform>
            <numerusform>%n personas que pueden ser la misma</numerusform>
        </translation>
    </message>
    <message>
        <source>Open that one</source>
        <translation>Abrir ese</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir a {name}</translation>
    </message>
</context>
<context>
    <name>ManyField</name>
    <message>
        <source>+ Add</source>
        <translation>+ Añadir</translation>
    </message>
    <message>
        <source>Add: {field}</source>
        <translation>Añadir: {field}</translation>
    </message>
    <message>
        <source>More for {field}</source>
        <translation>Más para {field}</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Añadir otro</translation>
    </message>
    <message>
        <source>Make it the main one</source>
        <translation>Hacerlo el principal</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>MergedPart</name>
    <message>
        <source>{name} was merged into this contact · {day}</source>
        <translation>{name} se fusionó con este contacto · {day}</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Take {name} apart again</source>
        <translation>Volver a separar a {name}</translation>
    </message>
</context>
<context>
    <name>NewContact</name>
    <message>
        <source>New contact</source>
        <translation>Nuevo contacto</translation>
    </message>
    <message>
        <source>A name or an e-mail is enough.</source>
        <translation>Basta con un nombre o un correo.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>This is what you typed the last time.</source>
        <translation>Esto es lo que escribiste la última vez.</translation>
    </message>
    <message>
        <source>Write a name or an e-mail; the rest can follow later.</source>
        <translation>Escribe un nombre o un correo; lo demás puede venir después.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>The connection is away. This contact is saved as soon as it is back; you may go on elsewhere.</source>
        <translation>No hay conexión. Este contacto se guardará en cuanto vuelva; puedes seguir con otra cosa.</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>Se ha añadido a {name}.</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>Agreed</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Great</source>
        <translation>Estupendo</translation>
    </message>
</context>
<context>
    <name>ReplyBox</name>
    <message>
        <source>Your reply</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Write a reply; @ names a colleague</source>
        <translation>Escriba una respuesta; @ nombra a un colega</translation>
    </message>
    <message>
        <source>both teams see this</source>
        <translation>lo ven ambos equipos</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
</context>
<context>
    <name>ScoreLine</name>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Score {score}: explain it</source>
        <translation>Puntuación {score}: explicarla</translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>Move to {stage}</source>
        <translation>Mover a {stage}</translation>
    </message>
    <message>
        <source>{stage}: the lead is here</source>
        <translation>{stage}: el lead está aquí</translation>
    </message>
    <message>
        <source>Step {n} of {all} · {days} here</source>
        <translation>Paso {n} de {all} · {days} aquí</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Change day</source>
        <translation>Cambiar día</translation>
    </message>
    <message>
        <source>Add next step</source>
        <translation>Añadir próximo paso</translation>
    </message>
    <message>
        <source>Call back Friday</source>
        <translation>Devolver la llamada viernes</translation>
    </message>
    <message>
        <source>Next step and its day</source>
        <translation>Próximo paso y su día</translation>
    </message>
    <message>
        <source>{stage} since {day}</source>
        <translation>{stage} desde {day}</translation>
    </message>
    <message>
        <source>A day, such as Friday or 3 Dec</source>
        <translation>Un día, como viernes o 3 dic</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>Otro día…</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>+ Add</source>
        <translation>+ Añadir</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Añadir una etiqueta</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>Take the tag “{tag}” away</source>
        <translation>Quitar la etiqueta «{tag}»</translation>
    </message>
    <message>
        <source>Tag {tag}: take it away</source>
        <translation>Etiqueta {tag}: quitarla</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>Done: {task}</source>
        <translation>Hecha: {task}</translation>
    </message>
    <message>
        <source>Move the task to the bin: {task}</source>
        <translation>Mover la tarea a la papelera: {task}</translation>
    </message>
    <message>
        <source>Move the task to the bin</source>
        <translation>Mover la tarea a la papelera</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>{who} did: {task}</source>
        <translation>{who} hizo: {task}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{who} replied</source>
        <translation>{who} respondió</translation>
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
        <source>{who} called</source>
        <translation>{who} llamó</translation>
    </message>
    <message>
        <source>{who} took a call</source>
        <translation>{who} atendió una llamada</translation>
    </message>
    <message>
        <source>{who} wrote an e-mail</source>
        <translation>{who} escribió un correo</translation>
    </message>
    <message>
        <source>{who} had an e-mail</source>
        <translation>{who} recibió un correo</translation>
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
        <source>{who} changed the consent for {purpose}</source>
        <translation>{who} cambió el consentimiento para {purpose}</translation>
    </message>
    <message>
        <source>{who} wrote down consent for {purpose}</source>
        <translation>{who} anotó el consentimiento para {purpose}</translation>
    </message>
    <message>
        <source>{who} withdrew consent for {purpose}</source>
        <translation>{who} retiró el consentimiento para {purpose}</translation>
    </message>
    <message>
        <source>{who} opened the lead {lead}</source>
        <translation>{who} abrió el lead {lead}</translation>
    </message>
    <message>
        <source>{lead} won by {who}</source>
        <translation>{lead}: ganado por {who}</translation>
    </message>
    <message>
        <source>{lead} lost, said {who}</source>
        <translation>{lead}: perdido, según {who}</translation>
    </message>
    <message>
        <source>{lead} handed over by {who}</source>
        <translation>{who} traspasó {lead}</translation>
    </message>
    <message>
        <source>{who} moved {lead} to {stage}</source>
        <translation>{who} pasó {lead} a {stage}</translation>
    </message>
    <message>
        <source>{who} opened the lead</source>
        <translation>{who} abrió el lead</translation>
    </message>
    <message>
        <source>Won by {who}</source>
        <translation>Ganado por {who}</translation>
    </message>
    <message>
        <source>Lost, said {who}</source>
        <translation>Perdido, según {who}</translation>
    </message>
    <message>
        <source>Handed over by {who}</source>
        <translation>Traspasado por {who}</translation>
    </message>
    <message>
        <source>{who} moved the lead to {stage}</source>
        <translation>{who} pasó el lead a {stage}</translation>
    </message>
    <message>
        <source>the lead</source>
        <translation>el lead</translation>
    </message>
    <message>
        <source>{who} moved {record} to the bin</source>
        <translation>{who} movió {record} a la papelera</translation>
    </message>
    <message>
        <source>{who} added {record}</source>
        <translation>{who} añadió {record}</translation>
    </message>
    <message>
        <source>{who} took {record} out of the bin</source>
        <translation>{who} sacó {record} de la papelera</translation>
    </message>
    <message>
        <source>{who} set the next step</source>
        <translation>{who} fijó el próximo paso</translation>
    </message>
    <message>
        <source>{who} changed {fields} of {record}</source>
        <translation>{who} cambió {fields} de {record}</translation>
    </message>
    <message>
        <source>{who} changed {record}</source>
        <translation>{who} cambió {record}</translation>
    </message>
    <message>
        <source>this contact</source>
        <translation>este contacto</translation>
    </message>
    <message>
        <source>this company</source>
        <translation>esta empresa</translation>
    </message>
    <message>
        <source>{who} imported a newer version</source>
        <translation>{who} importó una versión más nueva</translation>
    </message>
    <message>
        <source>{who} changed: {fields}</source>
        <translation>{who} cambió: {fields}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Calls and e-mails</source>
        <translation>Llamadas y correos</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Mostrar anteriores</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijadas</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Lo que pasó</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Todavía no ha pasado nada.</translation>
    </message>
    <message>
        <source>Nothing of this sort yet.</source>
        <translation>Nada de este tipo todavía.</translation>
    </message>
    <message>
        <source>Replied.</source>
        <translation>Respondido.</translation>
    </message>
    <message>
        <source>Pinned to the top.</source>
        <translation>Fijada arriba.</translation>
    </message>
    <message>
        <source>No longer pinned.</source>
        <translation>Ya no está fijada.</translation>
    </message>
    <message>
        <source>Show in the timeline: {what}</source>
        <translation>Mostrar en la cronología: {what}</translation>
    </message>
</context>
<context>
    <name>TimelineLine</name>
    <message>
        <source>{when} · {minutes} min</source>
        <translation>{when} · {minutes} min</translation>
    </message>
    <message>
        <source>Reply, react, pin and more: {note}</source>
        <translation>Responder, reaccionar, fijar y más: {note}</translation>
    </message>
    <message>
        <source>Reply, react, pin and more</source>
        <translation>Responder, reaccionar, fijar y más</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Responder</translation>
    </message>
    <message>
        <source>Let go from the to&amp;p</source>
        <translation>&amp;Soltar de arriba</translation>
    </message>
    <message>
        <source>&amp;Pin to the top</source>
        <translation>&amp;Fijar arriba</translation>
    </message>
    <message>
        <source>&amp;Change the words</source>
        <translation>&amp;Cambiar el texto</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>Mover a la &amp;papelera</translation>
    </message>
    <message>
        <source>&amp;Agreed</source>
        <translation>De &amp;acuerdo</translation>
    </message>
    <message>
        <source>&amp;Thank you</source>
        <translation>&amp;Gracias</translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation>&amp;Visto</translation>
    </message>
    <message>
        <source>&amp;Great</source>
        <translation>&amp;Estupendo</translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>Bring in a list…</source>
        <translation>Traer una lista…</translation>
    </message>
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
        <source>Drop a file on the window or choose one: a spreadsheet, an export of another program, cards.</source>
        <translation>Suelte un archivo en la ventana o elija uno: una hoja de cálculo, una exportación de otro programa, tarjetas.</translation>
    </message>
</context>
<context>
    <name>_Form</name>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>Legitimate interest</source>
        <translation>Interés legítimo</translation>
    </message>
    <message>
        <source>Legal obligation</source>
        <translation>Obligación legal</translation>
    </message>
    <message>
        <source>Web form, call, trade show…</source>
        <translation>Formulario web, llamada, feria…</translation>
    </message>
    <message>
        <source>What they were asked</source>
        <translation>Lo que se le preguntó</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write down consent</source>
        <translation>Anotar consentimiento</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>Retirar consentimiento</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
</context>
</TS>
