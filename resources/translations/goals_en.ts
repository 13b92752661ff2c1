<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ForecastWords</name>
    <message numerus="yes">
        <source>%n working days left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message numerus="yes">
        <source>within %n hours</source>
        <translation>
            <numerusform>within %n hour</numerusform>
            <numerusform>within %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalPane</name>
    <message numerus="yes">
        <source>%n leads behind it</source>
        <translation>
            <numerusform>%n lead behind it</numerusform>
            <numerusform>%n leads behind it</numerusform>
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
    <name>GoalsPage</name>
    <message numerus="yes">
        <source>%n ahead or met</source>
        <translation>
            <numerusform>%n ahead or met</numerusform>
            <numerusform>%n ahead or met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on pace</source>
        <translation>
            <numerusform>%n on pace</numerusform>
            <numerusform>%n on pace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n behind</numerusform>
            <numerusform>%n behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short of a promise</source>
        <translation>
            <numerusform>%n short of a promise</numerusform>
            <numerusform>%n short of a promise</numerusform>
        </translation>
    </message>
</context>
</TS>
