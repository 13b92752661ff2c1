<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ListActs</name>
    <message numerus="yes">
        <source>{count} contact(s)</source>
        <translation>
            <numerusform>{count} contact</numerusform>
            <numerusform>{count} contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} company(ies)</source>
        <translation>
            <numerusform>{count} company</numerusform>
            <numerusform>{count} companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation>
            <numerusform>{count} selected</numerusform>
            <numerusform>{count} selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsPill</name>
    <message numerus="yes">
        <source>{count} new</source>
        <translation>
            <numerusform>{count} new</numerusform>
            <numerusform>{count} new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} left the list</source>
        <translation>
            <numerusform>{count} left the list</numerusform>
            <numerusform>{count} left the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message numerus="yes">
        <source>Stopped; {count} are as they were.</source>
        <translation>
            <numerusform>Stopped; {count} is as it was.</numerusform>
            <numerusform>Stopped; {count} are as they were.</numerusform>
        </translation>
    </message>
</context>
</TS>
