<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Busy</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stopping; nothing is written.</source>
        <translation>Deteniendo; no se escribe nada.</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Leyendo el archivo</translation>
    </message>
    <message>
        <source>Comparing with what is here</source>
        <translation>Comparando con lo que ya hay</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>{done} of {total} lines</source>
        <translation>{done} de {total} líneas</translation>
    </message>
    <message>
        <source>{done} lines so far</source>
        <translation>{done} líneas hasta ahora</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Drop a file here, or anywhere on the window</source>
        <translation>Suelte un archivo aquí o en cualquier lugar de la ventana</translation>
    </message>
    <message>
        <source>CSV and text, Excel workbooks (.xlsx) and vCards. Lists of HubSpot, Salesforce, Pipedrive, Outlook, Google and others are recognised. Nothing is written before you have seen the plan.</source>
        <translation>CSV y texto, libros de Excel (.xlsx) y vCard. Se reconocen las listas de HubSpot, Salesforce, Pipedrive, Outlook, Google y otros. No se escribe nada antes de que haya visto el plan.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>Importado antes</translation>
    </message>
    <message>
        <source>{day} by {name}</source>
        <translation>{day}, por {name}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>{new} new, {updated} updated, {refused} refused</source>
        <translation>{new} nuevos, {updated} actualizados, {refused} rechazados</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>Undo import of {file}</source>
        <translation>Deshacer la importación de {file}</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>“{column}” holds %Ln dates, and none of them tells day from month.</source>
        <translation>
            <numerusform>«{column}» tiene %Ln fecha, que no distingue el día del mes.</numerusform>
            <numerusform>«{column}» tiene %Ln fechas, y ninguna distingue el día del mes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{column}” holds %Ln amounts, and none of them tells.</source>
        <translation>
            <numerusform>«{column}» tiene %Ln importe, que no lo aclara.</numerusform>
            <numerusform>«{column}» tiene %Ln importes, y ninguno lo aclara.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows share an e-mail with somebody of another first name.</source>
        <translation>
            <numerusform>%Ln fila comparte el correo con alguien de otro nombre.</numerusform>
            <numerusform>%Ln filas comparten el correo con alguien de otro nombre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>See the plan</source>
        <translation>Ver el plan</translation>
    </message>
    <message>
        <source>Nothing is written yet. The plan comes first.</source>
        <translation>Aún no se escribe nada. Primero viene el plan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions are open. Answer them to see the plan.</source>
        <translation>
            <numerusform>Queda %Ln pregunta. Respóndala para ver el plan.</numerusform>
            <numerusform>Quedan %Ln preguntas. Respóndalas para ver el plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln lines</source>
        <translation>
            <numerusform>Importar %Ln línea</numerusform>
            <numerusform>Importar %Ln líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>You can undo the whole import later, even after others have worked with it.</source>
        <translation>Puede deshacer toda la importación más tarde, aunque otros hayan trabajado con ella.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions are open. Answer them to import.</source>
        <translation>
            <numerusform>Queda %Ln pregunta. Respóndala para importar.</numerusform>
            <numerusform>Quedan %Ln preguntas. Respóndalas para importar.</numerusform>
        </translation>
    </message>
    <message>
        <source>This workspace is open to read only: the plan can be looked at, not carried out.</source>
        <translation>Este espacio está abierto solo para leer: el plan se puede ver, no llevar a cabo.</translation>
    </message>
    <message>
        <source>There is nothing in this file that is not here already.</source>
        <translation>En este archivo no hay nada que no esté ya aquí.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message>
        <source>Read it another way</source>
        <translation>Leerlo de otra manera</translation>
    </message>
    <message>
        <source>Names of columns</source>
        <translation>Nombres de columnas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Rows are</source>
        <translation>Las filas son</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation>Entre celdas</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Matching kept</source>
        <translation>Asignación guardada</translation>
    </message>
    <message>
        <source>A list of no known program</source>
        <translation>Una lista de ningún programa conocido</translation>
    </message>
    <message>
        <source>sheet “{sheet}”</source>
        <translation>hoja «{sheet}»</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>línea {line}</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>en ninguna parte</translation>
    </message>
    <message>
        <source>Matched as you kept it under “{name}”.</source>
        <translation>Asignado como lo guardó con el nombre «{name}».</translation>
    </message>
    <message>
        <source>Recognised from the names of its columns.</source>
        <translation>Reconocido por los nombres de sus columnas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its columns were understood by their names.</source>
        <translation>
            <numerusform>%Ln de sus columnas se entendió por su nombre.</numerusform>
            <numerusform>%Ln de sus columnas se entendieron por su nombre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accents read: {samples}.</source>
        <translation>Los acentos se leen: {samples}.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Choose file</source>
        <translation>Elegir archivo</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>Asignar columnas</translation>
    </message>
    <message>
        <source>Check the plan</source>
        <translation>Revisar el plan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Close the import</source>
        <translation>Cerrar la importación</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Match the columns</source>
        <translation>Asignar las columnas</translation>
    </message>
    <message>
        <source>Bring a list in from another program</source>
        <translation>Traer una lista de otro programa</translation>
    </message>
</context>
<context>
    <name>ImportPlace</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importar un archivo</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>An import is being written. Wait until it is through, then drop the file again.</source>
        <translation>Se está escribiendo una importación. Espere a que termine y suelte el archivo otra vez.</translation>
    </message>
    <message>
        <source>Choose files to import</source>
        <translation>Elegir archivos para importar</translation>
    </message>
    <message>
        <source>Lists and cards (*.csv *.tsv *.txt *.xlsx *.xlsm *.vcf *.gz)</source>
        <translation>Listas y tarjetas (*.csv *.tsv *.txt *.xlsx *.xlsm *.vcf *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>{file} can’t be imported</source>
        <translation>No se puede importar {file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more files wait: choose them again.</source>
        <translation>
            <numerusform>%Ln archivo más espera: elíjalo otra vez.</numerusform>
            <numerusform>%Ln archivos más esperan: elíjalos otra vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln línea</numerusform>
            <numerusform>%Ln líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is written yet</source>
        <translation>aún no se escribe nada</translation>
    </message>
    <message>
        <source>Kept as “{name}”: it is used for the next file with these columns.</source>
        <translation>Guardado como «{name}»: se usará con el próximo archivo que tenga estas columnas.</translation>
    </message>
    <message>
        <source>{file}, refused lines</source>
        <translation>{file}, líneas rechazadas</translation>
    </message>
    <message>
        <source>Save the refused lines</source>
        <translation>Guardar las líneas rechazadas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused lines are in {file}.</source>
        <translation>
            <numerusform>%Ln línea rechazada está en {file}.</numerusform>
            <numerusform>%Ln líneas rechazadas están en {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se escribió nada.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>tab</source>
        <translation>tabulador</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>barra vertical</translation>
    </message>
    <message>
        <source>space</source>
        <translation>espacio</translation>
    </message>
    <message>
        <source>nothing: one column</source>
        <translation>nada: una columna</translation>
    </message>
    <message>
        <source>then {days}</source>
        <translation>luego {days}</translation>
    </message>
    <message>
        <source>{date}: which is the day?</source>
        <translation>{date}: ¿cuál es el día?</translation>
    </message>
    <message>
        <source>The point parts decimals</source>
        <translation>El punto separa los decimales</translation>
    </message>
    <message>
        <source>The comma parts decimals</source>
        <translation>La coma separa los decimales</translation>
    </message>
    <message>
        <source>{amount}: thousands or decimals?</source>
        <translation>{amount}: ¿miles o decimales?</translation>
    </message>
    <message>
        <source>Which of these reads right?</source>
        <translation>¿Cuál de estas se lee bien?</translation>
    </message>
    <message>
        <source>The file does not say how its letters are written. Choose the line in which names look right.</source>
        <translation>El archivo no dice cómo están escritas sus letras. Elija la línea en la que los nombres se ven bien.</translation>
    </message>
    <message>
        <source>What stands between the cells?</source>
        <translation>¿Qué hay entre las celdas?</translation>
    </message>
    <message>
        <source>Two ways of cutting the lines are equally good.</source>
        <translation>Dos maneras de cortar las líneas son igual de buenas.</translation>
    </message>
    <message>
        <source>None: the first row holds a record</source>
        <translation>Ninguna: la primera fila ya es un registro</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Línea {line}</translation>
    </message>
    <message>
        <source>Which line names the columns?</source>
        <translation>¿Qué línea da nombre a las columnas?</translation>
    </message>
    <message>
        <source>Which sheet holds the list?</source>
        <translation>¿Qué hoja tiene la lista?</translation>
    </message>
    <message>
        <source>Several sheets of this workbook have rows. One is imported at a time.</source>
        <translation>Varias hojas de este libro tienen filas. Se importan de una en una.</translation>
    </message>
    <message>
        <source>Line {line}: {one} and {other} both have {email}.</source>
        <translation>Línea {line}: {one} y {other} tienen {email}.</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>The rows are put together</source>
        <translation>Las filas se juntan</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Dos personas</translation>
    </message>
    <message>
        <source>Both are kept, with the same e-mail</source>
        <translation>Se guardan las dos, con el mismo correo</translation>
    </message>
    <message>
        <source>Leave the second out</source>
        <translation>Dejar fuera la segunda</translation>
    </message>
    <message>
        <source>The first of each is imported</source>
        <translation>Se importa la primera de cada par</translation>
    </message>
    <message>
        <source>One e-mail, two names: one person or two?</source>
        <translation>Un correo, dos nombres: ¿una persona o dos?</translation>
    </message>
    <message>
        <source>A new stage “{stage}”</source>
        <translation>Una etapa nueva «{stage}»</translation>
    </message>
    <message>
        <source>Which stage is “{stage}”?</source>
        <translation>¿Qué etapa es «{stage}»?</translation>
    </message>
    <message>
        <source>The board has no stage of this name.</source>
        <translation>El tablero no tiene una etapa con este nombre.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarla</translation>
    </message>
    <message>
        <source>as a field of our own</source>
        <translation>como campo propio</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarla fuera</translation>
    </message>
    <message>
        <source>What of “{column}”?</source>
        <translation>¿Qué hacer con «{column}»?</translation>
    </message>
    <message>
        <source>It is none of the fields that Tandem knows.</source>
        <translation>No es ninguno de los campos que Tandem conoce.</translation>
    </message>
    <message>
        <source>Column {name}, goes to {field}, {state}</source>
        <translation>Columna {name}, va a {field}, {state}</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>Three of its values</source>
        <translation>Tres de sus valores</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Va a</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>asignada</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Campo nuevo</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>se deja fuera</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Una pregunta</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Id of another program</source>
        <translation>Id de otro programa</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Segundo nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nombre completo</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Stage changed on</source>
        <translation>Cambio de etapa</translation>
    </message>
    <message>
        <source>Qualified by</source>
        <translation>Cualificado por</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Cierre previsto</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Reason it was lost</source>
        <translation>Motivo de la pérdida</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Dejar fuera</translation>
    </message>
    <message>
        <source>Which record it is</source>
        <translation>Qué registro es</translation>
    </message>
    <message>
        <source>No consent: {purpose}</source>
        <translation>Sin consentimiento: {purpose}</translation>
    </message>
    <message>
        <source>Consent: {purpose}</source>
        <translation>Consentimiento: {purpose}</translation>
    </message>
    <message>
        <source>Entered {stage}</source>
        <translation>Entrada en {stage}</translation>
    </message>
    <message>
        <source>Person: {field}</source>
        <translation>Persona: {field}</translation>
    </message>
    <message>
        <source>Company: {field}</source>
        <translation>Empresa: {field}</translation>
    </message>
    <message>
        <source>A field of our own: {name}</source>
        <translation>Un campo propio: {name}</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Por qué, y qué hacer</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Whom it is of</source>
        <translation>De quién es</translation>
    </message>
    <message>
        <source>Adds to an earlier line of the file</source>
        <translation>Se suma a una línea anterior del archivo</translation>
    </message>
    <message>
        <source>Is here already, or was left out by your answer</source>
        <translation>Ya está aquí, o quedó fuera por su respuesta</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Add one of them in the file, or send a column to one of these fields.</source>
        <translation>Añada uno de ellos en el archivo, o asigne una columna a uno de estos campos.</translation>
    </message>
    <message>
        <source>Nothing to do: it holds no person.</source>
        <translation>No hay nada que hacer: no contiene a nadie.</translation>
    </message>
    <message>
        <source>Neither a name nor an e-mail, phone, company or id</source>
        <translation>Ni nombre, ni correo, teléfono, empresa o id</translation>
    </message>
    <message>
        <source>A line at the foot of a report</source>
        <translation>Una línea al pie de un informe</translation>
    </message>
    <message>
        <source>A line of totals</source>
        <translation>Una línea de totales</translation>
    </message>
    <message>
        <source>The stage is empty; a lead that is made begins in {0}.</source>
        <translation>La etapa está vacía; un lead nuevo empieza en {0}.</translation>
    </message>
    <message>
        <source>This column is left out.</source>
        <translation>Esta columna se deja fuera.</translation>
    </message>
    <message>
        <source>Labels such as Work or Home are used for the order only.</source>
        <translation>Las etiquetas como Trabajo o Casa solo sirven para el orden.</translation>
    </message>
    <message>
        <source>No column was recognised. Choose for each where it goes.</source>
        <translation>No se reconoció ninguna columna. Elija adónde va cada una.</translation>
    </message>
    <message>
        <source>This is not a date; it is left out.</source>
        <translation>Esto no es una fecha; se deja fuera.</translation>
    </message>
    <message>
        <source>This is not a date; it is kept as it stands.</source>
        <translation>Esto no es una fecha; se guarda tal como está.</translation>
    </message>
    <message>
        <source>This is not an amount; it is left out.</source>
        <translation>Esto no es un importe; se deja fuera.</translation>
    </message>
    <message>
        <source>There is no such reason in the list; it is left out.</source>
        <translation>Ese motivo no está en la lista; se deja fuera.</translation>
    </message>
    <message>
        <source>This is neither yes nor no; it is left out.</source>
        <translation>Esto no es ni sí ni no; se deja fuera.</translation>
    </message>
    <message>
        <source>Another column gives {0} too; its values count.</source>
        <translation>Otra columna también da {0}; cuentan sus valores.</translation>
    </message>
    <message>
        <source>The row has more cells than there are columns; these were left out.</source>
        <translation>La fila tiene más celdas que columnas; las de más se dejaron fuera.</translation>
    </message>
    <message>
        <source>The row has a cell too many; did its values move?</source>
        <translation>La fila tiene una celda de más; ¿se movieron sus valores?</translation>
    </message>
    <message>
        <source>The row has fewer cells than columns; the rest are empty.</source>
        <translation>La fila tiene menos celdas que columnas; el resto queda vacío.</translation>
    </message>
    <message>
        <source>The quotes in this row do not match; it was read as it seems meant.</source>
        <translation>Las comillas de esta fila no cuadran; se leyó como parece querer decir.</translation>
    </message>
    <message>
        <source>Lines inside this cell look like rows; is a quote missing?</source>
        <translation>Las líneas dentro de esta celda parecen filas; ¿falta una comilla?</translation>
    </message>
    <message>
        <source>This line is not UTF-8 like the others; it was read as Windows-1252.</source>
        <translation>Esta línea no es UTF-8 como las demás; se leyó como Windows-1252.</translation>
    </message>
    <message>
        <source>NUL characters were taken out of this line.</source>
        <translation>Se quitaron caracteres NUL de esta línea.</translation>
    </message>
    <message>
        <source>Characters of this line were lost before it came here.</source>
        <translation>Esta línea perdió caracteres antes de llegar aquí.</translation>
    </message>
    <message>
        <source>There are hidden sheets with rows; they are not read.</source>
        <translation>Hay hojas ocultas con filas; no se leen.</translation>
    </message>
    <message>
        <source>A card inside a card, its agent’s, was left out.</source>
        <translation>Una tarjeta dentro de otra, la de su agente, se dejó fuera.</translation>
    </message>
    <message>
        <source>This line stands outside any card.</source>
        <translation>Esta línea está fuera de toda tarjeta.</translation>
    </message>
    <message>
        <source>These look like dates but do not tell day from month; they are kept as text.</source>
        <translation>Parecen fechas pero no distinguen el día del mes; se guardan como texto.</translation>
    </message>
    <message>
        <source>{0} more remarks like these are not listed.</source>
        <translation>Otras {0} observaciones como estas no se muestran.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing was written.</source>
        <translation>La importación se detuvo; no se escribió nada.</translation>
    </message>
    <message>
        <source>{0} is empty: it has 0 bytes. Was it still being written?</source>
        <translation>{0} está vacío: tiene 0 bytes. ¿Se estaba escribiendo todavía?</translation>
    </message>
    <message>
        <source>{0} is a folder. Open it and drop the files in it that you want.</source>
        <translation>{0} es una carpeta. Ábrala y suelte los archivos que quiera.</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}. Is it open in another program, or not yours to read?</source>
        <translation>{0} no se puede abrir: {1}. ¿Está abierto en otro programa o no tiene permiso para leerlo?</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}. Is it open in another program, or not yours to read?</source>
        <translation>{0} no se puede leer: {1}. ¿Está abierto en otro programa o no tiene permiso para leerlo?</translation>
    </message>
    <message>
        <source>{0} is a picture, not a table. Choose the list itself.</source>
        <translation>{0} es una imagen, no una tabla. Elija la lista misma.</translation>
    </message>
    <message>
        <source>{0} is a PDF, not a table. Export the list from the program that made it, as CSV.</source>
        <translation>{0} es un PDF, no una tabla. Exporte la lista como CSV desde el programa que la hizo.</translation>
    </message>
    <message>
        <source>{0} is a text document, not a table. Save its table as CSV or .xlsx.</source>
        <translation>{0} es un documento de texto, no una tabla. Guarde su tabla como CSV o .xlsx.</translation>
    </message>
    <message>
        <source>{0} is a packed file, not a table. Unpack it first.</source>
        <translation>{0} es un archivo comprimido, no una tabla. Descomprímalo primero.</translation>
    </message>
    <message>
        <source>{0} is a database, not a table. Open it as a workspace, or export its table as CSV.</source>
        <translation>{0} es una base de datos, no una tabla. Ábrala como espacio de trabajo o exporte su tabla como CSV.</translation>
    </message>
    <message>
        <source>{0} is a web page or XML, not a table. Open it in a spreadsheet and save it as CSV.</source>
        <translation>{0} es una página web o XML, no una tabla. Ábralo en una hoja de cálculo y guárdelo como CSV.</translation>
    </message>
    <message>
        <source>{0} is JSON, not a table. Export the list as CSV.</source>
        <translation>{0} es JSON, no una tabla. Exporte la lista como CSV.</translation>
    </message>
    <message>
        <source>{0} is protected by a password. Open it, take the password off and save it again.</source>
        <translation>{0} está protegido con contraseña. Ábralo, quítele la contraseña y guárdelo otra vez.</translation>
    </message>
    <message>
        <source>{0} is a workbook or document of an old kind. Save it as .xlsx or CSV.</source>
        <translation>{0} es un libro o documento de un tipo antiguo. Guárdelo como .xlsx o CSV.</translation>
    </message>
    <message>
        <source>{0} holds blank lines only: there is nothing to import.</source>
        <translation>{0} solo tiene líneas en blanco: no hay nada que importar.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB. Split it and import the parts.</source>
        <translation>{0} pasa de {1} MB. Divídalo e importe las partes.</translation>
    </message>
    <message>
        <source>{0} has a line of more than {1} MB: it is not a table, or its line ends are lost.</source>
        <translation>{0} tiene una línea de más de {1} MB: no es una tabla, o perdió sus finales de línea.</translation>
    </message>
    <message>
        <source>The list has changed since the plan was made, and there is something to ask now. Look at the plan again.</source>
        <translation>La lista ha cambiado desde que se hizo el plan y ahora hay algo que preguntar. Vuelva a mirar el plan.</translation>
    </message>
    <message>
        <source>No row with names of columns starts on line {0}. Choose another line.</source>
        <translation>En la línea {0} no empieza ninguna fila con nombres de columnas. Elija otra línea.</translation>
    </message>
    <message>
        <source>This import was taken back already.</source>
        <translation>Esta importación ya se había deshecho.</translation>
    </message>
</context>
<context>
    <name>MatchStep</name>
    <message>
        <source>Save this matching for next time</source>
        <translation>Guardar esta asignación para la próxima vez</translation>
    </message>
    <message>
        <source>The file’s values count</source>
        <translation>Cuentan los valores del archivo</translation>
    </message>
    <message>
        <source>Fill only what is empty</source>
        <translation>Rellenar solo lo vacío</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>Dejarlos como están</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>No se pierde nada</translation>
    </message>
    <message>
        <source>People who are here already</source>
        <translation>Personas que ya están aquí</translation>
    </message>
    <message numerus="yes">
        <source>{matched} of %Ln columns matched.</source>
        <translation>
            <numerusform>{matched} de %Ln columna asignada.</numerusform>
            <numerusform>{matched} de %Ln columnas asignadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Companies that are here already</source>
        <translation>Empresas que ya están aquí</translation>
    </message>
    <message>
        <source>Leads that are here already</source>
        <translation>Leads que ya están aquí</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns Tandem doesn’t know are kept as your own fields: {names}.</source>
        <translation>
            <numerusform>%Ln columna que Tandem no conoce se guarda como campo propio: {names}.</numerusform>
            <numerusform>%Ln columnas que Tandem no conoce se guardan como campos propios: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns are left out: {names}. Pick a field to keep one.</source>
        <translation>
            <numerusform>%Ln columna se deja fuera: {names}. Elija un campo para conservarla.</numerusform>
            <numerusform>%Ln columnas se dejan fuera: {names}. Elija un campo para conservar una.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every column goes to a field.</source>
        <translation>Todas las columnas van a un campo.</translation>
    </message>
    <message>
        <source>The whole import can be undone later.</source>
        <translation>Toda la importación se puede deshacer más tarde.</translation>
    </message>
    <message>
        <source>Save this matching</source>
        <translation>Guardar esta asignación</translation>
    </message>
    <message>
        <source>Name it, for files with the same columns:</source>
        <translation>Déle un nombre, para archivos con las mismas columnas:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>MatchTable</name>
    <message>
        <source>Columns of the file</source>
        <translation>Columnas del archivo</translation>
    </message>
    <message>
        <source>Where “{column}” goes</source>
        <translation>Adónde va «{column}»</translation>
    </message>
</context>
<context>
    <name>PlanStep</name>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Save the refused lines as CSV</source>
        <translation>Guardar las líneas rechazadas como CSV</translation>
    </message>
    <message>
        <source>Before you import</source>
        <translation>Antes de importar</translation>
    </message>
    <message>
        <source>companies</source>
        <translation>empresas</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>leads</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message numerus="yes">
        <source>{people}, in %Ln new companies</source>
        <translation>
            <numerusform>{people}, en %Ln empresa nueva</numerusform>
            <numerusform>{people}, en %Ln empresas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>fields filled or changed</source>
        <translation>campos rellenados o cambiados</translation>
    </message>
    <message>
        <source>already the same here</source>
        <translation>ya están igual aquí</translation>
    </message>
    <message>
        <source>left as they are</source>
        <translation>se dejan como están</translation>
    </message>
    <message>
        <source>with the reason of each</source>
        <translation>con el motivo de cada una</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevas</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>actualizadas</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitidas</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazadas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are new</source>
        <translation>
            <numerusform>%Ln línea es nueva</numerusform>
            <numerusform>%Ln líneas son nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines update what is here</source>
        <translation>
            <numerusform>%Ln línea actualiza lo que hay</numerusform>
            <numerusform>%Ln líneas actualizan lo que hay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines change nothing</source>
        <translation>
            <numerusform>%Ln línea no cambia nada</numerusform>
            <numerusform>%Ln líneas no cambian nada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are skipped</source>
        <translation>
            <numerusform>%Ln línea se omite</numerusform>
            <numerusform>%Ln líneas se omiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are refused</source>
        <translation>
            <numerusform>%Ln línea se rechaza</numerusform>
            <numerusform>%Ln líneas se rechazan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %Ln don’t wait for them.</source>
        <translation>
            <numerusform>La otra línea no las espera.</numerusform>
            <numerusform>Las otras %Ln no las esperan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are shown.</source>
        <translation>
            <numerusform>Se muestra la primera.</numerusform>
            <numerusform>Se muestran las primeras %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>línea {line}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more kinds of remarks</source>
        <translation>
            <numerusform>%Ln tipo más de observación</numerusform>
            <numerusform>%Ln tipos más de observaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to remark: every cell was understood.</source>
        <translation>Nada que observar: se entendieron todas las celdas.</translation>
    </message>
    <message>
        <source>What the updates change</source>
        <translation>Qué cambian las actualizaciones</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were empty</source>
        <translation>
            <numerusform>%Ln estaba vacío</numerusform>
            <numerusform>%Ln estaban vacíos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change</source>
        <translation>
            <numerusform>%Ln cambia</numerusform>
            <numerusform>%Ln cambian</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that is filled in here is overwritten.</source>
        <translation>No se sobrescribe nada de lo que ya está relleno.</translation>
    </message>
    <message>
        <source>Values of the file take the place of those here. Undo brings them back.</source>
        <translation>Los valores del archivo sustituyen a los de aquí. Deshacer los recupera.</translation>
    </message>
    <message>
        <source>Where the new leads begin</source>
        <translation>Dónde empiezan los leads nuevos</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Rows of the file</source>
        <translation>Filas del archivo</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>A question</source>
        <translation>Una pregunta</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Counts for the whole file.</source>
        <translation>Vale para todo el archivo.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>What stayed as it is</source>
        <translation>Lo que se quedó como está</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Ver la lista</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importar otro archivo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new companies are in</source>
        <translation>
            <numerusform>%Ln empresa nueva ya está dentro</numerusform>
            <numerusform>%Ln empresas nuevas ya están dentro</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new leads are in</source>
        <translation>
            <numerusform>%Ln lead nuevo ya está dentro</numerusform>
            <numerusform>%Ln leads nuevos ya están dentro</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new people are in</source>
        <translation>
            <numerusform>%Ln persona nueva ya está dentro</numerusform>
            <numerusform>%Ln personas nuevas ya están dentro</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were brought up to date</source>
        <translation>
            <numerusform>%Ln se puso al día</numerusform>
            <numerusform>%Ln se pusieron al día</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was to be changed</source>
        <translation>No había nada que cambiar</translation>
    </message>
    <message>
        <source>{updated} updated, {unchanged} unchanged, {skipped} skipped, {refused} refused, out of {file}.</source>
        <translation>{updated} actualizadas, {unchanged} sin cambios, {skipped} omitidas, {refused} rechazadas, de {file}.</translation>
    </message>
    <message>
        <source>Undo takes the whole import back; what colleagues change later stays as they made it.</source>
        <translation>Deshacer retira toda la importación; lo que cambien después los colegas se queda como lo dejaron.</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>La importación se deshizo</translation>
    </message>
    <message>
        <source>{removed} moved to the bin, {restored} as they were before.</source>
        <translation>{removed} en la papelera, {restored} como estaban antes.</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z) brings it in again.</source>
        <translation>Rehacer (Ctrl+Mayús+Z) la trae de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Next file (%Ln waiting)</source>
        <translation>
            <numerusform>Siguiente archivo (%Ln en espera)</numerusform>
            <numerusform>Siguiente archivo (%Ln en espera)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {step} of {count}: {title}</source>
        <translation>Paso {step} de {count}: {title}</translation>
    </message>
</context>
</TS>
