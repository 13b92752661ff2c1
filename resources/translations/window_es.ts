<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Bar</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Something went wrong in Tandem itself; nothing was changed.</source>
        <translation>Algo ha fallado en el propio Tandem; no se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the workspace…</source>
        <translation>Abriendo el espacio de trabajo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>SaveState</name>
    <message numerus="yes">
        <source>Waiting for connection (%n)</source>
        <translation>
            <numerusform>Esperando conexión (%n)</numerusform>
            <numerusform>Esperando conexión (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Marketing + Sales</source>
        <translation>Marketing + Ventas</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Something went wrong in Tandem itself.</source>
        <translation>Algo ha fallado en el propio Tandem.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>&amp;Lead</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Colores del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Look for &amp;changes</source>
        <translation>Buscar &amp;cambios</translation>
    </message>
    <message>
        <source>You can keep working; what you change is sent when the connection is back.</source>
        <translation>Puedes seguir trabajando; lo que cambies se envía cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rehacer: {what}</translation>
    </message>
    <message>
        <source>This is a made-up company: 1,200 contacts, 300 leads, a year of history.</source>
        <translation>Es una empresa inventada: 1200 contactos, 300 leads, un año de historia.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the database yet.</source>
        <translation>
            <numerusform>%n cambio aún no ha llegado a la base de datos.</numerusform>
            <numerusform>%n cambios aún no han llegado a la base de datos.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are lost if Tandem closes before the connection is back.</source>
        <translation>Se pierden si Tandem se cierra antes de que vuelva la conexión.</translation>
    </message>
    <message>
        <source>Keep Tandem open</source>
        <translation>Dejar Tandem abierto</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Cerrar y perderlos</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganado</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>{time} overdue</source>
        <translation>{time} tarde</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Sin próximo paso</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Score {n}</source>
        <translation>Puntuación {n}</translation>
    </message>
</context>
</TS>
