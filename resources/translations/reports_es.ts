<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BehindPanel</name>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>Save the leads as CSV</source>
        <translation>Guardar los leads como CSV</translation>
    </message>
    <message>
        <source>Close the leads behind it</source>
        <translation>Cerrar los leads que hay detrás</translation>
    </message>
    <message>
        <source>The leads behind it</source>
        <translation>Los leads que hay detrás</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n on the board</source>
        <translation>
            <numerusform>Mostrar %n en el tablero</numerusform>
            <numerusform>Mostrar los %n en el tablero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Stage now</source>
        <translation>Etapa actual</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Time in stage</source>
        <translation>Tiempo en etapa</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>over</source>
        <translation>pasados</translation>
    </message>
    <message>
        <source>The axis is drawn by roots: short times have more room than long ones.</source>
        <translation>El eje se dibuja por raíces: los tiempos cortos tienen más sitio que los largos.</translation>
    </message>
    <message>
        <source>{stage}: on average {open} leads stood there, while their times speak of {expected}. Some moves may have been written down late.</source>
        <translation>{stage}: de media había allí {open} leads, mientras que sus tiempos hablan de {expected}. Puede que algunos movimientos se anotaran tarde.</translation>
    </message>
    <message>
        <source>{over} of {there}</source>
        <translation>{over} de {there}</translation>
    </message>
    <message>
        <source>{stage}: median {days}, {over} of {there} over the agreed days</source>
        <translation>{stage}: mediana {days}, {over} de {there} por encima de los días acordados</translation>
    </message>
    <message>
        <source>Too few for a rate</source>
        <translation>Demasiado pocos para una tasa</translation>
    </message>
    <message numerus="yes">
        <source>%n entered</source>
        <translation>
            <numerusform>entró %n</numerusform>
            <numerusform>entraron %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} went on</source>
        <translation>{count} avanzaron</translation>
    </message>
    <message>
        <source>{count} did not</source>
        <translation>{count} no</translation>
    </message>
    <message>
        <source>{count} still open</source>
        <translation>{count} abiertos aún</translation>
    </message>
    <message>
        <source>Too few before</source>
        <translation>Demasiado pocos antes</translation>
    </message>
    <message>
        <source>{rate} before</source>
        <translation>{rate} antes</translation>
    </message>
    <message>
        <source>No clear change</source>
        <translation>Sin cambio claro</translation>
    </message>
    <message numerus="yes">
        <source>Up %n points</source>
        <translation>
            <numerusform>Sube %n punto</numerusform>
            <numerusform>Sube %n puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Down %n points</source>
        <translation>
            <numerusform>Baja %n punto</numerusform>
            <numerusform>Baja %n puntos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPaper</name>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>Imprimir informe</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Show the leads behind it</source>
        <translation>Mostrar los leads que hay detrás</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Flujo</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Ganados y perdidos</translation>
    </message>
    <message>
        <source>Sales cycle</source>
        <translation>Ciclo de venta</translation>
    </message>
    <message>
        <source>Time in stage</source>
        <translation>Tiempo en etapa</translation>
    </message>
    <message>
        <source>Speed to lead</source>
        <translation>Rapidez de respuesta</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Cartera</translation>
    </message>
    <message>
        <source>Of the leads that first entered a stage of one milestone, those that entered the next within 90 days. Cohorts that have not had 90 days yet stand apart as still open. A skipped stage counts as entered.</source>
        <translation>De los leads que entraron por primera vez en una etapa de un hito, los que entraron en el siguiente en 90 días. Las cohortes que aún no han tenido 90 días aparecen aparte como abiertas. Una etapa saltada cuenta como alcanzada.</translation>
    </message>
    <message>
        <source>How many leads entered each milestone in the period, and how many entered the next one in it. These are not the same leads, so it is no conversion.</source>
        <translation>Cuántos leads entraron en cada hito en el periodo y cuántos entraron en el siguiente. No son los mismos leads, así que no es una conversión.</translation>
    </message>
    <message>
        <source>Leads won and lost by the day on which they were; open leads are in neither.</source>
        <translation>Leads ganados y perdidos según el día en que lo fueron; los abiertos no cuentan en ninguno.</translation>
    </message>
    <message>
        <source>Days from becoming an opportunity to winning, and from being created; the lost ones stand beside them.</source>
        <translation>Días desde que fue oportunidad hasta ganarse, y desde que se creó; al lado, los perdidos.</translation>
    </message>
    <message>
        <source>Days that leads spent in a stage before they left it; stays in one stage are added up. The box goes from a quarter to three quarters of them, the line to nine tenths; the mark is the agreed days.</source>
        <translation>Días que los leads pasaron en una etapa antes de dejarla; las estancias en una misma etapa se suman. La caja va de un cuarto a tres cuartos, la línea hasta nueve décimos; la marca son los días acordados.</translation>
    </message>
    <message>
        <source>Time from a lead&apos;s arrival to the first call, e-mail or meeting with it, nights and holidays counted. Those without an answer count as at least as long as they have waited.</source>
        <translation>Tiempo desde que llega un lead hasta la primera llamada, correo o reunión, contando noches y festivos. Los que no tienen respuesta cuentan al menos lo que llevan esperando.</translation>
    </message>
    <message>
        <source>Open leads by stage, their value, and weighed by stage.</source>
        <translation>Leads abiertos por etapa, su valor y ponderado por etapa.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Todo junto</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Qualified by</source>
        <translation>Cualificado por</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Hito</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Trimestre</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Día de la semana</translation>
    </message>
    <message>
        <source>Company: {field}</source>
        <translation>Empresa: {field}</translation>
    </message>
    <message>
        <source>Contact: {field}</source>
        <translation>Contacto: {field}</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>acordado</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>al menos</translation>
    </message>
    <message>
        <source>average won</source>
        <translation>media ganada</translation>
    </message>
    <message>
        <source>calendar days</source>
        <translation>días naturales</translation>
    </message>
    <message>
        <source>calendar median</source>
        <translation>mediana natural</translation>
    </message>
    <message>
        <source>went on</source>
        <translation>avanzaron</translation>
    </message>
    <message>
        <source>cycle, median</source>
        <translation>ciclo, mediana</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>entraron</translation>
    </message>
    <message>
        <source>up to %</source>
        <translation>hasta %</translation>
    </message>
    <message>
        <source>from %</source>
        <translation>desde %</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>leads</translation>
    </message>
    <message>
        <source>left</source>
        <translation>salieron</translation>
    </message>
    <message>
        <source>limit offered</source>
        <translation>límite sugerido</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdidos</translation>
    </message>
    <message>
        <source>lost, median</source>
        <translation>perdidos, mediana</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abiertos</translation>
    </message>
    <message>
        <source>over</source>
        <translation>pasados</translation>
    </message>
    <message>
        <source>three quarters</source>
        <translation>tres cuartos</translation>
    </message>
    <message>
        <source>nine tenths</source>
        <translation>nueve décimos</translation>
    </message>
    <message>
        <source>rate %</source>
        <translation>tasa %</translation>
    </message>
    <message>
        <source>ratio %</source>
        <translation>razón %</translation>
    </message>
    <message>
        <source>entered next</source>
        <translation>en el siguiente</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>abiertos aún</translation>
    </message>
    <message>
        <source>there now</source>
        <translation>ahí ahora</translation>
    </message>
    <message>
        <source>to close, median</source>
        <translation>hasta cerrar, mediana</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondidos</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>lost value</source>
        <translation>valor perdido</translation>
    </message>
    <message>
        <source>weighed</source>
        <translation>ponderado</translation>
    </message>
    <message>
        <source>win rate %</source>
        <translation>tasa de éxito %</translation>
    </message>
    <message>
        <source>won</source>
        <translation>ganados</translation>
    </message>
    <message>
        <source>won value</source>
        <translation>valor ganado</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Oportunidad</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
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
        <source>Both teams</source>
        <translation>Ambos equipos</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>did not go on</source>
        <translation>no avanzaron</translation>
    </message>
    <message>
        <source>left the stage</source>
        <translation>dejaron la etapa</translation>
    </message>
    <message>
        <source>over the agreed days</source>
        <translation>por encima de los días acordados</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Entró</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Went on</source>
        <translation>Avanzó</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Salió</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>Primera respuesta</translation>
    </message>
    <message>
        <source>In the stage since</source>
        <translation>En la etapa desde</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Agrupado</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Trimestre pasado</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mes pasado</translation>
    </message>
    <message>
        <source>The two quarters before</source>
        <translation>Los dos trimestres anteriores</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>El año pasado</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Guardar tabla</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>{first} to {last}.</source>
        <translation>Del {first} al {last}.</translation>
    </message>
    <message>
        <source>Before: {first} to {last}.</source>
        <translation>Antes: del {first} al {last}.</translation>
    </message>
    <message>
        <source>&amp;Save table…</source>
        <translation>&amp;Guardar tabla…</translation>
    </message>
    <message>
        <source>&amp;Print report…</source>
        <translation>&amp;Imprimir informe…</translation>
    </message>
    <message>
        <source>Save report as P&amp;DF…</source>
        <translation>Guardar informe como P&amp;DF…</translation>
    </message>
    <message numerus="yes">
        <source>%n leads are not decided yet and not counted.</source>
        <translation>
            <numerusform>%n lead aún no está decidido y no cuenta.</numerusform>
            <numerusform>%n leads aún no están decididos y no cuentan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another folder.</source>
        <translation>No se ha podido guardar ahí. Elige otra carpeta.</translation>
    </message>
    <message>
        <source>Saved in {place}</source>
        <translation>Guardado en {place}</translation>
    </message>
</context>
</TS>
