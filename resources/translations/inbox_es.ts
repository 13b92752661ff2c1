<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Panel</name>
    <message>
        <source>Waiting for you</source>
        <translation>Te espera</translation>
    </message>
    <message>
        <source>Nothing waits for you. Tasks with a day come here.</source>
        <translation>Nada te espera. Aquí llegan las tareas con fecha.</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>Hecho: {task}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Done: {task}</source>
        <translation>Hecho: {task}</translation>
    </message>
</context>
</TS>
