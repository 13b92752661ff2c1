<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>Merge %n pairs</source>
        <translation>
            <numerusform>Merge %n pair</numerusform>
            <numerusform>Merge %n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
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
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields are kept as they are</source>
        <translation>
            <numerusform>%n field is kept as it is</numerusform>
            <numerusform>%n fields are kept as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesButton</name>
    <message numerus="yes">
        <source>Duplicates (%n)</source>
        <translation>
            <numerusform>Duplicates (%n)</numerusform>
            <numerusform>Duplicates (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge all %n certain…</source>
        <translation>
            <numerusform>Merge the certain one…</numerusform>
            <numerusform>Merge all %n certain…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged before (%n)</source>
        <translation>
            <numerusform>Merged before (%n)</numerusform>
            <numerusform>Merged before (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were not compared yet, and nothing can be written here.</source>
        <translation>
            <numerusform>%n contact was not compared yet, and nothing can be written here.</numerusform>
            <numerusform>%n contacts were not compared yet, and nothing can be written here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts are still to be compared.</source>
        <translation>
            <numerusform>%n contact is still to be compared.</numerusform>
            <numerusform>%n contacts are still to be compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs merged.</source>
        <translation>
            <numerusform>%n pair merged.</numerusform>
            <numerusform>%n pairs merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want another look: one of them was merged already.</source>
        <translation>
            <numerusform>%n wants another look: one of them was merged already.</numerusform>
            <numerusform>%n want another look: one of them was merged already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairModel</name>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
</TS>
