<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Asking</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Select one row only</source>
        <translation>Seleccionar una sola fila</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
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
<context>
    <name>Export</name>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx)</source>
        <translation>CSV (*.csv);;Libro de Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Detenido; no se escribió ningún archivo.</translation>
    </message>
</context>
<context>
    <name>FieldDialog</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Valor nuevo</translation>
    </message>
    <message>
        <source>Left empty, the field is emptied.</source>
        <translation>Si se deja vacío, el campo se vacía.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
</context>
<context>
    <name>ListActs</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Seleccionar todo</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Add &amp;tags…</source>
        <translation>Añadir e&amp;tiquetas…</translation>
    </message>
    <message>
        <source>&amp;Remove tags…</source>
        <translation>&amp;Quitar etiquetas…</translation>
    </message>
    <message>
        <source>Assign o&amp;wner…</source>
        <translation>Asignar &amp;responsable…</translation>
    </message>
    <message>
        <source>Change a &amp;field…</source>
        <translation>Cambiar un ca&amp;mpo…</translation>
    </message>
    <message>
        <source>&amp;Make leads</source>
        <translation>Crear &amp;leads</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Move to &amp;bin</source>
        <translation>Mover a la &amp;papelera</translation>
    </message>
    <message>
        <source>C&amp;olumns…</source>
        <translation>C&amp;olumnas…</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Añadir etiquetas</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>Quitar etiquetas</translation>
    </message>
    <message>
        <source>Add tags to {what}</source>
        <translation>Añadir etiquetas a {what}</translation>
    </message>
    <message>
        <source>Remove tags from {what}</source>
        <translation>Quitar etiquetas de {what}</translation>
    </message>
    <message>
        <source>Who owns {what}?</source>
        <translation>¿Quién es responsable de {what}?</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiquetar</translation>
    </message>
    <message>
        <source>Untag</source>
        <translation>Desetiquetar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Change a field of {what}</source>
        <translation>Cambiar un campo de {what}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>{tags} added to {what}.</source>
        <translation>{tags}: añadido a {what}.</translation>
    </message>
    <message>
        <source>Adding tags: {done} of {whole}</source>
        <translation>Añadiendo etiquetas: {done} de {whole}</translation>
    </message>
    <message>
        <source>{tags} removed from {what}.</source>
        <translation>{tags}: quitado de {what}.</translation>
    </message>
    <message>
        <source>Removing tags: {done} of {whole}</source>
        <translation>Quitando etiquetas: {done} de {whole}</translation>
    </message>
    <message>
        <source>{what} have no owner now.</source>
        <translation>Sin responsable desde ahora: {what}.</translation>
    </message>
    <message>
        <source>{member} owns {what} now.</source>
        <translation>{member} es ahora responsable de {what}.</translation>
    </message>
    <message>
        <source>Assigning: {done} of {whole}</source>
        <translation>Asignando: {done} de {whole}</translation>
    </message>
    <message>
        <source>{field} changed for {what}.</source>
        <translation>{field}: cambiado en {what}.</translation>
    </message>
    <message>
        <source>Changing: {done} of {whole}</source>
        <translation>Cambiando: {done} de {whole}</translation>
    </message>
    <message>
        <source>{what} moved to the bin.</source>
        <translation>A la papelera: {what}.</translation>
    </message>
    <message>
        <source>Moving to the bin: {done} of {whole}</source>
        <translation>Moviendo a la papelera: {done} de {whole}</translation>
    </message>
    <message>
        <source>Making leads: {done} of {whole}</source>
        <translation>Creando leads: {done} de {whole}</translation>
    </message>
    <message>
        <source>Leads made for {what}; who has an open one already keeps it.</source>
        <translation>Leads creados para {what}; quien ya tiene uno abierto lo conserva.</translation>
    </message>
    <message numerus="yes">
        <source>{count} contact(s)</source>
        <translation>
            <numerusform>{count} contacto</numerusform>
            <numerusform>{count} contactos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} company(ies)</source>
        <translation>
            <numerusform>{count} empresa</numerusform>
            <numerusform>{count} empresas</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} copied.</source>
        <translation>Copiado: {what}.</translation>
    </message>
    <message>
        <source>{what} saved in {place}.</source>
        <translation>{what} en {place}.</translation>
    </message>
    <message>
        <source>Exporting: {done} of {whole}</source>
        <translation>Exportando: {done} de {whole}</translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation>
            <numerusform>{count} seleccionado</numerusform>
            <numerusform>{count} seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all {count}</source>
        <translation>Seleccionar los {count}</translation>
    </message>
</context>
<context>
    <name>NewsPill</name>
    <message numerus="yes">
        <source>{count} new</source>
        <translation>
            <numerusform>{count} nuevo</numerusform>
            <numerusform>{count} nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} left the list</source>
        <translation>
            <numerusform>{count} salió de la lista</numerusform>
            <numerusform>{count} salieron de la lista</numerusform>
        </translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Cambió el orden</translation>
    </message>
    <message>
        <source>{what}: show</source>
        <translation>{what}: mostrar</translation>
    </message>
    <message>
        <source>Colleagues changed the list. A click shows it as it is now.</source>
        <translation>Hubo cambios de compañeros en la lista. Un clic la muestra como está ahora.</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Several are separated by commas.</source>
        <translation>Varias se separan con comas.</translation>
    </message>
    <message>
        <source>Write a tag.</source>
        <translation>Escribe una etiqueta.</translation>
    </message>
    <message>
        <source>A tag has at most 200 characters.</source>
        <translation>Una etiqueta tiene como máximo 200 caracteres.</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message numerus="yes">
        <source>Stopped; {count} are as they were.</source>
        <translation>
            <numerusform>Detenido; {count} queda como estaba.</numerusform>
            <numerusform>Detenido; {count} quedan como estaban.</numerusform>
        </translation>
    </message>
</context>
</TS>
