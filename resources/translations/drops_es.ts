<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Drops</name>
    <message>
        <source>Choose e-mails or a vCard for {name}</source>
        <translation>Elija correos o una vCard para {name}</translation>
    </message>
    <message>
        <source>E-mails and vCards (*.eml *.vcf *.vcard)</source>
        <translation>Correos y vCards (*.eml *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>{refused} of {count} files can&apos;t be taken in.</source>
        <translation>No se pueden tomar {refused} de {count} archivos.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Y %n más.</numerusform>
            <numerusform>Y %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} says nothing of {name} that isn&apos;t here already.</source>
        <translation>{file} no dice nada de {name} que no esté ya aquí.</translation>
    </message>
    <message>
        <source>{name} is up to date with {file}.</source>
        <translation>{name} está al día con {file}.</translation>
    </message>
    <message>
        <source>{name} has what was missing from {file}. What stood there stays: it may be another&apos;s card.</source>
        <translation>{name} tiene lo que faltaba, tomado de {file}. Lo que había se queda: puede ser la tarjeta de otra persona.</translation>
    </message>
    <message>
        <source>without a subject</source>
        <translation>sin asunto</translation>
    </message>
    <message numerus="yes">
        <source>Those e-mails are in the timeline already.</source>
        <translation>
            <numerusform>Ese correo ya está en la cronología.</numerusform>
            <numerusform>Esos correos ya están en la cronología.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mails were written down.</source>
        <translation>
            <numerusform>Se anotó %n correo.</numerusform>
            <numerusform>Se anotaron %n correos.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is a new contact, with the e-mail “{subject}”.</source>
        <translation>{name} es un contacto nuevo, con el correo «{subject}».</translation>
    </message>
    <message>
        <source>The e-mail “{subject}” is in the timeline of {name}.</source>
        <translation>El correo «{subject}» está en la cronología de {name}.</translation>
    </message>
    <message>
        <source>Its address, {address}, isn&apos;t one of theirs.</source>
        <translation>Su dirección, {address}, no es de esa persona.</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>It lies in the web</source>
        <translation>Está en la web</translation>
    </message>
    <message>
        <source>Save it as a file, and drop that.</source>
        <translation>Guárdelo como archivo y suelte ese.</translation>
    </message>
    <message numerus="yes">
        <source>Write %n e-mails down on {name}</source>
        <translation>
            <numerusform>Anotar %n correo en {name}</numerusform>
            <numerusform>Anotar %n correos en {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Found in the timeline from then on, under the day of sending.</source>
        <translation>Desde entonces se ve en la cronología, en el día del envío.</translation>
    </message>
    <message numerus="yes">
        <source>Write %n e-mails down</source>
        <translation>
            <numerusform>Anotar %n correo</numerusform>
            <numerusform>Anotar %n correos</numerusform>
        </translation>
    </message>
    <message>
        <source>The contact is found by the address; somebody new becomes one.</source>
        <translation>El contacto se busca por la dirección; quien no está se convierte en contacto.</translation>
    </message>
    <message>
        <source>Lay the card on {name}</source>
        <translation>Poner la tarjeta en {name}</translation>
    </message>
    <message>
        <source>It fills in what is missing and brings the rest up to date. You can undo it.</source>
        <translation>Completa lo que falta y pone al día lo demás. Se puede deshacer.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n files of contacts</source>
        <translation>
            <numerusform>Importar %n archivo de contactos</numerusform>
            <numerusform>Importar %n archivos de contactos</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a single card on a contact to fill that one in.</source>
        <translation>Suelte una sola tarjeta sobre un contacto para completarlo.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n files</source>
        <translation>
            <numerusform>Importar %n archivo</numerusform>
            <numerusform>Importar %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written before you have seen what would change.</source>
        <translation>No se escribe nada antes de que vea qué cambiaría.</translation>
    </message>
</context>
</TS>
