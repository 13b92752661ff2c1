<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelayCard</name>
    <message numerus="yes">
        <source>%n days from qualified to won</source>
        <translation>
            <numerusform>%n day from qualified to won</numerusform>
            <numerusform>%n days from qualified to won</numerusform>
        </translation>
    </message>
</context>
</TS>
