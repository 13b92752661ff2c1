<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Refused</name>
    <message>
        <source>Say who: --name NAME, and --email E-MAIL.</source>
        <translation>Diga quién: --name NOMBRE y --email CORREO.</translation>
    </message>
    <message>
        <source>On a server a member needs --login NAME, and a password given with --password-stdin.</source>
        <translation>En un servidor, un miembro necesita --login NOMBRE y una contraseña dada con --password-stdin.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}). Choose another place.</source>
        <translation>No se puede escribir en {path} ({why}). Elija otro lugar.</translation>
    </message>
    <message>
        <source>Sales answers within 1 to 30 days, and a score is 1 to 100.</source>
        <translation>Ventas responde en 1 a 30 días, y una puntuación va de 1 a 100.</translation>
    </message>
    <message>
        <source>Write the tag that those leads carry.</source>
        <translation>Escriba la etiqueta que llevan esos leads.</translation>
    </message>
    <message>
        <source>A rule of the route has a query and a member.</source>
        <translation>Una regla del reparto tiene una consulta y un miembro.</translation>
    </message>
    <message>
        <source>“{text}” is no rule. Write QUERY =&gt; MEMBER, with “;” between two of them.</source>
        <translation>“{text}” no es una regla. Escribe CONSULTA =&gt; MIEMBRO, con “;” entre dos de ellas.</translation>
    </message>
    <message>
        <source>“{text}” is no whole number for {name}.</source>
        <translation>«{text}» no es un número entero para {name}.</translation>
    </message>
    <message>
        <source>A {kind} has no “{field}”.</source>
        <translation>{kind}: no existe «{field}».</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no.</source>
        <translation>«{text}» no es ni sí ni no.</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it as 2026-11-23.</source>
        <translation>«{text}» no es una fecha. Escríbala como 2026-11-23.</translation>
    </message>
    <message>
        <source>The agreement has no “{name}”. It has: {known}.</source>
        <translation>El acuerdo no tiene «{name}». Tiene: {known}.</translation>
    </message>
    <message>
        <source>The agreement has no term “{field}”. Its terms are: {known}.</source>
        <translation>El acuerdo no tiene el término «{field}». Sus términos son: {known}.</translation>
    </message>
    <message>
        <source>Only somebody of {team} signs for {team}.</source>
        <translation>Por {team} solo firma alguien de {team}.</translation>
    </message>
    <message>
        <source>The draft was changed since you read it. Read it again, then sign.</source>
        <translation>El borrador cambió desde que lo leyó. Léalo otra vez y firme después.</translation>
    </message>
    <message>
        <source>“{clause}” cannot be followed any more. Change or remove it, then sign.</source>
        <translation>«{clause}» ya no se puede aplicar. Cámbiela o quítela y firme después.</translation>
    </message>
    <message>
        <source>You have signed for the other team already; each team needs a signature of its own.</source>
        <translation>Ya ha firmado por el otro equipo; cada equipo necesita una firma propia.</translation>
    </message>
    <message>
        <source>{member} has signed for {team} already.</source>
        <translation>{member} ya ha firmado por {team}.</translation>
    </message>
    <message>
        <source>One person signed for both teams; each team needs a signature of its own.</source>
        <translation>Una sola persona firmó por los dos equipos; cada equipo necesita una firma propia.</translation>
    </message>
    <message>
        <source>“{clause}” cannot be followed any more. Change or remove it, and sign anew.</source>
        <translation>«{clause}» ya no se puede aplicar. Cámbiela o quítela y firme de nuevo.</translation>
    </message>
    <message>
        <source>Version {number} is published and stays as it is. Begin a new draft to change it.</source>
        <translation>La versión {number} está publicada y se queda como está. Empiece un borrador nuevo para cambiarla.</translation>
    </message>
    <message>
        <source>A {kind} has no “{field}”. It has: {known}.</source>
        <translation>{kind}: no existe «{field}». Existe: {known}.</translation>
    </message>
    <message>
        <source>There is no stage {stage}.</source>
        <translation>No hay ninguna etapa {stage}.</translation>
    </message>
    <message>
        <source>“{value}” is no {name}. Choose one of: {known}.</source>
        <translation>«{value}» no vale para {name}. Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>“{part}” changes by itself as time goes by, so it cannot be worth points; let the points fade instead, or make the clause a required one.</source>
        <translation>«{part}» cambia por sí solo con el paso del tiempo, así que no puede valer puntos; deja que los puntos se desvanezcan, o haz que la cláusula sea obligatoria.</translation>
    </message>
    <message>
        <source>A {kind} needs its {field}.</source>
        <translation>{kind}: falta {field}.</translation>
    </message>
    <message>
        <source>The signature of {team} is missing.</source>
        <translation>Falta la firma de {team}.</translation>
    </message>
    <message>
        <source>{team} signed other terms than these, or by somebody else. Sign anew.</source>
        <translation>{team} firmó otros términos, o firmó otra persona. Firme de nuevo.</translation>
    </message>
    <message>
        <source>There is no member {number}.</source>
        <translation>No hay ningún miembro {number}.</translation>
    </message>
    <message>
        <source>The agreement needs its {field}.</source>
        <translation>Al acuerdo le falta: {field}.</translation>
    </message>
    <message>
        <source>{value} cannot be the {field}: it goes from {least} to {most}.</source>
        <translation>{value} no vale para {field}: va de {least} a {most}.</translation>
    </message>
    <message>
        <source>“{text}” is no text for {name}.</source>
        <translation>«{text}» no es un texto para {name}.</translation>
    </message>
    <message>
        <source>There are two under the key “{key}”; each {kind} needs its own.</source>
        <translation>Hay dos con la clave «{key}»; cada {kind} necesita la suya.</translation>
    </message>
    <message>
        <source>{member} is of {mine}, and leads are handed over to {team}. Choose somebody of {team}, or of both.</source>
        <translation>{member} es de {mine} y los leads se entregan a {team}. Elija a alguien de {team}, o de los dos equipos.</translation>
    </message>
    <message>
        <source>A rule of the route needs a query, and a member to whom the leads go that meet it.</source>
        <translation>Una regla del reparto necesita una consulta y un miembro al que van los leads que la cumplen.</translation>
    </message>
    <message>
        <source>No lead can reach {milestone}: {needed} points are needed, and all clauses together give {most}. Ask for fewer points, or add clauses that give some.</source>
        <translation>Ningún lead puede llegar a {milestone}: hacen falta {needed} puntos y todas las cláusulas juntas dan {most}. Pida menos puntos, o añada cláusulas que den alguno.</translation>
    </message>
    <message>
        <source>“{name}” is to be a list.</source>
        <translation>«{name}» tiene que ser una lista.</translation>
    </message>
    <message>
        <source>“{text}” is no {kind}: it has no fields.</source>
        <translation>«{text}» no es {kind}: no tiene campos.</translation>
    </message>
    <message>
        <source>{stage} belongs to {team}, and you are of {mine}: {lead} goes there by being handed over.</source>
        <translation>{stage} es de {team} y usted es de {mine}: {lead} llega ahí por traspaso.</translation>
    </message>
    <message>
        <source>Only a lead of a team, or an admin, lets one in that the agreement does not.</source>
        <translation>Solo el responsable de un equipo o un administrador deja pasar lo que el acuerdo no permite.</translation>
    </message>
    <message>
        <source>{lead} is no {milestone} by version {version} of the agreement yet: it has {points} of the {needed} points. Fill it in, or have a team&apos;s lead let it in with a reason.</source>
        <translation>{lead} todavía no es {milestone} según la versión {version} del acuerdo: tiene {points} de los {needed} puntos. Complételo, o pida al responsable de un equipo que lo deje pasar con un motivo.</translation>
    </message>
    <message>
        <source>{lead} is no {milestone} by version {version} of the agreement yet: {missing}. Fill it in, or have a team&apos;s lead let it in with a reason.</source>
        <translation>{lead} todavía no es {milestone} según la versión {version} del acuerdo: {missing}. Complételo, o pida al responsable de un equipo que lo deje pasar con un motivo.</translation>
    </message>
    <message>
        <source>{lead} is no {milestone} by version {version} of the agreement yet: {missing}; it has {points} of the {needed} points. Fill it in, or have a team&apos;s lead let it in with a reason.</source>
        <translation>{lead} todavía no es {milestone} según la versión {version} del acuerdo: {missing}; tiene {points} de los {needed} puntos. Complételo, o pida al responsable de un equipo que lo deje pasar con un motivo.</translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}. Swap --from and --to.</source>
        <translation>El periodo termina el {last}, antes de empezar el {first}. Intercambie los dos días.</translation>
    </message>
    <message>
        <source>The agreement in force holds no such promise any more, so nothing is owed by it.</source>
        <translation>El acuerdo en vigor ya no contiene esa promesa, así que nada se debe por ella.</translation>
    </message>
    <message>
        <source>Only {team}, to whom it was promised, can forgive it.</source>
        <translation>Solo {team}, a quien se prometió, puede perdonarlo.</translation>
    </message>
    <message>
        <source>Somebody else is asked about this lead.</source>
        <translation>Por este lead se pregunta a otra persona.</translation>
    </message>
    <message>
        <source>Both have voted on this lead, so the votes stand.</source>
        <translation>Los dos han votado sobre este lead, así que los votos se quedan como están.</translation>
    </message>
    <message>
        <source>What an MQL is has no clause “{key}”. Its clauses are: {known}.</source>
        <translation>La definición de MQL no tiene ninguna cláusula «{key}». Sus cláusulas son: {known}.</translation>
    </message>
    <message>
        <source>You voted on this lead already.</source>
        <translation>Ya ha votado sobre este lead.</translation>
    </message>
    <message>
        <source>That lead is not up for a vote any more.</source>
        <translation>Ese lead ya no está a votación.</translation>
    </message>
    <message>
        <source>There is no version {number} of the agreement.</source>
        <translation>No hay ninguna versión {number} del acuerdo.</translation>
    </message>
    <message>
        <source>That version of the agreement is no longer there.</source>
        <translation>Esa versión del acuerdo ya no está.</translation>
    </message>
    <message>
        <source>“{text}” is no version of the agreement. Write its number, as in 5.</source>
        <translation>«{text}» no es una versión del acuerdo. Escriba su número, como en 5.</translation>
    </message>
    <message>
        <source>There is no version {wanted} of the agreement. “tandem agreement show” lists them.</source>
        <translation>No hay ninguna versión {wanted} del acuerdo. «tandem agreement show» las muestra.</translation>
    </message>
    <message>
        <source>A replay looks back over 1 to {most} months, not {months}.</source>
        <translation>Una prueba mira de 1 a {most} meses atrás, no {months}.</translation>
    </message>
    <message>
        <source>There is no such version of the agreement any more.</source>
        <translation>Esa versión del acuerdo ya no existe.</translation>
    </message>
    <message>
        <source>That is longer than any file&apos;s name. Paste the path of a file, or a server&apos;s address.</source>
        <translation>Eso es más largo que el nombre de cualquier archivo. Pegue la ruta de un archivo o la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Tandem cannot open {text}. Paste the path of a file, or a server&apos;s address such as {example}.</source>
        <translation>Tandem no puede abrir {text}. Pegue la ruta de un archivo o la dirección de un servidor, como {example}.</translation>
    </message>
    <message>
        <source>{fields}: each {kind} has its own, so it is not set for many at once.</source>
        <translation>{fields}: cada registro ({kind}) tiene lo suyo, así que no se pone a muchos a la vez.</translation>
    </message>
    <message>
        <source>Name a tag.</source>
        <translation>Nombre una etiqueta.</translation>
    </message>
    <message>
        <source>A tag has at most {most} characters.</source>
        <translation>Una etiqueta tiene como mucho {most} caracteres.</translation>
    </message>
    <message>
        <source>There are several companies called “{name}”. Name one by its number, as in company=12.</source>
        <translation>Hay varias empresas llamadas «{name}». Nombre una por su número, como en company=12.</translation>
    </message>
    <message>
        <source>Say for what: a consent has a purpose, such as e-mail or phone.</source>
        <translation>Diga para qué: un consentimiento tiene una finalidad, como correo o teléfono.</translation>
    </message>
    <message>
        <source>There is no member “{text}”. “tandem members list” shows who there is.</source>
        <translation>No hay ningún miembro «{text}». «tandem members list» muestra quién hay.</translation>
    </message>
    <message>
        <source>There is no stage “{text}”. The stages are: {names}.</source>
        <translation>No hay ninguna etapa «{text}». Las etapas son: {names}.</translation>
    </message>
    <message>
        <source>There is no reason “{text}” here. Choose one of: {names}.</source>
        <translation>Aquí no hay ningún motivo «{text}». Elija uno de: {names}.</translation>
    </message>
    <message>
        <source>There is no field “custom:{name}” on a {kind}.</source>
        <translation>No hay ningún campo «custom:{name}» ({kind}).</translation>
    </message>
    <message>
        <source>There are {count} members called “{text}”. Name one by e-mail.</source>
        <translation>Hay {count} miembros llamados «{text}». Nombre uno por su correo.</translation>
    </message>
    <message>
        <source>Choose two contacts to merge.</source>
        <translation>Elija dos contactos para combinarlos.</translation>
    </message>
    <message>
        <source>{name} was changed meanwhile; look at both again.</source>
        <translation>{name}: ha cambiado entretanto; mire los dos otra vez.</translation>
    </message>
    <message>
        <source>“{field}” cannot be chosen in a merge.</source>
        <translation>«{field}» no se puede elegir al combinar.</translation>
    </message>
    <message>
        <source>They were taken apart already.</source>
        <translation>Ya se habían separado.</translation>
    </message>
    <message>
        <source>The contact that they were merged into is not there itself: it was merged into another one, which has to be taken apart first, or it lies in the bin.</source>
        <translation>El contacto con el que se combinaron tampoco está: se combinó con otro, que hay que separar antes, o está en la papelera.</translation>
    </message>
    <message>
        <source>One of them is no longer there; it may have been merged or moved to the bin.</source>
        <translation>Uno de los dos ya no está; puede que se haya combinado o movido a la papelera.</translation>
    </message>
    <message>
        <source>There is no campaign “{text}”.</source>
        <translation>No hay ninguna campaña «{text}».</translation>
    </message>
    <message>
        <source>A {kind} has no field “{name}”. Its fields are: {names}, custom:NAME.</source>
        <translation>{kind}: no existe el campo «{name}». Los campos son: {names}, custom:NAME.</translation>
    </message>
    <message>
        <source>“{text}” cannot be kept for {name}: at most 14 digits and four decimals.</source>
        <translation>«{text}» no se puede guardar en {name}: como mucho 14 cifras y cuatro decimales.</translation>
    </message>
    <message>
        <source>“{text}” is no time. Write it as 2026-11-23 or 2026-11-23T10:30.</source>
        <translation>«{text}» no es un momento. Escríbalo como 2026-11-23 o 2026-11-23T10:30.</translation>
    </message>
    <message>
        <source>“{text}” is no date for {name}. Write it as 2026-11-23.</source>
        <translation>«{text}» no es una fecha para {name}. Escríbala como 2026-11-23.</translation>
    </message>
    <message>
        <source>“{text}” is no amount for {name}. Write it as 1234.50.</source>
        <translation>«{text}» no es un importe para {name}. Escríbalo como 1234.50.</translation>
    </message>
    <message>
        <source>“{name}” is yes or no, not “{text}”.</source>
        <translation>«{name}» es sí o no, no «{text}».</translation>
    </message>
    <message>
        <source>{name} is archived; choose a stage that is on the board.</source>
        <translation>{name} está archivada; elija una etapa que esté en el tablero.</translation>
    </message>
    <message>
        <source>{lead} can go to {name} once you say why it was lost; give a reason.</source>
        <translation>{lead} puede ir a {name} cuando diga por qué se perdió; dé un motivo.</translation>
    </message>
    <message>
        <source>The reason “{reason}” needs a note that says more.</source>
        <translation>El motivo «{reason}» necesita una nota que diga más.</translation>
    </message>
    <message>
        <source>Only contacts can be written as vcf. Choose csv, xlsx or json for {kinds}.</source>
        <translation>Solo los contactos se pueden escribir como vcf. Elija csv, xlsx o json para {kinds}.</translation>
    </message>
    <message>
        <source>The journal can be written as csv, xlsx or json.</source>
        <translation>El diario se puede escribir como csv, xlsx o json.</translation>
    </message>
    <message>
        <source>A person&apos;s data is written as json: --format json.</source>
        <translation>Los datos de una persona se escriben como json: --format json.</translation>
    </message>
    <message>
        <source>Say whose data: --id NUMBER of the contact.</source>
        <translation>Diga de quién son los datos: --id NÚMERO del contacto.</translation>
    </message>
    <message>
        <source>There is no contact {number}.</source>
        <translation>No hay ningún contacto {number}.</translation>
    </message>
    <message>
        <source>“{type}” is no kind of activity. Choose one of: {known}.</source>
        <translation>«{type}» no es un tipo de actividad. Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>{name} wrote that; only they can change it. Write a note of your own beside it.</source>
        <translation>Lo escribió {name} y solo esa persona puede cambiarlo. Escriba al lado una nota propia.</translation>
    </message>
    <message>
        <source>The note says nothing yet. Write a word or two.</source>
        <translation>La nota no dice nada todavía. Escriba una o dos palabras.</translation>
    </message>
    <message>
        <source>A call or an e-mail comes in or goes out: the direction is “in” or “out”.</source>
        <translation>Una llamada o un correo entra o sale: la dirección es «in» u «out».</translation>
    </message>
    <message>
        <source>The minutes are a whole number up to 1440, a day.</source>
        <translation>Los minutos son un número entero hasta 1440, un día.</translation>
    </message>
    <message>
        <source>“{name}” of what was written down cannot be changed.</source>
        <translation>«{name}» de lo que se apuntó no se puede cambiar.</translation>
    </message>
    <message>
        <source>There is no kind of record called “{name}”. Choose contact, company or lead.</source>
        <translation>No hay ningún tipo de registro llamado «{name}». Elija contact, company o lead.</translation>
    </message>
    <message>
        <source>A text is longer than a spreadsheet&apos;s cell can hold. Export as csv instead.</source>
        <translation>Un texto es más largo de lo que cabe en una celda de una hoja de cálculo. Exporte como csv.</translation>
    </message>
    <message>
        <source>A spreadsheet holds at most 1,048,575 rows. Export as csv instead.</source>
        <translation>Una hoja de cálculo admite como mucho 1.048.575 filas. Exporte como csv.</translation>
    </message>
    <message>
        <source>{kinds} cannot be sorted by “{name}”. Sort by one of: {names}.</source>
        <translation>{kinds}: no se puede ordenar por «{name}». Ordene por uno de: {names}.</translation>
    </message>
    <message>
        <source>The frozen minutes of this meeting cannot be read; the journal holds what was said.</source>
        <translation>El acta cerrada de esta reunión no se puede leer; el diario guarda lo que se dijo.</translation>
    </message>
    <message>
        <source>“{goal}” measures itself; nothing is entered by hand.</source>
        <translation>«{goal}» se mide solo; no se introduce nada a mano.</translation>
    </message>
    <message>
        <source>“{goal}” runs from {starts} to {ends}; {day} is outside.</source>
        <translation>«{goal}» va del {starts} al {ends}; el {day} queda fuera.</translation>
    </message>
    <message>
        <source>A goal has no field “{field}”. Its fields are: {known}.</source>
        <translation>Un objetivo no tiene el campo «{field}». Sus campos son: {known}.</translation>
    </message>
    <message>
        <source>A goal needs a {field}.</source>
        <translation>A un objetivo no le puede faltar {field}.</translation>
    </message>
    <message>
        <source>A goal cannot measure “{metric}”. Choose one of: {known}.</source>
        <translation>Un objetivo no puede medir «{metric}». Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>The goal ends on {ends}, before it begins on {starts}.</source>
        <translation>El objetivo termina el {ends}, antes de empezar el {starts}.</translation>
    </message>
    <message>
        <source>A goal&apos;s target is more than nought.</source>
        <translation>La meta de un objetivo es más que cero.</translation>
    </message>
    <message>
        <source>A goal for answers in time needs its hours, and a target of up to 100 percent.</source>
        <translation>Un objetivo de respuestas a tiempo necesita sus horas y una meta de hasta el 100 por ciento.</translation>
    </message>
    <message>
        <source>{lead} was answered already: {member} {act}.</source>
        <translation>{lead} ya tuvo respuesta: {member} {act}.</translation>
    </message>
    <message>
        <source>The board has no stage of the kind handoff. Make one first.</source>
        <translation>El tablero no tiene ninguna etapa de tipo traspaso. Cree una primero.</translation>
    </message>
    <message>
        <source>{lead} is handed over to {member} already. Pass it on by rerouting.</source>
        <translation>{lead} ya está traspasado a {member}. Páselo con un redireccionamiento.</translation>
    </message>
    <message>
        <source>Say on which day it comes back; the day must lie ahead.</source>
        <translation>Diga qué día vuelve; el día tiene que estar por venir.</translation>
    </message>
    <message>
        <source>{whose} had this lead before: it would go round in a circle. Choose somebody else.</source>
        <translation>{whose} ya tuvo este lead: daría vueltas en círculo. Elija a otra persona.</translation>
    </message>
    <message>
        <source>The board has no stage of the milestone SAL. Give one stage that milestone first.</source>
        <translation>El tablero no tiene ninguna etapa con el hito SAL. Dé ese hito a una etapa primero.</translation>
    </message>
    <message>
        <source>The time to answer for {lead} has run out; it has returned by silence.</source>
        <translation>El tiempo para responder por {lead} se ha agotado; ha vuelto por silencio.</translation>
    </message>
    <message>
        <source>{lead} is for {member} to answer, or for somebody of {team}.</source>
        <translation>Por {lead} responde {member}, o alguien de {team}.</translation>
    </message>
    <message>
        <source>{lead} is not handed over to anybody, so there is nothing to answer.</source>
        <translation>{lead} no está traspasado a nadie, así que no hay nada que responder.</translation>
    </message>
    <message>
        <source>Every answer but accept needs a reason that is counted. Choose one of: {names}.</source>
        <translation>Toda respuesta que no sea aceptar necesita un motivo que se cuenta. Elija uno de: {names}.</translation>
    </message>
    <message>
        <source>{member} has left. Choose somebody who is there, or the pool.</source>
        <translation>{member} ya no está. Elija a alguien que esté, o la bolsa común.</translation>
    </message>
    <message>
        <source>{member} is of {mine}, and {lead} is handed over to {team}. Choose somebody of {team}, or the pool.</source>
        <translation>{member} es de {mine} y {lead} se entrega a {team}. Elija a alguien de {team}, o la bolsa común.</translation>
    </message>
    <message>
        <source>That lead is no longer there; it may have been moved to the bin.</source>
        <translation>Ese lead ya no está; puede que se haya movido a la papelera.</translation>
    </message>
    <message>
        <source>{member} sent {lead}, so it is passed on to somebody else.</source>
        <translation>{member} envió {lead}, así que se pasa a otra persona.</translation>
    </message>
    <message>
        <source>The last answer to {lead} is no rejection, so there is nothing to dispute.</source>
        <translation>La última respuesta a {lead} no es un rechazo, así que no hay nada que impugnar.</translation>
    </message>
    <message>
        <source>The rejection of {lead} was disputed already; that can be done once.</source>
        <translation>El rechazo de {lead} ya se impugnó; solo se puede hacer una vez.</translation>
    </message>
    <message>
        <source>Only who sent {lead}, or a lead of their team, may dispute its rejection.</source>
        <translation>Solo quien envió {lead}, o un responsable de su equipo, puede impugnar su rechazo.</translation>
    </message>
    <message>
        <source>No rejection of {lead} waits for a ruling.</source>
        <translation>Ningún rechazo de {lead} espera una resolución.</translation>
    </message>
    <message>
        <source>Only a lead of a team or an admin may rule on a dispute.</source>
        <translation>Solo un responsable de equipo o un administrador puede resolver una impugnación.</translation>
    </message>
    <message>
        <source>The definition that {lead} was judged by has no clause “{key}”.</source>
        <translation>La definición con la que se juzgó a {lead} no tiene la cláusula «{key}».</translation>
    </message>
    <message>
        <source>{what} needs a note that says why.</source>
        <translation>{what} necesita una nota que diga por qué.</translation>
    </message>
    <message>
        <source>That handoff is no longer there; its lead may have been moved to the bin.</source>
        <translation>Ese traspaso ya no está; quizá su lead se movió a la papelera.</translation>
    </message>
    <message>
        <source>{file} holds no sheet of cells, so there is nothing to import.</source>
        <translation>{file} no contiene ninguna hoja de celdas, así que no hay nada que importar.</translation>
    </message>
    <message>
        <source>{file} holds more than {size} MB of texts. Save it as CSV and import that.</source>
        <translation>{file} contiene más de {size} MB de textos. Guárdelo como CSV e impórtelo.</translation>
    </message>
    <message>
        <source>The cards hold more than {most} MB of text. Split the file.</source>
        <translation>Las tarjetas contienen más de {most} MB de texto. Divida el archivo.</translation>
    </message>
    <message>
        <source>{file} holds no card: there is nothing to import.</source>
        <translation>{file} no contiene ninguna tarjeta: no hay nada que importar.</translation>
    </message>
    <message>
        <source>The cards hold {count:,} different things; a list has {most:,} columns at most.</source>
        <translation>Las tarjetas contienen {count:,} cosas distintas; una lista tiene como mucho {most:,} columnas.</translation>
    </message>
    <message>
        <source>{name!r} is no encoding of text. Try utf-8, cp1252 or latin-1.</source>
        <translation>{name!r} no es una codificación de texto. Pruebe utf-8, cp1252 o latin-1.</translation>
    </message>
    <message>
        <source>There is no encoding named {name!r}. Try utf-8, cp1252 or latin-1.</source>
        <translation>No hay ninguna codificación llamada {name!r}. Pruebe utf-8, cp1252 o latin-1.</translation>
    </message>
    <message>
        <source>{text!r} cannot be a delimiter. Give one character, or tab, comma, semicolon, pipe or none.</source>
        <translation>{text!r} no puede ser un separador. Dé un carácter, o tab, comma, semicolon, pipe o none.</translation>
    </message>
    <message>
        <source>The list has changed since the plan was made, and there is something to ask now. Look at the plan again.</source>
        <translation>La lista ha cambiado desde que se hizo el plan y ahora hay algo que preguntar. Mire el plan otra vez.</translation>
    </message>
    <message>
        <source>The file holds blank lines only: there is nothing to import.</source>
        <translation>El archivo solo contiene líneas en blanco: no hay nada que importar.</translation>
    </message>
    <message>
        <source>The file has {width:,} columns; a list has {most:,} at most. Is it the right file, and its delimiter found right?</source>
        <translation>El archivo tiene {width:,} columnas; una lista tiene como mucho {most:,}. ¿Es el archivo correcto, y está bien reconocido su separador?</translation>
    </message>
    <message>
        <source>No row with names of columns starts on line {line}.</source>
        <translation>En la línea {line} no empieza ninguna fila con nombres de columnas.</translation>
    </message>
    <message>
        <source>There is no layout “{layout}”. Name a file that ends in .toml, or one of: {names}.</source>
        <translation>No hay ninguna plantilla «{layout}». Nombre un archivo que acabe en .toml, o una de: {names}.</translation>
    </message>
    <message>
        <source>{layout}: kind is “{kind}”. Write contacts, companies or leads.</source>
        <translation>{layout}: kind es «{kind}». Escriba contacts, companies o leads.</translation>
    </message>
    <message>
        <source>{layout}: match is a list of fields, as in match = [&quot;external_id&quot;, &quot;emails&quot;].</source>
        <translation>{layout}: match es una lista de campos, como en match = [&quot;external_id&quot;, &quot;emails&quot;].</translation>
    </message>
    <message>
        <source>{layout}: [unknown_columns] holds action = &quot;keep&quot;, &quot;drop&quot; or &quot;ask&quot;, nothing else.</source>
        <translation>{layout}: [unknown_columns] contiene action = &quot;keep&quot;, &quot;drop&quot; o &quot;ask&quot;, y nada más.</translation>
    </message>
    <message>
        <source>{layout}: {section} is a part of its own; begin it with a line [{section}].</source>
        <translation>{layout}: {section} es una parte aparte; empiécela con una línea [{section}].</translation>
    </message>
    <message>
        <source>{layout}: decimal in [file] is &quot;.&quot; or &quot;,&quot;, not “{value}”.</source>
        <translation>{layout}: decimal en [file] es &quot;.&quot; o &quot;,&quot;, no «{value}».</translation>
    </message>
    <message>
        <source>{layout}: header_line in [file] counts from 1, so {value} is no line. 0 is none.</source>
        <translation>{layout}: header_line en [file] cuenta desde 1, así que {value} no es una línea. 0 es ninguna.</translation>
    </message>
    <message>
        <source>{place} holds lines such as &quot;Column&quot; = &quot;field&quot;.</source>
        <translation>{place} contiene líneas como &quot;Columna&quot; = &quot;field&quot;.</translation>
    </message>
    <message>
        <source>{file} is too large for a layout file; at most one megabyte is read.</source>
        <translation>{file} es demasiado grande para una plantilla; se lee como mucho un megabyte.</translation>
    </message>
    <message>
        <source>There is no layout file {path}. Check its name and folder.</source>
        <translation>No hay ningún archivo de plantilla {path}. Compruebe su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>The layout file {path} cannot be read: {why}.</source>
        <translation>El archivo de plantilla {path} no se puede leer: {why}.</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8; save it in that encoding.</source>
        <translation>{file} no es texto en UTF-8; guárdelo en esa codificación.</translation>
    </message>
    <message>
        <source>{file} is no valid TOML: {why}. Correct that place and try again.</source>
        <translation>{file} no es TOML válido: {why}. Corrija ese lugar y pruebe otra vez.</translation>
    </message>
    <message>
        <source>{layout}: there is no part “{section}”. The parts are: {known}.</source>
        <translation>{layout}: no hay ninguna parte «{section}». Las partes son: {known}.</translation>
    </message>
    <message>
        <source>{layout}: [file] knows no “{key}”. It may hold: {known}.</source>
        <translation>{layout}: [file] no conoce «{key}». Puede contener: {known}.</translation>
    </message>
    <message>
        <source>{layout}: {key} in [file] is {meant}, not {value!r}.</source>
        <translation>{layout}: {key} en [file] es {meant}, no {value!r}.</translation>
    </message>
    <message>
        <source>{place}: “{key}” wants text in quotes, not {value!r}.</source>
        <translation>{place}: «{key}» pide un texto entre comillas, no {value!r}.</translation>
    </message>
    <message>
        <source>stage:{text} was answered with “{answer}”, which is no stage. Choose one of: {names}, or new.</source>
        <translation>A stage:{text} se respondió «{answer}», que no es ninguna etapa. Elija una de: {names}, o new.</translation>
    </message>
    <message>
        <source>{place} names the field “{text}”, which {kind} do not have. {known}</source>
        <translation>{place} nombra el campo «{text}», que no existe ({kind}). {known}</translation>
    </message>
    <message>
        <source>{place} names “{text}”, which a {kind} does not have. {known}</source>
        <translation>{place} nombra «{text}», que no existe ({kind}). {known}</translation>
    </message>
    <message>
        <source>{layout}: [{part}] names a column “{name}” that the file does not have. Its columns are: {known}.</source>
        <translation>{layout}: [{part}] nombra una columna «{name}» que el archivo no tiene. Sus columnas son: {known}.</translation>
    </message>
    <message>
        <source>{question} was answered with “{text}”. Choose {merge}, {apart} or {skip}.</source>
        <translation>A {question} se respondió «{text}». Elija {merge}, {apart} o {skip}.</translation>
    </message>
    <message>
        <source>{file} is damaged or cut short: it cannot be unpacked. Fetch or save it again.</source>
        <translation>{file} está dañado o cortado: no se puede descomprimir. Tráigalo o guárdelo otra vez.</translation>
    </message>
    <message>
        <source>{file} is a zip file without a workbook in it. If it holds the list, unpack it first.</source>
        <translation>{file} es un archivo zip sin ningún libro dentro. Si contiene la lista, descomprímalo antes.</translation>
    </message>
    <message>
        <source>{file} has {count:,} parts, which no workbook does. It was not read.</source>
        <translation>{file} tiene {count:,} partes, más que ningún libro. No se ha leído.</translation>
    </message>
    <message>
        <source>{file} has a cell of more than {most} MB. It was not read.</source>
        <translation>{file} tiene una celda de más de {most} MB. No se ha leído.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {why}.</source>
        <translation>{file} no se puede abrir: {why}.</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Open it, take the password off and save it again.</source>
        <translation>{file} está protegido con una contraseña. Ábralo, quítela y guárdelo otra vez.</translation>
    </message>
    <message>
        <source>{file} unpacks to {size:,} MB from {packed:,} bytes, which no list does. It was not read.</source>
        <translation>{file} ocupa {size:,} MB descomprimido y {packed:,} bytes comprimido, como ninguna lista. No se ha leído.</translation>
    </message>
    <message>
        <source>{file} is {kind}. Save it as .xlsx or CSV.</source>
        <translation>{file} es {kind}. Guárdelo como .xlsx o CSV.</translation>
    </message>
    <message>
        <source>{file} declares a document type, which no workbook does. It was not read.</source>
        <translation>{file} declara un tipo de documento, cosa que ningún libro hace. No se ha leído.</translation>
    </message>
    <message>
        <source>day_first is true or false, not “{text}”. Write --answer day_first=true where 3/4 is 3 April.</source>
        <translation>day_first es true o false, no «{text}». Escriba --answer day_first=true si 3/4 es el 3 de abril.</translation>
    </message>
    <message>
        <source>decimal is “.” or “,”, not “{decimal}”. Write --answer decimal=, or --answer decimal=.</source>
        <translation>decimal es «.» o «,», no «{decimal}». Escriba --answer decimal=, o --answer decimal=.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing was written.</source>
        <translation>La importación se detuvo; no se escribió nada.</translation>
    </message>
    <message>
        <source>{file} is a web page or XML, not a table. Open it in a spreadsheet and save it as CSV.</source>
        <translation>{file} es una página web o XML, no una tabla. Ábralo en una hoja de cálculo y guárdelo como CSV.</translation>
    </message>
    <message>
        <source>{file} is JSON, not a table. Export the list as CSV.</source>
        <translation>{file} es JSON, no una tabla. Exporte la lista como CSV.</translation>
    </message>
    <message>
        <source>{file} is packed twice. Unpack it first.</source>
        <translation>{file} está comprimido dos veces. Descomprímalo antes.</translation>
    </message>
    <message>
        <source>{file} is a workbook or document of an old kind. Save it as .xlsx or CSV.</source>
        <translation>{file} es un libro o documento de un formato antiguo. Guárdelo como .xlsx o CSV.</translation>
    </message>
    <message>
        <source>{file} is empty: it unpacks to 0 bytes.</source>
        <translation>{file} está vacío: descomprimido tiene 0 bytes.</translation>
    </message>
    <message>
        <source>{file} holds blank lines only: there is nothing to import.</source>
        <translation>{file} solo contiene líneas en blanco: no hay nada que importar.</translation>
    </message>
    <message>
        <source>{file} is {kind}, not a table. {remedy}</source>
        <translation>{file} es {kind}, no una tabla. {remedy}</translation>
    </message>
    <message>
        <source>header_line is a line&apos;s number, or 0 where the first row holds a record, not “{line}”.</source>
        <translation>header_line es el número de una línea, o 0 si la primera fila contiene un registro, no «{line}».</translation>
    </message>
    <message>
        <source>“{text}” is no country for phone numbers. Write its two letters, as in ES or US.</source>
        <translation>«{text}» no es un país para los teléfonos. Escriba sus dos letras, como en ES o US.</translation>
    </message>
    <message>
        <source>{layout}: match names “{name}”, which a {kind} does not have. Choose among: {names}.</source>
        <translation>{layout}: match nombra «{name}», que no existe ({kind}). Elija entre: {names}.</translation>
    </message>
    <message>
        <source>{file} has more than {column:,} columns; a list has {most:,} at most.</source>
        <translation>{file} tiene más de {column:,} columnas; una lista tiene como mucho {most:,}.</translation>
    </message>
    <message>
        <source>{file} is empty: there are no rows on its sheets, so there is nothing to import.</source>
        <translation>{file} está vacío: no hay filas en sus hojas, así que no hay nada que importar.</translation>
    </message>
    <message>
        <source>{file} has no sheet “{wanted}”. Its sheets are {names}.</source>
        <translation>{file} no tiene ninguna hoja «{wanted}». Sus hojas son {names}.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is empty: there are no rows on it.</source>
        <translation>La hoja «{sheet}» está vacía: no tiene filas.</translation>
    </message>
    <message>
        <source>{file} has rows on hidden sheets only: {sheets}. Name one with --answer sheet=NAME.</source>
        <translation>{file} solo tiene filas en hojas ocultas: {sheets}. Nombre una con --answer sheet=NOMBRE.</translation>
    </message>
    <message>
        <source>{file} holds errors of the spreadsheet only, such as #DIV/0!: there is nothing to import.</source>
        <translation>{file} solo contiene errores de la hoja de cálculo, como #DIV/0!: no hay nada que importar.</translation>
    </message>
    <message>
        <source>{file} is empty: it has 0 bytes.</source>
        <translation>{file} está vacío: tiene 0 bytes.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB. Split it and import the parts.</source>
        <translation>{file} ocupa más de {most} MB. Divídalo e importe las partes.</translation>
    </message>
    <message>
        <source>This .gz file unpacks to more than {size} MB from {packed} bytes, which no list does. It was not read.</source>
        <translation>Este archivo .gz ocupa más de {size} MB descomprimido y {packed} bytes comprimido, como ninguna lista. No se ha leído.</translation>
    </message>
    <message>
        <source>This file is larger than {most} MB. Save it as CSV and import that.</source>
        <translation>Este archivo ocupa más de {most} MB. Guárdelo como CSV e impórtelo.</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a file.</source>
        <translation>{file} es una carpeta. Elija un archivo.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} no se puede leer: {why}.</translation>
    </message>
    <message>
        <source>This .gz file is damaged or cut short: it does not unpack to its end. Fetch it again.</source>
        <translation>Este archivo .gz está dañado o cortado: no se descomprime hasta el final. Tráigalo otra vez.</translation>
    </message>
    <message>
        <source>{file} has a line of more than {most} MB: it is not a table, or its line ends are lost.</source>
        <translation>{file} tiene una línea de más de {most} MB: no es una tabla, o se perdieron sus finales de línea.</translation>
    </message>
    <message>
        <source>{file} is no text and no workbook, so there is no table in it to import.</source>
        <translation>{file} no es ni texto ni libro, así que no contiene ninguna tabla que importar.</translation>
    </message>
    <message>
        <source>There is no import {import_id}. “tandem imports” lists them.</source>
        <translation>No hay ninguna importación {import_id}. «tandem imports» las muestra.</translation>
    </message>
    <message>
        <source>Import {import_id} ({file}) {state}.</source>
        <translation>La importación {import_id} ({file}) {state}.</translation>
    </message>
    <message>
        <source>{file} cannot be written there: {why}.</source>
        <translation>{file} no se puede escribir ahí: {why}.</translation>
    </message>
    <message>
        <source>Choose a moment that is still to come.</source>
        <translation>Elija un momento que esté por venir.</translation>
    </message>
    <message>
        <source>“{sort}” is nothing that waits in an inbox.</source>
        <translation>«{sort}» no es nada que espere en una bandeja.</translation>
    </message>
    <message>
        <source>Only a member of the workspace has an inbox.</source>
        <translation>Solo un miembro del espacio de trabajo tiene bandeja.</translation>
    </message>
    <message>
        <source>{member} opens this workspace from another account ({login}) already.</source>
        <translation>{member} ya abre este espacio de trabajo desde otra cuenta ({login}).</translation>
    </message>
    <message>
        <source>Write your name: colleagues see it beside what you do.</source>
        <translation>Escriba su nombre: los demás lo ven junto a lo que usted hace.</translation>
    </message>
    <message>
        <source>“{team}” is no team. Choose one of: {known}.</source>
        <translation>«{team}» no es un equipo. Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>{member} has the e-mail {address} already. Choose them above if that is you.</source>
        <translation>{member} ya tiene el correo {address}. Elija ese nombre arriba si es usted.</translation>
    </message>
    <message>
        <source>On a server your login says who you are. Ask an admin of the workspace to add you.</source>
        <translation>En un servidor, su usuario dice quién es. Pida a un administrador del espacio de trabajo que lo añada.</translation>
    </message>
    <message>
        <source>That stage is no longer there; the board has changed.</source>
        <translation>Esa etapa ya no está; el tablero ha cambiado.</translation>
    </message>
    <message>
        <source>{lead} has no {kind} to fill that in on.</source>
        <translation>{lead} no tiene dónde completar eso ({kind}).</translation>
    </message>
    <message>
        <source>A {kind} has no field “{field}” to be set here. Its fields are: {known}.</source>
        <translation>{kind}: aquí no se puede poner ningún campo «{field}». Los campos son: {known}.</translation>
    </message>
    <message>
        <source>Say what the {kind} is.</source>
        <translation>Diga de qué se trata ({kind}).</translation>
    </message>
    <message>
        <source>A step of the standing agenda has no time of its own.</source>
        <translation>Un paso del orden del día fijo no tiene hora propia.</translation>
    </message>
    <message>
        <source>{member} is no active member of this workspace, so nothing is changed in that name. Ask an admin: {admins}.</source>
        <translation>{member} no es miembro activo de este espacio de trabajo, así que nada se cambia en su nombre. Pregunte a un administrador: {admins}.</translation>
    </message>
    <message>
        <source>“{topic}” stands on the agenda of the next meeting already.</source>
        <translation>«{topic}» ya está en la agenda de la próxima reunión.</translation>
    </message>
    <message>
        <source>A step cannot take less than no time.</source>
        <translation>Un paso no puede durar menos que nada.</translation>
    </message>
    <message>
        <source>An agenda has no topic “{topic}”. Choose one of: {known}.</source>
        <translation>Un orden del día no tiene el tema «{topic}». Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>A step of the agenda needs a title or a topic.</source>
        <translation>Un paso del orden del día necesita un título o un tema.</translation>
    </message>
    <message>
        <source>A step of the agenda takes from 0 to {most} minutes.</source>
        <translation>Un paso del orden del día dura de 0 a {most} minutos.</translation>
    </message>
    <message>
        <source>Only an admin of the workspace may {act}. Ask one of: {admins}.</source>
        <translation>Solo un administrador del espacio de trabajo puede {act}. Pregunte a: {admins}.</translation>
    </message>
    <message>
        <source>“{role}” is no role. Choose one of: {known}.</source>
        <translation>«{role}» no es un rol. Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>A workspace needs at least one active admin. Make somebody else admin first.</source>
        <translation>Un espacio de trabajo necesita al menos un administrador activo. Nombre antes a otra persona.</translation>
    </message>
    <message>
        <source>Only a member themselves, a team lead or an admin may say when they are away.</source>
        <translation>Solo la propia persona, el responsable de un equipo o un administrador puede decir cuándo se ausenta.</translation>
    </message>
    <message>
        <source>The last day away comes before the first one.</source>
        <translation>El último día de ausencia es anterior al primero.</translation>
    </message>
    <message>
        <source>{member} has the e-mail {email} already.</source>
        <translation>{member} ya tiene el correo {email}.</translation>
    </message>
    <message>
        <source>The login “{login}” belongs to {member} already.</source>
        <translation>El usuario «{login}» ya es de {member}.</translation>
    </message>
    <message>
        <source>Only the one who is named can say that they have read it.</source>
        <translation>Solo quien es mencionado puede decir que lo ha leído.</translation>
    </message>
    <message>
        <source>Those leads are no longer there; they may have been moved to the bin.</source>
        <translation>Esos leads ya no están; puede que se hayan movido a la papelera.</translation>
    </message>
    <message>
        <source>There is no member {owner}.</source>
        <translation>No hay ningún miembro {owner}.</translation>
    </message>
    <message>
        <source>The paper could not be set as a PDF ({refusal}). Save it as plain text instead.</source>
        <translation>El papel no se pudo componer como PDF ({refusal}). Guárdelo como texto sin formato.</translation>
    </message>
    <message>
        <source>At a past moment only the {kind}&apos;s own fields can be asked for.</source>
        <translation>De un momento pasado solo se pueden consultar los campos propios ({kind}).</translation>
    </message>
    <message>
        <source>There is no {kind} {record_id}; it may have been moved to the bin.</source>
        <translation>No hay ningún registro {record_id} ({kind}); puede que se haya movido a la papelera.</translation>
    </message>
    <message>
        <source>{name} wasn&apos;t saved: a colleague changed {names} meanwhile. Choose whose to keep.</source>
        <translation>{name}: no se guardó, porque un colega cambió {names} entretanto. Elija con qué versión quedarse.</translation>
    </message>
    <message>
        <source>There is no {kind} {record_id} any more.</source>
        <translation>Ya no hay ningún registro {record_id} ({kind}).</translation>
    </message>
    <message>
        <source>{name} was changed by a colleague since ({fields}), so it is left as it is.</source>
        <translation>{name}: un colega lo ha cambiado después ({fields}), así que se deja como está.</translation>
    </message>
    <message>
        <source>There is no {kind} {record_id}.</source>
        <translation>No hay ningún registro {record_id} ({kind}).</translation>
    </message>
    <message>
        <source>Consent is yes or no, not “{value}”.</source>
        <translation>El consentimiento es sí o no, no «{value}».</translation>
    </message>
    <message>
        <source>“{name}” of a {kind} is kept by Tandem and cannot be set.</source>
        <translation>«{name}» ({kind}) lo lleva Tandem y no se puede poner.</translation>
    </message>
    <message>
        <source>That note was moved to the bin meanwhile.</source>
        <translation>Esa nota fue a la papelera entretanto.</translation>
    </message>
    <message>
        <source>“{sign}” is no reaction. Choose one of: {known}.</source>
        <translation>«{sign}» no es una reacción. Elija una de: {known}.</translation>
    </message>
    <message>
        <source>Only a member of the workspace can react to a note.</source>
        <translation>Solo un miembro del espacio de trabajo puede reaccionar a una nota.</translation>
    </message>
    <message>
        <source>The report “{report}” {why}. Choose one of: {known}.</source>
        <translation>El informe «{report}» {why}. Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>There is no report “{report}”. Choose one of: {known}.</source>
        <translation>No hay ningún informe «{report}». Elija uno de: {known}.</translation>
    </message>
    <message>
        <source>No leads stand behind “{figure}” of the report “{name}”.</source>
        <translation>Detrás de «{figure}» del informe «{name}» no hay leads.</translation>
    </message>
    <message>
        <source>--window “{text}” is not a number of days from 0 to {longest}, nor “all”.</source>
        <translation>--window «{text}» no es un número de días de 0 a {longest}, ni «all».</translation>
    </message>
    <message>
        <source>--as-of lies in the future; choose a moment that has passed.</source>
        <translation>--as-of está en el futuro; elija un momento que haya pasado.</translation>
    </message>
    <message>
        <source>“{text}” is not a pair of milestones. Write two of {known}, as in lead:customer.</source>
        <translation>«{text}» no es un par de hitos. Escriba dos de {known}, como en lead:customer.</translation>
    </message>
    <message>
        <source>“{text}” runs backwards: {before} does not come before {after}.</source>
        <translation>«{text}» va hacia atrás: {before} no va antes de {after}.</translation>
    </message>
    <message>
        <source>{option} “{text}” is not a date. Write it as in 2026-01-31.</source>
        <translation>{option} «{text}» no es una fecha. Escríbala como en 2026-01-31.</translation>
    </message>
    <message>
        <source>--as-of “{text}” is not a moment. Write it as in 2026-01-31 or 2026-01-31T17:00.</source>
        <translation>--as-of «{text}» no es un momento. Escríbalo como en 2026-01-31 o 2026-01-31T17:00.</translation>
    </message>
    <message>
        <source>Say which workspace: a file such as team.tandem, or the address of a PostgreSQL database (or set {variable}).</source>
        <translation>Diga qué espacio de trabajo: un archivo como team.tandem, o la dirección de una base de datos PostgreSQL (o ponga {variable}).</translation>
    </message>
    <message>
        <source>Leads stand or stood in {stage}, and what became of them follows from its kind. Add a stage of the other kind instead, and archive this one.</source>
        <translation>En {stage} hay o hubo leads, y de su tipo depende qué fue de ellos. Añada una etapa del otro tipo y archive esta.</translation>
    </message>
    <message>
        <source>{count} open leads stand in {stage}. Say to which stage they go.</source>
        <translation>En {stage} hay {count} leads abiertos. Diga a qué etapa van.</translation>
    </message>
    <message>
        <source>The board needs a stage like {stage}; add another of its kind first.</source>
        <translation>El tablero necesita una etapa como {stage}; añada antes otra de su tipo.</translation>
    </message>
    <message>
        <source>{stage} is archived once its open leads stand in another open stage.</source>
        <translation>{stage} se archiva cuando sus leads abiertos estén en otra etapa abierta.</translation>
    </message>
    <message>
        <source>A stage needs a name.</source>
        <translation>Una etapa necesita un nombre.</translation>
    </message>
    <message>
        <source>A stage&apos;s name has at most {most} characters.</source>
        <translation>El nombre de una etapa tiene como mucho {most} caracteres.</translation>
    </message>
    <message>
        <source>There is a stage called {name} already. Choose another name.</source>
        <translation>Ya hay una etapa llamada {name}. Elija otro nombre.</translation>
    </message>
    <message>
        <source>“{value}” is not a {field}.</source>
        <translation>«{value}» no vale para {field}.</translation>
    </message>
    <message>
        <source>Give a whole number from {least} to {most:,}.</source>
        <translation>Dé un número entero de {least} a {most:,}.</translation>
    </message>
    <message>
        <source>A task has no field “{field}” that can be set.</source>
        <translation>Una tarea no tiene ningún campo «{field}» que se pueda poner.</translation>
    </message>
    <message>
        <source>The task says nothing yet. Write what is to be done.</source>
        <translation>La tarea no dice nada todavía. Escriba qué hay que hacer.</translation>
    </message>
    <message>
        <source>There is no member {owner_id}.</source>
        <translation>No hay ningún miembro {owner_id}.</translation>
    </message>
    <message>
        <source>There is no next step to tick off.</source>
        <translation>No hay ningún paso siguiente que marcar como hecho.</translation>
    </message>
    <message>
        <source>There is no {kind} {number}.</source>
        <translation>No hay ningún registro {number} ({kind}).</translation>
    </message>
    <message>
        <source>A {kind} has no field “{field}” that can be set.</source>
        <translation>{kind}: no hay ningún campo «{field}» que se pueda poner.</translation>
    </message>
    <message>
        <source>{name} wasn&apos;t saved: a colleague changed {fields} meanwhile. Choose whose to keep.</source>
        <translation>{name}: no se guardó, porque un colega cambió {fields} entretanto. Elija con qué versión quedarse.</translation>
    </message>
    <message>
        <source>Leads stand in {name} by now, so it is left where it is. Archive it instead.</source>
        <translation>En {name} ya hay leads, así que se deja donde está. Archívela.</translation>
    </message>
    <message>
        <source>That version of the agreement is published by now, so it stays as it is.</source>
        <translation>Esa versión del acuerdo ya está publicada, así que se queda como está.</translation>
    </message>
    <message>
        <source>There is nothing to {act}.</source>
        <translation>No hay nada que {act}.</translation>
    </message>
    <message>
        <source>That act was turned back already, or it is a colleague&apos;s.</source>
        <translation>Ese acto ya se revirtió, o es de un colega.</translation>
    </message>
    <message>
        <source>{lead} was moved by a colleague since, so it is left where it is.</source>
        <translation>{lead}: un colega lo ha movido después, así que se deja donde está.</translation>
    </message>
    <message>
        <source>“{view}” was shared by somebody else, so it cannot become yours alone.</source>
        <translation>«{view}» la compartió otra persona, así que no puede ser solo suya.</translation>
    </message>
    <message>
        <source>That view is somebody else&apos;s own.</source>
        <translation>Esa vista es de otra persona.</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>Una vista necesita un nombre.</translation>
    </message>
    <message>
        <source>A day&apos;s name may have {most} characters at most.</source>
        <translation>El nombre de un día puede tener {most} caracteres como máximo.</translation>
    </message>
    <message>
        <source>{day} is no day off.</source>
        <translation>{day} no es festivo.</translation>
    </message>
    <message>
        <source>Somebody has to work at some time of the week, or no clock ever runs out.</source>
        <translation>Alguien tiene que trabajar en algún momento de la semana, o ningún reloj acabaría nunca.</translation>
    </message>
    <message>
        <source>Only an admin may change when the workspace works.</source>
        <translation>Solo un administrador puede cambiar cuándo se trabaja.</translation>
    </message>
    <message>
        <source>No days off are known of “{country}”. Write its two letters, as in ES.</source>
        <translation>No se conocen festivos de «{country}». Escriba sus dos letras, como ES.</translation>
    </message>
    <message>
        <source>“{part}” is no part of {country}. Choose one of: {known}.</source>
        <translation>«{part}» no es parte de {country}. Elija entre: {known}.</translation>
    </message>
    <message>
        <source>Hours of work go forward, without overlapping, from 00:00 to 24:00.</source>
        <translation>Las horas de trabajo van hacia delante, sin solaparse, de 00:00 a 24:00.</translation>
    </message>
    <message>
        <source>There is no time zone “{timezone}”. Write it as in Europe/Madrid or America/New_York.</source>
        <translation>No hay ninguna zona horaria «{timezone}». Escríbala como en Europe/Madrid o America/New_York.</translation>
    </message>
    <message>
        <source>“{currency}” is not a currency code. Write three letters, as in EUR or USD.</source>
        <translation>«{currency}» no es un código de moneda. Escriba tres letras, como en EUR o USD.</translation>
    </message>
    <message>
        <source>There is something at {path} already. Choose another name, or open it.</source>
        <translation>Ya hay algo en {path}. Elija otro nombre, o ábralo.</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Make it first, or choose another place.</source>
        <translation>No hay ninguna carpeta {folder}. Créela antes, o elija otro lugar.</translation>
    </message>
    <message>
        <source>On a server everybody acts as themselves: this login is not “{as_member}”. Leave out --as, or log in as that member.</source>
        <translation>En un servidor cada cual actúa como quien es: este usuario no es «{as_member}». Quite --as, o entre como ese miembro.</translation>
    </message>
    <message>
        <source>This workspace is open to look only, so that was not saved. Ask for write permission on its folder, or open it from where it may be changed.</source>
        <translation>Este espacio de trabajo está abierto solo para mirar, así que eso no se guardó. Pida permiso de escritura en su carpeta, o ábralo desde donde se pueda cambiar.</translation>
    </message>
    <message>
        <source>There is something at {path} already. Choose another name for the backup.</source>
        <translation>Ya hay algo en {path}. Elija otro nombre para la copia de seguridad.</translation>
    </message>
    <message>
        <source>There is no backup at {path}.</source>
        <translation>No hay ninguna copia de seguridad en {path}.</translation>
    </message>
    <message>
        <source>{file} did not arrive whole, so it was not kept. Try again.</source>
        <translation>{file} no llegó entero, así que no se ha conservado. Pruebe otra vez.</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}</source>
        <translation>{file} está dañado: {why}</translation>
    </message>
    <message>
        <source>{file} is not whole: {count} rows miss what they belong to.</source>
        <translation>{file} no está entero: a {count} filas les falta aquello a lo que pertenecen.</translation>
    </message>
    <message>
        <source>{file} holds no workspace.</source>
        <translation>{file} no contiene ningún espacio de trabajo.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Tandem (schema {schema}). Please update this program.</source>
        <translation>{file} lo hizo un Tandem más nuevo (esquema {schema}). Actualice este programa.</translation>
    </message>
    <message>
        <source>There is something at {path} already.</source>
        <translation>Ya hay algo en {path}.</translation>
    </message>
    <message>
        <source>{file} is another workspace than the backup. Restore to a new name, or remove it first.</source>
        <translation>{file} es otro espacio de trabajo que el de la copia. Restáurela con otro nombre, o quítelo antes.</translation>
    </message>
    <message>
        <source>{address} is no address of a database. Write it as in {example}.</source>
        <translation>{address} no es la dirección de una base de datos. Escríbala como en {example}.</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps passwords safe, so it will be asked for each time.</source>
        <translation>Este ordenador no tiene ningún llavero que guarde las contraseñas con seguridad, así que se pedirá cada vez.</translation>
    </message>
    <message>
        <source>{address} is no address of a server. Write postgresql://LOGIN@HOST/DATABASE.</source>
        <translation>{address} no es la dirección de un servidor. Escriba postgresql://USUARIO@SERVIDOR/BASE.</translation>
    </message>
    <message>
        <source>The address asks for sslmode={mode}, under which anybody on the way could pose as {host}. Leave it out: the server proves itself by its certificate (sslrootcert=FILE names your own).</source>
        <translation>La dirección pide sslmode={mode}, con el que cualquiera por el camino podría hacerse pasar por {host}. Quítelo: el servidor se acredita con su certificado (sslrootcert=ARCHIVO nombra el suyo).</translation>
    </message>
    <message>
        <source>Of {count} rows of {table} only {arrived} arrived, so the copy was not kept.</source>
        <translation>De {count} filas de {table} solo llegaron {arrived}, así que la copia no se ha conservado.</translation>
    </message>
    <message>
        <source>A backup was put in the place of this workspace, so what is shown here is out of date. Open it again; what you had not saved is still on the screen.</source>
        <translation>Se puso una copia de seguridad en el lugar de este espacio de trabajo, así que lo que se ve aquí es antiguo. Ábralo otra vez; lo que no había guardado sigue en la pantalla.</translation>
    </message>
    <message>
        <source>{file} is held by another program for too long. Nothing was lost; try again in a moment.</source>
        <translation>Otro programa retiene {file} demasiado tiempo. No se ha perdido nada; pruebe otra vez dentro de un momento.</translation>
    </message>
    <message>
        <source>{file} is damaged and is left as it is. Restore the last backup, from the folder {file}.backups.</source>
        <translation>{file} está dañado y se deja como está. Restaure la última copia de seguridad, de la carpeta {file}.backups.</translation>
    </message>
    <message>
        <source>{file} was left in the middle of a save, and this account may not finish it. Let somebody who may write to the folder open it once.</source>
        <translation>{file} quedó a medio guardar, y esta cuenta no puede terminarlo. Que lo abra una vez alguien que pueda escribir en la carpeta.</translation>
    </message>
    <message>
        <source>{file} can be read but not written. Ask for write permission on its folder.</source>
        <translation>{file} se puede leer pero no escribir. Pida permiso de escritura en su carpeta.</translation>
    </message>
    <message>
        <source>The disk that holds {file} is full, so the change was not saved. Free some space and try again.</source>
        <translation>El disco que contiene {file} está lleno, así que el cambio no se guardó. Libere espacio y pruebe otra vez.</translation>
    </message>
    <message>
        <source>{file} cannot be reached. Check that the folder is there and the network is up, then try again.</source>
        <translation>No se puede llegar a {file}. Compruebe que la carpeta está y que la red funciona, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>This workspace was upgraded by a newer Tandem. Please update this program.</source>
        <translation>Un Tandem más nuevo actualizó este espacio de trabajo. Actualice este programa.</translation>
    </message>
    <message>
        <source>{file} cannot be opened with your permissions. Ask for access to its folder.</source>
        <translation>{file} no se puede abrir con sus permisos. Pida acceso a su carpeta.</translation>
    </message>
    <message>
        <source>{file} is not a Tandem workspace. Choose a file made by Tandem, or make a new one.</source>
        <translation>{file} no es un espacio de trabajo de Tandem. Elija un archivo hecho por Tandem, o cree uno nuevo.</translation>
    </message>
    <message>
        <source>A colleague is saving the same record and it did not become free. Nothing was lost; try again.</source>
        <translation>Un colega está guardando el mismo registro y no quedó libre. No se ha perdido nada; pruebe otra vez.</translation>
    </message>
    <message>
        <source>The server refused this name or password. Check both, or ask your administrator.</source>
        <translation>El servidor rechazó este nombre o contraseña. Compruebe los dos, o pregunte a su administrador.</translation>
    </message>
    <message>
        <source>That database is not a Tandem workspace. Make one with “tandem new”.</source>
        <translation>Esa base de datos no es un espacio de trabajo de Tandem. Cree uno con «tandem new».</translation>
    </message>
    <message>
        <source>The server has no connection to spare. Try again in a moment.</source>
        <translation>Al servidor no le quedan conexiones. Pruebe otra vez dentro de un momento.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network and the address, then try again; nothing was lost.</source>
        <translation>No se puede llegar al servidor. Compruebe la red y la dirección y pruebe otra vez; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>The server has no database of that name. Check the address.</source>
        <translation>El servidor no tiene ninguna base de datos con ese nombre. Compruebe la dirección.</translation>
    </message>
    <message>
        <source>Your role in this workspace does not allow that. Ask an administrator of it.</source>
        <translation>Su rol en este espacio de trabajo no permite eso. Pregunte a un administrador.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full, so the change was not saved. Tell your administrator.</source>
        <translation>El disco del servidor está lleno, así que el cambio no se guardó. Avise a su administrador.</translation>
    </message>
    <message>
        <source>The server accepts no changes at the moment. Try again later.</source>
        <translation>El servidor no acepta cambios en este momento. Pruebe otra vez más tarde.</translation>
    </message>
    <message>
        <source>This login has no access to that workspace. Ask an admin of it to add you as a member.</source>
        <translation>Este usuario no tiene acceso a ese espacio de trabajo. Pida a un administrador que lo añada como miembro.</translation>
    </message>
    <message>
        <source>The server does not answer. Wait a moment and try again; nothing was lost.</source>
        <translation>El servidor no responde. Espere un momento y pruebe otra vez; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be proved, so nothing was sent to it. Ask your administrator for its certificate (sslrootcert=FILE in the address).</source>
        <translation>No se pudo probar la identidad del servidor, así que no se le envió nada. Pida a su administrador el certificado (sslrootcert=ARCHIVO en la dirección).</translation>
    </message>
    <message>
        <source>There is no workspace at {path}. Check the folder, or make one with “tandem new”.</source>
        <translation>No hay ningún espacio de trabajo en {path}. Compruebe la carpeta, o cree uno con «tandem new».</translation>
    </message>
    <message>
        <source>The last change saved from here is missing in {file}: its locks do not hold on this folder, or an older copy was put in its place. Nothing more is written; ask who looks after the folder, and open the workspace again when it is settled.</source>
        <translation>El último cambio guardado desde aquí falta en {file}: sus bloqueos no se respetan en esta carpeta, o se puso una copia más antigua en su lugar. No se escribe nada más; pregunte a quien cuida la carpeta, y abra el espacio de trabajo otra vez cuando esté resuelto.</translation>
    </message>
    <message>
        <source>{file} lies in a folder that {service} copies, and two laptops would overwrite each other there without a word. Move it to a shared folder of the office network, or use a PostgreSQL database.</source>
        <translation>{file} está en una carpeta que {service} copia, y dos portátiles se sobrescribirían ahí sin avisar. Muévalo a una carpeta compartida de la red de la oficina, o use una base de datos PostgreSQL.</translation>
    </message>
    <message>
        <source>Another program opened {file} in a way that loses changes on shared folders: {other} lies beside it. Close that program and open the workspace again once that file is gone.</source>
        <translation>Otro programa abrió {file} de un modo que pierde cambios en carpetas compartidas: a su lado está {other}. Cierre ese programa y abra el espacio de trabajo otra vez cuando ese archivo haya desaparecido.</translation>
    </message>
    <message>
        <source>A sync program made a second copy of this workspace ({other}), so changes may be in either. Compare the two, move the copy away, and open the workspace from a folder that is not synced.</source>
        <translation>Un programa de sincronización hizo una segunda copia de este espacio de trabajo ({other}), así que los cambios pueden estar en cualquiera de las dos. Compárelas, aparte la copia y abra el espacio de trabajo desde una carpeta sin sincronizar.</translation>
    </message>
    <message>
        <source>The folder of {file} cannot be written to, so changes cannot be saved there. Ask for write permission on the folder.</source>
        <translation>En la carpeta de {file} no se puede escribir, así que ahí no se pueden guardar cambios. Pida permiso de escritura en la carpeta.</translation>
    </message>
    <message>
        <source>Others are saving to this workspace and it did not become free within 30 seconds. Nothing was lost; try again in a moment.</source>
        <translation>Otros están guardando en este espacio de trabajo y no quedó libre en 30 segundos. No se ha perdido nada; pruebe otra vez dentro de un momento.</translation>
    </message>
    <message>
        <source>To make a workspace on a server, log in as one who may make roles there (CREATEROLE) and who owns the empty database. Ask the server&apos;s administrator.</source>
        <translation>Para crear un espacio de trabajo en un servidor, entre con un usuario que pueda crear roles (CREATEROLE) y sea dueño de la base de datos vacía. Pregunte al administrador del servidor.</translation>
    </message>
    <message>
        <source>The server keeps the roles of an earlier workspace of this name ({role} and others). Choose another name for the database, or drop those roles.</source>
        <translation>El servidor conserva los roles de un espacio de trabajo anterior con este nombre ({role} y otros). Elija otro nombre para la base de datos, o elimine esos roles.</translation>
    </message>
    <message>
        <source>A login needs a password.</source>
        <translation>Un usuario necesita una contraseña.</translation>
    </message>
    <message>
        <source>“{login}” cannot be a login. Use letters and digits, not beginning with pg_ or tandem_.</source>
        <translation>«{login}» no puede ser un usuario. Use letras y cifras, sin empezar por pg_ ni tandem_.</translation>
    </message>
    <message>
        <source>The server has a login “{login}” already. Choose another name.</source>
        <translation>El servidor ya tiene un usuario «{login}». Elija otro nombre.</translation>
    </message>
    <message>
        <source>A colleague changed this record at the same moment; open it again and repeat.</source>
        <translation>Un colega cambió este registro en el mismo momento; ábralo otra vez y repita.</translation>
    </message>
    <message>
        <source>There is a workspace in that database already. Open it, or choose another database.</source>
        <translation>Ya hay un espacio de trabajo en esa base de datos. Ábralo, o elija otra base de datos.</translation>
    </message>
    <message>
        <source>There is something at {path} already. Choose another name.</source>
        <translation>Ya hay algo en {path}. Elija otro nombre.</translation>
    </message>
    <message>
        <source>That workspace is empty: making it was broken off. Make it again.</source>
        <translation>Ese espacio de trabajo está vacío: su creación se interrumpió. Créelo otra vez.</translation>
    </message>
    <message>
        <source>This workspace was upgraded by a newer Tandem (schema {schema}; this program knows {known}). Please update this program; nothing was changed.</source>
        <translation>Un Tandem más nuevo actualizó este espacio de trabajo (esquema {schema}; este programa conoce el {known}). Actualice este programa; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This workspace was made by an older Tandem (schema {schema}; this program needs {known}). Ask who looks after it to run “tandem upgrade” once; a backup is made first.</source>
        <translation>Este espacio de trabajo lo hizo un Tandem más antiguo (esquema {schema}; este programa necesita el {known}). Pida a quien lo cuida que ejecute «tandem upgrade» una vez; antes se hace una copia de seguridad.</translation>
    </message>
    <message>
        <source>That is not a Tandem workspace.</source>
        <translation>Eso no es un espacio de trabajo de Tandem.</translation>
    </message>
    <message>
        <source>The upgrade would have left {count} rows without what they belong to; undone.</source>
        <translation>La actualización habría dejado {count} filas sin aquello a lo que pertenecen; se ha deshecho.</translation>
    </message>
    <message>
        <source>The upgrade would have lost {table}; everything is as it was.</source>
        <translation>La actualización habría perdido {table}; todo está como estaba.</translation>
    </message>
    <message>
        <source>The upgrade would have left {left} rows of {count} in {table}; everything is as it was.</source>
        <translation>La actualización habría dejado {left} filas de {count} en {table}; todo está como estaba.</translation>
    </message>
</context>
<context>
    <name>RefusedWords</name>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contactos</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>company</source>
        <translation>empresa</translation>
    </message>
    <message>
        <source>companies</source>
        <translation>empresas</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>leads</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>marketing</source>
        <translation>marketing</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>ventas</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventas</translation>
    </message>
    <message>
        <source>both</source>
        <translation>los dos equipos</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Los dos equipos</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>ausencia</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>actividad</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>acuerdo</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>pareja separada</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>campaña</translation>
    </message>
    <message>
        <source>clause</source>
        <translation>cláusula</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentimiento</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decisión</translation>
    </message>
    <message>
        <source>field</source>
        <translation>campo</translation>
    </message>
    <message>
        <source>forgiveness</source>
        <translation>perdón</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>handoff</source>
        <translation>traspaso</translation>
    </message>
    <message>
        <source>item</source>
        <translation>punto</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>marca</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>reunión</translation>
    </message>
    <message>
        <source>member</source>
        <translation>miembro</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>mención</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>combinación</translation>
    </message>
    <message>
        <source>play</source>
        <translation>acción acordada</translation>
    </message>
    <message>
        <source>poll</source>
        <translation>votación</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>promesa</translation>
    </message>
    <message>
        <source>reaction</source>
        <translation>reacción</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>firma</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>etapa</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tarea</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vista</translation>
    </message>
    <message>
        <source>win</source>
        <translation>logro</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>espacio de trabajo</translation>
    </message>
    <message>
        <source>action</source>
        <translation>acción</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>One of them</source>
        <translation>Uno de los dos</translation>
    </message>
    <message>
        <source>accepted it</source>
        <translation>lo aceptó</translation>
    </message>
    <message>
        <source>rejected it</source>
        <translation>lo rechazó</translation>
    </message>
    <message>
        <source>sent it back for later</source>
        <translation>lo devolvió para más tarde</translation>
    </message>
    <message>
        <source>passed it on</source>
        <translation>lo pasó a otra persona</translation>
    </message>
    <message>
        <source>let it return by silence</source>
        <translation>dejó que volviera por silencio</translation>
    </message>
    <message>
        <source>the pool</source>
        <translation>la bolsa común</translation>
    </message>
    <message>
        <source>The pool</source>
        <translation>La bolsa común</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>A dispute</source>
        <translation>Una impugnación</translation>
    </message>
    <message>
        <source>A ruling</source>
        <translation>Una resolución</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>un texto entre comillas</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>un archivo OpenDocument</translation>
    </message>
    <message>
        <source>a binary workbook (.xlsb)</source>
        <translation>un libro binario (.xlsb)</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>un documento de Word</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>una presentación</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>un PDF</translation>
    </message>
    <message>
        <source>Export the list from the program that made it, as CSV.</source>
        <translation>Exporte la lista como CSV desde el programa que la hizo.</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>un documento de texto</translation>
    </message>
    <message>
        <source>Save its table as CSV or .xlsx.</source>
        <translation>Guarde su tabla como CSV o .xlsx.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>Choose the list itself.</source>
        <translation>Elija la lista misma.</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>una base de datos</translation>
    </message>
    <message>
        <source>Open it as a workspace, or export its table as CSV.</source>
        <translation>Ábrala como espacio de trabajo, o exporte su tabla como CSV.</translation>
    </message>
    <message>
        <source>a packed file</source>
        <translation>un archivo comprimido</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Descomprímalo antes.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe ese archivo</translation>
    </message>
    <message>
        <source>was taken back already</source>
        <translation>ya se había retirado</translation>
    </message>
    <message>
        <source>was not taken back</source>
        <translation>no se había retirado</translation>
    </message>
    <message>
        <source>add members</source>
        <translation>añadir miembros</translation>
    </message>
    <message>
        <source>change members</source>
        <translation>cambiar miembros</translation>
    </message>
    <message>
        <source>This record</source>
        <translation>Este registro</translation>
    </message>
    <message>
        <source>needs every touch with its campaign, which this version does not record yet</source>
        <translation>necesita cada contacto con su campaña, que esta versión todavía no registra</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Esto</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>deshacer</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>rehacer</translation>
    </message>
</context>
</TS>
