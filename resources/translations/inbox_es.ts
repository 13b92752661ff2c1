<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
</TS>
