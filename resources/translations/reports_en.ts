<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>%n leads are not decided yet and not counted.</source>
        <translation>
            <numerusform>%n lead is not decided yet and not counted.</numerusform>
            <numerusform>%n leads are not decided yet and not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entered</source>
        <translation>
            <numerusform>%n entered</numerusform>
            <numerusform>%n entered</numerusform>
        </translation>
    </message>
</context>
</TS>
