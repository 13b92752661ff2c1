<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ReportDialog</name>
    <message>
        <source>Something went wrong in Tandem</source>
        <translation>Algo ha fallado en Tandem</translation>
    </message>
    <message>
        <source>Something went wrong in Tandem itself</source>
        <translation>Algo ha fallado en el propio Tandem</translation>
    </message>
    <message>
        <source>What you saved is safe, and what you are typing is still there: copy it if it matters. You can keep working. If something looks odd now, close Tandem and open it again.</source>
        <translation>Lo guardado está a salvo y lo que estás escribiendo sigue ahí: cópialo si es importante. Puedes seguir trabajando. Si algo se ve raro, cierra Tandem y vuelve a abrirlo.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Ver el informe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message numerus="yes">
        <source>%n report is ready. It holds no names, addresses or notes.</source>
        <translation>
            <numerusform>Hay %n informe listo. No contiene nombres, direcciones ni notas.</numerusform>
            <numerusform>Hay %n informes listos. No contienen nombres, direcciones ni notas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the report</source>
        <translation>Ocultar el informe</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another folder, or copy it.</source>
        <translation>No se ha podido guardar ahí. Elige otra carpeta o cópialo.</translation>
    </message>
    <message>
        <source>Saved in {place}</source>
        <translation>Guardado en {place}</translation>
    </message>
</context>
</TS>
