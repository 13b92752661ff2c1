<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Columns</name>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
</context>
<context>
    <name>ColumnsPanel</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Drag a column, or move it with Ctrl+Up and Ctrl+Down.</source>
        <translation>Arrastra una columna o muévela con Ctrl+Arriba y Ctrl+Abajo.</translation>
    </message>
    <message>
        <source>Further to the front</source>
        <translation>Más al principio</translation>
    </message>
    <message>
        <source>Further to the end</source>
        <translation>Más al final</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Más estrecha</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Más ancha</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Como al principio</translation>
    </message>
</context>
</TS>
