<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AlikeCard</name>
    <message>
        <source>How leads like this went</source>
        <translation>Cómo fueron los leads como este</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>too few for a rate</source>
        <translation>muy pocos para una tasa</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptados</translation>
    </message>
    <message>
        <source>of the closed ones won</source>
        <translation>de los cerrados, ganados</translation>
    </message>
    <message>
        <source>from handoff to won</source>
        <translation>del traspaso a ganado</translation>
    </message>
    <message>
        <source>none was won yet</source>
        <translation>aún no se ganó ninguno</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>middle value of {n}</source>
        <translation>valor central de {n}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>from {source}</source>
        <translation>de {source}</translation>
    </message>
    <message>
        <source>without a source</source>
        <translation>sin fuente</translation>
    </message>
    <message>
        <source>score {low}–{high}</source>
        <translation>puntuación {low}–{high}</translation>
    </message>
    <message>
        <source>{rate}%, likely {low}–{high}%</source>
        <translation>{rate} %, probable {low}–{high} %</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Dispute this rejection…</source>
        <translation>Impugnar este rechazo…</translation>
    </message>
    <message>
        <source>What you had typed is kept here: “{text}”</source>
        <translation>Lo que había escrito se conserva aquí: «{text}»</translation>
    </message>
    <message>
        <source>The rejection of {lead} is disputed; the next meeting rules on it.</source>
        <translation>El rechazo de {lead} queda impugnado; la próxima reunión decide.</translation>
    </message>
    <message>
        <source>{lead} is yours. {task} within {time}.</source>
        <translation>{lead} es suyo. {task} en {time}.</translation>
    </message>
    <message>
        <source>{lead} is yours.</source>
        <translation>{lead} es suyo.</translation>
    </message>
    <message>
        <source>{lead} went back to {stage}; {name} sees why.</source>
        <translation>{lead} volvió a {stage}; {name} ve por qué.</translation>
    </message>
    <message>
        <source>{lead} comes back on {day} by itself.</source>
        <translation>{lead} vuelve por sí solo el {day}.</translation>
    </message>
    <message>
        <source>the pool</source>
        <translation>la bolsa</translation>
    </message>
    <message>
        <source>{lead} was passed on to {name}.</source>
        <translation>{lead} pasó a {name}.</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Who gets it</source>
        <translation>Quién lo recibe</translation>
    </message>
    <message>
        <source>Why? The sender’s team counts these and learns.</source>
        <translation>¿Por qué? El equipo que envía los cuenta y aprende.</translation>
    </message>
    <message>
        <source>Why later? The reasons are counted.</source>
        <translation>¿Por qué más tarde? Los motivos se cuentan.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>It comes back on</source>
        <translation>Vuelve el</translation>
    </message>
    <message>
        <source>{name} may dispute this once. The ruling becomes an example in the agreement.</source>
        <translation>{name} puede impugnarlo una vez. La decisión se vuelve un ejemplo en el acuerdo.</translation>
    </message>
    <message numerus="yes">
        <source>%n this quarter</source>
        <translation>
            <numerusform>%n este trimestre</numerusform>
            <numerusform>%n este trimestre</numerusform>
        </translation>
    </message>
    <message>
        <source>The pool of {team}</source>
        <translation>La bolsa de {team}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elija…</translation>
    </message>
    <message>
        <source>Say more (needed here)</source>
        <translation>Diga más (necesario aquí)</translation>
    </message>
    <message>
        <source>What is missing? (optional)</source>
        <translation>¿Qué falta? (opcional)</translation>
    </message>
    <message>
        <source>Send back until {day}</source>
        <translation>Devolver hasta el {day}</translation>
    </message>
    <message>
        <source>Pass it on</source>
        <translation>Pasarlo</translation>
    </message>
    <message>
        <source>Reject and tell {name}</source>
        <translation>Rechazar y avisar a {name}</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Choose a handoff to answer.</source>
        <translation>Elija un traspaso que responder.</translation>
    </message>
    <message>
        <source>No handoff waits for your answer. Leads that are handed to you come here.</source>
        <translation>Ningún traspaso espera su respuesta. Los leads que le traspasen aparecen aquí.</translation>
    </message>
</context>
<context>
    <name>DisputeForm</name>
    <message>
        <source>Why was the lead as agreed?</source>
        <translation>¿Por qué era el lead como se acordó?</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Impugnar</translation>
    </message>
    <message>
        <source>Once only. The next meeting rules on it, and the ruling becomes an example in the agreement.</source>
        <translation>Solo una vez. La próxima reunión decide, y la decisión se vuelve un ejemplo en el acuerdo.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Esc closes this and keeps what you typed</source>
        <translation>Esc lo cierra y conserva lo escrito</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
</context>
<context>
    <name>HandoffHead</name>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Traspasado</translation>
    </message>
    <message>
        <source>Back to {page}</source>
        <translation>Volver a {page}</translation>
    </message>
    <message numerus="yes">
        <source>{n} of %n handoffs to answer</source>
        <translation>
            <numerusform>{n} de %n traspaso por responder</numerusform>
            <numerusform>{n} de %n traspasos por responder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handoffs to answer</source>
        <translation>
            <numerusform>%n traspaso por responder</numerusform>
            <numerusform>%n traspasos por responder</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: {lead}</source>
        <translation>Siguiente: {lead}</translation>
    </message>
</context>
<context>
    <name>HandoffPart</name>
    <message>
        <source>Why it is ready</source>
        <translation>Por qué está listo</translation>
    </message>
    <message>
        <source>This lead waits for no answer: it is not handed over to anybody.</source>
        <translation>Este lead no espera respuesta: no está traspasado a nadie.</translation>
    </message>
    <message>
        <source>Handed over · {left}</source>
        <translation>Traspasado · {left}</translation>
    </message>
    <message>
        <source>This lead was refused</source>
        <translation>Este lead fue rechazado</translation>
    </message>
</context>
<context>
    <name>Handoffs</name>
    <message>
        <source>Acc&amp;ept the handoff</source>
        <translation>Ac&amp;eptar el traspaso</translation>
    </message>
    <message>
        <source>Re&amp;ject the handoff…</source>
        <translation>&amp;Rechazar el traspaso…</translation>
    </message>
    <message>
        <source>Rec&amp;ycle the lead until…</source>
        <translation>De&amp;volver el lead hasta…</translation>
    </message>
    <message>
        <source>Re&amp;route the handoff…</source>
        <translation>Re&amp;dirigir el traspaso…</translation>
    </message>
    <message>
        <source>Dispute the rejec&amp;tion…</source>
        <translation>Imp&amp;ugnar el rechazo…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Recycle until…</source>
        <translation>Devolver hasta…</translation>
    </message>
    <message>
        <source>Reroute…</source>
        <translation>Redirigir…</translation>
    </message>
    <message>
        <source>Yours. {task} within {time}</source>
        <translation>Suyo. {task} en {time}</translation>
    </message>
    <message>
        <source>It is yours from then on</source>
        <translation>Desde entonces es suyo</translation>
    </message>
    <message>
        <source>Refused as sent, with a reason</source>
        <translation>Rechazado, con un motivo</translation>
    </message>
    <message>
        <source>Back for a later try</source>
        <translation>Vuelve para más tarde</translation>
    </message>
    <message>
        <source>To somebody else or the pool</source>
        <translation>A otra persona o a la bolsa</translation>
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
        <source>{h} h {n} min</source>
        <translation>{h} h {n} min</translation>
    </message>
    <message>
        <source>No time is set</source>
        <translation>Sin plazo</translation>
    </message>
    <message>
        <source>Time has run out</source>
        <translation>El plazo venció</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>{time} today</source>
        <translation>las {time} de hoy</translation>
    </message>
    <message>
        <source>{time} tomorrow</source>
        <translation>las {time} de mañana</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>el {day}, {time}</translation>
    </message>
    <message>
        <source>answer by {when}</source>
        <translation>hasta {when}</translation>
    </message>
    <message>
        <source>It waits until somebody answers: the calendar holds no such time.</source>
        <translation>Espera hasta que alguien responda: el calendario no tiene tanto tiempo.</translation>
    </message>
    <message>
        <source>No answer by {when}: {lead} goes back to the pool and both teams see it.</source>
        <translation>Sin respuesta antes de {when}: {lead} vuelve a la bolsa y ambos equipos lo ven.</translation>
    </message>
    <message>
        <source>No answer by {when}: {lead} goes back to {stage} and both teams see it.</source>
        <translation>Sin respuesta antes de {when}: {lead} vuelve a {stage} y ambos equipos lo ven.</translation>
    </message>
    <message>
        <source>marketing</source>
        <translation>marketing</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>ventas</translation>
    </message>
    <message>
        <source>both teams</source>
        <translation>ambos equipos</translation>
    </message>
    <message>
        <source>the pool of {team}</source>
        <translation>la bolsa de {team}</translation>
    </message>
    <message>
        <source>{name}, this lead was handed to you.</source>
        <translation>{name}, este lead se le traspasó a usted.</translation>
    </message>
    <message>
        <source>It lies in {pool}: whoever answers first has it.</source>
        <translation>Está en {pool}: es de quien responda primero.</translation>
    </message>
    <message>
        <source>It waits for {name}; you may answer too.</source>
        <translation>Espera a {name}; usted también puede responder.</translation>
    </message>
    <message>
        <source>It waits for the answer of {name}.</source>
        <translation>Espera la respuesta de {name}.</translation>
    </message>
    <message>
        <source>sends {lead} to you</source>
        <translation>le envía a {lead}</translation>
    </message>
    <message>
        <source>sends {lead} to {name}</source>
        <translation>envía a {lead} a {name}</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>{who} accepted it</source>
        <translation>{who} lo aceptó</translation>
    </message>
    <message>
        <source>{who} rejected it</source>
        <translation>{who} lo rechazó</translation>
    </message>
    <message>
        <source>{who} sent it back until {day}</source>
        <translation>{who} lo devolvió hasta el {day}</translation>
    </message>
    <message>
        <source>{who} passed it on</source>
        <translation>{who} lo pasó a otra persona</translation>
    </message>
    <message>
        <source>Nobody answered in time, so it went back</source>
        <translation>Nadie respondió a tiempo y volvió</translation>
    </message>
    <message>
        <source>Disputed: “{note}”. The next meeting rules on it.</source>
        <translation>Impugnado: «{note}». La próxima reunión decide.</translation>
    </message>
    <message>
        <source>Disputed, and the rejection stands: “{note}”</source>
        <translation>Impugnado; el rechazo se mantiene: «{note}»</translation>
    </message>
    <message>
        <source>Disputed, and the rejection was overturned: “{note}”</source>
        <translation>Impugnado; el rechazo se anuló: «{note}»</translation>
    </message>
    <message>
        <source>waits for an answer, {due}</source>
        <translation>espera una respuesta, {due}</translation>
    </message>
    <message>
        <source>waits for the first call, {due}</source>
        <translation>espera la primera llamada, {due}</translation>
    </message>
</context>
<context>
    <name>HandoffsPage</name>
    <message>
        <source>Handoffs</source>
        <translation>Traspasos</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Ne&amp;xt handoff</source>
        <translation>Traspaso &amp;siguiente</translation>
    </message>
    <message>
        <source>Put on the next a&amp;genda</source>
        <translation>Llevar a la pró&amp;xima reunión</translation>
    </message>
    <message>
        <source>La&amp;st handoff</source>
        <translation>Traspaso &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Handoffs to answer</source>
        <translation>&amp;Traspasos por responder</translation>
    </message>
    <message>
        <source>Handoff of {lead}</source>
        <translation>Traspaso de {lead}</translation>
    </message>
    <message>
        <source>Disputed rejection of {lead}</source>
        <translation>Rechazo impugnado de {lead}</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Nobody named</source>
        <translation>Nadie nombrado</translation>
    </message>
    <message>
        <source>No note came with it.</source>
        <translation>Vino sin nota.</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Who else is at {company}</source>
        <translation>Quién más está en {company}</translation>
    </message>
</context>
<context>
    <name>ReadyCard</name>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>What speaks for {lead}</source>
        <translation>Qué habla a favor de {lead}</translation>
    </message>
    <message>
        <source>No agreement said what counts when this lead was sent.</source>
        <translation>Ningún acuerdo decía qué cuenta cuando se envió este lead.</translation>
    </message>
    <message>
        <source>Why {lead} is ready</source>
        <translation>Por qué {lead} está listo</translation>
    </message>
    <message>
        <source>Score {points} · agreement version {version}</source>
        <translation>Puntuación {points} · acuerdo, versión {version}</translation>
    </message>
    <message>
        <source>Score {points}, needs {needed} · agreement version {version}</source>
        <translation>Puntuación {points}, necesita {needed} · acuerdo, versión {version}</translation>
    </message>
    <message>
        <source>{clause}: met</source>
        <translation>{clause}: cumplido</translation>
    </message>
    <message>
        <source>{clause}: not met</source>
        <translation>{clause}: no cumplido</translation>
    </message>
    <message>
        <source>not met · {worth} points</source>
        <translation>no cumplido · {worth} puntos</translation>
    </message>
    <message>
        <source>{worth} points, fading</source>
        <translation>{worth} puntos, se desvanecen</translation>
    </message>
    <message>
        <source>{clause}: {points} points</source>
        <translation>{clause}: {points} puntos</translation>
    </message>
</context>
<context>
    <name>Touches</name>
    <message>
        <source>Touches</source>
        <translation>Interacciones</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message numerus="yes">
        <source>%n since {day}</source>
        <translation>
            <numerusform>%n desde el {day}</numerusform>
            <numerusform>%n desde el {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguno</translation>
    </message>
</context>
</TS>
