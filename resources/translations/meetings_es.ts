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
    <message>
        <source>Remove: {text}</source>
        <translation>Quitar: {text}</translation>
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
    <message>
        <source>Remove: {text}</source>
        <translation>Quitar: {text}</translation>
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
        <source>New meeting</source>
        <translation>Nueva reunión</translation>
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
    <name>MeetingsPage</name>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
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
        <source>&amp;New meeting</source>
        <translation>&amp;Nueva reunión</translation>
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
        <source>&amp;Present</source>
        <translation>P&amp;resentar</translation>
    </message>
    <message>
        <source>P&amp;rint summary…</source>
        <translation>I&amp;mprimir resumen…</translation>
    </message>
    <message>
        <source>&amp;Close the meeting</source>
        <translation>&amp;Cerrar la reunión</translation>
    </message>
    <message>
        <source>There is no goal for this time yet.</source>
        <translation>Todavía no hay ningún objetivo para este periodo.</translation>
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
    <message>
        <source>The next meeting is written down.</source>
        <translation>La próxima reunión queda anotada.</translation>
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
        <translation>Copiar lo que escribí</translation>
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
    <name>Stepper</name>
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
</context>
</TS>
