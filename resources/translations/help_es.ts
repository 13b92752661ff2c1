<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>GuideWindow</name>
    <message>
        <source>Tandem guide</source>
        <translation>Guía de Tandem</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>No chapter holds these words.</source>
        <translation>Ningún capítulo contiene estas palabras.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>Qué hacen las teclas</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Abrir la guía</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Leave, close or empty what is open</source>
        <translation>Salir, cerrar o vaciar lo que está abierto</translation>
    </message>
    <message>
        <source>Show a row beside its list</source>
        <translation>Mostrar una fila junto a su lista</translation>
    </message>
    <message>
        <source>Edit the row in the field of the column</source>
        <translation>Editar la fila en el campo de la columna</translation>
    </message>
    <message>
        <source>Menu of the row or card</source>
        <translation>Menú de la fila o tarjeta</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>{action} (on {page})</source>
        <translation>{action} (en {page})</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Chapter</source>
        <translation>Capítulo</translation>
    </message>
</context>
</TS>
