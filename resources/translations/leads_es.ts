<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ArchiveForm</name>
    <message>
        <source>Archive {name}</source>
        <translation>Archivar {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n open leads stand here. Where do they go?</source>
        <translation>
            <numerusform>Aquí hay %n lead abierto. ¿Adónde va?</numerusform>
            <numerusform>Aquí hay %n leads abiertos. ¿Adónde van?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage for the leads that stand here</source>
        <translation>Etapa para los leads que están aquí</translation>
    </message>
    <message>
        <source>Move them and archive</source>
        <translation>Moverlos y archivar</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Why was {name} lost?</source>
        <translation>¿Por qué se perdió {name}?</translation>
    </message>
    <message numerus="yes">
        <source>Why were %n leads lost?</source>
        <translation>
            <numerusform>¿Por qué se perdió %n lead?</numerusform>
            <numerusform>¿Por qué se perdieron %n leads?</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason is counted in the reports of both teams.</source>
        <translation>El motivo se cuenta en los informes de los dos equipos.</translation>
    </message>
    <message>
        <source>{name} is won: for how much?</source>
        <translation>{name} está ganado: ¿por cuánto?</translation>
    </message>
    <message numerus="yes">
        <source>%n leads are won</source>
        <translation>
            <numerusform>%n lead está ganado</numerusform>
            <numerusform>%n leads están ganados</numerusform>
        </translation>
    </message>
    <message>
        <source>The amount counts in the goals and reports of both teams.</source>
        <translation>El importe cuenta en los objetivos e informes de los dos equipos.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>A real chance</source>
        <translation>Una oportunidad real</translation>
    </message>
    <message>
        <source>Not a lead at all</source>
        <translation>No era un lead</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Amount in {currency}, or nothing</source>
        <translation>Importe en {currency}, o nada</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>Devolverlos</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Say more (needed here)</source>
        <translation>Diga más (aquí hace falta)</translation>
    </message>
    <message>
        <source>If you like</source>
        <translation>Si quiere</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>Cards are not sorted by hand now. Sort them by hand to move one up or down.</source>
        <translation>Ahora las tarjetas no están ordenadas a mano. Ordénalas a mano para subir o bajar una.</translation>
    </message>
    <message>
        <source>These would be won and lost at once. Move them one stage at a time.</source>
        <translation>Unos se ganarían y otros se perderían a la vez. Muévalos etapa por etapa.</translation>
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
        <source>&amp;Assign owner…</source>
        <translation>Asignar &amp;responsable…</translation>
    </message>
    <message>
        <source>Move to the b&amp;in</source>
        <translation>Mover a la &amp;papelera</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>A&amp;brir</translation>
    </message>
    <message>
        <source>Ne&amp;xt lead</source>
        <translation>Lead si&amp;guiente</translation>
    </message>
    <message>
        <source>P&amp;revious lead</source>
        <translation>Lead a&amp;nterior</translation>
    </message>
    <message>
        <source>&amp;Log a call or note…</source>
        <translation>Anotar &amp;llamada o nota…</translation>
    </message>
    <message>
        <source>Add a &amp;task…</source>
        <translation>Añadir una &amp;tarea…</translation>
    </message>
    <message>
        <source>E&amp;xplain the score</source>
        <translation>E&amp;xplicar la puntuación</translation>
    </message>
    <message>
        <source>Edit this sta&amp;ge…</source>
        <translation>&amp;Editar esta etapa…</translation>
    </message>
    <message>
        <source>Add a stag&amp;e…</source>
        <translation>Aña&amp;dir una etapa…</translation>
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
        <source>{count} open · {sum}</source>
        <translation>{count} abiertos · {sum}</translation>
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
    <name>CardMenu</name>
    <message>
        <source>Move to stage</source>
        <translation>Mover a la etapa</translation>
    </message>
    <message>
        <source>Assign owner</source>
        <translation>Asignar responsable</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>Won…</source>
        <translation>Ganado…</translation>
    </message>
    <message>
        <source>Lost…</source>
        <translation>Perdido…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Echar un vistazo</translation>
    </message>
    <message>
        <source>Show among the contacts</source>
        <translation>Mostrar entre los contactos</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copiar nombre</translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation>Copiar nombres</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Mover a la papelera</translation>
    </message>
</context>
<context>
    <name>DropForm</name>
    <message>
        <source>{question} Esc leaves it where it was.</source>
        <translation>{question} Esc lo deja donde estaba.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation>Mover a {stage}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
</context>
<context>
    <name>GateForm</name>
    <message>
        <source>Put back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>{name} is no {milestone} yet</source>
        <translation>{name} todavía no es un {milestone}</translation>
    </message>
    <message>
        <source>Version {version} of the agreement asks for what is missing here.</source>
        <translation>La versión {version} del acuerdo pide lo que falta aquí.</translation>
    </message>
    <message>
        <source>This lead has no contact to keep that with. Name its contact first, then move it.</source>
        <translation>Este lead no tiene contacto donde guardar eso. Indica primero su contacto y muévelo después.</translation>
    </message>
    <message>
        <source>This lead has no company to keep that with. Name its company first, then move it.</source>
        <translation>Este lead no tiene empresa donde guardar eso. Indica primero su empresa y muévelo después.</translation>
    </message>
    <message>
        <source>This cannot be filled in here.</source>
        <translation>Esto no se puede rellenar aquí.</translation>
    </message>
    <message>
        <source>for example {example}</source>
        <translation>por ejemplo {example}</translation>
    </message>
    <message>
        <source>It has {has} of the {needed} points.</source>
        <translation>Tiene {has} de los {needed} puntos.</translation>
    </message>
    <message>
        <source>+{points}: {what}</source>
        <translation>+{points}: {what}</translation>
    </message>
    <message>
        <source>{name} receives it.</source>
        <translation>Lo recibe {name}.</translation>
    </message>
    <message>
        <source>It goes to the pool.</source>
        <translation>Pasa a la bolsa.</translation>
    </message>
    <message>
        <source>{name} receives it, and answers by {moment}.</source>
        <translation>Lo recibe {name}, que responde antes de: {moment}.</translation>
    </message>
    <message>
        <source>It goes to the pool, and is answered by {moment}.</source>
        <translation>Pasa a la bolsa y se responde antes de: {moment}.</translation>
    </message>
    <message>
        <source>Let it in all the same, because…</source>
        <translation>Dejarlo pasar igualmente, porque…</translation>
    </message>
    <message>
        <source>Why it is let in all the same</source>
        <translation>Por qué se deja pasar igualmente</translation>
    </message>
    <message>
        <source>The reason is kept and counted</source>
        <translation>El motivo se guarda y se cuenta</translation>
    </message>
</context>
<context>
    <name>LaneButton</name>
    <message>
        <source>No lanes</source>
        <translation>Sin carriles</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Por responsable</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Por equipo</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Por origen</translation>
    </message>
    <message>
        <source>By campaign</source>
        <translation>Por campaña</translation>
    </message>
    <message>
        <source>Lanes: {lanes}</source>
        <translation>Carriles: {lanes}</translation>
    </message>
</context>
<context>
    <name>LaneHead</name>
    <message>
        <source>unfolded</source>
        <translation>desplegado</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>plegado</translation>
    </message>
    <message>
        <source>{count} open · {sum}</source>
        <translation>{count} abiertos · {sum}</translation>
    </message>
</context>
<context>
    <name>LaneStrip</name>
    <message>
        <source>{stage}, {lane}</source>
        <translation>{stage}, {lane}</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>No owner</source>
        <translation>Sin responsable</translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>Sin campaña</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Sin origen</translation>
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
        <translation>Los dos equipos</translation>
    </message>
    <message>
        <source>Whose team works on a lead follows from its owner. Assign another owner instead.</source>
        <translation>El equipo de un lead depende de su responsable. Asigne otro responsable.</translation>
    </message>
</context>
<context>
    <name>LeadAlone</name>
    <message>
        <source>Add a note, call or meeting</source>
        <translation>Añadir nota, llamada o reunión</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Previous lead (Ctrl+Page Up)</source>
        <translation>Lead anterior (Ctrl+Re Pág)</translation>
    </message>
    <message>
        <source>Next lead (Ctrl+Page Down)</source>
        <translation>Lead siguiente (Ctrl+Av Pág)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <source>No contact is named yet</source>
        <translation>Todavía sin contacto</translation>
    </message>
    <message>
        <source>What you wrote on {name} moved to the bin.</source>
        <translation>Lo que escribiste sobre {name} está en la papelera.</translation>
    </message>
</context>
<context>
    <name>LeadPane</name>
    <message>
        <source>{name} names no contact yet.</source>
        <translation>{name} todavía no tiene contacto.</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>{name} added to {stage}.</source>
        <translation>{name} se añadió a {stage}.</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>{name} has no owner now.</source>
        <translation>{name} ya no tiene responsable.</translation>
    </message>
    <message numerus="yes">
        <source>%n leads have no owner now.</source>
        <translation>
            <numerusform>%n lead ya no tiene responsable.</numerusform>
            <numerusform>%n leads ya no tienen responsable.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is {owner}&apos;s now.</source>
        <translation>{name} es ahora de {owner}.</translation>
    </message>
    <message numerus="yes">
        <source>%n leads are {owner}&apos;s now.</source>
        <translation>
            <numerusform>%n lead es ahora de {owner}.</numerusform>
            <numerusform>%n leads son ahora de {owner}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} moved to the bin.</source>
        <translation>{name} está en la papelera.</translation>
    </message>
    <message numerus="yes">
        <source>%n leads moved to the bin.</source>
        <translation>
            <numerusform>%n lead está en la papelera.</numerusform>
            <numerusform>%n leads están en la papelera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Esc puts {name} back here</source>
        <translation>Esc devuelve aquí a {name}</translation>
    </message>
    <message>
        <source>Esc puts them back here</source>
        <translation>Esc los devuelve aquí</translation>
    </message>
    <message>
        <source>{name} moved to {stage}.</source>
        <translation>{name} pasó a {stage}.</translation>
    </message>
    <message numerus="yes">
        <source>%n leads moved to {stage}.</source>
        <translation>
            <numerusform>%n lead pasó a {stage}.</numerusform>
            <numerusform>%n leads pasaron a {stage}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads moved a stage.</source>
        <translation>
            <numerusform>%n lead cambió de etapa.</numerusform>
            <numerusform>%n leads cambiaron de etapa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads changed.</source>
        <translation>
            <numerusform>%n lead cambiado.</numerusform>
            <numerusform>%n leads cambiados.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} moved to {stage}, position {place} of {count}</source>
        <translation>{name} pasó a {stage}, puesto {place} de {count}</translation>
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
    <name>ScoreTip</name>
    <message>
        <source>No score: no agreement gives points yet</source>
        <translation>Sin puntuación: ningún acuerdo da puntos todavía</translation>
    </message>
    <message>
        <source>Score {score}, as it was entered: no agreement gives points yet</source>
        <translation>Puntuación {score}, tal como se introdujo: ningún acuerdo da puntos todavía</translation>
    </message>
    <message>
        <source>Score {score} · agreement version {version}</source>
        <translation>Puntuación {score} · versión {version} del acuerdo</translation>
    </message>
    <message>
        <source>Score {score}, needs {needed} · agreement version {version}</source>
        <translation>Puntuación {score}, necesita {needed} · versión {version} del acuerdo</translation>
    </message>
    <message>
        <source>cannot be followed</source>
        <translation>no se puede seguir</translation>
    </message>
    <message>
        <source>not met · {worth} points</source>
        <translation>no se cumple · {worth} puntos</translation>
    </message>
    <message>
        <source>{day} · {worth} points, fading</source>
        <translation>{day} · {worth} puntos, que se desvanecen</translation>
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
    <name>StageActs</name>
    <message>
        <source>Edit stage…	F2</source>
        <translation>Editar etapa…	F2</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Mover atrás</translation>
    </message>
    <message>
        <source>Move on</source>
        <translation>Mover adelante</translation>
    </message>
    <message>
        <source>Add a stage after this one…</source>
        <translation>Añadir una etapa después…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archivar…</translation>
    </message>
    <message>
        <source>{stage} moved.</source>
        <translation>{stage} cambió de sitio.</translation>
    </message>
    <message>
        <source>{stage} archived.</source>
        <translation>{stage} se archivó.</translation>
    </message>
    <message>
        <source>{stage} is back.</source>
        <translation>{stage} ha vuelto.</translation>
    </message>
    <message>
        <source>{stage} added.</source>
        <translation>{stage} se añadió.</translation>
    </message>
    <message>
        <source>{stage} saved.</source>
        <translation>{stage} se guardó.</translation>
    </message>
</context>
<context>
    <name>StageForm</name>
    <message>
        <source>New stage</source>
        <translation>Etapa nueva</translation>
    </message>
    <message>
        <source>Stage {name}</source>
        <translation>Etapa {name}</translation>
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
        <translation>Los dos equipos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganada</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nada nuevo</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>MQL: ready for sales</source>
        <translation>MQL: listo para ventas</translation>
    </message>
    <message>
        <source>SAL: taken by sales</source>
        <translation>SAL: asumido por ventas</translation>
    </message>
    <message>
        <source>SQL: qualified by sales</source>
        <translation>SQL: cualificado por ventas</translation>
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
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Take no more than that</source>
        <translation>No admitir más</translation>
    </message>
    <message>
        <source>Without this, more are tinted and told, but let in</source>
        <translation>Sin esto, si hay más se colorea y se dice, pero entran</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>Cuenta como</translation>
    </message>
    <message>
        <source>Agreed days</source>
        <translation>Días acordados</translation>
    </message>
    <message>
        <source>Most leads</source>
        <translation>Máximo de leads</translation>
    </message>
    <message>
        <source>Chance in %</source>
        <translation>Probabilidad en %</translation>
    </message>
    <message>
        <source>Leads stood here already: what the stage counts as is settled.</source>
        <translation>Aquí ya hubo leads: lo que cuenta la etapa está fijado.</translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation>Añadir etapa</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>{field}: write a whole number.</source>
        <translation>{field}: escriba un número entero.</translation>
    </message>
</context>
<context>
    <name>StageHead</name>
    <message>
        <source>New lead in {stage}</source>
        <translation>Nuevo lead en {stage}</translation>
    </message>
    <message>
        <source>Stage {stage}: edit, move, add, archive</source>
        <translation>Etapa {stage}: editar, mover, añadir, archivar</translation>
    </message>
    <message>
        <source>Edit, move, add, archive (F2 edits)</source>
        <translation>Editar, mover, añadir, archivar (F2 edita)</translation>
    </message>
    <message>
        <source>more leads than the {limit} agreed</source>
        <translation>más leads que los {limit} acordados</translation>
    </message>
    <message>
        <source>full</source>
        <translation>completa</translation>
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
<context>
    <name>_StagePopover</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
</TS>
