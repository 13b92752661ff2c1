<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>DriverWords</name>
    <message>
        <source>Leads that wait for an answer, or got one</source>
        <translation>Leads que esperan respuesta o la tuvieron</translation>
    </message>
    <message>
        <source>Leads that count</source>
        <translation>Leads que cuentan</translation>
    </message>
    <message>
        <source>Average value</source>
        <translation>Valor medio</translation>
    </message>
    <message>
        <source>Brought by marketing</source>
        <translation>Traídos por marketing</translation>
    </message>
    <message>
        <source>Brought by sales</source>
        <translation>Traídos por ventas</translation>
    </message>
    <message>
        <source>Time until a lead gets there, median</source>
        <translation>Tiempo hasta que un lead llega, mediana</translation>
    </message>
    <message>
        <source>Time until the first answer, median</source>
        <translation>Tiempo hasta la primera respuesta, mediana</translation>
    </message>
    <message>
        <source>Left without an answer</source>
        <translation>Sin ninguna respuesta</translation>
    </message>
    <message>
        <source>too few to say, now and then</source>
        <translation>muy pocos para decirlo, ahora y entonces</translation>
    </message>
    <message>
        <source>{now}, {then} then</source>
        <translation>{now}, {then} entonces</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>como antes</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>{amount} más</translation>
    </message>
    <message>
        <source>{amount} fewer</source>
        <translation>{amount} menos</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>{amount} menos</translation>
    </message>
    <message>
        <source>{amount} slower</source>
        <translation>{amount} más lento</translation>
    </message>
    <message>
        <source>{amount} faster</source>
        <translation>{amount} más rápido</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>muy pocos para decirlo</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>What did the day bring?</source>
        <translation>¿Qué trajo el día?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
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
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Write both amounts as numbers.</source>
        <translation>Escribe ambas cantidades como números.</translation>
    </message>
</context>
<context>
    <name>ForecastWords</name>
    <message>
        <source>If it goes on like this: {amount}</source>
        <translation>Si sigue así: {amount}</translation>
    </message>
    <message>
        <source>{amount} needed each week</source>
        <translation>hacen falta {amount} por semana</translation>
    </message>
    <message>
        <source>so far {amount}</source>
        <translation>hasta ahora {amount}</translation>
    </message>
    <message numerus="yes">
        <source>%n working days left</source>
        <translation>
            <numerusform>queda %n día laborable</numerusform>
            <numerusform>quedan %n días laborables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>What can be done with {goal}</source>
        <translation>Qué se puede hacer con {goal}</translation>
    </message>
    <message>
        <source>Show {goal} closely</source>
        <translation>Ver {goal} de cerca</translation>
    </message>
    <message>
        <source>The last weeks</source>
        <translation>Las últimas semanas</translation>
    </message>
    <message>
        <source>By week: {amounts}</source>
        <translation>Por semana: {amounts}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message numerus="yes">
        <source>within %n hours</source>
        <translation>
            <numerusform>en %n hora</numerusform>
            <numerusform>en %n horas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Goal</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>Nuevo objetivo</translation>
    </message>
    <message>
        <source>Change the goal</source>
        <translation>Cambiar el objetivo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What it measures</source>
        <translation>Qué mide</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Marketing&apos;s part</source>
        <translation>Parte de marketing</translation>
    </message>
    <message>
        <source>Sales&apos; part</source>
        <translation>Parte de ventas</translation>
    </message>
    <message>
        <source>Hours to answer</source>
        <translation>Horas para responder</translation>
    </message>
    <message>
        <source>Only leads that meet</source>
        <translation>Solo leads que cumplan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
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
        <source>{field} needs a value that can be read.</source>
        <translation>{field} necesita un valor que se pueda leer.</translation>
    </message>
</context>
<context>
    <name>GoalPane</name>
    <message>
        <source>Close the goal</source>
        <translation>Cerrar el objetivo</translation>
    </message>
    <message>
        <source>The goal through its period</source>
        <translation>El objetivo a lo largo de su periodo</translation>
    </message>
    <message>
        <source>The promise by week</source>
        <translation>La promesa por semana</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>Ver como lista</translation>
    </message>
    <message>
        <source>The leads behind it</source>
        <translation>Los leads que hay detrás</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Enter amounts…</source>
        <translation>Anotar cantidades…</translation>
    </message>
    <message>
        <source>Copy to the next period</source>
        <translation>Copiar al próximo periodo</translation>
    </message>
    <message>
        <source>What drives it</source>
        <translation>Qué lo mueve</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Por semana</translation>
    </message>
    <message>
        <source>By week, added up</source>
        <translation>Por semana, acumulado</translation>
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
        <source>Pace</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Until {day}: {amount}, marketing {marketing}, sales {sales}</source>
        <translation>Hasta el {day}: {amount}, marketing {marketing}, ventas {sales}</translation>
    </message>
    <message>
        <source>Beside as many working days of the period before: {days}</source>
        <translation>Frente a los mismos días laborables del periodo anterior: {days}</translation>
    </message>
    <message numerus="yes">
        <source>%n leads behind it</source>
        <translation>
            <numerusform>%n lead detrás</numerusform>
            <numerusform>%n leads detrás</numerusform>
        </translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>Lo trajo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalsPage</name>
    <message>
        <source>Goals</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>Next quarter</source>
        <translation>Próximo trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Trimestre pasado</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>Nuevo objetivo</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>No goal in this period. A shared goal says how much, until when, and what each team brings.</source>
        <translation>No hay objetivos en este periodo. Un objetivo común dice cuánto, hasta cuándo y qué aporta cada equipo.</translation>
    </message>
    <message>
        <source>New &amp;goal</source>
        <translation>Nuevo &amp;objetivo</translation>
    </message>
    <message>
        <source>Pr&amp;int goals…</source>
        <translation>&amp;Imprimir objetivos…</translation>
    </message>
    <message>
        <source>Save goals as P&amp;DF…</source>
        <translation>Guardar objetivos como P&amp;DF…</translation>
    </message>
    <message>
        <source>Print goals</source>
        <translation>Imprimir objetivos</translation>
    </message>
    <message>
        <source>Figures on top</source>
        <translation>Cifras arriba</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead or met</source>
        <translation>
            <numerusform>%n por encima o cumplido</numerusform>
            <numerusform>%n por encima o cumplidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on pace</source>
        <translation>
            <numerusform>%n al ritmo</numerusform>
            <numerusform>%n al ritmo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n por debajo</numerusform>
            <numerusform>%n por debajo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short of a promise</source>
        <translation>
            <numerusform>%n por debajo de lo prometido</numerusform>
            <numerusform>%n por debajo de lo prometido</numerusform>
        </translation>
    </message>
    <message>
        <source>Show closely</source>
        <translation>Ver de cerca</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Enter amounts…</source>
        <translation>Anotar cantidades…</translation>
    </message>
    <message>
        <source>Show the leads behind it</source>
        <translation>Ver los leads que hay detrás</translation>
    </message>
    <message>
        <source>Copy to the next period</source>
        <translation>Copiar al próximo periodo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>The goal is saved.</source>
        <translation>El objetivo está guardado.</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>Anotado.</translation>
    </message>
    <message>
        <source>“{goal}” is in the next period, too.</source>
        <translation>«{goal}» está también en el próximo periodo.</translation>
    </message>
    <message>
        <source>“{goal}” was removed.</source>
        <translation>«{goal}» se ha quitado.</translation>
    </message>
</context>
</TS>
