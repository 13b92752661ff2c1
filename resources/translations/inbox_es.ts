<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>DigestBar</name>
    <message>
        <source>Put the summary away</source>
        <translation>Quitar el resumen</translation>
    </message>
</context>
<context>
    <name>DigestWords</name>
    <message numerus="yes">
        <source>%n handoffs to answer</source>
        <translation>
            <numerusform>%n traspaso por responder</numerusform>
            <numerusform>%n traspasos por responder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clocks about to run out</source>
        <translation>
            <numerusform>%n reloj a punto de agotarse</numerusform>
            <numerusform>%n relojes a punto de agotarse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks due today</source>
        <translation>
            <numerusform>%n tarea para hoy</numerusform>
            <numerusform>%n tareas para hoy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disputes</source>
        <translation>
            <numerusform>%n disputa</numerusform>
            <numerusform>%n disputas</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for you: {what}.</source>
        <translation>Le espera: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>Your team has %n overdue promises.</source>
        <translation>
            <numerusform>Su equipo tiene %n promesa vencida.</numerusform>
            <numerusform>Su equipo tiene %n promesas vencidas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Answer next handoff</source>
        <translation>Responder al siguiente traspaso</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aceptar</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>responder</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>later</source>
        <translation>más tarde</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Responder</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Hecho</translation>
    </message>
    <message>
        <source>&amp;Later…</source>
        <translation>Más &amp;tarde…</translation>
    </message>
    <message>
        <source>Make the reply a &amp;task</source>
        <translation>Hacer de la respuesta una &amp;tarea</translation>
    </message>
    <message>
        <source>&amp;Quiet for an hour, or notify again</source>
        <translation>&amp;Silencio durante una hora, o avisar de nuevo</translation>
    </message>
    <message>
        <source>Answer next &amp;handoff</source>
        <translation>Responder al siguiente tras&amp;paso</translation>
    </message>
    <message>
        <source>Inbox: newest or most &amp;urgent first</source>
        <translation>Bandeja: lo más nuevo o lo más &amp;urgente primero</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for you</source>
        <translation>
            <numerusform>%n le espera</numerusform>
            <numerusform>%n le esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Lo más nuevo primero</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Lo más urgente primero</translation>
    </message>
    <message>
        <source>Nothing waits for you. Handoffs to answer, notes that name you and tasks that fall due come here.</source>
        <translation>Nada le espera. Aquí llegan los traspasos por responder, las notas que le nombran y las tareas que vencen.</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Hecho: {what}</translation>
    </message>
    <message>
        <source>{what} comes back {when}.</source>
        <translation>{what} vuelve: {when}.</translation>
    </message>
    <message>
        <source>Replied.</source>
        <translation>Respondido.</translation>
    </message>
    <message>
        <source>Task added: {task}</source>
        <translation>Tarea añadida: {task}</translation>
    </message>
    <message>
        <source>Pinned to the top.</source>
        <translation>Fijada arriba.</translation>
    </message>
    <message>
        <source>No longer pinned.</source>
        <translation>Ya no está fijada.</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>What waits for you</source>
        <translation>Lo que le espera</translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Put it off: it comes back by itself</source>
        <translation>Dejarlo para después: vuelve solo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Write a reply; @ names a colleague</source>
        <translation>Escriba una respuesta; @ nombra a un colega</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>Añadir tarea</translation>
    </message>
    <message>
        <source>both teams see this</source>
        <translation>lo ven ambos equipos</translation>
    </message>
    <message>
        <source>Reply and mark done</source>
        <translation>Responder y dar por hecho</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>Escribir la nota</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Siguiente: {step}</translation>
    </message>
    <message numerus="yes">
        <source>%n days here</source>
        <translation>
            <numerusform>%n día aquí</numerusform>
            <numerusform>%n días aquí</numerusform>
        </translation>
    </message>
    <message>
        <source>score {n}</source>
        <translation>puntuación {n}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {record}</source>
        <translation>Abrir {record}</translation>
    </message>
    <message>
        <source>In an hour ({when})</source>
        <translation>En una hora ({when})</translation>
    </message>
    <message>
        <source>In three hours ({when})</source>
        <translation>En tres horas ({when})</translation>
    </message>
    <message>
        <source>Tomorrow morning ({when})</source>
        <translation>Mañana por la mañana ({when})</translation>
    </message>
    <message>
        <source>On Monday ({when})</source>
        <translation>El lunes ({when})</translation>
    </message>
    <message>
        <source>In a week ({when})</source>
        <translation>En una semana ({when})</translation>
    </message>
    <message>
        <source>Make it a task: {task}, {day}</source>
        <translation>Hacer una tarea: {task}, {day}</translation>
    </message>
</context>
<context>
    <name>ItemWords</name>
    <message>
        <source>Handoffs to answer</source>
        <translation>Traspasos por responder</translation>
    </message>
    <message>
        <source>Clocks about to run out</source>
        <translation>Relojes a punto de agotarse</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>Tasks due</source>
        <translation>Tareas que vencen</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Disputas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Handoffs</source>
        <translation>Traspasos</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Relojes</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Un colega</translation>
    </message>
    <message>
        <source>{who} on {record}</source>
        <translation>{who} sobre {record}</translation>
    </message>
    <message>
        <source>{who} disputes the rejection of {record}</source>
        <translation>{who} disputa el rechazo de {record}</translation>
    </message>
    <message>
        <source>score {n}</source>
        <translation>puntuación {n}</translation>
    </message>
    <message>
        <source>from {who}</source>
        <translation>de {who}</translation>
    </message>
    <message>
        <source>{note} · waits for a ruling</source>
        <translation>{note} · espera un fallo</translation>
    </message>
    <message>
        <source>{record} · promised in the agreement</source>
        <translation>{record} · prometido en el acuerdo</translation>
    </message>
    <message>
        <source>Action of the meeting {meeting}</source>
        <translation>Acción de la reunión {meeting}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>{who} hands {record} over to you</source>
        <translation>{who} le traspasa {record}</translation>
    </message>
    <message>
        <source>{who} wrote to you</source>
        <translation>{who} le escribió</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>A colleague</source>
        <translation>Un colega</translation>
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
        <source>Let go from the top</source>
        <translation>Soltar de arriba</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Fijar arriba</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>A colleague</source>
        <translation>Alguien del equipo</translation>
    </message>
    <message>
        <source>{who} on {record}</source>
        <translation>{who} sobre {record}</translation>
    </message>
    <message>
        <source>Due now: {task}</source>
        <translation>Vence ahora: {task}</translation>
    </message>
    <message>
        <source>Reply overdue</source>
        <translation>Respuesta atrasada</translation>
    </message>
    <message numerus="yes">
        <source>%n of your leads are overdue.</source>
        <translation>
            <numerusform>%n lead tuyo va con retraso.</numerusform>
            <numerusform>%n leads tuyos van con retraso.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Waiting for you</source>
        <translation>Te espera</translation>
    </message>
    <message>
        <source>Nothing waits for you. Tasks with a day and notes that name you come here.</source>
        <translation>No te espera nada. Aquí llegan las tareas con día y las notas que te nombran.</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>{who} on {record}</source>
        <translation>{who} sobre {record}</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Alguien del equipo</translation>
    </message>
    <message>
        <source>Seen: {note}</source>
        <translation>Vista: {note}</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>Hecho: {task}</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Notifications come again.</source>
        <translation>Vuelven los avisos.</translation>
    </message>
    <message>
        <source>The pause is taken back. Your quiet hours last until {time}.</source>
        <translation>Pausa anulada. Las horas de silencio duran hasta {time}.</translation>
    </message>
    <message>
        <source>No notifications until {time}, an hour longer than your quiet hours.</source>
        <translation>Sin avisos hasta {time}, una hora más que las horas de silencio.</translation>
    </message>
    <message>
        <source>No notifications until {time}, since your quiet hours follow the pause.</source>
        <translation>Sin avisos hasta {time}: tras la pausa siguen las horas de silencio.</translation>
    </message>
    <message>
        <source>No notifications until {time}.</source>
        <translation>Sin avisos hasta {time}.</translation>
    </message>
    <message>
        <source>Quiet…</source>
        <translation>Silencio…</translation>
    </message>
    <message>
        <source>Keep notifications off the desktop until {time}</source>
        <translation>No mostrar avisos en el escritorio hasta {time}</translation>
    </message>
    <message>
        <source>Quiet hours until {time}</source>
        <translation>Horas de silencio hasta {time}</translation>
    </message>
    <message>
        <source>Keep notifications off the desktop an hour longer, until {time}</source>
        <translation>No mostrar avisos una hora más, hasta {time}</translation>
    </message>
    <message>
        <source>Quiet until {time}</source>
        <translation>En silencio hasta {time}</translation>
    </message>
    <message>
        <source>Let notifications come again</source>
        <translation>Volver a mostrar los avisos</translation>
    </message>
    <message>
        <source>Take the pause back; your quiet hours last until {time}</source>
        <translation>Anular la pausa; las horas de silencio duran hasta {time}</translation>
    </message>
</context>
</TS>
