<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Agreement</name>
    <message>
        <source>Ready for sales (MQL)</source>
        <translation>Listo para ventas (MQL)</translation>
    </message>
    <message>
        <source>Taken by sales (SAL)</source>
        <translation>Aceptado por ventas (SAL)</translation>
    </message>
    <message>
        <source>Real chance (SQL)</source>
        <translation>Oportunidad real (SQL)</translation>
    </message>
    <message>
        <source>What we do</source>
        <translation>Qué hacemos</translation>
    </message>
    <message>
        <source>When it passes</source>
        <translation>Cuándo pasa</translation>
    </message>
    <message>
        <source>What we owe each other</source>
        <translation>Qué nos debemos</translation>
    </message>
    <message>
        <source>When we review</source>
        <translation>Cuándo lo revisamos</translation>
    </message>
    <message>
        <source>A lead that meets all of this is handed to sales.</source>
        <translation>Un lead que cumple todo esto pasa a ventas.</translation>
    </message>
    <message>
        <source>A lead that sales takes into its hands meets all of this.</source>
        <translation>Un lead que ventas toma en sus manos cumple todo esto.</translation>
    </message>
    <message>
        <source>A lead that sales holds for a real chance meets all of this.</source>
        <translation>Un lead que ventas considera una oportunidad real cumple todo esto.</translation>
    </message>
    <message>
        <source>What is done when a lead comes in or enters a stage; it appears as a task.</source>
        <translation>Qué se hace cuando entra un lead o llega a una etapa; aparece como tarea.</translation>
    </message>
    <message>
        <source>Who receives a lead that is handed over, and how long they have.</source>
        <translation>Quién recibe un lead que se entrega y cuánto tiempo tiene.</translation>
    </message>
    <message>
        <source>What each team owes the other, in numbers.</source>
        <translation>Lo que cada equipo debe al otro, en cifras.</translation>
    </message>
    <message>
        <source>How often both teams look at this again.</source>
        <translation>Cada cuánto los dos equipos vuelven a mirar esto.</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventas</translation>
    </message>
    <message>
        <source>The owner</source>
        <translation>El responsable</translation>
    </message>
    <message>
        <source>Whoever takes it from the pool</source>
        <translation>Quien lo tome del fondo común</translation>
    </message>
    <message>
        <source>The next one in turn</source>
        <translation>El siguiente por turno</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>back to the pool</source>
        <translation>vuelve al fondo común</translation>
    </message>
    <message>
        <source>back to the sender</source>
        <translation>vuelve a quien lo envió</translation>
    </message>
    <message>
        <source>each week</source>
        <translation>cada semana</translation>
    </message>
    <message>
        <source>each month</source>
        <translation>cada mes</translation>
    </message>
    <message>
        <source>each quarter</source>
        <translation>cada trimestre</translation>
    </message>
    <message>
        <source>Leads of a quality</source>
        <translation>Leads de una calidad</translation>
    </message>
    <message>
        <source>Complete when handed over</source>
        <translation>Completos al entregarlos</translation>
    </message>
    <message>
        <source>Handoffs answered in time</source>
        <translation>Entregas contestadas a tiempo</translation>
    </message>
    <message>
        <source>Attempts to reach each lead</source>
        <translation>Intentos de contactar con cada lead</translation>
    </message>
    <message>
        <source>Refused leads taken up again</source>
        <translation>Leads rechazados retomados</translation>
    </message>
    <message>
        <source>Refusals that say why</source>
        <translation>Rechazos con motivo</translation>
    </message>
    <message>
        <source>Score needed (MQL)</source>
        <translation>Puntuación necesaria (MQL)</translation>
    </message>
    <message>
        <source>Score needed (SAL)</source>
        <translation>Puntuación necesaria (SAL)</translation>
    </message>
    <message>
        <source>Score needed (SQL)</source>
        <translation>Puntuación necesaria (SQL)</translation>
    </message>
    <message>
        <source>Days in which points halve</source>
        <translation>Días en que los puntos se reducen a la mitad</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>Quién lo recibe</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La persona</translation>
    </message>
    <message>
        <source>Who takes turns</source>
        <translation>Quiénes se turnan</translation>
    </message>
    <message>
        <source>Before that, by rule</source>
        <translation>Antes, por regla</translation>
    </message>
    <message>
        <source>Most unanswered for one person</source>
        <translation>Máximo sin contestar por persona</translation>
    </message>
    <message>
        <source>Working hours to answer</source>
        <translation>Horas laborables para contestar</translation>
    </message>
    <message>
        <source>On silence</source>
        <translation>Si nadie contesta</translation>
    </message>
    <message>
        <source>Months between reviews</source>
        <translation>Meses entre revisiones</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>Próxima revisión</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Versión {n}</translation>
    </message>
    <message>
        <source>Draft of version {n}</source>
        <translation>Borrador de la versión {n}</translation>
    </message>
    <message>
        <source>Version {n}, in force</source>
        <translation>Versión {n}, en vigor</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>now fades</source>
        <translation>ahora decrece</translation>
    </message>
    <message>
        <source>no longer fades</source>
        <translation>ya no decrece</translation>
    </message>
    <message>
        <source>said in other words</source>
        <translation>dicho con otras palabras</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Working minutes</source>
        <translation>Minutos laborables</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Quién lo hace</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>Parte en %</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Hito</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
    <message>
        <source>Print the agreement</source>
        <translation>Imprimir el acuerdo</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Begin a new draft</source>
        <translation>Empezar un borrador</translation>
    </message>
    <message>
        <source>Try it on the past</source>
        <translation>Probarlo con el pasado</translation>
    </message>
    <message>
        <source>Parts of the agreement</source>
        <translation>Partes del acuerdo</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>&amp;History of the agreement</source>
        <translation>&amp;Historia del acuerdo</translation>
    </message>
    <message>
        <source>&amp;Print agreement…</source>
        <translation>Im&amp;primir el acuerdo…</translation>
    </message>
    <message>
        <source>Begin a new &amp;draft</source>
        <translation>Empezar un &amp;borrador</translation>
    </message>
    <message>
        <source>&amp;Try the draft on the past</source>
        <translation>&amp;Probar el borrador con el pasado</translation>
    </message>
    <message>
        <source>Show &amp;examples</source>
        <translation>Mostrar &amp;ejemplos</translation>
    </message>
    <message>
        <source>&amp;Check one lead</source>
        <translation>&amp;Comprobar un lead</translation>
    </message>
    <message>
        <source>&amp;Sign the draft</source>
        <translation>&amp;Firmar el borrador</translation>
    </message>
    <message>
        <source>&amp;Put the draft in force</source>
        <translation>Poner en &amp;vigor el borrador</translation>
    </message>
    <message>
        <source>Nothing is in force yet · it begins once both teams have signed</source>
        <translation>Aún no hay nada en vigor · empieza cuando firmen los dos equipos</translation>
    </message>
    <message>
        <source>Version {n} is in force since {day}</source>
        <translation>La versión {n} está en vigor desde el {day}</translation>
    </message>
</context>
<context>
    <name>AgreementTabs</name>
    <message>
        <source>The agreement</source>
        <translation>El acuerdo</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>Lead or not?</source>
        <translation>¿Lead o no?</translation>
    </message>
    <message>
        <source>Cost of bad leads</source>
        <translation>Coste de los malos leads</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Partes de la página</translation>
    </message>
    <message numerus="yes">
        <source>Promises · %n late</source>
        <translation>
            <numerusform>Promesas · %n atrasada</numerusform>
            <numerusform>Promesas · %n atrasadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Lead or not? · {voted} of {all}</source>
        <translation>¿Lead o no? · {voted} de {all}</translation>
    </message>
</context>
<context>
    <name>AnswerBars</name>
    <message>
        <source>What sales answered</source>
        <translation>Lo que respondió ventas</translation>
    </message>
    <message>
        <source>{n} of {all} answered were accepted</source>
        <translation>{n} de {all} respondidos fueron aceptados</translation>
    </message>
    <message>
        <source>without a reason</source>
        <translation>sin motivo</translation>
    </message>
    <message>
        <source>Spared: {reasons}</source>
        <translation>Evitados: {reasons}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptados</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>Sin respuesta</translation>
    </message>
</context>
<context>
    <name>CheckLead</name>
    <message>
        <source>Check one lead</source>
        <translation>Comprobar un lead</translation>
    </message>
    <message>
        <source>There is no lead “{name}”.</source>
        <translation>No hay ningún lead «{name}».</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Escriba un nombre</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>What each clause says of the lead</source>
        <translation>Lo que dice cada cláusula del lead</translation>
    </message>
    <message>
        <source>Meets it</source>
        <translation>Cumple</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Aún no</translation>
    </message>
    <message>
        <source>score {score}, needs {needed}</source>
        <translation>{score} puntos, necesita {needed}</translation>
    </message>
    <message>
        <source>Draft of version {n}</source>
        <translation>Borrador de la versión {n}</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Versión {n}</translation>
    </message>
    <message>
        <source>cannot be followed</source>
        <translation>no se puede aplicar</translation>
    </message>
    <message>
        <source>met</source>
        <translation>cumplida</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>no cumplida</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoria</translation>
    </message>
    <message>
        <source>+{points} of {worth} points</source>
        <translation>+{points} de {worth} puntos</translation>
    </message>
    <message>
        <source>{worth} points are missing</source>
        <translation>faltan {worth} puntos</translation>
    </message>
</context>
<context>
    <name>ClauseChips</name>
    <message>
        <source>Take this condition away</source>
        <translation>Quitar esta condición</translation>
    </message>
    <message>
        <source>Take away: {filter}</source>
        <translation>Quitar: {filter}</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Another condition that must be true as well</source>
        <translation>Otra condición que también debe cumplirse</translation>
    </message>
</context>
<context>
    <name>ConditionForm</name>
    <message>
        <source>A new condition</source>
        <translation>Una condición nueva</translation>
    </message>
    <message>
        <source>Change the condition</source>
        <translation>Cambiar la condición</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Relación</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Several values go with commas between them; one of them is enough.</source>
        <translation>Varios valores van separados por comas; basta con uno de ellos.</translation>
    </message>
    <message>
        <source>Several values go with commas between them.</source>
        <translation>Varios valores van separados por comas.</translation>
    </message>
    <message>
        <source>Two dots between the ends, as in 50..500</source>
        <translation>Dos puntos entre los extremos, como en 50..500</translation>
    </message>
</context>
<context>
    <name>CostTable</name>
    <message>
        <source>Hours lost, by reason and source</source>
        <translation>Horas perdidas, por motivo y origen</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Sin motivo</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Sin origen</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>likely {low}–{high}</source>
        <translation>prob. {low}–{high}</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Todos</translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <translation>
            <numerusform>%n respondido</numerusform>
            <numerusform>%n respondidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n rechazado</numerusform>
            <numerusform>%n rechazados</numerusform>
        </translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>Todos los motivos</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>muy pocos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>CostsPane</name>
    <message>
        <source>No handoff was answered in this time, so no lead has cost anything yet.</source>
        <translation>En este tiempo no se respondió ningún traspaso, así que ningún lead ha costado nada todavía.</translation>
    </message>
    <message>
        <source>“Likely” is the 95% range for the share of refused leads. Under 5 cases only counts are shown; they count in the totals all the same.</source>
        <translation>«Prob.» (probable) es el intervalo del 95 % de la parte de leads rechazados. Con menos de 5 casos solo se muestra cuántos son; en los totales cuentan igualmente.</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>of sales time went to refused leads</source>
        <translation>de tiempo de ventas en leads rechazados</translation>
    </message>
    <message>
        <source>as logged on the leads</source>
        <translation>según lo anotado en los leads</translation>
    </message>
    <message>
        <source>answered handoffs were refused</source>
        <translation>traspasos respondidos fueron rechazados</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>muy pocos</translation>
    </message>
    <message>
        <source>in one corner of the table</source>
        <translation>en un rincón de la tabla</translation>
    </message>
    <message>
        <source>{source}, {reason}: {share} of all</source>
        <translation>{source}, {reason}: {share} de todo</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Sin origen</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>Todos los motivos</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Sin motivo</translation>
    </message>
    <message>
        <source>{name} · {n} min</source>
        <translation>{name} · {n} min</translation>
    </message>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>Ver el %n</numerusform>
            <numerusform>Ver los %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n points short</source>
        <translation>
            <numerusform>falta %n punto</numerusform>
            <numerusform>faltan %n puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads are missing</source>
        <translation>
            <numerusform>falta %n lead</numerusform>
            <numerusform>faltan %n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n late answers</source>
        <translation>
            <numerusform>Ver la respuesta tardía</numerusform>
            <numerusform>Ver las %n respuestas tardías</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n leads without enough tries</source>
        <translation>
            <numerusform>Ver el lead con pocos intentos</numerusform>
            <numerusform>Ver los %n leads con pocos intentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n incomplete leads</source>
        <translation>
            <numerusform>Ver el lead incompleto</numerusform>
            <numerusform>Ver los %n leads incompletos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n leads nobody took up</source>
        <translation>
            <numerusform>Ver el lead que nadie retomó</numerusform>
            <numerusform>Ver los %n leads que nadie retomó</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n refusals without a reason</source>
        <translation>
            <numerusform>Ver el rechazo sin motivo</numerusform>
            <numerusform>Ver los %n rechazos sin motivo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftActs</name>
    <message>
        <source>A new draft is begun.</source>
        <translation>Hay un borrador nuevo.</translation>
    </message>
    <message>
        <source>The draft was changed.</source>
        <translation>El borrador ha cambiado.</translation>
    </message>
    <message>
        <source>Added to the draft.</source>
        <translation>Añadido al borrador.</translation>
    </message>
    <message>
        <source>Taken out of the draft.</source>
        <translation>Quitado del borrador.</translation>
    </message>
    <message>
        <source>You signed version {n}.</source>
        <translation>Has firmado la versión {n}.</translation>
    </message>
    <message>
        <source>Your signature is taken back.</source>
        <translation>Tu firma queda retirada.</translation>
    </message>
    <message>
        <source>Version {n} is in force.</source>
        <translation>La versión {n} está en vigor.</translation>
    </message>
</context>
<context>
    <name>ExampleButtons</name>
    <message>
        <source>Rulings on disputed rejections that show what is meant</source>
        <translation>Decisiones sobre rechazos impugnados que muestran lo que se quiere decir</translation>
    </message>
    <message>
        <source>Examples: {n}</source>
        <translation>Ejemplos: {n}</translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Examples of: {about}</source>
        <translation>Ejemplos de: {about}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No lead</source>
        <translation>No es un lead</translation>
    </message>
    <message>
        <source>A lead</source>
        <translation>Es un lead</translation>
    </message>
    <message>
        <source>rejected: {reason}</source>
        <translation>rechazado: {reason}</translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message numerus="yes">
        <source>%n leads meet this today, {won} of them won.</source>
        <translation>
            <numerusform>%n lead cumple esto hoy; ganados: {won}.</numerusform>
            <numerusform>%n leads cumplen esto hoy; ganados: {won}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No lead can meet this: {needed} points are needed, and all clauses together give {most}.</source>
        <translation>Ningún lead puede cumplir esto: hacen falta {needed} puntos y todas las cláusulas juntas dan {most}.</translation>
    </message>
    <message>
        <source>As many as version {n}</source>
        <translation>Tantos como la versión {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than version {n}</source>
        <translation>
            <numerusform>%n menos que la versión {n}</numerusform>
            <numerusform>%n menos que la versión {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than version {n}</source>
        <translation>
            <numerusform>%n más que la versión {n}</numerusform>
            <numerusform>%n más que la versión {n}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Earlier version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Versión posterior</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>There is no version yet.</source>
        <translation>Aún no hay ninguna versión.</translation>
    </message>
    <message>
        <source>Begun: {day}</source>
        <translation>Empezado: {day}</translation>
    </message>
    <message>
        <source>In force since: {day}</source>
        <translation>En vigor desde: {day}</translation>
    </message>
    <message>
        <source>In force from {first} to {last}</source>
        <translation>En vigor del {first} al {last}</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verla</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>{what}, version {n}</source>
        <translation>{what}, versión {n}</translation>
    </message>
    <message>
        <source>{team}: not signed</source>
        <translation>{team}: sin firmar</translation>
    </message>
    <message>
        <source>{team}: {name}, {day}</source>
        <translation>{team}: {name}, {day}</translation>
    </message>
    <message>
        <source>Choose two versions to see what the later one says otherwise.</source>
        <translation>Elige dos versiones para ver en qué difiere la posterior.</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Ambas dicen lo mismo.</translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message>
        <source>Nothing is owed yet. Once both teams have signed an agreement, what they promised stands here.</source>
        <translation>Todavía no se debe nada. Cuando los dos equipos hayan firmado un acuerdo, aquí estará lo que prometieron.</translation>
    </message>
    <message>
        <source>Kept share = kept ÷ (kept + overdue). Not due, paused, forgiven and volumes are left out. Any number opens the leads behind it.</source>
        <translation>Parte cumplida = cumplidos ÷ (cumplidos + vencidos). Quedan fuera los que aún no vencen, los pausados, los perdonados y los volúmenes. Cada número abre los leads que hay detrás.</translation>
    </message>
    <message>
        <source>Nothing was owed then: the teams had signed no agreement.</source>
        <translation>Entonces no se debía nada: los equipos no habían firmado ningún acuerdo.</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>Pendiente de antes</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} abiertos</translation>
    </message>
    <message numerus="yes">
        <source>{promise}: %n leads missing from the period before</source>
        <translation>
            <numerusform>{promise}: falta %n lead del periodo anterior</numerusform>
            <numerusform>{promise}: faltan %n leads del periodo anterior</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgiven by {who}: {note}</source>
        <translation>Perdonado por {who}: {note}</translation>
    </message>
    <message>
        <source>Forgiven in the meeting of {day} by {who}: {note}</source>
        <translation>Perdonado en la reunión del {day} por {who}: {note}</translation>
    </message>
    <message>
        <source>Nothing from before is open.</source>
        <translation>No queda nada abierto de antes.</translation>
    </message>
</context>
<context>
    <name>MeterPane</name>
    <message>
        <source>Industry</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Company size</source>
        <translation>Tamaño de la empresa</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>How well the teams agree</source>
        <translation>Cuánto coinciden los equipos</translation>
    </message>
    <message>
        <source>Judged by both this week</source>
        <translation>Juzgados por ambos esta semana</translation>
    </message>
    <message>
        <source>same view</source>
        <translation>misma opinión</translation>
    </message>
    <message>
        <source>split on {clause}</source>
        <translation>discrepan en {clause}</translation>
    </message>
    <message>
        <source>split</source>
        <translation>discrepan</translation>
    </message>
    <message>
        <source>{name} · marketing: {marketing}, sales: {sales} · {verdict}</source>
        <translation>{name} · marketing: {marketing}, ventas: {sales} · {verdict}</translation>
    </message>
    <message>
        <source>a lead</source>
        <translation>un lead</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>Agreement beyond chance (Cohen’s kappa), four weeks to that of {day}</source>
        <translation>Acuerdo más allá del azar (kappa de Cohen), cuatro semanas hasta la del {day}</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>azar</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>regular</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bueno</translation>
    </message>
    <message>
        <source>one view</source>
        <translation>unánime</translation>
    </message>
    <message>
        <source>Only {n} leads judged by both: too few to say more than how many.</source>
        <translation>Solo {n} leads juzgados por ambos: muy pocos para decir algo más.</translation>
    </message>
    <message>
        <source>{n} leads: the true value is likely between {low} and {high}.</source>
        <translation>{n} leads: el valor verdadero está probablemente entre {low} y {high}.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n leads</source>
        <translation>
            <numerusform>El último lead</numerusform>
            <numerusform>Los últimos %n leads</numerusform>
        </translation>
    </message>
    <message>
        <source>same view on {n} of {all}</source>
        <translation>misma opinión en {n} de {all}</translation>
    </message>
    <message>
        <source>both: a lead</source>
        <translation>ambos: un lead</translation>
    </message>
    <message>
        <source>both: not yet</source>
        <translation>ambos: aún no</translation>
    </message>
    <message>
        <source>only marketing</source>
        <translation>solo marketing</translation>
    </message>
    <message>
        <source>only sales</source>
        <translation>solo ventas</translation>
    </message>
    <message numerus="yes">
        <source>Where the %n splits come from</source>
        <translation>
            <numerusform>De dónde viene la discrepancia</numerusform>
            <numerusform>De dónde vienen las %n discrepancias</numerusform>
        </translation>
    </message>
    <message>
        <source>No clause was named</source>
        <translation>No se nombró ninguna cláusula</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>Marketing takes them, sales does not</source>
        <translation>Marketing los toma, ventas no</translation>
    </message>
    <message>
        <source>Sales takes them, marketing does not</source>
        <translation>Ventas los toma, marketing no</translation>
    </message>
</context>
<context>
    <name>MissedRows</name>
    <message>
        <source>Won leads that would have been missed</source>
        <translation>Leads ganados que se habrían perdido</translation>
    </message>
    <message>
        <source>touched {day}</source>
        <translation>contacto el {day}</translation>
    </message>
    <message>
        <source>touched {first} to {last}</source>
        <translation>contacto del {first} al {last}</translation>
    </message>
    <message>
        <source>won by {name}</source>
        <translation>ganado por {name}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>MonthPairs</name>
    <message>
        <source>Ready for sales, by month</source>
        <translation>Listos para ventas, por mes</translation>
    </message>
</context>
<context>
    <name>PartLines</name>
    <message>
        <source>Working hours</source>
        <translation>Horas laborables</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Take out: {what}</source>
        <translation>Quitar: {what}</translation>
    </message>
</context>
<context>
    <name>PartPane</name>
    <message>
        <source>Must all be true</source>
        <translation>Todo debe cumplirse</translation>
    </message>
    <message>
        <source>Adds up to a score of</source>
        <translation>Suma una puntuación de</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Fading points halve every</source>
        <translation>Pierden la mitad cada</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Add a condition, as in country:Spain</source>
        <translation>Añadir una condición, como country:Spain</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>A vuestro modo</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Obligatorio</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Mostrar como texto</translation>
    </message>
    <message>
        <source>Show as chips</source>
        <translation>Mostrar como fichas</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Añadir una condición</translation>
    </message>
    <message>
        <source>Points for {condition}</source>
        <translation>Puntos por {condition}</translation>
    </message>
    <message>
        <source>fades</source>
        <translation>se desvanece</translation>
    </message>
    <message>
        <source>Points for {condition} fade</source>
        <translation>Los puntos por {condition} se desvanecen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Add what is to be done, as in First call</source>
        <translation>Añadir qué se hace, como Primera llamada</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Qué se hace</translation>
    </message>
    <message>
        <source>a lead comes in</source>
        <translation>entra un lead</translation>
    </message>
    <message>
        <source>it enters {stage}</source>
        <translation>entra en {stage}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Quién lo hace</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La persona</translation>
    </message>
    <message>
        <source>as many as come</source>
        <translation>los que lleguen</translation>
    </message>
    <message>
        <source>{team} promises</source>
        <translation>{team} promete</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source> % of them</source>
        <translation> % de ellos</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>sin fijar</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>this week</source>
        <translation>esta semana</translation>
    </message>
</context>
<context>
    <name>PromiseWords</name>
    <message>
        <source>{amount} leads {period}</source>
        <translation>{amount} leads {period}</translation>
    </message>
    <message>
        <source>Every handoff answered in {time}</source>
        <translation>Cada traspaso respondido en {time}</translation>
    </message>
    <message>
        <source>{amount} tries in {time} on accepted leads</source>
        <translation>{amount} intentos en {time} con leads aceptados</translation>
    </message>
    <message>
        <source>What is asked for on every lead</source>
        <translation>Lo que se pide en cada lead</translation>
    </message>
    <message>
        <source>Returned leads taken up in {time}</source>
        <translation>Leads devueltos retomados en {time}</translation>
    </message>
    <message>
        <source>A reason with every refusal</source>
        <translation>Un motivo con cada rechazo</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>por semana</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>por mes</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>por trimestre</translation>
    </message>
    <message>
        <source>{done} so far · {expected} expected by today</source>
        <translation>{done} hasta ahora · {expected} previstos hoy</translation>
    </message>
    <message>
        <source>{done} by then · {expected} expected by then</source>
        <translation>{done} hasta entonces · {expected} esperados</translation>
    </message>
    <message>
        <source>The whole period is counted</source>
        <translation>Se cuenta el periodo entero</translation>
    </message>
    <message>
        <source>Handed over, in working hours</source>
        <translation>Traspasados, en horas laborables</translation>
    </message>
    <message>
        <source>Calls, mails and meetings</source>
        <translation>Llamadas, correos y reuniones</translation>
    </message>
    <message>
        <source>Asked for at the handoff</source>
        <translation>Se pide en el traspaso</translation>
    </message>
    <message>
        <source>Refused or recycled by sales</source>
        <translation>Rechazados o reciclados por ventas</translation>
    </message>
    <message>
        <source>Counted by reason and source</source>
        <translation>Contados por motivo y origen</translation>
    </message>
    <message>
        <source>{n} not counted</source>
        <translation>{n} sin contar</translation>
    </message>
    <message>
        <source>goal {share}</source>
        <translation>meta {share}</translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>On pace</source>
        <translation>A buen ritmo</translation>
    </message>
    <message>
        <source>Nothing due</source>
        <translation>Nada vencido</translation>
    </message>
    <message>
        <source>{n} short</source>
        <translation>faltan {n}</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregados</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>cumplidos</translation>
    </message>
    <message>
        <source>to go</source>
        <translation>por entregar</translation>
    </message>
    <message>
        <source>not due yet</source>
        <translation>por vencer</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>faltan</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>vencidos</translation>
    </message>
    <message>
        <source>forgiven</source>
        <translation>perdonados</translation>
    </message>
    <message>
        <source>Nothing late</source>
        <translation>Nada atrasado</translation>
    </message>
    <message>
        <source>Marketing to sales</source>
        <translation>De marketing a ventas</translation>
    </message>
    <message>
        <source>Sales to marketing</source>
        <translation>De ventas a marketing</translation>
    </message>
    <message>
        <source>{name}: {promise}</source>
        <translation>{name}: {promise}</translation>
    </message>
    <message>
        <source>{n} missing since {day}</source>
        <translation>faltan {n} desde el {day}</translation>
    </message>
    <message>
        <source>Score {points}, needs {needed}</source>
        <translation>Puntos {points}, necesita {needed}</translation>
    </message>
    <message>
        <source>No points from: {clauses}</source>
        <translation>Sin puntos de: {clauses}</translation>
    </message>
</context>
<context>
    <name>PromisesPage</name>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
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
        <source>Last quarter</source>
        <translation>El trimestre pasado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Put on the next a&amp;genda</source>
        <translation>Llevar a la pró&amp;xima reunión</translation>
    </message>
    <message>
        <source>As &amp;of a past day…</source>
        <translation>A fecha de un &amp;día pasado…</translation>
    </message>
    <message>
        <source>&amp;Back to now</source>
        <translation>&amp;Volver a ahora</translation>
    </message>
    <message>
        <source>It is a &amp;lead</source>
        <translation>Es un &amp;lead</translation>
    </message>
    <message>
        <source>It is &amp;no lead yet</source>
        <translation>Aún &amp;no es un lead</translation>
    </message>
    <message>
        <source>&amp;Promises of both teams</source>
        <translation>&amp;Promesas de los dos equipos</translation>
    </message>
    <message>
        <source>&amp;Lead or not?</source>
        <translation>¿&amp;Lead o no?</translation>
    </message>
    <message>
        <source>&amp;Cost of bad leads</source>
        <translation>&amp;Coste de los malos leads</translation>
    </message>
    <message>
        <source>As of the end of {day}: agreement version {n}, {days}.</source>
        <translation>Al final del {day}: versión {n} del acuerdo, {days}.</translation>
    </message>
    <message>
        <source>As of the end of {day}: handoffs answered {days}.</source>
        <translation>Al final del {day}: traspasos respondidos {days}.</translation>
    </message>
    <message>
        <source>As of the end of {day}: no agreement was in force.</source>
        <translation>Al final del {day}: no había ningún acuerdo en vigor.</translation>
    </message>
    <message>
        <source>What each team owes the other · agreement version {n} · {days}</source>
        <translation>Lo que cada equipo debe al otro · versión {n} del acuerdo · {days}</translation>
    </message>
    <message>
        <source>{what} It can be looked at, not changed.</source>
        <translation>{what} Se puede mirar, no cambiar.</translation>
    </message>
    <message>
        <source>Added to the draft of the agreement.</source>
        <translation>Añadido al borrador del acuerdo.</translation>
    </message>
    <message>
        <source>Handoffs answered {days} · minutes as logged by sales</source>
        <translation>Traspasos respondidos {days} · minutos anotados por ventas</translation>
    </message>
    <message>
        <source>Five leads a week, judged blind by one person from each team</source>
        <translation>Cinco leads por semana, juzgados a ciegas por una persona de cada equipo</translation>
    </message>
    <message>
        <source>Lead or not? Where the teams see leads differently</source>
        <translation>¿Lead o no? Dónde los equipos ven los leads de otro modo</translation>
    </message>
    <message>
        <source>What bad leads cost: {what}</source>
        <translation>Lo que cuestan los malos leads: {what}</translation>
    </message>
    <message>
        <source>What bad leads cost</source>
        <translation>Lo que cuestan los malos leads</translation>
    </message>
    <message>
        <source>Promises of both teams: {n} late</source>
        <translation>Promesas de ambos equipos: {n} atrasadas</translation>
    </message>
</context>
<context>
    <name>RemedyCard</name>
    <message>
        <source>Ask before the handoff</source>
        <translation>Pregúntelo antes del traspaso</translation>
    </message>
    <message>
        <source>Require this of every lead: {field}.</source>
        <translation>Exíjalo a todos los leads: {field}.</translation>
    </message>
    <message>
        <source>Require this of leads from {source}: {field}.</source>
        <translation>Exíjalo a los leads de {source}: {field}.</translation>
    </message>
    <message>
        <source>It could have spared {n} of these {all}.</source>
        <translation>Podría haber evitado {n} de estos {all}.</translation>
    </message>
    <message>
        <source>Add it to the draft</source>
        <translation>Añadirlo al borrador</translation>
    </message>
    <message>
        <source>Show the draft</source>
        <translation>Ver el borrador</translation>
    </message>
</context>
<context>
    <name>ReplayCharts</name>
    <message>
        <source>As it went</source>
        <translation>Como fue</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Versión {n}</translation>
    </message>
</context>
<context>
    <name>ReplayDialog</name>
    <message>
        <source>Try it on the past</source>
        <translation>Probarlo en el pasado</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Hasta cuándo atrás</translation>
    </message>
    <message numerus="yes">
        <source>The last %n months</source>
        <translation>
            <numerusform>El último mes</numerusform>
            <numerusform>Los últimos %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>How far the replay is</source>
        <translation>Cuánto falta de la prueba</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Open as a list</source>
        <translation>Abrir como lista</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Leads ready for sales</source>
        <translation>Leads listos para ventas</translation>
    </message>
    <message>
        <source>Accepted by sales</source>
        <translation>Aceptados por ventas</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>Rechazos</translation>
    </message>
    <message>
        <source>Leads per seller a day</source>
        <translation>Leads por vendedor y día</translation>
    </message>
    <message>
        <source>It was stopped. Nothing is changed by trying.</source>
        <translation>Se paró. Probar no cambia nada.</translation>
    </message>
    <message>
        <source>Over the same {n} leads, {days}, as they then stood. Nothing is changed.</source>
        <translation>Sobre los mismos {n} leads, {days}, tal como estaban entonces. No se cambia nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n won leads would not have been handed over</source>
        <translation>
            <numerusform>%n lead ganado no se habría traspasado</numerusform>
            <numerusform>%n leads ganados no se habrían traspasado</numerusform>
        </translation>
    </message>
    <message>
        <source>of {n} won · {value} of {all}</source>
        <translation>de {n} ganados · {value} de {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n of them not under version {number} either</source>
        <translation>
            <numerusform>%n de ellos tampoco con la versión {number}</numerusform>
            <numerusform>%n de ellos tampoco con la versión {number}</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers are those that sales really gave. A lead that the draft holds back might still have reached sales later.</source>
        <translation>Las respuestas son las que ventas dio de verdad. Un lead que el borrador retiene podría haber llegado a ventas más tarde.</translation>
    </message>
    <message>
        <source>“{query}” cannot be followed, so it stops nobody.</source>
        <translation>«{query}» no se puede seguir, así que no detiene a nadie.</translation>
    </message>
    <message numerus="yes">
        <source>%n points better</source>
        <translation>
            <numerusform>%n punto mejor</numerusform>
            <numerusform>%n puntos mejor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points worse</source>
        <translation>
            <numerusform>%n punto peor</numerusform>
            <numerusform>%n puntos peor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation>
            <numerusform>%n menos</numerusform>
            <numerusform>%n menos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spared</source>
        <translation>
            <numerusform>%n evitado</numerusform>
            <numerusform>%n evitados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sellers</source>
        <translation>
            <numerusform>%n vendedor</numerusform>
            <numerusform>%n vendedores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working days</source>
        <translation>
            <numerusform>%n día laborable</numerusform>
            <numerusform>%n días laborables</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>igual</translation>
    </message>
</context>
<context>
    <name>RouteRules</name>
    <message>
        <source>Condition of rule {number}</source>
        <translation>Condición de la regla {number}</translation>
    </message>
    <message>
        <source>Who receives it by rule {number}</source>
        <translation>Quién lo recibe por la regla {number}</translation>
    </message>
    <message>
        <source>Take out: {what}</source>
        <translation>Quitar: {what}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Add a rule, as in country:Spain</source>
        <translation>Añadir una regla, como country:Spain</translation>
    </message>
    <message>
        <source>Who receives it by the new rule</source>
        <translation>Quién lo recibe por la nueva regla</translation>
    </message>
    <message>
        <source>Somebody who left</source>
        <translation>Alguien que se fue</translation>
    </message>
</context>
<context>
    <name>ScoreChart</name>
    <message>
        <source>Scores of the leads that meet all that is required</source>
        <translation>Puntuaciones de los leads que cumplen todo lo obligatorio</translation>
    </message>
    <message>
        <source>{all} leads meet all that is required; {enough} of them have the score needed, {needed}.</source>
        <translation>{all} leads cumplen todo lo obligatorio; {enough} de ellos tienen la puntuación necesaria, {needed}.</translation>
    </message>
    <message>
        <source>Version {n} needs {needed}.</source>
        <translation>La versión {n} necesita {needed}.</translation>
    </message>
    <message numerus="yes">
        <source>{low} to {high} points: %n leads</source>
        <translation>
            <numerusform>De {low} a {high} puntos: %n lead</numerusform>
            <numerusform>De {low} a {high} puntos: %n leads</numerusform>
        </translation>
    </message>
    <message>
        <source>Needed: {n}</source>
        <translation>Necesarios: {n}</translation>
    </message>
    <message>
        <source>Version {n}: {needed}</source>
        <translation>Versión {n}: {needed}</translation>
    </message>
</context>
<context>
    <name>SideHead</name>
    <message>
        <source>kept</source>
        <translation>cumplidos</translation>
    </message>
    <message>
        <source>not due yet</source>
        <translation>por vencer</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>vencidos</translation>
    </message>
    <message>
        <source>kept · {kept} of {due} due</source>
        <translation>cumplido · {kept} de {due}</translation>
    </message>
</context>
<context>
    <name>SigningPane</name>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Version {n} stays as it is</source>
        <translation>La versión {n} se queda como está</translation>
    </message>
    <message>
        <source>The first version</source>
        <translation>La primera versión</translation>
    </message>
    <message>
        <source>Changes since version {n}</source>
        <translation>Cambios desde la versión {n}</translation>
    </message>
    <message>
        <source>Put version {n} in force</source>
        <translation>Poner en vigor la versión {n}</translation>
    </message>
    <message>
        <source>Both teams have signed. What is in force never changes; a new draft does.</source>
        <translation>Los dos equipos han firmado. Lo que está en vigor nunca cambia; cambia un borrador nuevo.</translation>
    </message>
    <message>
        <source>Still to be signed by {teams}. Changing a term asks for new signatures.</source>
        <translation>Falta la firma de {teams}. Cambiar un término pide firmas nuevas.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Aún no hay cambios.</translation>
    </message>
    <message numerus="yes">
        <source>%n clauses, actions and promises</source>
        <translation>
            <numerusform>%n condición, acción o promesa</numerusform>
            <numerusform>%n condiciones, acciones y promesas</numerusform>
        </translation>
    </message>
    <message>
        <source>By this change alone, beside the version in force</source>
        <translation>Solo por este cambio, frente a la versión vigente</translation>
    </message>
    <message numerus="yes">
        <source>%n leads fewer</source>
        <translation>
            <numerusform>%n lead menos</numerusform>
            <numerusform>%n leads menos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads more</source>
        <translation>
            <numerusform>%n lead más</numerusform>
            <numerusform>%n leads más</numerusform>
        </translation>
    </message>
    <message>
        <source>{leads}, {won} of them won</source>
        <translation>{leads}, {won} de ellos ganados</translation>
    </message>
    <message>
        <source>the same leads</source>
        <translation>los mismos leads</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Sin firmar</translation>
    </message>
    <message>
        <source>{name} signed on {day}, {time}</source>
        <translation>{name} firmó el {day}, {time}</translation>
    </message>
    <message>
        <source>{name} signed other terms on {day}, {time}</source>
        <translation>{name} firmó otros términos el {day}, {time}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Take back my signature for {team}</source>
        <translation>Retirar mi firma por {team}</translation>
    </message>
    <message>
        <source>Sign for {team}</source>
        <translation>Firmar por {team}</translation>
    </message>
</context>
<context>
    <name>VersionsList</name>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>{n} · draft</source>
        <translation>{n} · borrador</translation>
    </message>
    <message>
        <source>{n} · in force</source>
        <translation>{n} · en vigor</translation>
    </message>
</context>
<context>
    <name>VoteBox</name>
    <message>
        <source>Names and owners are hidden until both have voted</source>
        <translation>Nombres y responsables se ocultan hasta que ambos hayan votado</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>En sus propias palabras</translation>
    </message>
    <message>
        <source>Would you hand this lead to sales today?</source>
        <translation>¿Pasaría hoy este lead a ventas?</translation>
    </message>
    <message>
        <source>It’s a lead</source>
        <translation>Es un lead</translation>
    </message>
    <message>
        <source>Not a lead yet</source>
        <translation>Aún no es un lead</translation>
    </message>
    <message>
        <source>What speaks against it</source>
        <translation>Qué habla en contra</translation>
    </message>
    <message>
        <source>I know this lead, skip it</source>
        <translation>Conozco este lead, saltarlo</translation>
    </message>
    <message>
        <source>You are asked about no lead this week</source>
        <translation>Esta semana no se le pregunta por ningún lead</translation>
    </message>
    <message>
        <source>Each week five leads go to one person of each team. This week it is others’ turn.</source>
        <translation>Cada semana cinco leads van a una persona de cada equipo. Esta semana les toca a otros.</translation>
    </message>
    <message>
        <source>All {n} of this week are judged</source>
        <translation>Los {n} de esta semana están juzgados</translation>
    </message>
    <message>
        <source>Your answers stay hidden until your partner in the other team has voted too.</source>
        <translation>Sus respuestas quedan ocultas hasta que también vote su compañero del otro equipo.</translation>
    </message>
    <message>
        <source>{n} of {all} this week</source>
        <translation>{n} de {all} esta semana</translation>
    </message>
    <message>
        <source>Your answer stays hidden until your partner in the other team has voted too.</source>
        <translation>Su respuesta queda oculta hasta que también vote su compañero del otro equipo.</translation>
    </message>
    <message>
        <source>Lead {letter}</source>
        <translation>El lead {letter}</translation>
    </message>
    <message>
        <source>What speaks against it? (nothing in particular)</source>
        <translation>¿Qué habla en contra? (nada en particular)</translation>
    </message>
</context>
</TS>
