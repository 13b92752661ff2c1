<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BehindPanel</name>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n on the board</source>
        <translation>
            <numerusform>Show %n on the board</numerusform>
            <numerusform>Show all %n on the board</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message numerus="yes">
        <source>%n entered</source>
        <translation>
            <numerusform>%n entered</numerusform>
            <numerusform>%n entered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up %n points</source>
        <translation>
            <numerusform>Up %n point</numerusform>
            <numerusform>Up %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Down %n points</source>
        <translation>
            <numerusform>Down %n point</numerusform>
            <numerusform>Down %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>%n leads are not decided yet and not counted.</source>
        <translation>
            <numerusform>%n lead is not decided yet and not counted.</numerusform>
            <numerusform>%n leads are not decided yet and not counted.</numerusform>
        </translation>
    </message>
</context>
</TS>
