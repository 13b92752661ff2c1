<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BoardModel</name>
    <message>
        <source>Cards are not sorted by hand now. Sort them by hand to move one up or down.</source>
        <translation>Ahora las tarjetas no están ordenadas a mano. Ordénalas a mano para subir o bajar una.</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Filter leads</source>
        <translation>Filtrar leads</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo lead</translation>
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
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>&amp;Filter leads</source>
        <translation>&amp;Filtrar leads</translation>
    </message>
    <message>
        <source>&amp;New lead</source>
        <translation>&amp;Nuevo lead</translation>
    </message>
    <message>
        <source>Move to &amp;stage…</source>
        <translation>Mover a la &amp;etapa…</translation>
    </message>
    <message>
        <source>{name} added to {stage}.</source>
        <translation>{name} añadido a {stage}.</translation>
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
    <name>MoveMenu</name>
    <message>
        <source>Move to stage</source>
        <translation>Mover a la etapa</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
</context>
<context>
    <name>NewCardLine</name>
    <message>
        <source>Name of a new lead in {stage}</source>
        <translation>Nombre de un nuevo lead en {stage}</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>Nombre y luego Intro</translation>
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
    <name>SortButton</name>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>Longest here first</source>
        <translation>Más tiempo aquí primero</translation>
    </message>
    <message>
        <source>Highest value first</source>
        <translation>Mayor valor primero</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Mayor puntuación primero</translation>
    </message>
    <message>
        <source>Order of the cards: {order}</source>
        <translation>Orden de las tarjetas: {order}</translation>
    </message>
</context>
<context>
    <name>StageHead</name>
    <message>
        <source>New lead in {stage}</source>
        <translation>Nuevo lead en {stage}</translation>
    </message>
    <message>
        <source>more leads than the {limit} agreed</source>
        <translation>más leads que los {limit} acordados</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n atrasado</numerusform>
            <numerusform>%n atrasados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageModel</name>
    <message>
        <source>here for {days}, longer than agreed</source>
        <translation>aquí desde hace {days}, más de lo acordado</translation>
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
</TS>
