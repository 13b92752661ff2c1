<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Call Amelia @Tom Friday</source>
        <translation>Llamar a Amelia @Tom viernes</translation>
    </message>
    <message>
        <source>New action, e.g. “Call Amelia @Tom Friday”</source>
        <translation>Nueva acción, p. ej. «Llamar a Amelia @Tom viernes»</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} de {count} hechas</translation>
    </message>
    <message>
        <source>Done: {text}</source>
        <translation>Hecho: {text}</translation>
    </message>
    <message>
        <source>Done {day}</source>
        <translation>Hecho el {day}</translation>
    </message>
    <message>
        <source>open for {days}</source>
        <translation>abierta desde hace {days}</translation>
    </message>
</context>
<context>
    <name>AgendaDialog</name>
    <message>
        <source>Agenda of every new meeting</source>
        <translation>Orden del día de toda reunión nueva</translation>
    </message>
    <message>
        <source>Agenda of this meeting</source>
        <translation>Orden del día de esta reunión</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Añadir un punto</translation>
    </message>
    <message>
        <source>Begin every new meeting with these steps</source>
        <translation>Empezar toda reunión nueva con estos puntos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>A step of your own</source>
        <translation>Un punto propio</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes in all</source>
        <translation>
            <numerusform>%n minuto en total</numerusform>
            <numerusform>%n minutos en total</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what the step is about.</source>
        <translation>Diga de qué trata el punto.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>The next meeting is written down.</source>
        <translation>La próxima reunión está anotada.</translation>
    </message>
    <message>
        <source>The meeting is changed.</source>
        <translation>La reunión ha cambiado.</translation>
    </message>
    <message>
        <source>The agenda is changed.</source>
        <translation>El orden del día ha cambiado.</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Shared goals</source>
        <translation>Objetivos comunes</translation>
    </message>
    <message>
        <source>Shared goals count the work of both teams</source>
        <translation>Los objetivos comunes cuentan el trabajo de ambos equipos</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semanas</translation>
    </message>
    <message>
        <source>There is no goal for this time yet.</source>
        <translation>Aún no hay ningún objetivo para este tiempo.</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Write a decision, press Enter</source>
        <translation>Escribe una decisión y pulsa Intro</translation>
    </message>
</context>
<context>
    <name>DisputeView</name>
    <message>
        <source>Show the handoff</source>
        <translation>Mostrar el traspaso</translation>
    </message>
    <message>
        <source>The rejection stands…</source>
        <translation>El rechazo se mantiene…</translation>
    </message>
    <message>
        <source>Overturn it…</source>
        <translation>Anularlo…</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
    <message>
        <source>Disputed rejections</source>
        <translation>Rechazos impugnados</translation>
    </message>
    <message numerus="yes">
        <source>%n to rule on</source>
        <translation>
            <numerusform>%n por decidir</numerusform>
            <numerusform>%n por decidir</numerusform>
        </translation>
    </message>
    <message>
        <source>A lead of a team or an admin rules on them</source>
        <translation>Decide quien dirige un equipo o administra</translation>
    </message>
</context>
<context>
    <name>EditAction</name>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Para el</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
</context>
<context>
    <name>EditLine</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Say what it is.</source>
        <translation>Diga qué es.</translation>
    </message>
    <message>
        <source>A colleague wrote “{theirs}” meanwhile. Enter keeps yours, Esc theirs.</source>
        <translation>Entretanto, un colega escribió «{theirs}». Intro conserva lo suyo; Esc, lo del colega.</translation>
    </message>
</context>
<context>
    <name>ForgiveForm</name>
    <message>
        <source>Why is it forgiven?</source>
        <translation>¿Por qué se perdona?</translation>
    </message>
    <message>
        <source>Forgive</source>
        <translation>Perdonar</translation>
    </message>
    <message>
        <source>It counts neither as kept nor as overdue; the ledger says which meeting forgave it.</source>
        <translation>No cuenta ni como cumplida ni como atrasada; el registro dice qué reunión la perdonó.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Other meetings</source>
        <translation>Otras reuniones</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presentar</translation>
    </message>
    <message>
        <source>Close meeting</source>
        <translation>Cerrar reunión</translation>
    </message>
    <message>
        <source>Print summary</source>
        <translation>Imprimir resumen</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n presente</numerusform>
            <numerusform>%n presentes</numerusform>
        </translation>
    </message>
    <message>
        <source>New meeting…</source>
        <translation>Nueva reunión…</translation>
    </message>
    <message>
        <source>Name and day…</source>
        <translation>Nombre y día…</translation>
    </message>
    <message>
        <source>Agenda…</source>
        <translation>Orden del día…</translation>
    </message>
    <message>
        <source>{name} let the time run</source>
        <translation>{name} puso el tiempo en marcha</translation>
    </message>
    <message>
        <source> · closed</source>
        <translation> · cerrada</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message numerus="yes">
        <source>of %n minutes</source>
        <translation>
            <numerusform>de %n minuto</numerusform>
            <numerusform>de %n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Change or remove: {text}</source>
        <translation>Cambiar o quitar: {text}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>New meeting</source>
        <translation>Nueva reunión</translation>
    </message>
    <message>
        <source>Change the meeting</source>
        <translation>Cambiar la reunión</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Anotarla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>&amp;New meeting…</source>
        <translation>&amp;Nueva reunión…</translation>
    </message>
    <message>
        <source>Na&amp;me and day…</source>
        <translation>No&amp;mbre y día…</translation>
    </message>
    <message>
        <source>&amp;Agenda of this meeting…</source>
        <translation>&amp;Orden del día de esta reunión…</translation>
    </message>
    <message>
        <source>Agenda of &amp;every new meeting…</source>
        <translation>Orden del día de &amp;toda reunión nueva…</translation>
    </message>
    <message>
        <source>&amp;Start or pause the time</source>
        <translation>&amp;Iniciar o pausar el tiempo</translation>
    </message>
    <message>
        <source>Next &amp;step</source>
        <translation>&amp;Paso siguiente</translation>
    </message>
    <message>
        <source>Step &amp;before</source>
        <translation>Paso &amp;anterior</translation>
    </message>
    <message>
        <source>A disputed rejection stan&amp;ds…</source>
        <translation>Un rechazo impugna&amp;do se mantiene…</translation>
    </message>
    <message>
        <source>&amp;Overturn a disputed rejection…</source>
        <translation>An&amp;ular un rechazo impugnado…</translation>
    </message>
    <message>
        <source>&amp;Forgive an overdue promise…</source>
        <translation>&amp;Perdonar una promesa atrasada…</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>P&amp;resentar</translation>
    </message>
    <message>
        <source>P&amp;rint summary…</source>
        <translation>I&amp;mprimir resumen…</translation>
    </message>
    <message>
        <source>Save summary as P&amp;DF…</source>
        <translation>Guardar resumen como P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Close the meeting</source>
        <translation>&amp;Cerrar la reunión</translation>
    </message>
    <message>
        <source>{when} · closed: its figures stand as they were</source>
        <translation>{when} · cerrada: sus cifras quedan como estaban</translation>
    </message>
    <message>
        <source>{when} · goals until {day}</source>
        <translation>{when} · objetivos hasta el {day}</translation>
    </message>
    <message>
        <source>The meeting is closed. What is still open comes back next time.</source>
        <translation>La reunión está cerrada. Lo que sigue abierto vuelve la próxima vez.</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <source>{why} Your notes are kept with that meeting.</source>
        <translation>{why} Sus notas se conservan con esa reunión.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>What was said. Everybody in the meeting sees it as you type.</source>
        <translation>Lo que se ha dicho. Todos en la reunión lo ven mientras escribes.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentarlo</translation>
    </message>
    <message>
        <source>Copy what I typed</source>
        <translation>Copiarlo</translation>
    </message>
    <message>
        <source>Let go of it</source>
        <translation>Descartarlo</translation>
    </message>
    <message>
        <source>Not saved. {why}</source>
        <translation>No se ha guardado. {why}</translation>
    </message>
</context>
<context>
    <name>Owing</name>
    <message>
        <source>Overdue promises</source>
        <translation>Promesas atrasadas</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} atrasadas</translation>
    </message>
    <message>
        <source>Forgive…</source>
        <translation>Perdonar…</translation>
    </message>
    <message>
        <source>{promise}: all {n} that are overdue in this period</source>
        <translation>{promise}: las {n} atrasadas de este periodo</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgive all…</source>
        <translation>Perdonar todas…</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Salir (Esc)</translation>
    </message>
    <message>
        <source>{title} · {place} of {count}</source>
        <translation>{title} · {place} de {count}</translation>
    </message>
    <message>
        <source>Nothing here this time.</source>
        <translation>Nada esta vez.</translation>
    </message>
</context>
<context>
    <name>RulingForm</name>
    <message>
        <source>What it is an example of</source>
        <translation>De qué es ejemplo</translation>
    </message>
    <message>
        <source>An example of</source>
        <translation>Ejemplo de</translation>
    </message>
    <message>
        <source>Why, as the next lead like it will be judged?</source>
        <translation>¿Por qué? Así se juzgará el próximo lead parecido</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>Mantenerlo</translation>
    </message>
    <message>
        <source>Overturn</source>
        <translation>Anularlo</translation>
    </message>
    <message>
        <source>The ruling stands in the minutes, and as an example in the agreement.</source>
        <translation>La decisión consta en el acta y queda como ejemplo en el acuerdo.</translation>
    </message>
    <message>
        <source>The rejection of {lead} stands</source>
        <translation>El rechazo de {lead} se mantiene</translation>
    </message>
    <message>
        <source>{lead} is a lead: sales takes it as if accepted</source>
        <translation>{lead} es un lead: ventas lo toma como si lo aceptara</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>The rejection of {lead} stands.</source>
        <translation>El rechazo de {lead} se mantiene.</translation>
    </message>
    <message>
        <source>{lead} is a lead, and sales takes it.</source>
        <translation>{lead} es un lead y ventas lo toma.</translation>
    </message>
    <message>
        <source>Forgiven: {what}.</source>
        <translation>Perdonado: {what}.</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>What it is about</source>
        <translation>De qué trata</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes of {step}</source>
        <translation>Minutos de {step}</translation>
    </message>
    <message>
        <source>Up: {step}</source>
        <translation>Subir: {step}</translation>
    </message>
    <message>
        <source>Down: {step}</source>
        <translation>Bajar: {step}</translation>
    </message>
    <message>
        <source>Remove: {step}</source>
        <translation>Quitar: {step}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Arrange the agenda</source>
        <translation>Ordenar el orden del día</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {place} of {count}: {title}, {minutes}</source>
        <translation>Paso {place} de {count}: {title}, {minutes}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Shared goals</source>
        <translation>Objetivos comunes</translation>
    </message>
    <message>
        <source>Chart of the weeks</source>
        <translation>Gráfico de las semanas</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Logros</translation>
    </message>
    <message>
        <source>Decisions and actions</source>
        <translation>Decisiones y acciones</translation>
    </message>
    <message>
        <source>Names of those who wait</source>
        <translation>Nombres de quienes esperan</translation>
    </message>
    <message>
        <source>Meeting notes</source>
        <translation>Notas de la reunión</translation>
    </message>
    <message>
        <source>Print summary</source>
        <translation>Imprimir resumen</translation>
    </message>
</context>
<context>
    <name>Wins</name>
    <message>
        <source>Wins</source>
        <translation>Logros</translation>
    </message>
    <message>
        <source>Add a win, press Enter</source>
        <translation>Añade un logro y pulsa Intro</translation>
    </message>
    <message>
        <source>None since the last meeting yet.</source>
        <translation>Ninguno todavía desde la última reunión.</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Decision written down.</source>
        <translation>Decisión anotada.</translation>
    </message>
    <message>
        <source>Action written down.</source>
        <translation>Acción anotada.</translation>
    </message>
    <message>
        <source>Well done!</source>
        <translation>¡Bien hecho!</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation>Abierta de nuevo.</translation>
    </message>
    <message>
        <source>Decision removed.</source>
        <translation>Decisión quitada.</translation>
    </message>
    <message>
        <source>Action removed.</source>
        <translation>Acción quitada.</translation>
    </message>
    <message>
        <source>Win removed.</source>
        <translation>Logro quitado.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Cambiado.</translation>
    </message>
</context>
</TS>
