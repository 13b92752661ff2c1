<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArchiveForm</name>
    <message numerus="yes">
        <source>%n open leads stand here. Where do they go?</source>
        <translation>
            <numerusform>%n open lead stands here. Where does it go?</numerusform>
            <numerusform>%n open leads stand here. Where do they go?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message numerus="yes">
        <source>Why were %n leads lost?</source>
        <translation>
            <numerusform>Why was %n lead lost?</numerusform>
            <numerusform>Why were %n leads lost?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads are won</source>
        <translation>
            <numerusform>%n lead is won</numerusform>
            <numerusform>%n leads are won</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message numerus="yes">
        <source>%n leads have no owner now.</source>
        <translation>
            <numerusform>%n lead has no owner now.</numerusform>
            <numerusform>%n leads have no owner now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads are {owner}&apos;s now.</source>
        <translation>
            <numerusform>%n lead is {owner}&apos;s now.</numerusform>
            <numerusform>%n leads are {owner}&apos;s now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads moved to the bin.</source>
        <translation>
            <numerusform>%n lead moved to the bin.</numerusform>
            <numerusform>%n leads moved to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads moved to {stage}.</source>
        <translation>
            <numerusform>%n lead moved to {stage}.</numerusform>
            <numerusform>%n leads moved to {stage}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads moved a stage.</source>
        <translation>
            <numerusform>%n lead moved a stage.</numerusform>
            <numerusform>%n leads moved a stage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads changed.</source>
        <translation>
            <numerusform>%n lead changed.</numerusform>
            <numerusform>%n leads changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageHead</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
</TS>
