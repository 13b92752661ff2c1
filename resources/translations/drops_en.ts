<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Drops</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those e-mails are in the timeline already.</source>
        <translation>
            <numerusform>That e-mail is in the timeline already.</numerusform>
            <numerusform>Those e-mails are in the timeline already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mails were written down.</source>
        <translation>
            <numerusform>%n e-mail was written down.</numerusform>
            <numerusform>%n e-mails were written down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message numerus="yes">
        <source>Write %n e-mails down on {name}</source>
        <translation>
            <numerusform>Write %n e-mail down on {name}</numerusform>
            <numerusform>Write %n e-mails down on {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n e-mails down</source>
        <translation>
            <numerusform>Write %n e-mail down</numerusform>
            <numerusform>Write %n e-mails down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n files of contacts</source>
        <translation>
            <numerusform>Import %n file of contacts</numerusform>
            <numerusform>Import %n files of contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n files</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
</context>
</TS>
