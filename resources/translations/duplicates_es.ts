<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Bulk</name>
    <message>
        <source>Merge all that are certain</source>
        <translation>Fusionar todos los seguros</translation>
    </message>
    <message>
        <source>Of each pair the one that was there first stays. It keeps its own values and takes what it lacks from the other, with all e-mails, phones, tags, notes and leads. Each can be taken apart again.</source>
        <translation>De cada pareja queda el que estaba antes. Conserva sus datos y toma del otro lo que le falta, con todos los correos, teléfonos, etiquetas, notas y leads. Cada una se puede volver a separar.</translation>
    </message>
    <message>
        <source>Pairs to merge</source>
        <translation>Parejas que fusionar</translation>
    </message>
    <message>
        <source>Look at them one by one</source>
        <translation>Verlas una por una</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n pairs</source>
        <translation>
            <numerusform>Fusionar %n pareja</numerusform>
            <numerusform>Fusionar %n parejas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>After merging</source>
        <translation>Tras fusionar</translation>
    </message>
    <message>
        <source>Added {day}</source>
        <translation>Alta: {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message numerus="yes">
        <source>%n fields are kept as they are</source>
        <translation>
            <numerusform>%n campo queda como está</numerusform>
            <numerusform>%n campos quedan como están</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all from {side}</source>
        <translation>Tomar todo de {side}</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Certain</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Por ver</translation>
    </message>
    <message>
        <source>Same {fields}</source>
        <translation>Igual: {fields}</translation>
    </message>
    <message>
        <source>close {fields}</source>
        <translation>parecido: {fields}</translation>
    </message>
    <message>
        <source>other {fields}</source>
        <translation>distinto: {fields}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} y {last}</translation>
    </message>
    <message>
        <source>first and last name in each other&apos;s place</source>
        <translation>nombre y apellidos intercambiados</translation>
    </message>
    <message>
        <source>names in part the same</source>
        <translation>nombres iguales en parte</translation>
    </message>
    <message>
        <source>field</source>
        <translation>campo</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>e-mail that others have too</source>
        <translation>correo que otros también tienen</translation>
    </message>
    <message>
        <source>name of the mailbox</source>
        <translation>nombre del buzón</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>phone that others have too</source>
        <translation>teléfono que otros también tienen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>nombre de pila</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>apellidos</translation>
    </message>
    <message>
        <source>company</source>
        <translation>empresa</translation>
    </message>
    <message>
        <source>street</source>
        <translation>calle</translation>
    </message>
    <message>
        <source>city</source>
        <translation>ciudad</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>código postal</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>generación</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>Número externo</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>DuplicatesButton</name>
    <message numerus="yes">
        <source>Duplicates (%n)</source>
        <translation>
            <numerusform>Duplicados (%n)</numerusform>
            <numerusform>Duplicados (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Back to the contacts</source>
        <translation>Volver a los contactos</translation>
    </message>
    <message>
        <source>Contacts compared</source>
        <translation>Contactos comparados</translation>
    </message>
    <message>
        <source>People who may be in the list twice</source>
        <translation>Personas que quizá estén dos veces en la lista</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Fusionar</translation>
    </message>
    <message>
        <source>&amp;Keep separate</source>
        <translation>&amp;Mantener separados</translation>
    </message>
    <message>
        <source>&amp;Next pair</source>
        <translation>Pareja &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous pair</source>
        <translation>Pareja a&amp;nterior</translation>
    </message>
    <message>
        <source>&amp;Back to the contacts</source>
        <translation>&amp;Volver a los contactos</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pareja</numerusform>
            <numerusform>%n parejas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge all %n certain…</source>
        <translation>
            <numerusform>Fusionar la segura…</numerusform>
            <numerusform>Fusionar las %n seguras…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged before (%n)</source>
        <translation>
            <numerusform>Fusionados antes (%n)</numerusform>
            <numerusform>Fusionados antes (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were not compared yet, and nothing can be written here.</source>
        <translation>
            <numerusform>%n contacto aún no se ha comparado, y aquí no se puede escribir nada.</numerusform>
            <numerusform>%n contactos aún no se han comparado, y aquí no se puede escribir nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts are still to be compared.</source>
        <translation>
            <numerusform>Falta %n contacto por comparar.</numerusform>
            <numerusform>Faltan %n contactos por comparar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tandem compares everybody in the list with everybody else…</source>
        <translation>Tandem compara a cada persona de la lista con todas las demás…</translation>
    </message>
    <message>
        <source>Nobody stands in the list twice, as far as Tandem can tell.</source>
        <translation>Que Tandem sepa, nadie está dos veces en la lista.</translation>
    </message>
    <message>
        <source>{pair} merged.</source>
        <translation>{pair}: fusionados.</translation>
    </message>
    <message>
        <source>{pair} stay separate.</source>
        <translation>{pair}: siguen separados.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs merged.</source>
        <translation>
            <numerusform>%n pareja fusionada.</numerusform>
            <numerusform>%n parejas fusionadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want another look: one of them was merged already.</source>
        <translation>
            <numerusform>%n pide otra mirada: uno de los dos ya estaba fusionado.</numerusform>
            <numerusform>%n piden otra mirada: uno de los dos ya estaba fusionado.</numerusform>
        </translation>
    </message>
    <message>
        <source>{gone} and {kept} are two again.</source>
        <translation>{gone} y {kept} vuelven a ser dos.</translation>
    </message>
</context>
<context>
    <name>Merged</name>
    <message>
        <source>Merged before</source>
        <translation>Fusionados antes</translation>
    </message>
    <message>
        <source>Taken apart, each gets back its own notes, leads and fields, with what was written into them since. What was added to them both stays with the first.</source>
        <translation>Al separarlos, cada uno recupera sus notas, leads y campos, con lo que se haya escrito en ellos desde entonces. Lo añadido a ambos se queda con el primero.</translation>
    </message>
    <message>
        <source>Back to the pairs</source>
        <translation>Volver a las parejas</translation>
    </message>
    <message>
        <source>{gone} was merged into {kept}</source>
        <translation>{gone} se fusionó con {kept}</translation>
    </message>
    <message>
        <source>Take apart again</source>
        <translation>Volver a separar</translation>
    </message>
    <message>
        <source>Take {gone} and {kept} apart again</source>
        <translation>Volver a separar a {gone} y {kept}</translation>
    </message>
</context>
<context>
    <name>PairList</name>
    <message>
        <source>Suspected pairs</source>
        <translation>Parejas sospechosas</translation>
    </message>
</context>
<context>
    <name>PairModel</name>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pareja</numerusform>
            <numerusform>%n parejas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Are these the same person?</source>
        <translation>¿Son la misma persona?</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Pareja anterior</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Pareja siguiente</translation>
    </message>
    <message>
        <source>Look later</source>
        <translation>Ver más tarde</translation>
    </message>
    <message>
        <source>Keep separate</source>
        <translation>Mantener separados</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionar</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>Undo with Ctrl+Z, or later from the page of {name}.</source>
        <translation>Se deshace con Ctrl+Z, o más tarde en la ficha de {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} and</source>
        <translation>{what} y</translation>
    </message>
    <message>
        <source>Along from B to A: {what}. Leads stay in their stages.</source>
        <translation>Pasan de B a A: {what}. Los leads siguen en sus etapas.</translation>
    </message>
    <message>
        <source>Nothing has to move along from B to A.</source>
        <translation>Nada tiene que pasar de B a A.</translation>
    </message>
    <message>
        <source>The stricter consent wins: no for {purposes}.</source>
        <translation>Gana el consentimiento más estricto: no para {purposes}.</translation>
    </message>
    <message>
        <source>What either consented to stays as it is.</source>
        <translation>Lo que cada uno consintió queda como está.</translation>
    </message>
    <message>
        <source>Neither has a consent written down.</source>
        <translation>Ninguno tiene un consentimiento anotado.</translation>
    </message>
    <message>
        <source>It can be taken apart again, with every note back where it was.</source>
        <translation>Se puede volver a separar, con cada nota donde estaba.</translation>
    </message>
</context>
</TS>
